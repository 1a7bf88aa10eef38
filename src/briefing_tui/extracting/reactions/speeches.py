"""The quotations of a document put together by speaker: who is beside the marks, who was introduced, who goes on speaking."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.reactions.clause_words import AUXILIARIES, PRONOUNS
from briefing_tui.extracting.reactions.governors import Memory, governor, main_subject
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.labels import announced_by, label_of, under_label
from briefing_tui.extracting.reactions.officials import speaking_for
from briefing_tui.extracting.reactions.qualifying import names_a_thing
from briefing_tui.extracting.reactions.quotes import Quote
from briefing_tui.extracting.reactions.returning import returning
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.stances import lean
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

_AFTER: Final = 10
"""Tokens between a quotation and the verb of speech after it ("the acting mayor, Jane Roe, said")."""
_BEFORE: Final = 16
_PARTING: Final = frozenset({";", "“", ":", "—", ".", "and", "but", "while", "that", "because", "if", "when", "after", "which"})
_STOPPING: Final = frozenset({";", "."})
_IN_WORDS: Final = compile_later(
    r"^For [^,“”\"]{3,70},|\b[Ii]n [^,“”\"]{3,70}?(?:'s|’s|s'|s’) (?P<words>words|view|opinion|telling|phrase|estimation)\b"
)
"""Phrases that name whose words are quoted."""
_CLEAR: Final = 3
"""Weight of words that lean clearly."""
_INTERPOSED: Final = 9
"""Words that a speaker between two commas may have."""
_TAIL: Final = 12
"""Words that may follow the verb of an attribution cut off from its quotation ("wrote on the messaging app Telegram on Friday")."""
_EXCLAIMED: Final = frozenset("!?")
_COMPLEMENT: Final = frozenset("that he she it they we".split())
"""Words that open what is said, so that the sentence is no attribution."""
_SHORTEST: Final = 2
"""Words a quotation must have to stand as someone's own sentence; single words count only inside a clause of speech."""


@dataclass(slots=True)
class Piece:
    """One quoted sentence or part of one: `text[start:end]` without marks, in the passage it belongs to."""

    passage: Passage
    quote: Quote
    start: int
    end: int


@dataclass(slots=True)
class Speech:
    """Consecutive quotations of one speaker."""

    speaker: Speaker
    pieces: list[Piece] = field(default_factory=list)
    verb: tuple[int, int] | None = None
    frame: tuple[Passage, int, int] | None = None
    """The clause of speech around a partial quotation, whose own words help to tell the stance."""
    independent: bool = False
    """Whether at least one quotation is a sentence of its own."""
    last_block: int = -1


def gather_speeches(hearing: Hearing) -> list[Speech]:
    """All attributed quotations of the document, those of one speaker in succession together."""
    speeches: list[Speech] = []
    passages = hearing.reading.passages
    at = 0
    previous: Speech | None = None
    for quote in hearing.quotes.all:
        while at < len(passages) and passages[at].end <= quote.start:
            at += 1
        if at >= len(passages) or passages[at].start > quote.start + 1 or names_a_thing(hearing.text, quote):
            continue
        last = at
        while last + 1 < len(passages) and passages[last + 1].start < quote.inner_end:
            last += 1
        named = _speaker_beside(hearing, passages[at], passages[last], quote) or _cut_off(hearing, last, quote)
        alone = not _frame_words(hearing, passages[at], quote)
        if named is None:
            named = _carried_on(hearing, (at, last), quote, previous, alone=alone)
        if named is None:
            continue
        speaker, verb = speaking_for(hearing.reading, named[0]), named[1]
        if previous is not None and previous.pieces:
            speaker = returning(hearing, speaker, previous.speaker, previous.pieces[-1].passage, passages[last])
        if not speaker.actors and hearing.reading.publisher is not None:  # a publisher's own people need no introduction
            speaker = replace(speaker, actors=(hearing.reading.publisher,))
        if quote.start in hearing.used:
            # a verb of stance owns this quotation; it still tells who speaks next
            previous = Speech(speaker, last_block=passages[last].sentence.block)
            continue
        pieces = [
            Piece(passage, quote, max(passage.start, quote.inner_start), min(passage.end, quote.inner_end))
            for passage in passages[at : last + 1]
        ]
        pieces = [piece for piece in pieces if piece.start < piece.end]
        if not pieces:
            continue
        independent = _is_independent(hearing, passages[at], quote, alone=alone)
        if (
            previous is not None
            and previous.pieces
            and previous.speaker.key == speaker.key
            and _adjoins(previous, passages[at])
            and not (independent and _turns(previous, pieces))
        ):
            speech = previous
        else:
            speech = Speech(speaker)
            speeches.append(speech)
        speech.pieces.extend(pieces)
        speech.verb = speech.verb or (None if verb is None else (verb.start, verb.end))
        if verb is not None and not independent and speech.frame is None:
            end = hearing.clause_end(passages[at], verb) if verb.end <= quote.start else quote.end
            speech.frame = (passages[at], min(verb.end, quote.start), max(end, quote.end))
        speech.independent = speech.independent or independent
        speech.last_block = passages[last].sentence.block
        previous = speech
    return speeches


def _speaker_beside(hearing: Hearing, first: Passage, last: Passage, quote: Quote) -> tuple[Speaker, Hit | None] | None:
    """The speaker named in the quotation's own sentence, after it or before it, with the verb of speech."""
    clauses = hearing.clauses(last)
    for hit in last.of("say", "stance", "label", "light"):
        if (
            hit.start < quote.end
            or hearing.quoted(hit.start, hit.end)
            or clauses.mention_at[clauses.index(hit.start)] is not None
        ):
            continue
        gap = last.between(quote.end, hit.start)
        unnamed = sum(clauses.mention_at[clauses.index(token.start)] is None for token in gap)
        if unnamed > _AFTER or _is_parted(clauses, gap, _PARTING):
            break
        if clauses.low(clauses.index(hit.end)) == "that" and hearing.text[quote.inner_end - 1 : quote.inner_end] in _EXCLAIMED:
            break  # “Enough!” Hungary said that …: a sentence of its own
        found = _beside(hearing, last, clauses, hit, quote)
        if found is not None:
            return found, hit
    return (
        _before(hearing, first, quote, spoken=True)
        or _before(hearing, first, quote, spoken=False)
        or _unsaid(hearing, first, last, quote)
    )


def _before(hearing: Hearing, passage: Passage, quote: Quote, *, spoken: bool) -> tuple[Speaker, Hit | None] | None:
    """The speaker of the verb before a quotation; of a verb of speech first, then of any that tells a side ("defended “every inch”")."""
    clauses = hearing.clauses(passage)
    for hit in reversed(passage.of("say", "stance", "label", "light")):
        if hit.end > quote.start or hearing.quoted(hit.start, hit.end) or hit.entry.key == "bear":
            continue
        if spoken and hit.entry.category == "stance" and not hit.entry.get("speech"):
            continue
        gap = passage.between(hit.end, quote.start)
        interposed = bool(gap) and gap[0].low == ","  # "the plan, he said, had “failed”"
        if len(gap) > _BEFORE or _is_parted(clauses, gap, _STOPPING):
            return None
        if hearing.clause_end(passage, hit) < quote.start and not (interposed and _is_interposed(clauses, hit)):
            return None
        found = governor(hearing, passage, hit, Memory()) or _inherited_before(hearing, passage, hit)
        if found is not None:
            return found, hit
    return None


def _unsaid(hearing: Hearing, first: Passage, last: Passage, quote: Quote) -> tuple[Speaker, Hit | None] | None:
    """The speaker of a quotation that no verb of the lexicon's introduces."""
    return _next_to(hearing, last, quote) or _source_phrase(hearing, last) or _before_colon(hearing, first, quote)


def _is_interposed(clauses: Clauses, hit: Hit) -> bool:
    """Whether a verb of speech stands with its subject between two commas."""
    for at in range(clauses.index(hit.start) - 1, max(0, clauses.index(hit.start) - _INTERPOSED), -1):
        if clauses.low(at) == ",":
            return True
        if clauses.mention_at[at] is None and clauses.low(at) not in PRONOUNS and not clauses.transparent(at):
            return clauses.low(at) in {"the", "a"} and clauses.low(at - 1) == ","
    return False


def _is_parted(clauses: Clauses, gap: list[Token], parting: frozenset[str]) -> bool:
    """Whether words between a quotation and a verb begin something new; marks inside a name ("Mr. Rutte") and "X and Y" do not."""
    for token in gap:
        at = clauses.index(token.start)
        joins = token.low == "and" and clauses.noun(at - 1) is not None and clauses.noun(at + 1) is not None
        if token.low in parting and clauses.mention_at[at] is None and not clauses.dated[at] and not joins:
            return True
    return False


def _cut_off(hearing: Hearing, last: int, quote: Quote) -> tuple[Speaker, Hit | None] | None:
    """The speaker in the sentence after a quotation that ends with "!" or "?": “Never again!” Jane Roe, the envoy, wrote on X."""
    passages = hearing.reading.passages
    if hearing.text[quote.inner_end - 1 : quote.inner_end] not in _EXCLAIMED or last + 1 >= len(passages):
        return None
    rest = passages[last + 1]
    if rest.sentence.block != passages[last].sentence.block or hearing.text[quote.end : rest.start].strip():
        return None
    clauses = hearing.clauses(rest)
    for hit in rest.of("say"):
        verb = clauses.index(hit.start)
        tail = rest.between(hit.end, rest.end)
        if verb > _AFTER + 4 or len(tail) > _TAIL or hearing.quotes.within(hit.end, rest.end):
            return None
        if any(token.low in _COMPLEMENT or token.low in AUXILIARIES for token in tail):
            return None
        found = governor(hearing, rest, hit, Memory())
        return (found, hit) if found is not None else None
    return None


def _next_to(hearing: Hearing, passage: Passage, quote: Quote) -> tuple[Speaker, Hit | None] | None:
    """The speaker next to a closed quotation with a verb the lexicon does not know: “…,” quavered X, or “…,” X quavered."""
    if hearing.text[quote.inner_end - 1 : quote.inner_end] not in {",", "?", "!"}:
        return None
    clauses = hearing.clauses(passage)
    at = clauses.index(quote.end)
    if at >= len(clauses.tokens):
        return None
    if clauses.low(at).endswith(("ed", "s")) and clauses.noun(at) is None:
        at += 1
        found = clauses.following(at)
        return None if found is None else (found, None)
    mention = clauses.noun(at)
    if mention is not None and clauses.low(clauses.last(mention) + 1).endswith(("ed", "s")):
        return speaker_of([mention]), None
    return None


def _beside(hearing: Hearing, passage: Passage, clauses: Clauses, hit: Hit, quote: Quote) -> Speaker | None:
    """The speaker of a verb that stands after a quotation: “…,” said X or “…,” X said."""
    if all(
        token.low in {",", "–", "—"} or clauses.transparent(clauses.index(token.start))
        for token in passage.between(quote.end, hit.start)
    ):
        follows = clauses.following(clauses.index(hit.end))
        pronoun = follows is not None and len(follows.mentions) == 1 and follows.mentions[0].kind == "pronoun"
        if follows is not None and pronoun and clauses.low(clauses.index(follows.end)) in AUXILIARIES:
            return None  # "the “willing”, said they would"
        return follows
    memory = Memory()
    found = governor(hearing, passage, hit, memory)
    if found is not None and found.start >= quote.end:
        return found
    return found if found is not None and not found.mentions else None


def _inherited_before(hearing: Hearing, passage: Passage, hit: Hit) -> Speaker | None:
    """The sentence's main subject for a verb of speech joined to another ("stood up and said: “…”")."""
    clauses = hearing.clauses(passage)
    at = clauses.index(hit.start) - 1
    while at >= 0 and clauses.transparent(at):
        at -= 1
    if clauses.low(at) in {"and", "but", ",", "as"} or hit.how.endswith(".ing"):
        found = main_subject(clauses)
        return found if found is not None and found.start < hit.start else None
    return None


def _source_phrase(hearing: Hearing, passage: Passage) -> tuple[Speaker, Hit | None] | None:
    worded = _IN_WORDS.search(passage.text)
    if worded is not None:  # "in the Moldovan president's words", "for Jane Roe, the deal is “dead”"
        for mention in passage.mentions:
            inside = passage.start + worded.start() <= mention.start and mention.end <= passage.start + worded.end()
            if inside and mention.actors and (mention.person is not None or worded["words"] is not None):
                return speaker_of([replace(mention, possessive=False)]), None
    for hit in passage.of("accord"):
        found = hearing.clauses(passage).following(hearing.clauses(passage).index(hit.end))
        if found is not None and not hearing.quoted(hit.start, hit.end):
            return found, hit
    return None


def _before_colon(hearing: Hearing, passage: Passage, quote: Quote) -> tuple[Speaker, Hit | None] | None:
    lead = hearing.text[passage.start : quote.start].rstrip()
    if not lead.endswith((":", "–", "—", " -")) or not passage.mentions:
        return None
    label = label_of(hearing.reading, passage)
    mark = passage.start + len(lead) - 1
    named = next(
        (mention for mention in passage.mentions if mention.person is not None and mention.end in {mark, mark - 1}), None
    )
    if named is not None and not named.possessive:
        return under_label(hearing.reading, passage, speaker_of([named])), None
    if not lead.endswith(":"):
        return None if label is None else (label, None)
    found = main_subject(hearing.clauses(passage)) or _owner_of_words(passage, quote)
    return (found, None) if found is not None and found.end <= quote.start else None


def _owner_of_words(passage: Passage, quote: Quote) -> Speaker | None:
    """Whose answer or message a quotation after a colon is: "Kyiv's reply was brief: “No.”"."""
    owner = next(
        (mention for mention in passage.mentions if mention.possessive and mention.actors and mention.end < quote.start), None
    )
    return None if owner is None else speaker_of([replace(owner, possessive=False)])


def _frame_words(hearing: Hearing, passage: Passage, quote: Quote) -> bool:
    """Whether the sentence has words of its own before the quotation."""
    return bool(hearing.text[passage.start : quote.start].strip(" \n-–—•*"))


def _carried_on(
    hearing: Hearing, span: tuple[int, int], quote: Quote, previous: Speech | None, *, alone: bool
) -> tuple[Speaker, Hit | None] | None:
    """The speaker of a quotation that stands alone: who spoke just before, or who is introduced with a colon."""
    passages = hearing.reading.passages
    at, last = span
    block = passages[at].sentence.block
    if _names_a_stranger(hearing, passages[last], quote):
        return None
    if previous is not None and previous.pieces and previous.pieces[-1].passage is passages[at]:
        between = passages[at].between(previous.pieces[-1].quote.end, quote.start)
        if all(token.low in {",", "and", "–", "as", "or", "then"} for token in between):
            return previous.speaker, None
    if previous is not None and (quote.continued or (alone and previous.last_block in {block, block - 1})):
        return previous.speaker, None
    if not alone or at == 0:
        return None
    announced = announced_by(hearing.reading, passages[at])
    if announced is not None:
        return announced, None
    labelled = label_of(hearing.reading, passages[at])
    if (
        labelled is not None
        and labelled.end <= passages[at].start
        and passages[at].block.heading == passages[at - 1].sentence.block
    ):
        return labelled, None  # the words of whom the heading names
    before = passages[at - 1]
    if before.sentence.block not in {block, block - 1}:
        return None
    clauses = hearing.clauses(before)
    introduces = hearing.text[before.start : before.end].rstrip().endswith(":")
    for hit in before.of("say", "stance", "light", "label"):
        if hearing.quoted(hit.start, hit.end):
            continue
        found = governor(hearing, before, hit, Memory())
        if found is not None and found.actors:
            return found, None
    if introduces or (before.sentence.block == block and last - at <= 1):
        found = main_subject(clauses)
        return (found, None) if found is not None else None
    return None


def _names_a_stranger(hearing: Hearing, passage: Passage, quote: Quote) -> bool:
    """Whether a verb of speech right after the quotation has a speaker nobody knows (“…,” said a shopkeeper)."""
    clauses = hearing.clauses(passage)
    at = clauses.index(quote.end)
    if at < len(clauses.tokens) and clauses.low(at) in {"he", "she", "it", "they"}:
        return False
    return any(
        hit.entry.category in {"say", "stance"} and 0 <= clauses.index(hit.start) - at <= 4
        for hit in passage.hits
        if hit.start >= quote.end
    )


def _is_independent(hearing: Hearing, passage: Passage, quote: Quote, *, alone: bool) -> bool:
    """Whether the quotation is a sentence of its own rather than some words within one."""
    lead = hearing.text[passage.start : quote.start].rstrip()
    if alone or quote.continued:
        return len(passage.between(quote.inner_start, min(quote.inner_end, passage.end))) >= _SHORTEST
    first = hearing.text[quote.inner_start : quote.inner_start + 1]
    return lead.endswith((",", ":", "”", '"', ".", "—", "–")) and (first.isupper() or lead.endswith(":"))


def _turns(previous: Speech, pieces: list[Piece]) -> bool:
    """Whether a speaker quoted in part before now says something of another side in full sentences."""
    if previous.independent:
        return False
    before = [lean(piece.passage, piece.start, piece.end) for piece in previous.pieces]
    now = [lean(piece.passage, piece.start, piece.end) for piece in pieces]
    held = {leaning.stance for leaning in before if leaning is not None and leaning.weight >= _CLEAR}
    told = {leaning.stance for leaning in now if leaning is not None and leaning.weight >= _CLEAR}
    return bool(held) and bool(told) and held.isdisjoint(told)


def _adjoins(previous: Speech, passage: Passage) -> bool:
    return previous.last_block in {passage.sentence.block, passage.sentence.block - 1}

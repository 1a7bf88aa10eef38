"""Positions told in quotation marks, with their speakers."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.indirect import HUMANITARIAN, NEWS
from briefing_tui.extracting.reactions.positions import Position, clip, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.speeches import Piece, Speech, gather_speeches
from briefing_tui.extracting.reactions.stances import Leaning, lean, turned
from briefing_tui.extracting.reactions.tones import tone
from briefing_tui.extracting.reactions.wordings import Voice
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Directness, Stance

_LONG_SPEECH: Final = 3
"""Quoted sentences up to which a speech is one position."""
_SHORTEST: Final = 2
"""Words a quotation must have to stand as someone's own sentence; single words count only inside a clause of speech."""
_BYSTANDERS: Final = frozenset(
    "resident residents witness witnesses eyewitness eyewitnesses survivor survivors mother father son daughter brother sister wife husband widow "
    "grandmother grandfather parents relative relatives neighbour neighbours neighbor neighbors villager villagers shopkeeper shopkeepers farmer "
    "farmers driver drivers student students teacher teachers pensioner pensioners passer by passers woman man boy girl child children worker workers "
    "local locals civilian civilians refugee refugees nurse nurses patient patients tourist tourists passenger passengers shopper fisherman "
    "soldier soldiers conscript conscripts recruit recruits prisoner prisoners hostage hostages people family families".split()
)
_APPOSED: Final = compile_later(r"^, (?:(?P<age>(?:aged )?\d{2})\b|an? (?:[\w-]+ ){0,2}?(?P<trade>[\w-]+)(?=[ ,.]))")
_INTRODUCTION: Final = 60
_LEAD: Final = 24
"""Characters before a quotation in which the word it hangs on stands."""
_HANGING: Final = frozenset("by with from in at on near inside during under into through".split())
_AVOWAL: Final = 3
"""Words before a verb of stance within which "I" or "we" makes it an avowal ("we once again condemn")."""
_SCARE_WORDS: Final = 3
_FIRST: Final = 1.5
_CLEAR: Final = 3.0
_OURS: Final = frozenset("we us our ours".split())


def read_utterances(hearing: Hearing) -> list[Position]:
    """The positions in quotations that no verb of stance has accounted for."""
    out: list[Position] = []
    for speech in gather_speeches(hearing):
        if not _is_bystander(hearing, speech.speaker):
            out.extend(_positions_of(hearing.text, speech))
    return out


def _is_bystander(hearing: Hearing, speaker: Speaker) -> bool:
    """Whether the speaker is someone in the street, who has suffered or seen it rather than reacts to it for anyone."""
    if (
        speaker.person is not None
        and speaker.role is None
        and _introduced(hearing.text[speaker.end : speaker.end + _INTRODUCTION])
    ):
        return True
    if not all(actor.code.startswith("group:") for actor in speaker.actors):
        return False
    spoken = hearing.text[speaker.start : speaker.end].lower().replace("-", " ").split()
    return bool(_BYSTANDERS.intersection(spoken))


def _introduced(after: str) -> bool:
    """Whether what follows a name is an age, or makes its bearer one of the people: ", 45, a resident of", ", a farmer"."""
    match = _APPOSED.match(after)
    return match is not None and (match["age"] is not None or match["trade"].lower() in _BYSTANDERS)


def _is_scare(text: str, speech: Speech) -> bool:
    """Whether a few quoted words without a side are only the object of a preposition: "was caused by a “home-made bomb”"."""
    first = speech.pieces[0]
    before = text[max(first.passage.start, first.quote.start - _LEAD) : first.quote.start].lower().split()
    if before and before[-1] in {"a", "an", "the"}:
        before.pop()
    return bool(before) and before[-1] in _HANGING and not _leans(speech)


def _positions_of(text: str, speech: Speech) -> list[Position]:
    words = sum(len(piece.passage.between(piece.start, piece.end)) for piece in speech.pieces)
    if words < _SHORTEST and speech.frame is None and not _leans(speech):
        return []
    if not speech.independent and words <= _SCARE_WORDS and _is_scare(text, speech):
        return []
    if not speech.independent and words <= _SCARE_WORDS and speech.frame is not None:
        passage, start, _ = speech.frame
        if NEWS.intersection(_without_findings(passage, start, speech.pieces[0].start)):
            return []  # "says it has struck 9 “arms depots”" tells what was done
    if not speech.independent and not _leans(speech) and all(piece.passage.block.kind == "heading" for piece in speech.pieces):
        return []  # a headline's scare quotes
    if speech.speaker.mentions and all(mention.kind == "medium" for mention in speech.speaker.mentions):
        return []  # a news agency tells, and takes no side
    if _is_news(speech) or not speech.speaker.actors:
        return []  # a person whom nothing ties to a state or an organisation speaks for nobody
    if speech.independent and len(speech.pieces) > 1:
        avowed = _avowals(speech.pieces)
        if len(avowed) > 1:
            return [_position(text, speech, pieces) for pieces in avowed]
    if len(speech.pieces) <= _LONG_SPEECH or not speech.independent:
        return [_position(text, speech, speech.pieces)]
    runs: list[tuple[Stance | None, list[Piece]]] = []
    for piece in speech.pieces:
        leaning = lean(piece.passage, piece.start, piece.end)
        stance = leaning.stance if leaning is not None and leaning.weight >= 3 else None
        if runs and (stance is None or runs[-1][0] in {None, stance}):
            runs[-1] = (runs[-1][0] or stance, [*runs[-1][1], piece])
        else:
            runs.append((stance, [piece]))
    return [_position(text, speech, pieces) for _, pieces in runs]


def _without_findings(passage: Passage, start: int, end: int) -> list[str]:
    """The words of a clause without "found" where it tells an impression: "he found it “ungrateful”"."""
    words = [token.low for token in passage.between(start, end)]
    return [word for at, word in enumerate(words) if word != "found" or words[at + 1 : at + 2] != ["it"]]


def _avowals(pieces: list[Piece]) -> list[list[Piece]]:
    """The quoted sentences parted where the speaker says in so many words that he condemns, urges or thanks somebody anew."""
    parts: list[list[Piece]] = [[]]
    held: Stance | None = None
    for piece in pieces:
        stance = _avowed(piece)
        if stance is not None and parts[-1] and stance != held:
            parts.append([])
        held = stance or held
        parts[-1].append(piece)
    return parts


def _avowed(piece: Piece) -> Stance | None:
    """The stance of "We condemn …", "I urge …" or "we are deeply concerned" in a quoted sentence."""
    passage = piece.passage
    for hit in passage.of("stance"):
        felt = bool(hit.entry.get("feeling")) and not hit.entry.get("turns")
        if not piece.start <= hit.start < piece.end or not (felt or hit.how.endswith((".base", ".ing"))):
            continue
        at = passage.token_at(hit.start)
        before = [token.low for token in passage.tokens[max(0, at - _AVOWAL) : at]]
        if {"i", "we"}.intersection(before) and not {"not", "should", "if", "would", "when", "to"}.intersection(before):
            stance: Stance | None = hit.entry.get("stance")
            turns = hit.entry.get("turns")
            return stance if stance is None or not turns else turned(turns, stance, passage, hit.end, piece.end)
    return None


def _position(text: str, speech: Speech, pieces: list[Piece]) -> Position:
    leanings: list[tuple[Piece, Leaning]] = []
    voice = Voice(frozenset(actor.code for actor in speech.speaker.actors))
    for piece in pieces:
        leaning = lean(piece.passage, piece.start, piece.end, voice)
        if leaning is not None:
            leanings.append((piece, leaning))
    if speech.frame is not None:
        # words in quotation marks that are no sentence of their own are read together with their clause
        telling = speech.verb is not None and text[slice(*speech.verb)].lower().startswith(("told", "tell"))
        framed = lean(*speech.frame, voice._replace(indirect=True, telling=telling))
        if framed is not None and (not leanings or framed.weight > leanings[0][1].weight):
            leanings = [(pieces[0], framed)]
    totals: dict[Stance, float] = {}
    for piece, leaning in leanings:
        first = _FIRST if piece is pieces[0] and leaning.weight >= _CLEAR else 1.0
        totals[leaning.stance] = totals.get(leaning.stance, 0.0) + first * leaning.weight
    lead, cue = pieces[0], None
    if leanings:
        stance = max(totals, key=lambda name: totals[name])
        lead, best = max(((p, x) for p, x in leanings if x.stance == stance), key=lambda pair: pair[1].weight)
        cue = best.cue
        if stance == "defend" and _is_relief(speech):
            stance = "concern"  # relief workers have no conduct to answer for
    else:
        stance = _unmarked(text, speech, pieces)
    directness: Directness = "direct" if speech.independent else "mixed"
    triggers = [_trigger(pieces[0], speech)]
    triggers.extend(clip(piece.passage, piece.start, piece.end) for piece in pieces[1:])
    confidence = 0.75 if leanings else 0.55
    return Position(
        passage=pieces[0].passage.index,
        rule="quoted-speech" if speech.independent else "partial-quotation",
        stance=stance,
        triggers=triggers,
        speaker=speech.speaker,
        directness=directness,
        quote=lead.quote,
        verb=speech.verb,
        cue=cue,
        date=nearest_date(lead.passage, lead.start, lead.end),
        confidence=confidence,
        unmarked=not leanings,
    )


def _is_news(speech: Speech) -> bool:
    """Whether quoted words only count what was hit, downed or evacuated, and lean to no side."""
    told = {token.low for piece in speech.pieces for token in piece.passage.between(piece.start, piece.end)}
    return bool(NEWS & told) and not _OURS & told and not _leans(speech)


def _leans(speech: Speech) -> bool:
    return any(lean(piece.passage, piece.start, piece.end) is not None for piece in speech.pieces)


def _is_relief(speech: Speech) -> bool:
    """Whether an aid agency speaks."""
    return any(
        hit.entry.category == "org"
        and hit.entry.get("kind") in HUMANITARIAN
        and any(mention.start <= hit.start and hit.end <= mention.end for mention in speech.speaker.mentions)
        for hit in speech.pieces[0].passage.hits
    )


def _unmarked(text: str, speech: Speech, pieces: list[Piece]) -> Stance:
    """The stance of a quotation that no word of opinion marks: aid workers and the afflicted voice concern, others by its tone."""
    if _is_relief(speech):
        return "concern"
    codes = [actor.code for actor in speech.speaker.actors]
    if codes and all(code == "org:United Nations" for code in codes):
        return "concern"
    quoted = " ".join(text[piece.start : piece.end] for piece in pieces)
    frame = "" if speech.frame is None else text[speech.frame[1] : pieces[0].start]
    told = tone(quoted, frame, own=not any(code.startswith("group:") for code in codes))
    return told or "oppose"


def _trigger(piece: Piece, speech: Speech) -> tuple[int, int]:
    """The quoted words, with the verb and speaker beside them where they are short."""
    begin, end = piece.start, piece.end
    if speech.verb is not None and piece.passage.start <= speech.verb[0] < piece.passage.end:
        if 0 <= speech.verb[0] - piece.quote.end < 60:
            end = max(end, speech.verb[1])
        elif 0 <= piece.quote.start - speech.verb[1] < 60:
            begin = speech.verb[0]
    return clip(piece.passage, begin, end)

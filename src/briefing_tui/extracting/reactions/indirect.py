"""Positions handed on with a verb of speech and no quotation marks.

Three kinds are told from the accounts of what happened that fill the news: words that lean clearly to a side ("said the war must
end", also before the verb: "The war must end, he said"); what a speaker says of his own conduct ("said it would keep its
soldiers there"); and what is stressed rather than said ("reiterated that the treaty applies").
"""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.assessors import is_analyst
from briefing_tui.extracting.reactions.clause_words import AUXILIARIES, PASSIVE
from briefing_tui.extracting.reactions.governors import Memory, governor, is_blocked
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.judgements import judged, minded
from briefing_tui.extracting.reactions.labels import under_label
from briefing_tui.extracting.reactions.officials import speaking_for
from briefing_tui.extracting.reactions.positions import Position, clip, leads, nearest_date
from briefing_tui.extracting.reactions.qualifying import says_nothing
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.stances import Leaning, lean
from briefing_tui.extracting.reactions.tones import tone
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import Stance

NEWS: Final = frozenset(
    "killed wounded injured dead casualties intercepted downed destroyed launched fired hit struck recovered arrested detained percent % "
    "evacuated arrived deployed shot damaged found began met percentage kilometres kilometers rescued "
    "captured seized liberated retaken recaptured".split()
)
"""Words that show an account of what happened."""
HUMANITARIAN: Final = frozenset({"agency", "ngo", "mission"})
"""Kinds of organisations that speak for those who suffer."""
_THEMSELVES_ALONE: Final = frozenset("it they he she we i".split())
_THEIR_OWN: Final = frozenset("its their his her our".split())
_OWN_SIDE: Final = frozenset("group movement militia bloc alliance organisation organization".split())
"""What a speaker of such a body calls it ("said the group would not disarm")."""
_OPENERS: Final = frozenset({"that", ",", "reporters", "journalists", "lawmakers", "later", "then", "afterwards"})
"""Words right before the subject of what is said."""
_OPENING: Final = 10
"""Words of a clause of speech within which its subject stands ("told state radio later that he …")."""
_OWN_NAME: Final = 5
"""Words that "its army" or "his own country" may be long."""
_DENIAL: Final = 5
"""Words of a predicate within which "not" makes it a denial."""
_LONGEST_SETTING: Final = 14
"""Words of time, place and hearers that may stand before the "that" of what is said."""
_SETTINGS: Final = frozenset({"visit", "call", "talks"})
_SET_IN: Final = frozenset("during on after in before at while".split())
"""Steps that may be no more than where something was said ("said during a visit to Kyiv that …")."""
_GOODS: Final = frozenset({"weapon", "aid_noun", "item_noun"})
_SEEN: Final = frozenset(
    "seen found heard received known closer evidence information reports contact idea knowledge word trace sign available".split()
)
"""Words of a predicate that tell what one knows, not what one does."""
_COPULA: Final = frozenset("is was are were be been constituted constitutes amounted amounts represented represents".split())
_VERDICT_REACH: Final = 5
_NOT: Final = frozenset(
    "not never no nothing nobody neither n't won't wouldn't don't doesn't didn't isn't aren't wasn't hasn't haven't hadn't".split()
)
_INQUIRING: Final = frozenset(
    "aware reviewing investigating monitoring studying examining assessing considering looking clarification checking probing watching".split()
)
_AID_WORKERS: Final = frozenset("aid relief humanitarian rights doctors medics charity charities".split())
_TAIL: Final = 14
"""Words that may follow a speaker's verb at a sentence's end ("said in an interview with a Sunday newspaper")."""
_LEAST_BEFORE: Final = 4
"""Words a clause before ", X said" has at least."""
_TOLD: Final = 6
"""Words after "told" within which "to" and what is to be done follow."""
_LEAST_WEIGHT: Final = 3.0


def read_indirect(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """The positions that verbs of speech hand on in a passage, where no other rule has read one from the same words."""
    out: list[Position] = []
    memory = Memory()
    clauses = hearing.clauses(passage)
    for hit in passage.of("say", "stance"):
        if hit.entry.category != "say" or hearing.quoted(hit.start, hit.end):
            continue
        if clauses.low(clauses.index(hit.start)) == "telling" and clauses.auxiliary(clauses.index(hit.start)) in PASSIVE:
            continue  # "it is telling that"
        if says_nothing(clauses, hit):
            continue
        speaker = governor(hearing, passage, hit, memory)
        if speaker is None and clauses.low(clauses.index(hit.start) - 1) == ",":  # "…, said the minister"
            speaker = clauses.following(clauses.index(hit.end))
        if speaker is not None:
            speaker = speaking_for(hearing.reading, speaker)
        if speaker is None or is_blocked(clauses, clauses.index(hit.start)) or clauses.negated(clauses.index(hit.start)):
            continue
        end = hearing.clause_end(passage, hit)
        start = hit.end
        before = _clause_before(passage, hit, speaker)
        if before is not None:
            start, end = before
        if hearing.quotes.within(start, end) or _overlaps(passage, [*known, *out], start, end):
            continue
        told = _told(hearing, passage, hit, speaker, (start, end))
        if told is None or is_analyst(hearing, speaker):
            continue
        stance, leaning = told
        weight = 0.0 if leaning is None else leaning.weight
        begin = start if before is not None else speaker.start if leads(passage, speaker, hit.start) else hit.start
        out.append(
            Position(
                passage=passage.index,
                rule="indirect-speech",
                stance=stance,
                triggers=[clip(passage, begin, end)],
                speaker=speaker,
                verb=(hit.start, hit.end),
                cue=None if leaning is None else leaning.cue,
                participle=hearing.text[hit.start : hit.end].lower() == "saying"
                and clauses.low(clauses.index(hit.start) - 1) == ",",
                date=nearest_date(passage, start, end),
                confidence=0.6 if weight > 3 else 0.5,
                unmarked=weight <= 3 and bool(speaker.mentions) and speaker.mentions[0].kind == "pronoun",
            )
        )
    for further in (_accorded, _after_name):
        position = further(hearing, passage, [*known, *out])
        if position is not None:
            out.append(position)
    return out


def _accorded(hearing: Hearing, passage: Passage, known: list[Position]) -> Position | None:
    """Read "According to the president, the raid was a crime" and "The raid was a crime, according to the president"."""
    clauses = hearing.clauses(passage)
    for hit in passage.of("accord"):
        speaker = clauses.following(clauses.index(hit.end))
        if speaker is None or hearing.quoted(hit.start, hit.end) or is_analyst(hearing, speaker):
            continue
        speaker = under_label(hearing.reading, passage, speaker)
        codes = _codes(speaker)
        if not codes or any(code.startswith("group:") for code in codes):
            continue
        start, end = (passage.start, hit.start)
        if passage.distance(passage.start, hit.start) < _LEAST_BEFORE:
            comma = next((token.end for token in passage.between(speaker.end, passage.end) if token.low == ","), None)
            if comma is None:
                continue
            start, end = comma, passage.end
        words = {token.low for token in passage.between(start, end)}
        if hearing.quotes.within(start, end) or _overlaps(passage, known, start, end):
            continue
        leaning = lean(passage, start, end)
        clear = leaning is not None and leaning.weight >= _LEAST_WEIGHT and _is_clear(hearing, speaker, leaning, words)
        if NEWS.intersection(words) and not (leaning is not None and clear and _is_verdict(passage, leaning)):
            continue
        stance = leaning.stance if leaning is not None and clear else judged(hearing.text[start:end])
        if stance is None:
            continue
        return Position(
            passage=passage.index,
            rule="according-to",
            stance=stance,
            triggers=[clip(passage, start, end)],
            speaker=speaker,
            verb=(hit.start, hit.end),
            cue=leaning.cue if leaning is not None and clear else None,
            date=nearest_date(passage, start, end),
            confidence=0.6 if clear else 0.5,
        )
    return None


def _after_name(hearing: Hearing, passage: Passage, known: list[Position]) -> Position | None:
    """Read "Foreign Ministry spokeswoman Maria Zakharova: the West began this": a person, a colon and the words without marks."""
    clauses = hearing.clauses(passage)
    mention = clauses.noun(0)
    if mention is None or clauses.low(clauses.last(mention) + 1) != ":" or not _may_be_cited(passage, mention):
        return None
    start, end = passage.tokens[clauses.last(mention) + 1].end, passage.end
    leaning = lean(passage, start, end)
    if (
        leaning is None
        or leaning.weight < _LEAST_WEIGHT
        or hearing.quotes.within(start, end)
        or _overlaps(passage, known, start, end)
    ):
        return None
    speaker = speaker_of([mention])
    return Position(
        passage=passage.index,
        rule="words-after-name",
        stance=leaning.stance,
        triggers=[clip(passage, mention.start, end)],
        speaker=speaker,
        cue=leaning.cue,
        date=nearest_date(passage, start, end),
        confidence=0.6,
    )


def _may_be_cited(passage: Passage, mention: Mention) -> bool:
    """Whether a mention before a colon is someone cited: a person, and in a headline an office or a seat of government ("Kremlin: …")."""
    if mention.person is not None:
        return True
    seat = any(actor.via == "metonym" for actor in mention.actors) or mention.kind == "role"
    return seat and passage.block.kind == "heading"


def _clause_before(passage: Passage, hit: Hit, speaker: Speaker) -> tuple[int, int] | None:
    """The clause that ", X said" or ", said X" closes, when nothing but time and place follows; None for the usual order."""
    if not speaker.mentions:
        return None
    opens = min(speaker.start, hit.start)
    closes = max(speaker.end, hit.end)
    at = passage.token_at(opens) - 1
    while at >= 0 and passage.tokens[at].low in {"the", "a", "an"}:
        at -= 1
    if at < _LEAST_BEFORE or passage.tokens[at].low != ",":
        return None
    rest = passage.between(closes, passage.end)
    if rest and (len(rest) > _TAIL or rest[0].low in {"that", "it", "he", "she", "they", "the", "its", "his", "their"}):
        return None
    if any(token.low in {"would", "will", "was", "were", "is", "are", "has", "have", "had", "must", "should"} for token in rest):
        return None
    stop = passage.tokens[at].start
    start = passage.start
    for token in passage.between(passage.start, stop):
        if token.low in {";", ":", "—"}:
            start = token.end
    return start, stop


def _told(
    hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker, clause: tuple[int, int]
) -> tuple[Stance, Leaning | None] | None:
    """The side a clause of speech takes with the words that tell it, or None where it is an account, a figure or an announcement."""
    start, end = clause
    tokens = passage.between(start, end)
    words = {token.low for token in tokens}
    opening = [token.low for token in tokens[:2]]
    if hit.entry.key == "speak" and start == hit.end and opening[:1] != ["that"]:
        return None  # "hostages held in tunnels"
    if opening == ["to", "have"]:
        return None  # "claimed to have struck": an account of what was done
    leaning = lean(passage, start, end)
    codes = _codes(speaker)
    single = bool(codes) and not any(code.startswith("group:") for code in codes)
    if single and leaning is not None and leaning.weight >= _LEAST_WEIGHT and _is_verdict(passage, leaning):
        return leaning.stance, leaning  # "the raid, which killed nine, was a flagrant violation"
    demanded = leaning is not None and leaning.stance == "urge" and not words.isdisjoint({"must", "should"})
    if (
        (NEWS.intersection(words) and not demanded)
        or "announce" in words
        or any(start <= money.start < end for money in passage.money)
    ):
        return None
    if start == hit.end and _orders(hearing, passage, hit):
        return "urge", None
    own = _of_own_conduct(hearing, passage, hit, speaker, clause)
    if leaning is not None and _is_clear(hearing, speaker, leaning, words) and (own is None or leaning.stance != "urge"):
        return leaning.stance, leaning
    if own is not None:
        return own, None
    if single and _hands_on(hearing, hit):
        view = judged(hearing.text[start:end])
        if view is not None:
            return view, None
    if start != hit.end:
        return None
    if hit.entry.key == "assert" and opening[:1] == ["that"] and not any(code.startswith("group:") for code in _codes(speaker)):
        if leaning is not None:
            return leaning.stance, leaning
        return tone(hearing.text[start:end]) or "neutral", None
    return None


def _orders(hearing: Hearing, passage: Passage, hit: Hit) -> bool:
    """Whether somebody is told to do something: "told Moscow to stop", "told allies to spend more"."""
    if hit.entry.key != "tell":
        return False
    clauses = hearing.clauses(passage)
    at = clauses.index(hit.end)
    for place in range(at, min(at + _TOLD, len(clauses.tokens) - 1)):
        low = clauses.low(place)
        if low in {"that", ",", "about", "how", "why", "in", "on", "reporters", "journalists"}:
            return False
        if low == "to" and place > at:
            return clauses.low(place + 1) not in {"the", "a", "an", "his", "her", "its"} and not clauses.tokens[place + 1].capital
    return False


def _of_own_conduct(hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker, clause: tuple[int, int]) -> Stance | None:
    """The side of words about what the speaker does, will do or has not done ("said it would not join the operation")."""
    start, end = clause
    codes = _codes(speaker)
    if not codes or any(code.startswith("group:") for code in codes) or not _hands_on(hearing, hit):
        return None
    predicate = _own_predicate(hearing, passage, codes, clause)
    if predicate is None or predicate >= len(passage.tokens):
        return None
    rest = [token.low for token in passage.tokens[predicate : predicate + 7]]
    following = any(rest[at] == "following" and rest[at - 1] in AUXILIARIES for at in range(1, len(rest)))
    if _INQUIRING.intersection(rest) or following or "touch" in rest:
        return "neutral"
    counted = any(start <= quantity.start < end for quantity in passage.quantities)
    if counted and any(hit.entry.category in _GOODS and start <= hit.start < end for hit in passage.hits):
        return None
    if _SEEN.intersection(rest[:6]) or (rest[1:2] == ["take"] and _of_it(passage, predicate)):
        return None  # "said it would take time"
    begin = passage.tokens[predicate].start
    told = minded(hearing.text[begin:end], passage, start, end)
    return told or ("defend" if _NOT.intersection(rest[:_DENIAL]) else None)


def _of_it(passage: Passage, predicate: int) -> bool:
    """Whether the subject before a predicate is "it", which may stand for nobody."""
    return passage.tokens[predicate - 1].low == "it"


def _own_predicate(hearing: Hearing, passage: Passage, codes: list[str], clause: tuple[int, int]) -> int | None:
    """Index of the token after the subject of a clause of speech that is the speaker or his own side; None where it is another."""
    clauses = hearing.clauses(passage)
    first, beyond = clauses.index(clause[0]), clauses.index(clause[1])
    opening = [clauses.low(place) for place in range(first, min(first + _LONGEST_SETTING, beyond))]
    if "that" in opening[1:] and not AUXILIARIES.intersection(opening[: opening.index("that", 1)]):
        first += opening.index("that", 1) + 1  # "said during a visit to Kyiv last week that …"
        if clauses.low(first) == "as" and clauses.low(first + 2) in _THEMSELVES_ALONE:
            first += 2  # "that as chancellor he would …"
    for at in range(first, min(first + _OPENING, beyond)):
        low, before = clauses.low(at), clauses.low(at - 1)
        mention = clauses.noun(at)
        if before == "the":
            before = clauses.low(at - 2) if at - 1 > first else "that"
        opens = at == first or before in _OPENERS or clauses.dated[at - 1]
        if low in AUXILIARIES:
            return None
        if mention is not None and mention.kind != "pronoun":
            last = clauses.last(mention)
            if opens and {actor.code for actor in mention.actors} == set(codes):
                return last + 1
            continue
        if not opens and not (before in {"reporters", "journalists"} or clauses.noun(at - 1) is not None):
            continue
        if low in _THEMSELVES_ALONE:
            return at + 1
        if low == "the" and clauses.low(at + 1) in _OWN_SIDE:
            return at + 2
        if low in _THEIR_OWN:
            verb = next((place for place in range(at + 1, min(at + _OWN_NAME, beyond)) if clauses.low(place) in AUXILIARIES), at)
            return verb if verb > at else at + 1
    return None


def _is_verdict(passage: Passage, leaning: Leaning) -> bool:
    """Whether the words that lean are what something is said to be: "was a flagrant violation"."""
    before = [token.low for token in passage.between(passage.start, leaning.cue[0])][-_VERDICT_REACH:]
    return leaning.stance != "urge" and bool(_COPULA.intersection(before)) and not NEWS.intersection(before)


def _hands_on(hearing: Hearing, hit: Hit) -> bool:
    return hit.entry.key in {"say", "tell", "state", "assert", "inform", "write", "find"} or hearing.text[
        hit.start : hit.end
    ].lower().startswith(("made", "make", "making", "let"))


def _is_clear(hearing: Hearing, speaker: Speaker, leaning: Leaning, words: set[str]) -> bool:
    if leaning.stance == "urge":
        return (
            bool(words & {"must", "should", "need", "needs", "ought", "urged", "stop", "immediately", "expects"})
            or leaning.weight >= 6
        )
    if leaning.stance == "concern":
        return leaning.weight >= 6 or _is_humanitarian(hearing, speaker)
    return leaning.weight >= 3


def _is_humanitarian(hearing: Hearing, speaker: Speaker) -> bool:
    """Whether an aid agency or relief workers speak, whose accounts of misery are their position."""
    spoken = hearing.text[speaker.start : speaker.end].lower().split()
    if _AID_WORKERS.intersection(spoken):
        return True
    return any(hit.entry.get("kind") in HUMANITARIAN for hit in hearing.reading.hits_within(speaker.start, speaker.end, "org"))


def _codes(speaker: Speaker) -> list[str]:
    return [actor.code for actor in speaker.actors]


def _overlaps(passage: Passage, known: list[Position], start: int, end: int) -> bool:
    """Whether another position is read from the same words; a visit or call that only tells when it was said is none."""
    for position in known:
        for first, last in position.triggers:
            if first >= end or start >= last:
                continue
            opening = passage.between(first, last)[:1]
            if position.action not in _SETTINGS or not opening or opening[0].low not in _SET_IN:
                return True
    return False

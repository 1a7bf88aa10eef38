"""Who vouches for what a sentence says: asserted, claimed, reported, anticipated, denied …, with the cue's span."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final, cast

from briefing_tui.extracting.modality.attribution import source_of, worth_of
from briefing_tui.extracting.modality.scopes import governs
from briefing_tui.extracting.passages import Mention, Passage, Reading, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Modality


@dataclass(frozen=True, slots=True)
class ModalityReading:
    """The modality of a span, the cue that gave it (offsets, or None for the document's own voice) and the source it is attributed to."""

    modality: Modality
    cue: tuple[int, int] | None = None
    source: Mention | None = None
    background: bool = False
    """History, hypotheticals, generic and negated mentions: no event is made of them."""


_DETAILS: Final = frozenset(
    "source sources origin cause number numbers toll figure figures casualties identity identities extent who how why whether responsibility damage motive".split(
        " "
    )
)
_SUBJECT_REACH: Final = 14
_SUBJECT_STOPS: Final = frozenset({";", ":", "that", "which", "who", "after", "when", "if", "”", "as", "while"})
_FINITE: Final = frozenset(
    "is are was were has have had said says say told did does took came left hit struck killed began".split(" ")
)
_VERDICT_PASSAGES: Final = 3
_MODALS: Final[dict[str, Modality]] = {
    "could": "anticipated",
    "may": "anticipated",
    "might": "anticipated",
    "will": "planned",
    "would": "anticipated",
    "'ll": "planned",
}
_OF_NOUNS: Final = frozenset({"suspected", "alleged"})
_ANSWERS: Final = frozenset(
    "retaliation revenge response reprisal reprisals payback reply answer retribution retaliate retaliated retaliating revenged avenge respond responded"
    " responding replied vengeance punishment punish".split(" ")
)
"""Words for what is done because of an event, which is thereby told as known."""
_NEGATIONS: Final = frozenset({"not", "never", "no", "cannot", "without", "nobody", "none", "neither", "nor"})
_PICTURES: Final = compile_later(
    r"\b(?:(?:satellite|geolocated|verified|authenticated)\s+(?:images?|imagery|footage|photo(?:graph)?s?|pictures?|videos?)\b[^.;:]{0,90}?"
    r"|(?:footage|images?|imagery|photo(?:graph)?s|videos?)\b[^.;:]{0,90}\b(?:geolocat\w+|verif\w+|authenticat\w+|place on the map)\b[^.;:]{0,60}?)"
    r"\bshow(?:s|ed|ing|n)?\b(?=[^.;:]{0,80}$)",
    re.IGNORECASE,
)
_PLAIN: Final = frozenset({"source", "reported"})
_WEAPONS: Final = frozenset(
    {"drone", "missile", "jet", "warplane", "aircraft", "rocket", "airstrike", "helicopter", "submarine", "warship", "balloon"}
)
_DETERMINERS: Final = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_GOVERNORS: Final = frozenset({"on", "over", "about", "by", "for", "of", "in", "at", "to", "during", "against", "from", "with"})
_PHRASE_ENDS: Final = frozenset(
    {"a", "an", ",", ";", ":", "and", "that", "which", "said", "says", "is", "was", "were", "are", "had", "has", "have"}
)
_PHRASE_TOKENS: Final = 6
_ORDER: Final[dict[str, int]] = {"verdict": -1, "near": 0, "around": 1, "ahead": 2, "says": 3}


def read_modality(
    reading: Reading, passage: Passage, start: int, end: int, *, verb: bool = False, noun: bool = False
) -> ModalityReading:
    """The modality of the words `text[start:end]` of a passage; `verb` tells that they are a verb, whose subject may itself be "suspected", `noun` that they name an event, whose verb may stand far off.

    The nearest cue that governs the words' clause decides; a list item without a cue of its own takes that of the
    sentence that introduces the list; a following sentence may say that nothing of it could be verified.
    """
    found = _within(reading, passage, start, end, verb=verb, noun=noun)
    if found is None:
        for introduction in reversed(reading.introduction_of(passage)):
            found = _from_introduction(reading, introduction)
            if found is not None:
                break
    found = found or _shown(passage, start) or ModalityReading("asserted")
    if found.modality in {"asserted", "claimed", "reported"} and not found.background:
        verdict = _verdict(reading, passage, end)
        if verdict is not None:
            return ModalityReading(cast("Modality", verdict.entry.get("modality")), (verdict.start, verdict.end), found.source)
    return found


def _within(
    reading: Reading, passage: Passage, start: int, end: int, *, verb: bool = False, noun: bool = False
) -> ModalityReading | None:
    names = [mention for mention in passage.mentions if mention.kind != "pronoun"]
    cues = [cue for cue in passage.of("cue") if not any(name.start < cue.start and cue.end < name.end for name in names)]
    if verb:
        cues = [cue for cue in cues if cue.entry.key not in _OF_NOUNS or _of_a_weapon(passage, cue)]
    if _is_answered(passage, start):
        cues = [cue for cue in cues if cue.entry.get("scope") == "near"]
        modal = None
    else:
        modal = _modal(passage, start, end, noun=noun)
    if modal is not None and modal.cue is not None and _is_counterfactual(passage, modal.cue[0]):
        return ModalityReading("asserted", modal.cue, background=True)
    if noun and _is_known(passage, start, end):
        cues = [cue for cue in cues if cue.entry.get("scope") != "says" or cue.entry.get("modality") not in _PLAIN]
    governing = [cue for cue in cues if governs(passage, cue, start, end)]
    governing.sort(key=lambda cue: (_ORDER[cue.entry.get("scope")], abs(start - cue.start)))
    background = [cue for cue in governing if cue.entry.get("modality") == "background"]
    if background:
        return ModalityReading("asserted", (background[0].start, background[0].end), background=True)
    negation = _negation(passage, start, end)
    if negation is not None:
        denied = next((cue for cue in governing if cue.entry.get("modality") == "denied"), None)
        if denied is None:
            return ModalityReading("denied", (negation.start, negation.end), background=True)
    for cue in governing:
        if cue.entry.get("modality") == "denied" and not any(
            other.entry.get("scope") == "says" and cue.end < other.start < start for other in governing
        ):
            return _attributed(reading, passage, cue, "denied")
    source = _speaker(reading, passage, governing)
    if modal is not None and not any(cue.entry.get("modality") in {"planned", "speculated"} for cue in governing):
        return ModalityReading(modal.modality, modal.cue, source)
    for cue in governing:
        modality = cue.entry.get("modality")
        if cue.entry.get("scope") != "says":
            return ModalityReading(modality, (cue.start, cue.end), source)
        return _attributed(reading, passage, cue, modality)
    return None


def _speaker(reading: Reading, passage: Passage, governing: list[Hit]) -> Mention | None:
    """Who says it, also where a nearer cue decides what it is."""
    says = next((cue for cue in governing if cue.entry.get("scope") == "says"), None)
    return source_of(reading, passage, says.start, says.end, after=says.entry.key == "according") if says is not None else None


def _attributed(reading: Reading, passage: Passage, cue: Hit, modality: str) -> ModalityReading | None:
    after = cue.entry.key == "according"
    source = source_of(reading, passage, cue.start, cue.end, after=after)
    worth = worth_of(reading, passage, source, cue.start, cue.end, after=after)
    if modality == "source" or (modality == "reported" and after):
        modality = worth
    if worth == "asserted" and modality in {"claimed", "reported", "asserted"}:
        return None
    return ModalityReading(cast("Modality", modality), (cue.start, cue.end), source)


def _shown(passage: Passage, start: int) -> ModalityReading | None:
    """What pictures from space, or pictures somebody placed or verified, show."""
    text = passage.text[: start - passage.start]
    if "show" not in text:
        return None
    match = _PICTURES.search(text)
    if match is None:
        return None
    return ModalityReading("confirmed", (passage.start + match.start(), passage.start + match.end()))


def _of_a_weapon(passage: Passage, cue: Hit) -> bool:
    """Whether it is not the men but whose weapon it was that is suspected: "a suspected Ukrainian drone"."""
    first = passage.token_at(cue.end)
    following = passage.tokens[first : first + 4]
    return bool(following) and following[0].capital and any(token.low.rstrip("s") in _WEAPONS for token in following)


def _is_known(passage: Passage, start: int, end: int) -> bool:
    """Whether an event noun hangs on a preposition as a thing known: "alarmed by the shelling of …", "briefed on Russia's strike"."""
    determined = False
    first = passage.token_at(start)
    if any(token.low in _DETERMINERS or token.low.endswith("'s") for token in passage.between(start, end)):
        determined = True
    for token in reversed(passage.tokens[max(0, first - _PHRASE_TOKENS) : first]):
        if token.low in _GOVERNORS:
            return determined
        if token.low in _DETERMINERS or token.low.endswith("'s"):
            determined = True
        elif token.low in _PHRASE_ENDS or (determined and not token.capital):
            return False
    return False


def _is_answered(passage: Passage, start: int) -> bool:
    """Whether the words are what somebody answered to, a thing told as known: "revenge for Thursday's strikes"."""
    first = passage.token_at(start)
    for index in range(first - 1, max(0, first - 5), -1):
        if passage.tokens[index].low in {"for", "to", "against"}:
            return passage.tokens[index - 1].low in _ANSWERS
        if passage.tokens[index].low in {",", ";", "that", "by", "with"}:
            return False
    return False


def _modal(passage: Passage, start: int, end: int, *, noun: bool) -> ModalityReading | None:
    """A modal verb of the span's own verb group, or of the verb the span is the subject of."""
    first, last = passage.token_at(start), passage.token_at(end)
    window = passage.tokens[max(0, first - 4) : last + 5]
    for token in reversed([token for token in window if token.start < start]):
        if token.low in {",", ";", ":", "and", "that", "which", "who"}:
            break
        if token.low in _MODALS and not token.capital:
            return ModalityReading(_MODALS[token.low], (token.start, token.end))
    reach = _SUBJECT_REACH if noun else 5
    window = passage.tokens[first : last + reach + 1]
    for token, following in itertools.pairwise(window):
        if token.start >= end and (token.low in _SUBJECT_STOPS or (not noun and token.low in {",", "and"})):
            break
        if token.start >= end and token.low == "," and following.low not in _MODALS and following.low not in {"and", "or"}:
            break
        if noun and token.start >= end and (token.low in _FINITE or (token.low.endswith("ed") and not token.capital)):
            break
        if token.low in _MODALS and not token.capital and token.start >= start:
            return ModalityReading(_MODALS[token.low], (token.start, token.end))
    return None


def _is_counterfactual(passage: Passage, start: int) -> bool:
    """Whether a modal tells what would have been: "the town would probably have been lost"."""
    first = passage.token_at(start)
    words = [token.low for token in passage.tokens[first : first + 4]]
    return words[0] == "would" and "have" in words


def _negation(passage: Passage, start: int, end: int) -> Token | None:
    first = passage.token_at(start)
    for token in reversed(passage.tokens[max(0, first - 3) : first]):
        if token.low in {",", ";", ":", "and", "but"}:
            return None
        if token.low in _NEGATIONS or token.low.endswith("n't"):
            return token
    return next(
        (token for token in passage.between(start, end) if token.low in {"not", "never"} or token.low.endswith("n't")), None
    )


def _from_introduction(reading: Reading, introduction: Passage) -> ModalityReading | None:
    """The cue that stands nearest before the colon of a list's introduction."""
    return _within(reading, introduction, introduction.end, introduction.end)


def _is_of_a_detail(passage: Passage, cue: Hit) -> bool:
    """Whether only a circumstance could not be confirmed: "unable to confirm the source of fire", "could not verify the toll"."""
    return any(token.low in _DETAILS for token in passage.between(cue.end, cue.end + 40)[:5])


def _verdict(reading: Reading, passage: Passage, end: int) -> Hit | None:
    """A statement about this statement, in this sentence or one of the next of the same paragraph."""
    for following in reading.passages[passage.index : passage.index + _VERDICT_PASSAGES]:
        if following.sentence.block != passage.sentence.block:
            break
        if not following.has("cue"):
            continue
        for cue in following.of("cue"):
            if cue.entry.get("scope") == "verdict" and cue.start >= end and not _is_of_a_detail(following, cue):
                if following is not passage and (cue.entry.get("modality") != "unconfirmed" or cue.entry.get("here")):
                    continue
                return cue
    return None

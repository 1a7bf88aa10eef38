"""How an item's gift stands: stated, planned, denied, said by others."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.aid.chains import Given
from briefing_tui.extracting.aid.packages import modality_of
from briefing_tui.extracting.aid.verbs import AidVerb, find_verbs
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Modality


def item_modality(reading: Reading, given: Given) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of an item and its cue. What its giver will do is planned; what a giver rules out is denied."""
    passage, thing = given.passage, given.thing
    if given.negated:
        return "denied", None
    verb = _verb(passage, given)
    found, cue = modality_of(reading, passage, thing.start, thing.end)
    if found == "asserted" and verb is not None and verb.end <= thing.start:  # coordinated things share their verb's modality
        found, cue = _shared(reading, passage, verb, thing.start)
    if found != "asserted":
        return found, cue
    if verb is not None and verb.hit.entry.key == "refuse":
        return "denied", (verb.start, verb.end)
    if given.rule == "list-of-aid":
        return _listed(reading, passage)
    if verb is None or verb.frame not in _GIVING:
        return found, cue
    refused = _REFUSED.search(passage.text, max(0, verb.start - passage.start - _WINDOW), verb.start - passage.start)
    if refused is not None:
        return "denied", (passage.start + refused.start("cue"), passage.start + refused.end("cue"))
    lead = _LEADS.search(passage.text, max(0, verb.start - passage.start - _WINDOW), verb.start - passage.start)
    if lead is not None:
        return "planned", (passage.start + lead.start("cue"), passage.start + lead.end("cue"))
    return found, cue


def _verb(passage: Passage, given: Given) -> AidVerb | None:
    if given.verb is None or given.verb.entry.category != "aid_verb":
        return None
    return next((verb for verb in find_verbs(passage) if verb.start == given.verb.start), None)


def _shared(reading: Reading, passage: Passage, verb: AidVerb, end: int) -> tuple[Modality, tuple[int, int] | None]:
    """The modality right after the verb, when only members of one list stand between it and the thing."""
    between = passage.text[verb.end - passage.start : end - passage.start]
    if _CLAUSE.search(between):
        return "asserted", None
    found, cue = modality_of(reading, passage, verb.start, verb.end)
    return (found, cue) if found in {"planned", "reported", "speculated"} else ("asserted", None)


def _listed(reading: Reading, passage: Passage) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of a list's items: planned where its introduction says what a giver will buy or send."""
    for place in reversed(reading.introduction_of(passage)):
        match = _WILL_GIVE.search(place.text)
        if match is not None:
            return "planned", (place.start + match.start(), place.start + match.end())
    return "asserted", None


_GIVING: Final = frozenset({"give", "promise", "order", "arrive", "receive", "equip", "carry"})
_WINDOW: Final = 40
_LEADS: Final = compile_later(
    r"\b(?P<cue>will|'ll|is to|are to|set to|due to|scheduled to|plans? to|going to|expected to|slated to|intends? to|aims? to|preparing to)(?: (?:also|soon|not|now|only|then|be|have|been|jointly|finally|first|later|instead)){0,3} $"
)
_REFUSED: Final = compile_later(
    r"\b(?P<cue>rul(?:es?|ed|ing) out|refus(?:es?|ed|ing) to|declin(?:es?|ed|ing) to|won't|will not|would not|has no plans to|have no plans to)(?: (?:ever|even|again|be|directly|currently)){0,2} $"
)
_WILL_GIVE: Final = compile_later(
    r"\b(?:will|is to|are to|plans? to|intends? to) (?:\w+ )?(?:procure|purchase|buy|deliver|send|supply|provide|donate|transfer|hand over|ship|order|receive)\b"
)
_CLAUSE: Final = compile_later(r"[;:“”]|\b(?:which|who|that|while|but|after|because)\b")

"""Passives whose subject is who receives: "were given 12 radios", "will be supplied with rifles"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later


def subject_receives(passage: Passage, verb: AidVerb) -> bool:
    """Whether a passive's subject is who receives: "the army will be supplied with rifles", "Kyiv was promised jets"."""
    word = passage.text[verb.start - passage.start : verb.end - passage.start].lower()
    if verb.frame == "equip" and (
        word not in _SUPPLIED_WITH or not (verb.ahead or _BEEN.search(passage.text[: verb.start - passage.start]))
    ):
        return False
    subject = next((mention for mention in reversed(passage.mentions) if mention.end <= verb.start), None)
    if subject is None or (subject.adjective and subject.kind == "name"):
        return _WHO_RECEIVES.search(passage.text[: verb.start - passage.start]) is not None
    between = passage.between(subject.end, verb.start)
    return len(between) <= 7 and all(
        token.low in HELPING or token.low.endswith("ly") or token.low in _RECEIVERS for token in between
    )


_SUPPLIED_WITH: Final = frozenset(
    {"supplied", "equipped", "provided", "outfitted", "furnished", "issued", "resupplied", "reinforced", "kitted out"}
)
_BEEN: Final = compile_later(r"\b(?:been|being|was|were)\b[^,;]{0,20}$", re.IGNORECASE)
_RECEIVERS: Final = frozenset(
    "army forces troops soldiers units brigades navy air force pilots crews hospitals hospital refugees families people civilians households villagers rebels"
    " fighters militias militia police guards residents communities schools shelters clinics commandos patients government military".split()
)
_WHO_RECEIVES: Final = compile_later(
    r"\b(?:army|forces?|troops|soldiers|units|brigades?|navy|pilots|crews|hospitals?|refugees|families|people|civilians|households|rebels|militias?|police|guards|residents|communities|schools|clinics|patients)"
    r" (?:\w+ ){0,4}$",
    re.IGNORECASE,
)
HELPING: Final = frozenset(
    "is are was were be been being has have had will would to can could may might must should also now soon already still finally to due set expected"
    " scheduled has first yet recently not 's".split()
)


def is_given_to(passage: Passage, verb: AidVerb) -> bool:
    """Whether a passive has its receiver for a subject and the thing for an object: "were given 12 radios", "has been promised jets"."""
    return (
        verb.frame in {"give", "promise"}
        and passage.text[verb.start - passage.start : verb.end - passage.start].lower() in _GIVEN_TO
    )


_GIVEN_TO: Final = frozenset(
    "given sent lent promised offered handed granted gifted loaned supplied sold awarded pledged issued".split()
)

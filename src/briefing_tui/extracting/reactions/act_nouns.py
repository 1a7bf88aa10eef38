"""Steps told by nouns: "the expulsion by Algiers of twelve agents", "ordered the closure of its consulate", "Mali's departure from the bloc"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.governors import main_subject
from briefing_tui.extracting.reactions.hearing import Hearing
from briefing_tui.extracting.reactions.positions import Position, clip, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import ReactionAction, Stance


class _Kind(NamedTuple):
    """What a noun of action does when one of `objects` follows it."""

    objects: re.Pattern[str]
    action: ReactionAction
    stance: Stance


_ENVOYS: Final = r"\b(?:diplomats?|ambassadors?|envoys?|attach[eé]s?|consuls?|consular (?:agents|officers|staff)|charg[eé]|embassy (?:staff|officials))\b"
_KINDS: Final[dict[str, tuple[_Kind, ...]]] = {
    "expulsion": (_Kind(compile_later(_ENVOYS + r"|\bits staff\b"), "diplomats_expelled", "oppose"),),
    "recall": (_Kind(compile_later(_ENVOYS), "ambassador_recalled", "oppose"),),
    "summoning": (_Kind(compile_later(_ENVOYS), "ambassador_summoned", "oppose"),),
    "closure": (
        _Kind(compile_later(r"\b(?:embass(?:y|ies)|consulates?|missions?)\b"), "embassy_closed", "concern"),
        _Kind(compile_later(r"\b(?:borders?|frontier|airspace|crossings?)\b"), "other", "oppose"),
    ),
    "reopening": (_Kind(compile_later(r"\b(?:embass(?:y|ies)|consulates?)\b"), "embassy_reopened", "neutral"),),
    "evacuation": (
        _Kind(
            compile_later(r"\b(?:embassy|diplomats|nationals|citizens|non-essential|foreign staff|its staff)\b"),
            "evacuation",
            "concern",
        ),
    ),
    "severing": (_Kind(compile_later(r"\b(?:ties|relations)\b"), "relations_cut", "oppose"),),
    "severance": (_Kind(compile_later(r"\b(?:ties|relations)\b"), "relations_cut", "oppose"),),
    "imposition": (_Kind(compile_later(r"\b(?:sanctions|embargo|asset freezes?|visa bans?)\b"), "sanctions", "oppose"),),
    "blacklisting": (_Kind(compile_later(r"\w"), "sanctions", "oppose"),),
    "suspension": (
        _Kind(compile_later(r"\b(?:talks|negotiations|dialogue)\b"), "talks_suspended", "oppose"),
        _Kind(
            compile_later(r"\b(?:treaty|accord|agreement|pact|cooperation|arms|weapons|aid|shipments|visas?)\b"),
            "other",
            "oppose",
        ),
    ),
    "cancellation": (_Kind(compile_later(r"\b(?:talks|negotiations|summit|visit|trip)\b"), "talks_suspended", "oppose"),),
    "departure": (
        _Kind(compile_later(r"\b(?:bloc|union|ecowas|treaty|convention|court|organi[sz]ation|statute)\b"), "other", "oppose"),
    ),
    "withdrawal": (
        _Kind(compile_later(r"\b(?:treaty|accord|convention|court|statute|ecowas|bloc|grain deal)\b"), "other", "oppose"),
        _Kind(compile_later(r"\b(?:talks|negotiations)\b"), "talks_suspended", "oppose"),
    ),
    "exit": (_Kind(compile_later(r"\b(?:treaty|convention|court|statute|ecowas|bloc)\b"), "other", "oppose"),),
    "recognition": (_Kind(compile_later(r"\b(?:palestine|palestinian state|palestinian statehood)\b"), "other", "support"),),
}
_NOUN: Final = compile_later(
    rf"\b(?P<noun>{'|'.join(_KINDS)})s? (?:by (?P<agent>[^,;.]{{2,40}}?) )?(?:of|from) (?P<object>[^,;.]{{2,70}})"
)
_HINTS: Final = tuple(_KINDS)
_ORDERING: Final = compile_later(
    r"\b(?:order(?:ed|s|ing)?|announc(?:ed|es|ing)|confirm(?:ed|s|ing)|decid(?:ed|es) on|declar(?:ed|es|ing)|approv(?:ed|es|ing)|complet(?:ed|es|ing))"
    r" (?:the |its |their |his |an? |\w+ ){0,4}?$"
)
_UNREAL: Final = compile_later(
    r"\b(?:call(?:ed|s|ing)? for|demand(?:ed|s|ing)?|urg(?:ed|es|ing)|seek(?:s|ing)?|sought|threaten(?:ed|s|ing)?|consider(?:s|ed|ing)?|possible|"
    r"advocat\w+|propos\w+|want(?:ed|s)?|reject\w*|oppos\w+|against|den(?:y|ied|ies)|no|not|without|prevent\w*|avoid\w*)(?: \w+){0,4} $"
)
_OWN_REACH: Final = 4
_SAME_CLAUSE: Final = 60


def read_act_nouns(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """The steps that nouns of action tell in a passage where no verb has told them."""
    low = passage.text.lower()
    if not any(hint in low for hint in _HINTS):
        return []
    found: list[Position] = []
    clauses = hearing.clauses(passage)
    for match in _NOUN.finditer(low):
        kind = next((each for each in _KINDS[match["noun"]] if each.objects.search(match["object"])), None)
        start, end = passage.start + match.start(), passage.start + match.end()
        if (
            kind is None
            or hearing.quoted(start, end)
            or _UNREAL.search(low[max(0, match.start() - _SAME_CLAUSE) : match.start()])
        ):
            continue
        if any(
            first < end and start < last and position.action == kind.action
            for position in known
            for first, last in position.triggers
        ):
            continue
        speaker = _doer(passage, clauses, match)
        if speaker is None or not speaker.actors:
            continue
        found.append(
            Position(
                passage=passage.index,
                rule=f"act-{kind.action.replace('_', '-')}-noun",
                stance=kind.stance,
                triggers=[clip(passage, start, end)],
                speaker=speaker,
                action=kind.action,
                directness="act",
                date=nearest_date(passage, start, end),
                confidence=0.65,
            )
        )
    return found


def _doer(passage: Passage, clauses: Clauses, match: re.Match[str]) -> Speaker | None:
    """Whose step it is: the agent after "by", the owner before it, or the subject that orders or announces it."""
    start = passage.start + match.start()
    if match["agent"]:
        return clauses.following(clauses.index(passage.start + match.start("agent")))
    owner = _owner(passage, clauses, start)
    if owner is not None:
        return speaker_of([owner])
    by = passage.text.find(" by ", match.end("noun"), match.end() + _SAME_CLAUSE)
    if by >= 0:
        agent = clauses.following(clauses.index(passage.start + by + len(" by ")))
        if agent is not None:
            return agent
    order = _ORDERING.search(passage.text[: match.start()].lower())
    if order is not None:
        return clauses.subject(clauses.index(passage.start + order.start())) or main_subject(clauses)
    first = clauses.index(start)
    joined = clauses.low(first - 1) in {"and", "the"} and "and" in {clauses.low(first - 1), clauses.low(first - 2)}
    if joined and _ORDERING_BEFORE.search(passage.text[: match.start()].lower()):
        return main_subject(clauses)  # "ordered the closure of the consulate and the expulsion of its staff"
    return None


_ORDERING_BEFORE: Final = compile_later(
    r"\b(?:ordered|orders|announced|announces|ordering|announcing) the \w+ of [^,;]* and (?:the )?$"
)


def _owner(passage: Passage, clauses: Clauses, start: int) -> Mention | None:
    """The actor in the genitive or adjective right before the noun: "Russia's swift expulsion of", "the Polish closure of"."""
    at = clauses.index(start)
    for mention in passage.mentions:
        close = mention.end <= start and at - clauses.index(mention.end) <= _OWN_REACH
        if close and mention.actors and (mention.possessive or mention.adjective):
            return mention
    return None

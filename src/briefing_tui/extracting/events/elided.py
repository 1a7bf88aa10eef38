"""Things a sentence only counts: "of which 52 were shot down", "one slammed into a hospital", "brought down four more"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.clauses import ADVERBS, BE, HAVE
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage

_COUNTS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens scores some most several many all both another others half".split(
        " "
    )
)
_LEFT_OUT: Final = frozenset({"munition", "sea_drone", "aircraft", "vessel", "warship"})
_POINTERS: Final = frozenset({"them", "which", "these", "those"})
_MORE: Final = frozenset({"more", "others"})


def elided_parties(passage: Passage, parties: list[Party], earlier: list[Party], verbs: frozenset[int]) -> list[Party]:
    """The parties and, for each count without a noun before or after a verb, the weapons or ships last named.

    `earlier` are the parties of the sentence before; `verbs` the offsets of trigger verbs.
    """
    tokens = passage.tokens
    found: list[Party] = []
    for index, token in enumerate(tokens[:-1]):
        if token.low not in _COUNTS and not token.low.replace(",", "").isdigit():
            continue
        if any(party.start <= token.start < party.end for party in parties) or _is_dated(passage, token.start):
            continue
        last = index + 1
        pointed = tokens[last].low == "of" and last + 1 < len(tokens) and tokens[last + 1].low in _POINTERS
        more = tokens[last].low in _MORE
        which = index > 1 and tokens[index - 1].low == "which" and tokens[index - 2].low == "of"
        last += 2 if pointed else 1 if more else 0
        following = last
        while following < len(tokens) and (tokens[following].low in ADVERBS or tokens[following].low.endswith("ly")):
            following += 1
        if following >= len(tokens):
            continue
        governs = tokens[following].low in BE | HAVE or tokens[following].start in verbs
        governed = (
            index > 0
            and (pointed or more)
            and any(verb <= tokens[index - 1].start for verb in verbs if passage.distance(verb, token.start) <= 3)
        )
        if not governs and not governed:
            continue
        named = [party for party in parties if party.end <= token.start] or ([] if which else earlier)
        thing = next((party for party in reversed(named) if party.is_any(_LEFT_OUT)), None)
        if thing is None and not which:
            thing = next((party for party in reversed(earlier) if party.is_any(_LEFT_OUT)), None)
        if thing is not None:
            found.append(Party(token.start, tokens[last - 1].end, thing.classes, thing.actors))
    return sorted((*parties, *found), key=lambda party: party.start) if found else parties


def _is_dated(passage: Passage, start: int) -> bool:
    return any(date.start <= start < date.end for date in passage.dates)

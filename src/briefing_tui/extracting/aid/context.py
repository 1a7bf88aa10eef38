"""What a document says about who helps whom: givers and receivers in recipients' places, and the usual ones of the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from briefing_tui.extracting.aid.places import addressed, is_currency, placed, regions, told_apart
from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.extracting.relevance import Relevance
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_GLUE: Final = frozenset({",", "and", "&", "or", "the", "both", "as", "well", "also"})


_TERRITORIES: Final = frozenset({"PRI", "GUM", "VIR", "ASM", "MNP"})


class Side(NamedTuple):
    """One side of a transfer: its actors and the mentions they were read from (none when inherited from the publisher)."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    near: bool = True
    """Whether it stands in the same sentence."""

    @property
    def codes(self) -> frozenset[str]:
        """The actors' codes."""
        return frozenset(actor.code for actor in self.actors)


NOBODY: Final = Side()


@dataclass(slots=True)
class AidContext:
    """What a whole document says about who helps whom, made once and asked by every rule."""

    reading: Reading
    relevance: Relevance
    relief: bool = False
    """Whether the text is about relief or arms transfers abroad, even if hardly a word of it is about fighting."""
    default_recipient: Side = NOBODY
    default_donor: Side = NOBODY
    organisations: frozenset[str] = frozenset()
    """Codes of organisations the lexicon knows as receivers or givers of aid."""
    lists: dict[int, bool] = field(default_factory=dict)
    """Whether the list with this introduction (a block's index) is one of things, by `aid_frames`."""
    groups: dict[int, list[tuple[Mention, ...]]] = field(default_factory=dict)
    recipients: dict[int, list[Side]] = field(default_factory=dict)

    @property
    def on_subject(self) -> bool:
        """Whether the text is about conflict, foreign affairs or aid abroad."""
        return self.relevance.on_subject or self.relief

    def near(self, index: int) -> bool:
        """Whether the passage with this index is (see `Relevance.near`)."""
        return self.relief or self.relevance.near(index)

    def is_receiver(self, side: Side) -> bool:
        """Whether aid goes to such as these: a state, an organisation the lexicon knows, people in need."""
        return any(
            (len(code) == 3 and code.isupper() and code not in _TERRITORIES)
            or code in self.organisations
            or (code.startswith("group:") and (_PEOPLE.search(code) is not None or _REGION.search(code) is not None))
            for code in side.codes
        )

    @property
    def home(self) -> str | None:
        """The code of the publisher, where it is an actor."""
        return self.reading.publisher.code if self.reading.publisher else None


USUAL_GIVERS: Final = frozenset(
    "USA GBR DEU FRA CAN AUS NLD SWE NOR DNK FIN ITA ESP BEL JPN CHE AUT POL CZE EST LVA LTU ARE QAT SAU TUR KOR IRL LUX NZL KWT PRT GRC ROU BGR HRV"
    " SVN SVK IND ISL TWN".split()
) | {
    "org:European Union",
    "org:European Commission",
    "org:World Bank",
    "org:International Monetary Fund",
    "org:European Investment Bank",
    "org:G7",
    "org:NATO",
}
"""Those who give aid without being told to be the givers: donors' governments and the lenders among the organisations."""


def groups_of(context: AidContext, passage: Passage) -> list[tuple[Mention, ...]]:
    """The passage's mentions with actors, coordinated ones together ("Denmark, Norway and Belgium")."""
    known = context.groups.get(passage.index)
    if known is not None:
        return known
    groups: list[list[Mention]] = []
    open_lists: list[bool] = []
    ordered = passage.mentions
    if passage.has("place", "aid_region", "state"):
        unnamed = [*placed(passage), *regions(passage), *addressed(passage)]
        ordered = sorted([*unnamed, *ordered], key=lambda mention: mention.start) if unnamed else ordered
    for named in ordered:
        if not named.actors or named.kind == "medium" or is_currency(passage, named):
            continue
        mention = told_apart(passage, named) if named.kind == "organ" else named
        if _is_scheme_name(passage, mention):
            continue
        if groups:
            last = groups[-1][-1]
            if mention.start < last.end:
                if mention.end > last.end:
                    groups[-1][-1] = mention
                continue
            gap = passage.between(last.end, mention.start)
            if (
                gap
                and len(gap) <= 4
                and all(token.low in _GLUE or token.low in {"'s", "s"} for token in gap)
                and not (
                    last.possessive
                    or last.adjective != mention.adjective
                    or (mention.kind == "organ" and passage.text.startswith(("its ", "their "), mention.start - passage.start))
                    or (last.person is None) != (mention.person is None)
                    or any(0 <= money.start - mention.end <= _BESIDE_MONEY for money in passage.money)
                    or (len(groups[-1]) == 1 and gap[0].low == "," and len(gap) > 1 and gap[1].low in {"and", "or"})
                )
            ):
                groups[-1].append(mention)
                open_lists[-1] = not any(token.low in {"and", "&", "or"} for token in gap)
                continue
        groups.append([mention])
        open_lists.append(False)
    made: list[tuple[Mention, ...]] = []
    for group, unfinished in zip(groups, open_lists, strict=True):  # a comma without a final "and" joins nothing
        made.extend([(mention,) for mention in group] if unfinished else [tuple(group)])
    context.groups[passage.index] = made
    return context.groups[passage.index]


def _is_scheme_name(passage: Passage, mention: Mention) -> bool:
    """Whether an organisation was seen in the name of a way of financing ("Extended Fund Facility")."""
    if not mention.actors[0].code.startswith("org:"):
        return False
    if all(_SCHEME_CODE.match(actor.code) for actor in mention.actors):
        return True
    return (
        all(actor.code.startswith("org:") for actor in mention.actors)
        and passage.has("mechanism")
        and any(
            hit.entry.category == "mechanism" and hit.start <= mention.start and mention.end < hit.end for hit in passage.hits
        )
    )


_SCHEME_CODE: Final = compile_later(
    r"org:.*\b(?:Facility|Acceleration|Drawdown Authority|Assistance Initiative|Financing|Requirements List|Financial Assistance|Extended Fund)$"
)


_BESIDE_MONEY: Final = 2
"""An actor right before an amount begins a clause of its own: "… for Ukraine and Latvia €3 million"."""


def side_of(group: Sequence[Mention]) -> Side:
    """The actors of coordinated mentions, each once."""
    actors: dict[str, Actor] = {}
    for mention in group:
        for actor in mention.actors:
            actors.setdefault(actor.code, actor)
    return Side(tuple(actors.values()), tuple(group))


_REGION: Final = compile_later(
    r"africa|sahel|basin|balkans|asia|region|pacific|caribbean|great lakes|levant|caucasus|america|developing (?:countries|nations)",
    re.IGNORECASE,
)


_PEOPLE: Final = compile_later(
    r"refugee|displaced|palestin|gazan|ukrain|civilian|syrian|sudan|afghan|yemen|lebanes|haiti|rohingya|victims|survivors|people of|children|families in|communities in|neighbou?rs|allies|militar|forces|army|front",
    re.IGNORECASE,
)

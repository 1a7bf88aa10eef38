"""Places and regions that stand where a receiver stands, and states told apart from the words around them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model import Actor

TO_WORDS: Final = frozenset({"to", "for", "towards", "toward", "into"})


GIVERS: Final = frozenset(
    "USA GBR DEU FRA RUS CHN IRN PRK CAN AUS NLD SWE NOR DNK FIN ITA ESP BEL JPN CHE AUT BLR POL CZE EST LVA LTU ARE QAT SAU TUR".split()
)


def placed(passage: Passage) -> list[Mention]:
    """Places that stand where a receiver stands ("to Gaza", "in Darfur"), as mentions of the state they are in."""
    found: list[Mention] = []
    for hit in passage.of("place"):
        state = hit.entry.get("state")
        if state is None or state in GIVERS or any(m.start < hit.end and hit.start < m.end for m in passage.mentions):
            continue
        index = passage.token_at(hit.start) - 1
        while index >= 0 and passage.tokens[index].low in _AREAS and passage.tokens[index].low not in _TOWARDS:
            index -= 1
        if index < 0 or passage.tokens[index].low not in _TOWARDS:
            continue
        actor = Actor(code=state, name=STATE_NAMES[state], via="metonym")
        found.append(Mention(hit.start, hit.end, (actor,), kind="place"))
    return found


def addressed(passage: Passage) -> list[Mention]:
    """Capitals and places right after a verb of giving, which stand for their state ("sent Kyiv the third instalment"), where no mention covers them."""
    found: list[Mention] = []
    for hit in passage.of("state"):
        index = passage.token_at(hit.start) - 1
        if index < 0 or passage.tokens[index].low not in DITRANSITIVE:
            continue
        if any(mention.start < hit.end and hit.start < mention.end for mention in passage.mentions):
            continue
        actor = Actor(code=hit.entry.key, name=STATE_NAMES[hit.entry.key], via="metonym")
        found.append(Mention(hit.start, hit.end, (actor,)))
    for hit in passage.of("place"):
        state = hit.entry.get("state")
        index = passage.token_at(hit.start) - 1
        if state is None or state in GIVERS or index < 0 or passage.tokens[index].low not in DITRANSITIVE:
            continue
        if any(mention.start < hit.end and hit.start < mention.end for mention in passage.mentions):
            continue
        found.append(Mention(hit.start, hit.end, (Actor(code=state, name=STATE_NAMES[state], via="metonym"),)))
    return found


DITRANSITIVE: Final = frozenset(
    "give gives giving gave given send sends sending sent lend lends lending lent supply supplies supplying supplied provide provides providing"
    " provided grant grants granting granted offer offers offering offered promise promises promising promised equip equips equipping equipped arm arms"
    " arming armed gift gifts gifting gifted furnish hand handed pay pays paid paying loan loans loaned wire wired owe transfer transferred award awarded".split()
)
"""Verbs behind which the receiver can stand without "to"."""


def regions(passage: Passage) -> list[Mention]:
    """Regions of several states that aid goes to ("the Horn of Africa"), as collectives."""
    found = []
    for hit in passage.of("aid_region"):
        words = passage.text[hit.start - passage.start : hit.end - passage.start]
        if not any(m.start < hit.end and hit.start < m.end for m in passage.mentions):
            found.append(
                Mention(hit.start, hit.end, (Actor(code=f"group:{words}", name=words, via="collective"),), kind="region")
            )
    return found


_AREAS: Final = frozenset(
    "the northern southern eastern western central north south east west besieged war-torn people of civilians in residents".split()
)


_TOWARDS: Final = TO_WORDS | {"in", "entered", "enter", "entering", "reached", "reach", "reaching", "over", "enters", "reaches"}


def told_apart(passage: Passage, mention: Mention) -> Mention:
    """The state alone where words of aid beside it were taken for its army ("U.S. military aid", "fighter jets to Israel")."""
    state = next(
        (hit for hit in passage.hits if hit.entry.category == "state" and mention.start <= hit.start and hit.end <= mention.end),
        None,
    )
    if state is None or (state.start, state.end) == (mention.start, mention.end):
        return mention
    for hit in passage.hits:
        if hit.entry.category == "aid_noun" and state.end <= hit.start < mention.end < hit.end:
            return replace(mention, end=state.end, kind="name", adjective=True)
        if hit.entry.category == "item_noun" and mention.start <= hit.start and hit.end < state.start:
            return replace(mention, start=state.start, kind="name")
    return mention


def is_currency(passage: Passage, mention: Mention) -> bool:
    """Whether a state's name is only part of an amount ("US$40 million", "80 million Canadian dollars")."""
    return any(money.start <= mention.start and mention.end <= money.end for money in passage.money)

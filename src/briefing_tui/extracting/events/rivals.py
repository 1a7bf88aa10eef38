"""Who is fighting whom in a text: used where a sentence names only one side ("a hospital in Kharkiv was hit").

Pairs the text itself states ("Russian strikes on Ukraine") come first; then standing conflicts both of whose sides the
text names. Standing conflicts are those of the Uppsala Conflict Data Program and of the last years' news.
"""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Actor

STANDING: Final[tuple[tuple[str, str], ...]] = (
    ("RUS", "UKR"), ("ISR", "org:Hamas"), ("ISR", "org:Hezbollah"), ("ISR", "IRN"), ("ISR", "PSE"), ("ISR", "LBN"), ("ISR", "org:Houthis"),
    ("ISR", "SYR"), ("ISR", "YEM"), ("ISR", "org:Palestinian Islamic Jihad"), ("USA", "org:Houthis"), ("USA", "IRN"), ("SAU", "org:Houthis"),
    ("USA", "org:Kataib Hezbollah"), ("USA", "org:Islamic State"), ("USA", "VEN"), ("ARE", "org:Houthis"), ("GBR", "org:Houthis"), ("USA", "YEM"), ("ARM", "AZE"), ("IND", "PAK"),
    ("PRK", "KOR"), ("CHN", "TWN"), ("CHN", "PHL"), ("RWA", "COD"), ("COD", "org:M23"), ("SDN", "org:Rapid Support Forces"),
    ("org:Sudanese Armed Forces", "org:Rapid Support Forces"), ("ETH", "ERI"), ("MMR", "org:Arakan Army"), ("TUR", "org:PKK"), ("TUR", "org:SDF"),
    ("TUR", "org:Syrian Democratic Forces"), ("THA", "KHM"), ("PAK", "AFG"), ("PAK", "org:Tehreek-e-Taliban Pakistan"), ("PAK", "IRN"), ("NGA", "org:Boko Haram"), ("SOM", "org:al-Shabaab"), ("SRB", "XKX"), ("MMR", "org:Three Brotherhood Alliance"), ("MLI", "org:JNIM"), ("BFA", "org:JNIM"), ("NGA", "org:Islamic State West Africa Province"), ("SYR", "org:Islamic State"), ("SYR", "org:Hayat Tahrir al-Sham"), ("RUS", "GEO"), ("COL", "org:ELN"),
)  # fmt: skip

_STATE_CODE: Final = 3
_HOSTS: Final = frozenset({"PSE", "LBN", "YEM", "IRQ", "UKR", "AFG", "LBY", "ESH", "RUS"})
"""States whose movements fight another than them, or them only at times."""
_LOYAL: Final = frozenset(
    {
        "org:Volunteers for the Defense of the Homeland",
        "org:Wazalendo",
        "org:Darfur Joint Forces",
        "org:Free Syrian Army",
        "org:Syrian National Army",
        "org:Liwa Fatemiyoun",
    }
)
"""Armed groups that fight on the side of a state."""


class Rivals(NamedTuple):
    """The sides of a text. `weights` counts how often each actor is named."""

    weights: Counter[str]
    actors: dict[str, Actor]
    pairs: Counter[tuple[str, str]]
    at_home: dict[str, list[str]]
    """The movements the text names by the state at whose home they fight it."""

    def of(self, code: str) -> Actor | None:
        """The side this actor is fighting in the text, the most often named one; None when the text names none."""
        best: tuple[int, int, str] | None = None
        for (left, right), count in self.pairs.items():
            if code in {left, right}:
                other = right if code == left else left
                if other in self.actors:
                    rank = (count, self.weights[other], other)
                    best = rank if best is None or rank[:2] > best[:2] else best
        if best is not None:
            return self.actors[best[2]]
        for left, right in (*STANDING, *((state, group) for state, groups in self.at_home.items() for group in groups)):
            if code in {left, right}:
                other = right if code == left else left
                if other in self.actors:
                    rank = (0, self.weights[other], other)
                    best = rank if best is None or rank[:2] > best[:2] else best
        return self.actors[best[2]] if best is not None else None

    def opposed(self, left: str, right: str) -> bool:
        """Whether these two are on opposite sides."""
        pair = (left, right) if left < right else (right, left)
        return pair in self.pairs or (left, right) in STANDING or (right, left) in STANDING

    def sides(self) -> tuple[Actor, ...]:
        """The two main sides of the text, the more often named first; empty when it tells of none."""
        if self.pairs:
            left, right = max(
                self.pairs, key=lambda pair: (self.pairs[pair], self.weights[pair[0]] + self.weights[pair[1]], pair)
            )
            found = [self.actors[code] for code in (left, right) if code in self.actors]
            if len(found) == 2:
                return tuple(found)
        named = [(self.weights[a] + self.weights[b], a, b) for a, b in STANDING if a in self.actors and b in self.actors]
        if not named:
            return ()
        _, left, right = max(named, key=lambda row: row[0])
        return (self.actors[left], self.actors[right])


def find_rivals(reading: Reading, pairs: list[tuple[str, str]]) -> Rivals:
    """The rivals of a text; `pairs` are the (actor, target) codes its explicit events state."""
    weights: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    at_home: dict[str, list[str]] = {}
    armed: set[str] = set()
    for passage in reading.passages:
        for mention in passage.mentions:
            for actor in mention.actors:
                if not actor.code.startswith("group:"):
                    weights[actor.code] += 1
                    actors.setdefault(actor.code, actor)
        for hit in passage.of("org"):
            state = hit.entry.get("state")
            code = str(hit.entry.get("code"))
            if hit.entry.get("kind") in {"armed_group", "alliance"}:
                armed.add(code)
            if (
                hit.entry.get("kind") == "armed_group"
                and state is not None
                and state not in _HOSTS
                and code not in _LOYAL
                and code not in at_home.setdefault(str(state), [])
            ):
                at_home[str(state)].append(code)
        for hit in passage.of("state"):
            if hit.how in {"name", "demonym"}:
                actors.setdefault(
                    hit.entry.key, Actor(code=hit.entry.key, name=str(hit.entry.get("label") or hit.entry.key), via="demonym")
                )
    stated = Counter(
        (left, right) if left < right else (right, left)
        for left, right in pairs
        if left != right and all(len(code) == _STATE_CODE or code in armed for code in (left, right))
    )
    return Rivals(weights, actors, stated, at_home)

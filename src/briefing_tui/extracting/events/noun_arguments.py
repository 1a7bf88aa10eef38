"""What stands around an event noun: whose it is, who did it, the verb that carries it, what it was aimed at and what it hit."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.candidates import WEAPONS
from briefing_tui.extracting.events.clauses import BE, HAVE, read_roles
from briefing_tui.extracting.events.definiteness import DEFINITE
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.party_words import PREPOSITIONS
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

_STOPS: Final = frozenset(
    {";", ":", "that", "which", "who", "said", "says", "and", "but", "after", "before", "while", "when", "as", "“", "”"}
)
_TARGET_PREPOSITIONS: Final = frozenset(
    "on against with at in into of targeting near across over toward towards to around from inside outside along off between".split(
        " "
    )
)
_HITTING: Final = frozenset({"targeting", "hitting", "striking", "damaging", "destroying"})
_LAUNCHED: Final = frozenset({"launched", "aimed", "directed", "conducted", "staged", "armed", "unmanned", "crowded", "based"})
_GAP_STOPS: Final = frozenset(", of on in at for by to the a with from".split(" "))
_FINITE: Final = frozenset(
    "drew came left took set sent began brought led made drove put went rose fell shook tore threw broke lost won gave said says draws comes leaves takes brings makes"
    " goes became met saw cost forces forced".split(" ")
)
_HELD: Final = frozenset({"run", "held", "led", "built", "known", "sent", "made", "shown", "seen", "overrun", "bought", "left"})
"""Participles whose "by" names the owner or maker of the place that was hit: "a base run by the rebels"."""
_NOT_CARRIED: Final = frozenset("for against from about over after during by".split(" "))
AIM: Final = frozenset({"on", "against"})
DIRECTLY: Final = 3


def owner_of(passage: Passage, parties: list[Party], start: int) -> Party | None:
    """The party that stands before the noun as its modifier: "Russian", "Israel's", "Houthi rebels'"."""
    for party in reversed(parties):
        if party.end > start:
            continue
        gap = passage.between(party.end, start)
        if len(gap) > 7 or any(
            token.low in _STOPS - {"and"} or token.low in _GAP_STOPS or token.low in PREPOSITIONS for token in gap
        ):
            return None
        if gap and party.mention is not None and party.mention.end != party.end:
            return None  # "Russian targets and …": the adjective belongs to another noun
        if party.mention is not None and (
            party.mention.adjective or party.mention.possessive or not gap or gap[0].low in {"'s", "’", "'"}
        ):
            return party
        short = passage.text[party.start - passage.start : party.end - passage.start]
        return (
            party
            if party.actors
            and len(gap) <= 1
            and "person" not in party.classes
            and (short.isupper() or "org:" in party.actors[0].code)
            else None
        )
    return None


def agent_of(passage: Passage, parties: list[Party], end: int, prepositions: set[str]) -> Party | None:
    """The party after "by" that did it: "strikes by the coalition", "the attack was carried out by …"."""
    last = passage.token_at(end)
    for party in parties:
        if party.start < end or not (party.actors or party.is_any({"force"})):
            continue
        if passage.token_at(party.start) - last > 12:
            return None
        if is_other_verb(passage, party):
            continue
        if party.preposition in prepositions or (passage.token_at(party.start) == last and "from" in prepositions):
            gap = passage.between(end, party.start)
            return party if not any(token.low in {";", ":", ",", "that", "which", "said", "killed"} for token in gap) else None
    return None


def is_other_verb(passage: Passage, party: Party) -> bool:
    """Whether "by" belongs to a participle that is not the event's own: "locations used by …", "forces backed by …"."""
    index = passage.token_at(party.start)
    for position in range(index - 1, max(0, index - 5), -1):
        if passage.tokens[position].low == "by":
            before = passage.tokens[position - 1]
            return (before.low.endswith("ed") or before.low in _HELD) and not any(
                hit.start == before.start for hit in passage.of("carry")
            )
    return False


def carrier_of(passage: Passage, parties: list[Party], hit: Hit, says: frozenset[int]) -> tuple[Party | None, Token | None, bool]:
    """The subject of the verb that carries the noun ("launched an attack"), or its pronoun, and whether it suffered the event."""
    for verb in reversed(passage.of("carry")):
        if verb.end > hit.start or not verb.how.startswith("verb"):
            continue
        gap = passage.between(verb.end, hit.start)
        within = verb.entry.get("within")
        if len(gap) > 7 or any(
            token.low in _STOPS - {"and"} or (token.low in _NOT_CARRIED and token.low not in (within or ())) for token in gap
        ):
            return None, None, False
        if (within and not any(token.low in within for token in gap)) or (
            verb.entry.get("bare") and any(token.low in DEFINITE for token in gap)
        ):
            continue
        roles = read_roles(passage, parties, verb, says)
        party = roles.agent if roles.passive else roles.subject
        if party is not None and (
            party.actors or party.is_any({"force"} | WEAPONS) or (verb.entry.get("patient") and party.place is not None)
        ):
            return party, None, bool(verb.entry.get("patient"))
        return None, None if roles.passive or verb.entry.get("patient") else roles.pronoun, False
    return None, None, False


def targets_of(passage: Passage, end: int, near: list[Party]) -> tuple[Party, ...]:
    """The phrases that hang on the noun: up to the next free noun phrase or the comma that ends the list."""
    out: list[Party] = []
    for party in near:
        if party.preposition == "by" and not out:
            continue  # "a truce brokered by a third party in Doha"
        gap = passage.between(end, party.start)
        first = not out and bool(gap) and gap[0].low in AIM | {"with"} and len(gap) <= 7
        if first or (party.preposition == "of" and out and 0 < len(gap) <= 3 and gap[0].low == "of"):
            out.append(party)
            end = party.end
            continue
        comma = next((index for index, token in enumerate(gap) if token.low == ","), None)
        hitting = bool(gap) and any(token.low in _HITTING for token in gap[:2])
        if (party.preposition not in _TARGET_PREPOSITIONS and not hitting) or any(
            is_finite(token) or token.low in {"that", "which", "who"} for token in gap
        ):
            break
        if (
            comma is not None
            and not (comma + 1 < len(gap) and gap[comma + 1].low in _TARGET_PREPOSITIONS | {"including", "and"})
            and len(gap) > 1
        ):
            break
        out.append(party)
        end = party.end
    return tuple(out[:4])


def objects_of(passage: Passage, end: int, near: list[Party]) -> tuple[Party, ...]:
    """What the verb at `end`, whose subject the noun is, acts on: "air strikes hit the port of Hodeidah"; or where it happened."""
    if near and near[0].preposition is None and passage.token_at(near[0].start) - passage.token_at(end) <= DIRECTLY + 1:
        return (near[0], *targets_of(passage, near[0].end, near[1:]))[:4]
    return targets_of(passage, end, near)


def acts_on(near: list[Party], wanted: list[str]) -> bool:
    """Whether the noun's object is of these classes, also behind place and day: "the killing in Beirut on Friday of a commander"."""
    later = (party for party in near[1:4] if party.preposition == "of" and near[0].preposition in {"in", "on", "at", "near"})
    return any(party.is_any(wanted) for party in (*near[:1], *later))


def is_finite(token: Token) -> bool:
    """Whether a token is the verb of the noun's own clause: what follows it no longer hangs on the noun."""
    return (
        token.low in BE or token.low in HAVE or token.low in _FINITE or (token.low.endswith("ed") and token.low not in _LAUNCHED)
    )

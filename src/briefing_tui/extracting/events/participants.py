"""The parties of a sentence: who and what could act or be acted on, with the classes of battlefield.toml they belong to.

A party is a noun phrase as far as it matters here: "Russian cruise missiles" is one party, a munition whose actor is
Russia; "units of the armed forces of X" one, a force of X.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from briefing_tui.extracting.events.locations import Location, locations_in
from briefing_tui.extracting.events.nationals import counted_peoples, national_ends, with_hyphened
from briefing_tui.extracting.events.party_words import (
    DAYS,
    DETERMINERS,
    FINITE,
    GLUE_STOPS,
    IRREGULARS,
    JOINERS,
    NP_STARTS,
    OF_GLUE,
    PREPOSITION_STOPS,
    PREPOSITIONS,
    QUANTITIES,
    REBELS,
    ROUNDINGS,
    SHARED,
    WEAPON_CLASSES,
)
from briefing_tui.extracting.passages import Mention, Passage, Token
from briefing_tui.model import Actor

_ACRONYM: Final = 8
"""The most letters of an acronym in brackets."""


@dataclass(frozen=True, slots=True)
class Party:
    """A participant phrase `text[start:end]`. `classes` also holds "actor" for a named state or organisation and "place" for a place."""

    start: int
    end: int
    classes: frozenset[str]
    actors: tuple[Actor, ...] = ()
    mention: Mention | None = None
    place: Location | None = None
    preposition: str | None = None
    """The preposition the phrase hangs on; None for a free noun phrase, a subject or a direct object."""

    def is_any(self, classes: object) -> bool:
        """Whether it belongs to one of these classes."""
        return any(name in self.classes for name in classes) if isinstance(classes, list | tuple | set | frozenset) else False


def find_parties(passage: Passage, verbs: frozenset[int], says: frozenset[int], nouns: list[tuple[int, int]]) -> list[Party]:
    """The parties of a passage in text order.

    `verbs` are the offsets where trigger words start: no phrase is glued across one. `says` are those of verbs of saying,
    whose subject joins no list. Things inside `nouns`, the spans of event nouns ("drone attack"), are no parties.
    """
    raw = [
        party
        for party in _raw_parties(passage, verbs)
        if not any(start <= party.start and party.end <= end for start, end in nouns)
    ]
    speakers = _speakers(passage, says)
    return _governed(
        passage,
        _coordinated(passage, _glued(passage, _without_acronyms(passage, _nested_merged(raw)), verbs), speakers, verbs | says),
        verbs | says,
    )


def actor_codes(party: Party | None) -> tuple[str, ...]:
    """The codes of a party's actors."""
    return tuple(actor.code for actor in party.actors) if party is not None else ()


def _raw_parties(passage: Passage, verbs: frozenset[int]) -> list[Party]:
    found: list[Party] = []
    nationals = national_ends(passage)
    hyphened: Mention | None = None
    for hit in passage.of("thing"):
        if passage.text[max(0, hit.start - passage.start - 1) : hit.start - passage.start] == "-":
            continue  # "anti-ship"
        found.append(Party(hit.start, hit.end, frozenset({str(hit.entry.get("class"))})))
    for hit in passage.of("weapon"):
        name = WEAPON_CLASSES.get(str(hit.entry.get("class")))
        if name is not None:
            found.append(Party(hit.start, hit.end, frozenset({name, "weapon"})))
    for mention in passage.mentions:
        following = passage.text[mention.end - passage.start : mention.end - passage.start + 1]
        if following == "-":
            hyphened = mention if mention.person is None and mention.actors else None
            continue  # "U.S.-made", "Iran-backed"
        if mention.actors and mention.actors[0].code.startswith("group:") and _holds_verb(passage, mention, verbs):
            continue  # "police detained 20 protesters"
        actors = with_hyphened(_actors_of(passage, mention), mention, hyphened)
        classes = {"actor"} if any(not actor.code.startswith("group:") for actor in actors) else {"group"}
        if mention.kind in {"pronoun", "definite"} and any(
            a.code.startswith("group:") and a.name.lower().endswith(IRREGULARS) for a in actors
        ):
            classes = {"group", "force"}  # "they", the gunmen of the sentence before
        if mention.person is not None:
            classes = {"person", "leader"} if mention.role else {"person"}
        elif "actor" in classes and any(
            hit.entry.get("kind") == "armed_group" and mention.start <= hit.start and hit.end <= mention.end
            for hit in passage.of("org")
        ):
            classes = {"actor", "armed"}
        if mention.person is None and "actor" in classes and mention.end in nationals:
            classes = classes | {"people"}
        found.append(Party(mention.start, mention.end, frozenset(classes), actors, mention))
    found.extend(
        Party(start, end, frozenset({"people"}))
        for start, end in counted_peoples(passage)
        if not any(party.start < end and start < party.end for party in found)
    )
    found.extend(
        Party(place.start, place.end, frozenset({"place"}), place=place)
        for place in locations_in(passage)
        if not place.name.startswith(DAYS)
    )
    found.sort(key=lambda party: (party.start, -party.end))
    return found


def _holds_verb(passage: Passage, mention: Mention, verbs: frozenset[int]) -> bool:
    """Whether a collective's words run over a verb with a number after it, and so are two phrases."""
    for index in range(passage.token_at(mention.start) + 1, passage.token_at(mention.end) - 1):
        following = passage.tokens[index + 1].low
        if passage.tokens[index].start in verbs and (following.isdigit() or following in QUANTITIES):
            return True
    return False


def _actors_of(passage: Passage, mention: Mention) -> tuple[Actor, ...]:
    """A mention's actors; "North Korean troops", "fighters of the RSF" act for the state or organisation they name."""
    before = passage.text[: mention.start - passage.start].rstrip().lower()
    if before.endswith(("armed", "masked", "hooded")) and not mention.adjective and len(mention.actors) == 1:
        words = "armed " + passage.text[mention.start - passage.start : mention.end - passage.start]
        return (Actor(code=f"group:{words}", name=words, via="collective"),)
    if not mention.actors or not mention.actors[0].code.startswith("group:"):
        return mention.actors
    inside = [hit for hit in passage.of("org", "state", "thing") if mention.start <= hit.start and hit.end <= mention.end]
    kinds = {hit.entry.get("class") for hit in inside if hit.entry.category == "thing"}
    if kinds & {"captive", "people", "site", "territory"}:
        return ()
    if not kinds & {"force", "leader", "hacker", "munition", "aircraft", "warship", "vessel"}:
        return mention.actors
    words = passage.text[mention.start - passage.start : mention.end - passage.start].lower()
    for hit in sorted(inside, key=lambda hit: hit.entry.category == "state"):
        if passage.text[hit.end - passage.start : hit.end - passage.start + 1] == "-":
            continue
        code = hit.entry.key if hit.entry.category == "state" else hit.entry.get("code")
        if hit.entry.category == "state" and words.endswith(REBELS):
            return mention.actors
        if hit.entry.category in {"state", "org"} and code:
            return (Actor(code=str(code), name=str(hit.entry.get("label") or str(code).removeprefix("org:")), via="demonym"),)
    return mention.actors if words.endswith(IRREGULARS) else ()


def _speakers(passage: Passage, says: frozenset[int]) -> frozenset[int]:
    """The ends of the mentions that stand right before a verb of saying."""
    ends: set[int] = set()
    for say in sorted(says):
        before = [mention for mention in passage.mentions if mention.end <= say]
        if before and len(passage.between(before[-1].end, say)) <= 2:
            ends.add(before[-1].end)
    return frozenset(ends)


def _nested_merged(parties: list[Party]) -> list[Party]:
    """Overlapping phrases become one with the classes of all."""
    out: list[Party] = []
    for party in parties:
        if out and party.start < out[-1].end:
            out[-1] = _union(out[-1], party, inner=party.end <= out[-1].end)
        else:
            out.append(party)
    return out


def _without_acronyms(passage: Passage, parties: list[Party]) -> list[Party]:
    """The phrases without the letters in brackets that only repeat a name: "the Sudanese Armed Forces (SAF) and …"."""
    out: list[Party] = []
    for party in parties:
        left, right = party.start - passage.start - 1, party.end - passage.start
        bracketed = passage.text[max(0, left) : left + 1] == "(" and passage.text[right : right + 1] == ")"
        if bracketed and out and out[-1].actors and 0 < party.start - out[-1].end <= 2 and party.end - party.start <= _ACRONYM:
            out[-1] = replace(out[-1], end=party.end + 1)
        else:
            out.append(party)
    return out


def _union(left: Party, right: Party, *, inner: bool = False) -> Party:
    classes = left.classes | right.classes
    if inner and "actor" in left.classes and "place" in right.classes:
        classes = left.classes  # "the Moscow region's governor" is no place
        named_site = right.place is not None and right.place.rank == 2 and (right.start, right.end) == (left.start, left.end)
        if named_site and left.actors and left.actors[0].code.startswith("org:"):
            return replace(left, classes=classes, actors=(), place=right.place)  # a hospital by name, which acts for nobody
        if left.place is None and left.actors and left.actors[0].code.startswith("org:"):
            return replace(left, classes=left.classes)  # "Tehreek-e-Taliban Pakistan"
    return Party(
        min(left.start, right.start),
        max(left.end, right.end),
        classes,
        left.actors or right.actors,
        left.mention or right.mention,
        left.place or right.place,
    )


def _glued(passage: Passage, parties: list[Party], verbs: frozenset[int]) -> list[Party]:
    out: list[Party] = []
    for party in parties:
        if out:
            last = out[-1]
            gap = passage.between(last.end, party.start)
            if (
                (_modifies(last, passage, gap) or _places(last, party, gap))
                and len(gap) <= 4
                and not any(t.low in GLUE_STOPS or t.start in verbs for t in gap)
            ):
                out[-1] = _with_modifier(passage, last, party)
                continue
            if (
                gap
                and gap[0].low in OF_GLUE
                and all(t.low in DETERMINERS for t in gap[1:])
                and "force" in last.classes
                and not last.actors
                and party.actors
            ):
                out[-1] = Party(last.start, party.end, last.classes, party.actors, party.mention)
                continue
        out.append(party)
    return out


def _places(name: Party, noun: Party, gap: list[Token]) -> bool:
    """Whether a place's name stands right before what lies there: "the Torkham border crossing"."""
    return (
        name.place is not None and name.mention is None and noun.mention is None and not gap and noun.is_any({"border", "waters"})
    )


def _with_modifier(passage: Passage, modifier: Party, head: Party) -> Party:
    """A noun with the name before it: "Russian drones" act for Russia, "Syrian rebels" for themselves, "Estonia's airspace" is a place."""
    classes = head.classes | (modifier.classes - {"actor", "group", "place"})
    named = modifier.place is not None and modifier.place.rank > 0 and "site" in classes  # "the Abu Shouk camp market"
    place = head.place or (modifier.place if named or classes & {"airspace", "territory", "border", "waters"} else None)
    words = passage.text[modifier.start - passage.start : head.end - passage.start]
    actors = head.actors or modifier.actors
    if words.lower().endswith(REBELS) and modifier.mention is not None and modifier.mention.adjective:
        actors = (Actor(code=f"group:{words}", name=words, via="collective"),)
    return Party(modifier.start, head.end, classes, actors, head.mention or modifier.mention, place)


def _modifies(party: Party, passage: Passage, gap: list[Token]) -> bool:
    """Whether a party stands before a noun as its modifier: an adjective, a possessive, a name glued to a noun."""
    if party.mention is None:
        return (
            bool(party.classes & {"munition", "force", "site", "territory", "border", "vessel", "armour", "aircraft"}) and not gap
        )
    if party.mention.adjective or party.mention.possessive:
        return True
    following = passage.between(party.end, party.end + 3)
    return bool(following and following[0].low in {"'s", "’s"}) or (not gap and party.mention.person is None)


def _coordinated(passage: Passage, parties: list[Party], speakers: frozenset[int], heads: frozenset[int]) -> list[Party]:
    """Join "Russia and Ukraine", "U.S. and South Korean troops" into one party with both actors."""
    out: list[Party] = []
    for found in parties:
        party = _like_the_last(passage, out[-1], found) if out else found
        if (
            out
            and party.end not in speakers
            and party.actors
            and out[-1].actors
            and out[-1].mention is not None
            and "person" not in party.classes | out[-1].classes
        ):
            gap = passage.between(out[-1].end, party.start)
            if all(token.low != "and" for token in gap) and (
                _begins_clause(passage, party, heads) or any(token.low in {"a", "an"} for token in gap)
            ):
                out.append(party)
                continue
            adjective = party.mention is not None and party.mention.adjective and party.mention.end == party.end
            if adjective and not (out[-1].mention is not None and out[-1].mention.adjective):
                out.append(party)  # "out of Lebanon, and Israeli strikes": it belongs to another noun
                continue
            rest, more = (one.classes - {"actor", "group", "place", "armed"} for one in (out[-1], party))
            bare = not rest or rest == more
            bare = bare or (
                gap[0].low == "and" and " of " in passage.text[out[-1].start - passage.start : out[-1].end - passage.start]
            )
            if gap and len(gap) <= 3 and bare and gap[0].low in JOINERS and all(t.low in JOINERS | DETERMINERS for t in gap):
                last = out[-1]
                codes = {actor.code for actor in last.actors}
                actors = (*last.actors, *(actor for actor in party.actors if actor.code not in codes))
                out[-1] = Party(
                    last.start, party.end, party.classes | last.classes, actors, last.mention, last.place or party.place
                )
                continue
        out.append(party)
    return out


def _like_the_last(passage: Passage, last: Party, party: Party) -> Party:
    """The second of two things in one breath shares the flag of the first: "Iranian missiles and drones"."""
    if party.actors or not last.actors or not last.classes & party.classes & SHARED:
        return party
    gap = passage.between(last.end, party.start)
    return replace(party, actors=last.actors) if len(gap) == 1 and gap[0].low == "and" else party


def _governed(passage: Passage, parties: list[Party], heads: frozenset[int]) -> list[Party]:
    """Each party with its preposition; the members of a list share that of the first. `heads` are the starts of verbs."""
    out: list[Party] = []
    for party in parties:
        preposition = out[-1].preposition if out and _is_listed(passage, out[-1], party, heads) else None
        out.append(replace(party, preposition=preposition or _preposition_before(passage, party, heads)))
    return out


def _is_listed(passage: Passage, last: Party, party: Party, heads: frozenset[int]) -> bool:
    """Whether two phrases are members of one list: "in Jizan, Najran and Dhahran"; a phrase before a verb begins a new clause."""
    gap = passage.between(last.end, party.start)
    if not gap or len(gap) > 4 or gap[0].low not in JOINERS or not all(token.low in JOINERS | DETERMINERS for token in gap):
        return False
    if gap[0].low == "," and any(token.low in DETERMINERS for token in gap):
        return False
    if _begins_clause(passage, party, heads):
        return False
    return bool(last.classes & party.classes) or bool(last.actors and party.actors)


def _begins_clause(passage: Passage, party: Party, heads: frozenset[int]) -> bool:
    """Whether a verb follows right after the phrase, so that it is a subject and not the last of a list."""
    following = passage.token_at(party.end)
    return following < len(passage.tokens) and (
        passage.tokens[following].start in heads or passage.tokens[following].low in FINITE
    )


def _preposition_before(passage: Passage, party: Party, heads: frozenset[int]) -> str | None:
    """A preposition within four words before a noun phrase, none of them a verb or a clause's end."""
    index = passage.token_at(party.start)
    determined = False
    for token in reversed(passage.tokens[max(0, index - 5) : index]):
        if any(date.start <= token.start < date.end for date in passage.dates):
            return None
        if token.start in heads and token.low.endswith("ing"):
            return None  # "by firing rockets"
        if determined:
            if token.low == "of" and _is_quantity(passage, passage.token_at(token.start) - 1):
                return "in" if party.place is not None and not party.actors else None
            return token.low if token.low in PREPOSITIONS else None
        if token.low == "of" and _is_quantity(passage, passage.token_at(token.start) - 1):
            return "in" if party.place is not None and not party.actors else None
        position = passage.token_at(token.start)
        if token.low in {"to", "than"} and position and passage.tokens[position - 1].low in ROUNDINGS:
            return None
        if token.low == "at" and passage.tokens[position + 1].low in {"least", "most"}:
            return None
        if token.low == "to" and (passage.tokens[position + 1].start in heads or _is_range(passage, position)):
            return None  # "voted to send warships", "2,000 to 3,000 soldiers"
        if token.low in {"around", "over", "under"} and passage.tokens[position + 1].low.replace(",", "").isdigit():
            return None  # "around 4,000 troops"
        if token.low in PREPOSITIONS:
            return token.low
        determined = token.low in NP_STARTS
        if token.low in PREPOSITION_STOPS or (token.low.endswith("ed") and not token.capital):
            return None
    return None


def _is_range(passage: Passage, index: int) -> bool:
    """Whether the token only joins two numbers."""
    around = passage.tokens[index - 1 : index] + passage.tokens[index + 1 : index + 2]
    return index > 0 and all(token.low.replace(",", "").isdigit() for token in around)


def _is_quantity(passage: Passage, index: int) -> bool:
    """Whether the token before "of" only counts what follows: "two of", "dozens of", "a barrage of"."""
    if index < 0:
        return False
    word = passage.tokens[index].low
    if word == "out":
        return index > 0 and (passage.tokens[index - 1].low in QUANTITIES or passage.tokens[index - 1].low.isdigit())
    return word in QUANTITIES or word.isdigit()

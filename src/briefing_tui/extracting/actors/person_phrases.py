"""Persons among the phrases of a sentence: a name, an office, both together, and whom their own words say they speak for."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.actors.atoms import Atom
from briefing_tui.extracting.actors.owners import (
    Phrase,
    actor_of,
    behind_portfolio,
    coded,
    find_owner,
    organisation_of,
    party_of,
    skip_article,
)
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later


def read_person(atoms: list[Atom], text: str, match: re.Match[str], name_group: str, role_group: str) -> Phrase:
    """Reads "Foreign Minister Jane Roe" and "Jane Roe, the foreign minister": a name and an office, one set off or before the other."""
    first, last = match.span()
    first = skip_article(atoms, first, last)
    role_first, role_last = match.span(role_group)
    phrase = _name(atoms, text, *match.span(name_group))
    if role_group == "apposition":
        role_last = last = max(last, behind_portfolio(atoms, role_last))
    role = _read_role(atoms, text, role_first, role_last)
    phrase.kind = "person"
    phrase.first, phrase.last = first, last
    phrase.start, phrase.end = atoms[first].start, atoms[last - 1].end
    if phrase.name is not None and role_first > match.span(name_group)[0]:
        phrase.end = atoms[last - 1].end
    phrase.role, phrase.rank, phrase.pointer = role.role, role.rank, role.pointer
    phrase.kinds, phrase.states, phrase.kind_of_owner = role.kinds, role.states, role.kind_of_owner
    phrase.de_facto, phrase.party, phrase.shared = role.de_facto, role.party, role.shared
    whose = match.span("whose")
    if match["after"] is not None:
        after = _read_role(atoms, text, *match.span("after"))
        if not role.owners and role.pointer is None:
            role.owners, phrase.pointer = after.owners, after.pointer
            phrase.kinds, phrase.states, phrase.kind_of_owner = after.kinds, after.states, after.kind_of_owner
        if phrase.role is None or all(atom.letter in "dqH" for atom in atoms[role_first:role_last]):
            phrase.role, phrase.rank = after.role, after.rank
    if role.owners and not (role.rank == "rebel" and phrase.owners):
        phrase.owners = role.owners
    elif whose[0] >= 0:
        actor = actor_of(atoms[whose[1] - 1])
        phrase.owners = (actor,) if actor is not None else phrase.owners
    if role.female is not None:
        phrase.female = role.female
    return phrase


def _name(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    start, end = atoms[first].start, atoms[last - 1].end
    phrase = Phrase("name", first, last, start, end, name=text[start:end])
    hit = atoms[first].hit("person") if last == first + 1 else None
    if hit is not None:
        actor = actor_of(atoms[first])
        phrase.owners = (actor,) if actor is not None else ()
        phrase.known = True
        phrase.office = hit.entry.get("office")
        later = hit.entry.get("later")
        phrase.later = (later[0], later[1]) if later else None
        phrase.female = bool(hit.entry.get("female", False))
    return phrase


def read_held(atoms: list[Atom], text: str, match: re.Match[str]) -> Phrase:
    """Reads "Poland's Radosław Sikorski": a person named with the state they speak for."""
    phrase = _name(atoms, text, *match.span("held"))
    owner = actor_of(atoms[match.start()])
    phrase.party = party_of(atoms[match.start() : match.start() + 1])
    phrase.first, phrase.start = match.start(), atoms[match.start()].start
    phrase.owners = (owner,) if owner is not None else phrase.owners
    phrase.kind = "held"
    return phrase


def read_member(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    """Reads "Margaret Holm of the WHO": a person named with the organisation they speak for."""
    end = next(index for index in range(first, last) if atoms[index].letter in ",ot")
    phrase = _name(atoms, text, first, end)
    house = next(index for index in range(end + 1, last) if atoms[index].letter in "XYODSlB")
    owner = actor_of(atoms[house]) if atoms[house].letter == "O" else organisation_of(atoms, house, last, text)
    phrase.first, phrase.last, phrase.end = first, last, atoms[last - 1].end
    phrase.owners = (owner,) if owner is not None else ()
    phrase.kind = "held"
    phrase.party = party_of(atoms[house:last])
    return phrase


def read_bare_name(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    """Reads a name by itself, with what sets it off: "Jane Roe", "Jane Roe (D-CT)", "Jane Roe, policy lead at Oxfam"."""
    phrase = _name(atoms, text, first, last)
    if phrase.known:
        return phrase
    if _PARTY.match(text, phrase.end):
        phrase.owners, phrase.rank, phrase.known = (_CONGRESS,), "legislator", True
    elif last + 2 < len(atoms) and atoms[last].letter == ",":
        _read_employer(phrase, atoms, text, last)
    return phrase


def _read_employer(phrase: Phrase, atoms: list[Atom], text: str, comma: int) -> None:
    """Reads "Jane Roe, policy lead at Oxfam, said": whom a calling that is no office of the lexicon is for."""
    match = _EMPLOYED.match("".join([atom.letter for atom in atoms[comma : comma + _LONGEST_APPOSITION]]))
    if match is None:
        return
    first, last = match.span("house" if match["own"] is None else "own")
    first, last = comma + first, comma + last
    owner = actor_of(atoms[first]) if atoms[first].letter in "OWA" else organisation_of(atoms, first, last, text)
    if owner is not None:
        phrase.owners, phrase.party = (owner,), party_of(atoms[first:last])
        phrase.kind, phrase.last = "held", comma + match.end()
        phrase.end = atoms[phrase.last - 1].end


_LONGEST_APPOSITION: Final = 16
_EMPLOYED: Final = compile_later(
    r",(?:d?(?P<own>[OWA])s[qlXnkH]{1,4}F?|d?[qlXnkFHSD]{1,6}(?:[ot]d?[lq]{1,3}(?:a[lq])?)?[otf]d?q?(?P<house>[OWA]|X{0,4}Y{1,3}(?:[ot]d?[XDSZY]{1,4})?))(?=[,.])"
)

_PARTY: Final = compile_later(r"\s\((?:R|D|I|Republican|Democrat)\.?(?:-|–|, )\s?[A-Z]")
"""The party and state that American texts put behind a legislator's name: "(R-AK)"."""
_CONGRESS: Final = Actor(code="USA", name="United States", via="role")


def _read_role(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    heads = [index for index in range(first, last) if atoms[index].letter in "FH"]
    offices = [index for index in heads if atoms[index].letter == "F"] or heads
    head = offices[0]
    hit = atoms[head].hit("office")
    rank = hit.entry.get("rank") if hit is not None else None
    phrase = Phrase("role", first, last, atoms[first].start, atoms[last - 1].end, rank=rank)
    after = head + 1
    while after < last and atoms[after].letter in "FH":
        after += 1
    find_owner(phrase, atoms, first, last, rank=rank, text=text)
    if not phrase.owners and hit is not None and hit.entry.get("state"):
        office = coded(hit.entry.get("state"), "role")
        phrase.owners = (office,) if office is not None else ()
        phrase.shared = tuple(hit.entry.get("shared", ()))
    if atoms[head].letter == "F":
        phrase.role = text[atoms[head].start : atoms[offices[-1] if offices[-1] < after else head].end]
    elif rank != "person":
        phrase.role = text[atoms[head].start : atoms[head].end]
    phrase.female = _gender(atoms[index].low for index in heads)
    phrase.definite = atoms[first].letter == "d" and atoms[first].low in ("the", "this", "that") and atoms[last - 1].letter != "s"
    return phrase


def _gender(words: object) -> bool | None:
    for low in words:  # type: ignore[attr-defined]
        if low.endswith("woman") or low in (
            "mrs",
            "mrs.",
            "ms",
            "ms.",
            "miss",
            "queen",
            "princess",
            "lady",
            "dame",
            "baroness",
            "madam",
        ):
            return True
        if low.endswith("man") or low in (
            "mr",
            "mr.",
            "sir",
            "king",
            "prince",
            "pope",
            "lord",
            "patriarch",
            "sheikh",
            "ayatollah",
            "emir",
        ):
            return False
    return None


def read_role_alone(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    """Reads an office without a name: "the Norwegian foreign minister", "a U.S. official"."""
    phrase = _read_role(atoms, text, first, last)
    start = skip_article(atoms, first, last)
    phrase.first, phrase.start = start, atoms[start].start
    phrase.adjective = any(atom.letter == "n" or atom.low in UNNAMED for atom in atoms[first:last])
    return phrase


UNNAMED: Final = frozenset(
    "unnamed anonymous unidentified undisclosed a an one another several some two three senior top".split()
)

"""A phrase that may name an actor, and whose it is: the actor that an atom names, and the owner among the atoms of a phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.actors.atoms import Atom
from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import ActorVia

_OWNERS: Final = "SDCMOWPRYA"
_TOWARDS: Final = frozenset({"to", "from", "in", "at", "for", "on", "near"})
"""What leads from an envoy or a mission to where they are sent, never to whom they are sent by."""
_VIA: Final[dict[str, ActorVia]] = {"D": "demonym", "P": "demonym", "C": "metonym", "M": "metonym"}


@dataclass(slots=True)
class Phrase:
    """Words that may name an actor: the atoms `first` to `last` (exclusive).

    `owners` are the actors its own words give; `pointer` is the possessive pronoun or bare surname that stands for one.
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    owners: tuple[Actor, ...] = ()
    name: str | None = None
    role: str | None = None
    rank: str | None = None
    pointer: str | None = None
    definite: bool = False
    plural: bool = False
    adjective: bool = False
    capital: bool = False
    """Whether an organ's head is capitalised ("the Ministry")."""
    known: bool = False
    """Whether `name` is a person of the lexicon."""
    kinds: tuple[str, ...] = ()
    """The kinds of actor that a noun pointing back can mean."""
    states: tuple[str, ...] = ()
    """The only states it can mean, where it is that narrow ("the kingdom")."""
    kind_of_owner: str | None = None
    """What kind of organisation the owner is, where the lexicon says."""
    office: str | None = None
    """The office the lexicon knows a person by, for pointing back only."""
    later: tuple[str, str] | None = None
    """Whom a known person speaks for from a day on: (ISO day, code)."""
    de_facto: tuple[str, str] | None = None
    """The day from which the owner governs a state, and that state: its officials and ministries speak for the state."""
    party: str | None = None
    """The state of the party a person is named with, empty for a party the lexicon does not know."""
    shared: tuple[str, ...] = ()
    """Other states that have an organ of the very name the lexicon gives to one ("the Foreign Office")."""
    female: bool | None = None
    governs: bool = False
    """Whether an unknown organisation bears a name of the kind that government bodies bear."""


def actor_of(atom: Atom) -> Actor | None:
    """The actor that one atom names by itself."""
    if not atom.hits:
        return None
    hit = atom.hits[0]
    entry = hit.entry
    match entry.category:
        case "state":
            via = _VIA.get(atom.letter if atom.letter != "k" else "D", "name")
            return Actor(code=entry.key, name=entry.get("label", entry.key), via=via)
        case "org":
            return coded(entry.get("code"), "metonym" if hit.how == "metonym" else "name")
        case "media":
            return coded(entry.get("code") or f"org:{atom.name}", "name") if not entry.get("platform") else None
        case "body":
            return coded(entry.get("actor"), "name")
        case "person":
            return coded(entry.get("actor"), "role")
        case "place":
            return coded(entry.get("state"), "name")
    return None


def coded(code: str | None, via: ActorVia) -> Actor | None:
    """The actor with this code, named; None without a code."""
    return Actor(code=code, name=STATE_NAMES.get(code) or code.split(":", 1)[-1], via=via) if code else None


def find_owner(phrase: Phrase, atoms: list[Atom], first: int, last: int, *, rank: str | None, text: str) -> None:
    """Fill in the actor a role or organ belongs to, or the possessive word that points at one instead ("its", "Austin")."""
    phrase.owners, phrase.pointer = _owner(atoms, first, last, rank=rank, text=text, phrase=phrase)


def _owner(
    atoms: list[Atom], first: int, last: int, *, rank: str | None, text: str, phrase: Phrase
) -> tuple[tuple[Actor, ...], str | None]:
    pointer: str | None = None
    place: Actor | None = None
    link = ""
    for index in range(first, last):
        atom = atoms[index]
        letter = atom.letter
        if letter in "otf":
            link = atom.low
            continue
        if (link in _TOWARDS and rank == "envoy") or (link == "in" and rank in ("scholar", "person")):
            continue
        if letter == "k" and atom.low.endswith(("-installed", "-appointed", "-run", "-controlled")):
            actor = actor_of(atom)
            if actor is not None:
                return (actor,), None
        if letter == "E" and index + 1 < last and atoms[index + 1].letter == "s" and pointer is None:
            pointer = "the " + atom.low
            anaphor = atom.hit("anaphor")
            if anaphor is not None:
                phrase.kinds = tuple(anaphor.entry.get("kinds", ()))
                phrase.states = tuple(anaphor.entry.get("states", ()))
            continue
        if letter in _OWNERS:
            if letter == "R" and not atom.hits:
                pointer = pointer or text[atom.start : atom.end]
                continue
            actor = _named_in_role(atoms, index, first, text) if letter == "Y" else actor_of(atom)
            if actor is not None:
                if atom.hits and atom.hits[0].entry.category == "org":
                    entry = atom.hits[0].entry
                    phrase.kind_of_owner = entry.get("kind")
                    since = entry.get("governs")
                    phrase.de_facto = (since[0], since[1]) if since else None
                phrase.party = party_of(atoms[index : index + 1])
                return (via_role(actor, atom),), None
        elif letter in "NL" and rank != "counterpart" and index + 1 < last and atoms[index + 1].letter == "s":
            actor = actor_of(atom)
            if actor is not None:
                return (actor,), None
        elif letter == "Z" and place is None:
            place = actor_of(atom)
        elif letter == "G" and link in ("for", "of") and rank == "speaker" and pointer is None and place is None:
            band = _band(atoms, index, first, text)
            if band is not None:
                return (band,), None
        elif letter == "p" and pointer is None:
            pointer = atom.low
        elif letter == "X" and index + 1 < last and atoms[index + 1].letter == "s" and pointer is None:
            pointer = text[atom.start : atom.end]
    return ((place,) if place is not None and pointer is None else ()), pointer


_PORTFOLIO: Final = frozenset(
    "cooperation affairs development defence defense security trade relief coordination aid assistance policy operations planning "
    "integration relations peace disarmament reconstruction recovery energy climate migration international political humanitarian "
    "foreign military public economic social legal strategic human rights refugees emergency crisis management communications media "
    "information research advocacy programmes programs response regional studies africa europe asia middle east eastern southern northern "
    "western central global and nuclear arms control weapons risk intelligence analysis conflict prevention food health".split()
)
"""Words of what an office is for, between it and its owner: "for political affairs at the UAE's foreign ministry"."""
_LONGEST_PORTFOLIO: Final = 6


def behind_portfolio(atoms: list[Atom], after: int) -> int:
    """Where an office ends whose portfolio goes on in small words: behind its owner, else behind the words; `after` itself where it does not."""
    index = after
    while index < len(atoms) and index < after + _LONGEST_PORTFOLIO and atoms[index].low in _PORTFOLIO:
        index += 1
    behind = index
    if index == after and not (atoms[index - 1].low in _PORTFOLIO and index < len(atoms) and atoms[index].letter in "tf"):
        return after
    if index + 1 >= len(atoms) or atoms[index].letter not in "otf":
        return behind
    index += 1 + (atoms[index + 1].letter == "d")
    end = index
    while end < len(atoms) and atoms[end].letter in "SDCMOWBYXRsqk" and end < index + _LONGEST_PORTFOLIO:
        end += 1
    return end if any(atom.letter in "SDCMOWYR" for atom in atoms[index:end]) else behind


def _band(atoms: list[Atom], index: int, first: int, text: str) -> Actor | None:
    """Reads "the Tuareg separatists" in "a spokesman for the Tuareg separatists": fighters under the text's own words."""
    hit = atoms[index].hit("collective")
    start = index
    while start > first and atoms[start - 1].letter in "qXDk":
        start -= 1
    if hit is None or hit.entry.key != "armed" or start == index:
        return None
    words = " ".join(text[atoms[start].start : atoms[index].end].split())
    return Actor(code=f"group:{words}", name=words, via="collective")


def skip_article(atoms: list[Atom], first: int, last: int) -> int:
    """Where a phrase begins without its article."""
    return first + 1 if atoms[first].letter == "d" and first + 1 < last else first


def via_role(actor: Actor, atom: Atom) -> Actor:
    """The actor as known through an office or organ, unless a demonym or a metonym named it."""
    return actor if atom.letter in "DPCM" else Actor(code=actor.code, name=actor.name, via="role")


def _named_in_role(atoms: list[Atom], index: int, first: int, text: str) -> Actor | None:
    start = index
    while start > first and atoms[start - 1].letter in "XYR":
        start -= 1
    return None if start == index and atoms[index].letter == "Y" else organisation_of(atoms, start, index + 1, text)


def organisation_of(atoms: list[Atom], first: int, last: int, text: str) -> Actor:
    """The organisation that the atoms `first` to `last` (exclusive) spell out."""
    name = text[atoms[first].start : atoms[last - 1].end]
    return Actor(code=f"org:{name}", name=name)


def party_of(atoms: list[Atom]) -> str | None:
    """The state whose party these atoms name, empty for a party the lexicon does not know; None where they name none."""
    for atom in atoms:
        hit = atom.hit("org")
        if hit is not None:
            return str(hit.entry.get("politicians", "")) if hit.entry.get("kind") == "party" else None
    return "" if atoms and atoms[-1].letter == "Y" and atoms[-1].low == "party" else None

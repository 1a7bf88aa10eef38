"""Organs of states and organisations among the phrases of a sentence: "the Iranian parliament", "NATO's KFOR mission", "Harbour Relief Trust"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.actors.atoms import Atom
from briefing_tui.extracting.actors.owners import Phrase, actor_of, find_owner, skip_article, via_role
from briefing_tui.model import Actor


def read_plain_organ(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    """An organ read without its seat."""
    return read_organ(atoms, text, first, last, seat=False)


def read_organ(atoms: list[Atom], text: str, first: int, last: int, *, seat: bool) -> Phrase:
    """Reads "the Iranian parliament" and "the foreign ministry in Beijing": an organ with whoever it belongs to."""
    start = skip_article(atoms, first, last)
    phrase = Phrase("organ", start, last, atoms[start].start, atoms[last - 1].end)
    head = next(index for index in range(first, last) if atoms[index].letter == "B")
    while head + 1 < last and atoms[head + 1].letter == "B":  # "military government"
        head += 1
    hit = atoms[head].hit("body")
    phrase.rank = hit.entry.get("kind") if hit is not None else None
    find_owner(phrase, atoms, first, last, rank="envoy" if phrase.rank == "mission" else None, text=text)
    if seat and not phrase.owners and phrase.pointer is None and atoms[last].low == "in":
        _seat(phrase, atoms[last + 1])
    mission = actor_of(atoms[head - 1]) if phrase.rank == "mission" and head > first and atoms[head - 1].letter == "O" else None
    if mission is not None:  # "NATO's KFOR mission"
        phrase.owners = (mission,)
    phrase.role = hit.entry.key if hit is not None else None
    phrase.definite = atoms[first].letter == "d" and atoms[first].low in ("the", "this", "that")
    if atoms[head].low == "state" and not phrase.owners and atoms[head + 1 : head + 2] and _goes_on(atoms[head + 1]):
        phrase.definite = False
    phrase.plural = atoms[head].low.endswith("s")
    phrase.capital = text[atoms[head].start].isupper()
    low = atoms[head].low
    known = phrase.plural and first == head and (phrase.rank in ("police", "government") or low.startswith("government "))
    if known or (low.endswith("police") and _acts(atoms, first, head)):
        phrase.definite = True
    return phrase


def _acts(atoms: list[Atom], first: int, head: int) -> bool:
    """Whether "police" without an article are those of the place who do something: "Riot police fired", not "a police station"."""
    after = atoms[head + 1] if head + 1 < len(atoms) else None
    if (
        after is None
        or after.letter not in "lf"
        or after.low in _POLICING
        or any(a.letter not in "qn" for a in atoms[first:head])
    ):
        return False
    return (
        first == 0 or atoms[first - 1].letter in ",.;:" or atoms[first - 1].low in ("when", "as", "after", "that", "said", "says")
    )


_POLICING: Final = frozenset(
    "station stations post posts headquarters officer officers car cars vehicle vehicles convoy chief academy force forces checkpoint "
    "compound raid raids presence custody brutality uniform training protection escort operation operations statement report reports "
    "work reform building escort dog dogs line lines cadets recruits barracks spokesman spokeswoman commander".split()
)


def _goes_on(atom: Atom) -> bool:
    """Whether what follows "the state" makes it no organ: "the state of play", "the state capital"."""
    return atom.low == "of" or atom.low in _STATELY


_STATELY: Final = frozenset(
    "capital media television tv radio broadcaster news visit funeral budget dinner university legislature government police troopers "
    "border borders line lines fair parks park school schools flag language religion actors actor property funds aid banquet".split()
)


def read_proper_organ(atoms: list[Atom], first: int, last: int) -> Phrase:
    """Reads "China's Taiwan Affairs Office" and "the Japanese House of Representatives": the state named beside it owns it."""
    owner = actor_of(atoms[first])
    hit = atoms[last - 1].hit("body")
    return Phrase(
        "organ",
        first,
        last,
        atoms[first].start,
        atoms[last - 1].end,
        owners=(via_role(owner, atoms[first]),) if owner is not None else (),
        rank=hit.entry.get("kind") if hit is not None else None,
    )


def _seat(phrase: Phrase, town: Atom) -> None:
    """Reads "the foreign ministry in Beijing": the town says whose organ it is, where nothing nearer does."""
    actor = actor_of(town)
    if actor is not None:
        phrase.owners = (actor,)
        phrase.end = town.end


def read_organisation(atoms: list[Atom], text: str, first: int, last: int) -> Phrase | None:
    """Reads a name by its headword, "Harbour Relief Trust"; a state before one of a government's own makes it that state's organ."""
    letters = [atom.letter for atom in atoms[first:last]]
    if all(letter in "Yots" for letter in letters) and len(letters) < 3:
        return None
    start, end = atoms[first].start, atoms[last - 1].end
    name = text[start:end]
    if not name[0].isupper() or not any(part[:1].isupper() for part in name.split()[1:]):
        return None
    heads = [atom for atom in atoms[first:last] if atom.letter == "Y"]
    if not any(text[head.start].isupper() for head in heads):
        return None
    state = actor_of(atoms[first]) if atoms[first].letter in "DS" else None
    governs = any(head.low in _GOVERNMENT_HEADS for head in heads)
    if state is not None and governs and len(state.code) == _STATE_CODE:
        return Phrase("organ", first, last, start, end, owners=(via_role(state, atoms[first]),), rank="government")
    kind = next((_KIND_OF_HEAD[head.low] for head in heads if head.low in _KIND_OF_HEAD), None)
    return Phrase(
        "organisation", first, last, start, end, owners=(Actor(code=f"org:{name}", name=name),), rank=kind, governs=governs
    )


_STATE_CODE: Final = 3
_GOVERNMENT_HEADS: Final = frozenset(
    "department agency administration bureau directorate authority commission service secretariat ministry brigade brigades "
    "battalion regiment corps army navy command fleet squadron guard forces".split()
)
"""Heads of names that a government's own bodies and forces bear: "the Federal Emergency Management Agency", "the 68th Tank Regiment"."""


_KIND_OF_HEAD: Final = {
    **dict.fromkeys(
        ("institute", "institution", "centre", "center", "foundation", "laboratory", "lab", "observatory"), "think_tank"
    ),
    **dict.fromkeys(("watch", "relief", "international", "society", "trust", "network", "initiative", "campaign"), "ngo"),
    **dict.fromkeys(("company", "corporation", "ltd", "inc", "plc", "industries", "airlines", "holdings", "shipping"), "firm"),
    **dict.fromkeys(("front", "brigade", "brigades", "battalion", "militia", "movement", "army"), "armed_group"),
    **dict.fromkeys(("agency", "authority", "office"), "agency"),
    **dict.fromkeys(("bank", "fund"), "bank"),
    **dict.fromkeys(("alliance", "coalition"), "alliance"),
    **dict.fromkeys(("court", "tribunal"), "court"),
    **dict.fromkeys(("council", "committee"), "council"),
}

"""Phrases that can name an actor, found in a row of atoms: offices with names, organs of states, organisations, collectives.

A phrase is only what one sentence shows; who "the ministry" or "Austin" is, `coreference` decides.
"""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.actors.atoms import Atom, AtomRow
from briefing_tui.extracting.actors.organ_phrases import read_organ, read_organisation, read_plain_organ, read_proper_organ
from briefing_tui.extracting.actors.owners import (
    Phrase,
    actor_of,
    coded,
    find_owner,
    organisation_of,
    skip_article,
)
from briefing_tui.extracting.actors.person_phrases import (
    UNNAMED,
    read_bare_name,
    read_held,
    read_member,
    read_person,
    read_role_alone,
)
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

# Every repetition is bounded, so that a hostile line of ten thousand names costs no more than its length.
_NAME: Final = r"(?:N|[XI](?:[XIL]|x{1,3}X|-X){0,7}|L)"
_TITLED: Final = r"(?:N|[XI](?:[XILSM]|x{1,3}X|-X){0,7}|L|[CZS](?:X|xX){1,5})"
"""Beside an office, a name may begin with the name of a town or state ("President Santiago Peña")."""
_BEFORE: Final = r"[dp]?(?:[qnk]|[SDCMOWZPARE]s?|[NLX]s|B(?=s?q{0,2}[FHBG])s?|X{0,5}Ys?){0,10}"
_OWN: Final = r"[dp]?(?:[qnk]|[SDCMOWZPARE]s?|[NLX]s|X{0,5}Ys?){0,10}"
_HEAD: Final = r"(?:Fq{1,2}(?=[FH]))?[FH]{1,5}"
_OF: Final = r"(?:[ot]d?(?:[qk]|[SCMOWZBYRGPE]s?|[NL]s|D(?=[qnBWFGPYR])|X(?!X)s?|X(?=X{0,5}[YB])|F(?=[,.)l]|$)){1,9}|[ot]X{1,4}(?:,?aX{1,4})?(?=[,.)]|$))"
"""What an office is of or for: an organ, a state, a portfolio ("Minister for Crisis Management,")."""
_RUN: Final = r"[dpqnkSDCMOWZPAREsNLXBY]*"
"""What may stand before a head: looked through at once, so that the alternatives below are only tried where their head comes."""
_IN: Final = r"(?:fd?(?:[kqDSCZ]s?){0,5}[BWCZSYO])?"
_PHRASE: Final = compile_later(
    rf"""
    (?![lfwotajs,.;:"'()\-/]) (?:
    (?P<joint>d?[DSO](?:,[DSO]){{0,6}},?a[DSO]q{{0,3}}[GB])
  | (?P<name_role>{_TITLED}) (?:,n)?(?:,|-|\() (?P<apposition> {_BEFORE} X{{0,2}} {_HEAD} {_OF}{{0,3}} {_IN} ) (?=[,.)\-"lfa;:ot]|$)
  | (?={_RUN}[FH]) (?P<role_name>{_BEFORE} X{{0,2}} {_HEAD} {_OF}{{0,3}} {_IN}) (?: (?P<named>{_TITLED}) (?:o(?P<whose>d?[SO])(?!s))? (?: , (?P<after>{_BEFORE} X{{0,2}} {_HEAD} {_OF}{{0,3}}) (?=l?[,.)]|$))?
      | (?:fd?[lqEBGZ]{{1,2}})? , H* (?P<set_off>{_TITLED}) (?=[,.)]|$) )
  | (?={_RUN}[FH]) (?P<role>{_BEFORE} {_HEAD} {_OF}{{0,3}})
  | (?={_RUN}G) (?P<group>{_BEFORE} G{{1,3}} {_OF}{{0,2}})
  | (?={_RUN}B) (?P<organ>{_OWN} [BW]{{0,4}}B[BW]{{0,4}} {_OF}{{0,3}} (?:(?=f(?P<seat>[CSZ])(?:[^s]|$))|))
  | (?P<proper>(?:D|[SCM]s)q{{0,3}}W{{1,4}})
  | (?P<organisation>(?:[XSDZCOR]s?){{0,5}}Y{{1,4}}(?:[ot]d?[XYDSCZOR]{{1,6}}(?:a[XYDSZR]{{1,6}}){{0,4}}){{0,3}})
  | (?P<holder>[SDCMOW]s(?P<held>N|X(?:X|xX){{1,5}}|L))
  | (?P<member>X(?:X|I|xX){{1,4}},?[ot]d?q{{0,3}}(?:O|X{{0,3}}Y{{1,3}}|(?<=d)[DS]?[lXB]?X{{1,4}}(?!q))(?=[l,.q]))
  | (?P<count>dn(?=l))
  | (?P<single>[SDCMPOWAR])
  | (?P<name>{_NAME})
  | (?P<styled>d?[qnkD]{{0,6}}E(?P<self>R|X(?:X|-X|[ot]d?X){{0,4}}))(?=[,.la"ft)]|$)
  | (?P<anaphor>d[qnk]{{0,6}}D?E(?!o))
  | (?P<pronoun>r)
    )
    """,
    re.VERBOSE,
)
COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2}
_GROUP_OF: Final = {"self": "styled", "seat": "organ", "held": "holder", "whose": "role_name", "after": "role_name"}
"""The alternative that a group inside it belongs to."""


def find_phrases(row: AtomRow, text: str) -> list[Phrase]:
    """The phrases of a sentence, in text order, none overlapping another."""
    letters, atoms = row.letters, row.atoms
    found: list[Phrase] = []
    for match in _PHRASE.finditer(letters):
        first, last = match.span()
        group = _GROUP_OF.get(match.lastgroup or "", match.lastgroup)
        if found and atoms[first].start < found[-1].end:
            continue
        if group == "joint":
            found.append(_joint(row, text, first, last))
        elif match["name_role"] is not None:
            found.append(read_person(atoms, text, match, "name_role", "apposition"))
        elif match["role_name"] is not None:
            found.append(read_person(atoms, text, match, "named" if match["named"] is not None else "set_off", "role_name"))
        elif group == "role":
            found.append(read_role_alone(atoms, text, first, last))
        elif group == "group":
            if not _names_itself(row, match):
                found.append(_collective(atoms, text, first, last))
        elif group == "proper":
            found.append(read_proper_organ(atoms, first, last))
        elif group == "organ":
            found.append(read_organ(atoms, text, first, last, seat=match["seat"] is not None))
        elif group == "organisation":
            phrase = read_organisation(atoms, text, first, last)
            if phrase is not None:
                found.append(phrase)
        elif group == "holder":
            found.append(read_held(atoms, text, match))
        elif group == "member":
            found.append(read_member(atoms, text, first, last))
        elif group == "count":
            if atoms[first + 1].low in COUNTS and (_verbal(atoms[last].low) or atoms[last].low == "said"):
                found.append(
                    Phrase("count", first + 1, last, atoms[first + 1].start, atoms[last - 1].end, definite=True, plural=True)
                )
        elif group == "anaphor":
            if letters[last : last + 1] != "O":
                found.append(_anaphor(atoms, first, last))
        elif group == "styled":
            found.append(_styled(atoms, text, *match.span("self")))
        elif group == "single":
            phrase = _single(row, first)
            if phrase.kind != "medium" or phrase.owners:
                found.append(phrase)
        elif group == "name":
            found.append(read_bare_name(atoms, text, first, last))
        elif group == "pronoun":
            atom = atoms[first]
            found.append(Phrase("pronoun", first, last, atom.start, atom.end, pointer=atom.low))
    return found


def _names_itself(row: AtomRow, match: re.Match[str]) -> bool:
    """Whether a group is named right behind its kind: "the Iran-backed militia Kataib Hezbollah"."""
    last = match.end()
    return row.letters[last : last + 1] == "O" and row.letters[last - 1] == "G" and not row.atoms[last - 1].low.endswith("s")


def _styled(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    """Reads "the rebel group CCP": an organisation the lexicon does not know, named right behind its kind."""
    hit = atoms[first - 1].hit("anaphor")
    kinds = hit.entry.get("kinds", ()) if hit is not None else ()
    if "state" in kinds:
        return read_bare_name(atoms, text, first, last)
    phrase = Phrase("organisation", first, last, atoms[first].start, atoms[last - 1].end)
    phrase.owners = (organisation_of(atoms, first, last, text),)
    phrase.rank = phrase.kind_of_owner = kinds[0] if kinds else None
    return phrase


def _anaphor(atoms: list[Atom], first: int, last: int) -> Phrase:
    head = atoms[last - 1]
    hit = head.hit("anaphor")
    phrase = Phrase("anaphor", first + 1, last, atoms[first + 1].start, head.end)
    phrase.definite = atoms[first].low in ("the", "this", "that", "both", "these", "those", "all")
    phrase.kinds = tuple(hit.entry.get("kinds", ())) if hit is not None else ()
    phrase.states = tuple(hit.entry.get("states", ())) if hit is not None else ()
    phrase.plural = head.low.endswith("s")
    phrase.pointer = next((atom.low for atom in atoms[first:last] if atom.letter == "n"), None)
    demonym = atoms[last - 2]
    if demonym.letter == "D":
        actor = actor_of(demonym)
        phrase.owners = (actor,) if actor is not None else ()
    return phrase


def _collective(atoms: list[Atom], text: str, first: int, last: int) -> Phrase:
    start = skip_article(atoms, first, last)
    phrase = Phrase("collective", start, last, atoms[start].start, atoms[last - 1].end, plural=True)
    phrase.definite = atoms[first].low in ("the", "both")
    find_owner(phrase, atoms, first, last, rank=None, text=text)
    head = next(index for index in range(first, last) if atoms[index].letter == "G")
    hits = atoms[head].hits
    group = next((actor_of(atom) for atom in atoms[first:head] if atom.letter == "O"), None)
    if group is not None and any(hit.entry.key in ("armed", "fighter") for hit in hits):
        phrase.owners, phrase.kind_of_owner = (group,), "armed_group"
    phrase.rank = next((hit.entry.key for hit in hits if hit.entry.category == "collective"), None)
    phrase.role = next(
        (hit.entry.get("rank") or hit.entry.get("kind") for hit in hits if hit.entry.category != "collective"), None
    )
    phrase.adjective = any(atom.low in UNNAMED or atom.letter == "n" for atom in atoms[first:head])
    if atoms[first].letter == "d" and atoms[first].low in ("some", "several", "many", "most", "other", "various"):
        phrase.start = atoms[first].start
    phrase.known = start < head and not (start + 1 == head and atoms[start].letter == "n")
    if not phrase.owners and phrase.pointer is None and phrase.role == "military" and first == head and first > 1:
        phrase.owners = _shared_owner(atoms, first)
    if not phrase.owners and phrase.pointer is None:
        office = next((hit.entry.get("state") for hit in hits if hit.entry.category == "office"), None)
        own = coded(office, "role")
        phrase.owners = (own,) if own is not None else ()
    return phrase


def _shared_owner(atoms: list[Atom], first: int) -> tuple[Actor, ...]:
    """Reads "Israeli tanks and troops": the demonym before the first of two nouns owns the second too."""
    index = first - 1
    if atoms[index].letter != "a":
        return ()
    index -= 1
    while index > 0 and atoms[index].letter in "wlq" and first - index <= _SHARED_SPAN:
        index -= 1
    owner = actor_of(atoms[index]) if atoms[index].letter == "D" else None
    return (owner,) if owner is not None else ()


_SHARED_SPAN: Final = 4
"""Words between a demonym and the second noun it is for."""


def _joint(row: AtomRow, text: str, first: int, last: int) -> Phrase:
    """Reads "French, German and British leaders": one head for several owners."""
    atoms = row.atoms
    read = _collective if row.letters[last - 1] == "G" else read_plain_organ
    phrase = read(atoms, text, first, last)
    owners = {actor.code: actor for atom in atoms[first:last] if atom.letter in "DSO" and (actor := actor_of(atom)) is not None}
    phrase.owners, phrase.plural = tuple(owners.values()), True
    return phrase


def _single(row: AtomRow, index: int) -> Phrase:
    atom = row.atoms[index]
    actor = actor_of(atom)
    kind = {
        "A": "medium",
        "P": "people",
        "R": "acronym",
        "W": "organ",
        "O": "organisation",
        "C": "capital",
        "M": "metonym",
        "D": "demonym",
    }.get(atom.letter, "state")
    phrase = Phrase(kind, index, index + 1, atom.start, atom.end, owners=(actor,) if actor is not None else ())
    after = row.atoms[index + 1] if index + 1 < len(row.atoms) else None
    if atom.letter == "D" and _SHARED_HEAD.match(row.letters, index + 1):
        return phrase
    if atom.letter == "D":
        before = row.atoms[index - 1] if index else None
        phrase.adjective = not (
            before is not None and before.low == "the" and (after is None or after.letter in ",.af" or _verbal(after.low))
        )
    if atom.hits and atom.hits[0].entry.category in ("org", "body"):
        phrase.rank = atom.hits[0].entry.get("kind")
        phrase.shared = tuple(atom.hits[0].entry.get("shared", ()))
        if atom.hits[0].how == "metonym":
            phrase.kind = "capital"
    elif atom.letter in "SCM":
        phrase.rank = "state"
    if after is not None and after.letter in "lwqX" and atom.letter in "SO" and atom.low in _MODIFYING and not _verbal(after.low):
        phrase.adjective = True
    return phrase


_SHARED_HEAD: Final = compile_later(r"aq{1,3}[GB]")
"""What follows a demonym that shares its head with the next adjective: "Ukrainian and Western officials"."""
_MODIFYING: Final = frozenset("us u.s. uk u.k. uae eu e.u. un u.n. nato usa houthi drc dprk rok".split())
_AUXILIARIES: Final = frozenset(
    "stood sent gave took made held told saw met began struck shot hit left kept built sought fought led fell came went got won lost "
    "put set cut let did wants warns plans hopes fears denies insists believes seeks needs makes takes gives sends "
    "has have had is are was were will would can could may might must should shall did does do says said calls urges also "
    "not never still".split()
)


def _verbal(low: str) -> bool:
    return low in _AUXILIARIES or (low.endswith("ed") and len(low) > 4) or low.endswith("ly")

"""A sentence as a row of atoms: one letter a word or lexicon hit, so that phrases are found by regular expressions.

"Norwegian Foreign Minister Espen Barth Eide said" reads `DFXXXl`. The letters:

    S state   D demonym   P people   C capital   M seat of government   O organisation   A medium   Z place
    W organ of one state   B organ of the state beside it   F office   H honorific or rank   G collective   E noun that points back
    N known person   L unmistakable surname   X other capitalised word   I initial   R unknown acronym   Y headword of a name
    d article   p possessive pronoun   r personal pronoun   n number   q adjective   k compound ("Iran-backed")
    s possessive ending   o "of"   t "to, for, at, from"   f other preposition   a and, or   x particle of a name   w weapon or other thing   l other word
    and `, . " ( ) -` for marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from briefing_tui.extracting.actors.letters import CLOSED, SMALL, WORDS, hit_letter, plain_letter
from briefing_tui.extracting.actors.word_lists import CHARGES, NAME_HEADS, NEVER_NAMES, PARTICIPLES
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

_PRIORITY: Final = {
    "person": 0,
    "org": 1,
    "body": 2,
    "state": 3,
    "collective": 4,
    "office": 5,
    "media": 6,
    "anaphor": 6,
    "place": 7,
    "weapon": 8,
    "mechanism": 8,
    "system": 8,
}
_SURNAMES_TOO: Final = frozenset(
    {"king", "prince", "major", "marshal", "pope", "bishop", "lord", "leader", "speaker", "father", "general"}
)
"""Ranks and styles that are also family names: "Angus King"."""
_ARTICLE_CHARS: Final = len("the ")


class Atom(NamedTuple):
    """One letter's worth of text, `text[start:end]`, with the lexicon hits that cover exactly these characters."""

    letter: str
    start: int
    end: int
    low: str
    hits: tuple[Hit, ...] = ()
    name: str = ""
    """Its words as written, for hits whose name is not in the lexicon's own line."""

    def hit(self, category: str) -> Hit | None:
        """Its hit of this category, if any."""
        for hit in self.hits:
            if hit.entry.category == category:
                return hit
        return None


@dataclass(frozen=True, slots=True)
class AtomRow:
    """A sentence's atoms and their letters as one string: `letters[i]` is `atoms[i].letter`."""

    atoms: list[Atom]
    letters: str


def atomize(passage: Passage, text: str, *, shouting: bool = False) -> AtomRow:
    """The atoms of a passage of `text`. `shouting` says that capitals mean nothing here, as in a title-case heading."""
    starts = _hits_by_start(passage)
    tokens = passage.tokens
    atoms: list[Atom] = []
    reach = 0
    area = -1  # where the last atom ends, if it is a place that a word such as "region" may follow
    add, make = atoms.append, tuple.__new__  # of the hundreds of atoms a page, most are made here
    hit_at, word_of = starts.get, WORDS.get
    for index, token in enumerate(tokens):
        start, end, low, capital = token
        if start < reach:
            if end <= reach:
                continue
            _rest_of_token(atoms, text, token, reach, starts)
            reach = max(reach, atoms[-1].end)
            continue
        found = hit_at(start)
        if found is not None:
            reach = _add_hit(atoms, found, text, token, starts)
            area = reach if atoms[-1].letter == "Z" else -1
            continue
        if area == start - 1 and low in _AREAS:
            place = atoms[-1]
            atoms[-1] = Atom("Z", place.start, end, text[place.start : end].lower(), place.hits)
            area = end
            continue
        if not capital:
            word = word_of(low)
            if word is None and low.isalpha():
                word = "l"
            if word:
                add(make(Atom, (word, start, end, low, (), "")))
                continue
        if "-" in low and not low.isdigit() and _inner_hit(atoms, text, token, starts):
            reach = atoms[-1].end
            if reach < end:
                _rest_of_token(atoms, text, token, reach, starts)
                reach = max(reach, atoms[-1].end)
            area = reach if atoms[-1].letter == "Z" else -1
            continue
        closed = CLOSED.get(low)
        if closed is None and not capital:
            closed = SMALL.get(low)
        if closed is not None:
            add(make(Atom, (closed, start, end, low, (), "")))
            continue
        letter = plain_letter(token, tokens, index, atoms, text, shouting=shouting)
        if (
            letter == "n"
            and len(atoms) > 1
            and atoms[-1].letter == ","
            and atoms[-2].letter == "n"
            and atoms[-1].end == start == atoms[-2].end + 1
        ):
            atoms.pop()
            atoms[-1] = Atom("n", atoms[-1].start, end, text[atoms[-1].start : end])
            continue
        if letter == "I" and tokens[index + 1].low == ".":
            reach = end = tokens[index + 1].end
        if letter == "Y":
            _name_before_head(atoms, text, start)
        elif token.capital and letter in "lq" and len(atoms) > 1 and _is_within_name(atoms):
            letter = "X"
        if letter in "XYR" and token.low.endswith("'s"):
            add(Atom(letter, start, end - 2, token.low[:-2]))
            add(Atom("s", end - 2, end, "'s"))
        else:
            add(Atom(letter, start, end, token.low))
    letters = "".join([atom.letter for atom in atoms])
    if _VERBAL.search(letters):
        for match in _VERBAL.finditer(letters):
            atom = atoms[match.end() - 1]
            if atom.low in _TAKING:
                atoms[match.end() - 1] = Atom("l", atom.start, atom.end, atom.low)
        letters = "".join([atom.letter for atom in atoms])
    if "E" in letters and _TITLED_NOUN.search(letters):
        for match in _TITLED_NOUN.finditer(letters):
            atom = atoms[match.start()]
            if text[atom.start].isupper() and text[atoms[match.end() - 1].start].isupper():
                atoms[match.start()] = Atom("Y", atom.start, atom.end, atom.low)
        letters = "".join([atom.letter for atom in atoms])
    return AtomRow(atoms, letters)


_VERBAL: Final = re.compile(r"[PONLSCWGBX]q(?=[dnGqSDCXPNFHsp])")
"""A name or group, and an adjective that may be its verb: "Houthis detained 11 aid workers"."""
_TAKING: Final = frozenset("detained jailed imprisoned ousted exiled besieged occupied recognised recognized".split())
_TITLED_NOUN: Final = re.compile(r"E(?=[ot]d?[XDSCZYOlq])[ot]d?.")
"""A noun that points back where it heads a name instead: "the Movement for the Salvation of Azawad"."""


def _add_hit(atoms: list[Atom], found: tuple[Hit, ...], text: str, token: Token, starts: dict[int, tuple[Hit, ...]]) -> int:
    """Add the atom of a hit, and of what follows it within its token; gives the offset they reach to."""
    atom = _hit_atom(found, text, token)
    if atom.letter in "FB" and atoms and atoms[-1].letter == "l" and atom.low in _CHARGED:
        index = len(atoms) - 1
        while index >= 0 and (atoms[index].low in CHARGES or (atoms[index].letter == "a" and atoms[index - 1].low in CHARGES)):
            if atoms[index].letter == "l":
                atoms[index] = Atom("q", atoms[index].start, atoms[index].end, atoms[index].low)
            index -= 1
    if atom.letter == "L" and atom.end == token.end and _is_given(text, atom):
        atom = Atom("X", atom.start, atom.end, atom.low)
    if atom.letter == "H" and atoms and atoms[-1].letter in "XI" and atom.low in _SURNAMES_TOO:
        atom = Atom("X", atom.start, atom.end, atom.low)
    elif atom.letter == "E" and token.capital and atoms and text[atoms[-1].start].isupper() and atoms[-1].letter in "XlqZYDSR":
        atom = Atom("Y", atom.start, atom.end, atom.low)
        _name_before_head(atoms, text, atom.start)
    atoms.append(atom)
    if atom.end >= token.end:
        return atom.end
    _rest_of_token(atoms, text, token, atom.end, starts)
    return max(atom.end, atoms[-1].end)


def _is_given(text: str, atom: Atom) -> bool:
    """Whether a known family name is another person's first name: "Yunus Qanooni"."""
    match = _NEXT_NAME.match(text, atom.end)
    return match is not None and match[1].lower() not in NEVER_NAMES and match[1].lower() not in NAME_HEADS


_NEXT_NAME: Final = re.compile(r" ([A-Z][a-z]{2,})\b(?!['’]s? [a-z]*[A-Z])")
_CHARGED: Final = frozenset("minister ministry secretary commissioner ministers department".split())
"""Offices whose charge stands before them in plain words: "international cooperation minister"."""


def _name_before_head(atoms: list[Atom], text: str, start: int) -> None:
    """Capitalised adjectives and nouns right before a headword belong to its name: "the Baltic Defence Institute"."""
    index = len(atoms) - 1
    while index >= 0 and atoms[index].letter in "lqXD" and text[atoms[index].start].isupper() and atoms[index].end == start - 1:
        if atoms[index].letter in "lq" and (index or atoms[index].low in _REGIONS):
            atoms[index] = Atom("X", atoms[index].start, atoms[index].end, atoms[index].low)
        start = atoms[index].start
        index -= 1


def _is_within_name(atoms: list[Atom]) -> bool:
    """Whether a capitalised word continues a name after its headword: "Institute for Defence Studies"."""
    index = len(atoms) - 1
    while index > 0 and atoms[index].letter in "XD":
        index -= 1
    if atoms[index].letter == "d":
        index -= 1
    return index > 0 and atoms[index].letter in "ot" and atoms[index - 1].letter == "Y"


_AREAS: Final = frozenset("region oblast province district county governorate raion krai state prefecture peninsula".split())
_REGIONS: Final = frozenset(
    "baltic nordic arab african asian european gulf caribbean international national global world federal central southern "
    "northern eastern western kurdish islamic".split()
)


def _hits_by_start(passage: Passage) -> dict[int, tuple[Hit, ...]]:
    """The hits that make atoms: at each start the longest, several where they cover the same characters."""
    starts: dict[int, tuple[Hit, ...]] = {}
    reach = -1
    text, begin = passage.text, passage.start
    hits = [hit for hit in passage.hits if hit.entry.category in _PRIORITY]
    for index, hit in enumerate(hits):
        if hit.end - hit.start > _ARTICLE_CHARS and passage.text[hit.start - passage.start :][:4] in ("the ", "The "):
            inner = hit.start + _ARTICLE_CHARS
            if any(other.start == inner and other.end > hit.end for other in hits[index + 1 : index + 6]):
                continue
        if hit.entry.category == "media" and _is_demonym(passage, hit, hits[index + 1 : index + 6]):
            continue
        if text[hit.start - begin - 1 : hit.start - begin] == "-" and _is_opposed(passage, hit, hits[index + 1 : index + 6]):
            continue
        if hit.start < reach:
            known = starts.get(hit.start)
            if known is not None and known[0].end == hit.end:
                starts[hit.start] = (*known, hit)
            continue
        if hit.entry.category in {"body", "collective"} and _flies(passage, hit):
            continue
        starts[hit.start] = (hit,)
        reach = hit.end
    return starts


def _is_opposed(passage: Passage, hit: Hit, others: list[Hit]) -> bool:
    """Whether a name of forces is cut in two by "anti-" or "pro-": "anti-Taliban forces" are no forces of the Taliban."""
    at = hit.start - passage.start
    return passage.text[: at - 1].lower().endswith(("anti", "pro")) and any(
        other.start == hit.start and other.end < hit.end for other in others
    )


def _is_demonym(passage: Passage, hit: Hit, others: list[Hit]) -> bool:
    """Whether the article and demonym of a newspaper's name only describe what follows: "The Australian cricket team"."""
    if not any(other.end == hit.end and other.entry.category == "state" for other in others):
        return False
    following = passage.text[hit.end - passage.start :].lstrip()[:12].split(" ", 1)[0]
    spoken = any(0 < other.start - hit.end <= 1 and other.entry.category == "say" for other in passage.hits)
    if following.lower() in _OF_STATES:
        return True
    return following[:1].islower() and not spoken and not following.endswith("ed") and following not in _AFTER_PAPER


_OF_STATES: Final = frozenset(
    "government army navy military defence defense federal prime foreign trade air parliament senate embassy high police capital "
    "embassy coast labor labour".split()
)
_AFTER_PAPER: Final = frozenset("has had is was and that newspaper website on in".split())


def _flies(passage: Passage, hit: Hit) -> bool:
    """Whether "fighters" are aircraft, named right before ("ten MiG-29 fighters to Ukraine")."""
    if not passage.text.startswith("fighters", hit.start - passage.start):
        return False
    return any(other.entry.category == "weapon" and 0 < hit.start - other.end <= _DESIGNATION for other in passage.hits)


_DESIGNATION: Final = 10
"""Characters a variant's letters may take between an aircraft's name and its noun: "F-16 Block 70 fighters"."""


def _hit_atom(found: tuple[Hit, ...], text: str, token: Token) -> Atom:
    if len(found) > 1:
        found = tuple(sorted(found, key=_rank))
    first = found[0]
    low = token.low if token.end == first.end else text[first.start : first.end].lower().replace("’", "'")
    return Atom(hit_letter(found, low, text), first.start, first.end, low, found, text[first.start : first.end])


def _rank(hit: Hit) -> tuple[int, bool]:
    entry = hit.entry
    last = (entry.category == "body" and not entry.get("actor")) or (entry.category == "office" and hit.how != "style")
    return _PRIORITY[entry.category], last


def _rest_of_token(atoms: list[Atom], text: str, token: Token, reach: int, starts: dict[int, tuple[Hit, ...]]) -> None:
    """What follows a hit inside its token: "'s", "-backed", "-Ukraine"."""
    rest = text[reach : token.end]
    if rest in ("'s", "’s", "'", "’"):
        atoms.append(Atom("s", reach, token.end, "'s"))
        return
    if rest[0] in "-‑–/":
        found = starts.get(reach + 1)
        if found is not None:
            atoms.append(Atom("-" if rest[0] != "/" else "/", reach, reach + 1, rest[0]))
            atom = _hit_atom(found, text, token)
            atoms.append(atom)
            if atom.end < token.end:
                _rest_of_token(atoms, text, token, atom.end, starts)
            return
        last = atoms[-1]
        tail = rest[1:].lower()
        if tail in PARTICIPLES or tail.endswith("ed") or rest[1:2].islower():
            atoms[-1] = Atom("k", last.start, token.end, token.low, last.hits)
            return
        atoms[-1] = Atom("X", last.start, token.end, token.low)
        return
    atoms[-1] = Atom("l", atoms[-1].start, token.end, token.low)


def _inner_hit(atoms: list[Atom], text: str, token: Token, starts: dict[int, tuple[Hit, ...]]) -> bool:
    """Reads "then-President", "pro-Russian", "ex-Soviet": a hit behind a prefix and a hyphen."""
    head, _, _ = token.low.partition("-")
    inner = token.start + len(head) + 1
    found = starts.get(inner)
    if found is None:
        return False
    if not head:
        atoms.append(Atom("-", token.start, inner, "-"))
        atoms.append(_hit_atom(found, text, token))
    elif head in ("then", "ex", "former", "vice", "deputy", "now"):
        atoms.append(Atom("q", token.start, inner, head))
        atoms.append(_hit_atom(found, text, token))
    else:
        end = max(token.end, found[0].end)
        atoms.append(Atom("k", token.start, end, token.low, found))
    return True

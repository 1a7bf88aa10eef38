"""The persons a document names: the fullest name of each, and which later, shorter name is whose."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from briefing_tui.extracting.actors.given_names import is_woman
from briefing_tui.model import Actor

_AFTER_SURNAME: Final = re.compile(r"(?:,? (?:Jr|Sr)\.?|,? [IVX]{2,5}|,? [IV])$")
_AFTER_SURNAME_ENDS: Final = "rR.IVX"
_JUNIOR: Final = re.compile(r",\s*(?:Jr|Sr)\.?$")
"""Set off by a comma it is no part of the name as texts repeat it."""
_ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|an|ar|ad)-")
_FAMILY_FIRST: Final = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP", "HUN"})
"""States where the family name is commonly written first."""


@dataclass(slots=True)
class Person:
    """A human being the document has named: the fullest name so far and whom they speak for."""

    name: str
    actors: tuple[Actor, ...]
    role: str | None
    rank: str | None
    female: bool | None
    office: str | None = None
    """The office the lexicon knows them by; it serves "the president" to point back and is never told as the text's word."""

    @property
    def is_woman(self) -> bool | None:
        """Whether "she" can be meant and "he" not, by title or lexicon, else by the first name; None where neither tells."""
        return self.female if self.female is not None else is_woman(self.name)

    @property
    def known_role(self) -> str:
        """The office in lower case, the text's word before the lexicon's; empty when neither has one."""
        return (self.role or self.office or "").lower()

    @property
    def known_rank(self) -> str | None:
        """The rank of that office."""
        return self.rank or ("head" if self.office else None)


@dataclass(slots=True)
class Persons:
    """Everyone the document has named so far, by folded family name."""

    by_surname: dict[str, Person] = field(default_factory=dict)

    def find(self, name: str) -> Person | None:
        """The person that a name means, where the document has named them before."""
        known = self.by_surname.get(surname_key(name))
        return known if known is not None and _same_person(known.name, name) else None

    def in_office(self, role: str, codes: Collection[str]) -> Person | None:
        """The person of this office who speaks for one of these actors."""
        office = role.lower()
        for person in self.by_surname.values():
            if person.known_role == office and any(actor.code in codes for actor in person.actors):
                return person
        return None

    def remember(
        self,
        name: str,
        actors: tuple[Actor, ...],
        *,
        role: str | None,
        rank: str | None,
        female: bool | None,
        office: str | None = None,
    ) -> Person:
        """The person of this name, made or completed: the longer name, the first known actors, role, rank and gender are kept."""
        name = _JUNIOR.sub("", name) if "," in name else name
        known = self.find(name)
        if known is None:
            known = Person(name, actors, role, rank, female, office)
        else:
            if len(name) > len(known.name):
                known.name = name
            known.actors = known.actors or actors
            known.role = known.role or role
            known.rank = known.rank or rank
            known.office = known.office or office
            known.female = female if known.female is None else known.female
        self.by_surname[surname_key(name)] = known
        if " " in name and any(actor.code in _FAMILY_FIRST for actor in known.actors):
            self.by_surname[_fold(name.split(maxsplit=1)[0])] = known
        return known


def surname_key(name: str) -> str:
    """The family name a person is looked up by, folded.

    >>> surname_key("Lloyd J. Austin III"), surname_key("Majed al-Ansari"), surname_key("Ansari")
    ('austin', 'ansari', 'ansari')
    """
    if " " not in name:
        return _fold(name)
    words = (_AFTER_SURNAME.sub("", name) if name[-1] in _AFTER_SURNAME_ENDS else name).split()
    return _fold(words[-1]) if words else ""


def _fold(word: str) -> str:
    low = word.lower().replace("’", "'").removesuffix("'s")
    return _ARTICLE.sub("", low) if "-" in low else low


def _same_person(known: str, name: str) -> bool:
    """Whether two names can be one person's: one is a family name alone or the end of the other, or they begin alike."""
    if " " not in known or " " not in name:
        return True
    one, other = known.lower(), name.lower()
    return one.endswith(other) or other.endswith(one) or one[0] == other[0]

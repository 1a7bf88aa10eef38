"""Who "he", "the ministry", "Austin" and "ISW" are: the actors a document has named so far, and how later words point back at them.

A phrase is resolved only where a good antecedent stands: same kind, same number, near, the subject preferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.phrases import Phrase
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import ActorVia

_PERSON_REACH: Final = 4
"""Sentences back that "he" may look."""
_ACTOR_REACH: Final = 3
_DEFINITE_REACH: Final = 12
_HONORIFIC_END: Final = re.compile(r"(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)$")


@dataclass(slots=True)
class Person:
    """A human being the document has named: the fullest name so far and whom they speak for."""

    name: str
    actors: tuple[Actor, ...]
    role: str | None
    rank: str | None
    female: bool | None


@dataclass(slots=True)
class Trace:
    """Where a person or actor was last meant: passage index, offset, and whether it was its sentence's speaker or subject."""

    passage: int
    start: int
    subject: bool
    actors: tuple[Actor, ...]
    person: Person | None = None
    rank: str | None = None
    plural: bool = False


@dataclass(slots=True)
class Discourse:
    """What a document has named so far."""

    persons: dict[str, Person] = field(default_factory=dict)
    """By folded surname."""
    acronyms: dict[str, tuple[Actor, ...]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    traces: list[Trace] = field(default_factory=list)

    def resolve(self, phrase: Phrase, passage: Passage, *, subject: bool, speaks: bool) -> Mention | None:
        """The mention that a phrase of this passage makes, or None where it names nobody."""
        match phrase.kind:
            case "person":
                return self._titled(phrase, passage, subject=subject)
            case "name":
                return self._bare_name(phrase, passage, subject=subject, speaks=speaks)
            case "role":
                return self._role(phrase, passage, subject=subject)
            case "organ":
                return self._organ(phrase, passage, subject=subject)
            case "collective":
                return self._collective(phrase, passage, subject=subject)
            case "acronym":
                actors = phrase.owners or self.acronyms.get(_text(passage, phrase), ())
                return self._named(replace_owners(phrase, actors), passage, subject=subject) if actors else None
            case "pronoun":
                return self._pronoun(phrase, passage, subject=subject, speaks=speaks)
        return self._named(phrase, passage, subject=subject)

    def learn_acronym(self, acronym: str, actors: tuple[Actor, ...]) -> None:
        """Remember "(ISW)" after the full name."""
        self.acronyms.setdefault(acronym, actors)

    def _named(self, phrase: Phrase, passage: Passage, *, subject: bool) -> Mention:
        kind = {"medium": "medium", "people": "people", "organ": "organ"}.get(phrase.kind, "name")
        if phrase.owners and not phrase.adjective and kind != "medium":
            self._trace(passage, phrase, phrase.owners, subject=subject)
        return _mention(phrase, phrase.owners, kind=kind)

    def _titled(self, phrase: Phrase, passage: Passage, *, subject: bool) -> Mention:
        name = phrase.name or ""
        known = self.persons.get(_surname(name))
        actors = phrase.owners
        if not actors and phrase.pointer:
            actors = self._pointed(phrase.pointer, passage)
        if not actors and known is not None:
            actors = known.actors
        person = self._remember(name, actors, phrase)
        self._trace(passage, phrase, person.actors, subject=subject, person=person)
        return _mention(phrase, actors or person.actors, person=person, kind="person")

    def _bare_name(self, phrase: Phrase, passage: Passage, *, subject: bool, speaks: bool) -> Mention | None:
        name = phrase.name or ""
        known = self.persons.get(_surname(name))
        if known is None and " " in name:
            last = name.split()[0]
            known = self.persons.get(_fold(last)) if name.count(" ") == 1 and _fold(last) in self.persons else None
            if known is not None and not known.name.startswith(last):
                known = None
        if known is not None and " " in name and not _same_person(known.name, name):
            known = None
        if known is None and not phrase.known and not (speaks and " " in name):
            return None
        person = known if known is not None and len(known.name) >= len(name) else self._remember(name, phrase.owners, phrase)
        self._trace(passage, phrase, person.actors, subject=subject, person=person)
        return _mention(phrase, _via(person.actors, "role"), person=person, kind="person")

    def _role(self, phrase: Phrase, passage: Passage, *, subject: bool) -> Mention | None:
        if phrase.adjective and phrase.rank in ("official", "person", "scholar", "envoy", "officer"):
            words = _text(passage, phrase)
            actors: tuple[Actor, ...] = (Actor(code=f"group:{words}", name=words, via="collective"),)
            self._trace(passage, phrase, actors, subject=subject, rank=phrase.rank)
            return _mention(phrase, actors, kind="collective")
        if phrase.owners:
            person = self._holder(phrase)
            self._trace(passage, phrase, phrase.owners, subject=subject, person=person, rank=phrase.rank)
            return _mention(phrase, phrase.owners, person=person, kind="role")
        if phrase.pointer:
            actors = self._pointed(phrase.pointer, passage)
            if actors:
                self._trace(passage, phrase, actors, subject=subject, rank=phrase.rank)
                return _mention(phrase, actors, kind="role")
        if phrase.definite and phrase.rank not in ("scholar", "person"):
            for trace in reversed(self.traces):
                if passage.index - trace.passage > _DEFINITE_REACH:
                    break
                if trace.person is not None and phrase.rank is not None and trace.person.rank == phrase.rank:
                    self._trace(passage, phrase, trace.actors, subject=subject, person=trace.person, rank=phrase.rank)
                    return _mention(phrase, _via(trace.actors, "definite_phrase"), person=trace.person, kind="definite")
                if trace.person is None and trace.rank is not None and trace.rank == phrase.rank:
                    self._trace(passage, phrase, trace.actors, subject=subject, rank=phrase.rank)
                    return _mention(phrase, _via(trace.actors, "definite_phrase"), kind="definite")
        return None

    def _holder(self, phrase: Phrase) -> Person | None:
        """The one person of this office and state the document has named: "the Norwegian foreign minister" after Eide."""
        if phrase.rank not in ("head", "minister") or phrase.role is None:
            return None
        codes = {actor.code for actor in phrase.owners}
        office = phrase.role.lower()
        for person in self.persons.values():
            if person.role is not None and person.role.lower() == office and codes & {actor.code for actor in person.actors}:
                return person
        return None

    def _organ(self, phrase: Phrase, passage: Passage, *, subject: bool) -> Mention | None:
        actors = phrase.owners
        if phrase.rank == "people" and actors:
            words = _text(passage, phrase)
            return _mention(phrase, (Actor(code=f"group:{words}", name=words, via="collective"),), kind="people")
        if not actors and phrase.pointer:
            actors = self._pointed(phrase.pointer, passage)
        if not actors and phrase.definite and phrase.rank not in ("people", "court"):
            actors = self._same_rank(phrase, passage)
            if actors:
                self._trace(passage, phrase, actors, subject=subject, rank=phrase.rank)
                return _mention(phrase, _via(actors, "definite_phrase"), kind="definite")
        if not actors:
            return None
        self._trace(passage, phrase, actors, subject=subject, rank=phrase.rank)
        return _mention(phrase, actors, kind="organ")

    def _same_rank(self, phrase: Phrase, passage: Passage) -> tuple[Actor, ...]:
        """Whose "the ministry" is: the last organ of that kind, else the state in focus."""
        for trace in reversed(self.traces):
            if passage.index - trace.passage > _DEFINITE_REACH:
                break
            if trace.rank == phrase.rank and trace.person is None:
                return trace.actors
        if phrase.rank in ("ministry", "military", "government", "parliament", "police"):
            for trace in reversed(self.traces):
                if passage.index - trace.passage > _ACTOR_REACH:
                    break
                if len(trace.actors) == 1 and len(trace.actors[0].code) == 3 and trace.subject:
                    return trace.actors
        return ()

    def _collective(self, phrase: Phrase, passage: Passage, *, subject: bool) -> Mention | None:
        owners = phrase.owners
        if not owners and phrase.pointer:
            owners = self._pointed(phrase.pointer, passage)
        officials = phrase.rank in ("officials", "leaders") or phrase.role in (
            "official",
            "military",
            "government",
            "police",
            "envoy",
        )
        if owners and officials and not phrase.adjective:
            self._trace(passage, phrase, owners, subject=subject, rank=phrase.role, plural=True)
            return _mention(phrase, owners, kind="role")
        words = _text(passage, phrase)
        actors = (Actor(code=f"group:{words}", name=words, via="collective"),)
        self._trace(passage, phrase, actors, subject=subject, rank=phrase.rank, plural=True)
        return _mention(phrase, actors, kind="collective")

    def _pronoun(self, phrase: Phrase, passage: Passage, *, subject: bool, speaks: bool) -> Mention | None:
        low = phrase.pointer or ""
        if not subject or low not in ("he", "she", "it", "they"):
            return None
        if low == "it" and not speaks:
            return None
        trace = self._antecedent(low, passage, phrase.start)
        if trace is None:
            return None
        self._trace(passage, phrase, trace.actors, subject=True, person=trace.person, rank=trace.rank, plural=trace.plural)
        return _mention(phrase, _via(trace.actors, "pronoun"), person=trace.person, kind="pronoun")

    def _pointed(self, pointer: str, passage: Passage) -> tuple[Actor, ...]:
        """The actors behind "its", "his", "their" or "Austin's" in an office or organ."""
        low = pointer.lower()
        if low in ("its", "their", "his", "her"):
            trace = self._antecedent({"its": "it", "their": "they", "his": "he", "her": "she"}[low], passage, passage.end)
            return trace.actors if trace is not None else ()
        person = self.persons.get(_fold(pointer))
        return person.actors if person is not None else ()

    def _antecedent(self, pronoun: str, passage: Passage, before: int) -> Trace | None:
        human = pronoun in ("he", "she")
        reach = _PERSON_REACH if human else _ACTOR_REACH
        best: Trace | None = None
        for trace in reversed(self.traces):
            if trace.start >= before:
                continue
            if passage.index - trace.passage > reach:
                break
            if best is not None and trace.passage < best.passage:
                break
            if not _agrees(trace, pronoun):
                continue
            if trace.subject:
                return trace
            best = best or trace
        return best

    def _remember(self, name: str, actors: tuple[Actor, ...], phrase: Phrase) -> Person:
        key = _surname(name)
        known = self.persons.get(key)
        if known is not None and not _same_person(known.name, name):
            known = None
        if known is None:
            known = Person(name, actors, phrase.role, phrase.rank, phrase.female)
            self.persons[key] = known
        else:
            if len(name) > len(known.name):
                known.name = name
            known.actors = known.actors or actors
            known.role = known.role or phrase.role
            known.rank = known.rank or phrase.rank
            known.female = phrase.female if known.female is None else known.female
        return known

    def _trace(
        self,
        passage: Passage,
        phrase: Phrase,
        actors: tuple[Actor, ...],
        *,
        subject: bool,
        person: Person | None = None,
        rank: str | None = None,
        plural: bool = False,
    ) -> None:
        self.traces.append(
            Trace(passage.index, phrase.start, subject, actors, person, rank or phrase.rank, plural or phrase.plural)
        )


def replace_owners(phrase: Phrase, owners: tuple[Actor, ...]) -> Phrase:
    """The phrase with these owners."""
    return replace(phrase, owners=owners)


def _agrees(trace: Trace, pronoun: str) -> bool:
    if pronoun in ("he", "she"):
        return trace.person is not None and trace.person.female is not (pronoun == "he")
    if pronoun == "it":
        return trace.person is None and not trace.plural
    return (
        trace.plural
        or len(trace.actors) > 1
        or (trace.person is None and trace.rank in ("armed_group", "military", "collective"))
    )


def _mention(phrase: Phrase, actors: tuple[Actor, ...], *, person: Person | None = None, kind: str) -> Mention:
    return Mention(
        start=phrase.start,
        end=phrase.end,
        actors=actors,
        person=person.name if person is not None else None,
        role=phrase.role if kind in ("person", "role") and phrase.role else (person.role if person is not None else None),
        adjective=phrase.adjective and kind == "name",
        kind=kind,
    )


def _via(actors: tuple[Actor, ...], via: ActorVia) -> tuple[Actor, ...]:
    return tuple(Actor(code=actor.code, name=actor.name, via=via) for actor in actors)


def _text(passage: Passage, phrase: Phrase) -> str:
    return passage.text[phrase.start - passage.start : phrase.end - passage.start].replace("\n", " ")


def _surname(name: str) -> str:
    return _fold(_HONORIFIC_END.sub("", name).split()[-1]) if name else ""


def _fold(word: str) -> str:
    return word.lower().replace("’", "'")


def _same_person(known: str, name: str) -> bool:
    """Whether two names can be one person's: one of them is a surname alone, or they begin alike."""
    if " " not in known or " " not in name:
        return True
    return _fold(known)[:1] == _fold(name)[:1]

"""What a resolved phrase becomes: a mention of actors, by name or by other words."""

from __future__ import annotations

from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.persons import Person
from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import ActorVia


def states_of(codes: tuple[str, ...]) -> tuple[Actor, ...]:
    """The states with these codes, meant without being named."""
    return tuple(Actor(code=code, name=STATE_NAMES.get(code, code), via="definite_phrase") for code in codes)


def make_mention(phrase: Phrase, actors: tuple[Actor, ...], *, person: Person | None = None, kind: str) -> Mention:
    """The mention that a phrase makes of these actors."""
    own_role = phrase.role if kind in ("person", "role", "definite") and phrase.kind in ("person", "role") else None
    return Mention(
        start=phrase.start,
        end=phrase.end,
        actors=actors,
        person=person.name if person is not None else None,
        role=own_role or (person.role if person is not None else None),
        adjective=phrase.adjective and kind == "name",
        kind=kind,
    )


def known_via(actors: tuple[Actor, ...], via: ActorVia) -> tuple[Actor, ...]:
    """The actors as known by other words than their names."""
    return tuple(Actor(code=actor.code, name=actor.name, via=via) for actor in actors)


def words_of(passage: Passage, phrase: Phrase) -> str:
    """The words of a phrase, on one line."""
    return " ".join(passage.text[phrase.start - passage.start : phrase.end - passage.start].split())

"""One or several actors in one grammatical place: who says or does it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_tui.extracting.passages import Mention
from briefing_tui.model import Actor


@dataclass(frozen=True, slots=True)
class Speaker:
    """One or several actors in one grammatical place: the subject of a verb, an agent, a quotation's source."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    person: str | None = None
    role: str | None = None
    mentions: tuple[Mention, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells two speakers apart: the person where one is named, else the actors' codes."""
        if self.person:
            return (self.person.split()[-1].lower(),)
        return tuple(actor.code for actor in self.actors)


def speaker_of(mentions: list[Mention]) -> Speaker:
    """One speaker of the mentions in text order: their actors without repetition, the first person and role named."""
    actors: list[Actor] = []
    for mention in mentions:
        for actor in mention.actors:
            if all(actor.code != known.code for known in actors):
                actors.append(actor)
    person = next((mention.person for mention in mentions if mention.person), None)
    role = next((mention.role for mention in mentions if mention.role), None)
    return Speaker(mentions[0].start, mentions[-1].end, tuple(actors), person, role, tuple(mentions))

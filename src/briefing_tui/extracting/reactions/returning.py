"""The speaker who is quoted again as "he" or "she", where the words between bring nobody else to the fore.

A person who is only named in what was quoted, or as the object of a verb, does not take the pronoun from the one who speaks:
“We will not yield to Jan Nowak,” the envoy said. “He is no friend,” he added.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing_tui.extracting.passages import Passage
    from briefing_tui.extracting.reactions.hearing import Hearing
    from briefing_tui.extracting.reactions.speakers import Speaker

_NEAR: Final = 3
"""Sentences within which a speaker is taken up again by a pronoun."""


def returning(hearing: Hearing, speaker: Speaker, before: Speaker, last: Passage, now: Passage) -> Speaker:
    """The speaker of the quotation in `now`: who spoke in `last`, when a pronoun takes that speaker up again."""
    if len(speaker.mentions) != 1 or before.person is None or not before.actors or speaker.person in {None, before.person}:
        return speaker
    mention = speaker.mentions[0]
    if mention.kind != "pronoun" or hearing.text[mention.start : mention.end].lower() not in {"he", "she"}:
        return speaker
    if not 0 <= now.index - last.index <= _NEAR or any(
        _comes_forward(hearing, passage, before) for passage in hearing.reading.passages[last.index + 1 : now.index + 1]
    ):
        return speaker
    return replace(speaker, actors=before.actors, person=before.person, role=before.role)


def _comes_forward(hearing: Hearing, passage: Passage, before: Speaker) -> bool:
    """Whether a sentence has another person for the subject of one of its verbs, outside quotation marks."""
    clauses = hearing.clauses(passage)
    for mention in passage.mentions:
        if mention.person is None or mention.person == before.person or mention.kind == "pronoun" or mention.possessive:
            continue
        if hearing.quoted(mention.start, mention.end):
            continue
        found = clauses.subject(clauses.last(mention) + 1)
        if found is not None and any(other.start == mention.start for other in found.mentions):
            return True
    return False

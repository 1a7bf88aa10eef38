"""The lexicon's names for states, organisations, people and weapons, for those who must know them without reading texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing_tui.extracting.lexicon import Entry, load_lexicon

Name = tuple[str, str, str, str]
"""A surface form as the lexicon has it, the kind of name it is, what it stands for, and how that is called."""


def lexicon_names(extra: Path | None = None, cache: Path | None = None) -> Iterator[Name]:
    """Every name of the lexicon that stands for one actor, person or weapon.

    Kinds: `state` `demonym` `capital` `metonym` `org` `body` stand for an actor's code; `person` for the person's fullest name,
    `weapon` for a designation.

    Raises:
        LexiconError: when a lexicon file cannot be used.
    """
    lexicon = load_lexicon(extra, cache)
    labels = {entry.key: entry.get("label", entry.key) for entry in lexicon.entries if entry.category == "state"}
    persons: dict[int, str] = {}
    for senses in lexicon.senses:
        for number, attribute, _, form in senses:
            if lexicon.entries[number].category == "person" and attribute == "name":
                persons.setdefault(number, form)
    for senses in lexicon.senses:
        for number, attribute, _, form in senses:
            known = _stands_for(lexicon.entries[number], attribute, persons.get(number), labels)
            if known is not None:
                yield (form, *known)


def _stands_for(entry: Entry, attribute: str, person: str | None, labels: dict[str, str]) -> tuple[str, str, str] | None:
    match entry.category:
        case "state":
            kind = {"name": "state", "people": "demonym"}.get(attribute, attribute)
            return kind, entry.key, labels[entry.key]
        case "org":
            code = entry.get("code")
            return ("org", code, code.partition(":")[2]) if code and attribute != "member" else None
        case "body":
            actor = entry.get("actor")
            return ("body", actor, labels.get(actor, actor.partition(":")[2])) if actor and attribute == "name" else None
        case "person":
            return ("person", person, person) if person is not None else None
        case "weapon":
            return "weapon", entry.key, entry.key
        case _:
            return None

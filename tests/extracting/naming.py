"""How tests of actors read a text: each mention as (words, codes, person)."""

from briefing_tui.extracting import default_extractor
from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.reading import read_bytes
from briefing_tui.reading.source import Metadata


def reading_of(text: str, **metadata: str) -> Reading:
    return default_extractor().read(read_bytes(text.encode(), name="test", form="text", metadata=Metadata(**metadata)))


def mentions_in(reading: Reading) -> list[tuple[Passage, Mention]]:
    return [(passage, mention) for passage in reading.passages for mention in passage.mentions]


def named(text: str, **metadata: str) -> list[tuple[str, list[str], str | None]]:
    """Every mention of the text: its words, its actors' codes, its person."""
    reading = reading_of(text, **metadata)
    return [
        (reading.text[mention.start : mention.end], [actor.code for actor in mention.actors], mention.person)
        for _, mention in mentions_in(reading)
    ]


def codes(text: str, words: str, **metadata: str) -> list[str]:
    """The codes of the last mention with these words; empty when nothing is named by them."""
    found = [actors for name, actors, _ in named(text, **metadata) if name == words]
    return found[-1] if found else []


def person(text: str, words: str, **metadata: str) -> str | None:
    """The person of the last mention with these words."""
    found = [who for name, _, who in named(text, **metadata) if name == words]
    return found[-1] if found else None

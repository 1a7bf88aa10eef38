"""Libraries made of briefings written by hand."""

from dataclasses import replace
from pathlib import Path

from tests.tui.briefings import briefing, evidence, harbour, hostile, quiet

from briefing_tui.library import open_library
from briefing_tui.library.aliases import refresh_aliases
from briefing_tui.library.preparing import prepare
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.model import Actor, Briefing, Reaction

NAMES = [
    ("Norway", "state", "NOR", "Norway"),
    ("Ukraine", "state", "UKR", "Ukraine"),
    ("United States", "state", "USA", "United States"),
    ("Poland", "state", "POL", "Poland"),
]


def make_library(path: Path, *briefings: Briefing) -> Path:
    """A library with these briefings, numbered from 1, and a few names."""
    with open_library(path, write=True, create=True) as library:
        refresh_aliases(library, "test", lambda: NAMES)
        with begin_batch(library, now="2025-03-06T08:00:00Z", rules="test") as batch:
            for number, one in enumerate(briefings or (harbour(), quiet(), poland()), 1):
                batch.add(prepare(one), Origin(f"{number}.txt", f"{number}.txt", str(number)))
    return path


POLAND_TEXT = """\
Poland backs the harbour
Poland welcomed the new aid for Ukraine. Its minister spoke of mines in the harbour of Odesa.
Grain ships left the harbour at noon.
"""


def poland() -> Briefing:
    """A short briefing, newer than that of the harbour."""
    said = Reaction(
        id="r:poland",
        actors=(Actor(code="POL", name="Poland"),),
        stance="support",
        evidence=(evidence(POLAND_TEXT, "trigger", "welcomed the new aid"), evidence(POLAND_TEXT, "actor", "Poland")),
    )
    return briefing(POLAND_TEXT, (said,), title="Poland backs the harbour", publisher="Warsaw Wire", published="2025-03-06")


def hostile_and_dated() -> Briefing:
    """The hostile briefing as a library may hold it: with a day of publication."""
    made = hostile()
    event = replace(made.records[-1], targets=(Actor(code="group:\x1b[7m", name="\x9b1m\u202e"),))
    return replace(made, published="2025-03-07", records=(*made.records[:-1], event))

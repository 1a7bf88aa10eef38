"""A small library with the briefing written by hand, and readings of the same text by other rules."""

from dataclasses import replace
from pathlib import Path

from briefing_tui.library import Library, open_library
from briefing_tui.library.aliases import refresh_aliases
from briefing_tui.library.preparing import prepare
from briefing_tui.library.writing import Origin, begin_batch
from briefing_tui.model import Briefing, Record

NAMES = [
    ("Norway", "state", "NOR", "Norway"),
    ("Oslo", "capital", "NOR", "Norway"),
    ("Germany", "state", "DEU", "Germany"),
    ("United States", "state", "USA", "United States"),
    ("Georgia", "state", "GEO", "Georgia"),
    ("NATO", "org", "org:NATO", "NATO"),
]


def library_of(path: Path, *briefings: Briefing) -> Library:
    """A library that may be written, with these briefings and a few names."""
    library = open_library(path, write=True, create=True)
    refresh_aliases(library, "test", lambda: NAMES)
    with begin_batch(library, now="2024-11-21T08:00:00Z", rules="first") as batch:
        for number, briefing in enumerate(briefings, 1):
            batch.add(prepare(briefing), Origin(f"{number}.txt", f"{number}.txt", str(number)))
    return library


def read_again(library: Library, briefing: Briefing, *records: Record, number: int = 1) -> None:
    """Other rules read the text of `briefing`: what they find takes the place of the records."""
    with begin_batch(library, now="2024-12-01T08:00:00Z", rules="second") as batch:
        batch.replace(number, prepare(replace(briefing, records=records)))


def with_facet(library: Library, facet: str) -> int:
    """How many units the index finds with a facet word."""
    return library.connection.execute("SELECT count(*) FROM search WHERE search MATCH ?", (f"facets:{facet}",)).fetchone()[0]


def index_of(library: Library) -> tuple[object, ...]:
    """All that the index holds, to compare."""
    ask = library.connection.execute
    ask("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, search, row)")
    return (
        ask('SELECT row, start, "end", names, facets FROM units JOIN combos ON id = combo ORDER BY row').fetchall(),
        ask("SELECT document, spans, facets FROM sentences JOIN combos ON id = combo ORDER BY document").fetchall(),
        ask("SELECT term, doc, cnt FROM temp.vocabulary ORDER BY term").fetchall(),
        ask("SELECT term, count FROM terms WHERE count > 0 ORDER BY term").fetchall(),
        ask("SELECT facet, value, count FROM facet_counts WHERE count > 0 ORDER BY facet").fetchall(),
        ask("SELECT day, kind, count FROM day_counts WHERE count > 0 ORDER BY day, kind").fetchall(),
    )

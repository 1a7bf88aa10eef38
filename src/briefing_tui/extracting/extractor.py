"""The straight line from a document to its records: the stages in their order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefing_tui.extracting.actors.mentions import find_actors
from briefing_tui.extracting.actors.publisher import find_publisher
from briefing_tui.extracting.aid.inventory import read_aid
from briefing_tui.extracting.assemble import assemble
from briefing_tui.extracting.confidence import rate
from briefing_tui.extracting.coverage import measure_coverage
from briefing_tui.extracting.events.events import read_events
from briefing_tui.extracting.lexicon import load_lexicon
from briefing_tui.extracting.passages import Reading, open_reading
from briefing_tui.extracting.reactions.assessments import read_assessments
from briefing_tui.extracting.reactions.reactions import read_reactions
from briefing_tui.extracting.relevance import may_hold_records
from briefing_tui.extracting.scan import Scanner
from briefing_tui.extracting.values.dates import find_dates_in_order
from briefing_tui.extracting.values.money import find_money
from briefing_tui.extracting.values.quantities import find_quantities
from briefing_tui.model import Briefing, Document, Record, with_records


class Extractor:
    """Reads documents with one lexicon. Holds no state between documents, so one serves any number of them.

    `extra` is a folder of the user's own lexicon files, `cache` a folder where the compiled lexicon may be kept.

    Raises:
        LexiconError: when a lexicon file cannot be used.
    """

    def __init__(self, *, extra: Path | None = None, cache: Path | None = None) -> None:
        self._scanner = Scanner(load_lexicon(extra, cache))

    def read(self, document: Document) -> Reading:
        """The document with values and mentions found: everything that records are made from."""
        reading = self._open(document)
        _fill(reading)
        return reading

    def extract(self, document: Document, *, leftovers: bool = False) -> Briefing:
        """The briefing of `document`: all its records, in text order; with `leftovers` also what no record used."""
        reading = self._open(document)
        about = may_hold_records(reading)
        if about or leftovers:
            _fill(reading)
        records = tuple(rate(record, reading) for record in self.records_of(reading)) if about else ()
        return with_records(document, records, measure_coverage(reading, records) if leftovers else None)

    def _open(self, document: Document) -> Reading:
        reading = open_reading(document, self._scanner)
        find_publisher(reading)
        return reading

    def records_of(self, reading: Reading) -> tuple[Record, ...]:
        """The records of a document that `read` has read, with the confidence each rule has in itself."""
        packages, items = read_aid(reading)
        reactions = read_reactions(reading)
        events = read_events(reading)
        assessments = read_assessments(reading)
        return assemble([*packages, *items, *reactions, *events, *assessments])


def _fill(reading: Reading) -> None:
    """Find values and mentions, in the order in which they build on each other."""
    before = None
    for passage in reading.passages:
        find_money(passage, reading.document, before)
        before = passage
    find_dates_in_order(reading)
    for passage in reading.passages:
        find_quantities(passage)
    find_actors(reading)


@cache
def default_extractor(extra: Path | None = None, cache: Path | None = None) -> Extractor:
    """The extractor over the shipped lexicon, made once."""
    return Extractor(extra=extra, cache=cache)

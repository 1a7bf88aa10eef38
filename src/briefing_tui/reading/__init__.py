"""Bytes → Document: files and what is in them, encodings, formats, blocks and sentences."""

from briefing_tui.reading.errors import PassedOver, ReadingError
from briefing_tui.reading.formats import FORMATS
from briefing_tui.reading.jsonlines import read_jsonl
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.reader import read_bytes
from briefing_tui.reading.sources import Source, find_sources, read_path, read_source, source_bytes

__all__ = [
    "FORMATS",
    "Metadata",
    "PassedOver",
    "ReadingError",
    "Source",
    "find_sources",
    "read_bytes",
    "read_jsonl",
    "read_path",
    "read_source",
    "source_bytes",
]

"""Bytes → Document: encodings, formats, blocks and sentences."""

from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.source import FORMATS, Metadata, read_bytes, read_jsonl, read_path

__all__ = ["FORMATS", "Metadata", "ReadingError", "read_bytes", "read_jsonl", "read_path"]

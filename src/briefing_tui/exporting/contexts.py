"""The words around evidence, for records that come without them: a library keeps places, and texts only once."""

from __future__ import annotations

from dataclasses import replace

from briefing_tui.model import Evidence, Record
from briefing_tui.model.values import CONTEXT_CHARS


def in_context(record: Record, text: str) -> Record:
    """`record` with the words before and after each span of its evidence, as they stand in its document's `text`."""
    return replace(record, evidence=tuple(_around(span, text) for span in record.evidence))


def _around(span: Evidence, text: str) -> Evidence:
    before, after = max(0, span.start - CONTEXT_CHARS), span.end + CONTEXT_CHARS
    return replace(span, prefix=text[before : span.start], suffix=text[span.end : after])

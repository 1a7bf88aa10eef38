"""What a source is by its first bytes, before anything is decoded."""

from __future__ import annotations

import re
from typing import Final, Literal

from briefing_tui.reading.formats import Format

LOOKED_AT: Final = 8192
"""Bytes at the beginning of a source that tell what it is."""

Wrapping = Literal["zip", "gzip"]
"""What other sources are packed in."""

ZIP_BEGINS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_FEED: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?[^>]{0,400}>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,300}(?:\[.{0,2000}?\]\s*)?>)\s*){0,8}"
    rb"<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_MAILBOX: Final = re.compile(rb"From .{0,200}\d\d:\d\d.{0,60}\n(?:>?[!-9;-~]{1,60}:|\r?\n)")
_FIELDS: Final = re.compile(rb"(?:[!-9;-~]{1,60}:.*\n(?:[ \t].*\n)*)+")
_ON_ITS_WAY: Final = re.compile(
    rb"(?im)^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|content-transfer-encoding):"
)
"""Header fields that only a message that was really sent carries; a memorandum with "From:" and "Subject:" has none."""


def wrapping_of(head: bytes) -> Wrapping | None:
    """How a source that begins with `head` is packed, None when it stands for itself."""
    if head.startswith(ZIP_BEGINS):
        return "zip"
    return "gzip" if head.startswith(b"\x1f\x8b") else None


def format_of_bytes(head: bytes) -> Format | None:
    """PDF, mail or a feed, known by its first bytes; None for anything that has to be decoded first."""
    if head.startswith(b"%PDF-"):
        return "pdf"
    if _FEED.match(head):
        return "feed"
    if _MAILBOX.match(head):
        return "mail"
    fields = _FIELDS.match(head)
    return "mail" if fields and _ON_ITS_WAY.search(fields[0]) else None

"""Which format a source is in: by its name, else by what its text looks like."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Final, Literal

from briefing_tui.model.patterns import compile_later

Format = Literal["text", "markdown", "html", "jsonl", "pdf", "mail", "feed"]
FORMATS: Final[tuple[Format, ...]] = ("text", "markdown", "html", "jsonl", "pdf", "mail", "feed")

_SUFFIXES: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonlines": "jsonl",
    ".pdf": "pdf",
    ".eml": "mail",
    ".mbox": "mail",
    ".mbx": "mail",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
}
_HTML: Final = compile_later(
    r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?>(?:<!--.{0,2000}?-->\s*)*)"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|header|h[1-6]|p|ul|table)\b[^<]*[<>]",
    re.IGNORECASE | re.DOTALL,
)
FRONT_MATTER: Final = compile_later(
    r"---[ \t]*\n(?P<fields>[A-Za-z_][\w-]*:.*\n(?:[A-Za-z_][\w-]*:.*\n|[ \t]+\S.*\n|- .*\n|#.*\n){0,200})---[ \t]*(?=\n|$)"
)
"""Lines "key: value" between two rules at the top of a Markdown source."""
_LOOKED_AT: Final = 4096


def format_of_name(name: str) -> Format | None:
    """The format that the suffix of a file's name stands for."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def format_of_text(text: str) -> Format:
    """The format a text without a telling name is in: HTML by its first tag, JSON Lines by its first line, else text."""
    head = text[:_LOOKED_AT]
    if _HTML.match(head):
        return "html"
    if head.lstrip().startswith("{") and _is_row(text):
        return "jsonl"
    return "markdown" if FRONT_MATTER.match(head) else "text"


def _is_row(text: str) -> bool:
    """Whether the first line that is not blank is a JSON object with a text."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return is_briefing_line(text[start : end if end >= 0 else len(text)])


def is_briefing_line(line: str | bytes) -> bool:
    """Whether `line` is a whole JSON object with a text, as every line of JSON Lines is."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and isinstance(row.get("text"), str)

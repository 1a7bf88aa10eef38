"""The one gate between untrusted text and the terminal.

Every text a person reads here came from the open web. Whatever could steer the terminal or hide from the reader is
replaced: control characters by their pictures ("␛"), the C1 controls, bidirectional controls, line and paragraph
separators, tags, private and non-characters and lone surrogates by "�", other invisible characters by "·" (or left out where
no offsets have to be kept), the signs that make up flags by their letters, since terminals disagree about the cells of a flag.
What remains is letters, marks, numbers, punctuation, symbols and the plain space.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from briefing_tui.model.patterns import compile_later

PICTURE_OF_ANYTHING: Final = "\ufffd"
"""Stands for a character that is dangerous and has no picture of its own."""
PICTURE_OF_NOTHING: Final = "·"
"""Stands for a character that shows nothing, where each character must keep its place."""
MOST_MARKS: Final = 4
"""Combining marks allowed on one letter; no orthography needs more."""

_INVISIBLE: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0100-\U000e01ef"
)
_DANGEROUS: Final = (
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U000e00ff\U000e01f0-\U0010ffff"
)
_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FLAG_LETTERS: Final = "\U0001f1e6-\U0001f1ff"
_SUSPECT: Final = compile_later(f"[\\x00-\\x1f\\x7f-\\x9f{_INVISIBLE}{_DANGEROUS}{_SPACES}{_FLAG_LETTERS}]")
_ESCAPED_IN_JSON: Final = compile_later(f"[\\x7f-\\x9f{_INVISIBLE}{_DANGEROUS}]")
_INVISIBLE_ONE: Final = compile_later(f"[{_INVISIBLE}]")
_SPACE_ONE: Final = compile_later(f"[\t\n{_SPACES}]")
_MARK_RUN: Final = compile_later(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a"
    "\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U000101fd-\U00011fff\U00016af0-\U00016ff1\U0001bc9d-\U0001e94a]+"
)
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})


def safe_cells(text: str) -> str:
    r"""`text` with one harmless character for every code point, so that offsets into the one are offsets into the other.

    Tabs, line ends and every kind of space become the plain space.

    >>> safe_cells("a\x1b[31mb\n")
    'a␛[31mb '
    """
    if text.isascii() and text.isprintable():
        return text
    return _bound_marks(_SUSPECT.sub(_picture, text))


def safe_line(text: str) -> str:
    r"""`text` as one harmless line: each run of white space is one space, characters that show nothing are left out.

    >>> safe_line(" two\n lines and a \x1b ")
    'two lines and a ␛'
    """
    if not (text.isascii() and text.isprintable()):
        text = safe_cells(_INVISIBLE_ONE.sub("", text))
    return " ".join(text.split())


def safe_json(text: str) -> str:
    r"""JSON text that means the same and harms no terminal: what could steer one or hide is written as an escape.

    Lone surrogates too, so it is always valid UTF-8. Line ends between the values stay.

    >>> safe_json('"a\x9b31m \u202eb"')
    '"a\\\\u009b31m \\\\u202eb"'
    """
    return _ESCAPED_IN_JSON.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place]:02x}{units[place + 1]:02x}" for place in range(0, len(units), 2))


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if _SPACE_ONE.match(character):
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return chr(code - 0x1F1E6 + ord("A"))
    return PICTURE_OF_NOTHING if _INVISIBLE_ONE.match(character) else PICTURE_OF_ANYTHING


def _bound_marks(text: str) -> str:
    """Replace combining marks that have no letter to stand on, and those beyond `MOST_MARKS` on one letter."""
    return text if text.isascii() else _MARK_RUN.sub(_bounded, text)


def _bounded(match: re.Match[str]) -> str:
    run = match[0]
    before = match.string[match.start() - 1 : match.start()]
    marks = 0 if before and before != " " else MOST_MARKS
    if len(run) <= MOST_MARKS and not marks:
        return run
    kept: list[str] = []
    for character in run:
        marks = marks + 1 if category(character) in _MARKS else 0
        kept.append(character if marks <= MOST_MARKS else PICTURE_OF_NOTHING)
    return "".join(kept)

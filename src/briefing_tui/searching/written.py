"""A field's value as it is written in a query."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing_tui.searching.errors import QueryError

MOST_SHOWN: Final = 40
"""Characters of a value that a message repeats."""
MARKS: Final = frozenset('"“”„«»')
"""Quotation marks."""


class Written(NamedTuple):
    """A value without its quotation marks, and where it stands with them.

    `is_prefix`: a star stands behind it. `is_open`: it is still being typed.
    """

    text: str
    start: int
    end: int
    is_quoted: bool = False
    is_prefix: bool = False
    is_open: bool = False

    def wrong(self, message: str, hint: str = "") -> QueryError:
        """The error that points at this value."""
        return QueryError(message, self.start, self.end, hint)


def shown(text: str) -> str:
    """`text` in quotation marks, cut to what a message has room for."""
    return f"“{text}”" if len(text) <= MOST_SHOWN else f"“{text[:MOST_SHOWN]}…”"


def plain_words(text: str) -> list[str]:
    """The words of `text` without quotation marks, which no search looks for."""
    return "".join(" " if letter in MARKS else letter for letter in text).split()

"""What is told of a failure of our own: where it happened, and nothing of what was being read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

MOST_STEPS: Final = 40
"""Innermost calls that are listed."""
_MOST_CAUSES: Final = 8
HARMLESS: Final = (AttributeError, ImportError, NameError, OSError)
"""What these say names parts of programs, or files; the words of any other may be those of a document."""


def trace_of(error: BaseException) -> str:
    """The way to a failure and to those that led to it, the first one first: calls and lines of programs, no values."""
    import traceback

    parts = []
    for one in reversed(list(_with_causes(error))):
        what = type(one).__name__
        said = f"{what}: {one}" if isinstance(one, HARMLESS) else what
        parts.append("".join(traceback.format_tb(one.__traceback__, limit=-MOST_STEPS)) + said)
    return "\n\nwhich led to\n\n".join(parts)


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    """An exception, what caused it, and so on."""
    one: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if one is None:
            return
        yield one
        inner = getattr(one, "error", None)  # of Textual's WorkerFailed
        one = one.__cause__ or one.__context__ or (inner if isinstance(inner, BaseException) else None)

"""Command lines: parsing that points at what is wrong and says what was probably meant."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn


class UsageError(Exception):
    """The command line is wrong. `word` is the argument at fault and `at` the place in it, for the caret."""

    def __init__(self, message: str, *, word: str | None = None, at: int = 0, length: int | None = None) -> None:
        super().__init__(message)
        self.word = word
        self.at = at
        self.length = length


class CommandParser(argparse.ArgumentParser):
    """An argparse parser that raises `UsageError`, lets options and paths mix, and honours `--` everywhere."""

    def parse(self, arguments: Sequence[str], *, paths: str) -> argparse.Namespace:
        """The parsed `arguments`; what follows `--` is added to the list named `paths` unread.

        Raises:
            UsageError: naming the argument at fault.
        """
        words = list(arguments)
        literal: list[str] = []
        if "--" in words:
            split = words.index("--")
            words, literal = words[:split], words[split + 1 :]
        namespace, unknown = self.parse_known_intermixed_args(words)
        if unknown:
            self._refuse(unknown[0])
        setattr(namespace, paths, [*(getattr(namespace, paths) or []), *literal])
        return namespace

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError` in place of argparse's own message and exit."""
        raise UsageError(message)

    def _refuse(self, word: str) -> NoReturn:
        from difflib import get_close_matches

        option = word.partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        meant = get_close_matches(option, known, n=1)
        hint = f"; did you mean {meant[0]}?" if meant else ""
        raise UsageError(f"there is no option {option}{hint}", word=word, length=len(option))


def day(value: str) -> str:
    """A calendar day written YYYY-MM-DD.

    Raises:
        UsageError: pointing at the part that is wrong.
    """
    from datetime import date

    parts = value.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isascii() and part.isdigit() for part in parts):
        raise UsageError(f"{value!r} is not a date; write it as YYYY-MM-DD, such as 2024-11-20", word=value)
    year, month, number = map(int, parts)
    if not year:
        raise UsageError("there is no year 0000", word=value, length=4)
    if not 1 <= month <= 12:
        raise UsageError(f"there is no month {parts[1]}; write dates as YYYY-MM-DD", word=value, at=5, length=2)
    try:
        date(year, month, number)
    except ValueError:
        raise UsageError(f"{parts[0]}-{parts[1]} has no day {parts[2]}", word=value, at=8, length=2) from None
    return value

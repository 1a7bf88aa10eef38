"""Command lines: parsing that points at what is wrong and says what was probably meant."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn


class UsageError(Exception):
    """The command line is wrong. `word` is the argument at fault and `at` the place in it, for the caret."""

    def __init__(self, message: str, *, word: str | None = None, at: int = 0, length: int | None = None) -> None:
        super().__init__(message)
        self.word = word
        self.at = at
        self.length = length


class HelpLines(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse itself would load archive formats and more only to ask how wide that is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_terminal_width() - 2)


def _terminal_width() -> int:
    """COLUMNS, else the terminal's own width, else 80 (as `shutil.get_terminal_size` has it)."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]):
        return int(columns[:6])
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


class CommandParser(argparse.ArgumentParser):
    """An argparse parser that raises `UsageError`, lets options and paths mix, and honours `--` everywhere."""

    def __init__(self, prog: str, *, usage: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            add_help=False,
            formatter_class=HelpLines,
        )
        self.add_argument("-h", "--help", action="help", help="show this and exit")

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
        for word in unknown:
            if word.startswith("-"):
                self._refuse(word)
        setattr(namespace, paths, [*getattr(namespace, paths), *unknown])
        setattr(namespace, paths, [*getattr(namespace, paths), *literal])
        return namespace

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError` in place of argparse's own message and exit."""
        raise UsageError(message)

    def _print_message(self, message: str, file: object = None) -> None:
        """Print --help and --version like any other output, so that a full disk is noticed."""
        from briefing_tui.cli.output import write_text

        del file
        write_text(message)

    def _refuse(self, word: str) -> NoReturn:
        option = word.partition("=")[0]
        known = (name for action in self._actions for name in action.option_strings)
        raise UsageError(f"there is no option {option}{did_you_mean(option, known)}", word=word, length=len(option))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """'; did you mean …?' with the known word most like `word`, or nothing when none is."""
    from difflib import get_close_matches

    meant = get_close_matches(word, list(known), n=1)
    return f"; did you mean {meant[0]}?" if meant else ""


class OneOf:
    """An argparse type: one of `words`; anything else raises `UsageError`. Shell completion offers the words."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def __call__(self, value: str) -> str:
        """`value` itself, when it is one of the words."""
        if value not in self.words:
            raise UsageError(f"{value!r} is none of {', '.join(self.words)}{did_you_mean(value, self.words)}", word=value)
        return value


def one_of(*words: str) -> OneOf:
    """An argparse type: one of `words`."""
    return OneOf(words)


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """An argparse type: a whole number from `least` to `most`; anything else raises `UsageError`."""

    def number(value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < 12 and least <= int(value) <= most):
            raise UsageError(f"{value!r} is not a whole number from {least} to {most}", word=value)
        return int(value)

    return number


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

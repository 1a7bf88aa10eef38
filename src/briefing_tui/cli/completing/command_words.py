"""What can be typed at each place of the command line, told by the verbs' own parsers."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from importlib import import_module
from typing import Final, Literal

from briefing_tui.cli.arguments import CommandParser, OneOf
from briefing_tui.cli.verbs import VERBS

Kind = Literal["words", "files", "folders", "query", "saved", "free"]

_BY_METAVAR: Final[dict[str, Kind]] = {
    "PATH": "files",
    "FILE": "files",
    "SOURCE": "files",
    "FOLDER": "folders",
    "QUERY": "query",
}
_SAVED: Final = "saved"
"""The `dest` of every argument that names a saved search."""

_SAFE: Final = re.compile(r"[\w.:@%+=/-]+")


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand at a place: one of `words`, a file, a folder, a query, the name of a saved search, or anything."""

    kind: Kind
    words: tuple[str, ...] = ()
    name: str = ""
    """The placeholder that --help shows, such as PATH."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option with all its spellings; `value` is None for a switch."""

    names: tuple[str, ...]
    help: str
    value: Place | None
    is_repeatable: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, or the command without one (`name` empty): its options and what stands at its places.

    `places` come in order; `rest` is what any further place takes, None when there is none.
    """

    name: str
    purpose: str
    options: tuple[Option, ...]
    places: tuple[Place, ...]
    rest: Place | None


def command_parsers() -> dict[str, CommandParser]:
    """The parser of the command without a verb, under the empty name, and that of every verb."""
    modules = {"": "explore"} | {name: name for name in VERBS}
    return {name: import_module(f"briefing_tui.cli.{module}").command_line() for name, module in modules.items()}


def command_verbs() -> tuple[Verb, ...]:
    """The command without a verb, then every verb."""
    return tuple(_verb(name, parser) for name, parser in command_parsers().items())


def parser_actions(parser: CommandParser) -> list[argparse.Action]:
    """The options and places of a parser that --help shows, in its order."""
    return [action for action in parser._actions if action.help != argparse.SUPPRESS]  # noqa: SLF001 - argparse has no public list


def _verb(name: str, parser: CommandParser) -> Verb:
    options: list[Option] = []
    places: list[Place] = []
    rest = None
    for action in parser_actions(parser):
        if action.option_strings:
            options.append(_option(action))
        elif action.nargs in ("*", "+", argparse.REMAINDER):
            rest = _place(action)
        else:
            places.append(_place(action))
    return Verb(name, VERBS.get(name, ""), tuple(options), tuple(places), rest)


def _option(action: argparse.Action) -> Option:
    is_switch = action.nargs == 0
    repeatable = isinstance(action, argparse._AppendAction)  # noqa: SLF001 - there is no public name for it
    return Option(tuple(action.option_strings), action.help or "", None if is_switch else _place(action), repeatable)


def _place(action: argparse.Action) -> Place:
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    words = action.type.words if isinstance(action.type, OneOf) else tuple(map(str, action.choices or ()))
    if words and all(_SAFE.fullmatch(word) for word in words):
        return Place("words", words, metavar)
    if action.dest == _SAVED:
        return Place("saved", name=metavar)
    return Place(_BY_METAVAR.get(metavar, "free"), name=metavar)

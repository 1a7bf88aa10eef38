"""The man page, in the man(7) macros, written from the parsers that also print `--help`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from briefing_tui import __version__
from briefing_tui.cli.arguments import CommandParser
from briefing_tui.cli.completing.command_words import parser_actions
from briefing_tui.cli.exit_codes import MEANINGS

ENVIRONMENT: Final = {
    "BRIEFING_TUI_LIBRARY": "The library file, where no --library is given.",
    "BRIEFING_TUI_CONFIG": "The folder of config.toml and of the person's own lexicon.",
    "BRIEFING_TUI_DATA": "The folder of the library.",
    "BRIEFING_TUI_STATE": "The folder of copied quotations, the explorer's position and the log of a failure.",
    "BRIEFING_TUI_CACHE": "The folder of what can be made again at any time.",
    "BRIEFING_TUI_REMOTE": "1 draws as over a slow line, 0 as at hand, where neither --remote nor --local is given.",
    "BRIEFING_TUI_ASCII": "1 draws with ASCII alone, where --ascii is not given.",
    "BRIEFING_TUI_DEBUG": "When set, a fault of the program shows where it happened.",
    "SSH_CONNECTION": "When set, the explorer sends as little as can be.",
    "NO_COLOR": "When set, the explorer uses no colour.",
    "TERM": "When empty, dumb or no name, a plain summary is printed in place of the explorer.",
}
FILES: Final = {
    "~/.config/briefing-tui/config.toml": "Settings.",
    "~/.config/briefing-tui/lexicon/*.toml": "Words of one's own, read with the shipped lexicon.",
    "~/.local/share/briefing-tui/library.sqlite": "The library.",
    "~/.local/state/briefing-tui/": "What the explorer remembers and writes.",
    "~/.cache/briefing-tui/": "The compiled lexicon and the engine's answers.",
}
_EXAMPLES: Final = "examples:"


Pairs = Sequence[tuple[str, str]]
"""Terms and what they mean."""


def manual_page(parsers: Mapping[str, CommandParser], *, syntax: Pairs = (), fields: Pairs = ()) -> str:
    """The page for the command (under the empty name in `parsers`) and all its verbs; `syntax` and `fields` are those of queries."""
    command = parsers[""]
    verbs = {name: parser for name, parser in parsers.items() if name}
    lines = [
        f'.TH BRIEFING\\-TUI 1 "" "briefing\\-tui {_escaped(__version__)}" "User Commands"',
        ".SH NAME",
        r"briefing\-tui \- explorer for conflict and aid briefings: who gave what, who said what, what happened",
        ".SH SYNOPSIS",
        *_verbatim(_usage(command)),
        ".SH DESCRIPTION",
        *_paragraph(f"{command.description}"),
        ".SH OPTIONS",
        *_arguments(command),
        ".SH VERBS",
        *_paragraph("A file named like a verb is opened as ./verb."),
    ]
    for name, parser in verbs.items():
        lines += [f'.SS "{_escaped(name)}"', *_verbatim(_usage(parser))]
        lines += [
            *_paragraph(f"{parser.description}"),
            *_arguments(parser, but="help"),
            *_prose(_without_examples(f"{parser.epilog}")),
        ]
    if fields:
        lines += [".SH QUERIES", *_paragraph("All these ways of asking may be combined:"), *_definitions(syntax)]
        lines += [*_paragraph("A field restricts what is found to what a record or its briefing says:"), *_definitions(fields)]
    lines += [".SH EXIT STATUS", *_definitions((str(code), meaning) for code, meaning in MEANINGS.items())]
    lines += [".SH ENVIRONMENT", *_definitions(ENVIRONMENT.items())]
    lines += [".SH FILES", *_definitions(FILES.items())]
    lines += [".SH EXAMPLES"]
    for name, parser in parsers.items():
        examples = _examples(f"{parser.epilog}")
        if examples:
            lines += [*_paragraph(f"{name}:" if name else "The explorer:"), *_verbatim(examples)]
    return "\n".join(lines) + "\n"


def _arguments(parser: CommandParser, *, but: str | None = None) -> Iterator[str]:
    for action in parser_actions(parser):
        if action.help and action.dest != but:
            yield from _definition(_heading(action), action.help % {"default": action.default, "prog": parser.prog})


def _heading(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    value = "" if action.nargs == 0 else rf"\fI{_escaped(metavar)}\fR"
    if not action.option_strings:
        return value
    names = ", ".join(rf"\fB{_escaped(name)}\fR" for name in action.option_strings)
    return f"{names} {value}".rstrip()


def _prose(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs of an epilog; what is indented there keeps its lines."""
    for indented, group in groupby(lines, lambda line: line.startswith(" ")):
        if indented:
            yield from _verbatim(line.removeprefix("  ") for line in group)
        else:
            for blank, part in groupby(group, lambda line: not line.strip()):
                if not blank:
                    yield from _paragraph(" ".join(part))


def _without_examples(epilog: str) -> list[str]:
    return epilog.partition(_EXAMPLES)[0].splitlines()


def _examples(epilog: str) -> list[str]:
    after = epilog.partition(_EXAMPLES)[2].splitlines()[1:]
    indented = []
    for line in after:
        if not line.startswith("  "):
            break
        indented.append(line[2:])
    return indented


def _definitions(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in pairs:
        yield from _definition(rf"\fB{_escaped(term)}\fR", meaning)


def _definition(heading: str, meaning: str) -> Iterator[str]:
    yield ".TP"
    yield heading
    yield from _text(meaning)


def _paragraph(text: str) -> Iterator[str]:
    yield ".PP"
    yield from _text(" ".join(text.split()))


def _text(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield _guarded(_escaped(line))


def _usage(parser: CommandParser) -> list[str]:
    """The usage lines; on the screen the second and later ones stand behind the word "usage:"."""
    return [line.removeprefix(" " * len("usage: ")) for line in f"{parser.usage}".splitlines()]


def _verbatim(lines: Iterable[str]) -> Iterator[str]:
    yield ".PP"
    yield ".nf"
    yield ".RS 4"
    yield from (_guarded(_escaped(line)) for line in lines)
    yield ".RE"
    yield ".fi"


def _escaped(text: str) -> str:
    """`text` in ASCII, with what troff would read as its own made plain: backslashes, quotes, hyphens that are typed as they are."""
    return re.sub(r"[\\\-'`^~\"]|[^\x00-\x7f]", lambda match: _ESCAPES.get(match[0]) or f"\\[u{ord(match[0]):04X}]", text)


_ESCAPES: Final = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    '"': r"\(dq",
}


def _guarded(line: str) -> str:
    """A line that starts with a dot is text, not a request."""
    return rf"\&{line}" if line.startswith((".", "'")) else line

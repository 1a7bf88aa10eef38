"""`briefing-tui doctor`: what is wrong here, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.library_option import add_library_option

if TYPE_CHECKING:
    from briefing_tui.cli.checks import Finding

USAGE_LINE = "briefing-tui doctor [--json] [--library FILE]"
DESCRIPTION = """\
Look at the terminal, the program, its folders, your settings and lexicon, and the library, and tell in a line each what is
ok, what is worth a note, and what is wrong, with the way to mend it. Nothing is changed."""
EPILOG = """\
Exit code 0 when nothing is wrong (notes do not count), 4 when the library is damaged, 3 when anything else is wrong.

examples:
  briefing-tui doctor
  briefing-tui doctor --json | jq -r '.[] | select(.state == "wrong") | .fix'
"""


def command_line() -> CommandParser:
    """The parser of `doctor`."""
    parser = CommandParser("briefing-tui doctor", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--json", action="store_true", help="an array of objects: about, state, says, fix")
    add_library_option(parser)
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print what every check found; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError("doctor takes no PATH", word=options.paths[0])

    import json

    from briefing_tui.cli.exit_codes import INTEGRITY, OK, PARTIAL
    from briefing_tui.cli.output import write_json, write_text
    from briefing_tui.model.safe_text import safe_line

    findings: list[Finding] = []
    for finding in find_all(options.library):
        findings.append(finding)
        if not options.json:
            fix = "" if finding.fix is None else f"  → {finding.fix}"
            write_text(f"{finding.state:<6} {finding.about + ':':<16} {safe_line(finding.says + fix)}\n")
    if options.json:
        plain = [{"about": one.about, "state": one.state, "says": one.says, "fix": one.fix} for one in findings]
        write_json(json.dumps(plain, indent=2))
    if any(finding.is_damage for finding in findings):
        return INTEGRITY
    return PARTIAL if any(finding.state == "wrong" for finding in findings) else OK


def find_all(library: str | None) -> Iterator[Finding]:
    """What every check finds, in order; `library` is the one named with `--library`."""
    from briefing_tui.cli.checks import guarded
    from briefing_tui.cli.checks.own_files import check_lexicon, check_settings
    from briefing_tui.cli.checks.places import check_places
    from briefing_tui.cli.checks.program import check_program
    from briefing_tui.cli.checks.terminal import check_terminal

    yield from guarded("terminal", check_terminal)
    yield from guarded("program", check_program)
    yield from guarded("folders", check_places)
    yield from guarded("settings", check_settings)
    yield from guarded("lexicon", check_lexicon)
    yield from guarded("library", lambda: _check_named_library(library))


def _check_named_library(given: str | None) -> Iterator[Finding]:
    from shlex import quote

    from briefing_tui.cli.checks import Finding
    from briefing_tui.cli.checks.archive import check_library
    from briefing_tui.cli.library_option import library_path

    try:
        path = library_path(given)
    except UsageError as error:  # the settings were told of already
        yield Finding(about="library", state="wrong", says=f"which one is not known: {error}")
        return
    yield from check_library(path, own_option=f" --library {quote(given)}" if given else "")

"""`briefing-tui schema`: the JSON Schema of what `extract` prints."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError

USAGE_LINE = "briefing-tui schema"
DESCRIPTION = "Print the JSON Schema (2020-12) of one briefing as extract prints it."
EPILOG = """\
examples:
  briefing-tui schema > briefing.schema.json
"""


def command_line() -> CommandParser:
    """The parser of `schema`."""
    parser = CommandParser("briefing-tui schema", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the schema; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError("schema takes no PATH", word=options.paths[0])

    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.output import write_json
    from briefing_tui.model.contract import json_schema_text

    write_json(json_schema_text().removesuffix("\n"))
    return OK

"""`briefing-tui extract`: documents to records, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError
from briefing_tui.cli.input_options import add_input_options

USAGE_LINE = """\
briefing-tui extract [--json | --jsonl] [--leftovers] [--engine]
                            [--from FORMAT] [--published DATE] [--publisher NAME] PATH|-…"""
DESCRIPTION = "Read briefings and print their records as JSON, every record with the exact characters it was read from."
EPILOG = """\
Without --json or --jsonl: --json for one document, --jsonl for several PATHs, folders, archives, feeds and JSON Lines.
What cannot be read is named on standard error, the rest is done, and the exit code is 3.

examples:
  briefing-tui extract story.txt
  briefing-tui extract --published 2024-11-20 --publisher "U.S. Department of State" statement.html
  briefing-tui extract --leftovers story.txt | jq .coverage
  briefing-tui extract --from jsonl --jsonl - < many.jsonl > records.jsonl
"""


def command_line() -> CommandParser:
    """The parser of `extract`."""
    parser = CommandParser("briefing-tui extract", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder or archive; - is standard input")
    add_input_options(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="indented; one document is an object, several are an array of them")
    shape.add_argument("--jsonl", action="store_true", help="one object a line, each as soon as it is ready")
    parser.add_argument(
        "--leftovers",
        action="store_true",
        help="also tell what no record used: sentences, amounts, numbers, quoted passages, list items",
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Extract the records of every path and print them; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if not options.paths:
        raise UsageError("extract needs a PATH, or - for standard input")

    import sys

    from briefing_tui.cli.exit_codes import OK, PARTIAL
    from briefing_tui.cli.inputs import InputOptions, holds_many
    from briefing_tui.cli.messages import complain, say
    from briefing_tui.cli.output import write_json
    from briefing_tui.cli.pipeline import Remark, open_proposer, read_briefings
    from briefing_tui.cli.progress import Progress
    from briefing_tui.model.json_form import to_json

    wanted = InputOptions(form=options.form, published=options.published, publisher=options.publisher)
    many = len(options.paths) > 1 or holds_many(options.paths[0], wanted)
    indented = options.json or not (options.jsonl or many)
    proposer = open_proposer() if options.engine else None
    failed = 0
    progress = Progress()

    def texts() -> Iterator[str]:
        nonlocal failed
        stdin = sys.stdin.buffer if sys.stdin is not None else None
        for briefing in read_briefings(options.paths, wanted, stdin, leftovers=options.leftovers, proposer=proposer):
            if isinstance(briefing, str):
                failed += not isinstance(briefing, Remark)
                progress.wipe()
                complain(briefing)
            else:
                progress.step()
                yield to_json(briefing, indent=2 if indented else None)

    if indented:
        _write_together(texts(), as_array=many)
    else:
        for text in texts():
            write_json(text)
    progress.wipe()
    if proposer is not None:
        say(f"engine {proposer.name}: {proposer.tally}")
    return PARTIAL if failed else OK


def _write_together(texts: Iterator[str], *, as_array: bool) -> None:
    """Print one JSON value: an array when `as_array` or when there is more than one text, else the text alone."""
    from briefing_tui.cli.output import write_json, write_text

    first = next(texts, None)
    second = next(texts, None)
    if first is None:
        if as_array:
            write_json("[]")
    elif second is None and not as_array:
        write_json(first)
    else:
        write_text("[\n" + first)
        for text in () if second is None else (second, *texts):
            write_text(",\n" + text)
        write_json("\n]")

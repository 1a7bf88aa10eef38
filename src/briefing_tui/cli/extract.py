"""`briefing-tui extract`: documents to records, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError, day


def command_line() -> CommandParser:
    """The parser of `extract`."""
    parser = CommandParser(prog="briefing-tui extract", allow_abbrev=False)
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--from", dest="form", choices=("text", "markdown", "html", "jsonl"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--jsonl", action="store_true")
    parser.add_argument("--published", type=day)
    parser.add_argument("--publisher")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Extract the records of every path and print them; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if not options.paths:
        raise UsageError("extract needs a PATH, or - for standard input")

    import sys

    from briefing_tui.cli.exit_codes import OK, PARTIAL
    from briefing_tui.cli.folders import cache_folder, own_lexicon
    from briefing_tui.cli.inputs import InputOptions, read_documents
    from briefing_tui.cli.messages import complain
    from briefing_tui.extracting import default_extractor
    from briefing_tui.model.json_form import to_json
    from briefing_tui.reading import ReadingError

    extractor = default_extractor(own_lexicon(), cache_folder())
    code = OK
    wanted = InputOptions(form=options.form, published=options.published, publisher=options.publisher)
    for document in read_documents(options.paths, wanted):
        if isinstance(document, ReadingError):
            complain(document)
            code = PARTIAL
            continue
        line = to_json(extractor.extract(document), indent=2 if options.json else None)
        sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    return code

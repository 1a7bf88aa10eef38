"""`briefing-tui verify`: proves that results of `extract` still say what their texts say."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError

USAGE_LINE = """\
briefing-tui verify FILE|-…
       briefing-tui verify --library [FILE]"""
DESCRIPTION = """\
Check results of extract against the texts they carry: the digest of the text, every span of evidence with the words
around it, every reference between records, and the seal over the whole. With --library the same of every document of a
library, and whether the file is sound and its index complete."""
EPILOG = """\
FILE is JSON or JSON Lines. Exit code 4 when anything disagrees, naming file, record, role and place; 3 when a FILE is
not a result of extract at all.

examples:
  briefing-tui verify records.jsonl
  briefing-tui extract story.txt | briefing-tui verify -
  briefing-tui verify --library
"""
MOST_FAULTS = 20
"""Faults told of one briefing; the rest is counted."""


def command_line() -> CommandParser:
    """The parser of `verify`."""
    parser = CommandParser("briefing-tui verify", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("paths", nargs="*", metavar="FILE", help="a result of extract; - is standard input")
    parser.add_argument("--library", nargs="?", const="", metavar="FILE", help="check a library: the one named, else your own")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Verify every file, say what is wrong, count what holds; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.library is not None:
        if options.paths:
            raise UsageError("a library is checked alone; leave the other FILE out", word=options.paths[0])
        return _verify_library(options.library or None)
    if not options.paths:
        raise UsageError("verify needs a FILE, or - for standard input, or --library")

    from briefing_tui.cli.exit_codes import INTEGRITY, OK, PARTIAL
    from briefing_tui.cli.messages import complain
    from briefing_tui.cli.output import write_text
    from briefing_tui.cli.results import ResultError, read_results
    from briefing_tui.model.json_reading import FormError
    from briefing_tui.model.sealed import check_sealed

    briefings = records = spans = 0
    unreadable = disagree = False
    for path in options.paths:
        for result in read_results(path):
            if isinstance(result, ResultError):
                complain(result)
                unreadable = True
                continue
            try:
                checked = check_sealed(result.value)
            except FormError as error:
                complain(f"{result.place}: not a result of extract: {error}")
                unreadable = True
                continue
            for fault in checked.faults[:MOST_FAULTS]:
                complain(f"{result.place}: {fault}")
            if len(checked.faults) > MOST_FAULTS:
                complain(f"{result.place}: and {len(checked.faults) - MOST_FAULTS} more")
            disagree = disagree or bool(checked.faults)
            briefings += 1
            records += checked.records
            spans += checked.spans
    if disagree:
        return INTEGRITY
    if unreadable:
        return PARTIAL
    write_text(f"{_count(briefings, 'briefing')}, {_count(records, 'record')}, {_count(spans, 'span')} of evidence: all hold\n")
    return OK


def _verify_library(named: str | None) -> int:
    from briefing_tui.cli.exit_codes import INTEGRITY, OK
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.messages import complain
    from briefing_tui.cli.output import write_text
    from briefing_tui.cli.progress import ShareDone
    from briefing_tui.library.checking import check_documents, structure_faults
    from briefing_tui.library.documents import count_documents

    documents = records = spans = 0
    with open_named_library(named) as library:
        faults = structure_faults(library)
        told = 0
        progress = ShareDone("documents checked", count_documents(library))
        for fault in faults:
            complain(f"{library.path}: {fault}")
        for checked in check_documents(library):
            documents += 1
            records += checked.records
            spans += checked.spans
            progress.show(documents, documents)
            for fault in checked.faults:
                faults.append(fault)
                if told < MOST_FAULTS:
                    told += 1
                    progress.wipe()
                    complain(f"{library.path}: {fault}")
        progress.wipe()
        if told < sum(fault.startswith("document") for fault in faults):
            complain(f"{library.path}: and more; {len(faults):,} in all")
    if faults:
        return INTEGRITY
    write_text(f"{_count(documents, 'document')}, {_count(records, 'record')}, {_count(spans, 'span')} of evidence: all hold\n")
    return OK


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

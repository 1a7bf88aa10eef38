"""`briefing-tui export`: records or whole briefings of the library as files for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, UsageError, one_of
from briefing_tui.cli.library_option import add_library_option
from briefing_tui.cli.query_words import add_query, parse_query_line

if TYPE_CHECKING:
    import argparse

    from briefing_tui.library import Library
    from briefing_tui.library.documents import DocumentFacts
    from briefing_tui.model import Briefing, Document, Record
    from briefing_tui.searching import Query

FORMATS: Final = ("csv", "jsonl", "markdown", "parquet")
USAGE_LINE = """\
briefing-tui export [--format csv|jsonl|markdown|parquet] [--output FILE] [--library FILE] [QUERY…]
       briefing-tui export --briefings | --gold | --gold-texts [--output FILE] [--library FILE] [QUERY…]
       briefing-tui export --columns"""
DESCRIPTION = """\
Write the records that QUERY finds, or all of them, the newest first. csv: one row a record, the same columns for every kind.
jsonl: one record a line with its document and all its evidence. markdown: a report briefing by briefing, with the sentence of
every record. parquet: the columns of csv with types (needs pyarrow: pip install 'briefing-tui[parquet]')."""
EPILOG = """\
Without --format, the ending of FILE tells (.csv, .jsonl, .md, .parquet), else csv. FILE is written beside its place and moved
there when it is whole: a disk that fills up leaves what was there. --briefings writes the whole briefings in which QUERY finds
something, one a line, sealed, as extract does; “briefing-tui verify” proves them. --gold writes the records that people have
accepted or edited as annotations, one a line, and --gold-texts the texts these stand in, to score an extractor against; what
nobody has judged is not among them, so judge every record of a text.

examples:
  briefing-tui export > records.csv
  briefing-tui export --output reactions.md kind:reaction actor:norway
  briefing-tui export --format jsonl recipient:ukraine | jq -r .record.amount
  briefing-tui export --briefings --output backup.jsonl && briefing-tui verify backup.jsonl
"""
_ENDINGS: Final = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".parquet": "parquet",
}


def command_line() -> CommandParser:
    """The parser of `export`."""
    parser = CommandParser("briefing-tui export", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    add_query(parser)
    add_library_option(parser)
    parser.add_argument("--format", type=one_of(*FORMATS), metavar="FORMAT", help=", ".join(FORMATS))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--briefings", action="store_true", help="whole briefings, sealed, one a line")
    what.add_argument("--gold", action="store_true", help="records people have accepted or edited, as annotations")
    what.add_argument("--gold-texts", action="store_true", help="the texts of these, one a line")
    what.add_argument("--columns", action="store_true", help="only tell what the columns of csv and parquet hold")
    parser.add_argument("--output", metavar="FILE", help="where to (default: standard output)")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Write the export; returns the exit code."""
    options = parse_query_line(command_line(), arguments)
    if options.columns:
        return _tell_columns()
    form = _format(options)

    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.found import found_rows
    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.query_words import query_faults_told, read_query

    with query_faults_told(options.query):
        query = read_query(options.query)
        with open_named_library(options.library) as library:
            if options.gold or options.gold_texts:
                return _write_gold(library, query, options)
            rows = found_rows(library, query, sentences=options.briefings and query.tree is not None)
            if options.briefings and query.tree is None:
                written = _write_briefings(library, _every_document(library), options.output)
            elif options.briefings:
                written = _write_briefings(library, _documents_of(rows), options.output)
            else:
                written = _write_records(library, rows, form, options)
    if not written:
        say("Nothing found.")
    elif options.output:
        noun = "briefing" if options.briefings else "record"
        say(f"{options.output}: {written:,} {noun}{'' if written == 1 else 's'}")
    return OK if written else NOTHING


def _tell_columns() -> int:
    """Print name, type and meaning of every column; returns the exit code."""
    from briefing_tui.cli.cells import table_lines
    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.output import write_text
    from briefing_tui.exporting.columns import COLUMNS

    for line in table_lines([(column.name, column.type, column.meaning) for column in COLUMNS], room=120):
        write_text(f"{line}\n")
    return OK


def _format(options: argparse.Namespace) -> str:
    """The format asked for, or that of the file's ending."""
    ending = "" if options.output is None else options.output[options.output.rfind(".") :].lower()
    form: str = (
        options.format or _ENDINGS.get(ending) or ("jsonl" if options.briefings or options.gold or options.gold_texts else "csv")
    )
    whole = next((name for name in ("briefings", "gold", "gold_texts") if getattr(options, name)), None)
    if whole is not None and form != "jsonl":
        option = f"--{whole.replace('_', '-')}"
        raise UsageError(f"{option} is written as jsonl only", word=option)
    return form


def _write_records(library: Library, rows: Sequence[int], form: str, options: argparse.Namespace) -> int:
    from briefing_tui.cli.found import records_at
    from briefing_tui.cli.output_file import write_pieces

    count = 0

    def pairs() -> Iterator[tuple[DocumentFacts, Record]]:
        nonlocal count
        for pair in records_at(library, rows):
            count += 1
            yield pair

    if form == "parquet":
        _write_parquet(pairs(), options)
    elif form == "jsonl":
        from briefing_tui.exporting.json_lines import json_records

        write_pieces(json_records(_in_context(library, pairs())), options.output)
    elif form == "markdown":
        from briefing_tui.exporting.markdown_report import markdown_report
        from briefing_tui.telling.rows import one_line

        heading = f"Records found by: {options.query}" if options.query else "All records"
        write_pieces(markdown_report(_by_briefing(library, pairs()), one_line, heading=heading), options.output)
    else:
        from briefing_tui.exporting.csv_lines import csv_records

        write_pieces(csv_records(pairs()), options.output)
    return count


def _write_gold(library: Library, query: Query, options: argparse.Namespace) -> int:
    """Write what people have judged, or the texts it stands in; returns the exit code."""
    from briefing_tui.cli.exit_codes import NOTHING, OK
    from briefing_tui.cli.found import found_rows, records_at
    from briefing_tui.cli.messages import say
    from briefing_tui.cli.output_file import write_pieces
    from briefing_tui.exporting.gold import FIELDS, gold_lines, gold_texts
    from briefing_tui.library.documents import load_document
    from briefing_tui.searching import Query, parse_query
    from briefing_tui.searching.tree import all_of

    judged = parse_query("is:accepted or is:edited").tree
    assert judged is not None
    tree = judged if query.tree is None else all_of([query.tree, judged])
    pairs = list(records_at(library, found_rows(library, Query(tree, "date", query.text, query.notes))))
    pairs = [(source, record) for source, record in pairs if record.kind in FIELDS]
    if options.gold_texts:
        numbers = dict.fromkeys(source.number for source, _ in pairs)
        write_pieces(gold_texts(load_document(library, number) for number in numbers), options.output)
    else:
        write_pieces(gold_lines(pairs), options.output)
    if not pairs:
        say("Nobody has accepted or edited a record that this finds.")
    return OK if pairs else NOTHING


def _write_parquet(pairs: Iterator[tuple[DocumentFacts, Record]], options: argparse.Namespace) -> None:
    import sys

    from briefing_tui.cli.output_file import output_stream

    try:
        from briefing_tui.exporting.parquet_file import write_parquet
    except ImportError as error:
        raise UsageError("parquet needs pyarrow: pip install 'briefing-tui[parquet]'", word="parquet") from error
    if options.output in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("parquet is not for a terminal; name a file with --output", word="parquet")
    with output_stream(options.output) as stream:
        write_parquet(pairs, stream)


def _in_context(library: Library, pairs: Iterator[tuple[DocumentFacts, Record]]) -> Iterator[tuple[DocumentFacts, Record]]:
    """The same records with the words around their evidence."""
    from briefing_tui.exporting.contexts import in_context
    from briefing_tui.library.documents import load_text

    for _, group in groupby(pairs, key=lambda pair: pair[0].number):
        text: str | None = None
        for source, record in group:
            text = load_text(library, source.number) if text is None else text
            yield source, in_context(record, text)


def _by_briefing(library: Library, pairs: Iterator[tuple[DocumentFacts, Record]]) -> Iterator[tuple[Document, list[Record]]]:
    from briefing_tui.library.documents import load_document

    for number, group in groupby(pairs, key=lambda pair: pair[0].number):
        yield load_document(library, number), [record for _, record in group]


def _documents_of(rows: Sequence[int]) -> Iterator[int]:
    """The documents of rows, each once; rows of one document stand together."""
    from briefing_tui.library.row_numbers import place_of

    for number, _ in groupby(rows, key=lambda row: place_of(row).document):
        yield number


def _every_document(library: Library) -> Iterator[int]:
    """All current documents, also those without records."""
    from briefing_tui.library.documents import all_documents

    for facts in all_documents(library):
        yield facts.number


def _write_briefings(library: Library, numbers: Iterator[int], output: str | None) -> int:
    from briefing_tui.cli.output_file import write_pieces
    from briefing_tui.exporting.json_lines import json_briefings
    from briefing_tui.library.documents import load_briefing

    count = 0

    def briefings() -> Iterator[Briefing]:
        nonlocal count
        for number in numbers:
            count += 1
            yield load_briefing(library, number)

    write_pieces(json_briefings(briefings()), output)
    return count

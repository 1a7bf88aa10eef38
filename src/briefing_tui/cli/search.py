"""`briefing-tui search`: records and sentences of the library that a query finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser, one_of, whole_number
from briefing_tui.cli.library_option import add_library_option
from briefing_tui.cli.query_words import add_query, parse_query_line

if TYPE_CHECKING:
    import argparse

    from briefing_tui.library import Library
    from briefing_tui.searching.searcher import Hit, Plan, Searcher

PAGE: Final = 50
"""Hits shown as text when nobody says how many."""
_PAGE_OF_ALL: Final = 500
_MOST_COUNTED: Final = 10_000
_MOST_IN_FACETS: Final = 1_000_000
USAGE_LINE = """\
briefing-tui search [--json | --jsonl | --csv | --count | --facets] [--limit N | --all]
                           [--sort date|relevance] [--library FILE] [QUERY…]"""
DESCRIPTION = f"""\
Find records and sentences in the library, the newest first. As text the first {PAGE} hits are shown; --json, --jsonl and --csv
give all of them. Nothing found is exit code 1."""
EPILOG = """\
What a name was taken for, and what may have been meant when nothing is found, is told on standard error.

examples:
  briefing-tui search patriot
  briefing-tui search actor:norway after:2024-11-18 '"nuclear doctrine"' -source:tass
  briefing-tui search 'kind:reaction stance:oppose,warn' --sort relevance
  briefing-tui search amount:'>=100m' recipient:ukraine --jsonl | jq -r .record.id
  briefing-tui search --facets himars
"""


def command_line() -> CommandParser:
    """The parser of `search`."""
    parser = CommandParser("briefing-tui search", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    add_query(parser)
    add_library_option(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one array of hits")
    shape.add_argument("--jsonl", action="store_true", help="one object a line")
    shape.add_argument("--csv", action="store_true", help="the columns of export, and the sentence")
    shape.add_argument("--count", action="store_true", help="only how many there are")
    shape.add_argument("--facets", action="store_true", help="how many there are of each kind, actor, class …")
    most = parser.add_mutually_exclusive_group()
    most.add_argument("--limit", type=whole_number(1, 10**9), metavar="N", help=f"at most N hits (default: {PAGE}, as text)")
    most.add_argument("--all", action="store_true", help="all hits")
    parser.add_argument(
        "--sort", type=one_of("date", "relevance"), metavar="ORDER", help="date (newest first, the default) or relevance"
    )
    return parser


def run(arguments: Sequence[str]) -> int:
    """Search and print; returns the exit code."""
    options = parse_query_line(command_line(), arguments)

    from briefing_tui.cli.library_option import open_named_library
    from briefing_tui.cli.query_words import query_faults_told, read_query
    from briefing_tui.searching.searcher import Searcher

    with query_faults_told(options.query):
        query = read_query(options.query, sort=options.sort)
        with open_named_library(options.library) as library:
            searcher = Searcher(library)
            plan = searcher.plan(query)
            _tell_expansions(plan)
            found = _print(library, searcher, plan, options)
            if not found:
                _tell_nothing(library, searcher, plan)

    from briefing_tui.cli.exit_codes import NOTHING, OK

    return OK if found else NOTHING


def _print(library: Library, searcher: Searcher, plan: Plan, options: argparse.Namespace) -> int:
    """Print what was asked for; returns how many hits there are, or were printed."""
    if options.count:
        from briefing_tui.cli.output import write_text

        found = searcher.count(plan)
        write_text(f"{found}\n")
        return found
    if options.facets:
        from briefing_tui.cli.facet_lines import write_facets

        return write_facets(searcher.facets(plan, most=_MOST_IN_FACETS))
    if options.json or options.jsonl or options.csv:
        from briefing_tui.cli.hit_forms import write_hits

        return write_hits(
            library, _hits(searcher, plan, options.limit), "json" if options.json else "jsonl" if options.jsonl else "csv"
        )
    return _print_text(library, searcher, plan, None if options.all else options.limit or PAGE)


def _print_text(library: Library, searcher: Searcher, plan: Plan, most: int | None) -> int:
    from briefing_tui.cli.cells import output_has_colour, output_width
    from briefing_tui.cli.hit_lines import hit_lines
    from briefing_tui.cli.output import write_text
    from briefing_tui.library.documents import load_records

    room, colour = output_width(), output_has_colour()
    found = 0
    hits = _hits(searcher, plan, most)
    while page := list(islice(hits, PAGE)):
        records = load_records(library, [hit.row for hit in page if hit.record is not None])
        lines: list[str] = []
        for hit in page:
            lines += [*([""] if found else []), *hit_lines(hit, records.get(hit.row), room, colour=colour)]
            found += 1
        write_text("".join(f"{line}\n" for line in lines))
    if most is not None and found >= most:
        _tell_rest(searcher, plan, found)
    return found


def _hits(searcher: Searcher, plan: Plan, most: int | None) -> Iterator[Hit]:
    """At most so many hits, read a page at a time."""
    left = most
    after: int | None = None
    while left is None or left > 0:
        limit = _PAGE_OF_ALL if left is None else min(left, _PAGE_OF_ALL)
        page = searcher.page(plan, limit=limit, after_row=after)
        yield from page
        if not page:
            return
        after = page[-1].row
        if left is not None:
            left -= len(page)


def _tell_expansions(plan: Plan) -> None:
    """Say what the words and names of the query were taken for; spellings that differ in a blank or a plural are told once."""
    from briefing_tui.cli.messages import say

    for expansion in plan.expansions:
        meanings = tuple({meaning.replace(" ", "").rstrip("s"): meaning for meaning in reversed(expansion.meanings)}.values())[
            ::-1
        ]
        if expansion.meanings and meanings != (expansion.written,):
            say(str(expansion._replace(meanings=meanings)))


def _tell_rest(searcher: Searcher, plan: Plan, shown: int) -> None:
    from briefing_tui.cli.messages import say

    count = searcher.count(plan, _MOST_COUNTED)
    if count > shown:
        many = f"more than {count:,}" if count >= _MOST_COUNTED else f"{count:,}"
        say(f"{shown:,} of {many} hits; --limit N or --all shows more")


def _tell_nothing(library: Library, searcher: Searcher, plan: Plan) -> None:
    from briefing_tui.cli.messages import say
    from briefing_tui.library.documents import count_documents

    if not count_documents(library):
        say(f"{library.path} holds no briefings yet; “briefing-tui add PATH…” puts some in.")
        return
    say("Nothing found.")
    for word in plan.terms:
        meant = searcher.suggest(word)
        if meant:
            say(f"{word}: did you mean {' or '.join(meant[:3])}?")

"""A query on the command line: the words that are no option, and what becomes of one that cannot be understood."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from briefing_tui.cli.arguments import CommandParser

if TYPE_CHECKING:
    from briefing_tui.searching import Query
    from briefing_tui.searching.tree import Sort

RECORD_KINDS: Final = "kind:package,item,reaction,event,assessment"
_SHIELD: Final = "\0"


def add_query(parser: CommandParser) -> None:
    """Add the words of the query."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="what to look for; see “The query language” in the README")


def parse_query_line(parser: CommandParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Parse a command line whose words are a query: `-source:tass` is part of it, and not an option.

    Raises:
        UsageError: naming the argument at fault.
    """
    known = {name: action for action in parser._actions for name in action.option_strings}  # noqa: SLF001 - argparse has no other way to ask
    words: list[str] = []
    is_value = False
    for place, word in enumerate(arguments):
        if word == "--":
            words += arguments[place:]
            break
        negates = len(word) > 1 and word.startswith("-") and not word.startswith("--") and word not in known
        words.append(_SHIELD + word if negates and not is_value else word)
        is_value = word in known and known[word].nargs is None
    options = parser.parse(words, paths="query")
    options.query = " ".join(word.removeprefix(_SHIELD) for word in options.query)
    return options


def read_query(text: str, *, sort: Sort | None = None) -> Query:
    """The query of a command line; `sort` takes the place of the order it asks for.

    Raises:
        QueryError: pointing at what cannot be understood.
    """
    from briefing_tui.cli.clock import today
    from briefing_tui.searching import Query, parse_query

    query = parse_query(text, today=today())
    return query if sort is None else Query(query.tree, sort, query.text, query.notes)


def records_of(query: Query) -> Query:
    """The same query for records only: sentences in which nothing was found are left out."""
    from briefing_tui.searching import Query, parse_query
    from briefing_tui.searching.tree import all_of

    kinds = parse_query(RECORD_KINDS).tree
    assert kinds is not None
    return Query(kinds if query.tree is None else all_of([query.tree, kinds]), query.sort, query.text, query.notes)


@contextmanager
def query_faults_told(text: str) -> Iterator[None]:
    """Say what is wrong with a query, with carets beneath the place, and end the command as for any wrong command line.

    Raises:
        SystemExit: with the exit code for a wrong command line.
    """
    from briefing_tui.searching.errors import QueryError, point_at

    try:
        yield
    except QueryError as error:
        from briefing_tui.cli.exit_codes import USAGE
        from briefing_tui.cli.messages import complain, show

        complain(error)
        for line in point_at(text, error.start, error.end):
            show(f"  {line}")
        raise SystemExit(USAGE) from error

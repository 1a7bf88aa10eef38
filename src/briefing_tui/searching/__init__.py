"""Queries: one language for the search box, filters, saved searches, the command line and exports.

`parse_query` and `parse_typing` read a text into a tree, `unparse` writes one; `with_filter` and `without_filter` change a text.
"""

from briefing_tui.searching.errors import QueryError, render_error
from briefing_tui.searching.parser import parse_query, parse_typing
from briefing_tui.searching.toggling import has_filter, with_filter, without_filter
from briefing_tui.searching.tree import Query
from briefing_tui.searching.unparsing import unparse

__all__ = [
    "Query",
    "QueryError",
    "has_filter",
    "parse_query",
    "parse_typing",
    "render_error",
    "unparse",
    "with_filter",
    "without_filter",
]

"""Queries: one language for the search box, filters, saved searches, the command line and exports.

`parse_query` and `parse_typing` read a text into a tree. Writing one (`unparsing`), changing a text (`toggling`) and running it
are imported from their modules, so that reading stays quick to load.
"""

from briefing_tui.searching.errors import QueryError, render_error
from briefing_tui.searching.parser import parse_query, parse_typing
from briefing_tui.searching.tree import Query

__all__ = ["Query", "QueryError", "parse_query", "parse_typing", "render_error"]

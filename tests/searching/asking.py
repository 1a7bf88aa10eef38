"""Short ways to ask in tests."""

from datetime import date

import pytest

from briefing_tui.searching import QueryError, parse_query, parse_typing
from briefing_tui.searching.tree import Node, Query, Value
from briefing_tui.searching.unparsing import unparse

TODAY = date(2024, 11, 20)


def tree(text: str) -> Node | None:
    return parse_query(text, today=TODAY).tree


def canonical(text: str) -> str:
    return unparse(tree(text))


def typing(text: str) -> Query:
    return parse_typing(text, today=TODAY)


def typed(text: str) -> str:
    return unparse(typing(text).tree)


def value(text: str) -> Value:
    node = tree(text)
    assert node is not None
    (only,) = node.values  # type: ignore[union-attr]
    return only


def refused(text: str) -> tuple[str, str, str]:
    """The message, the part of the text at fault, and the hint."""
    with pytest.raises(QueryError) as caught:
        parse_query(text, today=TODAY)
    error = caught.value
    assert 0 <= error.start <= error.end <= len(text)
    return error.message, text[error.start : error.end], error.hint

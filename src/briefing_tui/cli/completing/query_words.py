"""What can be typed inside a query: the fields of the query language and, where a field's values are closed, those."""

from __future__ import annotations

from collections.abc import Mapping


def query_fields() -> Mapping[str, tuple[str, ...]]:
    """The values of every field by its name; empty for a field whose values are open, such as an amount."""
    return {}

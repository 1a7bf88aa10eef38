"""Contract objects to JSON: the versioned form, written without pydantic.

Decimals become JSON numbers (integers where they are whole), tuples become arrays, and keys keep the order of
the classes, so that equal briefings give equal bytes.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from briefing_tui.model.safe_text import safe_json


def to_plain(value: Any) -> Any:
    """The dictionaries, lists, strings and numbers of `value`."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _field_names(type(value))}
    raise TypeError(f"{type(value).__name__} has no JSON form")


def to_json(value: Any, *, indent: int | None = None) -> str:
    """`value` as JSON text on one line, or indented; no final newline. It is always valid UTF-8 and harms no terminal.

    A briefing is sealed: see `seal_of`.
    """
    plain = to_plain(value)
    if isinstance(plain, dict) and "seal" in plain:
        plain["seal"] = seal_of(plain)
    return json_text(plain, indent=indent)


def json_text(plain: Any, *, indent: int | None = None) -> str:
    """A JSON value as text that harms no terminal and is always valid UTF-8: see `safe_json`."""
    return safe_json(json.dumps(plain, ensure_ascii=False, indent=indent))


def seal_of(plain: dict[str, Any]) -> str:
    """The seal of a briefing's JSON object: by it `verify` sees any change made after the briefing was written.

    It is the sha256, as hex digits, of the object without its member `seal`, written as JSON with sorted keys, without
    white space, every character beyond ASCII escaped.
    """
    import hashlib  # noqa: PLC0415 - a search needs the JSON of records and no digests

    rest = {name: part for name, part in plain.items() if name != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

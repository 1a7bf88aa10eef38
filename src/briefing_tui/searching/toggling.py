"""Adding a filter to the text of a query, and taking it out again, with the rest left as it was typed."""

from __future__ import annotations

from datetime import date

from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.fields import Field, field_named
from briefing_tui.searching.lexer import Lexer, Token
from briefing_tui.searching.parser import parse_query, parse_typing
from briefing_tui.searching.tree import Choice, Days, Name, Numbers, Unknown, Value
from briefing_tui.searching.unparsing import unparse, write_value
from briefing_tui.searching.values import read_value
from briefing_tui.searching.written import Written


def with_filter(text: str, field: str, value: str | Value, *, today: date | None = None) -> str:
    """The query `text` narrowed to `value` of `field`.

    A second value of a field that a record has only once (a stance, a class) is added to the first, as either may be meant;
    in a field that may have several (actors) both must be there. A text that is not a whole query yet is made one.

    >>> with_filter("mines stance:oppose", "stance", "warn"), with_filter("a or b", "actor", "NOR")
    ('mines stance:oppose,warn', '(a or b) actor:NOR')

    Raises:
        QueryError: if the field knows no such value.
    """
    known = _field(field)
    written = _write(known, value, today)
    text = _whole(text, today)
    if _found(text, known, written, today) is not None:
        return text
    if not known.is_plural:
        for token in _standing(text, known):
            return f"{text[: token.end]},{written}{text[token.end :]}"
    narrowed = f"{text}{'' if not text or text[-1].isspace() else ' '}{known.name}:{written}"
    if _found(narrowed, known, written, today) is None:  # an or, or a not at the end, would take it for its own
        narrowed = f"({text.strip()}) {known.name}:{written}"
    return narrowed


def without_filter(text: str, field: str, value: str | Value, *, today: date | None = None) -> str:
    """The query `text` without `value` of `field`, where that stands by itself; under or, and in brackets, it stays.

    >>> without_filter("mines  stance:oppose,warn after:2024", "stance", "oppose")
    'mines  stance:warn after:2024'
    """
    known = _field(field)
    text = _whole(text, today)
    found = _found(text, known, _write(known, value, today), today)
    if found is None:
        return text
    token, written = found
    if len(token.values) == 1:
        start, end = token.start, token.end
        while end < len(text) and text[end].isspace():
            end += 1
        if end == len(text):
            start = len(text[:start].rstrip())
        return text[:start] + text[end:]
    if written is token.values[0]:
        return text[: written.start] + text[token.values[1].start :]
    return text[: token.values[token.values.index(written) - 1].end] + text[written.end :]


def has_filter(text: str, field: str, value: str | Value, *, today: date | None = None) -> bool:
    """Whether the query asks for `value` of `field`, so that `without_filter` would change it."""
    known = _field(field)
    return _found(_whole(text, today), known, _write(known, value, today), today) is not None


def _field(name: str) -> Field:
    field = field_named(name)
    if field is None:
        raise QueryError(f"there is no field {name}", 0, 0)
    return field


def _write(field: Field, value: str | Value, today: date | None) -> str:
    """The value as it is written in a query."""
    if isinstance(value, (Name, Choice, Days, Numbers, Unknown)):
        return write_value(value)
    (read, *_) = read_value(field, Written(value, 0, len(value)), today)
    return write_value(read)


def _whole(text: str, today: date | None) -> str:
    """`text`, or what a text that is no whole query means so far."""
    try:
        parse_query(text, today=today)
    except QueryError:
        typed = parse_typing(text, today=today)
        return " ".join(filter(None, (unparse(typed.tree), "sort:relevance" if typed.sort == "relevance" else "")))
    return text


def _standing(text: str, field: Field) -> list[Token]:
    """The filters of `field` that all of the query depends on: not negated, not in brackets, not under or."""
    tokens = Lexer(text, _refuse).read()
    found: list[Token] = []
    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "or" and not depth:
            return []
        if token.kind == "field" and not depth and token.field == field and not (index and tokens[index - 1].kind == "not"):
            found.append(token)
    return found


def _found(text: str, field: Field, written: str, today: date | None) -> tuple[Token, Written] | None:
    wanted = _values(field, Written(written.strip('"'), 0, 0), today)
    for token in _standing(text, field):
        if field.is_plural and len(token.values) > 1:
            continue
        for value in token.values:
            if _values(field, value, today) == wanted:
                return token, value
    return None


def _values(field: Field, written: Written, today: date | None) -> tuple[object, ...]:
    """What a written value means, with names compared without regard to case."""
    read = read_value(field, written._replace(is_open=False), today)
    return tuple((value.text.casefold(), value.is_prefix) if isinstance(value, Name) else value for value in read)


def _refuse(error: QueryError) -> None:
    raise error

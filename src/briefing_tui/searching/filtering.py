"""Filters → index terms and ranges of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from briefing_tui.library.folding import fold_words, joined, words_of
from briefing_tui.library.indexing.date_words import UNKNOWN, asked_words
from briefing_tui.library.row_numbers import LAST_ROW, day_number, row_number, rows_of_document
from briefing_tui.searching.amounts import amount_words
from briefing_tui.searching.errors import QueryError
from briefing_tui.searching.expressions import NOTHING, Expression, Terms, any_term, both, either, rows_within
from briefing_tui.searching.naming import Meaning, actors_named, nearest_actor, nearest_publisher, publishers_named
from briefing_tui.searching.tree import Choice, Days, Filter, Name, Numbers, Unknown, Value

if TYPE_CHECKING:
    from briefing_tui.searching.compiling import Compiler

CODES: Final = {
    "kind": "kd",
    "stance": "st",
    "action": "an",
    "class": "cl",
    "status": "ss",
    "modality": "md",
    "scope": "sc",
    "mechanism": "mc",
    "direction": "dr",
    "currency": "cu",
    "is": "is",
    "has": "hs",
    "actor": "ac",
    "country": "ac",
    "donor": "dn",
    "recipient": "rc",
    "target": "tg",
    "person": "pe",
    "place": "pl",
    "item": "it",
    "publisher": "pu",
}
"""The codes of facet words by field."""
_ACTORS: Final = frozenset({"actor", "country", "donor", "recipient", "target"})
_WORDS: Final = frozenset({"person", "place", "item"})
_ALIAS_KINDS: Final = {"person": ("person", "spelling"), "place": ("spelling",), "item": ("weapon", "spelling")}
_FIRST_DAY: Final = date(1900, 1, 1)
_LAST_DAY: Final = date(2100, 12, 31)
"""Open ends of dates reach to here; no record's date lies beyond."""


def compile_filter(compiler: Compiler, node: Filter, *, is_wanted: bool) -> Expression:
    """The rows that have any of the filter's values.

    Raises:
        QueryError: for a name nobody has.
    """
    if node.field == "is" and Choice("rejected") in node.values:
        compiler.asks_for_rejected = True
    return either([_value(compiler, node, value, is_wanted=is_wanted) for value in node.values])


def _value(compiler: Compiler, node: Filter, value: Value, *, is_wanted: bool) -> Expression:
    code = CODES.get(node.field, "")
    match value:
        case Choice():
            return any_term("facets", [code + joined(value.word)])
        case Days() if node.field == "published":
            return _published(value)
        case Days():
            return any_term("facets", asked_words(value.first or _FIRST_DAY, value.last or _LAST_DAY))
        case Unknown() if node.field == "published":
            return rows_within([(0, row_number(1, 0, 0) - 1)])
        case Unknown() if node.field == "date":
            return any_term("facets", [UNKNOWN])
        case Unknown():
            has = any_term("facets", [f"hs{node.field}"])
            kind = any_term("facets", ["kdpackage" if node.field == "amount" else "kditem"])
            return both([kind, _not(has)])
        case Numbers():
            return amount_words(compiler.connection, node.field, value)
        case Name() if node.field in _ACTORS:
            return _actors(compiler, node, value, is_wanted=is_wanted)
        case Name() if node.field in _WORDS:
            return _worded(compiler, node, value, code)
        case Name() if node.field == "publisher":
            return _publishers(compiler, node, value, is_wanted=is_wanted)
        case Name() if node.field == "title":
            return _titled(compiler, value)
        case Name():
            return _identified(compiler, node, value)


def _not(part: Expression) -> Expression:
    from briefing_tui.searching.expressions import without  # noqa: PLC0415

    return without(part)


def _published(days: Days) -> Expression:
    first = 1 if days.first is None else day_number(days.first.isoformat())
    last = LAST_ROW if days.last is None else row_number(day_number(days.last.isoformat()) + 1, 0, 0) - 1
    if days.last is not None and days.last.year < 1900:
        return NOTHING
    return rows_within([(row_number(first, 0, 0), last)])


def _actors(compiler: Compiler, node: Filter, name: Name, *, is_wanted: bool) -> Expression:
    found = actors_named(compiler.connection, name.text, is_prefix=name.is_prefix)
    if node.field == "country":
        found = [one for one in found if ":" not in one.code]
    if not found:
        return _unknown(compiler, node, name, nearest_actor(compiler.connection, name.text), is_wanted=is_wanted)
    _tell(compiler, node, name, [f"{one.name} ({one.code})" if one.code != one.name else one.name for one in found])
    return any_term("facets", [CODES[node.field] + joined(one.code) for one in found])


def _publishers(compiler: Compiler, node: Filter, name: Name, *, is_wanted: bool) -> Expression:
    found: list[Meaning] = publishers_named(compiler.connection, name.text, is_prefix=name.is_prefix)
    if not found:
        return _unknown(compiler, node, name, nearest_publisher(compiler.connection, name.text), is_wanted=is_wanted)
    _tell(compiler, node, name, [one.name for one in found])
    return any_term("facets", [one.code for one in found])


def _worded(compiler: Compiler, node: Filter, name: Name, code: str) -> Expression:
    """Rows whose person, place or item has all the words, or all those of another name for the same."""
    forms = [fold_words(name.text)]
    if not name.is_prefix:
        forms.extend(_other_names(compiler, node.field, forms[0]))
        if len(forms) > 1:
            _tell(compiler, node, name, forms)
    return either(_all_words(code, form.split(), is_prefix=name.is_prefix) for form in forms)


def _all_words(code: str, words: list[str], *, is_prefix: bool) -> Expression:
    parts = [any_term("facets", [code + word]) for word in words]
    if is_prefix and words:
        parts[-1] = Terms(f'facets : "{code}{words[-1]}" *', is_of_records=True)
    return both(parts)


def _other_names(compiler: Compiler, field: str, form: str) -> Iterator[str]:
    kinds = _ALIAS_KINDS[field]
    marks = ", ".join("?" * len(kinds))
    rows = compiler.connection.execute(
        f"""SELECT DISTINCT other.form FROM aliases own JOIN aliases other ON other.code = own.code AND other.kind = own.kind
            WHERE own.form = ? AND own.kind IN ({marks}) AND other.form <> own.form ORDER BY other.form LIMIT 32""",
        (form, *kinds),
    )
    return (other for (other,) in rows)


def _titled(compiler: Compiler, name: Name) -> Expression:
    words = words_of(name.text)
    phrase = '"' + " ".join(words) + '"' + (" *" if name.is_prefix else "")
    rows = compiler.connection.execute(
        "SELECT number, day FROM headlines JOIN documents ON number = headlines.rowid WHERE headlines MATCH ?", (phrase,)
    )
    return rows_within(rows_of_document(day, number) for number, day in rows)


def _identified(compiler: Compiler, node: Filter, name: Name) -> Expression:
    from briefing_tui.library.documents import find_document, find_record  # noqa: PLC0415 - seldom asked for

    rows = [(row, row) for row in find_record(compiler.library, name.text)]
    numbers = find_document(compiler.library, name.text)
    marks = ", ".join("?" * len(numbers))
    days = compiler.connection.execute(f"SELECT number, day FROM documents WHERE number IN ({marks})", numbers)
    rows.extend(rows_of_document(day, number) for number, day in days)
    if not rows:
        raise QueryError(f"nothing has the id “{name.text}”", *node.span)
    return rows_within(rows)


def _unknown(compiler: Compiler, node: Filter, name: Name, meant: str | None, *, is_wanted: bool) -> Expression:
    """What to do about a name nobody has: an error when it is wanted; to leave nobody out takes nothing away."""
    if is_wanted:
        raise QueryError(
            f"{node.field}: nobody here is called “{name.text}”", *node.span, f"did you mean {meant}?" if meant else ""
        )
    compiler.tell(node.span, f"{node.field}:{name.text}", (), f"did you mean {meant}?" if meant else "nobody here is called so")
    return NOTHING


def _tell(compiler: Compiler, node: Filter, name: Name, meanings: Iterable[str]) -> None:
    told = list(meanings)
    if len(told) > 1 or fold_words(told[0]) != fold_words(name.text):
        compiler.tell(node.span, f"{node.field}:{name.text}", told)

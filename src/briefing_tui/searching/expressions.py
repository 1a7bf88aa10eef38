"""What a query asks of the index: terms to look up and ranges of row ids, under and, or and not.

Ranges (days of publication, single documents) cut the rows into stretches in which each of them holds everywhere or nowhere. Within a
stretch only terms remain, and these make one full-text query whose rows come newest first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from briefing_tui.library.indexing.pairs import pairs_of
from briefing_tui.library.row_numbers import LAST_ROW

EVERY_RECORD: Final = 'facets : ("kdreaction" OR "kditem" OR "kdpackage" OR "kdevent" OR "kdassessment")'
EVERY_UNIT: Final = 'facets : ("kdsentence" OR "kdreaction" OR "kditem" OR "kdpackage" OR "kdevent" OR "kdassessment")'
"""All that is in the index, as a full-text query."""


class Terms(NamedTuple):
    """Rows that an FTS5 query finds; `match` can stand as an operand in a larger one."""

    match: str
    is_of_records: bool = False
    """Whether no bare sentence can be among them."""
    in_records: str = ""
    """The same for the index of records alone, where that is another one."""


class Rows(NamedTuple):
    """Rows with ids within any of these spans, first and last, ascending and apart from one another."""

    spans: tuple[tuple[int, int], ...]


class Constant(NamedTuple):
    """Every row, or none."""

    is_every: bool


class All(NamedTuple):
    """Rows that all of `parts` have."""

    parts: tuple[Expression, ...]


class Any(NamedTuple):
    """Rows that any of `parts` has."""

    parts: tuple[Expression, ...]


class Without(NamedTuple):
    """Rows that `part` does not have."""

    part: Expression


Expression = Terms | Rows | Constant | All | Any | Without

EVERYTHING: Final = Constant(True)
NOTHING: Final = Constant(False)


class Stretch(NamedTuple):
    """A span of row ids, and what full-text query finds the rows in it, in which index."""

    first: int
    last: int
    match: str
    table: str
    """record_search when only records can be found, else search."""


def both(parts: Iterable[Expression]) -> Expression:
    """All of `parts`, simplified."""
    kept = [part for part in parts if part != EVERYTHING]
    if NOTHING in kept:
        return NOTHING
    return All(tuple(kept)) if len(kept) > 1 else kept[0] if kept else EVERYTHING


def either(parts: Iterable[Expression]) -> Expression:
    """Any of `parts`, simplified."""
    kept = [part for part in parts if part != NOTHING]
    if EVERYTHING in kept:
        return EVERYTHING
    return Any(tuple(kept)) if len(kept) > 1 else kept[0] if kept else NOTHING


def without(part: Expression) -> Expression:
    """All but `part`, simplified."""
    if isinstance(part, Constant):
        return Constant(not part.is_every)
    return part.part if isinstance(part, Without) else Without(part)


def rows_within(spans: Iterable[tuple[int, int]]) -> Expression:
    """Rows with ids in any of `spans`."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(span for span in spans if span[0] <= span[1]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return Rows(tuple(merged)) if merged else NOTHING


def stretches(expression: Expression) -> Iterator[Stretch]:
    """The stretches that can hold rows, the highest ids first."""
    edges = sorted({0, *_edges(expression)})
    lasts = [edge - 1 for edge in edges[1:]] + [LAST_ROW]
    waiting: Stretch | None = None
    for first, last in reversed(list(zip(edges, lasts, strict=True))):
        rest = _at(expression, first)
        if rest == NOTHING:
            continue
        table = "record_search" if is_of_records(rest) else "search"
        match = EVERY_UNIT if rest == EVERYTHING else _match(rest, table)
        if waiting is not None and waiting.match == match and waiting.first == last + 1:
            waiting = waiting._replace(first=first)
            continue
        if waiting is not None:
            yield waiting
        waiting = Stretch(first, last, match, table)
    if waiting is not None:
        yield waiting


def ranges_of(expression: Expression) -> Iterator[Rows]:
    """Every range of row ids in the expression."""
    match expression:
        case Rows():
            yield expression
        case All(parts) | Any(parts):
            for part in parts:
                yield from ranges_of(part)
        case Without(part):
            yield from ranges_of(part)


def replaced(expression: Expression, by: Mapping[Rows, Expression]) -> Expression:
    """The expression with other ones in the place of some ranges, simplified."""
    match expression:
        case Rows():
            return by.get(expression, expression)
        case All(parts):
            return both(replaced(part, by) for part in parts)
        case Any(parts):
            return either(replaced(part, by) for part in parts)
        case Without(part):
            return without(replaced(part, by))
        case _:
            return expression


def _edges(expression: Expression) -> Iterator[int]:
    """The row ids at which some range begins, or the rows behind one."""
    for ranges in ranges_of(expression):
        for first, last in ranges.spans:
            yield first
            if last < LAST_ROW:
                yield last + 1


def _at(expression: Expression, row: int) -> Expression:
    """What remains of the expression in the stretch that begins at `row`."""
    match expression:
        case Rows(spans):
            at = bisect_right(spans, row, key=itemgetter(0)) - 1
            return Constant(at >= 0 and row <= spans[at][1])
        case All(parts):
            return both(_at(part, row) for part in parts)
        case Any(parts):
            return either(_at(part, row) for part in parts)
        case Without(part):
            return without(_at(part, row))
        case _:
            return expression


def is_of_records(expression: Expression) -> bool:
    """Whether only records can be found."""
    match expression:
        case Terms():
            return expression.is_of_records
        case All(parts):
            return any(is_of_records(part) for part in parts)
        case Any(parts):
            return all(is_of_records(part) for part in parts)
        case Without(part):
            return part == any_term("facets", ["kdsentence"])
        case _:
            return False


def _match(expression: Expression, table: str) -> str:
    """The FTS5 query of an expression of terms, for one of the two indexes."""
    match expression:
        case Terms(match, _, in_records):
            return in_records or match if table == "record_search" else match
        case Any(parts):
            return _joined(" OR ", [_match(part, table) for part in parts])
        case All(parts):
            wanted = [_match(part, table) for part in parts if not isinstance(part, Without)] or [EVERY_UNIT]
            unwanted = [_match(part.part, table) for part in parts if isinstance(part, Without)]
            found = _joined(" AND ", wanted)
            return f"({found} NOT {_joined(' OR ', unwanted)})" if unwanted else found
        case Without(part):
            return f"({EVERY_UNIT} NOT {_match(part, table)})"
        case _:
            raise TypeError(expression)


def _joined(operator: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def any_term(field: str, words: Collection[str]) -> Expression:
    """Rows with any of these index words, or words one behind the other, in a field: "facets", or "{words names}"."""
    if not words:
        return NOTHING
    if field == "facets":
        is_of_records = not any(word.startswith("pu") or word == "kdsentence" for word in words)
        return Terms(_any_of(field, words), is_of_records)
    single = [word for word in words if " " not in word]
    pairs = [" ".join(pairs_of(word.split())) for word in words if " " in word]
    parts = [_any_of(which, some) for which, some in ((field, single), ("pairs", pairs)) if some]
    return Terms(_any_of(field, words), in_records=_joined(" OR ", parts) if pairs else "")


def any_beginning(field: str, words: str) -> Expression:
    """Rows with these index words one behind the other, the last of which may go on."""
    pairs = pairs_of(words.split())
    return Terms(f'{field} : "{words}" *', in_records=f'pairs : "{" ".join(pairs)}" *' if pairs else "")


def _any_of(field: str, words: Collection[str]) -> str:
    quoted = [f'"{word}"' for word in words]
    return f"{field} : {quoted[0]}" if len(quoted) == 1 else f"{field} : ({' OR '.join(quoted)})"

"""Totals for people: a table a currency, what was left out, and what the texts themselves state as totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefing_tui.cli.cells import output_width, table_lines, wrapped
from briefing_tui.cli.thing_lines import flow_words, size_words, thing_lines
from briefing_tui.model import Actor
from briefing_tui.model.safe_text import safe_line
from briefing_tui.tallying.retellings import Thing
from briefing_tui.tallying.sizes import Size
from briefing_tui.tallying.stated import StatedTotal
from briefing_tui.tallying.tellings import Standing, Telling
from briefing_tui.tallying.totals import UNNAMED, Row, Tally, Totals
from briefing_tui.telling.wording import actor_brief_names, amount_words, code_words

_HEADINGS: Final[dict[Standing, str]] = {
    "undertaken": "given or bound to",
    "prospective": "expected or asked for",
    "called_off": "called off",
    "doubtful": "denied or doubtful",
}
_MOST_STATED: Final = 5
_MOST_LARGEST: Final = 3
_MOST_REPEATS: Final = 3


def totals_lines(added: Totals, query: str, most: int | None, *, each: bool = False) -> Iterator[str]:
    """The lines of `added`; at most `most` rows a table, with `each` the packages or items of every row."""
    room = output_width()
    if not added.rows:
        what = "items" if added.counts_items else "aid packages"
        yield f"No {what} found" + (f" by {safe_line(query)}." if query else ".")
        return
    yield _title(added, query)
    if added.counts_items:
        yield ""
        yield from _table(added, added.rows, None, most=most, room=room, each=each)
    else:
        for measure in added.measures:
            rows = [row for row in added.rows if row.measure == measure]
            whole = None if added.by == "publisher" else added.sum_of(measure)
            table = list(_table(added, rows, whole, most=most, room=room, each=each))
            if table:
                yield ""
                yield measure or "no amount stated"
                yield from table
                yield from _largest(rows, room)
    yield from _notes(added, room, each=each)
    if added.stated:
        yield ""
        yield from _stated_lines(added.stated, None if most is None else _MOST_STATED, room)


def _title(added: Totals, query: str) -> str:
    counted = sum(len(row.things) for row in added.rows)
    noun = "item" if added.counts_items else "package"
    told = (
        f"{_number(counted, noun)} told by {_number(added.tellings, 'record')}"
        if added.once
        else _number(added.tellings, "mention")
    )
    what = f"Items by {added.by}" if added.counts_items else f"Aid packages by {added.by}"
    return " · ".join(filter(None, [what, told, safe_line(query)]))


def _table(added: Totals, rows: Sequence[Row], whole: Row | None, *, most: int | None, room: int, each: bool) -> Iterator[str]:
    """A table of `rows` with `whole` as its last line; with `each` every package beneath its row."""
    standings: list[Standing] = [
        standing
        for standing in _HEADINGS
        if standing in ("undertaken", "prospective") or (added.by == "status" and standing == "called_off")
        if any(row.tallies[standing].things for row in rows)
    ]

    def cells(name: str, row: Row) -> list[str]:
        measured = added.counts_items
        return [name, *(_tally_words(row.tallies[s], row.measure, measured=measured) for s in standings), f"{row.documents:,}"]

    if not standings:
        return
    body = [row for row in rows if any(row.tallies[standing].things for standing in standings)]
    cut = body if most is None else body[:most]
    table = [[added.by, *(_HEADINGS[standing] for standing in standings), "briefings"]]
    table += [cells(_name(row, added), row) for row in cut]
    if whole is not None and len(body) > 1:
        table.append(cells("all", whole))
    heading, *lines = (f"  {line}" for line in table_lines(table, room - 2, right=frozenset({len(standings) + 1})))
    yield heading
    for line, row in zip(lines, cut, strict=False):
        yield line
        if each:
            for thing in row.things:
                yield from thing_lines(thing, room)
    if len(cut) < len(body):
        yield f"  … and {len(body) - len(cut):,} more; --all shows them"
    yield from lines[len(cut) :]


def _largest(rows: Sequence[Row], room: int) -> Iterator[str]:
    """The packages that weigh most: where one is misread, the sum is wrong."""
    sized = {id(thing): thing for row in rows for thing in row.tallies["undertaken"].things if thing.size is not None}
    if len(sized) <= _MOST_LARGEST:
        return
    most = sorted(sized.values(), key=lambda thing: -thing.size.high if thing.size else 0)[:_MOST_LARGEST]
    told = [
        f"{size_words(thing.size, thing.measure)} {flow_words(thing.donors, thing.recipients)} {safe_line(thing.spokesman.record)}"
        for thing in most
        if thing.size is not None
    ]
    yield from wrapped(f"largest: {'; '.join(told)}", room, first="  ", rest="    ")


def _name(row: Row, added: Totals) -> str:
    if not row.names:
        return UNNAMED.get(added.by, "none")
    if added.by in ("donor", "recipient"):
        actors = [Actor(code=code, name=name) for code, name in zip(row.codes, row.names, strict=True)]
        return actor_brief_names(actors) + (" jointly" if len(actors) > 1 else "")
    return safe_line(code_words(row.names[0]) if added.by in ("class", "status") else row.names[0])


def _tally_words(tally: Tally, measure: str | None, *, measured: bool) -> str:
    if not tally.things:
        return "–"
    parts = []
    size = tally.size
    if size is not None:
        unit = f" {code_words(measure)}{'' if size.low == size.high == 1 else 's'}" if measured and measure else ""
        parts.append(size_words(size, None if measured else measure, brief=True) + unit)
    if tally.without_figure:
        parts.append(f"some ({tally.without_figure})" if measured else _number(tally.without_figure, "package"))
    counted = len(tally.things) - tally.without_figure
    if counted and not measured:
        parts.append(f"({counted:,})")
    return (" + " if measured else " ").join(parts)


def _notes(added: Totals, room: int, *, each: bool) -> Iterator[str]:
    parts = {"component": ("part of a package", "parts of packages"), "cumulative": ("running total", "running totals")}
    left_out = [_number(count, *parts[scope]) for scope, count in added.left_out.items() if count]
    unadded: tuple[Standing, ...] = ("doubtful",) if added.by == "status" else ("called_off", "doubtful")
    for standing in unadded:
        count = sum(len(row.tallies[standing].things) for row in added.rows)
        if count:
            left_out.append(f"{count:,} {_HEADINGS[standing]}")
    if left_out:
        yield ""
        yield from wrapped(f"Not added: {', '.join(left_out)}.", room, rest="  ")
    if not added.counts_items:
        yield ""
        yield "(n) so many packages · ~ about · + or more · rounded to four digits; --json has all of it."
    elif any(tally.without_figure for row in added.rows for tally in row.tallies.values()):
        yield ""
        yield "some (n): told n times without a number · ~ about · + or more"
    if each:
        yield "* the day of publication: the text states no day of announcement"
    if added.repeats:
        yield ""
        extra = sum(len(group) - 1 for group in added.repeats)
        apart = f"more than {_number(added.days_apart, 'day')} apart"
        yield from wrapped(
            f"Look twice: {_number(len(added.repeats), 'figure')} came back {apart} and {'was' if len(added.repeats) == 1 else 'were'} "
            f"counted {extra:,} more {'time' if extra == 1 else 'times'}; --days-apart N takes mentions within N days for one.",
            room,
            rest="  ",
        )
        for group in added.repeats[:_MOST_REPEATS]:
            yield from wrapped(_repeat(group), room, first="  ", rest="    ")


def _repeat(group: Sequence[Thing]) -> str:
    days = ", ".join(thing.day or "undated" for thing in group[:4]) + (" …" if len(group) > 4 else "")
    first = group[0]
    figure = first.tellings[0].figures
    words = amount_words(figure[0], first.measure) if figure else ""
    return f"{words} {flow_words(first.donors, first.recipients)}: {days}"


def _stated_lines(stated: Sequence[StatedTotal], most: int | None, room: int) -> Iterator[str]:
    yield "Totals that texts state, beside the packages counted here"
    for one in stated[:most]:
        telling = one.telling
        since = f" since {safe_line(telling.since)}" if telling.since else ""
        others = f", the largest of {len(one.others) + 1:,} stated" if one.others else ""
        yield from wrapped(
            f"{flow_words(telling.donors, telling.recipients)}: {size_words(one.stated, telling.measure)}{since}{others} — {_place(telling)}",
            room,
            first="  ",
            rest="    ",
        )
        yield from wrapped(_comparison(one), room, first="    ", rest="    ")
    if most is not None and len(stated) > most:
        yield f"  … and {len(stated) - most:,} more; --all shows them"


def _comparison(one: StatedTotal) -> str:
    currency = one.telling.measure
    if one.computed is None:
        return "no package of this flow and time is counted here"
    told = f"{_number(len(one.things), 'package')} up to then: {size_words(one.computed, currency)}"
    above = one.computed.low - one.stated.high
    if above > 0:
        below = one.computed.high - one.stated.low
        words = size_words(Size(above, max(above, below), one.computed.is_open), currency)
        return f"{told}, {words} above {'that lower bound' if one.stated.is_open else 'what is stated'}"
    difference = one.difference
    if difference is None:
        return f"{told}; the difference cannot be told"
    if difference.low < 0:
        return f"{told}; stated and counted may agree"
    if not difference.high:
        return f"{told}, as stated"
    return f"{told}, {size_words(difference, currency)} less than stated"


def _place(telling: Telling) -> str:
    source = telling.source
    return ", ".join(
        filter(
            None,
            [
                safe_line(source.publisher or ""),
                source.published or "no date",
                f"{safe_line(telling.record)} in {safe_line(source.id)}",
            ],
        )
    )


def _number(count: int, noun: str, plural: str = "") -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"

"""Totals for other programs: one JSON object, or CSV. Every number leads to the records it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing_tui.exporting.csv_lines import csv_row
from briefing_tui.model import Actor
from briefing_tui.model.json_form import to_plain
from briefing_tui.tallying.retellings import Thing
from briefing_tui.tallying.sizes import Size
from briefing_tui.tallying.stated import StatedTotal
from briefing_tui.tallying.tellings import STANDINGS, Telling
from briefing_tui.tallying.totals import Row, Tally, Totals


def totals_object(added: Totals) -> dict[str, Any]:
    """All of `added` as JSON values."""
    return {
        "by": added.by,
        "counts": "items" if added.counts_items else "packages",
        "each_once": added.once,
        "days_apart": added.days_apart,
        "left_out": added.left_out,
        "rows": [_row(row, added) for row in added.rows],
        "stated": [_stated(stated) for stated in added.stated],
        "repeats": [[_thing(thing) for thing in group] for group in added.repeats],
    }


def totals_csv(added: Totals) -> Iterator[str]:
    """A header and a line for each row; the records' ids are in the last column."""
    measure = "unit" if added.counts_items else "currency"
    yield csv_row(
        [
            added.by,
            "codes",
            measure,
            *(
                f"{standing}_{part}"
                for standing in STANDINGS
                for part in ("count", "low", "high", "open", "about", "without_figure")
            ),
            "documents",
            "records",
        ]
    )
    for row in added.rows:
        cells: list[Any] = ["; ".join(row.names), "; ".join(row.codes), row.measure]
        for standing in STANDINGS:
            tally = row.tallies[standing]
            size = tally.size
            cells += [
                len(tally.things),
                size and size.low,
                size and size.high,
                bool(size and size.is_open),
                bool(size and size.is_about),
                tally.without_figure,
            ]
        yield csv_row([*cells, row.documents, " ".join(row.records)])


def _row(row: Row, added: Totals) -> dict[str, Any]:
    return {
        "names": list(row.names),
        "codes": list(row.codes),
        "jointly": added.by in ("donor", "recipient") and len(row.codes) > 1,
        "unit" if added.counts_items else "currency": row.measure,
        "documents": row.documents,
        **{standing: _tally(row.tallies[standing]) for standing in STANDINGS},
        "records": row.records,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "count": len(tally.things),
        "without_figure": tally.without_figure,
        **_size(tally.size),
        "things": [_thing(thing) for thing in tally.things],
    }


def _size(size: Size | None) -> dict[str, Any]:
    """`open`: it may be more than `high`; `about`: a text rounds."""
    if size is None:
        return {"low": None, "high": None, "open": False, "about": False}
    return {"low": to_plain(size.low), "high": to_plain(size.high), "open": size.is_open, "about": size.is_about}


def _thing(thing: Thing) -> dict[str, Any]:
    first = thing.tellings[0]
    return {
        **({"item": first.name, "class": first.item_class} if first.name else {}),
        **_size(thing.size),
        "donors": _codes(thing.donors),
        "recipients": _codes(thing.recipients),
        "day": thing.day,
        "day_is_stated": thing.is_day_stated,
        "status": thing.spokesman.status,
        "mechanism": thing.mechanism,
        "needs_review": thing.needs_review,
        "told_by": [_telling(telling) for telling in thing.tellings],
    }


def _telling(telling: Telling) -> dict[str, Any]:
    return {
        "record": telling.record,
        "briefing": telling.source.id,
        "number": telling.source.number,
        "publisher": telling.source.publisher,
        "published": telling.source.published,
        "modality": telling.modality,
        "status": telling.status,
        "words": telling.words,
    }


def _stated(stated: StatedTotal) -> dict[str, Any]:
    telling = stated.telling
    return {
        "donors": _codes(telling.donors),
        "recipients": _codes(telling.recipients),
        "currency": telling.measure,
        "since": telling.since,
        "until": telling.source.published,
        "stated": _size(stated.stated),
        "told_by": _telling(telling),
        "computed": {"count": len(stated.things), **_size(stated.computed)},
        "difference": _size(stated.difference),
        "records": [other.record for thing in stated.things for other in thing.tellings],
        "others": [{**_size(other.size), "since": other.since, "told_by": _telling(other)} for other in stated.others],
    }


def _codes(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.code for actor in actors]

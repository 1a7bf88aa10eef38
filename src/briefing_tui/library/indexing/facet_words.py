"""The filters a unit answers to, as words of the index: a two-letter code and the folded value ("stoppose", "acorgnato").

kd kind · ac any actor · dn donor · rc recipient · tg target · as assessor, or the source a record is attributed to · pe person ·
pl place · it item · cl class · st stance · an action · ss status · md modality · sc scope · mc mechanism · cu currency ·
dr direction · am, av amount, qm, qv quantity (amount_words.py) · dt date (date_words.py) · hs has · is is · pu publisher
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from briefing_tui.library.folding import joined, words_of
from briefing_tui.library.indexing.amount_words import exact_word, measure_words
from briefing_tui.library.indexing.date_words import UNKNOWN, date_words
from briefing_tui.library.indexing.entries import Measure
from briefing_tui.model import Actor, AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record

KINDS: Final = {
    "aid_package": "package",
    "aid_item": "item",
    "reaction": "reaction",
    "escalation_event": "event",
    "assessment": "assessment",
}
"""What a query calls the kinds of records."""
SENTENCE: Final = "kdsentence"


def publisher_word(publisher: str | None) -> str:
    """The facet word of a publisher, empty when none is known."""
    name = joined(publisher or "")
    return f"pu{name}" if name else ""


def record_facets(record: Record, publisher: str, decision: str | None = None) -> str:
    """The facet words of a record, separated by blanks, each once.

    Args:
        record: the record.
        publisher: the facet word of its document's publisher, or empty.
        decision: what a person decided of it: accepted, rejected, edited, or two of these with a blank between.
    """
    words = [f"kd{KINDS[record.kind]}", f"md{joined(record.modality)}", *_of_kind(record)]
    if record.attribution is not None:
        words.append("hsattribution")
        if record.attribution.source is not None:
            words.extend(_actors("as", [record.attribution.source]))
    if record.needs_review:
        words.append("isreview")
    words.extend(f"is{joined(word)}" for word in (decision or "").split())
    if publisher:
        words.append(publisher)
    return " ".join(dict.fromkeys(words))


def labels(records: Iterable[Record], publisher: str | None) -> tuple[tuple[str, str], ...]:
    """What facet words stand for, where folding has changed it: codes of actors, words of vocabularies, the publisher's name."""
    found: dict[str, str] = {}
    if publisher:
        found[publisher_word(publisher)] = " ".join(publisher.split())
    for record in records:
        for code, value in _folded_values(record):
            found[code + joined(value)] = value
    found.pop("", None)
    return tuple(found.items())


def measures(record: Record) -> Iterator[Measure]:
    """The amount and the quantity of a record, for comparisons finer than first digits."""
    match record:
        case AidPackage(amount=Decimal() as low, amount_high=high):
            yield _measure("amount", low, high, "av")
        case AidItem(quantity=Decimal() as low, quantity_high=high):
            yield _measure("quantity", low, high, "qv")
        case EscalationEvent(count=int() as count):
            yield _measure("quantity", Decimal(count), None, "qv")


def record_names(record: Record) -> str:
    """What a record's actors, persons and weapons are called, whatever its sentence calls them."""
    match record:
        case AidPackage() | AidItem():
            actors = [*record.donors, *record.recipients]
        case Reaction():
            actors = list(record.actors)
        case EscalationEvent():
            actors = [*record.actors, *record.targets]
        case Assessment():
            actors = [*([record.assessor] if record.assessor else ()), *record.about]
    names = [actor.name for actor in actors]
    if isinstance(record, AidItem) and record.designation:
        names.append(record.designation)
    if isinstance(record, Reaction) and record.person:
        names.append(record.person)
    if isinstance(record, EscalationEvent):
        names.extend(record.weapons)
    return " · ".join(dict.fromkeys(" ".join(name.split()) for name in names))


def _measure(field: str, low: Decimal, high: Decimal | None, code: str) -> Measure:
    most = low if high is None else max(low, high)
    return Measure(field, float(low), float(most), exact_word(low, most, code))


def _folded_values(record: Record) -> Iterator[tuple[str, str]]:
    for name, codes in (
        ("donors", ("ac", "dn")),
        ("recipients", ("ac", "rc")),
        ("actors", ("ac",)),
        ("targets", ("ac", "tg")),
        ("about", ("ac",)),
        ("assessor", ("ac", "as")),
    ):
        actors: Actor | Iterable[Actor] | None = getattr(record, name, None)
        for actor in (actors,) if isinstance(actors, Actor) else actors or ():
            for code in codes:
                yield code, actor.code
    if record.attribution is not None and record.attribution.source is not None:
        yield "as", record.attribution.source.code
    for name, code in (("item_class", "cl"), ("action", "an"), ("status", "ss"), ("direction", "dr"), ("currency", "cu")):
        value: str | None = getattr(record, name, None)
        if value:
            yield code, value


def _of_kind(record: Record) -> Iterator[str]:
    match record:
        case AidPackage():
            yield from _gift(record.donors, record.recipients, record.status)
            yield f"sc{joined(record.scope)}"
            yield from _dated(record.announced)
            if record.mechanism:
                yield f"mc{joined(record.mechanism)}"
            if record.currency:
                yield f"cu{joined(record.currency)}"
            if record.amount is not None:
                yield "hsamount"
                yield from _measured(record.amount, record.amount_high, "am", "av")
            if record.currency_inferred:
                yield "isinferred"
            if record.items:
                yield "hsitem"
        case AidItem():
            yield from _gift(record.donors, record.recipients, record.status)
            yield f"cl{joined(record.item_class)}"
            yield "hsitem"
            yield from _words("it", record.description)
            if record.designation:
                yield from _words("it", record.designation)
            if record.quantity is not None:
                yield "hsquantity"
                yield from _measured(record.quantity, record.quantity_high, "qm", "qv")
        case Reaction():
            yield from _actors("ac", record.actors)
            yield f"st{joined(record.stance)}"
            yield from _dated(record.date)
            if record.action:
                yield f"an{joined(record.action)}"
            if record.person:
                yield "hsperson"
                yield from _words("pe", record.person)
            if record.quote:
                yield "hsquote"
            if record.directness in ("direct", "mixed"):
                yield "isquoted"
            yield from _placed(record.place)
        case EscalationEvent():
            yield from _actors("ac", record.actors)
            yield from _actors("ac", record.targets)
            yield from _actors("tg", record.targets)
            yield f"an{joined(record.action)}"
            yield f"dr{joined(record.direction)}"
            yield from _dated(record.date)
            yield from _placed(record.place)
            if record.count is not None:
                yield "hsquantity"
                yield from _measured(Decimal(record.count), None, "qm", "qv")
            for weapon in record.weapons:
                yield from _words("it", weapon)
            if record.weapons:
                yield "hsitem"
        case Assessment():
            if record.assessor:
                yield from _actors("ac", [record.assessor])
                yield from _actors("as", [record.assessor])
            yield from _actors("ac", record.about)


def _measured(low: Decimal, high: Decimal | None, code: str, exact: str) -> Iterator[str]:
    most = low if high is None else max(low, high)
    yield from measure_words(low, most, code)
    yield exact_word(low, most, exact)


def _gift(donors: Iterable[Actor], recipients: Iterable[Actor], status: str) -> Iterator[str]:
    for code, actors in (("dn", donors), ("rc", recipients)):
        yield from _actors("ac", actors)
        yield from _actors(code, actors)
    yield f"ss{joined(status)}"


def _actors(code: str, actors: Iterable[Actor]) -> Iterator[str]:
    for actor in actors:
        name = joined(actor.code)
        if name:
            yield code + name


def _words(code: str, text: str) -> Iterator[str]:
    for word in words_of(text):
        yield code + word


def _dated(iso: str | None) -> Iterator[str]:
    if iso is None:
        yield UNKNOWN
        return
    words = date_words(iso)
    if words != [UNKNOWN]:
        yield "hsdate"
    yield from words


def _placed(place: str | None) -> Iterator[str]:
    if place:
        yield "hsplace"
        yield from _words("pl", place)

"""What a query means, by looking at every unit: slow, plain, and independent of the index."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from tests.searching.small_library import Unit

from briefing_tui.library.folding import words_of
from briefing_tui.model import AidItem, AidPackage, EscalationEvent, Reaction
from briefing_tui.searching.tree import And, Choice, Days, Filter, Name, Node, Not, Numbers, Or, Phrase, Unknown, Value, Word

KINDS = {AidPackage: "package", AidItem: "item", Reaction: "reaction", EscalationEvent: "event"}


def is_hit(unit: Unit, node: Node | None) -> bool:
    match node:
        case None:
            return True
        case And():
            return all(is_hit(unit, child) for child in node.children)
        case Or():
            return any(is_hit(unit, child) for child in node.children)
        case Not():
            return not is_hit(unit, node.child)
        case Word():
            return says(unit, words_of(node.text), node.is_prefix)
        case Phrase():
            return says(unit, words_of(" ".join(node.words)), node.is_prefix)
        case Filter():
            return any(has_value(unit, node.field, value) for value in node.values)


def says(unit: Unit, words: list[str], is_prefix: bool) -> bool:
    return any(holds(said, words, is_prefix) for said in (unit.words, *unit.names))


def holds(said: list[str], words: list[str], is_prefix: bool = False) -> bool:
    for at in range(len(said) - len(words) + 1):
        window = said[at : at + len(words)]
        if window == words or (is_prefix and window[:-1] == words[:-1] and window[-1].startswith(words[-1])):
            return True
    return False


def has_value(unit: Unit, field: str, value: Value) -> bool:
    record = unit.record
    match field, value:
        case "kind", Choice():
            return value.word == (KINDS[type(record)] if record else "sentence")
        case "published", Unknown():
            return unit.briefing.published is None
        case "published", Days():
            return unit.briefing.published is not None and within(date.fromisoformat(unit.briefing.published), value)
        case "publisher", Name():
            return unit.briefing.publisher == value.text
        case "title", Name():
            return holds(words_of(unit.briefing.title or ""), words_of(value.text))
    if record is None:
        return False
    match field, value:
        case "stance" | "action" | "currency", Choice():
            return getattr(record, field, None) == value.word
        case "class", Choice():
            return getattr(record, "item_class", None) == value.word
        case "is", Choice():
            return value.word == "review" and record.needs_review
        case "has", Choice():
            return getattr(record, value.word, None) is not None
        case "actor", Name():
            roles = ("donors", "recipients", "actors", "targets")
            return any(actor.name == value.text for role in roles for actor in getattr(record, role, ()))
        case "donor" | "recipient" | "target", Name():
            return any(actor.name == value.text for actor in getattr(record, f"{field}s", ()))
        case "place" | "person", Name():
            return set(words_of(value.text)) <= set(words_of(getattr(record, field, None) or ""))
        case "amount", Numbers():
            return isinstance(record, AidPackage) and meets(record.amount, record.amount_high, record.currency, value)
        case "quantity", Numbers():
            return isinstance(record, AidItem) and meets(record.quantity, None, None, value)
        case "date", Unknown():
            return not isinstance(record, AidItem) and own_date(unit) is None
        case "date", Days():
            iso = own_date(unit)
            return iso is not None and overlaps(iso, value)
    raise AssertionError((field, value))


def own_date(unit: Unit) -> str | None:
    return getattr(unit.record, "announced", None) or getattr(unit.record, "date", None)


def within(day: date, asked: Days) -> bool:
    return (asked.first is None or asked.first <= day) and (asked.last is None or day <= asked.last)


def overlaps(iso: str, asked: Days) -> bool:
    begin, _, end = iso.partition("/")
    first, last = first_day(begin), last_day(end or begin)
    return (asked.first is None or asked.first <= last) and (asked.last is None or first <= asked.last)


def first_day(iso: str) -> date:
    return date.fromisoformat(iso + "-01-01"[3 * (len(iso) // 3 - 1) :] if len(iso) < 10 else iso)


def last_day(iso: str) -> date:
    if len(iso) == 4:
        return date(int(iso), 12, 31)
    if len(iso) == 7:
        return date(int(iso[:4]), int(iso[5:]), monthrange(int(iso[:4]), int(iso[5:]))[1])
    return date.fromisoformat(iso)


def meets(low: Decimal | None, high: Decimal | None, currency: str | None, asked: Numbers) -> bool:
    if low is None or (asked.currency is not None and asked.currency != currency):
        return False
    most = low if high is None else high
    above = asked.low is None or (most >= asked.low if asked.includes_low else most > asked.low)
    return above and (asked.high is None or (low <= asked.high if asked.includes_high else low < asked.high))

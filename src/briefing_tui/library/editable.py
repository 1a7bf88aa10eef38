"""The fields of a record that a person may set, and what they write read into plain values."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from briefing_tui.library.day_spans import DATED, read_span
from briefing_tui.library.errors import LibraryError
from briefing_tui.model import Actor, AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record

NONE_WORDS: Final = ("", "none", "null")
"""What stands for nothing."""
LONGEST: Final = 2000
"""Characters of a value."""

_NOT_SET: Final = frozenset(("id", "kind", "evidence", "items", "parent", "package", "confidence", "needs_review", "attribution"))
"""What is not for a person to set: ids, references, and what follows from the rest."""
_SUFFIXES: Final = {
    "": 0,
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "million": 6,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "tn": 12,
    "trillion": 12,
}
_NUMBER: Final = re.compile(r"(\d+(?:[,_ ]\d{3})*(?:\.\d+)?)\s*([a-z]*)")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")

Form = Literal["choice", "actors", "actor", "words", "number", "count", "flag", "currency", "date", "text"]
Plain = str | int | float | bool | list[Any] | dict[str, Any] | None


class CorrectionError(LibraryError):
    """A correction cannot be made as it was written. The message names field or record and says what can be written."""


@dataclass(frozen=True, slots=True)
class EditableField:
    """A field a person may set: `choices` are its words when they are closed; `is_optional` when it may be nothing."""

    name: str
    form: Form
    choices: tuple[str, ...] = ()
    is_optional: bool = False


def editable_fields(kind: type[Any]) -> Mapping[str, EditableField]:
    """The fields of a kind of record that a person may set, by name."""
    hints = get_type_hints(kind, localns={"ConfigDict": dict})
    found: dict[str, EditableField] = {}
    for name, hint in hints.items():
        if name in _NOT_SET or name in DATED.values() or name.startswith("__"):
            continue
        members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
        some = next(member for member in members if member is not type(None))
        form = _form(name, some)
        if form is not None:
            choices = get_args(some) if form == "choice" else ()
            is_list = form in ("actors", "words")
            found[name] = EditableField(name, form, choices, is_optional=is_list or type(None) in members)
    return found


def field_of(record: Record, name: str) -> EditableField:
    """The field `name` of a record.

    Raises:
        CorrectionError: when a record of its kind has no such field for a person to set.
    """
    known = editable_fields(type(record))
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    raise CorrectionError(f"{_article(record.kind)} has no field {name!r} to set; {hint}")


def read_value(field: EditableField, written: str, find_actor: Callable[[str], Actor]) -> Plain:
    """The plain JSON value that a person has `written` for a field. `find_actor` gives the actor of a code or name.

    Numbers may be written 275000000, 275,000,000 or 275m; dates YYYY-MM-DD, YYYY-MM, YYYY or two with a slash between;
    lists with commas, or semicolons where a name has a comma; nothing as “none”.

    Raises:
        CorrectionError: when it is not of the field's form.
    """
    text = " ".join(written.split())
    if len(text) > LONGEST:
        raise CorrectionError(f"{field.name}: more than {LONGEST:,} characters")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise CorrectionError(f"{field.name}: {written!r} holds what is no character") from None
    if text.lower() in NONE_WORDS:
        if not field.is_optional:
            raise CorrectionError(f"{field.name} cannot be nothing{_told_choices(field)}")
        return [] if field.form in ("actors", "words") else None
    return _READERS[field.form](field, text, find_actor)


def _form(name: str, hint: Any) -> Form | None:
    if get_origin(hint) is Literal:
        return "choice"
    if get_origin(hint) is tuple:
        return {Actor: "actors", str: "words"}.get(get_args(hint)[0])  # type: ignore[return-value]
    if name in DATED:
        return "date"
    if name == "currency":
        return "currency"
    forms: dict[Any, Form] = {Actor: "actor", Decimal: "number", int: "count", bool: "flag", str: "text"}
    return forms.get(hint)


def _choice(field: EditableField, text: str, _: object) -> Plain:
    word = text.lower().replace("-", "_").replace(" ", "_")
    if word not in field.choices:
        near = get_close_matches(word, field.choices, n=1)
        hint = f"; did you mean {near[0]}?" if near else _told_choices(field)
        raise CorrectionError(f"{field.name}: {text!r} is no {field.name}{hint}")
    return word


def _actors(_: EditableField, text: str, find_actor: Callable[[str], Actor]) -> Plain:
    found = [find_actor(name) for name in _parts(text)]
    return [_plain_actor(actor) for actor in dict.fromkeys(found)]


def _actor(_: EditableField, text: str, find_actor: Callable[[str], Actor]) -> Plain:
    return _plain_actor(find_actor(text))


def _plain_actor(actor: Actor) -> dict[str, Any]:
    return {"code": actor.code, "name": actor.name, "via": actor.via}


def _words(_: EditableField, text: str, __: object) -> Plain:
    return list(dict.fromkeys(_parts(text)))


def _number(field: EditableField, text: str, _: object) -> Plain:
    match = _NUMBER.fullmatch(text.lower())
    if match is None or match[2] not in _SUFFIXES:
        raise CorrectionError(f"{field.name}: {text!r} is no number; write it like 275000000, 275,000,000 or 275m")
    try:
        value = Decimal(re.sub(r"[,_ ]", "", match[1])).scaleb(_SUFFIXES[match[2]])
    except InvalidOperation:
        raise CorrectionError(f"{field.name}: {text!r} has too many digits") from None
    if value >= Decimal(10) ** 18:
        raise CorrectionError(f"{field.name}: {text!r} is too large")
    return int(value) if value == value.to_integral_value() else float(value)


def _count(field: EditableField, text: str, find_actor: Callable[[str], Actor]) -> Plain:
    value = _number(field, text, find_actor)
    if not isinstance(value, int):
        raise CorrectionError(f"{field.name}: {text!r} is no whole number")
    return value


def _flag(field: EditableField, text: str, _: object) -> Plain:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if text.lower() not in known:
        raise CorrectionError(f"{field.name}: {text!r} is neither yes nor no")
    return known[text.lower()]


def _currency(field: EditableField, text: str, _: object) -> Plain:
    if _CURRENCY.fullmatch(text.upper()) is None:
        raise CorrectionError(f"{field.name}: {text!r} is no currency; write its code (ISO 4217), such as USD or EUR")
    return text.upper()


def _date(field: EditableField, text: str, _: object) -> Plain:
    try:
        first, last, precision = read_span(text)
    except ValueError as error:
        how = "write YYYY-MM-DD, YYYY-MM, YYYY, or two of them with a slash between"
        raise CorrectionError(f"{field.name}: {text!r} is no date ({error}); {how}") from None
    return f"{first}/{last}" if precision == "interval" else text


def _text(_: EditableField, text: str, __: object) -> Plain:
    return text


_READERS: Final[Mapping[Form, Callable[[EditableField, str, Callable[[str], Actor]], Plain]]] = {
    "choice": _choice,
    "actors": _actors,
    "actor": _actor,
    "words": _words,
    "number": _number,
    "count": _count,
    "flag": _flag,
    "currency": _currency,
    "date": _date,
    "text": _text,
}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";" if ";" in text else ",") if part.strip()]


def _told_choices(field: EditableField) -> str:
    return f"; there are {', '.join(field.choices)}" if field.choices else ""


def _article(kind: str) -> str:
    words = kind.replace("_", " ")
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


KINDS: Final[Mapping[str, type[Record]]] = {
    "aid_package": AidPackage,
    "aid_item": AidItem,
    "reaction": Reaction,
    "escalation_event": EscalationEvent,
    "assessment": Assessment,
}
"""The kinds of records by name."""

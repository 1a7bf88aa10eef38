"""The JSON form back into contract objects, strictly and without pydantic.

`briefing_tui.model.contract` does the same with pydantic, for programs that want its errors; this module is for the
command line, which has to start at once.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_Made = TypeVar("_Made")
_Reader = Callable[[Any, str], Any]


class FormError(ValueError):
    """A JSON value is not of the contract's form. The message names the place in it, `records[3].evidence[0].start`."""


def from_plain(kind: type[_Made], value: Any, place: str = "") -> _Made:
    """The `kind` (a contract class) that `value`, as parsed from JSON, describes.

    Raises:
        FormError: at the first missing, unknown or mistyped field.
    """
    return kind(**fields_from_plain(kind, value, place))


def fields_from_plain(kind: type, value: Any, place: str = "") -> dict[str, Any]:
    """The fields of `kind` that `value` states, converted, without making the object; raises like `from_plain`."""
    if not isinstance(value, Mapping):
        raise _wrong(place, "an object", value)
    readers, required = _readers(kind)
    for name in required:
        if name not in value:
            raise FormError(f"{_at(place)}the field {name!r} is missing")
    made: dict[str, Any] = {}
    for name, part in value.items():
        reader = readers.get(name)
        if reader is None:
            raise FormError(f"{_at(place)}there is no field {name!r}")
        made[name] = reader(part, f"{place}.{name}" if place else name)
    return made


@cache
def _readers(kind: type) -> tuple[dict[str, _Reader], tuple[str, ...]]:
    hints = get_type_hints(kind, localns={"ConfigDict": dict}, include_extras=True)
    own = fields(kind)
    required = tuple(field.name for field in own if field.default is MISSING and field.default_factory is MISSING)
    return {field.name: _reader(hints[field.name]) for field in own}, required


def _reader(annotation: Any) -> _Reader:
    origin = get_origin(annotation)
    if origin is Annotated or origin is ClassVar:
        return _reader(get_args(annotation)[0])
    if origin is Literal:
        return _choice(get_args(annotation))
    if origin is tuple:
        return _array(_reader(get_args(annotation)[0]))
    if origin in (Union, types.UnionType):
        return _union(get_args(annotation))
    if isinstance(annotation, type) and is_dataclass(annotation):
        return lambda value, place: from_plain(annotation, value, place)
    return _SCALARS[annotation]


def _union(members: tuple[Any, ...]) -> _Reader:
    some = [member for member in members if member is not type(None)]
    if len(some) == 1:
        inner = _reader(some[0])
        return lambda value, place: None if value is None else inner(value, place)
    kinds = {get_args(get_type_hints(kind, localns={"ConfigDict": dict})["kind"])[0]: _reader(kind) for kind in some}

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, Mapping):
            raise _wrong(place, "an object", value)
        reader = kinds.get(value.get("kind"))
        if reader is None:
            raise FormError(f"{_at(place)}the kind {value.get('kind')!r} is none of {', '.join(kinds)}")
        return reader(value, place)

    return read


def _choice(words: tuple[Any, ...]) -> _Reader:
    allowed = frozenset(words)

    def read(value: Any, place: str) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise _wrong(place, f"one of {', '.join(words)}", value)
        return value

    return read


def _array(inner: _Reader) -> _Reader:
    def read(value: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _wrong(place, "an array", value)
        return tuple(inner(part, f"{place}[{index}]") for index, part in enumerate(value))

    return read


def _scalar(name: str, *allowed: type, make: Callable[[Any], Any] | None = None) -> _Reader:
    def read(value: Any, place: str) -> Any:
        if type(value) not in allowed:  # exactly: True is not a number here
            raise _wrong(place, name, value)
        return make(value) if make else value

    return read


_SCALARS: dict[Any, _Reader] = {
    str: _scalar("a string", str),
    int: _scalar("a whole number", int),
    float: _scalar("a number", int, float),
    bool: _scalar("true or false", bool),
    Decimal: _scalar("a number", int, float, make=lambda value: Decimal(str(value))),
}


def _wrong(place: str, wanted: str, value: Any) -> FormError:
    shown = repr(value)
    return FormError(f"{_at(place)}should be {wanted}, not {shown if len(shown) <= 40 else shown[:39] + '…'}")


def _at(place: str) -> str:
    return f"{place}: " if place else ""

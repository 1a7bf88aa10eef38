"""What a query says, as a tree: words, phrases and filters under and, or and not.

Two nodes are equal when they ask for the same; where they stand in the query (`span`, half-open, in code points of its text)
does not count. The classes are written by hand because `dataclasses` alone would take longer to import than a search takes.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, Literal

Span = tuple[int, int]
Sort = Literal["date", "relevance"]
NOWHERE: Final[Span] = (0, 0)
"""The span of what was made by a program and not read from a text."""


class Fixed:
    """A value whose attributes are set once and never change; equal to its like in everything but `span`."""

    __slots__: tuple[str, ...] = ()

    def __setattr__(self, name: str, value: object) -> None:
        if hasattr(self, name):
            raise AttributeError(f"{type(self).__name__}.{name} never changes")
        object.__setattr__(self, name, value)

    def parts(self) -> tuple[object, ...]:
        """What makes it equal to another of its class."""
        return tuple(getattr(self, name) for name in self.__slots__ if name != "span")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Fixed) and other.parts() == self.parts()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.parts()))

    def __repr__(self) -> str:
        told = (f"{name}={getattr(self, name)!r}" for name in self.__slots__ if name != "span")
        return f"{type(self).__name__}({', '.join(told)})"


class Name(Fixed):
    """The name, code or words a filter asks for, with single spaces; `is_prefix`: whatever begins so."""

    __slots__ = ("is_prefix", "text")

    def __init__(self, text: str, is_prefix: bool = False) -> None:
        self.text = text
        self.is_prefix = is_prefix


class Choice(Fixed):
    """One word of a closed vocabulary, as records spell it: "oppose", "air_defence", "USD"."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        self.word = word


class Days(Fixed):
    """Days from `first` to `last`, both of them included; None where that end is open."""

    __slots__ = ("first", "last")

    def __init__(self, first: date | None, last: date | None) -> None:
        self.first = first
        self.last = last


class Numbers(Fixed):
    """Numbers from `low` to `high`, None where that end is open. `currency` is ISO 4217, or None for any (and for no) currency."""

    __slots__ = ("currency", "high", "includes_high", "includes_low", "low")

    def __init__(
        self,
        low: Decimal | None,
        high: Decimal | None,
        *,
        includes_low: bool = True,
        includes_high: bool = True,
        currency: str | None = None,
    ) -> None:
        self.low = low
        self.high = high
        self.includes_low = includes_low
        self.includes_high = includes_high
        self.currency = currency


class Unknown(Fixed):
    """That which the text does not tell: `date:unknown`."""

    __slots__ = ()


Value = Name | Choice | Days | Numbers | Unknown


class Word(Fixed):
    """A bare word as typed; it may hold several index terms ("anti-armor") or none ("-")."""

    __slots__ = ("is_prefix", "span", "text")

    def __init__(self, text: str, is_prefix: bool = False, span: Span = NOWHERE) -> None:
        self.text = text
        self.is_prefix = is_prefix
        self.span = span


class Phrase(Fixed):
    """Words that follow one another, as typed between quotation marks; `is_prefix`: the last one is the beginning of a word."""

    __slots__ = ("is_prefix", "span", "words")

    def __init__(self, words: tuple[str, ...], is_prefix: bool = False, span: Span = NOWHERE) -> None:
        self.words = words
        self.is_prefix = is_prefix
        self.span = span


class Filter(Fixed):
    """Any one of `values` in `field`, a field's own name: `source:` is "publisher", `after:` and `before:` are "published"."""

    __slots__ = ("field", "span", "values")

    def __init__(self, field: str, values: tuple[Value, ...], span: Span = NOWHERE) -> None:
        self.field = field
        self.values = values
        self.span = span


class Not(Fixed):
    """Whatever `child` does not match."""

    __slots__ = ("child", "span")

    def __init__(self, child: Node, span: Span = NOWHERE) -> None:
        self.child = child
        self.span = span


class And(Fixed):
    """All of `children`, two or more, none of them an `And`."""

    __slots__ = ("children", "span")

    def __init__(self, children: tuple[Node, ...], span: Span = NOWHERE) -> None:
        self.children = children
        self.span = span


class Or(Fixed):
    """Any of `children`, two or more, none of them an `Or`."""

    __slots__ = ("children", "span")

    def __init__(self, children: tuple[Node, ...], span: Span = NOWHERE) -> None:
        self.children = children
        self.span = span


Node = Word | Phrase | Filter | Not | And | Or


class Query(Fixed):
    """A query that was read. `tree` None asks for everything; `notes` say what was guessed or left out while it is being typed."""

    __slots__ = ("notes", "sort", "text", "tree")

    def __init__(self, tree: Node | None, sort: Sort = "date", text: str = "", notes: tuple[str, ...] = ()) -> None:
        self.tree = tree
        self.sort: Sort = sort
        self.text = text
        self.notes = notes


def all_of(children: list[Node]) -> Node | None:
    """`children` joined by and, in its simplest form: flat, each once, alone if it is the only one, None if there is none."""
    flat = _flat(children, And)
    return _span_over(And, flat)


def any_of(children: list[Node]) -> Node | None:
    """`children` joined by or, in its simplest form."""
    flat = _flat(children, Or)
    return _span_over(Or, flat)


def none_of(child: Node, start: int) -> Node:
    """The opposite of `child`; the opposite of an opposite is the thing itself."""
    return child.child if isinstance(child, Not) else Not(child, (start, child.span[1]))


def _flat(children: list[Node], of: type[And | Or]) -> tuple[Node, ...]:
    every: list[Node] = []
    for child in children:
        every.extend(child.children if isinstance(child, of) else (child,))
    return tuple(dict.fromkeys(every))


def _span_over(of: type[And | Or], children: tuple[Node, ...]) -> Node | None:
    if len(children) < 2:
        return children[0] if children else None
    return of(children, (min(child.span[0] for child in children), max(child.span[1] for child in children)))

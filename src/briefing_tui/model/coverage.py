"""What of a document no record speaks for: the honest remainder, so that silence is never mistaken for absence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from briefing_tui.model.strictness import STRICT

if TYPE_CHECKING:
    from pydantic import ConfigDict

LeftoverKind = Literal["amount", "number", "quotation", "list_item"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """An amount of money, a number, a quoted passage or an item of a list that no record used: `text[start:end] == exact`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: LeftoverKind
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a document its records speak for.

    `sentences` counts all sentences, headings among them; `used` those that evidence of any record lies in; `not_read` those of
    boilerplate, in which nothing is looked for. `leftovers` are in text order, none from boilerplate.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    sentences: int
    used: int
    not_read: int
    leftovers: tuple[Leftover, ...] = ()

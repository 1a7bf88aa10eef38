"""Values read from a text: spans of evidence, money, quantities, dates, actors.

Offsets count Unicode code points, half-open, into `Document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from briefing_tui.model.strictness import STRICT
from briefing_tui.model.vocabulary import ActorVia, Bound, DateAnchor, DatePrecision, Directness, EvidenceRole

if TYPE_CHECKING:
    from pydantic import ConfigDict

CONTEXT_CHARS = 32
"""How many code points of context an `Evidence` keeps on each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact characters of the source that a field was read from.

    A W3C Web Annotation TextPositionSelector (`start`, `end`) together with a
    TextQuoteSelector (`exact`, `prefix`, `suffix`): `text[start:end] == exact`.
    `rule` names the extraction rule that read it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    role: EvidenceRole
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount of money as the text states it, never converted.

    `currency` is ISO 4217; `currency_inferred` marks a bare "$" read by its donor.
    `start` and `end` cover the whole expression with its bound ("more than $1 billion").
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    amount: Decimal
    amount_high: Decimal | None = None
    currency: str
    bound: Bound = "exact"
    currency_inferred: bool = False
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count or measure. `value` is None where the text only says "dozens"; `unit` is the measure's name ("rounds", "mm", "km") or None for things counted."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    value: Decimal | None
    high: Decimal | None = None
    bound: Bound = "exact"
    unit: str | None = None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A closed interval of days with the precision it was stated in and the anchor it was resolved against.

    `first` and `last` are ISO 8601 days, both None while `precision` is "unknown".
    `iso` is the shortest exact form: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `first/last`; None when unresolved.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    iso: str | None
    first: str | None = None
    last: str | None = None
    precision: DatePrecision
    anchor: DateAnchor
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: an ISO 3166-1 alpha-3 code for a state and its organs, else `org:NAME` or `group:WORDS`.

    `name` is the canonical name or the text's own words for a group; `via` says how the text named it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    code: str
    name: str
    via: ActorVia = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who vouches for a record, by which words, and whether that source is a party to the matter (None: not known)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    source: Actor | None = None
    cue: str | None = None
    directness: Directness = "indirect"
    interested: bool | None = None

"""What a briefing says: packages, items, reactions, events, assessments, each tied to its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from briefing_tui.model.strictness import STRICT
from briefing_tui.model.values import Actor, Attribution, DateValue, Evidence, Money
from briefing_tui.model.vocabulary import (
    AidStatus,
    Bound,
    Direction,
    Directness,
    EventAction,
    ItemClass,
    Mechanism,
    Modality,
    ReactionAction,
    Scope,
    Stance,
)

if TYPE_CHECKING:
    from pydantic import ConfigDict


@dataclass(frozen=True, slots=True, kw_only=True)
class AidPackage:
    """A unit of assistance as a whole: military, financial or humanitarian, with or without an amount.

    `amount` is in units of `currency` (ISO 4217) and belongs to this package alone; `converted` holds the text's own
    conversions ("(€272 million)"). `parent` is the package a component belongs to; `items` are ids of `AidItem`.
    `announced` and `since` are ISO dates (see `DateValue.iso`), `announced_date` and `since_date` how they were resolved.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: Literal["aid_package"] = "aid_package"
    scope: Scope = "package"
    donors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    amount: Decimal | None = None
    amount_high: Decimal | None = None
    currency: str | None = None
    currency_inferred: bool = False
    converted: tuple[Money, ...] = ()
    bound: Bound = "exact"
    mechanism: Mechanism | None = None
    tranche: int | None = None
    status: AidStatus = "announced"
    announced: str | None = None
    announced_date: DateValue | None = None
    since: str | None = None
    since_date: DateValue | None = None
    parent: str | None = None
    items: tuple[str, ...] = ()
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    confidence: float = 0.8
    needs_review: bool = False
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AidItem:
    """One thing given, promised, requested or procured for a recipient, named as the text names it.

    `designation` is the lexicon's canonical system name ("HIMARS"); `package` the id of the `AidPackage` it belongs to.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: Literal["aid_item"] = "aid_item"
    description: str
    designation: str | None = None
    item_class: ItemClass = "other"
    quantity: Decimal | None = None
    quantity_high: Decimal | None = None
    bound: Bound = "exact"
    unit: str | None = None
    package: str | None = None
    donors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    status: AidStatus = "announced"
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    confidence: float = 0.8
    needs_review: bool = False
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """Someone takes a position (`action` None) or a diplomatic step about something that happened or may happen.

    `quote` is the quoted words without their marks. `toward` is what the stance is about, in the text's words.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: Literal["reaction"] = "reaction"
    actors: tuple[Actor, ...] = ()
    person: str | None = None
    role: str | None = None
    stance: Stance = "neutral"
    action: ReactionAction | None = None
    directness: Directness = "indirect"
    quote: str | None = None
    toward: str | None = None
    date: str | None = None
    date_value: DateValue | None = None
    place: str | None = None
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    confidence: float = 0.8
    needs_review: bool = False
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationEvent:
    """Something done, or threatened, that raises or lowers the level of the conflict.

    `targets` are the states or organisations hit; `place` is the most specific named place as written.
    `count` is the number of weapons, strikes or things the event names; casualties are people.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: Literal["escalation_event"] = "escalation_event"
    action: EventAction = "other"
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    weapons: tuple[str, ...] = ()
    count: int | None = None
    killed: int | None = None
    injured: int | None = None
    place: str | None = None
    date: str | None = None
    date_value: DateValue | None = None
    direction: Direction = "escalation"
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    confidence: float = 0.8
    needs_review: bool = False
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """An attributed analytic claim ("according to the Institute for the Study of War …"); after schema.org's Claim."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: Literal["assessment"] = "assessment"
    assessor: Actor | None = None
    content: str
    about: tuple[Actor, ...] = ()
    modality: Modality = "asserted"
    attribution: Attribution | None = None
    confidence: float = 0.8
    needs_review: bool = False
    evidence: tuple[Evidence, ...]


Record = AidPackage | AidItem | Reaction | EscalationEvent | Assessment

RECORD_CLASSES: Final[Mapping[str, type[Record]]] = {
    "aid_package": AidPackage,
    "aid_item": AidItem,
    "reaction": Reaction,
    "escalation_event": EscalationEvent,
    "assessment": Assessment,
}
"""The class of each kind of record."""

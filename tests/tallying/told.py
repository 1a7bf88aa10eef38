"""Records and their documents, made with only what a test is about."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefing_tui.model import Actor, AidItem, AidPackage, EscalationEvent, Evidence, Reaction, Record

NAMES = {"USA": "United States", "GBR": "United Kingdom", "UKR": "Ukraine", "NOR": "Norway", "RUS": "Russia"}


@dataclass(frozen=True)
class Paper:
    """What is known of a document."""

    number: int
    id: str = ""
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def paper(number: int, published: str | None = "2024-11-20", publisher: str | None = None) -> Paper:
    return Paper(number, f"doc-{number}", f"Paper {number}", publisher, published)


def actors(codes: str) -> tuple[Actor, ...]:
    return tuple(Actor(code=code, name=NAMES.get(code, code)) for code in codes.split())


def trigger(words: str) -> tuple[Evidence, ...]:
    return (Evidence(role="trigger", start=0, end=len(words), exact=words, rule="by-hand"),)


def package(amount: float | None, currency: str = "USD", *, give: str = "USA", to: str = "UKR", **more: Any) -> AidPackage:
    words = more.pop("words", f"{currency} {amount} package" if amount is not None else "a new package")
    return AidPackage(
        id=more.pop("id", "p:1"),
        donors=actors(give),
        recipients=actors(to),
        amount=None if amount is None else Decimal(str(amount)),
        currency=None if amount is None else currency,
        amount_high=None if (high := more.pop("high", None)) is None else Decimal(str(high)),
        evidence=trigger(words),
        **more,
    )


def item(description: str, quantity: float | None = None, *, give: str = "USA", to: str = "UKR", **more: Any) -> AidItem:
    return AidItem(
        id=more.pop("id", "i:1"),
        description=description,
        quantity=None if quantity is None else Decimal(str(quantity)),
        donors=actors(give),
        recipients=actors(to),
        evidence=trigger(description),
        **more,
    )


def reaction(words: str, who: str = "NOR", **more: Any) -> Reaction:
    return Reaction(id=more.pop("id", "r:1"), actors=actors(who), evidence=trigger(words), **more)


def event(action: Any, who: str = "RUS", whom: str = "UKR", **more: Any) -> EscalationEvent:
    return EscalationEvent(
        id=more.pop("id", "e:1"), action=action, actors=actors(who), targets=actors(whom), evidence=trigger(action), **more
    )


def pairs(*told: tuple[Paper, Record]) -> list[tuple[Paper, Record]]:
    return list(told)

"""Proposals to records: what a proposal quotes is looked up in the text, and every value is read there again by our own rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar, cast

from briefing_tui.engines.proposals import Proposal
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.quotes import Quotes
from briefing_tui.model import (
    Actor,
    AidItem,
    AidPackage,
    Assessment,
    Attribution,
    DateValue,
    EscalationEvent,
    Evidence,
    Money,
    Quantity,
    Reaction,
    Record,
)
from briefing_tui.model.vocabulary import Directness, EventAction, EvidenceRole, ReactionAction

Dropped = Literal[
    "not of the form of a proposal",
    "quote not in the text",
    "quote runs over several paragraphs",
    "number not in the text",
    "date not in the text",
    "actor not in the text",
    "place not in the text",
    "spoken words not in the text",
    "already read",
]
"""Why a proposal did not become a record."""

CONFIDENCE: Final = 0.5
"""Of every record an engine proposed, whatever the engine thinks of it: a person should look."""
_SENTENCE_LONG: Final = 6
"""Quoted words from which a speaker is cited directly and not only with some words of hers."""
_Value = TypeVar("_Value", Money, Quantity, DateValue)


class DroppedError(Exception):
    """A proposal is not grounded in the text."""

    def __init__(self, reason: Dropped) -> None:
        super().__init__(reason)
        self.reason: Dropped = reason


def ground(proposal: Proposal, reading: Reading, quotes: Quotes, rule: str) -> Record:
    """The record that `proposal` becomes; `rule` is the name its evidence gets.

    Raises:
        DroppedError: when anything it quotes is not there.
    """
    return _Grounding(proposal, reading, quotes, rule).record()


@dataclass(frozen=True, slots=True)
class _Named:
    """Actors with the words that name them."""

    start: int
    end: int
    actors: tuple[Actor, ...]


class _Grounding:
    """One proposal against one reading."""

    def __init__(self, proposal: Proposal, reading: Reading, quotes: Quotes, rule: str) -> None:
        self._proposal = proposal
        self._reading = reading
        self._quotes = quotes
        self._rule = rule
        self._start, self._end = self._quoted()
        self._passages = self._around()
        self._evidence: list[Evidence] = [self._span("trigger", self._start, self._end)]

    def record(self) -> Record:
        if self._proposal.kind == "aid_package":
            return self._package()
        if self._proposal.kind == "aid_item":
            return self._item()
        if self._proposal.kind == "reaction":
            return self._reaction()
        if self._proposal.kind == "escalation_event":
            return self._event()
        return self._assessment()

    def _package(self) -> AidPackage:
        proposal = self._proposal
        money = self._number([money for passage in self._passages for money in passage.money], "amount")
        date = self._date()
        return AidPackage(
            id=self._id(),
            scope=proposal.scope,
            donors=self._actors(proposal.actors, "donor"),
            recipients=self._actors(proposal.targets, "recipient"),
            amount=None if money is None else money.amount,
            amount_high=None if money is None else money.amount_high,
            currency=None if money is None else money.currency,
            currency_inferred=money is not None and money.currency_inferred,
            bound="exact" if money is None else money.bound,
            mechanism=proposal.mechanism,
            status=proposal.status,
            announced=None if date is None else date.iso,
            announced_date=date,
            modality=proposal.modality,
            confidence=CONFIDENCE,
            needs_review=True,
            evidence=tuple(self._evidence),
        )

    def _item(self) -> AidItem:
        proposal = self._proposal
        quantity = self._number([count for passage in self._passages for count in passage.quantities], "quantity")
        return AidItem(
            id=self._id(),
            description=" ".join(self._reading.text[self._start : self._end].split()),
            item_class=proposal.item_class,
            quantity=None if quantity is None else quantity.value,
            quantity_high=None if quantity is None else quantity.high,
            bound="exact" if quantity is None else quantity.bound,
            unit=None if quantity is None else quantity.unit,
            donors=self._actors(proposal.actors, "donor"),
            recipients=self._actors(proposal.targets, "recipient"),
            status=proposal.status,
            modality=proposal.modality,
            confidence=CONFIDENCE,
            needs_review=True,
            evidence=tuple(self._evidence),
        )

    def _reaction(self) -> Reaction:
        proposal = self._proposal
        actors = self._actors(proposal.actors, "actor")
        directness, said = self._said()
        date = self._date()
        return Reaction(
            id=self._id(),
            actors=actors,
            person=self._words(proposal.person, "person", "actor not in the text"),
            stance=proposal.stance,
            action=cast("ReactionAction | None", proposal.action),
            directness="act" if proposal.action is not None else directness,
            quote=said,
            date=None if date is None else date.iso,
            date_value=date,
            place=self._words(proposal.place, "place", "place not in the text"),
            modality=proposal.modality,
            attribution=Attribution(source=actors[0], directness=directness) if actors and proposal.action is None else None,
            confidence=CONFIDENCE,
            needs_review=True,
            evidence=tuple(self._evidence),
        )

    def _event(self) -> EscalationEvent:
        proposal = self._proposal
        date = self._date()
        return EscalationEvent(
            id=self._id(),
            action=cast("EventAction", proposal.action or "other"),
            actors=self._actors(proposal.actors, "actor"),
            targets=self._actors(proposal.targets, "target"),
            place=self._words(proposal.place, "place", "place not in the text"),
            date=None if date is None else date.iso,
            date_value=date,
            direction=_DIRECTIONS.get(proposal.action or "", "escalation"),
            modality=proposal.modality,
            confidence=CONFIDENCE,
            needs_review=True,
            evidence=tuple(self._evidence),
        )

    def _assessment(self) -> Assessment:
        proposal = self._proposal
        assessors = self._actors(proposal.actors, "actor")
        return Assessment(
            id=self._id(),
            assessor=assessors[0] if assessors else None,
            content=" ".join(self._reading.text[self._start : self._end].split()),
            about=self._actors(proposal.targets, "target"),
            modality=proposal.modality,
            attribution=Attribution(source=assessors[0]) if assessors else None,
            confidence=CONFIDENCE,
            needs_review=True,
            evidence=tuple(self._evidence),
        )

    def _quoted(self) -> tuple[int, int]:
        text, words = self._reading.text, self._proposal.quote.strip()
        start = -1
        for _ in range(self._proposal.nth):
            start = text.find(words, start + 1)
            if start < 0:
                raise DroppedError("quote not in the text")
        return start, start + len(words)

    def _around(self) -> list[Passage]:
        """The sentences the quote stands in; none of boilerplate, and all of one paragraph."""
        found = [passage for passage in self._reading.passages if passage.start < self._end and self._start < passage.end]
        if not found:
            raise DroppedError("quote not in the text")
        if found[0].sentence.block != found[-1].sentence.block:
            raise DroppedError("quote runs over several paragraphs")
        return found

    def _number(self, values: Sequence[_Value], role: EvidenceRole) -> _Value | None:
        """Our own reading of the number whose words the engine repeats."""
        if self._proposal.number is None:
            return None
        return self._value(self._proposal.number, values, role, "number not in the text")

    def _date(self) -> DateValue | None:
        if self._proposal.date is None:
            return None
        dates = [date for passage in self._reading.passages for date in passage.dates]
        return self._value(self._proposal.date, dates, "date", "date not in the text")

    def _value(self, words: str, values: Sequence[_Value], role: EvidenceRole, reason: Dropped) -> _Value:
        """The value of ours that stands where `words` do, nearest to the quote."""
        for start, end in self._places(words):
            for value in values:
                if value.start < end and start < value.end:
                    self._evidence.append(self._span(role, value.start, value.end))
                    return value
        raise DroppedError(reason)

    def _actors(self, named: Sequence[str], role: EvidenceRole) -> tuple[Actor, ...]:
        found: list[Actor] = []
        for words in named:
            mention = self._mention(words)
            self._evidence.append(self._span(role, mention.start, mention.end))
            found.extend(actor for actor in mention.actors if actor.code not in {other.code for other in found})
        return tuple(found)

    def _mention(self, words: str) -> _Named:
        """Who `words` are: the actors our own reading finds in them, else an organisation or a group of that name."""
        words = words.strip()
        place = next(self._places(words), None)
        if place is None:
            raise DroppedError("actor not in the text")
        for passage in self._reading.passages:
            if passage.start <= place[0] < passage.end:
                for mention in passage.mentions:
                    if mention.actors and mention.start < place[1] and place[0] < mention.end:
                        return _Named(mention.start, mention.end, mention.actors)
        kind = "org" if words[0].isupper() else "group"
        return _Named(*place, (Actor(code=f"{kind}:{words}", name=words, via="name" if kind == "org" else "collective"),))

    def _said(self) -> tuple[Directness, str | None]:
        words = (self._proposal.said or "").strip("“”\"' \n,.")
        if not words:
            return "indirect", None
        for start, end in self._places(words):
            if self._quotes.inside(start, end):
                self._evidence.append(self._span("quote", start, end))
                return "direct" if len(words.split()) >= _SENTENCE_LONG else "mixed", words
        raise DroppedError("spoken words not in the text")

    def _words(self, words: str | None, role: EvidenceRole, reason: Dropped) -> str | None:
        if words is None or not words.strip():
            return None
        place = next(self._places(words.strip()), None)
        if place is None:
            raise DroppedError(reason)
        self._evidence.append(self._span(role, *place))
        return words.strip()

    def _places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where `words` stand: in the quote, in its sentences, then elsewhere, the nearest before first."""
        text = self._reading.text
        if not words.strip():
            return
        seen: set[int] = set()
        first, last = self._passages[0].start, self._passages[-1].end
        for low, high in ((self._start, self._end), (first, last)):
            place = text.find(words, low, high)
            if place >= 0 and place not in seen:
                seen.add(place)
                yield place, place + len(words)
        for place in (text.rfind(words, 0, first), text.find(words, last)):
            if place >= 0 and place not in seen:
                yield place, place + len(words)

    def _span(self, role: EvidenceRole, start: int, end: int) -> Evidence:
        return self._reading.evidence(role, start, end, self._rule)

    def _id(self) -> str:
        return self._reading.record_id(self._proposal.kind, [(self._start, self._end)])


_DIRECTIONS: Final[dict[str, Literal["escalation", "de_escalation", "neutral"]]] = {
    "ceasefire": "de_escalation",
    "withdrawal": "de_escalation",
    "prisoner_exchange": "de_escalation",
}

"""Why a record says what it says: every field with its value and the very words it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from briefing_tui.model import Actor, AidItem, AidPackage, Assessment, EscalationEvent, Evidence, Reaction, Record, trigger
from briefing_tui.model.safe_text import safe_line
from briefing_tui.model.vocabulary import EvidenceRole, Modality
from briefing_tui.telling.rows import row_text
from briefing_tui.telling.wording import amount_words, code_words, number_words

MODALITY_MEANINGS: Final[dict[Modality, str]] = {
    "asserted": "the text states it in its own voice",
    "confirmed": "a source confirms it",
    "claimed": "a party to the matter says so",
    "reported": "media or unnamed sources say so",
    "speculated": "it may be so",
    "anticipated": "expected or threatened, has not happened",
    "planned": "the actor's own announced intention",
    "denied": "someone denies it",
    "unconfirmed": "explicitly could not be confirmed",
}
_VIA_WORDS: Final = {
    "name": "by name",
    "role": "by office",
    "demonym": "by demonym",
    "metonym": "by metonym",
    "pronoun": "by pronoun",
    "definite_phrase": "by description",
    "publisher": "as the publisher",
    "list_heading": "by the list's heading",
    "collective": "as a group",
}


class _Add(Protocol):
    def __call__(self, field: str, value: object, *roles: EvidenceRole) -> None: ...


@dataclass(frozen=True, slots=True)
class Reason:
    """One field of a record: its name, its value in words, and the evidence it was read from, if any."""

    field: str
    value: str
    evidence: Evidence | None = None


def why_title(record: Record) -> str:
    """The record in a few words."""
    return " · ".join(filter(None, row_text(record).cells[:3]))


def reasons(record: Record) -> list[Reason]:
    """All fields that say something, each with its evidence: one line for every span it was read from."""
    listed: list[Reason] = [Reason("kind", code_words(record.kind), trigger(record))]
    used: set[int] = {id(trigger(record))}

    def add(field: str, value: object, *roles: EvidenceRole) -> None:
        words = safe_line(str(value)) if value is not None else ""
        spans = [span for span in record.evidence if span.role in roles and id(span) not in used]
        if not words and not spans:
            return
        used.update(map(id, spans))
        listed.append(Reason(field, words, spans[0] if spans else None))
        listed.extend(Reason("", "", span) for span in spans[1:])

    match record:
        case AidPackage():
            _package(record, add)
        case AidItem():
            _item(record, add)
        case Reaction():
            _reaction(record, add)
        case EscalationEvent():
            _event(record, add)
        case Assessment():
            add("assessor", _actors([record.assessor] if record.assessor else []), "actor")
            add("content", record.content, "content", "quote")
            add("about", _actors(record.about), "target")
    add("modality", f"{record.modality}: {MODALITY_MEANINGS[record.modality]}", "modality_cue")
    if record.attribution is not None:
        source = _actors([record.attribution.source]) if record.attribution.source else ""
        party = {True: "a party to the matter", False: "not a party to the matter", None: ""}[record.attribution.interested]
        cue = f"“{record.attribution.cue}”" if record.attribution.cue else ""
        add("attribution", " · ".join(filter(None, [source, cue, record.attribution.directness, party])), "attribution")
    listed.extend(
        Reason(code_words(span.role) if span.role != "trigger" else "also said", "", span)
        for span in record.evidence
        if id(span) not in used
    )
    listed.append(Reason("confidence", f"{record.confidence:.2f}" + (" · needs review" if record.needs_review else "")))
    listed.append(Reason("record", safe_line(record.id)))
    return listed


def _package(record: AidPackage, add: _Add) -> None:
    add("scope", {"package": "a package", "component": "part of a package", "cumulative": "running total"}[record.scope])
    add("donors", _actors(record.donors), "donor", "actor")
    add("recipients", _actors(record.recipients), "recipient")
    if record.amount is not None:
        inferred = " · currency inferred" if record.currency_inferred else ""
        add("amount", amount_words(record.amount, record.currency, record.bound, record.amount_high) + inferred, "amount")
    for money in record.converted:
        add("converted", amount_words(money.amount, money.currency, money.bound, money.amount_high))
    add("mechanism", record.mechanism, "mechanism")
    add("tranche", record.tranche, "tranche")
    add("status", code_words(record.status), "status")
    add("announced", record.announced, "date")
    add("since", record.since)
    add("items", len(record.items) or None)


def _item(record: AidItem, add: _Add) -> None:
    add("item", record.description, "item")
    add("designation", record.designation)
    add("class", code_words(record.item_class))
    if record.quantity is not None:
        unit = f" {record.unit}" if record.unit else ""
        high = f"–{number_words(record.quantity_high)}" if record.quantity_high is not None else ""
        bound = "" if record.bound == "exact" else f" ({code_words(record.bound)})"
        add("quantity", number_words(record.quantity) + high + unit + bound, "quantity")
    add("donors", _actors(record.donors), "donor", "actor")
    add("recipients", _actors(record.recipients), "recipient")
    add("status", code_words(record.status), "status")
    add("package", record.package)


def _reaction(record: Reaction, add: _Add) -> None:
    add("actors", _actors(record.actors), "actor")
    add("person", record.person, "person")
    add("role", record.role)
    add("stance", record.stance, "stance_cue")
    add("act", code_words(record.action) if record.action else None)
    add("directness", record.directness)
    add("quote", f"“{record.quote}”" if record.quote else None, "quote")
    add("toward", record.toward, "target", "content")
    add("place", record.place, "place")
    add("date", record.date, "date")


def _event(record: EscalationEvent, add: _Add) -> None:
    add("action", code_words(record.action))
    add("actors", _actors(record.actors), "actor")
    add("targets", _actors(record.targets), "target")
    add("weapons", ", ".join(record.weapons) or None, "weapon")
    add("count", record.count, "quantity")
    add("killed", record.killed)
    add("injured", record.injured)
    add("place", record.place, "place")
    add("date", record.date, "date")
    add("direction", code_words(record.direction))


def _actors(actors: Sequence[Actor]) -> str:
    return "; ".join(f"{actor.name} ({actor.code}), {_VIA_WORDS[actor.via]}" for actor in actors)

"""A proposed record: words of the text, and values of the contract's vocabularies. It holds no number and no offset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, get_args

from briefing_tui.model.json_reading import FormError, from_plain
from briefing_tui.model.vocabulary import (
    AidStatus,
    EventAction,
    ItemClass,
    Mechanism,
    Modality,
    ReactionAction,
    RecordKind,
    Scope,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What an engine believes the text says. Every string that is not of a vocabulary repeats words of the text exactly.

    `quote` is what makes the record: for an item its noun phrase, else the words that say it. `nth` tells which occurrence
    is meant when they occur several times, counted from 1. `actors` gives, reacts, acts or assesses; `targets` receives, or is
    hit. `number` is the words of an amount of money or of a quantity, `said` the words between quotation marks.
    """

    kind: RecordKind
    quote: str
    nth: int = 1
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    person: str | None = None
    number: str | None = None
    said: str | None = None
    place: str | None = None
    date: str | None = None
    modality: Modality = "asserted"
    scope: Scope = "package"
    status: AidStatus = "announced"
    mechanism: Mechanism | None = None
    item_class: ItemClass = "other"
    stance: Stance = "neutral"
    action: str | None = None


_ACTIONS: Final[dict[str, frozenset[str]]] = {
    "reaction": frozenset(get_args(ReactionAction)),
    "escalation_event": frozenset(get_args(EventAction)),
}
_FIELDS: Final = frozenset(field.name for field in fields(Proposal))


class ProposalError(ValueError):
    """A value is not of the form of a proposal; the message names the place."""


def read_proposal(value: Any) -> Proposal:
    """The proposal that `value`, as parsed from JSON, describes. Members that are null or unknown count as not there.

    Raises:
        ProposalError: when a member is missing, mistyped, or not of its vocabulary.
    """
    if not isinstance(value, Mapping):
        raise ProposalError("not an object")
    known = {name: part for name, part in value.items() if name in _FIELDS and part is not None}
    for name in ("actors", "targets"):
        if isinstance(known.get(name), str):
            known[name] = [known[name]]
    try:
        proposal = from_plain(Proposal, known)
    except FormError as error:
        raise ProposalError(str(error)) from error
    if not proposal.quote.strip() or proposal.nth < 1:
        raise ProposalError("quotes nothing")
    if proposal.action is not None and proposal.action not in _ACTIONS.get(proposal.kind, frozenset()):
        raise ProposalError(f"{proposal.action!r} is no action of a {proposal.kind}")
    return proposal

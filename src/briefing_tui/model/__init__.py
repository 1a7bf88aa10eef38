"""What a briefing says: documents, evidence, values and records. The public contract.

The classes are frozen dataclasses; `briefing_tui.model.contract` validates JSON against them with pydantic
and prints their JSON Schema, and is imported only where that is wanted. Each name is imported when it is first asked for:
a search has no use for most of them, and the classes take longer to build than it takes to run.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.model.briefing import FORMAT, Briefing, EvidenceError, check_evidence, trigger, with_records
    from briefing_tui.model.coverage import Coverage, Leftover
    from briefing_tui.model.document import Block, Document, Sentence
    from briefing_tui.model.records import AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record
    from briefing_tui.model.values import Actor, Attribution, DateValue, Evidence, Money, Quantity
else:
    _HOMES = {
        "briefing": ("FORMAT", "Briefing", "EvidenceError", "check_evidence", "trigger", "with_records"),
        "coverage": ("Coverage", "Leftover"),
        "document": ("Block", "Document", "Sentence"),
        "records": ("AidItem", "AidPackage", "Assessment", "EscalationEvent", "Reaction", "Record"),
        "values": ("Actor", "Attribution", "DateValue", "Evidence", "Money", "Quantity"),
    }

    def __getattr__(name: str) -> object:
        """Import what `name` lives in; all its neighbours come with it."""
        for home, names in _HOMES.items():
            if name in names:
                module = import_module(f"{__name__}.{home}")
                globals().update({neighbour: getattr(module, neighbour) for neighbour in names})
                return globals()[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "FORMAT",
    "Actor",
    "AidItem",
    "AidPackage",
    "Assessment",
    "Attribution",
    "Block",
    "Briefing",
    "Coverage",
    "DateValue",
    "Document",
    "EscalationEvent",
    "Evidence",
    "EvidenceError",
    "Leftover",
    "Money",
    "Quantity",
    "Reaction",
    "Record",
    "Sentence",
    "check_evidence",
    "trigger",
    "with_records",
]

"""What a briefing says: documents, evidence, values and records. The public contract.

The classes are frozen dataclasses; `briefing_tui.model.contract` validates JSON against them with pydantic
and prints their JSON Schema, and is imported only where that is wanted.
"""

from briefing_tui.model.briefing import FORMAT, Briefing, EvidenceError, check_evidence, trigger, with_records
from briefing_tui.model.coverage import Coverage, Leftover
from briefing_tui.model.document import Block, Document, Sentence
from briefing_tui.model.records import AidItem, AidPackage, Assessment, EscalationEvent, Reaction, Record
from briefing_tui.model.values import Actor, Attribution, DateValue, Evidence, Money, Quantity

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

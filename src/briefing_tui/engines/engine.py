"""What an engine is: something that reads a document and proposes records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from briefing_tui.engines.proposals import Proposal
from briefing_tui.model import Document


class EngineError(Exception):
    """An engine cannot be used, or gave no answer for a document. The message says why, in words for its user."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine said of one document: its proposals, and how many more were not of the form of one."""

    proposals: tuple[Proposal, ...]
    malformed: int = 0


class Engine(Protocol):
    """Proposes records. It need not be right: see `Proposer` for what becomes of a proposal."""

    @property
    def name(self) -> str:
        """What its user calls it; stands in messages and in the evidence of what it proposed."""

    @property
    def identity(self) -> str:
        """All that its answers depend on besides the document: model, instructions, settings. Answers are kept under it."""

    def propose(self, document: Document) -> Answer:
        """The records it sees in `document`.

        Raises:
            EngineError: when there is no answer.
        """

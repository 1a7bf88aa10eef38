"""Briefings supplemented with what an engine proposes, and the account of what became of its proposals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from briefing_tui.engines.answers import Answers
from briefing_tui.engines.engine import Answer, Engine
from briefing_tui.engines.grounding import Dropped, DroppedError, ground
from briefing_tui.extracting import Extractor
from briefing_tui.extracting.assemble import assemble
from briefing_tui.extracting.reactions.quotes import find_quotes
from briefing_tui.model import Briefing, Record

_MOST: Final = 2000
"""Proposals of one document that are looked at."""


@dataclass(slots=True)
class Tally:
    """What became of proposals: how many were kept, how many dropped for each reason; and how often no engine was asked."""

    kept: int = 0
    dropped: Counter[Dropped] = field(default_factory=Counter)
    remembered: int = 0
    """Documents whose answer was kept from before."""

    @property
    def proposed(self) -> int:
        """All proposals."""
        return self.kept + self.dropped.total()

    def add(self, other: Tally) -> None:
        """Count `other` in."""
        self.kept += other.kept
        self.dropped.update(other.dropped)
        self.remembered += other.remembered

    def __str__(self) -> str:
        reasons = [f"{count} {reason}" for reason, count in sorted(self.dropped.items(), key=lambda pair: (-pair[1], pair[0]))]
        return f"{self.kept} of {self.proposed} proposals kept" + (f"; dropped: {', '.join(reasons)}" if reasons else "")


class Proposer:
    """Asks one engine about briefings. `tally` counts over all of them."""

    def __init__(self, engine: Engine, extractor: Extractor, answers: Answers | None = None) -> None:
        self._engine = engine
        self._extractor = extractor
        self._answers = answers
        self.tally = Tally()

    @property
    def name(self) -> str:
        """The engine's name."""
        return self._engine.name

    def supplement(self, briefing: Briefing) -> Briefing:
        """The briefing with those proposals that the text bears out and that our own rules had not read.

        A note tells how many they are. Coverage, when the briefing has it, stays that of our own records.

        Raises:
            EngineError: when the engine gives no answer.
        """
        tally = Tally()
        answer = self._ask(briefing, tally)
        reading = self._extractor.read(briefing)
        quotes = find_quotes(reading)
        rule = f"proposed-by-{self._engine.name}"
        known = {record.kind: _Taken() for record in briefing.records}
        for record in briefing.records:
            known[record.kind].add(record)
        added: list[Record] = []
        tally.dropped["not of the form of a proposal"] += answer.malformed + max(0, len(answer.proposals) - _MOST)
        for proposal in answer.proposals[:_MOST]:
            try:
                record = ground(proposal, reading, quotes, rule)
            except DroppedError as dropped:
                tally.dropped[dropped.reason] += 1
                continue
            taken = known.setdefault(record.kind, _Taken())
            if taken.meets(record):
                tally.dropped["already read"] += 1
                continue
            taken.add(record)
            added.append(record)
        tally.kept = len(added)
        tally.dropped += Counter()  # without the reasons that did not occur
        self.tally.add(tally)
        note = f"engine {self._engine.name}: {tally}"
        return replace(briefing, records=assemble([*briefing.records, *added]), notes=(*briefing.notes, note))

    def _ask(self, briefing: Briefing, tally: Tally) -> Answer:
        answer = self._answers.find(self._engine, briefing) if self._answers else None
        if answer is not None:
            tally.remembered = 1
            return answer
        answer = self._engine.propose(briefing)
        if self._answers:
            self._answers.keep(self._engine, briefing, answer)
        return answer


class _Taken:
    """The triggers of the records of one kind."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def add(self, record: Record) -> None:
        self._spans.extend((span.start, span.end) for span in record.evidence if span.role == "trigger")

    def meets(self, record: Record) -> bool:
        """Whether `record` points at words that another already does."""
        return any(
            start < span.end and span.start < end
            for span in record.evidence
            if span.role == "trigger"
            for start, end in self._spans
        )

"""Engines of the person's own that propose records: a pipeline, or a language model behind an HTTP endpoint.

Nothing here runs unless it was configured and asked for. An engine only proposes; what becomes a record must quote the text
exactly, and every number is read again by our own rules.
"""

from briefing_tui.engines.answers import Answers
from briefing_tui.engines.configured import make_engine
from briefing_tui.engines.engine import Answer, Engine, EngineError
from briefing_tui.engines.proposals import Proposal
from briefing_tui.engines.proposer import Proposer

__all__ = ["Answer", "Answers", "Engine", "EngineError", "Proposal", "Proposer", "make_engine"]

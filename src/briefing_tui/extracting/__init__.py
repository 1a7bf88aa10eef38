"""Document → records. Deterministic and offline: the same bytes give the same records everywhere."""

from briefing_tui.extracting.extractor import Extractor, default_extractor
from briefing_tui.extracting.lexicon import LexiconError

__all__ = ["Extractor", "LexiconError", "default_extractor"]

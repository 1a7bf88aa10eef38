"""Fighters whom words place but no state commands: "opposition forces", "local Afghan forces", "anti-Taliban fighters", "Islamic extremists"."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer
from briefing_tui.extracting.passages import Reading
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later

_BAND: Final = compile_later(
    r"\b(?:(?:[Oo]pposition|[Rr]ebel|[Tt]ribal|[Ll]ocal|[Rr]ival|[Ee]thnic|[Ss]eparatist|[Ii]nsurgent|[Ii]slamic|[Ii]slamist|[Jj]ihadist|[Mm]ilitant|[Dd]issident|[Rr]enegade|[Ff]oreign"
    r"|[Pp]ro-[A-Z][\w-]+|[Aa]nti-(?:[A-Z][\w-]+|government|regime|junta|coup)|[Pp]ro-(?:government|democracy|regime))\s+(?:(?:[A-Z][a-z]+|armed|allied|anti-[A-Z]\w+)\s+)?"
    r"(?:forces|troops|fighters|factions?|soldiers|units|rebels|militants|extremists|gunmen|militias?|militiamen|tribesmen|commanders|groups?|warlords|armies)"
    r"|(?:[A-Z]?[a-z]+\s)?(?:sympathi[sz]ers|supporters|loyalists|backers) of (?:the )?[A-Z]\w+)\b"
)
_REACH: Final = 40


def band_of(reading: Reading, candidate: Candidate, doer: Doer) -> Doer | None:
    """The band in the text's words, where the doer's phrase names one and not a movement or a state's own army."""
    movement = bool(doer.actors) and doer.actors[0].code.startswith("org:")
    party = candidate.doer or candidate.actor
    if party is None and candidate.roles is not None:
        party = candidate.roles.agent if candidate.roles.passive else candidate.roles.subject
    start, end = (party.start, party.end) if party is not None else (candidate.start, candidate.hit.start)
    if end <= start and candidate.roles is None:
        return None
    low = max(candidate.passage.start, start - _REACH)
    for match in _BAND.finditer(reading.text, low, min(candidate.passage.end, end + _REACH)):
        if match.start() < end and match.end() > start and match.end() <= max(end, candidate.hit.start):
            words = match[0]
            if movement and not words.lower().startswith(("anti-", "local anti-")):
                return None
            return Doer((Actor(code=f"group:{words}", name=words, via="collective"),), match.span(), "band")
    return None

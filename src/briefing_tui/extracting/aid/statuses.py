"""How far a package has come: requested, promised, set aside, on its way, delivered. The verb says it, else the noun, else the whole it is part of."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus


def status_of(draft: Draft) -> AidStatus:
    """The status of a package, by the contract's ladder."""
    verb = draft.verb
    if draft.calling and (draft.scope != "cumulative" or verb is None or verb.frame == "fund"):
        return "requested"
    lead = draft.passage.text[: max(0, draft.start - draft.passage.start)][-_LEAD:]
    base = draft.passage.start
    beyond = draft.end if draft.noun is None else max(draft.end, draft.noun.end)
    words = draft.passage.text[max(0, draft.start - base) : beyond - base + len(" request")]
    if _REQUESTED.search(lead) or _REQUEST.search(words):
        return "requested"
    if verb is None:
        if draft.rule == "aid-held-up":
            return "suspended"
        if draft.parent is not None:
            return draft.parent.status
        if draft.scope == "cumulative":
            return "committed"
        return next((status for pattern, status in _BY_NOUN if pattern.search(words)), "announced")
    status = verb.status
    if draft.scope == "component" and draft.parent is not None and verb.frame in {"fund", "contain", "announce"}:
        return draft.parent.status
    if _PLANNED.search(lead):
        return "considered"
    done = verb.hit.how.endswith((".ed", ".pp", ".past"))
    if draft.scope == "cumulative":
        return _of_a_total(draft, status, done=done)
    if verb.frame == "give" and status == "announced" and not verb.ahead and done:
        return "announced" if _OFFERED.match(draft.passage.text, verb.start - draft.passage.start) else "delivered"
    return status


def _of_a_total(draft: Draft, status: AidStatus, *, done: bool) -> AidStatus:
    """What a running total adds up: what was given by now, or only promised."""
    verb = draft.verb
    if verb is None:
        return "committed"
    if _GIVEN.match(draft.passage.text, verb.start - draft.passage.start) and done:
        return "delivered"
    if status == "allocated" and verb.end <= draft.start and done:
        return status
    return "committed" if status in {"announced", "allocated"} or not done else status


_LEAD: Final = 160
"""Code points before an amount that say what it is."""
_REQUESTED: Final = compile_later(r"\brequest(?:s|ed)? (?:of|for)\b[^.;]{0,25}$", re.IGNORECASE)
_REQUEST: Final = compile_later(
    r"\b(?:aid|budget|funding|supplemental|assistance) requests?\b|\brequests? (?:of|for)\b", re.IGNORECASE
)
_PLANNED: Final = compile_later(r"\b(?:plans?|proposals?|proposes|proposing|bid|idea) (?:to|for|of)\b[^.;]{0,35}$", re.IGNORECASE)
_OFFERED: Final = compile_later(r"offer|extend", re.IGNORECASE)
_GIVEN: Final = compile_later(
    r"(?:provided|given|gave|sent|donated|contributed|supplied|delivered|spent|paid|disbursed|received|got|transferred|lent|handed)\b",
    re.IGNORECASE,
)
_BY_NOUN: Final[tuple[tuple[re.Pattern[str], AidStatus], ...]] = (
    (compile_later(r"\ballocations?\b", re.IGNORECASE), "allocated"),
    (compile_later(r"\bpledges?\b", re.IGNORECASE), "pledged"),
    (compile_later(r"\bcommitments?\b", re.IGNORECASE), "committed"),
    (compile_later(r"\b(?:facility|programme|program)\b", re.IGNORECASE), "committed"),
    (compile_later(r"\bproposals?\b", re.IGNORECASE), "considered"),
)
"""What a package is called, where no verb says how far it has come."""

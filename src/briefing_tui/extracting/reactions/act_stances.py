"""The stance a step takes: its usual one, turned by what a vote demands, a law forbids, or who is visited with what in hand."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.extracting.reactions.stances import lean
from briefing_tui.extracting.reactions.visits import brings_help
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import Stance

_OPPOSED_LAW: Final = frozenset(
    "ban bans banning prohibit prohibits prohibiting sanction sanctions sanctioning condemn condemning restrict block blocking revoke designate "
    "against halt suspend suspending bar barring proscribe outlaw oppose reject cut cutting withdraw withdrawal terminate end annex annexation".split()
)
_SUPPORTIVE: Final = frozenset(
    "support solidarity commitment reaffirm friendship condolences congratulate congratulations".split()
)
_FRIENDLY: Final = frozenset(
    "access co-hosted recovery pact pacts partnership alliance allies ally cooperation co-operation agreement agreements pledge pledged promise promised solidarity "
    "reconstruction rebuilding donors contact trilateral strategic joint aid weapons arms assistance strengthen strengthening deepen deepening".split()
)
"""Words that show a meeting or a visit to be one of friends."""
_ADVERSE: Final = frozenset(
    "ceasefire cease-fire truce peace mediation mediators mediated mediator indirect negotiations nuclear hostage hostages crisis rivals rival".split()
)
"""Words that show it to be one of adversaries, or between them."""
_DEMANDS: Final = frozenset("demand demands demanding demanded call calls calling called urging urges".split())
_CONDEMNS: Final = frozenset("condemn condemns condemning condemned deploring deplores denouncing".split())
_THEMES: Final = frozenset({"about", "underscore", "underline", "stress", "condemn"})
"""Words after which a call's theme stands."""
_GIVING: Final = frozenset("pledged pledge announced promised promise brought unveiled package delivered".split())
_WORDS: Final = 30


def stance_of_step(reading: Reading, passage: Passage, hit: Hit, end: int) -> Stance:
    """The stance of the step whose verb is `hit` and whose clause ends at `end`."""
    stance: Stance = hit.entry.get("stance")
    action = hit.entry.get("action")
    words = [token.low for token in passage.between(hit.start, passage.end)[:_WORDS]]
    if action == "un_vote" and stance == "support":
        for word in words:
            if word in _DEMANDS:
                return "urge"
            if word in _CONDEMNS:
                return "oppose"
    if action == "travel_warning":
        return "warn"
    if action == "legislation" and _OPPOSED_LAW.intersection(words):
        return "oppose"
    if action == "visit" and _brings_help(reading, passage):
        return "support"
    if action in {"call", "talks", "visit"}:
        if _SUPPORTIVE.intersection(words):
            return "support"
        theme = action == "call" and bool(_THEMES.intersection(words))
        leaning = lean(passage, hit.end, passage.end if theme else end)
        if leaning is not None and leaning.stance == "oppose" and leaning.weight >= 3:
            return "oppose"
        if action != "call" and is_friendly(passage):
            return "support"
    return stance


def is_friendly(passage: Passage) -> bool:
    """Whether a sentence of a meeting or visit tells of friends rather than of adversaries."""
    words = {token.low for token in passage.tokens}
    return bool(_FRIENDLY & words) and not _ADVERSE & words


def _brings_help(reading: Reading, passage: Passage) -> bool:
    """Whether the sentence of a visit, or the next one in its paragraph, tells of help that goes with it."""
    if brings_help(passage):
        return True
    after = reading.passages[passage.index + 1] if passage.index + 1 < len(reading.passages) else None
    if after is None or after.sentence.block != passage.sentence.block or not after.has("aid_noun"):
        return False
    return bool(_GIVING.intersection(token.low for token in after.tokens))

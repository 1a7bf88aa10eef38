"""What a speaker judges or means to do, told by the build of the clause where no word of opinion tells it.

"There was no point in talks", "it was up to Moscow", "the aim was to wreck the truce" are views, whatever their words;
"it would not disarm", "he was open to a meeting", "his country had decided to" tell the speaker's own mind.
"""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.stances import turned
from briefing_tui.extracting.reactions.tones import tone
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Stance

_BE: Final = r"(?:is|was|are|were|be|been|remains?|remained)"
_ADVERB: Final = r"(?:(?:\w+ly|also|now|still|always|long|simply|yet|again|only|just|not) )*"
_VIEWS: Final[tuple[tuple[re.Pattern[str], Stance | None], ...]] = (
    (compile_later(rf"\bit {_BE} {_ADVERB}(?:high |past |about )?time (?:for|to|that|\w+ \w+ed)\b"), "urge"),
    (compile_later(rf"\bit {_BE} {_ADVERB}(?:up to|for) (?:the |its |his |her )?\w+(?: \w+){{0,3}} to\b"), "urge"),
    (
        compile_later(rf"\b{_BE} {_ADVERB}(?:bad|harmful|dangerous|disastrous|unfair|risky|catastrophic|damaging) (?:for|to)\b"),
        "oppose",
    ),
    (compile_later(rf"\bthe (?:ball|onus|burden) {_BE} (?:in|on|with)\b"), "urge"),
    (
        compile_later(
            r"\b(?:has|have|had) (?:absolutely )?no (?:right|business|place|legitimacy|authority|mandate|intention of (?:seeking|making)|"
            r"legal basis|basis|justification|credibility|interest in peace|standing)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            rf"\bthere {_BE} {_ADVERB}no (?:point|place|sense|room for|excuse|justification|legal basis|basis|grounds|reason|need|question of|"
            r"doubt about|moral equivalence|equivalence|legitimate)\b"
        ),
        "oppose",
    ),
    (compile_later(rf"\bthere {_BE} {_ADVERB}no (?:alternative|other way|way out|substitute)\b"), "urge"),
    (compile_later(rf"\bthe (?:aim|goal|purpose|intention|intent|idea|real reason|motive) {_BE} (?:to|clear)\b"), None),
    (
        compile_later(rf"\bthe (?:message|signal|lesson|answer|priority|key|way forward|only way|solution) (?:to \w+ )?{_BE}\b"),
        None,
    ),
    (
        compile_later(r"\b(?:deserve|deserves|deserved|merits?|merited) (?:a |an |the |to |better|more|our|its|support|peace)\b"),
        "support",
    ),
    (
        compile_later(
            r"\b(?:on the side of|in (?:the )?(?:best )?interests? of|in everyone's interest|good for|a step towards?)\b"
        ),
        "support",
    ),
    (
        compile_later(
            r"\b(?:shows?|showed|proves?|proved|demonstrates?|demonstrated|underlines?|underlined|underscores?|underscored|exposes?|exposed|confirms?|confirmed|"
            r"amounts?|amounted|illustrates?|illustrated|highlights?|highlighted|means?|meant) (?:why|that|how|to|the (?:need|urgency|importance)|once (?:again|more))\b"
        ),
        None,
    ),
    (
        compile_later(
            r"\b(?:grossly|seriously|blatantly|flagrantly|gravely|severely|openly|clearly|systematically|repeatedly|deliberately) (?:violates?|violated|breach(?:es|ed)?|undermin(?:es|ed)|"
            r"threaten(?:s|ed)|harm(?:s|ed)|damag(?:es|ed)|endanger(?:s|ed)|interfer(?:es|ed)|infring(?:es|ed)|distort(?:s|ed)|ignor(?:es|ed)|contradict(?:s|ed))\b|"
            r"\b(?:violates?|breaches|undermines|jeopardi[sz]es|infringes(?: on)?|contravenes|runs counter to|ran counter to|contradicts|sends the wrong|sent the wrong)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            r"\b(?:has|have|had) (?:once again |again |only |already |completely |utterly |clearly )?(?:lost (?:its|his|her|their|all) (?:way|mind|credibility|legitimacy|moral)|"
            r"failed|betrayed|abandoned|crossed (?:a|the|every)|gone too far|broken (?:its|his|her|their) (?:word|promise|promises)|turned (?:its|his|her|their) back|"
            r"chosen (?:war|escalation|violence)|overstepped|capitulated|abused|violated|breached|flouted|ignored|trampled|sabotaged|undermined|deceived|misled|lied|provoked|betrayed|squandered|broken (?:the|international|its)|miscalculated|only itself to blame|only themselves to blame)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            rf"\b{_BE} {_ADVERB}(?:a |an |the )?(?:\w+ly )?(?:good|right|welcome|important|positive|historic|encouraging|promising|useful|necessary|crucial|vital|wise|courageous|bold|fair|"
            r"constructive|helpful|reasonable|sensible) (?:decision|step|move|sign|signal|development|choice|moment|day|news|thing|measure|deal|agreement|initiative|idea|gesture|start|beginning|basis|opportunity|visit|meeting)\b"
        ),
        "support",
    ),
    (
        compile_later(
            rf"\b{_BE} {_ADVERB}(?:a |an |the )?(?:\w+ly )?(?:bad|wrong|terrible|serious|grave|big|huge|fatal|historic|colossal|tragic|dark|dangerous|cynical|desperate|foolish|irresponsible|useless|empty|hollow|"
            r"pointless|hostile|illegal|unlawful|unilateral) (?:decision|step|move|sign|signal|development|choice|mistake|error|moment|day|thing|measure|deal|idea|gesture|act|attempt|blunder|provocation|precedent|game|plan|policy)\b"
        ),
        "oppose",
    ),
)
_READY: Final = compile_later(
    r"(?:respects?|respected|recogni[sz]es?|recogni[sz]ed|supports?|supported|backs?|backed|favou?rs?|favou?red|believes? in|believed in|values?|valued|shares?|shared) |"
    rf"{_BE} {_ADVERB}(?:also |fully |quite )?(?:ready|prepared|open|willing|available|poised|keen|eager) (?:to|for)\b|(?:stand|stands|stood) ready\b|"
    r"(?:has|have|had) (?:decided|agreed|offered|volunteered|chosen|resolved|pledged|promised|committed itself) to\b|"
    rf"{_BE} (?:in favou?r of|committed to|on (?:the )?board|behind)\b|(?:want|wants|wanted|seek|seeks|sought) (?:peace|dialogue|talks|a (?:just|lasting|peaceful|fair))"
)
_UNWILLING: Final = compile_later(
    r"(?:could|can|would|will|did|does|do) not (?:\w+ly |ever |yet )?(?:\w+)|(?:cannot|can't|couldn't|won't|wouldn't|will never|would never|could never|refuses?|refused)\b|"
    rf"{_BE} (?:not|never|no longer) (?:ready|prepared|willing|going|interested|planning|seeking|considering)|(?:has|have|had) no (?:intention|plans?|desire|wish|interest|appetite)\b|"
    rf"{_BE} (?:against|opposed|unwilling|not convinced|sceptical|skeptical)\b"
)
_DRIVEN: Final = compile_later(
    rf"(?:has|have|had) (?:no|little|every) (?:choice|option|alternative|right)|{_BE} (?:left with no|forced to|obliged to|acting in self-defen|within (?:its|his|her|their) rights)|"
    r"(?:did|does|do) not (?:seek|want|intend|target|plan|start|provoke)"
)
_HARMLESS: Final = compile_later(
    r"not (?:\w+ly )?(?:block|veto|stand in the way|oppose|obstruct|interfere|attack|retaliate|escalate|hinder|prevent|object|abandon|forget|desert|leave|waver)"
)
_NEUTRAL: Final = compile_later(
    r"not (?:\w+ly )?(?:take sides|take part|comment|be drawn|discuss|speculate|rule out|confirm|be involved)|nor deny"
)
_GIVING: Final = compile_later(
    r"(?:would|will) (?:also |now |soon |still |gladly |continue to |keep on |go on )?(?:supply|send|deliver|provide|donate|give|help|assist|support|back|train|host|mediate|fund|"
    r"contribute|defend|stand (?:by|with|behind)|supporting|helping|backing|sending|welcome|abide|honou?r|respect|cooperate|work with)\b"
)
_ENDING: Final = compile_later(
    r"(?:would|will|is going to|was going to) (?:also |now |soon |immediately )?(?:scrap|halt|suspend|cancel|freeze|withhold|veto|block|boycott|abolish|cut off|cut ties|tear up|"
    r"quit|pull out of|withdraw from)\b"
)
_HARDSHIP: Final = compile_later(
    r"(?:would|will) (?:have to|need to|be forced to|be unable to|run out|collapse|struggle|be lost|not survive)\b"
)
_INTENDING: Final = compile_later(
    r"(?:would|will|shall|intends?|intended|plans?|planned|hopes?|hoped|aims?|aimed|expects?|expected)\b"
)


def judged(clause: str) -> Stance | None:
    """The side of a clause built as a judgement of others, such as "had no right to"; None for an account."""
    low = clause.lower().replace("’", "'")
    for pattern, stance in _VIEWS:
        if pattern.search(low):
            return stance or tone(low, own=False) or "oppose"
    return None


def minded(rest: str, passage: Passage, start: int, end: int) -> Stance | None:
    """The side of what follows a speaker's own subject: "would not disarm", "was open to a meeting"; None for an account."""
    low = rest.lower().replace("’", "'").lstrip()
    if _NEUTRAL.match(low) or _NEUTRAL.search(low[:40]):
        return "neutral"
    if _HARMLESS.search(low[:45]):
        return "support"
    if _DRIVEN.match(low):
        return "defend"
    if _UNWILLING.match(low):
        return "oppose"
    if _READY.match(low):
        return "support"
    if _ENDING.match(low):
        return "oppose"
    if _GIVING.match(low):
        return "support"
    if _HARDSHIP.match(low):
        return "warn"
    if _INTENDING.match(low):
        return turned("promise", "support", passage, start, end)
    return None

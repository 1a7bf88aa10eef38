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
    (
        compile_later(
            rf"\b{_BE} {_ADVERB}(?:finished|irrelevant|discredited|bankrupt|a spent force|out of touch|an obstacle|no partner|not a partner)\b"
        ),
        "oppose",
    ),
    (compile_later(rf"\bthe (?:ball|onus|burden) {_BE} (?:in|on|with)\b"), "urge"),
    (compile_later(r"\b(?:the )?time (?:for [\w' ]{3,40}? |to \w+ )?(?:has|had|have) come\b"), "urge"),
    (
        compile_later(
            rf"\b(?:more|much more|far more) (?:{_BE} (?:needed|required)|needed to be done|must be done|had to be done)\b"
        ),
        "urge",
    ),
    (
        compile_later(
            r"\b(?:has|have|had|was|were|is|are) (?:not |n't )(?:yet |nearly |been )?(?:done|doing|do) (?:nearly |anything like )?(?:enough|anything|its part|his part|their part)\b|"
            r"\b(?:has|have|had) done (?:nothing|little|too little|next to nothing)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            r"\b(?:has|have|had) (?:\w+ly )?(?:forfeited|squandered|reneged on|walked away from|dragged its feet|dragged their feet|dragged his feet|failed to|made (?:itself|himself) irrelevant)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            r"\b(?:did|does|do|has|have|had) (?:not|n't|never) (?:\w+ly )?(?:want|seek|wanted|sought|desire|shown|show|serve|bring|help|honou?r|keep|kept|respect|solve|advance|contribute) "
            r"(?:any |to |the |a |its |his |their |real |lasting |\w+'s )*(?:peace|truce|ceasefire|talks|negotiate|goals?|interests?|interest|word|promises?|commitments?|conflict|agreement|good faith|"
            r"willingness|sign|security|stability|hostages|problem|end|cause)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            r"\b(?:can|could|must|may|should|would|will) (?:not|never) (?:be trusted|win|be allowed|be rewarded|be trifled|be a partner|be part of|be believed|be seen as|be called|be justified|be excused|be legitimised|bring peace|solve)\b|"
            r"\b(?:will|would|does|did|do) (?:nothing|little) (?:to|for|but)\b|\b(?:will|would|could|can) (?:only )?(?:undermine|prolong|weaken|reward|embolden|jeopardi[sz]e|damage|hamper|hinder|complicate)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            rf"\b(?:had|has|have) gone (?:very |extremely )?well\b|\bwent (?:very |extremely )?well\b|\b{_BE} (?:\w+ly |very |quite |more |also |a )*(?:useful|constructive|productive|fruitful|positive|encouraging|promising|substantive|"
            r"excellent|reassuring|warm and friendly|breakthrough|success|historic|step forward|step in the right direction)\b(?! for (?:the )?(?:hiv|covid|virus))"
        ),
        "support",
    ),
    (
        compile_later(
            rf"\b{_BE} (?:\w+ly |only |a |an |of |no more than )*(?:defensive|precautionary|a precaution|precaution|self-defen[cs]e|in self-defen[cs]e|tactical|routine|legitimate|lawful|proportionate|in line with|in accordance with|"
            r"within (?:its|international)|justified|necessary|unavoidable|a response to|in response to|a reply to|retaliation for|in retaliation)\b(?! for (?:the )?\w+ to)"
        ),
        "defend",
    ),
    (
        compile_later(
            rf"\b{_BE} (?:now |already |\w+ly |as good as |all but |just |only |nothing but |little more than |a |an |in )*(?:dead|doomed|finished|meaningless|worthless|pointless|unrealistic|unworkable|a dead letter|null and void|irrelevant|"
            r"sham|farce|trap|ploy|pretext|theatre|propaganda|cover-up|stunt|hypocrisy|aggression|terrorism|genocide|blackmail|piracy|occupation|failure|non-starter|war crimes?|breach of|violation of|a danger to|bad faith)\b"
        ),
        "oppose",
    ),
    (
        compile_later(
            rf"\b{_BE} (?:still |now |very |\w+ly |a |long |some |way )*(?:unlikely|far off|way off|far from (?:over|perfect|certain|clear|enough)|on the brink|at breaking point|on its knees|at risk of|in danger of|running out|catastrophic|dire|desperate)\b"
        ),
        "concern",
    ),
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
_INNOCENT: Final = compile_later(
    r"(?:will|would|shall|did|does|do|has|have|had) (?:not|never) (?:ever |\w+ly )?(?:initiat\w+|start\w*|attack\w*|fir\w+|target\w*|provok\w+|strik\w+|struck|invad\w+|launch\w*|"
    r"harm\w*|intend\w*|violat\w+|cross\w*|open(?:ed)? fire|be the first|been the first|seek|sought)\b|"
    r"(?:could|can|will) ?(?:not|n't) .*\b(?:because|as long as|due to|under fire)\b"
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
    r"(?:would|will) (?:now |soon |carefully |first )?(?:decide|study|consider|examine|review|weigh|wait|look into|look at|make a decision|respond to the (?:proposal|plan|offer))\b|not (?:\w+ly )?(?:take sides|take part|comment|be drawn|discuss|speculate|rule out|confirm|be involved)|nor deny"
)
_GIVING: Final = compile_later(
    r"(?:would|will) (?:also |now |soon |still |gladly |continue to |keep on |go on )?(?:supply|send|deliver|provide|donate|give|help|assist|support|back|train|host|mediate|fund|"
    r"contribute|defend|stand (?:by|with|behind)|supporting|helping|backing|sending|welcome|abide|honou?r|respect|cooperate|work with)\b"
)
_MARCHING: Final = compile_later(
    r"(?:would|will) (?:also |now |soon |again )?(?:send|move|deploy|dispatch|mass) (?:[\w'-]+ ){0,4}(?:forces|troops|army|soldiers|tanks|warships|navy|jets|commandos)\b"
)
_ENDING: Final = compile_later(
    r"(?:would|will|is going to|was going to) (?:also |now |soon |immediately )?(?:scrap|halt|suspend|cancel|freeze|withhold|veto|block|boycott|abolish|downgrade|ban|bar|expel|sever|revoke|cut off|cut ties|tear up|"
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
    found = [(match.start(), order) for order, (pattern, _) in enumerate(_VIEWS) if (match := pattern.search(low))]
    if not found:
        return None
    return _VIEWS[min(found)[1]][1] or tone(low, own=False) or "oppose"


def minded(rest: str, passage: Passage, start: int, end: int) -> Stance | None:
    """The side of what follows a speaker's own subject: "would not disarm", "was open to a meeting"; None for an account."""
    low = rest.lower().replace("’", "'").lstrip()
    if _NEUTRAL.match(low) or _NEUTRAL.search(low[:40]):
        return "neutral"
    if _INNOCENT.match(low):
        return "defend"
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
    if _MARCHING.match(low):
        return "warn"
    if _GIVING.match(low):
        return "support"
    if _HARDSHIP.match(low):
        return "warn"
    if _INTENDING.match(low):
        return turned("promise", "support", passage, start, end)
    return None

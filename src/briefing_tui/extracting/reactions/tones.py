"""The side faint words take, asked only of quoted words in which no word of opinion and no act of speech tells it.

"The gap is narrowing" is good news, "to bring security back" is what someone says of his own soldiers, "everything depends
on their request" is no answer: everyday words that would mislead in running text, and so are not in the lexicon.
"""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.reactions import tone_words
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Stance


def _any_of(words: str) -> re.Pattern[str]:
    alternatives = "|".join(sorted((re.escape(word.strip()) for word in words.split("|")), key=len, reverse=True))
    return compile_later(rf"(?<!\w)(?:{alternatives})(?!\w)")


_CALM: Final = _any_of(
    "quite calm|calm about|depends on|depend on|we will see|we'll see|let's see|wait and see|remains to be seen|too early|too soon|"
    "premature|aware of|looking into|look into|studying|being studied|under review|reviewing|under consideration|considering|monitoring|"
    "following closely|closely following|watching closely|in touch|in contact|clarification|nothing to add|no comment|"
    "contacts are|contacts continue|will resume|talks will|our decision|a decision will|draw conclusions|in due course|"
    "not going to comment|not comment|cannot confirm|can't confirm|in due time|no decision|not decided|yet to decide|not discussed|"
    "made up my mind|made up his mind|made up its mind|no expectations|nobody knows|no one knows|may or may not|i may not|we may not|nothing concrete|nothing to say|no dates|not on the agenda|not surprised|nothing new here|we take note|have seen the|has seen the"
)
_OWN_HANDS: Final = _any_of(
    "his men|her men|his forces|his troops|his soldiers|its forces|its troops|its soldiers|its fighters|its ships|its vessels|its aircraft|"
    "its jets|its army|its navy|its operation|its operations|our forces|our troops|our soldiers|our men|our pilots|our fighters|our army|our navy|"
    "our operation|our operations|our strikes|the operation|the campaign|the strikes were|as planned|according to plan|we struck|we hit|"
    "we acted|we responded|responded to|repelled|eliminated|neutralised|neutralized|obliged to|our duty|our right|its right|we had to|we were forced|we were attacked|"
    "our territory|our land|our soil|security forces|security personnel|significance is clear|message is clear|clear message|"
    "we did what|we know what we|we have always|we have never|we never|we only|we comply|we respect|we abide|no one's|nobody's|comfortable|"
    "broke no|at the request|were aimed at|was aimed at|aimed only|hit only|normal|normally|professional|standard|in international waters|a duty|"
    "were fighters|was a fighter|were militants|no limit|no limits|no restrictions|not blocking|we gave|we tried|we offered|we informed|we told them"
)
_GRIM: Final = _any_of(
    "shall|will see|will come|will continue|will not|won't|will have|will face|will find|will be|sooner or later|next time|next target|"
    "think twice|think hard|wherever they|anyone who|anyone planning|whoever|those who|any attempt|if anyone|finish the job|until the end|to the end|"
    "until victory|total victory|deadly|surprise|surprising|within range|within reach|in our sights|crosshairs|a target|our target|hours to|"
    "days to leave|end of its regime|end of the regime|last day|at war|of its choosing|of our choosing|watch out|beware"
)
_TO_ACT: Final = compile_later(
    r"(?:in order )?to (?:protect|defend|bring|restore|secure|prevent|stop|save|ensure|help|remove|neutrali[sz]e|keep)\b"
)
_BIDDING: Final = compile_later(
    r"(?:please |just |so )?(?:free|let|open|lift|release|end|send|bring|come|get|join|act|leave|return|withdraw|respect|allow|stop|wake up|save|listen|"
    r"pull|give|put|lay down|sit down|look|pick|choose|enough|the time for|now is the time|time for|long past time|past time|high time|overdue|behave|calm|"
    r"better move|no more)\b"
)
_REPROACHFUL: Final = compile_later(
    r"(?:why|how (?:can|could|dare|many more|much longer)|what kind|what sort|what right|who gave|since when|is this how)\b"
)
_OF_OTHERS: Final = compile_later(
    r"(?:they|he|she|you|nobody|no one|his|her|their|some|there is no|there are no|it is hard|it's hard|instead|once again|yet again)\b"
)
_OF_OURSELVES: Final = compile_later(
    r"(?:we|our|today|together|this (?:pledge|package|decision|step|agreement|deal|aid|support|contribution|assistance|measure|law|bill|vote|gift|delivery)|"
    r"these (?:weapons|jets|systems|measures|tanks|missiles|vehicles|drones|funds|supplies|sanctions)|every (?:package|delivery|shell|euro|dollar))\b"
)


def tone(quoted: str, frame: str = "", *, own: bool = True) -> Stance | None:
    """The side the quoted words take, in their clause of speech `frame` where they are only part of one; None where nothing tells.

    `own` says whether they may be about the speaker's own doing; for a bystander or an agency they are not.
    """
    words = quoted.lower().replace("’", "'")
    around = frame.lower().replace("’", "'")
    if _CALM.search(words) or _CALM.search(around):
        return "neutral"
    if _BIDDING.match(words):
        return "urge"
    if words.rstrip(' ”"').endswith("?"):
        return "oppose" if _REPROACHFUL.match(words) else "concern"
    if own and (_OWN_HANDS.search(around) or _OWN_HANDS.search(words)):
        return "warn" if _GRIM.search(words) else "defend"
    if own and _TO_ACT.match(words):
        return "support" if "aim" in around else "defend"
    said = set(tone_words.WORD.findall(words))
    signs: dict[Stance, float] = {
        "oppose": len(said & tone_words.DARK) + bool(_OF_OTHERS.match(words)),
        "support": len(said & tone_words.BRIGHT) + bool(_OF_OURSELVES.match(words)),
        "concern": len(said & tone_words.AFFLICTED),
        "warn": len(_GRIM.findall(words)),
    }
    most = max(signs.values())
    return next(stance for stance in signs if signs[stance] == most) if most else None

"""The side faint words take, asked only of quoted words in which no word of opinion tells it.

"The gap is narrowing" is good news, "to bring security back" is what someone says of his own soldiers, "everything depends
on their request" is no answer: everyday words that would mislead in running text, and so are not in the lexicon.
"""

from __future__ import annotations

import re
from typing import Final

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
    "not going to comment|not comment|cannot confirm|can't confirm|in due time|no decision|not decided|yet to decide|not discussed"
)
_OWN_HANDS: Final = _any_of(
    "his men|her men|his forces|his troops|his soldiers|its forces|its troops|its soldiers|its fighters|its ships|its vessels|its aircraft|"
    "its jets|its army|its operation|its operations|our forces|our troops|our soldiers|our men|our pilots|our fighters|our army|"
    "our operation|our operations|our strikes|the operation|the campaign|the strikes were|as planned|according to plan|we struck|we hit|"
    "we acted|we responded|we had|we were|responded to|repelled|eliminated|neutralised|neutralized|obliged to|our duty|our right|its right|"
    "our territory|our land|our soil|security forces|security personnel|significance is clear|message is clear|clear message|"
    "we did what|we know what we|we have always|we have never|we never|we only|we comply|we respect|we abide"
)
_GRIM: Final = _any_of(
    "shall|will see|will come|will continue|will not|won't|will have|will face|will find|will be|sooner or later|next time|next target|"
    "think twice|wherever they|anyone who|whoever|those who|any attempt|if anyone|finish the job|until the end|to the end|until victory|"
    "total victory|deadly|surprise|surprising"
)
_AFFLICTED: Final = _any_of(
    "people|children|families|mothers|patients|hospital|hospitals|shelter|shelters|displaced|homeless|winter|cold|exhausting|exhausted|"
    "hungry|thirsty|sleep|sleeping|wounded|dying|die|suffer|suffers|suffered|tears|crying|screaming|pressure|unclear|unknown|"
    "unpredictable|tense|tension|tensions|instability|chaos|vacuum|next|for how long|don't want|do not want|fear|feel|felt|"
    "uncertain|risky|worse|worst"
)
_BRIGHT: Final = _any_of(
    "agreement|agreed|agree|cooperation|co-operation|contribute|contribution|friend|friends|partner|partners|partnership|ally|allies|alliance|"
    "brother|brothers|brotherly|together|joint|jointly|united|unity|hope|hopes|hoped|hoping|confident|confidence|opportunity|opportunities|"
    "progress|momentum|improve|improved|improving|improvement|increase|increasing|important|importance|key role|new chapter|dialogue|"
    "ready|readiness|prepared to|willing|willingness|open to|available|deliver|delivering|delivery|provide|providing|send|sending|supply|"
    "supplying|invest|investing|investment|rebuild|resilience|resilient|capability|capabilities|capacity|secure|security|safe|safety|"
    "freedom|free|democracy|peace|peaceful|stability|stable|quiet|great|strong|big|huge|effective|quickly|swift|swiftly|fast|win|winning|"
    "defend|defending|protect|protecting|help|helps|helping|helped|support|supporting|assist|shared|common|mutual|trust|respect|interests|"
    "relations|ties|bond|proud|achieve|achieved|achievement|forward|future|more|new|narrowing|boots on the ground"
)
_DARK: Final = _any_of(
    "not|don't|doesn't|didn't|can't|isn't|aren't|wasn't|never|no|nothing|none|nobody|only|alone|without|instead|lack|lacks|lost|lose|loses|"
    "losing|fail|failed|fails|wrong|bad|problem|problems|mistake|mistakes|enemy|enemies|hate|hatred|kill|kills|killing|destroy|destroys|"
    "destroying|destruction|burn|burning|bomb|bombs|bombing|attack|attacks|attacking|invade|invaded|invasion|occupy|occupied|occupation|"
    "steal|stealing|stole|stolen|terrorist|terrorists|criminal|criminals|murder|gangs|thugs|bandits|tyrant|dictator|dictators|puppet|"
    "puppets|foreign|outside forces|mercenaries|imperial|colonial|war|wars|interfere|interfering|force|forced|against|impossible|useless|"
    "pointless|empty|late|slow|why|nonsense|absurd|ridiculous|laughable|pretext|game|games|theatre|theater|stunt|any"
)
_TO_ACT: Final = compile_later(
    r"(?:in order )?to (?:protect|defend|bring|restore|secure|prevent|stop|save|ensure|help|remove|neutrali[sz]e|keep)\b"
)
_BIDDING: Final = compile_later(
    r"(?:please |just |so )?(?:free|let|open|lift|release|end|send|bring|come|get|join|act|leave|return|withdraw|respect|allow|stop|wake up|save|listen|"
    r"pull|give|put|lay down|sit down|look|pick|choose|enough|the time for|now is the time|time for)\b"
)
_LEAST_SIGNS: Final = 1


def tone(quoted: str, frame: str = "", *, own: bool = True) -> Stance | None:
    """The side the quoted words take, in their clause of speech `frame` where they are only part of one; None where nothing tells.

    `own` says whether they may be about the speaker's own doing; for a bystander or an agency they are not.
    """
    words = quoted.lower().replace("’", "'")
    around = frame.lower().replace("’", "'")
    if _CALM.search(words):
        return "neutral"
    if _BIDDING.match(words):
        return "urge"
    if own and (_OWN_HANDS.search(around) or _OWN_HANDS.search(words)):
        return "warn" if _GRIM.search(words) else "defend"
    if own and _TO_ACT.match(words):
        return "support" if "aim" in around else "defend"
    signs: dict[Stance, int] = {
        "oppose": len(_DARK.findall(words)),
        "support": len(_BRIGHT.findall(words)),
        "concern": len(_AFFLICTED.findall(words)),
        "warn": len(_GRIM.findall(words)),
    }
    most = max(signs.values())
    return next(stance for stance in signs if signs[stance] == most) if most >= _LEAST_SIGNS else None

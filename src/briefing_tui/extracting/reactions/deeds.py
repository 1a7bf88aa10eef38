"""Classes of verbs, by what it means that somebody will, must or did not do them. All in their base form unless said otherwise.

Reasoning: the verbs that stand after "we will", "they must" and "it did not" in statements of governments, armies, armed groups
and relief agencies. A verb in two classes is read by its object (see `illocutions`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing_tui.extracting.inflection import inflect_verb


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIGHTING: Final = _words(
    "respond retaliate strike hit attack punish avenge destroy crush hunt pursue eliminate fight bomb bombard shell target shoot sink seize confront "
    "burn react escalate expand intensify invade act counter counterattack reply answer storm finish kill smash chase track find dismantle "
    "neutralise neutralize annihilate obliterate flatten wipe repay resist battle wage mobilise mobilize repel teach settle launch demolish degrade "
    "retake recapture liberate conquer blockade besiege sanction deter disarm uproot eradicate defeat win prevail exact inflict deploy"
)
"""What one threatens to do."""
DEFENCE: Final = _words("defend")
HELP: Final = _words(
    "support help assist stand provide deliver send supply back cooperate co-operate collaborate protect rebuild ensure fund finance invest train host "
    "mediate facilitate contribute participate join strengthen donate offer honour honor uphold step stay work share equip arm welcome "
    "give increase speed accelerate boost bolster deepen restore promote advance remain fulfil fulfill keep meet extend spare implement sustain "
    "stabilise stabilize reinforce bring build engage maintain lend repair evacuate accompany commit"
)
"""What one promises to do."""
CONCESSIONS: Final = _words(
    "accept agree negotiate recognise recognize support send supply deliver provide join sign approve contribute participate take attend return talk "
    "surrender cede withdraw leave yield bow capitulate give concede comply obey retreat compromise pay extradite meet discuss consider endorse ratify "
    "vote cooperate submit kneel sell hand trade lift reopen release normalise normalize bend budge cave disarm lay abide relinquish renounce reward "
    "legitimise legitimize condone justify back finance fund ignore support"
)
"""What one refuses to do."""
SUFFERANCE: Final = _words(
    "tolerate allow let permit hesitate sit stand forgive rest remain stay stop relent countenance blink flinch pause cease spare forget watch look wait "
    "ease brook overlook standby"
)
"""What it is a threat not to do."""
DESERTION: Final = _words("abandon waver falter desert betray fail leave disappoint walk")
"""What it is a promise not to do."""
CONDUCT: Final = _words(
    "target attack strike fire hit violate cross arm kill harm intend seek interfere start provoke commit bomb shoot break breach use threaten plan possess "
    "intervene infiltrate meddle sabotage initiate invade escalate shell plant poison hack launch conduct carry participate supply block obstruct hide withhold bombard "
    "abuse torture recruit want aim intercept sink detain abduct deploy involve deliberately order"
)
"""What one denies having done."""
CONDUCT_PAST: Final = _words(
    "bombed shelled raided boarded seized killed struck hit targeted attacked acted responded retaliated defended eliminated neutralised neutralized repelled destroyed intercepted fired launched "
    "conducted exercised complied abided warned downed"
)
"""Past forms in which an army tells its own deeds."""
RECKONING: Final = _words("pay regret suffer answer bleed perish burn reap rue atone")
"""What the enemy will have to do."""
RECKONED: Final = _words(
    "reply answer response blow revenge consequences price retaliation punishment repercussions retribution wrath cost costs reckoning"
)
BEARING: Final = _words("face bear suffer be have meet expect accept feel pay take see carry shoulder bring await")
"""Verbs that, with a word for what follows, announce it."""
INQUIRY: Final = _words(
    "checking verifying looking reviewing investigating studying examining assessing monitoring following watching gathering aware considering seeking "
    "clarifying awaiting analysing analyzing evaluating waiting discussing"
)
"""Participles by which somebody puts off an answer."""
PUNISHED: Final = _words(
    "severed broken chopped boarded seized arrested detained intercepted fired turned banned blocked barred downed pursued caught liquidated neutralised neutralized punished destroyed crushed met answered avenged held hit targeted considered treated regarded eliminated defeated hunted sanctioned buried "
    "annihilated burned burnt struck shot sunk expelled made wiped dealt brought prosecuted seen swept"
)
UNBEARABLE: Final = _words(
    "allowed tolerated accepted rewarded permitted normalised normalized trusted recognised recognized condoned excused ignored legitimised legitimized "
    "appeased dictated imposed"
)
"""Participles after "must not be" that condemn rather than ask."""
LEFT_OPEN: Final = _words("unanswered unpunished forgotten forgiven tolerated vain ignored spared safe last")
SUCCESS: Final = _words(
    "succeed win work prevail help solve bring change make stop deter break end save resolve extinguish alter affect intimidate silence erase achieve "
    "weaken divide turn contribute serve lead accept"
)
"""What one denies that the other side's deed will do."""
HARM: Final = _words(
    "attack strike invade kill escalate cause drag trigger provoke spark fuel prolong destabilise destabilize endanger threaten worsen use target hit "
    "plunge undermine embolden jeopardise jeopardize collapse fall starve die freeze spread erupt explode ignite engulf exacerbate inflame spiral "
    "aggravate deepen unleash destroy lose run lead push complicate derail shatter unravel cost disrupt deteriorate flare feel set exploit fail widen"
)
EVILS: Final = _words(
    "jeopardy peril danger risk war wars catastrophe disaster famine bloodshed chaos escalation conflict consequences involvement collapse disastrous catastrophic devastating "
    "dangerous irreversible war-crime target targets party death deaths instability spiral brutal terrible unpredictable dire grave confrontation"
)
BENEFIT: Final = _words(
    "help save strengthen allow enable improve protect contribute boost bolster ensure ease alleviate bring pave open reduce reverse restore prevail win succeed heal"
)
OBSTRUCTION: Final = _words(
    "veto block oppose reject boycott withhold suspend cut refuse contest challenge denounce condemn resist abstain quit withdraw cancel expel "
    "sue appeal recall end freeze halt"
)
PRESSING: Final = _words(
    "push press ask call seek insist demand urge plead campaign lobby request appeal advocate keep-pushing pressure"
)
SILENCE: Final = _words("comment speculate elaborate confirm discuss disclose say go get engage prejudge")
WAITING: Final = _words(
    "investigate probe consider study review examine see wait decide watch monitor assess evaluate analyse analyze look investigate follow inform draw check"
)
BIDDING: Final = _words(
    "stop end free let open lift release send bring come get join act leave return withdraw respect allow wake save listen pull give put lay sit look pick "
    "choose halt cease show help support protect spare remember enough imagine stand unite call tell take make ask use pass approve fund arm restore "
    "resume abandon drop sign accept recognise recognize sanction close pay hold keep learn face admit"
)
"""Imperatives."""
DARING: Final = _words("test provoke underestimate mistake dare touch mess try cross play interfere doubt push think confuse")
FORCE: Final = _words(
    "measures action actions steps revenge force weapons sanctions consequences costs decisive necessary retaliatory countermeasures fight war means tariffs"
)
AFFLICTED: Final = _words("people families children patients women mothers civilians residents they doctors farmers refugees")
FORCES: Final = _words(
    "force forces troops army soldiers men personnel fighters units navy airforce pilots military guards police crews operation operations strikes strike raid "
    "campaign offensive barrage salvo"
)
"""Nouns for the speaker's own side and its deeds, in words handed on."""
DISCLAIMED: Final = _words(
    "intention intentions plan plans desire wish role part hand link links connection involvement evidence proof truth ambition ambitions designs claim"
)
"""What one says there is none of on one's own side."""
DISMISSED: Final = _words(
    "interest need reason sense point use justification excuse right business legitimacy basis grounds value purpose place mandate credibility shame respect regard mercy"
)
"""What one says there is none of on the other."""
WORSE: Final = _words("worse danger dangerous risk risks war hunger fear weaker poorer bleaker darker closer harder threat")
INVOLVED: Final = _words("involved responsible behind party aware present part involvement role nothing anything")


@cache
def _bases() -> dict[str, str]:
    return {form: verb for verb in sorted(CONDUCT | HELP | FIGHTING | HARM) for form in inflect_verb(verb)}


def base_of(word: str) -> str:
    """The base form of a regular form of one of the verbs above; any other word as it is."""
    return _bases().get(word, word)

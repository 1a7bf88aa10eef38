"""Verbs that are a position only by what stands after them: hoping, agreeing, proposing, finding, being ready, putting down to.

"Agreed to let convoys in" takes a side and "agreed to be interviewed" none; "found the raid unjustified" judges and "found the raid's
victims" does not. Each function answers with the stance, or None where the words after the verb make no position.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_tui.model.patterns import compile_later

if TYPE_CHECKING:
    from briefing_tui.model.vocabulary import Stance

_NEAR: Final = 8
_FINDING: Final = compile_later(
    r"^(?:(?:it|them|this|that|these|those|both|such \w+)|(?:the|his|her|its|their|any|all|israel's|russia's|such|\w+'s) (?:[\w'’-]+ ){0,6}?[\w'’-]+) "
    r"[“\"‘']?(?:(?:\w+ly|also|deeply|very|so|quite|both|utterly|not|too) )*[“\"‘']?"
    r"(?:(?P<bad>unacceptable|unjustified|unjustifiable|illegal|unlawful|disproportionate|intolerable|outrageous|disgraceful|deplorable|abhorrent|appalling|reprehensible|"
    r"inadequate|insufficient|unconvincing|unworkable|wanting|absurd|shameful|repugnant|disgusting|cynical|unreasonable|irresponsible|offensive|insulting|baseless|wrong|"
    r"shocking|horrifying|incomprehensible|inexcusable|indefensible|unhelpful|counterproductive)|"
    r"(?P<grave>worrying|alarming|disturbing|troubling|concerning|regrettable|disappointing|distressing|upsetting|heartbreaking|frightening|puzzling)|"
    r"(?P<good>justified|justifiable|acceptable|legitimate|lawful|proportionate|encouraging|reassuring|reasonable|constructive|helpful|useful|promising|credible|necessary|"
    r"appropriate|right|commendable|admirable))\b(?! (?:of|to (?:the|a)|\w+ed by))"
)
_HOLD_BACK: Final = frozenset(
    "restraint calm stop stops stopped end ends cease refrain release released reconsider reconsiders respect respects resume resumes return returns "
    "withdraw withdraws allow allows abide comply complies agree agrees accept accepts pressure sanctions heed heeds act intervene use take".split()
)
_OTHERS: Final = frozenset("that the all both for other others parties sides".split())
_YIELDED: Final = frozenset(
    "allow let open reopen admit grant give lift ease free release withdraw end stop halt pause suspend abide respect join back support help assist mediate "
    "share protect guarantee facilitate observe honour honor extend implement investigate cooperate co-operate hand return take step send provide train contribute".split()
)
_OFFERS: Final = frozenset(
    "idea plan proposal proposals terms demand demands request requests initiative principle conditions compromise roadmap formula appeal".split()
)
_PUNITIVE: Final = frozenset(
    "suspending cutting freezing halting imposing banning scrapping ending boycotting expelling excluding barring sanctioning restricting tightening withholding revoking "
    "stripping blocking seizing confiscating limiting cancelling canceling isolating blacklisting stopping".split()
)
_OFFERING: Final = frozenset(
    "sending creating holding giving setting deploying establishing extending lifting easing resuming reopening opening hosting exchanging swapping forming providing joining "
    "mediating granting doubling increasing raising using supporting training".split()
)
_PEACE: Final = frozenset(
    "truce ceasefire cease-fire talks negotiations dialogue summit peace roadmap conference mediation pause corridor corridors mission force peacekeepers plan de-escalation".split()
)
_FORCE: Final = frozenset(
    "retaliate respond fight strike attack defend hit act enter invade intervene resume use escalate destroy crush confront face continue".split()
)
_HELP: Final = frozenset(
    "help assist support back mediate contribute host send provide supply train meet talk negotiate discuss cooperate co-operate work offer give deliver sign join make resume "
    "consider compromise lift free release hold sit abide accept".split()
)
_READY_FORCE: Final = _FORCE - {"resume", "continue"}
_WISHED: Final = frozenset(
    "truce ceasefire cease-fire peace end halt deal pause inquiry investigation explanation guarantees assurances apology release withdrawal return probe dialogue talks "
    "sanctions action answers clarity clarification justice pressure embargo resolution timetable".split()
)


def found(words: list[str], text: str) -> Stance | None:
    """The judgement of "found the killings unacceptable"; None where something is only come upon."""
    match = _FINDING.match(text.lower().lstrip())
    if match is None or not words:
        return None
    return "support" if match["good"] else "concern" if match["grave"] else "oppose"


def hoped(words: list[str]) -> Stance | None:
    """What is hoped of others; one's own small hopes ("hopes to win a medal") are none."""
    near = words[: _NEAR + 6]
    if near[:1] == ["to"]:
        return "support" if {"see", "reach", "restore", "secure", "revive", "bring", "persuade"}.intersection(near[1:2]) else None
    held_back = near[:1] != ["for"] and _HOLD_BACK.intersection(near[1:])
    if held_back and len(near) > 2:
        return "urge"
    told = near[:1] and (near[0] in _OTHERS or "will" in near or "would" in near or _PEACE.intersection(near))
    return "support" if told else None


def agreed(words: list[str]) -> Stance | None:
    """What is agreed to: steps toward another, ideas and terms; a meeting or a truce is read as the step it is."""
    if words[:1] != ["to"] or len(words) < 2:
        return None
    if words[1] in _YIELDED:
        return "support"
    return (
        "support"
        if words[1] in {"the", "a", "an", "his", "her", "its", "their", "this", "all", "most", "those", "these"}
        and _OFFERS.intersection(words[2:_NEAR])
        else None
    )


def proposed(words: list[str]) -> Stance | None:
    """The side a proposal takes: measures against, or steps toward peace and help."""
    if not words:
        return None
    if words[0] in _PUNITIVE:
        return "oppose"
    if words[0] in _OFFERING:
        return "support"
    if "sanctions" in words[:5] or "embargo" in words[:5]:
        return "oppose"
    return "support" if words[0] != "that" and _PEACE.intersection(words[:6]) else None


def ready(words: list[str]) -> Stance | None:
    """What one is ready to do: to help and to talk, or to fight."""
    if words[:1] == ["for"]:
        if {"talks", "dialogue", "negotiations", "peace", "compromise"}.intersection(words[1:4]):
            return "support"
        return "warn" if {"war", "battle", "confrontation", "attack"}.intersection(words[1:5]) else None
    words = words[1:] if words[:1] == ["to"] else words
    if not words:
        return None
    if words[0] in _READY_FORCE:
        return "warn"
    return "support" if words[0] in _HELP else None


def put_down(words: list[str]) -> Stance | None:
    """The reason given for a deed: "put the raid down to an ambush the day before"."""
    at = next((at for at, word in enumerate(words[: _NEAR + 2]) if word == "down" and words[at + 1 : at + 2] == ["to"]), 0)
    deeds = {
        "attack",
        "strike",
        "strikes",
        "raid",
        "raids",
        "move",
        "decision",
        "operation",
        "bombing",
        "withdrawal",
        "delay",
        "killing",
        "action",
    }
    return "defend" if at and deeds.intersection(words[:at]) else None


def wished(words: list[str]) -> bool:
    """Whether a noun after "wants" is something asked of others: "wants a truce", "wants to see him gone"."""
    if words[:1] == ["to"]:
        return words[1:3] == ["go", "further"] or (words[1:2] == ["see"] and len(words) > 3)
    if words[:1] in (["a"], ["an"], ["the"], ["more"], ["no"]):
        words = words[1:]
    return bool(_WISHED.intersection(words[:4]))

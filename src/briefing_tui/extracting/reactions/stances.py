"""Which side words take when no verb of stance says it: the cues inside quotation marks, after "called it …", after "vowed to …"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions import resolves
from briefing_tui.extracting.reactions.deeds import CONDUCT, base_of
from briefing_tui.extracting.reactions.illocutions import illocutions
from briefing_tui.extracting.reactions.wordings import Voice
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import Stance

_PRECEDENCE: Final[tuple[Stance, ...]] = ("urge", "warn", "oppose", "defend", "support", "concern", "neutral")
"""Which stance is taken of two equally strong ones: what is asked for and threatened outweighs how it is coloured."""
_NEGATORS: Final = frozenset(
    "not never no without n't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't nor cannot".split()
)
_FLIPPED: Final[dict[Stance, Stance]] = {"support": "oppose", "warn": "defend"}
_THREATENING: Final = frozenset(
    "retaliate retaliation respond response revenge avenge vengeance punish punishment punished countermeasure countermeasures answer crush "
    "crushing destroy destruction defeat hunt eliminate strike strikes striking attack attacks hit fight fighting consequences unpunished "
    "unanswered escalate escalation target targets targeting kill force war missile missiles invade annihilate decisive harsh severe "
    "painful lethal deadly ruthless justice waste sleep punishing victory stop deploy expand intensify resist confront seize reply retaliatory measures step".split()
)
_HELPFUL: Final = frozenset(
    "end ending support supporting help helping aid assist assistance stand standing provide providing send sending supply supplying back backing deliver "
    "delivering rebuild reconstruction invest commitment solidarity protect peace cooperate cooperation work allies funding backing train training "
    "humanitarian reforms investigate transparency investigation waver loyalty remain abide honour honor".split()
)
_CHARGES: Final = frozenset(
    "allegation allegations accusation accusations claim claims charge charges report reports suggestion suggestions responsibility involvement "
    "role criticism criticisms assertion assertions insinuation insinuations rumour rumours rumor rumors complicity link links blame finding findings "
    "hearsay concerns wrongdoing hand part".split()
)
_OWN_CONDUCT: Final = frozenset(
    "decision decisions move action actions strike strikes policy use record choice handling conduct plan plans deal operation operations stance "
    "position attack attacks approach response measure measures agreement campaign offensive war legacy law bill package vote remarks comments "
    "right step trip talks meeting comments transfer sale delivery deployment cut cuts freeze crackdown raid killing tactics military army visit invasion".split()
)
_AT_RISK: Final = frozenset(
    "lives life freedom security peace stability trade civilians economy navigation global regional international innocent existence sovereignty "
    "shipping safety health supply world region".split()
)
_ARTICLES: Final = frozenset("a the phone telephone video his her their this that conference".split())
_FORETELLING: Final = frozenset("will shall we'll they'll i'll he'll she'll 'll".split())
_MODALS: Final = frozenset("will would can could may might should must to cannot".split())
_NO_ANSWER: Final = frozenset(
    "comment say answer give elaborate discuss confirm name disclose provide specify identify speculate be".split()
)
_SAYS_SOMETHING: Final = frozenset({"that", "to", ":"})
_LEAST_SAID: Final = 4
"""Words after a verb of promise or retort from which they may say what is promised."""
_RESOLVES: Final[dict[str, Callable[[list[str]], Stance | None]]] = {
    "hope": resolves.hoped,
    "agree": resolves.agreed,
    "propose": resolves.proposed,
    "ready": resolves.ready,
    "put_down": resolves.put_down,
}
_CLEAR: Final = 3.0
_NEARLY: Final = 1.5
"""Weight by which the strongest stance may outdo one that stands before it and yet give way to it: what is said first is the point."""
_RETORTED: Final = frozenset({"oppose", "warn", "urge"})
_CONSENTS: Final = (["let"], ["allow"], ["open"], ["free"], ["set"], ["lift"], ["grant"])
"""Words after "promised to" that promise no goods, whatever they name."""
_OBSTRUCTING: Final = frozenset(
    "veto block oppose reject boycott obstruct thwart resist sue challenge overturn repeal vote downgrade ban bar expel "
    "scrap revoke cancel".split()
)
_JUDGES: Final = frozenset("council court tribunal icj icc assembly".split())
_FORCES: Final = frozenset("forces troops army soldiers tanks warships navy jets".split())
_COPULA: Final = frozenset("is are was were constitutes constitute amounts".split())
_VERDICTS: Final = frozenset(
    "a an as amounted amount constituted constitute represented represents committed commits commit committing called calls remains becomes became it be "
    "being seems looks how so very more most too not".split()
)
"""Words before an opinion that show it to be what is said of something, or how much."""
_VERDICT_REACH: Final = 4
_COLOURING: Final = frozenset({"oppose", "concern"})
_LINKS: Final = frozenset(
    "and or but to for in on by of with that than as if when because against at from is are was were the a an its their".split()
)
_NAMING: Final = frozenset("of these those this from against by under with their its his her our".split())
_PREDICATE: Final = 0.5
"""What being a predicate counts for when the clearest of equally strong words is chosen."""
_NEGATED_NEAR: Final = 3
_NEGATED_FAR: Final = 5
"""Tokens before an opinion within which "not" turns it."""
_DEMONSTRATIVE: Final = 3
"""Words after "rejected" up to which "that" points at a noun rather than opens a clause."""
_MONEY_REACH: Final = 6
"""Tokens after "pledged" within which an amount makes it aid rather than a position."""


class Leaning(NamedTuple):
    """The stance words lean to, the strongest cue (offsets), and how much weight stands behind it (3 is one clear word)."""

    stance: Stance
    weight: float
    cue: tuple[int, int]


def lean(passage: Passage, start: int, end: int, voice: Voice | None = None) -> Leaning | None:
    """The stance the words `text[start:end]` of a passage lean to, or None where nothing tells.

    Words of opinion (the lexicon's) and acts of speech (see `illocutions`) are weighed together.
    """
    scores: dict[Stance, float] = {}
    strongest: dict[Stance, tuple[float, int, int]] = {}

    def weigh(stance: Stance, weight: float, first: int, last: int) -> None:
        scores[stance] = scores.get(stance, 0.0) + weight
        held = strongest.get(stance)
        told = weight + _PREDICATE * _is_predicate(passage, first)
        if held is None or told > held[0]:
            strongest[stance] = (told, first, last)

    for hit in passage.of("opinion"):
        weight = float(hit.entry.get("weight", 2))
        if hit.start < start or hit.end > end or not weight or _is_call(passage, hit):
            continue
        stance: Stance = hit.entry.get("stance")
        if (stance == "urge" and _is_to_be_done(passage, hit)) or (stance == "oppose" and _is_innocence(passage, hit)):
            continue
        if _negated(passage, hit, start):
            if stance not in _FLIPPED:
                continue
            stance = _FLIPPED[stance]
        if stance in _COLOURING and (voice is None or voice.indirect) and _is_in_passing(passage, hit):
            weight /= 2
        weigh(stance, weight, hit.start, hit.end)
    for act in illocutions(passage, start, end, voice):
        weigh(*act)
    if not scores:
        return None
    best = max(scores.values())
    near = [name for name in _PRECEDENCE if scores.get(name, 0.0) >= max(best - _NEARLY, _CLEAR)]
    stance = (
        min(near, key=lambda name: strongest[name][1]) if near else next(name for name in _PRECEDENCE if scores.get(name) == best)
    )
    return Leaning(stance, best, strongest[stance][1:])


def turned(kind: str, stance: Stance, passage: Passage, start: int, end: int) -> Stance | None:
    """The stance of a verb whose side depends on what follows it, `text[start:end]`; None when it is no position at all.

    `kind` is the lexicon's `turns`: "promise", "vow", "denial", "charge", "insist", "defend", "ask", "want" or "threat"; for the others
    see `resolves`.
    """
    words = [token.low for token in passage.between(start, end)]
    if kind == "finding":
        return resolves.found(words, passage.text[start - passage.start : end - passage.start])
    if kind in _RESOLVES:
        if any(start <= money.start < end for money in passage.money):
            return None  # "is prepared to give $20 million" is aid
        return _RESOLVES[kind](words)
    if (
        kind in {"promise", "vow", "insist", "retort"}
        and not _SAYS_SOMETHING.intersection(words[:2])
        and len(words) < _LEAST_SAID
    ):
        before = lean(passage, passage.start, start, Voice(indirect=True))  # “…,” he promised: what is promised stands before
        if before is not None and before.stance != "concern":
            return before.stance
        if kind == "promise" and _THREATENING.intersection(token.low for token in passage.between(passage.start, start)):
            return "warn"
    if kind == "retort":
        leaning = lean(passage, start, end, Voice(indirect=True))
        return leaning.stance if leaning is not None and leaning.weight >= _CLEAR and leaning.stance in _RETORTED else stance
    if kind in {"promise", "vow"}:
        return _promised(passage, words, start, end, usual="warn" if kind == "vow" else "support")
    if kind == "denial":
        if words[:1] == ["to"] and len(words) > 1 and words[1] in _NO_ANSWER:
            return None
        if words[:1] == ["to"]:  # "refused to take part"
            return stance
        denies = words[:1] == ["that"] and len(words) > _DEMONSTRATIVE  # "disputed that a shot was fired", not "that reading"
        return "defend" if denies or _CHARGES.intersection(words[:8]) else stance
    if kind == "insist" and words[:1] == ["that"] and "be" in words[:7] and not _MODALS.intersection(words[:7]):
        return "urge"  # "insisted that all hostages be freed"
    if kind == "insist":
        leaning = lean(passage, start, end)
        return leaning.stance if leaning is not None and leaning.stance in {"oppose", "urge", "warn", "support"} else stance
    if kind == "defend":
        bodily = {"against", "itself", "themselves", "ourselves", "border", "homeland", "country"}.intersection(words[:6])
        return stance if _OWN_CONDUCT.intersection(words[:7]) and not bodily else None
    if kind == "ask":
        return stance if _asks_for_something(words) else None
    if kind == "want":
        whole = words[:1] not in ([], ["to"], ["a"], ["an"], ["more"], ["no"], ["nothing"]) and len(words) > 2
        return stance if whole or resolves.wished(words) else None
    if kind == "threat":
        return None if _AT_RISK.intersection(words[:4]) else stance
    return stance


def _promised(passage: Passage, words: list[str], start: int, end: int, *, usual: Stance) -> Stance | None:
    if any(start <= money.start < end and len(passage.between(start, money.start)) <= _MONEY_REACH for money in passage.money):
        return None
    if _OBSTRUCTING.intersection(words[:4]) or ("take" in words[:3] and _JUDGES.intersection(words)):
        return "oppose"  # "promised to veto any embargo", "vowed to take the case to the Council"
    if {"send", "move", "deploy"}.intersection(words[:4]) and _FORCES.intersection(words[:8]):
        return "warn"
    harsh = len(_THREATENING.intersection(words[:14]))
    kind = len(_HELPFUL.intersection(words[:14]))
    if kind > harsh:
        return "support"
    leaning = lean(passage, start, end)
    if harsh == kind == 0:
        if leaning is not None and leaning.stance in {"support", "warn"}:
            return leaning.stance
        goods = (
            not {"will", "would"}.intersection(words)
            and words[1:2] not in _CONSENTS
            and any(hit.entry.category in {"weapon", "item_noun"} and start <= hit.start < end for hit in passage.hits)
        )
        return None if goods else usual  # "pledged two more batteries" is aid
    return "warn"


def _asks_for_something(words: list[str]) -> bool:
    if not words or words[0] in {
        "about",
        "whether",
        "if",
        "why",
        "how",
        "what",
        "not",
        "who",
        "by",
        "where",
        "when",
        "on",
        "in",
        ",",
    }:
        return False
    return "to" in words[:9] or "for" in words[:9] or "that" in words[:4]


def _is_predicate(passage: Passage, start: int) -> bool:
    """Whether the words at `start` are what something is said to be ("are illegal"), which is clearer than a word in passing."""
    at = passage.token_at(start)
    return any(token.low in _COPULA for token in passage.tokens[max(0, at - 2) : at])


def _is_in_passing(passage: Passage, hit: Hit) -> bool:
    """Whether an opinion only colours a thing named ("the North's illicit programmes", "victims of terrorism"), unlike a verdict."""
    at = passage.token_at(hit.start)
    before = [token.low for token in passage.tokens[max(0, at - _VERDICT_REACH) : at]]
    if _COPULA.intersection(before) or _VERDICTS.intersection(before):
        return False
    after = passage.between(hit.end, passage.end)[:1]
    modifies = (
        bool(after) and after[0].low.isalpha() and after[0].low not in _LINKS and not after[0].low.endswith(("ed", "ing", "ly"))
    )
    return modifies or (bool(before) and (before[-1] in _NAMING or before[-1].endswith("'s")))


def _is_to_be_done(passage: Passage, hit: Hit) -> bool:
    """Whether what sounds like a demand tells what will be done ("we will stop the flights", "they will immediately start")."""
    at = passage.token_at(hit.start)
    return at > 0 and passage.tokens[at - 1].low in _FORETELLING


def _is_innocence(passage: Passage, hit: Hit) -> bool:
    """Whether "would never" is said of an attack, which is no refusal."""
    after = passage.tokens[passage.token_at(hit.end) :][:1]
    return passage.text[: hit.end - passage.start].endswith(" never") and bool(after) and base_of(after[0].low) in CONDUCT


def _is_call(passage: Passage, hit: Hit) -> bool:
    """Whether "call on" is a telephone call on some day."""
    at = passage.token_at(hit.start)
    return passage.tokens[at].low in {"call", "calls"} and at > 0 and passage.tokens[at - 1].low in _ARTICLES


def _negated(passage: Passage, hit: Hit, start: int) -> bool:
    at = passage.token_at(hit.start)
    for back in range(1, _NEGATED_FAR + 1):
        if at - back < 0 or passage.tokens[at - back].start < start:
            return False
        low = passage.tokens[at - back].low
        if low in _NEGATORS and (back <= _NEGATED_NEAR or passage.tokens[at - back + 1].low in {"a", "an", "any"}):
            return True  # far only before a noun: "not a gesture of friendship"
        if low in {",", ";", "and", "but", "that"}:
            return False
    return False

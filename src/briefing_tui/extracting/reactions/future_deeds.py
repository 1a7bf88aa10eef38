"""The side taken by saying that something will or will not be done, by the verb and what follows it.

Each function answers with a stance and its weight, or None where the verb tells nothing. `rest` are the words after the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.extracting.reactions import deeds

if TYPE_CHECKING:
    from briefing_tui.model.vocabulary import Stance


def refused(word: str, rest: list[str]) -> tuple[Stance, float] | None:
    """What one will not do: a refusal, a threat ("will not stand by"), a promise ("will not waver") or a denial."""
    if word in deeds.SILENCE:
        return "neutral", 4
    if word in deeds.DESERTION or (word == "let" and "down" in rest) or (word == "turn" and {"back", "backs"}.intersection(rest)):
        return "support", 4
    if word in {"allow", "let", "permit"} and {"territory", "soil", "airspace", "land", "bases"}.intersection(rest):
        return "defend", 4
    if word in deeds.SUFFERANCE:
        return "warn", 4
    if word in deeds.CONDUCT:
        return "defend", 3
    if word in {"be", "back", "give"}:
        if {"party", "part", "involved", "drawn", "dragged"}.intersection(rest):
            return "defend", 3
        return "oppose", 3
    return ("oppose", 3) if word in deeds.CONCESSIONS else ("oppose", 2)


def promised(word: str, rest: list[str], said: set[str]) -> tuple[Stance, float] | None:
    """What one will do: help, force, obstruction, pressure, or nothing yet."""
    if word in deeds.DEFENCE:
        return "defend", 2
    if word in deeds.FIGHTING or (word in {"take", "use", "impose"} and deeds.FORCE.intersection(rest)):
        return "warn", 4
    if word in deeds.OBSTRUCTION:
        return "oppose", 3
    if word in deeds.PRESSING:
        return "urge", 3
    if word == "do":
        if "ourselves" in rest or {"our", "country"} <= said or {"our", "borders"} <= said:
            return "defend", 3
        return ("support", 3) if {"everything", "whatever", "utmost", "part", "all", "best"}.intersection(rest) else None
    if word == "be":
        if {"forced", "compelled", "obliged"}.intersection(rest[:2]):
            return "warn", 3
        return ("support", 3) if {"there", "ready", "able", "with", "by"}.intersection(rest[:2]) else None
    if word in deeds.HELP:
        return "support", 3
    if word in {"stay", "remain", "hold"}:
        return "defend", 2
    return ("neutral", 2) if word in deeds.WAITING else None


def doubted(word: str, rest: list[str]) -> tuple[Stance, float] | None:
    """What the other side's deed will not do."""
    if word == "go" and {"unanswered", "unpunished", "unnoticed"}.intersection(rest):
        return "warn", 5
    if word == "be" and deeds.LEFT_OPEN.intersection(rest):
        return "warn", 4
    if word in deeds.SUCCESS or (word == "be" and {"enough", "allowed", "able", "accepted"}.intersection(rest[:2])):
        return "oppose", 3
    return None


def foreboded(word: str, rest: list[str], *, conditional: bool) -> tuple[Stance, float] | None:
    """What the other side, or the thing itself, will do."""
    if word in deeds.RECKONING or (word in deeds.BEARING and deeds.RECKONED.intersection(rest)):
        return "warn", 4
    if word == "be" and deeds.PUNISHED.intersection(rest[:3]):
        return "warn", 4
    if word in deeds.HARM or (
        word in {"have", "mean", "be", "become", "bring", "put", "draw"} and deeds.EVILS.intersection(rest)
    ):
        return "warn", 3
    if word in deeds.BENEFIT:
        return "support", 2
    if word in deeds.WAITING:
        return None
    return ("warn", 2) if conditional or word == "follow" else None

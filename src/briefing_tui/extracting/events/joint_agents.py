"""Those who acted with the named doer, and those whom the text blames for what it tells without a doer."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import Candidate
from briefing_tui.extracting.events.doers import Doer
from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.model.patterns import compile_later

_WITH: Final = compile_later(
    r"\b(?:together with|jointly with|in coordination with|in tandem with|with (?:the )?(?:help|assistance|aid) (?:of|from)|aided by|helped by|assisted by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WITH_HELP: Final = compile_later(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_HELP: Final = compile_later(r"(?:['’]s?)?\s+(?:help|assistance|aid)\b", re.IGNORECASE)
_BLAMED_AFTER: Final = compile_later(
    r"\b(?:blam\w+ (?:it |them |this )?on|attributed to|pinned on|point\w* the finger at|claimed by|suspected to (?:be|have been) the work of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BLAMED_BEFORE: Final = compile_later(r"\b(?:blam|accus)(?:e|es|ed|ing)\s+(?:the\s+)?", re.IGNORECASE)
_ATTRIBUTED: Final = compile_later(r"\battribut(?:e|es|ed|ing)\b[^;:]*$", re.IGNORECASE)
_TO: Final = compile_later(r"\bto (?:the )?")
_REACH: Final = 90
"""Code points after the trigger within which its clause may go on to blame."""
_NEAR: Final = 3


def with_partners(candidate: Candidate, doer: Doer) -> Doer:
    """The doer with those he drills or scuffles with: "exercises with the United States", "police clashed with protesters"."""
    scuffle = candidate.hit.entry.key == "clash_verb" and candidate.action == "other"
    if not (candidate.action == "exercise" or scuffle) or not doer.actors or doer.rule == "first-named":
        return doer
    known = {actor.code for actor in doer.actors}
    added = [
        actor
        for party in candidate.objects
        if party.preposition == "with" and not party.is_any({"munition", "armour", "aircraft"})
        for actor in party.actors
        if actor.code not in known and (scuffle or not actor.code.startswith("group:"))
    ]
    return Doer((*doer.actors, *added), doer.span, doer.rule) if added else doer


def with_helpers(reading: Reading, candidate: Candidate, doer: Doer) -> Doer:
    """The doer with those who did it together with him: "Israel, with help from U.S. destroyers", "the army, with Wagner's help"."""
    if not doer.actors or doer.span is None:
        return doer
    passage = candidate.passage
    low = min(doer.span[0], candidate.start) if passage.start <= doer.span[0] < passage.end else candidate.start
    found: list[Mention] = []
    for match in _WITH.finditer(reading.text, low, min(passage.end, candidate.hit.end + _REACH)):
        if ";" in reading.text[low : match.start()]:
            break
        mention = _mention_at(passage, match.end())
        if mention is not None:
            found.append(mention)
    found += [
        mention
        for mention in passage.mentions
        if low <= mention.start < candidate.hit.end + _REACH
        and (_HELP.match(reading.text, mention.end) or _HELP.match(reading.text, mention.end - 2))
        and _WITH_HELP.search(reading.text, max(low, mention.start - 10), mention.start)
    ]
    found += _listed_before(passage, doer)
    known = {actor.code for actor in doer.actors}
    more = tuple(
        actor for mention in found for actor in mention.actors if actor.code not in known and not actor.code.startswith("group:")
    )
    return Doer((*doer.actors, *dict.fromkeys(more)), doer.span, doer.rule) if more else doer


def _listed_before(passage: Passage, doer: Doer) -> list[Mention]:
    """The leaders before the one next to the verb: "U.S. President A, Prime Minister B and President C will unveil joint patrols"."""
    if doer.span is None:
        return []
    found: list[Mention] = []
    after = next((one for one in passage.mentions if one.start <= doer.span[0] < one.end), None)
    if after is None or after.person is None:
        return []
    for mention in reversed([one for one in passage.mentions if one.end <= after.start]):
        gap = [token.low for token in passage.between(mention.end, after.start)]
        if mention.person is None or not mention.actors or not gap or not set(gap) <= {",", "and"}:
            break
        found.insert(0, mention)
        after = mention
    return found


def blamed(reading: Reading, candidate: Candidate) -> Doer | None:
    """Whom the sentence blames: "…, which Damascus blamed on Israel", "pointing the finger at Ukraine", "accused Baku of shelling"."""
    passage = candidate.passage
    after = _BLAMED_AFTER.search(reading.text, candidate.hit.end, min(passage.end, candidate.end + 2 * _REACH))
    if after is not None and ";" not in reading.text[candidate.hit.end : after.start()]:
        mention = _mention_at(passage, after.end())
        if mention is not None:
            return Doer(mention.actors, (mention.start, mention.end), "blamed")
    if _ATTRIBUTED.search(reading.text, passage.start, candidate.hit.start):
        for match in _TO.finditer(reading.text, candidate.hit.end, min(passage.end, candidate.end + 2 * _REACH)):
            mention = _mention_at(passage, match.end())
            if mention is not None and mention.start - match.end() <= len("the "):
                return Doer(mention.actors, (mention.start, mention.end), "blamed")
    for match in _BLAMED_BEFORE.finditer(reading.text, passage.start, candidate.hit.start):
        mention = _mention_at(passage, match.end())
        if mention is None:
            continue
        gap = [token.low for token in passage.between(mention.end, candidate.hit.start)]
        if gap and gap[0] in {"of", "for", "over"} and not {";", "and", "that"} & set(gap):
            return Doer(mention.actors, (mention.start, mention.end), "blamed")
    following = reading.passages[passage.index + 1 : passage.index + 2]
    for near in following:
        found = _BLAMED_BEFORE.search(near.text)
        if near.sentence.block == passage.sentence.block and found is not None and found[0].lower().startswith("blam"):
            mention = _mention_at(near, near.start + found.end())
            if mention is not None:
                return Doer(mention.actors, (mention.start, mention.end), "blamed")
    return None


def _mention_at(passage: Passage, offset: int) -> Mention | None:
    """The actor named at or right after an offset."""
    return next(
        (
            mention
            for mention in passage.mentions
            if mention.actors
            and offset - 4 <= mention.start
            and len(passage.between(offset, mention.start)) <= _NEAR
            and mention.start - offset < 30
        ),
        None,
    )

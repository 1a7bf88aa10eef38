"""Things in lists: bullets under an introduction of aid, the contents of a package, inverted sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.aid.chains import CIVIL, FIGHTING, FILLERS, JOINS, Given, continues, coordinated, is_filler
from briefing_tui.extracting.aid.contents import UNKNOWN_FIRST
from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.item_phrases import Thing, find_things
from briefing_tui.extracting.aid.objects import OBJECT_FRAMES
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.verbs import AidVerb, find_verbs
from briefing_tui.extracting.passages import Passage
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus

_INVERTED: Final = compile_later(
    r"^\W*(?:also|included|at the (?:top|head)|top of|among|part of|new (?:on|in|to)|listed|on board|aboard|inside|first|next|in (?:it|the|this|that)|on (?:the|their|its|top)|with it|alongside|travel(?:l)?ing with|accompanying|coming with|added to|to be|still|(?:conspicuously )?(?:absent|missing|left out))\b[^.;]{0,70}?(?:\b(?:are|is|were|was|come|comes|will be|be)\b|:)\s",
    re.IGNORECASE,
)


_DONATED_COLON: Final = compile_later(
    r"^\W*(?:\d{1,2}[:.]\d\d\W+)?(?:also |already |to be |still )?(?:donated|included|delivered|pledged|promised|announced|sent|provided|approved|ordered|requested|stuck|pending|outstanding|missing|absent)[^.;:]{0,30}:\s",
    re.IGNORECASE,
)


_LIST_CUE: Final = compile_later(
    r"\b(?:includ\w+|consist\w*|compris\w+|contain\w*|cover\w*|following|provid\w+|deliver\w*|procur\w+|suppl\w+|donat\w+|send\w*|sent|pledg\w+|ship\w*|receiv\w+|transferr\w+|capabilit\w+"
    r"|package|assistance|support|planning|execution|aid|equipment|items|weapons|supplies|allocat\w+|distribut\w+|brought|hand\w* over|in it|travel\w* with|announc\w+|committed|approved|made up of|these are|as follows)\b",
    re.IGNORECASE,
)


def listed(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Bullets under a sentence or heading that introduces aid."""
    del verbs
    if passage.block.kind != "list_item" or not things:
        return []
    introduction = _introduction(context, passage)
    if introduction is None:
        return []
    status, confidence = introduction
    if not _is_list_of_things(context, passage):
        return []
    if FIGHTING.search(passage.text) and not passage.text[:40].lower().startswith(tuple("0123456789")):
        first = FIGHTING.search(passage.text)
        if first is not None and first.start() < things[0].start - passage.start:
            return []
    funded = _FUNDED.match(passage.text)
    if funded is not None:
        money_for = next((thing for thing in things if thing.start >= passage.start + funded.end() - 1), None)
        if money_for is None or any(
            not is_filler(passage, token) for token in passage.between(passage.start + funded.end(), money_for.start)
        ):
            return []
        start = passage.start + funded.start("what")
        whole = replace(money_for, start=start, core=start, end=coordinated(passage, things, money_for)[-1].end, weak=False)
        return [Given(passage, whole, "list-of-aid", status, None, confidence)]
    out = []
    reach: int | None = None
    for thing in things:
        if reach is None:
            if not _opens(passage, thing):
                break
        elif not continues(passage, reach, thing.start, bullets=True):
            continue
        out.append(Given(passage, thing, "list-of-aid", status, None, confidence - (0.1 if thing.weak else 0.0)))
        reach = thing.end
    return out


_FUNDED: Final = compile_later(
    r"\W*(?P<what>(?:additional )?(?:funding|funds|support|assistance|financing) (?:for|to (?:support|provide|cover|pay for)) )",
    re.IGNORECASE,
)
"""A bullet that tells what money is for ("Support for repairs, upkeep and transport"): one item."""


def _opens(passage: Passage, thing: Thing) -> bool:
    """Whether a thing is what a bullet is about: it opens it, but for a number, an article or a verb of giving."""
    lead = passage.between(passage.start, thing.start)
    if not lead:
        return True
    given = {
        hit.start
        for hit in passage.hits
        if hit.entry.category == "aid_verb" and hit.entry.get("frame") in {"give", "promise", "order"}
    }
    return len(lead) <= 5 and all(
        token.low in FILLERS or token.start in given or not token.low[0].isalpha() or is_filler(passage, token) for token in lead
    )


def _is_list_of_things(context: AidContext, passage: Passage) -> bool:
    """Whether the bullets of this passage's list name things: half of them open with one, and not all are words of many uses."""
    introduction = passage.block.introduction
    if introduction is None:
        return False
    known = context.lists.get(introduction)
    if known is not None:
        return known
    bullets = opening = strong = military = 0
    block = -1
    for other in context.reading.passages[passage.index :]:
        if other.block.introduction != introduction:
            break
        if other.sentence.block == block:
            continue
        block = other.sentence.block
        bullets += 1
        first = next(iter(find_things(other)), None)
        if first is not None and _opens(other, first):
            opening += 1
            strong += not first.weak
            military += first.named or first.item_class not in CIVIL
    on_subject = context.on_subject and context.near(passage.index)
    context.lists[introduction] = opening * 2 >= bullets and strong > 0 and (on_subject or military > 0)
    return context.lists[introduction]


def _introduction(context: AidContext, passage: Passage) -> tuple[AidStatus, float] | None:
    """Status and confidence of the list's introduction, None when it introduces no aid."""
    reading = context.reading
    places = reading.introduction_of(passage)
    if not places:
        return None
    last = places[-1]
    if last.block.kind == "paragraph" and not last.text.rstrip().endswith((":", "–", "—")):
        return None
    text = last.text
    if FIGHTING.search(text) and not re.search(
        r"\b(?:aid|assistance|package|donat|suppl|deliver|provid)\w*", text, re.IGNORECASE
    ):
        return None
    aid = last.has("aid_noun", "handover", "mechanism") or any(
        verb.frame in {"give", "promise", "order", "ask", "contain", "receive"} for verb in find_verbs(last)
    )
    if last.block.kind == "heading":
        if not (last.has("aid_noun") and context.on_subject and _LIST_CUE.search(text)):
            return None
    elif not (aid and _LIST_CUE.search(text)) and not _goes_on(context, last):
        return None
    if not (
        any(context.is_receiver(side) for side in recipients_in(context, last))
        or context.default_recipient.actors
        or last.has("mechanism")
        or _goes_on(context, last)
    ):
        return None
    verb = next((verb for verb in reversed(find_verbs(last)) if verb.frame in OBJECT_FRAMES and verb.frame != "contain"), None)
    status: AidStatus = verb.status if verb is not None else "announced"
    return status, 0.9 if last.has("aid_noun", "mechanism") else 0.8


def _goes_on(context: AidContext, introduction: Passage) -> bool:
    """Whether an introduction without a word of aid ("Traveling with the jets are:") follows sentences about aid."""
    if not context.on_subject or not re.search(
        r"\b(?:in it|contents?|with (?:it|them|the)|they are|these are|are|includ\w+|follow\w*)\b",
        introduction.text,
        re.IGNORECASE,
    ):
        return False
    passages = context.reading.passages
    before = passages[max(0, introduction.index - 2) : introduction.index]
    if introduction.block.heading is not None:
        before = before + context.reading.passages_of(introduction.block.heading)
    return any(
        place.has("aid_noun", "handover") or any(verb.frame in {"give", "promise"} for verb in find_verbs(place))
        for place in before
    )


def apposed(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Things set off by a dash, colon or bracket after the package they make up ("the $8bn sale – missiles, shells, bombs –")."""
    del verbs
    out: list[Given] = []
    if not context.on_subject:
        return out
    for thing in things:
        index = passage.token_at(thing.start) - 1
        while index >= 0 and is_filler(passage, passage.tokens[index]) and passage.tokens[index].low not in JOINS:
            index -= 1
        if index >= 1 and passage.tokens[index].low == ",":
            index = _colon_before(passage, index)
        if index < 1 or passage.tokens[index].low not in {"–", "—", ":", "(", "-"}:
            continue
        mark = passage.tokens[index].start
        noun = next(
            (
                hit
                for hit in passage.hits
                if hit.entry.category == "aid_noun"
                and (
                    hit.entry.get("unit") in {"package", "sale", "grant", "aid"} or (hit.entry.key == "support" and passage.money)
                )
                and hit.entry.key != "weapons"
                and 0 <= mark - hit.end <= _ASIDE
                and hit.end <= mark
            ),
            None,
        )
        if noun is None or any(token.low in {",", ";", "."} for token in passage.between(noun.end, mark)):
            continue
        out.extend(
            Given(passage, member, "apposed-to-package", "announced", None, 0.75)
            for member in coordinated(passage, things, thing)
        )
    return out


def _colon_before(passage: Passage, comma: int) -> int:
    """Index of the colon that opens a list whose first members no word is known for; -1 where there is none."""
    text, base = passage.text, passage.start
    colon = text.rfind(":", 0, passage.tokens[comma].start - base)
    if colon < 0 or not UNKNOWN_FIRST.match(text[colon + 1 : passage.tokens[comma].end - base] + " "):
        return -1
    return passage.token_at(base + colon)


_ASIDE: Final = 55
"""Most characters between a package and the mark that opens the list of its contents."""


def inverted(context: AidContext, passage: Passage, things: Sequence[Thing], verbs: Sequence[AidVerb]) -> list[Given]:
    """Such as "Also included are X", "In the convoy are X", "Also donated: X"."""
    del verbs
    if not things or not context.on_subject:
        return []
    match = _DONATED_COLON.match(passage.text) or _INVERTED.match(passage.text)
    if match is None or FIGHTING.search(passage.text[: match.end()]):
        return []
    before = context.reading.passages[passage.index - 1] if passage.index else None
    about = passage.has("aid_noun", "handover", "aid_verb") or (before is not None and before.has("aid_noun", "handover"))
    if not about:
        return []
    if _AMONG_THEM.match(passage.text) and any(
        _CLOSED.search(place.text) or FIGHTING.search(place.text) for place in (before, passage) if place
    ):
        return []
    at = passage.start + match.end()
    first = next((thing for thing in things if thing.start >= at - 1), None)
    if first is None or any(not is_filler(passage, token) for token in passage.between(at, first.start)):
        return []
    missing = bool(re.match(r"\W*(?:conspicuously )?(?:absent|missing|left out|still stuck|stuck)", passage.text, re.IGNORECASE))
    status: AidStatus = "suspended" if missing else "announced"
    return [
        Given(passage, thing, "inverted-list", status, None, 0.75 - (0.1 if thing.weak else 0.0))
        for thing in coordinated(passage, things, first)
    ]


_AMONG_THEM: Final = compile_later(r"\W*among (?:them|these|those)\b", re.IGNORECASE)
_CLOSED: Final = compile_later(
    r"\b(?:shut|clos(?:ed|ing|ure)|forced to|stopped|ran out|loot(?:ed|ing)|stolen|lost|arrest\w*|detain\w*|burn(?:ed|t)|collapsed)\b",
    re.IGNORECASE,
)
"""What befell those of whom "among them" names some."""

"""Coordination: which things go on with a list, and the words that may stand between its members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing_tui.extracting.aid.context import AidContext
from briefing_tui.extracting.aid.item_phrases import Thing
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import AidStatus

FILLERS: Final = frozenset(
    "a an the its their his her our more another additional up to also both at least about some further much - – of in worth new even many"
    " several these those such quarter half third fleet various different first last next final remaining desperately sorely badly long much-needed other enough sufficient urgently immediately quickly out over from".split()
)


JOINS: Final = frozenset({",", ";", "and", "or", "plus", "&", "/", "–", "-", "—"})


_JOIN_WORDS: Final = frozenset(
    "including include includes such as well along together with also like alongside additional the a an their its more some other both further up to new"
    " of on top in addition among them plus consisting of namely then too".split()
)


FIGHTING: Final = compile_later(
    r"\b(?:struck|strike[sd]?|striking|attack\w*|destroy\w*|shot down|brought down|downed|intercept(?:ed|ing)|hit|launched|launching|fired|firing|explo\w+|killed|kills?|wounded|casualt\w+|bomb(?:ed|ing)|shell(?:ed|ing)|seiz\w+"
    r"|captured|damag\w+|sank|sunk|crash\w*|sanction\w*|designat\w+|violat\w+|targets?|targeted|claimed responsibility)\b",
    re.IGNORECASE,
)


class Given(NamedTuple):
    """A thing that is given, promised, asked for or withheld, the rule that says so, and the verb that gives it its status."""

    passage: Passage
    thing: Thing
    rule: str
    status: AidStatus
    verb: Hit | None
    confidence: float
    negated: bool = False


CIVIL: Final = frozenset(
    {"humanitarian", "medical", "energy", "financial", "other", "vehicle", "equipment", "training", "engineering"}
)


def filler_spans(passage: Passage) -> list[tuple[int, int, str]]:
    """The spans that may stand between a verb and its object: (start, end, kind)."""
    spans = [(mention.start, mention.end, "mention") for mention in passage.mentions]
    spans += [(hit.start, hit.end, "mention") for hit in passage.of("state")]
    spans += [(money.start, money.end, "aid") for money in passage.money]
    spans += [(hit.start, hit.end, "aid") for hit in passage.hits if hit.entry.category in {"aid_noun", "handover", "mechanism"}]
    spans += [(quantity.start, quantity.end, "number") for quantity in passage.quantities]
    spans += [(day.start, day.end, "date") for day in passage.dates]
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def coordinated(passage: Passage, things: Sequence[Thing], first: Thing, *, unknown: bool = True) -> list[Thing]:
    """A thing and those coordinated with it after it; `unknown` lets a member that no word is known for stand between them."""
    chain = [first]
    reach = first.end
    for thing in things:
        if thing.start < reach or thing is first:
            continue
        if continues(passage, reach, thing.start, unknown=unknown):
            if _begins_clause(passage, reach, thing):
                break
            chain.append(thing)
        elif not _belongs(passage, reach, thing.start):
            break
        reach = thing.end
    return chain


def _belongs(passage: Passage, end: int, start: int) -> bool:
    """Whether a thing only tells what the one before it is for: "missiles for the air defence systems"."""
    words = [token.low for token in passage.between(end, start)]
    return bool(words) and words[0] in {"for", "of", "on"} and all(word in _ARTICLES for word in words[1:])


_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "those", "these", "both"})


def continues(passage: Passage, end: int, start: int, *, bullets: bool = False, unknown: bool = True) -> bool:
    """Whether a thing that begins at `start` goes on with the list whose last member ended at `end`."""
    between = passage.between(end, start)
    if not between:
        return False
    if unknown and _is_unknown_member(passage, between):
        return True
    if between[0].low == "," and _PART_OF_IT.fullmatch(passage.text, end - passage.start, start - passage.start):
        return True
    if all(token.low in JOINS or token.low in _JOIN_WORDS or token.low in {"(", ")"} for token in between):
        return any(
            token.low in JOINS
            or token.low in {"including", "such", "as", "with", "alongside", "include", "includes", "like", "namely", "among"}
            for token in between
        )
    spans = filler_spans(passage)
    rest = [token for token in between if not any(low <= token.start < high for low, high, _ in spans)]
    if all(
        token.low in JOINS or token.low in _JOIN_WORDS or token.low in {"(", ")", "for", "by", "'s", "worth", "from", "'"}
        for token in rest
    ):
        return any(token.low in JOINS for token in rest)
    last = _last_join(between)
    if last is None:
        return False
    lead = [token for token in between[last + 1 :] if token.low not in _JOIN_WORDS]
    if lead:
        return False
    aside = between[:last]
    if any(
        token.low in {"but", "while", "though", "although", "not", "because", "after", "said", "says", ".", "”", "who"}
        for token in aside
    ):
        return False
    mark = between[last].low
    semicolon = any(token.low == ";" for token in between)
    if semicolon:
        return True
    verbal = any(
        token.low in {"to", "which", "that", "is", "are", "was", "were", "will", "has", "have", "had"} for token in aside
    )
    if bullets:
        return not verbal and len(aside) <= 12
    if mark in {"-", "–", "—"} and between[0].low == mark:
        return not verbal and len(aside) <= 8 and any(q.start == start for q in passage.quantities)
    if mark == "," or any(token.low == "," for token in between[last - 1 : last]):
        return not verbal and len(aside) <= 8
    return not verbal and len(aside) <= 5 and any(q.start == start for q in passage.quantities)


def _is_unknown_member(passage: Passage, between: Sequence[Token]) -> bool:
    """Whether one member that no word is known for stands between two others: ", a 3D metal printer and"."""
    words = [token.low for token in between]
    if len(words) < 3 or words[0] != "," or words[-1] not in {",", "and"} or len(words) > _MEMBER:
        return False
    inner = between[1 : -2 if words[-2:] == [",", "and"] else -1]
    verbs = {hit.start for hit in passage.hits if hit.how.startswith("verb")}
    return (
        bool(inner)
        and all(
            token.low[0].isalnum()
            and token.start not in verbs
            and token.low not in _NO_MEMBER
            and not token.low.endswith(("ly", "ing"))
            for token in inner
        )
        and not any(
            mention.start < inner[-1].end and inner[0].start < mention.end and not mention.adjective
            for mention in passage.mentions
        )
    )


_MEMBER: Final = 8
_NO_MEMBER: Final = frozenset(
    "which who that whose where when while as to by at from with on for in is are was were be been has have had will would said says after before because but not"
    " he she it they we i this these those there here also among including including".split()
)


def _begins_clause(passage: Passage, end: int, thing: Thing) -> bool:
    """Whether ", and" before a thing opens a new clause, of which it is the subject ("…, and two jets flew over the capital")."""
    between = passage.between(end, thing.start)
    words = {token.low for token in between}
    if not (";" in words or (between and between[0].low == "," and words & {"and", "but", "while"})):
        return False
    index = passage.token_at(thing.end)
    if index >= len(passage.tokens):
        return False
    after = passage.tokens[index]
    return after.low in _FINITE or any(
        hit.start == after.start and hit.entry.category in {"event", "say", "deed"} and hit.how.endswith((".ed", ".s", ".past"))
        for hit in passage.hits
    )


_FINITE: Final = frozenset(
    "flew fly flies is are was were have has had will would can could may might must hit struck killed destroyed fired attacked crossed said began took came"
    " wounded injured downed remain remained remains stand stood continue continued".split()
)


_PART_OF_IT: Final = compile_later(
    r",\s+(?:\d[\d,]*|some|most|many|all|both|half|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens) of (?:which|whom|them) [^,;:“”]{2,70},\s+(?:and |plus |as well as )?(?:an? |the )?"
)
"""A clause that tells of a part of the member before: "80 vehicles, 35 of which have arrived, radios"."""


def _last_join(between: Sequence[Token]) -> int | None:
    for index in range(len(between) - 1, -1, -1):
        if between[index].low in JOINS or between[index].low in {"plus", "including"}:
            return index
    return None


def is_filler(passage: Passage, token: Token) -> bool:
    """Whether a word may stand between a verb or "includes" and the first thing: articles, numbers, actors, words of aid."""
    return (
        token.low in FILLERS
        or token.low in _JOIN_WORDS
        or any(low <= token.start < high for low, high, kind in filler_spans(passage) if kind in {"number", "mention", "aid"})
    )


def near_aid(context: AidContext, passage: Passage) -> bool:
    """Whether the sentence or one next to it has a noun of aid."""
    around = context.reading.passages[max(0, passage.index - 1) : passage.index + 2]
    return any(place.has("aid_noun") for place in around)


def coordinated_before(passage: Passage, things: Sequence[Thing], last: Thing) -> list[Thing]:
    """A thing and those coordinated with it before it."""
    chain = [last]
    for thing in reversed(things):
        if thing.end > chain[0].start or thing is last:
            continue
        between = [token.low for token in passage.between(thing.end, chain[0].start)]
        if between[:1] == ["with"] or between == [",", "and", "the"] or not continues(passage, thing.end, chain[0].start):
            break
        chain.insert(0, thing)
    return chain

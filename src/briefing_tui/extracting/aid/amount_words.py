"""The nouns and verbs that make an amount of money aid, and the words of its trigger."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.values.nearby import REACH, beginning_within, hits_around
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Mechanism

_LINKS: Final = frozenset(
    "in of worth and other new additional the more further for a an its their to as part total combined first second third up extra fresh annual"
    " emergency , - –".split()
)


_LEFT_LINKS: Final = frozenset(
    "worth valued at totalling totaling of amounting to is was are were comes about around some up over more than roughly nearly estimated an a approximately"
    " with value price tag put combined total the in exceeding as much least close almost , ( – — additional further another for including".split()
)


_STOPPERS: Final = frozenset(
    "consisting including comprising containing featuring covering that which who while after before because but said says since when where although whose is are was were has have had will would by against than".split()
)


def noun_after(passage: Passage, money: Money) -> tuple[Hit | None, int]:
    """The noun of aid that the amount counts or modifies: "$275 million military aid package", "€50 million in humanitarian aid"."""
    limit = past_conversion(passage, money.end)
    tokens = passage.tokens
    index = passage.token_at(limit)
    listing = index < len(tokens) and tokens[index].low in {"in", "of", "worth"}
    hits: dict[int, Hit] = {}
    for hit in beginning_within(passage.hits, limit, limit + _AHEAD):
        thing = listing and hit.entry.category in {"item_noun", "weapon"} and not hit.entry.get("weak")
        if thing or hit.entry.category in {"aid_noun", "mechanism"}:
            known = hits.get(hit.start)
            if known is None or hit.end > known.end or (hit.end == known.end and hit.entry.category == "aid_noun"):
                hits[hit.start] = hit
    best: Hit | None = None
    steps = 0
    others = {other.start for other in passage.money if other.start > limit}
    while index < len(tokens) and steps < 9:
        token = tokens[index]
        if token.start in others:
            break
        if token.low == "," and not listing:
            break
        found = hits.get(token.start)
        if found is not None:
            best = found if best is None or _better(found, best) else best
            index = passage.token_at(found.end)
            following = tokens[index] if index < len(tokens) else None
            if following is None or (following.start not in hits and following.low not in {"and", ",", "of", "for"}):
                if following is not None and following.low.isalpha() and _noun_follows(passage, index, hits):
                    steps += 1
                    continue
                return best, best.end
            steps += 1
            index = index if following.start in hits else index + 1
            continue
        if token.low in _STOPPERS or token.low in {".", ";", ":", "“", "”", "(", ")"}:
            break
        if best is not None and token.low not in _LINKS:
            break
        if token.low == "to" and best is None:
            break
        steps += 1
        index += 1
    return best, best.end if best else money.end


_AHEAD: Final = 600
"""Code points behind an amount, more than the nine words and names that are looked at take."""


def _noun_follows(passage: Passage, index: int, hits: dict[int, Hit]) -> bool:
    """Whether another noun of aid ends the same compound a word or two on ("military aid and weapons package")."""
    return any(token.start in hits for token in passage.tokens[index : index + 2])


def _better(hit: Hit, best: Hit) -> bool:
    order = ["money", None, "aid", "grant", "loan", "sale", "package"]
    return order.index(hit.entry.get("unit")) > order.index(best.entry.get("unit"))


def past_conversion(passage: Passage, end: int) -> int:
    """The offset after "(€272 million)" when it follows."""
    rest = passage.text[end - passage.start :]
    if rest[:2].strip().startswith("("):
        close = rest.find(")")
        if 0 < close < 60:
            return end + close + 1
    return end


def noun_before(passage: Passage, money: Money) -> Hit | None:
    """The noun of aid the amount is the worth of: "a package worth $2bn", "its support since October to more than €110m"."""
    tokens = passage.tokens
    index = passage.token_at(money.start) - 1
    steps = 0
    ends: dict[int, Hit] = {}
    near = hits_around(passage, tokens[max(0, index - 20)].start, money.start)
    for hit in near:
        if (
            (
                hit.entry.category == "aid_noun"
                or (hit.entry.category == "handover" and hit.entry.key in {"delivery", "provision"})
            )
            and not _in_a_name(passage, hit)
            and hit.end <= money.start
            and (hit.end not in ends or hit.start < ends[hit.end].start)
        ):
            ends[hit.end] = hit
    linked = (
        re.search(r"\b(?:value|worth|total)\b", passage.text[money.start - passage.start : money.end - passage.start]) is not None
    )
    priced = (
        re.search(r"\bfor (?:an? )?(?:further |additional |another |new )?$", passage.text[: money.start - passage.start])
        is not None
    )
    apposed = (
        index >= 0 and tokens[index].low in {",", "—", "–"} and _CLOSED.match(passage.text, money.end - passage.start) is not None
    )
    while index >= 0 and steps < 20:
        token = tokens[index]
        found = ends.get(token.end)
        if apposed and found is None and token.low in {"yet", "ever", "so", "far", "to", "date"}:
            index -= 1
            continue
        if apposed and found is not None and steps <= 1 and found.entry.get("unit") != "money":
            return found  # "the first tranche, about $1 billion, arrived"
        if found is not None and priced and (found.entry.get("unit") == "sale" or token.low in {"request", "requests"}):
            return found
        if found is not None:
            if found.entry.category == "handover":
                worth = _WORTH.search(passage.text[found.end - passage.start : money.start - passage.start]) is not None
                return found if linked and worth else None
            return found if linked and (found.entry.get("unit") != "money" or found.entry.key == "support") else None
        if token.low in {";", "”", "“", ":"} or (token.low in {"but", "while"} and steps):
            return None
        if any(
            hit.start <= token.start < hit.end and hit.entry.category == "aid_verb" and hit.entry.get("frame") == "ask"
            for hit in near
        ):
            linked = True
            index -= 1
            steps += 1
            continue
        if token.low in _LINKING or (token.low == "by" and not steps and _CHANGING.search(passage.text)):
            linked = True
        elif not linked and not priced and token.low not in _LEFT_LINKS:
            return None
        index -= 1
        steps += 1
    return None


def _in_a_name(passage: Passage, hit: Hit) -> bool:
    """Whether a noun of aid is only a part of an organisation's name ("World Food Programme", "Sudan Humanitarian Fund")."""
    return any(
        mention.start <= hit.start and hit.end <= mention.end and all(actor.code.startswith("org:") for actor in mention.actors)
        for mention in beginning_within(passage.mentions, hit.start - REACH, hit.end)
    )


_WORTH: Final = compile_later(r"\b(?:worth|valued|value)\b|^ at $")
_FORESEEING: Final = compile_later(
    r"expect\w* (?!to (?:get|receive)\b|an? |the (?:first|next|second|third|last|money|funds?|payment|loan|tranche)\b|some |another |up to |about |around |more |\W*\d)"
)
"""A forecast, and no hope for money."""
_CLOSED: Final = compile_later(r"\s*(?:[,)—–.]|$)")
_LINKING: Final = frozenset(
    "worth valued totalling totaling at to of is was value estimated ( reaches reached reaching stands stood totals totalled totaled exceeds exceeded exceeding"
    " hits hit rises rose risen amounts amounted climbs climbed tops topped topping surpasses surpassed surpassing grows grew costing costs cost".split()
)
"""Words that tie an amount to the noun before it, however many others stand between."""
_CHANGING: Final = compile_later(
    r"\b(?:cut(?:s|ting)?|slash\w*|reduc\w+|trim\w*|halv\w+|increas\w+|rais\w+|boost\w*|expand\w*|top(?:s|ped|ping)? up|lower\w*|shrink\w*|shrank|up(?:s|ped|ping)?)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = 14
_CLAUSE_CHARS: Final = 800
"""Code points that so many words never exceed."""


def verb_for(passage: Passage, money: Money, verbs: list[AidVerb]) -> AidVerb | None:
    """The verb that governs the amount: the nearest before it in its clause, else a passive or intransitive one after it."""
    best: AidVerb | None = None
    verbs = [verb for verb in verbs if money.start - _CLAUSE_CHARS < verb.end and verb.start < money.end + _CLAUSE_CHARS]
    for verb in verbs:
        if verb.frame in {"arrive", "order"} and verb.hit.entry.key != "order":
            continue
        if verb.frame == "receive" and (verb.passive or _FORESEEING.match(passage.text, verb.start - passage.start)):
            continue  # "is expected to"
        governs = verb.end <= money.start and passage.distance(verb.end, money.start) <= _CLAUSE
        if governs and not _clause_break(passage, verb.end, money.start) and (best is None or verb.start >= best.start):
            best = verb if best is None or verb.start > best.start or verb.frame in {"give", "promise", "receive"} else best
    if best is not None:
        return best
    for verb in verbs:
        follows = verb.start >= money.end and verb.passive and passage.distance(money.end, verb.start) <= _CLAUSE
        if follows and not _clause_break(passage, money.end, verb.start):
            return verb
    for verb in verbs:  # "the $2 million which Oslo is putting into relief"
        if verb.start >= money.end and verb.frame in {"give", "promise", "fund"}:
            between = [token.low for token in passage.between(money.end, verb.start)]
            if len(between) <= 7 and between[:1] in (["that"], ["which"]):
                return verb
    return None


def _clause_break(passage: Passage, start: int, end: int) -> bool:
    between: list[Token] = passage.between(start, end)
    return any(
        token.low in {";", "”", "but", "while", "after", "because", "when", "although", "said", "says"} for token in between
    )


_RAISING: Final = re.compile(r"\b(?:bringing|brings|lifting|lifts|taking|takes|raising|raises)\b", re.IGNORECASE)


def extent(passage: Passage, money: Money, noun: Hit | None, before: Hit | None, after: int) -> tuple[int, int]:
    """The trigger: the noun phrase with the amount, at most some fifteen words."""
    start, end = money.start, max(money.end, after)
    tokens = passage.tokens
    if (
        before is not None
        and passage.start <= before.start
        and before.end <= money.start
        and len(passage.between(before.start, money.end)) <= 16
    ):
        start = before.start
    index = passage.token_at(start)
    steps = 0
    while index > 0 and steps < 6:
        token = tokens[index - 1]
        if (
            token.low in _BEFORE_AMOUNT
            or (before is not None and _adjectival(passage, token))
            or (token.low in {"security", "military", "aid"} and before is not None)
        ):
            start = token.start
            index -= 1
            steps += 1
            continue
        break
    while (
        passage.token_at(start) < len(tokens)
        and tokens[passage.token_at(start)].low in {"the", "a", "an", ","}
        and tokens[passage.token_at(start)].start < money.start
    ):
        start = tokens[passage.token_at(start) + 1].start
    del noun
    first = passage.token_at(money.start)
    if first > 1 and tokens[first - 1].low == "of":
        last = tokens[first - 2]
        whole = next(
            (
                hit
                for hit in hits_around(passage, last.start, last.end)
                if hit.entry.category == "aid_noun" and hit.end == last.end
            ),
            None,
        )
        start = start if whole is None else min(start, whole.start)
    raised = list(_RAISING.finditer(passage.text, start - passage.start, money.start - passage.start))
    if raised:
        start = passage.start + raised[-1].start()
    inside = tokens[passage.token_at(start) - 1] if passage.token_at(start) else None
    if inside is not None and inside.end > start:
        start = inside.start
    return start, end


_BEFORE_AMOUNT: Final = frozenset(
    "additional new further another fresh extra latest second third first emergency initial supplementary supplemental immediate separate massive"
    " whopping record total its their our major significant landmark initial".split()
)


def _adjectival(passage: Passage, token: Token) -> bool:
    over = [
        mention
        for mention in beginning_within(passage.mentions, token.start - REACH, token.end)
        if mention.end > token.start >= mention.start
    ]
    if over:
        return any(mention.adjective or mention.possessive for mention in over)
    return bool(
        re.fullmatch(
            r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)*[a-z]+(?:th|st|nd|rd)|new|latest|military|lethal|non-lethal|nonlethal|security|humanitarian|economic|emergency|food|relief|financial|support|aid|weapons|arms|biggest|largest|defen[cs]e|'s",
            token.low,
        )
    )


def find_mechanism(passage: Passage, start: int, end: int) -> tuple[Mechanism | None, tuple[int, int] | None]:
    """The mechanism named in the trigger or within a few words of it."""
    best: tuple[int, Hit] | None = None
    for hit in hits_around(passage, start - _CLAUSE_CHARS, end + _CLAUSE_CHARS) if passage.has("mechanism") else ():
        if hit.entry.category != "mechanism":
            continue
        inside = start <= hit.start and hit.end <= end
        near = passage.distance(end, hit.start) <= 9 if hit.start >= end else passage.distance(hit.end, start) <= 4
        code = hit.entry.get("code")
        if not (inside or near) or (
            code in {"loan", "grant"} and not inside and hit.start > end and passage.distance(end, hit.start) > 3
        ):
            continue
        distance = 0 if inside else max(hit.start - end, start - hit.end)
        if best is None or distance < best[0]:
            best = (distance, hit)
    if best is None:
        return None, None
    hit = best[1]
    return hit.entry.get("code"), (hit.start, hit.end)

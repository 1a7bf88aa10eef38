"""Amounts of money that are aid: which noun or verb makes them so, and whether they are a package, a part of one or a running total."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from briefing_tui.extracting.aid_direction import NOBODY, AidContext, Side, find_donors, find_recipients, groups_of, is_foreign, recipients_in
from briefing_tui.extracting.aid_verbs import AidVerb, find_verbs
from briefing_tui.extracting.money import is_conversion
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Money
from briefing_tui.model.vocabulary import AidStatus, Mechanism, Scope

_LINKS: Final = frozenset(
    "in of worth and other new additional the more further for a an its their to as part total combined first second third up extra fresh annual"
    " emergency , - –".split()
)
_LEFT_LINKS: Final = frozenset(
    "worth valued at totalling totaling of amounting to is was are were comes about around some up over more than roughly nearly estimated an a approximately"
    " with value price tag put combined total the in exceeding as much least close almost , ( – — additional further another for including".split()
)
_STOPPERS: Final = frozenset(
    "that which who while after before because but said says since when where although whose is are was were has have had will would by against than".split()
)
_NOT_AID: Final = re.compile(
    r"\b(?:sanction(?:s|ed)|fines?|fined|bount(?:y|ies)|reward|ransom|fraud|embezzl\w+|corruption|bribes?|laundering|damages?|losses|gdp|gross domestic"
    r"|revenues?|profits?|deficit|debt|exports? (?:of|worth|to)|imports?|trade|tariffs?|tax(?:es)?|market|shares|cost(?:s|ing)?|salar(?:y|ies)|wages?|price"
    r"|seized|confiscat\w+|stolen|frozen|immobili[sz]ed|assets|reserves|reparations|oil revenue|turnover|valuation|raised in bonds|insurance|lawsuit|settlement"
    r"|compensation|black market|cryptocurrency|hacked|heist|smuggl\w+|net worth|contract (?:to|with|for)|per (?:unit|barrel|day|head|month)|each|apiece)\b",
    re.IGNORECASE,
)
_BRINGING: Final = re.compile(r"\b(?:bring(?:s|ing)?|brought|lift(?:s|ing|ed)?|tak(?:es|ing)|took|rais(?:es|ing)|push(?:es|ing))\b[^;]{0,100}\bto\s*$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|so far|to date|thus far|until now|as of|over the (?:past|last) \w+ (?:years|months)|in the (?:past|last) \w+ (?:years|months))\b", re.IGNORECASE)
_PART_BEFORE: Final = re.compile(
    r"(?:\bincluding|\bincludes?|\bof which|\bwith|\bof that|\bof this|\bof the total|\bamong (?:that|it|them)|\bmost of which|\bpart of which|\bconsist\w* of|\bcompris\w+"
    r"|\btwo parts:|\bof it\b,?|\bof that sum,?|\bone of them)\s*(?:[-–—,:]\s*)?(?:a |an |the |another |up to |some |about |around |roughly |more than |over |at least |nearly |almost |as much as |approximately |first |further |additional )*$",
    re.IGNORECASE,
)
_PART_AFTER: Final = re.compile(r"^\s*(?:of (?:it|that|this|which|the (?:total|sum|money|package|amount|loan|aid|funds|funding|new|latest))\b|(?:will|would) (?:come|go) from|share\b|portion\b)", re.IGNORECASE)
_SHARE: Final = re.compile(r"\b(?:share|portion|slice|half|quarter|the (?:rest|remainder|balance|other|bigger|larger|smaller|first|second))\b", re.IGNORECASE)


_FOREIGN_AID: Final = re.compile(
    r"\b(?:military (?:aid|assistance|support|sale)|security assistance|foreign (?:aid|assistance|military)|humanitarian (?:aid|assistance|relief|funding)|drawdown|lethal aid|arms sales?"
    r"|defen[cs]e (?:articles|aid|assistance)|weapons)\b",
    re.IGNORECASE,
)
"""What makes an amount aid even in a text on other subjects."""


@dataclass(slots=True)
class Draft:
    """A package under construction. Offsets count from the document's start."""

    passage: Passage
    start: int
    end: int
    rule: str
    scope: Scope = "package"
    money: Money | None = None
    converted: list[Money] = field(default_factory=list)
    donors: Side = NOBODY
    recipients: Side = NOBODY
    noun: Hit | None = None
    verb: AidVerb | None = None
    mechanism: Mechanism | None = None
    mechanism_span: tuple[int, int] | None = None
    tranche: int | None = None
    tranche_span: tuple[int, int] | None = None
    status: AidStatus = "announced"
    confidence: float = 0.8
    mentions: list[tuple[int, int]] = field(default_factory=list)
    parent: Draft | None = None
    definite: bool = False
    """Whether it only points back ("The package includes")."""

    @property
    def triggers(self) -> list[tuple[int, int]]:
        """All places that speak of it, the fullest first."""
        return [(self.start, self.end), *self.mentions]


def find_amounts(context: AidContext, passage: Passage, recent: list[Draft]) -> list[Draft]:
    """A draft for each amount of the passage that is aid. `recent` are the drafts of the few sentences before."""
    if not passage.money:
        return []
    verbs = find_verbs(passage) if passage.has("aid_verb") else []
    drafts: list[Draft] = []
    for money in passage.money:
        if is_conversion(passage, money) is not None:
            if drafts and money.start - drafts[-1].end < 40 and drafts[-1].money is not None:
                drafts[-1].converted.append(money)
            continue
        draft = None if _is_old_level(passage, money) else _read_amount(context, passage, money, verbs, drafts, recent)
        if draft is not None:
            drafts.append(draft)
    _share_out(context, passage, drafts)
    return drafts


def _share_out(context: AidContext, passage: Passage, drafts: list[Draft]) -> None:
    """Give each of several amounts its own giver where the text says "respectively"."""
    if len(drafts) < 2 or "respectively" not in passage.text:
        return
    place = passage.start + passage.text.index("respectively")
    for group in groups_of(context, passage):
        amounts = [draft for draft in drafts if draft.money is not None and group[-1].end < draft.start < place]
        if len(group) > 1 and len(amounts) >= len(group):
            for mention, draft in zip(group, amounts[-len(group) :], strict=True):
                draft.donors = Side(mention.actors, (mention,))


def _read_amount(context: AidContext, passage: Passage, money: Money, verbs: list[AidVerb], earlier: list[Draft], recent: list[Draft]) -> Draft | None:
    tokens = passage.tokens
    noun, after = _noun_after(passage, money)
    before = None
    if noun is None or noun.entry.get("unit") == "money":
        before = _noun_before(passage, money)
    verb = _verb_for(passage, money, verbs)
    priced = noun is None and before is None and _PRICE.search(passage.text[: money.start - passage.start]) is not None
    if priced:
        sale = next((other for other in reversed(recent) if other.money is None and other.noun is not None and other.noun.entry.get("unit") == "sale"), None)
        if sale is not None:
            sale.money = money
            sale.mentions.append((money.start, money.end))
            return None
        if passage.index:
            last = context.reading.passages[passage.index - 1]
            before = next((hit for hit in [*last.hits, *passage.hits] if hit.entry.category == "aid_noun" and hit.entry.get("unit") == "sale"), None)
    start, end = _extent(passage, money, noun if before is None or noun is not None else before, before, after)
    score = 0.0
    unit = None
    for hit in (noun, before):
        if hit is not None:
            unit = hit.entry.get("unit") or unit
            score += {"package": 3.0, "aid": 3.0, "loan": 2.5, "grant": 2.5, "sale": 2.5, "money": 1.0}.get(str(hit.entry.get("unit")), 2.0)
            if hit.entry.key == "weapons":
                score -= 1.0
            break
    if verb is not None:
        score += {"give": 2.5, "promise": 2.5, "equip": 2.0, "announce": 1.0, "fund": 1.5, "ask": 1.0, "receive": 1.0}.get(verb.frame, 0.5)
    receiving = verb is not None and verb.frame == "receive"
    asking = verb is not None and verb.frame == "ask"
    explicit = find_recipients(context, passage, start, end, verb.hit if verb else None)
    donors = NOBODY if asking and _APPEAL.search(passage.text) else find_donors(context, passage, start, end, verb.hit if verb else None, explicit.codes if explicit.near else frozenset(), receiving=receiving)
    recipients = explicit if not explicit.codes & donors.codes else find_recipients(context, passage, start, end, verb.hit if verb else None, donors)
    if _for_oneself(context, passage, money, start, end, verb):
        return None
    near = recipients.near and recipients is not NOBODY
    foreign = recipients is not NOBODY and is_foreign(context, recipients, donors)
    if near and foreign:
        gap = passage.between(end, recipients.mentions[0].start) if recipients.mentions and recipients.mentions[0].start >= end else []
        score += 3.0 if len(gap) <= 1 and end == money.end and gap and gap[0].low in {"for", "to"} else 2.0 if len(gap) <= 4 else 1.5
    elif foreign:
        score += 0.5
    parents = [*recent, *earlier]
    if parents and noun is None and before is None and donors.near and donors.mentions and _names_giver(passage, money, donors):
        score += 2.5
    part = _is_part(passage, money, start, parents)
    series = bool(earlier) and earlier[-1].scope == "component" and _is_next_share(passage, money, donors)
    part = part or series
    total = _is_total(passage, money, start, end, verb, earlier, recent)
    mechanism, span = find_mechanism(passage, start, end)
    if mechanism is not None and mechanism not in {"grant", "loan", "procurement"}:
        score += 1.5
    listed = passage.block.kind == "list_item" and any(place.has("aid_noun") and place.money for place in context.reading.introduction_of(passage))
    if (part or listed) and (parents or listed):
        score += 2.5
    if total and parents:
        score += 2.0
    if context.on_subject:
        score += 0.5
        if not context.near(passage.index) and context.default_recipient is NOBODY:
            score -= 1.0
    elif not (_FOREIGN_AID.search(passage.text) or (unit == "aid" and foreign and any(len(code) == 3 for code in recipients.codes))):
        return None
    if not priced and _is_something_else(passage, money, start, end):
        score -= 4.0
    if score < 3.5:
        return None
    if not foreign:
        return None
    draft = Draft(
        passage,
        start,
        end,
        "amount-with-noun" if (noun or before) is not None else "amount-with-verb",
        money=money,
        donors=donors,
        recipients=recipients,
        noun=noun or before,
        verb=verb,
        mechanism=mechanism,
        mechanism_span=span,
        confidence=min(0.95, 0.45 + 0.08 * score),
    )
    draft.scope = "cumulative" if total else "component" if (part and parents) or listed else "package"
    if draft.scope == "component":
        wholes = [other for other in reversed(parents) if other.scope == "package"]
        same = [other for other in wholes if other.money is None or other.money.currency == money.currency and other.money.amount > money.amount]
        draft.parent = next(iter([*same, *wholes]), None)
    del tokens
    return draft


def _noun_after(passage: Passage, money: Money) -> tuple[Hit | None, int]:
    """The noun of aid that the amount counts or modifies: "$275 million military aid package", "€50 million in humanitarian aid"."""
    limit = _past_conversion(passage, money.end)
    tokens = passage.tokens
    index = passage.token_at(limit)
    hits = {}
    for hit in passage.hits:
        if hit.entry.category in {"aid_noun", "mechanism"} and hit.start >= limit:
            known = hits.get(hit.start)
            if known is None or hit.end > known.end or (hit.end == known.end and hit.entry.category == "aid_noun"):
                hits[hit.start] = hit
    best: Hit | None = None
    steps = 0
    listing = index < len(tokens) and tokens[index].low in {"in", "of", "worth"}
    while index < len(tokens) and steps < 9:
        token = tokens[index]
        if token.low == "," and not listing:
            break
        hit = hits.get(token.start)
        if hit is not None:
            best = hit if best is None or _better(hit, best) else best
            index = passage.token_at(hit.end)
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


def _noun_follows(passage: Passage, index: int, hits: dict[int, Hit]) -> bool:
    """Whether another noun of aid ends the same compound a word or two on ("military aid and weapons package")."""
    return any(token.start in hits for token in passage.tokens[index : index + 2])


def _better(hit: Hit, best: Hit) -> bool:
    order = ["money", None, "aid", "grant", "loan", "sale", "package"]
    return order.index(hit.entry.get("unit")) > order.index(best.entry.get("unit"))


def _past_conversion(passage: Passage, end: int) -> int:
    """The offset after "(€272 million)" when it follows."""
    rest = passage.text[end - passage.start :]
    if rest[:2].strip().startswith("("):
        close = rest.find(")")
        if 0 < close < 60:
            return end + close + 1
    return end


def _noun_before(passage: Passage, money: Money) -> Hit | None:
    """The noun of aid the amount is the worth of: "a package worth $2bn", "its support since October to more than €110m"."""
    tokens = passage.tokens
    index = passage.token_at(money.start) - 1
    steps = 0
    ends: dict[int, Hit] = {}
    for hit in passage.hits:
        if hit.entry.category == "aid_noun" and hit.end <= money.start and (hit.end not in ends or hit.start < ends[hit.end].start):
            ends[hit.end] = hit
    linked = False
    while index >= 0 and steps < 20:
        token = tokens[index]
        hit = ends.get(token.end)
        if hit is not None:
            return hit if linked and hit.entry.get("unit") != "money" or linked and hit.entry.key == "support" else None
        if token.low in {";", "”", "“", ":"} or (token.low in {"but", "while"} and steps):
            return None
        if any(hit.start <= token.start < hit.end and hit.entry.category == "aid_verb" and hit.entry.get("frame") == "ask" for hit in passage.hits):
            linked = True
            index -= 1
            steps += 1
            continue
        if token.low in {"worth", "valued", "totalling", "totaling", "at", "to", "of", "is", "was", "value", "estimated", "("}:
            linked = True
        elif not linked and token.low not in _LEFT_LINKS:
            return None
        index -= 1
        steps += 1
    return None


def _verb_for(passage: Passage, money: Money, verbs: list[AidVerb]) -> AidVerb | None:
    """The verb that governs the amount: the nearest before it in its clause, else a passive or intransitive one after it."""
    best: AidVerb | None = None
    for verb in verbs:
        if verb.frame in {"arrive", "order"} and verb.hit.entry.key != "order":
            continue
        if verb.end <= money.start and not _clause_break(passage, verb.end, money.start):
            if len(passage.between(verb.end, money.start)) <= 14 and (best is None or verb.start >= best.start):
                best = verb if best is None or verb.start > best.start or verb.frame in {"give", "promise", "receive"} else best
    if best is not None:
        return best
    for verb in verbs:
        if verb.start >= money.end and verb.passive and len(passage.between(money.end, verb.start)) <= 14:
            if not _clause_break(passage, money.end, verb.start):
                return verb
    for verb in verbs:  # "the £4.5 billion that we are spending on Ukraine"
        if verb.start >= money.end and verb.frame in {"give", "promise", "fund"}:
            between = [token.low for token in passage.between(money.end, verb.start)]
            if len(between) <= 7 and between[:1] in (["that"], ["which"]):
                return verb
    return None


def _clause_break(passage: Passage, start: int, end: int) -> bool:
    between: list[Token] = passage.between(start, end)
    return any(token.low in {";", "”", "but", "while", "after", "because", "when", "although", "said", "says"} for token in between)


def _extent(passage: Passage, money: Money, noun: Hit | None, before: Hit | None, after: int) -> tuple[int, int]:
    """The trigger: the noun phrase with the amount, at most some fifteen words."""
    start, end = money.start, max(money.end, after)
    tokens = passage.tokens
    if before is not None and passage.start <= before.start and before.end <= money.start and len(passage.between(before.start, money.end)) <= 16:
        start = before.start
    index = passage.token_at(start)
    steps = 0
    while index > 0 and steps < 6:
        token = tokens[index - 1]
        if token.low in _BEFORE_AMOUNT or (before is not None and _adjectival(passage, token)) or (token.low in {"security", "military", "aid"} and before is not None):
            start = token.start
            index -= 1
            steps += 1
            continue
        break
    while passage.token_at(start) < len(tokens) and tokens[passage.token_at(start)].low in {"the", "a", "an", ","} and tokens[passage.token_at(start)].start < money.start:
        start = tokens[passage.token_at(start) + 1].start
    del noun
    return start, end


_BEFORE_AMOUNT: Final = frozenset(
    "additional new further another fresh extra latest second third first emergency initial supplementary supplemental immediate separate massive"
    " whopping record total its their our major significant landmark initial".split()
)


def _adjectival(passage: Passage, token: Token) -> bool:
    if any(mention.start <= token.start < mention.end for mention in passage.mentions):
        return any(mention.start <= token.start < mention.end and (mention.adjective or mention.possessive) for mention in passage.mentions)
    return bool(re.fullmatch(r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)*[a-z]+(?:th|st|nd|rd)|new|latest|military|security|humanitarian|financial|support|aid|weapons|arms|biggest|largest|defen[cs]e|'s", token.low))


def _is_old_level(passage: Passage, money: Money) -> bool:
    """Whether an amount is only where a change starts ("from 75 to 85 billion kroner")."""
    lead = passage.text[: money.start - passage.start]
    rest = passage.text[money.end - passage.start :]
    return lead.rstrip().endswith(" from") and rest.lstrip().startswith("to ") and any(0 < other.start - money.end < 8 for other in passage.money)


def _is_part(passage: Passage, money: Money, start: int, parents: list[Draft]) -> bool:
    """Whether the amount is stated as a part of another one."""
    text = passage.text
    low = min(start, money.start) - passage.start
    lead = text[max(0, low - 60) : low]
    named = any(low + passage.start - 7 <= mention.end < low + passage.start - 3 for mention in passage.mentions)
    if parents and _PART_BEFORE.search(lead) and not (named and lead.rstrip().endswith("with")):
        return True
    if _PART_AFTER.match(text[money.end - passage.start :]):
        return True
    if parents and _DIVIDED.search(text[:low]):
        return True
    inside = text[max(0, start - passage.start) : money.start - passage.start]
    clause = re.split(r"[;.]", lead)[-1]
    if re.search(r"\bpart of (?:a|an|its|their)\b", clause + inside):
        return False
    if _SHARE.search(inside) or re.search(r"\b(?:share|portion|slice|part) (?:will be|would be|is|was|comes to|came to|amounts to|stands at)\s*$", clause):
        return True
    if not parents:
        return False
    if _OPENING_PART.match(text) and low < 70:
        return True
    last = parents[-1].money
    further = re.search(r"\b(?:further|another|additional|remaining)\b", inside + clause[-25:]) is not None
    return bool(
        further
        and last is not None
        and parents[-1].scope == "component"
        and last.currency == money.currency
        and not passage.mentions[:1]
        or (further and last is not None and last.currency == money.currency and parents[-1].scope == "component" and not any(m.end <= money.start for m in passage.mentions))
    )


_DIVIDED: Final = re.compile(r"\b(?:two|three|four|five|several) (?:parts|components|elements|tranches|portions|packages)\b\s*:", re.IGNORECASE)
_OPENING_PART: Final = re.compile(
    r"\W*(?:the (?:bigger|larger|smaller|other|first|second|third|rest|remainder|balance)\b|of (?:that|this|it|which|the total)\b|(?:about |roughly |more than )?(?:half|most|part|some|a third|a quarter|two thirds|two-thirds) of (?:it|that|this|the)\b)",
    re.IGNORECASE,
)
_PRICE: Final = re.compile(r"\b(?:cost|value|price)\b[^.;]{0,45}\b(?:is|of|at|was|to be|would be|estimated at)\s+(?:an? |about |around |some |estimated )*$", re.IGNORECASE)
_APPEAL: Final = re.compile(r"\bappeal", re.IGNORECASE)


def _for_oneself(context: AidContext, passage: Passage, money: Money, start: int, end: int, verb: AidVerb | None) -> bool:
    """Whether the amount goes to its own giver ("300 billion kronor for Sweden's own rearmament")."""
    for group in groups_of(context, passage):
        gap = [token.low for token in passage.between(money.end, group[0].start)]
        if group[0].start >= money.end and len(gap) <= 2 and gap[:1] in (["for"], ["to"]):
            giver = find_donors(context, passage, start, end, verb.hit if verb else None, frozenset())
            return {actor.code for mention in group for actor in mention.actors} <= giver.codes
    return re.match(r"\s*(?:(?:rather than|instead of)\b|for (?:its|their|our) own\b)", passage.text[money.end - passage.start :]) is not None


def _names_giver(passage: Passage, money: Money, donors: Side) -> bool:
    """Whether the giver stands right beside the amount: "$171 million from the United States", "Germany with $162 million"."""
    first, last = donors.mentions[0], donors.mentions[-1]
    after = [token.low for token in passage.between(_past_conversion(passage, money.end), first.start) if token.low != "the"]
    before = [token.low for token in passage.between(last.end, money.start)]
    return (first.start >= money.end and after == ["from"]) or (last.end <= money.start and before in (["with"], ["'s"], ["’", "s"]))


def _is_next_share(passage: Passage, money: Money, donors: Side) -> bool:
    """Whether the amount is the next giver's in a row of shares ("…, Canada's C$5 billion, Japan's 471.9 billion yen")."""
    return any(mention.possessive and 0 < money.start - mention.end <= 5 for mention in donors.mentions)


def _is_total(passage: Passage, money: Money, start: int, end: int, verb: AidVerb | None, earlier: list[Draft], recent: list[Draft]) -> bool:
    """Whether the amount is a running total."""
    text = passage.text.replace("U.S.", "U S ").replace("U.K.", "U K ")
    lead = text[: money.start - passage.start]
    window = lead[-130:]
    if _TOTALLING.search(window[-70:] + text[money.start - passage.start : end - passage.start]):
        return True
    if _BRINGING.search(window):
        return True
    if re.search(r"\bdisbursements\b[^.;]{0,50}\bto\b\s*$", window):
        return True
    tail = re.split(r"[;,:–—]|\b(?:and|which|that|including)\b|\.\s", text[max(end, money.end) - passage.start :])[0][:60]
    clause = re.split(r"[;:]|\.\s", lead)[-1][-130:]
    since = _SINCE.search(tail) or (_SINCE.search(clause) and not re.search(r"\b(?:biggest|largest|first)\b[^,]*\bto date", clause))
    if not since:
        return _goes_on_counting(passage, money, verb, recent)
    if re.search(r"\b(?:biggest|largest|first|highest|latest)\b[^,;]{0,20}$", (clause + tail)[: -len(tail) or None] + tail[: since.start() if _SINCE.search(tail) else 0]):
        return False
    if _SINCE.search(tail) or (earlier and earlier[-1].scope == "cumulative"):
        return verb is None or verb.frame not in {"announce"} or verb.hit.how.endswith((".pp", ".ed"))
    return verb is not None and verb.hit.how.endswith((".ed", ".pp", ".past", ".base", ".s")) and verb.frame != "announce" and not re.search(r"\bsince\b", re.split(r",", clause)[-1] if "," in clause and clause.count(",") > 2 else "")


def _goes_on_counting(passage: Passage, money: Money, verb: AidVerb | None, recent: list[Draft]) -> bool:
    """Whether a sentence in the perfect goes on after a running total ("Others have contributed some $35 billion")."""
    if verb is None or verb.frame not in {"give", "promise"} or verb.end > money.start or not recent:
        return False
    lead = [token.low for token in passage.tokens[max(0, passage.token_at(verb.start) - 3) : passage.token_at(verb.start)]]
    last = recent[-1]
    return last.scope == "cumulative" and passage.index - last.passage.index == 1 and bool({"have", "has"} & set(lead))


_TOTALLING: Final = re.compile(r"\b(?:(?:a |the |running |grand )?total (?:of|to|at|aid|assistance|support|U S|US|military|security|commitments?|contributions?|bilateral|humanitarian)|running total|cumulative|in total|overall (?:support|aid|assistance))\b", re.IGNORECASE)  # fmt: skip


def _is_something_else(passage: Passage, money: Money, start: int, end: int) -> bool:
    """Whether the words right around the amount say it is a fine, a loss, a price, a trade figure …"""
    low = min(start, money.start) - passage.start
    lead = " ".join(re.split(r"[;:.]|, ", passage.text[max(0, low - 45) : low])[-1].split()[-3:]).replace("price tag", "")
    tail = re.split(r"[;:.,]| to | for | in ", passage.text[money.end - passage.start : max(money.end, end) - passage.start + 30])[0]
    return bool(_NOT_AID.search(lead) or _NOT_AID.search(tail))


def find_mechanism(passage: Passage, start: int, end: int) -> tuple[Mechanism | None, tuple[int, int] | None]:
    """The mechanism named in the trigger or within a few words of it."""
    best: tuple[int, Hit] | None = None
    for hit in passage.hits:
        if hit.entry.category != "mechanism":
            continue
        inside = start <= hit.start and hit.end <= end
        near = len(passage.between(end, hit.start)) <= 9 if hit.start >= end else len(passage.between(hit.end, start)) <= 4
        code = hit.entry.get("code")
        if not (inside or near) or (code in {"loan", "grant"} and not inside and hit.start > end and len(passage.between(end, hit.start)) > 3):
            continue
        distance = 0 if inside else max(hit.start - end, start - hit.end)
        if best is None or distance < best[0]:
            best = (distance, hit)
    if best is None:
        return None, None
    hit = best[1]
    return hit.entry.get("code"), (hit.start, hit.end)


def recipients_named(context: AidContext, passage: Passage) -> bool:
    """Whether the passage itself names someone in a recipient's place."""
    return bool(recipients_in(context, passage))

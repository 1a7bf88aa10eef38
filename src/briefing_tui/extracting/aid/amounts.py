"""Amounts of money that are aid: which noun or verb makes them so, and whether they are a package, a part of one or a running total."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.amount_calls import CLOSE, RECEIVED, calls, seeks
from briefing_tui.extracting.aid.amount_levels import is_dated_level, is_old_level
from briefing_tui.extracting.aid.amount_scope import (
    broken_down,
    counts_since,
    is_next_in_row,
    is_next_share,
    is_part,
    is_total,
)
from briefing_tui.extracting.aid.amount_sharing import find_sharer, next_part, pair_off, share_out
from briefing_tui.extracting.aid.amount_signs import (
    ADDITION,
    AGAINST,
    FROZEN,
    FUND_GIVES,
    HELPING,
    ITEMISED,
    MORE,
    MOVING,
    ONE_OF_THEM,
    RAISED,
    REQUESTED,
    ROW_OF_GIVERS,
    is_direct,
    is_told_of,
    names_giver,
    passes_between,
    speaks_of_foreign_aid,
    without_partner,
)
from briefing_tui.extracting.aid.amount_traps import for_oneself, is_business, is_something_else, stays_at_home
from briefing_tui.extracting.aid.amount_wholes import breaks_down, find_whole, is_portion, outgrows
from briefing_tui.extracting.aid.amount_words import extent, find_mechanism, noun_after, noun_before, past_conversion, verb_for
from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side
from briefing_tui.extracting.aid.direction import find_subject, is_foreign
from briefing_tui.extracting.aid.donors import find_agent, find_donors
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.recipients import asks_parliament, find_recipients
from briefing_tui.extracting.aid.verbs import AidVerb, find_verbs
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.values.money import is_conversion
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later


def find_amounts(context: AidContext, passage: Passage, recent: list[Draft]) -> list[Draft]:
    """A draft for each amount of the passage that is aid. `recent` are the drafts of the few sentences before."""
    if not passage.money:
        return []
    verbs = find_verbs(passage) if passage.has("aid_verb") else []
    drafts: list[Draft] = []
    missed: Money | None = None
    for money in passage.money:
        if is_conversion(passage, money) is not None:
            if drafts and money.start - drafts[-1].end < 40 and drafts[-1].money is not None:
                drafts[-1].converted.append(money)
            continue
        draft = (
            None if is_old_level(passage, money) else _read_amount(context, passage, money, verbs, earlier=drafts, recent=recent)
        )
        if draft is not None and draft.scope == "component" and missed is not None and broken_down(passage, missed, money):
            whole = _read_amount(context, passage, missed, verbs, earlier=drafts, recent=recent, whole=True)
            if whole is not None:
                whole.scope = "package"
                drafts.append(whole)
                draft.parent = draft.parent or whole
                draft.donors = draft.donors if draft.donors is not NOBODY else whole.donors
        missed = money if draft is None else None
        if draft is not None:
            drafts.append(draft)
    share_out(context, passage, drafts)
    pair_off(passage, drafts)
    return drafts


def _read_amount(
    context: AidContext,
    passage: Passage,
    money: Money,
    verbs: list[AidVerb],
    *,
    earlier: list[Draft],
    recent: list[Draft],
    whole: bool = False,
) -> Draft | None:
    """The draft of one amount, or None; `whole` says that parts of it are known to be aid."""
    noun, after = noun_after(passage, money)
    before = None
    if noun is None or noun.entry.get("unit") == "money":
        before = noun_before(passage, money)
    verb = verb_for(passage, money, verbs)
    priced = noun is None and before is None and _PRICE.search(passage.text[: money.start - passage.start][-_LEAD:]) is not None
    if priced:
        sale = next(
            (
                other
                for other in reversed(recent)
                if other.money is None and other.noun is not None and other.noun.entry.get("unit") == "sale"
            ),
            None,
        )
        if sale is not None:
            sale.money = money
            sale.mentions.append((money.start, money.end))
            return None
        if passage.index:
            last = context.reading.passages[passage.index - 1]
            before = next(
                (
                    hit
                    for hit in [*last.hits, *passage.hits]
                    if hit.entry.category == "aid_noun" and hit.entry.get("unit") == "sale"
                ),
                None,
            )
    start, end = extent(passage, money, noun if before is None or noun is not None else before, before, after)
    score = 2.5 if whole else 0.0
    unit = None
    for hit in (noun, before):
        if hit is not None:
            unit = hit.entry.get("unit") or unit
            score += {"package": 3.0, "aid": 3.0, "loan": 2.5, "grant": 2.5, "sale": 2.5, "money": 1.0}.get(
                str(hit.entry.get("unit")), 2.0
            )
            if hit.entry.key == "weapons":
                score -= 1.0
            break
    if verb is not None:
        score += {"give": 2.5, "promise": 2.5, "equip": 2.0, "announce": 1.0, "fund": 1.5, "ask": 1.0, "receive": 1.0}.get(
            verb.frame, 0.5
        )
    receiving = verb is not None and verb.frame == "receive"
    seeking = seeks(context, passage, money, verb)
    calling = seeking or calls(passage, money, noun, before, verb)
    explicit = find_recipients(context, passage, start, end, verb.hit if verb else None)
    donors = (
        NOBODY
        if calling
        else find_donors(
            context,
            passage,
            start,
            end,
            verb.hit if verb is not None and not verb.passive else None,
            excluded=explicit.codes if explicit.near else frozenset(),
            receiving=receiving,
        )
    )
    if donors is NOBODY and not calling and verb is not None and verb.passive and verb.start >= money.end:
        donors = find_agent(context, passage, verb)
    if donors is NOBODY and not calling and before is not None and passage.start <= before.start and before.end <= start:
        donors = find_donors(
            context, passage, before.start, before.end, None, excluded=explicit.codes if explicit.near else frozenset()
        )
    donors = without_partner(context, donors, verb)
    recipients = (
        explicit
        if not explicit.codes & donors.codes
        else find_recipients(context, passage, start, end, verb.hit if verb else None, donors=donors)
    )
    if for_oneself(context, passage, money, (start, end), verb):
        return None
    near = recipients.near and recipients is not NOBODY
    foreign = recipients is not NOBODY and is_foreign(context, recipients, donors)
    if near and foreign:
        gap = (
            passage.between(past_conversion(passage, end), recipients.mentions[0].start)
            if recipients.mentions and recipients.mentions[0].start >= end
            else []
        )
        score += (
            3.0 if len(gap) <= 2 and end == money.end and gap and gap[0].low in {"for", "to"} else 2.0 if len(gap) <= 4 else 1.5
        )
    elif foreign:
        score += 0.5
    parents = [*recent, *earlier]
    if verb is not None and verb.hit.entry.key == "change" and RAISED.search(passage.text):
        score += 2.0
    if verb is not None and (
        (verb.frame == "ask_for" and asks_parliament(passage, verb.hit, money.start))
        or (verb.frame == "ask" and parents and MORE.search(passage.text[: money.start - passage.start]))
    ):
        score += 2.0
    if is_told_of(passage, money, verbs):
        score += 1.5
    if HELPING.match(passage.text[past_conversion(passage, money.end) - passage.start :]):
        score += 2.0
    if (
        verb is not None
        and verb.frame == "withhold"
        and 0 <= money.start - verb.end <= _BESIDE_VERB
        and len(passage.between(verb.end, money.start)) <= CLOSE
    ):
        score += 2.0
    if seeking or (verb is not None and verb.frame in MOVING and FUND_GIVES.search(passage.text[: money.start - passage.start])):
        score += 2.0
    if verb is not None and verb.frame in MOVING and donors.near and is_direct(context, passage, verb, money, donors):
        score += 1.5
    sharer = None if calling else find_sharer(context, passage, money, earlier)
    if sharer is not None:
        shared, side = sharer.first, sharer.donors
        score += 3.0
        verb = verb or shared.verb
        own = _is_own_clause(donors, verb, sharer.first, money) or (
            donors.near
            and any(
                mention.start >= money.end and _BY.search(passage.text[: mention.start - passage.start])
                for mention in donors.mentions
            )
        )
        donors = donors if own else side if side is not NOBODY else shared.donors
        if sharer.recipients is not NOBODY:
            recipients = sharer.recipients
        elif not recipients.near and not shared.recipients.codes & donors.codes:
            recipients = shared.recipients
        foreign = recipients is not NOBODY and is_foreign(context, recipients, donors)
    lead = passage.text[: money.start - passage.start]
    if before is not None and before.entry.category == "handover":
        score += 1.0
    if (
        (parents or ADDITION.search(lead) or MORE.search(lead) or len(ROW_OF_GIVERS.findall(passage.text)) > 1)
        and noun is None
        and before is None
        and donors.near
        and donors.mentions
        and names_giver(passage, money, donors)
    ):
        score += 2.5
    level = bool(earlier) and is_dated_level(passage, money)
    if level:
        score += 3.0
    part = not level and is_part(passage, money, start, parents)
    series = (
        bool(earlier)
        and earlier[-1].scope == "component"
        and (is_next_share(money, donors) or is_next_in_row(passage, earlier[-1], money))
    )
    part = part or series or next_part(passage, money, earlier, donors)
    inventory = ITEMISED.search(passage.text, 0, money.start - passage.start) is not None and passage.text[
        money.end - passage.start :
    ].startswith(")")
    if inventory:
        score += 2.5
        part = True
    part = part or (
        verb is not None
        and verb.frame == "contain"
        and verb.start < money.start
        and (
            _THE_WHOLE.match(passage.text) is not None or (bool(parents) and find_subject(context, passage, verb.start) is NOBODY)
        )
    )
    if part and outgrows(money, parents):
        part = False
    if calling:
        score += 1.5
    total = is_total(passage, money, end, verb, earlier=earlier, recent=recent)
    if sharer is not None and sharer.first.scope == "cumulative" and sharer.donors is not NOBODY:
        total = True
    if (
        not total
        and not part
        and earlier
        and earlier[-1].scope == "cumulative"
        and AGAINST.search(passage.text[: money.start - passage.start])
    ):
        total = True
    if calling:
        total = False
    if calling and RECEIVED.match(passage.text[money.end - passage.start :]):
        total, part = True, False
    if part and parents and total and not counts_since(passage, max(end, money.end)):
        total = False
    if part and not parents:
        score += 2.0
    if recent and money.currency_inferred and MORE.search(passage.text[: money.start - passage.start]):
        score += 1.5
    if FROZEN.search(lead) or REQUESTED.search(lead):
        score += 1.5
    if ONE_OF_THEM.fullmatch(lead) and passage.index and context.reading.passages[passage.index - 1].has("aid_noun"):
        score += 2.5
    mechanism, span = find_mechanism(passage, start, end)
    if mechanism is not None and mechanism not in {"grant", "loan", "procurement"}:
        score += 1.5
    labelled = bool(recent) and _LABEL.fullmatch(passage.text[: money.start - passage.start]) is not None
    if labelled:
        score += 2.5
    introduced = passage.block.kind == "list_item" and any(
        place.has("aid_noun") and place.money for place in context.reading.introduction_of(passage)
    )
    listed = passage.block.kind == "list_item" and (
        (introduced and is_portion(context, passage, money, donors, recent)) or breaks_down(context, passage, money, recent)
    )
    if (part or listed or introduced) and (parents or listed or introduced):
        score += 2.5
    if total and parents:
        score += 2.0
    if context.on_subject:
        score += 0.5
        if not context.near(passage.index) and context.default_recipient is NOBODY:
            score -= 1.0
    elif not (
        speaks_of_foreign_aid(passage.text)
        or (unit == "aid" and foreign and any(len(code) == 3 for code in recipients.codes))
        or (foreign and bool(parents) and (part or total or labelled))
        or (foreign and passes_between(context, passage, donors, recipients, unit=unit, verb=verb))
    ):
        return None
    if not priced and is_something_else(passage, money, start, end, verb):
        score -= 4.0
    if score < 3.5 or (verb is not None and is_business(passage, verb, donors)):
        return None
    if not foreign or stays_at_home(passage, money, verb, donors=donors, recipients=recipients):
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
        calling=calling,
    )
    draft.scope = "cumulative" if total else "component" if part or listed or labelled else "package"
    if draft.scope == "component":
        draft.parent = find_whole(context, draft, parents)
    return draft


def _is_own_clause(donors: Side, verb: AidVerb | None, first: Draft, money: Money) -> bool:
    """Whether giver and verb stand between the amount before and this one ("…, Chad gave 5 million")."""
    if verb is None or not donors.near or not donors.mentions or first.money is None:
        return False
    beside = 0 <= money.start - verb.end <= _BESIDE_VERB
    return beside and first.money.end <= donors.mentions[0].start and donors.mentions[-1].end <= verb.start


_BESIDE_VERB: Final = 20
"""Code points between a verb and the amount that is its object."""
_LEAD: Final = 200
"""Code points before an amount that can say it is a price."""


_PRICE: Final = compile_later(
    r"\b(?:cost|value|price)\b[^.;]{0,45}\b(?:is|of|at|was|to be|would be|estimated at)\s+(?:an? |about |around |some |estimated )*$",
    re.IGNORECASE,
)


_LABEL: Final = re.compile(
    r"\W*(?:[\w-]+ ){0,4}(?:procurement|donations?|contributions?|financ\w+|support|aid|assistance|equipment|loans?|grants?|training|ammunition|defen[cs]e|initiatives?|coalitions?|funds?)\s*:\s*",
    re.IGNORECASE,
)
"""A label before an amount in an account of what a package is made of ("Procurement: SEK 9.2 billion")."""


_BY: Final = re.compile(r"\b(?:by|from) (?:the )?$")


_THE_WHOLE: Final = compile_later(
    r"\W*(?:the|this|that|it|its)\b[^.;,]{0,40}?\b(?:proposal|offer|scheme|fund|package|tranche|drawdown|donation|bill|supplemental|deal|plan|assistance|aid|support|funding|pledge|money|contribution|allocation)\b",
    re.IGNORECASE,
)

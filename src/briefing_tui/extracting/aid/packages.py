"""Drafts of aid packages become records: mentions of one package are merged, components find their parent, fields their evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.aid.amounts import find_amounts
from briefing_tui.extracting.aid.bundles import find_bundles
from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.givers import (
    CONFERENCE,
    NEIGHBOURS,
    blocked_giver,
    giver_nearby,
    giver_of_mechanism,
    inherited,
    likely_giver,
    own_budget,
)
from briefing_tui.extracting.aid.package_merging import REMEMBERED, same_package, take_in, told_later
from briefing_tui.extracting.aid.plain_gifts import find_plain_gifts
from briefing_tui.extracting.aid.statuses import status_of
from briefing_tui.extracting.aid.sums import add_up, add_up_across, share_receivers
from briefing_tui.extracting.aid.verbs import find_verbs
from briefing_tui.extracting.modality.modality import read_modality
from briefing_tui.extracting.passages import Passage, Reading
from briefing_tui.model import AidPackage, Attribution, DateValue, Evidence
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import EvidenceRole, Modality

_LENDERS: Final = frozenset({"org:International Monetary Fund"})
"""Givers whose programme says more than the sentences around it."""
_LEAD: Final = 160
"""Code points before an amount or a day that say what it is."""
_ORDINAL: Final = compile_later(r"\b(?:(\d{1,3})(?:st|nd|rd|th)|((?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth))\b", re.IGNORECASE)  # fmt: skip
_UNITS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS: Final = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ASSERTING: Final = compile_later(r"claim|alleg|boast|assert|purport|insist|reckon", re.IGNORECASE)


@dataclass(slots=True)
class Package:
    """A finished package with the draft it was made from; `items` are filled in by the items' rules."""

    draft: Draft
    id: str
    items: list[str]


def find_packages(context: AidContext) -> list[Package]:
    """The packages of a document in text order, each once."""
    drafts: list[Draft] = []
    for passage in context.reading.passages:
        introduction = context.reading.introduction_of(passage)
        recent = [
            draft
            for draft in drafts[-REMEMBERED:]
            if 0 < passage.index - draft.passage.index <= NEIGHBOURS
            or any(0 <= place.index - draft.passage.index <= 1 for place in introduction)
        ]
        amounts = find_amounts(context, passage, recent)
        found = [*amounts, *find_bundles(context, passage, amounts)]
        if passage.has("aid_verb") and passage.has("aid_noun", "handover"):
            found += find_plain_gifts(context, passage, find_verbs(passage), found)
        for draft in sorted(found, key=lambda draft: draft.start):
            earlier = drafts[-REMEMBERED:]
            _settle(context, draft, earlier)
            merged = same_package(earlier, draft)
            if merged is None:
                if not draft.definite or draft.recipients is not NOBODY:
                    drafts.append(draft)
            else:
                take_in(merged, draft)
        add_up([draft for draft in drafts[-REMEMBERED:] if draft.passage is not passage], amounts)
    add_up_across(drafts)
    share_receivers(drafts)
    return [
        Package(draft, context.reading.record_id("aid_package", draft.triggers), [])
        for place, draft in enumerate(drafts)
        if not (draft.general and told_later(draft, drafts[place + 1 :]))
    ]


def to_records(context: AidContext, packages: list[Package]) -> list[AidPackage]:
    """The records of the packages, every field with the evidence it was read from."""
    ids = {id(package.draft): package.id for package in packages}
    return [_record(context.reading, package, ids) for package in packages]


def _settle(context: AidContext, draft: Draft, earlier: list[Draft]) -> None:
    """Fill what the sentence alone does not say: the parent of a component, donors, status, tranche."""
    passage = draft.passage
    listed = context.reading.introduction_of(passage)
    if draft.scope == "component" and draft.parent is None:
        draft.parent = next(
            (
                other
                for other in reversed(earlier)
                if other.scope == "package" and (other.passage in listed or passage.index - other.passage.index <= NEIGHBOURS)
            ),
            None,
        )
    parent = draft.parent
    if parent is not None:
        if draft.donors is NOBODY:
            draft.donors = inherited(parent.donors)
        if not draft.recipients.near:
            draft.recipients = inherited(parent.recipients)
        draft.mechanism = draft.mechanism or parent.mechanism
    if draft.donors is NOBODY and not draft.definite and not _is_appeal(passage, draft):
        lender = giver_of_mechanism(passage, draft)
        draft.donors = lender if lender.codes <= _LENDERS else NOBODY
    if draft.donors is NOBODY and not draft.definite and not _is_appeal(passage, draft):
        draft.donors = giver_nearby(context, draft)
    gathered = _RECEIVING_FUND.search(passage.text[: draft.start - passage.start]) is not None
    gathered = gathered or (draft.verb is not None and draft.verb.passive and CONFERENCE.search(passage.text) is not None)
    if draft.donors is NOBODY and not draft.definite and not gathered:
        near = next(
            (other for other in reversed(earlier) if passage.index - other.passage.index <= 2 and other.donors is not NOBODY),
            None,
        )
        if _is_appeal(passage, draft):
            pass
        elif passage.block.kind == "heading" and context.default_donor is not NOBODY:
            draft.donors = context.default_donor
        elif near is not None and (near.passage is passage or _refers_back(passage)):
            draft.donors = inherited(near.donors)
        elif context.default_donor is not NOBODY and not context.default_donor.codes & draft.recipients.codes:
            draft.donors = context.default_donor
        elif near is not None and near.passage.sentence.block == passage.sentence.block:
            draft.donors = inherited(near.donors)
        else:
            draft.donors = likely_giver(context, draft, earlier)
    draft.donors = own_budget(context, blocked_giver(context, draft))
    draft.status = status_of(draft)
    _read_tranche(draft)


def _is_appeal(passage: Passage, draft: Draft) -> bool:
    return draft.calling or (draft.verb is not None and draft.verb.frame == "ask" and "appeal" in passage.text.lower())


_RECEIVING_FUND: Final = compile_later(
    r"\b(?:fund|appeal|plan|agencies|mission|operation)\b[^.;,]{0,40}\b(?:received|raised|collected|attracted|got) (?:an? |about |only |just |some |nearly |more than |over )*$",
    re.IGNORECASE,
)
"""Before what a fund has got from givers whom nobody names."""


def _refers_back(passage: Passage) -> bool:
    return bool(
        re.match(
            r"\W*(?:the|this|it|that|a further|another|of (?:that|this)|in addition|also|separately)\b",
            passage.text,
            re.IGNORECASE,
        )
    )


def _read_tranche(draft: Draft) -> None:
    if draft.noun is None or draft.noun.entry.get("unit") not in {"package", "aid"}:
        return
    passage = draft.passage
    start = max(0, draft.start - passage.start - 40)
    lead = passage.text[start : draft.noun.end - passage.start]
    for match in _ORDINAL.finditer(lead):
        if len(lead[match.end() :].split()) > 6 or re.search(r"[.;,]", lead[match.end() :]):
            continue
        number = int(match[1]) if match[1] else _ordinal(match[2].lower())
        draft.tranche = number
        offset = passage.start + start
        draft.tranche_span = (offset + match.start(), offset + match.end())


def _ordinal(word: str) -> int:
    tens, _, unit = word.rpartition("-")
    if word in _UNITS:
        return _UNITS.index(word) + 1
    if tens:
        return _TENS.index(tens) * 10 + _UNITS.index(unit) + 1
    return next((place * 10 for place, ten in enumerate(_TENS) if ten and word == ten[:-1] + "ieth"), 0)


def _record(reading: Reading, package: Package, ids: dict[int, str]) -> AidPackage:
    draft = package.draft
    rule = draft.rule
    evidence: list[Evidence] = [reading.evidence("trigger", start, end, rule) for start, end in draft.triggers]
    evidence.extend(side_evidence(reading, "donor", draft.donors, rule))
    evidence.extend(side_evidence(reading, "recipient", draft.recipients, rule))
    money = draft.money
    if money is not None:
        evidence.append(reading.evidence("amount", money.start, money.end, rule))
    if draft.mechanism_span is not None:
        evidence.append(reading.evidence("mechanism", *draft.mechanism_span, rule))
    if draft.tranche_span is not None:
        evidence.append(reading.evidence("tranche", *draft.tranche_span, rule))
    if draft.verb is not None:
        evidence.append(reading.evidence("status", draft.verb.start, draft.verb.end, rule))
    modality, cue = modality_of(reading, draft.passage, draft.start, draft.end)
    if cue is not None:
        evidence.append(reading.evidence("modality_cue", *cue, rule))
    attribution = attribution_of(reading, draft.passage, (draft.start, draft.end), draft.donors, draft.recipients)
    if attribution is not None:
        evidence.append(attribution[1])
    since = _since(draft) if draft.scope == "cumulative" else None
    announced = None if draft.scope == "cumulative" else _announced(draft)
    evidence.extend(reading.evidence("date", date.start, date.end, rule) for date in (since, announced) if date is not None)
    confidence = round(draft.confidence, 2)
    return AidPackage(
        id=package.id,
        scope=draft.scope,
        donors=draft.donors.actors,
        recipients=draft.recipients.actors,
        amount=None if money is None else money.amount,
        amount_high=None if money is None else money.amount_high,
        currency=draft.currency if money is None else money.currency,
        currency_inferred=False if money is None else money.currency_inferred,
        converted=tuple(draft.converted),
        bound="exact" if money is None else money.bound,
        mechanism=draft.mechanism,
        tranche=draft.tranche,
        status=draft.status,
        announced=None if announced is None else announced.iso,
        announced_date=announced,
        since=None if since is None else since.iso,
        since_date=since,
        parent=None if draft.parent is None else ids.get(id(draft.parent)),
        items=tuple(package.items),
        modality=modality,
        attribution=None if attribution is None else attribution[0],
        confidence=confidence,
        evidence=tuple(evidence),
    )


def attribution_of(
    reading: Reading, passage: Passage, span: tuple[int, int], donors: Side, recipients: Side
) -> tuple[Attribution, Evidence] | None:
    """Whose word the aid is, with the evidence of it; interested where the source is the giver or the receiver."""
    found = read_modality(reading, passage, *span)
    source = found.source
    if source is None or not source.actors:
        return None
    cue = None if found.cue is None else reading.text[found.cue[0] : found.cue[1]]
    parties = donors.codes | recipients.codes
    interested = any(actor.code in parties for actor in source.actors) if parties else None
    attribution = Attribution(source=source.actors[0], cue=cue, interested=interested)
    return attribution, reading.evidence("attribution", source.start, source.end, "source")


def side_evidence(reading: Reading, role: EvidenceRole, side: Side, rule: str) -> list[Evidence]:
    """The evidence of a donor or recipient, with the rule "from-context" where another sentence names it."""
    return [
        reading.evidence(role, mention.start, mention.end, rule if side.near else "from-context") for mention in side.mentions
    ]


def modality_of(reading: Reading, passage: Passage, start: int, end: int) -> tuple[Modality, tuple[int, int] | None]:
    """The modality of aid: an announcement by a donor is the matter itself, so a plain "said" or "announced" leaves it asserted."""
    found = read_modality(reading, passage, start, end)
    if found.background:
        return ("denied", found.cue) if found.modality == "denied" else ("asserted", None)
    if (
        found.modality in {"speculated", "anticipated"}
        and found.cue is not None
        and reading.text[found.cue[0] : found.cue[1]].lower() in {"possible", "potential"}
    ):
        return "asserted", None
    if found.modality == "claimed" and (found.cue is None or not _ASSERTING.search(reading.text[found.cue[0] : found.cue[1]])):
        return "asserted", None
    if (
        found.modality == "anticipated"
        and found.cue is not None
        and reading.text[found.cue[0] : found.cue[1]].lower().startswith(("pledg", "promis", "vow"))
    ):
        return "asserted", None
    return found.modality, found.cue


def _since(draft: Draft) -> DateValue | None:
    text, base = draft.passage.text, draft.passage.start
    for date in draft.passage.dates:
        if date.iso is not None and re.search(r"\bsince\b[^.;,]{0,60}$", text[: date.start - base][-_LEAD:], re.IGNORECASE):
            return date
    return None


def _announced(draft: Draft) -> DateValue | None:
    """The day of the announcement: the package's own verb is one, or another verb of its sentence is, next to the day."""
    dated = [date for date in draft.passage.dates if date.iso is not None and date.precision == "day"]
    if not dated:
        return None
    own = draft.verb
    if own is not None and own.frame == "announce":
        return min(dated, key=lambda date: abs(date.start - own.start))
    beside = [
        date
        for verb in find_verbs(draft.passage)
        if verb.frame == "announce" and not verb.negated
        for date in dated
        if 0 < date.start - verb.end <= 5 or 0 < verb.start - date.end <= 2
    ]
    return beside[0] if beside else None

"""Given things become item records: mentions of one thing are merged, each is tied to its package."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side
from briefing_tui.extracting.aid.direction import is_foreign
from briefing_tui.extracting.aid.donors import find_donors
from briefing_tui.extracting.aid.frames import find_given
from briefing_tui.extracting.aid.item_modality import item_modality
from briefing_tui.extracting.aid.item_packages import package_of
from briefing_tui.extracting.aid.item_phrases import Thing, find_things
from briefing_tui.extracting.aid.merging import Item, same_as
from briefing_tui.extracting.aid.packages import Package, attribution_of, side_evidence
from briefing_tui.extracting.aid.recipients import find_recipients
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import AidItem, Evidence


def find_items(context: AidContext, packages: list[Package]) -> list[AidItem]:
    """The items of a document; their ids are added to the packages they belong to.

    A thing that nobody gives and nobody gets, and that is part of no package, is no aid whatever the words around it are.
    """
    items: list[Item] = []
    for passage in context.reading.passages:
        things = find_things(passage)
        earlier = _given_before(items, passage)
        if (
            not things
            and "train" not in passage.text
            and "treat" not in passage.text
            and not (earlier is not None and passage.quantities)
        ):
            continue
        for given in find_given(context, passage, things, earlier):
            if given.negated and given.rule == "included-in-aid":
                continue
            item = Item(given)
            _direct(context, item, packages)
            again = same_as(context, items[-_REMEMBERED:], item)
            if again is not None:
                again.merge(item, context.reading.text)
                continue
            items.append(item)
    return [_record(context, item) for item in items if _changes_hands(item)]


_FOR_ANYONE_IN_NEED: Final = frozenset({"under-way", "stored-for-relief"})
"""Rules that read relief goods, whose givers and receivers may go without saying."""


def _changes_hands(item: Item) -> bool:
    known = item.donors.actors or item.recipients.actors or item.package
    return bool(known) or item.given.rule in _FOR_ANYONE_IN_NEED


def _given_before(items: list[Item], passage: Passage) -> Thing | None:
    """The thing given last, where it was given in the sentence before or the one before that."""
    last = items[-1].given if items else None
    if last is None or passage.index - last.passage.index > _NEXT or last.passage.sentence.block != passage.sentence.block:
        return None
    return last.thing


_NEXT: Final = 2
_REMEMBERED: Final = 300
"""Items among which the same thing, told again, is looked for."""


def _direct(context: AidContext, item: Item, packages: list[Package]) -> None:
    given = item.given
    passage, thing = given.passage, given.thing
    item.package = package_of(context, given, packages)
    if item.package is not None:
        draft = item.package.draft
        item.donors = Side(draft.donors.actors, draft.donors.mentions, near=False)
        item.recipients = Side(draft.recipients.actors, draft.recipients.mentions, near=False)
        return
    receiving = given.verb is not None and given.verb.entry.get("frame") == "receive"
    asking = given.verb is not None and given.verb.entry.get("frame") == "ask"
    recipients = find_recipients(context, passage, thing.start, thing.end, given.verb)
    donors = find_donors(
        context,
        passage,
        thing.start,
        thing.end,
        given.verb,
        excluded=recipients.codes if recipients.near else frozenset(),
        receiving=receiving or asking,
    )
    if (
        donors is NOBODY
        and not asking
        and not receiving
        and context.default_donor.actors
        and not context.default_donor.codes & recipients.codes
    ):
        donors = context.default_donor
    if is_foreign(context, recipients, donors):
        item.recipients = recipients
    item.donors = donors


def _record(context: AidContext, item: Item) -> AidItem:
    reading = context.reading
    given, thing = item.given, item.given.thing
    rule = given.rule
    evidence: list[Evidence] = [reading.evidence("trigger", start, end, rule) for start, end in item.triggers]
    if thing.quantity is not None:
        evidence.append(reading.evidence("quantity", thing.quantity.start, thing.quantity.end, rule))
    evidence.extend(side_evidence(reading, "donor", item.donors, rule))
    evidence.extend(side_evidence(reading, "recipient", item.recipients, rule))
    if given.verb is not None:
        evidence.append(reading.evidence("status", given.verb.start, given.verb.end, rule))
    modality, cue = item_modality(reading, given)
    if cue is not None:
        evidence.append(reading.evidence("modality_cue", *cue, rule))
    attribution = attribution_of(reading, given.passage, (thing.start, thing.end), item.donors, item.recipients)
    if attribution is not None:
        evidence.append(attribution[1])
    identity = reading.record_id("aid_item", item.triggers)
    if item.package is not None:
        item.package.items.append(identity)
    confidence = round(given.confidence, 2)
    return AidItem(
        id=identity,
        description=" ".join(reading.text[thing.start : thing.end].split()),
        designation=thing.designation,
        item_class=thing.item_class,
        quantity=thing.count,
        quantity_high=thing.quantity.high if thing.quantity else None,
        bound=thing.bound,
        unit=thing.quantity.unit if thing.quantity else None,
        package=None if item.package is None else item.package.id,
        donors=item.donors.actors,
        recipients=item.recipients.actors,
        status="cancelled" if given.negated and given.status == "announced" else given.status,
        modality=modality,
        attribution=None if attribution is None else attribution[0],
        confidence=confidence,
        evidence=tuple(evidence),
    )

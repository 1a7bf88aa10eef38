"""Opening a document: who usually gives and receives in it, and whether it is about relief at all."""

from __future__ import annotations

from collections import Counter
from typing import Final

from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.aid.context import NOBODY, USUAL_GIVERS, AidContext, Side
from briefing_tui.extracting.aid.places import GIVERS
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.passages import Reading
from briefing_tui.extracting.relevance import speaks_of_relief, weigh
from briefing_tui.model import Actor


def open_context(reading: Reading) -> AidContext:
    """Read who receives in every sentence that speaks of aid, and who does so most in the document."""
    organisations = frozenset(
        hit.entry.get("code")
        for passage in reading.passages
        for hit in passage.hits
        if hit.entry.category == "org" and hit.entry.get("kind") not in _NO_RECEIVERS
    )
    context = AidContext(reading, weigh(reading), organisations=organisations)
    context.relief = _is_relief(context)
    context.default_recipient = _usual_recipient(context)
    if not _is_giver(reading):
        return context
    if reading.publishers:
        context.default_donor = Side(reading.publishers, (), near=False)
    elif reading.publisher is not None:
        context.default_donor = Side((reading.publisher,), (), near=False)
    return context


def _is_giver(reading: Reading) -> bool:
    """Whether the publisher can be the giver a text leaves unnamed: a state, an organisation the lexicon knows, or one that says "we"."""
    publisher = reading.publisher
    if publisher is None or not publisher.code.startswith("org:") or len(reading.publishers) > 1:
        return True
    if any(hit.entry.category in {"org", "body"} and hit.entry.get("kind") != "media" for hit in reading.publisher_hits):
        return True
    return any(
        mention.kind == "pronoun" and publisher.code in {actor.code for actor in mention.actors}
        for passage in reading.passages
        for mention in passage.mentions
    )


def _usual_recipient(context: AidContext) -> Side:
    """Who receives most in the document: by the sentences that say so, those with an amount or a word of aid first, and the title."""
    reading = context.reading
    counts: Counter[tuple[str, ...]] = Counter()
    places: Counter[tuple[str, ...]] = Counter()
    sides: dict[tuple[str, ...], Side] = {}
    for passage in reading.passages:
        if not passage.has("aid_noun", "aid_verb", "weapon", "item_noun", "handover", "mechanism"):
            continue
        aided = any(hit.entry.category == "aid_noun" and hit.entry.get("unit") != "money" for hit in passage.hits)
        weight = 3 if passage.money and aided else 2 if aided or passage.money else 1
        for side in recipients_in(context, passage):
            if not context.is_receiver(side) or side.mentions[0].kind == "definite":
                continue
            key = tuple(actor.code for actor in side.actors)
            if all(code in USUAL_GIVERS and code.startswith("org:") for code in key):
                continue
            if side.mentions[0].kind == "place":
                places[key] += 1
            else:
                counts[key] += weight if any(_is_state(code) for code in key) else 1
            sides.setdefault(key, Side(side.actors, (), near=False))
    fallback = _most_named(context)
    if fallback is not NOBODY and (counts or not places):
        key = tuple(actor.code for actor in fallback.actors)
        counts[key] += _NAMED
        sides.setdefault(key, fallback)
    counts = counts or places
    if not counts:
        return _most_placed(context)
    titled = {hit.entry.key for hit in reading.title_hits if hit.entry.category == "state"}
    for key in counts:
        if titled & set(key):
            counts[key] += _TITLED
    order = list(counts)
    best = max(counts, key=lambda key: (counts[key], -order.index(key)))
    if not any(
        _is_state(code) for code in best
    ):  # an agency hands on what it is given: a state is the receiver unless it hardly appears
        states = [key for key in order if any(_is_state(code) for code in key)]
        rival = max(states, key=lambda key: (counts[key], -order.index(key)), default=None)
        if rival is not None and counts[rival] * _AGENCY >= counts[best]:
            return sides[rival]
    if counts[best] * _LEADING < sum(counts.values()):  # a survey of help to many countries has no usual receiver
        return NOBODY
    return sides[best]


_LEADING: Final = 4
"""In how many parts the mentions of receivers may fall for the one named most to be the usual receiver."""


_AGENCY: Final = 2
"""How much more often than a state an agency must receive to be the one whom aid in a text usually goes to."""


def _most_placed(context: AidContext) -> Side:
    """The state most of the text's places lie in, where nothing else says who receives: "Gaza", "Mekelle", "Darfur"."""
    if not context.on_subject:
        return NOBODY
    hits = [*context.reading.title_hits, *(hit for passage in context.reading.passages for hit in passage.of("place"))]
    counts = Counter(
        hit.entry.get("state") for hit in hits if hit.entry.category == "place" and hit.entry.get("state") not in {None, *GIVERS}
    )
    if not counts:
        return NOBODY
    code, often = counts.most_common(1)[0]
    return Side((Actor(code=code, name=STATE_NAMES[code], via="metonym"),), (), near=False) if often >= _OFTEN else NOBODY


_NAMED: Final = 2


_TITLED: Final = 2
"""What being the state named most, and standing in the title, count for."""


def _is_relief(context: AidContext) -> bool:
    """Whether enough sentences of a text that names a foreign country speak of relief or arms transfers."""
    passages = context.reading.passages
    if not context.relevance.foreign or not any(
        mention.kind == "name"
        and any(_is_state(actor.code) and actor.code not in {"USA", context.home} for actor in mention.actors)
        for passage in passages
        for mention in passage.mentions
    ):
        return False
    return speaks_of_relief(context.reading)


def _is_state(code: str) -> bool:
    return len(code) == 3 and code.isupper()


def _most_named(context: AidContext) -> Side:
    """The state a text on a war names most, the usual givers and their adversaries left out: who a bare "$61bn package" is for."""
    if not (context.on_subject or context.relief):
        return NOBODY
    counts: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for passage in context.reading.passages:
        for mention in passage.mentions:
            for actor in mention.actors:
                if len(actor.code) == 3 and actor.code not in GIVERS and actor.code != context.home:
                    counts[actor.code] += 1
                    first.setdefault(actor.code, actor)
        for hit in passage.of("place"):
            state = hit.entry.get("state")
            if state is not None and state not in GIVERS and state != context.home:
                counts[state] += 1
                first.setdefault(state, Actor(code=state, name=STATE_NAMES[state], via="metonym"))
    for hit in context.reading.title_hits:
        if hit.entry.category == "state" and hit.entry.key in counts:
            counts[hit.entry.key] += 1
    if not counts:
        return NOBODY
    code = max(counts, key=lambda code: (counts[code], -list(counts).index(code)))
    alone = len(counts) == 1 and context.relief
    return Side((first[code],), (), near=False) if alone or counts[code] >= _OFTEN else NOBODY


_OFTEN: Final = 2


_NO_RECEIVERS: Final = frozenset({"think_tank", "court", "church", "party", "parliament", "hackers", "firm", "company", "media"})

"""Diplomatic and political steps: embassies closed, ambassadors summoned, sanctions, votes, visits, calls, laws."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing_tui.extracting.modality.modality import read_modality
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.act_checks import (
    are_between_states,
    has_bloc,
    has_place,
    is_addressed,
    is_apt,
    is_ban_on_persons,
    is_item_of_demands,
    is_no_step,
    is_on_subject,
    is_only_asked,
    is_subject_of_another,
    is_united_nations,
    legislates,
)
from briefing_tui.extracting.reactions.act_nouns import read_act_nouns
from briefing_tui.extracting.reactions.act_parties import doer_of, has_party, parties_of_talks, with_parties
from briefing_tui.extracting.reactions.act_stances import stance_of_step
from briefing_tui.extracting.reactions.echoes import read_echoes
from briefing_tui.extracting.reactions.governors import Memory, governor
from briefing_tui.extracting.reactions.hearing import Hearing, tense_of
from briefing_tui.extracting.reactions.positions import Position, clip, leads, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.reactions.visits import read_visits
from briefing_tui.extracting.scan import Hit

_OBJECT_AFTER: Final = 9
"""Tokens between a verb and the thing it is done to."""
_OBJECT_BEFORE: Final = 12
_LIGHT: Final = frozenset("has have had having make made take took taken".split())
_LIGHT_REACH: Final = 3
_PRONOUNS: Final = frozenset("they he she we".split())
_SUBJECT_PRONOUNS: Final = frozenset("it he she they who which that".split())
_UNDOING: Final = frozenset("waiver waivers relief exemption exemptions lifting easing removal end suspension".split())
"""Nouns that turn a step into its opposite ("issued a waiver of sanctions")."""
_CURTAILED: Final = re.compile(
    r" (?:skeleton|minimal|curtailed) | (?:limited|reduced|essential|emergency) (?:staff|staffing|crew|personnel|basis|capacity|hours) "
)
_WORDS_AFTER: Final = 10
_INTRANSITIVE: Final = frozenset(
    "close_mission reopen_mission keep_mission operate_mission is_open talks_collapse call_off_talks border suspend_mission".split()
)
"""Steps whose thing may be the subject of an active verb ("the embassy closed")."""
_LINKS: Final = frozenset("is are was were be been being which that whom has have had".split())
_POSSIBLE: Final = frozenset("may might could should can if whether".split())
_DOUBTED: Final = re.compile(
    r"\b(?:no (?:sign|signs|evidence|indication|plans?|intention)|whether|denied|denies|rumou?rs?) (?:that |to |of )?[^.;,]*$"
)
_DOUBT: Final = 50
"""Characters before a step within which words deny that it was taken."""


def read_acts(hearing: Hearing, passage: Passage, earlier: list[Position]) -> list[Position]:
    """The steps told in a passage, outside quotation marks. `earlier` are the positions told before, for "followed suit"."""
    found: list[Position] = []
    memory = Memory()
    things = _things_named(passage)
    reach = -1
    for hit in passage.hits:
        category = hit.entry.category
        if category not in {"act", "say", "stance"} or hit.start < reach or hearing.quoted(hit.start, hit.end):
            continue
        if category != "act":
            memory.hear(governor(hearing, passage, hit, memory))
            continue
        wanted = hit.entry.get("object")
        if wanted and things.isdisjoint(wanted):
            continue
        position = _step(hearing, passage, hit, memory)
        if position is not None:
            found.append(position)
            reach = hit.end
    found.extend(read_act_nouns(hearing, passage, found))
    found.extend(_between(hearing, passage, found))
    found.extend(read_visits(hearing, passage, found))
    return [*found, *read_echoes(hearing, passage, [*earlier, *found])]


def _things_named(passage: Passage) -> set[str]:
    """The keys of the things in a passage that steps are taken with, so that most verbs need no look."""
    things = {hit.entry.key for hit in passage.hits if hit.entry.category == "act_object"}
    if passage.has("mission"):
        things.add("mission")
    if any(hit.entry.category == "state" and hit.how == "people" for hit in passage.hits):
        things.add("nationals")
    return things


def _between(hearing: Hearing, passage: Passage, known: list[Position]) -> list[Position]:
    """Read "a telephone call between Washington and Moscow": the step is a noun, both parties follow."""
    clauses = hearing.clauses(passage)
    found: list[Position] = []
    for thing in passage.of("act_object"):
        if thing.entry.key not in {"call", "talks"} or hearing.quoted(thing.start, thing.end):
            continue
        at = clauses.index(thing.end)
        if clauses.low(at) != "between" or any(
            start < thing.end and thing.start < end for each in known for start, end in each.triggers
        ):
            continue
        speaker = clauses.following(at + 1)
        if speaker is not None and len(speaker.actors) > 1:
            found.append(
                Position(
                    passage=passage.index,
                    rule=f"act-{thing.entry.key}-between",
                    stance="neutral",
                    triggers=[clip(passage, thing.start, speaker.end)],
                    speaker=speaker,
                    action="call" if thing.entry.key == "call" else "talks",
                    directness="act",
                    date=nearest_date(passage, thing.start, speaker.end),
                    confidence=0.65,
                )
            )
    return found


def _step(hearing: Hearing, passage: Passage, hit: Hit, memory: Memory) -> Position | None:
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    entry = hit.entry
    rest = [token.low for token in passage.between(hit.end, passage.end)]
    words_after = rest[:_WORDS_AFTER]
    needs = entry.get("needs")
    if needs and not any(need in f" {' '.join(rest if entry.get('far') else words_after)} " for need in needs):
        return None
    objects = entry.get("object")
    thing = _thing(passage, hit, objects) if objects else None
    if thing is not None and clauses.low(verb) in _LIGHT:
        between = passage.between(hit.end, thing.start)
        if len(between) > _LIGHT_REACH or any(token.low.endswith("ed") for token in between):
            return None  # "had occurred during meetings" is not "had meetings"
    if objects and thing is None:
        return None
    if clauses.negated(verb) or (clauses.low(verb - 1) in _POSSIBLE):
        return None
    if entry.get("where") and not has_place(clauses, hit):
        return None
    if entry.get("bloc") and not has_bloc(clauses, hit):
        return None
    if (
        is_item_of_demands(hearing, passage, hit)
        or is_only_asked(clauses, hit, verb)
        or is_ban_on_persons(passage, entry.key, thing)
    ):
        return None
    if thing is not None and not is_apt(hearing, passage, thing):
        return None
    speaker = doer_of(hearing, passage, hit, thing, memory)
    if entry.key == "talks_collapse" and thing is not None:
        speaker = parties_of_talks(clauses, thing)
    if speaker is None or not (speaker.actors or (entry.key == "talks_collapse" and passage.has("state", "place"))):
        return None
    if entry.get("human") and (speaker.person is None and speaker.role is None):
        return None
    if is_no_step(passage, hit, thing, speaker) or is_subject_of_another(passage, hit, thing):
        return None
    speaker = memory.voiced(speaker)
    if entry.get("party") and not has_party(clauses, hit, speaker):
        return None
    if entry.key == "speak_with" and not is_addressed(hearing, hit, words_after, joint=len(speaker.actors) > 1):
        return None  # "speaking also for Chad"
    if _DOUBTED.search(hearing.text[max(passage.start, hit.start - _DOUBT) : hit.start].lower()):
        return None
    if entry.get("council") and not any("Council" in actor.code or "Assembly" in actor.code for actor in speaker.actors):
        return None
    if entry.get("action") == "talks" and entry.get("object") and is_united_nations(speaker):
        return None
    if (
        entry.get("action") == "talks"
        and thing is not None
        and thing.entry.key == "talks"
        and not are_between_states(clauses, thing, speaker)
    ):
        return None
    if entry.get("action") in {"legislation", "other"} and not is_on_subject(hearing, passage, speaker):
        return None
    if entry.get("action") == "legislation" and (not legislates(passage, speaker) or is_united_nations(speaker)):
        return None
    begin = min(hit.start, thing.start if thing is not None else hit.start)
    if leads(passage, speaker, begin) and entry.key != "on_visit":
        begin = speaker.start
    clause_end = _before_next_verb(clauses, hit, thing, hearing.clause_end(passage, hit))
    end = max(hit.end, clause_end, thing.end if thing is not None else 0)
    trigger = clip(passage, begin, end)
    if trigger[1] < hit.end:
        trigger = clip(passage, hit.start, end)
    modality = read_modality(hearing.reading, passage, hit.start, hit.end)
    if modality.modality == "denied" and modality.cue is not None and "," in hearing.text[modality.cue[1] : hit.start]:
        modality = replace(modality, modality="asserted", cue=None)  # "Ankara, which denies any role, expelled …"
    position = Position(
        passage=passage.index,
        rule=f"act-{entry.get('action').replace('_', '-')}",
        stance=stance_of_step(hearing.reading, passage, hit, end),
        triggers=[trigger],
        speaker=with_parties(clauses, hit, speaker, entry.get("action")),
        action=entry.get("action"),
        directness="act",
        verb=(hit.start, hit.end),
        date=nearest_date(passage, hit.start, end),
        place=_place(passage, hit, end)
        if thing is None or thing.entry.category != "mission"
        else _place(passage, thing, passage.end),
        modality=modality.modality
        if modality.modality in {"planned", "anticipated", "denied", "reported", "unconfirmed"}
        else "asserted",
        modality_cue=modality.cue,
        confidence=0.8 if thing is not None else 0.65,
    )
    for quote in hearing.quotes.within(hit.end, end):
        hearing.used.add(quote.start)
        position.quote = position.quote or quote
    if entry.key == "call_off_talks" and thing is not None and thing.end <= hit.start and _only_ends(hearing, hit):
        position.action, position.stance = "talks", "neutral"  # "the fifth round of talks ended in Rome"
    if entry.key == "order_staff_out" and thing is not None and _are_anothers(passage, thing, speaker):
        position.action, position.stance = "diplomats_expelled", "oppose"
    if position.action == "embassy_open" and _CURTAILED.search(f" {' '.join(words_after)} "):
        position.action, position.stance = "embassy_limited", "neutral"
    if position.modality == "denied":
        return None
    return position


def _are_anothers(passage: Passage, staff: Hit, speaker: Speaker) -> bool:
    """Whether diplomats told to leave are another state's ("13 Norwegian diplomats")."""
    known = {actor.code for actor in speaker.actors}
    return any(
        hit.how == "demonym"
        and hit.end <= staff.end
        and passage.distance(hit.end, staff.start) <= 1
        and hit.entry.key not in known
        for hit in passage.of("state")
        if hit.start <= staff.start
    )


def _only_ends(hearing: Hearing, hit: Hit) -> bool:
    """Whether the verb only says that something came to its end."""
    return hearing.text[hit.start : hit.end].lower() in {"ended", "adjourned", "end", "ends"}


def _before_next_verb(clauses: Clauses, hit: Hit, thing: Hit | None, end: int) -> int:
    """Where the words of a step end: before another verb with a subject of its own ("expelled two envoys it accused of spying")."""
    beyond = hit.end if thing is None else max(hit.end, thing.end)
    for other in clauses.passage.hits:
        if other.start <= beyond or other.start >= end or other.entry.category not in {"stance", "say", "label"}:
            continue
        if tense_of(other) not in {"ed", "past", "s"}:
            continue
        at = clauses.index(other.start) - 1
        while at > 0 and clauses.transparent(at):
            at -= 1
        if clauses.low(at) in _SUBJECT_PRONOUNS or clauses.noun(at) is not None:
            mention = clauses.noun(at)
            return max(beyond, clauses.tokens[clauses.first(mention) if mention is not None else at].start)
    return end


def _thing(passage: Passage, hit: Hit, wanted: list[str]) -> Hit | None:
    """The noun a verb acts on: after it, or before it in a passive or intransitive clause; the nearest that the entry accepts."""
    best: tuple[int, Hit] | None = None
    for other in passage.hits:
        category = other.entry.category
        if not (
            (category == "act_object" and other.entry.key in wanted)
            or (category == "mission" and "mission" in wanted)
            or (category == "state" and other.how == "people" and "nationals" in wanted)
        ):
            continue
        if other.start < hit.end and hit.start < other.end:
            continue
        between = passage.between(hit.end, other.start) if other.start >= hit.end else passage.between(other.end, hit.start)
        limit = _OBJECT_AFTER if other.start >= hit.end else _OBJECT_BEFORE
        if len(between) > limit or any(token.low in {";", ":", "—"} for token in between):
            continue
        if _other_act(passage, hit, other) or any(token.low in _UNDOING for token in between):
            continue
        if (
            other.start < hit.start
            and tense_of(hit) not in {"ed", "past", "pp", "base", "s", "name"}
            and not _progressive(passage, hit)
        ):
            continue
        if other.start < hit.start and hit.entry.key not in _INTRANSITIVE and tense_of(hit) in {"ed", "past", "pp"}:
            linked = {token.low for token in between} & _LINKS
            if (not linked and len(between) > 1) or _PRONOUNS.intersection(token.low for token in between):
                continue  # "sanctions, the ministers agreed": what stands before is no object
        if (
            other.start < hit.start
            and tense_of(hit) == "base"
            and hit.entry.key not in _INTRANSITIVE
            and not _progressive(passage, hit)
        ):
            continue
        if other.start < hit.start and tense_of(hit) == "base" and passage.tokens[passage.token_at(hit.start) - 1].low == "to":
            continue  # what is to be done has its object after it
        distance = len(between) + (0 if other.start >= hit.end else 3)
        if best is None or distance < best[0]:
            best = (distance, other)
    return None if best is None else best[1]


def _progressive(passage: Passage, hit: Hit) -> bool:
    """Whether a form in "-ing" is the sentence's verb: "its embassy was operating as usual"."""
    at = passage.token_at(hit.start)
    return at > 0 and passage.tokens[at - 1].low in {"is", "are", "was", "were", "been"}


def _other_act(passage: Passage, hit: Hit, thing: Hit) -> bool:
    """Whether another verb of action stands between a verb and a thing, and nearer to the thing."""
    return any(
        hit.end <= verb.start < thing.start and verb.entry.category == "act" and tense_of(verb) in {"ed", "past", "s", "ing"}
        for verb in passage.hits
    )


def _place(passage: Passage, hit: Hit, end: int) -> tuple[int, int] | None:
    for other in passage.hits:
        placed = other.entry.category == "place" or (other.entry.category == "state" and other.how in {"name", "capital"})
        if placed and hit.end <= other.start and other.end <= end:
            return other.start, other.end
    return None

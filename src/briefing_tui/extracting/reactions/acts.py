"""Diplomatic and political steps: embassies closed, ambassadors summoned, sanctions, votes, visits, calls, laws."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.modality.modality import read_modality
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.act_parties import doer_of, has_party, with_parties
from briefing_tui.extracting.reactions.echoes import read_echoes
from briefing_tui.extracting.reactions.governors import Memory, governor
from briefing_tui.extracting.reactions.hearing import Hearing, tense_of
from briefing_tui.extracting.reactions.positions import Position, clip, leads, nearest_date
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.stances import lean
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.reactions.visits import brings_help, read_visits
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import Stance

_OBJECT_AFTER: Final = 9
"""Tokens between a verb and the thing it is done to."""
_OBJECT_BEFORE: Final = 12
_LIGHT: Final = frozenset("has have had having make made take took taken".split())
_LIGHT_REACH: Final = 3
_BLOCS: Final = frozenset({"alliance", "bloc", "igo", "union", "court", "council"})
_UNDOING: Final = frozenset("waiver waivers relief exemption exemptions lifting easing removal end suspension".split())
"""Nouns that turn a step into its opposite ("issued a waiver of sanctions")."""
_CURTAILED: Final = frozenset("skeleton limited reduced minimal essential emergency curtailed".split())
_POSSIBLE: Final = frozenset("may might could should can if whether".split())
_OPPOSED_LAW: Final = frozenset(
    "ban bans banning prohibit prohibits prohibiting sanction sanctions sanctioning condemn condemning restrict block blocking revoke designate "
    "against halt suspend suspending bar barring proscribe outlaw oppose reject".split()
)
_SUPPORTIVE: Final = frozenset("support solidarity commitment reaffirm friendship".split())
_LEAVING: Final = frozenset("leave leaving depart departing out flee evacuate exit".split())
_DOUBTED: Final = re.compile(
    r"\b(?:no (?:sign|signs|evidence|indication|plans?|intention)|whether|denied|denies|rumou?rs?) (?:that |to |of )?[^.;,]*$"
)
_DOUBT: Final = 50
"""Characters before a step within which words deny that it was taken."""
_DEMANDS: Final = frozenset("demand demands demanding demanded call calls calling called urging urges".split())
_CONDEMNS: Final = frozenset("condemn condemns condemning condemned deploring deplores denouncing".split())


def read_acts(hearing: Hearing, passage: Passage, earlier: list[Position]) -> list[Position]:
    """The steps told in a passage, outside quotation marks. `earlier` are the positions told before, for "followed suit"."""
    found: list[Position] = []
    memory = Memory()
    reach = -1
    for hit in passage.hits:
        category = hit.entry.category
        if category not in {"act", "say", "stance"} or hit.start < reach or hearing.quoted(hit.start, hit.end):
            continue
        if category != "act":
            memory.hear(governor(hearing, passage, hit, memory))
            continue
        position = _step(hearing, passage, hit, memory)
        if position is not None:
            found.append(position)
            reach = hit.end
    found.extend(_between(hearing, passage, found))
    found.extend(read_visits(hearing, passage, found))
    return [*found, *read_echoes(hearing, passage, [*earlier, *found])]


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
    words_after = [token.low for token in passage.between(hit.end, passage.end)[:10]]
    needs = entry.get("needs")
    if needs and not any(need in f" {' '.join(words_after)} " for need in needs):
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
    if entry.get("where") and not _place_after(clauses, hit):
        return None
    if entry.get("bloc") and not _bloc_after(clauses, hit):
        return None
    speaker = doer_of(hearing, passage, hit, thing, memory)
    if speaker is None or not speaker.actors:
        return None
    if entry.get("human") and (speaker.person is None and speaker.role is None):
        return None
    speaker = memory.voiced(speaker)
    if entry.get("party") and not has_party(clauses, hit, speaker):
        return None
    if entry.key == "speak_with" and not _addressed(hearing, hit, words_after, joint=len(speaker.actors) > 1):
        return None  # "speaking also for Chad"
    if _DOUBTED.search(hearing.text[max(passage.start, hit.start - _DOUBT) : hit.start].lower()):
        return None
    if entry.get("council") and not any("Council" in actor.code or "Assembly" in actor.code for actor in speaker.actors):
        return None
    if entry.get("action") == "talks" and entry.get("object") and _is_united_nations(speaker):
        return None
    if entry.get("action") == "legislation" and (not _legislates(passage) or _is_united_nations(speaker)):
        return None
    begin = min(hit.start, thing.start if thing is not None else hit.start)
    if leads(passage, speaker, begin) and entry.key != "on_visit":
        begin = speaker.start
    clause_end = hearing.clause_end(passage, hit)
    end = max(hit.end, clause_end, thing.end if thing is not None else 0)
    trigger = clip(passage, begin, end)
    if trigger[1] < hit.end:
        trigger = clip(passage, hit.start, end)
    modality = read_modality(hearing.reading, passage, hit.start, hit.end)
    position = Position(
        passage=passage.index,
        rule=f"act-{entry.get('action').replace('_', '-')}",
        stance=_stance(passage, hit, end),
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
    if position.action == "embassy_open" and _CURTAILED.intersection(words_after):
        position.action, position.stance = "embassy_limited", "neutral"
    if position.modality == "denied":
        return None
    return position


def _thing(passage: Passage, hit: Hit, wanted: list[str]) -> Hit | None:
    """The noun a verb acts on: after it, or before it in a passive or intransitive clause; the nearest that the entry accepts."""
    best: tuple[int, Hit] | None = None
    for other in passage.hits:
        category = other.entry.category
        if not ((category == "act_object" and other.entry.key in wanted) or (category == "mission" and "mission" in wanted)):
            continue
        if other.start < hit.end and hit.start < other.end:
            continue
        between = passage.between(hit.end, other.start) if other.start >= hit.end else passage.between(other.end, hit.start)
        limit = _OBJECT_AFTER if other.start >= hit.end else _OBJECT_BEFORE
        if len(between) > limit or any(token.low in {";", ":", "—"} for token in between):
            continue
        if _other_act(passage, hit, other) or any(token.low in _UNDOING for token in between):
            continue
        if other.start < hit.start and tense_of(hit) not in {"ed", "past", "pp", "base", "s"}:
            continue
        distance = len(between) + (0 if other.start >= hit.end else 3)
        if best is None or distance < best[0]:
            best = (distance, other)
    return None if best is None else best[1]


def _other_act(passage: Passage, hit: Hit, thing: Hit) -> bool:
    """Whether another verb of action stands between a verb and a thing, and nearer to the thing."""
    return any(
        hit.end <= verb.start < thing.start and verb.entry.category == "act" and tense_of(verb) in {"ed", "past", "s", "ing"}
        for verb in passage.hits
    )


def _place_after(clauses: Clauses, hit: Hit) -> bool:
    at = clauses.index(hit.end)
    return any(
        other.entry.category in {"state", "place"}
        and (
            0 <= clauses.index(other.start) - at <= 4
            or (hit.how == "name" and 0 < clauses.index(hit.start) - clauses.index(other.start) <= 2)
        )
        for other in clauses.passage.hits
    )


def _addressed(hearing: Hearing, hit: Hit, words_after: list[str], *, joint: bool) -> bool:
    if joint and words_after[:1] != ["were"]:
        return True
    return " " in hearing.text[hit.start : hit.end] or bool({"with", "to"}.intersection(words_after[:3]))


def _bloc_after(clauses: Clauses, hit: Hit) -> bool:
    """Whether what is left is an organisation of states ("quit ECOWAS", "are leaving the African bloc ECOWAS")."""
    at = clauses.index(hit.end)
    return any(
        other.entry.category == "org" and other.entry.get("kind") in _BLOCS and 0 <= clauses.index(other.start) - at <= 4
        for other in clauses.passage.hits
    )


def _place(passage: Passage, hit: Hit, end: int) -> tuple[int, int] | None:
    for other in passage.hits:
        placed = other.entry.category == "place" or (other.entry.category == "state" and other.how in {"name", "capital"})
        if placed and hit.end <= other.start and other.end <= end:
            return other.start, other.end
    return None


def _legislates(passage: Passage) -> bool:
    """Whether a parliament or a legislator is at work in the sentence."""
    words = {token.low for token in passage.tokens}
    return bool(
        words
        & set(
            "parliament senate house congress knesset bundestag duma rada verkhovna storting riksdag lawmakers legislators assembly senators "
            "senator lok sabha majlis diet sejm seimas saeima cabinet legislature deputies mps chamber committee council".split()
        )
    )


def _is_united_nations(speaker: Speaker) -> bool:
    return any(actor.code.startswith("org:United Nations") for actor in speaker.actors)


def _stance(passage: Passage, hit: Hit, end: int) -> Stance:
    """The stance of a step: its usual one, turned by what the vote demands or the law forbids."""
    stance: Stance = hit.entry.get("stance")
    action = hit.entry.get("action")
    words = [token.low for token in passage.between(hit.start, passage.end)[:30]]
    if action == "un_vote" and stance == "support":
        for word in words:
            if word in _DEMANDS:
                return "urge"
            if word in _CONDEMNS:
                return "oppose"
    if action == "travel_warning":
        return "urge" if _LEAVING.intersection(words) else "warn"
    if action == "legislation" and _OPPOSED_LAW.intersection(words):
        return "oppose"
    if action == "visit" and brings_help(passage):
        return "support"
    if action in {"call", "talks", "visit"}:
        if _SUPPORTIVE.intersection(words):
            return "support"
        leaning = lean(passage, hit.end, end)
        if leaning is not None and leaning.stance == "oppose" and leaning.weight >= 3:
            return "oppose"
    return stance

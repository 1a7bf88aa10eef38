"""Diplomatic and political steps: embassies closed, ambassadors summoned, sanctions, votes, visits, calls, laws."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.governors import Memory, governor
from briefing_tui.extracting.hearing import Hearing, tense_of
from briefing_tui.extracting.modality import read_modality
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.positions import Position, clip, leads, nearest_date
from briefing_tui.extracting.scan import Hit
from briefing_tui.extracting.speakers import Speaker, speaker_of
from briefing_tui.extracting.stances import lean
from briefing_tui.extracting.subjects import PASSIVE, Clauses
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import Stance

_OBJECT_AFTER: Final = 9
"""Tokens between a verb and the thing it is done to."""
_OBJECT_BEFORE: Final = 12
_PARTY_AFTER: Final = 9
_MISSION_VERBS: Final = frozenset({"close_mission", "reopen_mission", "keep_mission", "limit_mission", "suspend_mission"})
_LIGHT: Final = frozenset("has have had having make made take took taken".split())
_LIGHT_REACH: Final = 3
_UNDOING: Final = frozenset("waiver waivers relief exemption exemptions lifting easing removal end suspension".split())
"""Nouns that turn a step into its opposite ("issued a waiver of sanctions")."""
_CURTAILED: Final = frozenset("skeleton limited reduced minimal essential emergency curtailed".split())
_POSSIBLE: Final = frozenset("may might could should can if whether".split())
_FOLLOWED_SUIT: Final = (
    "followed suit",
    "follows suit",
    "follow suit",
    "following suit",
    "did the same",
    "did likewise",
    "done the same",
)
_OPPOSED_LAW: Final = frozenset(
    "ban bans banning prohibit prohibits prohibiting sanction sanctions sanctioning condemn condemning restrict block blocking revoke designate "
    "against halt suspend suspending bar barring proscribe outlaw oppose reject".split()
)
_SUPPORTIVE: Final = frozenset("support solidarity commitment reaffirm friendship".split())
_DEMANDS: Final = frozenset("demand demands demanding demanded call calls calling called urging urges".split())
_CONDEMNS: Final = frozenset("condemn condemns condemning condemned deploring deplores denouncing".split())
_HAPPENED: Final = frozenset({"ed", "past", "pp", "s", "name", "ing", "base"})


def read_acts(hearing: Hearing, passage: Passage, earlier: list[Position]) -> list[Position]:
    """The steps told in a passage, outside quotation marks. `earlier` are the positions of the passages before, for "followed suit"."""
    found: list[Position] = []
    memory = Memory()
    reach = -1
    for hit in passage.hits:
        category = hit.entry.category
        if category not in {"act", "say", "stance"} or hit.start < reach or hearing.quoted(hit.start, hit.end):
            continue
        if category != "act":
            governor(hearing, passage, hit, memory)
            continue
        position = _step(hearing, passage, hit, memory)
        if position is not None:
            found.append(position)
            reach = hit.end
    found.extend(_between(hearing, passage, found))
    suit = _same_again(hearing, passage, [*earlier, *found])
    return [*found, suit] if suit is not None else found


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
    speaker = _doer(hearing, passage, hit, thing, memory)
    if speaker is None or not speaker.actors:
        return None
    if entry.get("party") and not _party(clauses, hit, speaker):
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
        speaker=_with_parties(clauses, hit, speaker, entry.get("action")),
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


def _doer(hearing: Hearing, passage: Passage, hit: Hit, thing: Hit | None, memory: Memory) -> Speaker | None:
    """Who takes the step: the owner of the embassy, the agent of a passive, or the subject."""
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    auxiliary = clauses.auxiliary(verb)
    before = thing is not None and thing.end <= hit.start
    if thing is not None and thing.entry.category == "mission" and before:
        return _owner(clauses, thing)
    if before and auxiliary in PASSIVE:
        return clauses.agent(verb) or _own_hand(hearing, thing)
    speaker = governor(hearing, passage, hit, memory)
    if speaker is None and thing is not None and thing.entry.category == "mission":
        return _owner(clauses, thing)
    return speaker


def _own_hand(hearing: Hearing, thing: Hit | None) -> Speaker | None:
    """The publisher of a statement, for its own step told without a subject ("a note of protest has been conveyed")."""
    publisher = hearing.reading.publisher
    if publisher is None or thing is None or thing.entry.key != "protest":
        return None
    return Speaker(thing.start, thing.start, (publisher,), hearing.reading.publisher_person)


def _owner(clauses: Clauses, thing: Hit) -> Speaker | None:
    """Whose embassy it is: "U.S. and other Western embassies", "Sweden's mission", "the embassy of Japan"."""
    at = clauses.index(thing.start)
    chain: list[Mention] = []
    place = at
    while place >= 0 and at - place <= 12:
        mention = clauses.mention_at[place] if place < len(clauses.tokens) else None
        if mention is not None and mention.actors:
            if mention not in chain:
                chain.append(mention)
            place = clauses.first(mention) - 1
            continue
        if place == at or clauses.low(place) in {
            "and",
            ",",
            "other",
            "many",
            "several",
            "'s",
            "the",
            "its",
            "their",
            "own",
            "of",
            "to",
            "-",
            "as",
            "both",
        }:
            place -= 1
            continue
        break
    if not chain:
        for place in range(at, min(at + 4, len(clauses.tokens))):
            mention = clauses.mention_at[place]
            if mention is not None and clauses.low(place - 1) == "of":
                chain.append(mention)
                break
    chain.reverse()
    return speaker_of([owner for mention in chain for owner in _owners_within(clauses, mention)]) if chain else None


def _owners_within(clauses: Clauses, mention: Mention) -> list[Mention]:
    """The states in "U.S. and Dutch embassies" where the whole was taken for a collective."""
    if not mention.actors or not mention.actors[0].code.startswith("group:"):
        return [mention]
    states = [
        replace(mention, actors=(Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="demonym"),))
        for hit in clauses.passage.of("state")
        if mention.start <= hit.start and hit.end <= mention.end
    ]
    return states or [mention]


def _party(clauses: Clauses, hit: Hit, speaker: Speaker) -> bool:
    """Whether another state's or organisation's people stand after "spoke with", "met"."""
    at = clauses.index(hit.end)
    known = {actor.code for actor in speaker.actors}
    for place in range(at, min(at + _PARTY_AFTER, len(clauses.tokens))):
        if clauses.low(place) in {",", ";", ".", "reporters", "journalists", "about"}:
            return False
        mention = clauses.noun(place)
        if mention is None or clauses.low(place - 1) == "in":
            continue
        if hit.entry.get("people") and mention.person is None and mention.role is None:
            return False
        codes = {actor.code for actor in mention.actors}
        if "counterpart" in clauses.passage.text[mention.start - clauses.passage.start : mention.end - clauses.passage.start]:
            return True
        if mention.kind == "medium" or any(code.startswith("group:") for code in codes):
            return False
        return bool(codes - known) or (not codes and mention.person != speaker.person)
    return False


def _with_parties(clauses: Clauses, hit: Hit, speaker: Speaker, action: str) -> Speaker:
    """For talks both sides are actors."""
    if action != "talks" or hit.entry.key not in {"meet", "host", "hold_talks"}:
        return speaker
    at = clauses.index(hit.end)
    for place in range(at, min(at + _OBJECT_AFTER, len(clauses.tokens))):
        if clauses.noun(place) is None or clauses.low(place - 1) == "in":
            continue
        if hit.entry.key != "hold_talks" or clauses.low(place - 1) in {"with", "between"}:
            other = clauses.following(place)
            if other is not None:
                named = [
                    mention for mention in other.mentions if not mention.actors or not mention.actors[0].code.startswith("group:")
                ]
                joined = speaker_of([*speaker.mentions, *(named or other.mentions)]) if speaker.mentions else speaker
                return Speaker(speaker.start, speaker.end, joined.actors, speaker.person, speaker.role, joined.mentions)
    return speaker


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
    if action == "legislation" and _OPPOSED_LAW.intersection(words):
        return "oppose"
    if action in {"call", "talks", "visit"}:
        if _SUPPORTIVE.intersection(words):
            return "support"
        leaning = lean(passage, hit.end, end)
        if leaning is not None and leaning.stance == "oppose" and leaning.weight >= 3:
            return "oppose"
    return stance


def _same_again(hearing: Hearing, passage: Passage, earlier: list[Position]) -> Position | None:
    """Read "Spain, Italy and Greece followed suit": the step told last, by other actors."""
    low = passage.text.lower()
    phrase = next((words for words in _FOLLOWED_SUIT if words in low), None)
    if phrase is None:
        return None
    start = passage.start + low.index(phrase)
    model = next(
        (position for position in reversed(earlier) if passage.index - position.passage <= 3 and position.start < start), None
    )
    if model is None:
        return None
    clauses = hearing.clauses(passage)
    speaker = clauses.subject(clauses.index(start))
    if speaker is None or clauses.negated(clauses.index(start)):
        return None
    return Position(
        passage=passage.index,
        rule="followed-suit",
        stance=model.stance,
        triggers=[clip(passage, speaker.start, start + len(phrase))],
        speaker=speaker,
        action=model.action,
        directness=model.directness if model.action is not None else "indirect",
        verb=(start, start + len(phrase)),
        confidence=0.7,
    )

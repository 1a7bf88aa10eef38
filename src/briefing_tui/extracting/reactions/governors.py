"""The speaker a verb form belongs to: active, passive, participle, infinitive and coordinated predicates."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.clause_words import PASSIVE, WRITTEN
from briefing_tui.extracting.reactions.far_subjects import author_of, capital_of, newer_subject, one_of_many
from briefing_tui.extracting.reactions.hearing import Hearing, adjacent, tense_of
from briefing_tui.extracting.reactions.labels import label_of, under_label
from briefing_tui.extracting.reactions.owned_speakers import DETERMINERS
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor

_CONTROL: Final = frozenset(
    "vote voted votes voting agree agreed agrees agreeing plans planned planning refuse refused refuses continue continues continued continuing want wants wanted wish wishes rush rushed rushes move moved moves use uses used join joins joined "
    "first quick swift latest proceed went go goes came hasten hastened decide decided decides choose chose began begin begins started start seek seeks sought address "
    "statement speech visit opportunity occasion call meeting telephone phone interview together today yesterday".split()
)
_CAUSES: Final = frozenset(
    "prompting prompted leading led forcing forced causing caused pushing pushed compelling compelled".split()
)
_GERUND_OF_SUBJECT: Final = frozenset("in by while after before when".split())
_ENDS: Final = frozenset("effort efforts plan plans need needs ability right way ways attempt attempts order means bid".split())
"""Nouns whose "to" tells an end, and no act of the sentence's subject."""
_OF_PRESS: Final = frozenset("secretary conference conferences release releases office freedom briefing corps".split())
_OPENINGS: Final = frozenset({":", ".", "“", '"', "-", "–", "—", "•", "*", ")", "‘", "'", "...", "…"})
"""Marks after which a capital letter begins a sentence."""
_TOLD_OF: Final = frozenset(
    "accused suspected hailed praised criticised criticized blamed branded dismissed condemned denounced charged decried lauded faulted mocked".split()
)
"""Participles that tell what others say of the one before them."""
_INFINITIVES: Final = 7
"""Words back within which "to" makes a verb one of several infinitives ("not to assist, encourage or induce")."""
_SETTING: Final = 6
"""Words of place or occasion that may stand between "and" and its verb."""
_MODALS_OUT: Final = frozenset("may might could".split())
_INVARIABLE: Final = frozenset("put set cut let hit quit shut beat cast".split())
"""Verbs whose past is their base form."""
_PRONOUNS: Final = frozenset("he she it they".split())
_TALKING: Final = frozenset({"speak_with", "phone", "meet", "hold_call", "visit"})
_FIRST_PERSON: Final = frozenset("i we they you".split())


class Memory:
    """The subject last found in a sentence, which coordinated verbs and participles inherit, and who was last heard to speak."""

    def __init__(self) -> None:
        self.last: Speaker | None = None
        self.heard: Speaker | None = None

    def hear(self, speaker: Speaker | None) -> None:
        """Remember who says what follows in the sentence."""
        self.heard = speaker if speaker is not None else self.heard

    def voiced(self, speaker: Speaker) -> Speaker:
        """The human who voices the position of a state: the spokesman who says that "the United States condemns"."""
        heard = self.heard
        if heard is not None and len(heard.actors) > 1 and len(speaker.mentions) == 1 and speaker.mentions[0].kind == "pronoun":
            codes = {actor.code for actor in heard.actors}
            if codes.issuperset(actor.code for actor in speaker.actors):
                return heard  # "the ministers of Germany and Poland said that they …"
        if heard is None or heard.person is None or speaker.person is not None or not heard.actors:
            return speaker
        codes = {actor.code for actor in speaker.actors}
        if not codes <= {actor.code for actor in heard.actors}:
            return speaker
        return replace(speaker, person=heard.person, role=heard.role, mentions=(*heard.mentions, *speaker.mentions))

    def keep(self, speaker: Speaker | None) -> Speaker | None:
        """Remember `speaker` unless it is None; returns it."""
        if speaker is not None:
            self.last = speaker
        return speaker


def governor(hearing: Hearing, passage: Passage, hit: Hit, memory: Memory) -> Speaker | None:
    """Who does what the verb at `hit` says, or None when nobody named does, or the form is a noun or an adjective."""
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    if verb >= len(clauses.tokens) or clauses.tokens[verb].start != hit.start or _hyphenated(hearing, hit):
        return None
    if clauses.mention_at[verb] is not None:  # "the United States" names nobody who states
        return None
    tense = tense_of(hit)
    if tense in {"base", "s"} and _is_noun(clauses, passage, verb):
        return None
    noun = bool(hit.entry.get("also_noun"))
    takes_by = hearing.text[hit.start : hit.end].lower().endswith(" by")  # "stood by Ukraine" is no passive
    found = _governor(clauses, passage, verb, "name" if takes_by and tense in {"ed", "past", "pp"} else tense, memory, noun=noun)
    if found is not None:
        settled = under_label(hearing.reading, passage, found)
        if settled is not found and memory.last is found:
            memory.last = settled
        return settled
    label = label_of(hearing.reading, passage)
    if label is not None:
        inside = passage.start <= label.start < passage.end
        if inside and (clauses.index(label.end) + 1 == verb or clauses.low(verb - 1) == ";"):  # "Turkey: Expressed condolences"
            return memory.keep(label)
        if inside:
            return None
        if verb == 0:
            return memory.keep(Speaker(hit.start, hit.start, label.actors))
    return memory.keep(_heading_actor(hearing, passage, hit))


def _governor(clauses: Clauses, passage: Passage, verb: int, tense: str, memory: Memory, *, noun: bool) -> Speaker | None:
    if tense == "base" and clauses.low(verb) in _INVARIABLE and clauses.low(verb - 1) != "to" and not clauses.auxiliary(verb):
        tense = "past"
    if tense in {"base", "ing"}:
        named = one_of_many(clauses, verb)
        if named is not None:
            return memory.keep(named)
    if tense == "base":
        return memory.keep(_of_base(clauses, passage, verb, memory, noun=noun))
    if tense == "s":
        found = clauses.subject(verb)
        if (
            found is not None
            and noun
            and not adjacent(clauses, found, verb)
            and clauses.low(verb - 1) not in {",", "who", "which"}
        ):
            return None
        return memory.keep(found or _inherited(clauses, verb, memory))
    if tense == "ing":
        return _of_participle(clauses, verb, memory)
    if tense in {"ed", "past", "pp"}:
        return _next_in_series(clauses, verb, memory) or _of_past(clauses, verb, tense, memory)
    return memory.keep(clauses.subject(verb) or _inherited(clauses, verb, memory))


def _is_noun(clauses: Clauses, passage: Passage, verb: int) -> bool:
    """Whether what could be a verb is a noun: owned ("Turkey's request"), or in capitals within a sentence ("Press Secretary")."""
    before = clauses.mention_at[verb - 1] if verb else None
    if (before is not None and before.possessive and before.end <= clauses.tokens[verb].start) or clauses.low(verb - 1) == "'s":
        return True
    return (
        verb > 0 and clauses.tokens[verb].capital and passage.block.kind != "heading" and clauses.low(verb - 1) not in _OPENINGS
    )


def _next_in_series(clauses: Clauses, verb: int, memory: Memory) -> Speaker | None:
    """Read "expelled the ambassador, recalled its envoy and closed …": after a comma the series goes on, and its subject with it."""
    last = memory.last
    if last is None or not last.mentions or clauses.low(verb - 1) != "," or clauses.is_passive(verb):
        return None
    between = clauses.noun(verb - 2)
    if between is None or between.start < last.end:
        return None
    if any(clauses.low(place) == "," for place in range(clauses.first(between), clauses.last(between))):
        return None  # "a spokesman, Jan Roe, accused": the comma closes an apposition
    return None if clauses.low(clauses.first(between) - 1) in {",", "who", "which"} else last


def _heading_actor(hearing: Hearing, passage: Passage, hit: Hit) -> Speaker | None:
    """The actor of a list item without a subject, named by the list's heading or introduction ("WHAT NEW DELHI HAS DONE")."""
    if passage.block.kind != "list_item" or hit.start - passage.start > 2:
        return None
    for block in (passage.block.introduction, passage.block.heading):
        if block is None:
            continue
        for other in hearing.reading.passages_of(block):
            for mention in other.mentions:
                if mention.actors:
                    return Speaker(hit.start, hit.start, mention.actors, mention.person, mention.role)
            for state in other.of("state"):  # a heading in capitals hides its names from the reader of names
                actor = Actor(code=state.entry.key, name=state.entry.get("label", state.entry.key), via="list_heading")
                return Speaker(hit.start, hit.start, (actor,))
    return None


def is_blocked(clauses: Clauses, verb: int) -> bool:
    """Whether a modal makes the verb a mere possibility ("may condemn", "could welcome")."""
    at = verb - 1
    while at >= 0 and verb - at <= 6 and clauses.transparent(at):
        if clauses.low(at) in _MODALS_OUT:
            return True
        at -= 1
    return False


def main_subject(clauses: Clauses, before: int | None = None) -> Speaker | None:
    """The first mention of the sentence (of its part `before` a token) that hangs on no preposition: as a rule its subject."""
    at = 0
    end = len(clauses.tokens) if before is None else before
    while at < end:
        mention = clauses.noun(at)
        if mention is None:
            at += 1
            continue
        last = clauses.last(mention)
        if clauses.subject(last + 1) is not None:
            return clauses.following(at)
        at = last + 1
    return None


def _of_base(clauses: Clauses, passage: Passage, verb: int, memory: Memory, *, noun: bool) -> Speaker | None:
    if clauses.low(verb + 1) == "from" and not clauses.auxiliary(verb):
        return None  # "praise from Kyiv and scorn from the Kremlin": nouns
    before = verb - 1
    while before >= 0 and clauses.transparent(before) and clauses.low(before) not in {"to", "not"}:
        before -= 1
    if clauses.low(before) == "to":
        for place in range(before - 1, max(-1, before - 7), -1):
            if clauses.low(place) in _CONTROL:
                return clauses.subject(place) or memory.last or main_subject(clauses, verb)
        caused = clauses.noun(before - 1)
        if caused is not None and clauses.low(clauses.first(caused) - 1) in _CAUSES:
            return speaker_of([caused])  # "prompting Israel to summon the ambassador"
        if clauses.low(before - 1) in _ENDS:
            return None  # "discussed efforts to support the people"
        met = any(
            hit.entry.category == "act"
            and hit.entry.key in _TALKING
            and hit.end <= clauses.tokens[before].start
            and not _MODALS_OUT.intersection(token.low for token in passage.between(hit.end, clauses.tokens[before].start))
            for hit in passage.hits
        )
        return (memory.last or main_subject(clauses, verb)) if met else None  # "spoke with Zelenskyy to express support"
    found = clauses.subject(verb)
    if found is None:
        listed = not clauses.auxiliary(verb) and any(
            clauses.low(at) == "to" and clauses.low(at + 1) not in DETERMINERS and not clauses.tokens[at + 1].capital
            for at in range(max(0, verb - _INFINITIVES), verb)
        )
        return None if listed or clauses.low(verb - 1) == "or" else _inherited(clauses, verb, memory)
    auxiliary = clauses.auxiliary(verb)
    if auxiliary and auxiliary not in PASSIVE:
        return found
    if not adjacent(clauses, found, verb):
        return None if noun else (found if _plural(clauses, found) else None)
    if passage.block.kind == "heading" or _plural(clauses, found):
        return found
    return None


def _plural(clauses: Clauses, speaker: Speaker) -> bool:
    last = clauses.tokens[max(0, clauses.index(speaker.end) - 1)].low
    return (
        len(speaker.mentions) > 1
        or last in _FIRST_PERSON
        or (last.endswith("s") and not last.endswith("ss"))
        or last in {"people", "police"}
    )


def _of_participle(clauses: Clauses, verb: int, memory: Memory) -> Speaker | None:
    if clauses.auxiliary(verb) in PASSIVE:
        return memory.keep(clauses.subject(verb))
    before = verb - 1
    while before >= 0 and clauses.transparent(before):
        before -= 1
    low = clauses.low(before)
    written = author_of(clauses, before)
    if written is not None:
        return written
    mention = clauses.noun(before)
    named = mention or (clauses.noun(before - 1) if low == "," else None)
    if named is not None:
        opens = clauses.first(named) - 1
        opens -= clauses.low(opens) in DETERMINERS
        if clauses.low(opens) == "with":  # "with Algeria abstaining", "with its envoy, Jane Roe, promising"
            return speaker_of([named])
    if low in {",", "and", "–", "—"} or mention is not None or low in _GERUND_OF_SUBJECT or clauses.dated[before]:
        return newer_subject(clauses, verb, memory.last) or memory.last or main_subject(clauses, verb)
    if before < 0:  # "Calling it reckless, the ministry …"
        for at in range(verb, min(verb + 30, len(clauses.tokens))):
            if clauses.low(at) == ",":
                return clauses.following(at + 1)
        return None
    if clauses.low(before) in {
        "reporters",
        "statement",
        "statements",
        "letters",
        "letter",
        "speech",
        "interview",
        "today",
        "week",
        "post",
    }:
        return memory.last or main_subject(clauses, verb)
    return None


def _of_past(clauses: Clauses, verb: int, tense: str, memory: Memory) -> Speaker | None:
    auxiliary = clauses.auxiliary(verb)
    if auxiliary in PASSIVE:
        return clauses.agent(verb) or capital_of(clauses, verb)
    if tense == "pp" and auxiliary not in {"has", "have", "had", "having", "'ve", "'d", "'s"}:
        return clauses.agent(verb)
    if (
        not auxiliary
        and clauses.low(verb - 1) == ","
        and clauses.low(verb) in _TOLD_OF
        and clauses.low(verb + 1) in {"of", "for", "as", "in"}
        and clauses.noun(verb - 2) is not None
        and (memory.last is None or memory.last.end <= clauses.tokens[verb - 2].start)
    ):
        return None  # "the Emirates, accused of arming the rebels, denied": what others say of them
    found = clauses.subject(verb)
    if tense != "past" and clauses.low(verb + 1) == "by" and auxiliary not in {"has", "have", "had"}:
        return clauses.agent(verb)
    if found is not None:
        return memory.keep(found)
    return _inherited(clauses, verb, memory) or _of_text(clauses, verb, memory)


def _of_text(clauses: Clauses, verb: int, memory: Memory) -> Speaker | None:
    """Who made the statement that a relative clause tells of: "the envoy said in a statement which reaffirmed …"."""
    at = verb - 1
    while at >= 0 and clauses.transparent(at):
        at -= 1
    if clauses.low(at) not in {"which", "that"}:
        return None
    at -= 2 if clauses.low(at - 1) == "," else 1
    return memory.heard or memory.last if clauses.low(at) in WRITTEN else None


def _inherited(clauses: Clauses, verb: int, memory: Memory) -> Speaker | None:
    """The subject of the verb before, for one joined to it by "and" or a comma, or repeated by a pronoun nobody has resolved."""
    at = verb - 1
    while at >= 0 and clauses.transparent(at):
        at -= 1
    at = _before_setting(clauses, at)
    if clauses.low(verb + 1) == "in" and clauses.low(at) in {"and", "but"}:
        placed = capital_of(clauses, verb)  # "welcomed in Kyiv but criticised in Budapest"
        if placed is not None:
            return placed
    if clauses.low(at) in _PRONOUNS and clauses.mention_at[at] is None:
        return memory.last or main_subject(clauses, verb)
    if clauses.low(at) == "," and _is_stranger(clauses, at - 1, memory.last):
        return None
    if clauses.low(at) in {"and", "but", "then", ",", "yet", "nor"}:
        return memory.last or main_subject(clauses, verb)
    return None


def _before_setting(clauses: Clauses, at: int) -> int:
    """From the end of a place or occasion between "and" and its verb to the "and": "and in Tokyo called", "and in a speech warned"."""
    for place in range(at, max(0, at - _SETTING), -1):
        if clauses.low(place) in {"in", "at", "on", "during", "after", "before"} and clauses.low(place - 1) in {"and", "but"}:
            return place - 1
        if clauses.low(place) in {",", ";"} or clauses.noun(place) is not None:
            break
    return at


def _is_stranger(clauses: Clauses, at: int, last: Speaker | None) -> bool:
    """Whether a name nobody knows ends at token `at`, set off by commas: "a local commander, Jan Roe, accused"."""
    if at < 1 or not (clauses.tokens[at].capital and clauses.tokens[at - 1].capital) or clauses.dated[at]:
        return False
    return last is None or clauses.tokens[at].start >= last.end


def _hyphenated(hearing: Hearing, hit: Hit) -> bool:
    before = hearing.text[hit.start - 1] if hit.start else " "
    after = hearing.text[hit.end] if hit.end < len(hearing.text) else " "
    return before in "-‑" or (after in "-‑" and hearing.text[hit.end + 1 : hit.end + 2].isalpha())

"""What a document has named so far, in text order, and the searches back through it that pronouns and definite phrases need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from briefing_tui.extracting.actors.persons import Person
from briefing_tui.extracting.passages import Mention
from briefing_tui.model import Actor

PERSON_REACH: Final = 4
"""Sentences back that "he" may look."""
ACTOR_REACH: Final = 3
"""Sentences back that "it", "they" and "both countries" may look."""
FOCUS_REACH: Final = 6
"""Sentences back that "the country" may look."""
DEFINITE_REACH: Final = 14
"""Sentences back that "the ministry" and "the minister" may look."""
STATE_CODE: Final = 3
"""Letters of a state's code; every other code has a prefix."""
PAIR: Final = 2
_LONGEST_SEARCH: Final = 300
"""Traces that a search looks at, so that a text without sentences costs no more than its length."""


_WITH_A_CAUSE: Final = frozenset({"rebels", "separatists", "guerrillas", "revolutionaries"})
_CALIPHATES: Final = frozenset({"org:Islamic State", "org:Al-Qaeda", "org:al-Qaeda"})


@dataclass(slots=True)
class Trace:
    """Where a person or actor was meant: passage index, offset, and whether it was its sentence's speaker or subject."""

    passage: int
    start: int
    subject: bool
    actors: tuple[Actor, ...]
    person: Person | None = None
    rank: str | None = None
    plural: bool = False
    human: bool = False
    female: bool | None = None
    kind: str | None = None
    """The kind of organisation the actor is, where the lexicon says."""
    quoted: bool = False
    """Whether it was inside quotation marks, where a speaker outside is not meant."""
    hint: bool = False
    """Whether it only tells whose a group is, and is never meant itself."""
    speaker: bool = False
    """Whether a verb of saying stands beside it."""

    @property
    def weight(self) -> int:
        """How prominent it is in its sentence: a speaker before a subject before all others."""
        return 2 if self.speaker else int(self.subject)

    @property
    def is_state(self) -> bool:
        """Whether it is one state, or one who speaks for it."""
        return len(self.actors) == 1 and len(self.actors[0].code) == STATE_CODE


@dataclass(slots=True)
class Traces:
    """The traces of a document, appended as it is read."""

    all: list[Trace] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)
    """Offsets of the mentions that stood in a coordination: "it" means none of them."""
    times_named: Counter[str] = field(default_factory=Counter)
    """How often each state was meant."""

    def add(self, trace: Trace) -> None:
        """Remember where somebody was meant."""
        self.all.append(trace)
        if trace.is_state:
            self.times_named[trace.actors[0].code] += 1

    def add_group(self, passage: int, mentions: Sequence[Mention], *, subject: bool) -> None:
        """Remember a coordination as what "they" and "both countries" can mean next."""
        actors = {actor.code: actor for mention in mentions for actor in mention.actors}
        if len(actors) > 1:
            human = all(mention.person is not None for mention in mentions)
            self.all.append(Trace(passage, mentions[0].start, subject, tuple(actors.values()), plural=True, human=human))
            self.joined.update(mention.start for mention in mentions)

    def back(self, index: int, before: int, reach: int, *, hints: bool = False) -> Iterator[Trace]:
        """The traces that begin before the offset `before` and at most `reach` sentences before the passage `index`, latest first.

        `hints` gives also states that are only behind a group ("a senior Taiwanese official").
        """
        for trace in islice(reversed(self.all), _LONGEST_SEARCH):
            if index - trace.passage > reach:
                return
            if trace.start < before and (hints or not trace.hint):
                yield trace

    def antecedent(self, pronoun: str, index: int, before: int, *, outside: bool = False, inside: bool = False) -> Trace | None:
        """What "he", "she", "it" or "they" means: the nearest sentence with a fitting actor, in it the subject preferred.

        `outside` leaves out what the same sentence names within quotation marks: '"our friend Qatar", it said'; `inside` the
        speaker of the quotation that a pronoun stands in, who would say "my".
        """
        reach = PERSON_REACH if pronoun in ("he", "she") else ACTOR_REACH
        best: Trace | None = None
        prominence = (0, False)
        for trace in self.back(index, before, reach):
            if best is not None and trace.passage < best.passage:
                break
            fits = _agrees(trace, pronoun) or (pronoun == "it" and trace.rank == "speaker" and trace.passage == index)
            if pronoun == "it" and trace.passage < index and trace.start in self.joined:
                continue
            if inside and trace.speaker and not trace.quoted and trace.passage == index:
                continue
            if outside and trace.quoted and trace.passage == index:
                continue
            standing = (trace.weight, trace.person is not None)
            if fits and (best is None or standing > prominence or (standing == prominence and trace.passage < index)):
                best, prominence = trace, standing
        return best

    def just_named(self, index: int, before: int) -> tuple[Actor, ...]:
        """Whose "whose ministry" is: the actors named last in the same sentence."""
        return next((trace.actors for trace in self.back(index, before, 0)), ())

    def spoken_for(self, index: int, before: int, block: int) -> tuple[Actor, ...]:
        """Whom a spokesperson without a principal speaks for: the last state or organisation that was a subject in the paragraph."""
        for trace in self.back(index, before, ACTOR_REACH):
            named = len(trace.actors) == 1 and not trace.actors[0].code.startswith("group:")
            if named and trace.start >= block and (trace.weight or trace.kind in _WITH_SPOKESPEOPLE):
                return trace.actors
        return ()

    def last_of(self, actors: Collection[Actor]) -> Actor | None:
        """Which of these actors was meant last, as it is given here."""
        for trace in islice(reversed(self.all), _LONGEST_SEARCH):
            for actor in actors:
                if any(other.code == actor.code for other in trace.actors):
                    return actor
        return None

    def names(self, actors: Collection[Actor]) -> bool:
        """Whether one of these actors has been meant before."""
        return self.last_of(actors) is not None

    def last_plural(self, rank: str, index: int, before: int) -> tuple[Actor, ...]:
        """Whose "the leaders" or "the soldiers" are: those of the group of that kind named near by."""
        for trace in self.back(index, before, ACTOR_REACH):
            if trace.plural and trace.rank == rank and trace.person is None and not trace.actors[0].code.startswith("group:"):
                return trace.actors
        return ()

    def fighting(self, index: int, before: int, noun: str) -> tuple[Actor, ...]:
        """The armed group that "the rebels" are: fighters called so before ("Turkish-backed rebels"), else the subject of this
        sentence or the last, the only one these name, else the one named most. Nobody calls jihadists of the caliphate rebels.
        """
        for trace in self.back(index, before, _LONGEST_SEARCH):
            if len(trace.actors) == 1 and trace.actors[0].code.startswith("group:") and trace.actors[0].code.endswith(f" {noun}"):
                return trace.actors
        counts: Counter[str] = Counter()
        latest: dict[str, Trace] = {}
        near: dict[str, Trace] = {}
        for trace in self.back(index, before, _LONGEST_SEARCH):
            if len(trace.actors) != 1 or _ARMED not in (trace.rank, trace.kind) or trace.actors[0].code.startswith("group:"):
                continue
            if noun in _WITH_A_CAUSE and trace.actors[0].code in _CALIPHATES:
                continue
            if trace.weight and index - trace.passage <= 1:
                return trace.actors
            counts[trace.actors[0].code] += 1
            latest.setdefault(trace.actors[0].code, trace)
            if index - trace.passage <= 1:
                near.setdefault(trace.actors[0].code, trace)
        if len(near) == 1:
            return next(iter(near.values())).actors
        return latest[counts.most_common(1)[0][0]].actors if counts else ()

    def rivals(self) -> tuple[Actor, ...]:
        """The two actors meant more often than all others: who "both sides" are; empty where no two stand out."""
        counts = Counter(trace.actors[0].code for trace in islice(self.all, _LONGEST_SEARCH) if len(trace.actors) == 1)
        leading = counts.most_common(PAIR + 1)
        if len(leading) < PAIR or leading[1][1] < PAIR or (len(leading) > PAIR and leading[2][1] == leading[1][1]):
            return ()
        found = [
            next(trace.actors[0] for trace in self.all if trace.actors and trace.actors[0].code == code)
            for code, _ in leading[:PAIR]
        ]
        return tuple(found) if all(not actor.code.startswith("group:") for actor in found) else ()

    def of_kind(self, kinds: Collection[str], states: Collection[str], index: int, before: int) -> Trace | None:
        """The last actor of these kinds; of states only `states` where any are given, and otherwise the subject preferred."""
        if "state" not in kinds:
            for trace in self.back(index, before, DEFINITE_REACH):
                if (
                    not trace.plural
                    and len(trace.actors) == 1
                    and (trace.kind in kinds or (trace.rank in kinds and not trace.human))
                ):
                    return trace
            return None
        second: Trace | None = None
        for trace in self.back(index, before, FOCUS_REACH):
            if trace.plural or not trace.is_state or (states and trace.actors[0].code not in states):
                continue
            if trace.subject or states:
                return trace
            second = second or trace
        return second

    def salient_state(
        self, index: int, before: int, favoured: Mapping[str, float], *, block: int, rank: str | None = None
    ) -> str | None:
        """The code of the state most in mind here: named near by, often, as a subject or a speaker; None before the first.

        `favoured` gives states what the document itself adds (its dateline, its title, towns of the sentence); `block` is where
        the paragraph begins, whose last subject leads; `rank` is the kind of organ asked for, so that "the army" is rather
        the state whose army was named.
        """
        scores: dict[str, float] = {}
        for trace in self.back(index, before, DEFINITE_REACH, hints=True):
            if not trace.is_state:
                continue
            code = trace.actors[0].code
            distance = index - trace.passage
            weight = _PROMINENCE[trace.weight] + (0.0 if distance else _SAME_SENTENCE[trace.weight])
            if trace.weight and trace.start >= block and distance == 1:
                weight += _SAME_PARAGRAPH
            weight *= _FADING**distance
            if rank is not None and trace.rank == rank and trace.person is None:
                weight += _SAME_RANK * _FADING_RANK**distance
            scores[code] = max(scores.get(code, 0.0), weight)
        counts = self.times_named
        codes = dict.fromkeys((*scores, *counts, *favoured))
        if not codes:
            return None
        return max(codes, key=lambda code: scores.get(code, 0.0) + favoured.get(code, 0.0) + _OFTEN * min(counts[code], _MANY))

    def foremost_state(self, index: int, before: int) -> tuple[Actor, ...]:
        """The most prominent state of the sentence so far, the later of two equals; empty where it has none."""
        here = [trace for trace in self.back(index, before, 0) if trace.is_state]
        return max(here, key=lambda trace: trace.weight).actors if here else ()

    def organ_of(self, rank: str | None, index: int, before: int, *, speaks: bool = False) -> tuple[Actor, ...]:
        """Whose "the military" is by its own sentence or rank: an officer or minister who is the subject here, else the last organ of this rank's."""
        for trace in self.back(index, before, DEFINITE_REACH):
            if trace.passage == index and trace.subject and trace.rank in _MASTERS and trace.is_state:
                return trace.actors
            same = trace.rank == rank or (speaks and rank == "mission" and trace.rank == "embassy" and index - trace.passage <= 1)
            if rank not in _OF_STATES and same and trace.person is None:
                return trace.actors
        return ()

    def last_force(self, index: int) -> tuple[Actor, ...]:
        """The state whose forces an earlier sentence near by named, unless that state tells of them here: whose "the warplanes" are."""
        near = list(self.back(index, self.all[-1].start + 1 if self.all else 0, ACTOR_REACH))
        telling = {actor.code for trace in near if trace.passage == index and trace.weight for actor in trace.actors}
        for trace in near:
            own = trace.rank == "military" and trace.person is None and trace.is_state
            if trace.passage < index and own and trace.actors[0].code not in telling:
                return trace.actors
        return ()

    def in_office(self, office: str, rank: str | None, index: int, before: int, *, whose: Actor | None = None) -> Trace | None:
        """Who "the foreign minister" is: the last of that office, else of that rank when only "the minister" is said.

        `whose` looks among those who speak for one actor only, as a ministry's own text means its own minister.
        """
        plain = office.rsplit(" ", 1)[-1]
        found: Trace | None = None
        fallback: Trace | None = None
        for trace in self.back(index, before, DEFINITE_REACH):
            if found is not None and trace.passage < found.passage:
                break
            if whose is not None and all(actor.code != whose.code for actor in trace.actors):
                continue
            person = trace.person
            if person is None:
                fits = trace.human and trace.rank == rank
            else:
                said, equal = person.known_role, person.known_rank == rank
                fits = said == office or (equal and said.endswith(plain) and (office == plain or said.endswith(office)))
                if equal and office == plain and fallback is None:
                    fallback = trace
            if fits and (found is None or trace.weight > found.weight):
                found = trace
        return found or (fallback if rank != "official" else None)

    def holder(self, codes: Collection[str]) -> Person | None:
        """The last head or chief named who speaks for one of these actors: who "the Ukrainian leader" is."""
        for trace in islice(reversed(self.all), _LONGEST_SEARCH):
            person = trace.person
            if person is not None and person.known_rank in _CHIEFS and any(actor.code in codes for actor in person.actors):
                return person
        return None

    def last_office(self) -> tuple[str | None, str | None]:
        """Role and rank of the person named last, which a "counterpart" shares."""
        for trace in islice(reversed(self.all), _LONGEST_SEARCH):
            if trace.person is not None:
                return trace.person.role, trace.person.rank
        return None, None

    def group_of(self, count: int, index: int, before: int, *, human: bool) -> tuple[Actor, ...] | None:
        """The actors of the last coordination of `count` states near by, of persons who speak for them where `human`."""
        for trace in self.back(index, before, ACTOR_REACH):
            if len(trace.actors) == count and trace.human >= human and _all_states(trace):
                return trace.actors
        return None

    def pair_named_together(self, index: int, before: int) -> tuple[Actor, ...]:
        """The two actors of the last coordination near by, an army and a movement too; empty without one."""
        for trace in self.back(index, before, 1):
            if trace.plural and len(trace.actors) == PAIR and not any(actor.code.startswith("group:") for actor in trace.actors):
                return trace.actors
        return ()

    def pair_of_states(self, index: int, before: int) -> tuple[Actor, ...]:
        """The last two different states named, the subjects of sentences first; empty unless there are two."""
        found: list[Actor] = []
        for subjects_only in (True, False):
            for trace in self.back(index, before, ACTOR_REACH):
                if len(found) > 1:
                    break
                if (trace.subject or not subjects_only) and len(trace.actors) <= PAIR and _all_states(trace):
                    found.extend(actor for actor in reversed(trace.actors) if actor.code not in {other.code for other in found})
        return tuple(reversed(found)) if len(found) == PAIR else ()

    def pair_of_persons(self, index: int, before: int, rank: str | None = None) -> tuple[Actor, ...]:
        """Whom the last two persons of different actors, and of this rank where one is given, speak for; empty unless there are two."""
        found: list[Actor] = []
        for trace in self.back(index, before, DEFINITE_REACH):
            if rank is not None and (trace.person is None or trace.person.known_rank != rank):
                continue
            if trace.person is not None and len(trace.actors) == 1 and trace.actors[0].code not in {one.code for one in found}:
                found.append(trace.actors[0])
                if len(found) == PAIR:
                    return tuple(reversed(found))
        return ()


_ARMED: Final = "armed_group"
_WITH_SPOKESPEOPLE: Final = frozenset({"armed_group", "ngo", "agency", "firm"})
_OF_STATES: Final = frozenset({"military", "government", "ministry", "parliament", "police"})
"""Organs that rebels do not have: "the army" after "the rebels" is the state's."""
_PROMINENCE: Final = (1.0, 2.0, 2.3)
"""What a mention counts for by its weight: in passing, a subject, a speaker."""
_SAME_SENTENCE: Final = (0.8, 1.4, 1.4)
_SAME_RANK: Final = 2.1
_SAME_PARAGRAPH: Final = 1.8
"""What standing in the same sentence, the kind of organ, and being the paragraph's last subject add."""
_FADING: Final = 0.75
_FADING_RANK: Final = 0.9
"""What is left of a mention, and of an organ, one sentence on."""
_OFTEN: Final = 0.1
_MANY: Final = 8
"""What each mention adds, however long ago, and how many are counted."""
_MASTERS: Final = frozenset({"officer", "minister", "adviser"})
_CHIEFS: Final = frozenset({"head", "official", "commissioner"})


def _agrees(trace: Trace, pronoun: str) -> bool:
    if pronoun in ("he", "she"):
        female = trace.person.is_woman if trace.person is not None else trace.female
        return trace.human and not trace.plural and female is not (pronoun == "he")
    if pronoun == "it":
        return not trace.human and not trace.plural
    return trace.plural or len(trace.actors) > 1 or (not trace.human and trace.rank in ("armed_group", "military", "collective"))


def _all_states(trace: Trace) -> bool:
    return all(len(actor.code) == STATE_CODE for actor in trace.actors)

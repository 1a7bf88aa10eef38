"""Who "he", "the ministry", "Austin" and "ISW" are: the actors a document has named so far, and how later words point back at them.

A phrase is resolved only where a good antecedent stands: same kind, same number, near, the subject preferred.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from briefing_tui.extracting.actors.mention_making import known_via, make_mention, states_of, words_of
from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.persons import Person, Persons
from briefing_tui.extracting.actors.phrases import COUNTS
from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.actors.traces import PAIR, STATE_CODE, Trace, Traces
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import ActorVia

_STATE_ORGANS: Final = frozenset({"ministry", "military", "government", "parliament", "police", "court"})
_OFFICIALS: Final = frozenset({"officials", "leaders"})
_OFFICIAL_RANKS: Final = frozenset(
    {
        "official",
        "military",
        "government",
        "police",
        "envoy",
        "minister",
        "speaker",
        "legislator",
        "parliament",
        "officer",
        "head",
        "counterpart",
    }
)
_UNNAMED_RANKS: Final = frozenset({"official", "person", "scholar"})
_STATE_RANKS: Final = frozenset({"head", "minister", "speaker", "envoy", "officer", "legislator", "official"})
_SIDES: Final = frozenset(
    {"sides", "countries", "nations", "states", "governments", "parties", "neighbours", "neighbors", "powers"}
)
_FIGHTERS: Final = frozenset(
    "rebels insurgents militants fighters jihadists separatists guerrillas paramilitaries extremists islamists terrorists militiamen "
    "militia".split()
)
"""Who is an armed group's own, where the text has named one: "the rebels"."""
_MEETING: Final = frozenset(
    {"ministers", "leaders", "foreign ministers", "defence ministers", "defense ministers", "heads of state or government"}
)
"""Who meets in the organisation that publishes the text."""
_EUROPEAN_UNION: Final = Actor(code="org:European Union", name="European Union", via="metonym")
_BELGIUM: Final = Actor(code="BEL", name="Belgium", via="metonym")
_SHORTEST_ACRONYM: Final = 3
_PRONOUN_OF: Final = {"its": "it", "their": "they", "his": "he", "her": "she"}


class Setting(NamedTuple):
    """How a phrase stands in its sentence."""

    passage: Passage
    subject: bool
    speaks: bool
    before: int | None = None
    """Where an antecedent must begin before, when not at the phrase itself: "Putin, he fumed, is …" is not about Putin."""
    places: tuple[str, ...] = ()
    """Codes of the states whose towns and regions the sentence names."""
    quoted: bool = False
    """Whether the phrase stands inside quotation marks, where "our" is the speaker's."""


@dataclass(slots=True)
class Discourse:
    """What a document has named so far. `home` is the state its dateline or publisher gives."""

    published: str | None = None
    home: str | None = None
    own: Actor | None = None
    """The publisher where it is a state: "the Ministry" in a ministry's statement is itself."""
    publishers: tuple[Actor, ...] = ()
    """Whose "our government" is outside quotation marks."""
    persons: Persons = field(default_factory=Persons)
    acronyms: dict[str, tuple[Actor, ...]] = field(default_factory=dict)
    traces: Traces = field(default_factory=Traces)

    def resolve(self, phrase: Phrase, setting: Setting) -> Mention | None:
        """The mention that a phrase makes where it stands, or None where it names nobody."""
        if self.acronyms and phrase.kind in ("medium", "organisation", "organ", "acronym") and phrase.last == phrase.first + 1:
            known = self.acronyms.get(words_of(setting.passage, phrase))
            if known is not None and known != phrase.owners:
                return self._named(replace(phrase, kind="organisation", owners=known), setting)
        if phrase.governs and self.own is not None:
            return self._named(replace(phrase, kind="organ", owners=(self.own,)), setting)
        if phrase.de_facto is not None:
            self._recognise(phrase)
        elif phrase.shared and phrase.kind == "organ":
            self._localise(phrase, setting)
        elif phrase.kind == "capital" and phrase.owners and phrase.owners[0].code == _EUROPEAN_UNION.code:
            phrase.owners = (self.traces.last_of((_EUROPEAN_UNION, _BELGIUM)) or _EUROPEAN_UNION,)
        match phrase.kind:
            case "person":
                return self._titled(phrase, setting)
            case "name" | "held":
                return self._bare_name(phrase, setting)
            case "role":
                return self._role(phrase, setting)
            case "organ":
                return self._organ(phrase, setting)
            case "collective":
                return self._collective(phrase, setting)
            case "acronym":
                return self._acronym(phrase, setting)
            case "anaphor":
                return self._anaphor(phrase, setting)
            case "count":
                return self._both(phrase, setting)
            case "pronoun":
                return self._pronoun(phrase, setting)
        return self._named(phrase, setting)

    def _recognise(self, phrase: Phrase) -> None:
        """Give the officials and ministries of a movement that governs a state to that state, from the day it does."""
        day, code = phrase.de_facto or ("", "")
        if self.published is not None and self.published >= day and phrase.rank != "armed" and phrase.owners:
            phrase.owners = (Actor(code=code, name=STATE_NAMES.get(code, code), via="role"),)
            phrase.kind_of_owner = None

    def _localise(self, phrase: Phrase, setting: Setting) -> None:
        """Read "the Foreign Office" as Pakistan's in a story from Islamabad, though the lexicon knows it as Britain's first."""
        if self.home in phrase.shared:
            phrase.owners = states_of((self.home or "",))
        elif self.own is None and not self.traces.names(phrase.owners):
            focus = self.traces.focus(setting.passage.index, phrase.start)
            if focus and focus[0].code in phrase.shared:
                phrase.owners = known_via(focus, "definite_phrase")

    def learn_acronym(self, acronym: str, actors: tuple[Actor, ...]) -> None:
        """Remember "(ISW)" after the full name."""
        self.acronyms.setdefault(acronym, actors)

    def _acronym(self, phrase: Phrase, setting: Setting) -> Mention | None:
        """Letters nobody has explained name an organisation only where they speak."""
        actors = phrase.owners
        letters = words_of(setting.passage, phrase)
        if not actors and setting.speaks and len(letters) >= _SHORTEST_ACRONYM:
            actors = (Actor(code=f"org:{letters}", name=letters),)
        return self._named(replace(phrase, owners=actors), setting) if actors else None

    def _named(self, phrase: Phrase, setting: Setting) -> Mention:
        kind = {"medium": "medium", "people": "people", "organ": "organ"}.get(phrase.kind, "name")
        if phrase.owners and not phrase.adjective and kind != "medium":
            self._trace(phrase, setting, phrase.owners)
        return make_mention(phrase, phrase.owners, kind=kind)

    def _titled(self, phrase: Phrase, setting: Setting) -> Mention:
        name = phrase.name or ""
        known = self.persons.find(name)
        actors = phrase.owners
        if phrase.later is not None and phrase.known and all(actor.via == "role" for actor in actors):
            actors = self._dated(phrase)
        if not actors and phrase.pointer:
            actors = self._pointed(phrase, setting)
        if not actors and known is not None:
            actors = known.actors
        if not actors and phrase.rank in _STATE_RANKS:
            actors = self._focus(phrase, setting)
        actors = self._own_house(actors)
        if phrase.rank == "counterpart":
            phrase.role, phrase.rank = self.traces.last_office()
        person = self.persons.remember(
            name, actors, role=phrase.role, rank=phrase.rank, female=phrase.female, office=phrase.office
        )
        self._trace(phrase, setting, person.actors, person=person)
        return make_mention(phrase, actors or person.actors, person=person, kind="person")

    def _bare_name(self, phrase: Phrase, setting: Setting) -> Mention | None:
        name = phrase.name or ""
        known = self.persons.find(name)
        if known is None and not phrase.known:
            plausible = " " in name and (setting.speaks or (phrase.kind == "held" and setting.subject))
            if not plausible:
                return self._named(replace(phrase, kind="name", end=phrase.end), setting) if phrase.kind == "held" else None
        owners = self._own_house(self._dated(phrase) if phrase.later is not None else phrase.owners)
        person = self.persons.remember(name, owners, role=None, rank=phrase.rank, female=phrase.female, office=phrase.office)
        self._trace(phrase, setting, person.actors, person=person)
        actors = owners if phrase.kind == "held" else known_via(person.actors, "role")
        return make_mention(phrase, actors, person=person, kind="person")

    def _own_house(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The Commission where it publishes the text and one of the Union's people is named: a commissioner speaks for it there."""
        own = [actor.code for actor in self.publishers] == ["org:European Commission"]
        return (
            known_via(self.publishers, "role") if own and [actor.code for actor in actors] == [_EUROPEAN_UNION.code] else actors
        )

    def _dated(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Whom a known person spoke for on the day the document was published."""
        if phrase.later is None or self.published is None or self.published < phrase.later[0]:
            return phrase.owners
        code = phrase.later[1]
        return (Actor(code=code, name=STATE_NAMES.get(code) or code.split(":", 1)[-1], via="role"),)

    def _focus(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """The state an office without one belongs to: a governor's region, else the state in focus, else the dateline's."""
        if phrase.rank in ("official", "police") and setting.places:
            return states_of(setting.places[:1])
        if self.own is not None:
            return (self.own,)
        actors = self.traces.focus(setting.passage.index, phrase.start)
        if actors:
            return known_via(actors, "definite_phrase")
        return states_of((self.home,)) if self.home else known_via(self.traces.commonest_state(), "definite_phrase")

    def _role(self, phrase: Phrase, setting: Setting) -> Mention | None:
        if phrase.adjective and phrase.rank in _UNNAMED_RANKS:
            words = words_of(setting.passage, phrase)
            actors: tuple[Actor, ...] = (Actor(code=f"group:{words}", name=words, via="collective"),)
            self._trace(phrase, setting, actors, human=True)
            return make_mention(phrase, actors, kind="collective")
        if phrase.owners:
            person = self._holder(phrase)
            self._trace(phrase, setting, phrase.owners, person=person, human=True)
            return make_mention(phrase, phrase.owners, person=person, kind="role")
        if phrase.pointer:
            actors = self._pointed(phrase, setting)
            if actors:
                self._trace(phrase, setting, actors, human=True)
                return make_mention(phrase, actors, kind="role")
        if phrase.definite and phrase.rank not in ("scholar", "person"):
            return self._definite_role(phrase, setting)
        if phrase.rank == "speaker" and setting.speaks and phrase.last - phrase.first > 1:  # "a spokesman for the prime minister"
            actors = self._focus(phrase, setting)
            if actors:
                self._trace(phrase, setting, actors, human=True)
                return make_mention(phrase, actors, kind="role")
        return None

    def _definite_role(self, phrase: Phrase, setting: Setting) -> Mention | None:
        """Who "the minister" is: the last one of that office, else of that rank."""
        office, index = (phrase.role or "").lower(), setting.passage.index
        trace = self.traces.in_office(office, phrase.rank, index, phrase.start, whose=self.own) if self.own is not None else None
        trace = trace or self.traces.in_office(office, phrase.rank, index, phrase.start)
        if trace is not None:
            return self._point_back(phrase, setting, trace)
        if phrase.rank in ("head", "minister") and phrase.role is not None and setting.subject:
            actors = self._focus(phrase, setting)
            if actors:
                self._trace(phrase, setting, actors, human=True)
                return make_mention(phrase, actors, kind="definite")
        return None

    def _point_back(self, phrase: Phrase, setting: Setting, trace: Trace, via: ActorVia = "definite_phrase") -> Mention:
        self._trace(
            phrase,
            setting,
            trace.actors,
            person=trace.person,
            rank=trace.rank,
            human=trace.human,
            plural=trace.plural,
            female=trace.female,
        )
        kind = "pronoun" if via == "pronoun" else "definite"
        return make_mention(phrase, known_via(trace.actors, via), person=trace.person, kind=kind)

    def _holder(self, phrase: Phrase) -> Person | None:
        """The one person of this office and state the document has named: "the Norwegian foreign minister" after Eide."""
        if phrase.role is None or phrase.plural or not phrase.definite:
            return None
        if phrase.role.lower().rsplit(" ", 1)[-1] in ("leader", "chief", "head", "boss", "president"):
            return self.traces.holder([actor.code for actor in phrase.owners])
        if phrase.rank not in ("head", "minister"):
            return None
        return self.persons.in_office(phrase.role, {actor.code for actor in phrase.owners})

    def _organ(self, phrase: Phrase, setting: Setting) -> Mention | None:
        actors = phrase.owners
        if phrase.rank == "people":
            if not actors:
                return None
            words = words_of(setting.passage, phrase)
            return make_mention(phrase, (Actor(code=f"group:{words}", name=words, via="collective"),), kind="people")
        if not actors and phrase.pointer:
            actors = self._pointed(phrase, setting)
        if not actors and phrase.definite and phrase.rank != "court":
            actors = self._same_rank(phrase, setting)
            if actors:
                self._trace(phrase, setting, actors)
                return make_mention(phrase, known_via(actors, "definite_phrase"), kind="definite")
        if not actors:
            return None
        self._trace(phrase, setting, actors)
        return make_mention(phrase, actors, kind="organ")

    def _same_rank(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """Whose "the ministry" is: that of the officer or minister of the same sentence, the last organ of that kind, the state in focus."""
        if self.own is not None and phrase.rank in _STATE_ORGANS and phrase.capital:
            return (self.own,)
        actors = self.traces.of_rank(phrase.rank, setting.passage.index, phrase.start)
        if actors:
            return actors
        return self._focus(phrase, setting) if phrase.rank in _STATE_ORGANS else ()

    def _collective(self, phrase: Phrase, setting: Setting) -> Mention | None:
        owners = phrase.owners
        if not owners and phrase.pointer:
            owners = self._pointed(phrase, setting)
        officials = phrase.rank in _OFFICIALS or phrase.role in _OFFICIAL_RANKS
        unnamed = phrase.adjective and phrase.role in ("official", "scholar")
        forces = phrase.role in ("military", "police", "government")
        if phrase.rank == "armed" and phrase.definite and self._are_fighters(phrase, setting):
            group = self.traces.fighting(setting.passage.index, phrase.start)
            if group:
                return self._several(phrase, setting, group)
        if not owners and phrase.pointer is None and self.publishers and words_of(setting.passage, phrase).lower() in _MEETING:
            owners = self.publishers if self.publishers[0].code.startswith("org:") else owners
        if owners and phrase.rank == "armed" and all(len(actor.code) != STATE_CODE for actor in owners):
            self._trace(phrase, setting, owners, plural=True)
            return make_mention(phrase, owners, kind="organ")
        if owners and phrase.pointer in ("our", "my", "their") and phrase.rank == "nations":
            self._trace(phrase, setting, owners, plural=True)
            return make_mention(phrase, owners, kind="definite")
        if not owners and phrase.pointer is None and phrase.definite and phrase.role == "military":
            owners = self._same_rank(replace(phrase, rank="military"), setting)
        if owners and officials and not unnamed and (forces or phrase.rank not in ("people", "allies")):
            self._trace(phrase, setting, owners, rank=phrase.role, plural=True)
            return make_mention(phrase, owners, kind="role")
        if not phrase.known and phrase.rank == "leaders":
            both = self._two_leaders(phrase, setting)
            if both is not None:
                return both
        words = words_of(setting.passage, phrase)
        if phrase.rank in ("nations", "community") and (
            phrase.definite or words.lower().startswith(("both ", "two ", "three ", "the two "))
        ):
            both = self._both(phrase, setting) if words.lower().rsplit(" ", 1)[-1] in _SIDES else None
            if both is not None:
                return both
        if phrase.rank in (None, "people", "armed", "nations") and not (setting.subject or setting.speaks or phrase.known):
            return None
        actors = (Actor(code=f"group:{words}", name=words, via="collective"),)
        if setting.subject or setting.speaks:
            self._trace(phrase, setting, actors, plural=True)
        return make_mention(phrase, actors, kind="collective")

    def _are_fighters(self, phrase: Phrase, setting: Setting) -> bool:
        """Whether "the rebels" or "the Yemeni rebels" can be the armed group that was named before."""
        words = words_of(setting.passage, phrase).lower().split()
        stately = all(len(owner.code) == STATE_CODE for owner in phrase.owners)
        return words[-1] in _FIGHTERS and stately and len(words) == 1 + len(phrase.owners)

    def _two_leaders(self, phrase: Phrase, setting: Setting) -> Mention | None:
        """Who "the leaders" or "both presidents" are: the last two persons named who speak for different actors."""
        if not phrase.definite:
            return None
        index = setting.passage.index
        actors = self.traces.group_of(PAIR, index, phrase.start, human=True) or self.traces.pair_of_persons(index, phrase.start)
        return self._several(phrase, setting, actors) if actors else None

    def _anaphor(self, phrase: Phrase, setting: Setting) -> Mention | None:
        if not phrase.definite or ("state" in phrase.kinds and not (setting.subject or setting.speaks)):
            return None
        if phrase.plural:
            return self._both(phrase, setting) if phrase.pointer in COUNTS or phrase.pointer is None else None
        trace = self.traces.of_kind(phrase.kinds, phrase.states, setting.passage.index, phrase.start)
        if trace is None:
            return None
        self._trace(phrase, setting, trace.actors, rank=phrase.kinds[0])
        return make_mention(phrase, known_via(trace.actors, "definite_phrase"), kind="definite")

    def _both(self, phrase: Phrase, setting: Setting) -> Mention | None:
        """Who "the two countries" are: the last coordination of so many, else the last two actors named, subjects first."""
        count = COUNTS.get(words_of(setting.passage, phrase).lower().split(" ", 1)[0], PAIR)
        index = setting.passage.index
        actors = self.traces.group_of(count, index, phrase.start, human=False)
        if actors is None and count == PAIR:
            actors = self.traces.rivals() or self.traces.pair_of_states(index, phrase.start)
        return self._several(phrase, setting, actors) if actors else None

    def _several(self, phrase: Phrase, setting: Setting, actors: tuple[Actor, ...]) -> Mention:
        actors = known_via(actors, "definite_phrase")
        self._trace(phrase, setting, actors, plural=True)
        return make_mention(phrase, actors, kind="definite")

    def _pronoun(self, phrase: Phrase, setting: Setting) -> Mention | None:
        low = phrase.pointer or ""
        if not setting.subject or low not in ("he", "she", "it", "they"):
            return None
        trace = self.traces.antecedent(low, setting.passage.index, phrase.start if setting.before is None else setting.before)
        if trace is None or (low == "it" and not setting.speaks and trace.passage != setting.passage.index and not trace.subject):
            return None
        if low == "it" and trace.human:
            trace = replace(trace, person=None, human=False, rank=None)
        return self._point_back(phrase, setting, trace, via="pronoun")

    def _pointed(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """The actors behind "its", "his", "the island's" or "Austin's" in an office or organ."""
        pointer = phrase.pointer or ""
        low = pointer.lower()
        if low in ("our", "my"):
            return () if setting.quoted else known_via(self.publishers, "publisher")
        if low in _PRONOUN_OF:
            before = setting.passage.end if setting.before is None else setting.before
            trace = self.traces.antecedent(_PRONOUN_OF[low], setting.passage.index, before)
            return trace.actors if trace is not None else ()
        if low.startswith("the "):
            trace = self.traces.of_kind(phrase.kinds, phrase.states, setting.passage.index, phrase.start)
            return trace.actors if trace is not None else ()
        if pointer in self.acronyms:
            return self.acronyms[pointer]
        person = self.persons.find(pointer)
        return person.actors if person is not None else ()

    def _trace(
        self,
        phrase: Phrase,
        setting: Setting,
        actors: tuple[Actor, ...],
        *,
        person: Person | None = None,
        rank: str | None = None,
        plural: bool = False,
        human: bool = False,
        female: bool | None = None,
    ) -> None:
        self.traces.add(
            Trace(
                setting.passage.index,
                phrase.start,
                setting.subject or setting.speaks,
                actors,
                person,
                rank or phrase.rank,
                plural or phrase.plural,
                human or person is not None,
                female if female is not None else phrase.female,
                phrase.kind_of_owner,
                setting.speaks,
            )
        )

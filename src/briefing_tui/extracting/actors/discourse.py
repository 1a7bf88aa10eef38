"""What a document has named so far, and whom words without a name of their own can mean at a place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from briefing_tui.extracting.actors.mention_making import known_via, make_mention, states_of, words_of
from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.persons import Person, Persons
from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.actors.traces import STATE_CODE, Trace, Traces
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.model import Actor
from briefing_tui.model.vocabulary import ActorVia

STATE_ORGANS: Final = frozenset({"ministry", "military", "government", "parliament", "police", "court"})
_PRONOUN_OF: Final = {"its": "it", "their": "they", "his": "he", "her": "she"}
EUROPEAN_UNION: Final = Actor(code="org:European Union", name="European Union", via="metonym")
_KNOWN_KINDS: Final = {"org:European Union": "bloc", "org:NATO": "alliance", "org:United Nations": "igo"}
_JUNTA: Final = (
    "junta",
    "regime",
    "rulers",
    "generals",
    "military government",
    "military rulers",
    "military leaders",
    "military authorities",
)
"""What only unelected rulers are called: the state whose they are stays theirs whoever is spoken of in between."""
_EMBASSIES: Final = ("embassy", "consulate", "high commission", "embassies", "consulate general")
_MACHINES: Final = ("warplanes", "jets", "planes", "aircraft", "helicopters", "gunships", "bombers")
"""Forces that are rarely those of the army that tells of them: "the military said the warplanes bombed Basra"."""
_EMBASSY: Final = "embassy"
"""Missions that only states have, while "the mission" may be one of peacekeepers."""
_ADMINISTRATION: Final = ("administration",)
"""What only the government of the United States is called, where that country has been named."""
_HOME: Final = 1.0
_TITLED: Final = 0.3
_PLACED: Final = 0.6
_SCENE: Final = 2.0
"""What being the dateline's state, one of the title's, that of a town in the sentence or of the paragraph's scene adds to a state's standing."""


class Setting(NamedTuple):
    """How a phrase stands in its sentence."""

    passage: Passage
    subject: bool
    speaks: bool
    before: int | None = None
    """Where an antecedent must begin before, when not at the phrase itself: "Putin, he fumed, is …" is not about Putin."""
    places: tuple[str, ...] = ()
    """Codes of the states whose towns and regions the sentence names."""
    relative: bool = False
    """Whether it is only the subject of a clause about another ("Guterres, whom Katz declared unwelcome")."""
    quoted: bool = False
    """Whether the phrase stands inside quotation marks, where "our" is the speaker's."""
    joined: Actor | None = None
    """The state of the titled person right before "and": "the German chancellor Scholz and Foreign Minister Baerbock"."""
    ahead: str | None = None
    """The state that the clause behind a minister without one shows to be theirs: "Defence Minister Hill says Australian troops"."""


@dataclass(slots=True)
class Discourse:
    """What a document has named so far. `home` is the state its dateline or publisher gives."""

    published: str | None = None
    home: str | None = None
    own: Actor | None = None
    """The publisher where it is a state: "the Ministry" in a ministry's statement is itself."""
    titled: tuple[str, ...] = ()
    """Codes of the states the document's title names."""
    paired: tuple[int, tuple[Actor, ...]] | None = None
    """The last passage that joined two states by a hyphen ("Israeli-Palestinian talks"), and these two."""
    scene: tuple[int, str] | None = None
    """The last block that opened with a town ("In Brasilia, …"), and its state."""
    publishers: tuple[Actor, ...] = ()
    """Whose "our government" is outside quotation marks."""
    junta: tuple[Actor, ...] = ()
    """The state whose rulers the document last called a junta or a regime."""
    kinds: dict[str, str] = field(default_factory=lambda: dict(_KNOWN_KINDS))
    """What kind of organisation each actor is, as far as the document has told."""
    persons: Persons = field(default_factory=Persons)
    acronyms: dict[str, tuple[Actor, ...]] = field(default_factory=dict)
    traces: Traces = field(default_factory=Traces)

    def named(self, phrase: Phrase, setting: Setting) -> Mention:
        """The mention of actors that the phrase itself names."""
        kind = {"medium": "medium", "people": "people", "organ": "organ"}.get(phrase.kind, "name")
        if phrase.owners and not phrase.adjective and kind != "medium":
            self.trace(phrase, setting, phrase.owners)
        return make_mention(phrase, phrase.owners, kind=kind)

    def own_house(self, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The Commission where it publishes the text and one of the Union's people is named: a commissioner speaks for it there."""
        own = [actor.code for actor in self.publishers] == ["org:European Commission"]
        return known_via(self.publishers, "role") if own and [actor.code for actor in actors] == [EUROPEAN_UNION.code] else actors

    def dated(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Whom a known person spoke for on the day the document was published."""
        if phrase.later is None or self.published is None or self.published < phrase.later[0]:
            return phrase.owners
        code = phrase.later[1]
        return (Actor(code=code, name=STATE_NAMES.get(code) or code.split(":", 1)[-1], via="role"),)

    def focus(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """The state an office without one belongs to: a governor's region, else the state in focus, else the dateline's."""
        if phrase.rank in ("official", "police") and setting.places:
            return states_of(setting.places[:1])
        if self.own is not None:
            return (self.own,)
        return self.state_in_focus(phrase, setting)

    def represented(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """Whom a politician named with a party speaks for: the state, as a legislator does; a party's spokesperson its party."""
        if phrase.party is None or phrase.rank == "speaker":
            return phrase.owners
        if phrase.party:
            return (Actor(code=phrase.party, name=STATE_NAMES.get(phrase.party, phrase.party), via="role"),)
        return self.state_in_focus(phrase, setting) or phrase.owners

    def spoken_for(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """Whom "spokesman Joe Doe" speaks for, by what the paragraph has named before."""
        if self.own is not None:
            return (self.own,)
        actors = self.traces.spoken_for(setting.passage.index, phrase.start, setting.passage.block.start)
        return known_via(actors, "definite_phrase")

    def state_in_focus(self, phrase: Phrase, setting: Setting, *, rank: str | None = None) -> tuple[Actor, ...]:
        """The state most in mind where the phrase stands, else the dateline's."""
        favoured = dict.fromkeys(self.titled, _TITLED)
        if self.home:
            favoured[self.home] = favoured.get(self.home, 0.0) + _HOME
        for code in setting.places:
            favoured[code] = favoured.get(code, 0.0) + _PLACED
        if self.scene is not None and self.scene[0] == setting.passage.sentence.block:
            favoured[self.scene[1]] = favoured.get(self.scene[1], 0.0) + _SCENE
        index, block = setting.passage.index, setting.passage.block.start
        salient = self.traces.salient_state(index, phrase.start, favoured, block=block, rank=rank)
        return states_of((salient,)) if salient is not None else ()

    def point_back(self, phrase: Phrase, setting: Setting, trace: Trace, via: ActorVia = "definite_phrase") -> Mention:
        """The mention that points back at what a trace remembers."""
        self.trace(
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

    def same_rank(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """Whose "the ministry" is: that of the officer or minister of the same sentence, the last organ of that kind, the state in focus."""
        if self.own is not None and phrase.rank in STATE_ORGANS and phrase.capital:
            return (self.own,)
        if phrase.rank == "government" and self.junta and _words(setting, phrase).endswith(_JUNTA):
            return known_via(self.junta, "definite_phrase")
        if phrase.rank == "government" and self.traces.times_named["USA"] and _words(setting, phrase).endswith(_ADMINISTRATION):
            return states_of(("USA",))
        if phrase.rank == "mission" and _words(setting, phrase).endswith(_EMBASSIES):
            here = self.traces.foremost_state(setting.passage.index, phrase.start)
            return here or self.state_in_focus(phrase, setting, rank=_EMBASSY)
        if phrase.rank == "military" and _words(setting, phrase).endswith(_MACHINES):
            return self.traces.last_force(setting.passage.index)
        actors = self.traces.organ_of(phrase.rank, setting.passage.index, phrase.start, speaks=setting.speaks)
        if actors:
            return actors
        return self.state_in_focus(phrase, setting, rank=phrase.rank) if phrase.rank in STATE_ORGANS else ()

    def several(self, phrase: Phrase, setting: Setting, actors: tuple[Actor, ...]) -> Mention:
        """The mention that points back at several actors at once."""
        actors = known_via(actors, "definite_phrase")
        self.trace(phrase, setting, actors, plural=True)
        return make_mention(phrase, actors, kind="definite")

    def pointed(self, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
        """The actors behind "its", "his", "the island's" or "Austin's" in an office or organ."""
        pointer = phrase.pointer or ""
        low = pointer.lower()
        if low in ("our", "my"):
            return () if setting.quoted else known_via(self.publishers, "publisher")
        if low == "whose":
            return self.traces.just_named(setting.passage.index, phrase.start)
        if low in _PRONOUN_OF:
            before = setting.passage.end if setting.before is None else setting.before
            trace = self.traces.antecedent(_PRONOUN_OF[low], setting.passage.index, before, inside=setting.quoted)
            return trace.actors if trace is not None else ()
        if low.startswith("the "):
            trace = self.traces.of_kind(phrase.kinds, phrase.states, setting.passage.index, phrase.start)
            return trace.actors if trace is not None else ()
        if pointer in self.acronyms:
            return self.acronyms[pointer]
        person = self.persons.find(pointer)
        return person.actors if person is not None else ()

    def trace(
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
        hint: bool = False,
    ) -> None:
        """Remember where these actors were meant."""
        if not hint and not self.junta and "junta" in setting.passage.text:
            self.note_junta(phrase, setting, actors)
        kind = phrase.kind_of_owner
        if len(actors) == 1:
            kind = self.kinds.setdefault(actors[0].code, kind) if kind is not None else self.kinds.get(actors[0].code)
        self.traces.add(
            Trace(
                setting.passage.index,
                phrase.start,
                (setting.subject or setting.speaks) and not setting.relative,
                actors,
                person,
                rank or phrase.rank,
                plural or phrase.plural,
                human or person is not None,
                female if female is not None else phrase.female,
                kind,
                setting.quoted,
                hint,
                setting.speaks and not setting.relative,
            )
        )

    def rank_of_organ(self, phrase: Phrase, setting: Setting) -> str | None:
        """The kind of organ to remember: an embassy is no mission of peacekeepers, which a later "the mission" means."""
        return _EMBASSY if phrase.rank == "mission" and _words(setting, phrase).endswith(_EMBASSIES) else phrase.rank

    def note_junta(self, phrase: Phrase, setting: Setting, actors: tuple[Actor, ...]) -> None:
        """Remember whose rulers are called a junta."""
        words = _words(setting, phrase)
        if len(actors) == 1 and len(actors[0].code) == STATE_CODE and (words.endswith(_JUNTA) or "junta" in words):
            self.junta = actors

    def learn_acronym(self, acronym: str, actors: tuple[Actor, ...]) -> None:
        """Remember "(ISW)" after the full name."""
        self.acronyms.setdefault(acronym, actors)


def _words(setting: Setting, phrase: Phrase) -> str:
    return words_of(setting.passage, phrase).lower()

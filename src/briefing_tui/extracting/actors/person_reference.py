"""Who a title, a name or an office means: "Foreign Minister Katz", "Austin", "the minister"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.actors.discourse import Discourse, Setting
from briefing_tui.extracting.actors.mention_making import known_via, make_mention, states_of, words_of
from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.persons import Person
from briefing_tui.extracting.actors.traces import STATE_CODE
from briefing_tui.extracting.passages import Mention
from briefing_tui.model import Actor

_UNNAMED_RANKS: Final = frozenset({"official", "person", "scholar"})
_STATE_RANKS: Final = frozenset({"head", "minister", "speaker", "envoy", "officer", "legislator", "official"})
_OTHER_OFFICES: Final = frozenset({"minister", "officer", "speaker", "envoy"})
"""Ranks that heads of state and government do not have."""
_INTERNATIONAL: Final = (
    *(
        "secretary-general",
        "secretary general",
        "director-general",
        "director general",
        "high commissioner",
        "executive director",
    ),
    *("commissioner-general", "special rapporteur", "managing director", "executive secretary"),
)
"""Offices that organisations have and states do not."""
_WITH_SUCH_OFFICES: Final = frozenset({"igo", "alliance", "bloc", "agency", "council", "commission", "bank", "ngo"})


def read_titled(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention:
    """Who an office with a name is: whom its own words give, else whom the person spoke for before, else the state in focus."""
    name = phrase.name or ""
    known = discourse.persons.find(name)
    actors = phrase.owners = discourse.represented(phrase, setting)
    if phrase.rank == "rebel":
        actors = phrase.owners = _rebels(discourse, phrase, setting, known)
    if phrase.later is not None and phrase.known and all(actor.via == "role" for actor in actors):
        actors = discourse.dated(phrase)
    if phrase.known and phrase.office and phrase.rank in _OTHER_OFFICES and known is None and actors:
        actors = _namesake(discourse, phrase, setting) or actors
    if not actors and phrase.pointer:
        actors = discourse.pointed(phrase, setting)
    if known is not None and known.actors and phrase.shared and not phrase.known:
        actors = known.actors
    if not actors and known is not None:
        actors = known.actors
    if not actors and phrase.rank in _STATE_RANKS and setting.joined is not None:
        actors = known_via((setting.joined,), "role")
    if not actors and phrase.rank in ("head", "minister") and setting.ahead is not None and discourse.own is None:
        actors = states_of((setting.ahead,))
    if not actors and phrase.rank == "speaker":
        actors = discourse.spoken_for(phrase, setting)
    if not actors and phrase.rank in _STATE_RANKS:
        actors = discourse.focus(phrase, setting)
    actors = discourse.own_house(actors)
    if phrase.rank == "counterpart":
        phrase.role, phrase.rank = discourse.traces.last_office()
    person = discourse.persons.remember(
        name, actors, role=phrase.role, rank=phrase.rank, female=phrase.female, office=phrase.office
    )
    discourse.trace(phrase, setting, person.actors, person=person)
    return make_mention(phrase, actors or person.actors, person=person, kind="person")


def _namesake(discourse: Discourse, phrase: Phrase, setting: Setting) -> tuple[Actor, ...]:
    """The state in focus where a minister bears the name of another state's head, whose state the text never names."""
    if any(len(actor.code) != STATE_CODE or discourse.traces.times_named[actor.code] for actor in phrase.owners):
        return ()
    return discourse.state_in_focus(phrase, setting)


def _rebels(discourse: Discourse, phrase: Phrase, setting: Setting, known: Person | None) -> tuple[Actor, ...]:
    """Whom a rebel leader leads: the organisation the words, the person or the text name, never the state whose rebels they are."""
    actors = tuple(actor for actor in phrase.owners if len(actor.code) != STATE_CODE)
    actors = actors or (known.actors if known is not None else ())
    if not actors and not phrase.owners:
        actors = discourse.traces.fighting(setting.passage.index, phrase.start, "rebels")
    words = (phrase.role or words_of(setting.passage, phrase)).rsplit(" ", 1)[0] + "s"
    return actors or (Actor(code=f"group:{words}", name=words, via="collective"),)


def read_bare_name(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Who a name by itself is: someone the document or the lexicon knows, or an unknown person who speaks."""
    name = phrase.name or ""
    known = discourse.persons.find(name)
    if known is None and not phrase.known:
        plausible = " " in name and (setting.speaks or (phrase.kind == "held" and setting.subject))
        if not plausible:
            if phrase.kind == "name" and setting.speaks and " " not in name:
                person = Person(name, (), None, None, None)
                discourse.trace(phrase, setting, (), person=person)
            return discourse.named(replace(phrase, kind="name", end=phrase.end), setting) if phrase.kind == "held" else None
    owners = discourse.own_house(discourse.dated(phrase) if phrase.later is not None else discourse.represented(phrase, setting))
    person = discourse.persons.remember(name, owners, role=None, rank=phrase.rank, female=phrase.female, office=phrase.office)
    discourse.trace(phrase, setting, person.actors, person=person)
    actors = owners if phrase.kind == "held" else known_via(person.actors, "role")
    return make_mention(phrase, actors, person=person, kind="person")


def read_role(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Who an office without a name is: "the Norwegian foreign minister", "a U.S. official", "the minister"."""
    diplomat = phrase.rank == "envoy" and (phrase.role or "").lower().endswith("diplomat")
    if phrase.adjective and (phrase.rank in _UNNAMED_RANKS or diplomat):
        words = words_of(setting.passage, phrase)
        actors: tuple[Actor, ...] = (Actor(code=f"group:{words}", name=words, via="collective"),)
        if phrase.owners:
            discourse.trace(phrase, setting, phrase.owners, hint=True)
        discourse.trace(phrase, setting, actors, human=True)
        return make_mention(phrase, actors, kind="collective")
    if phrase.rank == "rebel":
        phrase.owners = _rebels(discourse, phrase, setting, None)
        if not phrase.definite and len(phrase.owners) == 1 and phrase.owners[0].code.startswith("group:"):
            return make_mention(phrase, phrase.owners, kind="collective")
    if phrase.owners and _has_left(phrase, setting):
        words = words_of(setting.passage, phrase)
        actors = (Actor(code=f"group:{words}", name=words, via="collective"),)
        discourse.trace(phrase, setting, phrase.owners, hint=True)
        discourse.trace(phrase, setting, actors, human=True)
        return make_mention(phrase, actors, kind="collective")
    if phrase.owners:
        phrase.owners = discourse.represented(phrase, setting)
        person = _holder(discourse, phrase)
        discourse.trace(phrase, setting, phrase.owners, person=person, human=True)
        return make_mention(phrase, phrase.owners, person=person, kind="role")
    if phrase.pointer:
        actors = discourse.pointed(phrase, setting)
        if actors:
            discourse.trace(phrase, setting, actors, human=True)
            return make_mention(phrase, actors, kind="role")
        if phrase.pointer.startswith("the "):
            return None
    if phrase.definite and phrase.rank not in ("scholar", "person"):
        return _definite_role(discourse, phrase, setting)
    if phrase.rank == "speaker" and setting.speaks and phrase.last - phrase.first > 1:  # "a spokesman for the prime minister"
        actors = discourse.focus(phrase, setting)
        if actors:
            discourse.trace(phrase, setting, actors, human=True)
            return make_mention(phrase, actors, kind="role")
    return None


def _has_left(phrase: Phrase, setting: Setting) -> bool:
    """Whether an office without a name is one no longer held, whose holder speaks for no state: "Yemen's former president"."""
    words = words_of(setting.passage, phrase).lower().split()
    return phrase.rank in _LEFT_RANKS and any(word in _LEFT or word.startswith("ex-") for word in words[:-1])


_LEFT_RANKS: Final = frozenset({"head", "minister", "official", "officer", "envoy", "legislator", "adviser"})
_LEFT: Final = frozenset({"former", "ousted", "deposed", "ex", "toppled"})


def _definite_role(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Who "the minister" is: the last one of that office, else of that rank."""
    office, index = (phrase.role or "").lower(), setting.passage.index
    trace = (
        discourse.traces.in_office(office, phrase.rank, index, phrase.start, whose=discourse.own)
        if discourse.own is not None
        else None
    )
    trace = trace or discourse.traces.in_office(office, phrase.rank, index, phrase.start)
    if trace is not None:
        return discourse.point_back(phrase, setting, trace)
    if office.endswith(_INTERNATIONAL):
        trace = discourse.traces.of_kind(_WITH_SUCH_OFFICES, (), index, phrase.start)
        return discourse.point_back(phrase, setting, trace) if trace is not None and not trace.human else None
    if phrase.rank in ("head", "minister") and phrase.role is not None and setting.subject:
        actors = discourse.focus(phrase, setting)
        if actors:
            discourse.trace(phrase, setting, actors, human=True)
            return make_mention(phrase, actors, kind="definite")
    return None


def _holder(discourse: Discourse, phrase: Phrase) -> Person | None:
    """The one person of this office and state the document has named: "the Norwegian foreign minister" after Eide."""
    if phrase.role is None or phrase.plural or not phrase.definite:
        return None
    if phrase.role.lower().rsplit(" ", 1)[-1] in ("leader", "chief", "head", "boss", "president"):
        return discourse.traces.holder([actor.code for actor in phrase.owners])
    if phrase.rank not in ("head", "minister"):
        return None
    return discourse.persons.in_office(phrase.role, {actor.code for actor in phrase.owners})

"""Who "he", "the ministry", "Austin" and "ISW" are: how a phrase points back at the actors a document has named so far.

A phrase is resolved only where a good antecedent stands: same kind, same number, near, the subject preferred.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.actors.collective_reference import are_irregular, read_both, read_collective
from briefing_tui.extracting.actors.discourse import EUROPEAN_UNION, Discourse, Setting
from briefing_tui.extracting.actors.mention_making import known_via, make_mention, states_of, words_of
from briefing_tui.extracting.actors.owners import Phrase
from briefing_tui.extracting.actors.person_reference import read_bare_name, read_role, read_titled
from briefing_tui.extracting.actors.phrases import COUNTS
from briefing_tui.extracting.actors.state_names import STATE_NAMES
from briefing_tui.extracting.passages import Mention
from briefing_tui.model import Actor

_BELGIUM: Final = Actor(code="BEL", name="Belgium", via="metonym")
_PAIRING: Final = ("two ", "three ", "four ", "five ", "both ", "rival ", "opposing ")
_SHORTEST_ACRONYM: Final = 3


def resolve(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """The mention that a phrase makes where it stands, or None where it names nobody."""
    if discourse.acronyms and phrase.kind in ("medium", "organisation", "organ", "acronym") and phrase.last == phrase.first + 1:
        known = discourse.acronyms.get(words_of(setting.passage, phrase))
        if known is not None and known != phrase.owners:
            return discourse.named(replace(phrase, kind="organisation", owners=known), setting)
    if discourse.acronyms and phrase.kind in ("collective", "role", "organ", "person") and phrase.owners:
        _respell(discourse, phrase, setting)
    if phrase.governs and discourse.own is not None:
        return discourse.named(replace(phrase, kind="organ", owners=(discourse.own,)), setting)
    if phrase.de_facto is not None:
        _recognise(discourse, phrase)
    elif phrase.shared and phrase.kind in ("organ", "person", "role"):
        _localise(discourse, phrase, setting)
    elif phrase.kind == "capital" and phrase.owners and phrase.owners[0].code == EUROPEAN_UNION.code:
        phrase.owners = (discourse.traces.last_of((EUROPEAN_UNION, _BELGIUM)) or EUROPEAN_UNION,)
    match phrase.kind:
        case "person":
            return read_titled(discourse, phrase, setting)
        case "name" | "held":
            return read_bare_name(discourse, phrase, setting)
        case "role":
            return read_role(discourse, phrase, setting)
        case "organ":
            return _organ(discourse, phrase, setting)
        case "collective":
            return read_collective(discourse, phrase, setting)
        case "acronym":
            return _acronym(discourse, phrase, setting)
        case "anaphor":
            return _anaphor(discourse, phrase, setting)
        case "count":
            return read_both(discourse, phrase, setting)
        case "pronoun":
            return _pronoun(discourse, phrase, setting)
    return discourse.named(phrase, setting)


def _respell(discourse: Discourse, phrase: Phrase, setting: Setting) -> None:
    """Give "CCP rebels" to the group whose letters the text has explained, whatever the lexicon knows them as."""
    for word in words_of(setting.passage, phrase).split():
        known = (
            discourse.acronyms.get(word.removesuffix("'s").removesuffix("’s")) if word.isupper() or word[:2].isupper() else None
        )
        if known is not None:
            phrase.owners = known_via(known, "role")
            return


def _recognise(discourse: Discourse, phrase: Phrase) -> None:
    """Give the officials and ministries of a movement that governs a state to that state, from the day it does."""
    day, code = phrase.de_facto or ("", "")
    if discourse.published is not None and discourse.published >= day and phrase.rank != "armed" and phrase.owners:
        phrase.owners = (Actor(code=code, name=STATE_NAMES.get(code, code), via="role"),)
        phrase.kind_of_owner = None


def _localise(discourse: Discourse, phrase: Phrase, setting: Setting) -> None:
    """Read "the Foreign Office" as Pakistan's in a story from Islamabad, though the lexicon knows it as Britain's first."""
    if discourse.home in phrase.shared:
        phrase.owners = states_of((discourse.home or "",))
    elif discourse.own is None and (phrase.kind != "organ" or not discourse.traces.names(phrase.owners)):
        focus = discourse.state_in_focus(phrase, setting)
        if focus and focus[0].code in phrase.shared:
            phrase.owners = known_via(focus, "definite_phrase")


def _organ(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    actors = phrase.owners
    if phrase.rank in _ARMED_ORGANS and (not phrase.pointer or phrase.pointer in discourse.acronyms):
        irregulars = _irregulars(discourse, phrase, setting)
        if irregulars is not None:
            return irregulars
    if phrase.rank == "people":
        if not actors:
            return None
        words = words_of(setting.passage, phrase)
        return make_mention(phrase, (Actor(code=f"group:{words}", name=words, via="collective"),), kind="people")
    if not actors and phrase.pointer:
        actors = discourse.pointed(phrase, setting)
    if not actors and phrase.plural and phrase.definite and words_of(setting.passage, phrase).lower().startswith(_PAIRING):
        return read_both(discourse, phrase, setting)
    if not actors and phrase.definite and phrase.rank != "court":
        actors = discourse.same_rank(phrase, setting)
        if actors:
            discourse.note_junta(phrase, setting, actors)
            discourse.trace(phrase, setting, actors, rank=discourse.rank_of_organ(phrase, setting))
            return make_mention(phrase, known_via(actors, "definite_phrase"), kind="definite")
    if not actors:
        return None
    discourse.note_junta(phrase, setting, actors)
    discourse.trace(phrase, setting, actors, rank=discourse.rank_of_organ(phrase, setting))
    return make_mention(phrase, actors, kind="organ")


def _irregulars(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Forces that are no state's: "opposition forces", "local Afghan forces", "anti-government troops" are a group in the text's words."""
    words = words_of(setting.passage, phrase)
    if not are_irregular(words, _BANDS):
        return None
    actors = (Actor(code=f"group:{words}", name=words, via="collective"),)
    if phrase.owners:
        discourse.trace(replace(phrase, plural=False), setting, phrase.owners, hint=True)
    discourse.trace(replace(phrase, owners=actors), setting, actors, rank="military", plural=True)
    return make_mention(phrase, actors, kind="collective")


_ARMED_ORGANS: Final = frozenset({"military", "police"})
_BANDS: Final = frozenset("forces troops soldiers units fighters fighter".split())


def _acronym(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    """Letters nobody has explained name an organisation only where they speak."""
    actors = phrase.owners
    letters = words_of(setting.passage, phrase)
    if not actors and setting.speaks and len(letters) >= _SHORTEST_ACRONYM:
        actors = (Actor(code=f"org:{letters}", name=letters),)
    return discourse.named(replace(phrase, owners=actors), setting) if actors else None


def _anaphor(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    if not phrase.definite or ("state" in phrase.kinds and not (setting.subject or setting.speaks)):
        return None
    words = words_of(setting.passage, phrase).lower()
    if words.startswith("one ") or (phrase.plural and "state" not in phrase.kinds and phrase.pointer not in COUNTS):
        return None
    if phrase.plural:
        return read_both(discourse, phrase, setting) if phrase.pointer in COUNTS or phrase.pointer is None else None
    trace = discourse.traces.of_kind(phrase.kinds, phrase.states, setting.passage.index, phrase.start)
    if trace is None:
        return None
    discourse.trace(phrase, setting, trace.actors, rank=phrase.kinds[0])
    return make_mention(phrase, known_via(trace.actors, "definite_phrase"), kind="definite")


def _pronoun(discourse: Discourse, phrase: Phrase, setting: Setting) -> Mention | None:
    low = phrase.pointer or ""
    if not setting.subject or low not in ("he", "she", "it", "they"):
        return None
    before = phrase.start if setting.before is None else setting.before
    outside = setting.speaks and not setting.quoted
    trace = discourse.traces.antecedent(low, setting.passage.index, before, outside=outside)
    if trace is None or (low == "it" and not setting.speaks and trace.passage != setting.passage.index and not trace.subject):
        return None
    if low == "it" and trace.human:
        trace = replace(trace, person=None, human=False, rank=None)
    return discourse.point_back(phrase, setting, trace, via="pronoun")

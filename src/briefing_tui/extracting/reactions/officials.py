"""Unnamed officials and gatherings of ministers, who speak for their state or organisation: "a NATO official", "EU leaders".

Those counted ("two American officials") stay a group of people, and so do those of no one state ("a Western diplomat").
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Reading
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.model import Actor

_OF_STATES: Final = frozenset(
    "official officials aide aides adviser advisers lawmaker lawmakers legislator legislators authorities".split()
)
_OF_BODIES: Final = _OF_STATES | frozenset(
    "leaders ministers ambassadors envoys governments countries members states chiefs nations capitals diplomats allies diplomat".split()
)
_FOR_STATES: Final = frozenset("lawyers counsel negotiators envoys diplomats delegates representatives".split())
"""People who speak for whom they are "for" or "from" ("lawyers for South Africa")."""
_LAWYERS_FOR: Final = 5
_PARTY_NAME: Final = 4
"""Words after a person within which the state of his party stands."""
_COUNTED: Final = frozenset("two three four five six seven eight nine ten several many most both some dozens other".split())
_OFFICIAL_KINDS: Final = frozenset({"alliance", "bloc", "igo", "union", "agency", "commission", "council", "armed_group"})


def speaking_for(reading: Reading, speaker: Speaker) -> Speaker:
    """The speaker with unnamed officials taken for the state or organisation they are said to be of."""
    if not speaker.actors and speaker.person is not None and speaker.mentions:
        state = _of_party(reading, speaker.mentions[0])
        return speaker if state is None else replace(speaker, actors=(state,))
    if not any(actor.code.startswith("group:") for actor in speaker.actors) or not speaker.mentions:
        return speaker
    mentions = [_settled(reading, mention) for mention in speaker.mentions]
    if mentions == list(speaker.mentions):
        return speaker
    return replace(speaker_of(mentions), start=speaker.start, end=speaker.end, person=speaker.person, role=speaker.role)


def _of_party(reading: Reading, mention: Mention) -> Actor | None:
    """The state in the name of the party, ministry or institute a person is said to be of: "of the Japanese Communist Party"."""
    passage = reading.passage_at(mention.start)
    after = [] if passage is None else passage.between(mention.end, passage.end)[:_PARTY_NAME]
    if passage is None or [token.low for token in after[:1]] not in (["of"], ["from"]):
        return None
    for hit in passage.of("state"):
        if after[0].end < hit.start <= after[-1].end and hit.how != "capital":
            return Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="demonym")
    return None


def _settled(reading: Reading, mention: Mention) -> Mention:
    if len(mention.actors) != 1 or not mention.actors[0].code.startswith("group:"):
        return mention
    words = reading.text[mention.start : mention.end].lower().split()
    if not words or _COUNTED.intersection(words) or words[0][:1].isdigit():
        return mention
    for hit in reading.hits_within(mention.start, mention.end, "state", "org"):
        pleads = words[0] in _FOR_STATES and words[1:2] in (["for"], ["from"]) and len(words) <= _LAWYERS_FOR
        if hit.entry.category == "state" and (words[-1] in _OF_STATES or pleads):
            return _with(mention, Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="role"))
        code = hit.entry.get("code")
        if hit.entry.category == "org" and words[-1] in _OF_BODIES and hit.entry.get("kind") in _OFFICIAL_KINDS and code:
            return _with(mention, Actor(code=code, name=code.partition(":")[2], via="role"))
    return mention


def _with(mention: Mention, actor: Actor) -> Mention:
    return replace(mention, actors=(actor,), kind="role")

"""Speakers named only by whose they are: "Sudan's defence council", "Colombia's Petro", "the group's Laetitia Bader"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.model import Actor

if TYPE_CHECKING:
    from briefing_tui.extracting.reactions.subjects import Clauses

PREPOSITIONS: Final = frozenset(
    "of in from with for on by to at against over near under into between among about across after before during since toward "
    "towards including despite amid within outside inside beyond alongside following without behind through per than like as "
    "until upon around off".split()
)
DETERMINERS: Final = frozenset("the a an this that these those his her its their our my several some many most".split())
HEADS: Final = frozenset(
    "council ruler rulers leader leaders leadership government junta parliament army navy military ministry office president presidency premier chief "
    "minister ministers spokesman spokeswoman spokesperson mission delegation delegate coalition cabinet opposition embassy ambassador envoy "
    "commissioner court authorities king queen emir prince sultan chancellor governor mayor forces police officials official lawmakers legislators diplomats report inquiry panel "
    "diplomat negotiator negotiators commander command service prosecutors deputy counterpart regime media general generals speaker assembly "
    "senate representative observer ally allies intelligence president-elect strongman warlord".split()
)
"""Nouns of people and bodies that speak for the state whose they are."""
_VOICES: Final = frozenset("spokesman spokeswoman spokesperson office aide adviser lawyer deputy".split())
"""People who speak for a person whose they are ("Turk's spokeswoman, Jane Roe")."""
_CLAUSE_JOINTS: Final = frozenset({"and", "but", "while", ",", ";", "meanwhile", "–", "—"})
_OWNED: Final = 6
"""Tokens back from such a noun within which its owner stands."""
_NAME: Final = 5


def owned_by_state(clauses: Clauses, at: int) -> Speaker | None:
    """The state whose people or organs the words that end at token `at` name: "Sudan's defence council", "Colombia's Petro".

    Also with the name set off after it: "Niger's ruler, Abdourahamane Tiani,".
    """
    person = None
    if clauses.low(at) == ",":
        place = at - 1
        while place > 0 and clauses.tokens[place].capital and at - place < _NAME:
            place -= 1
        if clauses.low(place) != "," or place == at - 1:
            return None
        person = clauses.passage.text[
            clauses.tokens[place + 1].start - clauses.passage.start : clauses.tokens[at].start - clauses.passage.start
        ]
        at = place - 1
    if clauses.low(at) in HEADS:
        housed = _in_its_capital(clauses, at)
        if housed is not None:
            return replace(housed, person=person)
    if clauses.low(at) not in HEADS and not (person is None and clauses.tokens[at].capital and clauses.tokens[at].low.isalpha()):
        return None
    for place in range(at, max(-1, at - _OWNED), -1):
        mention = clauses.mention_at[place]
        if mention is None:
            if clauses.low(place) in PREPOSITIONS or clauses.low(place) in {",", ";", ":", "and"}:
                return None
            continue
        if mention.adjective and person is None and clauses.low(at) in HEADS and mention.person is None and mention.actors:
            return replace(speaker_of([replace(mention, adjective=False)]), end=clauses.tokens[at].end)  # "a top US general"
        if (
            not mention.possessive
            or (mention.person is not None and clauses.low(at) not in _VOICES)
            or not mention.actors
            or mention.actors[0].code.startswith("group:")
        ):
            return None
        if person is None and clauses.low(at) not in HEADS:
            person = clauses.passage.text[
                clauses.tokens[at].start - clauses.passage.start : clauses.tokens[at].end - clauses.passage.start
            ]
            if at - clauses.last(mention) > 1:
                return None  # "Sudan's Rapid Support" is no surname
        return replace(speaker_of([replace(mention, possessive=False)]), end=clauses.tokens[at].end, person=person)
    return None


def _in_its_capital(clauses: Clauses, at: int) -> Speaker | None:
    """The state of "In Copenhagen, the foreign ministry", "in Budapest a spokesman": its body, unnamed, in its capital."""
    place = at
    while place > 0 and at - place < _NAME and clauses.low(place) not in {"the", "a", "an", ","}:
        place -= 1
    before = place - 1 if clauses.low(place - 1) != "," else place - 2
    if clauses.low(place) not in {"the", "a", "an"} or before < 1:
        return None
    for hit in clauses.passage.of("state"):
        first = clauses.index(hit.start)
        if hit.how == "capital" and clauses.index(hit.end) == before + 1 and clauses.low(first - 1) == "in":
            if first > 1 and clauses.low(first - 2) not in _CLAUSE_JOINTS:
                return None
            actor = Actor(code=hit.entry.key, name=hit.entry.get("label", hit.entry.key), via="metonym")
            return Speaker(clauses.tokens[place].start, clauses.tokens[at].end, (actor,))
    return None


def named_after_owner(clauses: Clauses, at: int) -> Speaker | None:
    """Someone nobody knows but by whose he is: "said the group's Laetitia Bader", "said Peru's chief negotiator"."""
    while at < len(clauses.tokens) and clauses.low(at) in DETERMINERS:
        at += 1
    owner = clauses.mention_at[at] if at < len(clauses.tokens) else None
    if owner is None or not owner.possessive or owner.person is not None or not owner.actors:
        return None
    first = clauses.last(owner) + 1
    last = first
    while last + 1 < len(clauses.tokens) and clauses.tokens[last + 1].capital and last - first < _NAME:
        last += 1
    if first >= len(clauses.tokens):
        return None
    begin, end = clauses.tokens[first], clauses.tokens[last]
    if begin.capital and last > first and begin.low.isalpha():
        person = clauses.passage.text[begin.start - clauses.passage.start : end.end - clauses.passage.start]
        return replace(speaker_of([replace(owner, possessive=False)]), end=end.end, person=person)
    for place in range(first, min(first + _OWNED, len(clauses.tokens))):
        if clauses.low(place) in HEADS:
            return replace(speaker_of([replace(owner, possessive=False)]), end=clauses.tokens[place].end)
        if clauses.low(place) in {",", ".", ";", "and"}:
            break
    return None

"""Who did what to whom: the subject, object and agent of a verb, by position in its clause.

English news prose is regular enough that the first noun phrase of the clause that hangs on no preposition is the subject,
and the first one after the verb the object.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "got", "gets", "get", "getting"})
HAVE: Final = frozenset({"has", "have", "had", "having", "'ve", "'d"})
ADVERBS: Final = frozenset(
    {
        "also",
        "then",
        "again",
        "now",
        "still",
        "already",
        "just",
        "once",
        "twice",
        "soon",
        "later",
        "first",
        "reportedly",
        "not",
        "never",
        "since",
        "ever",
        "repeatedly",
        "even",
        "almost",
        "all",
        "both",
        "each",
        "jointly",
        "subsequently",
        "directly",
        "deliberately",
        "earlier",
        "today",
        "yesterday",
        "together",
    }
)
_HARD: Final = frozenset(
    {
        ";",
        ":",
        "—",
        "after",
        "before",
        "while",
        "when",
        "because",
        "although",
        "though",
        "where",
        "if",
        "until",
        "once",
        "that",
        "whereas",
        "amid",
        "whether",
        "as",
        "since",
        "hours",
        "days",
        "weeks",
        "”",
        "“",
        '"',
    }
)
_QUOTES: Final = frozenset({"“", "”", '"'})
_ASIDES: Final = frozenset({"which", "who", "whose", "where"})
_ASIDE_TOKENS: Final = 30
_AUXILIARIES: Final = frozenset({"will", "would", "may", "could", "might"})
_PARTICIPLE_LEADS: Final = frozenset({"after", "before", "while", "since", "when"})
_RELATIVES: Final = frozenset({"which", "who", "that"})
_SOFT: Final = frozenset({",", "and", "but", "or", "then", "–", "-", "(", ")"})
_PRONOUNS: Final = frozenset({"it", "they", "he", "she", "we", "i"})
_RIGHT_STOPS: Final = frozenset(
    {
        ";",
        ":",
        "—",
        "after",
        "before",
        "according",
        "while",
        "when",
        "because",
        "although",
        "though",
        "which",
        "who",
        "that",
        "as",
        "whereas",
        "where",
        "since",
        "until",
        "if",
        "but",
    }
)
_LOCATIVE: Final = frozenset({"in", "at", "near", "over", "across", "on", "around"})
_PARTY_LIMIT: Final = 14


class Roles(NamedTuple):
    """The parts of one verb's clause. `pronoun` is the subject pronoun when that is all the text gives; `passive` as written."""

    subject: Party | None
    objects: tuple[Party, ...]
    agent: Party | None
    passive: bool
    pronoun: Token | None
    start: int
    end: int
    """The bounds of the clause, in offsets."""


def read_roles(passage: Passage, parties: list[Party], verb: Hit, says: frozenset[int]) -> Roles:
    """The roles around a verb. `says` are the offsets of verbs of saying, which begin a new clause."""
    start, end, how = verb.start, verb.end, verb.how
    first = passage.token_at(start)
    last = passage.token_at(end)
    passive = is_passive(passage, first, last, how)
    left_bound, right_bound = _left_bound(passage, first, says), _right_bound(passage, last, says)
    subject, pronoun = find_subject(passage, parties, first, says)
    if passive and first and passage.tokens[first - 1].low not in BE and not passage.tokens[first - 1].low.endswith("ly"):
        subject = next(
            (party for party in reversed(parties) if party.end <= start and not passage.between(party.end, start)), subject
        )
    if passive and subject is None and pronoun is None and first <= 1:
        subject = _after_fronted(passage, parties, last)
    following = [party for party in parties if party.start >= end and party.end <= right_bound]
    near = [party for party in following if passage.token_at(party.start) - last <= _PARTY_LIMIT]
    agent = None
    if passive:
        agent = next((party for party in near if party.preposition == "by"), None)
    objects = tuple(party for party in near if party is not agent)
    return Roles(subject, objects[:4], agent, passive, pronoun, left_bound, right_bound)


def _after_fronted(passage: Passage, parties: list[Party], last: int) -> Party | None:
    """The subject of a participle the sentence opens with: "Hit by two missiles, the hotel burned"."""
    comma = next((token for token in passage.tokens[last : last + 14] if token.low == ","), None)
    if comma is None:
        return None
    return next((p for p in parties if p.start > comma.start and p.preposition is None and p.start - comma.end <= 6), None)


def is_passive(passage: Passage, first: int, last: int, how: str) -> bool:
    """Whether the verb at token `first` stands in the passive: a participle after a form of "be", or before "by"."""
    if not how.endswith((".ed", ".pp", ".base")):
        return False
    following = passage.tokens[last].low if last < len(passage.tokens) else ""
    position = first - 1
    while position >= 0 and (passage.tokens[position].low in ADVERBS or passage.tokens[position].low.endswith("ly")):
        position -= 1
    before = passage.tokens[position].low if position >= 0 else ""
    if before in BE:
        return True
    if how.endswith(".base") and before not in BE:
        return following == "by"
    if before in HAVE:
        return False
    return following == "by"


def find_subject(passage: Passage, parties: list[Party], first: int, says: frozenset[int]) -> tuple[Party | None, Token | None]:
    """The subject of the verb at token `first`: the first free noun phrase of its clause, or its pronoun."""
    tokens = passage.tokens
    first = _before_aside(passage, first)
    segment_end = first
    position = first - 1
    while position >= -1:
        token = tokens[position] if position >= 0 else None
        hard = (
            token is None
            or (
                token.low in _HARD
                and not _dates(passage, token)
                and not _opens_participle(passage, position, first)
                and not _is_scare_quote(passage, position)
            )
            or (token.start in says and tokens[position + 1].low != "to")
        )
        if not hard and token is not None and _opens_apposition(passage, parties, position, segment_end, first):
            segment_end = position
            position -= 1
            continue
        if token is not None and token.low in {"(", ")"} and any(party.start <= token.start < party.end for party in parties):
            position -= 1
            continue  # the brackets of a name's own acronym
        if hard or (token is not None and (token.low in _SOFT or token.low in _RELATIVES)):
            party, pronoun = _free_party(passage, parties, position + 1, segment_end)
            if party is not None or pronoun is not None:
                return party, pronoun
            if token is not None and token.low in _RELATIVES and segment_end - position - 1 <= 4:
                before = [candidate for candidate in parties if candidate.end <= token.start]
                if (
                    before
                    and len(gap := passage.between(before[-1].end, token.start)) <= 3
                    and not any(t.low == "," for t in gap[:-1])
                ):
                    head = _head_of(before)
                    return (None if head.preposition in _LOCATIVE and head.classes <= {"actor", "place"} else head), None
            if hard:
                return None, None
            segment_end = position
        position -= 1
    return None, None


def _before_aside(passage: Passage, first: int) -> int:
    """The token where a relative clause set off by commas begins, when the verb at `first` follows it: "the army, which …, has sent"."""
    tokens = passage.tokens
    last = first - 1
    while last > 0 and (tokens[last].low in BE | HAVE | _AUXILIARIES | ADVERBS or tokens[last].low.endswith("ly")):
        last -= 1
    if last < 2 or tokens[last].low != ",":
        return first
    for index in range(last - 1, max(0, last - _ASIDE_TOKENS), -1):
        if tokens[index].low in {";", ":", "“", "”"}:
            return first
        if tokens[index].low in _ASIDES and tokens[index - 1].low == ",":
            return index - 1
    return first


def _is_scare_quote(passage: Passage, position: int) -> bool:
    """Whether a quotation mark only sets off a few words: it has "completely liberated" the town."""
    tokens = passage.tokens
    if tokens[position].low not in _QUOTES:
        return False
    return any(tokens[i].low in _QUOTES for i in range(max(0, position - 5), min(len(tokens), position + 6)) if i != position)


def _opens_participle(passage: Passage, position: int, first: int) -> bool:
    """Whether "after" or "while" only leads in the participle at token `first`, whose subject is the main clause's: "sank after being hit"."""
    tokens = passage.tokens
    if tokens[position].low not in _PARTICIPLE_LEADS or first - position > 3:
        return False
    return tokens[position + 1].low in {"being", "having"} or (position + 1 == first and tokens[first].low.endswith("ing"))


def _opens_apposition(passage: Passage, parties: list[Party], position: int, segment_end: int, first: int) -> bool:
    """Whether the comma at `position` begins what only explains the name before it: "Hezbollah, an Iran-backed group, fired"."""
    tokens = passage.tokens
    if tokens[position].low != "," or segment_end >= first or tokens[segment_end].low != "," or segment_end - position < 2:
        return False
    if tokens[position + 1].low not in {"a", "an", "the", "one", "its", "their"}:
        return False
    comma = tokens[position].start
    return any(party.preposition is None and party.actors and 0 <= comma - party.end <= 1 for party in parties)


def _head_of(before: list[Party]) -> Party:
    """The noun phrase a relative clause hangs on: back over "of X" and "from X", but not from what itself flies or fights."""
    index = len(before) - 1
    if before[index].is_any({"munition", "sea_drone", "aircraft", "warship"}):
        return before[index]
    while index > 0 and before[index].preposition in {"of", "from", "in"} and before[index].start - before[index - 1].end < 12:
        index -= 1
    return before[index]


def _free_party(passage: Passage, parties: list[Party], start: int, end: int) -> tuple[Party | None, Token | None]:
    tokens = passage.tokens
    if start >= end:
        return None, None
    low, high = tokens[start].start, tokens[end - 1].end
    pronoun = next((token for token in tokens[start:end] if token.low in _PRONOUNS), None)
    for party in parties:
        if low < party.end <= high and party.preposition is None:
            if (
                (
                    party.mention is not None
                    and (party.mention.possessive or party.mention.adjective)
                    and party.classes <= {"actor", "group"}
                )
                and party.end < high - 1
                and len(passage.between(party.end, high)) > 3
            ):
                continue
            return party, None
    return None, pronoun


def _left_bound(passage: Passage, first: int, says: frozenset[int]) -> int:
    for token in reversed(passage.tokens[:first]):
        if (token.low in _HARD and not _dates(passage, token)) or token.start in says:
            return token.end
    return passage.start


def _dates(passage: Passage, token: Token) -> bool:
    """Whether "since" or "until" only leads in a date, or is an adverb: "has since last autumn downed", "has since sent"."""
    if token.low in {"since", "once", "all"}:
        index = passage.token_at(token.start)
        if index and passage.tokens[index - 1].low in HAVE:
            return True
    return token.low in {"since", "until"} and any(0 < date.start - token.end <= 1 for date in passage.dates)


def _right_bound(passage: Passage, last: int, says: frozenset[int]) -> int:
    """Where the clause after the token `last` ends; before a trailing attribution ("…, the ministry said") at its comma."""
    comma: int | None = None
    for token in passage.tokens[last:]:
        if token.start in says:
            return comma if comma is not None else token.start
        if token.low in _RIGHT_STOPS and not _dates(passage, token):
            return token.start
        if token.low == ",":
            comma = token.start
    return passage.end

"""Speakers named by a heading or at the head of an item: "Poland: The foreign ministry …", or under the heading "France"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage, Reading
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of
from briefing_tui.model import Actor

_MARKS: Final = frozenset(":–—-")
_LEADING: Final = frozenset("the - • * – · #".split())
_OWNED_LATER: Final = frozenset({"definite", "organ", "role", "person"})
"""Kinds of mentions that may leave it to the heading whose they are ("the foreign ministry", "Chancellor Jane Roe")."""
_SHORTEST_NAME: Final = 2
_LONGEST_NAME: Final = 4
_LONGEST_LINE: Final = 14
"""Words of a line in capitals that announces who speaks below."""
_STATE_CODE: Final = 3


def label_of(reading: Reading, passage: Passage) -> Speaker | None:
    """The state or organisation under whose name a sentence stands: at the head of its item, or alone in the heading above."""
    opening = reading.passages_of(passage.sentence.block)[:1]
    at_head = _at_head(opening[0]) if opening else None
    if at_head is not None:
        return at_head
    heading = passage.block.heading
    return None if heading is None else _alone(reading, heading)


def announced_by(reading: Reading, passage: Passage) -> Speaker | None:
    """Whose words a quotation alone is, by the line above it: "POLISH FOREIGN MINISTER JAN ROE:", "OMAN STATE NEWS AGENCY"."""
    block = passage.sentence.block - 1
    if block < 0 or passage.block.kind == "heading":
        return None
    lines = reading.passages_of(block)
    if len(lines) != 1:
        return None
    line = lines[0]
    shouted = line.text.upper() == line.text and len(line.tokens) <= _LONGEST_LINE
    if not shouted and not line.text.rstrip().endswith(":"):
        return None
    named = next((mention for mention in line.mentions if mention.person is not None and mention.actors), None)
    if named is not None:
        return speaker_of([named])
    person = _shouted_name(line) if shouted else None
    for mention in line.mentions:
        if mention.actors and mention.start == line.start:
            return Speaker(mention.start, mention.end, mention.actors, person)
    for hit in line.of("state", "org"):
        code = hit.entry.key if hit.entry.category == "state" else hit.entry.get("code")
        if shouted and code:
            name = hit.entry.get("label", hit.entry.key) if hit.entry.category == "state" else code.partition(":")[2]
            return Speaker(hit.start, hit.end, (_actor(code, name),), person)
    return None


def _shouted_name(line: Passage) -> str | None:
    """The name behind an office in a line of capitals: "POLISH FOREIGN MINISTER JAN ROE"."""
    offices = line.of("office")
    if not offices:
        return None
    after = line.between(offices[-1].end, line.end)
    name = after[: next((at for at, token in enumerate(after) if not token.low.isalpha()), len(after))]
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or any(token.low in {"of", "in", "on", "said", "for"} for token in name):
        return None
    return line.text[name[0].start - line.start : name[-1].end - line.start]


def under_label(reading: Reading, passage: Passage, speaker: Speaker) -> Speaker:
    """The speaker with the heading's state for people and organs that are not said to be anybody's ("the foreign ministry")."""
    if not speaker.mentions or any(len(actor.code) != _STATE_CODE for actor in speaker.actors):
        return speaker
    if not all(_is_unowned(passage, mention) for mention in speaker.mentions):
        return speaker
    label = label_of(reading, passage)
    if label is None or label.start == speaker.start or _named_here(reading, passage, speaker):
        return speaker
    return replace(speaker, actors=label.actors)


def _is_unowned(passage: Passage, mention: Mention) -> bool:
    """Whether nothing in the words of a mention says whose it is."""
    if mention.kind not in _OWNED_LATER or (mention.person is not None and mention.role is None):
        return False
    if any(actor.via == "publisher" for actor in mention.actors):
        return False
    inside = [hit for hit in passage.hits if mention.start <= hit.start and hit.end <= mention.end]
    return not any(
        hit.entry.category in {"state", "org", "place", "person"} or hit.entry.get("actor") or hit.entry.get("state")
        for hit in inside
    )


def _named_here(reading: Reading, passage: Passage, speaker: Speaker) -> bool:
    """Whether the same paragraph names the speaker's state before, so that the words point back at it rather than at the heading."""
    codes = {actor.code for actor in speaker.actors}
    return any(
        hit.entry.key in codes
        for other in reading.passages_of(passage.sentence.block)
        for hit in other.of("state")
        if hit.end <= speaker.start
    )


def _at_head(passage: Passage) -> Speaker | None:
    """The state or organisation that opens a sentence before a colon or a dash."""
    tokens = passage.tokens
    first = 1 if tokens and tokens[0].low in _LEADING else 0
    if first >= len(tokens):
        return None
    start = tokens[first].start
    for mention in passage.mentions:
        if mention.start == start and mention.kind == "name" and mention.person is None and mention.actors:
            after = passage.token_at(mention.end)
            if after < len(tokens) and tokens[after].low in _MARKS and tokens[after].end < passage.end:
                spaced = tokens[after].low == ":" or passage.text[tokens[after].end - passage.start].isspace()
                return speaker_of([mention]) if spaced and not mention.possessive else None
    for hit in passage.of("state"):  # "GERMANY — …": capitals hide a name from the reader of names
        after = passage.token_at(hit.end)
        if hit.start == start and after < len(tokens) and tokens[after].low in {":", "–", "—"}:
            return Speaker(hit.start, hit.end, (_actor(hit.entry.key, hit.entry.get("label", hit.entry.key)),))
    return None


def _alone(reading: Reading, block: int) -> Speaker | None:
    """The state or organisation that is all a heading says."""
    for passage in reading.passages_of(block):
        words = [token for token in passage.tokens if token.low not in _LEADING and token.low not in {":", "."}]
        if not words:
            return None
        for hit in passage.of("state", "org"):
            if hit.start <= words[0].start and hit.end >= words[-1].end:
                code = hit.entry.key if hit.entry.category == "state" else hit.entry.get("code")
                if code:
                    name = hit.entry.get("label", hit.entry.key) if hit.entry.category == "state" else code.partition(":")[2]
                    return Speaker(hit.start, hit.end, (_actor(code, name),))
        for mention in passage.mentions:
            if mention.start <= words[0].start and mention.end >= words[-1].end and mention.actors and mention.person is None:
                return Speaker(mention.start, mention.end, mention.actors)
        return None
    return None


def _actor(code: str, name: str) -> Actor:
    return Actor(code=code, name=name, via="list_heading")

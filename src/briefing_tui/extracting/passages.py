"""A document under reading: its sentences with tokens, lexicon hits, values and mentions side by side.

Stages add to a `Reading` in the order of DESIGN §4 and never look ahead; rules are functions over a `Passage`.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing_tui.extracting.scan import Hit, Scanner
from briefing_tui.model import Actor, Block, DateValue, Document, Evidence, Money, Quantity, Sentence
from briefing_tui.model.values import CONTEXT_CHARS
from briefing_tui.model.vocabulary import EvidenceRole, RecordKind

if TYPE_CHECKING:
    from briefing_tui.extracting.relevance import Relevance

_ID_LETTERS: Final[dict[RecordKind, str]] = {
    "aid_package": "p",
    "aid_item": "i",
    "reaction": "r",
    "escalation_event": "e",
    "assessment": "a",
}
_START: Final = attrgetter("start")
_TOKEN: Final = re.compile(r"[^\W_]+(?:[’'\-‑][^\W_]+)*|[^\w\s]|_")
_TOKEN_OR_INITIALS: Final = re.compile(
    r"[^\W_]+(?:[’'.\-‑/&][^\W_]+)*\.?(?<=[A-Z]\.[A-Z]\.)|[^\W_]+(?:[’'\-‑][^\W_]+)*|[^\w\s]|_"
)
"""The same, with "U.S." and "pro-U.S." as one token; far slower, so used only where there are such initials."""
_INITIALS: Final = re.compile(r"[A-Z]\.[A-Z]\.")


class Token(NamedTuple):
    """A word, number or mark: `text[start:end]`; `low` is it in lower case with a straight apostrophe.

    There are millions of these in a run, and a named tuple is made three times as fast as a frozen dataclass.
    """

    start: int
    end: int
    low: str
    capital: bool
    """Whether it begins with a capital letter."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name one or several actors: `text[start:end]`.

    `person` and `role` are set when a human being is named or meant ("Norwegian Foreign Minister Espen Barth Eide" is
    the actor NOR, the person "Espen Barth Eide", the role "Foreign Minister"). `possessive` marks "Russia's".
    """

    start: int
    end: int
    actors: tuple[Actor, ...]
    person: str | None = None
    role: str | None = None
    possessive: bool = False
    adjective: bool = False
    """Whether it is a bare demonym that modifies a noun ("Russian" in "Russian airstrikes")."""
    kind: str = "name"
    """What the words are: "name", "person", "role" (a person by office alone), "organ", "people", "collective", "medium", "pronoun"
    or "definite" ("the ministry"); the last two take their actors from an earlier mention."""


@dataclass(slots=True)
class Passage:
    """One sentence and all that was read in it. Every list is in text order; every offset counts from the document's start."""

    index: int
    sentence: Sentence
    block: Block
    text: str
    hits: list[Hit]
    source: str = field(repr=False)
    """The whole document's text, of which this is a part."""
    money: list[Money] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[DateValue] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    _categories: frozenset[str] = field(init=False, repr=False, compare=False)
    _tokens: list[Token] | None = field(init=False, repr=False, compare=False, default=None)
    _starts: list[int] | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        self._categories = frozenset(hit.entry.category for hit in self.hits)

    @property
    def tokens(self) -> list[Token]:
        """Its words, numbers and marks; most sentences of a text on another subject are never asked for them."""
        if self._tokens is None:
            self._tokens = _tokens(self.source, self.sentence.start, self.sentence.end)
        return self._tokens

    @property
    def start(self) -> int:
        """Offset of the sentence's first code point."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Offset after its last."""
        return self.sentence.end

    def of(self, *categories: str) -> list[Hit]:
        """The hits of these lexicon categories, the longest at each place; a hit inside a longer one of them is left out."""
        found: list[Hit] = []
        if self._categories.isdisjoint(categories):
            return found
        reach = -1
        for hit in self.hits:
            if hit.entry.category in categories:
                if hit.end <= reach and (not found or (hit.start, hit.end) != (found[-1].start, found[-1].end)):
                    continue
                found.append(hit)
                reach = max(reach, hit.end)
        return found

    def has(self, *categories: str) -> bool:
        """Whether any hit is of these categories."""
        return not self._categories.isdisjoint(categories)

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        if self._starts is None:
            self._starts = [token.start for token in self.tokens]
        return bisect_left(self._starts, offset)

    def distance(self, start: int, end: int) -> int:
        """How many tokens lie within `start` and `end`, however far apart these are."""
        first, beyond = self.token_at(start), self.token_at(end)
        return max(0, beyond - first - (beyond > first and self.tokens[beyond - 1].end > end))

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that lie within `start` and `end`."""
        first = self.token_at(start)
        return [token for token in self.tokens[first : self.token_at(end)] if token.end <= end]


@dataclass(slots=True)
class Reading:
    """One document with its passages, and what is known of its author."""

    document: Document
    passages: list[Passage]
    publisher: Actor | None = None
    """Who "I", "we" and "the Administration" are, when the publisher is itself an actor (a ministry, a senator)."""
    publisher_person: str | None = None
    publishers: tuple[Actor, ...] = ()
    """All whom "we" means: the publisher alone, or every party of a joint statement."""
    title_hits: list[Hit] = field(default_factory=list)
    """The lexicon's words in the document's title, with offsets into the title."""
    publisher_hits: list[Hit] = field(default_factory=list)
    """The lexicon's words in the publisher's name, with offsets into the name."""
    relevance: Relevance | None = None
    """How much the text is about the subject, once `weigh` was asked."""
    _by_block: dict[int, list[Passage]] = field(init=False, repr=False, compare=False)
    _passage_starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_block = {}
        self._passage_starts = [passage.start for passage in self.passages]
        for passage in self.passages:
            self._by_block.setdefault(passage.sentence.block, []).append(passage)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def passages_of(self, block: int) -> list[Passage]:
        """The passages of the block with this index."""
        return self._by_block.get(block, [])

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that the character at `offset` stands in; None between sentences and in boilerplate."""
        place = bisect_right(self._passage_starts, offset) - 1
        return self.passages[place] if place >= 0 and offset < self.passages[place].end else None

    def hits_within(self, start: int, end: int, *categories: str) -> list[Hit]:
        """The hits of these categories inside the words `start`–`end` of one sentence (see `Passage.of`)."""
        passage = self.passage_at(start)
        return [] if passage is None else [hit for hit in passage.of(*categories) if start <= hit.start and hit.end <= end]

    def heading_of(self, passage: Passage) -> str | None:
        """The text of the heading this passage stands under, if any."""
        heading = passage.block.heading
        return None if heading is None else self.text[self.document.blocks[heading].start : self.document.blocks[heading].end]

    def introduction_of(self, passage: Passage) -> list[Passage]:
        """The passages of the block that introduces the list this passage is an item of; empty outside lists."""
        return [] if passage.block.introduction is None else self.passages_of(passage.block.introduction)

    def evidence(self, role: EvidenceRole, start: int, end: int, rule: str) -> Evidence:
        """The evidence `text[start:end]` in this role, with its context."""
        text = self.text
        return Evidence(
            role=role,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT_CHARS) : start],
            suffix=text[end : end + CONTEXT_CHARS],
            rule=rule,
        )

    def record_id(self, kind: RecordKind, triggers: Iterable[tuple[int, int]]) -> str:
        """A record's stable id: a letter for the kind and a hash of kind, document and trigger offsets."""
        place = ",".join(f"{start}-{end}" for start, end in triggers)
        digest = hashlib.sha256(f"{kind}|{self.document.content_id}|{place}".encode()).hexdigest()
        return f"{_ID_LETTERS[kind]}:{digest[:12]}"


def open_reading(document: Document, scanner: Scanner) -> Reading:
    """Scan the document once and lay the hits beside its sentences. Headings are passages too; boilerplate is not read."""
    text = document.text
    hits = scanner.scan(text)
    passages: list[Passage] = []
    position = 0
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind == "boilerplate":
            continue
        position = bisect_left(hits, sentence.start, position, key=_START)
        beyond = bisect_left(hits, sentence.end, position, key=_START)
        passages.append(
            Passage(
                index=len(passages),
                sentence=sentence,
                block=block,
                text=text[sentence.start : sentence.end],
                hits=[hit for hit in hits[position:beyond] if hit.end <= sentence.end],
                source=text,
            )
        )
    return Reading(
        document=document,
        passages=passages,
        title_hits=scanner.scan(document.title) if document.title else [],
        publisher_hits=scanner.scan(document.publisher) if document.publisher else [],
    )


def _tokens(text: str, start: int, end: int) -> list[Token]:
    pattern = _TOKEN_OR_INITIALS if _INITIALS.search(text, start, end) else _TOKEN
    low = text[start:end].lower().replace("’", "'")
    if len(low) == end - start:
        new = tuple.__new__  # a third faster than calling the class, and every word of every text passes here
        return [
            new(Token, (first, last, low[first - start : last - start], text[first].isupper()))
            for first, last in [match.span() for match in pattern.finditer(text, start, end)]
        ]
    return [  # a letter whose lower case is two characters
        Token(match.start(), match.end(), match[0].lower().replace("’", "'"), match[0][0].isupper())
        for match in pattern.finditer(text, start, end)
    ]

"""What the rules for reactions share while they read one document: quotations, relevance, clauses, and the ends of clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from briefing_tui.extracting.passages import Passage, Reading, Token
from briefing_tui.extracting.reactions.clause_words import AUXILIARIES
from briefing_tui.extracting.reactions.quotes import Quote, Quotes
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.relevance import Relevance
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

_HARD_STOPS: Final = frozenset({";", "—", "…", "•"})
_SOFT_OPENERS: Final = frozenset(
    "while whereas though although but who which where after before when as since because if unless".split()
)
_RELATIVES: Final = frozenset("which who whose where".split())
_SPEECH: Final = frozenset({"say", "stance", "label", "light", "act"})
_SETTING: Final = 7
"""Words of place or occasion that may stand before a verb joined by "and"."""
_ABBREVIATED: Final = compile_later(r"\b(?:(?:[A-Z]\.)+|Mr\.|Mrs\.|Dr\.|Gen\.|Sen\.|Rep\.|Gov\.|Lt\.|Col\.|St\.|Jr\.)$")
_INSERTED: Final = 16
"""Words a relative clause between commas may be long."""
_CLOSING: Final = frozenset({"”", '"', "»", "’", "'"})


@dataclass(slots=True)
class Hearing:
    """One document as the rules for reactions see it. Rules add to `used` the quotations they have accounted for."""

    reading: Reading
    quotes: Quotes
    relevance: Relevance
    used: set[int] = field(default_factory=set)
    """Starts of quotations that already belong to a position."""
    _clauses: dict[int, Clauses] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.text

    def clauses(self, passage: Passage) -> Clauses:
        """The passage's clauses, prepared once."""
        made = self._clauses.get(passage.index)
        if made is None:
            made = self._clauses[passage.index] = Clauses(passage)
        return made

    def quoted(self, start: int, end: int) -> bool:
        """Whether `start`–`end` is inside a quotation."""
        return self.quotes.inside(start, end)

    def clause_end(self, passage: Passage, verb: Hit) -> int:
        """Where the clause that the verb begins ends: at a strong mark, a new clause, or the sentence's end.

        Quotations are stepped over whole, so that a comma inside one ends nothing.
        """
        tokens = passage.tokens
        at = passage.token_at(verb.end)
        end = verb.end
        count = 0
        while at < len(tokens):
            token = tokens[at]
            quote = self.quotes.at(token.end) if token.low in {"“", '"', "«", "‘", "'", "„"} else None
            if quote is not None and quote.start == token.start:
                if count and self._quote_is_next_sentence(passage, quote):
                    break
                end = min(quote.end, passage.end)
                at = passage.token_at(end)
                count += 1
                if self.text[quote.inner_end - 1] == "," and self._new_clause(passage, at):
                    break
                continue
            if token.low in _HARD_STOPS or (token.low == ":" and not self._opens_quote(passage, at + 1)):
                break
            if token.low in {",", "–", "-"} and self._new_clause(passage, at + 1):
                beyond = self._after_relative(passage, at + 1)
                if beyond is None:
                    break
                at = beyond
                continue
            if token.low in {"and", "but"} and (self._verb_next(passage, at + 1) or self._verb_elsewhere(passage, at + 1)):
                break
            if token.low in _SOFT_OPENERS and count > 2 and token.low in {"while", "whereas", "though", "although", "but"}:
                break
            end = token.end
            count += 1
            at += 1
        return max(end, verb.end)

    def _after_relative(self, passage: Passage, at: int) -> int | None:
        """Where the clause goes on after a relative clause between commas that opens at token `at`; None where it does not.

        "said the raid, which killed nine, was a crime"
        """
        tokens = passage.tokens
        if tokens[at].low not in _RELATIVES:
            return None
        for place in range(at + 2, min(at + _INSERTED, len(tokens) - 1)):
            if tokens[place].low in {";", ":", "“", '"', "”"}:
                return None
            if tokens[place].low == ",":
                return place + 1 if tokens[place + 1].low in AUXILIARIES else None
        return None

    def _opens_quote(self, passage: Passage, at: int) -> bool:
        return at < len(passage.tokens) and passage.tokens[at].low in {"“", '"', "«", "‘", "„"}

    def _quote_is_next_sentence(self, passage: Passage, quote: Quote) -> bool:
        before = self.text[passage.start : quote.start].rstrip()
        return before.endswith((".", "?", "!")) and _ABBREVIATED.search(before) is None

    def _new_clause(self, passage: Passage, at: int) -> bool:
        """Whether the words after a comma begin another clause: a connective, or a subject with its verb of speech."""
        if at >= len(passage.tokens):
            return False
        token = passage.tokens[at]
        if token.low in _SOFT_OPENERS or token.low in {"and", "or"}:
            nxt = passage.tokens[at + 1] if at + 1 < len(passage.tokens) else None
            return token.low in _SOFT_OPENERS or (nxt is not None and self._verb_next(passage, at + 1))
        if self._speech_at(passage, token):
            return True
        clauses = self.clauses(passage)
        mention = clauses.noun(at)
        return mention is not None and self._verb_next(passage, clauses.last(mention) + 1)

    def _verb_next(self, passage: Passage, at: int) -> bool:
        """Whether a verb of speech, stance or action stands at token `at`, adverbs, auxiliaries and a subject skipped."""
        clauses = self.clauses(passage)
        steps = 0
        while at < len(passage.tokens) and steps < 3 and clauses.transparent(at):
            at += 1
            steps += 1
        mention = clauses.noun(at) if at < len(passage.tokens) else None
        if mention is not None:
            at = clauses.last(mention) + 1
            steps = 0
            while at < len(passage.tokens) and steps < 3 and clauses.transparent(at):
                at += 1
                steps += 1
        return at < len(passage.tokens) and self._speech_at(passage, passage.tokens[at])

    def _verb_elsewhere(self, passage: Passage, at: int) -> bool:
        """Whether a verb of speech follows words of place or occasion: "and in Tokyo called"."""
        if at >= len(passage.tokens) or passage.tokens[at].low not in {"in", "at", "on", "during", "after"}:
            return False
        for token in passage.tokens[at + 1 : at + _SETTING]:
            if token.low in {",", ";", "and", "“", '"'}:
                return False
            if any(
                hit.start == token.start and hit.entry.category in _SPEECH and hit.how.endswith((".ed", ".past", ".s"))
                for hit in passage.hits
            ):
                return True
        return False

    def _speech_at(self, passage: Passage, token: Token) -> bool:
        return any(hit.start == token.start and hit.entry.category in _SPEECH and "." in hit.how for hit in passage.hits)


def tense_of(hit: Hit) -> str:
    """The tense a verb's form stands in ("base", "s", "ing", "ed", "past", "pp"), or "name" for set phrases."""
    return hit.how.rpartition(".")[2] if "." in hit.how else "name"


def adjacent(clauses: Clauses, speaker: Speaker, verb: int) -> bool:
    """Whether only auxiliaries, adverbs and dates stand between a speaker and the verb at token `verb`."""
    at = verb - 1
    while at >= 0 and clauses.transparent(at):
        at -= 1
    return at >= 0 and clauses.tokens[at].end <= speaker.end and clauses.tokens[at].start >= speaker.start

"""A sentence word by word, as the rules for subjects walk through it."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.clause_words import ADVERBS, AUXILIARIES, NEGATIONS, NOT_ADVERBS, PASSIVE

_VERBAL: Final = frozenset({"say", "stance", "label", "light", "act"})


class ClauseWords:
    """A passage word by word: which mention or date a word belongs to, and what auxiliaries stand by a verb."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.tokens
        self.mention_at: list[Mention | None] = [None] * len(self.tokens)
        for mention in passage.mentions:
            place = passage.token_at(mention.start)
            while place < len(self.tokens) and self.tokens[place].start < mention.end:
                held = self.mention_at[place]
                if held is None or (held.end - held.start) < (mention.end - mention.start):
                    self.mention_at[place] = mention
                place += 1
        self._verbs = {
            hit.start for hit in passage.hits if hit.entry.category in _VERBAL and hit.how.endswith((".s", ".ed", ".past"))
        }
        self.dated = [False] * len(self.tokens)
        for date in passage.dates:
            place = passage.token_at(date.start)
            while place < len(self.tokens) and self.tokens[place].start < date.end:
                self.dated[place] = True
                place += 1

    def index(self, offset: int) -> int:
        """Index of the token at or after `offset`."""
        return self.passage.token_at(offset)

    def low(self, index: int) -> str:
        """The lower-case word at `index`, empty outside the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def noun(self, index: int) -> Mention | None:
        """The mention a token belongs to when it can be a subject or object: neither possessive nor a modifying adjective."""
        mention = self.mention_at[index] if 0 <= index < len(self.tokens) else None
        if mention is None or mention.possessive or (mention.adjective and not self._before_verb(mention)):
            return None
        return mention if mention.actors or mention.person else None

    def _before_verb(self, mention: Mention) -> bool:
        """Whether a verb follows what was taken for an adjective ("the EU urges")."""
        after = self.last(mention) + 1
        while after < len(self.tokens) and self.low(after) in ADVERBS:
            after += 1
        return after < len(self.tokens) and (self.tokens[after].start in self._verbs or self.low(after) in AUXILIARIES)

    def first(self, mention: Mention) -> int:
        """Index of a mention's first token."""
        return self.index(mention.start)

    def last(self, mention: Mention) -> int:
        """Index of a mention's last token."""
        place = self.index(mention.start)
        while place + 1 < len(self.tokens) and self.tokens[place + 1].start < mention.end:
            place += 1
        return place

    def transparent(self, index: int) -> bool:
        """Whether the token may stand between a subject and its verb: an auxiliary, an adverb or part of a date."""
        token = self.tokens[index]
        if self.dated[index]:
            return True
        low = token.low
        return low in AUXILIARIES or low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS)

    def negated(self, verb: int) -> bool:
        """Whether the verb at token `verb` is negated ("did not", "never", "nor did")."""
        at = verb - 1
        while at >= 0 and verb - at <= 6 and (self.transparent(at) or self.low(at) in NEGATIONS or self.low(at) in {"to", "t"}):
            if self.low(at) in NEGATIONS:
                return True
            at -= 1
        return self.low(at) in NEGATIONS

    def auxiliary(self, verb: int) -> str:
        """The auxiliary or modal nearest to the left of the verb, empty when there is none before the subject."""
        at = verb - 1
        while at >= 0 and verb - at <= 6:
            if self.low(at) in AUXILIARIES:
                return self.low(at)
            if not (self.transparent(at) or self.low(at) in NEGATIONS):
                return ""
            at -= 1
        return ""

    def is_passive(self, verb: int) -> bool:
        """Whether the past participle at token `verb` is passive: a form of "be" stands before it."""
        return self.auxiliary(verb) in PASSIVE

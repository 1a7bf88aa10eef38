"""The words of a saying, with what a modal verb governs in them, and whose deed it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing_tui.extracting.reactions import deeds

if TYPE_CHECKING:
    from briefing_tui.extracting.passages import Passage, Token
    from briefing_tui.model.vocabulary import Stance

NOT: Final = frozenset("not never neither nor hardly scarcely".split())
SKIPPED: Final = frozenset(
    "also now soon then just simply even still only ever again all both therefore thus clearly first always have".split()
)
_BOUNDARIES: Final = frozenset(
    ', ; : . ? ! — – ( ) “ ” " that and but or if because which who while when unless until as so than whether though although'.split()
)
_JOINTS: Final = frozenset({"and", "but", "or", ","})
_FIRST_PERSON: Final = frozenset("we i our us my ourselves we're we've i'm i've we'd i'd we'll i'll ours".split())
_THEMSELVES: Final = frozenset("it he she they its his her their".split())
"""Pronouns that mean the speaker in words handed on without quotation marks."""
_OPENING_MARKS: Final = frozenset("“ \" ‘ '".split())
_SUBJECT_REACH: Final = 9
TO: Final = "to"


class Illocution(NamedTuple):
    """The stance an act of speech takes, its weight as in the lexicon's opinions, and the words that do it (offsets)."""

    stance: Stance
    weight: float
    start: int
    end: int


class Voice(NamedTuple):
    """Who speaks: the codes of the actors; whether the words are handed on ("said it would") rather than quoted; whether a listener is told."""

    codes: frozenset[str] = frozenset()
    indirect: bool = False
    telling: bool = False
    """Whether the verb of speech is "tell", after which "to" opens an order ("told Paris to mind its own business")."""

    @property
    def official(self) -> bool:
        """Whether a state or an organisation speaks, which has a conduct to answer for."""
        return bool(self.codes) and not any(code.startswith("group:") for code in self.codes)


class Wording:
    """A saying under reading: the tokens of its passage up to its end; it begins at token `first`."""

    def __init__(self, passage: Passage, lows: list[str], first: int, voice: Voice) -> None:
        self.passage = passage
        self.tokens: list[Token] = passage.tokens
        self.lows = lows
        self.first = first
        self.voice = voice

    def verb_after(self, at: int) -> tuple[bool, int]:
        """Whether a negation follows, and where the verb stands."""
        negated = False
        while at < len(self.lows):
            low = self.lows[at]
            if low in NOT or (low == "no" and self.low(at + 1) == "longer"):
                negated = True
                at += 2 if low == "no" else 1
                continue
            if (
                low in SKIPPED
                or low == TO
                or (low.endswith("ly") and len(low) > 4 and low not in {"rely", "apply", "supply", "reply", "ally", "rally"})
            ):
                at += 1
                continue
            break
        return negated, at

    def prolonged(self, verb: int) -> int:
        """The verb that "continue", "keep", "go on" or "carry on" prolongs."""
        at = verb + 1
        while self.low(at) in {"on", "to", "with", "our", "their", "its", "the"}:
            at += 1
        return at if at < len(self.lows) else verb

    def subject_words(self, at: int) -> list[str]:
        """The words before a modal, back to where its clause begins."""
        begin = at
        while begin > 0 and at - begin < _SUBJECT_REACH:
            if begin == self.first and begin < at:
                break
            if self.lows[begin - 1] in _BOUNDARIES and not (begin == self.first and self.lows[begin - 1] in _OPENING_MARKS):
                break  # the subject of “will burn” stands before the mark
            begin -= 1
        return self.lows[begin:at]

    def is_own(self, at: int) -> bool:
        """Whether the clause before token `at` has the speaker for its subject, or goes on from one that has."""
        if at >= len(self.lows):  # the second half of a hyphenated word that ends the sentence
            return False
        if self.lows[at].endswith("'ll") and self.lows[at] in _FIRST_PERSON:
            return True
        words = self.subject_words(at)
        begin = at - len(words)
        while not words or set(words) <= SKIPPED | NOT:
            if begin < 1 or self.lows[begin - 1] not in _JOINTS:
                break
            words = self.subject_words(begin - 1)
            begin = begin - 1 - len(words)
        if _FIRST_PERSON.intersection(words):
            return True
        if self.voice.indirect and (
            _THEMSELVES.intersection(words[:2]) or (self.voice.official and deeds.FORCES.intersection(words[-2:]))
        ):
            return True
        if not self.voice.codes:
            return False
        first, last = self.tokens[begin].start, self.tokens[at].start
        return any(
            first <= mention.start < last
            and self.voice.codes.issuperset(actor.code for actor in mention.actors)
            and bool(mention.actors)
            for mention in self.passage.mentions
        )

    def low(self, at: int) -> str:
        """The lower-case word at token `at`, empty outside the saying."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def made(self, stance: Stance, weight: float, first: int, last: int) -> list[Illocution]:
        """The one act of speech that the tokens `first` to `last` do."""
        last = min(last, len(self.tokens) - 1)
        return [Illocution(stance, weight, self.tokens[first].start, self.tokens[max(first, last)].end)]

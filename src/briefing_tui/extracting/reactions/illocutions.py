"""What is done by saying something: demanding, threatening, promising, refusing, answering for one's conduct.

Read from mood, modal and the class of the verb it governs, with whose deed it is: "they must leave" asks, "we will hit back"
threatens, "we will keep helping" promises, "we will not sign" refuses, "we did not fire" answers a charge. Coloured words are
the lexicon's; these are its grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing_tui.extracting.reactions import deeds

if TYPE_CHECKING:
    from briefing_tui.extracting.passages import Passage, Token
    from briefing_tui.model.vocabulary import Stance

_OBLIGING: Final = frozenset({"must", "should", "ought", "mustn't", "shouldn't"})
_OBLIGING_TO: Final = frozenset("need needs needed has have had got".split())
"""Verbs that oblige before "to" ("needs to", "has to")."""
_FUTURE: Final = frozenset("will shall won't would wouldn't 'll gonna".split())
_WILLING: Final = frozenset("ready willing prepared offered offers happy offering".split())
_POSSIBLE: Final = frozenset("can could may might cannot can't couldn't".split())
_NEGATED: Final = frozenset(
    "mustn't shouldn't won't wouldn't cannot can't couldn't didn't don't doesn't hasn't haven't hadn't wasn't weren't isn't aren't".split()
)
_NOT: Final = frozenset("not never neither nor hardly scarcely".split())
_SKIPPED: Final = frozenset(
    "also now soon then just simply even still only ever again all both therefore thus clearly first always have".split()
)
_BOUNDARIES: Final = frozenset(
    ', ; : . ? ! — – ( ) “ ” " that and but or if because which who while when unless until as so than whether though although'.split()
)
_JOINTS: Final = frozenset({"and", "but", "or", ","})
_FIRST_PERSON: Final = frozenset("we i our us my ourselves we're we've i'm i've we'd i'd we'll i'll ours".split())
_THEMSELVES: Final = frozenset("it he she they its his her their".split())
"""Pronouns that mean the speaker in words handed on without quotation marks."""
_CONDITIONS: Final = frozenset("if unless".split())
_PAST_AUXILIARIES: Final = frozenset(
    "did didn't has hasn't have haven't had hadn't was wasn't were weren't do don't does doesn't is isn't are aren't".split()
)
_OPENING_MARKS: Final = frozenset("“ \" ‘ '".split())
_COPULA: Final = frozenset("is was are were".split())
_SHORT_PAST: Final = 4
"""Letters that a word in "-ed" has at most without being a past form to reckon with ("need", "shed")."""
_ADDRESS: Final = 7
"""Words after "told" within which "to" opens what is ordered."""
_SUBJECT_REACH: Final = 9
_OBJECT_REACH: Final = 7
_TO: Final = "to"


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


def illocutions(passage: Passage, start: int, end: int, voice: Voice | None = None) -> list[Illocution]:
    """The acts of speech in the words `text[start:end]` of a passage, in text order."""
    tokens = passage.tokens
    first, beyond = passage.token_at(start), passage.token_at(end)
    lows = [token.low for token in tokens[:beyond]]
    reader = _Reader(passage, lows, first, voice or Voice())
    found: list[Illocution] = []
    for at in range(first, beyond):
        low = lows[at]
        if low in _OBLIGING or (low in _OBLIGING_TO and lows[at + 1 : at + 2] == [_TO]):
            found.extend(reader.obliges(at))
        elif low in _FUTURE or low.endswith("'ll"):
            found.extend(reader.foretells(at))
        elif low == "going" and lows[at + 1 : at + 2] == [_TO]:
            found.extend(reader.foretells(at + 1))
        elif low in {"need", "needs", "needed", "better"}:
            found.extend(reader.needs(at))
        elif low in _WILLING and lows[at + 1 : at + 2] == [_TO]:
            found.extend(reader.offers(at))
        elif low in _POSSIBLE:
            found.extend(reader.allows(at))
        elif low in _PAST_AUXILIARIES or low in deeds.CONDUCT_PAST or (low.endswith("ed") and len(low) > _SHORT_PAST):
            found.extend(reader.answers(at))
    found.extend(reader.bids())
    found.extend(reader.orders())
    return found


class _Reader:
    """The words under reading, asked modal by modal."""

    def __init__(self, passage: Passage, lows: list[str], first: int, voice: Voice) -> None:
        self.passage = passage
        self.tokens: list[Token] = passage.tokens
        self.lows = lows
        self.first = first
        self.voice = voice

    def obliges(self, at: int) -> list[Illocution]:
        """Read "must", "should", "has to": a demand, unless it is a forecast of payment, a ban, or the speaker's own need."""
        low = self.lows[at]
        own = self._own(at)
        negated, verb = self._verb(at + 1)
        negated = negated or low in _NEGATED
        word = self._low(verb)
        rest = self.lows[verb + 1 : verb + 1 + _OBJECT_REACH]
        if (low in _OBLIGING and self._low(at + 1) == "have") or (self._low(at + 2) == "have" and negated and low in _OBLIGING):
            return self._made("oppose", 2, at, verb) if low.startswith("should") and not own else []
        if word in deeds.RECKONING or (word in deeds.BEARING and deeds.RECKONED.intersection(rest)):
            return self._made("warn", 5, at, verb)
        if negated:
            return self._forbids(at, verb, own=own)
        if low == "should" and (at == 0 or self._low(at - 1) in {",", ";"} or "if" in self.lows[max(0, at - 4) : at]):
            return self._made("warn", 2, at, verb)
        if low == "had" and own:
            return self._made("defend", 3, at, verb)
        if own and word in deeds.FIGHTING:
            return self._made("warn", 3, at, verb)
        if low in {"have", "has", "had"} and deeds.AFFLICTED.intersection(self._subject(at)):
            return self._made("concern", 3, at, verb)
        return self._made("urge", 4, at, verb)

    def _forbids(self, at: int, verb: int, *, own: bool) -> list[Illocution]:
        word = self._low(verb)
        after = self.lows[verb + 1 : verb + 3]
        if word == "be" and deeds.UNBEARABLE.intersection(after):
            return self._made("oppose", 4, at, verb)
        if word == "go" and {"unanswered", "unpunished"}.intersection(after):
            return self._made("warn", 5, at, verb)
        if own and word in deeds.SUFFERANCE:
            return self._made("oppose", 3, at, verb)
        if not own and self.lows[at].startswith("should") and word != "be":
            return self._made("oppose", 4, at, verb)
        return self._made("urge", 4, at, verb)

    def foretells(self, at: int) -> list[Illocution]:
        """Read "will" and "would": a promise, a threat, a refusal or a warning, by the verb and by whose deed it is."""
        low = self.lows[at]
        negated, verb = self._verb(at + 1)
        negated = negated or low in _NEGATED
        word = self._low(verb)
        prolonged = word in {"continue", "keep", "carry"} or (word == "go" and self._low(verb + 1) == "on")
        if prolonged:
            verb = self._continued(verb)
            word = deeds.base_of(self._low(verb))
        rest = self.lows[verb + 1 : verb + 1 + _OBJECT_REACH]
        told: tuple[Stance, float] | None
        if self._own(at):
            usual: tuple[Stance, float] | None = ("support", 2) if prolonged else None
            told = self._refused(word, rest) if negated else self._promised(word, rest) or usual
        else:
            told = self._doubted(word, rest) if negated else self._foreboded(word, rest)
        if told is None:
            return []
        stance, weight = told
        if stance == "warn" and _CONDITIONS.intersection(self.lows[self.first :]):
            weight += 1
        return self._made(stance, weight, at, verb)

    def _refused(self, word: str, rest: list[str]) -> tuple[Stance, float] | None:
        if word in deeds.SILENCE:
            return "neutral", 4
        if (
            word in deeds.DESERTION
            or (word == "let" and "down" in rest)
            or (word == "turn" and {"back", "backs"}.intersection(rest))
        ):
            return "support", 4
        if word in {"allow", "let", "permit"} and {"territory", "soil", "airspace", "land", "bases"}.intersection(rest):
            return "defend", 4
        if word in deeds.SUFFERANCE:
            return "warn", 4
        if word in deeds.CONDUCT:
            return "defend", 3
        if word in {"be", "back", "give"}:
            if {"party", "part", "involved", "drawn", "dragged"}.intersection(rest):
                return "defend", 3
            return "oppose", 3
        return ("oppose", 3) if word in deeds.CONCESSIONS else ("oppose", 2)

    def _promised(self, word: str, rest: list[str]) -> tuple[Stance, float] | None:
        if word in deeds.DEFENCE:
            return "defend", 2
        if word in deeds.FIGHTING or (word in {"take", "use", "impose"} and deeds.FORCE.intersection(rest)):
            return "warn", 4
        if word in deeds.OBSTRUCTION:
            return "oppose", 3
        if word in deeds.PRESSING:
            return "urge", 3
        if word == "do":
            return ("support", 3) if {"everything", "whatever", "utmost", "part", "all", "best"}.intersection(rest) else None
        if word == "be":
            if {"forced", "compelled", "obliged"}.intersection(rest[:2]):
                return "warn", 3
            return ("support", 3) if {"there", "ready", "able", "with", "by"}.intersection(rest[:2]) else None
        if word in deeds.HELP:
            return "support", 3
        if word in {"stay", "remain", "hold"}:
            return "defend", 2
        return ("neutral", 2) if word in deeds.WAITING else None

    def _doubted(self, word: str, rest: list[str]) -> tuple[Stance, float] | None:
        if word == "go" and {"unanswered", "unpunished", "unnoticed"}.intersection(rest):
            return "warn", 5
        if word == "be" and deeds.LEFT_OPEN.intersection(rest):
            return "warn", 4
        if word in deeds.SUCCESS or (word == "be" and {"enough", "allowed", "able", "accepted"}.intersection(rest[:2])):
            return "oppose", 3
        return None

    def _foreboded(self, word: str, rest: list[str]) -> tuple[Stance, float] | None:
        if word in deeds.RECKONING or (word in deeds.BEARING and deeds.RECKONED.intersection(rest)):
            return "warn", 4
        if word == "be" and deeds.PUNISHED.intersection(rest[:3]):
            return "warn", 4
        if word in deeds.HARM or (
            word in {"have", "mean", "be", "become", "bring", "put", "draw"} and deeds.EVILS.intersection(rest)
        ):
            return "warn", 3
        if word in deeds.BENEFIT:
            return "support", 2
        return ("warn", 2) if _CONDITIONS.intersection(self.lows[self.first :]) or word == "follow" else None

    def allows(self, at: int) -> list[Illocution]:
        """Read "could", "may", "cannot": what might come, or what nobody can bear."""
        low = self.lows[at]
        negated, verb = self._verb(at + 1)
        negated = negated or low in _NEGATED
        word = self._low(verb)
        rest = self.lows[verb + 1 : verb + 1 + _OBJECT_REACH]
        if negated and low.startswith("can"):
            if word == "wait":
                return self._made("urge", 4, at, verb)
            if word in deeds.SUFFERANCE and {"idle", "idly", "silent", "by", "aside"}.intersection(rest):
                return self._made("warn", 5, at, verb)
            if word in deeds.CONCESSIONS or word in deeds.SUFFERANCE:
                return self._made("oppose", 3, at, verb)
            return []
        if negated:
            return []
        if (
            word == "be"
            and {"solved", "resolved", "settled", "ended", "achieved"}.intersection(rest[:3])
            and "only" in self.lows[at : verb + 4]
        ):
            return self._made("urge", 4, at, verb)
        if not self._own(at) and (
            word in deeds.HARM or (word in {"have", "mean", "become", "bring", "put", "draw"} and deeds.EVILS.intersection(rest))
        ):
            return self._made("warn", 3, at, verb)
        return []

    def answers(self, at: int) -> list[Illocution]:
        """Read "we did not fire", "its pilots struck a depot": the speaker's own conduct, told or denied."""
        low = self.lows[at]
        if low in _COPULA and self._low(at + 1) == "no" and not self._own(at):
            return self._made("oppose", 2, at, at + 2)  # "an armistice on paper is no peace"
        if not self._own(at):
            return []
        if low in {"are", "is", "'re"} and deeds.INQUIRY.intersection(self.lows[at + 1 : at + 3]):
            return self._made("neutral", 4, at, at + 2)
        if low not in _PAST_AUXILIARIES:
            before = self._low(at - 1)
            if before in _PAST_AUXILIARIES and before not in {"has", "have", "had", "did"}:
                return []  # "we were attacked"
            if low in deeds.CONDUCT_PAST:
                return self._made("defend", 3, at, at)
            return self._made("defend", 1, at, at) if self.voice.official else []
        negated, verb = self._verb(at + 1)
        word = deeds.base_of(self._low(verb))
        if (negated or low in _NEGATED) and (word in deeds.CONDUCT or deeds.INVOLVED.intersection(self.lows[verb : verb + 2])):
            return self._made("defend", 3, at, verb)
        return []

    def bids(self) -> list[Illocution]:
        """Read imperatives at the head of a sentence: "Stop the shelling", "Do not test us", "Let us talk"."""
        found: list[Illocution] = []
        for at in range(self.first, len(self.lows) - 1):
            low = self.lows[at]
            if at > self.first and self.lows[at - 1] not in {".", "!", "?", "“", '"', ":"}:
                continue
            place = at
            if not self.tokens[at].capital:
                continue  # a scrap of a sentence: “bring the fight to them”
            while self._low(place) in {"please", "just", "so", "and", "now", ",", "but", "then"} and place < at + 3:
                place += 1
            word = self._low(place)
            if word in {"don't", "never"} or (word == "do" and self._low(place + 1) == "not"):
                verb = place + (2 if word == "do" else 1)
                stance: Stance = "warn" if self._low(verb) in deeds.DARING else "urge"
                found.extend(self._made(stance, 4, place, verb))
            elif word in deeds.BIDDING and self._low(place + 1) not in {"is", "was", "has", "will", "are", "of", "'s"}:
                found.extend(self._made("urge", 3, place, place))
            elif low == "no" and self._low(at + 1) == "more":
                found.extend(self._made("urge", 3, at, at + 1))
            if (
                found
                and {"and", "or"}.intersection(self.lows[place:])
                and {"you", "you'll"}.intersection(self.lows[place:])
                and _FUTURE.intersection(self.lows[place:])
            ):
                return self._made("warn", 4, at, place)  # "cross this line and you will …"
        return found

    def offers(self, at: int) -> list[Illocution]:
        """Read "ready to", "willing to", "offered to": help as a rule, but a threat or an obstacle by what one is ready for."""
        if self._low(at - 1) in _NOT or self._low(at - 2) in _NOT or not self._own(at):
            return []
        _, verb = self._verb(at + 2)
        word = self._low(verb)
        stance: Stance = "warn" if word in deeds.FIGHTING else "oppose" if word in deeds.OBSTRUCTION else "support"
        return self._made(stance, 3, at, verb)

    def needs(self, at: int) -> list[Illocution]:
        """Read "we need air defence", "Sudan needs a truce", "they had better hurry"."""
        if self.lows[at] == "better":
            asks = self._low(at - 1) in {"had", "'d", "you'd", "they'd", "he'd"} or (
                self._low(at + 1) in deeds.BIDDING | {"move", "hurry", "be"}
            )
            return self._made("urge", 3, at, at + 1) if asks else []
        if self._low(at + 1) in {_TO, "for", ",", "."} or self._low(at - 1) in {
            "no",
            "the",
            "not",
            "n't",
            "don't",
            "of",
            "in",
            "urgent",
        }:
            return []
        if "ourselves" in self.lows[at + 1 : at + 4]:
            return self._made("oppose", 4, at, at + 2)
        return self._made("urge", 3, at, at + 1) if self.voice.codes and self._own(at) else self._made("urge", 2, at, at + 1)

    def orders(self) -> list[Illocution]:
        """Read what a listener is told "to" do."""
        if not self.voice.telling:
            return []
        for at in range(self.first + 1, min(self.first + _ADDRESS, len(self.lows) - 1)):
            low = self.lows[at]
            if low in {"that", ",", "about", "how"}:
                return []
            if low == _TO:
                return self._made("urge", 4, at, at + 1)
        return []

    # ------------------------------------------------------------------ words around a modal

    def _verb(self, at: int) -> tuple[bool, int]:
        """Whether a negation follows, and where the verb stands."""
        negated = False
        while at < len(self.lows):
            low = self.lows[at]
            if low in _NOT or (low == "no" and self._low(at + 1) == "longer"):
                negated = True
                at += 2 if low == "no" else 1
                continue
            if (
                low in _SKIPPED
                or low == _TO
                or (low.endswith("ly") and len(low) > 4 and low not in {"rely", "apply", "supply", "reply", "ally", "rally"})
            ):
                at += 1
                continue
            break
        return negated, at

    def _continued(self, verb: int) -> int:
        """The verb that "continue", "keep", "go on" or "carry on" prolongs."""
        at = verb + 1
        while self._low(at) in {"on", "to", "with", "our", "their", "its", "the"}:
            at += 1
        return at if at < len(self.lows) else verb

    def _subject(self, at: int) -> list[str]:
        """The words before a modal, back to where its clause begins."""
        begin = at
        while begin > 0 and at - begin < _SUBJECT_REACH:
            if self.lows[begin - 1] in _BOUNDARIES and not (begin == self.first and self.lows[begin - 1] in _OPENING_MARKS):
                break  # the subject of “will burn” stands before the mark
            begin -= 1
        return self.lows[begin:at]

    def _own(self, at: int) -> bool:
        """Whether the clause before token `at` has the speaker for its subject, or goes on from one that has."""
        if self.lows[at].endswith("'ll") and self.lows[at] in _FIRST_PERSON:
            return True
        words = self._subject(at)
        begin = at - len(words)
        while not words or set(words) <= _SKIPPED | _NOT:
            if begin < 1 or self.lows[begin - 1] not in _JOINTS:
                break
            words = self._subject(begin - 1)
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

    def _low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def _made(self, stance: Stance, weight: float, first: int, last: int) -> list[Illocution]:
        last = min(last, len(self.tokens) - 1)
        return [Illocution(stance, weight, self.tokens[first].start, self.tokens[max(first, last)].end)]

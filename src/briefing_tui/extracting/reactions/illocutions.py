"""What is done by saying something: demanding, threatening, promising, refusing, answering for one's conduct.

Read from mood, modal and the class of the verb it governs, with whose deed it is: "they must leave" asks, "we will hit back"
threatens, "we will keep helping" promises, "we will not sign" refuses, "we did not fire" answers a charge. Coloured words are
the lexicon's; these are its grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_tui.extracting.reactions import deeds
from briefing_tui.extracting.reactions.future_deeds import doubted, foreboded, promised, refused
from briefing_tui.extracting.reactions.wordings import NOT, SKIPPED, TO, Illocution, Voice, Wording

if TYPE_CHECKING:
    from briefing_tui.extracting.passages import Passage
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
_CONDITIONS: Final = frozenset("if unless".split())
_PAST_AUXILIARIES: Final = frozenset(
    "did didn't has hasn't have haven't had hadn't was wasn't were weren't do don't does doesn't is isn't are aren't".split()
)
_UNSETTLED: Final = frozenset({"promise", "vow", "ask", "want", "defend", "threat", "insist", "retort"})
"""Kinds of verbs of stance whose side is told by what follows, which is read by itself."""
_PURPOSES: Final = frozenset("put protect end stop restore prevent save secure defend rescue free ensure keep".split())
"""Verbs of the good ends for which one's own deeds were done."""
_DECIDED: Final = frozenset("decision decisions intention move step steps plan refusal withdrawal vote ban".split())
_LEFT_TO: Final = 12
_SETTLING: Final = frozenset("decide settle choose determine say judge resolve agree answer speak".split())
_PRONOUNS: Final = frozenset("we i it they he she we're i'm we've i've".split())
_NEED_NOUN: Final = frozenset("the urgent a no their our its pressing any this your this growing critical real".split())
"""Words before the noun "need"."""
_GROUNDS: Final = frozenset("after because since once until before following".split())
"""Words that give a reason for one's own deed."""
_COPULA: Final = frozenset("is was are were".split())
_SHORT_PAST: Final = 4
"""Letters that a word in "-ed" has at most without being a past form to reckon with ("need", "shed")."""
_NAME: Final = 4
"""Tokens of the name and its comma before an imperative."""
_ADDRESS: Final = 7
"""Words after "told" within which "to" opens what is ordered."""
_OBJECT_REACH: Final = 7


def illocutions(passage: Passage, start: int, end: int, voice: Voice | None = None) -> list[Illocution]:
    """The acts of speech in the words `text[start:end]` of a passage, in text order."""
    tokens = passage.tokens
    first, beyond = passage.token_at(start), passage.token_at(end)
    lows = [token.low for token in tokens[:beyond]]
    reader = _Reader(passage, lows, first, voice or Voice())
    found: list[Illocution] = []
    for at in range(first, beyond):
        low = lows[at]
        if low in _OBLIGING or (
            low in _OBLIGING_TO
            and lows[at + 1 : at + 2] == [TO]
            and lows[at - 1] not in _NEED_NOUN
            and "what" not in lows[max(0, at - 3) : at]
        ):
            found.extend(reader.obliges(at))
        elif low in _FUTURE or low.endswith("'ll"):
            found.extend(reader.foretells(at))
        elif low == "going" and lows[at + 1 : at + 2] == [TO]:
            found.extend(reader.foretells(at + 1))
        elif low in {"need", "needs", "needed", "better"}:
            found.extend(reader.needs(at))
        elif low in _WILLING and lows[at + 1 : at + 2] == [TO]:
            found.extend(reader.offers(at))
        elif low in _POSSIBLE:
            found.extend(reader.allows(at))
        elif low in _PAST_AUXILIARIES or low in deeds.CONDUCT_PAST or (low.endswith("ed") and len(low) > _SHORT_PAST):
            found.extend(reader.answers(at))
        elif low in {"it", "that"}:
            found.extend(reader.leaves_to(at))
        elif low == "no":
            found.extend(reader.disclaims(at))
        if low in NOT:
            found.extend(reader.reassures(at))
    found.extend(reader.bids())
    found.extend(reader.orders())
    found.extend(reader.performs())
    return found


class _Reader(Wording):
    """The words under reading, asked modal by modal."""

    def obliges(self, at: int) -> list[Illocution]:
        """Read "must", "should", "has to": a demand, unless it is a forecast of payment, a ban, or the speaker's own need."""
        low = self.lows[at]
        own = self.is_own(at)
        negated, verb = self.verb_after(at + 1)
        negated = negated or low in _NEGATED
        word = self.low(verb)
        rest = self.lows[verb + 1 : verb + 1 + _OBJECT_REACH]
        if (low in _OBLIGING and self.low(at + 1) == "have") or (self.low(at + 2) == "have" and negated and low in _OBLIGING):
            return self.made("oppose", 2, at, verb) if low.startswith("should") and not own else []
        if word in deeds.RECKONING or (word in deeds.BEARING and deeds.RECKONED.intersection(rest)):
            return self.made("warn", 5, at, verb)
        if negated:
            return self._forbids(at, verb, own=own)
        if low == "should" and (at == 0 or self.low(at - 1) in {",", ";"} or "if" in self.lows[max(0, at - 4) : at]):
            return self.made("warn", 2, at, verb)
        if low == "had" and own:
            return self.made("defend", 3, at, verb)
        if own and word in deeds.FIGHTING:
            return self.made("warn", 3, at, verb)
        if self.low(at - 1) in {"will", "would", "may", "might"}:
            return self.made("warn", 3, at, verb)
        if low in {"have", "has", "had"} and deeds.AFFLICTED.intersection(self.subject_words(at)):
            return self.made("concern", 3, at, verb)
        return self.made("urge", 4, at, verb)

    def _forbids(self, at: int, verb: int, *, own: bool) -> list[Illocution]:
        word = self.low(verb)
        after = self.lows[verb + 1 : verb + 3]
        if word == "be" and deeds.UNBEARABLE.intersection(after):
            return self.made("oppose", 4, at, verb)
        if word == "go" and {"unanswered", "unpunished"}.intersection(after):
            return self.made("warn", 5, at, verb)
        if own and word in deeds.SUFFERANCE:
            return self.made("oppose", 3, at, verb)
        if not own and self.lows[at].startswith("should") and word != "be":
            return self.made("oppose", 4, at, verb)
        return self.made("urge", 4, at, verb)

    def foretells(self, at: int) -> list[Illocution]:
        """Read "will" and "would": a promise, a threat, a refusal or a warning, by the verb and by whose deed it is."""
        low = self.lows[at]
        negated, verb = self.verb_after(at + 1)
        negated = negated or low in _NEGATED
        word = self.low(verb)
        prolonged = word in {"continue", "keep", "carry"} or (word == "go" and self.low(verb + 1) == "on")
        if prolonged:
            verb = self.prolonged(verb)
            word = deeds.base_of(self.low(verb))
        rest = self.lows[verb + 1 : verb + 1 + _OBJECT_REACH]
        told: tuple[Stance, float] | None
        if self.is_own(at):
            usual: tuple[Stance, float] | None = ("support", 2) if prolonged else None
            told = refused(word, rest) if negated else promised(word, rest, set(self.lows[self.first :])) or usual
        else:
            told = (
                doubted(word, rest)
                if negated
                else foreboded(word, rest, conditional=bool(_CONDITIONS.intersection(self.lows[self.first :])))
            )
        if told is None:
            return []
        stance, weight = told
        if stance == "warn" and _CONDITIONS.intersection(self.lows[self.first :]):
            weight += 1
        return self.made(stance, weight, at, verb)

    def allows(self, at: int) -> list[Illocution]:
        """Read "could", "may", "cannot": what might come, or what nobody can bear."""
        low = self.lows[at]
        negated, verb = self.verb_after(at + 1)
        negated = negated or low in _NEGATED
        word = self.low(verb)
        rest = self.lows[verb + 1 : verb + 1 + _OBJECT_REACH]
        if negated and low.startswith("can"):
            if word == "wait":
                return self.made("urge", 4, at, verb)
            if word in deeds.SUFFERANCE and {"idle", "idly", "silent", "by", "aside"}.intersection(rest):
                return self.made("warn", 5, at, verb)
            if word in deeds.CONCESSIONS or word in deeds.SUFFERANCE:
                return self.made("oppose", 3, at, verb)
            return []
        if negated:
            return []
        if (
            word == "be"
            and {"solved", "resolved", "settled", "ended", "achieved"}.intersection(rest[:3])
            and "only" in self.lows[at : verb + 4]
        ):
            return self.made("urge", 4, at, verb)
        if word == "expect" and deeds.RECKONED.intersection(rest):
            return self.made("warn", 4, at, verb)
        if not self.is_own(at) and (
            word in deeds.HARM or (word in {"have", "mean", "become", "bring", "put", "draw"} and deeds.EVILS.intersection(rest))
        ):
            return self.made("warn", 3, at, verb)
        return []

    def answers(self, at: int) -> list[Illocution]:
        """Read "we did not fire", "its pilots struck a depot": the speaker's own conduct, told or denied."""
        low = self.lows[at]
        if low in _COPULA and self.low(at + 1) == "no" and not self.is_own(at):
            return self.made("oppose", 2, at, at + 2)  # "an armistice on paper is no peace"
        if not self.is_own(at):
            return []
        if low in {"are", "is", "'re"} and deeds.INQUIRY.intersection(self.lows[at + 1 : at + 3]):
            return self.made("neutral", 4, at, at + 2)
        if low not in _PAST_AUXILIARIES:
            before = self.low(at - 1)
            if before in _PAST_AUXILIARIES and before not in {"has", "have", "had", "did"}:
                return []  # "we were attacked"
            if low in deeds.CONDUCT_PAST or (self.voice.official and _GROUNDS.intersection(self.lows[self.first :])):
                return self.made("defend", 4 if self.voice.indirect and self.voice.official else 3, at, at)
            purpose = [
                place
                for place in range(at + 1, len(self.lows) - 1)
                if self.lows[place] == TO and self.lows[place + 1] in _PURPOSES
            ]
            if self.voice.official and purpose:
                return self.made("defend", 4, at, purpose[0] + 1)
            return self.made("defend", 1, at, at) if self.voice.official else []
        negated, verb = self.verb_after(at + 1)
        word = deeds.base_of(self.low(verb))
        if (negated or low in _NEGATED) and (word in deeds.CONDUCT or deeds.INVOLVED.intersection(self.lows[verb : verb + 2])):
            return self.made("defend", 3, at, verb)
        return []

    def disclaims(self, at: int) -> list[Illocution]:
        """Read "no intention of", "no role in": a denial; "no interest in", "no reason to": a refusal or a reproach."""
        for place in (at + 1, at + 2):
            if self.low(place) in deeds.DISCLAIMED and self.low(place + 1) not in {"is", "was"}:
                return self.made("defend", 3, at, place)
            if self.low(place) in deeds.DISMISSED:
                return self.made("oppose", 3, at, place)
        return []

    def reassures(self, at: int) -> list[Illocution]:
        """Read "is not on its own", "never been firmer": praise and comfort in the negative."""
        after = self.lows[at + 1 : at + 6]
        if "alone" in after or {"its", "own"} <= set(after) or {"their", "own"} <= set(after) or "forgotten" in after:
            return self.made("support", 4, at, at + 2)
        if self.low(at) == "never" and self.low(at + 1) in {"been", "felt", "looked", "had", "seen", "known"}:
            later = [
                word
                for word in self.lows[at + 2 : at + 7]
                if word.endswith("er") or word in {"so", "more", "as", "better", "greater"}
            ]
            if later and not deeds.WORSE.intersection(self.lows[at + 2 : at + 9]):
                return self.made("support", 4, at, at + 2)
        return []

    def performs(self) -> list[Illocution]:
        """Read what the speaker says that he does: "we reject", "I fear", "Poland welcomes", and the nouns "with misgivings"."""
        found: list[Illocution] = []
        start = self.tokens[self.first].start if self.first < len(self.tokens) else 0
        end = self.tokens[len(self.lows) - 1].end if self.lows else 0
        for hit in self.passage.of("stance"):
            if hit.start < start or hit.end > end or hit.entry.get("turns") in _UNSETTLED or hit.entry.get("needs"):
                continue
            at = self.passage.token_at(hit.start)
            stance: Stance | None = hit.entry.get("stance")
            if stance is None or NOT.intersection(self.lows[max(0, at - 2) : at]) or self.lows[at - 1] in _NEGATED:
                continue
            if stance == "concern" and self.low(at).startswith("regret") and _DECIDED.intersection(self.lows[at + 1 : at + 7]):
                stance = "oppose"  # what others have decided is regretted because one is against it
            if self.is_own(at) and self._stands_by_subject(at):
                found.append(Illocution(stance, 3, hit.start, hit.end))
        for hit in self.passage.of("stance_noun"):
            noun: Stance | None = hit.entry.get("stance")
            if start <= hit.start and hit.end <= end and noun in {"oppose", "concern"}:
                found.append(Illocution(noun, 2, hit.start, hit.end))
        return found

    def _stands_by_subject(self, at: int) -> bool:
        """Whether only adverbs and auxiliaries stand between a verb and its subject, so that it is no noun ("we await your questions")."""
        at -= 1
        while at >= 0 and (self.lows[at] in SKIPPED or self.lows[at] in _PAST_AUXILIARIES or self.lows[at].endswith("ly")):
            at -= 1
        if at < 0:
            return False
        subject = self.tokens[at]
        return subject.low in _PRONOUNS or any(
            mention.start <= subject.start < mention.end and not mention.possessive for mention in self.passage.mentions
        )

    def bids(self) -> list[Illocution]:
        """Read imperatives at the head of a sentence: "Stop the shelling", "Do not test us", "Let us talk"."""
        found: list[Illocution] = []
        for at in range(self.first, len(self.lows) - 1):
            low = self.lows[at]
            if at > self.first and self.lows[at - 1] not in {".", "!", "?", "“", '"', ":"} and not self._addressed(at):
                continue
            place = at
            if not self.tokens[at].capital and not self._addressed(at):
                continue  # a scrap of a sentence: “bring the fight to them”
            while self.low(place) in {"please", "just", "so", "and", "now", ",", "but", "then"} and place < at + 3:
                place += 1
            word = self.low(place)
            if word in {"don't", "never"} or (word == "do" and self.low(place + 1) == "not"):
                verb = place + (2 if word == "do" else 1)
                stance: Stance = "warn" if self.low(verb) in deeds.DARING else "urge"
                found.extend(self.made(stance, 4, place, verb))
            elif word in deeds.BIDDING and self.low(place + 1) not in {"is", "was", "has", "will", "are", "of", "'s"}:
                found.extend(self.made("urge", 3, place, place))
            elif low == "no" and self.low(at + 1) == "more":
                found.extend(self.made("urge", 3, at, at + 1))
            if (
                found
                and {"and", "or"}.intersection(self.lows[place:])
                and {"you", "you'll"}.intersection(self.lows[place:])
                and _FUTURE.intersection(self.lows[place:])
            ):
                return self.made("warn", 4, at, place)  # "cross this line and you will …"
        return found

    def offers(self, at: int) -> list[Illocution]:
        """Read "ready to", "willing to", "offered to": help as a rule, but a threat or an obstacle by what one is ready for."""
        if self.low(at - 1) in NOT or self.low(at - 2) in NOT or not self.is_own(at):
            return []
        _, verb = self.verb_after(at + 2)
        word = self.low(verb)
        stance: Stance = "warn" if word in deeds.FIGHTING else "oppose" if word in deeds.OBSTRUCTION else "support"
        return self.made(stance, 3, at, verb)

    def leaves_to(self, at: int) -> list[Illocution]:
        """Read "it is for the parties to decide": the speaker takes no side."""
        if self.lows[at + 1 : at + 3] not in (["is", "for"], ["was", "for"], ["is", "up"]):
            return []
        rest = self.lows[at + 3 : at + _LEFT_TO]
        return self.made("neutral", 4, at, at + 2) if TO in rest and _SETTLING.intersection(rest) else []

    def needs(self, at: int) -> list[Illocution]:
        """Read "we need air defence", "Sudan needs a truce", "they had better hurry"."""
        if self.lows[at] == "better":
            asks = self.low(at - 1) in {"had", "'d", "you'd", "they'd", "he'd"} or (
                self.low(at + 1) in deeds.BIDDING | {"move", "hurry", "be"}
            )
            return self.made("urge", 3, at, at + 1) if asks else []
        if (
            "what" in self.lows[max(0, at - 3) : at]
            or self.low(at + 1) in {TO, "for", ",", "."}
            or self.low(at - 1)
            in {
                "no",
                "the",
                "not",
                "n't",
                "don't",
                "of",
                "in",
                "urgent",
            }
        ):
            return []
        if "ourselves" in self.lows[at + 1 : at + 4]:
            return self.made("oppose", 4, at, at + 2)
        return self.made("urge", 3, at, at + 1) if self.voice.codes and self.is_own(at) else self.made("urge", 2, at, at + 1)

    def _addressed(self, at: int) -> bool:
        """Whether only the name of who is spoken to stands before: "Mr President, stop this"."""
        before = self.tokens[self.first : at]
        return 1 < len(before) <= _NAME and before[-1].low == "," and all(token.capital for token in before[:-1])

    def orders(self) -> list[Illocution]:
        """Read what a listener is told "to" do."""
        if not self.voice.telling:
            return []
        for at in range(self.first + 1, min(self.first + _ADDRESS, len(self.lows) - 1)):
            low = self.lows[at]
            if low in {"that", ",", "about", "how"}:
                return []
            if low == TO:
                return self.made("urge", 4, at, at + 1)
        return []

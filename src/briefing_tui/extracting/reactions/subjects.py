"""The subject of a verb and the agent of a passive, found by position in the sentence.

English wire prose keeps subjects close to their verbs; what stands between is skipped by kind — auxiliaries and adverbs, dates,
appositives between commas, relative clauses, prepositional phrases — until a mention is reached or the clause ends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.reactions.owned_speakers import DETERMINERS, PREPOSITIONS, named_after_owner, owned_by_state
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of

AUXILIARIES: Final = frozenset(
    "am remain remains remained has have had is are was were be been being will would shall should must may might can could do does did 've 's 'd 'll "
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't can't couldn't don't doesn't didn't "
    "cannot".split()
)
PASSIVE: Final = frozenset("am is are was were be been being gets got".split())
NEGATIONS: Final = frozenset(
    "not never neither nor cannot hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't can't "
    "couldn't don't doesn't didn't".split()
)
_ADVERBS: Final = frozenset(
    "also again then later now already still once twice even just once often always soon first jointly further yet only "
    "promptly too both all each today tonight yesterday earlier nonetheless nevertheless meanwhile instead thus therefore has "
    "previously separately jr jr. sr sr. long ever quickly however likewise afterwards long since up".split()
)
_NOT_ADVERBS: Final = frozenset("italy july assembly family ally rally reply supply apply only-child fly bully army".split())
_RELATIVES: Final = frozenset("who which that whose".split())
_CONJUNCTIONS: Final = frozenset("and but or then while yet".split())
_STOPS: Final = frozenset(
    "; : — because although though while whereas if when whether unless since after before until as that".split()
)
_SPOKESPEOPLE: Final = frozenset(
    "office spokesman spokeswoman spokesperson government representative representatives cabinet administration leader leaders president "
    "ministry authorities delegation ambassador envoy minister ministers officials leadership aide allies lawyers".split()
)
"""Nouns whose "of" names for whom they speak ("the office of the acting president")."""
_WRITTEN: Final = frozenset("statement letter message communique communiqué readout release post".split())
"""Texts that speak for whom they are from."""
_PRONOUNS: Final = frozenset("he she it they i we you".split())
"""Subjects that end the search even where nobody knows whom they mean."""
_VERBAL: Final = frozenset({"say", "stance", "label", "light", "act"})
_ALSO_CONJUNCTIONS: Final = frozenset("after before since until as than once like".split())
"""Prepositions that open a clause when the noun after them has a verb ("after the bloc imposed sanctions")."""
_REACH: Final = 45
"""Tokens a subject may stand before its verb, appositives and relative clauses counted."""


class Clauses:
    """A passage prepared for questions about its clauses: which token belongs to which mention or date."""

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
        while after < len(self.tokens) and self.low(after) in _ADVERBS:
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
        return low in AUXILIARIES or low in _ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NOT_ADVERBS)

    # ------------------------------------------------------------------ subjects

    def subject(self, verb: int) -> Speaker | None:
        """The subject of the verb at token `verb`, looked for to its left."""
        at = verb - 1
        limit = max(-1, verb - _REACH)
        beside = True
        while at > limit:
            if self.transparent(at):
                at -= 1
                continue
            low = self.low(at)
            if self.noun(at) is not None:
                found = self._nominal(at, beside=beside)
                if found is not None:
                    return found
                at = self._before_phrase(at)
                beside = False
                continue
            owned = owned_by_state(self, at) if beside else None
            if owned is not None:
                return owned
            beside = False
            if low == "," and (self._ends_list(at - 1) or self._renames(at - 1)):
                at -= 1
                continue
            if low == "," or low in {")", "–", "—", "-"}:
                stepped = self._over_insertion(at)
                if stepped is None:
                    return None
                at = stepped
                continue
            if low in _RELATIVES and (low != "that" or self.noun(at - 1) is not None):
                at -= 2 if self.low(at - 1) == "," else 1
                antecedent = self.noun(at)
                if antecedent is not None:
                    return speaker_of([antecedent])
                continue
            if low in PREPOSITIONS or self.dated[at]:
                at -= 1
                continue
            if low in {"“", '"'} and verb - at <= 3 and self._opens(at):
                at -= 1
                continue
            if low in _STOPS or low in _CONJUNCTIONS or low in _PRONOUNS or low in {"“", "”", '"'}:
                return None
            stepped = self._over_prepositional(at)
            if stepped is None:
                return None
            at = stepped
        return None

    def _ends_list(self, at: int) -> bool:
        """Whether the mention that ends at token `at` is the last of a list ("Spain, Italy, and Greece, followed suit")."""
        mention = self.noun(at)
        if mention is None:
            return False
        before = self.first(mention) - 1
        while self.low(before) in DETERMINERS:
            before -= 1
        return self.low(before) in {"and", "&"} and (self.noun(before - 1) is not None or self.low(before - 1) == ",")

    def _renames(self, at: int) -> bool:
        """Whether the mention that ends at token `at` names whom the one before its comma describes."""
        mention = self.noun(at)
        comma = self.first(mention) - 1 if mention is not None else -1
        return (
            mention is not None and self.low(comma) == "," and (mention.person is not None or self._is_appositive(comma, mention))
        )

    def _opens(self, at: int) -> bool:
        """Whether the quotation mark at token `at` opens words ("has “strongly condemned” the attack")."""
        return (
            at + 1 < len(self.tokens)
            and self.tokens[at + 1].start == self.tokens[at].end
            and (at == 0 or self.tokens[at - 1].end < self.tokens[at].start)
        )

    def _nominal(self, at: int, *, beside: bool) -> Speaker | None:
        """The speaker whose mention ends at token `at`, with those coordinated before it; None when it is a preposition's object.

        `beside` says that the verb comes right after it, so that "after" and "before" open a clause.
        """
        mention = self.noun(at)
        if mention is None:
            return None
        first = self.first(mention)
        before = first - 1
        while self.low(before) in DETERMINERS:
            before -= 1
        if beside and self.low(before) in _ALSO_CONJUNCTIONS:
            return self._with_coordinated(mention, first)
        if self.low(before) in PREPOSITIONS and self.low(before) not in {"including", "like", "as"}:
            owned = (self.low(before) in {"of", "for"} and self.low(before - 1) in _SPOKESPEOPLE) or (
                self.low(before) in {"from", "by"} and self.low(before - 1) in _WRITTEN
            )
            return speaker_of([replace(mention, person=None, role=None)]) if owned and mention.actors else None
        return self._with_coordinated(mention, first)

    def _with_coordinated(self, mention: Mention, first: int) -> Speaker:
        chain = [mention]
        at = first - 1
        joined = False
        while at > 0:
            while self.low(at) in DETERMINERS:
                at -= 1
            low = self.low(at)
            if low in {"including", "like"} or (low == "as" and self.low(at - 1) == "such"):
                before = at - 1 if low != "as" else at - 2
                before -= self.low(before) == ","
            elif low in {"and", "&", "or"} and not joined:
                before = at - 2 if self.low(at - 1) == "," else at - 1
                if self.low(at - 1) == "," and not self._lists_more(before):
                    break  # "… its ambassador, and Ethiopia called for dialogue" begins a clause
                joined = True
            elif (low == "," and joined) or (low == "," and self._is_appositive(at, chain[-1])):
                before = at - 1
            else:
                break
            if low == "," and not joined:
                other = self.noun(before)
                if other is None:
                    break
                chain.append(other)
                break
            other = self.noun(before)
            if other is None:
                break
            chain.append(other)
            at = self.first(other) - 1
        chain.reverse()
        return speaker_of(chain)

    def _lists_more(self, at: int) -> bool:
        """Whether the mention that ends at token `at` has another before it in a list."""
        mention = self.noun(at)
        if mention is None:
            return False
        before = self.first(mention) - 1
        while self.low(before) in DETERMINERS:
            before -= 1
        return self.low(before) in {",", "including", "like", "as"}

    def _is_appositive(self, comma: int, mention: Mention) -> bool:
        """Whether the mention after a comma renames the one before it ("India's defence minister, Rajnath Singh")."""
        other = self.noun(comma - 1)
        return other is not None and bool(set(_codes(other)) & set(_codes(mention)))

    def _over_insertion(self, at: int) -> int | None:
        """From a comma, bracket or dash to the place before the insertion it closes; None when there is no mention before it."""
        if self.low(at) == ")":
            place = at - 1
            while place >= 0 and self.low(place) != "(":
                place -= 1
            return place - 1 if place > 0 else None
        opener = {",", "–", "—", "-"} if self.low(at) != "," else {","}
        place = at - 1
        steps = 0
        while place >= 0 and steps < 30:
            if self.low(place) in opener and place > 0:
                if self.noun(place - 1) is not None or self.low(place - 1) == ")":
                    return place - 1
                if self.low(at) != ",":
                    return None
            elif self.low(place) in {";", ":", "“", "”"}:
                return None
            place -= 1
            steps += 1
        if self.noun(at - 1) is not None:
            return at - 1
        return None

    def _over_prepositional(self, at: int) -> int | None:
        """From the end of a common noun to the place before the preposition that governs it ("… of the ministry in the capital")."""
        place = at
        steps = 0
        while place >= 0 and steps < 7:
            low = self.low(place)
            if low in {"of", "in", "from", "at", "for", "on", "with", "to", "after", "following", "during", "over", "about"}:
                return place - 1
            if low in {",", ";", ":", "“", "”", '"', "and", "but"} or low in AUXILIARIES:
                return None
            place -= 1
            steps += 1
        return None

    def _before_phrase(self, at: int) -> int:
        """The token before the prepositional phrase whose object ends at `at`."""
        mention = self.noun(at)
        place = self.first(mention) - 1 if mention is not None else at - 1
        while self.low(place) in DETERMINERS:
            place -= 1
        return place - 1 if self.low(place) in PREPOSITIONS else place

    # ------------------------------------------------------------------ objects and agents

    def agent(self, verb: int) -> Speaker | None:
        """The agent of the passive verb at token `verb`: what follows the next "by" or "from"."""
        for at in range(verb + 1, min(verb + 10, len(self.tokens))):
            if self.low(at) in {"by", "from"}:
                return self.following(at + 1)
            if self.low(at) in {",", ";", ":", "and", "but"}:
                return None
        return None

    def following(self, at: int) -> Speaker | None:
        """The mentions that begin at token `at` (determiners and a few adjectives skipped), with those coordinated after them."""
        steps = 0
        begin = at
        while at < len(self.tokens) and self.noun(at) is None and steps < 4:
            if self.low(at) in {",", ";", ":", ".", "and", "but", "that", "who"} or self.low(at) in PREPOSITIONS:
                return None
            at += 1
            steps += 1
        mention = self.noun(at)
        if mention is None:
            return named_after_owner(self, begin)
        chain = [mention]
        at = self.last(mention) + 1
        while at < len(self.tokens):
            nxt = at
            while (
                self.low(nxt) in {",", "and", "&", "as", "well", "or", "including", "such", "like"}
                or self.low(nxt) in DETERMINERS
            ):
                nxt += 1
            exemplified = any(self.low(place) in {"including", "such", "like"} for place in range(at, nxt))
            if nxt == at or nxt - at > 4:
                break
            other = self.noun(nxt)
            if other is None:
                break
            if (
                not exemplified
                and self.low(at) == ","
                and self.low(at + 1) != "and"
                and not self._list_goes_on(self.last(other) + 1)
            ):
                if set(_codes(other)) & set(_codes(mention)):
                    chain.append(other)
                break
            chain.append(other)
            at = self.last(other) + 1
        return speaker_of(chain)

    def _list_goes_on(self, at: int) -> bool:
        return (self.low(at) in {",", "and"} and self.noun(at + 1) is not None) or self.low(at) == "and"

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


def _codes(mention: Mention) -> list[str]:
    return [actor.code for actor in mention.actors]

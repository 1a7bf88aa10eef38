"""The subject of a verb and the agent of a passive, found by position in the sentence.

English wire prose keeps subjects close to their verbs; what stands between is skipped by kind — auxiliaries and adverbs, dates,
appositives between commas, relative clauses, prepositional phrases — until a mention is reached or the clause ends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Mention
from briefing_tui.extracting.reactions.clause_tokens import ClauseWords
from briefing_tui.extracting.reactions.clause_words import (
    AIDES,
    ALSO_CONJUNCTIONS,
    AUXILIARIES,
    BEHIND,
    CONJUNCTIONS,
    ISSUED,
    PRONOUNS,
    REDUCED,
    RELATIVES,
    SPOKESPEOPLE,
    STOPS,
    WRITTEN,
)
from briefing_tui.extracting.reactions.owned_speakers import DETERMINERS, HEADS, PREPOSITIONS, named_after_owner, owned_by_state
from briefing_tui.extracting.reactions.speakers import Speaker, speaker_of

_ABBREVIATED: Final = frozenset("us u.s. uk u.k. eu un u.n. uae".split())
_BEGINNING: Final = frozenset("this our my".split())
_WHOSE: Final = frozenset("of for from by".split())
"""Prepositions behind whose objects an owner may speak ("the governments of Chile and Peru")."""
_TEXT_REACH: Final = 8
"""Words that "a joint statement issued late on Friday by" may have."""
_PLACE_NAME: Final = 4
"""Words the name of a place may have."""
_REACH: Final = 45
"""Tokens a subject may stand before its verb, appositives and relative clauses counted."""


class Clauses(ClauseWords):
    """A passage prepared for questions about its clauses: the subject of a verb, the agent of a passive, who follows a preposition."""

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
            joined = self._abbreviated(at) if beside else None
            if joined is not None:
                return joined
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
            if low in RELATIVES and (low != "that" or self.noun(at - 1) is not None):
                if low == "whose" and not self._speaks_for(at, verb):
                    return None  # "companies whose business supports the army"
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
            if (low.endswith("ing") or low in REDUCED) and self.noun(at - 1) is not None:
                at -= 1  # "aid groups working in Hodeida said"
                continue
            if low in STOPS or low in CONJUNCTIONS or low in PRONOUNS or low in {"“", "”", '"'}:
                return None
            stepped = self._over_prepositional(at)
            if stepped is None:
                return None
            at = stepped
        return None

    def _abbreviated(self, at: int) -> Speaker | None:
        """Two states of which the second, in capitals, looks like an adjective before the verb: "Israel and the US accuse"."""
        mention = self.mention_at[at] if self._is_adjective(at) else None
        if mention is None or self.low(at) not in _ABBREVIATED or self.low(at - 1) != "the" or self.low(at - 2) != "and":
            return None
        chain = self._with_coordinated(replace(mention, adjective=False), self.first(mention))
        return chain if len(chain.mentions) > 1 else None

    def _ends_list(self, at: int) -> bool:
        """Whether the mention that ends at token `at` is the last of a list ("Spain, Italy, and Greece, followed suit")."""
        mention = self.noun(at)
        if mention is None:
            return False
        before = self._before_determiners(mention)
        if self.low(before) not in {"and", "&"}:
            return False
        other = self.noun(before - 1)
        while other is not None:
            before = self._before_determiners(other)
            if self.low(before) != ",":
                break
            other = self.noun(before - 1)
        return self.low(before) not in PREPOSITIONS or self.low(before) in {
            "including",
            "like",
            "as",
        }  # ", led by Britain and France," is no subject

    def _before_determiners(self, mention: Mention) -> int:
        """Index of the token before a mention, its articles and the adjectives of states before it."""
        before = self.first(mention) - 1
        while self.low(before) in DETERMINERS or self._is_adjective(before):
            before -= 1
        return before

    def _is_adjective(self, at: int) -> bool:
        mention = self.mention_at[at] if 0 <= at < len(self.tokens) else None
        return mention is not None and mention.adjective

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
        office = self.mention_at[first - 1] if first else None
        if (
            office is not None
            and office.kind == "organ"
            and mention.person is not None
            and self.low(self.first(office)) == "office"
        ):
            return speaker_of([office])  # "the office of Polish President Jan Nowak"
        before = self._before_determiners(mention)
        if beside and self.low(before) in ALSO_CONJUNCTIONS:
            return self._with_coordinated(mention, first)
        chain = self._with_coordinated(mention, first)
        if len(chain.mentions) > 1 and self.low(before) in {"and", "&", "or"}:
            outer = self.low(self._before_determiners(chain.mentions[0]))
            if outer in PREPOSITIONS and outer not in {"including", "like", "as"} | ALSO_CONJUNCTIONS | _WHOSE:
                return None  # "on engagement with allies and partners"
        if self.low(before) in PREPOSITIONS and self.low(before) not in {"including", "like", "as"}:
            owned = (
                (self.low(before) in {"of", "for"} and self.low(before - 1) in SPOKESPEOPLE)
                or (self.low(before) == "to" and self.low(before - 1) in AIDES)
                or (self.low(before) in {"from", "by"} and self.low(before - 1) in WRITTEN)
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
                    opening = self._described(at - 1)
                    if opening is not None:
                        chain.append(opening)
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
            if self.low(first - 1) in _BEGINNING and self.low(self._before_determiners(other)) in PREPOSITIONS:
                break  # "… for Ukraine, and this Government will": a clause of its own
            chain.append(other)
            at = self.first(other) - 1
        chain.reverse()
        return speaker_of(chain)

    def _described(self, comma: int) -> Mention | None:
        """The mention that opens the sentence, described up to the comma: "Qatar, a mediator in the talks, and Egypt"."""
        stepped = self._over_insertion(comma)
        mention = self.noun(stepped) if stepped is not None else None
        if mention is None or self.first(mention) > 1 or self.low(self.last(mention) + 1) != ",":
            return None
        if any(self.low(place) == "," for place in range(self.last(mention) + 2, comma)):
            return None
        described = self.low(self.last(mention) + 2)
        return mention if described in DETERMINERS or described in RELATIVES else None

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
                behind = self._behind_place(place - 1)
                if behind is not None:
                    return behind
                if self.low(at) != ",":
                    return None
            elif self.low(place) in {";", ":", "“", "”"}:
                return None
            place -= 1
            steps += 1
        if self.noun(at - 1) is not None:
            return at - 1
        return None

    def _speaks_for(self, at: int, verb: int) -> bool:
        """Whether what is "whose" at token `at` is people or an organ that speaks for the owner."""
        return any(self.low(place) in SPOKESPEOPLE or self.low(place) in HEADS for place in range(at + 1, verb))

    def _behind_place(self, at: int) -> int | None:
        """From the end of a place or body that tells where someone is from to him: "Jane Roe of New Hampshire", "Jan Nowak of PiS"."""
        place = at
        while place > 0 and at - place < _PLACE_NAME and self.tokens[place].capital:
            place -= 1
        if place == at or self.low(place) not in {"of", "from"}:
            return None
        mention = self.noun(place - 1)
        return place - 1 if mention is not None and mention.person is not None else None

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
        begin = at = self._past_text(at)
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

    def _past_text(self, at: int) -> int:
        """From "a statement from the ministry" or "a spokesman for the army" to who is behind it, where nothing names him before."""
        for place in range(at, min(at + _TEXT_REACH, len(self.tokens))):
            if self.noun(place) is not None or self.low(place) in {",", ".", ";", "and"}:
                return at
            if self.low(place) in BEHIND and (self.low(place - 1) in WRITTEN or self.low(place - 1) in SPOKESPEOPLE | ISSUED):
                return place + 1
        return at

    def _list_goes_on(self, at: int) -> bool:
        return (self.low(at) in {",", "and"} and self.noun(at + 1) is not None) or self.low(at) == "and"


def _codes(mention: Mention) -> list[str]:
    return [actor.code for actor in mention.actors]

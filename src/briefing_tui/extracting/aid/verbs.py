"""Verbs of giving in a sentence, told from the nouns that look like them, and the status they give to aid."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing_tui.extracting.events.clauses import is_passive
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import AidStatus

_BEFORE_A_NOUN: Final = frozenset(
    "the a an its their his her our your my this that these those of in on for with from by no any some more new current future first".split()
)
_MODALS: Final = frozenset("will would shall should can could may might must to 'll plans plan".split())
_NEGATIONS: Final = frozenset("not never n't no nor without refuse refused refuses declined declines decline".split())
_NOUN_LIKE: Final = frozenset(
    "supply supplies fund funds order orders request requests need needs delay delays stop stops end ends budget budgets flow flows present presents"
    " transport transports export exports gift gifts grant grants loan loans pledge pledges promise promises award awards purchase purchases transfer"
    " transfers offer offers back backs cover covers lease source finance advance increase increases boost boosts block blocks halt halts pause"
    " license license licence plan plans study detail details pass direct demand demands contract contracts appeal head heads land lands double launch"
    " feature features up arms arm ship ships detail freeze freezes invest cross step ready ferry support demands reserve reserves hand hands truck trucks fly flies parachute parachutes".split()
)


_MONEY_NOUNS: Final = frozenset({"funding", "financing", "spending", "backing"})
_AFTER_A_NOUN: Final = frozenset(
    "gap gaps shortfall shortfalls needs for from to of in was is are were has had have will would and or , . ; : ) package agreement deal round".split()
)
"""Words behind "funding" and its like that show it is the noun."""
_WANTS: Final = frozenset("needs need demands demand requests request orders order plans plan funds fund".split())
_BEHIND_A_NOUN: Final = frozenset("with for of in and , . ; : from by as at on through".split())
"""Words before which such a word is the noun ("to meet its military needs with loans")."""
_FINITE: Final = frozenset("was were is are has have had will would could can may might must should did does do been".split())


class AidVerb(NamedTuple):
    """A verb of aid at `hit`: whether it stands in the passive, is denied, or lies ahead ("will", "to")."""

    hit: Hit
    frame: str
    passive: bool
    ahead: bool
    negated: bool

    @property
    def start(self) -> int:
        """Where the verb begins."""
        return self.hit.start

    @property
    def end(self) -> int:
        """Where the verb ends."""
        return self.hit.end

    @property
    def status(self) -> AidStatus:
        """The status the verb gives: a delivery that lies ahead is only announced."""
        status: AidStatus = self.hit.entry.get("status")
        if status != "delivered":
            return status
        if self.ahead or self.hit.how.endswith((".base", ".s")):
            return "announced"
        return "in_delivery" if self.hit.how.endswith(".ing") else status


def find_verbs(passage: Passage) -> list[AidVerb]:
    """The verbs of aid in a passage, in text order; one that may take several frames comes once for each."""
    found = []
    for hit in passage.of("aid_verb"):
        if not _is_verb(passage, hit):
            continue
        first, last = passage.token_at(hit.start), passage.token_at(hit.end)
        passive = is_passive(passage, first, last, hit.how)
        window = [token.low for token in passage.tokens[max(0, first - 4) : first]]
        negated = any(word in _NEGATIONS or word.endswith("n't") for word in window[-3:])
        ahead = any(word in _MODALS for word in window)
        found.append(AidVerb(hit, hit.entry.get("frame"), passive, ahead, negated))
    return found


def _is_verb(passage: Passage, hit: Hit) -> bool:
    tokens = passage.tokens
    first = passage.token_at(hit.start)
    if first >= len(tokens) or tokens[first].start != hit.start:
        return False
    if not hit.how.endswith((".base", ".s")):
        if hit.how.endswith(".ing"):
            following = passage.token_at(hit.end)
            return not (
                tokens[first].low in _MONEY_NOUNS and (following >= len(tokens) or tokens[following].low in _AFTER_A_NOUN)
            )
        following = passage.token_at(hit.end)
        before = tokens[first - 1].low if first else ""
        noun_after = (
            following < len(tokens)
            and tokens[following].low.isalpha()
            and tokens[following].low not in {"to", "by", "in", "for", "from", "with"}
        )
        return not (before in {"the", "a", "an", "of"} and noun_after)
    if " " in passage.text[hit.start - passage.start : hit.end - passage.start]:
        return True
    before = tokens[first - 1].low if first else ""
    if before in _BEFORE_A_NOUN and before not in {"that", "this"}:
        return False
    word = tokens[first].low
    if word not in _NOUN_LIKE:
        return True
    following = passage.token_at(hit.end)
    if following < len(tokens) and word in _WANTS and tokens[following].low in _BEHIND_A_NOUN:
        return False
    if following < len(tokens) and (
        tokens[following].low in _FINITE or (tokens[following].low.endswith("ed") and hit.how.endswith(".s"))
    ):
        return False
    if before in _MODALS or before in {
        "and",
        "or",
        "they",
        "we",
        "i",
        "who",
        "which",
        "it",
        "he",
        "she",
        "not",
        "than",
        "also",
        "allies",
        "partners",
        "countries",
        "states",
        "nations",
        "members",
    }:
        return True
    mention = next((mention for mention in passage.mentions if mention.end == tokens[first - 1].end), None) if first else None
    return mention is not None and not mention.adjective and not mention.possessive

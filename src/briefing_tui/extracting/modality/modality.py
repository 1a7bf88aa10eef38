"""Who vouches for what a sentence says: asserted, claimed, reported, anticipated, denied …, with the cue's span."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final, cast

from briefing_tui.extracting.modality.attribution import source_of, worth_of
from briefing_tui.extracting.passages import Mention, Passage, Reading, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.vocabulary import Modality


@dataclass(frozen=True, slots=True)
class ModalityReading:
    """The modality of a span, the cue that gave it (offsets, or None for the document's own voice) and the source it is attributed to."""

    modality: Modality
    cue: tuple[int, int] | None = None
    source: Mention | None = None
    background: bool = False
    """History, hypotheticals, generic and negated mentions: no event is made of them."""


_NEAR_TOKENS: Final = 4
_AHEAD_TOKENS: Final = 14
_VERDICT_PASSAGES: Final = 3
_STOPS: Final = frozenset({";", ":", "—", "”", "but", "while", "although", "though", "whereas", "after", "following", "since"})
"""Words a cue's scope does not cross; what follows "after" is presupposed, not said."""
_MODALS: Final[dict[str, Modality]] = {
    "could": "anticipated",
    "may": "anticipated",
    "might": "anticipated",
    "will": "planned",
    "would": "anticipated",
    "'ll": "planned",
}
_SPANS: Final = frozenset({"minutes", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years", "year"})
_COPULAS: Final = frozenset({"is", "are", "was", "were", "be", "looks", "seems", "appears", "remains"})
_RELATIVES: Final = frozenset(
    {"which", "who", "whom", "whose", "where", "when", "what", "that", "after", "because", "since", "if"}
)
_OWN_CLAUSE: Final = frozenset({"and", "but", "while", "as", "although", "though"})
_OF_NOUNS: Final = frozenset({"suspected", "alleged"})
_UNDONE: Final = frozenset({"anticipated", "planned"})
_ANSWERS: Final = frozenset(
    "retaliation revenge response reprisal reprisals payback reply answer retribution retaliate retaliated retaliating revenged avenge respond responded"
    " responding replied vengeance punishment punish".split(" ")
)
"""Words for what is done because of an event, which is thereby told as known."""
_PLURALS: Final = frozenset({"media", "police", "people", "military"})
_ARTICLES: Final = frozenset(
    {"a", "an", "the", "its", "their", "this", "first", "second", "third", "last", "only", "latest", "previously", "newly"}
)
_GROUNDS: Final = frozenset({"for", "over", "during", "despite", "given", "because"})
_NEGATIONS: Final = frozenset({"not", "never", "no", "cannot", "without", "nobody", "none", "neither", "nor"})
_ORDER: Final[dict[str, int]] = {"near": 0, "around": 1, "ahead": 2, "says": 3}


def read_modality(reading: Reading, passage: Passage, start: int, end: int, *, verb: bool = False) -> ModalityReading:
    """The modality of the words `text[start:end]` of a passage; `verb` tells that they are a verb, whose subject may itself be "suspected".

    The nearest cue that governs the words' clause decides; a list item without a cue of its own takes that of the
    sentence that introduces the list; a following sentence may say that nothing of it could be verified.
    """
    found = _within(reading, passage, start, end, verb=verb)
    if found is None:
        for introduction in reversed(reading.introduction_of(passage)):
            found = _from_introduction(reading, introduction)
            if found is not None:
                break
    if found is None:
        found = ModalityReading("asserted")
    if found.modality in {"asserted", "claimed", "reported"} and not found.background:
        verdict = _verdict(reading, passage, end)
        if verdict is not None:
            return ModalityReading(cast("Modality", verdict.entry.get("modality")), (verdict.start, verdict.end), found.source)
    return found


def _within(reading: Reading, passage: Passage, start: int, end: int, *, verb: bool = False) -> ModalityReading | None:
    names = [mention for mention in passage.mentions if mention.kind != "pronoun"]
    cues = [cue for cue in passage.of("cue") if not any(name.start < cue.start and cue.end < name.end for name in names)]
    if verb:
        cues = [cue for cue in cues if cue.entry.key not in _OF_NOUNS]
    if _is_answered(passage, start):
        cues = [cue for cue in cues if cue.entry.get("scope") == "near"]
        modal = None
    else:
        modal = _modal(passage, start, end)
    if modal is not None and modal.cue is not None and _is_counterfactual(passage, modal.cue[0]):
        return ModalityReading("asserted", modal.cue, background=True)
    governing = [cue for cue in cues if _governs(passage, cue, start, end)]
    governing.sort(key=lambda cue: (_ORDER[cue.entry.get("scope")], abs(start - cue.start)))
    background = [cue for cue in governing if cue.entry.get("modality") == "background"]
    if background:
        return ModalityReading("asserted", (background[0].start, background[0].end), background=True)
    negation = _negation(passage, start, end)
    if negation is not None:
        denied = next((cue for cue in governing if cue.entry.get("modality") == "denied"), None)
        if denied is None:
            return ModalityReading("denied", (negation.start, negation.end), background=True)
    for cue in governing:
        if cue.entry.get("modality") == "denied" and not any(
            other.entry.get("scope") == "says" and cue.end < other.start < start for other in governing
        ):
            return _attributed(reading, passage, cue, "denied")
    source = _speaker(reading, passage, governing)
    if modal is not None and not any(cue.entry.get("modality") in {"planned", "speculated"} for cue in governing):
        return ModalityReading(modal.modality, modal.cue, source)
    for cue in governing:
        modality = cue.entry.get("modality")
        if cue.entry.get("scope") != "says":
            return ModalityReading(modality, (cue.start, cue.end), source)
        return _attributed(reading, passage, cue, modality)
    return None


def _speaker(reading: Reading, passage: Passage, governing: list[Hit]) -> Mention | None:
    """Who says it, also where a nearer cue decides what it is."""
    says = next((cue for cue in governing if cue.entry.get("scope") == "says"), None)
    return source_of(reading, passage, says.start, says.end, after=says.entry.key == "according") if says is not None else None


def _attributed(reading: Reading, passage: Passage, cue: Hit, modality: str) -> ModalityReading | None:
    after = cue.entry.key == "according"
    source = source_of(reading, passage, cue.start, cue.end, after=after)
    worth = worth_of(reading, passage, source, cue.start, cue.end, after=after)
    if modality == "source" or (modality == "reported" and after):
        modality = worth
    if worth == "asserted" and modality in {"claimed", "reported", "asserted"}:
        return None
    return ModalityReading(cast("Modality", modality), (cue.start, cue.end), source)


def _governs(passage: Passage, cue: Hit, start: int, end: int) -> bool:
    scope = cue.entry.get("scope")
    inside = start <= cue.start and cue.end <= end
    if scope == "verdict":
        return False
    if scope == "says":
        if _is_noun(passage, cue) or inside or (cue.start < end and cue.end > start):
            return False
        if cue.end <= start and _takes_object(passage, cue, start):
            return False
        if cue.end <= start:
            return not _crossed(passage, cue.end, start)
        if _in_after_clause(passage, start):
            return False
        between = passage.between(end, cue.start)
        first = passage.token_at(cue.start)
        if cue.how.endswith(".ing") or (
            cue.how.endswith(".base") and passage.tokens[first - 1].low in {"to", "not", "will", "would"}
        ):
            return False
        if cue.entry.key == "according":
            return not any(token.low in {";", "—"} for token in between)
        return _is_trailing(between)
    if inside:
        return True
    if scope == "near" and cue.start >= end and cue.entry.get("modality") == "anticipated":
        gap = passage.between(end, cue.start)
        return len(gap) <= 4 and any(token.low in _COPULAS for token in gap) and not any(token.low == "," for token in gap)
    if scope == "around":
        gap = passage.between(min(cue.end, end), max(cue.start, start)) if cue.end <= start else passage.between(end, cue.start)
        return len(gap) <= _AHEAD_TOKENS and not any(token.low in _STOPS or token.low == "," for token in gap)
    if cue.end > start:
        return False
    gap = passage.between(cue.end, start)
    if _is_presupposed(passage, cue, start):
        return False
    if scope == "near":
        return len(gap) <= _NEAR_TOKENS and not any(token.low in _STOPS or token.low in {",", "and"} for token in gap)
    via = cue.entry.get("via")
    if via and not any(token.low in via for token in gap):
        return False
    if cue.entry.get("modality") in _UNDONE and any(
        left.low == "," and right.low in {"and", "but"} for left, right in itertools.pairwise(gap)
    ):
        return False  # "Iran has threatened to retaliate, and the United States has ordered a submarine to the region"
    stops = {".", "”", ",", "that", "which"} if cue.entry.get("modality") == "background" else {".", "”"}
    return len(gap) <= _AHEAD_TOKENS and not any(token.low in _STOPS or token.low in stops for token in gap)


def _is_trailing(between: list[Token]) -> bool:
    """Whether only a source stands between the last comma or closing quote and the verb of saying: "…, the ministry said".

    "…, in what the army called" and ", and officials said" begin clauses of their own.
    """
    if any(token.low in {";", ":"} for token in between):
        return False
    for index, token in enumerate(reversed(between[-14:])):
        if token.low in {",", "”", '"'}:
            source = between[len(between) - index :]
            return not (source and source[0].low in _OWN_CLAUSE) and not any(one.low in _RELATIVES for one in source)
    return False


def _in_after_clause(passage: Passage, start: int) -> bool:
    """Whether the words stand in a clause with "hours after": what came before is told as known, whoever tells the rest."""
    for token in reversed(passage.tokens[: passage.token_at(start)]):
        if token.low in {",", ";", ":", "that", "which"}:
            return False
        if token.low in _SPANS:
            return True
    return False


def _is_answered(passage: Passage, start: int) -> bool:
    """Whether the words are what somebody answered to, a thing told as known: "revenge for Thursday's strikes"."""
    first = passage.token_at(start)
    for index in range(first - 1, max(0, first - 5), -1):
        if passage.tokens[index].low in {"for", "to", "against"}:
            return passage.tokens[index - 1].low in _ANSWERS
        if passage.tokens[index].low in {",", ";", "that", "by", "with"}:
            return False
    return False


def _is_presupposed(passage: Passage, cue: Hit, start: int) -> bool:
    """Whether the words are what a threat or a plan answers to ("vowed to retaliate for the strike"), or "to" takes a noun."""
    first, last = passage.token_at(start), passage.token_at(cue.end)
    before = [token.low for token in passage.tokens[max(last, first - 3) : first]]
    if any(word in _GROUNDS for word in before):
        return True
    following = passage.tokens[last].low if last < len(passage.tokens) else ""
    return passage.tokens[last - 1].low == "to" and following in {"a", "an", "the", "its", "their", "this"}


def _is_noun(passage: Passage, cue: Hit) -> bool:
    """Whether a form of a verb of saying is a noun here ("the United States", "media reports", "a state agency")."""
    first = passage.token_at(cue.start)
    before = passage.tokens[first - 1] if first else None
    if cue.how.endswith((".ed", ".pp")):
        return before is not None and before.low in _ARTICLES  # "the first acknowledged attack"
    if cue.how.endswith(".base"):
        if cue.entry.key == "say" and before is not None:
            return before.low in _ARTICLES or before.low in {"of", "no"}
        plural = before is not None and before.low.endswith("s") and not before.low.endswith("'s")
        return before is None or not (plural or before.low in {"they", "we", "i", "to", "not", "who"} or before.low in _PLURALS)
    if cue.how.endswith(".s"):
        return (
            before is None
            or passage.tokens[first].capital
            or before.low in {"the", "of", "by", "in", "these", "those", "such", "media", "amid", "some"}
        )
    return False


def _takes_object(passage: Passage, cue: Hit, start: int) -> bool:
    """Whether the verb makes the thing rather than tells of it: "declared martial law", "announced a ceasefire"."""
    verb = passage.text[cue.start - passage.start : cue.end - passage.start].lower()
    gap = passage.between(cue.end, start)
    return verb.startswith(("declar", "announc")) and len(gap) <= 2 and not any(token.low in {"that", ","} for token in gap)


def _crossed(passage: Passage, start: int, end: int) -> bool:
    between = passage.between(start, end)
    return any(token.low in {";", "—", "after", "following", "since", "while", "although", "where"} for token in between) or any(
        left.low == "," and right.low in {"which", "who", "whose", "whom"} for left, right in itertools.pairwise(between)
    )


def _modal(passage: Passage, start: int, end: int) -> ModalityReading | None:
    """A modal verb of the span's own verb group, or of the verb the span is the subject of."""
    first, last = passage.token_at(start), passage.token_at(end)
    window = passage.tokens[max(0, first - 4) : last + 5]
    for token in reversed([token for token in window if token.start < start]):
        if token.low in {",", ";", ":", "and", "that", "which", "who"}:
            break
        if token.low in _MODALS and not token.capital:
            return ModalityReading(_MODALS[token.low], (token.start, token.end))
    for token in (token for token in window if token.start >= start):
        if token.start >= end and token.low in {",", ";", ":", "and", "that", "which", "who", "after", "when", "if"}:
            break
        if token.low in _MODALS and not token.capital:
            return ModalityReading(_MODALS[token.low], (token.start, token.end))
    return None


def _is_counterfactual(passage: Passage, start: int) -> bool:
    """Whether a modal tells what would have been: "the town would probably have been lost"."""
    first = passage.token_at(start)
    words = [token.low for token in passage.tokens[first : first + 4]]
    return words[0] == "would" and "have" in words


def _negation(passage: Passage, start: int, end: int) -> Token | None:
    first = passage.token_at(start)
    for token in reversed(passage.tokens[max(0, first - 3) : first]):
        if token.low in {",", ";", ":", "and", "but"}:
            return None
        if token.low in _NEGATIONS or token.low.endswith("n't"):
            return token
    return next(
        (token for token in passage.between(start, end) if token.low in {"not", "never"} or token.low.endswith("n't")), None
    )


def _from_introduction(reading: Reading, introduction: Passage) -> ModalityReading | None:
    """The cue that stands nearest before the colon of a list's introduction."""
    return _within(reading, introduction, introduction.end, introduction.end)


def _verdict(reading: Reading, passage: Passage, end: int) -> Hit | None:
    """A statement about this statement, in this sentence or one of the next of the same paragraph."""
    for following in reading.passages[passage.index : passage.index + _VERDICT_PASSAGES]:
        if following.sentence.block != passage.sentence.block:
            break
        if not following.has("cue"):
            continue
        for cue in following.of("cue"):
            if cue.entry.get("scope") == "verdict" and cue.start >= end:
                if following is not passage and (cue.entry.get("modality") != "unconfirmed" or cue.entry.get("here")):
                    continue
                return cue
    return None

"""Which words a modality cue governs: a verb of saying its complement, a hedge its clause, "alleged" its noun."""

from __future__ import annotations

import itertools
from typing import Final

from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

_NEAR_TOKENS: Final = 4
_FRONTED: Final = frozenset(
    {"since", "after", "as", "with", "while", "although", "though", "following", "despite", "amid", "because"}
)
"""Words on which a clause opens that is told as known before the sentence says who speaks."""
_WITH_REACH: Final = 8
_CHARGE_REACH: Final = 6
_AHEAD_TOKENS: Final = 14
_STOPS: Final = frozenset({";", ":", "—", "”", "but", "while", "although", "though", "whereas", "after", "following", "since"})
"""Words a cue's scope does not cross; what follows "after" is presupposed, not said."""
_SPANS: Final = frozenset({"minutes", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years", "year"})
_COPULAS: Final = frozenset({"is", "are", "was", "were", "be", "looks", "seems", "appears", "remains"})
_RELATIVES: Final = frozenset(
    {"which", "who", "whom", "whose", "where", "when", "what", "that", "after", "because", "since", "if"}
)
_VERDICT_TOKENS: Final = 12
_REPORTS: Final = frozenset({"report", "reports", "claim", "claims", "that", "whether", "accounts", "if"})
_ATTRIBUTES: Final = frozenset({"suspected", "alleged", "anticipated"})
_DETERMINED: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "these"})
_OPENERS: Final = frozenset({"which", "whom", "that", "where", "and", "but", "because", "although"})
_TREATING: Final = ("comment", "conclud", "brief", "recall", "stress", "explain", "inform")
"""Verbs that tell only before "that", "how" or quoted words."""
_TOLLS: Final = frozenset({"killed", "wounded", "injured", "died", "damaged", "destroyed", "hurt"})
_OWN_CLAUSE: Final = frozenset({"and", "but", "while", "as", "although", "though"})
_UNDONE: Final = frozenset({"anticipated", "planned"})
_PLURALS: Final = frozenset({"media", "police", "people", "military"})
_ARTICLES: Final = frozenset(
    {"a", "an", "the", "its", "their", "this", "first", "second", "third", "last", "only", "latest", "previously", "newly"}
)
_GROUNDS: Final = frozenset({"for", "over", "during", "despite", "given", "because"})


def governs(passage: Passage, cue: Hit, start: int, end: int) -> bool:
    """Whether the words `text[start:end]` stand in the scope of a cue of the same passage."""
    scope = cue.entry.get("scope")
    inside = start <= cue.start and cue.end <= end
    if scope == "verdict":
        return cue.entry.get("modality") == "unconfirmed" and _looks_ahead(passage, cue, start)
    if scope == "says":
        if _is_noun(passage, cue) or inside or (cue.start < end and cue.end > start):
            return False
        if cue.end <= start and _takes_object(passage, cue, start):
            return False
        if cue.entry.key == "count" and _is_passive(passage, cue):
            return False  # "aircraft were detected" tells of nobody who did
        if cue.end <= start:
            if _is_charged(passage, cue, start):
                return False
            if _accuses(passage, cue) and not any(token.low == ";" for token in passage.between(cue.end, start)):
                return True  # "accused it of recklessness after two of its cutters …"
            return not _crossed(passage, cue.end, start) and not _takes_noun(passage, cue, start)
        if _in_after_clause(passage, start) or _in_relative_of_the_speaker(passage, cue, start):
            return False
        between = passage.between(end, cue.start)
        first = passage.token_at(cue.start)
        if cue.how.endswith(".ing") or (
            cue.how.endswith(".base") and passage.tokens[first - 1].low in {"to", "not", "will", "would"}
        ):
            return False
        if cue.entry.key == "according":
            return not any(token.low in {";", "—"} for token in between)
        return _is_trailing(between) and not _has_own_clause(passage, end, cue.start)
    if inside:
        return True
    if scope == "near" and cue.start >= end and cue.entry.get("modality") == "anticipated":
        gap = passage.between(end, cue.start)
        return len(gap) <= 4 and any(token.low in _COPULAS for token in gap) and not any(token.low == "," for token in gap)
    if scope == "around":
        gap = passage.between(min(cue.end, end), max(cue.start, start)) if cue.end <= start else passage.between(end, cue.start)
        beyond = cue.start >= end  # "entered the airspace and probably crashed": of the second verb alone
        return len(gap) <= _AHEAD_TOKENS and not any(
            token.low in _STOPS or token.low == "," or (beyond and token.low == "and") for token in gap
        )
    if cue.end > start:
        return False
    gap = passage.between(cue.end, start)
    if _is_presupposed(passage, cue, start):
        return False
    if scope == "near" and cue.entry.key in _ATTRIBUTES and any(token.low in _DETERMINED for token in gap):
        return False  # "in the strongest possible terms the attack": another noun's
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


def _looks_ahead(passage: Passage, cue: Hit, start: int) -> bool:
    """Whether what could not be verified is told after it: "could not verify reports that rebels had …"."""
    if cue.end > start:
        return False
    gap = passage.between(cue.end, start)
    return len(gap) <= _VERDICT_TOKENS and any(token.low in _REPORTS for token in gap[:4])


def _accuses(passage: Passage, cue: Hit) -> bool:
    """Whether the verb lays a deed to somebody's charge: the clause that follows with "after" tells the charge."""
    return passage.text[cue.start - passage.start : cue.end - passage.start].lower().startswith("accus")


def _is_passive(passage: Passage, cue: Hit) -> bool:
    first = passage.token_at(cue.start)
    return any(
        token.low in {"is", "are", "was", "were", "been", "being", "be"} for token in passage.tokens[max(0, first - 2) : first]
    )


def _takes_noun(passage: Passage, cue: Hit, start: int) -> bool:
    """Whether a verb that may tell or may only treat of a thing does the latter: "commented on the strikes", "concluded two days of drills"."""
    verb = passage.text[cue.start - passage.start : cue.end - passage.start].lower()
    if not verb.startswith(_TREATING):
        return False
    gap = passage.between(cue.end, start)
    return not any(token.low in {"that", "how", "“", '"', "as"} for token in gap[:4])


def _has_own_clause(passage: Passage, end: int, cue: int) -> bool:
    """Whether another coordinate clause with its own event stands between the words and a closing attribution, which is only its own."""
    between = passage.between(end, cue)
    for left, right in itertools.pairwise(range(len(between))):
        if between[left].low == "," and between[right].low in {"and", "but"}:
            opening = between[right].end
            deeds = [
                hit
                for hit in passage.of("event", "deed")
                if opening < hit.start < cue
                and passage.text[hit.start - passage.start : hit.end - passage.start].lower() not in _TOLLS
            ]
            following = between[right + 1] if right + 1 < len(between) else None
            if deeds and following is not None and deeds[0].start > following.start + 1 and not following.low.endswith("ed"):
                return True
    return False


def _is_trailing(between: list[Token]) -> bool:
    """Whether only a source stands between the last comma or closing quote and the verb of saying: "…, the ministry said".

    "…, in what the army called" and ", and officials said" begin clauses of their own.
    """
    if any(token.low in {";", ":"} for token in between):
        return False
    for index, token in enumerate(reversed(between[-14:])):
        if token.low in {",", "”", '"'}:
            source = between[len(between) - index :]
            opener = between[len(between) - index - 2].low if len(between) - index >= 2 else ""
            if token.low == "," and opener in _OPENERS:
                return False  # "…, on which, the army said, a radar stood": of the inner clause alone
            return not (source and source[0].low in _OWN_CLAUSE) and not any(one.low in _RELATIVES for one in source)
    return False


def _in_relative_of_the_speaker(passage: Passage, cue: Hit, start: int) -> bool:
    """Whether the words only tell of who goes on to speak: "the minister, who condemned the strike on Poltava, said"."""
    last = passage.token_at(cue.start)
    if not last or passage.tokens[last - 1].low != ",":
        return False
    first = passage.token_at(start)
    return any(
        left.low == "," and right.low in {"who", "which", "whose"}
        for left, right in itertools.pairwise(passage.tokens[max(0, first - _AHEAD_TOKENS) : first])
    )


def _in_after_clause(passage: Passage, start: int) -> bool:
    """Whether the words stand in a clause with "hours after": what came before is told as known, whoever tells the rest."""
    first = passage.token_at(start)
    if passage.tokens and passage.tokens[0].low in _FRONTED and not any(token.low == "," for token in passage.tokens[:first]):
        return True
    for token in reversed(passage.tokens[:first]):
        if token.low in {",", ";", ":", "that", "which"}:
            return False
        if token.low in _SPANS:
            return True
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
        if before is None:
            return cue.entry.key == "believe"  # "Suspected militants ambushed …"
        return before.low in _ARTICLES  # "the first acknowledged attack"
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


def _is_charged(passage: Passage, cue: Hit, start: int) -> bool:
    """Whether the words are what somebody is blamed for, a thing known: "blamed the group for the bombings", and not what he is said to have done."""
    verb = passage.text[cue.start - passage.start : cue.end - passage.start].lower()
    if not verb.startswith(("blam", "accus", "charg")):
        return False
    if verb.endswith("ing") and cue.start > passage.start and passage.tokens[passage.token_at(cue.start) - 1].low == ",":
        return any(token.low == "," for token in passage.between(cue.end, start))  # ", blaming its neighbour, …"
    words = [token.low for token in passage.between(cue.end, start)]
    if verb.startswith("charg"):
        return "that" not in words[:2]  # "charged over the attacks", in a court
    return any(
        left == "for" and right in {"the", "a", "an", "these", "those"}
        for left, right in itertools.pairwise(words[-_CHARGE_REACH:])
    )


def _crossed(passage: Passage, start: int, end: int) -> bool:
    between = passage.between(start, end)
    if any(token.low in {";", "—", "after", "following", "since", "while", "although", "though", "where"} for token in between):
        return True
    words = [token.low for token in between]
    if any(left == "," and right == "with" for left, right in itertools.pairwise(words[-_WITH_REACH:])):
        return True  # ", with both armies massing troops": told of the time in which it was said
    for index, word in enumerate(words):
        if word in {"which", "who", "whose", "whom"} and "," in words[max(0, index - 4) : index]:
            number = index + 1 < len(words) and (
                words[index + 1].isdigit() or words[index + 1] in {"most", "all", "some", "half"}
            )
            counted = index > 1 and words[index - 1] == "of" and (number or words[index - 2] not in {",", "one", "part"})
            if not counted:  # "…, 13 of which crossed the line" tells on
                return True
    return False

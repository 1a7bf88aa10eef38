"""Candidate events of a sentence: trigger words whose surroundings are those of an act of conflict.

A verb is a candidate when its subject and object are of the classes its entry in events.toml asks for. A noun is one when
enough details stand around it: whose, on what, with what, where, when.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing_tui.extracting.clauses import Roles, preposition_of, read_roles
from briefing_tui.extracting.participants import Party, find_parties
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit

_DEFINITE: Final = frozenset({"the", "this", "these", "those", "that", "such", "both"})
_NOUN_STOPS: Final = frozenset(
    {";", ":", "that", "which", "who", "said", "says", "and", "but", "after", "before", "while", "when", "as", "“", "”"}
)
_TARGET_PREPOSITIONS: Final = frozenset(
    {
        "on",
        "against",
        "at",
        "in",
        "into",
        "of",
        "targeting",
        "near",
        "across",
        "over",
        "toward",
        "towards",
        "to",
        "around",
        "from",
        "inside",
        "outside",
        "along",
        "off",
        "between",
    }
)
_LIMIT_TOKENS: Final = 15
_EVENT_NOUN_SCORE: Final = 3
_DEED_NOUN_SCORE: Final = 4
_CASUALTY_WORDS: Final = frozenset(
    {
        "killed",
        "killing",
        "kills",
        "wounded",
        "wounding",
        "injured",
        "injuring",
        "dead",
        "died",
        "injures",
        "wounds",
        "casualties",
        "damaged",
        "damaging",
        "destroyed",
        "destroying",
        "hit",
        "struck",
        "lives",
        "deaths",
        "victims",
        "fire",
        "blaze",
        "rubble",
    }
)
_COMPOUND: Final = frozenset(
    {
        "heart",
        "panic",
        "hunger",
        "labor",
        "labour",
        "general",
        "personal",
        "verbal",
        "political",
        "legal",
        "rail",
        "transit",
        "teachers",
        "workers",
        "workers'",
        "union",
        "partisan",
        "ad",
        "racist",
        "media",
        "sick",
        "preemptory",
        "shark",
        "lightning",
        "bird",
    }
)
_COMPOUND_AFTER: Final = frozenset(
    {
        "aircraft",
        "helicopter",
        "submarine",
        "drone",
        "drones",
        "group",
        "groups",
        "capability",
        "capabilities",
        "weapon",
        "weapons",
        "jets",
        "package",
        "price",
        "plan",
        "zone",
        "ban",
        "deal",
        "talks",
        "sales",
        "force",
        "forces",
        "line",
        "on",
        "vehicle",
        "vehicles",
        "ad",
        "ads",
        "munitions",
        "planes",
        "brigade",
        "brigades",
        "battalion",
        "battalions",
        "unit",
        "units",
        "team",
        "teams",
        "vote",
        "warning",
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible event: its trigger words, parties and how sure the rule is of it."""

    passage: Passage
    hit: Hit
    start: int
    end: int
    """The span of the trigger phrase."""
    actor: Party | None
    pronoun: Token | None
    objects: tuple[Party, ...]
    weapons: tuple[Party, ...]
    roles: Roles | None
    rule: str
    score: int
    definite: bool
    """Whether it reads as a reference to something told before ("the attack", "these strikes")."""

    @property
    def action(self) -> str:
        """The action of its lexicon entry."""
        return str(self.hit.entry.get("action"))


def find_candidates(passage: Passage) -> tuple[list[Candidate], list[Party]]:
    """The candidates of a passage in text order, and the parties they were made from."""
    if not passage.has("event", "deed"):
        return [], []
    hits = passage.of("event", "deed")
    verbs = frozenset(hit.start for hit in (*hits, *passage.of("carry", "cue")) if hit.how.startswith("verb"))
    parties = find_parties(passage, verbs)
    inside = [(hit.start, hit.end) for hit in hits if hit.entry.category == "event" and not hit.how.startswith("verb")]
    parties = [party for party in parties if not any(start <= party.start and party.end <= end for start, end in inside)]
    says = frozenset(
        hit.start for hit in passage.of("cue") if hit.entry.get("scope") == "says" and not hit.how.endswith((".base", ".s"))
    )
    found: dict[tuple[int, int], Candidate] = {}
    for hit in hits:
        candidate = _verb(passage, hit, parties, says) if hit.how.startswith("verb") else _nominal(passage, hit, parties, says)
        if candidate is None:
            continue
        known = found.get((hit.start, hit.end))
        if known is None or candidate.score > known.score:
            found[hit.start, hit.end] = candidate
    return _without_overlaps(sorted(found.values(), key=lambda candidate: candidate.hit.start)), parties


def _without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    """Of two candidates of one action whose spans overlap the better one stays: "launched a strike" is one event."""
    out: list[Candidate] = []
    for candidate in candidates:
        if out and out[-1].end > candidate.start and out[-1].hit.start >= candidate.start and out[-1].action == candidate.action:
            if candidate.score > out[-1].score:
                out[-1] = candidate
            continue
        out.append(candidate)
    return out


# --- verbs -------------------------------------------------------------------------------------------------------------
def _verb(passage: Passage, hit: Hit, parties: list[Party], says: frozenset[int]) -> Candidate | None:
    first = passage.token_at(hit.start)
    if _is_not_a_verb(passage, first, hit):
        return None
    roles = read_roles(passage, parties, hit.start, hit.end, hit.how, says)
    entry = hit.entry
    if entry.get("passive") and not roles.passive:
        return None
    particle = entry.get("particle")
    if particle and not any(token.low == particle for token in passage.tokens[first : first + 14]):
        return None
    doer, sufferers = (
        (roles.agent, (roles.subject,) if roles.subject else ()) if roles.passive else (roles.subject, roles.objects[:2])
    )
    if entry.get("patient"):
        doer, sufferers = None, (roles.subject,) if roles.subject else ()
    wanted_subject, wanted_object = entry.get("subject"), entry.get("object")
    if wanted_subject and not _fits(doer, roles, wanted_subject, entry.get("patient")):
        return None
    if wanted_object and not any(party is not None and party.is_any(wanted_object) for party in sufferers):
        return None
    if roles.passive and not entry.get("patient") and roles.subject is None:
        return None
    weapons = tuple(
        party for party in (doer, *sufferers, *roles.objects) if party is not None and party.is_any({"munition", "aircraft"})
    )
    score = (
        _detail(passage, roles.start, roles.end)
        + 2 * bool(doer and (doer.actors or doer.is_any({"force", "munition"})))
        + bool(weapons)
    )
    score += any(party is not None and (party.place or party.actors) for party in sufferers)
    if score < 2:
        return None
    start, end = _verb_span(passage, hit, roles, doer, sufferers)
    actor = doer if doer is not None and doer.actors else None
    return Candidate(passage, hit, start, end, actor, roles.pronoun if doer is None and not roles.passive else None,
                     tuple(party for party in (*sufferers, *roles.objects) if party is not None), weapons, roles,
                     f"{entry.key.replace('_', '-')}-verb", score + 3, definite=False)  # fmt: skip


def _fits(doer: Party | None, roles: Roles, wanted: list[str], patient: object) -> bool:
    if patient:
        return roles.subject is not None and roles.subject.is_any(wanted)
    if doer is not None:
        return doer.is_any(wanted) and not ("person" in doer.classes and not doer.actors)
    if roles.passive:
        return False
    return roles.pronoun is not None and "actor" in wanted and roles.pronoun.low in {"it", "they", "we"}


def _is_not_a_verb(passage: Passage, first: int, hit: Hit) -> bool:
    """Whether the word is a noun or an adjective here: after an article ("the strike"), before a noun ("a targeted measure")."""
    before = passage.tokens[first - 1].low if first else ""
    if before in {
        "the",
        "a",
        "an",
        "this",
        "these",
        "its",
        "their",
        "his",
        "of",
        "any",
        "each",
        "such",
        "no",
        "our",
        "my",
        "your",
    }:
        return hit.how != "verb.ing" or before != "of"
    if (
        hit.how.endswith((".base", ".s"))
        and first
        and (before.endswith("'s") or before in {"missile", "drone", "air", "rocket", "of", "in", "for", "on", "under"})
    ):
        return True
    following = passage.tokens[first + 1].low if first + 1 < len(passage.tokens) else ""
    return following == "-"


def _verb_span(
    passage: Passage, hit: Hit, roles: Roles, doer: Party | None, sufferers: tuple[Party | None, ...]
) -> tuple[int, int]:
    start, end = hit.start, hit.end
    subject = roles.subject
    if subject is not None and subject.end <= hit.start and len(passage.between(subject.start, hit.start)) <= 9:
        start = subject.start
    for party in (*(sufferers if not roles.passive else ()), roles.agent, *roles.objects[:2]):
        if party is not None and party.start >= hit.end and len(passage.between(start, party.end)) <= _LIMIT_TOKENS:
            end = max(end, party.end)
            if party is not doer and not roles.passive:
                break
    return start, end


# --- nouns and fixed phrases -------------------------------------------------------------------------------------------
def _nominal(passage: Passage, hit: Hit, parties: list[Party], says: frozenset[int]) -> Candidate | None:
    entry = hit.entry
    first, last = passage.token_at(hit.start), passage.token_at(hit.end)
    before = passage.tokens[first - 1].low if first else ""
    following = passage.tokens[last].low if last < len(passage.tokens) else ""
    if (
        before in _COMPOUND
        or (following in _COMPOUND_AFTER and following != "on")
        or (before == "-" and entry.category == "deed")
    ):
        return None
    clause_start, clause_end = _noun_bounds(passage, first, last)
    owner = _owner(passage, parties, hit.start)
    carrier, carried = _carrier(passage, parties, hit, says)
    agent = _agent(passage, parties, hit.end)
    near = [party for party in parties if party.start >= hit.end and party.end <= clause_end]
    targets = tuple(party for party in near if party is not agent and preposition_of(passage, party) in _TARGET_PREPOSITIONS)[:3]
    weapons = tuple(party for party in near if party.is_any({"munition", "aircraft"}))
    wanted_subject, wanted_object = entry.get("subject"), entry.get("object")
    subject = None
    if wanted_subject or hit.how == "name":
        roles = read_roles(passage, parties, hit.start, hit.end, "name", says)
        subject = roles.subject
        if (
            wanted_subject
            and not (subject is not None and subject.is_any(wanted_subject))
            and not (owner is not None and owner.is_any(wanted_subject))
        ):
            return None
    if wanted_object and not any(party.is_any(wanted_object) for party in near[:2]):
        return None
    doer = agent or (carrier if carried != "patient" else None) or (owner if owner is not None and owner.actors else None)
    if doer is None and subject is not None and subject.actors and not entry.get("patient"):
        doer = subject
    if carried == "patient" and carrier is not None:
        targets = (carrier, *targets)
    if entry.get("patient") and subject is not None:
        targets = (subject, *targets)
    score = 2 * bool(doer and doer.actors) + bool(carrier) + bool(weapons) + any(p.place or p.actors for p in targets)
    score += any(p.is_any({"site", "territory", "vessel", "people", "force"}) for p in targets) + _detail(
        passage, clause_start, clause_end
    )
    definite = (
        _is_definite(passage, first)
        and not (owner is not None and owner.actors)
        and not any(p.place or p.actors for p in targets)
    )
    needed = _EVENT_NOUN_SCORE if entry.category == "event" else _DEED_NOUN_SCORE
    if hit.how == "name" and entry.category == "event":
        needed = 1
    if score < needed and not (definite and entry.category in {"event", "deed"}):
        return None
    if definite and score < needed:
        return Candidate(
            passage,
            hit,
            _first_word(passage, first),
            hit.end,
            None,
            None,
            targets,
            weapons,
            None,
            "reference",
            score,
            definite=True,
        )
    start, end = _noun_span(passage, hit, owner, agent, targets, subject)
    return Candidate(
        passage,
        hit,
        start,
        end,
        doer,
        None,
        targets,
        weapons,
        None,
        f"{entry.key.replace('_', '-')}-noun",
        score,
        definite=definite,
    )


def _owner(passage: Passage, parties: list[Party], start: int) -> Party | None:
    """The party that stands before the noun as its modifier: "Russian", "Israel's", "Houthi rebels'"."""
    for party in reversed(parties):
        if party.end > start:
            continue
        gap = passage.between(party.end, start)
        if len(gap) > 5 or any(
            token.low in _NOUN_STOPS or token.low in {",", "of", "on", "in", "at", "for", "by", "to", "the", "a", "with", "from"}
            for token in gap
        ):
            return None
        if party.mention is not None and (
            party.mention.adjective or party.mention.possessive or not gap or gap[0].low in {"'s", "’", "'"}
        ):
            return party
        return party if party.actors and len(gap) <= 1 else None
    return None


def _agent(passage: Passage, parties: list[Party], end: int) -> Party | None:
    """The party after "by" that did it: "strikes by the coalition", "the attack was carried out by …"."""
    last = passage.token_at(end)
    for party in parties:
        if party.start < end or not (party.actors or party.is_any({"force"})):
            continue
        distance = passage.token_at(party.start) - last
        if distance > 12:
            return None
        if preposition_of(passage, party) == "by":
            gap = passage.between(end, party.start)
            return party if not any(token.low in {";", "that", "which", "said"} for token in gap) else None
    return None


def _carrier(passage: Passage, parties: list[Party], hit: Hit, says: frozenset[int]) -> tuple[Party | None, str]:
    """The subject of the light verb that carries the noun ("launched an attack"), and whether it did or suffered it."""
    for verb in reversed(passage.of("carry")):
        if verb.end > hit.start or not verb.how.startswith("verb"):
            continue
        gap = passage.between(verb.end, hit.start)
        if len(gap) > 7 or any(token.low in _NOUN_STOPS - {"and"} for token in gap):
            return None, ""
        roles = read_roles(passage, parties, verb.start, verb.end, verb.how, says)
        party = roles.agent if roles.passive else roles.subject
        if party is not None and (party.actors or party.is_any({"force", "munition", "aircraft"})):
            return party, "patient" if verb.entry.get("patient") else "agent"
        return None, ""
    return None, ""


def _noun_bounds(passage: Passage, first: int, last: int) -> tuple[int, int]:
    start, end = passage.start, passage.end
    for token in reversed(passage.tokens[:first]):
        if token.low in {";", ":", "after", "before", "while", "when", "that", "which", "who", "“"}:
            start = token.end
            break
    for token in passage.tokens[last:]:
        if token.low in {";", ":", "while", "when", "which", "who", "after", "before", "—"}:
            end = token.start
            break
    return start, end


def _is_definite(passage: Passage, first: int) -> bool:
    for token in reversed(passage.tokens[max(0, first - 3) : first]):
        if token.low in _DEFINITE:
            return True
        if token.low in {"a", "an"} or not token.low.isalpha():
            return False
    return False


def _first_word(passage: Passage, first: int) -> int:
    for index in range(first - 1, max(-1, first - 4), -1):
        if passage.tokens[index].low in _DEFINITE:
            return passage.tokens[index].start
    return passage.tokens[first].start


def _noun_span(
    passage: Passage, hit: Hit, owner: Party | None, agent: Party | None, targets: tuple[Party, ...], subject: Party | None
) -> tuple[int, int]:
    start, end = hit.start, hit.end
    if owner is not None:
        start = owner.start
    elif subject is not None and len(passage.between(subject.start, hit.start)) <= 5:
        start = subject.start
    for party in (agent, *targets):
        if party is not None and party.start >= hit.end and len(passage.between(start, party.end)) <= _LIMIT_TOKENS:
            end = max(end, party.end)
    return start, end


def _detail(passage: Passage, start: int, end: int) -> int:
    """How many kinds of detail stand in the clause: a date, casualties."""
    dated = any(start <= date.start < end for date in passage.dates)
    hurt = any(token.low in _CASUALTY_WORDS for token in passage.between(start, end))
    return int(dated) + int(hurt)

"""Verbs that tell an event: subject, object and agent must be of the classes that events.toml asks for."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.events.candidates import LIMIT_TOKENS, WEAPONS, Candidate, detail_score
from briefing_tui.extracting.events.clauses import ADVERBS, BE, HAVE, Roles, read_roles
from briefing_tui.extracting.events.figures_of_speech import is_idiom, only_aims
from briefing_tui.extracting.events.other_senses import is_other_verb_sense
from briefing_tui.extracting.events.participants import Party
from briefing_tui.extracting.events.party_words import PREPOSITIONS
from briefing_tui.extracting.events.undone import MODALS, SAME_PAST, is_undone
from briefing_tui.extracting.events.verb_actions import action_of
from briefing_tui.extracting.events.verb_conditions import (
    fits,
    following_word,
    has_particle,
    hits_unnamed,
    is_general,
    meets,
    of_other_noun,
    suffers,
)
from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.scan import Hit

_WATERWAY: Final = re.compile(r"(?i)strait|bosph?orus|dardanelles|hormuz|mandeb|canal|channel|gulf|\bsea\b|corridor|crossing")
_MOVED: Final = frozenset({"force", "munition", "warship", "vessel", "police", "people", "captive"})
"""What a relative clause without "that" can have as its object: "the soldiers the North has sent to Kursk"."""
_ABLE: Final = frozenset(
    {"force", "munition", "sea_drone", "aircraft", "device", "bomber", "blast", "vessel", "warship", "police", "hacker", "armour"}
)
_LEAST_SCORE: Final = 3
_ARTICLES: Final = frozenset("the a an this these its their his of any such no our my your another further more new".split(" "))
_NOUN_MAKERS: Final = frozenset("missile drone air rocket of in for on under by nuclear terrorist terror".split(" "))
_AFTER_NOUN: Final = frozenset('against on by in of at from over near and or for with to , . ; ” "'.split(" "))
_INDIRECT: Final = frozenset({"against", "with", "for", "by", "after", "without", "despite", "during", "from", "amid"})
_GERUND_HEADS: Final = frozenset(
    {"distance", "force", "forces", "power", "capability", "capabilities", "range", "position", "positions", "season"}
)
_COUNTED: Final = frozenset(
    {"most", "all", "some", "many", "both", "they", "them", "half", "dozens", "several", "two", "three", "none"}
)
_MOVES: Final = frozenset({"ground_assault", "territory_change", "withdrawal", "airspace_violation"})
_GIVEN: Final = frozenset({"troop_deployment", "prisoner_exchange", "air_defence_intercept"})
"""Actions whose object stands right after the verb: who "sent flowers to the soldiers" deployed none."""
_OWN_FORCES: Final = frozenset({"troop_deployment", "withdrawal", "mobilisation"})
"""Actions whose object belongs to the actor: troops that were deployed act for their state."""
_BEFORE_BASE: Final = frozenset(
    "to will would could may might can should must not they we i you who that and or did do does never ever help let still now also then military army police".split(
        " "
    )
)
_ATTEMPTS: Final = frozenset(
    {"attempt", "attempts", "bid", "bids", "effort", "efforts", "decision", "plan", "plans", "threat", "threats", "move", "moves"}
)
_REMNANTS: Final = frozenset({"debris", "shrapnel", "falling debris", "landmine", "landmines", "land mine", "mine", "mines"})


def read_verb(passage: Passage, hit: Hit, parties: list[Party], says: frozenset[int]) -> Candidate | None:
    """The candidate a verb makes, or None when its parties do not fit or it only says what could or should be done."""
    first = passage.token_at(hit.start)
    if passage.tokens[first].start != hit.start:
        return None  # "hard-hitting"
    if _is_not_a_verb(passage, first, hit, parties) or is_undone(passage, first, hit):
        return None
    if only_aims(passage, first, hit) or is_general(passage, first, hit):
        return None
    entry = hit.entry
    if any(party.start == hit.start for party in parties):
        parties = [party for party in parties if party.start != hit.start]  # "will station a brigade" names no station
    roles = read_roles(passage, parties, hit, says)
    if entry.get("passive") and (not roles.passive or (roles.agent is None and following_word(passage, hit) == "by")):
        return None
    if entry.get("action") in _MOVES and of_other_noun(passage, parties, first, hit):
        return None  # "the flow of drugs entering our country", "citizens fleeing the capital"
    if roles.subject is not None and (
        (entry.key == "fly_in" and roles.subject.is_any({"force"}))
        or (entry.key in {"land_force", "land_men"} and roles.subject.is_any({"munition"}))
    ):
        return None  # "fighters crossed into" are men, not planes; an "air defence missile" is no force
    if not has_particle(passage, first, entry.get("particle")):
        return None
    doer, sufferers = _doer_and_sufferers(passage, parties, roles, hit)
    attempter = _attempter(passage, parties, first)
    if attempter is not None and not roles.passive:
        doer = attempter
    if entry.key == "lose" and not roles.passive:
        sufferers = ((roles.subject,) if roles.subject is not None else ()) + sufferers
        doer = None
    elif roles.passive and doer is None and entry.get("action") in _OWN_FORCES:
        doer = roles.subject
    wanted = entry.get("subject") if entry.key != "lose" else None
    stands_for = doer is not None and doer.mention is not None and doer.mention.kind == "pronoun" and _is_plural(passage, doer)
    if wanted == ["force"] and (roles.pronoun is not None or stands_for) and any(p.place is not None for p in sufferers[:1]):
        wanted = ["force", "actor"]  # "they took Avdiivka"
    if wanted and not fits(doer, roles, wanted, patient=bool(entry.get("patient")), participle=_may_lack_subject(passage, hit)):
        return None
    if entry.get("strait") and not any(party.place and _WATERWAY.search(party.place.name) for party in sufferers):
        return None
    if not meets(passage, hit, roles):
        return None
    fitting = not entry.get("object") or any(
        suffers(passage, party, hit) for party in (sufferers if entry.key != "lose" else roles.objects[:1])
    )
    if not fitting and not _intercepted_most(passage, first, hit, roles) and not hits_unnamed(passage, hit, roles, doer):
        return None
    if is_other_verb_sense(passage, hit, following_word(passage, hit), doer, sufferers):
        return None
    if (
        doer is None
        and not roles.passive
        and roles.pronoun is None
        and hit.how.endswith((".ed", ".past", ".s", ".base"))
        and not entry.get("patient")
        and entry.get("object") != ["airspace"]  # "an unknown object had entered the country's airspace"
        and not (entry.key == "lose" and roles.subject is not None and roles.subject.is_any({"actor", "force"}))
    ):
        return None
    if roles.passive and not entry.get("patient") and roles.subject is None and roles.agent is None:
        return None
    if (
        roles.passive
        and doer is not None
        and passage.text[doer.start - passage.start : doer.end - passage.start].lower() in _REMNANTS
    ):
        return None  # "killed by falling debris": an interception's or a strike's
    parts = tuple(party for party in (doer, *sufferers, *roles.objects) if party is not None)
    weapons = tuple(dict.fromkeys(party for party in parts if party.is_any(WEAPONS)))
    score = detail_score(passage, roles.start, roles.end) + bool(weapons)
    score += 2 * bool(doer and (doer.actors or doer.is_any(_ABLE)))
    score += (
        any(party.place or party.actors for party in (*sufferers, *roles.objects))
        + bool(roles.pronoun)
        + bool(entry.get("object"))
        + roles.passive
        + (entry.category == "event")
        + (0 < len(entry.get("object") or ()) <= 2)
        + bool(entry.get("particle"))
        + 2 * bool(entry.get("followed"))
        + bool(doer and doer.actors and doer.is_any({"force"}))
        + (len(passage.between(hit.start, hit.end)) > 1)
        + (hit.how.endswith(".ing") and first > 0 and passage.tokens[first - 1].low == ",")
    )
    if score < _LEAST_SCORE:
        return None
    start, end = _span(passage, hit, roles, sufferers)
    return Candidate(
        passage=passage,
        hit=hit,
        start=start,
        end=end,
        action=action_of(passage, hit, sufferers, roles),
        actor=doer if doer is not None and doer.actors else None,
        doer=doer,
        pronoun=roles.pronoun if doer is None and not roles.passive else None,
        objects=tuple(dict.fromkeys((*sufferers, *(party for party in roles.objects if party is not doer)))),
        weapons=weapons,
        roles=roles,
        rule=f"{entry.key.replace('_', '-')}-verb",
        score=score + 3,
    )


def _is_plural(passage: Passage, pronoun: Party) -> bool:
    """Whether a pronoun can stand for troops: "they", not "he"."""
    return passage.text[pronoun.start - passage.start : pronoun.end - passage.start].lower() in {"they", "it", "we"}


def _attempter(passage: Passage, parties: list[Party], first: int) -> Party | None:
    """Whose attempt an infinitive tells: "the Kremlin's illegitimate attempts to annex", "Houthi efforts to block"."""
    if first < 2 or passage.tokens[first - 1].low != "to" or passage.tokens[first - 2].low not in _ATTEMPTS:
        return None
    start = passage.tokens[first - 2].start
    for party in reversed(parties):
        if party.end <= start:
            gap = passage.between(party.end, start)
            named = party.mention is not None and (
                party.mention.possessive or party.mention.adjective or (gap and gap[0].low == "'s")
            )
            return party if named and party.actors and len(gap) <= 3 else None
    return None


def _doer_and_sufferers(passage: Passage, parties: list[Party], roles: Roles, hit: Hit) -> tuple[Party | None, tuple[Party, ...]]:
    subject = (roles.subject,) if roles.subject is not None else ()
    if hit.entry.get("patient"):
        return None, subject
    if roles.passive:
        return roles.agent, subject
    if roles.subject is not None and (not roles.objects or roles.objects[0].preposition is not None):
        fronted = _fronted(passage, parties, roles.subject)
        if fronted is not None and (not roles.objects or fronted.is_any(_MOVED)):
            return roles.subject, (fronted, *roles.objects[:1])
        if not roles.objects:
            return roles.subject, ()
    if roles.objects and _has_comma(passage, hit.end, roles.objects[0].start):
        return roles.subject, ()
    if roles.objects and not _is_direct(passage, hit, roles.objects[0]):
        return roles.subject, ()
    reach = 2 if hit.entry.get("action") in {"strike", "weapons_authorisation", "ground_assault"} else 1
    if reach == 1 and roles.objects:
        first, rest = roles.objects[0], roles.objects[1:2]
        joined = (party for party in rest if party.preposition is None and _is_joined(passage, first.end, party.start))
        return roles.subject, (first, *joined)
    return roles.subject, roles.objects[:reach]


def _intercepted_most(passage: Passage, first: int, hit: Hit, roles: Roles) -> bool:
    """Whether missiles told of before are the subject: "most were intercepted by …", "all of them were shot down"."""
    if hit.entry.get("action") != "air_defence_intercept" or not roles.passive:
        return False
    return any(token.low in _COUNTED or token.low.isdigit() for token in passage.tokens[max(0, first - 5) : first])


def _may_lack_subject(passage: Passage, hit: Hit) -> bool:
    """Whether a participle may take its actor from outside its clause: "after allowing …", "accused Kyiv of attacking …"."""
    if not hit.how.endswith(".ing"):
        return False
    first = passage.token_at(hit.start)
    return hit.entry.get("action") not in {"strike", "ground_assault"} or (
        first > 0 and passage.tokens[first - 1].low in {"of", "by"}
    )


def _has_comma(passage: Passage, start: int, end: int) -> bool:
    """Whether a comma other than that of "3,000" stands between."""
    return ", " in passage.text[start - passage.start : end - passage.start]


def _is_joined(passage: Passage, start: int, end: int) -> bool:
    """Whether two objects are joined by "and" alone."""
    gap = passage.between(start, end)
    return 0 < len(gap) <= 3 and gap[0].low == "and"


def _fronted(passage: Passage, parties: list[Party], subject: Party) -> Party | None:
    """The noun a relative clause without "that" hangs on: "the missiles Russia fired", "soldiers the North has sent"."""
    for party in reversed(parties):
        if party.end <= subject.start:
            gap = passage.between(party.end, subject.start)
            return party if all(token.low in {"the", "that", "which", ","} for token in gap) else None
    return None


def _is_direct(passage: Passage, hit: Hit, party: Party) -> bool:
    """Whether the first phrase after the verb can be its object: hanging on no preposition but the verb's own, or on one of aim."""
    if party.preposition is None or party.preposition == passage.tokens[passage.token_at(hit.end) - 1].low:
        return True
    if hit.entry.get("action") in _GIVEN and "place" not in (hit.entry.get("object") or ()):
        gap = passage.between(hit.end, party.start)
        return party.preposition == "of" and all(token.low != "to" for token in gap)  # "sent flowers to the soldiers"
    if hit.entry.get("action") == "territory_change":
        return party.preposition == "of"
    return party.preposition not in _INDIRECT


def _is_not_a_verb(passage: Passage, first: int, hit: Hit, parties: list[Party]) -> bool:
    """Whether the word is a noun or an adjective here: "the strike", "Houthi attacks on", "mobilized soldiers"."""
    before = passage.tokens[first - 1].low if first else ""
    last = passage.token_at(hit.end)
    following = passage.tokens[last].low if last < len(passage.tokens) else ""
    if following == "-" or before == "-" or is_idiom(passage, hit, last):
        return True
    if hit.how.endswith(".ing") and (
        before.endswith("est") or (following in _GERUND_HEADS and before not in BE) or _after_event_noun(passage, first)
    ):
        return True
    if hit.how.endswith(".ing") and any(t.start == hit.start and t.end == hit.end for t in passage.of("thing")):
        return True  # "attacks on shipping"
    if hit.how.endswith(".ing") and before.endswith(("'s", "s'")):
        return True  # "Israel's killing of"
    if before in _ARTICLES:
        return hit.how != "verb.ing" or before != "of"
    if (
        hit.how.endswith(".base")
        and passage.tokens[first].low not in SAME_PAST
        and not (_can_be_base(before) or _many_before(passage, first, parties))
    ):
        return True
    position = first - 1
    while position > 0 and (passage.tokens[position].low in ADVERBS or passage.tokens[position].low.endswith("ly")):
        position -= 1
    auxiliary = position >= 0 and passage.tokens[position].low in BE | HAVE
    if hit.how.endswith((".base", ".s")) and not auxiliary:
        if (
            before.endswith("'s")
            or (before in _NOUN_MAKERS and passage.tokens[first].low not in SAME_PAST)
            or (
                " " not in hit.entry.key
                and following in _AFTER_NOUN
                and _one_word(hit, passage)
                and before not in MODALS
                and not (following == "by" and passage.tokens[first].low in SAME_PAST)
            )
            or (hit.how.endswith(".s") and any(p.end == passage.tokens[first - 1].end and len(p.actors) > 1 for p in parties))
        ):
            return True
        modifier = next((party for party in reversed(parties) if party.end <= hit.start), None)
        if (
            modifier is not None
            and modifier.mention is not None
            and passage.tokens[first - 1].end == modifier.mention.end
            and modifier.mention.adjective
        ):
            return True
        if before not in MODALS and any(thing.start <= hit.start < thing.end for thing in passage.of("thing", "weapon")):
            return not (modifier is not None and passage.tokens[first - 1].end == modifier.end and _acts(modifier, hit, before))
    if hit.how.endswith((".ed", ".pp")) and before not in BE and before not in HAVE:
        if before in PREPOSITIONS:
            return True
        subject_before = any(party.end <= hit.start and len(passage.between(party.end, hit.start)) <= 3 for party in parties)
        if not subject_before and any(party.start >= hit.end and not passage.between(hit.end, party.start) for party in parties):
            return True
    return False


def _after_event_noun(passage: Passage, first: int) -> bool:
    """Whether the word before is an event itself: "strikes hitting a school" are told by the noun."""
    end = passage.tokens[first - 1].end if first else -1
    return any(hit.end == end and hit.how == "noun" for hit in passage.of("event", "deed"))


def _can_be_base(before: str) -> bool:
    """Whether a verb's base form can follow this word: "to", a modal, a plural subject."""
    return before in _BEFORE_BASE or before.endswith(("s", "ly", "n't", "men", "people"))


def _many_before(passage: Passage, first: int, parties: list[Party]) -> bool:
    """Whether the verb's subject is many without ending in s: "Taliban take Kandahar", "Russia, Ukraine swap prisoners"."""
    party = next((party for party in parties if party.end == passage.tokens[first - 1].end), None) if first else None
    if party is None or "that" in {t.low for t in passage.tokens[max(0, passage.token_at(party.start) - 2) : first]}:
        return False  # "demanded that the movement free them"
    listed = party.start > passage.start and passage.tokens[passage.token_at(party.start) - 1].low in {",", "and"}
    return len(party.actors) > 1 or party.is_any({"armed", "police"}) or (bool(party.actors) and listed)


def _acts(party: Party, hit: Hit, word: str) -> bool:
    """Whether the phrase before a word that is noun and verb is its subject: "drones target Moscow"."""
    return bool(party.actors) or (
        hit.how.endswith(".base") and word.endswith("s") and party.is_any({"munition", "aircraft", "force", "sea_drone"})
    )


def _one_word(hit: Hit, passage: Passage) -> bool:
    return len(passage.between(hit.start, hit.end)) == 1


def _span(passage: Passage, hit: Hit, roles: Roles, sufferers: tuple[Party, ...]) -> tuple[int, int]:
    start, end = hit.start, hit.end
    subject = roles.subject
    crossed = subject is not None and any(
        token.low in {"that", "which", "who"} for token in passage.between(subject.end, hit.start)
    )
    if subject is not None and subject.end <= hit.start and not crossed and len(passage.between(subject.start, hit.start)) <= 9:
        start = subject.start
    else:
        subject = None
    following = [roles.agent] if roles.passive else [*sufferers[:1]]
    for party in (*following, *roles.objects):
        if party is None or party.start < hit.end or len(passage.between(start, party.end)) > LIMIT_TOKENS:
            continue
        if party.end > end and (party in following or party.preposition is not None or end == hit.end):
            end = party.end
            if party not in following:
                break
    return start, end

"""What makes a verb with its noun a step taken between states, rather than an aim, a demand, or an affair at home."""

from __future__ import annotations

from typing import Final

from briefing_tui.extracting.passages import Passage
from briefing_tui.extracting.reactions.hearing import Hearing, tense_of
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

_OBJECT_AFTER: Final = 9
"""Tokens after talks within which those stand with whom they are held."""
_OBLIGED: Final = frozenset("have has had need needs ought want wants wanted urge urges urged ask asks asked".split())
_WILLING: Final = frozenset("ready prepared willing open offer offers offered offering hopes hoped keen eager happy".split())
_PROSPECTS: Final = frozenset("offer possibility prospect prospects idea hope hopes chance chances instead likelihood".split())
_MODALS: Final = frozenset("will would could may might can is was".split())
_BYSTANDERS: Final = frozenset(
    "residents resident villagers civilians families people locals witnesses neighbours neighbors reporters journalists tourists".split()
)
_ARRIVING: Final = frozenset(
    "troops soldiers marines forces commandos warships warship ship ships jets planes plane tanks trucks convoy supplies weapons refugees migrants missiles".split()
)
_OUTBURST: Final = compile_later(r" (?:out|back) at\b")
_BESIDE: Final = frozenset("next near opposite outside behind beside around".split())
_BESIDE_REACH: Final = 4
_VERB_GROUP: Final = 3
_HOME: Final = ("white house", "office", "power", "work", "duty", "normal", "the table")
_OUGHT: Final = frozenset("must should ought may might could".split())
_HELPING: Final = frozenset("help helping helped helps let please".split())
_ARTICLES: Final = frozenset("a an the immediate any complete permanent full total temporary further no".split())
_AIMING: Final = frozenset({"to", "would", "should", "must", "could", "or"})
_INVARIABLE: Final = frozenset("put cut shut set hit let quit cast".split())
"""Verbs whose past is their base form."""
_TAKEN: Final = frozenset("will did agreed decided voted vowed plans planned is are due set".split())
"""Words before the first of coordinated infinitives that show the steps to be taken, and not only aims."""
_DETERMINERS: Final = frozenset(
    "the a an its their his several dozens two three four five six seven eight nine ten more some companies firms".split()
)
_AIM_REACH: Final = 25
"""Tokens before a coordinated infinitive within which the first one stands."""
_STAFF: Final = frozenset(
    "personnel staff staffer staffers official officials spokesman spokeswoman spokesperson employee employees guard guards attack".split()
)
_MODIFIED: Final = frozenset(
    "compliance relief evasion policy policies enforcement authorities authority program programs programme programmes regime laws law office list "
    "waiver waivers screening risk risks violation violations evaders".split()
)
"""Nouns that "sanctions" only modifies."""
_WEAK_TALKS: Final = frozenset(
    {
        "consultation",
        "discussion",
        "dialogue",
        "meeting",
        "exchange of view",
        "working lunch",
        "working dinner",
        "bilateral meeting",
        "summit",
    }
)
"""Words for talks that are as often held at home, without the s of the plural."""
_PEERS: Final = frozenset(
    "counterpart counterparts leaders ministers presidents delegations delegation sides parties allies ambassadors envoys mediators premiers".split()
)
"""Words for those with whom states talk."""
_STATE_CODE: Final = 3
_ON_SUBJECT: Final = 1.0
"""Weight of conflict vocabulary a law's sentence and its neighbours need where no other country is named."""
_BLOCS: Final = frozenset({"alliance", "bloc", "igo", "union", "court", "council"})


def is_item_of_demands(hearing: Hearing, passage: Passage, hit: Hit) -> bool:
    """Whether the verb opens an item of a list of things asked for ("- Impose an embargo")."""
    if passage.block.kind != "list_item" or tense_of(hit) != "base" or hit.start - passage.start > len("- "):
        return False
    return hit.how.endswith("base") and not hearing.clauses(passage).subject(hearing.clauses(passage).index(hit.start))


def is_only_asked(clauses: Clauses, hit: Hit, verb: int) -> bool:
    """Whether the step is what someone has to do, or one of several aims ("to identify and freeze"), and not told as taken."""
    if tense_of(hit) == "ing" and clauses.low(verb - 1) == "of" and clauses.low(verb - 2) in _PROSPECTS:
        return True  # "repeated his offer of holding talks"
    if tense_of(hit) == "ing":  # "leaders meeting in Doha agreed …", "before flying to Malaysia"
        loose = clauses.auxiliary(verb) == "" and hit.entry.key in {"speak_with", "meet"} and verb > 0
        return loose or clauses.low(verb - 1) == "before"
    if clauses.auxiliary(verb) in _OUGHT:
        return True
    if hit.entry.key == "sanctioned" or (hit.entry.key == "designate_entities" and clauses.low(verb).startswith("sanction")):
        return not _has_object(clauses, clauses.index(hit.end))
    if tense_of(hit) != "base":
        return False
    before = clauses.low(verb - 1)
    if before in _ARTICLES:
        return True  # "a complete halt to the raids"
    if before in _HELPING or ("out" in {clauses.low(verb + 1), clauses.low(verb + 2)} and hit.entry.key == "phone"):
        return True  # "helping lead the negotiations", "call Moscow out"
    if before == "to":
        return clauses.low(verb - 2) in _OBLIGED or (
            hit.entry.get("action") in {"talks", "visit", "call"} and clauses.low(verb - 2) in _WILLING
        )
    if before in {"and", "or", ","}:
        earlier = {clauses.low(at) for at in range(max(0, verb - _AIM_REACH), verb)}
        return clauses.low(verb) not in _INVARIABLE and bool(earlier & _AIMING) and not earlier & _TAKEN
    return False


def _has_object(clauses: Clauses, at: int) -> bool:
    """Whether what looks like the verb "sanctions" is one: somebody named or counted follows, rather than "on", "against" or "package"."""
    low = clauses.low(at)
    return low in _DETERMINERS or low[:1].isdigit() or (at < len(clauses.tokens) and clauses.tokens[at].capital)


def is_apt(hearing: Hearing, passage: Passage, thing: Hit) -> bool:
    """Whether a noun names the thing a step is done to: not "sanctions compliance", an "advisory" on drones, a military mission."""
    after = passage.between(thing.end, passage.end)[:1]
    if thing.entry.key == "sanctions" and after and after[0].low in _MODIFIED:
        return False
    surface = hearing.text[thing.start : thing.end].lower()
    if (
        thing.entry.key == "travel"
        and surface.endswith((" to", "travel"))
        and not {"against", "not"} & {token.low for token in passage.tokens}
    ):
        return False
    if thing.entry.key == "travel" and surface in {"advisory", "advisories"}:
        return passage.has("state") and bool(after) and after[0].low in {"for", "to", "on"}
    if thing.entry.category == "mission" and after and after[0].low in _STAFF:
        return False
    if thing.entry.category == "mission" and thing.entry.key == "mission":
        clauses = hearing.clauses(passage)
        at = clauses.index(thing.start)
        owner = clauses.mention_at[at - 1] if at else None
        owned = owner is not None and any(len(actor.code) == _STATE_CODE for actor in owner.actors)
        return owned or clauses.low(at - 1) in {"its", "own", "their", "diplomatic", "and"}
    return True


def are_between_states(clauses: Clauses, talks: Hit, speaker: Speaker) -> bool:
    """Whether talks in a weak word ("a discussion", "consultations") are with another state or organisation, not with industry."""
    if (
        clauses.passage.text[talks.start - clauses.passage.start : talks.end - clauses.passage.start].lower().rstrip("s")
        not in _WEAK_TALKS
    ):
        return True
    known = {actor.code for actor in speaker.actors}
    if len(known) > 1:
        return True
    at = clauses.index(talks.end)
    for place in range(at, min(at + _OBJECT_AFTER, len(clauses.tokens))):
        mention = clauses.noun(place)
        if clauses.low(place) in _PEERS:
            return True
        if mention is not None and any(
            actor.code not in known and not actor.code.startswith("group:") for actor in mention.actors
        ):
            return True
    return False


def is_on_subject(hearing: Hearing, passage: Passage, speaker: Speaker) -> bool:
    """Whether a law or another step is about the conflict or another country at all."""
    if hearing.relevance.news or hearing.reading.publisher is None or hearing.relevance.around(passage.index, 1) >= _ON_SUBJECT:
        return True
    known = {actor.code for actor in speaker.actors}
    return any(
        actor.code not in known and len(actor.code) == _STATE_CODE for mention in passage.mentions for actor in mention.actors
    )


def is_no_step(passage: Passage, hit: Hit, thing: Hit | None, speaker: Speaker) -> bool:
    """Whether the words name no step: "the frozen assets", a return to one's own capital, what people in the street do or may do."""
    surface = passage.text[hit.start - passage.start : hit.end - passage.start].lower()
    if surface == "frozen" and thing is not None and thing.start > hit.end and _precedes_its_noun(passage, hit):
        return True
    if _OUTBURST.match(passage.text, hit.end - passage.start) and hit.entry.get("action") == "sanctions":
        return True
    if thing is not None and thing.entry.category == "mission" and thing.end <= hit.start and _is_beside(passage, thing):
        return True
    if hit.entry.get("action") == "visit" and _brings_men_or_goods(passage, hit):
        return True
    if hit.entry.get("action") == "visit" and surface.startswith("return"):
        return _is_homecoming(passage, hit, speaker)
    return all(actor.code.startswith("group:") and _BYSTANDERS & set(actor.code[6:].lower().split()) for actor in speaker.actors)


def is_subject_of_another(passage: Passage, hit: Hit, thing: Hit | None) -> bool:
    """Whether a form in "-ing" opens the sentence as the subject of its verb ("Lifting sanctions will help Syria")."""
    if tense_of(hit) != "ing" or thing is None or passage.token_at(hit.start) > 1:
        return False
    for token in passage.between(thing.end, passage.end):
        if token.low == ",":
            return False
        if token.low in _MODALS:
            return True
    return False


def _precedes_its_noun(passage: Passage, hit: Hit) -> bool:
    at = passage.token_at(hit.start)
    return not {"has", "have", "had", "been", "was", "were", "is", "are", "also"}.intersection(
        token.low for token in passage.tokens[max(0, at - 2) : at]
    )


def _brings_men_or_goods(passage: Passage, hit: Hit) -> bool:
    """Whether troops, ships or supplies arrive rather than a visitor."""
    at = passage.token_at(hit.start)
    return bool(_ARRIVING.intersection(token.low for token in passage.tokens[max(0, at - _VERB_GROUP) : at]))


def _is_beside(passage: Passage, mission: Hit) -> bool:
    """Whether an embassy only tells where something else is ("the cinema next to the embassy closed")."""
    at = passage.token_at(mission.start)
    before = [token.low for token in passage.tokens[max(0, at - _BESIDE_REACH) : at]]
    return bool(_BESIDE.intersection(before)) and "," not in before


def _is_homecoming(passage: Passage, hit: Hit, speaker: Speaker) -> bool:
    rest = passage.text[hit.end - passage.start :].lower().strip()
    if rest.removeprefix("to ").removeprefix("the ").startswith(_HOME):
        return True
    codes = {actor.code for actor in speaker.actors}
    goal = next((other for other in passage.hits if other.start >= hit.end and other.entry.category in {"state", "place"}), None)
    return goal is not None and (goal.entry.key if goal.entry.category == "state" else goal.entry.get("state")) in codes


def is_ban_on_persons(passage: Passage, key: str, thing: Hit | None) -> bool:
    """Whether a "travel ban" is one on persons, which is a sanction, rather than advice to travellers."""
    if key != "travel_advice" or thing is None:
        return False
    surface = passage.text[thing.start - passage.start : thing.end - passage.start].lower()
    after = [token.low for token in passage.between(thing.end, passage.end)[:3]]
    return surface.startswith("travel ban") and bool(after) and (after[0] in {"on", "and", "against"} or surface.endswith("s"))


def has_place(clauses: Clauses, hit: Hit) -> bool:
    """Whether a state or place follows a verb of travelling."""
    at = clauses.index(hit.end)
    return any(
        other.entry.category in {"state", "place"}
        and (
            0 <= clauses.index(other.start) - at <= 4
            or (hit.how == "name" and 0 < clauses.index(hit.start) - clauses.index(other.start) <= 2)
        )
        for other in clauses.passage.hits
    )


def is_addressed(hearing: Hearing, hit: Hit, words_after: list[str], *, joint: bool) -> bool:
    """Whether somebody is spoken to: not "speaking also for Chad"."""
    if joint and words_after[:1] != ["were"]:
        return True
    return " " in hearing.text[hit.start : hit.end] or bool({"with", "to"}.intersection(words_after[:3]))


def has_bloc(clauses: Clauses, hit: Hit) -> bool:
    """Whether what is left is an organisation of states ("quit ECOWAS", "are leaving the African bloc ECOWAS")."""
    at = clauses.index(hit.end)
    return any(
        other.entry.category == "org" and other.entry.get("kind") in _BLOCS and 0 <= clauses.index(other.start) - at <= 4
        for other in clauses.passage.hits
    )


def legislates(passage: Passage, speaker: Speaker) -> bool:
    """Whether a parliament or a legislator is at work in the sentence, or a head of state signs what one has passed."""
    words = {token.low for token in passage.tokens}
    if (
        speaker.role is not None
        and {"signed", "signs", "sign"} & words
        and {"law", "bill", "decree", "act", "legislation"} & words
    ):
        return True
    if {"security", "council"} <= words or {"general", "assembly"} <= words:
        return False
    return bool(
        words
        & set(
            "parliament parliaments legislatures senate house congress knesset bundestag duma rada verkhovna storting riksdag lawmakers legislators assembly senators "
            "senator lok sabha majlis diet sejm seimas saeima cabinet legislature deputies mps chamber committee council".split()
        )
    )


def is_united_nations(speaker: Speaker) -> bool:
    """Whether the United Nations take the step, which hold meetings every day and pass no laws."""
    return any(actor.code.startswith("org:United Nations") for actor in speaker.actors)

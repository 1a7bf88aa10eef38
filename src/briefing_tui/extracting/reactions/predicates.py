"""Positions told by a verb or noun of stance: "condemned", "voiced concern", "drew criticism from", "called it “reckless”"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.reactions.governors import Memory, governor, is_blocked
from briefing_tui.extracting.reactions.hearing import Hearing, tense_of
from briefing_tui.extracting.reactions.positions import Position, clip, leads, nearest_date
from briefing_tui.extracting.reactions.qualifying import qualifies
from briefing_tui.extracting.reactions.quotes import Quote
from briefing_tui.extracting.reactions.speakers import Speaker
from briefing_tui.extracting.reactions.stance_nouns import noun_after, read_possessed, read_provoked
from briefing_tui.extracting.reactions.stances import lean, turned
from briefing_tui.extracting.reactions.subjects import Clauses
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later
from briefing_tui.model.vocabulary import Directness, Stance

_PASSIVE_ONLY_ACTIVE: Final = frozenset({"support", "defend_verb"})
_HABITUAL: Final = frozenset("repeatedly long often frequently consistently previously always".split())
_OWN_SIDE: Final = frozenset(
    "country government nation bloc ministry party group movement alliance people administration organisation organization kingdom republic union".split()
)
_SCRAP: Final = 5
"""Words a quotation may have to count as part of the sentence around it."""
_BEING: Final = frozenset("am is are was were be been being remain remains remained 's 're 'm".split())
_OBLIGED: Final = frozenset({"should", "must"})
_CHARGE_BEFORE: Final = frozenset(
    "charge charges accusation accusations allegation allegations claim claims suggestion suggestions assertion assertions report reports".split()
)
_STAFF: Final = frozenset(
    "minister ministers general generals commander commanders chief chiefs cabinet governor governors officer officers official officials parliament "
    "premier governments officers judge judges head heads staff employees".split()
)
_RECEIVED: Final = compile_later(
    r"(?<=\s)[^,;.:]{2,70}? (?:to|in|at) (?:the )?(?:White House|Kremlin|Elys[ée]e|Downing Street|Oval Office|palace|capital|Washington|Kyiv|Moscow|Berlin|Paris|London|Brussels|"
    r"Beijing|Ankara|Warsaw|Rome|Tokyo|Seoul|Jerusalem|headquarters|NATO headquarters)\b"
)
"""What follows "welcomed" when a guest is received."""
_PARTING: Final = frozenset({"while", "and", "but", "whereas", ";", "that", "which"})
"""Words after a quotation that begin somebody else's clause."""
_GUARDED: Final = frozenset("people citizens civilians population lives homes families troops interests".split())
_SAID_THINGS: Final = frozenset(
    "concern concerns criticism criticisms claim claims argument arguments accusation accusations allegation allegations narrative suggestion suggestions "
    "critics charge charges doubts".split()
)
_DIRECTING: Final = ("instruct", "direct", "order", "task", "commission")
"""How the verbs begin by which a superior sends his own people about their work."""
_OBJECT: Final = 5
"""Words after a verb within which its object stands."""


def read_predicates(hearing: Hearing, passage: Passage) -> list[Position]:
    """The positions that verbs and nouns of stance tell in a passage, outside quotation marks."""
    found: list[Position] = []
    memory = Memory()
    taken = -1
    for matched in passage.of("stance", "label", "light", "provoke", "say"):
        if matched.start < taken or not _in_own_words(hearing, passage, matched):
            continue
        hit = _as_verb(hearing, passage, matched)
        category = hit.entry.category
        if category == "say":
            memory.hear(governor(hearing, passage, hit, memory))
            continue
        position = None
        if category == "stance":
            position = _stated(hearing, passage, hit, memory)
        elif category == "label":
            position = _labelled(hearing, passage, hit, memory)
        elif category == "light":
            position = _carried(hearing, passage, hit, memory)
        if position is None and category in {"provoke", "light"}:
            position = read_provoked(hearing, passage, hit)
        if position is not None:
            found.append(position)
            taken = hit.end
            if position.quote is not None and position.quote.start >= hit.end:
                taken = position.quote.end  # what is quoted is this verb's
            if hit.entry.get("speech"):
                memory.hear(position.speaker)
    found.extend(read_possessed(hearing, passage, found))
    _name_voice(hearing, passage, found)
    return found


def _as_verb(hearing: Hearing, passage: Passage, hit: Hit) -> Hit:
    """The verb inside words that are an adjective only after a form of "be": "China firmly opposed the sale"."""
    if not hit.entry.get("feeling"):
        return hit
    clauses = hearing.clauses(passage)
    if clauses.auxiliary(clauses.index(hit.start)) in _BEING:
        return hit
    inner = [
        other
        for other in passage.hits
        if other.entry.category == "stance"
        and hit.start <= other.start
        and other.end <= hit.end
        and "." in other.how
        and not other.entry.get("feeling")
    ]
    return inner[-1] if inner else hit


def _in_own_words(hearing: Hearing, passage: Passage, hit: Hit) -> bool:
    """Whether the verb is the text's, or a quoted scrap of its sentence ("has “strongly condemned” the attack")."""
    quote = hearing.quotes.at(hit.start)
    if quote is None or hit.end > quote.end:
        return True
    return (
        hit.entry.category == "stance"
        and quote.start > passage.start
        and len(passage.between(quote.inner_start, quote.inner_end)) <= _SCRAP
        and tense_of(hit) != "base"
    )


def _name_voice(hearing: Hearing, passage: Passage, found: list[Position]) -> None:
    """Give a state's positions the human who voices them at the sentence's end (“…, the prime minister said”)."""
    silent = [position for position in found if position.speaker is not None and position.speaker.person is None]
    if not silent or not passage.has("say"):
        return
    last = [hit for hit in passage.of("say") if not hearing.quoted(hit.start, hit.end)][-1:]
    for hit in last:
        voice = governor(hearing, passage, hit, Memory())
        if voice is None or voice.person is None or not voice.mentions:
            continue
        codes = {actor.code for actor in voice.actors}
        for position in silent:
            speaker = position.speaker
            if (
                speaker is not None
                and position.triggers[0][1] <= voice.start
                and {actor.code for actor in speaker.actors} == codes
            ):
                position.speaker = replace(
                    speaker, person=voice.person, role=voice.role, mentions=(*speaker.mentions, *voice.mentions)
                )


def _stated(hearing: Hearing, passage: Passage, hit: Hit, memory: Memory) -> Position | None:
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    speaker = governor(hearing, passage, hit, memory) or _for_her_country(clauses, verb, memory)
    if speaker is None:
        return None
    entry = hit.entry
    end = hearing.clause_end(passage, hit)
    needs = entry.get("needs")
    if needs and not set(needs).intersection(token.low for token in passage.between(hit.end, passage.end)[:10]):
        return None
    if qualifies(clauses, verb) or _is_business(hearing, passage, hit) or _is_order_to_own(hearing, passage, hit, speaker):
        return None
    if entry.get("feeling") and clauses.auxiliary(verb) not in _BEING:
        return None
    if speaker.mentions and clauses.low(clauses.index(speaker.start) - 1) in {"nor", "neither", "whether", "if", "unless"}:
        return None  # "declined to say whether Oslo backed the raid"
    if is_blocked(clauses, verb) or clauses.auxiliary(verb) in _OBLIGED:
        return None  # what someone should condemn is another's demand
    passive = clauses.is_passive(verb) or (
        clauses.low(verb + 1) == "by" and not hearing.text[hit.start : hit.end].lower().endswith(" by")
    )
    if passive and entry.key in _PASSIVE_ONLY_ACTIVE:
        return None
    stance: Stance | None = entry.get("stance")
    if stance == "urge" and not _has_object(hearing, passage, hit, end):
        return None
    rule = f"{entry.key.replace('_', '-')}-verb"
    turns = entry.get("turns")
    if turns and stance is not None:
        stance = turned(turns, stance, passage, hit.end, end)
        if turns == "denial" and _charged_before(clauses, speaker, verb):
            stance = "defend"
    if stance is None:
        return None
    if clauses.negated(verb):
        if stance != "support":
            return None
        stance = "oppose"
    position = _position(
        hearing, passage, hit, memory.voiced(speaker), stance=stance, end=end, rule=rule, confidence=0.85 if not passive else 0.75
    )
    if clauses.low(verb - 1) in _HABITUAL and clauses.low(clauses.index(speaker.end)) in {",", "who"}:
        position.confidence = 0.55  # "Trump, who has repeatedly promised": what he says as a rule, not now
    return position


def _is_business(hearing: Hearing, passage: Passage, hit: Hit) -> bool:
    """Whether the verb tells an affair of state rather than a view: ministers dismissed, weapons requested."""
    surface = hearing.text[hit.start : hit.end].lower()
    after = passage.between(hit.end, passage.end)[:_OBJECT]
    if surface.startswith("welcom") and _RECEIVED.search(hearing.text, hit.end, passage.end):
        return True
    if surface in {"threaten", "defend", "defended", "defending"}:  # what endangers or guards, not what is said
        opening = {token.low for token in after[:4]}
        return (surface == "threaten" and low_at(after, 0) not in {"to", "with"}) or bool(_GUARDED & opening)
    if surface.startswith("dismiss"):
        return bool(_STAFF.intersection(token.low for token in after))
    if surface.startswith("request") and {"meeting", "session", "consultations", "briefing", "comment"}.intersection(
        token.low for token in after
    ):
        return True
    if surface.startswith("request") and after:
        return any(
            other.entry.category in {"weapon", "item_noun", "aid_noun"} and hit.end <= other.start < after[-1].end
            for other in passage.hits
        )
    if surface.startswith("counter"):  # threats are countered with arms, arguments with words
        said = _SAID_THINGS.intersection(token.low for token in after)
        return (
            not said
            and low_at(after, 0) not in {"that", ":", "with", "by"}
            and not hearing.quotes.within(passage.start, passage.end)
        )
    return False


def low_at(tokens: list[Token], at: int) -> str:
    """The lower-case word at `at`, empty where there is none."""
    return tokens[at].low if at < len(tokens) else ""


def _is_order_to_own(hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker) -> bool:
    """Whether somebody only tells his own people what to do: "has instructed his team to", "directed the Secretary of State"."""
    clauses = hearing.clauses(passage)
    surface = hearing.text[hit.start : hit.end].lower()
    asked = surface.startswith("asked") and clauses.low(clauses.index(hit.start) - 1) in {"has", "have", "had", "'ve"}
    if not asked and not surface.startswith(_DIRECTING):
        return False
    after = passage.between(hit.end, passage.end)[:_OBJECT]
    if low_at(after, 0) in {"my", "his", "her", "our", "its", "their"}:
        return True
    codes = {actor.code for actor in speaker.actors}
    for token in after[:3]:
        mention = clauses.mention_at[clauses.index(token.start)]
        if mention is not None:
            return bool(codes) and {actor.code for actor in mention.actors} == codes
    return False


def _charged_before(clauses: Clauses, speaker: Speaker, verb: int) -> bool:
    """Whether the object stands before, and is a charge: "…, a charge Phnom Penh rejects", "accusations it dismissed"."""
    at = clauses.index(speaker.start) - 1 if speaker.end <= clauses.tokens[verb].start else verb - 2
    while clauses.low(at) in {"the", "that", "which"}:
        at -= 1
    return clauses.low(at) in _CHARGE_BEFORE


def _for_her_country(clauses: Clauses, verb: int, memory: Memory) -> Speaker | None:
    """The speaker who says that "her country" or "his government" takes the position."""
    at = verb - 1
    while at >= 0 and clauses.transparent(at):
        at -= 1
    if clauses.low(at) in _OWN_SIDE and clauses.low(at - 1) in {"his", "her", "its", "their", "the"}:
        return memory.heard
    return None


def _has_object(hearing: Hearing, passage: Passage, hit: Hit, end: int) -> bool:
    """Whether anything is urged at all: not so at the end of "the missiles that Kyiv has asked for"."""
    rest = passage.between(hit.end, end)
    return bool(hearing.quotes.within(hit.start - 3, hit.end + 3)) or (
        bool(rest) and rest[0].low not in {",", ".", ";", "since", "and", "but", ")", "–", "—"}
    )


def _labelled(hearing: Hearing, passage: Passage, hit: Hit, memory: Memory) -> Position | None:
    """Read "called the move “reckless”": the stance is in the words that follow."""
    speaker = governor(hearing, passage, hit, memory)
    if speaker is None:
        return None
    clauses = hearing.clauses(passage)
    if is_blocked(clauses, clauses.index(hit.start)) or clauses.negated(clauses.index(hit.start)):
        return None
    if clauses.low(clauses.index(hit.end)) in {"necessary", "appropriate", "fit", "advisable"}:
        return None  # "as he deems necessary"
    if _is_aside(clauses, clauses.index(hit.start)) or qualifies(clauses, clauses.index(hit.start)):
        return None
    end = hearing.clause_end(passage, hit)
    quoted = [quote for quote in hearing.quotes.within(hit.end, end) if quote.start >= hit.end]
    leaning = lean(passage, hit.end, end)
    usual: Stance | None = hit.entry.get("stance")
    if leaning is None and not quoted and usual is None:
        return None
    stance: Stance = leaning.stance if leaning is not None else usual or "oppose"
    if stance in {"urge", "concern"} and quoted:
        stance = "oppose"
    position = _position(
        hearing, passage, hit, speaker, stance=stance, end=end, rule="label-verb", confidence=0.75 if leaning is not None else 0.6
    )
    if leaning is not None:
        position.cue = leaning.cue
    return position


def _is_aside(clauses: Clauses, verb: int) -> bool:
    """Whether the label only glosses another clause's words ("for what he termed “…”")."""
    return any(clauses.low(place) == "what" for place in range(max(0, verb - 4), verb))


def _carried(hearing: Hearing, passage: Passage, hit: Hit, memory: Memory) -> Position | None:
    """Read "voiced concern", "issued a warning": a light verb with a noun of stance."""
    noun = noun_after(hearing, passage, hit)
    if noun is None:
        return None
    speaker = governor(hearing, passage, hit, memory)
    if speaker is None:
        return None
    clauses = hearing.clauses(passage)
    verb = clauses.index(hit.start)
    if clauses.negated(verb) or is_blocked(clauses, verb):
        return None
    end = max(hearing.clause_end(passage, hit), noun.end)
    position = _position(
        hearing, passage, hit, speaker, stance=noun.entry.get("stance"), end=end, rule="stance-noun", confidence=0.8
    )
    position.cue = (noun.start, noun.end)
    return position


def _position(
    hearing: Hearing, passage: Passage, hit: Hit, speaker: Speaker, *, stance: Stance, end: int, rule: str, confidence: float
) -> Position:
    """The position of a verb with its object, and the quotations that stand in its clause."""
    begin = hit.start
    if leads(passage, speaker, hit.start):
        begin = speaker.start
    stop = speaker.end if speaker.mentions and hit.end < speaker.end <= end else end
    trigger = clip(passage, begin, max(stop, hit.end))
    if trigger[1] < hit.end:
        trigger = clip(passage, hit.start, max(stop, hit.end))
    quote, directness = attached_quote(hearing, passage, hit, end)
    toward = _object(hearing, passage, hit, end, speaker)
    return Position(
        passage=passage.index,
        rule=rule,
        stance=stance,
        triggers=[trigger],
        speaker=speaker,
        directness=directness,
        quote=quote,
        verb=(hit.start, hit.end),
        cue=(hit.start, hit.end),
        toward=toward,
        date=nearest_date(passage, hit.start, end),
        confidence=confidence if tense_of(hit) != "base" else confidence - 0.05,
        purpose=tense_of(hit) == "base" and hearing.clauses(passage).low(passage.token_at(hit.start) - 1) == "to",
        participle=tense_of(hit) == "ing"
        and (stance not in {"urge", "warn"} or rule == "label-verb")
        and not hearing.clauses(passage).auxiliary(passage.token_at(hit.start)),
    )


def attached_quote(hearing: Hearing, passage: Passage, hit: Hit, end: int) -> tuple[Quote | None, Directness]:
    """The quotation in a verb's clause, or the one it closes (“…,” warned X); marked as accounted for."""
    after = [quote for quote in hearing.quotes.within(hit.end, end) if quote.start >= hit.end]
    before = [quote for quote in hearing.quotes.within(passage.start, hit.start) if quote.end <= hit.start]
    chosen: Quote | None = None
    directness: Directness = "indirect"
    spoken = any(other.entry.category == "say" and before and before[-1].end <= other.start < hit.start for other in passage.hits)
    gap = passage.between(before[-1].end, hit.start) if before else []
    parted = bool(_PARTING.intersection(token.low for token in gap))
    if hit.entry.get("speech") and before and not spoken and not parted and len(gap) <= 8 and not after:
        closing = hearing.text[before[-1].inner_end - 1 : before[-1].inner_end]
        if closing in {",", "?", "!", "…"} or hearing.text[before[-1].end : before[-1].end + 1] == ",":
            chosen, directness = before[-1], "direct"
    if after:
        chosen = max(after, key=lambda quote: quote.inner_end - quote.inner_start)
        lead = hearing.text[hit.end : chosen.start].strip()
        directness = (
            "direct" if lead in {":", ","} and hearing.text[chosen.inner_start : chosen.inner_start + 1].isupper() else "mixed"
        )
    for quote in after or ([chosen] if chosen is not None else []):
        hearing.used.add(quote.start)
    return chosen, directness


def _object(hearing: Hearing, passage: Passage, hit: Hit, end: int, speaker: Speaker) -> tuple[int, int] | None:
    start = hit.end
    if speaker.mentions and speaker.start >= hit.end:
        return None
    tokens = passage.between(start, end)
    while tokens and (
        tokens[0].low in {"”", '"', "that", "to", "for", "on", "of", "about", "over", "at", "against", ",", ":", "by"}
    ):
        tokens.pop(0)
    if not tokens:
        return None
    words = clip(passage, tokens[0].start, tokens[-1].end, tokens=20)
    return words if words[1] - words[0] > 1 and hearing.text[words[0] : words[1]].strip("“”\"'.,") else None

"""Aid that is told without an amount and without the word package: "sent weapons to the Peshmerga", "military aid to Mali was suspended"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing_tui.extracting.aid.amount_signs import is_state
from briefing_tui.extracting.aid.context import NOBODY, AidContext, Side
from briefing_tui.extracting.aid.direction import find_subject, is_foreign
from briefing_tui.extracting.aid.donors import find_agent, find_donors
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.receiving import recipients_in
from briefing_tui.extracting.aid.recipients import around, find_recipients
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Mention, Passage
from briefing_tui.extracting.scan import Hit
from briefing_tui.model import Actor
from briefing_tui.model.patterns import compile_later


class _Phrase(NamedTuple):
    """A noun phrase of aid: its ends, the noun the lexicon knows in it, whether it is a load on its way, how vague an amount it has."""

    start: int
    end: int
    noun: Hit | None
    load: bool
    sum: bool
    money: bool


def find_plain_gifts(context: AidContext, passage: Passage, verbs: list[AidVerb], taken: list[Draft]) -> list[Draft]:
    """Drafts for aid whose giver, deed and receiver one sentence names, though not its amount; `taken` are those found otherwise."""
    drafts: list[Draft] = []
    for phrase in _phrases(passage):
        if any(draft.start < phrase.end and phrase.start < draft.end for draft in [*taken, *drafts]):
            continue
        verb = _deed(passage, phrase, verbs)
        noun = None if verb is not None or phrase.money else _STOPPAGE.search(passage.text, 0, phrase.start - passage.start)
        if noun is not None and _UNREAL.search(passage.text, 0, noun.start()):
            continue
        draft = _stopped(context, passage, phrase, noun) if noun is not None else None
        if verb is not None:
            draft = _read(context, passage, phrase, verb)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _phrases(passage: Passage) -> Iterator[_Phrase]:
    text, base = passage.text, passage.start
    nouns = [hit for hit in passage.of("aid_noun") if hit.entry.get("unit") == "aid"]
    last = base
    for match in _PHRASE.finditer(text):
        start, end = base + match.start(), base + match.end()
        noun = next((hit for hit in reversed(nouns) if start <= hit.start and hit.end <= end), None)
        if start >= last and not any(
            money.start <= end and start - money.end <= _OWN_AMOUNT
            for money in passage.money
            if money.start >= start - _OWN_AMOUNT
        ):
            yield _Phrase(start, end, noun, match["load"] is not None, match["sum"] is not None, match["money"] is not None)
        last = max(last, end)


_SORT: Final = r"(?:military|lethal|non-?lethal|humanitarian|security|defen[cs]e|food|emergency|financial|economic|development|budget(?:ary)?|medical|relief|bilateral|material|logistical)"
_KIND: Final = rf"(?:{_SORT}|foreign|western|american|u\.?s\.?|british|russian|iranian|direct|vital|critical|urgent(?:ly needed)?|life-?saving|much-needed|desperately needed|badly needed)"
_AID: Final = r"aid(?! (?:workers?|groups?|agenc|organi[sz]|officials?|operations?|efforts?|plans?|chief|budget|cuts?|programs?|programmes?|donors?|convoys?))"
_GOODS: Final = r"(?:weapon(?:s|ry)|arms|munitions|ammunition|military (?:equipment|hardware|supplies|goods|gear)|relief (?:supplies|goods|items)|aid supplies|supplies|food(?: aid| supplies| and (?:water|medicine|medical supplies))?)"
_PHRASE: Final = compile_later(
    rf"(?<!nuclear )(?<!chemical )(?<!biological )(?<!destruction )\b(?:(?P<sum>(?:tens|hundreds|dozens|scores|several|billions|millions|many|a few) (?:of )?(?:tens of |hundreds of )?(?:millions |billions |thousands |million |billion )?(?:of )?(?:US |U\.S\. |Canadian |Australian )?(?:dollars|euros|pounds|rubles|roubles|kronor|kroner)(?:['’]? worth)?(?: in| of) (?:{_KIND},? (?:and )?)*(?:aid|assistance|support|help|funding|{_GOODS}))"
    rf"|(?P<load>(?:{_KIND} )*(?:{_SORT}|aid|arms|weapons?) (?:convoys?|shipments?|deliver(?:y|ies)|consignments?|airdrops?|air drops?|flights?|ships?|transfers?|sales|exports)"
    rf"|(?:convoys?|shipments?|deliver(?:y|ies)|consignments?|airdrops?|air drops?|planeloads?|shiploads?|truckloads?|cargo(?:es)?|transfers?|sales?) of (?:{_KIND},? (?:and )?)*(?:aid|assistance|{_GOODS}))"
    rf"|(?P<money>(?:funding|funds|financing|financial contributions?|contributions|payments|support)(?= (?:for|to) ))"
    rf"|(?:{_KIND},? (?:and )?)*(?:{_KIND} (?:{_AID}|assistance)|{_SORT} (?:support|help|relief)|{_AID}|weapon(?:s|ry)|arms|military (?:equipment|hardware|supplies|goods|gear)))\b",
    re.IGNORECASE,
)
"""Aid as news names it: a vague sum of it, a load on its way, aid of a kind, arms or supplies in general."""
_OWN_AMOUNT: Final = 25
"""Code points within which an amount belongs to the phrase, which is then read with it."""


def _deed(passage: Passage, phrase: _Phrase, verbs: list[AidVerb]) -> AidVerb | None:
    """The verb that gives or stops this aid: before it with at most the receiver between, or behind it in the passive."""
    for verb in reversed(verbs):
        if (
            verb.end > phrase.start
            or verb.negated
            or verb.passive
            or not (verb.frame in _GIVING or verb.hit.entry.key == "resume")
        ):
            continue
        gap = passage.text[verb.end - passage.start : phrase.start - passage.start]
        if len(gap) > _NEAR or _BREAK.search(gap):
            continue
        return verb if _happens(passage, verb) else None
    for verb in verbs:
        if verb.start < phrase.end or verb.negated:
            continue
        gap = passage.text[phrase.end - passage.start : verb.start - passage.start]
        if len(gap) > _NEAR or _BREAK.search(gap):
            break
        if (verb.passive and verb.frame in _GIVING - {"receive"}) or (
            phrase.load
            and verb.frame == "arrive"
            and verb.hit.how.endswith((".ed", ".pp", ".past"))
            and not any(0 <= money.start - verb.end <= _OWN_AMOUNT for money in passage.money)
        ):
            return verb if _happens(passage, verb) else None
    return None


_GIVING: Final = frozenset({"give", "promise", "withhold", "receive"})
_NEAR: Final = 45
_BREAK: Final = compile_later(
    r"[;:“”\"(]|\b(?:about|on|from|by|in|that|which|who|while|but|after|before|because|when|said|says|against|not|no|of|if|whether)\b",
    re.IGNORECASE,
)


def _happens(passage: Passage, verb: AidVerb) -> bool:
    """Whether the deed is told as done, going on, decided or promised, not as possible, wished for or a habit."""
    lead = passage.text[: verb.start - passage.start]
    clause = lead[max(lead.rfind(";"), lead.rfind("”"), lead.rfind(", but "), lead.rfind(", and ")) + 1 :]
    if _UNREAL.search(clause):
        return False
    how = verb.hit.how
    if _PERFECTED.search(lead) or (_INVARIANT.match(passage.text, verb.start - passage.start) and not _BEFORE_BASE.search(lead)):
        return True
    if how.endswith((".ed", ".pp", ".past")):
        return True
    if how.endswith(".ing"):
        return _GOING_ON.search(lead) is not None
    return _DECIDED.search(lead) is not None


_PERFECTED: Final = compile_later(
    r"\b(?:has|have|had|was|were|been) (?:(?:also|already|now|since|just|recently|quietly) )?$", re.IGNORECASE
)
_INVARIANT: Final = compile_later(r"cut\b|put\b|let\b", re.IGNORECASE)
_BEFORE_BASE: Final = compile_later(r"\b(?:to|will|would|can|not|and|did|does|do|they|we) $", re.IGNORECASE)
_UNREAL: Final = compile_later(
    r"\b(?:if|unless|whether|should|could|may|might|must|would|can|cannot|can['’]t|urg\w+|call(?:s|ed|ing)? (?:on|for)|ask\w*|continu\w+|need(?:s|ed)?|refus\w+|without|instead|accus\w+|alleg\w+|den(?:y|ies|ied)|suspect\w*|prevent\w*|ban(?:s|ned)?"
    r"|want\w*|wish\w*|hop\w+|consider\w*|discuss\w*|help\w*|debat\w+|calls?|demand\w*|oppos\w+|threat\w*|warn\w*|used to|right to|able to|ready to|willing to|seek\w*|sought|try\w*|tried|never|rather than|bill|resolution|legislation|law|act|require[sd]?|lobb\w+|propos\w+)\b",
    re.IGNORECASE,
)
_GOING_ON: Final = compile_later(
    r"\b(?:is|are|was|were|been|be|'s|’s|'re|’re|began|begun|begin|starts?|started|starting|stop(?:s|ped)?|resum\w+|halt\w*|suspend\w*|announced|confirmed|acknowledged|admitted|by)(?: (?:also|now|already|secretly|quietly|openly|not))? $",
    re.IGNORECASE,
)
_DECIDED: Final = compile_later(
    r"(?:\b(?:will|'ll|’ll)(?: (?:also|now|soon|immediately|temporarily|instead))? |\b(?:decid\w+|agreed|plans?|planned|planning|promis\w+|pledg\w+|vow\w*|beg[aiu]n|begins|starts?|started|set|due|is|are|ordered|moved|offer\w*|intend\w*|approved|voted|decision|resum\w+|pledge|promise|plan|order|announced plans) to (?:temporarily |immediately |also )?)$",
    re.IGNORECASE,
)


def _stopped(context: AidContext, passage: Passage, phrase: _Phrase, noun: re.Match[str]) -> Draft | None:
    """Aid whose end a noun tells ("Washington's suspension of military aid to Mali")."""
    recipients = _tied(context, passage, phrase)
    if recipients is NOBODY or not context.near(passage.index):
        return None
    start = passage.start + noun.start()
    donors = find_donors(context, passage, start, phrase.end, None, excluded=recipients.codes)
    if not _goes_abroad(context, recipients, donors):
        return None
    return Draft(
        passage,
        start,
        phrase.end,
        "aid-held-up",
        donors=donors,
        recipients=recipients,
        noun=phrase.noun,
        confidence=0.6,
        general=True,
    )


_STOPPAGE: Final = compile_later(
    r"\b(?:suspension|freeze|freezing|halting|halt|pause|cut-?off|stoppage) (?:of|in|on|to) (?:all |its |their |most |some |us |u\.s\. |american |british |european )*$",
    re.IGNORECASE,
)


def _read(context: AidContext, passage: Passage, phrase: _Phrase, verb: AidVerb) -> Draft | None:
    held = verb.frame == "withhold"
    words = passage.text[phrase.start - passage.start : phrase.end - passage.start]
    if (
        (held and verb.hit.entry.key == "refuse")
        or (phrase.sum and held)
        or (phrase.money and not held and verb.hit.entry.key != "resume")
    ):
        return None
    recipients = _receiver(context, passage, phrase, verb)
    if recipients is NOBODY:
        return None
    giver = find_agent(context, passage, verb) if verb.passive else NOBODY
    if giver is NOBODY:
        giver = find_donors(
            context,
            passage,
            phrase.start,
            phrase.end,
            None if verb.passive or verb.frame == "arrive" else verb.hit,
            excluded=recipients.codes,
            receiving=verb.frame == "receive",
        )
    if giver is NOBODY and not (phrase.load or verb.frame == "receive" or (held and verb.passive)):
        return None
    if not _goes_abroad(context, recipients, giver):
        return None
    if not context.near(passage.index) and not (
        giver.near and _is_between_states(giver, recipients) and (_KNOWN_AID.search(words))
    ):
        return None
    first, last = recipients.mentions[:1], recipients.mentions[-1:]
    beside = (
        bool(first)
        and recipients.near
        and first[0].start - phrase.end > 0
        and passage.distance(phrase.end, first[0].start) <= _BESIDE
    )
    draft = Draft(
        passage,
        phrase.start,
        last[0].end if beside else phrase.end,
        "aid-held-up" if held else "plain-aid",
        donors=giver,
        recipients=recipients,
        noun=phrase.noun,
        verb=verb,
        confidence=0.65,
        general=True,
    )
    if phrase.sum:
        draft.currency = next((code for unit, code in _UNITS.items() if unit in words.lower()), None)
    lead = passage.text[: phrase.start - passage.start]
    if not held and (_SINCE.match(passage.text, phrase.end - passage.start) or (phrase.sum and _PERFECT.search(lead))):
        draft.scope = "cumulative"
    return draft


_UNITS: Final = {"canadian dollars": "CAD", "australian dollars": "AUD", "dollars": "USD", "euros": "EUR", "pounds": "GBP"}
_SINCE: Final = compile_later(
    r"[^.;]{0,60}?\b(?:since|so far|to date|for (?:years|months|decades)|over the (?:past|last|years))\b", re.IGNORECASE
)
_PERFECT: Final = compile_later(r"\b(?:has|have|had)\b[^.;]{0,40}$", re.IGNORECASE)


def _is_between_states(giver: Side, recipients: Side) -> bool:
    return all(is_state(code) for code in giver.codes | recipients.codes) and bool(giver.codes)


_KNOWN_AID: Final = compile_later(
    r"\b(?:military|lethal|development|humanitarian|food|budget\w*|security) (?:aid|assistance|support)\b|arms\b|weapons",
    re.IGNORECASE,
)


def _receiver(context: AidContext, passage: Passage, phrase: _Phrase, verb: AidVerb) -> Side:
    """Who receives, named in the sentence beside the aid: behind it, between verb and aid, or as the subject of receiving."""
    if verb.frame == "receive":
        side = find_subject(context, passage, verb.start)
        if side is NOBODY:
            before = [side for side in recipients_in(context, passage) if side.mentions[-1].end <= verb.start]
            side = before[-1] if before and passage.distance(before[-1].mentions[-1].end, verb.start) <= _TIED else NOBODY
        return side if side is not NOBODY and _is_known(context, side) else NOBODY
    tied = _tied(context, passage, phrase)
    if tied is not NOBODY:
        return tied
    low, high = min(verb.start, phrase.start), max(verb.end, phrase.end)
    for side in recipients_in(context, passage):
        first, last = side.mentions[0], side.mentions[-1]
        if low <= first.start and last.end <= high and first.kind not in {"place", "pronoun"} and _is_known(context, side):
            return side
    if verb.frame == "withhold" and phrase.noun is not None:
        side = find_recipients(context, passage, phrase.start, phrase.end, verb.hit)
        if (
            side is not NOBODY
            and _is_known(context, side)
            and _MILITARY.search(passage.text, phrase.start - passage.start, phrase.end - passage.start)
        ):
            return side
    return NOBODY


def _tied(context: AidContext, passage: Passage, phrase: _Phrase) -> Side:
    """The receiver right behind the aid: a name after "to" or "for", or fighters without a name ("to the rebels")."""
    for side in recipients_in(context, passage):
        first = side.mentions[0]
        if first.start < phrase.end or first.kind == "pronoun" or not _is_known(context, side):
            continue
        gap = passage.between(phrase.end, first.start)
        if len(gap) <= _TIED and not any(token.low in _APART for token in gap):
            return _owned_group(context, passage, side)
    for mention in passage.mentions:
        gap_text = passage.text[phrase.end - passage.start : max(0, mention.start - passage.start)]
        if mention.start > phrase.end and mention.actors and _TO_THEM.fullmatch(gap_text) and not mention.adjective:
            side = Side(mention.actors, (mention,))
            if _is_known(context, side) or any(
                hit.entry.get("kind") == "armed_group" for hit in context.reading.hits_within(mention.start, mention.end, "org")
            ):
                return side
    if _THE_SAME.match(passage.text, phrase.end - passage.start):
        return around(context, passage)
    match = _UNNAMED.match(passage.text, phrase.end - passage.start)
    if match is None:
        return NOBODY
    words = match["who"]
    actor = Actor(code=f"group:{words}", name=words, via="collective")
    start = passage.start + match.start("who")
    return Side((actor,), (Mention(start, start + len(words), (actor,), kind="collective"),))


def _owned_group(context: AidContext, passage: Passage, side: Side) -> Side:
    """The armed group behind the possessive of its country ("Sudan's Rapid Support Forces"), else the side itself."""
    last = side.mentions[-1]
    if not last.possessive:
        return side
    group = next(
        (mention for mention in passage.mentions if 0 <= mention.start - last.end <= _POSSESSIVE and mention.actors), None
    )
    if group is None or not any(
        hit.entry.get("kind") == "armed_group" for hit in context.reading.hits_within(group.start, group.end, "org")
    ):
        return side
    return Side(group.actors, (group,))


_POSSESSIVE: Final = 3
_TO_THEM: Final = compile_later(
    r" (?:directly |straight |indirectly |secretly )?(?:to|for) (?:the |its |their )?(?:[A-Z]?[\w-]+ ){0,2}"
)
_UNNAMED: Final = compile_later(
    r" (?:directly |secretly )?(?:to|for) (?:the |some |moderate |vetted |anti-government )*(?P<who>(?:[A-Z][\w-]+ )?(?:moderate )?(?:rebels?(?: (?:groups?|forces|fighters|council))?|opposition(?: (?:groups?|fighters|forces))?|insurgents|militias|Kurds|separatists|guerrillas|refugees|displaced people))\b"
)
"""Receivers without a name."""
_THE_SAME: Final = compile_later(
    r" (?:to|for) the (?:country|kingdom|nation|army|government|junta|military|authorities|territory|enclave|strip|agency|group|organi[sz]ation)\b"
)
_TIED: Final = 6
_BESIDE: Final = 3
_APART: Final = frozenset("and but as from by after because while amid despite said says , ;".split())
_MILITARY: Final = compile_later(r"\b(?:military|weapons?|arms|security|lethal|non-?lethal)\b", re.IGNORECASE)


def _goes_abroad(context: AidContext, recipients: Side, donors: Side) -> bool:
    if recipients.codes & donors.codes:
        return False
    return is_foreign(context, recipients, donors) if context.is_receiver(recipients) else True


def _is_known(context: AidContext, side: Side) -> bool:
    return context.is_receiver(side) or any(_FIGHTERS.search(code) for code in side.codes)


_FIGHTERS: Final = compile_later(
    r"rebel|opposition|peshmerga|kurd|militia|fighter|insurgent|resistance|separatist|tribes|guerrilla|houthi|hezbollah|free syrian army|ypg|sdf|syrian democratic forces|libyan national army|rapid support",
    re.IGNORECASE,
)
"""Armed groups that are given arms."""

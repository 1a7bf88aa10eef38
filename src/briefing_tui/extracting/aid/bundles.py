"""Packages named without an amount: "a new package of military aid for Ukraine", "the 17th tranche", "The package includes"."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.amount_words import find_mechanism
from briefing_tui.extracting.aid.context import NOBODY, AidContext
from briefing_tui.extracting.aid.direction import is_foreign
from briefing_tui.extracting.aid.donors import find_donors
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.recipients import find_recipients
from briefing_tui.extracting.aid.verbs import AidVerb, find_verbs
from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.scan import Hit
from briefing_tui.model.patterns import compile_later

_NEW: Final = frozenset(
    "new another additional further latest fresh next more increased emergency extra forthcoming upcoming initial first second third fourth fifth sixth"
    " seventh eighth ninth tenth immediate major significant large big massive biggest largest sizeable substantial comprehensive urgent future renewed"
    " long-awaited delayed recent planned possible potential proposed".split()
)
_POINTING: Final = frozenset({"the", "this", "that", "these", "today's", "tuesday's", "its", "their"})
_ORDINAL: Final = compile_later(r"\d+(?:st|nd|rd|th)|(?:[a-z]+-)*[a-z]{2,}(?:first|second|third|th)")
_GENERIC_PACKAGES: Final = frozenset(
    {
        "package",
        "packages",
        "tranche",
        "tranches",
        "batch",
        "facility",
        "appeal",
        "commitment",
        "contribution",
        "allocation",
        "gift",
        "pledge",
        "donation",
        "installment",
        "instalment",
        "drawdown",
        "disbursement",
        "bailout",
    }
)
_LEADING: Final = 5
_MILITARY: Final = compile_later(
    r"\b(?:aid|assistance|military|security|weapons?|arms|support|defen[cs]e|humanitarian|relief|drawdown|equipment|munitions|ammunition|financial|supplemental|donation|tranche)\b",
    re.IGNORECASE,
)
_SANCTIONS: Final = compile_later(
    r"\b(?:sanctions?|stimulus|tax|budget|spending|reform|rescue|measures|legislative|infrastructure|crime|immigration|trade|tariff|care|nuclear|peace|climate|methane|emissions?|carbon|petroleum|barrels?|election|campaign)\b",
    re.IGNORECASE,
)
_RESERVE: Final = compile_later(r"\b(?:petroleum|barrels?|oil|crude|from Iraq|from Afghanistan|troops?)\b")
"""After a drawdown that is none of arms."""
_LENDING: Final = compile_later(
    r"\b(?:loan|credit|grant|aid|fund\w*|financ\w+|support|assistance|peace|ukraine|recovery|growth)\b", re.IGNORECASE
)
"""Before a facility that lends or gives, and is no building."""
_CONTAINING: Final = compile_later(
    r"^(?:\W*)(?:the|this|that|today's|its|their|it)\b[^.;:]{0,60}?\b(?:package|tranche|aid|assistance|announcement|donation|delivery|shipment|drawdown)\b[^.;:]{0,50}?\b(?:will |would |also )*(?:includes?|contains?|consists? of|comprises?|features?|covers?|provides?)\b",
    re.IGNORECASE,
)


def find_bundles(context: AidContext, passage: Passage, taken: list[Draft]) -> list[Draft]:
    """Drafts for the packages a passage names without an amount; `taken` are those it names with one."""
    if not passage.has("aid_noun"):
        return []
    drafts: list[Draft] = []
    verbs: list[AidVerb] | None = None
    for noun in passage.of("aid_noun"):
        unit = noun.entry.get("unit")
        if unit == "money" or noun.entry.key == "weapons":
            continue
        if any(draft.start <= noun.end + 1 and noun.start < draft.end for draft in [*taken, *drafts] if draft.passage is passage):
            continue
        if verbs is None:
            verbs = find_verbs(passage)
        draft = _read_bundle(context, passage, noun, verbs)
        if draft is None:
            continue
        if (
            any(
                abs(draft.start - other.end) < 30 and other.passage is passage and not draft.definite
                for other in [*taken, *drafts]
            )
            and draft.tranche is None
        ):
            continue
        drafts.append(draft)
    return drafts


def _read_bundle(context: AidContext, passage: Passage, noun: Hit, verbs: list[AidVerb]) -> Draft | None:
    tokens = passage.tokens
    first = passage.token_at(noun.start)
    start_index, leading = _lead(passage, first)
    words = [token.low for token in leading]
    new = any(word in _NEW for word in words)
    ordinal = next(
        (
            token
            for token in leading
            if _ORDINAL.fullmatch(token.low) and token.low not in {"month", "north", "south", "both", "health", "growth"}
        ),
        None,
    )
    unit = noun.entry.get("unit")
    head = passage.text[noun.start - passage.start : noun.end - passage.start].lower()
    end = _tail(passage, noun)
    phrase = passage.text[tokens[start_index].start - passage.start : end - passage.start]
    if (
        _SANCTIONS.search(phrase)
        or _RESERVE.search(passage.text[end - passage.start :][:60])
        or (head == "facility" and not _LENDING.search(phrase))
        or (noun.entry.key == "supplemental" and "appeal" in head)
    ):
        return None
    if (
        unit == "package"
        and head in _GENERIC_PACKAGES
        and not _MILITARY.search(phrase)
        and not _MILITARY.search(passage.text[: noun.start - passage.start])
    ):
        return None
    if head in _GENERIC_PACKAGES and head not in {"package", "packages"} and _is_of_things(passage, noun):
        return None
    before = tokens[start_index - 1].low if start_index else ""
    pointing = before in _POINTING or (bool(words) and words[0] in _POINTING)
    verb = _governing(passage, tokens[start_index].start, noun.end, verbs)
    containing = _CONTAINING.match(passage.text) if unit in {"package", "aid"} else None
    definite = bool(containing) and noun.start - passage.start < containing.end() if containing else False
    start = tokens[start_index].start
    if definite:
        return Draft(passage, start, end, "package-contains", noun=noun, definite=True, confidence=0.6)
    held = _held_up(context, passage, noun, (start, end), verbs)
    if held is not None:
        return held
    if pointing and not new and ordinal is None:
        return None
    plural = head.endswith("s") and head != "assistance"
    if unit in {"loan", "grant", "sale"} and (verb is None or (plural and unit != "sale")):
        return None
    wanted = (unit == "package" and not plural and (new or ordinal is not None or before in {"a", "an"})) or (
        unit in {"aid", "loan", "grant", "sale"} and new
    )
    if not wanted:
        return None
    if verb is None and ordinal is None:
        return None
    if verb is not None and (
        verb.frame not in {"announce", "give", "promise", "fund", "ask", "withhold", "receive"}
        or verb.hit.entry.key in {"consider", "cancel", "refuse"}
    ):
        return None
    if unit == "aid" and verb is not None and verb.frame in {"ask", "withhold"}:
        return None
    explicit = find_recipients(context, passage, start, end, verb.hit if verb else None)
    donors = find_donors(
        context,
        passage,
        start,
        end,
        verb.hit if verb is not None and not verb.passive else None,
        excluded=explicit.codes if explicit.near else frozenset(),
        receiving=verb is not None and verb.frame == "receive",
    )
    recipients = (
        explicit
        if not explicit.codes & donors.codes
        else find_recipients(context, passage, start, end, verb.hit if verb else None, donors=donors)
    )
    if recipients is NOBODY or not is_foreign(context, recipients, donors) or not context.near(passage.index):
        return None
    if unit != "package" and not recipients.near:
        return None
    mechanism, span = find_mechanism(passage, start, end)
    return Draft(
        passage,
        start,
        end,
        "package-without-amount",
        donors=donors,
        recipients=recipients,
        noun=noun,
        verb=verb,
        mechanism=mechanism,
        mechanism_span=span,
        confidence=0.7 if recipients.near else 0.6,
    )


def _is_of_things(passage: Passage, noun: Hit) -> bool:
    """Whether a batch or donation is one of things named after it, which are items and no package ("a batch of launchers")."""
    if not passage.text.startswith(" of ", noun.end - passage.start):
        return False
    return any(
        hit.entry.category in {"weapon", "item_noun"} and hit.start > noun.end and len(passage.between(noun.end, hit.start)) <= 5
        for hit in passage.hits
        if not any(
            other.entry.category == "aid_noun" and other.start == hit.start and other.entry.key == "aid" for other in passage.hits
        )
    )


def _held_up(context: AidContext, passage: Passage, noun: Hit, span: tuple[int, int], verbs: list[AidVerb]) -> Draft | None:
    """Aid in general that is suspended or cut for a named receiver ("assistance to Niger was suspended", "halted military aid to Ukraine")."""
    if noun.entry.get("unit") not in {"aid", "sale"} or noun.entry.key == "weapons":
        return None
    verb = next(
        (
            verb
            for verb in verbs
            if verb.frame == "withhold"
            and not verb.negated
            and verb.hit.entry.key != "refuse"
            and (
                (verb.end <= span[0] and len(passage.between(verb.end, span[0])) <= _ADJACENT)
                or (verb.passive and verb.start >= span[1] and len(passage.between(span[1], verb.start)) <= _ADJACENT)
            )
        ),
        None,
    )
    if verb is None or not context.near(passage.index) or _CONDITION.search(passage.text):
        return None
    recipients = find_recipients(context, passage, span[0], span[1], verb.hit)
    if not recipients.near or not any(span[0] <= mention.start <= span[1] + 4 for mention in recipients.mentions):
        return None
    donors = find_donors(context, passage, span[0], span[1], None if verb.passive else verb.hit, excluded=recipients.codes)
    if not is_foreign(context, recipients, donors):
        return None
    return Draft(
        passage, span[0], span[1], "aid-held-up", donors=donors, recipients=recipients, noun=noun, verb=verb, confidence=0.7
    )


_CONDITION: Final = compile_later(r"\b(?:unless|if|could|may|might|threat\w*|would|without)\b")
_ADJACENT: Final = 3


def _lead(passage: Passage, first: int) -> tuple[int, list[Token]]:
    """The modifiers before a noun: adjectives, ordinals, demonyms and nouns, back to an article or verb."""
    tokens = passage.tokens
    index = first
    verbs = {
        hit.start
        for hit in passage.hits
        if hit.entry.category in {"aid_verb", "say", "event"} and hit.how.startswith("verb") and not hit.how.endswith(".ed")
    }
    while index > 0 and first - index < _LEADING:
        token = tokens[index - 1]
        low = token.low
        if not low[0].isalnum() or low in _STOPS or (token.start in verbs and low not in {"support", "aid", "relief", "supply"}):
            break
        if low in {"today's", "monday's", "wednesday's", "thursday's", "friday's"}:
            break
        index -= 1
    return index, tokens[index:first]


_STOPS: Final = frozenset(
    "although though while whereas because when amid despite without the a an this that these those of in on at by for from with to and or but as is are was were be been has have had will would its their our his her"
    " my no not any some all than into over under about also who which it they we he she i said announced including include includes".split()
)


def _tail(passage: Passage, noun: Hit) -> int:
    """The end of the phrase: "of military aid", "for Ukraine" belong to it."""
    tokens = passage.tokens
    end = noun.end
    index = passage.token_at(end)
    while index + 1 < len(tokens) and tokens[index].low in {"of", "for", "to"}:
        following = tokens[index + 1].start
        hit = max(
            (
                hit
                for hit in passage.hits
                if hit.start >= following and hit.entry.category == "aid_noun" and len(passage.between(following, hit.start)) <= 3
            ),
            key=lambda hit: (-hit.start, hit.end),
            default=None,
        )
        mention = next((mention for mention in passage.mentions if 0 <= mention.start - following <= 4), None)
        if (
            tokens[index].low == "of"
            and hit is not None
            and not any(t.low in _STOPS - {"the"} for t in passage.between(following, hit.start))
        ):
            end = hit.end
        elif mention is not None:
            end = mention.end
        else:
            break
        index = passage.token_at(end)
    return end


def _governing(passage: Passage, start: int, end: int, verbs: list[AidVerb]) -> AidVerb | None:
    before = [
        verb
        for verb in verbs
        if verb.end <= start
        and len(passage.between(verb.end, start)) <= 6
        and not any(token.low in {";", "”", ",", "after", "that", "before"} for token in passage.between(verb.end, start))
    ]
    if before:
        return before[-1]
    after = [verb for verb in verbs if verb.start >= end and verb.passive and len(passage.between(end, verb.start)) <= 6]
    return after[0] if after else None

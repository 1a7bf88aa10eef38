"""Whether an amount is a package, a part of one or a running total."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.extracting.aid.amount_words import past_conversion
from briefing_tui.extracting.aid.context import Side
from briefing_tui.extracting.aid.drafts import Draft
from briefing_tui.extracting.aid.verbs import AidVerb
from briefing_tui.extracting.passages import Passage
from briefing_tui.model import Money
from briefing_tui.model.patterns import compile_later

_BRINGING: Final = compile_later(
    r"\b(?:bring(?:s|ing)?|brought|lift(?:s|ing|ed)?|tak(?:es|ing)|took|rais(?:es|ing)|push(?:es|ing))\b[^;]{0,100}\bto\s*$",
    re.IGNORECASE,
)


_SINCE: Final = compile_later(
    r"\b(?:since|so far|to date|thus far|until now|as of|between (?:\w+ )?20\d\d and|from (?:\w+ )?20\d\d (?:to|until|through)|over the (?:past|last) \w+ (?:years|months)|in the (?:past|last) \w+ (?:years|months))\b",
    re.IGNORECASE,
)


_PART_BEFORE: Final = compile_later(
    r"(?:\bincluding|\bincludes?|\bof which|\bwith|\bof that|\bof this|\bof the total|\bamong (?:that|it|them)|\bmost of which|\bpart of which|\bconsist\w* of|\bcompris\w+"
    r"|\btwo parts:|\bof it\b,?|\bof that sum,?|\bone of them)\s*(?:[-–—,:]\s*)?(?:a |an |the |another |up to |some |about |around |roughly |more than |over |at least |nearly |almost |as much as |approximately |first |further |additional )*$",
    re.IGNORECASE,
)


_PART_AFTER: Final = compile_later(
    r"^\s*(?:of (?:it|that|this|which|the (?:total|sum|money|package|amount|loan|aid|funds|funding|new|latest))\b|(?:will|would) (?:come|go) from (?:the|its|their|existing|frozen|a)\b|share\b|portion\b)",
    re.IGNORECASE,
)


_SHARE_OF: Final = compile_later(
    r"^(?: on [^,;.]{3,14}\.?[^,;.]{0,8})?\s*(?:(?:,|—|–|-)\s*|(?:as|which is|representing|being|or) )+(?:its|their|the|his|a|an|our)? ?(?:[\w-]+ ){0,2}?(?:share|part|portion|slice|half|third|quarter|tranche|instalment|installment|chunk|payment|disbursement) (?:of|under) (?:a|an|its|the|their|this|that|his|our)\b",
    re.IGNORECASE,
)
"""After an amount that the next words make a share of a named whole: "…, its share of a $50 billion loan"."""
_FIRST_OF: Final = compile_later(r"\bthe (?:first|next|last|final|remaining|initial)\s*$", re.IGNORECASE)
_OF_A_WHOLE: Final = compile_later(
    r"^\s*(?:of|from|under) (?:a|an|its|the|their|this|that)\b[^.;,]{0,40}\b(?:loan|facility|programme|program|package|grant|fund|pledge|commitment|scheme)\b",
    re.IGNORECASE,
)
_OF_THE_SUM: Final = compile_later(r"^\W*of (?:the|that|this|its)(?: [\w-]+)? ?$", re.IGNORECASE)


_FORMS_PART: Final = compile_later(
    r"^[^.;]{0,70}\b(?:(?:forms?|makes? up|is|are|as|was|were|will be) (?:a )?part of|(?:comes?|is drawn|drawn|taken|paid|funded|financed) (?:out of|from)) (?:a|an|the|its|their|our|this|that)\b[^.;,]{0,30}[\d$€£]",
    re.IGNORECASE,
)
"""After an amount that is told to be part of a larger one: "… belongs to the $9 billion"."""


_PART_OF: Final = compile_later(
    r"^[^.;,]{0,60}, (?:which is |as |a |the first |the latest )?part of (?:a|an|the|its|their) [^.;,]{0,20}[\d$€£]",
    re.IGNORECASE,
)
"""After an amount and what it is called, where the next words make it part of a larger one."""
_COMPARED: Final = re.compile(
    r"\b(?:compared|along|together|in line|up|level) (?:with|to)\s*(?:a |an |the |about |some |more than )*$", re.IGNORECASE
)


_SHARE: Final = compile_later(
    r"\b(?:share|portion|slice|half|quarter|the (?:rest|remainder|balance|other|bigger|larger|smaller|first|second))\b",
    re.IGNORECASE,
)


def is_next_in_row(passage: Passage, last: Draft, money: Money) -> bool:
    """Whether only the giver of the part before stands between it and this amount ("among them £1 million from A and £2 million from B")."""
    if last.money is None or last.passage is not passage:
        return False
    return _FROM_ANOTHER.fullmatch(passage.text, last.money.end - passage.start, money.start - passage.start) is not None


_FROM_ANOTHER: Final = compile_later(
    r" from (?:the )?[^,;.\d]{2,50}?(?:,| and|, and) (?:an? |about |around |some |nearly |roughly |more than |over |almost |another )*"
)


def is_part(passage: Passage, money: Money, start: int, parents: list[Draft]) -> bool:
    """Whether the amount is stated as a part of another one."""
    text = passage.text
    low = min(start, money.start) - passage.start
    lead = text[max(0, low - 60) : low]
    if _COMPARED.search(lead):
        return False
    named = any(low + passage.start - 7 <= mention.end < low + passage.start - 3 for mention in passage.mentions)
    here = bool(parents) and parents[-1].passage is passage
    opened = _PART_BEFORE.search(lead)
    if (
        parents
        and opened
        and (here or not opened[0].lower().startswith("with"))
        and not (named and lead.rstrip().endswith("with"))
    ):
        return True
    if _PART_AFTER.match(text[money.end - passage.start :]) or _FORMS_PART.match(text[money.end - passage.start :]):
        return True
    divided = _DIVIDED.search(text[max(0, low - _WHOLE) : low]) if parents else None
    if divided is not None and any(
        other.passage is not passage or other.start < passage.start + max(0, low - _WHOLE) + divided.end() for other in parents
    ):
        return True
    rest = text[past_conversion(passage, money.end) - passage.start :]
    if (
        _SHARE_OF.match(rest)
        or _PART_OF.match(rest)
        or (_FIRST_OF.search(text[: money.start - passage.start]) and _OF_A_WHOLE.match(rest))
    ):
        return True
    if _is_spelled_out(passage, money):
        return True
    inside = text[max(0, start - passage.start) : money.start - passage.start]
    clause = re.split(r"[;.]", lead)[-1]
    if re.search(r"\bpart of (?:a|an|its|their)\b", clause + inside):
        return False
    if _SHARE.search(inside) or re.search(
        r"\b(?:share|portion|slice|part) (?:will be|would be|is|was|comes to|came to|amounts to|stands at)\s*$", clause
    ):
        return True
    if not parents:
        return False
    if _OPENING_PART.match(text) and low < 70:
        return True
    last = parents[-1].money
    further = re.search(r"\b(?:further|another|additional|remaining)\b", inside + clause[-25:]) is not None
    return bool(
        (
            further
            and last is not None
            and parents[-1].scope == "component"
            and last.currency == money.currency
            and not passage.mentions[:1]
        )
        or (
            further
            and last is not None
            and last.currency == money.currency
            and parents[-1].scope == "component"
            and not any(m.end <= money.start for m in passage.mentions)
        )
    )


def _is_spelled_out(passage: Passage, money: Money) -> bool:
    """Whether a larger sum earlier in the sentence is broken down after it: behind a colon, "including", "of which" or "Of the £40 million, …"."""
    for whole in passage.money:
        if whole.start >= money.start:
            return False
        if broken_down(passage, whole, money):
            return True
    return False


def broken_down(passage: Passage, whole: Money, part: Money) -> bool:
    """Whether the words between two amounts make the later one a part of the earlier."""
    if whole.currency != part.currency or whole.amount <= part.amount:
        return False
    between = passage.text[whole.end - passage.start : part.start - passage.start]
    opened = _SPELLING.search(between)
    if opened is not None and _SENTENCE.search(between, opened.end()) is None:
        first = whole.end + opened.end()
        return opened[0][0] != ":" or any(0 <= money.start - first <= _RIGHT_BEHIND for money in passage.money)
    return _OF_THE_SUM.match(passage.text[: whole.start - passage.start]) is not None


_RIGHT_BEHIND: Final = 16
_SPELLING: Final = compile_later(
    r":\s|[,(—–] ?(?:including|of which|among (?:it|that|which)|comprising|consisting of|made up of|split)\b", re.IGNORECASE
)
_SENTENCE: Final = compile_later(
    r"[;“”]|\b(?:bringing|in addition|separately|on top of|a total of|while|has|have|announc\w+|pledg\w+|promis\w+|unveil\w*|offer\w*|donat\w+)\b",
    re.IGNORECASE,
)
_WHOLE: Final = 1500
"""Code points back within which a sum may be said to be divided."""
_DIVIDED: Final = compile_later(
    r"\b(?:two|three|four|five|several) (?:parts|components|elements|tranches|portions|packages)\b\s*:", re.IGNORECASE
)


_OPENING_PART: Final = compile_later(
    r"\W*(?:the (?:bigger|larger|smaller|other|first|second|third|rest|remainder|balance)\b|of (?:that|this|it|which|the total)\b|(?:about |roughly |more than )?(?:half|most|part|some|a third|a quarter|two thirds|two-thirds) of (?:it|that|this|the)\b)",
    re.IGNORECASE,
)


def is_next_share(money: Money, donors: Side) -> bool:
    """Whether the amount is the next giver's in a row of shares ("…, Spain's €2 billion, Norway's 8 billion kroner")."""
    return any(mention.possessive and 0 < money.start - mention.end <= 5 for mention in donors.mentions)


def counts_since(passage: Passage, end: int) -> bool:
    """Whether "since …" or "to date" follows right after an amount."""
    tail = re.split(r"[;,:–—]|\b(?:and|which|that|with)\b|\.\s", passage.text[end - passage.start :], maxsplit=1)[0][:60]
    return _SINCE.search(tail) is not None


def is_total(
    passage: Passage, money: Money, end: int, verb: AidVerb | None, *, earlier: list[Draft], recent: list[Draft]
) -> bool:
    """Whether the amount is a running total."""
    text = _ADVERB.sub(r"\1 later", passage.text.replace("U.S.", "U S ").replace("U.K.", "U K "))
    lead = text[: money.start - passage.start][-_LEAD:]
    window = lead[-130:]
    if _RAISED_BY.search(lead) or text.startswith(" each", money.end - passage.start):
        return False
    if _ONE_PACKAGE.search(lead[-110:]):
        return False
    totalling = _TOTALLING.search(window[-70:] + text[money.start - passage.start : end - passage.start])
    if totalling and (totalling[0].lower() not in _SUMS or _SINCE.search(text) or re.search(r"\b(?:has|have|had)\b", lead)):
        return True
    if (
        _BRINGING.search(window) or (_STANDING.search(window[-90:]) and not _IN_A_YEAR.match(text, money.end - passage.start))
    ) and not _OF_A_YEAR.search(window):
        return True
    if _TRACKER.search(text) and verb is not None and verb.frame in {"give", "promise", "fund"}:
        return True
    if earlier and _FOR_A_TOTAL.search(lead):
        return True
    if _BY_THEN.search(text[: money.start - passage.start]):
        return True
    if (
        _GIVEN_BEFORE.match(text[money.end - passage.start :])
        or _RECEIVED_IN.search(lead[-90:])
        or _COLLECTED.search(lead[-140:])
    ):
        return True
    if (
        verb is not None
        and money.bound != "exact"
        and verb.frame in {"give", "equip"}
        and _PERFECT.search(text[max(0, verb.start - passage.start - 30) : verb.start - passage.start])
        and verb.end <= money.start
        and not _DATED.search(text)
    ):
        return True
    if _ALREADY.search(re.split(r"[;:]|\.\s|, (?:and|but) ", lead)[-1][-80:]) and verb is not None and verb.frame != "announce":
        return True
    if re.search(r"\bdisbursements\b[^.;]{0,50}\bto\b\s*$", window):
        return True
    tail = re.split(
        r"[;,:–—]|\b(?:and(?! (?:its|their) (?:people|neighbou?rs|forces|military|army))|which|that|including)\b|\.\s",
        text[max(end, money.end) - passage.start :],
        maxsplit=1,
    )[0][:60]
    clause = re.split(r"[;:]|\.\s", lead[-140:])[-1][-130:]
    since = _SINCE.search(tail)
    if since is not None and _STUCK.search(tail, 0, since.start()):
        return False
    if since is None and not re.search(r"\b(?:biggest|largest|first)\b[^,]*\bto date", clause):
        since = _SINCE.search(clause)
    if since is None:
        return _goes_on_counting(passage, money, verb, recent)
    in_tail = _SINCE.search(tail) is not None
    if not in_tail and (verb is None or verb.end > money.start or _said_of_another(passage, clause, since.end(), money, verb)):
        return False
    if not in_tail and (_FURTHER.search(lead) or _AHEAD.match(text[money.end - passage.start :])):
        return False
    if re.search(
        r"\b(?:biggest|largest|first|highest|latest)\b[^,;]{0,20}$",
        (clause + tail)[: -len(tail) or None] + tail[: since.start() if _SINCE.search(tail) else 0],
    ):
        return False
    if _SINCE.search(tail) or (earlier and earlier[-1].scope == "cumulative"):
        return verb is None or verb.frame != "announce" or verb.hit.how.endswith((".pp", ".ed"))
    return (
        verb is not None
        and verb.hit.how.endswith((".ed", ".pp", ".past", ".base", ".s"))
        and verb.frame != "announce"
        and not re.search(r"\bsince\b", re.split(r",", clause)[-1] if "," in clause and clause.count(",") > 2 else "")
    )


_ONE_PACKAGE: Final = compile_later(
    r"\b(?:a|an|another|new|latest|further|fresh) (?:[\w-]+ ){0,4}(?:package|tranche|shipment|consignment|batch|deal|sale|grant|loan|contribution|donation)\b[^.;,]{0,40}\b(?:total(?:l?ing|s)|worth|valued at|amounting to) (?:an? |about |around |some |nearly |roughly |more than |over |almost |up to )*$",
    re.IGNORECASE,
)
"""Before the worth of one package, however much has been given before."""
_ADVERB: Final = compile_later(r"\b(has|have|had) since\b(?! \d)")
"""Where "since" means later ("The bank has since released …"); the word that takes its place is as long."""
_RAISED_BY: Final = compile_later(r"\b(?:raised?|raising|increas\w+|topp\w+ up|expand\w*|boost\w*|up) by (?:a |an |about |around |some |another |nearly |over |more than )*$", re.IGNORECASE)  # fmt: skip
_STANDING: Final = compile_later(
    r"\b(?:aid|assistance|support|help|backing|commitments?|contributions?|pledges|donations|funding|deliveries|disbursements|total|sum|figure)\b[^.;]{0,50}?"
    r"\b(?:r(?:ise|ises|ose|isen)|climb\w*|grow\w*|grew|swell\w*|amount(?:s|ed|ing)?|com(?:e|es)|c(?:a|o)me|add(?:s|ed)? up|reach(?:es|ed)?|stands?|stood|run(?:s|ning)?|total(?:s|led|ing)?|exceed(?:s|ed)?|surpass(?:es|ed)?|top(?:s|ped)?)"
    r"(?: (?:to|at|now|already|about|around|more than|over|nearly|almost|some|well|beyond))*\s*$",
    re.IGNORECASE,
)
"""Before a level that has been reached: "commitments for the year rose to", "aid now totals", "support stands at"."""
_ALREADY: Final = compile_later(
    r"\b(?:has|have|had|'ve) (?:already|so far|now|thus far|to date|previously|together|jointly|collectively|in all)\b(?! (?:approved|agreed|announced))[^,;]{0,45}$",
    re.IGNORECASE,
)
_RECEIVED_IN: Final = compile_later(
    r"(?<!United )\b(?:donors?|partners|allies|countries|governments|nations|states|contributors|members) (?:have|had) (?:so far |already |now |together |collectively )?(?:given|contributed|provided|donated|paid|committed|disbursed|delivered|spent|sent|pledged) (?:an? |some |about |just |only |more than |over |nearly )*$",
    re.IGNORECASE,
)
"""Before an amount that many givers have given together: it adds up."""
_BY_THEN: Final = compile_later(
    r"\bby (?:the end of |late |early |mid-?)?(?:[A-Z]\w+ )?(?:19|20)\d\d\b[^.;]{0,60}\bhad (?:been )?(?:already )?(?:given|provided|committed|pledged|sent|spent|delivered|contributed|donated|disbursed|supplied|received)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before what had been given up to a day ("By March 2023 the country had provided")."""
_COLLECTED: Final = compile_later(
    r"\b(?:fund|appeal|plan|response|facility|mission|initiative|operation|campaign)\b[^.;,]{0,70} (?:has|have|had) (?:only |so far |just |already )?(?:received|raised|collected|attracted|drawn|gathered|secured|got) (?:an? |some |about |just |only |more than |over |nearly |around )*$",
    re.IGNORECASE,
)
"""Before what has come into a fund or for an appeal by now."""
_GIVEN_BEFORE: Final = compile_later(
    r"^[^.;,]{0,40}?\b(?:(?:it|we|they|he|she|[A-Z]\w+) (?:has|have|had)|(?:has|have|had) been) (?:already |so far |previously |now )+(?:been )?(?:provided|given|committed|pledged|sent|spent|delivered|contributed|donated|disbursed|supplied)\b"
)
_FOR_A_TOTAL: Final = re.compile(
    r"\b(?:for|making|to) (?:a |an )?(?:\w+ )?total of (?:about |around |some |more than |over |nearly )*$", re.IGNORECASE
)
_PERFECT: Final = compile_later(r"\b(?:has|have|had|'ve) (?:\w+ly |now |together )?$", re.IGNORECASE)
_DATED: Final = compile_later(
    r"\b(?:today|yesterday|this (?:week|month)|last (?:week|month)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|new|additional|further|another|annually|a year|per year|next)\b",
    re.IGNORECASE,
)
_FURTHER: Final = compile_later(r"\b(?:a |an )?(?:further|additional|another|extra|new|fresh)(?: (?:some|about|around|nearly|over))* *$", re.IGNORECASE)  # fmt: skip
_AHEAD: Final = compile_later(r"^[^.;,]{0,40}\b(?:will|would|is to|are to|is due|are due)\b", re.IGNORECASE)


def _said_of_another(passage: Passage, clause: str, end: int, money: Money, verb: AidVerb) -> bool:
    """Whether "since 2022" in a clause belongs to a verb before the amount's own ("has sent vehicles since 2022, and pledged $2 billion")."""
    since = money.start - passage.start - (len(clause) - end)
    own = verb.start - passage.start
    return (
        own > since > _OPENING
        and re.search(
            r"\band (?:(?:in|last|on|this|next) [\w.]+ )?(?:it |they |he |she |we )?(?:\w+ly |also |then |has |have )?$",
            passage.text[:own],
        )
        is not None
    )


_OPENING: Final = 30
_IN_A_YEAR: Final = compile_later(r"\s+(?:last|this|next|a|per|each|every) (?:year|month)\b")
_OF_A_YEAR: Final = compile_later(
    r"\b(?:this|next|the coming) year['’]s (?:[\w-]+ )?(?:aid|assistance|support|budget|programme|program|contribution|allocation|funding)\b|\b(?:annual|yearly|\d{4}) (?:[\w-]+ )?(?:aid|assistance|support|budget|contribution|allocation)\b",
    re.IGNORECASE,
)
"""Before an amount that is what one year has, raised or not."""
_TRACKER: Final = compile_later(r"\b(?:Kiel Institute|Ukraine Support Tracker)\b")
_STUCK: Final = compile_later(
    r"\b(?:stuck|stalled|blocked|held|languish\w*|pending|frozen|waiting|delayed|suspended|shelved|on hold)\b", re.IGNORECASE
)
_LEAD: Final = 600
"""Code points before an amount that can say it is a running total."""
_SUMS: Final = frozenset({"total of", "a total of", "the total of", "in total"})
"""Words that may only add up what is announced now."""


def _goes_on_counting(passage: Passage, money: Money, verb: AidVerb | None, recent: list[Draft]) -> bool:
    """Whether a sentence in the perfect goes on after a running total ("Others have contributed some $35 billion")."""
    if verb is None or verb.frame not in {"give", "promise"} or verb.end > money.start or not recent:
        return False
    lead = [token.low for token in passage.tokens[max(0, passage.token_at(verb.start) - 3) : passage.token_at(verb.start)]]
    last = recent[-1]
    return last.scope == "cumulative" and passage.index - last.passage.index == 1 and bool({"have", "has"} & set(lead))


_TOTALLING: Final = compile_later(r"\b(?:(?:a |the |running |grand )?total (?:of|to|at|aid|assistance|support|U S|US|military|security|commitments?|contributions?|bilateral|humanitarian)|running total|cumulative|in total|overall (?:support|aid|assistance))\b", re.IGNORECASE)  # fmt: skip

"""The shapes of dates in English news text, as regular expressions tried where a telling word begins."""

from __future__ import annotations

import re
from typing import Final

from briefing_tui.model.patterns import compile_later

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "weds", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
_FULL_WEEKDAYS: Final = tuple(name for name in WEEKDAYS if name.endswith("day"))


def _any_case(names: object) -> str:
    """Names as they stand capitalised in a sentence or all in capitals, longest first."""
    words = sorted(map(str, names), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(form for word in words for form in (word.capitalize(), word.upper()))


_MONTH: Final = rf"(?:{_any_case(MONTHS)})(?![^\W_])"
_ABBREVIATED_DOT: Final = r"(?:(?<!may)(?<!May)\.)?"
_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?(?![^\W_])"
_YEAR: Final = r"(?:1[89]|20)\d\d(?![^\W_]|,\d)"
_THROUGH: Final = r"\s*(?:[-‑–—/]|\b(?:to|and|through|until|till|or)\b)\s*(?:the\s+)?"
_HOUR: Final = r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?|\s+(?:GMT|hours))?"
_RELATIVE_YEAR: Final = r"\s+(?:of\s+)?(?P<relative>last|this|next)\s+year"

WEEKDAY: Final = compile_later(
    rf"(?P<weekday>{_any_case(_FULL_WEEKDAYS)}|(?:{_any_case(set(WEEKDAYS) - set(_FULL_WEEKDAYS))})(?=\.|,?\s+(?:\d|{_MONTH}))\.?)(?![^\W_])"
)
AFTER_WEEKDAY: Final = compile_later(r",?\s+(?:the\s+)?")
PART_OF_DAY: Final = compile_later(
    r"\s+(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night|lunchtime|midday|noon|midnight|overnight)(?![^\W_])"
)
WEEK_OF_WEEKDAY: Final = compile_later(r"\s+(?:of\s+)?(?P<which>last|this|next)\s+week(?![^\W_])", re.IGNORECASE)

ISO: Final = compile_later(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]\d\d:\d\d\S*)?(?!\d)")
ISO_MONTH: Final = compile_later(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-])")
NUMERIC: Final = compile_later(r"(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)")
NUMERIC_YEAR_FIRST: Final = compile_later(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d/]|\.\d)"
)
DAY_MONTH: Final = compile_later(
    rf"(?P<day>{_DAY})(?:{_THROUGH}(?P<last_day>{_DAY}))?(?:\s+of\s+|[\s\u00a0]+|[-‑/])(?P<month>{_MONTH}){_ABBREVIATED_DOT}"
    rf"(?:(?:,?\s+(?:of\s+)?|[-‑/])(?P<year>{_YEAR})|{_RELATIVE_YEAR})?"
)
MONTH_DAY: Final = compile_later(
    rf"(?P<month>{_MONTH})\.?\s+(?:the\s+)?(?P<day>{_DAY})(?![,.]\d|:\d|\s?%|\s+(?:percent|per\s+cent|million|billion|thousand)\b)"
    rf"(?:{_THROUGH}(?P<last_day>{_DAY})(?![,.:]\d|\s+(?:[a-z]+s)\b))?(?:(?:,\s*|\s+(?:of\s+)?)(?P<year>{_YEAR})|{_RELATIVE_YEAR})?"
)
MONTH_YEAR: Final = compile_later(rf"(?P<month>{_MONTH})\.?(?:(?:,?\s+(?:of\s+)?|[-‑/])(?P<year>{_YEAR})|{_RELATIVE_YEAR})")
MONTH: Final = compile_later(rf"(?P<month>{_MONTH}){_ABBREVIATED_DOT}")
YEARS: Final = compile_later(
    r"(?P<year>(?:19|20)\d\d)(?:[-‑–—/](?P<last>(?:19|20)\d\d|\d\d)(?![\d-]))?(?![^\W_]|[,.]\d|[-‑–]\d|:\d)"
)
DECADE: Final = compile_later(r"(?P<year>(?:19|20)\d0)['’]?s(?![^\W_])")

SEASON_YEAR: Final = compile_later(
    rf"(?:the\s+)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\s+of)?(?:\s+(?P<year>{_YEAR})|{_RELATIVE_YEAR})"
)
DAY_WORD: Final = compile_later(
    r"(?:(?:earlier|later|late|early)\s+)?(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|tonight|yesterday|tomorrow)"
    r"(?:\s+(?:early\s+)?(?:morning|afternoon|evening|night))?(?![^\W_])",
    re.IGNORECASE,
)
THIS_PART: Final = compile_later(
    r"(?:(?:earlier|later|late|early)\s+)?(?P<which>this|last)\s+(?P<part>morning|afternoon|evening|night)(?![^\W_])",
    re.IGNORECASE,
)
NIGHT_OF: Final = compile_later(r"\s+(?:on\s+|of\s+)?(?=[A-Z\d])(?!Overnight)")
"""Between "overnight" and its day."""
OVERNIGHT: Final = compile_later(r"[Oo]vernight(?:(?P<into>\s+(?:in)?to\s+(?=[A-Z\d])(?!Overnight))|(?![^\W_]))")
WHICH: Final = compile_later(
    r"(?:(?:earlier|later|early|late)\s+(?:in\s+)?)?(?P<which>last|this|next|this\s+coming|this\s+past|the\s+coming)\s+"
    rf"(?:(?P<unit>week|month|year|weekend|fortnight|decade)|(?P<season>spring|summer|autumn|fall|winter)|(?P<weekday>(?i:{'|'.join(_FULL_WEEKDAYS)}))"
    rf"|(?P<month>{_MONTH}))(?![^\W_])",
    re.IGNORECASE,
)
ROLLING: Final = compile_later(r"(?:the\s+)?(?P<which>past|last|previous|preceding|coming|next)\s+(?=\S)", re.IGNORECASE)
ROLLING_UNIT: Final = compile_later(r"[\s-]*(?P<unit>hour|day|night|week|month|year|decade|fortnight)s?(?![^\W_])", re.IGNORECASE)
HOURS_TO: Final = compile_later(
    rf"(?P<hours>24|48|72)[\s-]+hours?\s+(?:up\s+to|to|through|until|till|ending|ended|before)\s+(?:(?:at|on|by)\s+)?(?:{_HOUR},?\s+)?(?:(?:local\s+time|on|of)\s+){{0,2}}(?=\S)"
)
"""What stands before the day on which some hours end."""
STREAK: Final = compile_later(
    r"(?:a|the|its|their)\s+(?P<which>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:consecutive\s+|straight\s+|successive\s+)?(?:day|night)"
    r"(?:\s+(?:running|in\s+a\s+row|in\s+succession))?(?![^\W_]|\s+of\b)",
    re.IGNORECASE,
)
ON_WEEKDAY: Final = compile_later(rf",?\s+on\s+(?P<weekday>{_any_case(_FULL_WEEKDAYS)})(?![^\W_])")
STREAK_INTRODUCED: Final = compile_later(r"\b(?:for|into|entered|enters|entering|on)\s+$", re.IGNORECASE)
HALF: Final = compile_later(r"(?:the\s+)?(?P<which>first|second)\s+half\s", re.IGNORECASE)
THE_WEEKEND: Final = compile_later(r"(?:the|the\s+past|the\s+last)\s+weekend(?![^\W_])", re.IGNORECASE)
AGO: Final = compile_later(r"\s+(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?\s+ago(?![^\W_])", re.IGNORECASE)
NARRATIVE: Final = compile_later(
    r"(?:(?:later|earlier)\s+(?:on\s+)?)?(?:the\s+(?P<which>following|next|same|previous|preceding|very\s+next|very\s+same)|(?P<that>that)(?:\s+same|\s+very)?)\s+"
    r"(?:day|morning|afternoon|evening|night)(?![^\W_])|the\s+(?:day|night)\s+(?P<side>before|after)(?=[\s]*(?:[,.;:)]|$))",
    re.IGNORECASE,
)
"""Days told from the last one: "the following day", "later that night", "the day before"."""
LATER: Final = compile_later(
    r"\s+(?P<unit>day|night|week|month)s?\s+(?P<side>later|earlier|before(?=\s*[,.;])|afterwards?|on(?=,))(?![^\W_])",
    re.IGNORECASE,
)
PREFIX: Final = compile_later(
    r"(?:the\s+)?(?:(?:early\s+|late\s+|small\s+)?hours\s+of\s+|(?:morning|afternoon|evening|night)\s+of\s+(?:the\s+)?"
    r"|(?:very\s+)?(?:early|late|mid)(?:\s+(?:on|in))?(?:\s+the)?(?:\s+(?:morning|afternoon|evening|night)(?:\s+(?:of|on))?)?[\s-]+"
    r"|(?:middle|beginning|start|end|close|turn|outset|(?:first|second)\s+half|(?:first|second|third|fourth|last|final)\s+quarter"
    r"|(?:first|final|last|early|opening|closing)\s+(?:days|weeks|months))\s+(?:of|in)\s+(?:the\s+)?"
    r"|end[\s-])",
    re.IGNORECASE,
)
JOINT: Final = compile_later(
    rf"\s*[-‑–—/]\s*|,?\s+(?P<word>to|through|thru|until|till|and|up\s+to)\s+(?:the\s+)?(?:{_HOUR}\s+(?:on\s+)?)?", re.IGNORECASE
)
OPENING: Final = compile_later(rf"\b(?P<word>from|between)\s+(?:{_HOUR}\s+(?:on\s+)?)?$", re.IGNORECASE)

NAMED_WEEKDAY_BEFORE: Final = compile_later(
    r"\b(?:Black|Bloody|Good|Super|Cyber|Palm|Easter|Ash|Holy|Maundy|Shrove|Bright|Giving|Mail\s+on|Ruby|Taco|every|each|Every|Each|Man|any|a|per)\s+$"
)
NAMED_WEEKDAY_AFTER: Final = compile_later(
    r"\s+(?:Times|Telegraph|Express|Mirror|Mail|Independent|World|Post|Herald|Club|Night\s+Live|prayers\s+leaders?|school)\b"
)
NAMED_MONTH_AFTER: Final = compile_later(r"\s+(?:Day|First)\b(?!\s+of)")
NAMED_DATE_AFTER: Final = compile_later(
    r"\s+(?:Movement|Brigade|Battalion|Division|Square|Street|Avenue|Revolution|Alliance|Agreement|Accords?|Bridge|Martyrs|Forces?|Group"
    r"|Organi[sz]ation|Hospital|University|Stadium|Airport|Uprising|Coalition|Front)(?![^\W_])"
)
"""A group or a place called by a day: the 23 March Movement."""
SPAN_INTRODUCED: Final = compile_later(r"\b(?:in|over|within|during|for|throughout|of|across|through|into)\s+$", re.IGNORECASE)
MONTH_INTRODUCED: Final = compile_later(
    r"(?:\b(?:(?P<sure>in|since|until|till|last|next|this|during|throughout|mid|early|late|In|Since|Until|During|Throughout|Early|Late)"
    r"|by|from|of|between|through|to|before|after|around|for|and|or|every|end|start|beginning|about|starting|ending|expected|due|planned|scheduled"
    r"|On|By|From|Between|Before|After|Through)(?:\s+(?:early|late|mid|at\s+least|the|about|around))?[\s-]+|\(|[-–—/])$"
)
"""What stands before a bare month; after the `sure` words it is one even where a capital follows."""
MONTH_JOINED: Final = compile_later(rf"\s*[-‑–/]\s*(?:{_MONTH})")
CAPITAL_NEXT: Final = compile_later(r"\s+[A-Z]")
ARTICLE: Final = compile_later(r"(?:an?|one)(?=\s)", re.IGNORECASE)
WHOLE_UNIT: Final = compile_later(r"(?P<unit>month|year|week|decade)(?![^\W_])")
YEAR_INTRODUCED_WRONGLY: Final = compile_later(
    r"(?:[$€£¥#№§=@/_]|\d[,.]|\b(?:than|about|some|nearly|almost|over|roughly|approximately|least|around\s+the\s+clock|to\s+about|No\.|no\.|Nos\.|additional|another|total\s+of|flight|Flight|room|Room|Mk|the\s+other)\s+)$"
)
YEAR_PREFIXED: Final = compile_later(r"(?:\b(?:pre|post|mid|early|late|end|since|circa)|[\W\d])[-‑]$", re.IGNORECASE)
"""What a dash before a year may join it to; after any other word it belongs to a name."""
YEAR_FOLLOWED_WRONGLY: Final = compile_later(
    r"\s*(?:%|GMT|UTC|EST|EDT|CET|ET\b|hours?\b|hrs?\b|local\s+time|[ap]\.?m\b|percent|per\s+cent|km\b|kilomet|mm\b|met(?:re|er)s?\b|miles?\b|tons?\b|tonnes?\b|kg\b|pounds?\b|dollars?\b|euros?\b"
    r"|people\b|troops\b|soldiers\b|civilians\b|men\b|women\b|children\b|personnel\b|rounds\b|shells\b|drones\b|missiles\b|vehicles\b|tanks\b|fighters\b|prisoners\b|families\b|homes\b)"
)

STARTERS: Final = frozenset(
    {
        *MONTHS, *WEEKDAYS, *(f"{name}'s" for name in (*MONTHS, *WEEKDAYS)), "today", "tonight", "yesterday", "tomorrow", "overnight", "last", "this", "next", "past", "the", "early", "late",
        "earlier", "later", "mid", "beginning", "start", "end", "middle", "spring", "summer", "autumn", "fall", "winter", "previous", "coming",
        "a", "an", "hours", "morning", "evening", "night", "first", "second", "third", "fourth", "final", "that", "today's", "yesterday's", "tonight's", "tomorrow's",
    }
)  # fmt: skip
"""Words, in lower case, at which an expression may begin; a number may too."""
TELLING: Final = frozenset(
    {
        *(f"{word}{ending}" for word in (*MONTHS, *WEEKDAYS, "week", "month", "year", "weekend", "decade", "fortnight", "spring", "summer", "autumn",
                                         "fall", "winter", "today", "tonight", "yesterday", "tomorrow", "overnight") for ending in ("", "'s")),
        "ago", "eve", "hours", "days", "weeks", "months", "years", "day", "hour", "morning", "afternoon", "evening", "night", "decades", "nights", "week-end",
    }
)  # fmt: skip
"""A sentence without any of these words, and without a year, states no date."""

"""Counts and measures in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from briefing_tui.extracting.passages import Passage, Token
from briefing_tui.extracting.values.bounds import bound_of
from briefing_tui.extracting.values.nearby import hits_around, overlaps
from briefing_tui.extracting.values.numbers import Numeral, find_numerals, tidy
from briefing_tui.extracting.values.ranges import joined_by, opening, share_scale
from briefing_tui.extracting.values.units import GLUED, Unit, unit_after, unit_words
from briefing_tui.model import Quantity
from briefing_tui.model.patterns import compile_later

_NAMES: Final = frozenset(
    {"weapon", "org", "place", "state", "media", "office", "person", "body", "mechanism", "collective", "event"}
)
"""Lexicon categories whose numbers belong to a name."""
_VAGUE: Final = compile_later(
    r"(?:(?:several|a\s+few|many|multiple|a\s+couple(?:\s+of)?)\s+)(?:hundred|thousand|dozen|million|billion)s?(?:\s+thousand)?(?![^\W_])"
    r"|(?:(?:tens|hundreds|dozens|scores|thousands|millions)\s+of\s+)?(?:dozens|scores|hundreds|thousands|millions|billions)(?![^\W_])"
    r"|a\s+handful(?=\s+of\b)|a\s+number(?=\s+of\b)",
    re.IGNORECASE,
)
_COLLECTIVE: Final = compile_later(
    r"(?:a|one)\s+(?:(?P<two>pair|brace)|(?P<about>couple)|(?P<three>trio)|(?P<single>single))(?P<of>\s+of)?(?![^\W_])",
    re.IGNORECASE,
)
_VAGUE_STARTS: Final = frozenset(
    {"several", "a", "one", "many", "multiple", "tens", "hundreds", "dozens", "scores", "thousands", "millions", "billions"}
)
_COLLECTIVE_NOUNS: Final = frozenset({"pair", "brace", "couple", "trio", "single", "handful", "few", "number"})
_AFTER_ONE_WORDS: Final = (
    "of another and or to that who which is was are were has have had by in on at with can could would will should may"
    " might must day side hand way thing more time who's 's where when if for from as than because not never does did do"
    " cannot else moment point night morning reason step key the a an knows wants needs must"
)
_AFTER_ONE: Final = frozenset(_AFTER_ONE_WORDS.split())
_BEFORE_ONE_WORDS: Final = "no any every each some this that another number day everyone which the only"
_BEFORE_ONE: Final = frozenset(_BEFORE_ONE_WORDS.split())
_CLOCK: Final = compile_later(
    r"\s?(?:[ap]\.?m\b\.?|o['’]clock)|[:h]\d\d(?!\d)|\s+(?:GMT|UTC|EST|EDT|CET|CEST|BST|MSK|ET|PT|local\s+time|hours?\s+(?:GMT|local))\b(?!-)",
    re.IGNORECASE,
)
_MONTH: Final = compile_later(
    r"\s*(?:of\s+)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b\.?"
)
_SERIAL: Final = compile_later(
    r"\+\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{2,4}-\d{2,4}-\d{2,4}\b|\b\d{3}-\d{4}\b|\b\d+(?:\.\d+){2,}\b(?<!\.\d{3})|\d+/\d+(?:/\d+)*|https?://\S{1,2000}|www\.\S{1,2000}"
    r"|[\w.+-]{1,64}@[\w.-]{1,255}|\b\d{1,2}:\d\d(?::\d\d)?\b"
)
_CITED: Final = compile_later(r"\s+(?:U\.?S\.?C|C\.?F\.?R|Fed\.\s?Reg|Stat\.)|\([a-z\d]{1,3}\)")
"""Numbers of laws: "10 U.S.C.", "section 212(f)"."""
_VOTED: Final = compile_later(
    r"\b(?:vot(?:e|es|ed|ing)(?:\s+(?:of|was|by|tally))?|rejected|failed|lost|defeated|scored?|margin\s+of)\s+$", re.IGNORECASE
)
"""Before a tally of votes or goals, which is no range."""
_CLOSING: Final = compile_later(r"\s?\)?")
_REPEATED: Final = compile_later(r"\s?\(\s?")
_SMALL: Final = Decimal(10)


@dataclass(slots=True)
class Count:
    """A number that may be a quantity, with its unit; offsets within the sentence."""

    numeral: Numeral
    start: int
    end: int
    unit: Unit | None
    low: Decimal


def find_quantities(passage: Passage) -> None:
    """Fill `passage.quantities`. Amounts of money and dates are not quantities, so both must have been found before.

    A span covers the number, the words that bound it and a measure's unit; of "5,000 rounds of 155 mm shells" it covers
    "5,000", with the unit "round". Spelled numbers repeated in digits, "twelve (12)", are one quantity.
    """
    tokens = passage.tokens
    text = passage.text
    base = passage.start
    numerals = find_numerals(text, tokens, base, glued=GLUED)
    found: list[Quantity] = []
    if numerals:
        found.extend(_counts(passage, numerals))
    found.extend(_vague(passage, found))
    found.sort(key=lambda quantity: quantity.start)
    passage.quantities = found


def _counts(passage: Passage, numerals: list[Numeral]) -> list[Quantity]:
    text = passage.text
    base = passage.start
    words = unit_words(passage)
    taken = [(start - base, end - base) for start, end in _taken(passage)]
    taken.extend(match.span() for match in _SERIAL.finditer(text))
    taken.sort()
    counts: list[Count] = []
    named_to = -1
    for numeral in numerals:
        if overlaps(taken, numeral.start, numeral.end):
            continue
        unit = unit_after(passage, words, numeral.end)
        if unit is not None and unit.scale:
            numeral = Numeral(numeral.value * 1_000_000, numeral.start, unit.end, scaled=True)  # noqa: PLW2901 - "1.5m people"
            unit = None
        repeated = counts and counts[-1].low == numeral.value and _REPEATED.fullmatch(text, counts[-1].end, numeral.start)
        named = not repeated and (_is_name(passage, numeral) or text[named_to : numeral.start] in {"-", "–"})
        if unit is None and named:
            named_to = numeral.end
            continue
        end = numeral.end if unit is None or unit.portion else unit.end
        counts.append(Count(numeral, numeral.start, end, unit, numeral.value))
    found: list[Quantity] = []
    position = 0
    while position < len(counts):
        count = counts[position]
        position += 1
        announced, begin = opening(text, count.start)
        high: Decimal | None = None
        if position < len(counts):
            following = counts[position]
            joint = joined_by(text, count.end, following.start, announced)
            if joint == "dash" and (_VOTED.search(text, max(0, count.start - 24), count.start) or _falls(count, following)):
                position += 1
                continue
            if _repeats(text, count, following):
                position += 1
                closing = _CLOSING.match(text, following.end)
                end = closing.end() if closing else following.end
                unit = following.unit or unit_after(passage, words, end)
                count = Count(following.numeral, count.start, end if unit is None or unit.portion else unit.end, unit, count.low)
            elif joint is not None and _same_unit(count, following):
                low = share_scale(text, count.numeral, following.numeral)
                if low.value < following.numeral.value and announced != "change" and _is_range(joint, count, following):
                    high = following.numeral.value
                    position += 1
                    count = Count(low, begin if announced else count.start, following.end, following.unit, low.value)
        quantity = _quantity(passage, count, high)
        found.append(quantity)
    return found


def _taken(passage: Passage) -> list[tuple[int, int]]:
    """The spans of the sentence's money and dates."""
    money = [(amount.start, amount.end) for amount in passage.money]
    return money + [(day.start, day.end) for day in passage.dates]


def _falls(low: Count, high: Count) -> bool:
    """Whether two numbers joined by a dash go down: a score, not a range."""
    return high.numeral.value <= low.numeral.value and not high.numeral.scaled


def _same_unit(low: Count, high: Count) -> bool:
    return low.unit is None or (high.unit is not None and low.unit.name == high.unit.name)


def _is_range(joint: str, low: Count, high: Count) -> bool:
    """Whether "three or four" is a choice between neighbours; "to", a dash and "between … and" always make a range."""
    if joint == "or":
        return high.numeral.value - low.numeral.value <= max(_SMALL, low.numeral.value)
    return True


def _repeats(text: str, words: Count, digits: Count) -> bool:
    """Whether digits in brackets repeat a spelled number: "one thousand (1,000)"."""
    return words.numeral.value == digits.numeral.value and _REPEATED.fullmatch(text, words.end, digits.start) is not None


def _quantity(passage: Passage, count: Count, high: Decimal | None) -> Quantity:
    base = passage.start
    start, end = base + count.start, base + count.end
    unit = count.unit
    bound, start, end = bound_of(passage, start, end)
    if unit is not None and unit.duration and bound == "at_least" and passage.text.startswith(("over ", "Over "), start - base):
        bound, start = "exact", base + count.start
    return Quantity(
        value=tidy(count.numeral.value),
        high=None if high is None else tidy(high),
        bound="range" if high is not None else bound,
        unit=unit.name if unit else None,
        start=start,
        end=end,
    )


def _is_name(passage: Passage, numeral: Numeral) -> bool:
    """Whether a number without unit is part of a name, a year, a time, an age or a mark in a list, and counts nothing."""
    text = passage.text
    start, end = numeral.start, numeral.end
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    digits = text[start].isdecimal()
    if before in "/=#@&_~.:§№$€£" or (before in "-–" and digits and start > 1 and text[start - 2].isalpha()) or after in "/_@=":
        return True
    if digits and (_CLOCK.match(text, end) or _MONTH.match(text, end) or _CITED.match(text, end)):
        return True
    base = passage.start
    index = passage.token_at(base + start)
    previous = passage.tokens[index - 1] if index else None
    following = _token_after(passage, base + end)
    for hit in hits_around(passage, base + start, base + start):
        category = hit.entry.category
        if category == "designator" and 0 <= base + start - hit.end <= 1:
            return True
        if category in _NAMES and hit.start <= base + start and base + end <= hit.end and hit.end - hit.start > end - start:
            return True
    if digits and previous and previous.low == "day":
        return True
    if digits and _is_year(text, numeral, previous, following):
        return True
    if text[start:end].lower() == "one":
        if (
            (previous and previous.low in _BEFORE_ONE)
            or following is None
            or not following.low[0].isalpha()
            or following.low in _AFTER_ONE
        ):
            return True
        return after not in " \n\u00a0"
    if not digits:
        return bool(text[start].isupper() and index and previous and previous.capital and passage.block.kind != "heading")
    if after == ")" and before != "(":
        return end - start <= 2
    small = end - start <= 3
    if small and start == 0 and after in ".)":
        return True
    if before == "(" and after == ")" and end - start <= 2:
        return not _counts_a_system(passage, base + end)
    if before == "[" and after == "]":
        return True
    if (
        small
        and before == " "
        and text[start - 2 : start - 1] == ","
        and (after == "," or (after == "." and end + 1 == len(text)))
    ):
        return _named_before(passage, index)
    if previous and before == " " and len(previous.low) > 1 and _is_acronym(passage, previous):
        return end - start <= 4
    return bool(
        small
        and previous
        and previous.capital
        and index > 1
        and before == " "
        and not (
            following
            and following.low[0].isalpha()
            and (following.start == base + end + 1)
            and following.low not in _FUNCTION_WORDS
        )
        and not any(
            hit.end == previous.end and hit.entry.category in {"state", "place", "org"}
            for hit in hits_around(passage, previous.start, previous.end)
        )
        and previous.low not in _MONTHS_OR_DAYS
    )


_FUNCTION: Final = (
    "of and or to that who which is was are were has have had by in on at with can could would will should may might"
    " must for from as than because not after before during since until under over into against near"
)
_FUNCTION_WORDS: Final = frozenset(_FUNCTION.split())
_MONTHS_OR_DAYS: Final = frozenset({"about"})


def _is_acronym(passage: Passage, token: Token) -> bool:
    """Whether a word in capitals may begin a designation ("ASC 890", "RBS 70") and names no actor ("gave the UN 12 trucks")."""
    written = passage.text[token.start - passage.start : token.end - passage.start]
    if not (written.isupper() and written.isalpha() and len(written) <= 4) or passage.block.kind == "heading":
        return False
    return not any(
        hit.end == token.end and hit.entry.category in {"state", "place", "org", "body"}
        for hit in hits_around(passage, token.start, token.end)
    )


def _counts_a_system(passage: Passage, offset: int) -> bool:
    """Whether a number in brackets counts what follows, "(4) Avenger systems", and is no mark in a list, "(2) protection"."""
    index = passage.token_at(offset) + 1
    following = passage.tokens[index : index + 6]
    reach = following[-1].end if following else offset
    return any(
        offset < hit.start < reach and hit.entry.category in {"weapon", "item_noun"}
        for hit in hits_around(passage, offset, reach)
    )


def _named_before(passage: Passage, index: int) -> bool:
    """Whether a number between commas is the age of the person named before it ("Ivan Petrov, 54, said")."""
    return index >= 2 and passage.tokens[index - 2].capital


def _is_year(text: str, numeral: Numeral, previous: Token | None, following: Token | None) -> bool:
    written = text[numeral.start : numeral.end]
    if len(written) != 4 or not 1800 <= numeral.value <= 2100:
        return False
    if previous is not None and previous.low in {
        "than",
        "least",
        "nearly",
        "some",
        "almost",
        "roughly",
        "approximately",
        "additional",
        "up",
    }:
        return False
    plural = following is not None and following.start == numeral.end + 1 and following.low.endswith("s")
    return (
        not (plural or (following is not None and following.low in {"people", "troops", "men", "personnel"}))
        or numeral.value % 50 != 0
    )


def _token_after(passage: Passage, offset: int) -> Token | None:
    index = passage.token_at(offset)
    return passage.tokens[index] if index < len(passage.tokens) else None


def _vague(passage: Passage, counted: list[Quantity]) -> list[Quantity]:
    """Numbers in words that state none or few: "dozens of", "several hundred" have no value; "a pair of", "a couple of", "a single": two, about two, one."""
    text = passage.text
    base = passage.start
    found: list[Quantity] = []
    spans = sorted([*_taken(passage), *((other.start, other.end) for other in counted)])
    reach = 0
    tokens = passage.tokens
    for index, token in enumerate(tokens):
        start = token.start - base
        if token.low not in _VAGUE_STARTS or start < reach:
            continue
        if token.low in {"a", "one"} and (index + 1 == len(tokens) or tokens[index + 1].low not in _COLLECTIVE_NOUNS):
            continue
        together = _COLLECTIVE.match(text, start)
        if together and (together["of"] or together["single"]):
            value = Decimal(1) if together["single"] else Decimal(3) if together["three"] else Decimal(2)
            end = together.end()
            bound, first, last = bound_of(passage, token.start, base + end)
            if together["about"] and bound == "exact":
                bound = "approx"
            quantity = Quantity(value=value, bound=bound, start=first, end=last)
        else:
            vague = _VAGUE.match(text, start)
            if vague is None:
                continue
            end = vague.end()
            bound, first, last = bound_of(passage, token.start, base + end)
            quantity = Quantity(value=None, bound=bound, start=first, end=last)
        if overlaps(spans, quantity.start, quantity.end):
            continue
        found.append(quantity)
        reach = end
    return found

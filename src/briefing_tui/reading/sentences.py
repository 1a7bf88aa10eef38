"""Splitting blocks into sentences, with exact offsets.

One pass over every possible end: a stop, the quotes and brackets that close behind it, white space, and the word
that follows. Each is judged from the word before and the word after alone, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefing_tui.model import Block, Sentence
from briefing_tui.model.patterns import compile_later
from briefing_tui.reading.abbreviations import (
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    BEFORE_MORE,
    MONTHS_AND_DAYS,
    OPENERS,
    UNLESS_A_SENTENCE_OPENS,
)

LONGEST_SENTENCE: Final = 4000
"""Code points. A longer run without an end is cut at a comma or a space, so that no rule ever meets an endless sentence."""

_END: Final = compile_later(
    r"(?P<stop>[.!?…。！？](?<![.!?…。！？][.!?…。！？])[.!?…。！？]*+)(?:"
    r"(?P<note>\[\d{1,3}\]|(?<=[a-z][a-z]\.)\d{1,3}(?=\s+[A-Z“\"]))?(?P<close>[\"”’'»)\]*_]{0,6})(?P<gap>\s++)"
    r"|(?<=[a-z]{2}[.!?])[”’\"]?(?=[“\"]?[A-Z][a-z’']*[\s,])"
    r"|(?<=[。！？])[」』”）]*+)"
)
_WORD_BEFORE: Final = compile_later(r"[^\s(\[“\"‘«—–/]+$")
_NEXT: Final = compile_later(r"(?P<open>[\"“‘'«(\[*_—–-]{0,5}\s?)(?P<word>[^\s,;:.!?…”\"»)\]]*)")
_INITIALS: Final = compile_later(r"(?:[A-Z]\.)*[A-Z]|(?:[A-Z][a-z]?\.)+[A-Z][a-z]?")
_LETTERS_WITH_STOPS: Final = compile_later(r"(?:[A-Za-z]\.)+[A-Za-z]")
_CLOCK_FOLLOWS: Final = compile_later(
    r"(?:[A-Z]{2,4}|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Satur?|Sun)(?:nes|rs|s|ur)?(?:day)?|Jan\w*|Feb\w*|Mar\w*|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|"
    r"Oct\w*|Nov\w*|Dec\w*|(?:\S+ ){1,3}[Tt]ime|GMT|Eastern|Pacific|Central|Mountain)\b"
)
_SAYING: Final = compile_later(
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov)\. )?(?:(?:[A-Z][\w’'.-]*|al-\w+|the|of|de|von|van|der|bin) ){1,6}"
    r"(?:said|says|asked|added|told|wrote|tweeted|declared|insisted|warned|replied|concluded|continued|shouted|posted|"
    r"remarked|explained|argued|quipped|demanded)\b"
)


def split_sentences(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """The sentences of every block, in order; a heading or dateline is one sentence."""
    for index, block in enumerate(blocks):
        whole = block.kind in {"heading", "dateline"}
        for start, end in _pieces(text, block.start, block.end, whole=whole):
            yield Sentence(start=start, end=end, block=index)


def _pieces(text: str, start: int, end: int, *, whole: bool) -> Iterator[tuple[int, int]]:
    begin = start
    if not whole:
        for candidate in _END.finditer(text, start, end):
            if candidate.end() < end and _ends_here(text, begin, candidate, end):
                yield from _bounded(text, begin, candidate.end())
                begin = candidate.end()
    yield from _bounded(text, begin, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without surrounding white space, in parts of at most `LONGEST_SENTENCE`; nothing when it is blank."""
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = max(text.rfind(mark, start + LONGEST_SENTENCE // 2, limit) for mark in ("; ", ", "))
        if cut < 0:
            cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, limit)
        cut = limit if cut < 0 else cut + 1
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.lstrip()
    if bare:
        start = end - len(bare)
        yield start, start + len(bare.rstrip())


def _ends_here(text: str, begin: int, candidate: re.Match[str], end: int) -> bool:
    if candidate["gap"] is None:
        return True
    stop = candidate["stop"]
    closed = bool(candidate["close"])
    following = _NEXT.match(text, candidate.end(), min(end, candidate.end() + 80))
    word = following["word"] if following else ""
    if not word:
        return stop[-1] in "!?" or closed or bool(following and following["open"])
    first = word[0]
    if first.islower():
        return False
    if (
        closed
        and stop[-1] in "!?"
        and word not in OPENERS
        and _SAYING.match(text, candidate.end(), min(end, candidate.end() + 80))
    ):
        return False
    if stop != "." or candidate["note"]:
        return stop[0] != "." or len(stop) < 2 or first.isupper()
    before = _WORD_BEFORE.search(text, max(begin, candidate.start() - 24), candidate.start())
    if before is None:
        return True
    if closed and candidate["close"][0] not in ")]*_":
        return True
    return _stop_ends_sentence(text, begin, before, candidate.end(), word)


def _stop_ends_sentence(text: str, begin: int, before: re.Match[str], after: int, word: str) -> bool:
    """Whether the stop behind the word `before` ends a sentence when `word`, not in lower case, comes next."""
    last = before[0].lstrip("$€£’'")
    if last in BEFORE_A_NAME or last in BEFORE_MORE or (last.isupper() and last.capitalize() in BEFORE_A_NAME):
        return False
    if word[0].isdigit():
        if last in BEFORE_A_NUMBER or last in UNLESS_A_SENTENCE_OPENS or _INITIALS.fullmatch(last):
            return False
        return not _is_enumerator(text, begin, before)
    if last in {"a.m", "p.m", "A.M", "P.M", "am", "pm"}:
        return word in OPENERS or not _CLOCK_FOLLOWS.match(text, after, after + 40)
    if last in MONTHS_AND_DAYS and not text[max(begin, before.start() - 4) : before.start()].rstrip()[-1:].isdigit():
        return word in OPENERS
    if last in UNLESS_A_SENTENCE_OPENS or _INITIALS.fullmatch(last) or _LETTERS_WITH_STOPS.fullmatch(last):
        return word in OPENERS
    return not _is_enumerator(text, begin, before)


def _is_enumerator(text: str, begin: int, before: re.Match[str]) -> bool:
    """Whether the word before the stop is a number that opens a sentence: "1. Stop the war. 2. Talk."."""
    if not (before[0].isdigit() and len(before[0]) <= 2):
        return False
    lead = text[max(begin, before.start() - 24) : before.start()].rstrip()
    return not lead or (lead[-1] in ":;,." and lead.rsplit(None, 1)[-1].rstrip(".") not in BEFORE_A_NUMBER)

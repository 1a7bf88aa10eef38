"""A report in Markdown: briefing by briefing, every record with the sentence that says it and where that stands.

All that comes from outside is text in it: characters that Markdown or HTML would take for markup are escaped.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

from briefing_tui.model import Document, Record, trigger
from briefing_tui.model.panes import is_part
from briefing_tui.model.safe_text import safe_line

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]|~#$^]")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")
_LINKED: Final = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp):|\bwww\.")
_SOUND_URL: Final = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_LONGEST_QUOTE: Final = 2000


def markdown_report(
    briefings: Iterable[tuple[Document, Sequence[Record]]], describe: Callable[[Record], str], *, heading: str
) -> Iterator[str]:
    """The report in pieces, one for each briefing; `describe` puts a record into one line of words."""
    yield f"# {harmless(heading)}\n"
    for document, records in briefings:
        yield "\n" + "\n".join(_briefing(document, records, describe)) + "\n"


def harmless(text: str) -> str:
    r"""`text` as one line in which Markdown and HTML find no markup and no link.

    >>> harmless("[the mines] <b>*now*</b>")
    '\\[the mines\\] &lt;b&gt;\\*now\\*&lt;/b&gt;'
    """
    line = safe_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKUP.sub(r"\\\g<0>", line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    line = _LINKED.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line)
    return f"\\{line}" if line.startswith(("-", "+", "=")) else line


def _briefing(document: Document, records: Sequence[Record], describe: Callable[[Record], str]) -> Iterator[str]:
    yield f"## {harmless(document.title or '') or 'Untitled'}"
    yield ""
    facts = [harmless(document.publisher or ""), document.published or "no date", f"id {harmless(document.id)}"]
    if document.url:
        facts.append(f"<{document.url}>" if _SOUND_URL.fullmatch(document.url) else harmless(document.url))
    yield " · ".join(filter(None, facts))
    for record in records:
        margin = "  " if is_part(record) else ""
        start, end = _sentence(document, record)
        yield ""
        yield f"{margin}- {harmless(describe(record))}"
        yield ""
        yield f"{margin}  > “{harmless(document.text[start:end])}”"
        yield f"{margin}  > — characters {start}–{end}, `{safe_line(record.id).replace('`', '')}`"


def _sentence(document: Document, record: Record) -> tuple[int, int]:
    """The sentence that holds the record's words; the words alone where no sentence does or it is too long to quote."""
    span = trigger(record)
    sentences = document.sentences
    index = bisect_right(sentences, span.start, key=attrgetter("start")) - 1
    if index < 0 or sentences[index].end <= span.start:
        return span.start, span.end
    start, end = sentences[index].start, max(sentences[index].end, span.end)
    return (start, end) if end - start <= _LONGEST_QUOTE else (span.start, span.end)

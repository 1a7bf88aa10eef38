"""PDF: the text of its pages with the paragraphs that its layout shows.

The pages are read by PDFium. What a page prints at its top and foot on every page is set aside, words broken at the ends of
lines are made whole, and each paragraph is one block, over the end of a page too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pypdfium2  # type: ignore[import-untyped]

from briefing_tui.reading.documents import Structured
from briefing_tui.reading.drafts import link_blocks
from briefing_tui.reading.encoding import without_surrogates
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.metadata import Metadata
from briefing_tui.reading.pdf_layout import PrintedLine, lay_out
from briefing_tui.reading.structure import judge_blocks, mark_bare_items

_MOST_PAGES: Final = 5000
_MOST_CHARACTERS: Final = 16 * 2**20
_HYPHEN: Final = "\ufffe"
"""What PDFium puts for a hyphen at the end of a line, in the place of the line break too."""
_UNWANTED: Final = str.maketrans({"\0": "\ufffd", "\xad": None, "\u200b": None, "\xa0": " ", "\x02": "-", "\uffff": "\ufffd"})
_TITLE_WITHIN: Final = 3000


def read_pdf(data: bytes, place: str) -> Structured:
    """The text of a PDF document with its blocks, and its title when the text bears it out.

    Raises:
        ReadingError: when it is locked, broken, or holds no text but only images.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadingError(f"{place}: this PDF cannot be opened without its password") from error
        raise ReadingError(f"{place}: this PDF is broken or cut short") from error
    try:
        notes: list[str] = []
        pages = list(_pages(document, notes))
        title = _stated_title(document)
        count = len(document)
    finally:
        document.close()
    if not any(pages):
        pages_told = "its page holds" if count == 1 else f"its {count:,} pages hold" if count else "it has no pages and holds"
        raise ReadingError(
            f"{place}: there is no text in this PDF; {pages_told} at most images, which would need text recognition"
        )
    text, drafts, joined = lay_out(pages)
    if joined:
        notes.append(f"{joined:,} word{'s' if joined > 1 else ''} broken at the end of a line made whole")
    mark_bare_items(text, drafts)
    drafts = judge_blocks(text, drafts, guess_headings=True)
    borne_out = title and " ".join(title.split()).lower() in " ".join(text[:_TITLE_WITHIN].split()).lower()
    return Structured(
        text=text,
        blocks=link_blocks(text, drafts),
        stated=Metadata(title=title if borne_out else None),
        notes=tuple(notes),
    )


def _pages(document: Any, notes: list[str]) -> Iterator[list[PrintedLine]]:
    """The lines of each page."""
    characters = 0
    for number in range(len(document)):
        if number >= _MOST_PAGES or characters > _MOST_CHARACTERS:
            notes.append(f"only the first {number:,} of {len(document):,} pages are read")
            return
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            notes.append(f"page {number + 1:,} cannot be read")
            continue
        try:
            lines = list(_lines(text_page))
        finally:
            text_page.close()
            page.close()
        characters += sum(len(line.words) for line in lines)
        yield lines


def _lines(text_page: Any) -> Iterator[PrintedLine]:
    """The lines of one page in the order it prints them, with the box around each."""
    written = text_page.get_text_range()
    is_placed = len(written) == text_page.count_chars()
    start = 0
    for end, following, is_broken in _line_ends(written):
        words = written[start:end]
        left, right = start + len(words) - len(words.lstrip()), start + len(words.rstrip()) - 1
        words = " ".join(without_surrogates(words)[0].translate(_UNWANTED).split())
        if words:
            begin = text_page.get_charbox(left, loose=True) if is_placed else (0.0, 0.0, 0.0, 0.0)
            close = text_page.get_charbox(right, loose=True) if is_placed else (0.0, 0.0, 0.0, 0.0)
            yield PrintedLine(
                words=words,
                left=begin[0],
                right=close[2],
                bottom=min(begin[1], close[1]),
                top=max(begin[3], close[3]),
                is_broken=is_broken,
            )
        start = following


def _line_ends(written: str) -> Iterator[tuple[int, int, bool]]:
    """Where each line ends, where the next one begins, and whether a word is broken between them."""
    position = 0
    while position < len(written):
        hyphen, feed = written.find(_HYPHEN, position), written.find("\n", position)
        if hyphen >= 0 and (feed < 0 or hyphen < feed):
            after = hyphen + 1
            while after < len(written) and written[after] in "\r\n":
                after += 1
            yield hyphen, after, True
            position = after
        elif feed >= 0:
            yield feed, feed + 1, False
            position = feed + 1
        else:
            yield len(written), len(written), False
            return


def _stated_title(document: Any) -> str | None:
    try:
        title: str = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError:
        return None
    return " ".join(without_surrogates(title)[0].replace("\0", "").split())[:300] or None

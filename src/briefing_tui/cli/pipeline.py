"""The straight line as the command runs it: paths to briefings, with the person's own lexicon and the cache folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import IO, TYPE_CHECKING

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.folders import cache_folder, own_lexicon
from briefing_tui.cli.inputs import InputOptions, read_documents
from briefing_tui.model import Briefing, Document
from briefing_tui.reading import ReadingError

if TYPE_CHECKING:
    from briefing_tui.extracting import Extractor


def open_extractor() -> Extractor:
    """The extractor over the shipped lexicon and the person's own.

    Raises:
        UsageError: when the person's lexicon cannot be used.
    """
    from briefing_tui.extracting import LexiconError, default_extractor

    try:
        return default_extractor(own_lexicon(), cache_folder())
    except LexiconError as error:
        raise UsageError(str(error)) from error


def read_briefings(
    paths: Sequence[str], options: InputOptions, stdin: IO[bytes] | None, *, leftovers: bool = False
) -> Iterator[Briefing | str]:
    """The briefing of every document of `paths` as soon as it is ready; a line of text for each that could not be read.

    `leftovers` also asks what of each document no record used.

    Raises:
        UsageError: when the person's lexicon cannot be used.
    """
    yield from extract_documents(read_documents(paths, options, stdin), leftovers=leftovers)


def text_first(documents: Iterable[Document | ReadingError]) -> Iterator[Document | str]:
    """As `extract_documents`, but the first document comes bare before its briefing, and before the extractor is loaded.

    The explorer shows its text while the records are still being read.
    """
    rest = iter(documents)
    for first in rest:
        if isinstance(first, ReadingError):
            yield str(first)
            continue
        yield first
        yield from extract_documents(chain([first], rest))


def extract_documents(documents: Iterable[Document | ReadingError], *, leftovers: bool = False) -> Iterator[Briefing | str]:
    """The briefing of each document; a line of text for each that could not be read or extracted.

    Raises:
        UsageError: when the person's lexicon cannot be used.
    """
    extractor = open_extractor()
    for document in documents:
        if isinstance(document, ReadingError):
            yield str(document)
            continue
        try:
            yield extractor.extract(document, leftovers=leftovers)
        except Exception as error:  # one bad document must not end a run over thousands; it is reported
            if os.environ.get("BRIEFING_TUI_DEBUG"):
                raise
            yield f"{document.title or document.id}: cannot be extracted, by a fault of this program ({type(error).__name__}: {error})"

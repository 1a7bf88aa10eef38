"""The straight line as the command runs it: paths to briefings, with the person's own lexicon and the cache folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import IO, TYPE_CHECKING

from briefing_tui.cli.arguments import UsageError
from briefing_tui.cli.folders import cache_folder, config_folder, own_lexicon
from briefing_tui.cli.inputs import InputOptions, read_documents
from briefing_tui.model import Briefing, Document
from briefing_tui.reading import PassedOver, ReadingError

if TYPE_CHECKING:
    from briefing_tui.engines import Proposer
    from briefing_tui.extracting import Extractor


class Remark(str):
    """A line about an input that is told and is no failure."""

    __slots__ = ()


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


def open_proposer() -> Proposer:
    """The engine of the person's settings, with the answers it gave before.

    Raises:
        UsageError: when the settings hold no engine, or one that cannot be used.
    """
    from briefing_tui.cli.settings import read_settings
    from briefing_tui.engines import Answers, EngineError, Proposer, make_engine

    settings = read_settings().get("engine")
    if not isinstance(settings, dict):
        raise UsageError(f"--engine needs a table [engine] in {config_folder() / 'config.toml'}", word="--engine")
    try:
        return Proposer(make_engine(settings, os.environ), open_extractor(), Answers(cache_folder() / "answers"))
    except EngineError as error:
        raise UsageError(f"{config_folder() / 'config.toml'}: {error}") from error


def read_briefings(
    paths: Sequence[str],
    options: InputOptions,
    stdin: IO[bytes] | None,
    *,
    leftovers: bool = False,
    proposer: Proposer | None = None,
) -> Iterator[Briefing | str]:
    """The briefing of every document of `paths` as soon as it is ready; a line of text for each that could not be read.

    `leftovers` also asks what of each document no record used, `proposer` asks an engine for more records.

    Raises:
        UsageError: when the person's lexicon cannot be used.
    """
    yield from extract_documents(read_documents(paths, options, stdin), leftovers=leftovers, proposer=proposer)


def text_first(documents: Iterable[Document | ReadingError], *, proposer: Proposer | None = None) -> Iterator[Document | str]:
    """As `extract_documents`, but the first document comes bare before its briefing, and before the extractor is loaded.

    The explorer shows its text while the records are still being read.
    """
    rest = iter(documents)
    for first in rest:
        if isinstance(first, ReadingError):
            yield _told(first)
            continue
        yield first
        yield from extract_documents(chain([first], rest), proposer=proposer)


def extract_documents(
    documents: Iterable[Document | ReadingError], *, leftovers: bool = False, proposer: Proposer | None = None
) -> Iterator[Briefing | str]:
    """The briefing of each document; a line of text for each that could not be read or extracted.

    A document for which the proposer's engine has no answer gives both: its briefing by our own rules, then the line.

    Raises:
        UsageError: when the person's lexicon cannot be used.
    """
    extractor = open_extractor()
    for document in documents:
        if isinstance(document, ReadingError):
            yield _told(document)
            continue
        name = document.title or document.id
        try:
            briefing = extractor.extract(document, leftovers=leftovers)
        except Exception as error:  # one bad document must not end a run over thousands; it is reported
            if os.environ.get("BRIEFING_TUI_DEBUG"):
                raise
            yield f"{name}: cannot be extracted, by a fault of this program ({type(error).__name__}: {error})"
            continue
        if proposer is None:
            yield briefing
        else:
            yield from _supplemented(proposer, briefing, name)


def _told(error: ReadingError) -> str:
    return Remark(error) if isinstance(error, PassedOver) else str(error)


def _supplemented(proposer: Proposer, briefing: Briefing, name: str) -> Iterator[Briefing | str]:
    from briefing_tui.engines import EngineError

    try:
        yield proposer.supplement(briefing)
    except EngineError as error:
        yield briefing
        yield f"{name}: engine {proposer.name}: {error}; the records are those of our own rules"

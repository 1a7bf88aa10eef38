"""What was fetched, as sources to be read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.fetcher import Fetched, Limits, fetch
from briefing_tui.reading import Metadata, ReadingError, Source
from briefing_tui.reading.choice import Choice
from briefing_tui.reading.formats import Format
from briefing_tui.reading.sources import find_in_stream

_FORMS: Final[dict[str, Format | None]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "message/rfc822": "mail",
    "application/mbox": "mail",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/x-jsonlines": "jsonl",
}
"""Media types to formats. Any other that may be a text is known by its content, as servers send many things as text/plain."""
_NEVER: Final = ("image/", "audio/", "video/", "font/", "model/")


def fetch_sources(
    url: str,
    *,
    limits: Limits | None = None,
    allow_private: bool = False,
    include: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    form: Format | None = None,
    metadata: Metadata | None = None,
) -> Iterator[Source | ReadingError]:
    """The sources at an address: a page is one, a feed or an archive many. An error is given like any other that finding gives."""
    try:
        fetched = fetch(url, limits=limits, allow_private=allow_private)
    except FetchError as error:
        yield error
        return
    yield from sources_of(fetched, choice=Choice(include, exclude), form=form, metadata=metadata)


def sources_of(
    fetched: Fetched, *, choice: Choice | None = None, form: Format | None = None, metadata: Metadata | None = None
) -> Iterator[Source | ReadingError]:
    """The sources in what was fetched, identified by the address that was asked for. `form` and `metadata` win over the server's."""
    if form is None and fetched.content_type.startswith(_NEVER):
        yield FetchError(f"{fetched.requested_url}: is {fetched.content_type}, which is no text")
        return
    yield from find_in_stream(
        io.BytesIO(fetched.data),
        name=fetched.requested_url,
        key=fetched.requested_url,
        choice=choice,
        form=form or _FORMS.get(fetched.content_type),
        metadata=(metadata or Metadata()).over(Metadata(url=fetched.final_url)),
        charset=fetched.charset,
    )

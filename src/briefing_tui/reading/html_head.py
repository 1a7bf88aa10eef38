"""What a page's head states of it: title, day of publication, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from briefing_tui.reading.days import publication_day
from briefing_tui.reading.metadata import Metadata

_DATES: Final = (
    "article:published_time",
    "datepublished",
    "ld+json",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published",
    "publication_date",
    "pubdate",
    "pub_date",
    "date",
    "time",
)
"""Names under which pages state their day of publication, the most reliable first."""

HEAD_TAGS: Final = frozenset({"meta", "title", "link", "script", "h1", "time"})
"""The tags that state something of the page."""

_LINKED_DATA_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_LONGEST_SCRIPT: Final = 200_000
_SITE: Final = re.compile(r"\s+[|\u2013\u2014\u00bb\u00b7-]\s+[^|\u2013\u2014\u00bb\u00b7]{2,60}$")


class Head:
    """Collects what the tags of a page state, of which `metadata` makes the most reliable choice."""

    def __init__(self) -> None:
        self.in_title = False
        self._title: list[str] = []
        self._script: list[str] | None = None
        self._script_length = 0
        self._heading: list[str] | None = None
        self._first_heading: str | None = None
        self._stated: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str], *, at_top: bool) -> None:
        """An element begins; `at_top` while the page's own text has hardly begun, or within its article."""
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self._state(name.lower(), attributes.get("content", ""))
        elif tag == "title":
            self.in_title = not self._title
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self._state("canonical", attributes.get("href", ""))
        elif tag == "script" and "ld+json" in attributes.get("type", ""):
            self._script, self._script_length = [], 0
        elif tag == "h1" and self._first_heading is None:
            self._heading = []
        elif tag == "time" and (at_top or "pubdate" in attributes):
            self._state(
                "datepublished" if attributes.get("itemprop") == "datePublished" else "time", attributes.get("datetime", "")
            )

    def data(self, text: str) -> None:
        """Text between tags."""
        if self.in_title:
            self._title.append(text)
        if self._heading is not None:
            self._heading.append(text)
        if self._script is not None and self._script_length < _LONGEST_SCRIPT:
            self._script.append(text)
            self._script_length += len(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "title":
            self.in_title = False
        elif tag == "script" and self._script is not None:
            if found := _LINKED_DATA_DATE.search("".join(self._script)):
                self._state("ld+json", found[1])
            self._script = None
        elif tag == "h1" and self._heading is not None:
            self._first_heading = " ".join("".join(self._heading).split()) or None
            self._heading = None

    def metadata(self) -> Metadata:
        """Title, publisher, publication day and address, as far as the page states them."""
        title = self._stated.get("og:title") or self._first_heading or _without_site(" ".join("".join(self._title).split()))
        days = (publication_day(self._stated[name]) for name in _DATES if name in self._stated)
        return Metadata(
            title=title or None,
            publisher=self._stated.get("og:site_name"),
            published=next((day for day in days if day), None),
            url=self._stated.get("canonical") or self._stated.get("og:url"),
        )

    def _state(self, name: str, value: str) -> None:
        if value.strip() and name:
            self._stated.setdefault(name, value.strip()[:1000])


def _without_site(title: str) -> str:
    """A page title without the site's name behind it ("Aid for Kyiv | The Example")."""
    return _SITE.sub("", title) if len(title) > 30 else title

"""RSS and Atom: every entry of a feed is a document of its own.

No entity is defined and nothing outside the feed is loaded. A feed that is broken in the middle gives what stands before.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple
from urllib.parse import urljoin

from lxml import etree  # type: ignore[import-untyped]

from briefing_tui.reading.days import publication_day
from briefing_tui.reading.encoding import decode
from briefing_tui.reading.errors import ReadingError
from briefing_tui.reading.metadata import Metadata

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ENTITY: Final = re.compile(r"<!ENTITY\b")
_NAMED: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_DECLARATION: Final = re.compile(r"\s*<\?xml\b[^>]{0,400}\?>")
_HOLDS_EVERYWHERE: Final = re.compile(r"(?i)(?:https?|tag|urn|uuid):")
"""How identifiers begin that no two feeds give to different entries (RFC 4151, RFC 8141); "post:12" may be in many."""
_OUTER: Final = frozenset({"rss", "feed", "RDF"})


class Entry(NamedTuple):
    """One entry of a feed: its content as a page, what identifies it, and what is stated of it."""

    page: str
    key: str | None
    metadata: Metadata


def read_entries(
    data: bytes, *, place: str, key: str | None = None, charset: str | None = None
) -> Iterator[Entry | ReadingError]:
    """The entries of a feed in its order. `key` identifies the feed; it is put before identifiers that hold only within one.

    Raises:
        ReadingError: when the bytes are no feed, or define entities.
    """
    source = decode(data, name=place, charset=charset).text
    if _ENTITY.search(source):
        raise ReadingError(f"{place}: defines entities of its own, which are not read")
    root = _parse(source, place)
    if _name(root) not in _OUTER:
        raise ReadingError(f"{place}: is no RSS or Atom feed; its first tag is <{_name(root)[:40]}>")
    base = root.get(f"{_XML}base") or _link(root if _name(root) == "feed" else _child(root, "channel")) or key or ""
    publisher = _text(_child(root if _name(root) == "feed" else _child(root, "channel"), "title"))
    entries = [element for element in root.iter("{*}item", "{*}entry") if isinstance(element.tag, str)]
    if not entries:
        raise ReadingError(f"{place}: the feed has no entries")
    for number, entry in enumerate(entries, 1):
        read = _read_entry(entry, base=base, feed=key, publisher=publisher)
        yield read if read.page.strip() else ReadingError(f"{place}, entry {number}: there is no text in it")


def _parse(source: str, place: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False, encoding="utf-8"
    )
    plain = _NAMED.sub(_character, _DECLARATION.sub("", source.replace("\0", "�"), count=1))
    try:
        root = etree.fromstring(plain.strip().encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise ReadingError(f"{place}: is no XML: {_first_line(error)}") from error
    if root is None:
        raise ReadingError(f"{place}: is no XML: no tag can be made out")
    return root


def _read_entry(entry: etree._Element, *, base: str, feed: str | None, publisher: str) -> Entry:
    title = _plain(_child(entry, "title"))
    link = _link(entry)
    about = entry.get(_ABOUT) or ""
    url = _joined(base, link or about)
    stated = _text(_child(entry, "guid")) or _text(_child(entry, "id")) or about
    published = _first_day(entry, ("pubDate", "published", f"{_DUBLIN_CORE}date", "issued", "updated", "modified"))
    return Entry(
        page=_page(entry) or html.escape(title),
        key=_key(stated, url, feed),
        metadata=Metadata(
            title=title or None,
            publisher=_text(entry.find(f"{_DUBLIN_CORE}publisher"))
            or _text(_child(_child(entry, "source"), "title"))
            or publisher
            or None,
            published=published,
            url=url if _is_web(url) else None,
        ),
    )


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if _is_web(base) else address
    except ValueError:  # of what is no address
        return ""


def _page(entry: etree._Element) -> str:
    """The fullest text of an entry, as HTML."""
    candidates = [_text(entry.find(_CONTENT)), *(_markup(_child(entry, name)) for name in ("content", "description", "summary"))]
    return max(candidates, key=len)


def _markup(element: etree._Element | None) -> str:
    """The HTML that an element holds: escaped, as XHTML, or as plain text, by what it says of itself."""
    if element is None:
        return ""
    kind = (element.get("type") or "html").lower()
    if len(element):
        inner = [html.escape(element.text or "")]
        inner += (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return "".join(inner)
    text = element.text or ""
    return "<pre>" + html.escape(text) + "</pre>" if kind in {"text", "text/plain"} else text


def _key(stated: str, url: str, feed: str | None) -> str | None:
    """An identifier that holds everywhere as it is, any other behind its feed's."""
    if _HOLDS_EVERYWHERE.match(stated) or (not stated and _is_web(url)):
        return stated or url
    if stated and feed:
        return f"{feed}#{stated}"
    return url if _is_web(url) else None


def _first_day(entry: etree._Element, names: tuple[str, ...]) -> str | None:
    for name in names:
        stated = _text(entry.find(name) if name.startswith("{") else _child(entry, name))
        if stated and (day := publication_day(stated) or _mail_day(stated)):
            return day
    return None


def _mail_day(stated: str) -> str | None:
    """The day of a date as mails state it (RFC 5322), with its obsolete forms."""
    try:
        return parsedate_to_datetime(stated[:200]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _link(element: etree._Element | None) -> str:
    """The address an entry or a feed stands under: RSS puts it into the tag's text, Atom into an attribute."""
    if element is None:
        return ""
    links = [child for child in element if isinstance(child.tag, str) and _name(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href")).strip()
    return next((text for link in links if (text := _text(link))), "")


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name; one of another vocabulary (media:title) only when there is none of the feed's own."""
    if element is None:
        return None
    own = str(element.tag).rpartition("}")[0]
    found = [child for child in element if isinstance(child.tag, str) and _name(child) == name]
    return next((child for child in found if child.tag.rpartition("}")[0] == own), found[0] if found else None)


def _text(element: etree._Element | None) -> str:
    return (
        "" if element is None else " ".join("".join(element.itertext()).split()) if len(element) else (element.text or "").strip()
    )


def _plain(element: etree._Element | None) -> str:
    """A title without the markup some feeds put into it."""
    if element is None:
        return ""
    text = _text(element)
    if element.get("type") != "text" and ("&" in text or "<" in text):
        text = html.unescape(re.sub(r"</?[A-Za-z][^<>]{0,200}>", "", text))
    return " ".join(text.split())


def _name(element: etree._Element) -> str:
    """Its tag without the namespace; of a broken feed it may be no name at all, so lxml is not asked."""
    return str(element.tag).rpartition("}")[2]


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _character(match: re.Match[str]) -> str:
    """The character an entity of HTML stands for, which feeds use without defining it."""
    read = html.unescape(match[0])
    return read if read != match[0] else f"&amp;{match[1]};"


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]

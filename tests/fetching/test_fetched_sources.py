from briefing_tui.fetching import Fetched, sources_of
from briefing_tui.reading import ReadingError, Source, read_source

URL = "https://example.org/a"


def sources(data: bytes, content_type: str, charset: str | None = None) -> list[Source]:
    found = list(sources_of(Fetched(data, content_type, charset, "https://example.org/final", URL)))
    assert all(isinstance(each, Source) for each in found)
    return found


def test_a_page_is_identified_by_its_address_and_knows_where_it_was_found():
    [source] = sources(b"<p>Ten boats.</p>", "text/html")
    assert (source.place, source.key, source.form, source.metadata.url) == (URL, URL, "html", "https://example.org/final")
    [document] = read_source(source)
    assert (document.text, document.url) == ("Ten boats.", "https://example.org/final")


def test_the_servers_charset_is_used_when_the_bytes_are_not_utf_8():
    [document] = read_source(sources("Київ отримав".encode("cp1251"), "text/plain", "windows-1251")[0])
    assert document.text == "Київ отримав"


def test_a_charset_that_lies_is_not_believed():
    [document] = read_source(sources("Zelenskyy’s “plan”".encode(), "text/html", "iso-8859-1")[0])
    assert document.text == "Zelenskyy’s “plan”"


def test_a_feed_sent_as_plain_xml_is_known_by_its_content():
    feed = b"<rss><channel><title>Fund</title><item><link>/x</link><description>Ten boats.</description></item></channel></rss>"
    [source] = sources(feed, "text/xml")
    assert (source.form, source.key, source.metadata.publisher) == ("feed", "https://example.org/x", "Fund")


def test_a_picture_is_refused_in_one_line():
    [refused] = list(sources_of(Fetched(b"\x89PNG\r\n", "image/png", None, URL, URL)))
    assert isinstance(refused, ReadingError)
    assert str(refused) == f"{URL}: is image/png, which is no text"

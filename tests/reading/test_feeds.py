from pathlib import Path

import pytest
from tests.reading.finding import found, places, read, refusals, texts

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, Source, read_bytes
from briefing_tui.reading.feeds import Entry, read_entries

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Fund</title><link>https://fund.example/</link>
<item><title>Boats &amp; &lt;i&gt;trucks&lt;/i&gt;</title><link>/a</link><guid isPermaLink="false">x1</guid>
<pubDate>Wed, 20 Nov 2024 10:00:00 GMT</pubDate><media:title>Photo</media:title>
<description>Ten boats …</description>
<content:encoded><![CDATA[<p>Ten boats were sent.</p><ul><li>five trucks</li></ul>]]></content:encoded></item>
<item><guid>https://fund.example/b</guid><description>&lt;p&gt;Five&amp;nbsp;boats.&lt;/p&gt;</description></item>
<item><title>Only a title</title><link>https://fund.example/c</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://fund.example/news/"><title>Fund</title>
<link rel="self" href="feed.xml"/>
<entry><id>urn:uuid:1</id><title type="html">Boats</title><updated>2024-11-21T08:00:00Z</updated>
<published>2024-11-20T23:59:00-05:00</published><link rel="edit" href="e"/><link href="one"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ten <b>boats</b>.</p><p>Five.</p></div></content></entry>
<entry><id>urn:uuid:2</id><title>Plain</title><summary type="text">Less &lt; more boats.</summary></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://fund.example/"><title>Fund</title></channel>
<item rdf:about="https://fund.example/a"><title>Boats</title><dc:date>2024-11-20</dc:date><description>Ten boats.</description></item>
</rdf:RDF>"""


def entries(tmp_path: Path, text: str, name: str = "feed.xml") -> list[Document]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    documents = read(tmp_path / name)
    assert all(isinstance(document, Document) for document in documents), documents
    return documents


def facts(document: Document) -> tuple[object, ...]:
    return (document.title, document.publisher, document.published, document.url, document.format)


def test_every_item_of_rss_is_a_document(tmp_path: Path):
    first, second, third = entries(tmp_path, RSS)
    assert first.text == "Ten boats were sent.\n\n- five trucks"
    assert facts(first) == ("Boats & trucks", "Harbour Fund", "2024-11-20", "https://fund.example/a", "feed")
    assert second.text == "Five boats."
    assert (third.text, third.title) == ("Only a title", "Only a title")


def test_every_entry_of_atom_is_a_document(tmp_path: Path):
    first, second = entries(tmp_path, ATOM)
    assert first.text == "Ten boats.\n\nFive."
    assert facts(first) == ("Boats", "Fund", "2024-11-20", "https://fund.example/news/one", "feed")
    assert second.text == "Less < more boats."


def test_the_older_rss_of_rdf(tmp_path: Path):
    [only] = entries(tmp_path, RDF)
    assert facts(only) == ("Boats", "Fund", "2024-11-20", "https://fund.example/a", "feed")


def test_what_identifies_an_entry(tmp_path: Path):
    (tmp_path / "a.rss").write_text(RSS)
    (tmp_path / "b.atom").write_text(ATOM)
    assert [source.key for source in found(tmp_path) if isinstance(source, Source)] == [
        f"{tmp_path}/a.rss#x1",
        "https://fund.example/b",
        "https://fund.example/c",
        "urn:uuid:1",
        "urn:uuid:2",
    ]
    assert places(tmp_path / "b.atom") == [f"{tmp_path}/b.atom, entry 1", f"{tmp_path}/b.atom, entry 2"]


def test_entities_of_html_that_no_feed_defines_are_read(tmp_path: Path):
    [only] = entries(
        tmp_path,
        "<rss><channel><item><title>Caf&eacute; &unknown; &ndash;</title><description>Ten.</description></item></channel></rss>",
    )
    assert only.title == "Café &unknown; –"


def test_a_feed_broken_in_the_middle_gives_what_stands_before(tmp_path: Path):
    (tmp_path / "a.rss").write_text(RSS[: RSS.index("<item><title>Only")] + "<item><tit", encoding="utf-8")
    assert texts(tmp_path / "a.rss") == [
        "Ten boats were sent.\n\n- five trucks",
        "Five boats.",
        f"{tmp_path}/a.rss, entry 3: there is no text in it",
    ]


def test_an_entity_bomb_is_refused_in_one_line(tmp_path: Path):
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "boom">{levels}]><rss><channel><item><title>&l9;</title></item></channel></rss>'
    (tmp_path / "bomb.rss").write_text(bomb)
    assert refusals(tmp_path / "bomb.rss") == [f"{tmp_path}/bomb.rss: defines entities of its own, which are not read"]


def test_a_file_named_as_an_entity_is_not_read(tmp_path: Path):
    (tmp_path / "secret.txt").write_text("secret")
    for declared in (f'[<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]', f'SYSTEM "file://{tmp_path}/secret.txt"'):
        (tmp_path / "a.rss").write_text(
            f"<!DOCTYPE rss {declared}><rss><channel><item><title>a &x; b</title></item></channel></rss>"
        )
        assert "secret" not in "".join(texts(tmp_path / "a.rss")).replace(str(tmp_path), "").replace("secret.txt", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1251"])
def test_a_feed_in_another_encoding_than_it_declares(tmp_path: Path, encoding: str):
    for declared in ("utf-8", "iso-8859-1", "utf-16", "no-such"):
        text = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>a</title><description>Ten boats.</description></item></channel></rss>'
        (tmp_path / "a.rss").write_bytes(text.encode(encoding))
        assert texts(tmp_path / "a.rss") == ["Ten boats."]


def test_depth_without_end_is_bounded(tmp_path: Path):
    (tmp_path / "a.rss").write_text(
        "<rss><channel><item><title>a</title><description>" + "<b>" * 100_000 + "</description></item></channel></rss>"
    )
    assert len(texts(tmp_path / "a.rss")) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "the feed has no entries"),
        ("<opml><body/></opml>", "is no RSS or Atom feed; its first tag is <opml>"),
        ("no tags at all", "is no XML"),
        ("<rss><channel><item></item></channel></rss>", "entry 1: there is no text in it"),
        ("", "is empty"),
    ],
)
def test_what_is_no_feed_is_one_clear_line(tmp_path: Path, text: str, words: str):
    (tmp_path / "a.rss").write_text(text)
    [told] = refusals(tmp_path / "a.rss")
    assert words in told
    assert told.startswith(f"{tmp_path}/a.rss")


def test_a_date_nobody_can_read_is_passed_over(tmp_path: Path):
    [only] = entries(
        tmp_path, "<rss><channel><item><pubDate>soon</pubDate><description>Ten.</description></item></channel></rss>"
    )
    assert only.published is None


def test_one_document_is_wanted_of_a_feed_of_several():
    with pytest.raises(ReadingError, match="holds 3 documents"):
        read_bytes(RSS.encode(), name="a")
    assert read_bytes(RDF.encode(), name="a", metadata=Metadata(publisher="Ministry")).publisher == "Ministry"


@pytest.mark.parametrize(
    ("stated", "key"),
    [
        ("post:12", "https://fund.example/rss#post:12"),
        ("12", "https://fund.example/rss#12"),
        ("urn:uuid:1", "urn:uuid:1"),
        ("HTTPS://fund.example/b", "HTTPS://fund.example/b"),
    ],
)
def test_an_identifier_that_another_feed_may_give_too_stands_behind_its_feed(stated: str, key: str):
    data = f"<rss><channel><item><guid>{stated}</guid><description>Boats.</description></item></channel></rss>".encode()
    [entry] = read_entries(data, place="feed", key="https://fund.example/rss")
    assert isinstance(entry, Entry)
    assert entry.key == key

import time

import pytest

from briefing_tui.model import Document
from briefing_tui.reading import ReadingError, read_bytes


def read(page: str | bytes) -> Document:
    return read_bytes(page if isinstance(page, bytes) else page.encode(), name="page", form="html")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_the_text_is_what_a_reader_sees():
    page = "<h1>Boats &amp; piers</h1><p>Norway gave <b>ten</b>&nbsp;<a href='x'>boats</a>\n this spring.<ul><li>four<li>six</ul><p>It rained."
    assert read(page).text == "Boats & piers\n\nNorway gave ten boats this spring.\n\n- four\n- six\n\nIt rained."


def test_kinds_come_from_the_tags():
    page = "<h2>It rained. A lot.</h2><p>No full stop here<p>Norway gave:<ul><li>boats<ul><li>large<li>small</ul><li>piers</ul>"
    document = read(page)
    assert blocks(document) == [
        ("heading", "It rained. A lot."),
        ("paragraph", "No full stop here"),
        ("paragraph", "Norway gave:"),
        ("list_item", "boats"),
        ("list_item", "large"),
        ("list_item", "small"),
        ("list_item", "piers"),
    ]
    assert [block.level for block in document.blocks] == [2, 0, 0, 0, 1, 1, 0]
    assert [block.introduction for block in document.blocks[3:]] == [2, 2, 2, 2]


def test_no_list_item_heading_or_table_row_is_lost():
    page = "<body>" + "".join(
        f"<div><h3>head {n}</h3><ol><li>item {n}</ol><table><tr><td>row<td>{n}</table></div>" for n in range(50)
    )
    text = read(page).text.split("\n")
    for number in range(50):
        assert f"head {number}" in text
        assert f"- item {number}" in text
        assert f"row | {number}" in text


def test_what_is_not_shown_is_dropped():
    page = """<head><title>T</title><style>p{}</style></head><body class="cookie-ok"><nav><li>Home</nav><script>alert(1)</script>
    <noscript>Turn it on</noscript><template>no</template><p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">no</p>
    <div id="cookie-banner">We use cookies.<button>OK</button></div><!-- no --><p>Ten boats.</p><svg><text>no</text></svg>"""
    assert read(page).text == "Ten boats."


def test_a_long_element_that_only_sounds_like_a_notice_is_kept():
    article = "Norway gave ten boats. " * 200
    assert read(f"<div class='consent-wrapper'><p>{article}</p></div>").text == article.strip()


def test_foot_and_sharing_bar_are_set_aside_not_lost():
    page = "<p>Ten boats.</p><div class='social-share'><a>Mail this page to a friend</a></div><footer><p>Harbour Fund, Oslo</p></footer>"
    assert blocks(read(page)) == [
        ("paragraph", "Ten boats."),
        ("boilerplate", "Mail this page to a friend"),
        ("boilerplate", "Harbour Fund, Oslo"),
    ]


def test_a_line_break_is_one_and_two_divide_paragraphs():
    document = read("<p>One boat<br>two boats<br><br>It rained.</p>")
    assert document.text == "One boat\ntwo boats\n\nIt rained."


def test_bullets_typed_by_hand_are_items():
    document = read("<p>It includes:<br>&bull; boats<br>&bull; piers</p>")
    assert blocks(document) == [("paragraph", "It includes:"), ("list_item", "boats"), ("list_item", "piers")]


def test_a_bold_line_of_its_own_is_a_heading_and_bold_prose_is_not():
    assert blocks(read("<p><strong>What Oslo gave</strong></p><p><b>Ten boats went out.</b></p>")) == [
        ("heading", "What Oslo gave"),
        ("paragraph", "Ten boats went out."),
    ]


def test_a_further_paragraph_of_an_item_does_not_end_the_list():
    document = read("<p>It gave:</p><ul><li><p>boats</p><p>They are old.</p></li><li>piers</li></ul>")
    assert document.text == "It gave:\n\n- boats\n  They are old.\n- piers"
    assert document.blocks[3].introduction == 0


def test_the_head_states_title_day_publisher_and_address():
    page = """<head><title>Boats | Example News</title><meta property="og:title" content="Ten boats"><meta property="og:site_name" content="Example News">
    <meta property="article:published_time" content="2024-11-20T08:00:00Z"><link rel="canonical" href="https://example.org/boats"></head><p>Ten."""
    document = read(page)
    assert (document.title, document.publisher, document.published, document.published_from, document.url) == (
        "Ten boats",
        "Example News",
        "2024-11-20",
        "metadata",
        "https://example.org/boats",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"datePublished": "2024-11-20"}</script>',
        '<meta itemprop="datePublished" content="2024-11-20">',
        '<meta name="DC.date.issued" content="20 November 2024">',
        '<article><time datetime="2024-11-20T09:00">Wednesday</time>',
    ],
)
def test_the_day_is_found_where_pages_state_it(head: str):
    assert read(f"{head}<p>Ten boats.").published == "2024-11-20"


def test_a_title_falls_back_on_the_first_heading_and_the_title_tag():
    assert read("<title>Long enough a title for a page | Example News</title><p>Ten.").title == "Long enough a title for a page"
    assert read("<title>Page</title><h1>Ten <i>boats</i></h1><p>Ten.").title == "Ten boats"


def test_a_layout_table_does_not_glue_its_paragraphs():
    page = "<table><tr><td><p>First one.</p><p>Second one.</p></td><td><p>Third one.</p></td></tr></table>"
    assert blocks(read(page)) == [("paragraph", "First one."), ("paragraph", "Second one."), ("paragraph", "Third one.")]


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 100_000 + b"Ten boats.",
        b"<p>Ten boats.</p>" + b"<!--" * 50_000,
        b"<ul><li>" * 50_000 + b"Ten boats.",
        b"<div class=share>" * 30_000 + b"Ten boats.",
        b"<footer>a" * 20_000 + b"Ten boats.",
        b"<b><i>" * 30_000 + b"Ten boats.",
        b"<p " + b'a="b" ' * 50_000 + b">Ten boats.",
        b'<meta charset="bogus"><p>Ten boats.',
        b"<p>Ten boats." + b"</div></td></ul></p>" * 10_000,
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>Ten boats. &b;',
    ],
)
def test_a_broken_or_hostile_page_is_read_in_good_time(page: bytes):
    begin = time.process_time()
    assert "Ten boats." in read(page).text
    assert time.process_time() - begin < 10


def test_a_page_without_text_is_refused():
    with pytest.raises(ReadingError, match="page: there is no text in it"):
        read(b"<!--" * 50_000)

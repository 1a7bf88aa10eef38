import pytest

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, read_bytes


def read(text: str, **metadata: str) -> Document:
    return read_bytes(text.encode(), name="note", form="text", metadata=Metadata(**metadata))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("dateline", "words", "published"),
    [
        ("WASHINGTON, Nov. 20 (AP) — ", "WASHINGTON, Nov. 20 (AP)", None),
        ("KYIV, Ukraine — ", "KYIV, Ukraine", None),
        ("GENEVA/CAIRO, 4 March 2024 – ", "GENEVA/CAIRO, 4 March 2024", "2024-03-04"),
        ("BERGEN - ", "BERGEN", None),
        ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.", None),
        ("Brussels, 14 March 2024 – ", "Brussels, 14 March 2024", "2024-03-14"),
        ("TAIPEI, Taiwan (Example wire) — ", "TAIPEI, Taiwan (Example wire)", None),
        ("Geneva – ", "Geneva", None),
        ("(Oslo, Norway) – ", "(Oslo, Norway)", None),
    ],
)
def test_a_dateline_is_a_block_of_its_own(dateline: str, words: str, published: str | None):
    document = read(f"{dateline}The ministry gave ten boats.")
    assert blocks(document) == [("dateline", dateline.strip()), ("paragraph", "The ministry gave ten boats.")]
    assert (document.dateline, document.published) == (words, published)
    assert document.published_from == ("dateline" if published else "none")


@pytest.mark.parametrize(
    ("dateline", "words"),
    [("OSLO, 28 November 2024. ", "OSLO, 28 November 2024"), ("Oslo (28 November 2024): ", "Oslo (28 November 2024)")],
)
def test_behind_a_day_a_full_stop_or_colon_ends_a_dateline(dateline: str, words: str):
    document = read(f"{dateline}The ministry gave ten boats.")
    assert blocks(document) == [("dateline", dateline.strip()), ("paragraph", "The ministry gave ten boats.")]
    assert (document.dateline, document.published) == (words, "2024-11-28")


def test_a_sentence_that_ends_in_a_day_is_no_dateline():
    document = read("He was born in Oslo, 28 November 1964. Norway was poor.")
    assert (document.dateline, document.published) == (None, None)


def test_a_place_and_a_day_on_a_line_of_their_own_are_a_dateline():
    document = read("Dutch package\n\nThe Hague, 22 November 2024\n\nThe ministry gave ten boats.")
    assert (document.title, document.dateline, document.published) == (
        "Dutch package",
        "The Hague, 22 November 2024",
        "2024-11-22",
    )


def test_a_title_that_ends_in_a_day_stays_a_title():
    document = read("Ukraine Aid, November 20, 2024\n\nThe ministry gave ten boats.")
    assert (document.title, document.dateline) == ("Ukraine Aid, November 20, 2024", None)


def test_a_dash_alone_makes_no_dateline():
    for text in ("Nobody knows — not even they — what it costs.", "NATO said it would not — and did."):
        assert blocks(read(text)) == [("paragraph", text)]


@pytest.mark.parametrize(
    "line",
    [
        "Published: 20 November 2024",
        "FOR IMMEDIATE RELEASE: November 20, 2024",
        "Wednesday, November 20, 2024",
        "2024-11-20",
        "20 Nov 2024",
        "Posted on Nov. 20, 2024",
    ],
)
def test_the_day_of_publication_is_read_from_the_head(line: str):
    document = read(f"Boats for the coast\n{line}\n\nNorway gave ten boats.")
    assert (document.published, document.published_from) == ("2024-11-20", "text")


def test_a_day_in_running_text_is_no_publication():
    assert read("On November 20, 2024 Norway gave ten boats.").published is None


def test_a_day_the_calendar_does_not_have_is_none():
    assert read("Boats for the coast\n31 November 2024\n\nNorway gave ten boats.").published is None


def test_the_first_heading_is_the_title():
    assert read("FACT SHEET: Boats for the coast\n\nNorway gave ten boats.").title == "FACT SHEET: Boats for the coast"
    assert read("Norway gave ten boats.\n\nWhat next\n\nMore boats.").title is None


def test_metadata_wins_over_the_text():
    document = read("Boats\nPublished: 20 November 2024\n\nTen boats.", title="Ships", published="2024-12-01T08:00:00Z")
    assert (document.title, document.published, document.published_from) == ("Ships", "2024-12-01", "metadata")


def test_a_stated_date_that_is_none_is_refused():
    with pytest.raises(ReadingError, match="note: 'soon' is not a date; write YYYY-MM-DD"):
        read("Ten boats.", published="soon")

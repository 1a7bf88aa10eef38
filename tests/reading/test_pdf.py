from pathlib import Path

import pytest
from tests.reading.finding import refusals, texts
from tests.reading.pdf_pages import column, pdf

from briefing_tui.model import Document
from briefing_tui.reading import ReadingError, read_bytes


def read(data: bytes) -> Document:
    return read_bytes(data, name="a.pdf")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


FIRST = ("The ministry announced on Wednesday that ten boats will be", "delivered to the harbour before the end of the year.")
SECOND = ("Norway pledged a further five boats for the second quarter", "of next year, and said that crews would be trained.")


def test_lines_of_a_paragraph_are_one_block_and_gaps_divide_paragraphs():
    document = read(pdf([column(700, *FIRST) + column(650, *SECOND)]))
    assert document.text == "\n".join(FIRST) + "\n\n" + "\n".join(SECOND)
    assert blocks(document) == [("paragraph", "\n".join(FIRST)), ("paragraph", "\n".join(SECOND))]
    assert [document.text[each.start : each.end] for each in document.sentences] == ["\n".join(FIRST), "\n".join(SECOND)]
    assert (document.format, document.encoding) == ("pdf", "utf-8")


def test_a_paragraph_without_a_gap_begins_behind_a_short_last_line():
    document = read(pdf([column(700, *FIRST, *SECOND)]))
    assert [words for _, words in blocks(document)] == ["\n".join(FIRST), "\n".join(SECOND)]


def test_bullets_are_list_items_and_know_their_introduction():
    document = read(
        pdf(
            [
                column(
                    700, "The package includes:", "• ten boats", "• five trucks of the older kind that were", "overhauled in May"
                )
            ]
        )
    )
    assert blocks(document) == [
        ("paragraph", "The package includes:"),
        ("list_item", "ten boats"),
        ("list_item", "five trucks of the older kind that were\noverhauled in May"),
    ]
    assert [block.introduction for block in document.blocks] == [None, 0, 0]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_what_is_printed_around_it_is_set_aside():
    pages = [
        [
            (72, 760, "HARBOUR FUND – WEEKLY BRIEF"),
            *column(700, f"On day {number} the ministry said in a long statement to the press that"),
            *column(686, "ten boats were on their way to the northern harbour, and that"),
            (300, 30, f"Page {number} of 4"),
        ]
        for number in (1, 2, 3)
    ]
    last = [(72, 760, "HARBOUR FUND – WEEKLY BRIEF"), *column(700, "crews were being trained."), (300, 30, "Page 4 of 4")]
    document = read(pdf([*pages, last]))
    assert [words for kind, words in blocks(document) if kind == "boilerplate"] == [
        "HARBOUR FUND – WEEKLY BRIEF",
        *(words for number in (1, 2) for words in (f"Page {number} of 4", "HARBOUR FUND – WEEKLY BRIEF")),
        *("Page 3 of 4", "HARBOUR FUND – WEEKLY BRIEF", "Page 4 of 4"),
    ]
    assert "and that\ncrews were being trained." in document.text


def test_a_word_broken_at_the_end_of_a_line_is_made_whole_and_a_compound_keeps_its_hyphen():
    lines = (
        "The international fund sent long-range systems to the inter-",
        "national mission, and the long-",
        "range ones were tested. A range of long tests fol-",
        "lowed at the harbour.",
    )
    document = read(pdf([column(700, *lines)]))
    assert "to the international\nmission" in document.text
    assert "the long-range\nones" in document.text
    assert "tests followed\nat the harbour." in document.text
    assert document.notes == ("3 words broken at the end of a line made whole",)


def test_a_larger_line_is_a_heading():
    import re

    written = pdf([[*column(740, "WHAT WAS SENT"), *column(700, *FIRST), *column(650, *SECOND)]])
    larger = re.sub(rb"(1 0 0 1 72 740 Tm)", rb"/F1 18 Tf \1", written, count=1)
    larger = re.sub(rb"(1 0 0 1 72 700 Tm)", rb"/F1 11 Tf \1", larger, count=1)
    document = read(larger)
    assert blocks(document)[0] == ("heading", "WHAT WAS SENT")
    assert document.title == "WHAT WAS SENT"


def test_a_stated_title_counts_only_when_the_text_bears_it_out():
    lines = column(700, *FIRST)
    assert read(pdf([lines], info=b"/Title (The ministry announced on Wednesday)")).title == "The ministry announced on Wednesday"
    assert read(pdf([lines], info=b"/Title (Microsoft Word - draft_v3.docx)")).title is None


def test_the_offsets_of_every_sentence_hold():
    document = read(pdf([column(700, *FIRST, *SECOND), column(700, *SECOND)]))
    for sentence in document.sentences:
        assert document.text[sentence.start : sentence.end].strip() == document.text[sentence.start : sentence.end] != ""


def refusal(data: bytes) -> str:
    with pytest.raises(ReadingError) as refused:
        read(data)
    return str(refused.value)


def test_a_pdf_without_text_is_one_clear_line():
    message = "there is no text in this PDF; {} at most images, which would need text recognition"
    assert refusal(pdf([[]])) == "a.pdf: " + message.format("its page holds")
    assert refusal(pdf([[], []])) == "a.pdf: " + message.format("its 2 pages hold")


def test_a_broken_pdf_is_one_clear_line():
    whole = pdf([column(700, *FIRST)])
    for data in (
        b"%PDF-1.4\n",
        b"%PDF-1.4\n" + bytes(1000),
        whole[:300],
        whole.replace(b"/Catalog", b"/Cat_log").replace(b"/Pages", b"/P_ges"),
    ):
        assert refusal(data) == "a.pdf: this PDF is broken or cut short"


def test_a_locked_pdf_is_one_clear_line():
    locked = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <"
        + b"ab" * 32
        + b"> /U <"
        + b"cd" * 32
        + b"> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )
    assert refusal(pdf([column(700, *FIRST)], trailer=locked)) == "a.pdf: this PDF cannot be opened without its password"


def test_a_pdf_is_known_by_its_first_bytes_whatever_its_name(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(pdf([column(700, *FIRST)]))
    (tmp_path / "b").write_bytes(pdf([column(700, *SECOND)]))
    assert texts(tmp_path / "a.txt", tmp_path) == ["\n".join(FIRST), "\n".join(FIRST), "\n".join(SECOND)]


def test_a_text_that_calls_itself_a_pdf_is_refused(tmp_path: Path):
    (tmp_path / "a.pdf").write_text("Ten boats.")
    assert refusals(tmp_path / "a.pdf") == [f"{tmp_path}/a.pdf: this PDF is broken or cut short"]

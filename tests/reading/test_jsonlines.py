import json
from collections.abc import Iterator

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, read_jsonl


def rows(*lines: bytes | dict[str, object], metadata: Metadata | None = None) -> list[Document | ReadingError]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(read_jsonl(raw, name="feed", metadata=metadata))


def messages(*lines: bytes | dict[str, object]) -> list[str]:
    return [str(result) for result in rows(*lines) if isinstance(result, ReadingError)]


def test_a_row_is_a_document_with_its_metadata():
    [document] = rows(
        {
            "id": "a",
            "title": "Boats",
            "publisher": "Fund",
            "published": "2024-05-01T10:00:00+02:00",
            "url": "u",
            "text": "Ten.",
            "x": 1,
        }
    )
    assert isinstance(document, Document)
    assert (document.id, document.title, document.publisher, document.published, document.url, document.text) == (
        "a",
        "Boats",
        "Fund",
        "2024-05-01",
        "u",
        "Ten.",
    )
    assert document.published_from == "metadata"


def test_a_document_is_given_before_the_next_line_arrives():
    taken = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            taken.append(number)
            yield b'{"text": "Ten boats."}\n'

    next(read_jsonl(lines(), name="feed"))
    assert taken == [0]


def test_a_broken_line_is_named_and_the_rest_goes_on():
    results = rows({"text": "One."}, b'{"text": "Two', b"\n", {"text": "Four."})
    assert [isinstance(result, ReadingError) for result in results] == [False, True, False]
    assert str(results[1]).startswith("feed, line 2: not JSON at column ")


def test_every_fault_of_a_line_is_told_in_one_line():
    assert messages(
        b"[1]",
        {"id": "a"},
        {"text": 5},
        {"text": ""},
        {"text": "  "},
        {"text": "Ten.", "published": "yesterday"},
        {"text": "Ten.", "title": ["a"]},
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"text": "a", "n": ' + b"9" * 10_000 + b"}",
    ) == [
        "feed, line 1: not a JSON object",
        "feed, line 2: no text",
        "feed, line 3: the text is not a string",
        "feed, line 4: nothing but white space",
        "feed, line 5: nothing but white space",
        "feed, line 6: 'yesterday' is not a date; write YYYY-MM-DD",
        "feed, line 7: title is not a string",
        "feed, line 8: not UTF-8 at byte 11",
        "feed, line 9: nested too deeply",
        "feed, line 10: not JSON: a number is too long",
    ]


def test_an_over_long_line_is_refused():
    assert messages(b'{"text": "' + b"x" * (64 * 2**20) + b'"}') == ["feed, line 1: larger than 64 MB"]


def test_a_lone_surrogate_is_replaced_and_noted_and_a_pair_is_read():
    [document] = rows(b'{"text": "a \\ud800 b \\ud83d\\ude00"}')
    assert isinstance(document, Document)
    assert (document.text, document.notes) == ("a � b 😀", ("1 lone surrogate read as �",))


def test_line_ends_within_the_text_become_line_feeds():
    [document] = rows({"text": "One.\r\nTwo.\rThree."})
    assert isinstance(document, Document)
    assert document.text == "One.\nTwo.\nThree."


def test_metadata_of_the_command_line_completes_a_row():
    known = Metadata(publisher="Fund", published="2024-05-01", published_from="user")
    bare, full = rows({"text": "Ten."}, {"text": "Ten.", "publisher": "Port", "published": "2024-06-01"}, metadata=known)
    assert isinstance(bare, Document)
    assert isinstance(full, Document)
    assert (bare.publisher, bare.published, bare.published_from) == ("Fund", "2024-05-01", "user")
    assert (full.publisher, full.published, full.published_from) == ("Port", "2024-06-01", "metadata")


def test_a_byte_order_mark_before_the_first_line_is_passed_over():
    assert not messages(b'\xef\xbb\xbf{"text": "Ten."}')

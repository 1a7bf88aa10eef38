"""What holds for every text and for any bytes."""

import json
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Document
from briefing_tui.reading import ReadingError, read_bytes, read_jsonl

MARKERS = re.compile(r"[\W_]*(?:(?:\w{1,9}[.)]|o)[\W_]*){0,9}")
"""What may stand between blocks: bullets, numbers, rules and white space."""

PARTS = st.sampled_from(
    [
        *(
            "The",
            "U.S.",
            "said.",
            "Gen.",
            "Jan.",
            "14",
            "$5 m",
            "aid",
            "“We",
            "will”",
            '"',
            ";",
            ":",
            "...",
            "?!",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
        ),
        *(
            "- ",
            "• ",
            "1. ",
            "2) ",
            "(a) ",
            "o ",
            "—",
            "–",
            "# ",
            "## ",
            "***",
            "---\n",
            "===\n",
            "> ",
            "```\n",
            "    ",
            "\t",
            "[x]: y",
        ),
        *(
            "| a | b |\n|---|---|\n",
            "<p>",
            "<li>",
            "<ul>",
            "</ul>",
            "<td>",
            "<tr>",
            "<table>",
            "<br>",
            "<h1>",
            "<div class=cookie>",
        ),
        *(
            "</div>",
            "<!--",
            "&nbsp;",
            "<script>",
            "<b>",
            "About the Fund",
            "is a fund",
            "it includes:",
            "WASHINGTON, Nov. 20 (AP) —",
        ),
        *("é", "💥", "\u2028", "\x85", "\x1b", "\0", "\ud800", "\ufeff", "\u202e"),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=40).map("".join))
FORMS = st.sampled_from([None, "text", "markdown", "html", "jsonl"])


def check(document: Document) -> None:
    text = document.text
    text.encode("utf-8")
    assert "\r" not in text
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert MARKERS.fullmatch(text[ends[-1] : block.start])
        ends.append(block.end)
    assert MARKERS.fullmatch(text[ends[-1] :])
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
    for sentence, following in pairwise(document.sentences):
        assert sentence.end <= following.start
        if sentence.block == following.block:
            assert not text[sentence.end : following.start].strip()


def read_or_refuse(data: bytes, form: str | None) -> None:
    message = ""
    try:
        check(read_bytes(data, name="note", form=form))
    except ReadingError as error:
        message = str(error)
    assert len(message.splitlines()) <= 1


@given(TEXTS, FORMS)
def test_any_text_is_read_or_refused_in_one_line(text: str, form: str | None):
    read_or_refuse(text.encode("utf-8", "surrogatepass"), form)


@given(st.binary(max_size=120), FORMS)
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, form: str | None):
    read_or_refuse(data, form)


@given(TEXTS, st.text(max_size=8))
def test_any_json_row_is_read_or_refused(text: str, title: str):
    [result] = read_jsonl([json.dumps({"text": text, "title": title}).encode()], name="feed")
    if isinstance(result, Document):
        check(result)


@given(TEXTS)
def test_reading_twice_gives_the_same_document(text: str):
    data = json.dumps({"text": text}).encode()
    assert repr(list(read_jsonl([data], name="feed"))) == repr(list(read_jsonl([data], name="feed")))

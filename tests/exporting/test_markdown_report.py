"""A Markdown report holds text, never other people's markup."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing_tui.exporting.markdown_report import harmless, markdown_report
from briefing_tui.model import Briefing, Record
from briefing_tui.model.safe_text import safe_line

READER = MarkdownIt("gfm-like", {"linkify": True, "html": True})


def report(briefing: Briefing) -> str:
    def describe(record: Record) -> str:
        return f"{record.kind} *it*"

    return "".join(markdown_report([(briefing, briefing.records)], describe, heading="Records of <all>"))


def test_every_record_stands_under_its_briefing_with_its_sentence_and_place(briefing: Briefing) -> None:
    assert report(briefing).startswith(
        "# Records of &lt;all&gt;\n"
        "\n"
        "## By hand\n"
        "\n"
        "2024-11-20 · id by-hand\n"
        "\n"
        "- aid\\_package \\*it\\*\n"
        "\n"
        "  > “The U.S. announced a \\$275 million package that includes HIMARS.”\n"
        "  > — characters 0–63, `p:1`\n"
        "\n"
        "  - aid\\_item \\*it\\*\n"
        "\n"
        "    > “The U.S. announced"
    )


def test_only_an_address_that_is_sound_becomes_a_link(briefing: Briefing) -> None:
    assert "· <https://example.org/a?b=1>\n" in report(replace(briefing, url="https://example.org/a?b=1"))
    assert "<javascript" not in report(replace(briefing, url="javascript:alert(1)"))
    assert "> <" not in report(replace(briefing, url="https://a.org/> <script>"))


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no item",
        "1. no list",
        "> no quote",
        "+ x",
        "= y",
        "| a | b |",
        "---",
        "~~~",
        "    code",
        "[x]: http://a.b",
    ],
)
def test_the_beginning_of_a_block_is_text(text: str) -> None:
    tokens = READER.parse(harmless(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]


@given(st.text(st.sampled_from("ab 1.:/@*_`[](){}<>&#!|~\\-+=$^\n\thttpw\u202e\x1b'\""), max_size=40))
@example("![x](http://a.b)")
@example("www.example.org and http://example.org <b>bold</b> &amp; `code`")
def test_whatever_the_text_it_is_read_as_itself(text: str) -> None:
    tokens = READER.parseInline(harmless(text))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}
    assert "".join(child.content for token in tokens for child in token.children or ()).strip() == safe_line(text)

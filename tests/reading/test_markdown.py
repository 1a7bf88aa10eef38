from briefing_tui.model import Document
from briefing_tui.reading import read_bytes


def read(text: str) -> Document:
    return read_bytes(text.encode(), name="note", form="markdown")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_the_text_is_the_source_and_marks_of_blocks_lie_outside_them():
    source = "# Ten *boats*\n\nNorway gave **ten** boats.\n\n- large\n  1. grey\n- small\n"
    document = read(source)
    assert document.text == source
    assert blocks(document) == [
        ("heading", "Ten *boats*"),
        ("paragraph", "Norway gave **ten** boats."),
        ("list_item", "large"),
        ("list_item", "grey"),
        ("list_item", "small"),
    ]
    assert [block.level for block in document.blocks] == [1, 0, 0, 1, 0]


def test_wrapped_paragraphs_items_and_quotes_are_single_blocks():
    document = read("Norway gave\nten boats.\n\n- one item\n  on two lines\n\n> a quote\n> on two lines\n")
    assert blocks(document) == [
        ("paragraph", "Norway gave\nten boats."),
        ("list_item", "one item\n  on two lines"),
        ("paragraph", "a quote\n> on two lines"),
    ]


def test_front_matter_is_metadata():
    document = read(
        '---\ntitle: "Ten boats"\ndate: 2024-11-20\npublisher: Harbour Fund\ndraft: true\n---\n\nNorway gave ten boats.\n'
    )
    assert (document.title, document.published, document.published_from, document.publisher) == (
        "Ten boats",
        "2024-11-20",
        "metadata",
        "Harbour Fund",
    )
    assert [kind for kind, _ in blocks(document)] == ["boilerplate", "paragraph"]


def test_a_wrong_date_in_front_matter_is_passed_over():
    assert read("---\ndate: soon\n---\n\nTen boats.").published is None


def test_a_rule_at_the_top_is_no_front_matter():
    assert blocks(read("---\n\nTen boats.\n\n---\n")) == [
        ("boilerplate", "---"),
        ("paragraph", "Ten boats."),
        ("boilerplate", "---"),
    ]


def test_underlined_and_bold_lines_are_headings():
    assert blocks(read("Boats\n=====\n\nTen.\n\n**What else came**\n\nPiers.\n")) == [
        ("heading", "Boats"),
        ("paragraph", "Ten."),
        ("heading", "What else came"),
        ("paragraph", "Piers."),
    ]


def test_table_rows_and_code_are_kept():
    document = read("| Who | What |\n|---|---|\n| Norway | boats |\n\n```\nten boats\n```\n")
    assert [words for _, words in blocks(document)] == ["| Who | What |", "| Norway | boats |", "ten boats"]


def test_link_definitions_are_set_aside():
    assert blocks(read("See [the list][1].\n\n[1]: https://example.org\n"))[1] == ("boilerplate", "[1]: https://example.org")


def test_typographic_bullets_are_items_too():
    assert blocks(read("It includes:\n• boats\n• piers\n")) == [
        ("paragraph", "It includes:"),
        ("list_item", "boats"),
        ("list_item", "piers"),
    ]


def test_deep_nesting_and_long_runs_are_read():
    for source in (">" * 50_000 + "boats", "- " * 20_000 + "boats", "[" * 50_000, "`" * 100_000 + "boats", "*a " * 50_000):
        assert read(source).text == source

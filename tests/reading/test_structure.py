from briefing_tui.model import Document
from briefing_tui.reading import read_bytes


def read(text: str) -> Document:
    return read_bytes(text.encode(), name="note", form="text")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def introductions(document: Document) -> list[str | None]:
    """For each list item the words that introduce it."""
    leads = [block.introduction for block in document.blocks if block.kind == "list_item"]
    return [None if lead is None else document.text[document.blocks[lead].start : document.blocks[lead].end] for lead in leads]


PACKAGE = """Aid for the coast guard
Norway will give its neighbour a package worth 40 million kroner this spring.

What it holds
The package includes:
- four patrol boats
- spare parts
This follows a visit in May.
"""


def test_headings_paragraphs_and_items_are_told_apart():
    assert blocks(read(PACKAGE)) == [
        ("heading", "Aid for the coast guard"),
        ("paragraph", "Norway will give its neighbour a package worth 40 million kroner this spring."),
        ("heading", "What it holds"),
        ("paragraph", "The package includes:"),
        ("list_item", "four patrol boats"),
        ("list_item", "spare parts"),
        ("paragraph", "This follows a visit in May."),
    ]


def test_items_know_what_introduces_them_and_their_section():
    document = read(PACKAGE)
    assert introductions(document) == ["The package includes:"] * 2
    assert [block.heading for block in document.blocks] == [None, 0, None, 2, 2, 2, 2]


def test_every_kind_of_bullet_makes_an_item():
    text = "It includes:\n- one\n* two\n• three\n– four\n— five\n· six\n•seven\n◽️ eight\n1. nine\n2) ten\n(a) eleven"
    words = "one two three four five six seven eight nine ten eleven".split()
    assert blocks(read(text))[1:] == [("list_item", word) for word in words]


def test_items_nest_by_indentation_and_by_bullet():
    document = read("They gave:\n• guns:\n  o howitzers\n  o mortars\n• trucks\no with drivers\n• boats")
    assert [(document.text[b.start : b.end], b.level) for b in document.blocks[1:]] == [
        ("guns:", 0),
        ("howitzers", 1),
        ("mortars", 1),
        ("trucks", 0),
        ("with drivers", 1),
        ("boats", 0),
    ]
    assert introductions(document) == ["They gave:", "guns:", "guns:", "They gave:", "They gave:", "They gave:"]


def test_a_run_in_title_stays_with_its_item():
    item = "New doctrine: Moscow lowered the bar for the use of such weapons."
    assert blocks(read(f"Tension grows:\n- {item}"))[1] == ("list_item", item)


def test_a_number_in_brackets_that_is_no_count_of_items_stays_in_its_item():
    assert blocks(read("It includes:\n• (4) launchers;\n• (25,000) rounds."))[1:] == [
        ("list_item", "(4) launchers;"),
        ("list_item", "(25,000) rounds."),
    ]


def test_lines_ending_in_semicolons_after_a_colon_are_items():
    text = "The minister promised:\nten boats, each with a crew of four;\nfuel for a year; and\na new pier."
    document = read(text)
    assert [kind for kind, _ in blocks(document)] == ["paragraph", "list_item", "list_item", "list_item"]
    assert introductions(document) == ["The minister promised:"] * 3


def test_semicolons_within_a_line_make_no_list():
    text = "The minister promised: ten boats; fuel for a year; and a new pier."
    assert blocks(read(text)) == [("paragraph", text)]


def test_short_lines_without_bullets_after_a_colon_are_items():
    text = "The package includes:\n\nPatrol boats\n\nSpare parts\n\nIt was announced on Monday in the port of Bergen."
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph", "list_item", "list_item", "paragraph"]


def test_a_list_on_one_line_is_taken_apart():
    assert blocks(read("The package includes: • boats • spare parts • training for 40 sailors")) == [
        ("paragraph", "The package includes:"),
        ("list_item", "boats"),
        ("list_item", "spare parts"),
        ("list_item", "training for 40 sailors"),
    ]


WRAPPED = """The defence ministry said on Monday that the first of the new
launchers had left the port and would reach the front within the
week. Two more are to follow.

The shipment holds:

- launchers with their crews, who were trained in the north of the
  country since the spring
- rounds of two kinds, some of which were bought from a firm in
  Korea
"""


def test_wrapped_lines_are_one_block_and_the_text_is_not_rewritten():
    document = read(WRAPPED)
    assert document.text == WRAPPED
    assert [kind for kind, _ in blocks(document)] == ["paragraph", "paragraph", "list_item", "list_item"]
    assert blocks(document)[2][1].endswith("since the spring")


def test_one_line_a_paragraph_stays_so():
    text = "Kyiv said it was ready.\nMoscow said it was not.\nNobody else said a word about it."
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph"] * 3


def test_a_wrapped_line_that_begins_with_a_dash_is_no_item():
    text = (
        "The ministry has said again and again that the country is ready and\n"
        "- whatever the others may do - will remain so for as long as it is\n"
        "needed by its friends in the north and by those of the south too.\n"
    )
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph"]


def test_live_blog_entries_stay_paragraphs():
    text = "20:45 The truce holds, the ministry says.\n\n10.32am BST\n\nThe road is open again, aid groups say."
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph"] * 3


def test_capitals_hashes_and_underlines_make_headings():
    text = "WHAT OSLO DID\nIt paid for the boats.\n\n## What Bergen did ##\nIt built them.\n\nThe rest\n--------\nThey watched."
    assert [words for kind, words in blocks(read(text)) if kind == "heading"] == ["WHAT OSLO DID", "What Bergen did", "The rest"]


def test_prose_is_no_heading():
    for text in (
        "“It is war”\n\nHe said so on Monday.",
        "Location: Bergen\n\nIt rained.",
        "Thank you all. (Applause.)\n\nHe left.",
    ):
        assert "heading" not in [kind for kind, _ in blocks(read("It began in May.\n\n" + text))]


def test_what_stands_around_the_news_is_set_aside():
    for line in (
        "###",
        "-30-",
        "* * *",
        "For immediate release",
        "Media contact: Ann Moe, +47 22 00 00 00",
        "Copyright 2024 Example News. All rights reserved.",
        "Share on Facebook",
        "We use cookies to improve this site.",
        "Read the full letter here.",
        "(Reporting by Ann Moe; Editing by Bo Lie)",
        "https://example.org/a",
        "Updated at 11.30 GMT",
        "Photograph: Ann Moe/Example",
    ):
        document = read(f"Norway gave ten boats.\n\n{line}\n\nDenmark gave none.")
        assert [kind for kind, _ in blocks(document)] == ["paragraph", "boilerplate", "paragraph"], line


def test_an_organisation_describing_itself_is_set_aside_but_news_about_something_is_not():
    about = "It rained.\n\nAbout the Harbour Fund\n\nThe Harbour Fund is a charity that repairs piers."
    assert [kind for kind, _ in blocks(read(about))] == ["paragraph", "boilerplate", "boilerplate"]
    news = "It rained.\n\nAbout the attack\n\nThe attack killed two sailors on Monday."
    assert [kind for kind, _ in blocks(read(news))] == ["paragraph", "heading", "paragraph"]


def test_news_that_mentions_contacts_and_copies_is_kept():
    for text in (
        "Contacts between the two capitals were cut on Monday.",
        "Share prices of arms makers rose.",
        "Print shops in Kyiv were hit by two missiles overnight.",
        "Read, the minister said, my lips: no more tanks.",
        "Photo: The minister hands over the first of the boats.",
    ):
        assert blocks(read(text)) == [("paragraph", text)]


def test_roman_numbers_are_numbers():
    text = "The parties shall:\n(i) stop;\n(ii) talk;\n(iii) go;\n(iv) wait; and\n(v) rest."
    assert [words for _, words in blocks(read(text))][1:] == ["stop;", "talk;", "go;", "wait; and", "rest."]


def test_a_column_of_names_is_no_run_of_headings():
    text = "It was signed by these five.\n\nAnn Moe\nBo Lie\nIda Dahl\nJon Holm\nKari Vik\n\nThe letter was sent on Monday."
    assert [kind for kind, _ in blocks(read(text))].count("heading") <= 1


def test_a_long_line_told_in_the_past_tense_is_prose_without_its_stop():
    text = "It began in May.\n\nA spokesman for the port said that all the cranes were lost\n\nNobody was hurt."
    assert [kind for kind, _ in blocks(read(text))] == ["paragraph"] * 3

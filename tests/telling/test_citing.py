from tests.tui.briefings import briefing, harbour, hostile, long_line

from briefing_tui.telling.citing import citation, sentence_span


def test_the_sentence_around_the_words_is_quoted():
    document = harbour()
    start = document.text.index("called the shelling")
    span = sentence_span(document, start, start + 6)
    assert document.text[slice(*span)].startswith("“We will not look away,”")
    assert document.text[slice(*span)].endswith("a crime.")


def test_words_across_two_sentences_quote_both():
    document = briefing("One thing happened. Another thing followed. A third.")
    span = sentence_span(document, document.text.index("happened"), document.text.index("thing followed") + 5)
    assert document.text[slice(*span)] == "One thing happened. Another thing followed."


def test_a_sentence_too_long_to_quote_is_quoted_by_the_words_alone():
    assert sentence_span(long_line(10_000), 6, 11) == (6, 11)


def test_words_outside_every_sentence_stand_for_themselves():
    assert sentence_span(briefing("\n\n"), 0, 1) == (0, 1)


def test_a_citation_names_its_source_and_place():
    document = briefing("Shells fell.", (), title="War, day 1", publisher="Wire", published="2025-01-02")
    assert citation(document, 0, 12) == f"“Shells fell.” — War, day 1, Wire, 2025-01-02, characters 0–12 [{document.id}]"


def test_a_citation_says_what_is_not_known():
    document = briefing("Shells fell.")
    assert citation(document, 0, 6) == f"“Shells” — Untitled, no date, characters 0–6 [{document.id}]"


def test_a_citation_of_hostile_text_is_one_harmless_line():
    document = hostile()
    assert citation(document, 0, len(document.text)).isprintable()

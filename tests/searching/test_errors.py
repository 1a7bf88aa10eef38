from briefing_tui.searching import QueryError, parse_query, render_error
from briefing_tui.searching.errors import point_at


def rendered(text: str, room: int = 100) -> str:
    try:
        parse_query(text)
    except QueryError as error:
        return render_error(error, text, room=room)
    raise AssertionError(text)


def test_carets_stand_under_the_part_at_fault() -> None:
    assert rendered("a stanse:oppose") == "a stanse:oppose\n  ^^^^^^"


def test_wide_characters_take_two_cells() -> None:
    assert rendered("日本 stanse:oppose") == "日本 stanse:oppose\n     ^^^^^^"
    assert rendered("stance:反対") == "stance:反対\n       ^^^^"


def test_marks_on_letters_take_no_cell() -> None:
    assert rendered("é stanse:x".replace("é", "e\u0301")) == "e\u0301 stanse:x\n  ^^^^^^"


def test_what_could_steer_the_terminal_is_shown_as_a_picture() -> None:
    assert rendered("\x1b[2J stanse:x") == "␛[2J stanse:x\n     ^^^^^^"
    assert "\u202e" not in rendered("\u202e stanse:x")


def test_of_a_long_query_the_part_around_the_fault_is_shown() -> None:
    line, carets = rendered("word " * 200 + "stanse:oppose " + "more " * 200, room=40).split("\n")
    assert line.startswith("…")
    assert line.endswith("…")
    assert len(line) == 40
    assert line[carets.index("^") : carets.index("^") + 6] == "stanse"


def test_a_place_behind_the_end_has_a_caret_too() -> None:
    assert point_at("ab", 2, 2) == ("ab", "  ^")
    assert point_at("", 0, 0) == ("", "^")


def test_an_error_is_one_line_with_its_hint() -> None:
    assert str(QueryError("this is wrong", 0, 1, "write that")) == "this is wrong; write that"
    assert str(QueryError("this is wrong", 0, 1)) == "this is wrong"

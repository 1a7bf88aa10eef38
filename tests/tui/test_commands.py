from briefing_tui.tui.cells import width_cells
from briefing_tui.tui.commands import COMMANDS, command_for, key_hints, key_name
from briefing_tui.tui.helping import help_lines
from briefing_tui.tui.looks import looks
from briefing_tui.tui.widgets.key_line import fit_hints

SITUATIONS = ("pane", "text", "why", "panel", "typing")


def test_no_key_means_two_things_in_one_situation():
    for situation in SITUATIONS:
        keys = [key for command in COMMANDS if situation in command.situations for key in command.keys]
        assert len(keys) == len(set(keys)), situation


def test_every_command_says_what_it_does_in_one_line():
    for command in COMMANDS:
        assert command.summary().endswith("."), command
        assert command.label


def test_help_names_every_command_and_its_keys():
    shown = "\n".join("".join(text for text, _ in line) for line in help_lines(looks(colour=True), "~/copied.txt", 200))
    for command in COMMANDS:
        assert command.summary() in shown
        assert " ".join(map(key_name, command.keys)) in shown
    assert "~/copied.txt" in shown


def test_a_key_means_what_its_situation_says():
    assert command_for("enter", "pane").__name__ == "OpenSource"
    assert command_for("enter", "typing").__name__ == "KeepSearch"
    assert command_for("j", "typing") is None


def test_the_key_line_of_a_pane_teaches_what_a_newcomer_needs():
    assert [hint.key for hint in key_hints("pane")] == ["enter", "/", "y", "w", "tab", "?", "q"]


def test_narrow_key_lines_use_brief_words_and_then_only_the_most_important_keys():
    hints = key_hints("pane")
    assert fit_hints(hints, 200)[0][0] == ("enter", "read the sentence")
    assert fit_hints(hints, 64)[0][0] == ("enter", "read")
    assert [key for key, _ in fit_hints(hints, 38)[0]] == ["enter", "/", "?", "q"]
    assert fit_hints(hints, 3)[0] == []


def test_a_key_line_never_exceeds_its_room():
    for situation in SITUATIONS:
        for room in range(120):
            words, gap = fit_hints(key_hints(situation), room)
            used = sum(width_cells(key) + 1 + width_cells(word) for key, word in words) + gap * max(0, len(words) - 1)
            assert used <= room


def test_help_keeps_to_its_width():
    for width in (40, 62, 100):
        for line in help_lines(looks(colour=True), "/a/path/copied.txt", width):
            if any("stored order" in text for text, _ in line):
                continue
            assert sum(width_cells(text) for text, _ in line) <= width

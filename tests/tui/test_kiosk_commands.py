from briefing_tui.tui.commands import COMMANDS, command_for, commands_of, key_hints
from briefing_tui.tui.helping import help_lines
from briefing_tui.tui.looks import looks

LEFT_OUT = {"Accept", "Reject", "Edit", "EditField", "SetPublished", "KeepValue", "DropValue", "Undo", "Suspend"}


def test_a_kiosk_leaves_out_what_writes_or_hands_the_terminal_to_another_program():
    assert {command.__name__ for command in set(COMMANDS) - set(commands_of(in_kiosk=True))} == LEFT_OUT


def test_no_key_leads_to_what_a_kiosk_leaves_out():
    for command in COMMANDS:
        for situation in command.situations:
            for key in command.keys:
                found = command_for(key, situation, in_kiosk=True)
                assert found is None or found.in_kiosk


def test_the_key_line_and_help_of_a_kiosk_tell_nothing_that_is_not_there():
    shown = "\n".join("".join(text for text, _ in line) for line in help_lines(looks(colour=True), "", 200, in_kiosk=True))
    for command in COMMANDS:
        assert (command.summary(in_kiosk=True) in shown) is command.in_kiosk
    for words in ("Correcting", "background", "copied.txt", "kept in", "file"):
        assert words not in shown
    assert key_hints("writing", in_library=True, in_kiosk=True) == []

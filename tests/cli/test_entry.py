"""What becomes of errors that end the command."""

from briefing_tui.cli import entry


def test_a_fault_shown_with_its_way_cannot_steer_the_terminal(monkeypatch, capsys):
    def fail(verb, arguments):
        raise ValueError("words of a document: \x1b]0;title\x07 \u202e \x9b31m")

    monkeypatch.setenv("BRIEFING_TUI_DEBUG", "1")
    monkeypatch.setattr(entry, "_run", fail)
    assert entry.main(["story.txt"]) == 70
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert "in fail" in told
    assert "ValueError: words of a document" in told
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(told)

"""Files the explorer writes are its person's alone; what else lies in their place stays as it is."""

import os
import stat

from briefing_tui.tui.keeping import keep_quote, log_failure


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_quotes_are_collected_in_a_file_that_nobody_else_may_read(tmp_path):
    kept = tmp_path / "state" / "copied.txt"
    keep_quote("first", tmp_path / "state")
    kept.chmod(0o644)
    assert keep_quote("second", tmp_path / "state") == f"kept in {kept}"
    assert kept.read_text() == "first\n\nsecond\n\n"
    assert mode_of(kept) == 0o600


def test_a_link_that_leads_to_a_device_leaves_its_permissions_alone(tmp_path):
    everybodys = tmp_path / "everybodys"
    os.mkfifo(everybodys)
    everybodys.chmod(0o666)
    reader = os.open(everybodys, os.O_RDONLY | os.O_NONBLOCK)
    try:
        (tmp_path / "copied.txt").symlink_to(everybodys)
        (tmp_path / "failures.log").symlink_to(everybodys)
        keep_quote("nothing is kept", tmp_path)
        log_failure("nothing is logged", tmp_path)
        assert mode_of(everybodys) == 0o666
    finally:
        os.close(reader)


def test_a_folder_that_cannot_be_made_is_told_in_the_line(tmp_path):
    (tmp_path / "state").write_text("a file")
    assert keep_quote("lost", tmp_path / "state") == f"{tmp_path}/state/copied.txt could not be written: File exists"
    assert log_failure("lost", tmp_path / "state") is None

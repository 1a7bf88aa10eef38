import os
from pathlib import Path

from briefing_tui.reading.choice import Choice
from briefing_tui.reading.watching import Watch, begin_watch, look


def changed(state: Watch) -> tuple[list[str], Watch]:
    found, _, state = look(state)
    return [Path(path).name for path in found], state


def test_a_file_is_given_out_once_it_is_the_same_in_two_looks(tmp_path: Path):
    state = begin_watch([str(tmp_path)])
    (tmp_path / "a.txt").write_text("Ten")
    found, state = changed(state)
    assert found == []
    (tmp_path / "a.txt").write_text("Ten boats.")  # still being written
    found, state = changed(state)
    assert found == []
    found, state = changed(state)
    assert found == ["a.txt"]
    found, state = changed(state)
    assert found == []


def test_a_changed_file_is_given_out_again(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Ten.")
    state = begin_watch([str(tmp_path)], all_known=True)
    assert changed(state)[0] == []
    (tmp_path / "a.txt").write_text("Eleven.")
    found, state = changed(state)
    assert found == []
    assert changed(state)[0] == ["a.txt"]


def test_a_file_that_is_replaced_by_another_of_the_same_size_and_time_is_given_out_again(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("Ten.")
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    state = begin_watch([str(tmp_path)], all_known=True)
    (tmp_path / ".new").write_text("Six.")
    os.utime(tmp_path / ".new", ns=times)
    (tmp_path / ".new").rename(path)
    _, state = changed(state)
    assert changed(state)[0] == ["a.txt"]


def test_an_empty_file_is_waited_for_and_a_file_that_went_and_came_back_is_new(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.touch()
    state = begin_watch([str(tmp_path)])
    for _ in range(3):
        found, state = changed(state)
        assert found == []
    path.write_text("Ten.")
    _, state = changed(state)
    found, state = changed(state)
    assert found == ["a.txt"]
    path.unlink()
    _, state = changed(state)
    path.write_text("Ten.")
    _, state = changed(state)
    assert changed(state)[0] == ["a.txt"]


def test_folders_below_patterns_and_order(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("z.html", "a.html", "b/c.html", "b/d.txt", ".hidden.html"):
        (tmp_path / name).write_text("Ten.")
    state = begin_watch([str(tmp_path)], Choice(include=("*.html",)))
    _, state = changed(state)
    assert changed(state)[0] == ["a.html", "z.html", "c.html"]


def test_a_fault_is_told_once_until_it_is_gone_and_comes_back(tmp_path: Path):
    folder = tmp_path / "in"
    told = []
    state = begin_watch([str(folder)])
    for step in range(6):
        if step == 2:
            folder.mkdir()
        if step == 4:
            folder.rmdir()
        _, faults, state = look(state)
        told.append([str(fault) for fault in faults])
    gone = [f"{folder}: no such file"]
    assert told == [gone, [], [], [], gone, []]


def test_a_file_can_be_watched_for_itself(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("Ten.")
    state = begin_watch([str(path)])
    _, state = changed(state)
    assert changed(state)[0] == ["a.txt"]

"""The last place, written down and read again."""

import contextlib
import errno
import os
import stat
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.panes import PANES
from briefing_tui.tui.remembering import MOST_PLACES, LastPlace, Memory, PlaceError, Scribe, read, written

HERE = LastPlace("actor:norway «mines»", "reactions", True, "a" * 64, "r:0123456789ab", 812)
THERE = LastPlace("", "events", False, "b" * 64, "", 0)
PLACES = st.builds(
    LastPlace,
    st.text(max_size=200).filter(str.isprintable),
    st.sampled_from(PANES),
    st.booleans(),
    st.sampled_from(["", "0" * 64, "f" * 64]),
    st.sampled_from(["", "a:ab53699e4ba9"]),
    st.integers(0, 10**9),
)


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "state", "library\0/srv/archive.sqlite\0abc")


def test_a_place_is_six_lines_that_a_person_can_read():
    assert written(HERE) == (
        "briefing-tui place 1\n"
        "query actor:norway «mines»\n"
        "pane reactions\n"
        "in-text yes\n"
        f"document {'a' * 64}\n"
        "record r:0123456789ab\n"
        "offset 812\n"
    )


@given(PLACES)
def test_what_was_written_is_read_again(place):
    assert read(written(place)) == place


def test_a_place_comes_back_and_a_later_one_takes_its_place(memory):
    assert memory.recall() is None
    memory.keep(HERE)
    assert memory.recall() == HERE
    memory.keep(THERE)
    assert memory.recall() == THERE
    memory.forget()
    assert memory.recall() is None


def test_other_subjects_have_other_places(memory, tmp_path):
    memory.keep(HERE)
    assert Memory(tmp_path / "state", "library\0/srv/archive.sqlite\0def").recall() is None


def test_nobody_else_may_read_it_and_no_name_tells_what_was_read(memory, tmp_path):
    memory.keep(HERE)
    for folder in (tmp_path / "state", tmp_path / "state" / "places"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (file,) = (tmp_path / "state" / "places").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "archive" not in file.name


@given(st.binary(max_size=300) | st.builds(lambda end: b"briefing-tui place 1\n" + end, st.binary(max_size=300)))
@settings(max_examples=300, deadline=None)
def test_whatever_bytes_are_in_the_file_nothing_fails(tmp_path_factory, data):
    memory = Memory(tmp_path_factory.getbasetemp() / "hostile", "anything")
    memory.path.parent.mkdir(parents=True, exist_ok=True)
    memory.path.write_bytes(data)
    place = memory.recall()
    assert place is None or place.query.isprintable()


@pytest.mark.parametrize(
    "change",
    [
        ("briefing-tui place 1", "briefing-tui place 2"),
        ("pane reactions", "pane reaction"),
        ("in-text yes", "in-text maybe"),
        ("document " + "a" * 64, "document ../../etc/passwd"),
        ("record r:0123456789ab", "record \x1b]0;x\x07"),
        ("offset 812", "offset -1"),
        ("offset 812", "offset " + "9" * 400),
        ("actor:norway", "actor:\x1b[2J"),
        ("actor:norway", "x" * 5_000),
    ],
)
def test_a_line_that_cannot_be_ours_makes_it_no_place(change):
    with pytest.raises(PlaceError):
        read(written(HERE).replace(*change))


def test_a_broken_file_is_told_to_the_log_and_to_nobody_else(memory, tmp_path, capsys):
    memory.path.parent.mkdir(parents=True)
    memory.path.write_bytes(b"\xff\x00 the words of a document")
    assert memory.recall() is None
    log = tmp_path / "state" / "failures.log"
    assert "is ignored: UnicodeDecodeError" in log.read_text("utf-8")
    assert "words of a document" not in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert capsys.readouterr() == ("", "")


def test_what_is_no_regular_file_is_not_waited_for(memory):
    memory.path.parent.mkdir(parents=True)
    os.mkfifo(memory.path)
    assert memory.recall() is None
    memory.path.unlink()
    memory.path.symlink_to("/dev/zero")
    assert memory.recall() is None
    memory.path.unlink()
    memory.path.write_bytes(b"briefing-tui place 1\n" + b"x" * 10_000_000)
    assert memory.recall() is None


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_wherever_writing_stops_the_old_place_is_still_there(memory, monkeypatch, call):
    memory.keep(HERE)
    real = getattr(os, call)
    is_full = True

    def full(*arguments, **options):
        if is_full and not (call == "write" and arguments[0] < 3):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **options)

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space"):
        memory.keep(THERE)
    is_full = False
    assert memory.recall() == HERE
    assert list(memory.path.parent.iterdir()) == [memory.path]
    memory.keep(THERE)
    assert memory.recall() == THERE


class Killed(BaseException):
    """Stands for the end of the process: nothing of ours is done after it."""


@pytest.mark.parametrize("stop", range(12))
def test_a_kill_between_any_two_calls_leaves_the_old_place_or_the_new_one(memory, monkeypatch, stop):
    memory.keep(HERE)
    count = 0

    def counted(real):
        def call(*arguments, **options):
            nonlocal count
            if count >= stop:
                raise Killed
            count += 1
            return real(*arguments, **options)

        return call

    with monkeypatch.context() as patch:
        for name in ("open", "write", "fsync", "close", "replace", "unlink", "mkdir"):
            patch.setattr(os, name, counted(getattr(os, name)))
        with contextlib.suppress(Killed):
            memory.keep(THERE)
    assert memory.recall() in (HERE, THERE)
    memory.keep(THERE)
    assert memory.recall() == THERE


def test_the_newest_two_hundred_are_kept(tmp_path):
    folder = tmp_path / "state"
    first = Memory(folder, "0")
    for number in range(MOST_PLACES + 3):
        memory = Memory(folder, str(number))
        memory.keep(THERE)
        os.utime(memory.path, (number, number))
    assert first.recall() is None
    assert Memory(folder, str(MOST_PLACES)).recall() == THERE
    assert len(list((folder / "places").iterdir())) == MOST_PLACES


def test_a_scribe_writes_the_last_of_many_at_the_end(memory):
    scribe = Scribe(memory)
    for offset in range(50):
        scribe.note(LastPlace(offset=offset))
    scribe.finish(HERE)
    assert memory.recall() == HERE
    scribe.note(THERE)
    assert memory.recall() == HERE


def test_a_scribe_writes_while_somebody_works_too(memory):
    scribe = Scribe(memory)
    written_down = threading.Event()
    real = memory.keep

    def keep(place):
        real(place)
        written_down.set()

    memory.keep = keep
    scribe.note(HERE)
    assert written_down.wait(60)
    assert memory.recall() == HERE


def test_a_scribe_that_has_nothing_to_write_makes_nothing(memory, tmp_path):
    Scribe(memory).finish(None)
    assert not (tmp_path / "state").exists()


def test_a_scribe_on_a_full_disk_keeps_quiet(memory, monkeypatch, capsys):
    def full(place):
        raise OSError(errno.ENOSPC, "No space left on device")

    memory.keep = full
    Scribe(memory).finish(HERE)
    assert memory.recall() is None
    assert capsys.readouterr() == ("", "")


def test_what_is_being_written_when_all_is_forgotten_is_not_there_again_afterwards(tmp_path, monkeypatch):
    memory = Memory(tmp_path, "subject")
    begun, may_end = threading.Event(), threading.Event()
    keep = memory.keep

    def keep_slowly(place):
        begun.set()
        may_end.wait(60)
        keep(place)

    monkeypatch.setattr(memory, "keep", keep_slowly)
    scribe = Scribe(memory)
    scribe.note(HERE)
    assert begun.wait(60)
    join = scribe._thread.join
    monkeypatch.setattr(scribe._thread, "join", lambda timeout: (may_end.set(), join(60)))
    scribe.forget()
    may_end.set()
    join(60)
    assert memory.recall() is None

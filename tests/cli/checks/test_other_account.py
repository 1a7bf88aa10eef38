import os
from pathlib import Path

import pytest

from briefing_tui.cli.checks.other_account import OtherAccount

VISITOR = OtherAccount("visitor", 54_321, frozenset({54_321}), Path("/nonexistent"), "/bin/sh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder on whose way nothing is in the visitor's way."""
    for one in (tmp_path, *tmp_path.parents):
        if one.stat().st_uid == os.getuid() and one != Path("/") and not one.stat().st_mode & 1:
            one.chmod(one.stat().st_mode | 0o011)
    return tmp_path


def made(path: Path, mode: int) -> Path:
    path.write_text("x")
    path.chmod(mode)
    return path


def test_rights_are_told_from_the_bits_for_others(folder):
    path = made(folder / "file", 0o644)
    assert VISITOR.may("read", path)
    assert not VISITOR.may("write", path)
    assert not VISITOR.may("read", made(folder / "closed", 0o640))
    assert not VISITOR.may("read", folder / "none")


def test_a_group_it_is_in_counts_instead_of_the_others(folder):
    path = made(folder / "file", 0o604)
    member = OtherAccount("member", 54_321, frozenset({path.stat().st_gid}), Path("/nonexistent"), "/bin/sh")
    assert not member.may("read", path)


def test_a_folder_on_the_way_that_may_not_be_entered_is_named(folder):
    closed = folder / "closed"
    closed.mkdir()
    path = made(closed / "file", 0o644)
    closed.chmod(0o700)
    assert VISITOR.may_reach(path) == closed
    closed.chmod(0o711)
    assert VISITOR.may_reach(path) is None


def test_what_it_may_change_is_found_at_the_file_and_on_the_way(folder):
    open_folder = folder / "open"
    open_folder.mkdir(mode=0o755)
    path = made(open_folder / "file", 0o644)
    assert VISITOR.may_change(path) is None
    path.chmod(0o646)
    assert VISITOR.may_change(path) == path
    path.chmod(0o644)
    open_folder.chmod(0o757)
    assert VISITOR.may_change(path) == open_folder
    open_folder.chmod(0o1757)  # sticky, as /tmp is
    assert VISITOR.may_change(path) is None


def test_what_lies_behind_a_link_is_looked_at_too(folder):
    target = made(folder / "target", 0o646)
    link = folder / "link"
    link.symlink_to(target)
    assert VISITOR.may_change(link) is not None


def test_an_owner_can_always_make_it_writable(folder):
    path = made(folder / "file", 0o444)
    owner = OtherAccount("owner", path.stat().st_uid, frozenset(), Path("/nonexistent"), "/bin/sh")
    assert owner.may_change(path) == path


def test_an_account_that_is_not_there_is_none():
    assert OtherAccount.named("no-such-account") is None
    here = OtherAccount.named("root")
    assert here is not None
    assert here.uid == 0

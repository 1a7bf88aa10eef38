import os
from pathlib import Path

import pytest
from tests.reading.finding import found, places, read, texts

from briefing_tui.reading import PassedOver, ReadingError, Source


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Ten boats in {name}.")


def names(folder: Path, **options: object) -> list[str]:
    return [place.removeprefix(f"{folder}/") for place in places(folder, **options)]


def test_a_folder_is_walked_in_the_order_of_names_and_hidden_files_are_left_out(tmp_path: Path):
    write(tmp_path, "b.txt", "a/z.txt", "a/c/x.txt", "a/b.txt", ".hidden.txt", ".git/config.txt", "c.md")
    assert names(tmp_path) == ["b.txt", "c.md", "a/b.txt", "a/z.txt", "a/c/x.txt"]


def test_files_of_a_folder_are_identified_by_their_absolute_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    [source] = found("in")
    assert isinstance(source, Source)
    assert (source.place, source.key, source.load) == ("in/a.txt", str(tmp_path / "in" / "a.txt"), "in/a.txt")


def test_include_and_exclude(tmp_path: Path):
    write(tmp_path, "a.txt", "b.html", "drafts/c.html", "drafts/d.txt", "e/f.html")
    assert names(tmp_path, include=["*.html"]) == ["b.html", "drafts/c.html", "e/f.html"]
    assert names(tmp_path, include=["*.html"], exclude=["drafts"]) == ["b.html", "e/f.html"]
    assert names(tmp_path, exclude=["drafts/*.txt", "*.html"]) == ["a.txt"]


def test_what_is_no_text_is_counted_in_one_line_and_is_no_failure(tmp_path: Path):
    write(tmp_path, "a.txt", "README")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "d.py").write_text("print()")
    (tmp_path / "e").write_bytes(bytes(range(256)))
    *texts_found, told = found(tmp_path)
    assert [Path(source.place).name for source in texts_found if isinstance(source, Source)] == ["README", "a.txt"]
    assert isinstance(told, PassedOver)
    assert str(told) == f"{tmp_path}: passed over 4 files that are no text of ours (2 .jpg, 1 .py, 1 without an ending)"


def test_a_pattern_to_include_makes_a_text_of_any_file(tmp_path: Path):
    write(tmp_path, "a.log")
    assert names(tmp_path) == [f"{tmp_path}: passed over 1 file that is no text of ours (1 .log)"]
    assert texts(tmp_path, include=["*.log"]) == ["Ten boats in a.log."]


def test_pages_with_the_endings_of_their_servers_are_read(tmp_path: Path):
    (tmp_path / "show.php").write_text("<!DOCTYPE html><title>x</title><p>Ten boats.</p>")
    assert texts(tmp_path) == ["Ten boats."]


def test_an_empty_folder_says_so(tmp_path: Path):
    assert places(tmp_path) == [f"{tmp_path}: there is nothing to read in this directory"]


def test_a_loop_of_links_is_told_in_one_line_and_ends(tmp_path: Path):
    write(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "loop").symlink_to(tmp_path)
    *rest, told = found(tmp_path)
    assert [source.place for source in rest if isinstance(source, Source)] == [str(tmp_path / "a/b/c.txt")]
    assert isinstance(told, PassedOver)
    assert str(told) == f"{tmp_path}/a/b/loop: leads to {tmp_path}, which is read already; not followed"


def test_two_links_to_one_folder_are_followed_once(tmp_path: Path):
    write(tmp_path, "out/a.txt")
    (tmp_path / "in").mkdir()
    for name in ("one", "two"):
        (tmp_path / "in" / name).symlink_to(tmp_path / "out")
    assert names(tmp_path / "in") == [
        "one/a.txt",
        "two: leads to " + f"{tmp_path}/in/one, which is read already; not followed",
    ]


def test_links_that_lead_nowhere_and_to_themselves_are_told(tmp_path: Path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names(tmp_path) == ["gone.txt: a link to a file that is not there", "self: too many levels of symbolic links"]
    assert not any(isinstance(each, PassedOver) for each in found(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_entered_is_told_and_the_rest_goes_on(tmp_path: Path):
    write(tmp_path, "a/x.txt", "b/y.txt")
    (tmp_path / "a").chmod(0)
    try:
        assert names(tmp_path) == ["a: permission denied", "b/y.txt"]
    finally:
        (tmp_path / "a").chmod(0o700)


def test_pipes_and_sockets_in_a_folder_are_left_out(tmp_path: Path):
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["a.txt"]


def test_hundreds_of_folders_within_each_other(tmp_path: Path):
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d", dir_fd=folder)
        inner = os.open("d", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    assert places(tmp_path) == [f"{tmp_path}: there is nothing to read in this directory"]


def test_folders_deeper_than_the_system_allows_are_told(tmp_path: Path):
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("d" * 200, dir_fd=folder)
        inner = os.open("d" * 200, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    [told] = found(tmp_path)
    assert isinstance(told, ReadingError)
    assert str(told).endswith("file name too long")


def test_a_pattern_the_shell_did_not_expand(tmp_path: Path):
    write(tmp_path, "a/x.txt", "b/y.txt", "b/[z].txt")
    assert places(f"{tmp_path}/*/x.txt") == [f"{tmp_path}/a/x.txt"]
    assert places(f"{tmp_path}/**/*.txt") == [f"{tmp_path}/a/x.txt", f"{tmp_path}/b/[z].txt", f"{tmp_path}/b/y.txt"]
    assert places(f"{tmp_path}/b/[z].txt") == [f"{tmp_path}/b/[z].txt"]
    assert places(f"{tmp_path}/*.pdf") == [f"{tmp_path}/*.pdf: no such file"]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path):
    write(tmp_path, "a.log", ".hidden")
    assert texts(tmp_path / "a.log", tmp_path / ".hidden") == ["Ten boats in a.log.", "Ten boats in .hidden."]


def test_formats_and_metadata_of_the_command_line_go_to_every_file(tmp_path: Path):
    from briefing_tui.reading import Metadata

    write(tmp_path, "a.txt", "b.txt")
    read_both = read(tmp_path, form="markdown", metadata=Metadata(publisher="Fund"))
    assert [(document.format, document.publisher) for document in read_both] == [("markdown", "Fund")] * 2


def test_files_that_nobody_named_one_by_one_are_passed_over_when_they_are_no_text(tmp_path: Path):
    write(tmp_path, "a.txt")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    paths = [tmp_path / "a.txt", tmp_path / "b.jpg"]
    assert places(*paths, are_named=False) == [f"{tmp_path}/a.txt", f"{tmp_path}/b.jpg: passed over, as it is no text of ours"]
    assert isinstance(found(*paths, are_named=False)[1], PassedOver)
    assert texts(*paths)[1].startswith(f"{tmp_path}/b.jpg: this is a JPEG image")

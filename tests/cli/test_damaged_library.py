"""Every verb on a library whose file was damaged: its answer or one line that names the file, never a fault of the program."""

import random
from pathlib import Path

import pytest

STORY = (
    "Norway will donate 20 Leopard 2 tanks to Ukraine, the defence ministry said on Monday.\n\nMoscow condemned the decision.\n"
)
VERBS = [
    ["search", "ukraine"],
    ["search", "kind:item", "--json"],
    ["search", "a", "--facets"],
    ["show", "#1"],
    ["totals"],
    ["timeline"],
    ["export", "--format", "csv"],
    ["export", "--format", "jsonl", "--briefings"],
    ["verify", "--library"],
    ["doctor"],
    ["saved"],
    ["correct", "--list"],
    ["--plain"],
    ["add", "more.txt"],
    ["add", "--refresh"],
]
PAGE = 4096


def damaged(sound: bytes, how: str, draw: random.Random) -> bytes:
    content = bytearray(sound)
    page = draw.randrange(len(sound) // PAGE) * PAGE
    other = draw.randrange(len(sound) // PAGE) * PAGE
    match how:
        case "bytes":
            for _ in range(40):
                content[draw.randrange(len(content))] = draw.randrange(256)
        case "cut":
            del content[draw.randrange(len(content)) :]
        case "page":
            content[page : page + PAGE] = draw.randbytes(PAGE)
        case "swapped":
            content[page : page + PAGE] = content[other : other + PAGE]
        case "first":
            content[40:PAGE] = draw.randbytes(PAGE - 40)
    return bytes(content)


@pytest.fixture
def sound(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"Story {number}.\n\n{STORY * (1 + number % 4)}")
    (tmp_path / "more.txt").write_text(f"One more. {STORY}")
    library = tmp_path / "library.sqlite"
    command("add", "--library", library, *(f"{number}.txt" for number in range(30)))
    return library.read_bytes()


@pytest.mark.parametrize("how", [f"{how} {seed}" for how in ("bytes", "cut", "page", "swapped", "first") for seed in range(3)])
def test_a_damaged_library_is_told_in_a_line(
    command, sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    content = damaged(sound, how.split(maxsplit=1)[0], random.Random(how))
    library = tmp_path / "damaged.sqlite"
    for verb in VERBS:
        for beside in tmp_path.glob("damaged.sqlite*"):
            beside.unlink()
        library.write_bytes(content)
        monkeypatch.setenv("BRIEFING_TUI_LIBRARY", str(library))
        outcome = command(*verb)
        assert outcome.code in {0, 1, 3, 4}, (verb, outcome)
        assert "Traceback" not in outcome.err.decode()
        if outcome.code == 4 and verb != ["doctor"]:
            assert str(library) in outcome.complaints[0]

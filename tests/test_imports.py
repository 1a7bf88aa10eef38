"""What a start of the program loads, seen in fresh processes: starting at once is a promise."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = {"textual", "rich"}
SLOW = {"pydantic", "pydantic_core", "lxml", "markdown_it", "charset_normalizer"}
NETWORK = {"urllib.request", "http.client", "ssl", "requests", "httpx"}
PROBE = """
import contextlib, io, json, sys
from briefing_tui.cli import main
out = io.TextIOWrapper(io.BytesIO())
with contextlib.redirect_stdout(out):
    code = main(sys.argv[1:])
json.dump([code, sorted(sys.modules)], sys.stderr)
"""


def modules_after(*arguments: str, source: str = PROBE) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", source, *arguments], capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=True
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    return set(modules)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    path = tmp_path_factory.mktemp("result") / "result.json"
    with path.open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "briefing_tui", "extract", str(root / "seeds" / "example.txt")],
            stdout=out,
            timeout=120,
            check=True,
        )
    return str(path)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["extract", "--help"]])
def test_help_and_version_load_next_to_nothing(arguments: list[str]) -> None:
    modules = modules_after(*arguments)
    assert not modules & (SCREEN | SLOW | NETWORK | {"ahocorasick_rs", "platformdirs", "briefing_tui.model.records"})


def test_verify_loads_neither_screen_nor_validator_nor_extractor(result: str) -> None:
    modules = modules_after("verify", result)
    assert not modules & (SCREEN | SLOW | NETWORK)
    assert not any(name.startswith(("briefing_tui.reading", "briefing_tui.extracting")) for name in modules)


def test_extract_of_a_text_loads_neither_screen_nor_validator_nor_page_parser(root: Path) -> None:
    assert not modules_after("extract", str(root / "seeds" / "example.txt")) & (SCREEN | SLOW | NETWORK)


def test_the_plain_summary_loads_neither_screen_nor_validator(root: Path) -> None:
    assert not modules_after("--plain", str(root / "seeds" / "example.txt")) & (SCREEN | SLOW | NETWORK)


@pytest.mark.parametrize("arguments", [["completion", "bash"], ["man"]])
def test_completion_and_man_load_neither_screen_nor_validator_nor_extractor(arguments: list[str]) -> None:
    modules = modules_after(*arguments)
    assert not modules & (SCREEN | SLOW | NETWORK)
    assert not any(name.startswith(("briefing_tui.reading", "briefing_tui.extracting")) for name in modules)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    path = tmp_path_factory.mktemp("library") / "library.sqlite"
    for arguments in (["add", str(root / "seeds" / "example.txt")], ["save", "--from-start", "all", "himars"]):
        subprocess.run(
            [sys.executable, "-m", "briefing_tui", *arguments, "--library", str(path)],
            stdout=subprocess.DEVNULL,
            timeout=120,
            check=True,
        )
    return str(path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "himars"],
        ["search", "--jsonl", "himars"],
        ["search", "--csv", "himars"],
        ["search", "--facets", "himars"],
        ["search", "--help"],
        ["show", "#1"],
        ["show", "p:540147a00844"],
        ["show", "--json", "#1"],
        ["totals"],
        ["timeline"],
        ["export", "--format", "csv"],
        ["export", "--format", "markdown"],
        ["export", "--briefings"],
        ["correct", "p:540147a00844"],
        ["correct", "p:540147a00844", "--set", "donors=Norway", "--accept"],
        ["save", "mine", "himars"],
        ["saved", "--names"],
        ["watch", "--saved", "all", "--peek"],
    ],
)
def test_verbs_that_ask_the_library_load_neither_screen_nor_validator_nor_extractor(library: str, arguments: list[str]) -> None:
    modules = modules_after(*arguments, "--library", library)
    assert not modules & (SCREEN | SLOW | NETWORK | {"pyarrow"})
    assert not any(name.startswith(("briefing_tui.reading", "briefing_tui.extracting")) for name in modules)


def test_schema_loads_the_validator_and_no_screen() -> None:
    modules = modules_after("schema")
    assert "pydantic" in modules
    assert not modules & SCREEN


@pytest.mark.parametrize("layer", ["model", "reading", "extracting"])
def test_a_layer_alone_never_loads_what_lies_above_it(layer: str) -> None:
    modules = modules_after(
        source=f"import json, sys, briefing_tui.{layer}; json.dump([0, sorted(sys.modules)], sys.stderr)",
    )
    assert not modules & (SCREEN | SLOW | NETWORK)
    above = {
        "model": ("reading", "extracting", "tui", "cli"),
        "reading": ("extracting", "tui", "cli"),
        "extracting": ("reading", "tui", "cli"),
    }
    assert not any(name.startswith(tuple(f"briefing_tui.{other}" for other in above[layer])) for name in modules)

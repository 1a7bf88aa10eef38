"""Running the command: in this process where that shows the same, as a process of its own where it matters."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.archived import make_archive

from briefing_tui.cli import main
from briefing_tui.model import Briefing


@dataclass(frozen=True)
class Outcome:
    code: int
    out: bytes
    err: bytes

    @property
    def complaints(self) -> list[str]:
        return self.err.decode().splitlines()


@pytest.fixture(scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Environment variables that keep tests away from the developer's own folders, with one lexicon cache for all."""
    root = tmp_path_factory.mktemp("own")
    return {f"BRIEFING_TUI_{name}": str(root / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}


@pytest.fixture
def command(
    own_folders: dict[str, str], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Outcome]:
    """`command("extract", "a.txt", stdin=b"…")` runs the command in this process."""
    for name, value in own_folders.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("BRIEFING_TUI_LIBRARY", raising=False)
    monkeypatch.setenv("TERM", "dumb")

    def run(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def environment(own_folders: dict[str, str]) -> dict[str, str]:
    """The environment for a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BRIEFING_TUI_"))}
    return {**kept, **own_folders, "TERM": "dumb", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def process(environment: dict[str, str]) -> Callable[..., Outcome]:
    """`process("extract", "-", stdin=b"…", PYTHONHASHSEED="1")` runs the command as a process of its own."""

    def run(*arguments: str | Path, stdin: bytes = b"", **variables: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env=environment | variables,
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, briefing: Briefing) -> Path:
    """A library of three briefings; see `archived`. Only to be read."""
    return make_archive(tmp_path_factory.mktemp("archive") / "library.sqlite", briefing)

"""The real shells, driven through a terminal: what stands on the line after Tab was pressed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from briefing_tui.cli.completing.command_words import Option, Place, Verb

FORMAT = Option(("--from",), "how: to [read] it's", Place("words", ("html", "text"), "FORMAT"), is_repeatable=False)
HELP = Option(("-h", "--help"), "show this", None, is_repeatable=False)
BY = Option(("--by",), "what to add up by", Place("words", ("donor", "month"), "WORD"), is_repeatable=True)
SAVED = Option(("--saved",), "which", Place("saved", name="NAME"), is_repeatable=False)

VERBS = (
    Verb("", "", (HELP, FORMAT), (), Place("files", name="PATH")),
    Verb("search", "find: what [was] said", (HELP, BY), (), Place("query", name="QUERY")),
    Verb("completion", "the script", (HELP,), (Place("words", ("bash", "zsh"), "SHELL"), Place("folders", name="FOLDER")), None),
    Verb("watch", "what is new", (HELP, SAVED), (), None),
)
FIELDS = {"kind": ("event", "reaction"), "stance": ("oppose", "warn"), "amount": ()}

TYPED = {
    "briefing-tui sea": "briefing-tui search ",
    "briefing-tui --fr": "briefing-tui --from",
    "briefing-tui --from h": "briefing-tui --from html ",
    "briefing-tui --from=h": "briefing-tui --from=html ",
    "briefing-tui story.html --from te": "briefing-tui story.html --from text ",
    "briefing-tui sto": "briefing-tui story.html ",
    "briefing-tui search ki": "briefing-tui search kind:",
    "briefing-tui search kind:re": "briefing-tui search kind:reaction",
    "briefing-tui search -kind:re": "briefing-tui search -kind:reaction",
    "briefing-tui search stance:oppose,w": "briefing-tui search stance:oppose,warn",
    "briefing-tui search 'kind:event stance:op": "briefing-tui search 'kind:event stance:oppose",
    "briefing-tui search --by d": "briefing-tui search --by donor ",
    "briefing-tui search --by donor --b": "briefing-tui search --by donor --by",
    "briefing-tui search --by donor ki": "briefing-tui search --by donor kind:",
    "briefing-tui completion b": "briefing-tui completion bash ",
    "briefing-tui completion bash ar": "briefing-tui completion bash archive/",
    "briefing-tui watch --saved nuc": "briefing-tui watch --saved nuclear ",
    "briefing-tui -- sto": "briefing-tui -- story.html ",
}
"""What is typed, and what stands there after Tab. A shell may leave out the blank, or add one, where it knows no more."""


@contextmanager
def running(shell: str, script: str, folder: Path, setup: list[str]) -> Iterator[pexpect.spawn]:
    """An interactive shell in `folder`, with a story and an archive, that has loaded `script`."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"there is no {shell} here")
    (folder / "story.html").touch()
    (folder / "archive").mkdir()
    (folder / "script").write_text(script, "utf-8")
    arguments = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"]}[shell]
    environment = os.environ | {"TERM": "dumb", "PS1": "> ", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    child = pexpect.spawn(path, arguments, cwd=folder, env=environment, dimensions=(60, 200), encoding="utf-8", timeout=30)
    try:
        for number, line in enumerate(setup):
            child.sendline(f"{line}; echo 'ready'-{number}")
            child.expect(f"ready-{number}\r")
        yield child
    finally:
        child.close(force=True)


def after_tab(child: pexpect.spawn, line: str) -> str:
    """The command line after `line` was typed and Tab pressed; the setup has bound ctrl-t to print it."""
    child.send(f"\x15{line}\t\x14")
    child.expect(r"LINE=\[([^\n]*)\]=LINE\r")
    return child.match[1]

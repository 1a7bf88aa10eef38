"""The terminal: whether the explorer can draw on it, take keys from it, and copy through it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Final

from briefing_tui.cli.checks.finding import Finding

SMALLEST: Final = (40, 12)
"""Columns and lines the explorer needs."""
_ABOUT: Final = "terminal"
_ENOUGH_MS: Final = 100
"""A wait after Esc that nobody notices."""


def check_terminal() -> Iterator[Finding]:
    """Kind, size, colour, encoding, what stands between, and the clipboard."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    yield _kind(os.environ, is_terminal=is_terminal)
    if is_terminal:
        yield size_finding(*os.get_terminal_size(sys.stdout.fileno()))
    yield _colour(os.environ)
    yield encoding_finding(os.environ, (sys.stdout and sys.stdout.encoding) or "")
    yield drawing_finding(os.environ)
    yield from _between(os.environ)


def _kind(environment: Mapping[str, str], *, is_terminal: bool) -> Finding:
    term = environment.get("TERM", "")
    if not is_terminal:
        return Finding(
            about=_ABOUT, state="note", says="output goes to no terminal here; there the explorer prints a plain summary"
        )
    if term in ("", "dumb"):
        what = f"TERM is {term}" if term else "TERM is not set"
        says = f"{what}: the explorer prints a plain summary in place of its screen"
        return Finding(about=_ABOUT, state="wrong", says=says, fix="export TERM=xterm-256color")
    if sys.stdin is None or not sys.stdin.isatty():
        return Finding(
            about=_ABOUT, state="note", says=f"TERM is {term}; standard input is no terminal, so keys are read from /dev/tty"
        )
    return Finding(about=_ABOUT, state="ok", says=f"TERM is {term}")


def size_finding(columns: int, lines: int) -> Finding:
    """Whether the explorer fits."""
    says = f"{columns} columns × {lines} lines"
    if columns == 0 or lines == 0:
        says = "does not tell its size; the explorer takes it for 80 × 24"
        return Finding(about=_ABOUT, state="note", says=says, fix="stty cols 80 rows 24")
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        return Finding(
            about=_ABOUT, state="wrong", says=f"{says}; the explorer needs {SMALLEST[0]} × {SMALLEST[1]}; enlarge the window"
        )
    shape = (
        "three panes side by side"
        if columns >= 120
        else "panes in two rows"
        if columns >= 80 and lines >= 24
        else "one pane at a time"
    )
    return Finding(about=_ABOUT, state="ok", says=f"{says}: {shape}")


def _colour(environment: Mapping[str, str]) -> Finding:
    if environment.get("NO_COLOR"):
        says = "NO_COLOR is set: no colours, every sign is a word or an attribute"
        return Finding(about="colour", state="note", says=says, fix="unset NO_COLOR")
    return Finding(about="colour", state="ok", says="the sixteen colours of the terminal's own palette")


def encoding_finding(environment: Mapping[str, str], encoding: str) -> Finding:
    """Whether what is written arrives as it is: UTF-8, said by the locale."""
    name = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), None)
    locale = f"{name}={environment[name]}" if name else "no locale is set"
    fix = "export LC_ALL=C.UTF-8"
    if encoding.lower().replace("-", "").replace("_", "") != "utf8":
        says = f"{encoding or 'unknown'}, not UTF-8 ({locale}): letters and lines it lacks are written as escapes"
        return Finding(about="encoding", state="wrong", says=says, fix=fix)
    if name is None or environment[name] in ("C", "POSIX"):
        says = f"UTF-8 is assumed, but the locale does not say so ({locale})"
        return Finding(about="encoding", state="note", says=says, fix=fix)
    return Finding(about="encoding", state="ok", says=f"UTF-8 ({locale})")


def drawing_finding(environment: Mapping[str, str]) -> Finding:
    """Whether the explorer draws for a slow line, and who says so."""
    from briefing_tui.cli.arguments import UsageError
    from briefing_tui.cli.terminal_options import chosen

    try:
        remote, plain_letters = chosen("remote"), chosen("ascii")
    except UsageError as error:
        return Finding(about="drawing", state="wrong", says=str(error))
    by = "SSH_CONNECTION" if remote is None else "BRIEFING_TUI_REMOTE or config.toml"
    is_remote = bool(environment.get("SSH_CONNECTION")) if remote is None else remote
    says = f"for a slow line, with as few bytes as can be ({by})" if is_remote else "for a terminal at hand"
    return Finding(about="drawing", state="ok", says=says + (", in ASCII" if plain_letters else ""))


def _between(environment: Mapping[str, str]) -> Iterator[Finding]:
    """What stands between the explorer and the person's own terminal, and what that means for `y`, which copies."""
    term = environment.get("TERM", "")
    if environment.get("SSH_CONNECTION"):
        yield Finding(about="ssh", state="ok", says="a remote session: y copies through the terminal (OSC 52) and to a file")
    if environment.get("TMUX"):
        yield from tmux_findings(_tmux("set-clipboard"), _tmux("escape-time"))
    elif term.startswith("screen") or environment.get("STY"):
        says = "GNU screen keeps copies from the terminal's clipboard; y still writes them to a file"
        yield Finding(about="clipboard", state="note", says=says)
    elif term == "linux":
        yield Finding(about="clipboard", state="note", says="the Linux console has none; y still writes copies to a file")
    elif environment.get("TERM_PROGRAM") == "Apple_Terminal":
        yield Finding(
            about="clipboard", state="note", says="Terminal.app does not take copies (OSC 52); y still writes them to a file"
        )
    else:
        says = "y copies through the terminal (OSC 52), where it allows that, and always to a file"
        yield Finding(about="clipboard", state="ok", says=says)


def tmux_findings(set_clipboard: str, escape_time: str) -> Iterator[Finding]:
    """What two options of tmux mean here; empty where tmux did not answer.

    tmux(1): with `set-clipboard external` it does not accept the clipboard from programs inside; it waits `escape-time`
    milliseconds after Esc for the rest of a key.
    """
    if set_clipboard == "on":
        yield Finding(about="clipboard", state="ok", says="tmux hands copies on to the terminal")
    else:
        says = f"tmux does not hand copies on (set-clipboard is {set_clipboard or 'unknown'}); y still writes them to a file"
        yield Finding(about="clipboard", state="note", says=says, fix="tmux set -s set-clipboard on")
    if escape_time.isdigit() and int(escape_time) > _ENOUGH_MS:
        says = f"tmux holds Esc back for {escape_time} ms"
        yield Finding(about="tmux", state="note", says=says, fix="tmux set -s escape-time 10")


def _tmux(option: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the person's own tmux, asked for one of its options
            ["tmux", "show-options", "-sv", option],  # noqa: S607
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()

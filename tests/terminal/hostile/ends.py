"""Hostile keyboards, windows, environments, queries and ends of sessions."""

import os
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.terminal.hostile.bytes_sent import harmful
from tests.terminal.hostile.inputs import HostileInput
from tests.terminal.hostile.outcome import Outcome
from tests.terminal.hostile.running import Household, Session

LEAST_MB, MOST_SIDE = 150, 65535
EVIL_MODULE = "import os\nopen(os.environ['EVIL_MARK'], 'w').close()\nD = object\n"
UNFINISHED_SECONDS = 0.2
"""Somewhat longer than an unfinished sequence is waited for."""
PASTE_SECONDS = 2.3
"""… and a paste without an end."""
ENDED_BY = {0, 129, 143}


def finished_copy(library: Path) -> Path:
    """A copy beside a library that nobody writes, as a kiosk wants it; made anew, whatever happened to the library."""
    copy = library.with_name("finished.sqlite")
    copy.unlink(missing_ok=True)
    connection = sqlite3.connect(library)
    connection.execute("VACUUM INTO ?", (str(copy),))
    connection.close()
    return copy


def type_hostile(household: Household, library: Path, inputs: list[HostileInput]) -> dict[str, Outcome]:
    """Bytes that no keyboard sends: the explorer goes on, the next key works."""
    outcomes = {}
    with household.session("browse", "--library", library, ESCDELAY="25") as session:
        session.wait_for("Source text")
        for one in inputs:
            outcome = outcomes[one.name] = Outcome(one.name)
            begun = len(session.sent)
            session.child.send(one.data)
            session.settle(PASTE_SECONDS if b"200~" in one.data else UNFINISHED_SECONDS)
            alive = works(session)
            outcome.saw("keyboard", harmful(session.sent[begun:]))
            if not alive:
                outcome.crashes.append(f"no answer any more: {session.lines()[-1]}")
                break
        session.child.send("\x03")
        last = session.ended()
    for outcome in outcomes.values():
        outcome.note_end("keyboard", last, may_write=household.own_folders)
    return outcomes


def works(session: Session) -> bool:
    """Whether a key still does what it should, once what was typed has been left."""
    for _ in range(3):
        session.press_briefly("\x1b")
        session.settle(UNFINISHED_SECONDS)
    try:
        session.child.send("?")
        session.wait_for("Help")
        session.child.send("q")
        session.wait_until(lambda: "Help" not in "\n".join(session.lines()[:2]), "the end of help")
    except (AssertionError, OSError):
        return False
    return session.child.isalive()


def resize_hostile(household: Household, library: Path, inputs: list[HostileInput]) -> dict[str, Outcome]:
    """Windows of impossible sizes, one after another, with a sensible one in between."""
    outcomes = {}
    with household.session("browse", "--library", library) as session:
        session.wait_for("Source text")
        for one in inputs:
            outcome = outcomes[one.name] = Outcome(one.name)
            begun = len(session.sent)
            session.child.setwinsize(min(one.given["rows"], MOST_SIDE), min(one.given["cols"], MOST_SIDE))
            session.settle(0.2)
            session.press_briefly("j")
            session.child.setwinsize(40, 120)
            session.screen.reset()
            session.settle(0.2)
            outcome.saw("window", harmful(session.sent[begun:]))
            session.press_briefly("\x0c")
            session.wait_for("Source text")
        session.child.send("\x03")
        last = session.ended()
    for outcome in outcomes.values():
        outcome.note_end("window", last, may_write=household.own_folders)
        outcome.expect(last.peak_mb <= LEAST_MB, f"{last.peak_mb:.0f} MB")
    return outcomes


def start_with(household: Household, library: Path, one: HostileInput, evil: Path) -> Outcome:
    """Variables that steer Python, Textual, pagers, editors: nothing runs, nothing is written, nothing is printed raw."""
    outcome = Outcome(one.name)
    evil.mkdir(exist_ok=True)
    (evil / "evilmod.py").write_text(EVIL_MODULE)
    given = {name: value.replace("\0", "") for name, value in one.given["env"].items()}
    given = {name: value.replace("/tmp/evil", str(evil)).replace("/tmp/x", str(evil / "x")) for name, value in given.items()}
    mark = evil / "mark"
    for words in (["--even-if-unsafe", "--kiosk", finished_copy(library)], ["--library", library]):
        with household.session(*words, **given, EVIL_MARK=str(mark)) as session:
            session.wait_until(lambda: "Source text" in "".join(session.lines()) or not session.child.isalive(), "a screen")
            has_begun = session.child.isalive()
            for key in ("j", "?", "q", "\x03"):
                if session.child.isalive():
                    session.press_briefly(key)
            ended = session.ended()
        place = " ".join(word for word in map(str, words) if word.startswith("--"))
        outcome.expect(has_begun or "TERM" in given, f"{place} did not begin: {ended.words[-200:]}")
        outcome.note_end(place, ended, may_write=household.own_folders)
        outcome.expect(not mark.exists(), f"{place}: a module of the environment ran")
        outcome.expect(not (evil / "x").exists(), f"{place}: wrote where the environment says")
    return outcome


def ask(household: Household, library: Path, one: HostileInput) -> Outcome:
    """A query on the command line and as a saved search: an answer or a message, soon."""
    outcome = Outcome(one.name)
    word = one.data.replace(b"\0", b"").decode("utf-8", "surrogateescape")
    for words in (
        ["search", "--library", library, "--", word],
        ["save", "--library", household.home / "own.sqlite", "x", "--", word],
    ):
        ended = household.run(*words)
        outcome.note_end(words[0], ended, may_write=household.own_folders)
        outcome.expect(ended.code in {0, 1, 2, 3}, f"exit code {ended.code}")
        outcome.expect(ended.processor_seconds < limit_of(one) + START_SECONDS, f"{ended.processor_seconds:.2f} s")
    return outcome


START_SECONDS = 1.0
"""What starting may cost under strace on a machine that has other things to do."""


def limit_of(one: HostileInput) -> float:
    """Seconds that an input may cost."""
    return float(one.limits.get("max_seconds", 5))


def end_session(household: Household, library: Path, one: HostileInput) -> Outcome:
    """Ways in which a session ends, or must not."""
    outcome = Outcome(one.name)
    doing = SESSIONS.get(one.name)
    if doing is None:
        return outcome
    with household.session("--even-if-unsafe", "--kiosk", finished_copy(library), watched=False) as session:
        session.wait_for("Source text")
        doing(session, outcome)
        if session.child.isalive():
            session.child.send("\x03")
            ended = session.ended()
            outcome.expect(ended.code in ENDED_BY, f"exit code {ended.code}")
            outcome.saw("session", harmful(ended.sent, copying=True))
            outcome.expect(b"\x1b[?1049l" in ended.sent, "the terminal was not restored")
    return outcome


def _program(session: Session) -> int:
    """The process of the program itself, the wrapper's only child."""
    children = Path(f"/proc/{session.child.pid}/task/{session.child.pid}/children").read_text().split()
    return int(children[0])


def _signalled(number: signal.Signals) -> Callable[[Session, Outcome], None]:
    def send(session: Session, outcome: Outcome) -> None:
        os.kill(_program(session), number)
        session.settle(0.5)
        if number == signal.SIGTSTP:
            outcome.expect(works(session), "a kiosk was stopped")
        else:
            outcome.expect(session.wait_for_end() in ENDED_BY, "it did not end")
            outcome.expect(b"\x1b[?1049l" in session.sent, "the terminal was not restored")
        outcome.saw(f"{number.name}", harmful(session.sent))

    return send


def _pasted(session: Session, outcome: Outcome) -> None:
    session.child.send("/")
    session.wait_for("/")
    piece = b"x" * 4000
    session.child.send(b"\x1b[200~")
    for _ in range(1250):
        session.child.send(piece)
        session.read(0)
    session.child.send(b"\x1b[201~")
    outcome.expect(works(session), "no answer after 5 MB")


def _moused(session: Session, outcome: Outcome) -> None:
    session.settle(1)
    begun = len(session.sent)
    for place in range(200):
        session.child.send(f"\x1b[<35;{place % 100 + 1};{place % 30 + 1}M")
    session.settle(0.3)
    outcome.expect(len(session.sent) == begun, f"{len(session.sent) - begun} bytes for a moving mouse")


SESSIONS: dict[str, Callable[[Session, Outcome], None]] = {
    "session_hangup_default": _signalled(signal.SIGHUP),
    "session_sigterm": _signalled(signal.SIGTERM),
    "session_sigtstp": _signalled(signal.SIGTSTP),
    "session_paste_5MB": _pasted,
    "session_mouse_motion_200": _moused,
}
"""The others are looked at with a real sshd, and in the tests of the life of a session."""

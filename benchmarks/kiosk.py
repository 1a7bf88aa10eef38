"""An attacker against `--kiosk`: what they send, and what it gets them.

    python benchmarks/kiosk.py LIBRARY [--bytes 100000] [--seed 5] [--no-ssh]

The program runs under strace; every call that is more than reading is counted: files opened for writing, renamed or deleted,
programs and processes started, sockets, signals, and whatever else is not known to be harmless. Then a real sshd on loopback,
with the configuration that `serve` prints, is asked for everything OpenSSH's client can ask for. Works on a copy of LIBRARY.
The attacks are those of `tests/terminal/attacking.py` and `serving.py`, in full length.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.terminal.attacking import QUITTING, Visit, keys, kiosk_command, misdeeds, noise, reports, traced, wishes
from tests.terminal.serving import Bait, Server, free_port, missing_programs, serving, something_answers
from tests.terminal.test_kiosk import LAUNCHED, UNKNOWN_TERMS, hostile_variables

LOCALES = (
    "C",
    "POSIX",
    "de_DE.ISO-8859-1",
    "ru_RU.KOI8-R",
    "ja_JP.eucJP",
    "zh_CN.GB18030",
    "x; id",
    "../../etc",
    "en_US.UTF-7",
    "é",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--bytes", type=int, default=100_000, help="random bytes (default: 100,000)")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--no-ssh", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk.") as folder:
        library = Path(folder, "library", "public.sqlite")
        library.parent.mkdir()
        shutil.copy(options.library, library)
        before = fingerprint(library)
        attack_on_a_terminal(library, Path(folder), options.bytes, options.seed)
        if not options.no_ssh:
            missing = missing_programs()
            if missing:
                print(f"\nnot over ssh: {', '.join(missing)} not installed")
            else:
                ask_sshd(library, Path(folder))
        print(f"\nlibrary and its folder unchanged (sha256, mtime, names): {'yes' if fingerprint(library) == before else 'NO'}")


def attack_on_a_terminal(library: Path, folder: Path, count: int, seed: int) -> None:
    """Every attack by keys, then by environment, each traced by itself."""
    print("| attack | bytes sent | sessions | seconds | exit codes | more than reading |")
    print("|---|---:|---:|---:|---|---:|")
    attacks: dict[str, Iterable[bytes]] = {
        "every byte, alt chord, key and modifier": keys(),
        "mouse, focus, sizes, answers": reports(),
        "commands of other programs, queries, pastes": wishes(),
        "random bytes": noise(count * 9 // 10, seed, without=QUITTING),
        "random bytes, those that quit among them": noise(count // 10, seed + 1),
    }
    for name, pieces in attacks.items():
        row(name, library, folder, pieces, LAUNCHED)
    variables = hostile_variables()
    row(
        "all hostile variables at once", library, folder, [b"/a\r", b"y?"], variables | {"TERM": "xterm", "PATH": "/usr/bin:/bin"}
    )
    for term in UNKNOWN_TERMS:
        row(f"TERM={term[:20]!a}", library, folder, [b"j/a\r"], LAUNCHED | {"TERM": term})
    for locale in LOCALES:
        row(f"LC_ALL={locale!a}", library, folder, ["jé/ä\r".encode()], LAUNCHED | {"LC_ALL": locale})
    row("window sizes", library, folder, [b"j"], LAUNCHED, windows=sizes(seed))


def row(
    name: str,
    library: Path,
    folder: Path,
    pieces: Iterable[bytes],
    environment: dict[str, str],
    *,
    windows: Iterable[tuple[int, int]] = (),
) -> None:
    """One attack in as many sessions as it takes; first with windows of these sizes."""
    log = folder / "trace"
    log.unlink(missing_ok=True)
    visit = Visit(traced(kiosk_command(library), log), environment)
    began = time.monotonic()
    for size in windows:
        visit.attack([b"j"])
        visit.resize(*size)
        visit.rest(0.05)
    visit.attack(pieces)
    visit.leave()
    found = misdeeds(log, starts=len(visit.codes))
    codes = ", ".join(f"{code} ×{visit.codes.count(code)}" for code in sorted(set(visit.codes)))
    seconds = time.monotonic() - began
    print(f"| {name} | {visit.sent_bytes:,} | {len(visit.codes)} | {seconds:.1f} | {codes} | {len(found)} |", flush=True)
    for line in found[:10]:
        print(f"    {line[:200]!a}")


def sizes(seed: int) -> Iterator[tuple[int, int]]:
    """Windows of any size."""
    dice = random.Random(seed)
    for _ in range(60):
        yield (dice.choice((0, 1, 2, 8, 20, 80, 500, 9999, 65535)), dice.choice((0, 1, 2, 3, 5, 24, 200, 9999, 65535)))


def ask_sshd(library: Path, folder: Path) -> None:
    """Everything a client can ask for."""
    print("\n| asked of sshd | exit code | got |")
    print("|---|---:|---|")
    bait, wished = Bait(), folder / "was-here"
    with serving(library) as server:
        for name, command in askings(server, bait, wished, library).items():
            done = server.ask(*command)
            words = done.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
            print(f"| {name} | {done.returncode} | {len(done.stdout)} bytes; said: {ascii(words[-1])[:110]} |", flush=True)
        port, socks = free_port(), free_port()
        with server.asking("-N", "-L", f"{port}:127.0.0.1:{bait.port}", "-D", str(socks)):
            time.sleep(1)
            answers = something_answers(port), something_answers(socks, b"\x05\x01\x00")
            kiosks = len(server.kiosks())
        print(f"| -N -L -D | – | an answer through -L: {answers[0]}; kiosks started: {kiosks} |")
        visit = Visit([*server.command("ssh", "-tt"), server.host], LAUNCHED)
        visit.begin()
        visit.drop()
        server.wait_until_empty()
        print("| a session, and a cut line | – | nothing left |")
    bait.close()
    print(f"\nservices reached behind the server: {bait.visits}; files made: {int(wished.exists())}")


def askings(server: Server, bait: Bait, wished: Path, library: Path) -> dict[str, list[str]]:
    """Client command lines by what they ask for."""
    strict = ["-N", "-o", "ExitOnForwardFailure=yes"]
    return {
        "a command": ["ssh", server.host, f"touch {wished}"],
        "a shell without a terminal": ["ssh", "-T", server.host],
        "a subsystem": ["ssh", "-s", server.host, "sftp"],
        "sftp": ["sftp", f"{server.host}:{library}", str(wished)],
        "scp, from there": ["scp", f"{server.host}:{library}", str(wished)],
        "scp, the old way, to there": ["scp", "-O", str(library), f"{server.host}:{wished}"],
        "-W": ["ssh", "-W", f"127.0.0.1:{bait.port}", server.host],
        "-R, a port": ["ssh", *strict, "-R", f"{free_port()}:127.0.0.1:{bait.port}", server.host],
        "-R, a socket": ["ssh", *strict, "-R", f"{wished}:127.0.0.1:{bait.port}", server.host],
        "-w": ["ssh", *strict, "-w", "any", server.host],
        "-A -X": ["ssh", "-A", "-X", server.host, f"touch {wished}"],
    }


def fingerprint(library: Path) -> tuple[str, int, list[str]]:
    """Contents and day of change of the library, and what lies beside it."""
    names = sorted(one.name for one in library.parent.iterdir())
    return hashlib.sha256(library.read_bytes()).hexdigest(), library.stat().st_mtime_ns, names


if __name__ == "__main__":
    main()

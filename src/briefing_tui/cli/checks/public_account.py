"""What can be wrong with an account that is to show a library to the public. Each finding is a line with what to do."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import which
from typing import Final

from briefing_tui.cli.checks.other_account import OtherAccount
from briefing_tui.cli.sandbox_words import program_folders

NO_SHELLS: Final = ("nologin", "false", "sync")
FILLED_SHELLS: Final = ("bash", "zsh", "fish", "csh", "tcsh", "ksh")
"""Shells that may read files of their own before they run the command."""
_PATIENCE_SECONDS: Final = 20
_VERSION: Final = re.compile(r"OpenSSH_(\d+)\.(\d+)")


def library_faults(path: Path) -> Iterator[str]:
    """Whether a kiosk can open the library."""
    from briefing_tui.library import LibraryError
    from briefing_tui.library.sealed import open_sealed

    try:
        open_sealed(path).close()
    except LibraryError as error:
        yield str(error)


def account_faults(name: str, library: Path, *, is_open: bool) -> Iterator[str]:
    """Whether the account is there, can read the library, and can change nothing that it runs."""
    account = OtherAccount.named(name)
    if account is None:
        yield f"there is no account {name} yet; useradd --system --shell /bin/sh --home-dir /nonexistent --no-create-home {name}"
        return
    if account.uid == 0:
        yield f"{name} is root; a kiosk needs an account that may do nothing"
        return
    shell = Path(account.shell).name
    if shell in NO_SHELLS:
        yield f"the shell of {name} is {account.shell}, by which sshd cannot run the command; usermod --shell /bin/sh {name}"
    elif shell in FILLED_SHELLS:
        yield f"the shell of {name} is {account.shell}, which may read files of its own first; usermod --shell /bin/sh {name}"
    if account.home.exists() and account.may_change(account.home) is not None:
        yield f"{name} may write in its home {account.home}; usermod --home /nonexistent {name}"
    closed = account.may_reach(library)
    if closed is not None:
        yield f"{library}: {name} may not enter {closed}"
    elif not account.may("read", library):
        yield f"{library}: {name} may not read it"
    changeable = account.may_change(library)
    if changeable is not None:
        yield f"{library}: {name} may write {changeable}; give it to another account"
    yield from _program_faults(account)
    if is_open:
        yield from _password_faults(name)


def program_faults() -> Iterator[str]:
    """Whether the program is started by whole paths that are there."""
    if not Path(sys.executable).is_absolute():
        yield "the path of the Python interpreter is not known; start this by its whole path"
    if not Path("/usr/bin/env").exists():
        yield "there is no /usr/bin/env"


def sandbox_faults(words: Sequence[str]) -> Iterator[str]:
    """Whether bubblewrap is there, and shows the program all it needs."""
    if not Path(words[0]).exists():
        yield f"there is no {words[0]}; install bubblewrap"
        return
    done = _output([*words, sys.executable, "-IB", "-m", "briefing_tui", "--version"])
    if done is None or done.returncode:
        yield f"bubblewrap does not run the program here: {_last_line(done)}"


def openssh_version(sshd: str | None) -> tuple[int, int] | None:
    """The version of the installed OpenSSH."""
    for command in ([sshd, "-V"] if sshd else [], ["ssh", "-V"]):
        done = _output(command) if command and which(command[0]) else None
        found = _VERSION.search(done.stdout + done.stderr) if done is not None else None
        if found is not None:
            return int(found[1]), int(found[2])
    return None


def installed_sshd() -> str | None:
    """Where sshd is."""
    return which("sshd") or which("sshd", path="/usr/sbin:/usr/local/sbin:/sbin")


def fragment_faults(fragment: str, user: str, sshd: str | None) -> Iterator[str]:
    """Whether sshd accepts the fragment, and understands it as meant."""
    if sshd is None or which("ssh-keygen") is None:
        yield "sshd is not installed here; try the fragment with “sshd -t” where it is to be used"
        return
    with tempfile.TemporaryDirectory(prefix="briefing-tui-") as folder:
        key, config = Path(folder, "key"), Path(folder, "sshd_config")
        _output(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)])
        config.write_text(f"HostKey {key}\n{fragment}", "utf-8")
        done = _output([sshd, "-T", "-f", str(config), "-C", f"user={user},host=any,addr=192.0.2.1"])
    if done is None or done.returncode:
        yield f"sshd does not accept this: {_last_line(done)}"
        return
    said = {line.partition(" ")[0]: line.partition(" ")[2] for line in done.stdout.splitlines()}
    meant = {name.lower(): value for name, value in re.findall(r"(?m)^    ([A-Z]\w+) (.*)$", fragment)}
    for name in ("forcecommand", "disableforwarding", "permittty", "maxsessions", "authenticationmethods"):
        if said.get(name) != meant[name]:
            yield f"sshd understands {name} as {said.get(name)!r}"


def _program_faults(account: OtherAccount) -> Iterator[str]:
    for folder in dict.fromkeys((*program_folders(), Path(sys.executable))):
        closed = account.may_reach(folder)
        if closed is not None:
            yield f"{folder}: {account.name} may not enter {closed}, and so cannot run the program; install it in /opt, for instance"
        changeable = account.may_change(folder)
        if changeable is not None:
            yield f"{folder}: {account.name} may write {changeable}, and so change the program; give it to another account"


def _password_faults(name: str) -> Iterator[str]:
    try:
        lines = Path("/etc/shadow").read_text("utf-8").splitlines()
    except OSError:
        return
    found = next((line.split(":") for line in lines if line.startswith(f"{name}:")), None)
    if found is not None and found[1]:
        yield f"{name} has a password or is locked, so nobody gets in without one; passwd -d {name}"


def _output(command: Sequence[str]) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(  # noqa: S603 - our own words, and no shell
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def _last_line(done: subprocess.CompletedProcess[str] | None) -> str:
    lines = done.stderr.strip().splitlines() if done is not None else []
    return lines[-1] if lines else "it gave no reason"

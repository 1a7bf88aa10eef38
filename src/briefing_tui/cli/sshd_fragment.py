"""The part of sshd's configuration that makes an account show a library and do nothing else.

Source: sshd_config(5) of OpenSSH. Where two settings forbid the same thing both are there: `DisableForwarding` has had a hole
before (CVE-2025-32728).
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefing_tui import __version__

SINCE_TIMEOUTS: Final = (9, 2)
"""The first OpenSSH that knows ChannelTimeout and UnusedConnectionTimeout."""
KEYS_FILE: Final = "/etc/ssh/authorized_keys.d/%u"
_USER: Final = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_UNQUOTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\"'\\`$]")


class UnprintableError(ValueError):
    """A name cannot stand in sshd's configuration."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account that shows a library, and how."""

    user: str
    python: str
    """The interpreter, absolute."""
    library: str
    idle_minutes: float
    total_minutes: float
    is_open: bool = False
    """Whether anybody gets in, without a key."""
    sandbox: Sequence[str] = ()
    """The words of a bubblewrap command, up to the program; nothing when there is none."""


def sshd_fragment(account: Account, version: tuple[int, int] | None) -> str:
    """The text for a file in sshd_config.d; `version` is OpenSSH's, None when it is not known.

    Raises:
        UnprintableError: for a name that could break out of its place.
    """
    if not _USER.fullmatch(account.user):
        raise UnprintableError(f"{account.user!r} is no name of an account; letters a-z, digits, _ and - make one")
    return "\n".join([*_head(account), *_block(account, version), ""])


def forced_command(account: Account) -> str:
    """The one line that sshd has the account's shell run, whatever is asked for.

    Raises:
        UnprintableError: for a path that could break out of its place.
    """
    program = [account.python, "-IB", "-m", "briefing_tui", "--kiosk", account.library]
    limits = ["--idle-minutes", f"{account.idle_minutes:g}", "--total-minutes", f"{account.total_minutes:g}"]
    words = [*account.sandbox, *program, *limits]
    environment = '"TERM=$TERM" LANG=C.UTF-8 PATH=/usr/bin:/bin HOME=/nonexistent'
    return f"exec /usr/bin/env -i {environment} {' '.join(map(quoted, words))}"


def quoted(word: str) -> str:
    """A word for a line that both sshd and a shell read.

    Raises:
        UnprintableError: when it holds line ends, quotes or whatever else one of them might take for more than a character.
    """
    if _UNQUOTABLE.search(word):
        raise UnprintableError(f"{word!r} holds characters that cannot stand in sshd's configuration; give it a plainer name")
    return shlex.quote(word)


def _head(account: Account) -> Iterator[str]:
    yield f"# An account that shows a library of briefings and does nothing else; printed by briefing-tui {__version__}."
    yield f"# Keep it as /etc/ssh/sshd_config.d/{account.user}.conf, try it with “sshd -t”, then reload sshd."
    yield f"# What is in force afterwards: sshd -T -C user={account.user},host=any,addr=192.0.2.1"
    yield "#"
    yield "# These concern every account and so are yours to decide; sshd reads them only outside of a Match block:"
    yield "#   LoginGraceTime 20"
    yield "#   MaxStartups 20:30:100"
    yield "#   PerSourceMaxStartups 5"
    yield "#   PermitUserEnvironment no"
    yield ""


def _block(account: Account, version: tuple[int, int] | None) -> Iterator[str]:
    yield f"Match User {account.user}"
    yield "    # Whatever is asked for (a shell, a command, sftp, scp, any subsystem), this runs and nothing else. The visitor's"
    yield "    # command and environment are dropped; of the latter only the terminal's name is passed on, and vetted."
    if account.sandbox:
        yield "    # bubblewrap: its own view of the system, read-only, without network and without other processes. There is no"
        yield "    # --new-session: it would take window sizes and hang-ups away. What that guards against (TIOCSTI) the program"
        yield "    # refuses itself, and this terminal ends with the session."
    yield f"    ForceCommand {forced_command(account)}"
    yield "    PermitTTY yes"
    yield "    PermitUserRC no"
    yield ""
    yield "    # No connection goes through this account, in no direction."
    yield "    DisableForwarding yes"
    yield "    AllowTcpForwarding no"
    yield "    AllowStreamLocalForwarding no"
    yield "    AllowAgentForwarding no"
    yield "    X11Forwarding no"
    yield "    PermitTunnel no"
    yield "    PermitOpen none"
    yield "    PermitListen none"
    yield "    GatewayPorts no"
    yield ""
    yield from _authentication(account)
    yield ""
    yield "    # One session a connection; visitors that are gone are noticed within two minutes."
    yield "    MaxSessions 1"
    yield "    MaxAuthTries 3"
    yield "    ClientAliveInterval 30"
    yield "    ClientAliveCountMax 4"
    if version is None or version >= SINCE_TIMEOUTS:
        yield "    # Should the program not end by itself; and connections that never ask for a session (ssh -N)."
        yield f"    ChannelTimeout *={int(account.idle_minutes) + 5}m"
        yield "    UnusedConnectionTimeout 1m"
    else:
        yield "    # OpenSSH 9.2 and newer also know ChannelTimeout and UnusedConnectionTimeout: print this anew after an update."
    yield ""
    yield "# What follows in other files is no part of the block."
    yield "Match all"


def _authentication(account: Account) -> Iterator[str]:
    if account.is_open:
        yield "    # Anybody, without a key: the account has an empty password (passwd -d), and nobody else is to have one."
        yield "    AuthenticationMethods none"
        yield "    PasswordAuthentication yes"
        yield "    PermitEmptyPasswords yes"
        yield "    PubkeyAuthentication no"
        yield "    AuthorizedKeysFile none"
    else:
        yield "    # Whose key stands in this file, one a line; the account cannot change it. For anybody at all: serve --open-to-all."
        yield "    AuthenticationMethods publickey"
        yield "    PubkeyAuthentication yes"
        yield f"    AuthorizedKeysFile {KEYS_FILE}"
        yield "    PasswordAuthentication no"
        yield "    PermitEmptyPasswords no"
    yield "    KbdInteractiveAuthentication no"
    yield "    HostbasedAuthentication no"

"""The words of a bubblewrap command around a kiosk: read-only, without network, without other processes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import briefing_tui
from briefing_tui.shipped import shipped_folder

BWRAP: Final = "/usr/bin/bwrap"
_SYSTEM: Final = ("/bin", "/sbin", "/lib", "/lib32", "/lib64")


def sandbox_words(library: Path) -> list[str]:
    """A command that runs what follows it and lets it see the system's libraries, the program and one library.

    The folders above them are made by bubblewrap in memory, for the account it runs as: at last these too become read-only,
    else the account could put another library in the place of this one, which a kiosk refuses.
    """
    words = [BWRAP, "--unshare-all", "--die-with-parent", "--cap-drop", "ALL"]
    words += ["--ro-bind", "/usr", "/usr"]
    for name in _SYSTEM:
        place = Path(name)
        if place.is_symlink():
            words += ["--symlink", str(place.readlink()), name]
        elif place.is_dir():
            words += ["--ro-bind", name, name]
    words += ["--ro-bind-try", "/etc/localtime", "/etc/localtime"]
    for folder in _apart([*program_folders(), *_where_links_lead()]):
        words += ["--ro-bind", str(folder), str(folder)]
    words += ["--ro-bind", str(library), str(library)]
    return [*words, "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--"]


def program_folders() -> list[Path]:
    """Where the interpreter, the packages it was installed with, and this program lie."""
    package = Path(briefing_tui.__file__).absolute().parent
    return [Path(sys.prefix), Path(sys.base_prefix), package, shipped_folder("styles").absolute()]


def _where_links_lead() -> Iterator[Path]:
    interpreter = Path(sys.executable)
    for _ in range(8):  # links to links
        if not interpreter.is_symlink():
            return
        target = interpreter.parent / interpreter.readlink()
        if not any(target.is_relative_to(folder) for folder in program_folders()):
            yield target.parent.parent
        interpreter = target


def _apart(folders: list[Path]) -> list[Path]:
    """The folders that are neither part of the system's own nor of one another."""
    wanted = {folder for folder in folders if not folder.is_relative_to("/usr")}
    return sorted(one for one in wanted if not any(one != other and one.is_relative_to(other) for other in wanted))

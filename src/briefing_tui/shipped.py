"""Where the files shipped with the program are: style sheets and the example briefing.

In a wheel they lie inside the package; in an editable install at the top of the source tree.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped_folder(name: str) -> Path:
    """The folder `styles` or `seeds`.

    Raises:
        FileNotFoundError: when the installation is incomplete.
    """
    for root in (_PACKAGE, _PACKAGE.parent.parent):
        folder = root / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"briefing-tui is not completely installed: its folder {name!r} is missing; reinstall it")

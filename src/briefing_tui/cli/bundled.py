"""The example briefing that is shipped with the program, opened when no file is named."""

from __future__ import annotations

import tomllib

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, read_bytes
from briefing_tui.shipped import shipped_folder

NAME = "example.txt"


def read_bundled() -> Document:
    """The bundled briefing with what is known of it from outside its text."""
    folder = shipped_folder("seeds")
    about = tomllib.loads((folder / "example.toml").read_text("utf-8"))
    return read_bytes(
        (folder / NAME).read_bytes(),
        name=NAME,
        form="text",
        metadata=Metadata(title=about["title"], published=about["published"]),
    )

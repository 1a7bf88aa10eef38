"""The verbs of the command; each is a module of this folder with `run(arguments) -> int`."""

from typing import Final

VERBS: Final = ("extract", "verify", "schema")

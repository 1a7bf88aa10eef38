"""The verbs of the command; each is a module of this folder with `command_line() -> CommandParser` and `run(arguments) -> int`."""

from typing import Final

VERBS: Final = {
    "add": "read briefings into the library",
    "search": "find records and sentences in the library",
    "show": "show a record with its evidence, or a briefing",
    "totals": "add up aid, each package once",
    "timeline": "tell day by day what happened",
    "export": "write records or briefings as CSV, JSON Lines, Markdown or Parquet",
    "browse": "explore the library, or what a query finds in it",
    "extract": "print the records of briefings as JSON",
    "verify": "prove that such results still say what their texts say",
    "schema": "print the JSON Schema of the results",
    "correct": "accept, reject or edit a record, or set a day of publication",
    "save": "keep a query under a name",
    "saved": "list the saved searches",
    "forget": "drop a saved search",
    "watch": "print what is new for a saved search",
    "serve": "print what sshd needs to show a library to the public, read-only",
    "doctor": "tell what is wrong with terminal, settings or library, and the fix",
    "completion": "print the script by which bash, zsh or fish completes this command",
    "man": "print the man page",
}
"""Name and purpose of every verb, in the order that --help, the man page and the completions tell them."""

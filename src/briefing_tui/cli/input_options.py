"""The options that say what the inputs are, shared by the verbs that read documents. Imports nothing heavy."""

from __future__ import annotations

from briefing_tui.cli.arguments import CommandParser, day, one_of

FORMS = ("text", "markdown", "html", "jsonl", "pdf", "mail", "feed")


def add_input_options(parser: CommandParser, *, engine: bool = True) -> None:
    """Add `--from`, `--published`, `--publisher` and, where `engine` says so, `--engine`."""
    parser.add_argument(
        "--from",
        dest="form",
        type=one_of(*FORMS),
        metavar="FORMAT",
        help=f"how to read the inputs: {', '.join(FORMS)} (default: by name and content)",
    )
    parser.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="publication day, YYYY-MM-DD: what “Wednesday” and “yesterday” are read against",
    )
    parser.add_argument("--publisher", metavar="NAME", help="who published it: who “we” is in a statement")
    if engine:
        parser.add_argument(
            "--engine",
            action="store_true",
            help="let the engine of config.toml propose records as well; this may send the texts to it",
        )

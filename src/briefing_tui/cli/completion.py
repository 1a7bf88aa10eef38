"""`briefing-tui completion`: the script by which a shell completes our command line."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_tui.cli.arguments import CommandParser, UsageError, one_of

SHELLS = ("bash", "zsh", "fish")
USAGE_LINE = f"briefing-tui completion {' | '.join(SHELLS)}"
DESCRIPTION = """\
Print the script by which a shell completes verbs, options, their values, files, and the fields of queries."""
EPILOG = """\
examples:
  source <(briefing-tui completion bash)                 # for this shell; put the line into ~/.bashrc to keep it
  source <(briefing-tui completion zsh)                  # after compinit, in ~/.zshrc
  briefing-tui completion fish > ~/.config/fish/completions/briefing-tui.fish
"""


def command_line() -> CommandParser:
    """The parser of `completion`."""
    parser = CommandParser("briefing-tui completion", usage=USAGE_LINE, description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("shell", nargs="?", metavar="SHELL", type=one_of(*SHELLS), help=", ".join(SHELLS))
    parser.set_defaults(paths=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Print the script; returns the exit code."""
    options = command_line().parse(arguments, paths="paths")
    if options.paths:
        raise UsageError("completion takes one SHELL", word=options.paths[0])
    if options.shell is None:
        raise UsageError(f"completion needs the name of a SHELL: {', '.join(SHELLS)}")

    from briefing_tui.cli.completing import bash_script, command_verbs, fish_script, zsh_script
    from briefing_tui.cli.exit_codes import OK
    from briefing_tui.cli.output import write_program_text
    from briefing_tui.searching.fields import completions

    script = {"bash": bash_script, "zsh": zsh_script, "fish": fish_script}[options.shell]
    write_program_text(script(command_verbs(), completions()))
    return OK

"""Completion of the command line in bash, zsh and fish, generated from the parsers that also print `--help`."""

from briefing_tui.cli.completing.bash import bash_script
from briefing_tui.cli.completing.command_words import Verb, command_verbs
from briefing_tui.cli.completing.fish import fish_script
from briefing_tui.cli.completing.zsh import zsh_script

__all__ = ["Verb", "bash_script", "command_verbs", "fish_script", "zsh_script"]

"""`completion`: what the scripts are made from, and the verb itself."""

import pytest

from briefing_tui.cli.completing import command_verbs
from briefing_tui.cli.completing.command_words import Place
from briefing_tui.cli.verbs import VERBS


def test_the_command_and_every_verb_are_known_with_their_options() -> None:
    verbs = {verb.name: verb for verb in command_verbs()}
    assert list(verbs) == ["", *VERBS]
    form = next(option for option in verbs["extract"].options if "--from" in option.names)
    assert form.value is not None
    assert form.value.kind == "words"
    assert {"text", "markdown", "html", "jsonl"} <= set(form.value.words)
    assert verbs["extract"].rest == Place("files", name="PATH")
    assert verbs["completion"].places == (Place("words", ("bash", "zsh", "fish"), "SHELL"),)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_verb_and_option_is_in_the_script(command, shell: str) -> None:
    script = command("completion", shell).out.decode()
    for verb in command_verbs():
        assert verb.name in script
        for option in verb.options:
            for name in option.names:
                assert (name.lstrip("-") if shell == "fish" else name) in script


def test_an_unknown_shell_names_those_there_are(command) -> None:
    outcome = command("completion", "fisch")
    assert outcome.code == 2
    assert outcome.complaints[0] == "briefing-tui: 'fisch' is none of bash, zsh, fish; did you mean fish?"


def test_no_shell_and_too_many_are_refused(command) -> None:
    assert command("completion").complaints == ["briefing-tui: completion needs the name of a SHELL: bash, zsh, fish"]
    assert command("completion", "bash", "zsh").code == 2

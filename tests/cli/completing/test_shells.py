"""Completion as a person at the shell gets it: the generated scripts in the real shells."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.completing.shells import FIELDS, TYPED, VERBS, after_tab, running

from briefing_tui.cli.completing import bash_script, fish_script, zsh_script

NAMES = "briefing-tui() { [[ $1 == saved ]] && printf 'norway\\nnuclear\\n'; }"


def test_bash_completes_verbs_options_values_files_and_queries(tmp_path: Path) -> None:
    setup = [
        "source ./script",
        NAMES,
        "bind 'set bell-style none'",
        r"""bind -x '"\C-t": echo; echo "LINE=[$READLINE_LINE]=LINE"'""",
    ]
    with running("bash", bash_script(VERBS, FIELDS), tmp_path, setup) as child:
        for typed, wanted in TYPED.items():
            assert after_tab(child, typed).rstrip("' ") == wanted.rstrip(), typed


def test_zsh_completes_verbs_options_values_files_and_queries(tmp_path: Path) -> None:
    setup = [
        "autoload -Uz compinit; compinit -u -D",
        "source ./script",
        NAMES,
        "unsetopt beep automenu autolist",
        'report() { print -r -- "LINE=[$BUFFER]=LINE" }; zle -N report; bindkey "^T" report',
    ]
    with running("zsh", zsh_script(VERBS, FIELDS), tmp_path, setup) as child:
        for typed, wanted in TYPED.items():
            assert after_tab(child, typed).rstrip("' =") == wanted.rstrip(), typed


def test_fish_completes_verbs_options_values_files_and_queries(tmp_path: Path) -> None:
    fish = shutil.which("fish")
    if fish is None:
        pytest.skip("there is no fish here")
    (tmp_path / "story.html").touch()
    (tmp_path / "archive").mkdir()
    (tmp_path / "script").write_text(fish_script(VERBS, FIELDS), "utf-8")
    source = (
        "source ./script; function briefing-tui; printf 'norway\\nnuclear\\n'; end; "
        "for line in $argv; complete -C $line | string split -f1 \\t; echo =; end"
    )
    done = subprocess.run(
        [fish, "--no-config", "-c", source, *TYPED], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == ""
    for (typed, wanted), offered in zip(TYPED.items(), done.stdout.split("=\n"), strict=False):
        words = [word for word in offered.splitlines() if word.startswith(wanted.split(" ")[-1].strip())]
        last = wanted.rstrip().rpartition("'")[2] if "'" in wanted else wanted.split()[-1]
        assert last in [word.rstrip() for word in offered.splitlines()], (typed, words)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_finds_no_fault_in_the_script_of_the_command(command, tmp_path: Path, shell: str) -> None:
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"there is no {shell} here")
    script = tmp_path / "script"
    script.write_bytes(command("completion", shell).out)
    done = subprocess.run([path, "-n", script], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")

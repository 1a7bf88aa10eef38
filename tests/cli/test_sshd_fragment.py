from dataclasses import replace

import pytest

from briefing_tui.cli.sshd_fragment import Account, UnprintableError, forced_command, quoted, sshd_fragment

ACCOUNT = Account("briefings", "/opt/b/bin/python", "/srv/b/public.sqlite", 30, 480)


def settings(fragment: str) -> dict[str, str]:
    """What the block says, by name."""
    block = fragment.partition("Match User briefings\n")[2].partition("\nMatch all")[0]
    lines = [line.strip() for line in block.splitlines() if line.startswith("    ") and not line.lstrip().startswith("#")]
    return {line.partition(" ")[0]: line.partition(" ")[2] for line in lines}


def test_everything_stands_in_a_block_for_the_one_account():
    lines = sshd_fragment(ACCOUNT, (9, 6)).splitlines()
    said = [line for line in lines if line and not line.lstrip().startswith("#")]
    assert said[0] == "Match User briefings"
    assert said[-1] == "Match all"
    assert all(line.startswith("    ") for line in said[1:-1])


def test_it_runs_one_command_from_an_empty_environment_and_forwards_nothing():
    said = settings(sshd_fragment(ACCOUNT, (9, 6)))
    assert said["ForceCommand"] == (
        'exec /usr/bin/env -i "TERM=$TERM" LANG=C.UTF-8 PATH=/usr/bin:/bin HOME=/nonexistent '
        "/opt/b/bin/python -IB -m briefing_tui --kiosk /srv/b/public.sqlite --idle-minutes 30 --total-minutes 480"
    )
    refused = ("AllowTcpForwarding", "AllowStreamLocalForwarding", "AllowAgentForwarding", "X11Forwarding", "PermitTunnel")
    assert {said[name] for name in (*refused, "PermitUserRC", "GatewayPorts")} == {"no"}
    assert said["DisableForwarding"] == "yes"
    assert said["MaxSessions"] == "1"


def test_keys_are_the_rule_and_everybody_the_exception():
    keys = settings(sshd_fragment(ACCOUNT, (9, 6)))
    assert (keys["AuthenticationMethods"], keys["PermitEmptyPasswords"]) == ("publickey", "no")
    everybody = settings(sshd_fragment(replace(ACCOUNT, is_open=True), (9, 6)))
    assert (everybody["AuthenticationMethods"], everybody["PermitEmptyPasswords"]) == ("none", "yes")
    assert everybody["PubkeyAuthentication"] == "no"


def test_an_older_sshd_is_not_told_what_it_does_not_know():
    assert "ChannelTimeout" not in settings(sshd_fragment(ACCOUNT, (9, 1)))
    assert settings(sshd_fragment(ACCOUNT, (9, 2)))["ChannelTimeout"] == "*=35m"
    assert "UnusedConnectionTimeout" in settings(sshd_fragment(ACCOUNT, None))


def test_a_sandbox_stands_before_the_program():
    command = forced_command(replace(ACCOUNT, sandbox=["/usr/bin/bwrap", "--ro-bind", "/a b", "/a b", "--"]))
    assert "HOME=/nonexistent /usr/bin/bwrap --ro-bind '/a b' '/a b' -- /opt/b/bin/python" in command


@pytest.mark.parametrize(
    "name", ["a\nb", "a\rb", "a'b", 'a"b', "a\\b", "a`id`", "a$(id)", "a$HOME", "a\x00", "a\x1b[31m", "a\u2028b", "\udcff"]
)
def test_a_path_that_could_break_out_of_the_line_is_refused(name):
    with pytest.raises(UnprintableError):
        sshd_fragment(replace(ACCOUNT, library=f"/srv/{name}"), (9, 6))


@pytest.mark.parametrize("user", ["", "*", "a,b", "!root", "Root", "a b", "a\nMatch all", "-x", "a" * 33, "?"])
def test_what_is_no_plain_name_of_an_account_is_refused(user):
    with pytest.raises(UnprintableError):
        sshd_fragment(replace(ACCOUNT, user=user), (9, 6))


@pytest.mark.parametrize(
    ("word", "written"), [("/srv/a", "/srv/a"), ("/srv/a b", "'/srv/a b'"), ("/srv/#;&|<>*?~!", "'/srv/#;&|<>*?~!'"), ("", "''")]
)
def test_other_odd_characters_are_quoted(word, written):
    assert quoted(word) == written

"""What the environment says of the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.profile import Profile, can_draw, profile_of


@pytest.mark.parametrize(
    ("environment", "charset"),
    [
        ({}, "utf-8"),
        ({"LANG": "C"}, "utf-8"),
        ({"LC_ALL": "C.UTF-8"}, "utf-8"),
        ({"LANG": "en_US.utf8"}, "utf-8"),
        ({"LC_CTYPE": "UTF-8"}, "utf-8"),
        ({"LANG": "ru_RU.KOI8-R"}, "koi8-r"),
        ({"LC_ALL": "de_DE.ISO-8859-1", "LANG": "de_DE.UTF-8"}, "iso8859-1"),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "ru_RU.KOI8-R"}, "koi8-r"),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "fr_FR.UTF-8", "LANG": "ru_RU.KOI8-R"}, "utf-8"),
        ({"LANG": "ca_ES.UTF-8@valencia"}, "utf-8"),
        ({"LANG": "fr_FR.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LANG": "ka_GE.GEORGIAN-PS"}, "ascii"),
    ],
)
def test_the_charset_is_that_of_the_locale(environment, charset):
    profile = profile_of({"TERM": "xterm"} | environment)
    assert profile.charset == charset
    assert profile.typed_charset == charset


@pytest.mark.parametrize(
    "codec", ["utf-16", "utf-7", "idna", "rot13", "zlib", "undefined", "cp037", "iso2022_jp", "hz", "unicode_escape"]
)
def test_a_codec_that_is_no_terminals_charset_counts_as_ascii(codec):
    assert profile_of({"TERM": "xterm", "LANG": f"en_US.{codec}"}).charset == "ascii"


def test_whoever_wants_plain_letters_may_still_type_others():
    profile = profile_of({"TERM": "xterm", "LANG": "fr_FR.UTF-8"}, plain_letters=True)
    assert (profile.charset, profile.typed_charset) == ("ascii", "utf-8")


@pytest.mark.parametrize("term", ["vt100", "vt102", "vt100-am"])
def test_a_vt100_has_plain_letters_and_no_colours(term):
    profile = profile_of({"TERM": term})
    assert (profile.is_vt100, profile.has_colour, profile.charset) == (True, False, "ascii")


def test_a_vt220_has_no_colours_but_erases_characters():
    profile = profile_of({"TERM": "vt220"})
    assert (profile.is_vt100, profile.has_colour) == (False, False)


def test_the_linux_console_is_sent_what_its_fonts_hold():
    assert profile_of({"TERM": "linux"}).repertoire == "linux"
    assert profile_of({"TERM": "linux", "LANG": "ru_RU.KOI8-R"}).repertoire == "koi8-r"
    assert profile_of({"TERM": "xterm"}).repertoire == "utf-8"


@pytest.mark.parametrize(
    ("environment", "has_colour"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm-mono"}, False),
        ({"TERM": "linux-m"}, False),
    ],
)
def test_colours(environment, has_colour):
    assert profile_of(environment).has_colour is has_colour


@pytest.mark.parametrize(
    "term", ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100", "foot-extra", "xterm-kitty"]
)
def test_any_other_name_is_a_terminal_that_can_be_drawn_on(term):
    assert can_draw({"TERM": term})
    assert profile_of({"TERM": term}).term == term


@pytest.mark.parametrize("term", ["", "dumb", "unknown", "vt52", "../../etc/passwd", "\x1b[2J", "x" * 5000, "xterm\n", "%s", "é"])
def test_a_terminal_that_cannot_be_drawn_on_and_names_that_are_none(term):
    assert not can_draw({"TERM": term})
    assert "\x1b" not in profile_of({"TERM": term}).term


def test_an_environment_without_a_terminal_cannot_be_drawn_on():
    assert not can_draw({})


def test_the_line_is_remote_when_ssh_says_so_or_the_person():
    assert not profile_of({}).is_remote
    assert profile_of({"SSH_CONNECTION": "::1 1 ::1 22"}).is_remote
    assert profile_of({}, remote=True).is_remote
    assert not profile_of({"SSH_CONNECTION": "::1 1 ::1 22"}, remote=False).is_remote
    assert profile_of({}, remote=False, kiosk=True).is_remote


@given(
    st.dictionaries(st.sampled_from(["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "SSH_CONNECTION"]), st.text(max_size=60))
)
def test_no_environment_makes_it_fail(environment):
    profile = profile_of(environment)
    assert isinstance(profile, Profile)
    assert "\x1b[Az".encode(profile.charset) == b"\x1b[Az"

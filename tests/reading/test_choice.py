import pytest

from briefing_tui.reading.choice import Choice, matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.html", "a/b.html"),
        ("a/*.html", "a/b.html"),
        ("**/c.html", "a/b/c.html"),
        ("**/c.html", "c.html"),
        ("a/**", "a/b/c"),
        ("a/**/d", "a/b/c/d"),
        ("[a-c]?", "bz"),
        ("[!a]b", "cb"),
        ("x[", "x["),
    ],
)
def test_a_pattern_stands_for_a_path(pattern: str, path: str):
    assert matches([pattern], path)


@pytest.mark.parametrize(
    ("pattern", "path"), [("a/*.html", "a/b/c.html"), ("*.HTML", "a.html"), ("a/**/d", "a/b/c"), ("b/*", "a/b/c"), ("a", "a/b")]
)
def test_a_pattern_does_not_stand_for_a_path(pattern: str, path: str):
    assert not matches([pattern], path)


def test_hidden_files_and_litter_are_excluded_always():
    assert [name for name in (".git", "a/.b", "__MACOSX", "Thumbs.db", "a.txt") if Choice().excludes(name)] == [
        ".git",
        "a/.b",
        "__MACOSX",
        "Thumbs.db",
    ]

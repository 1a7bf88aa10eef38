"""Hostile text in every place where text of strangers is shown: the explorer over a library, over files, and the verbs."""

import base64
import json
import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.terminal.hostile.bytes_sent import harmful
from tests.terminal.hostile.inputs import HostileInput
from tests.terminal.hostile.outcome import Outcome
from tests.terminal.hostile.running import BRIEF_SECONDS, Household

from briefing_tui.library import open_library
from briefing_tui.library.saved import SavedSearch, save_search
from briefing_tui.model.safe_text import safe_line

LARGE = 20_000
"""Characters above which an input is looked at alone."""
SHOWN = 60
"""Characters of an input looked for on the screen."""
COPIED = re.compile(rb"\x1b\]52;c;([^\x07\x1b]*)")


def letters(text: str) -> str:
    """What of a text must be readable, without what wrapping may add or take."""
    return re.sub(r"[\s›•]", "", safe_line(text))


def row(number: int, one: HostileInput) -> dict[str, str]:
    """A document that holds the input wherever a document can, with records before, around and behind it."""
    s, mark = one.text, f"t{number:03}"
    text = (
        f"{mark} {s}\n\n"
        f"Norway condemned the attack {s} on Tuesday. “We condemn {s} it,” Foreign Minister {s} Eide said.\n"
        f"The United States announced a $275 million military aid package for Ukraine, including {s} mines and HIMARS {s}.\n"
        f"{s} Germany delivered 10 {s} Leopard 2 tanks to Ukraine {s}\n"
        f"Russian missiles struck {s} Kyiv. Russia struck Kyiv {s}.\n{s}\n"
    )
    day = f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return {
        "id": f"{mark} {s}",
        "title": f"{mark} {s}",
        "publisher": f"{s} p{number:03}",
        "published": day,
        "url": f"https://e.example/{s}",
        "text": text,
    }


class TextTrial:
    """Runs all places once over all inputs; outcomes by input, and by place for what cannot be told apart."""

    def __init__(self, household: Household, inputs: Sequence[HostileInput]) -> None:
        self.household, self.desk = household, household.desk
        self.inputs = [one for one in inputs if len(one.data) <= LARGE]
        self.numbered = dict(enumerate(self.inputs, 1))
        self.of_input = {one.name: Outcome(one.name) for one in self.inputs}
        self.of_place: dict[str, Outcome] = {}
        self.rows = household.folder / "rows.jsonl"
        self.files = household.folder / "files"

    def run(self) -> None:
        """Make the library and look at all of it."""
        self.make()
        self.walk_library()
        self.walk_lists()
        self.type_queries()
        self.walk_files()
        self.run_verbs()

    def make(self) -> None:
        """Documents by JSON Lines into a library, saved searches, and a folder of files with hostile names."""
        self.rows.write_text("".join(json.dumps(row(number, one)) + "\n" for number, one in self.numbered.items()))
        ended = self.household.run("add", "--jobs", "1", "--from", "jsonl", self.rows)
        self.at("add").note_end("add", ended, may_write=self.household.own_folders, may_fork=True)
        self.at("add").expect(ended.code in {0, 3}, ended.words)
        with open_library(self.household.library, write=True) as library:
            for number, one in self.numbered.items():
                save_search(library, SavedSearch(f"s{number:03}", one.data.decode("utf-8", "replace"), "2024-11-20T00:00:00Z", 0))
        self.files.mkdir()
        for number, one in self.numbered.items():
            name = os.fsdecode(one.data.replace(b"/", b"").replace(b"\0", b"")[:200])
            (self.files / f"e{number:03}{name}.txt").touch()
            (self.files / f"f{number:03}{name}.txt").write_bytes(b"Norway condemned the attack.\n" + one.data)

    def at(self, place: str) -> Outcome:
        """The outcome of a place."""
        return self.of_place.setdefault(place, Outcome(place))

    def each(self) -> Iterator[tuple[int, HostileInput, Outcome]]:
        """Every input with its number and outcome."""
        for number, one in self.numbered.items():
            yield number, one, self.of_input[one.name]

    def walk_library(self) -> None:
        """Briefing by briefing: heading, text, records, why, copied quote."""
        with self.household.session("browse", "--library", self.household.library) as session:
            session.wait_for("1 Aid inventory")
            session.press("4g")
            for number, one, outcome in sorted(self.each(), key=lambda each: -each[0]):
                begun = len(session.sent)
                session.wait_for(f"t{number:03}")
                session.settle(BRIEF_SECONDS)
                shown = letters("".join(session.lines()))
                if one.limits.get("shown_literally"):
                    outcome.expect(letters(one.text)[:SHOWN] in shown, f"not shown as it stands: {letters(one.text)[:SHOWN]}")
                for key in ("wy", "w"):
                    session.press_briefly(key)
                outcome.saw("library explorer", harmful(session.sent[begun:], copying=True))
                for payload in COPIED.findall(session.sent[begun:]):
                    outcome.saw("clipboard", harmful(base64.b64decode(payload)))
                session.child.send("]")
            session.child.send("\x03")
            self.at("library explorer").note_end("library explorer", session.ended(), may_write=self.household.own_folders)
        copied = self.household.home / "state" / "copied.txt"
        self.at("copied quotes").saw("copied quotes", harmful(copied.read_bytes()))

    def walk_lists(self) -> None:
        """The lists over the library, from their beginning to their end, wide and narrow."""
        pages = ["\x1b[6~"] * 8
        with self.household.session("browse", "--library", self.household.library, size=(90, 30)) as session:
            session.wait_for("Aid inventory")
            for keys in (
                ["b", *pages, "\x1b"],
                ["f", *["\x04"] * 14, "q"],
                ["S", *pages, "q"],
                ["s"],
                ["?", *pages, "q"],
                ["E", *"jjjj", "q"],
            ):
                for key in keys:
                    session.press_briefly(key)
            for pane in "123":
                for key in (pane, *["\x04"] * 20, "G"):
                    session.press_briefly(key)
            for size in ((60, 20), (44, 12), (200, 60)):
                session.resize(*size)
                for key in ("]", "w", "w", "\t", "j"):
                    session.press_briefly(key)
            session.child.send("\x03")
            self.at("lists").note_end("lists", session.ended(), may_write=self.household.own_folders)

    def type_queries(self) -> None:
        """Every input pasted into the search box: its echo, its count, and what is said of it."""
        with self.household.session("browse", "--library", self.household.library) as session:
            session.wait_for("Aid inventory")
            for _, one, outcome in self.each():
                begun = len(session.sent)
                session.child.send(b"/\x1b[200~" + one.data.replace(b"\x1b[201~", b"") + b"\x1b[201~")
                session.press_briefly("\r")
                session.press_briefly("j")
                outcome.saw("search box", harmful(session.sent[begun:]))
            session.child.send("\x03")
            self.at("search box").note_end("search box", session.ended(), may_write=self.household.own_folders)

    def walk_files(self) -> None:
        """The explorer over files with hostile names, half of them empty: texts, problems, and the last words."""
        with self.household.session(self.files) as session:
            session.wait_for(f"{len(self.inputs)} problems")
            for key in ("!", *["\x1b[6~"] * 8, "q", *"]" * len(self.inputs), "4", "G", "1", "y", "w"):
                session.press_briefly(key)
            session.child.send("\x03")
            self.at("file explorer").note_end("file explorer", session.ended(), may_write=self.household.own_folders)

    def run_verbs(self) -> None:
        """The verbs, at a terminal: once over everything, and once for each input what takes one."""
        library = self.household.library
        over_all = [
            ["--plain", self.files], ["--plain", "--from", "jsonl", self.rows], ["extract", "--json", self.files],
            ["extract", "--jsonl", "--leftovers", "--from", "jsonl", self.rows], ["add", "--jobs", "1", self.files],
            ["search", "--all", "condemned"], ["search", "--facets"], ["search", "--json", "--all"], ["search", "--jsonl", "--all"],
            ["search", "--csv", "--all"], ["totals", "--all", "--packages"], ["totals", "--by", "publisher"], ["totals", "--csv"],
            ["totals", "--json"], ["timeline", "--all"], ["timeline", "--csv"], ["timeline", "--json"], ["export"],
            ["export", "--format", "jsonl"], ["export", "--format", "markdown"], ["export", "--briefings"], ["saved"],
            ["saved", "--json"], ["doctor"], ["doctor", "--json"], ["verify", "--library", library], ["verify", self.rows],
            ["extract", *(argument(one) for one in self.inputs)], ["add", *(argument(one) for one in self.inputs)],
        ]  # fmt: skip
        each = [
            (self.of_input[one.name], words)
            for number, one in self.numbered.items()
            for words in (
                ["show", f"#{number}"],
                ["search", "--", f"{argument(one)} colour:{argument(one)} "],
            )
        ]
        runs = [(self.at(place_of(words)), words) for words in over_all] + each
        with ThreadPoolExecutor(2) as pool:
            for outcome, words, ended in pool.map(
                lambda run: (*run, self.household.run(*run[1], watched=run[1] in over_all)), runs
            ):
                outcome.note_end(
                    place_of(words),
                    ended,
                    may_write=self.household.own_folders,
                    may_fork=words[0] == "add",
                    is_json=is_json(words),
                )
        for name in ("records.csv", "records.md", "records.jsonl"):
            ended = self.household.run("export", "--output", self.household.home / name)
            self.at(name).note_end(name, ended, may_write=self.household.own_folders)
            self.at(name).saw(name, harmful((self.household.home / name).read_bytes(), is_json=name.endswith("jsonl")))
        self.at("desk").expect(not list(self.desk.iterdir()), "files appeared in the working folder")


def place_of(words: Sequence[object]) -> str:
    """What the place is called that a verb fills: the verb and its first option."""
    return " ".join(str(word) for word in words[:2] if word == words[0] or (str(word).startswith("--") and word != "--"))


def is_json(words: Sequence[object]) -> bool:
    """Whether a verb prints JSON."""
    return words[0] == "extract" or bool({"--json", "--jsonl", "jsonl", "--briefings"} & set(words))


def argument(one: HostileInput) -> str:
    """The input as a word of a command line."""
    return one.data.replace(b"\0", b"").decode("utf-8", "surrogateescape")[:2000]


def look_at_large(household: Household, one: HostileInput) -> Outcome:
    """A large text as a file of its own, in the explorer and by the verbs, within the limits of the input."""
    outcome = Outcome(one.name)
    file = household.folder / "large.txt"
    file.write_bytes("Norway condemned Russia’s missile attack on Kyiv.\n\n".encode() + one.data)
    household.run("doctor")  # caches are made by a first run
    with household.session(file) as session:
        session.wait_for("Norway condemned")
        first_frame = session.age()
        session.wait_until(lambda: re.search("opposes|No reactions", "".join(session.lines())) is not None, "the records")
        for key in ("4", *["\x1b[6~"] * 4, "G", "g", "/x\r", "n", "y"):
            session.press_briefly(key)
        session.child.send("\x03")
        ended = session.ended()
    outcome.note_end("file explorer", ended, may_write=household.own_folders)
    outcome.hold_to(one, ended, first_frame=first_frame if household.is_thorough else None)
    for words in (["--plain", file], ["extract", file], ["add", "--jobs", "1", file]):
        outcome.note_end(str(words[0]), household.run(*words), may_write=household.own_folders, may_fork=True, is_json=True)
    return outcome

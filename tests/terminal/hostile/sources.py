"""Hostile files, folders, archives, addresses, settings: what `extract`, `add`, `--plain` and `export` make of them."""

import csv
import io
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

from tests.terminal.hostile.inputs import HostileInput
from tests.terminal.hostile.outcome import Outcome
from tests.terminal.hostile.running import Ended, Household

READS = {
    "enc_utf16le_bom": "Заголовок\nтекст",
    "enc_utf16le_nobom": "Headline\nbody",
    "enc_utf32": "Headline",
    "enc_utf8_bom": "Headline",
    "enc_embedded_nul": "Title\0hidden\nbody",
    "enc_cr_only": "line1\nline2\nline3",
    "enc_utf7": "+ADw-script+AD4-",
    "html_script_style_event": None,
}
"""What must have been read of an input; None: not to be compared letter by letter."""
REFUSED = {"enc_binary", "enc_empty", "pdf_header"}
"""Inputs of which nothing may be read. Of XML the words are read and no entity is; members of archives are read whatever they
are called, since nothing is ever unpacked to disk."""
FOLLOWED = "ln -s /etc/passwd x.txt"
"""Links of a folder that a person names are followed, as cat would."""
SECRET = "root:"
"""What stands in /etc/passwd and must not come out of it."""
SUFFIXES = {"xxe": ".xml", "active": ".html", "encoding": ".txt", "format": ".txt"}


def read_as_file(household: Household, one: HostileInput) -> Outcome:
    """A file of text, XML, HTML, PDF or an archive: as data, as words, into a library, in the explorer."""
    outcome = Outcome(one.name)
    file = household.folder / f"input{suffix_of(one)}"
    file.write_bytes(one.data)
    before = tree(household.folder)
    ended = household.run("extract", "--jsonl", file)
    settle(outcome, household, "extract", ended, one, is_json=True)
    texts = [json.loads(line)["text"] for line in ended.sent.decode("utf-8", "replace").splitlines() if line.startswith('{"id"')]
    if (wanted := READS.get(one.name)) is not None:
        outcome.expect(texts == [wanted], f"read as {texts}")
    outcome.expect(sum(map(len, texts)) <= max(len(one.data), 2**22), "entities were expanded")
    if one.name in REFUSED:
        outcome.expect(not texts and ended.code == 3, f"not refused: {ended.words[:200]}")
        outcome.expect(file.name in ended.words, f"the message does not name the file: {ended.words[:200]}")
    if not household.is_thorough:
        return outcome
    for words in (["--plain", file], ["add", "--jobs", "1", file], ["search", "--all"]):
        settle(outcome, household, str(words[0]), household.run(*words), one)
    with household.session(file) as session:
        session.wait_until(lambda: "Source text" in "".join(session.lines()) or not session.child.isalive(), "the explorer")
        for key in ("!", "q", "4", "G", "q", "\x03"):
            if session.child.isalive():
                session.press_briefly(key)
        settle(outcome, household, "explorer", session.ended(), one)
    outcome.expect(tree(household.folder) - before <= {"home/state", "home/data"}, f"made {tree(household.folder) - before}")
    return outcome


def settle(outcome: Outcome, household: Household, place: str, ended: Ended, one: HostileInput, *, is_json: bool = False) -> None:
    """What is asked of every run."""
    outcome.note_end(place, ended, may_write=household.own_folders, may_fork=place == "add", is_json=is_json)
    if place != "explorer":
        outcome.hold_to(one, ended)
    if one.given.get("setup") != FOLLOWED:
        outcome.expect(SECRET not in ended.words, "a file of the system came out")
    secret = one.limits.get("no_file_access")
    if secret and ended.trace is not None and place != "explorer":
        outcome.expect(secret not in ended.trace.opened, f"{place} opened {secret}")


def suffix_of(one: HostileInput) -> str:
    """What such a file would be called by who sends it."""
    if one.name.startswith("zip") or one.name == "nested_zip":
        return ".zip"
    if one.name.startswith("gzip"):
        return ".txt.gz"
    if one.name.startswith("html"):
        return ".html"
    return ".xml" if one.name.startswith("xml") else SUFFIXES.get(one.kind, ".txt")


def tree(folder: Path) -> set[str]:
    """Every file and folder beneath, but for what a run leaves of itself."""
    found = {str(path.relative_to(folder)) for path in folder.rglob("*")}
    return {name for name in found if not name.startswith(("run", "home/library.sqlite", "home/state/", "home/data/"))}


def named_by(household: Household, one: HostileInput) -> Outcome:
    """A hostile name: of a file in a folder, on the command line, of an export."""
    outcome = Outcome(one.name)
    inbox = household.folder / "inbox"
    inbox.mkdir()
    (inbox / "ok.txt").write_bytes(b"Germany delivered 10 Leopard 2 tanks to Ukraine.\n")
    name = os.fsdecode(one.data.replace(b"\0", b""))
    flat = name.replace("/", "∕")[:200]
    (inbox / flat).write_bytes(b"Norway condemned the attack.\n")
    before = tree(household.folder)
    for words in (["--plain", inbox], ["add", "--jobs", "1", inbox], ["search", "--all"])[
        slice(None if household.is_thorough else 2)
    ]:
        settle(outcome, household, str(words[0]), household.run(*words), one)
    if household.is_thorough:
        with household.session(inbox) as session:
            session.wait_for("Source text")
            for key in ("]", "!", "q", "\x03"):
                session.press_briefly(key)
            settle(outcome, household, "explorer", session.ended(), one)
    outcome.expect(tree(household.folder) - before <= {"home/state", "home/data"}, f"made {tree(household.folder) - before}")
    for words in (
        ["extract", "--", missing(name)],
        ["add", "--jobs", "1", "--", missing(name)],
        [f"--library={missing(name)}"],
        [missing(name)],
    ):
        settle(outcome, household, f"argument of {words[0][:9]}", household.run(*words), one)
    ended = household.run("export", "--output", f"{household.home}/out{flat}")
    settle(outcome, household, "export", ended, one)
    made = tree(household.folder) - before - {"home/state", "home/data"}
    outcome.expect({Path(each).parent for each in made} <= {Path("home")}, f"made {made}")
    outcome.expect(not list(household.desk.iterdir()), "files appeared in the working folder")
    return outcome


def missing(name: str) -> str:
    """A name as an argument; what is really there would be read, as the person asks."""
    return f"{name}.none" if name.startswith(("/", "~", ".")) else name


def set_up(folder: Path, setup: str) -> Callable[[], None]:
    """Make what a folder may hold; returns what puts an end to it."""
    file = folder / "x.txt"
    stop = threading.Event()
    match setup.split():
        case ["mkfifo", _]:
            os.mkfifo(file)
        case ["ln", "-s", ".", name]:
            (folder / name).symlink_to(".")
        case ["ln", "-s", target, _]:
            file.symlink_to(target)
        case ["ln", target, _]:
            try:
                os.link(target, file)
            except OSError:  # another file system, or not allowed
                file.write_text("host\n")
        case ["chmod", *_]:
            file.write_text("Norway condemned the attack.")
            file.chmod(0)
        case ["truncate", *_]:
            with file.open("wb") as sparse:
                sparse.truncate(2**40)
        case _:
            file.write_text("Norway condemned the attack.\n")

            def grow() -> None:
                while not stop.wait(0.001):
                    with file.open("a") as growing:
                        growing.write("It grows. ")

            threading.Thread(target=grow, daemon=True).start()
    return stop.set


def read_folder(household: Household, one: HostileInput) -> Outcome:
    """A folder that holds something that is no ordinary file."""
    outcome = Outcome(one.name)
    inbox = household.folder / "inbox"
    inbox.mkdir()
    (inbox / "ok.txt").write_bytes(b"Germany delivered 10 Leopard 2 tanks to Ukraine.\n")
    end = set_up(inbox, one.given["setup"])
    try:
        for words in (["--plain", inbox], ["extract", "--jsonl", inbox], ["add", "--jobs", "1", inbox]):
            ended = household.run(*words)
            settle(outcome, household, str(words[0]), ended, one, is_json=True)
            outcome.expect("Leopard" in ended.words or "added" in ended.words, f"the rest was not read: {ended.words[:200]}")
    finally:
        end()
    return outcome


def export_cell(household: Household, one: HostileInput) -> Outcome:
    """Text at the beginning of cells of a table, and the same text in JSON Lines."""
    outcome = Outcome(one.name)
    rows = household.folder / "rows.jsonl"
    text = f"Norway condemned the attack on Kyiv.\n{one.text} Germany delivered 10 Leopard 2 tanks to Ukraine"
    given = {"title": one.text, "publisher": one.text, "url": one.text, "id": one.text, "published": "2024-11-20", "text": text}
    rows.write_text(json.dumps(given))
    household.run("add", "--jobs", "1", "--from", "jsonl", rows)
    for verb in ("export", "search"):
        target = household.home / f"{verb}.csv"
        words = ["export", "--output", target] if verb == "export" else ["search", "--csv", "--all"]
        ended = household.run(*words)
        settle(outcome, household, verb, ended, one)
        table = target.read_text("utf-8") if verb == "export" else ended.sent.decode().replace("\r\n", "\n")
        cells = [cell for line in csv.reader(io.StringIO(table)) for cell in line]
        outcome.expect(len(cells) > 20, f"no table: {table[:200]}")
        first = one.limits.get("first_char_not_in", "")
        outcome.expect(
            not [cell for cell in cells if cell and cell[0] in first], f"formula: {[c for c in cells if c and c[0] in first]}"
        )
    ended = household.run("export", "--format", "jsonl")
    settle(outcome, household, "export --format", ended, one, is_json=True)
    told = json.loads(ended.sent.decode().splitlines()[0])["document"]["title"]
    outcome.expect(told == " ".join(one.text.split()), f"changed: {told!r}")
    return outcome


def give_address(household: Household, one: HostileInput) -> Outcome:
    """An address: of a document, as an argument without and with leave to fetch. Nothing may be asked of this machine."""
    outcome = Outcome(one.name)
    rows = household.folder / "rows.jsonl"
    rows.write_text(
        json.dumps({"title": one.text, "url": one.text, "text": f"Norway condemned the attack on Kyiv. See {one.text}"})
    )
    for words in (
        ["add", "--jobs", "1", "--from", "jsonl", rows],
        ["show", "#1"],
        ["extract", "--", one.text],
        ["add", "--", one.text],
    ):
        settle(outcome, household, str(words[0]), household.run(*words), one)
    if household.is_thorough:
        with household.session("browse", "--library", household.library) as session:
            session.wait_for("Source text")
            for key in ("4", "\r", "w", "o", "y", "\x03"):
                session.press_briefly(key)
            settle(outcome, household, "explorer", session.ended(), one)
    ended = household.run("add", "--jobs", "1", "--fetch", "--", one.text)
    reached = [call for call in (ended.trace.sockets if ended.trace else ()) if is_to_this_machine(call)]
    outcome.expect(not reached and ended.code in {2, 3}, f"fetched: {reached} {ended.words[:200]}")
    outcome.expect(not ended.has_crashed and SECRET not in ended.words, ended.words[-200:])
    outcome.places.add("add --fetch")
    return outcome


def is_to_this_machine(call: str) -> bool:
    """Whether a call connects with a web server here; asking the name server of this machine for a name is none."""
    own = ("127.", "169.254.", "::1", "fd00:", "0.0.0.0")
    return call.startswith("connect(") and any(f'"{address}' in call for address in own) and "htons(53)" not in call


def settings_of(household: Household, one: HostileInput) -> Outcome:
    """Strange settings, a strange library, and strange inputs under names that promise something else."""
    outcome = Outcome(one.name)
    folder = household.home / "config"
    folder.mkdir()
    (folder / "config.toml").write_bytes(one.data)
    (household.home / "strange.sqlite").write_bytes(one.data)
    (household.home / "strange.jsonl").write_bytes(one.data)
    (household.home / "strange.json").write_bytes(one.data)
    runs = [["doctor"], ["search", "norway"], ["--plain"], ["extract", "--engine", household.home / "strange.jsonl"], ["saved"]]
    runs += [[verb, household.home / f"strange.{suffix}"] for verb in ("extract", "verify") for suffix in ("json", "jsonl")]
    runs += [["search", "--library", household.home / "strange.sqlite", "norway"]]
    for words in runs:
        settle(outcome, household, str(words[0]), household.run(*words), one, is_json=True)
    return outcome

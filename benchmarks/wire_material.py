"""The texts and records of a library as other programs read them: a feed, one long text, a table."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from shutil import which

from terminal_program import EXPLORER, terminal_environment

from briefing_tui.library import open_library
from briefing_tui.library.documents import all_documents, load_text
from briefing_tui.model.panes import Pane
from briefing_tui.model.safe_text import safe_cells
from briefing_tui.searching.searcher import Searcher
from briefing_tui.tui.archive.asking import Question, begin_answer, document_of


class Material:
    """Files of one library in a folder, and the command lines that show them."""

    def __init__(self, library: Path, folder: Path) -> None:
        """Writes the files."""
        self.folder = folder
        with open_library(library) as opened:
            texts = [
                (
                    facts.title or facts.id,
                    facts.published,
                    "\n".join(map(safe_cells, load_text(opened, facts.number).split("\n"))),
                )
                for facts in all_documents(opened)
            ]
        (folder / "feed.xml").write_text(feed(texts), "utf-8")
        (folder / "texts.txt").write_text("\n\n".join(f"{title}\n\n{text}" for title, _, text in texts), "utf-8")
        (folder / "urls").write_text(f"file://{folder}/feed.xml\n", "utf-8")
        (folder / "newsboatrc").write_text("auto-reload no\nrefresh-on-startup no\n", "utf-8")
        (folder / "visidata").mkdir()
        (folder / "visidatarc").write_text("", "utf-8")
        with (folder / "records.csv").open("wb") as records:
            subprocess.run([*EXPLORER, "export", "--library", library], check=True, stdout=records)

    def newsboat(self) -> list[str] | None:
        """Newsboat over the feed, which it has fetched into its cache already; None where it is not installed."""
        if which("newsboat") is None:
            return None
        command = ["newsboat", "-u", f"{self.folder}/urls", "-c", f"{self.folder}/cache.db", "-C", f"{self.folder}/newsboatrc"]
        subprocess.run(
            [*command, "-x", "reload"], check=True, env=terminal_environment(str(self.folder)), stdout=subprocess.DEVNULL
        )
        return command

    def less(self) -> list[str] | None:
        """Less over all texts."""
        return ["less", f"{self.folder}/texts.txt"] if which("less") else None

    def visidata(self) -> list[str] | None:
        """VisiData over the records as a table."""
        settings = ["--config", f"{self.folder}/visidatarc", "--visidata-dir", f"{self.folder}/visidata/"]
        return ["vd", *settings, f"{self.folder}/records.csv"] if which("vd") else None


def feed(texts: list[tuple[str, str | None, str]]) -> str:
    """Titles, days and texts as RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(title)}</title><guid>urn:text:{number}</guid>{published(day)}"
        f"<description>{escape(paragraphs(text))}</description></item>\n"
        for number, (title, day, text) in enumerate(texts)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Briefings</title>\n{items}</channel></rss>\n'


def published(day: str | None) -> str:
    """The element with a day of publication."""
    return f"<pubDate>{format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC))}</pubDate>" if day else ""


def paragraphs(text: str) -> str:
    """Lines of text as HTML."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())


def rows_by_pane(library: Path) -> dict[Pane, list[int]]:
    """The briefing of each row of the explorer's lists, from the first row on."""
    with open_library(library) as opened:
        answer = begin_answer(Searcher(opened), Question(0, ""))
    return {pane: [document_of(row) for row in rows] for pane, rows in answer.rows.items()}

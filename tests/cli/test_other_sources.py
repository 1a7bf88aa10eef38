"""Folders, archives, mail, feeds and PDF through the command: what is good is done, what is not is one line."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.reading.finding import packed
from tests.reading.pdf_pages import column, pdf

NEWS = "Norway condemned the Russian missile strike on Kyiv."
MAIL = f"Message-ID: <1@b.example>\nFrom: Fund <a@b.example>\nSubject: Boats\nDate: Wed, 20 Nov 2024 10:00:00 +0100\n\n{NEWS}\n"
FEED = f"<rss><channel><title>Fund</title><item><title>Boats</title><description>{NEWS}</description></item></channel></rss>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "news"
    (inside / "deep").mkdir(parents=True)
    (inside / "a.txt").write_text(NEWS)
    (inside / "b.pdf").write_bytes(pdf([column(700, NEWS)]))
    (inside / "c.eml").write_text(MAIL)
    (inside / "d.xml").write_text(FEED)
    (inside / "deep" / "e.zip").write_bytes(packed({"f.jsonl.gz": gzip.compress(json.dumps({"text": NEWS}).encode())}))
    (inside / "logo.png").write_bytes(b"\x89PNG\r\n" + bytes(50))
    return inside


def test_a_folder_is_extracted_line_by_line_and_what_is_no_text_is_no_failure(command, folder: Path) -> None:
    outcome = command("extract", folder)
    briefings = [json.loads(line) for line in outcome.out.splitlines()]
    assert [briefing["format"] for briefing in briefings] == ["text", "pdf", "mail", "feed", "jsonl"]
    assert all("reaction" in {record["kind"] for record in briefing["records"]} for briefing in briefings)
    assert all(briefing["text"].strip() == NEWS for briefing in briefings)
    assert outcome.code == 0
    assert outcome.complaints == [f"briefing-tui: {folder}: passed over 1 file that is no text of ours (1 .png)"]


def test_every_span_of_every_format_verifies(command, folder: Path, tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    results.write_bytes(command("extract", folder).out)
    assert command("verify", results).code == 0


def test_the_summary_reads_folders_too(command, folder: Path) -> None:
    outcome = command(folder)
    assert outcome.code == 0
    assert outcome.out.decode().count("Norway") >= 5


def test_one_mail_is_one_object(command, folder: Path) -> None:
    briefing = json.loads(command("extract", folder / "c.eml").out)
    assert (briefing["title"], briefing["publisher"], briefing["published"]) == ("Boats", "Fund", "2024-11-20")


def test_a_format_is_named_for_standard_input(command) -> None:
    assert json.loads(command("extract", "--from", "feed", "-", stdin=FEED.encode()).out)["title"] == "Boats"
    assert json.loads(command("extract", "-", stdin=pdf([column(700, NEWS)])).out)["format"] == "pdf"
    assert json.loads(command("extract", "-", stdin=gzip.compress(NEWS.encode())).out)["text"] == NEWS


def test_what_is_bad_in_a_folder_is_a_line_each_and_the_rest_is_done(command, folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4\nno")
    (folder / "bad.rss").write_text(
        "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item><title>&a;</title></item></channel></rss>"
    )
    (folder / "bad.zip").write_bytes(packed({f"{number}.txt": bytes(40 * 2**20) for number in range(4)}))
    (folder / "bad.gz").write_bytes(gzip.compress(os.urandom(5000))[:-1000])
    (folder / "scan.pdf").write_bytes(pdf([[]]))
    (folder / "loop").symlink_to(folder)
    outcome = command("extract", folder)
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 5
    told = {line.removeprefix(f"briefing-tui: {folder}").removeprefix("/").partition(":")[0] for line in outcome.complaints}
    assert told == {"bad.pdf", "bad.rss", "bad.zip", "bad.gz", "scan.pdf", "loop", ""}
    assert not any("fault of this program" in line for line in outcome.complaints)


def test_gzipped_json_lines_are_printed_as_they_arrive(environment) -> None:
    import zlib

    packer = zlib.compressobj(wbits=31)
    row = json.dumps({"id": "a", "text": NEWS}).encode() + b"\n"
    with subprocess.Popen(
        [sys.executable, "-m", "briefing_tui", "extract", "--from", "jsonl", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(packer.compress(row * 20_000) + packer.flush(zlib.Z_SYNC_FLUSH))
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == "a"
        running.kill()

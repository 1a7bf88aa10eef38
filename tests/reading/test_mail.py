import base64
import contextlib
import io
import quopri
from pathlib import Path

import pytest
from tests.reading.finding import found, packed, places, read, refusals, texts

from briefing_tui.model import Document
from briefing_tui.reading import Metadata, ReadingError, Source, read_bytes

HEADER = b"From: Harbour Fund <press@fund.example>\r\nMessage-ID: <1@fund.example>\r\nDate: Wed, 20 Nov 2024 23:30:00 -0500\r\n"
PLAIN = b"Ten boats were sent to the harbour on Wednesday.\r\n"


def message(body: bytes = PLAIN, *fields: bytes) -> bytes:
    return HEADER + b"".join(field + b"\r\n" for field in (b"Subject: Boats", *fields)) + b"\r\n" + body


def mixed(*parts: bytes, kind: bytes = b"mixed") -> bytes:
    body = b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"
    return message(body, b"MIME-Version: 1.0", b"Content-Type: multipart/" + kind + b'; boundary="x"')


def part(body: bytes, kind: bytes = b"text/plain", *fields: bytes) -> bytes:
    return b"Content-Type: " + kind + b"\r\n" + b"".join(field + b"\r\n" for field in fields) + b"\r\n" + body


def attached(name: bytes, body: bytes, kind: bytes = b"application/octet-stream") -> bytes:
    fields = (b'Content-Disposition: attachment; filename="' + name + b'"', b"Content-Transfer-Encoding: base64")
    return part(base64.encodebytes(body), kind, *fields)


def mail(data: bytes) -> Document:
    return read_bytes(data, name="a.eml", form="mail")


def test_a_message_is_a_document_with_what_its_header_states():
    document = mail(message())
    assert document.text == PLAIN.decode().replace("\r\n", "\n")
    assert (document.title, document.publisher, document.published, document.published_from, document.format) == (
        "Boats",
        "Harbour Fund",
        "2024-11-20",
        "metadata",
        "mail",
    )


def test_a_message_is_identified_by_its_message_id(tmp_path: Path):
    (tmp_path / "a.eml").write_bytes(message())
    (tmp_path / "b.eml").write_bytes(message().replace(b"Message-ID", b"X-Id"))
    assert [source.key for source in found(tmp_path) if isinstance(source, Source)] == ["<1@fund.example>", f"{tmp_path}/b.eml"]


def test_a_message_is_known_by_its_header_and_a_memorandum_is_none():
    assert read_bytes(message(), name="note").format == "mail"
    memorandum = b"From: The Minister\nTo: All\nSubject: Boats\n\nTen boats were sent."
    assert read_bytes(memorandum, name="note").format == "text"


def test_encoded_words_in_header_fields():
    document = mail(message().replace(b"Subject: Boats", b"Subject: =?utf-8?q?Zehn_Bo=C3=B6te?= =?iso-8859-1?q?_f=FCr?= Kyiv"))
    assert document.title == "Zehn Boöte für Kyiv"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"=?utf-8?q?caf=E9?=", "café"),
        (b"=?no-such-charset?q?caf=C3=A9?=", "café"),
        (b"=?utf-8?b?not base64!?=", "=?utf-8?b?not base64!?="),
        ("Zürich".encode(), "Zürich"),
        ("Zürich".encode("latin-1"), "Zürich"),
        (b"Two\r\n lines", "Two lines"),
        (b"", None),
    ],
)
def test_header_fields_that_lie_or_break_the_rules(subject: bytes, title: str | None):
    assert mail(message().replace(b"Boats", subject)).title == title


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        (b'"Fund, Harbour" <a@b.example>', "Fund, Harbour"),
        (b"<a@b.example>", "a@b.example"),
        (b"a@b.example", "a@b.example"),
        (b"=?utf-8?q?F=C3=B6nds?= <a@b.example>", "Fönds"),
        (b"", None),
    ],
)
def test_who_sent_it(sender: bytes, publisher: str | None):
    assert mail(message().replace(b"Harbour Fund <press@fund.example>", sender)).publisher == publisher


def test_bodies_in_quoted_printable_and_base64_and_other_charsets():
    words = "Zelenskyy’s “plan” – €5 million for Ukraine."
    for body, coding, charset in (
        (quopri.encodestring(words.encode()), b"quoted-printable", b"utf-8"),
        (base64.encodebytes(words.encode("cp1252")), b"base64", b"windows-1252"),
        (words.encode(), b"8bit", b"us-ascii"),
        (words.encode(), b"8bit", b"no-such-charset"),
        (words.encode(), b"8bit", b"utf-16"),
    ):
        fields = (b"MIME-Version: 1.0", b"Content-Type: text/plain; charset=" + charset, b"Content-Transfer-Encoding: " + coding)
        assert mail(message(body, *fields)).text.strip() == words


def test_of_alternatives_the_plain_text_is_read():
    data = mixed(
        part(PLAIN), part(b"<p>Ten boats were sent to the <b>harbour</b> on Wednesday.</p>", b"text/html"), kind=b"alternative"
    )
    assert mail(data).text.strip() == PLAIN.decode().strip()


def test_of_alternatives_the_page_is_read_when_the_plain_text_says_much_less():
    page = (
        b"<style>" + b"p {color: red} " * 500 + b"</style><h1>Boats</h1><p>Ten boats were sent to the harbour on Wednesday.</p>"
    )
    data = mixed(part(b"See https://fund.example/x"), part(page, b"text/html"), kind=b"alternative")
    document = mail(data)
    assert document.text == "Boats\n\nTen boats were sent to the harbour on Wednesday."
    assert document.title == "Boats"


def test_a_signature_and_what_is_quoted_are_set_aside():
    body = b"Ten boats were sent.\n\nOn 19 Nov 2024, Anna wrote:\n> Five boats were sent.\n> More will come.\n\n-- \nHarbour Fund\nOslo\n"
    document = mail(message(body))
    kinds = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert kinds[0] == ("paragraph", "Ten boats were sent.")
    assert {kind for kind, _ in kinds[1:]} == {"boilerplate"}


def test_a_message_that_only_quotes_is_read():
    document = mail(message(b"> Five boats were sent.\n"))
    assert [block.kind for block in document.blocks] == ["paragraph"]


def test_attachments_that_can_be_read_are_documents_of_their_own(tmp_path: Path):
    path = tmp_path / "a.eml"
    path.write_bytes(
        mixed(
            part(PLAIN),
            attached(b"page.html", b"<p>Five boats.</p>", b"text/html"),
            attached(b"logo.png", b"\x89PNG\r\n" + bytes(100), b"image/png"),
            attached(b"../../etc/more.zip", packed({"x.txt": b"Six boats."})),
        )
    )
    assert [text.strip() for text in texts(path)] == [PLAIN.decode().strip(), "Five boats.", "Six boats."]
    assert places(path) == [str(path), f"{path}: page.html", f"{path}: more.zip: x.txt"]
    assert [source.key for source in found(path) if isinstance(source, Source)] == [
        "<1@fund.example>",
        "<1@fund.example>/page.html",
        "<1@fund.example>/more.zip!/x.txt",
    ]


def test_a_forwarded_message_is_a_message_of_its_own(tmp_path: Path):
    inner = message(b"Five boats.").replace(b"1@fund", b"2@fund")
    path = tmp_path / "a.eml"
    path.write_bytes(mixed(part(PLAIN), part(inner, b"message/rfc822")))
    assert places(path) == [str(path), f"{path}: message.eml"]
    assert [document.title for document in read(path) if isinstance(document, Document)] == ["Boats", "Boats"]


def test_a_message_of_attachments_alone_gives_these(tmp_path: Path):
    path = tmp_path / "a.eml"
    path.write_bytes(mixed(attached(b"a.txt", b"Ten boats.", b"text/plain")))
    assert texts(path) == ["Ten boats."]


MAILBOX = (
    b"From anna@example Wed Nov 20 10:00:00 2024\n"
    + message(b"Ten boats.\n").replace(b"\r\n", b"\n")
    + b"\nFrom bert@example Thu Nov 21 10:00:00 2024\n"
    + message(b"Five boats.\n>From here they sailed.\n\nFrom there on nobody knows.\n")
    .replace(b"\r\n", b"\n")
    .replace(b"1@", b"2@")
)


def test_a_mailbox_gives_its_messages_one_by_one(tmp_path: Path):
    path = tmp_path / "mail.mbox"
    path.write_bytes(MAILBOX)
    assert places(path) == [f"{path}, message 1", f"{path}, message 2"]
    assert [source.key for source in found(path) if isinstance(source, Source)] == ["<1@fund.example>", "<2@fund.example>"]
    assert texts(path) == ["Ten boats.\n\n", "Five boats.\nFrom here they sailed.\n\nFrom there on nobody knows.\n"]


def test_a_mailbox_comes_by_standard_input_as_it_arrives():
    class Arriving(io.BytesIO):
        taken = 0

        def readline(self, size: int = -1, /) -> bytes:
            self.taken += 1
            return super().readline(size)

    stdin = Arriving(MAILBOX * 200)
    from briefing_tui.reading import find_sources

    next(find_sources(["-"], stdin=stdin))
    assert stdin.taken < 100 * MAILBOX.count(b"\n")


def test_the_command_line_names_the_publisher_and_the_message_its_own_day():
    known = Metadata(publisher="Ministry", published="2024-01-01", published_from="user")
    document = read_bytes(message(), name="a", form="mail", metadata=known)
    assert (document.publisher, document.published) == ("Ministry", "2024-11-20")


def test_header_lines_of_two_megabytes():
    for name in (b"Subject", b"From", b"Date", b"Content-Type", b"X-Long"):
        for filling in (b"x" * 2_000_000, b"=?utf-8?q?x?= " * 140_000, b";" * 2_000_000, b'"' * 2_000_000, b"<(" * 1_000_000):
            data = name + b": " + filling + b"\r\n" + message()
            with contextlib.suppress(ReadingError):
                mail(data)


def test_ten_thousand_parts():
    document = mail(mixed(*[part(b"Boat %d." % number) for number in range(10_000)]))
    assert document.text.count("Boat") == 10_000


def test_more_parts_than_a_message_may_have():
    with pytest.raises(ReadingError, match="more than 20,000 parts"):
        mail(mixed(*[part(b"x")] * 20_001))


def test_parts_nested_without_end_are_told():
    data = part(PLAIN)
    for number in range(2000):
        mark = b"%d" % number
        data = (
            b"Content-Type: multipart/mixed; boundary=b"
            + mark
            + b"\r\n\r\n--b"
            + mark
            + b"\r\n"
            + data
            + b"\r\n--b"
            + mark
            + b"--"
        )
    with pytest.raises(ReadingError, match=r"nested too deeply|has no text"):
        mail(HEADER + data)


def test_messages_attached_to_messages_without_end_are_told(tmp_path: Path):
    data = message()
    for _ in range(12):
        data = mixed(part(PLAIN), attached(b"inner.eml", data, b"application/octet-stream"))
    (tmp_path / "a.eml").write_bytes(data)
    [told] = refusals(tmp_path / "a.eml")
    assert told.endswith("archives in archives, more than 5 deep")


def test_a_message_without_text_is_one_clear_line(tmp_path: Path):
    (tmp_path / "a.eml").write_bytes(message(b""))
    assert refusals(tmp_path / "a.eml") == [f"{tmp_path}/a.eml: the message has no text"]


def test_a_message_that_says_it_is_text_and_is_not():
    with pytest.raises(ReadingError, match=r"holds binary data|PNG"):
        mail(message(b"\x89PNG\r\n" + bytes(range(256)) * 10))

"""Small PDF documents, written by hand: lines of text at places on pages."""

Placed = tuple[float, float, str]
"""From the left, from the foot of the page, words; points."""


def pdf(pages: list[list[Placed]], *, size: int = 11, info: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF whose pages print these lines in Helvetica."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< " + info + b" >>",
    ]
    kids = []
    for lines in pages:
        stream = b"BT /F1 %d Tf\n" % size
        for left, foot, words in lines:
            written = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            stream += b"1 0 0 1 %d %d Tm (%s) Tj\n" % (left, foot, written)
        stream += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return out


def column(top: float, *lines: str, left: float = 72, step: float = 14) -> list[Placed]:
    """Lines one below the other."""
    return [(left, top - step * number, words) for number, words in enumerate(lines)]

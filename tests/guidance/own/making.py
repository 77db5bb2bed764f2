"""Makes real PDF and Word files for tests: small, by hand, so that each test shows what is in them."""

import io
import zipfile
from collections.abc import Iterable, Sequence

import docx
from docx.document import Document
from docx.oxml import parse_xml
from pypdf import PdfReader, PdfWriter

LINE = "The mentor and the mentee meet once a month for an hour, on a fixed day."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(pages: Iterable[Sequence[str]], picture: Iterable[int] = ()) -> bytes:
    """A PDF with these lines on its pages; the numbered pages (from 0) carry a picture."""
    objects = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x7f\nendstream",
    ]
    pages, pictured = list(pages), set(picture)
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for number, lines in enumerate(pages):
        shown = b" ".join(b"(%s) Tj T*" % _escaped(line) for line in lines)
        drawn = b" q 595 0 0 842 0 0 cm /P Do Q" if number in pictured else b""
        stream = b"BT /F 11 Tf 14 TL 50 780 Td %s ET%s" % (shown, drawn)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        used = b"/XObject << /P 2 0 R >>" if number in pictured else b""
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 1 0 R >> %s >> >>" % (tree, len(objects), used)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects.append(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    return _file(objects)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table, count = out.tell(), len(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root %d 0 R >>\n" % (count, len(objects)))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def with_bookmarks(data: bytes, bookmarks: Iterable[tuple[int, str, int]]) -> bytes:
    """The PDF with bookmarks: depth, title, page (from 0)."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    parents = {}
    for depth, title, page in bookmarks:
        parents[depth] = writer.add_outline_item(
            title=title, page_number=page, parent=parents.get(depth - 1)
        )
    return saved(writer)


def encrypted(data: bytes, user: str, owner: str, algorithm: str) -> bytes:
    """The PDF, encrypted."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user, owner, algorithm=algorithm)
    return saved(writer)


def saved(document: PdfWriter | Document) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.write(out) if isinstance(document, PdfWriter) else document.save(out)
    return out.getvalue()


def word(*blocks: tuple[int, str] | str) -> Document:
    """A Word document: (level, heading) and paragraphs."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            document.add_heading(block[1], level=block[0])
    return document


def add_xml(document: Document, xml: str) -> None:
    """Put some WordprocessingML at the end of the body; ``w:`` is declared on the first element."""
    head, rest = xml.split(">", 1)
    closed = head.endswith("/")
    element = parse_xml(f"{head.rstrip('/')} {W}{'/' if closed else ''}>{rest}")
    document.element.body.insert(len(document.element.body) - 1, element)


def zipped(**parts: bytes) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def padded(data: bytes, name: str, size: int) -> bytes:
    """A zip with one more part, of so many equal bytes."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b" " * size)
    return out.getvalue()

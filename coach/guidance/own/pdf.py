"""PDF files as sections: under the file's own bookmarks, else under its page numbers."""

import io
import logging
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdf.generic import Destination

from coach.errors import InputError
from coach.guidance.own.section import Section, letters

LEAST_LETTERS = 25
"""Letters a page must have on average; a scan has none, or a page number."""
MOST_PAGES = 3_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_sections(data: bytes, name: str) -> list[Section]:
    """Sections of a PDF.

    Raises:
        InputError: the file is damaged, locked with a password, scanned, or endlessly long.
    """
    # pypdf promises PyPdfError, but a damaged file also gets KeyError, TypeError, RecursionError
    # and more out of it; all of them mean the same to the person.
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(name)
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise InputError(f"“{name}” has {count} pages.", "Split it into smaller files.")
        pages = [page.extract_text() for page in reader.pages]
        titles = _bookmarks(reader)
    except InputError:
        raise
    except (DependencyError, FileNotDecryptedError):
        raise _locked(name) from None
    except Exception as error:
        raise _damaged(name) from error
    if sum(map(letters, pages)) < LEAST_LETTERS * max(1, len(pages)):
        raise InputError(
            f"“{name}” holds pictures of pages and no text; it was probably scanned.",
            "Have the text recognised (OCR) and save it as a PDF with text, or add a .docx.",
        )
    return list(_sections(pages, titles))


def _sections(pages: list[str], titles: dict[int, str]) -> Iterator[Section]:
    """One section a page, headed by the bookmark in force and the page's number."""
    title = ""
    for number, text in enumerate(pages):
        title = titles.get(number, title)
        where = f"page {number + 1}"
        yield Section(f"{title}, {where}" if title else where.capitalize(), text)


def _bookmarks(reader: PdfReader) -> dict[int, str]:
    """The last outermost bookmark that opens on each page."""
    titles: dict[int, str] = {}
    try:
        for entry in reader.outline:
            if isinstance(entry, Destination) and entry.title:
                number = reader.get_destination_page_number(entry)
                if number is not None:
                    titles.setdefault(number, " ".join(str(entry.title).split()))
    except (PyPdfError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return {}  # a broken outline costs the headings, not the text
    return titles


def _locked(name: str) -> InputError:
    return InputError(
        f"“{name}” is locked with a password.", "Save a copy without the password and add that."
    )


def _damaged(name: str) -> InputError:
    return InputError(
        f"“{name}” is damaged, or not a PDF.",
        "Open it in a PDF reader, save it anew, and add that.",
    )

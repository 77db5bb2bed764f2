"""PDF files as sections: page by page, under the file's own bookmarks."""

import io
import logging
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdf.generic import Destination

from coach.errors import InputError
from coach.guidance.own.section import STEP, Outline, Section, letters, without_root

LEAST_LETTERS = 10
"""Letters and digits a page of text has; a scanned one has none, or a page number."""
MOST_PAGES = 3_000
MOST_BOOKMARKS = 10_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_sections(data: bytes, name: str, alive: Callable[[], None] | None = None) -> list[Section]:
    """Sections of a PDF.

    Args:
        data: the file's bytes.
        name: what to call it in a message.
        alive: called before each page; what it raises comes out as it is.

    Raises:
        InputError: the file is damaged, locked with a password, scanned, or endlessly long.
    """
    leaves, bookmarks = _opened(data, name)
    pages, pictures = [], 0
    for page in leaves:
        if alive is not None:
            alive()
        text, picture = _read(page, name)
        pages.append(text)
        pictures += picture
    if not pages:
        raise InputError(f"“{name}” has no pages.", "Check that it was saved, then add it again.")
    if not any(map(letters, pages)) and not pictures:
        raise InputError(f"“{name}” holds no text.", "Check that it was saved, then add it again.")
    if pictures > len(pages) / 2:
        raise InputError(
            f"“{name}” is scanned: {_of(pictures, len(pages))} are pictures without text.",
            "Have the text recognised (OCR) and save it as a PDF with text, or add a .docx.",
        )
    return list(_sections(pages, bookmarks))


def _opened(data: bytes, name: str) -> tuple[list[PageObject], dict[int, list[str]]]:
    """The pages, and the bookmarks that open on each."""
    # pypdf promises PyPdfError, but a damaged file also gets KeyError, TypeError, RecursionError
    # and more out of it; all of them mean the same to the person.
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(name)
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise InputError(f"“{name}” has {count:,} pages.", "Split it into smaller files.")
        return list(reader.pages), _bookmarks(reader)
    except InputError:
        raise
    except (DependencyError, FileNotDecryptedError):
        raise _locked(name) from None
    except Exception as error:
        raise _damaged(name) from error


def _read(page: PageObject, name: str) -> tuple[str, bool]:
    """The text of a page, and whether the page is a picture without text."""
    try:
        text = page.extract_text()
        return text, letters(text) < LEAST_LETTERS and _has_picture(page)
    except Exception as error:
        raise _damaged(name) from error


def _has_picture(page: PageObject) -> bool:
    """Whether the page names a picture, or a form, which may hold one."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    return bool(objects is not None and objects.get_object())


def _sections(pages: Sequence[str], bookmarks: dict[int, list[str]]) -> Iterator[Section]:
    """One section a page, headed by the bookmark in force and the page's number.

    Where several open on one page, no one can tell which of them a line is under: the page goes by
    what they have in common, else by the first of them.
    """
    titles, inside = [], ""
    for number in range(len(pages)):
        opened = bookmarks.get(number, [])
        titles.append(_common(opened) if opened else inside)
        inside = opened[-1] if opened else inside
    for number, (title, text) in enumerate(zip(without_root(titles), pages, strict=True), start=1):
        yield Section(f"{title}, page {number}" if title else f"Page {number}", text)


def _common(paths: Sequence[str]) -> str:
    steps = [path.split(STEP) for path in paths]
    shared = takewhile(lambda names: len(set(names)) == 1, zip(*steps, strict=False))
    return STEP.join(names[0] for names in shared) or paths[0]


def _bookmarks(reader: PdfReader) -> dict[int, list[str]]:
    """The bookmarks that open on each page, each as the path that leads to it."""
    opened: dict[int, list[str]] = {}
    outline = Outline()
    try:
        for count, (level, entry) in enumerate(_flat(reader.outline)):
            if count == MOST_BOOKMARKS:
                break
            number = reader.get_destination_page_number(entry)
            outline.enter(level, " ".join(str(entry.title or "").split()))
            if number is not None and outline.path:
                opened.setdefault(number, []).append(outline.path)
    except (PyPdfError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return {}  # a broken outline costs the headings, not the text
    return opened


def _flat(entries: object, level: int = 0) -> Iterator[tuple[int, Destination]]:
    """Every bookmark with its depth; pypdf nests the inner ones in a list after the outer."""
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Destination):
            yield level, entry
        else:
            yield from _flat(entry, level + 1)


def _of(part: int, whole: int) -> str:
    return "all its pages" if part == whole else f"{part} of its {whole} pages"


def _locked(name: str) -> InputError:
    return InputError(
        f"“{name}” is locked with a password.", "Save a copy without the password and add that."
    )


def _damaged(name: str) -> InputError:
    return InputError(
        f"“{name}” is damaged, or not a PDF.",
        "Open it in a PDF reader, save it anew, and add that.",
    )

"""Cuts a document's sections into passages short enough to be embedded whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from langchain_text_splitters import RecursiveCharacterTextSplitter

from coach.errors import InputError
from coach.guidance.own.documents import Document
from coach.guidance.own.section import letters

MOST_CHARACTERS = 700
"""About 150 words, well inside the 256 word pieces the embedding reads."""
OVERLAP = 80
MOST_PASSAGES = 30_000
"""Some 8,000 pages; more would take the better part of an hour to index."""
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class OwnPassage:
    """A stretch of a document under its heading, in the document's own words."""

    heading: str
    text: str

    @property
    def embedded(self) -> str:
        """What is embedded: the heading tells what the text is about."""
        return f"{self.heading}: {self.text}" if self.heading else self.text


def cut(document: Document) -> list[OwnPassage]:
    """Cut at paragraphs where possible, then at lines, sentences and words.

    Every word of the document is in some passage, in order; neighbours overlap a little.

    Raises:
        InputError: the document makes more passages than can be indexed.
    """
    passages = list(_cut(document))
    if len(passages) > MOST_PASSAGES:
        raise InputError(
            f"“{document.name}” is too long: {len(passages):,} passages.",
            "Split it, or add only the chapters you need.",
        )
    return passages


def _cut(document: Document) -> Iterator[OwnPassage]:
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=MOST_CHARACTERS,
        chunk_overlap=OVERLAP,
        separators=["\n\n", "\n", ". ", "? ", "! ", "; ", " ", ""],
        keep_separator="end",
    )
    for section in document.sections:
        for text in splitter.split_text(_BLANKS.sub(" ", section.text)):
            if letters(text):
                yield OwnPassage(section.heading, " ".join(text.split()))

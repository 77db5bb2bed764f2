"""Shows where each sentence of a message comes from, also after the person has changed it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import streamlit as st

from coach.domain.results import Sentence
from coach.domain.vocabulary import Support
from coach.ui.words import brief_places

OWN = "own"

_MARKS = {
    Support.BRIEF.value: "● From what you told us",
    Support.WORDING.value: "○ Wording only, no facts",
    Support.UNSUPPORTED.value: "▲ Not in what you told us",
    OWN: "● Your own change",
}


@dataclass(frozen=True)
class Piece:
    """A stretch of the message and what it rests on: a ``Support`` value, or ``own``."""

    text: str
    rests_on: str
    sources: tuple[str, ...] = ()


def pieces(body: str, sentences: Sequence[Sentence]) -> Iterator[Piece]:
    """Cut the message as it stands now into the draft's sentences and the person's changes."""
    at = 0
    for sentence in sentences:
        text = sentence.text.strip()
        found = body.find(text, at) if text else -1
        if found < 0:
            continue
        yield from _own(body[at:found])
        yield Piece(text, sentence.support.value, sentence.sources)
        at = found + len(text)
    yield from _own(body[at:])


def _own(text: str) -> Iterator[Piece]:
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield Piece(paragraph.strip(), OWN)


def show_provenance(body: str, sentences: Sequence[Sentence]) -> None:
    """The message sentence by sentence, each with its mark in words and shape."""
    for place, piece in enumerate(pieces(body, sentences)):
        with st.container(key=f"piece-{piece.rests_on}-{place}", gap=None):
            st.text(piece.text)
            st.caption(_mark(piece))


def _mark(piece: Piece) -> str:
    mark = _MARKS[piece.rests_on]
    if piece.rests_on == Support.BRIEF.value and piece.sources:
        return f"{mark}: {brief_places(piece.sources)}"
    return mark

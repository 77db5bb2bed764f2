"""Shows in a message, whoever wrote it, what its words rest on: what the person told us, or nothing."""

from collections.abc import Iterator, Sequence

import streamlit as st

from coach.domain.results import Clause
from coach.domain.vocabulary import Support
from coach.review.accept import places
from coach.ui.marked_text import Marked, Piece, Rests, show_marked
from coach.ui.memory import keep, recall
from coach.ui.words import brief_places

SOURCES = "sources"
"""The view in which a message shows what it rests on."""
_LABEL = "What it rests on"
_MARKS: dict[Support, Rests] = {Support.BRIEF: "brief", Support.UNSUPPORTED: "unsupported"}
_ASK = "Is it true? Then add it to your facts. If not, take it out."


def choose_view(other: str, key: str) -> str:
    """A switch between ``other`` and what the message rests on; returns which is wanted."""
    views = {other: other, SOURCES: _LABEL}
    view = st.segmented_control(
        "Show the message as",
        list(views),
        key=recall(key, other),
        format_func=views.__getitem__,
        required=True,
        label_visibility="collapsed",
    )
    keep(key)
    return view or other


def stretches(text: str, start: int, end: int, clauses: Sequence[Clause]) -> Iterator[Piece]:
    """Cut ``text[start:end]`` where its clauses begin and end; wording stays unmarked."""
    at = start
    for clause in clauses:
        first, last = max(clause.start, at), min(clause.end, end)
        rests = _MARKS.get(clause.support)
        if rests is None or first >= last:
            continue
        if first > at:
            yield Piece(text[at:first])
        yield Piece(text[first:last], rests=rests, why=why(clause))
        at = last
    if at < end:
        yield Piece(text[at:end])


def why(clause: Clause) -> str:
    """The reason for a mark, in a line or two."""
    if clause.support is Support.UNSUPPORTED:
        return f"{clause.reason}\n{_ASK}"
    if clause.sources:
        return f"From what you told us: {brief_places(clause.sources)}."
    return clause.reason


def summary(clauses: Sequence[Clause]) -> str:
    """What the marks come to, in one line."""
    if any(one.support is Support.UNSUPPORTED for one in clauses):
        return "▲ Not all of it is in what you told us."
    if any(one.support is Support.BRIEF for one in clauses):
        return "● Everything it states is in what you told us."
    return "○ It states nothing about you or them."


def show_provenance(text: str, clauses: Sequence[Clause], key: str) -> None:
    """Show a message with what its words rest on.

    Args:
        text: the message as it was compared with the brief, its subject line included.
        clauses: what each part of ``text`` rests on.
        key: of the place.
    """
    where = places(text)
    subject = stretches(text, *where.title, clauses) if where.titled else iter(())
    marked = Marked(tuple(subject), tuple(stretches(text, where.body, len(text), clauses)))
    kinds = {piece.rests for piece in (*marked.subject, *marked.body)}
    legend = [rests for rests in ("unsupported", "brief") if rests in kinds]
    with st.container(key=f"{key}-text", border=True):
        show_marked(marked, key, [*legend, ""] if legend else ())
    st.caption(summary(clauses))

"""Says quietly who wrote a text, what it took and what was sent, and why it was not the model after all."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.results import Call, WriterInfo
from coach.ui.links import MODEL, address, place
from coach.ui.literal import literal
from coach.ui.planning import opened
from coach.ui.words import check_words, counted
from coach.use_cases.about_model import short_name
from coach.use_cases.model_taken import dollars, taken_by, told_tokens

JOINS_ONLY = (
    "In coach style a message only joins your own words, so the model was not asked for it."
)
_WHY = {"write": "Asked to write", "repair": "Asked to put it right", "improve": "Asked for edits"}


def show_trouble(writer: WriterInfo, key: str) -> None:
    """Above a text: why the built-in writer wrote it after all."""
    if not writer.trouble:
        return
    with st.container(key=f"{key}-trouble", gap="xsmall", border=True):
        st.text(writer.trouble)
        to_model("Open the page Model")


def to_model(label: str) -> None:
    """A link to the page *Model*."""
    st.page_link(place("Model", MODEL), label=label, query_params=address())


def show_written_by(
    writer: WriterInfo, key: str, done: str = "Written by", ours: str = "the built-in writer"
) -> None:
    """Under a text: one quiet line, and on demand everything that was sent."""
    if not writer.calls:
        return
    st.caption(literal(_line(writer, done, ours)))
    with opened("See what was sent", f"{key}-sent") as is_open:
        if is_open:
            _sent(writer)


def _line(writer: WriterInfo, done: str, ours: str) -> str:
    """Who wrote, what was put right, tokens and cost."""
    taken = taken_by(writer.calls)
    who = ours if writer.floor else short_name(writer.name)
    parts = [f"{done} {who}"]
    if writer.repaired and not writer.floor:
        parts.append(f"{counted(len(writer.repaired), 'thing', 'things')} repaired")
    if not taken.calls:
        parts.append("from a reply kept on this computer, so it cost nothing")
    elif taken.tokens.taken:
        parts.append(told_tokens(taken.tokens))
        if taken.unpriced:
            parts.append("its price is not known here")
        elif taken.cost:
            parts.append(f"about {dollars(taken.cost)}")
        else:
            parts.append("no cost")
    return " · ".join(parts)


def _sent(writer: WriterInfo) -> None:
    """Every call, word for word, and what was repaired."""
    if writer.repaired:
        st.caption("Put right in the model's first text")
        for check in writer.repaired:
            st.text(f"· {check_words(check)}")
    show_calls(writer.calls)


def show_calls(calls: Sequence[Call]) -> None:
    """What was sent in each call and what came back, letter by letter."""
    for number, call in enumerate(calls, 1):
        many = f" ({number} of {len(calls)})" if len(calls) > 1 else ""
        st.subheader(f"{_WHY.get(call.why, 'Asked')}{many}", anchor=False)
        masked = "Names are masked." if call.masked else "Names are not masked."
        kept = " Not sent again: the reply was kept." if call.cached else ""
        st.caption(literal(f"{masked}{kept} Prompt {call.prompt}."))
        for part, sent in enumerate(call.sent):
            said = "Sent: the instructions" if sent.role == "system" else "Sent: what it is about"
            _plain(said, sent.text, f"sent-{number}-{part}")
        _plain("Came back, untouched", call.received or "Nothing.", f"sent-{number}-back")


def _plain(caption: str, text: str, key: str) -> None:
    """A text letter by letter; a code block would load 1.5 MB of syntax colouring."""
    st.caption(caption)
    with st.container(key=key):
        st.text(text)

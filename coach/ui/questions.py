"""What the coach asks: one question at a time on the page, each with room for an answer."""

from collections.abc import Sequence
from hashlib import sha256

import streamlit as st

from coach.ui import memory


def answer_key(page: str, question: str) -> str:
    """Where the answer to a question is kept; the same question keeps its answer."""
    return f"{page}.answer.{sha256(question.encode()).hexdigest()[:12]}"


def show_questions(questions: Sequence[str], page: str, rows: int = 1) -> None:
    """Each question, and a field for its answer.

    The question is shown as plain text, not as the field's label: it may hold a person's words,
    and labels are read as Markdown.
    """
    for number, question in enumerate(questions, 1):
        key = answer_key(page, question)
        with st.container(key=f"asked-{key.replace('.', '-')}", gap="xsmall"):
            st.text(question)
            st.text_area(
                f"Your answer to question {number}",
                key=memory.recall(key, ""),
                height=40 + 28 * rows,
                label_visibility="collapsed",
            )


def answers(questions: Sequence[str], page: str) -> list[str]:
    """The answers given so far, in the order of the questions."""
    found = (str(memory.desk().get(answer_key(page, one), "")).strip() for one in questions)
    return [answer for answer in found if answer]

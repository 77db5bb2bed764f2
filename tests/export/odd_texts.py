"""Drafts that hold what nobody should type, and what everybody does: emoji, Hebrew, signs, control characters."""

from hypothesis import strategies as st

from coach.domain.results import (
    AgendaDraft,
    AgendaItem,
    OutreachDraft,
    ReflectionDraft,
    ReflectionSection,
)
from coach.domain.vocabulary import Style

ODD = [
    "👩🏽‍🔬 → 🙂 e\u0301 ﷺ",
    "שלום לד״ר כהן, مرحبا",
    "1 + 1 = 2 & 100% <b>bold</b> \"quoted\" 'too' #1 _x_ *y* `z` ~t~ |p|",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "=?utf-8?q?hidden?= and =?utf-8?b?aGk=?=",
    "one\r\nBcc: thief@evil.example\r\n\r\ntwo",
    "END:VEVENT\nBEGIN:VEVENT\nATTENDEE:mailto:thief@evil.example",
    "a\x00b\x07c\x1bd\x0be\x0cf\x85g\u2028h\u2029i\x7f\ufffe",
    "half a letter \ud83d and \udc00",
    "1. one\n- two\n+ three\n===\n---\n> four\n    five\n\tsix",
    "word " * 2000,
    "x" * 1500,
    "<w:t>&amp;</w:t> ]]> { HYPERLINK \"http://evil.example\" }",
    "\u202eright to left\u202c",
    ".\n.\nFrom here\n.",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(max_size=300),
    st.text(st.characters(), max_size=120),
    st.lists(st.sampled_from(ODD[:9]), max_size=4).map("\n\n".join),
)
"""Texts with everything in them, lone surrogates too."""


def message(subject: str, body: str) -> OutreachDraft:
    empty = OutreachDraft(subject="", body="", style=Style.MENTOR, sentences=())
    return empty.model_copy(update={"subject": subject, "body": body})


def agenda(text: str) -> AgendaDraft:
    item = AgendaItem(minutes=30, title="", why="").model_copy(
        update={"title": text, "why": text, "questions": (text, "How did you begin?")}
    )
    made = AgendaDraft(style=Style.MENTOR, title="", purpose="", minutes=30, items=())
    return made.model_copy(
        update={"title": text, "purpose": text, "items": (item,), "prepare": (text,)}
    )


def reflection(text: str) -> ReflectionDraft:
    section = ReflectionSection(stage="what", prompts=()).model_copy(
        update={"prompts": (text, "What surprised you?"), "advice": (text,)}
    )
    made = ReflectionDraft(style=Style.MENTOR, sections=())
    return made.model_copy(update={"sections": (section,)})

"""Verbs joined by "and" take one form, where they surely are verbs."""

from pathlib import Path

import pytest

from coach.writing.builtin import BuiltInWriter
from coach.writing.coordination import deeds_in_gerunds, in_gerunds
from coach.writing.lexicon import load_lexicon
from tests.writing.people import mara

LEXICON = load_lexicon(Path(__file__).resolve().parents[2] / "knowledge")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pricing a job and write a quote", "pricing a job and writing a quote"),
        (
            "running night shifts and deal with agency staff",
            "running night shifts and dealing with agency staff",
        ),
        (
            "budget basics and negotiate with suppliers",
            "budget basics and negotiating with suppliers",
        ),
        ("leaving the trade and find a new one", "leaving the trade and finding a new one"),
        ("getting used to work in English", "getting used to work in English"),
        ("getting used to speak in meetings", "getting used to speaking in meetings"),
        ("getting back to teach in Cork", "getting back to teaching in Cork"),
    ],
)
def test_a_topic_keeps_one_form(typed: str, said: str) -> None:
    assert in_gerunds(typed, LEXICON) == said


@pytest.mark.parametrize(
    "typed",
    [
        "planning and budget for a choir",
        "training and support at night",
        "learning to solder and read a circuit",
        "letting them decide and make mistakes",
        "how to ask and get an answer",
        "housing and work in Leeds",
    ],
)
def test_a_noun_or_a_verb_wanted_bare_stays(typed: str) -> None:
    assert in_gerunds(typed, LEXICON) == typed


def test_the_message_asks_about_doing_both(writer: BuiltInWriter) -> None:
    body = writer.outreach(mara(topic="read a tide table and plan a crossing")).body
    assert "reading a tide table and planning a crossing" in body


def test_what_the_reader_did_is_thanked_for_in_one_form(writer: BuiltInWriter) -> None:
    history = [{"date": "3 November", "what": "she read my logbook and showed me a mistake"}]
    body = writer.outreach(mara(purpose="thank-you", topic="", history=history)).body
    assert "Thank you for reading my logbook and showing me a mistake on 3 November." in body
    assert deeds_in_gerunds("reading and trained staff", LEXICON) == "reading and trained staff"

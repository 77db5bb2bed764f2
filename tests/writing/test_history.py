"""The table of fragments in a history: what was advised, done and came of it, in sentences."""

import datetime
from pathlib import Path

import pytest
import yaml

from coach.domain.brief import OutreachBrief
from coach.writing.advice import advice_of
from coach.writing.lexicon import load_lexicon
from coach.writing.past import occasion_of, past_of
from coach.writing.told import action_of, result_of
from coach.writing.voice import voice_for
from coach.writing.when import when_phrase
from tests.conftest import KNOWLEDGE

TODAY = datetime.date(2026, 11, 24)
TABLE: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "history.yaml").read_text(encoding="utf-8")
)
ROWS = [(slot, row["typed"], row["becomes"]) for slot, rows in TABLE.items() for row in rows]
BRIEF = OutreachBrief.model_validate(
    {"sender": "Priya Nair", "recipient": "Dr. Elena Ruiz", "topic": "x y", "purpose": "thank-you"}
)


@pytest.mark.parametrize(("slot", "typed", "becomes"), ROWS)
def test_what_was_typed_becomes_this(slot: str, typed: str, becomes: str) -> None:
    voice = voice_for(BRIEF, load_lexicon(KNOWLEDGE))
    found = {
        "advice": lambda: advice_of(typed, voice).as_sentence(),
        "action": lambda: action_of(typed, voice),
        "result": lambda: result_of(typed, voice, action="asked Tom"),
        "occasion": lambda: occasion_of(typed, voice),
        "when": lambda: when_phrase(typed, TODAY),
    }
    assert found[slot]() == becomes


@pytest.mark.parametrize(
    ("action", "result", "said"),
    [
        ("sent it to a statistician", "she found an error", "She found an error."),
        ("gave the notes to Jonas", "he is faster than me", "He is faster than me."),
        ("showed it to her", "she liked it", "You liked it."),
    ],
)
def test_she_is_the_reader_only_where_nobody_else_is_spoken_of(
    action: str, result: str, said: str
) -> None:
    voice = voice_for(BRIEF, load_lexicon(KNOWLEDGE))
    assert result_of(result, voice, action=action) == said


@pytest.mark.parametrize(
    ("advice", "result"),
    [
        ("send two pages to line manager", "She said yes."),
        ("speak with ward supervisor first", "She said yes."),
        ("rehearse it twice", "You said yes."),
    ],
)
def test_she_is_whoever_the_advice_sends_the_mentee_to(advice: str, result: str) -> None:
    noted = {"date": "2026-11-02", "advice": advice, "action": "did that", "result": "she said yes"}
    brief = OutreachBrief.model_validate(
        {
            "sender": "Priya Nair",
            "recipient": "Dr. Elena Ruiz",
            "topic": "x y",
            "purpose": "thank-you",
            "history": [noted],
        }
    )
    voice = voice_for(brief, load_lexicon(KNOWLEDGE))
    assert past_of(brief, voice, TODAY).entries[0].result == result

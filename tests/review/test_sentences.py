"""One sentence in an otherwise good message decides each check."""

from pathlib import Path

import pytest
import yaml

from coach.review.message import read_message
from coach.review.registry import OUTREACH

CORPUS = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
MESSAGE = """Subject: Forecasting after reporting

Dear Dr. Ruiz,

{who} {why}

{q}

{ask} {out}

{extra}

{thanks}
{sign}"""
PARTS = {
    "who": "I am a data analyst at Northfield Hospital.",
    "why": "I heard your talk at the Health Data Summit on moving from reporting to forecasting.",
    "q": "What made you choose management over staying technical?",
    "ask": "Would you have 20 minutes for a video call on Tuesday after 4 pm?",
    "out": "If not, that is fine.",
    "extra": "",
    "thanks": "Thank you,",
    "sign": "Priya Nair",
}
CHECKS = {check.id: check for check in OUTREACH}
CASES = [
    pytest.param(check, entry["slot"], sentence, wanted, id=f"{check}: {sentence[:60]}")
    for check, entry in CORPUS.items()
    for wanted, key in ((False, "fails"), (True, "passes"))
    for sentence in entry[key]
]


@pytest.mark.parametrize(("check", "slot", "sentence", "wanted"), CASES)
def test_the_sentence_decides_the_check(check, slot, sentence, wanted):
    reading = read_message(MESSAGE.format(**{**PARTS, slot: sentence}))
    asked = CHECKS[check]
    passed = not asked.applies(reading) or asked.run(reading).passed
    assert passed is wanted

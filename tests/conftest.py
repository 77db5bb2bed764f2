"""What every test shares: the repository's knowledge, and a brief to start from."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.domain.brief import AnyBrief
from coach.use_cases.read_brief import brief_from_mapping
from coach.writing.builtin import BuiltInWriter

ROOT = Path(__file__).resolve().parents[1]
KNOWLEDGE = ROOT / "knowledge"

PRIYA: dict[str, Any] = {
    "kind": "outreach",
    "sender": {
        "name": "Priya Nair",
        "role": "data analyst",
        "organisation": "Northfield Hospital",
        "facts": ["3 years in reporting"],
    },
    "recipient": {
        "name": "Dr. Elena Ruiz",
        "role": "director of analytics",
        "organisation": "Harbor Health",
    },
    "connection": "heard her talk at the 2026 Health Data Summit",
    "why_them": "she moved from clinical reporting to leading forecasting",
    "topic": "choosing between a management and a technical track",
    "questions": ["What made you choose management over staying technical?"],
    "ask": {"kind": "video", "minutes": 20, "when": "Tuesday or Thursday after 4 pm"},
}

ANSWERS = (
    "Elena Ruiz",
    "she moved from reporting to forecasting",
    "whether to take the team lead job",
    "What made you choose?",
    "a 20 minute call on Tuesday",
    "Priya Nair, data analyst",
)
"""What Priya answers in an interview, in the order in which it asks."""


@pytest.fixture(scope="session")
def knowledge() -> Path:
    return KNOWLEDGE


@pytest.fixture(scope="session")
def writer() -> BuiltInWriter:
    return BuiltInWriter(KNOWLEDGE)


@pytest.fixture
def priya() -> Callable[..., AnyBrief]:
    """A complete first-contact brief; keyword arguments replace whole fields."""

    def make(**changes: Any) -> AnyBrief:
        data = {**json.loads(json.dumps(PRIYA)), **changes}
        if data["kind"] != "outreach":
            data.pop("ask", None)
        return brief_from_mapping({key: value for key, value in data.items() if value is not None})

    return make

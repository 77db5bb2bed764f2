"""A small knowledge folder that is right in every way, for tests to spoil."""

from collections.abc import Callable
from pathlib import Path

import pytest

DO = (
    "Write three lines and send them a day or two before you meet. Put the question you are "
    "tempted to leave till last at the top, and give it half the time. Mark the others as spare."
)
WHY = (
    "In two surveys people rated meetings better when there was an agenda. Those were team "
    "meetings, and a rating is not a result. The order rests on practice alone: what stands last "
    "is what gets cut, and the hard question usually stands last. We know of no test of it, so "
    "take it as a habit that costs little and may help you to say what you came to say."
)

SOURCES = """\
- id: leach-2009
  type: article-journal
  author: [{family: Leach, given: D. J.}, {literal: A Team}]
  title: Perceived meeting effectiveness
  container-title: Journal of Business and Psychology
  issued: 2009
  volume: 24
  DOI: 10.1007/s10869-009-9092-6
  evidence: correlational
  finding: An agenda went with better ratings.
  limits: Ratings of team meetings.
  read: abstract
"""

KEEP_OUT = """\
- id: promoted-five-times
  patterns: ['\\b(five|5) times[^.]{0,40}\\bpromot']
  found: Volunteers in one company.
  say_instead: Leave it out.
"""

CardText = Callable[..., str]


def make_card(**changes: str) -> str:
    """The text of a good card, with some fields or sections changed."""
    parts = {
        "id": "put-the-hard-question-first",
        "title": "Put the question that matters first",
        "topic": "agenda",
        "relationships": "[mentor, coach]",
        "stages": "[sustain]",
        "evidence": "correlational",
        "sources": "[leach-2009]",
        "reviewed": "2026-01-15",
        "do": DO,
        "why": WHY,
        "say": "> I'd like to use most of today on the Dublin role.",
        "asks": "- What do I hope they won't ask me about?\n- What would I regret missing?",
        "avoid": "Warming up with twenty minutes of news.",
        **changes,
    }
    return """---
id: {id}
title: {title}
topic: {topic}
relationships: {relationships}
stages: {stages}
evidence: {evidence}
sources: {sources}
reviewed: {reviewed}
---
## Do
{do}
## Why
{why}
## Say
{say}
## Ask yourself
{asks}
## Avoid
{avoid}
""".format(**parts)


def write_card(knowledge: Path, text: str, topic: str = "agenda", name: str = "") -> Path:
    """Put a card's text where its topic and id say, or where the test says."""
    path = knowledge / "cards" / topic / f"{name or 'put-the-hard-question-first'}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    write_card(folder, make_card())
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "keep-out.yaml").write_text(KEEP_OUT, encoding="utf-8")
    return folder

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

OTHER_DO = (
    "Open with the steps you promised last time: done, half done, not done, and what got in the "
    "way. Two minutes will do. Then say which of them still matters, and drop the rest aloud."
)
OTHER_WHY = (
    "Someone who gave you an hour wants to hear what became of it. We found no study of this "
    "opening. One survey of gatherings at work tied a written plan to warmer judgements, which is "
    "a long way from your case. It is courtesy, it is cheap, and silence about a promise tends to "
    "be noticed by whoever remembers it, so nothing is lost by naming it yourself at the start."
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


PHRASES = """\
phrases:
{topic}
cards:
  put-the-hard-question-first:
{first}
  open-with-last-time:
{second}
"""


BEYOND = "cooking:\n  label: cooking\n  phrases:\n" + "\n".join(
    f"  - boil an egg for {n} minutes" for n in range(10)
)


def make_phrases(topic: int = 12, first: int = 4, second: int = 4) -> str:
    """A file of phrasings with so many for the topic and for each card."""
    return PHRASES.format(
        topic="\n".join(f"- plan a meeting, number {n}" for n in range(topic)),
        first="\n".join(f"  - hard question, number {n}" for n in range(first)),
        second="\n".join(f"  - promised last time, number {n}" for n in range(second)),
    )


def write_phrases(knowledge: Path, text: str, topic: str = "agenda") -> Path:
    """Put a file of phrasings where its topic says."""
    path = knowledge / "search" / "asked-as" / f"{topic}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    write_card(folder, make_card())
    other = make_card(
        id="open-with-last-time",
        title="Open with what you promised",
        do=OTHER_DO,
        why=OTHER_WHY,
        say="> Of the three things I took away, two are done.",
        asks="- What did you leave undone?",
        avoid="Waiting to be asked about it.",
    )
    write_card(folder, other, name="open-with-last-time")
    write_phrases(folder, make_phrases())
    (folder / "search" / "beyond.yaml").write_text(BEYOND, encoding="utf-8")
    (folder / "search" / "synonyms.yaml").write_text("ghosted: [no reply]\n", encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "keep-out.yaml").write_text(KEEP_OUT, encoding="utf-8")
    return folder

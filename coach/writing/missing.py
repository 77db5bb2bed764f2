"""The question that would get what a finished message still lacks, by the check it fails."""

from coach.domain.brief import OutreachBrief
from coach.writing.greeting import call_name, reader_name
from coach.writing.lexicon import Lexicon
from coach.writing.text import is_blank, tidy
from coach.writing.wording import Wording

_GAPS = {
    "says-who-you-are": "sender-role",
    "says-why-them": "why-them",
    "one-clear-ask": "ask",
    "ask-time-boxed": "minutes",
    "ask-low-commitment": "minutes-many",
    "evidence-of-impact": "impact",
    "no-private-note": "private-shown",
}
"""What to ask for, by failed check; keys of ``wording/gaps.yaml``."""


def question_for(check: str, brief: OutreachBrief, lexicon: Lexicon, wording: Wording) -> str:
    """The question for a failed check, or nothing where the mentee has nothing to add."""
    name = call_name(reader_name(brief), brief.tone, lexicon)
    topic = tidy(brief.topic)
    if check == "question-specific":
        key = "topic-vague" if topic else "question"
    elif check == "advice-linked-to-action":
        parts = ("advice", "action", "result")
        told = {
            part for entry in brief.history for part in parts if not is_blank(getattr(entry, part))
        }
        key = next((part for part in parts if part not in told), "difference")
    else:
        key = _GAPS.get(check, "")
    return wording.choose(key, brief, name=name, x=topic) if key else ""

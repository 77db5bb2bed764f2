"""Results as plain text, as a person would paste them."""

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft, ReflectionDraft
from coach.export.plain import NO_ANSWERS, Answers, answer_to, plain

STAGE_TITLES = {"what": "What happened", "so-what": "So what", "now-what": "Now what"}
BEFORE = "Before the meeting"
"""Heading of what the mentee does beforehand."""


def to_text(draft: AnyDraft, answers: Answers = NO_ANSWERS) -> str:
    """The draft alone, without findings: ready to be copied.

    Args:
        draft: what to write down.
        answers: what the person answered to a reflection's questions.
    """
    if isinstance(draft, OutreachDraft):
        return plain(f"Subject: {draft.subject}\n\n{draft.body}" if draft.subject else draft.body)
    if isinstance(draft, AgendaDraft):
        own = [BEFORE, *(f"- {text}" for text in draft.prepare)]
        return plain("\n".join([agenda_text(draft), *(["", *own] if draft.prepare else [])]))
    return _reflection(draft, answers)


def agenda_text(draft: AgendaDraft) -> str:
    """The agenda as the other person may see it: without what the mentee does beforehand."""
    lines = [f"{draft.title} ({draft.minutes} minutes)", draft.purpose, ""]
    clock = 0
    for number, item in enumerate(draft.items, start=1):
        lines.append(f"{number}. {item.title} ({clock}–{clock + item.minutes} min)")
        lines += [f"   - {question}" for question in item.questions]
        clock += item.minutes
    return plain("\n".join(lines))


def _reflection(draft: ReflectionDraft, answers: Answers) -> str:
    blocks = []
    for section in draft.sections:
        lines = [STAGE_TITLES[section.stage]]
        for prompt in section.prompts:
            lines.append(f"- {prompt}")
            given = answer_to(prompt, answers)
            lines += (
                ["", *(f"  {line}".rstrip() for line in given.split("\n")), ""] if given else []
            )
        lines += [f"  {text}" for text in section.advice]
        blocks.append("\n".join(lines).rstrip())
    return plain("\n\n".join(blocks))

"""Results as plain text, as a person would paste them."""

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft, ReflectionDraft

STAGE_TITLES = {"what": "What happened", "so-what": "So what", "now-what": "Now what"}


def to_text(draft: AnyDraft) -> str:
    """The draft alone, without findings: ready to be copied."""
    if isinstance(draft, OutreachDraft):
        return f"Subject: {draft.subject}\n\n{draft.body}" if draft.subject else draft.body
    return _agenda(draft) if isinstance(draft, AgendaDraft) else _reflection(draft)


def _agenda(draft: AgendaDraft) -> str:
    lines = [f"{draft.title} ({draft.minutes} minutes)", draft.purpose, ""]
    clock = 0
    for number, item in enumerate(draft.items, start=1):
        lines.append(f"{number}. {item.title} ({clock}–{clock + item.minutes} min)")
        lines += [f"   - {question}" for question in item.questions]
        clock += item.minutes
    if draft.prepare:
        lines += ["", "Before the meeting", *(f"- {text}" for text in draft.prepare)]
    return "\n".join(lines)


def _reflection(draft: ReflectionDraft) -> str:
    blocks = []
    for section in draft.sections:
        lines = [STAGE_TITLES[section.stage], *(f"- {text}" for text in section.prompts)]
        lines += [f"  {text}" for text in section.advice]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)

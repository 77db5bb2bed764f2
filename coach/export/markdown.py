"""Results as Markdown. What a person typed is escaped, so it reads as text wherever it is shown."""

import re

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft, ReflectionDraft
from coach.export.text import STAGE_TITLES

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LINE_START = re.compile(r"(?m)^(\s*)([-+]|\d+[.)])(\s)")


def escape(text: str) -> str:
    """Text with every character that Markdown would read as markup escaped."""
    escaped = _SPECIAL.sub(r"\\\1", text).replace("://", ":\u200b//")
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}{m[3]}", escaped)


def to_markdown(draft: AnyDraft) -> str:
    """The draft as a Markdown document, ending with a newline."""
    if isinstance(draft, OutreachDraft):
        return _message(draft)
    return _agenda(draft) if isinstance(draft, AgendaDraft) else _reflection(draft)


def _message(draft: OutreachDraft) -> str:
    head = f"# {escape(draft.subject)}\n\n" if draft.subject else ""
    paragraphs = escape(draft.body).split("\n\n")
    return head + "\n\n".join(block.replace("\n", "  \n") for block in paragraphs) + "\n"


def _agenda(draft: AgendaDraft) -> str:
    lines = [f"# {escape(draft.title)}", "", escape(draft.purpose), ""]
    for item in draft.items:
        lines += [f"## {item.minutes} min · {escape(item.title)}", "", f"*{escape(item.why)}*", ""]
        lines += [f"- {escape(question)}" for question in item.questions] + [""]
    if draft.prepare:
        lines += ["## Before the meeting", "", *(f"- {escape(text)}" for text in draft.prepare), ""]
    return "\n".join(lines)


def _reflection(draft: ReflectionDraft) -> str:
    lines = ["# Reflection", ""]
    for section in draft.sections:
        lines += [f"## {STAGE_TITLES[section.stage]}", ""]
        lines += [f"- {escape(text)}" for text in section.prompts]
        lines += ["", *(f"> {escape(text)}\n" for text in section.advice), ""]
    return "\n".join(lines)

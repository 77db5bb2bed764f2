"""Results as Markdown. What a person typed is escaped, so it reads as text wherever it is shown."""

import re

from coach.domain.results import AgendaDraft, AnyDraft, OutreachDraft, ReflectionDraft
from coach.export.plain import NO_ANSWERS, Answers, answer_to, one_line, plain
from coach.export.text import BEFORE, STAGE_TITLES

_SPECIAL = re.compile(
    r"([`*{}\[\]|~$]"
    r"|\\(?=[!-/:-@\[-`{-~]|$)"  # it would escape what follows
    r"|<(?=[a-z/!?])"
    r"|&(?=#?\w+;)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is a letter
    r")",
    re.IGNORECASE | re.MULTILINE,
)
_LINE_START = re.compile(r"(?m)^(?:([-+=]|\d+[.)])(?=[-=\s]|$)|(#+)(?=\s|$)|(>))")
_CLOSING = re.compile(r"(?<!\\)(?=(?<!#)#+$)")
"""Signs that a heading would drop at its end."""
_INDENT = re.compile(r"(?m)^[ \t]+")


def escape(text: str) -> str:
    """Text with every character escaped that Markdown would read as markup, and no other.

    Many people read the file as it is, so ``R&D!`` and ``team_lead`` stay as they were typed. Spaces at the start of a line are dropped: four would make a block of code.
    """
    escaped = _SPECIAL.sub(r"\\\1", _INDENT.sub("", plain(text)))
    return _LINE_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", escaped)


def to_markdown(draft: AnyDraft, answers: Answers = NO_ANSWERS) -> str:
    """The draft as a Markdown document, ending with a newline.

    Args:
        draft: what to write down.
        answers: what the person answered to a reflection's questions.
    """
    if isinstance(draft, OutreachDraft):
        return _message(draft)
    return _agenda(draft) if isinstance(draft, AgendaDraft) else _reflection(draft, answers)


def _message(draft: OutreachDraft) -> str:
    head = f"# {_heading(draft.subject)}\n\n" if draft.subject else ""
    return head + _paragraphs(draft.body) + "\n"


def _line(text: str) -> str:
    return escape(one_line(text))


def _heading(text: str) -> str:
    return _CLOSING.sub(r"\\", _line(text))


def _paragraphs(text: str, indent: str = "") -> str:
    """Paragraphs with their line breaks kept, each line indented."""
    blocks = re.split(r"\n\s*\n", plain(text).strip("\n"))
    return "\n\n".join(
        indent + escape(block).rstrip().replace("\n", f"  \n{indent}") for block in blocks
    )


def _agenda(draft: AgendaDraft) -> str:
    lines = [f"# {_heading(draft.title)}", "", _line(draft.purpose), ""]
    for item in draft.items:
        lines += [f"## {item.minutes} min · {_heading(item.title)}", ""]
        lines += [f"*{_line(item.why)}*", ""] if one_line(item.why) else []
        lines += [f"- {_line(question)}" for question in item.questions] + [""]
    if draft.prepare:
        lines += [f"## {BEFORE}", "", *(f"- {_line(text)}" for text in draft.prepare), ""]
    return "\n".join(lines)


def _reflection(draft: ReflectionDraft, answers: Answers) -> str:
    lines = ["# Reflection", ""]
    for section in draft.sections:
        lines += [f"## {STAGE_TITLES[section.stage]}", ""]
        for prompt in section.prompts:
            lines.append(f"- {_line(prompt)}")
            given = answer_to(prompt, answers)
            lines += ["", _paragraphs(given, "  "), ""] if given else []
        lines += ["", *(f"> {_line(text)}\n" for text in section.advice), ""]
    return "\n".join(lines)

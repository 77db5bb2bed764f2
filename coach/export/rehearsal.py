"""A rehearsed talk as Markdown, to be kept or shown to somebody."""

from collections.abc import Sequence

from coach.domain.rehearsal import Debrief, Rehearsal, RehearsedTurn
from coach.export.markdown import escape


def rehearsal_markdown(found: Rehearsal, title: str, counterpart: str) -> str:
    """The talk turn by turn with its feedback, then the look back; ends with a newline.

    Args:
        found: the rehearsal.
        title: what was rehearsed.
        counterpart: who the other one was.
    """
    parts = [f"# {escape(title)}"]
    if found.care:
        parts.append(escape(found.care))
    for turn in found.turns:
        parts += _turn(turn, counterpart)
    return "\n\n".join([*parts, *_debrief(found.debrief)]) + "\n"


def _turn(turn: RehearsedTurn, counterpart: str) -> list[str]:
    lines = [f"**You:** {escape(turn.mentee)}"]
    feedback = turn.feedback
    for worked in feedback.worked if feedback else ():
        lines.append(f"- Worked: “{escape(worked.quote)}” {escape(worked.why)}")
    if feedback and feedback.try_next:
        example = f" “{escape(feedback.try_next.example)}”" if feedback.try_next.example else ""
        lines.append(f"- Try: {escape(feedback.try_next.what)}{example}")
    return [*lines, f"**{escape(counterpart)}:** {escape(turn.counterpart)}"]


def _debrief(debrief: Debrief) -> list[str]:
    parts = ["## Looking back"]
    sides = [
        f"- {side.id} {side.rating} of 3: {escape(side.reason)}"
        + "".join(f" “{escape(words)}”" for words in side.evidence)
        for side in debrief.dimensions
    ]
    parts.append("\n".join(sides))
    told: Sequence[tuple[str, Sequence[str]]] = (
        ("What they may have been thinking", [debrief.thinking]),
        ("Keep", debrief.keep),
        ("Change one thing", [debrief.change]),
        ("A line to try", [f"“{debrief.line}”" if debrief.line else ""]),
        ("Questions for you", debrief.questions),
    )
    for heading, texts in told:
        kept = [escape(text) for text in texts if text]
        if kept:
            parts += [f"## {heading}", "\n".join(f"- {text}" for text in kept)]
    return parts

"""A rehearsed talk as Markdown, to be kept or shown to somebody."""

from collections.abc import Iterator

from coach.domain.rehearsal import SIDE_NAMES, Debrief, Dimension, Rehearsal, RehearsedTurn
from coach.export.markdown import escape


def rehearsal_markdown(found: Rehearsal, title: str, counterpart: str, note: str = "") -> str:
    """The talk turn by turn with its feedback, then the look back; ends with a newline.

    Args:
        found: the rehearsal.
        title: what was rehearsed.
        counterpart: who the other one was.
        note: what is to be known first, such as that the other one was a guess.
    """
    parts = [f"# {escape(title)}", *(escape(text) for text in (found.care, note) if text)]
    if found.opening:
        parts.append(f"**{escape(counterpart)}:** {escape(found.opening)}")
    for turn in found.turns:
        parts += _turn(turn, counterpart)
    return "\n\n".join([*parts, *_debrief(found.debrief)]) + "\n"


def _turn(turn: RehearsedTurn, counterpart: str) -> list[str]:
    lines = [f"**You:** {escape(turn.mentee)}"]
    lines += [f"- {escape(text)}" for text in said_of(turn)]
    return [*lines, f"**{escape(counterpart)}:** {escape(turn.counterpart)}"]


def said_of(turn: RehearsedTurn) -> Iterator[str]:
    """The feedback on a turn, a line for each part."""
    feedback = turn.feedback
    for worked in feedback.worked if feedback else ():
        yield f"Worked: “{worked.quote}” {worked.why}"
    if feedback and feedback.try_next:
        example = f" “{feedback.try_next.example}”" if feedback.try_next.example else ""
        yield f"Try: {feedback.try_next.what}{example}"


def _debrief(debrief: Debrief) -> list[str]:
    sides = [f"- {escape(side_line(side))}" for side in debrief.dimensions]
    parts = ["## Looking back", "\n".join(sides), escape(words_line(debrief))]
    for heading, texts in told_after(debrief):
        parts += [f"## {heading}", "\n".join(f"- {escape(text)}" for text in texts)]
    return parts


def side_line(side: Dimension) -> str:
    """One side of the talk with its reason and the words it rests on."""
    quotes = "".join(f" “{words}”" for words in side.evidence)
    return f"{SIDE_NAMES[side.id]}, {side.rating} of 3: {side.reason}{quotes}"


def words_line(debrief: Debrief) -> str:
    """How much the mentee said and asked."""
    return (
        f"You said {debrief.talk_share:.0%} of the words, with {debrief.open_questions} open and "
        f"{debrief.closed_questions} closed questions."
    )


def told_after(debrief: Debrief) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is told after the sides, each with its heading; what is empty is left out."""
    told = (
        ("What came of it", (debrief.outcome,)),
        ("What they may have been thinking", (debrief.thinking,)),
        ("Keep", debrief.keep),
        ("Change one thing", (debrief.change,)),
        ("A line to try", (f"“{debrief.line}”" if debrief.line else "",)),
        ("Questions for you", debrief.questions),
    )
    for heading, texts in told:
        kept = tuple(text for text in texts if text)
        if kept:
            yield heading, kept

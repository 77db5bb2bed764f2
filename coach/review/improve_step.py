"""One change that may mend a failed check, as the whole text it would lead to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.review.reading import Reading


@dataclass(frozen=True)
class Step:
    """One change: the text after it, and what was put in place of what."""

    subject: str
    body: str
    before: str
    after: str
    why: str


Steps = Callable[[Reading, str, str], Iterator[Step]]


def edit(reading: Reading, subject: str, start: int, end: int, new: str, why: str) -> Step:
    """Replace ``start`` to ``end`` of the body and put spaces and capitals right around it."""
    raw = reading.letter.raw
    head, tail = raw[:start], raw[end:]
    if not new.strip():
        head, tail, new = _close_gap(head, tail)
    elif opens_sentence(head) and raw[start : start + 1].isupper():
        new = new[:1].upper() + new[1:]
    return Step(subject, head + new + tail, raw[start:end].strip(), new.strip(), why)


def opens_sentence(head: str) -> bool:
    """Tell whether whatever follows ``head`` begins a sentence."""
    left = head.rstrip(" \"'“‘(")
    return not left or left[-1] in ".!?\n:"


def _close_gap(head: str, tail: str) -> tuple[str, str, str]:
    """Join what stood before and after a deleted piece, in one space or one blank line.

    What follows on a line of its own began there before, and keeps its first letter ("x Jen").
    """
    opened = opens_sentence(head) and not tail.lstrip(" ,;").startswith("\n")
    if head.endswith("\n") or not head:
        tail = tail.lstrip(" ,;")
        if tail.startswith("\n"):
            tail = tail.lstrip("\n")
    else:
        head = head.rstrip(" ")
        stripped = tail.lstrip(" ")
        if stripped[:1] in ",;.!?" and head.endswith((",", ";")):
            head = head.rstrip(" ,;")
        tail = stripped if not stripped or stripped[0] in "\n,.;:!?)" else f" {stripped}"
    if opened:
        lead = len(tail) - len(tail.lstrip())
        tail = tail[:lead] + tail[lead : lead + 1].upper() + tail[lead + 1 :]
    return head, tail, ""

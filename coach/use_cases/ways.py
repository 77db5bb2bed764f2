"""Tells in how many different ways a brief was put, and says so where they are fewer than asked for."""

from collections.abc import Iterable

from coach.domain.results import AnyDraft, OutreachDraft

MORE = "One more fact, reason or question makes room for another."


def different(drafts: Iterable[AnyDraft]) -> list[AnyDraft]:
    """The drafts without those that tell the same in the same order, up to a phrase that joins."""
    kept: dict[tuple[str, ...], AnyDraft] = {}
    for found in drafts:
        kept.setdefault(told_by(found), found)
    return list(kept.values())


def told_by(found: AnyDraft) -> tuple[str, ...]:
    """What a draft tells of the brief, in order; the whole of it where nothing is told apart."""
    if not isinstance(found, OutreachDraft):
        return (repr(found),)
    told = tuple(one.text for one in found.sentences if one.sources and one.move != "ask")
    return told or (found.body,)


def only(number: int) -> str:
    """That there are fewer versions than were asked for, and what would make more."""
    if number == 1:
        return f"There is only one way this brief can be put so far. {MORE}"
    return f"There are only {number} different ways this brief can be put so far. {MORE}"

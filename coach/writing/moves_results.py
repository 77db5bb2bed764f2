"""Moves that tell what happened in another order: the results first, the thanks after them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coach.domain.vocabulary import Purpose
from coach.writing.advice import ADVICE_WAS
from coach.writing.material import Material
from coach.writing.moves import Move, is_indirect, lower_after_colon
from coach.writing.moves_past import (
    also,
    newly_dated,
    shown,
    story,
    thanks_for,
    thanks_met,
    told_after,
)
from coach.writing.piece import Piece
from coach.writing.text import word_count

_LEANING = re.compile(r"\b(?:it|she|he|they|that|this|them|him|her|so)\b", re.I)
"""Words that lean on what was said before."""


MOST_TOPIC = 8
MOST_BARE = 4
"""Words below which a result does not say what it is about."""


def _stands_alone(result: str) -> bool:
    """Whether a result can open a message."""
    short = word_count(result) < MOST_BARE
    return (
        bool(result)
        and not short
        and not _LEANING.search(result)
        and not result.startswith("The result")
    )


def outcome(m: Material) -> Iterator[Piece]:
    """The same with the results first, where they can be understood alone."""
    entries = shown(m)
    led = [entry for entry in entries if _stands_alone(entry.result)]
    yield from (Piece(entry.result, "result", ("history.result",)) for entry in led)
    for index, entry in enumerate(entries):
        pieces = story(
            entry,
            dated=not entry.occasion and newly_dated(entries, index),
            also=also(entries, index),
        )
        yield from (p for p in pieces if p.move != "result" or entry not in led)


def changed(m: Material) -> Iterator[Piece]:
    """Thanks in another order: what is different now first; without that, what is taken from it."""
    entries = shown(m)
    thank = thanks_met if m.brief.purpose is Purpose.CLOSING else thanks_for
    if any(_stands_alone(entry.result) for entry in entries):
        yield from outcome(m)
        yield from thank(m)
        return
    thanked = list(thank(m))
    last = entries[-1] if entries else None
    gerund = last.advice.gerund if last else ""
    if gerund and thanked and len(entries) == 1:
        thanks = thanked[0].text.rstrip(".").replace(", and for ", ", for ")
        text = f"{thanks}, and for {gerund}."
        yield Piece(text, "thanks-for", (*thanked[0].sources, "history.advice"))
        yield from (p for p in story(entries[0], dated=False) if p.move != "advice")
        return
    yield from thanked
    for index, entry in enumerate(entries):
        for piece in story(entry, dated=entry is not m.past.latest, also=also(entries, index)):
            plain = piece.text.removeprefix(ADVICE_WAS)
            taken = piece.move == "advice" and plain != piece.text and not m.coaching
            yield replace(piece, text=m.say("thanks-for.taken", x=plain)) if taken else piece


def told_first(m: Material) -> Iterator[Piece]:
    """What was advised and done, as the opening of a message."""
    about = m.matter.about
    topical = bool(about) and not is_indirect(about) and word_count(about) <= MOST_TOPIC
    for index, piece in enumerate(told_after(m)):
        plain = piece.text.removeprefix(ADVICE_WAS)
        if index == 0 and topical and plain != piece.text:
            yield replace(piece, text=f"Your advice on {about} was this: {plain}")
        elif index == 0 and topical and piece.move == "result":
            text = lower_after_colon(m.say("news.of", topic=about, x=piece.text), m.voice)
            yield replace(piece, text=text, sources=("topic", *piece.sources))
        else:
            yield piece


def thanks_deed(m: Material) -> Iterator[Piece]:
    """Thanks for what the reader did, where there was no advice to tell of."""
    if not m.past.holds("advice"):
        yield from thanks_met(m)


RESULT_MOVES: dict[str, Move] = {
    "outcome": outcome,
    "changed": changed,
    "told-first": told_first,
    "thanks-deed": thanks_deed,
}

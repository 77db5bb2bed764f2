"""Moves that tell what happened in another order: the results first, the thanks after them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coach.domain.vocabulary import Purpose
from coach.writing.advice import ADVICE_WAS
from coach.writing.fragment import Form
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
from coach.writing.past import Told
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
    """The same with a result first, where it can be understood and its sentence says what of."""
    entries = shown(m)
    led = _led(m, entries)
    if led:
        yield led[1]
    for index, entry in enumerate(entries):
        pieces = story(
            entry,
            dated=not entry.occasion and newly_dated(entries, index),
            also=also(entries, index),
        )
        yield from (p for p in pieces if led is None or p.move != "result" or entry is not led[0])


def _led(m: Material, entries: tuple[Told, ...]) -> tuple[Told, Piece] | None:
    """The result to open with, told as what came of the advice or as news of the topic."""
    entry = next((entry for entry in entries if _stands_alone(entry.result)), None)
    if entry is None:
        return None
    about = m.matter.about
    topical = m.voice.forms.of(about).form is Form.NOUN and word_count(about) <= MOST_TOPIC
    if entry.advice.given:
        text = m.say("result.of", x=entry.result)
    elif topical:
        text = m.say("news.of", topic=about, x=entry.result)
    else:
        return None
    sources = ("history.result",) if entry.advice.given else ("topic", "history.result")
    return entry, Piece(lower_after_colon(text, m.voice), "result", sources)


def changed(m: Material) -> Iterator[Piece]:
    """Thanks in another order: what is different now first; without that, what is taken from it."""
    entries = shown(m)
    thank = thanks_met if m.brief.purpose is Purpose.CLOSING else thanks_for
    if _led(m, entries):
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

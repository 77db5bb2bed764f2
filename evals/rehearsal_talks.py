"""Makes talks for the rehearsal eval: good ones with one fault planted in a turn that is known.

The good talks are the strong ones of ``rehearsal-triples.jsonl``. A planted turn is one that an
independent author labelled with this fault and no other, with the counterpart's line before it; so
neither the talk nor the fault was written by the author of the feedback. Two faults are of a talk
and not of a turn: "never asks" takes every question and request out (to be named from the third turn on, as
soon as the counterpart has not just asked something), "no next step" every proposal,
and lets the counterpart end it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.rehearsal.moves import moves_in
from coach.rehearsal.speech import Exchange, speech

DATASETS = Path(__file__).parent / "datasets"
LEVELS = ("weak", "medium", "strong")
PLANTED = (
    Move.VAGUE_ASK,
    Move.MONOLOGUE,
    Move.IGNORES_QUESTION,
    Move.DEFENSIVE,
    Move.JOB_ASK,
    Move.OVER_APOLOGY,
    Move.FLATTERY,
)
NEVER_ASKS = "never-asks"
NO_NEXT_STEP = "no-next-step"
EACH = 18
"""Talks made for each fault."""
_SILENT = 3
_STEPS = frozenset({Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK})
_ASKS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.SPECIFIC_QUESTION})
_CLOSINGS = (
    "I have to go to my next meeting, I'm afraid.",
    "Well, that's our time.",
    "I must go. It was good to talk.",
    "We'll have to stop there.",
)


@dataclass(frozen=True)
class Labelled:
    """One turn with the moves its author gave it; ``group`` says whose, or of which talk, it is."""

    exchange: Exchange
    before: tuple[Exchange, ...]
    moves: frozenset[Move]
    group: str


@dataclass(frozen=True)
class Triple:
    """One talk answered in three ways."""

    id: str
    scenario: str
    talks: dict[str, tuple[Exchange, ...]]


@dataclass(frozen=True)
class Planted:
    """A talk with one fault, and the number of the turn in which it has to be named."""

    fault: str
    talk: tuple[Exchange, ...]
    turn: int


def labelled(split: str) -> list[Labelled]:
    """Every labelled turn of the talks of ``dev``, ``talks-dev``, ``weak-dev`` or ``test``."""
    turns: list[Labelled] = []
    for line in _lines(f"rehearsal-{split}.jsonl"):
        before: tuple[Exchange, ...] = ()
        talk = json.loads(line)
        for turn in talk["turns"]:
            exchange = Exchange(turn["counterpart"], turn["mentee"])
            moves = frozenset(Move(move) for move in turn["moves"])
            turns.append(Labelled(exchange, before, moves, talk["id"]))
            before = (*before, exchange)
    return turns


def single_turns() -> list[Labelled]:
    """The turns by many speakers, with the line before each and at most one earlier line."""
    turns = []
    for line in _lines("rehearsal-turns-dev.jsonl"):
        row = json.loads(line)
        exchange = Exchange(row["counterpart"], row["mentee"])
        before = (Exchange(row["earlier"], ""),) if "earlier" in row else ()
        turns.append(Labelled(exchange, before, frozenset(map(Move, row["moves"])), row["group"]))
    return turns


def triples(split: str) -> list[Triple]:
    """The matched talks of ``dev`` or ``test``."""
    found = []
    for line in _lines("rehearsal-triples.jsonl"):
        row = json.loads(line)
        if f"-{split}-" in row["id"]:
            talks = {level: _exchanges(row[level]) for level in LEVELS}
            found.append(Triple(row["id"], row["scenario"], talks))
    return found


def planted(split: str) -> Iterator[Planted]:
    """Talks with one fault each, the same ones every time."""
    strong = [triple.talks["strong"] for triple in triples(split)]
    pool = labelled(split)
    for offset, fault in enumerate(PLANTED):
        only = [one.exchange for one in pool if one.moves & TO_WORK_ON == {fault}]
        talks = cycle(strong[offset:] + strong[:offset])
        for number, turn in zip(range(EACH), cycle(only), strict=False):
            talk = next(talks)
            place = 1 + number % max(1, len(talk) - 1)
            yield Planted(fault.value, (*talk[:place], turn, *talk[place:]), place)
    yield from _never_asks(strong)
    yield from _no_next_step(strong)


def _never_asks(strong: list[tuple[Exchange, ...]]) -> Iterator[Planted]:
    made = 0
    for talk in strong:
        quiet = tuple(one for one in map(_without_asking, talk) if one is not None)
        later = range(_SILENT - 1, len(quiet))
        turn = next((n for n in later if "?" not in quiet[n].heard), 0)
        if turn and made < EACH:
            made += 1
            yield Planted(NEVER_ASKS, quiet, turn)


def _without_asking(one: Exchange) -> Exchange | None:
    """The turn without its questions and requests; nothing if too little is left."""
    kept = [sentence.text for sentence in speech(one.said).sentences if not sentence.asks]
    said = " ".join(kept)
    moves = {found.move for found in moves_in(said, one.heard)}
    if len(said.split()) < _SILENT or moves & (_ASKS | _STEPS | {Move.ASKS_FEEDBACK}):
        return None
    return Exchange(one.heard, said)


def _no_next_step(strong: list[tuple[Exchange, ...]]) -> Iterator[Planted]:
    closings = cycle(_CLOSINGS)
    for talk in strong[:EACH]:
        kept = [
            one
            for one in talk
            if not {found.move for found in moves_in(one.said, one.heard)} & _STEPS
        ]
        if len(kept) >= _SILENT:
            last = Exchange(next(closings), "Thank you for your time today.")
            yield Planted(NO_NEXT_STEP, (*kept, last), len(kept))


def _exchanges(rows: list[dict[str, str]]) -> tuple[Exchange, ...]:
    return tuple(Exchange(row["counterpart"], row["mentee"]) for row in rows)


def _lines(name: str) -> list[str]:
    return (DATASETS / name).read_text(encoding="utf-8").splitlines()

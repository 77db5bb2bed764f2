"""Measures the feedback of a rehearsal: moves found, quotes verbatim, faults named, talks ranked.

    python -m evals.rehearsal_eval [--show]

Cues, wording and ratings were tuned on the development sets only, and the moves are learnt from
their turns too: the table of moves in dev says nothing of new talks (``rehearsal_learn`` does). The test sets were written and
labelled by somebody who had not seen the rules; of them only sums are printed. ``--show`` lists what
was missed in the development sets.
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Feedback, Move
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.debrief import debrief
from coach.rehearsal.feedback import feedback_on, to_change
from coach.rehearsal.library import load_scenario, load_scenarios
from coach.rehearsal.moves import moves_in
from coach.rehearsal.scene import Scenario
from coach.rehearsal.speech import Exchange
from coach.rehearsal.wording import load_words
from evals.rehearsal_talks import (
    LEVELS,
    NEVER_ASKS,
    NO_NEXT_STEP,
    PLANTED,
    Labelled,
    labelled,
    planted,
    triples,
)

SPLITS = ("dev", "test")
_BACK = 12
"""Exchanges of a talk that feedback looks back on at most."""


def report(show: bool = False) -> Iterator[str]:
    """The tables, one line at a time."""
    for split in SPLITS:
        turns = labelled(split)
        yield from _moves(split, turns, show and split == "dev")
        yield from _feedback(turns)
        yield ""
    for split in SPLITS:
        yield from _faults(split, show and split == "dev")
        yield from _order(split, show and split == "dev")
        yield ""


def _moves(split: str, turns: list[Labelled], show: bool) -> Iterator[str]:
    hit: Counter[Move] = Counter()
    false: Counter[Move] = Counter()
    missed: Counter[Move] = Counter()
    for turn in turns:
        found = moves_in(turn.exchange.said, turn.exchange.heard, turn.before)
        got = {one.move for one in found}
        hit.update(got & turn.moves)
        false.update(got - turn.moves)
        missed.update(turn.moves - got)
        if show and got != turn.moves:
            extra = ", ".join(sorted(got - turn.moves)) or "none"
            lacking = ", ".join(sorted(turn.moves - got)) or "none"
            yield f"  false {extra}; missed {lacking}: {turn.exchange.said[:90]!r}"
    yield f"Moves, {len(turns)} turns, {split}"
    yield f"{'':<20}{'turns':>6}{'precision':>11}{'recall':>8}{'F1':>6}"
    scores = []
    for move in Move:
        precision = hit[move] / max(1, hit[move] + false[move])
        recall = hit[move] / max(1, hit[move] + missed[move])
        score = 2 * precision * recall / (precision + recall) if hit[move] else 0.0
        scores.append(score)
        count = hit[move] + missed[move]
        yield f"{move.value:<20}{count:>6}{precision:>11.2f}{recall:>8.2f}{score:>6.2f}"
    yield f"{'macro-F1':<20}{sum(scores) / len(scores):>31.3f}"


def _feedback(turns: list[Labelled]) -> Iterator[str]:
    """Whether quotes are verbatim, how long it takes, and how often there is something to say."""
    quotes = verbatim = tried = praised = 0
    spent = []
    for turn in turns:
        start = time.perf_counter()
        said = feedback_on(turn.exchange.said, turn.exchange.heard, turn.before[-_BACK:])
        spent.append((time.perf_counter() - start) * 1000)
        quotes += len(said.worked)
        verbatim += sum(worked.quote in turn.exchange.said for worked in said.worked)
        praised += bool(said.worked)
        tried += said.try_next is not None
    yield (
        f"feedback: {verbatim} of {quotes} quotes verbatim; something worked in {praised}, "
        f"something to try in {tried} of {len(turns)} turns; "
        f"{statistics.median(spent):.1f} ms a turn, {max(spent):.0f} ms at most"
    )


def _faults(split: str, show: bool) -> Iterator[str]:
    """Planted faults named in the right turn; faults named in strong talks that have none."""
    made: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for one in planted(split):
        made[one.fault] += 1
        said = _at(one.talk, one.turn)
        right = _names(said, one.fault)
        named[one.fault] += right
        if show and not right:
            yield f"  {one.fault} not named: {one.talk[one.turn].said[:110]!r}"
    yield f"Planted faults, {sum(made.values())} talks, {split}"
    for fault in (*(move.value for move in PLANTED), NEVER_ASKS, NO_NEXT_STEP):
        yield f"{fault:<20}{made[fault]:>6}{named[fault] / max(1, made[fault]):>8.2f}"
    yield f"{'all':<20}{sum(made.values()):>6}{sum(named.values()) / sum(made.values()):>8.2f}"
    turns = false = talks = 0
    for triple in triples(split):
        talk = triple.talks["strong"]
        wrong = [number for number in range(len(talk)) if _faulty(_at(talk, number))]
        turns, false, talks = turns + len(talk), false + len(wrong), talks + bool(wrong)
        if show:
            for number in wrong:
                yield f"  {_at(talk, number).moves}: {talk[number].said[:110]!r}"
    yield f"strong talks: a false fault in {false} of {turns} turns ({false / turns:.1%})"


def _at(talk: Sequence[Exchange], turn: int) -> Feedback:
    return feedback_on(talk[turn].said, talk[turn].heard, tuple(talk[max(0, turn - _BACK) : turn]))


def _names(said: Feedback, fault: str) -> bool:
    """Whether the feedback finds the fault and what is to be tried is about a fault found."""
    if fault in (NEVER_ASKS, NO_NEXT_STEP):
        return _tries(said, fault)
    return fault in said.moves and _tries(said, to_change(frozenset(said.moves)))


def _tries(said: Feedback, name: str) -> bool:
    advice = load_words(default_knowledge()).tries[name]
    return said.try_next is not None and said.try_next.card == advice.card


def _faulty(said: Feedback) -> bool:
    if set(said.moves) & TO_WORK_ON:
        return True
    words = load_words(default_knowledge()).tries
    whole = [*words[NEVER_ASKS].what, *words[NO_NEXT_STEP].what]
    return said.try_next is not None and said.try_next.what in whole


def _order(split: str, show: bool) -> Iterator[str]:
    """How often the ratings put the three answers to one talk in order."""
    right = 0
    matched = triples(split)
    sums: dict[str, list[int]] = {level: [] for level in LEVELS}
    for triple in matched:
        scenario = _scenario(triple.scenario)
        totals = []
        for level in LEVELS:
            whole = debrief(scenario, triple.talks[level])
            totals.append(sum(side.rating for side in whole.dimensions))
            sums[level].append(totals[-1])
        right += totals[0] < totals[1] < totals[2]
        if show and not totals[0] < totals[1] < totals[2]:
            yield f"  {triple.id}: {totals}"
    means = ", ".join(f"{level} {statistics.mean(sums[level]):.1f}" for level in LEVELS)
    yield f"ratings: in order in {right} of {len(matched)} triples; of 21, {means}, {split}"


def _scenario(name: str) -> Scenario:
    """The scenario of that name, or any; only its thinking lines differ in a debrief."""
    knowledge: Path = default_knowledge()
    known = {one.id for one in load_scenarios(knowledge)}
    return load_scenario(knowledge, name) if name in known else load_scenarios(knowledge)[0]


def main(arguments: Sequence[str] = ()) -> None:
    """Print every table."""
    for line in report("--show" in arguments):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])

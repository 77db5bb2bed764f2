"""Measures the checks of a model's answers in a rehearsal: what is held back, and what is let through.

    python -m evals.counterpart_eval [--show]

The lines were written by us in the manner of models, good ones and bad ones, each with the turns it answers. The
checks were tuned on the development lines and on the built-in counterpart's own answers. The test lines were
written after that, and of them only sums are printed. ``--show`` lists what went wrong on the development lines.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coach.domain.forms import LineForm
from coach.llm.scripted import ScriptedModel
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.library import load_persona, load_scenario
from coach.rehearsal.session import Session
from coach.rehearsal.voice import Cue, Voiced
from coach.use_cases.model_counterpart import ModelCounterpart

FOLDER = Path(__file__).with_name("datasets")
SPLITS = ("dev", "test")


@dataclass(frozen=True)
class Line:
    """A line a model might say to the last of these turns; ``check`` is the one it should fail, or empty."""

    scenario: str
    turns: tuple[str, ...]
    line: str
    check: str


def lines(split: str) -> list[Line]:
    """The lines of a set."""
    told = (FOLDER / f"counterpart-{split}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(one) for one in told]
    return [Line(row["scenario"], tuple(row["turns"]), row["line"], row["check"]) for row in rows]


def failed(line: Line) -> tuple[str, ...]:
    """The checks that a line fails in its place, as the program would find."""
    knowledge = default_knowledge()
    scenario = load_scenario(knowledge, line.scenario)
    session = Session(scenario, load_persona(knowledge, scenario.persona), knowledge, unaided=True)
    for said in line.turns[:-1]:
        session.say(said)
    found: list[str] = []

    def judge(cue: Cue) -> Voiced:
        model = ScriptedModel([LineForm(line=line.line), LineForm(line="Hm. Go on, would you?")])
        spoken = ModelCounterpart(model)(cue)
        found.extend(spoken.writer.repaired)
        if spoken.writer.floor:
            found.append(spoken.writer.trouble)
        return spoken

    session.say(line.turns[-1], judge)
    return tuple(found)


def report(show: bool = False) -> Iterator[str]:
    """The tables, one line at a time."""
    for split in SPLITS:
        yield from _split(split, show and split == "dev")


def _split(split: str, show: bool) -> Iterator[str]:
    told: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    named = held = good = 0
    wrong = []
    for line in lines(split):
        found = failed(line)
        if not line.check:
            good += 1
            held += bool(found)
        else:
            told[line.check] += 1
            caught[line.check] += bool(found)
            named += line.check in found
        if bool(found) != bool(line.check):
            wrong.append(f"  {line.check or 'held back'}: {line.line}")
    bad = told.total()
    yield (
        f"Answers of a model, {split}: {caught.total()} of {bad} bad ones held back "
        f"({named} by the check meant), {held} of {good} good ones"
    )
    yield "  " + ", ".join(f"{check} {caught[check]}/{told[check]}" for check in sorted(told))
    yield from wrong if show else ()


def main(arguments: list[str]) -> None:
    """Print the tables."""
    for line in report("--show" in arguments):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

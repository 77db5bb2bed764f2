"""Compares a language model asked plainly, with plain retrieval, and as this product asks it.

    python -m evals.model_eval --model openai:gpt-5-mini [--keep FILE] [--limit N] [--report FILE]
                               [--tasks ask,…] [--ways plain,…] [--judge-only] [--jobs N] [--about TEXT]

Every reply is kept as it came, so that a run can be stopped and goes on where it was, and old replies
can be judged anew; an item that was not done in every way is left out of the report. ``--limit`` takes so many of each task, evenly spread over all. ``--jobs`` asks so many
at once; the seconds of the report are then those of a shared server.
"""

import argparse
import datetime
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product, zip_longest
from pathlib import Path

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.guidance.library import load_library
from coach.settings import read_settings
from coach.use_cases.ports import Told
from evals.model_answers import Answers
from evals.model_items import TASKS, Item, all_items, spread
from evals.model_kept import WAYS, Kept, Row
from evals.model_pipeline import Pipeline, before_score, delivered_score
from evals.model_plain import Plain, Said, tag
from evals.model_report import Done, report, totals
from evals.model_scores import Score, message_score, plan_score
from evals.model_taken import agenda_in, message_in, reflection_in

REPORTS = Path(__file__).parent / "reports"


class Run:
    """One run: the items, the ways, the model, and what is kept of it."""

    def __init__(self, model: str, kept: Kept, *, judge_only: bool = False) -> None:
        settings = read_settings()
        self._model = model
        self._kept = kept
        self._judge_only = judge_only
        cards = list(load_library(settings.knowledge).cards.values())
        self._plain = Plain(model, cards) if not judge_only else None
        self._pipeline = Pipeline(model)
        self._answers = Answers(cards)

    @property
    def told(self) -> Told | None:
        """What notices harm in a brief, as in the product."""
        return self._pipeline.services.told

    def row(self, item: Item, way: str) -> Row | None:
        """The kept row of an item, or a new one; none when only what is kept is judged."""
        prompt = self._pipeline.tag(item.task) if way == "pipeline" else tag(way, item)
        found = self._kept.get(item.task, item.name, way, self._model, prompt)
        if found is not None or self._judge_only or self._plain is None:
            return found
        if way == "pipeline":
            row = self._pipeline.run(item)
        else:
            do = self._plain.plainly if way == "plain" else self._plain.with_retrieval
            row = self._said(item, way, prompt, do(item))
        self._kept.add(row)
        return row

    def _said(self, item: Item, way: str, prompt: str, said: Said) -> Row:
        return Row(
            task=item.task,
            item=item.name,
            way=way,
            model=self._model,
            tag=prompt,
            day=datetime.date.today().isoformat(),
            texts=said.texts,
            taken=said.taken,
            given=said.given,
            seconds=said.seconds,
            fault=said.fault,
        )

    def judged(self, item: Item, row: Row) -> Iterator[Done]:
        """The columns a row fills: one, or for the pipeline two."""
        if row.way != "pipeline":
            yield Done(row.way, row, self._plain_score(item, row))
        else:
            yield Done("before", row, before_score(item, row, self._answers))
            yield Done("delivered", row, delivered_score(item, row, self._answers))

    def _plain_score(self, item: Item, row: Row) -> Score:
        text = row.texts[-1] if row.texts and not row.fault else ""
        if item.task == "ask":
            return self._answers.judge(item, text)
        if isinstance(item.brief, OutreachBrief):
            subject, body = message_in(text)
            day = datetime.date.fromisoformat(row.day)
            return message_score(subject, body, item.brief, day, draft=item.draft)
        if isinstance(item.brief, AgendaBrief):
            return plan_score(agenda_in(text, item.brief), item.brief)
        assert isinstance(item.brief, ReflectionBrief)
        return plan_score(reflection_in(text, item.brief), item.brief)


def in_turn(items: Mapping[str, Sequence[Item]]) -> Iterator[Item]:
    """One item of each task after the other, now of one split and now of the other.

    So a run cut short has some of every task and of both splits.
    """
    for some in zip_longest(*(_halves_in_turn(listed) for listed in items.values())):
        yield from (item for item in some if item is not None)


def _halves_in_turn(items: Sequence[Item]) -> list[Item]:
    middle = (len(items) + 1) // 2
    pairs = zip_longest(items[:middle], items[middle:])
    return [item for pair in pairs for item in pair if item is not None]


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.model_eval")
    parser.add_argument("--model", default=os.environ.get("COACH_MODEL", ""))
    parser.add_argument("--keep", type=Path, help="file of raw replies; a run goes on from it")
    parser.add_argument("--limit", type=int, default=max(TASKS.values()))
    parser.add_argument("--report", type=Path, help="where the report goes")
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--jobs", type=int, default=1, help="how many to ask at once")
    parser.add_argument("--about", default="", help="a line for the report: what served the model")
    parser.add_argument("--judge-only", action="store_true", help="judge what is kept, ask nothing")
    return parser.parse_args(arguments)


def _one(run: Run, item: Item, way: str) -> Row | None:
    row = run.row(item, way)
    if row is not None:
        print(f"{item.task} {item.name} {way}: {row.seconds:.0f} s {row.fault}", file=sys.stderr)
    return row


def main(arguments: Sequence[str]) -> int:
    """Run what is missing, then write and print the report."""
    told = _arguments(arguments)
    if ":" not in told.model:
        print("Give a model, such as --model openai:gpt-5-mini.", file=sys.stderr)
        return 2
    name = told.model.replace(":", "-").replace("/", "-")
    kept = Kept(told.keep or REPORTS / f"{name}.jsonl")
    wanted = [task for task in TASKS if task in told.tasks.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COACH_HOME"] = folder
        run = Run(told.model, kept, judge_only=told.judge_only)
        everything = all_items(run.told)
        items = {task: spread(everything[task], told.limit) for task in wanted}
        work = list(product(in_turn(items), told.ways.split(",")))
        with ThreadPoolExecutor(told.jobs) as pool:
            rows = list(pool.map(lambda one: _one(run, *one), work))
        cut_short = {item.name for (item, _), row in zip(work, rows, strict=True) if row is None}
        done = [
            judged
            for (item, _), row in zip(work, rows, strict=True)
            if row is not None and item.name not in cut_short
            for judged in run.judged(item, row)
        ]
    day = datetime.date.today().isoformat()
    text = "\n".join(report(done, told.model, day, about=told.about))
    path = told.report or REPORTS / f"{day}-{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(text)
    print(totals(done), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How well search finds the right cards, and how well it knows when there is none.

    python -m evals.search_eval [--misses]

The weights and the level were tuned on the development questions alone; the test questions are of
other clusters of topics (see datasets/search-clusters.yaml). ``--misses`` lists the development
questions that go wrong; those of the test are counted and never listed.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.guidance.asked_as import load_asked_as
from coach.guidance.embedding import LocalEmbedding
from coach.guidance.learnt import LEARNT
from coach.guidance.library import Library, load_library
from coach.guidance.search import GuidanceSearch
from coach.settings import read_settings
from evals.questions import DEVELOPMENT, TEST, Question, read_questions
from evals.rankers import Ranker, Ranking, baselines, shipped
from evals.ranking_measures import Values, best_level, interval, per_question


@dataclass(frozen=True)
class Scored:
    """One ranker on one set of questions."""

    name: str
    measures: dict[str, Values]
    answered: Values
    declined: Values
    rankings: tuple[Ranking, ...]


def score(
    ranker: Ranker, level: float, questions: Sequence[Question], topics: dict[str, str]
) -> Scored:
    """Ask every question and measure the answers."""
    rankings = tuple(ranker.rank(one.query) for one in questions)
    pairs = list(zip(questions, rankings, strict=True))
    on = [(one, ranking) for one, ranking in pairs if one.answerable]
    sure = [(one.answerable, ranking.confidence >= level) for one, ranking in pairs]
    return Scored(
        ranker.name,
        per_question([one for one, _ in on], [ranking for _, ranking in on], topics),
        np.array([float(answered) for wanted, answered in sure if wanted]),
        np.array([float(not answered) for wanted, answered in sure if not wanted]),
        rankings,
    )


def report(*, misses: bool = False) -> Iterator[str]:
    """Every line of the tables."""
    library = load_library(read_settings().knowledge)
    topics = {card.id: card.topic for card in library.cards.values()}
    with tempfile.TemporaryDirectory() as folder:
        rankers = _rankers(library, Path(folder))
        dev, test = read_questions(DEVELOPMENT), read_questions(TEST)
        levels = [
            best_level([ranker.rank(one.query) for one in dev], dev)
            if ranker.level is None
            else ranker.level
            for ranker in rankers
        ]
        for name, questions in (("development", dev), ("test", test)):
            answerable = sum(one.answerable for one in questions)
            yield (
                f"Search, {name}: {answerable} questions and {len(questions) - answerable} without "
                f"an answer; {len(library.cards)} cards on {len(set(topics.values()))} topics"
            )
            scored = [
                score(ranker, level, questions, topics)
                for ranker, level in zip(rankers, levels, strict=True)
            ]
            yield from _table(scored)
            yield from _by_form(scored[0], questions)
            if misses and name == "development":
                yield from _misses(scored[0], questions, topics, levels[0])
            yield ""


def _rankers(library: Library, folder: Path) -> list[Ranker]:
    embedding = LocalEmbedding()
    knowledge = read_settings().knowledge
    asked_as, learnt = load_asked_as(knowledge), knowledge / LEARNT
    home = folder / "home"
    search = GuidanceSearch(library, asked_as, home, lambda: embedding, shipped=learnt)
    ours = shipped(search, list(library.cards.values()))
    return [ours, *baselines(library, embedding, folder / "dense")]


def _table(scored: Sequence[Scored]) -> Iterator[str]:
    """A row for each ranker; below each baseline, what ours is better by."""
    ours = scored[0]
    names = list(ours.measures)
    yield f"{'':22}" + "".join(f"{name:>22}" for name in [*names, "answered", "declined"])
    for one in scored:
        values = [*one.measures.values(), one.answered, one.declined]
        yield f"{one.name:22}" + "".join(f"{interval(value)!s:>22}" for value in values)
    for one in scored[1:]:
        gains = [interval(ours.measures[name] - one.measures[name]) for name in names]
        yield f"{'better than ' + one.name:22}"[:34] + "".join(f"{gain!s:>22}" for gain in gains)


def _by_form(scored: Scored, questions: Sequence[Question]) -> Iterator[str]:
    """The measures of ours by form of question."""
    forms = [one.form for one in questions if one.answerable]
    yield "  by form: " + ", ".join(
        f"{form} {np.mean([v for v, f in zip(values, forms, strict=True) if f == form]):.2f}"
        for values in [next(iter(scored.measures.values()))]
        for form in dict.fromkeys(forms)
    )


def _misses(
    scored: Scored, questions: Sequence[Question], topics: dict[str, str], level: float
) -> Iterator[str]:
    for one, ranking in zip(questions, scored.rankings, strict=True):
        first = topics[ranking.cards[0]]
        answered = ranking.confidence >= level
        if answered != one.answerable:
            wrong = "answered" if answered else "declined"
            yield f"  {wrong} ({ranking.confidence:.2f}, {first}): {one.query}"
        elif one.answerable and first not in one.topics:
            yield f"  {first}, not {'/'.join(one.topics)}: {one.query}"


def main(arguments: list[str]) -> int:
    """Print the tables."""
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    for line in report(misses="--misses" in arguments):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How well search finds the right cards, and how well it knows when there is none.

Usage: ``python evals/search_eval.py [dataset.jsonl]``. A question counts as found when a card of
one of its topics comes up; topics without a card yet are left out. The same questions go to the
search as shipped (hybrid), to BM25 alone and to the vectors alone. For abstention each of the
three also gets the threshold that suits it best on these very questions, so that the baselines
are not wronged.
"""

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coach.guidance.library import Library, load_library
from coach.guidance.search import ANSWER_LEVEL, GuidanceSearch
from coach.settings import read_settings

DATASET = Path(__file__).parent / "datasets" / "search-dev.jsonl"
K = 5


@dataclass(frozen=True)
class Question:
    """One row of the dataset; no topics means that search should abstain."""

    id: str
    query: str
    topics: frozenset[str]


def read_questions(path: Path, library: Library) -> list[Question]:
    """Read the questions that the present cards can be asked."""
    present = {card.topic for card in library.cards.values()}
    questions = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        topics = frozenset(row["topics"])
        if not topics or topics & present:
            questions.append(Question(row["id"], row["query"], topics & present))
    return questions


def recall(ranked: list[str], topics: frozenset[str]) -> float:
    """Share of the wanted topics among the first K cards."""
    return len(topics & set(ranked[:K])) / len(topics)


def reciprocal_rank(ranked: list[str], topics: frozenset[str]) -> float:
    """One over the place of the first card of a wanted topic."""
    return next((1 / place for place, topic in enumerate(ranked, 1) if topic in topics), 0.0)


def best_threshold(tops: NDArray[np.float64], wanted: NDArray[np.bool_]) -> float:
    """The threshold on the top score with the best balanced accuracy."""
    return max(sorted({float(top) for top in tops}), key=lambda at: balanced(tops >= at, wanted))


def balanced(answered: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> float:
    """The mean of: on-topic questions answered, off-topic questions declined."""
    return float((answered[wanted].mean() + (~answered[~wanted]).mean()) / 2)


def report(
    name: str,
    questions: list[Question],
    scores: NDArray[np.float64],
    topics: list[str],
    level: float | None = None,
) -> None:
    """Print one line of measures for one way of scoring."""
    ranked = [[topics[card] for card in np.argsort(-row, kind="stable")] for row in scores]
    pairs = [
        (order, question.topics)
        for order, question in zip(ranked, questions, strict=True)
        if question.topics
    ]
    wanted = np.array([bool(question.topics) for question in questions])
    tops = scores.max(axis=1)
    level = best_threshold(tops, wanted) if level is None else level
    answered = tops >= level
    print(
        f"{name:16} recall@{K} {np.mean([recall(*pair) for pair in pairs]):.3f}"
        f"  MRR {np.mean([reciprocal_rank(*pair) for pair in pairs]):.3f}"
        f"  answered on-topic {answered[wanted].mean():.3f}"
        f"  declined off-topic {(~answered[~wanted]).mean():.3f}  (level {level:.3f})"
    )


def main(arguments: list[str]) -> int:
    """Run the evaluation and print it."""
    library = load_library(read_settings().knowledge)
    questions = read_questions(Path(arguments[0]) if arguments else DATASET, library)
    topics = [card.topic for card in library.cards.values()]
    with tempfile.TemporaryDirectory() as home:
        search = GuidanceSearch(library, Path(home))
        signals = [search.signals(question.query) for question in questions]
    hybrid = np.array([signal.relevance for signal in signals], dtype=np.float64)
    dense = np.array([signal.dense for signal in signals], dtype=np.float64)
    lexical = np.array([signal.lexical for signal in signals], dtype=np.float64)
    on_topic = sum(1 for question in questions if question.topics)
    print(
        f"{len(library.cards)} cards, {on_topic} questions, {len(questions) - on_topic} off-topic"
    )
    report("hybrid, shipped", questions, hybrid, topics, ANSWER_LEVEL)
    report("hybrid", questions, hybrid, topics)
    report("BM25 only", questions, lexical, topics)
    report("dense only", questions, dense, topics)
    for question, row in zip(questions, hybrid, strict=True):
        wrong = "decline" if question.topics else "answer"
        if bool(question.topics) != (row.max() >= ANSWER_LEVEL):
            print(f"  wrong to {wrong} ({row.max():.2f}, {topics[row.argmax()]}): {question.query}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

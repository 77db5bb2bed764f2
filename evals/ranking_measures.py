"""Measures of rankings and of abstention, with bootstrap intervals.

A person is shown five cards and needs one on the right topic, so the unit is the topic: those of
the first five cards, in order, each once. Recall, nDCG and reciprocal rank are trec_eval's, by
ir-measures; intervals are 95 % percentile bootstraps over questions, by SciPy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG
from numpy.typing import NDArray
from scipy import stats

from evals.questions import Question
from evals.rankers import K, Ranking

Values = NDArray[np.float64]
"""One value per question."""

MEASURES = {f"recall@{K}": R @ K, f"nDCG@{K}": nDCG @ K, f"MRR@{K}": RR @ K}
RESAMPLES = 2_000
SEED = 20261124


@dataclass(frozen=True)
class Interval:
    """A mean with the 95 % interval around it."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        """As it stands in a table: .951 [.927–.972]."""
        return f"{self.mean:.3f} [{self.low:.3f}–{self.high:.3f}]"


def per_question(
    questions: Sequence[Question], rankings: Sequence[Ranking], topics: Mapping[str, str]
) -> dict[str, Values]:
    """Each measure for each question, in order.

    Args:
        questions: with at least one topic each.
        rankings: one per question.
        topics: the topic of every card.
    """
    qrels = [Qrel(one.id, topic, 1) for one in questions for topic in one.topics]
    run = [
        ScoredDoc(one.id, topic, float(-place))
        for one, ranking in zip(questions, rankings, strict=True)
        for place, topic in enumerate(dict.fromkeys(topics[card] for card in ranking.cards[:K]))
    ]
    names = {measure: name for name, measure in MEASURES.items()}
    places = {one.id: place for place, one in enumerate(questions)}
    found = {name: np.zeros(len(questions)) for name in MEASURES}
    for metric in ir_measures.iter_calc(list(names), qrels, run):
        found[names[metric.measure]][places[metric.query_id]] = metric.value
    best = [
        float(one.card in ranking.cards[:K])
        for one, ranking in zip(questions, rankings, strict=True)
        if one.card
    ]
    return {**found, f"best card in {K}": np.array(best)}


def interval(values: Values) -> Interval:
    """The mean over questions and its bootstrap interval."""
    mean = float(values.mean())
    if np.ptp(values) == 0:  # nothing to resample
        return Interval(mean, mean, mean)
    found = stats.bootstrap(
        (values,),
        np.mean,
        n_resamples=RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    return Interval(mean, float(found.low), float(found.high))


def best_level(rankings: Sequence[Ranking], questions: Sequence[Question]) -> float:
    """The confidence with the best balanced accuracy between answering and abstaining."""
    sure = np.array([ranking.confidence for ranking in rankings])
    wanted = np.array([one.answerable for one in questions])

    def balanced(level: float) -> float:
        answered: NDArray[np.bool_] = sure >= level
        return float(np.mean(answered[wanted])) + float(np.mean(~answered[~wanted]))

    levels: list[float] = sorted(set(sure.tolist()))
    return max(levels, key=balanced)

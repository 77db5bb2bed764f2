"""The labelled development set: the checks find what is wrong and leave good messages alone."""

from evals.review_eval import DEVELOPMENT, tally


def test_recall_and_false_alarms_on_the_development_set():
    counts = tally(DEVELOPMENT)
    found, labelled = counts.found.total(), counts.labelled.total()
    assert found / labelled >= 0.95, counts.notes
    assert counts.alarms.total() / counts.clean.total() <= 0.02, counts.notes


def test_no_check_misses_more_than_it_finds():
    counts = tally(DEVELOPMENT)
    poor = [c for c, n in counts.labelled.items() if counts.found[c] * 2 < n]
    assert poor == []

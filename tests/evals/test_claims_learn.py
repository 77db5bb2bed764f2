"""What is learnt of claims fits the messages it was learnt from, and levels part sure from unsure."""

from coach.review.claim_learnt import FOLDER, LAYER, STORED, LearntClaims, Levels
from coach.review.phrases import default_knowledge
from evals.claims_learn import (
    Row,
    digest,
    learn,
    levels_of,
    levels_together,
    out_of_message,
    report,
)
from evals.claims_rows import left_out
from evals.invention_eval import HARDER, LATER


def rows(count: int = 40) -> list[Row]:
    """Clauses of which those with one signal are planted, and those with another are not."""
    return [
        Row(
            f"m{number}",
            LATER.stem,
            frozenset({"boast" if number % 2 else "plain"}),
            frozenset({0}) if number % 2 else frozenset(),
        )
        for number in range(count)
    ]


def test_what_is_shipped_was_learnt_from_the_messages_and_signals_as_they_are() -> None:
    shipped = [path.name for path in (default_knowledge() / FOLDER).glob(f"*-{STORED}")]
    assert shipped == [f"{digest()}-{STORED}"], "run: make learnt"


def test_a_signal_that_goes_with_inventions_speaks_for_one() -> None:
    learnt = learn(rows())
    assert learnt.score(frozenset({"boast"})) > 0 > learnt.score(frozenset({"plain"}))


def test_a_clause_is_judged_by_what_was_learnt_from_other_messages() -> None:
    odd = Row("odd", LATER.stem, frozenset({"seen nowhere else"}), frozenset({0}))
    scores = out_of_message([*rows(), odd])
    assert min(scores[1:40:2]) > scores[-1]


def test_the_level_is_the_lowest_at_which_most_marked_clauses_are_planted() -> None:
    marks = [True, True, True, True, False, False, True]
    some = [
        Row(f"m{n}", LATER.stem, frozenset(), frozenset({0}) if planted else frozenset())
        for n, planted in enumerate(marks)
    ]
    levels = levels_of(some, [7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0])
    assert levels.marked == 3.0


def test_the_level_keeps_good_texts_calm() -> None:
    planted = [Row(f"m{n}", LATER.stem, frozenset(), frozenset({0})) for n in range(5)]
    good = [Row(f"g{n}", "drafts", frozenset(), frozenset()) for n in range(5)]
    levels = levels_of([*planted, *good], [3.0] * 5 + [5.0, 1.0, 1.0, 1.0, 1.0])
    assert levels.marked > 5.0


def test_a_mark_is_taken_back_only_where_such_marks_are_mostly_false() -> None:
    def marked(number: int, *, planted: bool) -> Row:
        held = frozenset({0}) if planted else frozenset()
        return Row(f"m{number}", LATER.stem, frozenset(), held, "event")

    some = [marked(n, planted=n in (5, 7, 8)) for n in range(9)]
    levels = levels_of(some, [-9.0, -8.0, -7.0, -6.0, -5.0, -4.0, -3.0, -2.0, -1.0])
    assert -3.0 < levels.doubted < -2.0


def test_the_report_counts_an_invention_as_found_where_one_of_its_clauses_is_marked() -> None:
    some = [
        Row("m", LATER.stem, frozenset(), frozenset({0})),
        Row("m", LATER.stem, frozenset(), frozenset({0}), "event"),
        Row("m", LATER.stem, frozenset(), frozenset({1})),
    ]
    *_, line = report(some, [0.0, 0.0, 9.0], LearntClaims({}, 0.0, Levels(5.0, -5.0)))
    assert line.split()[1:] == ["3", "1.000", "0.500", "1.000", "1.000", "2"]


def read(
    number: int, score: float, *, planted: bool, ruled: str = "", of: str = HARDER.stem
) -> Row:
    """A clause of which the tuned model says so much."""
    held = frozenset({0}) if planted else frozenset()
    return Row(f"m{number}", of, frozenset(), held, ruled, score)


def test_the_levels_of_both_are_set_on_what_the_tuned_model_did_not_learn_from() -> None:
    unread = [Row(f"u{n}", LATER.stem, frozenset(), frozenset()) for n in range(20)]
    some = [*unread, *(read(n, 5.0 - n, planted=n < 4) for n in range(8))]
    layer = [9.0] * 20 + [1.0] * 8
    assert levels_together(some, layer).marked == 1.0 + LAYER  # four of five are planted


def test_with_the_tuned_model_a_number_may_be_taken_back_but_never_a_name() -> None:
    false = [read(n, -9.0, planted=False, ruled="number") for n in range(9)]
    assert levels_together(false, [0.0] * 9).doubted > -9.0
    named = [read(n, -9.0, planted=False, ruled="name") for n in range(9)]
    assert levels_together(named, [0.0] * 9).doubted == float("-inf")


def test_harder_messages_are_not_learnt_from_by_the_layer() -> None:
    harder = [read(n, 0.0, planted=True) for n in range(40)]
    odd = [Row(r.message, r.of, frozenset({"odd"}), r.planted) for r in harder]
    assert "odd" not in learn([*rows(), *odd]).weights


def test_about_one_message_in_five_is_left_out_in_tuning() -> None:
    assert 150 < sum(left_out(f"m{n}") for n in range(1000)) < 250

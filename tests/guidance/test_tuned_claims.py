"""A message is read beside what its brief gives, in windows, by a model that may be missing."""

from pathlib import Path

import pytest

from coach.guidance.learnt import LEARNT
from coach.guidance.piece_reader import Cutter
from coach.guidance.tuned_claims import GIVEN, READ, STORED, load_tuned_claims, windows
from coach.review import default_knowledge
from evals.claims_rows import digest_of_messages

SHIPPED = default_knowledge() / LEARNT


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands."""
    found, start = [], 0
    for part in text.split(". "):
        found.append((start, start + len(part)))
        start += len(part) + 2
    return found


def test_what_is_shipped_was_learnt_from_the_messages_as_they_are() -> None:
    shipped = [path.name for path in SHIPPED.glob(f"*-{STORED}")]
    assert shipped == [f"{digest_of_messages()}-{STORED}"], (
        "run: python -m evals.claims_tune --write"
    )


def test_a_short_message_is_one_window_with_each_clause_in_its_pieces() -> None:
    text = "I keep bees. You keep goats"
    (window,) = windows(Cutter(), "me: keeps bees", text, [(21, 26)], clauses_of(text))
    assert window.clauses == (0, 1)
    cut = Cutter().places(text)
    shift = len(window.ids) - 1 - len(cut)
    for (start, end), clause in zip(window.parts, clauses_of(text), strict=True):
        said = [text[first:last] for _, first, last in cut[start - shift : end - shift]]
        assert "".join(said).strip(".") == text[slice(*clause)].replace(" ", "")
    new = [
        text[first:last]
        for (_, first, last), kind in zip(cut, window.kinds[shift:], strict=False)
        if kind
    ]
    assert new == ["goats"]


@pytest.mark.parametrize("sentences", [30, 300])
def test_every_clause_of_a_long_message_stands_in_one_window_and_none_is_too_long(
    sentences: int,
) -> None:
    text = ". ".join(f"On day {n} I carried stones up to the wall" for n in range(sentences))
    found = list(windows(Cutter(), "me: mason. " * 100, text, [], clauses_of(text)))
    assert [n for window in found for n in window.clauses] == list(range(sentences))
    assert len(found) <= sentences * 11 / (READ - 80) + 1
    for window in found:
        assert len(window.ids) == len(window.kinds) <= GIVEN + READ + 3
        assert all(0 < start < end < len(window.ids) for start, end in window.parts)


def test_a_clause_without_end_is_read_as_far_as_a_window_goes() -> None:
    text = "stones " * 1000
    (window,) = windows(Cutter(), "", text, [], [(0, len(text))])
    assert window.parts[0][1] - window.parts[0][0] == READ


def test_a_fact_in_other_words_speaks_less_for_an_invention_than_a_new_one() -> None:
    tuned = load_tuned_claims(SHIPPED)
    assert tuned is not None
    given = "me: Ines Roth; baker; keeps a stall on Saturdays. you: Otto Lang; miller. why: he grinds rye slowly"
    told = "On Saturdays you find me behind my stall"
    new = "and your flour won us the county medal"
    text = f"Dear Otto, {told}, {new}. Ines"
    clauses = [(text.index(one), text.index(one) + len(one)) for one in (told, new)]
    words = ["won", "county", "medal"]
    places = [(text.index(word), text.index(word) + len(word)) for word in words]
    first, second = tuned.scores(given, text, places, clauses)
    assert second > first + 2


def test_a_clause_without_a_word_claims_nothing() -> None:
    tuned = load_tuned_claims(SHIPPED)
    assert tuned is not None
    assert tuned.scores("", "", [], []) == []
    assert tuned.scores("", "   ", [], [(0, 3)]) == [float("-inf")]


def test_where_nothing_was_learnt_or_the_file_is_damaged_there_is_none(tmp_path: Path) -> None:
    assert load_tuned_claims(tmp_path / "none") is None
    (tmp_path / f"000000000000-{STORED}").write_bytes(b"no numbers")
    assert load_tuned_claims(tmp_path) is None

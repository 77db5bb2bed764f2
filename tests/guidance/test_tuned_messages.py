"""A message is read as a whole, and which sentence speaks for a flaw is read off from it."""

from pathlib import Path

import numpy as np

from coach.guidance.learnt import LEARNT
from coach.guidance.piece_reader import Cutter
from coach.guidance.tuned_messages import (
    CHECKS,
    READ_FIRST,
    READ_LAST,
    STORED,
    THINGS,
    load_tuned_messages,
    pieces,
)
from coach.review import default_knowledge
from coach.review.registry import OUTREACH
from evals.messages_rows import digest

SHIPPED = default_knowledge() / LEARNT
ABOUT = "first-contact email"


def test_what_is_shipped_was_learnt_from_the_messages_as_they_are() -> None:
    shipped = [path.name for path in SHIPPED.glob(f"*-{STORED}")]
    assert shipped == [f"{digest()}-{STORED}"], "run: python -m evals.messages_tune --write"


def test_every_check_it_knows_is_a_check_of_messages() -> None:
    assert set(CHECKS) <= {check.id for check in OUTREACH}


def test_of_a_long_message_the_beginning_and_the_end_are_read() -> None:
    long = " ".join(f"word{n}" for n in range(400))
    cut = pieces(Cutter(), ABOUT, long)
    assert len(cut.places) == READ_FIRST + READ_LAST
    assert len(cut.ids) == len(cut.kinds) == cut.first + len(cut.places) + 1
    assert long[slice(*cut.places[-1])] in long[-8:]


def test_the_sentence_that_flatters_gives_most_to_the_flaw_and_a_plain_message_has_it_less() -> (
    None
):
    tuned = load_tuned_messages(SHIPPED)
    assert tuned is not None
    plain = ["Dear Ana,", "I read your note on slow kilns.", "Which glaze cracked first?"]
    praise = "You are simply the most brilliant and inspiring potter who ever lived!"
    said = [plain[0], praise, *plain[1:]]

    def flattery(sentences: list[str]) -> tuple[float, tuple[float, ...]]:
        text = " ".join(sentences)
        places = [(text.index(one), text.index(one) + len(one)) for one in sentences]
        found = tuned.flaws(ABOUT, text, places)["no-flattery"]
        return found.score, found.by_sentence

    score, by_sentence = flattery(said)
    assert score > flattery(plain)[0] + 2
    assert int(np.argmax(by_sentence)) == 1


def test_a_sentence_that_is_not_read_gives_nothing() -> None:
    tuned = load_tuned_messages(SHIPPED)
    assert tuned is not None
    text = "word " * 1000
    found = tuned.flaws(ABOUT, text, [(0, 4), (2500, 2504)])
    assert set(found) == set(THINGS)
    assert all(np.isfinite(one.score) for one in found.values())
    assert all(one.by_sentence[1] == -np.inf < one.by_sentence[0] for one in found.values())


def test_where_nothing_was_learnt_there_is_none(tmp_path: Path) -> None:
    assert load_tuned_messages(tmp_path) is None

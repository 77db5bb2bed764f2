"""A message says of its words what they rest on, whoever wrote them."""

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.results import Clause
from coach.domain.vocabulary import Support
from coach.ui.provenance import stretches, summary, why

TEXT = "Dear Dr. Lee, I won a prize. Thank you."
LEE = Clause(
    text="Dear Dr. Lee", start=0, end=12, support=Support.BRIEF, sources=("recipient.name",)
)
PRIZE = Clause(
    text="I won a prize",
    start=14,
    end=27,
    support=Support.UNSUPPORTED,
    reason="You did not tell us about this: “I won a prize”.",
)
THANKS = Clause(text="Thank you", start=29, end=38, support=Support.WORDING, reason="Wording only.")
CLAUSES = (LEE, PRIZE, THANKS)


def marks(start: int = 0, end: int = len(TEXT)) -> list[tuple[str, str]]:
    return [(piece.before, piece.rests) for piece in stretches(TEXT, start, end, CLAUSES)]


def test_what_rests_on_the_brief_and_what_rests_on_nothing_is_marked_and_wording_is_plain() -> None:
    assert marks() == [
        ("Dear Dr. Lee", "brief"),
        (", ", ""),
        ("I won a prize", "unsupported"),
        (". Thank you.", ""),
    ]


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_part_of_a_text_is_shown_whole_and_in_order(start: int, end: int) -> None:
    assert "".join(words for words, _ in marks(start, end)) == TEXT[start:end]


def test_a_part_of_a_clause_keeps_its_mark() -> None:
    assert marks(20, 33) == [("a prize", "unsupported"), (". Than", "")]


def test_a_source_is_named_as_the_form_names_it() -> None:
    assert why(LEE) == "From what you told us: their name."


def test_what_is_not_told_says_so_and_what_to_do_about_it() -> None:
    assert why(PRIZE).splitlines() == [
        "You did not tell us about this: “I won a prize”.",
        "Is it true? Then add it to your facts. If not, take it out.",
    ]


def test_one_line_says_what_the_marks_come_to() -> None:
    assert summary(CLAUSES).startswith("▲ Not all")
    assert summary((LEE, THANKS)).startswith("● Everything")
    assert summary((THANKS,)).startswith("○")

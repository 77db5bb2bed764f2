"""A text followed through its changes: every edit keeps its place in the text given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.review.edits import Edits, Reason, difference, spliced

WHY = Reason("because", "no-cliche")
TEXTS = st.text(alphabet="ab .\n", max_size=30)


def made(edits: Edits, given_text: str) -> str:
    return spliced(given_text, [(e.start, e.end, e.new) for e in edits.all])


@given(start=TEXTS, steps=st.lists(TEXTS, max_size=6))
def test_the_edits_made_in_the_given_text_lead_to_the_last_one(start, steps):
    edits = Edits(start)
    for step in steps:
        edits.become(step, WHY)
        assert edits.now == step
    assert made(edits, start) == edits.now


@given(start=TEXTS, steps=st.lists(TEXTS, max_size=6))
def test_edits_are_in_order_and_never_overlap(start, steps):
    edits = Edits(start)
    for step in steps:
        edits.become(step, WHY)
    ends = [0, *(edit.end for edit in edits.all)]
    assert all(edit.start >= end for edit, end in zip(edits.all, ends, strict=False))


@given(one=TEXTS, other=TEXTS, took=TEXTS)
def test_a_difference_leads_from_one_text_to_the_other(one, other, took):
    start, end, new = difference(one, other, took)
    assert one[:start] + new + one[end:] == other


@pytest.mark.parametrize(
    ("before", "after", "took", "put", "gone", "new"),
    [
        ("I'm just a nurse", "I am a nurse", "", "", "I'm just", "I am"),
        ("Dear Ruis, hello", "Dear Ruiz, hello", "", "", "Ruis", "Ruiz"),
        ("Hi. I hope. I am", "Hi. I am", "I hope.", "", "I hope. ", ""),
        ("I hope so, and i have", "I have", "I hope so, and", "", "I hope so, and i", "I"),
        ("Talk?\n\nTheo", "Talk?\n\nThanks!\n\nTheo", "", "Thanks!", "", "Thanks!\n\n"),
    ],
)
def test_a_difference_is_in_whole_words_where_it_reads_best(before, after, took, put, gone, new):
    start, end, found = difference(before, after, took, put)
    assert (before[start:end].strip(), found.strip()) == (gone.strip(), new.strip())


def test_two_edits_of_the_same_words_are_one_with_both_reasons():
    edits = Edits("a big old house")
    edits.become("a large old house", WHY)
    edits.become("a house", Reason("shorter", "plain-language"))
    (only,) = edits.all
    assert (only.start, only.end, only.new.strip()) == (2, 10, "")
    assert [reason.check for reason in only.reasons] == ["no-cliche", "plain-language"]


def test_edits_of_different_words_stay_apart():
    edits = Edits("one two three four")
    edits.become("one 2 three four", WHY)
    edits.become("one 2 three 4", WHY)
    assert [(e.start, e.end, e.new) for e in edits.all] == [(4, 7, "2"), (14, 18, "4")]


def test_an_edit_taken_back_is_no_edit():
    edits = Edits("one two")
    edits.become("one 2", WHY)
    edits.become("one two", WHY)
    assert edits.all == ()

"""Provenance: every clause of a text is brief, wording or unsupported, and is cut at word borders."""

import itertools

import pytest

from coach.domain.vocabulary import Support
from coach.review import provenance, unsupported_claims
from tests.review.samples import GOOD, TODAY, brief

OPENING = "Subject: x\n\nDear Dr. Ruiz,\n\nI heard your talk at the 2026 Health Data Summit. "
CLOSING = "\n\nThank you,\nPriya Nair"

FELT = [
    "I know how proud you are of your forecasting team.",
    "You must have been exhausted after those years in reporting.",
    "As you feel strongly about mentoring, I thought of you.",
    "You were clearly moved when you spoke about your first patients.",
    "You told us that you are tired of dashboards.",
    "You, too, were unhappy as an analyst.",
    "You wanted to leave Harbor Health twice.",
    "We both believe that forecasting is the future.",
    "The joy in your voice when you spoke about forecasting was catching.",
    "I know this topic matters a great deal to you.",
    "You'd been unhappy for years before you moved.",
    "You strike me as somebody who resents hierarchy.",
    "I believe you share my doubts about management.",
]
UNFELT = [
    "If you enjoy questions of this kind, I have one.",
    "I would love to hear what you think of it.",
    "Tell me how you felt about the change.",
    "You may well be busy, and I will understand.",
    "I was nervous before I wrote this, and I am glad I did.",
    "I hope you are well.",
    "You would know better than most.",
    "Whatever you prefer suits me.",
]


def unsupported(text: str) -> list[str]:
    clauses = provenance(text, brief(), today=TODAY)
    return [clause.text for clause in clauses if clause.support is Support.UNSUPPORTED]


@pytest.mark.parametrize("text", FELT)
def test_what_the_reader_feels_is_a_claim_unless_we_were_told(text):
    assert unsupported(f"{OPENING}{text}{CLOSING}")


@pytest.mark.parametrize("text", UNFELT)
def test_conditions_questions_and_ones_own_feelings_are_no_claim(text):
    assert unsupported(f"{OPENING}{text}{CLOSING}") == []


def test_a_feeling_that_the_brief_tells_is_no_claim():
    told = brief(why_them="she said that she was unhappy in reporting until she moved")
    text = f"{OPENING}You were unhappy in reporting until you moved.{CLOSING}"
    assert unsupported_claims(text, told, today=TODAY) == ()


def test_unknown_words_alone_are_no_claim():
    text = f"{OPENING}It has been buzzing round my noggin like a trapped wasp.{CLOSING}"
    assert unsupported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I'll keep it short.",
        "I'll start there and keep you posted.",
        "I'll bring the coffee.",
        "I will read the guide before I ask again.",
    ],
)
def test_a_courtesy_is_no_promise(text):
    assert unsupported(f"{OPENING}{text}{CLOSING}") == []


@pytest.mark.parametrize(
    "text",
    [
        "I'll send you my portfolio.",
        "I promise to report back every month.",
        "I will check your dashboards for free.",
        "I'd pay for your travel to Leeds.",
    ],
)
def test_a_promise_one_could_be_held_to_is_a_claim(text):
    assert unsupported(f"{OPENING}{text}{CLOSING}")


@pytest.mark.parametrize("text", [GOOD, f"{OPENING}{' '.join(FELT)}{CLOSING}"])
def test_the_clauses_are_in_order_apart_and_quote_the_text(text):
    clauses = provenance(text, brief(), today=TODAY)
    assert clauses
    assert all(text[c.start : c.end] == c.text for c in clauses)
    assert all(a.end <= b.start for a, b in itertools.pairwise(clauses))


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to write something for you to read if you tell me what she likes about your books.",
        "I heard you speak on the panel about your new book, and I've read your article twice.",
        "As senior analysts' lead I'm responsible for the ward's figures since 2019.",
        "We talked at O'Hare, where you told me about your first team's reports.",
    ],
)
def test_claims_begin_and_end_at_word_borders(text):
    whole = f"{OPENING}{text}{CLOSING}"
    for claim in unsupported_claims(whole, brief(), today=TODAY):
        start, end = claim.span.start, claim.span.end
        assert not (whole[start - 1].isalnum() and whole[start].isalnum()), claim
        assert not (whole[end - 1].isalnum() and whole[end].isalnum()), claim
        assert whole[start:end] == claim.span.text.strip() == claim.span.text


def test_numbers_may_be_told_in_other_ways():
    told = brief(sender={"name": "Priya Nair", "facts": ["at Northfield since 2016", "team of 30"]})
    text = (
        f"{OPENING}It is ten years since I came to Northfield, "
        f"and there are about thirty of us.{CLOSING}"
    )
    assert unsupported_claims(text, told, today=TODAY) == ()


def test_units_written_short_count_the_same():
    told = brief(
        why_them="want to lead a team in 3 yrs", sender={"name": "Priya", "role": "nurse, 6 years"}
    )
    text = f"{OPENING}I want to lead a team in 3 years.{CLOSING}"
    assert unsupported_claims(text, told, today=TODAY) == ()


def test_a_day_offered_is_a_time_and_no_promise():
    told = brief(ask={"when": "mon-wed before 2pm"})
    fine = f"{OPENING}I could do Monday to Wednesday before 2pm.{CLOSING}"
    assert unsupported_claims(fine, told, today=TODAY) == ()

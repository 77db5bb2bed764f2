"""The review of a person's own message, from text to changes."""

import pytest

from coach.domain.suspicion import Suspicion
from coach.domain.vocabulary import Purpose
from coach.errors import InputError
from coach.guidance.library import load_library
from coach.review import accept, accepted_text
from coach.use_cases.review import LONGEST, review
from coach.use_cases.safety import is_withheld
from tests.review.samples import GOOD, brief

ROUGH = (
    "Subject: Quick question\n\nDear Dr. Ruis,\n\nI hope this email finds you well. I'm just a data "
    "analyst at Northfield Hospital and heard your talk at the 2026 Health Data Summit on moving from "
    "reporting to forecasting. What made you choose management?\n\nCould we have a call "
    "sometime?\n\nPriya"
)


def test_a_good_message_is_sent_with_its_strengths_and_without_a_fault():
    found = review(GOOD, brief=brief())
    assert found.verdict == "Send it as it is."
    assert found.strengths
    assert all(finding.passed for finding in found.findings)
    assert (found.changes, found.own_words_kept) == ((), 1.0)


def test_every_change_taken_gives_the_improved_text():
    found = review(ROUGH, brief=brief())
    assert found.verdict.startswith("Almost there")
    assert accept(ROUGH, found.changes) == found.improved
    assert review(accepted_text(ROUGH, found.changes), brief=brief()).verdict.startswith(
        ("Send it", "You can send it")
    )


def test_findings_come_in_the_readers_order_and_all_of_them():
    found = review("Hi, could you help me? Thanks", purpose=Purpose.FIRST_CONTACT)
    severities = [f.severity.value for f in found.findings if not f.passed]
    assert severities == sorted(severities, key=["must", "should", "note"].index)
    assert len(severities) > 5
    assert any(finding.passed for finding in found.findings)


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_text_is_refused_with_what_to_do(text):
    with pytest.raises(InputError) as error:
        review(text)
    assert error.value.fix


def test_a_text_far_too_long_is_refused_and_a_long_one_is_reviewed():
    with pytest.raises(InputError):
        review("a" * (LONGEST + 1))
    found = review("hello you " * 9_000)
    assert "make it shorter" in found.verdict or found.findings


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "**bold** _it_ `x`", "\x00\u202e?!"])
def test_markup_is_only_ever_text(text):
    found = review(text)
    assert accept(text, found.changes) == found.improved


HARM = "Dear Dr. Lee,\n\nmy supervisor keeps touching me. Could we talk?\n\nAna"


def test_what_is_withheld_for_care_is_reviewed_when_the_person_says_so():
    held, reviewed = review(HARM), review(HARM, anyway=True)
    assert is_withheld(held)
    assert (held.changes, held.own_words_kept, held.improved.body) == ((), 1.0, HARM)
    assert not is_withheld(reviewed)
    assert reviewed.care == held.care


def test_in_distress_nothing_is_reviewed_unless_the_person_wants_it():
    assert is_withheld(review("I do not want to live any more."))
    assert review("I do not want to live any more.", anyway=True).care


def test_the_clauses_of_a_review_are_pieces_of_the_text_in_order():
    found = review(ROUGH, brief=brief())
    assert all(ROUGH[one.start : one.end] == one.text for one in found.clauses)
    ends = [one.end for one in found.clauses]
    assert all(one.start >= end for one, end in zip(found.clauses[1:], ends, strict=False))
    assert review(ROUGH).clauses == ()


def test_what_nobody_told_us_is_shown_with_the_card_on_ones_own_facts(knowledge):
    cards = load_library(knowledge)
    found = review(ROUGH.replace("Could we", "I won a prize. Could we"), brief=brief(), cards=cards)
    claim = next(one for one in found.findings if one.check == "no-unsupported-claim")
    assert claim.cards[0] == "write-as-you-would-say-it"
    assert all(name in cards.cards for one in found.findings for name in one.cards)


class Unwilling:
    """Misses times in whatever it reads."""

    def flaws(self, about, text, sentences):
        return {"offers-times": Suspicion(9.0, (0.0,) * len(sentences))}

    def claims(self, given, text, new, clauses):
        return None


KIND = "Dear Ana,\n\nI am a nurse. Could we talk for 20 minutes on Tuesday? A no is fine.\n\nThanks\nTom"


def test_what_the_rules_pass_is_read_a_second_time():
    def times(found):
        return next(f for f in found.findings if f.check == "offers-times").passed

    assert times(review(KIND))
    assert not times(review(KIND, second=Unwilling))

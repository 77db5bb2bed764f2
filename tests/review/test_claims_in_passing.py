"""Claims told in passing, by a deed between two people, as an offer or as a share of something."""

import pytest

from coach.domain.vocabulary import Support
from coach.review import provenance
from tests.review.samples import TODAY, brief

OPENING = "Subject: x\n\nDear Dr. Ruiz,\n\n"
CLOSING = "\n\nThank you,\nPriya Nair"

IN_PASSING = [
    "I heard your talk at the 2026 Health Data Summit, with my whole orchestra beside me.",
    "I heard your talk at the 2026 Health Data Summit, saving the hospital a costly tender.",
    "I am a data analyst at Northfield Hospital, which the auditors applauded.",
    "I am a data analyst at Northfield Hospital, set on a tidal island.",
    "Having halved our laboratory queue, I work in reporting.",
    "You moved from reporting to forecasting, once during the flood.",
    "You moved from reporting to forecasting, after your accident.",
    "I heard your talk at the 2026 Health Data Summit, above all the passage on silence.",
    "You moved from reporting to forecasting, before landing in a bishop's garden.",
]
BETWEEN = [
    "You held the ladder for my nephew.",
    "I heard your talk at the 2026 Health Data Summit and afterwards we compared chisels.",
    "You spoke at the 2026 Health Data Summit and told me to get in touch.",
    "Your remark about our missing encore made us laugh.",
    "You were good enough to answer my question about shingles.",
    "It was a joy to show you the samurai quarter.",
]
THIRD = [
    "My whole team was thrilled.",
    "Both judges were impressed.",
    "Although my parents are against it, I have three years in reporting.",
    "Two judges have agreed to write me references.",
    "The mayor came to unveil it.",
    "The contractor spotted the sketchbook.",
    "There are enough sculptures for two halls.",
]
PROMISES = [
    "I'd be happy to look after your trainees.",
    "I can share our unpublished measurements.",
    "I would of course pay for your time.",
    "There will be a leg of lamb for you.",
    "Our seed list is yours for the asking.",
    "You will be the first to see the minutes.",
    "I can work a trial week for nothing.",
    "I'll have the plan ready by the end of the week and copy you in.",
]
SHARES = [
    "Two thirds of the reports are mine.",
    "The queue fell by half.",
    "A quarter of our wards use it.",
]
WORDING = [
    "I am writing with one question, which I hope is a small one.",
    "I have been turning one question over, which is why I am writing.",
    "It is a question I keep coming back to, and I have found no answer.",
    "I'd be happy to call, to write or to come by, whatever suits you.",
    "I can talk at any time, and will keep it short.",
    "I'll gladly work around your diary.",
    "I'd be glad to send a note now and then, if you'd like that.",
    "I have the honour to submit this enquiry.",
    "I am trying once more, in case my earlier note slipped down the pile.",
    "I am passionate about this.",
    "It has gone round my head like a trapped wasp.",
    "There is no rush, and no reply is needed from you.",
]


def unsupported(text: str, **fields: object) -> list[str]:
    clauses = provenance(f"{OPENING}{text}{CLOSING}", brief(**fields), today=TODAY)
    return [clause.text for clause in clauses if clause.support is Support.UNSUPPORTED]


@pytest.mark.parametrize("text", IN_PASSING)
def test_what_hangs_onto_a_true_clause_is_a_claim_of_its_own(text):
    assert unsupported(text)


@pytest.mark.parametrize("text", BETWEEN)
def test_a_deed_between_the_two_that_nobody_told_us_is_a_claim(text):
    assert unsupported(text)


@pytest.mark.parametrize("text", THIRD)
def test_what_third_people_did_or_felt_is_a_claim(text):
    assert unsupported(text)


@pytest.mark.parametrize("text", PROMISES)
def test_an_offer_of_something_new_is_a_promise(text):
    assert unsupported(text)


@pytest.mark.parametrize("text", SHARES)
def test_a_share_that_follows_from_nothing_given_is_a_claim(text):
    assert unsupported(text)


@pytest.mark.parametrize("text", WORDING)
def test_courtesy_figures_of_speech_and_talk_of_the_message_are_no_claim(text):
    assert unsupported(text) == []


def test_what_is_told_in_passing_and_given_is_no_claim():
    assert (
        unsupported(
            "I heard your talk at the 2026 Health Data Summit, with my whole orchestra beside me.",
            connection="heard her talk at the 2026 Health Data Summit, my orchestra was there",
        )
        == []
    )


def test_a_share_that_two_given_numbers_make_is_no_claim():
    facts = {"name": "Priya Nair", "facts": ["brought errors down from 40 a week to 20"]}
    assert unsupported("The errors fell by half.", sender=facts) == []


def test_a_number_with_its_scale_in_words_is_the_number_in_digits():
    facts = {"name": "Priya Nair", "facts": ["found an error of 2 million dinars"]}
    assert unsupported("I found an error of two million dinars.", sender=facts) == []


def test_a_number_is_not_cut_in_two_at_its_and():
    facts = {"name": "Priya Nair", "facts": ["built a library of 120 reports"]}
    assert unsupported("I built a library of a hundred and twenty reports.", sender=facts) == []


def test_a_day_inside_a_range_of_days_is_given():
    facts = {"name": "Priya Nair", "facts": ["my days off are Tuesday to Thursday"]}
    assert unsupported("Wednesday is one of my days off.", sender=facts) == []


def test_a_word_spelt_as_across_the_sea_is_the_same_word():
    sender = {"name": "Priya Nair", "role": "pediatric nurse"}
    assert unsupported("I'm a paediatric nurse.", sender=sender) == []


def test_an_ordinal_beyond_the_tenth_is_a_number():
    assert unsupported("I came seventeenth in the country.")


def test_the_days_between_two_given_dates_are_no_claim():
    history = [
        {"date": "2026-06-01", "what": "first e-mail"},
        {"date": "2026-06-08", "what": "today"},
    ]
    assert unsupported("I wrote to you seven days ago.", history=history) == []

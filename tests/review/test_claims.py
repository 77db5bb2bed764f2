"""Nothing invented: what the brief does not give is found, and faithful wording is left alone."""

import pytest

from coach.review import unsupported_claims
from tests.review.samples import GOOD, brief, review

MESSAGE = "Subject: x\n\nDear Dr. Ruiz,\n\n{}\n\nThank you,\nPriya Nair"
INVENTED = [
    "When we met in Boston last year, you told me about your first team.",
    "I have read your book on forecasting.",
    "I have been following your work for years.",
    "As a senior analyst I lead a team of four.",
    "I recently finished a certificate in Python.",
    "You have mentored many young analysts.",
    "Your colleague Tom Hale suggested I write to you.",
    "I will send you my portfolio tomorrow.",
    "I have ten years of experience in reporting.",
    "You spent twelve years at Mayo Clinic.",
    "My manager has offered me the team lead post.",
    "I spoke to you after the talk.",
    "I promise to report back every month.",
    "You must be proud of what you built at Harbor Health.",
    "I enjoyed our conversation at the Summit.",
    "I cut reporting time by 30 percent.",
    "You were promoted to director in 2021.",
    "I speak four languages.",
    "You love helping people at the start of their career.",
    "Thank you for your kind reply last week.",
    "I have two small children.",
    "Your talk won the prize for best session.",
]
FAITHFUL = [
    "I've spent three years in reporting at Northfield Hospital, and I am now at a fork.",
    "Your talk at this year's Health Data Summit is still on my mind.",
    "At the Summit in 2026 I heard you speak on moving from reporting to forecasting.",
    "You moved from clinical reporting to leading forecasting, which is close to my next step.",
    "I am torn: part of me wants to lead people, part of me wants to keep building models.",
    "You made the move I am weighing, so your view would mean a lot to me.",
    "I know your time is short, so I will keep to 20 minutes.",
    "I was in the audience when you spoke at the Health Data Summit.",
    "I'd be happy to work around your calendar.",
    "I am not asking for a job.",
    "You lead analytics at Harbor Health, and you came to it from reporting.",
    "Since then I have been asking myself whether management is for me.",
    "Could we talk on Google Meet for 20 minutes on Tuesday at 5 pm?",
]


@pytest.mark.parametrize("text", INVENTED)
def test_an_invented_detail_is_found(text):
    assert unsupported_claims(MESSAGE.format(text), brief())


@pytest.mark.parametrize("text", FAITHFUL)
def test_faithful_wording_is_no_claim(text):
    assert unsupported_claims(MESSAGE.format(text), brief()) == ()


def test_claims_say_what_they_are_and_where():
    text = MESSAGE.format("I have ten years in reporting. I read your book on forecasting.")
    found = unsupported_claims(text, brief())
    assert [claim.kind for claim in found] == ["number", "work"]
    assert text[found[0].span.start : found[0].span.end] == "ten"


def test_several_claims_are_one_finding_that_counts_them():
    text = MESSAGE.format("I have ten years in reporting. I read your book on forecasting.")
    finding = review(text, given=brief())["no-unsupported-claim"]
    assert not finding.passed
    assert "2 such places" in finding.message


def test_the_history_supports_an_update():
    told = brief(
        purpose="progress-update",
        history=[
            {
                "date": "2026-09-10",
                "what": "talked about the plan",
                "advice": "send chapter two to somebody outside the lab",
                "action": "sent it to a statistician",
                "result": "she found an error in the sampling model, now fixed",
            }
        ],
    )
    text = MESSAGE.format(
        "In September you told me to send chapter two to someone outside the lab. I did: a "
        "statistician read it and found a mistake in the sampling model. I have corrected it since."
    )
    assert unsupported_claims(text, told) == ()


def test_without_a_brief_there_is_nothing_to_compare_with():
    assert "no-unsupported-claim" not in review(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        "I still feel angry about being passed over for the promotion.",
        "To be frank I was overlooked for promotion this spring and it hurts.",
        "I am rather intimidated by you.",
    ],
)
def test_a_private_note_is_found_also_in_other_words(text):
    assert not review(MESSAGE.format(text), given=brief())["no-private-note"].passed


@pytest.mark.parametrize(
    "text", ["I am choosing between a management and a technical track.", "I heard your talk."]
)
def test_public_words_are_no_private_note(text):
    assert review(MESSAGE.format(text), given=brief())["no-private-note"].passed

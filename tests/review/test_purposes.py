"""Updates, sponsor asks and introductions: what each must hold."""

import pytest

from tests.review.samples import failed, review

UPDATE = "advice-linked-to-action"


@pytest.mark.parametrize(
    "text",
    [
        "You advised me to ask for the budget first. Thanks for that!",
        "I finished the course and passed.",
        "All is well here, I am working hard.",
        "You suggested the reading group. I went to it.",
        "You told me to speak up more. I will try.",
        "You advised me to show it to three farmers. I did: I drove out and sat in three kitchens.",
        "Your advice was good and I have passed it on to all my colleagues.",
    ],
)
def test_an_update_without_advice_action_or_result_fails(text):
    assert UPDATE in failed(f"Hi Joan,\n\n{text}\n\nThanks,\nSam", purpose="progress-update")


@pytest.mark.parametrize(
    "text",
    [
        "You suggested the reading group. I went twice, and met two people from the policy unit.",
        "I took your advice and asked for the budget first; the director said yes to half.",
        "You told me to wait. I haven't yet had the nerve to tell my boss, but it is on my list.",
        "I tried what you said about silence. It did not work: my boss filled every gap.",
        "Your tip about blocking Fridays: done since March, and I shipped two papers.",
        "You said to cut the bid to two pages. Cut it. Sent it Friday. They want to see us again.",
        "As you recommended, I called the union first. They sorted it within a week.",
    ],
)
def test_an_update_that_links_them_passes(text):
    assert UPDATE not in failed(f"Hi Joan,\n\n{text}\n\nThanks,\nSam", purpose="progress-update")


SPONSOR = "Dear Marianne,\n\n{} Would you put my name forward for the deputy matron post?\n\nDaniel"


@pytest.mark.parametrize(
    "text",
    [
        "I have been here eight years and always work hard.",
        "My colleagues say I am good at my job.",
        "I have taken part in many projects.",
        "I've worked 60 hours a week.",
        "I've trained staff at the branch for six years with great commitment.",
    ],
)
def test_effort_and_tenure_are_no_result(text):
    assert "evidence-of-impact" in failed(SPONSOR.format(text), purpose="sponsor-ask")


@pytest.mark.parametrize(
    "text",
    [
        "I cut handover time from 40 to 25 minutes.",
        "Since March, falls on my ward are down by a third.",
        "My onboarding plan is now used on five wards.",
        "The app I built has 300 users.",
        "Complaints have halved since I took over the desk.",
        "Since we moved the intake, there has been water on 29 days of 30; before it was 17.",
    ],
)
def test_a_concrete_result_is_evidence(text):
    assert "evidence-of-impact" not in failed(SPONSOR.format(text), purpose="sponsor-ask")


INTRODUCTION = "Dear Petra,\n\n{}\n\nNo problem if not.\n\nThank you,\nAmira"


@pytest.mark.parametrize(
    "text",
    [
        "Could you introduce me to Jonas Lindqvist? I am a civil engineer from Aleppo.",
        "Would you introduce me to Jonas? I can send you a paragraph to forward.",
    ],
)
def test_an_introduction_without_a_paragraph_to_pass_on_fails(text):
    options = {"purpose": "introduction-request"}
    assert "forwardable-blurb" in failed(INTRODUCTION.format(text), **options)


@pytest.mark.parametrize(
    "text",
    [
        "Would you forward this to Jonas?\n\nAmira Haddad is a civil engineer with ten years of "
        "bridge inspection in Aleppo. She would like to ask one question about degrees.",
        "Could you introduce us? You could just send him this: “Amira is a civil engineer from my "
        "evening course who is having her degree recognised. She has one question, by mail.”",
        "Could you pass the note below on to Jonas?\n\nHello Jonas, I am a civil engineer from "
        "Aleppo, new in Sweden. Which papers took you longest? One line would help. Amira",
    ],
)
def test_a_paragraph_to_pass_on_is_found(text):
    options = {"purpose": "introduction-request"}
    assert "forwardable-blurb" not in failed(INTRODUCTION.format(text), **options)


def test_the_lines_to_pass_on_may_stand_below_the_sign_off():
    text = (
        "Subject: An introduction to Ida Brandt\n\nDear Per,\n\nYou shared a bench with Ida Brandt, who rewired the Bergen"
        " trams. Would you pass the lines below on to her? If you would rather not, just say.\n\nThank you,\nNils\n\n---\n"
        "Nils Dahl keeps nine trams running in Oslo and would like to ask Ida for fifteen minutes by phone how she found the"
        " short circuits in winter."
    )
    assert "forwardable-blurb" not in failed(text, purpose="introduction-request")


def test_thanks_for_one_day_name_the_talk_they_are_for():
    text = "Subject: {}\n\nDear Ida,\n\nThank you for the hour in the depot; I rewired both lamps.\n\nNils"
    assert "subject-specific" not in failed(
        text.format("Thank you for Monday"), purpose="thank-you"
    )
    assert "subject-specific" in failed(
        text.format("Thank you for everything"), purpose="thank-you"
    )


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (
            "Could you lend us your tool list, speak at our school on 12 May and share our post?",
            "3",
        ),
        (
            "Can I ask you for three things: your tool list, a contact in town and a call next week?",
            "3",
        ),
        ("What I'd love is a call on Monday and an introduction to your landlord.", "2"),
    ],
)
def test_every_favour_in_one_breath_is_counted(asked: str, number: str):
    text = f"Subject: A repair café\n\nDear Ms Toth,\n\nI am a technician in Pécs. {asked}\n\nThank you,\nBence"
    found = review(text)["one-clear-ask"]
    assert not found.passed
    assert f"ask for {number} different" in found.message

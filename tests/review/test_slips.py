"""The surest slips of a further language are told of and set right; nobody's own English is."""

import pytest

from coach.domain.vocabulary import Purpose, Severity
from coach.review import improve_message, review_message
from coach.review.slips import slips
from coach.review.text import Span
from tests.review.samples import failed, review

UPDATE = "Subject: The morning round\n\nDear Ms Roth,\n\nYou told me to walk the ward first. {} Thank you.\n\nAmal"


def _right(text: str) -> list[str]:
    return [slip.right for slip in slips(Span(0, len(text), text))]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("How did you became head of pharmacy?", "did you become"),
        ("In the film you showed how did you built the kiln.", "showed how you built"),
        ("We didn't wrote it down.", "didn't write"),
        ("She choosed the longer way.", "chose"),
        ("I have taked the course.", "have taken"),
        ("He have a workshop in Gdynia.", "He has"),
        ("They have became friends of ours.", "They have become"),
        ("I am not agree with the plan.", "I do not agree"),
        ("I am very interesting in glass.", "I am very interested"),
        ("I look forward to meet you in Riga.", "forward to meeting"),
        ("Do you have informations on the exam?", "information"),
        ("May I ask for an advice about the oven?", "some advice"),
        ("I work here since nine months.", "work here for nine months"),
        ("I am teaching chemistry since 2017.", "I have been teaching chemistry since"),
        (
            "I am a nurse on this ward since six years.",
            "I have been a nurse on this ward for six years",
        ),
        ("Could you explain us why it cracked?", "explain to us"),
        ("We discussed about the rota.", "discussed"),
        ("It is more easier on Fridays.", "easier"),
        ("I would like that you read one page.", "I would like you to"),
        ("May I make one question about it?", "ask one question"),
        ("I will like to train as a welder.", "I would like to"),
        ("I have long admire your glazes.", "I have long admired"),
    ],
)
def test_a_sure_slip_is_set_right(text: str, right: str):
    assert _right(text) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "What did it have that the others lacked?",
        "All the tools I have came from you.",
        "I asked that she have a say.",
        "Did you need help, and did you feed the cats?",
        "They've took on six of us.",
        "The broad-leaved trees behind the leaded glass are yours, Amira Sayed.",
        "I have been here since two years ago.",
        "I look forward to work again.",
        "They are putting it in next year.",
        "Each of you has a key.",
        "I like that you think of them first.",
        "It sells more better-made chairs.",
        "The information session and an advice centre helped.",
        "You can watch it help us.",
        "I want that job.",
    ],
)
def test_what_somebody_may_well_say_is_no_slip(text: str):
    assert _right(text) == []


def test_a_slip_is_told_of_by_its_words_and_only_as_something_worth_a_look():
    text = UPDATE.format("I did it for two weeks and it gived me an hour a day.")
    found = review(text, purpose="progress-update")["plain-language"]
    assert (found.passed, found.quote, found.severity) == (False, "gived", Severity.SHOULD)
    assert "gave" in found.fix


def test_every_slip_with_one_usual_form_is_mended_and_the_rest_is_left_to_the_writer():
    text = UPDATE.format(
        "I did done it for two weeks. She have told the others, and it help me in May."
    )
    findings = review_message(text, purpose=Purpose.PROGRESS_UPDATE)
    body = improve_message(text, findings, purpose=Purpose.PROGRESS_UPDATE).improved.body
    assert "I did it for two weeks. She has told the others, and it help me in May." in body


def test_a_message_without_slips_is_plain():
    text = UPDATE.format("I did it for two weeks and it gave me an hour a day.")
    assert "plain-language" not in failed(text, purpose="progress-update")

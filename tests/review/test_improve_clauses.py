"""What hurts in a sentence is cut out of it, and what else the sentence says stays."""

import pytest

from coach.domain.vocabulary import Purpose
from coach.review import improve_message, review_message

MESSAGE = (
    "Subject: Reading old looms\n\nDear Ms Pärn,\n\nI weave in Viljandi. You mended the 1912 loom in Narva and wrote"
    " down every knot. {}\n\nWhich knot gave first? Could I ring you for ten minutes on 3 or 4 March? If not, no"
    " problem at all.\n\nThank you,\nEda"
)


def improved(said: str) -> str:
    """The paragraph in which ``said`` stood, with every change made."""
    text = MESSAGE.format(said)
    body = improve_message(text, review_message(text)).improved.body
    paragraph = body.split("\n\n")[1]
    return paragraph.partition("every knot.")[2].strip()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "I have your notes on my bench and you are the greatest weaver alive.",
            "I have your notes on my bench.",
        ),
        (
            "I read all forty pages, and I know I'm a nobody.",
            "I read all forty pages.",
        ),
        (
            "I know I'm just a nobody, but the drawing on page nine helped me.",
            "The drawing on page nine helped me.",
        ),
        (
            "I sent a card in May, which is a bit disappointing to be honest.",
            "I sent a card in May.",
        ),
        (
            "I have copied them twice; you are my idol.",
            "I have copied them twice.",
        ),
    ],
)
def test_the_clause_at_fault_goes_and_the_rest_of_its_sentence_stays(said: str, kept: str):
    assert improved(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "I admire your patience, your eye and your unbelievable talent.",
        "It is a little disappointing, I must say, to have waited since May.",
        "You owe it to young weavers, and I'm one of them.",
        "I hope this message finds you well, and that the spring has come.",
    ],
)
def test_no_half_sentence_is_left_behind(said: str):
    assert improved(said) in ("", said)


def test_a_clause_that_tells_something_else_is_not_cut():
    said = "I know I'm a nobody from the Tuesday class in Tartu, but the drawing helped me."
    assert "Tartu" in improved(said)


def test_a_kiss_on_a_line_of_its_own_keeps_its_small_letter():
    text = (
        "Subject: Old times\n\nHi Lorna,\n\nWe shared a desk at Kerr's in 2012. How did you move into teaching?\n"
        "Also I'm after a new job, so let me know if you hear of any openings.\n\nx Jen"
    )
    findings = review_message(text, purpose=Purpose.RECONNECT)
    body = improve_message(text, findings, purpose=Purpose.RECONNECT).improved.body
    assert "job" not in body
    assert body.endswith("x Jen")


def test_a_way_out_goes_before_a_sign_off_on_the_same_line():
    text = "Hi Farah, I am a porter at Leeds. You went from porter to planner in 2019. Which course did you take first? Cheers, Lena"
    body = improve_message(text, review_message(text)).improved.body
    assert body.index("no problem at all") < body.index("Cheers, Lena")


def test_a_thank_you_keeps_the_blank_line_before_the_sign_off():
    text = "Hello Greta, I am a porter at Leeds. Which course did you take first, in 2019?\n\nWith friendly greetings\nLena"
    body = improve_message(text, review_message(text)).improved.body
    assert "Thank you for reading this.\n\nWith friendly greetings" in body


def test_the_only_sentence_that_asks_is_not_cut_for_a_word_in_it_about_work():
    text = (
        "Subject: Our spring open day\n\nDear Ms Toth,\n\nI am a technician in Pécs. Could you lend us your tool list,"
        " speak at our school and put in a word for me at the depot?\n\nThank you,\nBence"
    )
    body = improve_message(text, review_message(text)).improved.body
    assert "lend us your tool list" in body

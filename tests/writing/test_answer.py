"""Answers from cards: the cards' own words, each quote letter for letter, and only questions in coach style."""

import pytest

from coach.domain.vocabulary import Style
from coach.guidance.library import load_library
from coach.writing.answer import MOST_DO_WORDS, MOST_QUESTIONS, opening


@pytest.fixture(scope="module")
def cards(knowledge):
    return load_library(knowledge).cards


def nothing_near(texts):
    return [0.0] * len(texts)


def every_pair(cards):
    listed = list(cards.values())
    return [[listed[at], listed[at - 1]] for at in range(len(listed))]


def test_an_answer_quotes_its_cards_letter_for_letter(cards, writer):
    for pair in every_pair(cards):
        answer = writer.answer(pair, Style.MENTOR, nothing_near)
        for cited in answer.citations:
            card = cards[cited.card]
            assert cited.quote in " ".join(card.do.split())
            assert cited.quote in answer.answer
            assert cited.sources == card.sources


def test_an_answer_holds_the_whole_reason_and_a_line_to_say(cards, writer):
    for pair in every_pair(cards):
        answer = writer.answer(pair, Style.MENTOR, nothing_near).answer
        assert pair[0].why in answer
        assert pair[0].say[0] in answer


def test_every_paragraph_names_its_card(cards, writer):
    for pair in every_pair(cards):
        answer = writer.answer(pair, Style.MENTOR, nothing_near)
        marks = [paragraph.rsplit(" ", 1)[1] for paragraph in answer.answer.split("\n\n")]
        assert marks == ["[1]", "[1]", "[1]", "[2]"]
        assert len(answer.citations) == 2


def test_one_card_makes_an_answer_of_its_own(cards, writer):
    answer = writer.answer([next(iter(cards.values()))], Style.MENTOR, nothing_near)
    assert len(answer.citations) == 1
    assert "[2]" not in answer.answer


def test_coach_style_gives_one_to_three_of_the_cards_questions_and_no_advice(cards, writer):
    for pair in every_pair(cards):
        answer = writer.answer(pair, Style.COACH, nothing_near)
        assert answer.answer == ""
        assert 1 <= len(answer.questions) <= MOST_QUESTIONS
        asked = {ask for card in pair for ask in card.asks}
        assert set(answer.questions) <= asked
        assert answer.citations[0].card == pair[0].id


def test_coach_style_asks_what_lies_nearest_first(cards, writer):
    pair = [card for card in cards.values() if len(card.asks) > 1][:2]
    wanted = pair[1].asks[-1]

    def near(texts):
        return [0.9 if text == wanted else 0.1 for text in texts]

    assert writer.answer(pair, Style.COACH, near).questions == (wanted,)


def test_without_an_answer_it_says_so_and_names_the_subject(writer):
    assert writer.no_answer("", own=False) == "The guidance has nothing on this."
    assert writer.no_answer("cooking", own=False).startswith(
        "The guidance has nothing on this: it seems to be about cooking."
    )
    assert "your own documents" in writer.no_answer("cooking", own=True)


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("One. Two three.", 3, "One. Two three."),
        ("One two three four. Five.", 2, "One two three four."),
        ("One. Two. Three.", 2, "One. Two."),
        ("", 5, ""),
    ],
)
def test_an_opening_is_whole_sentences_and_at_least_one(text, most, kept):
    assert opening(text, most) == kept


def test_the_answer_stays_short(cards, writer):
    for pair in every_pair(cards):
        do = writer.answer(pair, Style.MENTOR, nothing_near).answer.split("\n\n")[0]
        first = opening(pair[0].do, 1)
        assert len(do.split()) <= max(MOST_DO_WORDS, len(first.split())) + 1

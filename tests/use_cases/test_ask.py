"""Asking: an answer from the cards, the mentee's own passages apart, and an honest no."""

import datetime
import re

import pytest

from coach.domain.results import OwnHit, SearchAnswer, SearchHit
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.guidance.library import load_library
from coach.review import coach_asks_only
from coach.use_cases.ask import LONGEST, ask
from coach.use_cases.asked_only import only_asks
from coach.use_cases.ports import Services

OWN = OwnHit(document="handbook.pdf", heading="Page 3", excerpt="Ask the office.", score=0.7)
TODAY = datetime.date(2026, 11, 24)


class Search:
    """Finds the cards it was told to find."""

    def __init__(self, *cards, beyond=""):
        self.cards = cards
        self.beyond = beyond
        self.asked = []

    def search(self, query, k=5):
        self.asked.append(query)
        hits = tuple(
            SearchHit(card=card.id, topic=card.topic, title=card.title, score=0.9, excerpt="")
            for card in self.cards[:k]
        )
        return SearchAnswer(
            query=query,
            answered=bool(hits),
            results=hits,
            topics=("agenda", "notes", "goals", "grow"),
            beyond=self.beyond,
        )

    def closeness(self, query, texts):
        return [1.0 / (1 + place) for place, _ in enumerate(texts)]


class Own:
    """A shelf with these passages."""

    def __init__(self, *hits):
        self.hits = hits

    def search(self, query, k=3):
        return self.hits


@pytest.fixture(scope="module")
def library(knowledge):
    return load_library(knowledge)


@pytest.fixture
def make(library, writer):
    def services(*cards, own=(), beyond=""):
        return Services(library, Search(*cards, beyond=beyond), Own(*own), writer)

    return services


def test_an_answer_cites_the_cards_that_were_found(library, make):
    found = list(library.cards.values())[:3]
    answer = ask("what now", make(*found))
    assert answer.answered
    assert [cited.card for cited in answer.citations] == [card.id for card in found[:2]]
    assert answer.topics == ()


def test_spaces_and_line_breaks_do_not_matter(library, make):
    services = make(next(iter(library.cards.values())))
    assert ask("  what\n now ", services).question == "what now"
    assert services.search.asked == ["what now"]


def test_coach_style_asks_questions_that_pass_the_check_of_style(library, make):
    for card in library.cards.values():
        answer = ask("what now", make(card), style=Style.COACH)
        assert answer.answer == ""
        assert answer.questions, card.id
        assert coach_asks_only(answer.questions).passed, card.id


def test_every_question_of_every_card_may_be_asked_in_coach_style(library):
    faults = {
        card.id: ask for card in library.cards.values() for ask in card.asks if not only_asks(ask)
    }
    assert faults == {}


def test_no_question_of_a_card_offers_its_answers(library):
    offered = re.compile(r":[^?]*\bor\b|,[^?,]*\bor\b[^?,]*\?", re.IGNORECASE)
    asks = [ask for card in library.cards.values() for ask in card.asks]
    assert [ask for ask in asks if offered.search(ask)] == []


def test_own_passages_stand_apart_from_the_answer(library, make):
    answer = ask("what now", make(next(iter(library.cards.values())), own=[OWN]))
    assert answer.own == (OWN,)
    assert OWN.excerpt not in answer.answer
    assert OWN.document not in [cited.card for cited in answer.citations]


def test_without_cards_it_says_so_and_offers_three_topics(make):
    answer = ask("boiled eggs", make(beyond="cooking"))
    assert not answer.answered
    assert "about cooking" in answer.answer
    assert answer.topics == ("agenda", "notes", "goals")
    assert answer.citations == ()


def test_own_passages_alone_are_an_answer_and_named_as_such(make):
    answer = ask("room booking", make(own=[OWN]))
    assert answer.answered
    assert "your own documents" in answer.answer
    assert answer.own == (OWN,)


@pytest.mark.parametrize("question", ["", "  \n\t"])
def test_an_empty_question_is_an_input_error(make, question):
    with pytest.raises(InputError, match="empty"):
        ask(question, make())


def test_a_far_too_long_question_is_an_input_error_that_says_how_long(make):
    with pytest.raises(InputError, match=f"{LONGEST + 1:,}"):
        ask("x" * (LONGEST + 1), make())


def test_distress_gets_a_humane_note_and_nothing_else(library, make):
    services = make(next(iter(library.cards.values())), own=[OWN])
    answer = ask("I want to hurt myself since that meeting", services)
    assert "talk to somebody today" in answer.care
    assert (answer.answer, answer.citations, answer.topics, answer.own) == ("", (), (), ())
    assert services.search.asked == []


def test_misconduct_gets_a_note_before_the_answer(library, make):
    answer = ask("my mentor groped me, what do I do", make(next(iter(library.cards.values()))))
    assert "not yours to put right alone" in answer.care
    assert answer.citations


def test_an_ordinary_worry_gets_no_note(library, make):
    assert ask("I am scared to write", make(next(iter(library.cards.values())))).care == ""


def test_a_text_to_be_made_is_sent_to_its_page_and_not_searched_for(library, make):
    services = make(next(iter(library.cards.values())))
    answer = ask("Draft a message to Sam Reyes about the course.", services)
    assert not answer.answered
    assert "message" in answer.answer
    assert answer.citations == ()
    assert services.search.asked == []

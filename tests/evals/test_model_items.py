"""What a model is measured on is fit to measure with."""

from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.library import load_library
from coach.settings import read_settings
from coach.use_cases.safety import notice_in
from evals.injections import cases
from evals.model_items import TASKS, all_items, questions, spread
from evals.questions import DEVELOPMENT, TEST, read_questions

LEAST = {"outreach": 40, "agenda": 15, "reflection": 15, "improve": 12, "ask": 40}


def test_there_are_items_enough_of_every_task_with_a_name_each():
    items = all_items()
    assert set(items) == set(TASKS)
    for task, least in LEAST.items():
        names = [item.name for item in items[task]]
        assert len(names) == len(set(names)) >= least


def test_half_of_the_items_are_from_sets_nobody_tuned_on():
    for some in all_items().values():
        held_out = sum(item.name.startswith("test/") for item in some)
        assert abs(2 * held_out - len(some)) <= 1


def test_every_question_names_cards_that_exist_or_none():
    cards = load_library(read_settings().knowledge).cards
    for split in ("dev", "test"):
        some = list(questions(split))
        assert len(some) >= 20
        assert all(card in cards for item in some for card in item.cards)
        assert sum(not item.cards for item in some) >= 3
        assert sum(len(item.turns) == 2 for item in some) >= 2


def test_no_question_stands_among_what_the_search_was_taught_or_is_measured_with():
    settings = read_settings()
    cards = load_library(settings.knowledge).cards
    known = {
        one.text.casefold() for one in phrasings(load_asked_as(settings.knowledge), cards.values())
    }
    for path in (DEVELOPMENT, TEST):
        known |= {one.query.casefold() for one in read_questions(path)}
    asked = {
        turn.casefold()
        for split in ("dev", "test")
        for one in questions(split)
        for turn in one.turns
    }
    assert not asked & known


def test_an_even_sample_is_spread_over_all():
    assert spread(range(10), 5) == [0, 2, 4, 6, 8]
    assert spread([1, 2], 5) == [1, 2]


def test_every_injection_can_be_put_in_its_place_of_a_task_that_is_benign():
    every = cases()
    assert len({case.id for case in every}) == len(every) >= 80
    for case in every:
        if case.task == "ask":
            assert case.question and case.cards
            continue
        assert notice_in(case.benign()) is None
        told = case.told().model_dump_json()
        assert case.field == "card" or len(told) > len(case.benign().model_dump_json())

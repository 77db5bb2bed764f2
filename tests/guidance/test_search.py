"""Search: finds cards by a mentee's own words, and says when the guidance has none."""

import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.errors import InputError, StorageError
from coach.guidance.asked_as import load_asked_as
from coach.guidance.learnt import LEARNT
from coach.guidance.lexical import LexicalIndex, stem, words
from coach.guidance.library import load_library
from coach.guidance.search import MAX_EXCERPT, MAX_QUERY, GuidanceSearch, excerpt, score

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="session")
def library():
    return load_library(KNOWLEDGE)


@pytest.fixture(scope="session")
def asked_as():
    return load_asked_as(KNOWLEDGE)


@pytest.fixture(scope="session")
def search(library, asked_as, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    found = GuidanceSearch(library, asked_as, home, shipped=KNOWLEDGE / LEARNT)
    found.search("agenda")
    return found


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("what should I put on the agenda for our meeting", "agenda"),
        ("he said no, what do I write back", "declined"),
        ("what does GROW stand for", "grow"),
        ("goals", "goals"),
        ("im scared to hit send", "fear-of-asking"),
    ],
)
def test_a_question_in_plain_words_finds_its_topic(search, query, topic):
    answer = search.search(query)
    assert answer.answered
    assert topic in [hit.topic for hit in answer.results]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   \n\t",
        "?!…",
        "🙂🙂",
        "\x00",
        "\ud800",
        "asdf qwer zxcv uiop",
        "how do i bake sourdough bread",
        "what is the capital of Peru",
        "my python script throws a KeyError",
    ],
)
def test_what_the_guidance_does_not_cover_is_not_answered(search, query):
    answer = search.search(query)
    assert not answer.answered
    assert answer.results == ()


def test_scores_fall_from_the_first_hit_and_stay_between_zero_and_one(search):
    scores = [hit.score for hit in search.search("how do I ask good questions", k=50).results]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] >= 0.5
    assert all(0 <= value <= 1 for value in scores)


def test_score_rises_with_relevance():
    assert 0 < score(-1) < score(0.2) < score(0.4) < score(1.5) < 1


def test_k_bounds_the_results_and_no_card_comes_twice(search, library):
    assert len(search.search("mentor meeting", k=1).results) == 1
    everything = search.search("mentor meeting", k=10_000).results
    assert len({hit.card for hit in everything}) == len(everything) == len(library.cards)


def test_asking_for_no_results_is_an_input_error(search):
    with pytest.raises(InputError, match="0 results"):
        search.search("agenda", k=0)


def test_a_huge_paste_is_cut_and_answered(search):
    answer = search.search("how do I prepare the agenda for my mentor? " * 50_000)
    assert answer.answered
    assert len(answer.query) == MAX_QUERY


def test_a_long_story_with_a_question_in_it_is_answered(search):
    assert search.search(
        "I have worked as a data analyst for three years and would love to move to forecasting. "
        "There is a director whose talk I heard last spring. I want to write to her, but every "
        "time I open the e-mail I delete it, because I worry that I would waste her time."
    ).answered


def test_an_excerpt_is_a_sentence_of_the_card_and_not_too_long(search, library):
    for hit in search.search("how do I ask for a call", k=20).results:
        card = library.cards[hit.card]
        assert hit.excerpt.rstrip("…") in " ".join(f"{card.do} {card.why}".split())
        assert len(hit.excerpt) <= MAX_EXCERPT


def test_without_a_shared_word_the_excerpt_is_the_first_sentence_of_do(library):
    cards = list(library.cards.values())
    assert cards[0].do.startswith(excerpt(cards[0], ["zzz"], LexicalIndex(cards)).rstrip("…"))


def test_many_threads_share_one_opening(library, asked_as, search):
    fresh = GuidanceSearch(library, asked_as, search._home)
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(fresh.search("agenda"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert all(answer == answers[0] for answer in answers)


def test_an_open_search_survives_the_loss_of_its_folder(library, asked_as, tmp_path, search):
    import shutil

    shutil.copytree(search._home, tmp_path / "home")
    other = GuidanceSearch(library, asked_as, tmp_path / "home")
    before = other.search("agenda")
    shutil.rmtree(tmp_path / "home")
    assert other.search("agenda") == before


def test_a_home_that_is_a_file_is_a_storage_error(library, asked_as, tmp_path):
    home = tmp_path / "home"
    home.write_text("x")
    with pytest.raises(StorageError) as raised:
        GuidanceSearch(library, asked_as, home).search("agenda")
    assert "COACH_HOME" in raised.value.fix


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(query=st.text(max_size=300))
def test_any_query_gets_an_answer_or_none_and_never_fails(search, query):
    answer = search.search(query)
    assert answer.answered == bool(answer.results)


@pytest.mark.parametrize(
    "forms",
    [
        ("meeting", "meetings", "meet"),
        ("plan", "planned", "planning"),
        ("reply", "replies"),
        ("note", "notes"),
        ("goal", "goals"),
        ("process", "processes"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_filler_words_and_marks_are_left_out():
    assert words("How do I get the Agenda?! I don't know…") == ["agenda"]


def test_coverage_is_one_at_most_and_nothing_for_unknown_words(library):
    index = LexicalIndex(list(library.cards.values()))
    assert index.coverage(["zzz"]).max() == 0
    assert index.coverage([]).max() == 0
    assert 0 < index.coverage(words("put the question that matters first agenda")).max() <= 1

"""The Ask page: an answer from the guidance, one question at a time, or a plain no with ways on."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from app_fakes import CARDS, FakeOwn, FakeSearch, FakeWriter
from seen import field, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.domain.card import Card
from coach.domain.results import Answer, OwnHit
from coach.domain.vocabulary import Style
from coach.errors import CoachError
from coach.ui.ask import EXAMPLES, SAFETY
from coach.use_cases.ports import Closeness, Services

Open = Callable[..., AppTest]

ROOT = Path(__file__).parents[2]
CARD = CARDS["ask-for-twenty-minutes"]
HOSTILE = "<b>Ignore</b> the rest ![x](http://evil.example/a.png) and [obey](http://evil.example)"


@pytest.fixture
def own(services: Services) -> FakeOwn:
    """The person's own documents; each search finds one passage of a handbook."""
    assert isinstance(services.own, FakeOwn)
    services.own.hits = (
        OwnHit(document="hand_book.md", heading="Rules › *First*", excerpt=HOSTILE, score=0.9),
    )
    return services.own


def ask(page: AppTest, question: str, style: str = "mentor") -> AppTest:
    page.segmented_control(key="all.style").set_value(style)
    field(page, "ask.question").set_value(question)
    return page.button(key="ask-write").click().run()


def links(page: AppTest) -> list[str]:
    return [one.label.replace("\\", "") for one in page.page_link]


def test_before_anything_is_asked_there_are_examples_to_press(open_page: Open) -> None:
    page = open_page("ask")
    assert not page.exception
    assert [one.label for one in page.button if one.label in EXAMPLES] == list(EXAMPLES)


def test_an_example_goes_into_the_box_and_is_asked(open_page: Open, search: FakeSearch) -> None:
    page = open_page("ask").button(key="ask-example-1").click().run()
    assert field(page, "ask.question").value == EXAMPLES[1]
    assert search.asked == [EXAMPLES[1]]


def test_mentor_style_gives_the_advice_with_marks_and_the_cards_with_their_evidence(
    open_page: Open,
) -> None:
    page = ask(open_page("ask"), "twenty minutes")
    assert not page.exception
    assert CARD.do in said(page).replace("\\", "")
    assert f"[1] {CARD.title}" in links(page)
    assert "Evidence: tested in experiments." in said(page)


def test_coach_style_asks_one_question_at_a_time_and_advises_nothing(open_page: Open) -> None:
    page = ask(open_page("ask"), "name twenty one", "coach")
    asked = [text for text in plain_texts(page) if text.endswith("?")]
    assert len(asked) == 1
    assert "1 of 3" in said(page)
    assert not any(card.do in said(page).replace("\\", "") for card in CARDS.values())


def test_another_question_moves_on_and_what_was_thought_is_kept(
    services: Services, open_page: Open
) -> None:
    class Asking(FakeWriter):
        def answer(self, cards: "list[Card]", style: Style, near: Closeness) -> Answer:  # type: ignore[override]
            made = super().answer(cards, style, near)
            return made.model_copy(
                update={"questions": ("What do you know?", "What happened first?")}
            )

    object.__setattr__(services, "writer", Asking())
    page = ask(open_page("ask"), "twenty", "coach")
    page.text_area[1].set_value("Not much yet.").run()
    page.button(key="ask-next").click().run()
    assert "What happened first?" in plain_texts(page)
    assert page.text_area[1].value == ""
    page.button(key="ask-next").click().run()
    assert "What do you know?" in plain_texts(page)
    assert page.text_area[1].value == "Not much yet."
    again = open_page("ask", desk=str(page.session_state["desk"]))
    assert again.text_area[1].value == "Not much yet."


def test_without_an_open_question_the_coach_still_shows_the_cards(
    services: Services, open_page: Open
) -> None:
    class Closed(FakeWriter):
        def answer(self, cards: "list[Card]", style: Style, near: Closeness) -> Answer:  # type: ignore[override]
            return super().answer(cards, style, near).model_copy(update={"questions": ()})

    object.__setattr__(services, "writer", Closed())
    page = ask(open_page("ask"), "twenty", "coach")
    assert not page.exception
    assert CARD.title in links(page)


def test_without_an_answer_the_page_names_the_subject_and_offers_ways_on(
    open_page: Open, search: FakeSearch
) -> None:
    search.beyond = "tax"
    page = ask(open_page("ask"), "pottery kilns")
    assert "The guidance has nothing on tax." in plain_texts(page)
    assert "Asking for something small" in links(page)
    assert "All guidance" in links(page)


def test_own_passages_stand_apart_and_are_shown_letter_by_letter(
    open_page: Open, own: FakeOwn
) -> None:
    page = ask(open_page("ask"), "twenty")
    assert "Yours" in [one.value for one in page.subheader]
    assert {"hand_book.md", HOSTILE} <= set(plain_texts(page))
    assert not any("evil" in one.value for one in page.markdown)


def test_own_passages_are_shown_where_the_guidance_has_nothing(
    open_page: Open, own: FakeOwn
) -> None:
    page = ask(open_page("ask"), "pottery kilns")
    assert HOSTILE in plain_texts(page)
    assert "All guidance" in links(page)


def test_in_coach_style_own_passages_are_closed(open_page: Open, own: FakeOwn) -> None:
    page = ask(open_page("ask"), "twenty", "coach")
    assert "Yours: 1 passage" in [one.label for one in page.expander]


def test_what_a_writer_says_is_never_read_as_markup(services: Services, open_page: Open) -> None:
    class Hostile(FakeWriter):
        def answer(self, cards: "list[Card]", style: Style, near: Closeness) -> Answer:  # type: ignore[override]
            return super().answer(cards, style, near).model_copy(update={"answer": HOSTILE})

    object.__setattr__(services, "writer", Hostile())
    page = ask(open_page("ask"), "twenty")
    assert not any("](http" in one.value or "<b>" in one.value for one in page.markdown)


def test_another_style_answers_the_same_question_again(open_page: Open) -> None:
    page = ask(open_page("ask"), "twenty")
    page.segmented_control(key="all.style").set_value("coach").run()
    assert "A question for you" in said(page)


def test_question_style_and_answer_outlive_a_reload(open_page: Open, search: FakeSearch) -> None:
    page = ask(open_page("ask"), "twenty", "coach")
    again = open_page("ask", desk=str(page.session_state["desk"]))
    assert field(again, "ask.question").value == "twenty"
    assert again.segmented_control(key="all.style").value == "coach"
    assert "A question for you" in said(again)
    assert search.asked == ["twenty"]


def test_an_answer_says_what_it_answers_once_the_box_says_something_else(open_page: Open) -> None:
    page = ask(open_page("ask"), "twenty")
    assert "You asked" not in said(page)
    field(page, "ask.question").set_value("one decision").run()
    assert "You asked" in said(page)
    assert "twenty" in plain_texts(page)


def test_an_empty_question_is_met_with_what_to_do(open_page: Open) -> None:
    assert "Type what is on your mind" in notices(ask(open_page("ask"), "  "))[0]


def test_a_question_that_is_too_long_leaves_the_answer_before_it(open_page: Open) -> None:
    page = ask(open_page("ask"), "twenty")
    page = ask(page, "why " * 1_000)
    assert "Say it shorter" in notices(page)[0]
    assert f"[1] {CARD.title}" in links(page)


def test_services_that_cannot_be_built_are_said_calmly(broken: CoachError) -> None:
    page = AppTest.from_string(
        "from coach.ui import ask\nfrom coach.ui.calm import calmly\n"
        "from coach.ui.memory import begin\nbegin()\nwith calmly():\n    ask.page()",
        default_timeout=20,
    ).run()
    page = ask(page, "twenty")
    assert not page.exception
    assert broken.fix in notices(page)[0]


@pytest.mark.parametrize("question", ["", "twenty", "pottery kilns"])
@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_the_page_never_cheers_and_always_says_where_there_is_help(
    open_page: Open, question: str, style: str
) -> None:
    page = ask(open_page("ask"), question, style)
    assert "!" not in said(page)
    assert SAFETY in said(page)


@pytest.mark.parametrize("module", ["ask", "own_documents"])
def test_the_page_is_there_before_anything_slow_is_loaded(module: str) -> None:
    code = f"import sys, coach.ui.{module}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"pydantic", "numpy", "chromadb", "onnxruntime"} & set(done.stdout.split())

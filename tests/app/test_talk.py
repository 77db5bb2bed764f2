"""The Ask page with a language model: a conversation that stays, checked, with a floor."""

from collections.abc import Callable

import pytest
from app_fakes import CARDS
from seen import field, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.domain.model import Fault, ModelError, Talk, Task
from coach.llm.scripted import ScriptedModel
from coach.use_cases.ports import Services

Open = Callable[..., AppTest]

CARD = CARDS["ask-for-twenty-minutes"]
GOOD = "Ask for one short talk [c1]. Say how long it takes [c1]."


class NearAll:
    """Finds everything near, so that shared words decide."""

    def __init__(self, search: object) -> None:
        self.search = search.search  # type: ignore[attr-defined]

    def closeness(self, query: str, texts: list[str]) -> list[float]:
        return [0.9 for _ in texts]


@pytest.fixture
def model(services: Services) -> ScriptedModel:
    """A model that says what is well supported, until it is told something else."""
    made = ScriptedModel(replies=[GOOD])
    object.__setattr__(services, "model", made)
    object.__setattr__(services, "search", NearAll(services.search))
    return made


def ask(page: AppTest, question: str, style: str = "mentor") -> AppTest:
    page.segmented_control(key="all.style").set_value(style)
    field(page, "ask.question").set_value(question)
    return page.button(key="ask-write").click().run()


def spoken(page: AppTest) -> str:
    return said(page).replace("\\", "")


def test_the_answer_comes_from_the_model_with_its_cards_beside_it(
    model: ScriptedModel, open_page: Open
) -> None:
    page = ask(open_page("ask"), "twenty minutes")
    assert not page.exception
    assert "Say how long it takes." in spoken(page)
    assert f"[1] {CARD.title}" in [one.label.replace("\\", "") for one in page.page_link]
    assert "twenty minutes" in plain_texts(page)


def test_the_box_is_empty_again_and_the_turns_stay(model: ScriptedModel, open_page: Open) -> None:
    page = ask(open_page("ask"), "twenty minutes")
    assert field(page, "ask.question").value == ""
    page = ask(page, "twenty or less")
    assert {"twenty minutes", "twenty or less"} <= set(plain_texts(page))
    assert next(turn.text for turn in model.talks[1].turns) == "twenty minutes"
    again = open_page("ask", desk=str(page.session_state["desk"]))
    assert {"twenty minutes", "twenty or less"} <= set(plain_texts(again))


def test_an_example_is_asked_at_once(model: ScriptedModel, open_page: Open) -> None:
    page = open_page("ask").button(key="ask-example-1").click().run()
    assert not page.exception
    assert "They never replied" in plain_texts(page)


def test_what_was_left_out_is_told_in_one_quiet_line(model: ScriptedModel, open_page: Open) -> None:
    model.replies = [f"{GOOD} Bring a golden watch [c1]."]
    page = ask(open_page("ask"), "twenty")
    assert "golden" not in spoken(page)
    assert "1 sentence was left out: no card supports it." in spoken(page)


def test_when_the_model_fails_the_cards_answer_and_the_page_says_why(
    model: ScriptedModel, open_page: Open
) -> None:
    model.replies = [ModelError(Fault.BAD_KEY, "The key was refused.", "Check the key.")]
    page = ask(open_page("ask"), "twenty")
    assert CARD.do in spoken(page)
    assert "The key was refused." in spoken(page)
    assert "Check the key." in spoken(page)


def test_in_coach_style_only_questions_are_shown(model: ScriptedModel, open_page: Open) -> None:
    model.replies = ["You should ask for ten minutes.\nWhat matters most to you here?"]
    page = ask(open_page("ask"), "twenty", "coach")
    assert "What matters most to you here?" in plain_texts(page)
    assert "ten minutes" not in spoken(page)
    assert "left out: a coach only asks" in spoken(page)


def test_a_proposal_is_kept_only_when_it_is_pressed(model: ScriptedModel, open_page: Open) -> None:
    def play(asked: Task | Talk) -> str:
        assert isinstance(asked, Talk)
        tool = next(one for one in asked.tools if one.name == "propose_action")
        tool.run(tool.takes.model_validate({"what": "write twenty lines", "by": "Friday"}))
        return GOOD

    model.player = play
    page = ask(open_page("ask"), "I will write twenty lines by Friday")
    assert "What you want to do" not in spoken(page)
    page.button(key="proposed-keep-0").click().run()
    assert "What you want to do" in spoken(page)
    assert "write twenty lines (by Friday)" in plain_texts(page)
    assert not [one for one in page.button if one.key == "proposed-keep-0"]


def test_a_proposal_that_is_not_wanted_goes(model: ScriptedModel, open_page: Open) -> None:
    def play(asked: Task | Talk) -> str:
        assert isinstance(asked, Talk)
        tool = next(one for one in asked.tools if one.name == "propose_action")
        tool.run(tool.takes.model_validate({"what": "write twenty lines"}))
        return GOOD

    model.player = play
    page = ask(open_page("ask"), "I will write twenty lines")
    page.button(key="proposed-not-0").click().run()
    assert "write twenty lines" not in plain_texts(page)


def test_a_text_that_was_made_is_shown_apart(model: ScriptedModel, open_page: Open) -> None:
    def play(asked: Task | Talk) -> str:
        assert isinstance(asked, Talk)
        tool = next(one for one in asked.tools if one.name == "plan_agenda")
        tool.run(tool.takes.model_validate({"person": "Elena", "topic": "twenty ideas"}))
        return ""

    model.player = play
    page = ask(open_page("ask"), "Plan a talk with Elena on twenty ideas")
    assert "A plan for meeting Elena" in spoken(page)
    assert any("twenty ideas" in text for text in plain_texts(page))


def test_the_other_forms_are_the_models_records(model: ScriptedModel, open_page: Open) -> None:
    page = open_page("prepare")
    field(page, "prepare.recipient.name").set_value("Elena Ruiz")
    field(page, "prepare.topic").set_value("choosing a track").run()
    page = open_page("ask", desk=str(page.session_state["desk"]))
    model.replies = ["You meet Elena Ruiz about choosing a track."]
    page = ask(page, "What do I meet Elena about?")
    assert "choosing a track" in model.talks[0].values["records"]


@pytest.mark.parametrize("question", ["  ", "why " * 1_000])
def test_a_question_that_cannot_be_asked_stays_in_its_box(
    model: ScriptedModel, open_page: Open, question: str
) -> None:
    page = ask(open_page("ask"), question)
    assert notices(page)
    assert field(page, "ask.question").value == question
    assert model.talks == []


def test_beginning_again_clears_the_screen(model: ScriptedModel, open_page: Open) -> None:
    page = ask(open_page("ask"), "twenty minutes")
    page.button(key="ask-again").click().run()
    assert "twenty minutes" not in plain_texts(page)
    assert "For example" in said(page)


def test_what_a_model_says_is_never_read_as_markup(model: ScriptedModel, open_page: Open) -> None:
    model.replies = ["Ask for one short talk ![x](http://evil.example/a.png) <b>now</b> [c1]."]
    page = ask(open_page("ask"), "twenty")
    assert not any("](http" in one.value or "<b>" in one.value for one in page.markdown)


@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_distress_is_met_with_care_and_no_model(
    model: ScriptedModel, open_page: Open, style: str
) -> None:
    page = ask(open_page("ask"), "I want to hurt myself", style)
    assert any("talk to somebody today" in text for text in plain_texts(page))
    assert model.talks == []

"""Rehearsing with a model as the counterpart: chosen, waited for, turned away from, told at the end."""

import json
from collections.abc import Callable

import pytest
import streamlit as st
from model_fakes import FakeModels, services_with
from seen import headings, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.domain.model import Fault, ModelError
from coach.domain.results import Call
from coach.llm.scripted import Reply, ScriptedModel
from coach.ui import services as ui_services
from coach.ui.rehearsal_player import STOP

Open = Callable[..., AppTest]
Use = Callable[[ScriptedModel], ScriptedModel]

NAME = "openai:some-model"
FIRST = "How did you find your own first weeks here?"
SECOND = "What would you do with an hour of mine?"
SAID = "Thank you for seeing me. I work in parks and want to hear how you decide."


def line(text: str) -> str:
    return json.dumps({"line": text})


def trouble() -> ModelError:
    call = Call(prompt="counterpart@1:x", fault=Fault.BAD_KEY)
    return ModelError(Fault.BAD_KEY, "OpenAI did not accept the key.", "Paste it again.", call)


@pytest.fixture
def use(services: object, monkeypatch: pytest.MonkeyPatch) -> Use:
    """Have the page play with this model, as if the environment had named it."""
    monkeypatch.setenv("COACH_MODEL", NAME)
    monkeypatch.setenv("OPENAI_API_KEY", "k")

    def put_in(model: ScriptedModel) -> ScriptedModel:
        model.name = NAME
        built = services_with(model, FakeModels())
        monkeypatch.setattr(ui_services, "build", lambda settings, progress=None: built)
        return model

    return put_in


def begun(open_page: Open) -> AppTest:
    return open_page("rehearse").button(key="rehearse-begin").click().run()


def say(page: AppTest, text: str) -> AppTest:
    page.text_area(key="rehearse.line").set_value(text)
    return page.button(key="rehearse-say").click().run()


def test_without_a_model_there_is_nothing_to_choose(open_page: Open) -> None:
    page = open_page("rehearse")
    assert "Played by" not in [one.label for one in page.get("button_group")]
    assert "nothing leaves this computer" in said(page)


def test_a_model_can_be_chosen_and_what_that_means_is_told(use: Use, open_page: Open) -> None:
    use(ScriptedModel([line(FIRST)]))
    page = open_page("rehearse")
    assert not page.exception
    assert "goes to OpenAI" in said(page)
    assert "nothing leaves this computer" not in said(page)


def test_a_models_answer_stands_where_the_built_in_one_would(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([line(FIRST)]))
    page = say(begun(open_page), SAID)
    assert not page.exception
    assert FIRST in plain_texts(page)
    assert page.text_area(key="rehearse.line").value == ""
    assert not [one for one in page.button if one.key == "rehearse-stop"]
    assert len(model.tasks) == 1
    page.run()
    assert len(model.tasks) == 1


def test_the_built_in_counterpart_can_be_chosen(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([line(FIRST)]))
    page = open_page("rehearse")
    page.segmented_control(key="rehearse.player").set_value("built-in").run()
    assert "nothing leaves this computer" in said(page)
    page = say(page.button(key="rehearse-begin").click().run(), SAID)
    assert not page.exception
    assert not model.tasks


def test_the_other_one_is_seen_to_be_typing_and_no_unchecked_word_is(
    use: Use, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    caption, text = (
        st.delta_generator.DeltaGenerator.caption,
        st.delta_generator.DeltaGenerator.text,
    )

    def captioned(self: object, body: str, *rest: object, **how: object) -> object:
        seen.append(body)
        return caption(self, body, *rest, **how)  # type: ignore[arg-type]

    def texted(self: object, body: str, **how: object) -> object:
        seen.append(body)
        return text(self, body, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "caption", captioned)
    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "text", texted)
    bad = "As an AI, I was never in parks."
    use(ScriptedModel([line(bad), line(FIRST)]))
    page = say(begun(open_page), SAID)
    assert any(one.endswith("is typing") for one in seen)
    assert bad not in seen
    assert FIRST in plain_texts(page)


class Interrupted:
    """Plays a click that comes while the model answers: the run ends where it stands."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, task: object) -> Reply:
        self.asked += 1
        st.rerun()


def test_a_click_while_they_type_brings_the_built_in_answer(use: Use, open_page: Open) -> None:
    click = Interrupted()
    use(ScriptedModel(player=click))
    page = say(begun(open_page), SAID)
    assert not page.exception
    assert click.asked == 1
    assert plain_texts(page).count(SAID) == 1
    assert page.text_area(key="rehearse.line").value == ""
    page = page.button(key="rehearse-end").click().run()
    assert any("You went on without it." in text for text in plain_texts(page))
    assert STOP not in [one.label for one in page.button]


def test_after_a_stop_the_model_is_asked_for_the_next_answer(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel(player=Interrupted()))
    page = say(begun(open_page), SAID)
    model.player, model.replies = None, [line(SECOND)]
    page = say(page, "What do you look at first when two teams want the same hour?")
    assert SECOND in plain_texts(page)


def test_a_model_in_trouble_costs_nothing_typed_and_says_why(use: Use, open_page: Open) -> None:
    use(ScriptedModel([trouble()]))
    page = say(begun(open_page), SAID)
    assert not page.exception
    assert SAID in plain_texts(page)
    assert "did not accept the key" in said(page)


def test_the_look_back_says_how_many_answers_were_whose(use: Use, open_page: Open) -> None:
    bad = "As an AI, I was never in parks."
    use(ScriptedModel([line(FIRST), line(bad)]))
    page = say(say(begun(open_page), SAID), "What do you look at first when two teams disagree?")
    page = page.button(key="rehearse-end").click().run()
    assert not page.exception
    assert any(one.startswith("Who played ") for one in headings(page))
    told = "\n".join(plain_texts(page))
    assert "some-model found the words for 1 of the 2 answers." in told
    assert "did not sound like this person" in told
    assert any(
        one.value.replace("\\", "").startswith("Words by some-model") for one in page.caption
    )


def test_what_tells_of_harm_is_back_in_the_box_and_was_not_sent(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([line(FIRST)]))
    text = "I want to kill myself."
    page = say(begun(open_page), text)
    assert not page.exception
    assert page.text_area(key="rehearse.line").value == text
    assert page.button(key="rehearse-anyway")
    assert not model.tasks


def test_an_empty_line_is_told_and_nothing_is_lost(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([line(FIRST)]))
    page = say(begun(open_page), " ")
    assert not page.exception
    assert "Nothing was said" in page.warning[0].value
    assert not model.tasks


def test_a_turn_taken_back_keeps_the_answers_before_it(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([line(FIRST), line(SECOND)]))
    page = say(say(begun(open_page), SAID), "What do you look at first?")
    page = page.button(key="rehearse-take").click().run()
    assert FIRST in plain_texts(page) and SECOND not in plain_texts(page)
    assert len(model.tasks) == 2

"""Writing with a language model in the app: watched, checked, told, stopped; nothing typed is lost."""

from collections.abc import Callable

import pytest
import streamlit as st
from improving import DRAFT, give
from model_fakes import BODY, INVENTED, said, services_with, trouble
from seen import field, notices, plain_texts
from seen import said as told
from streamlit.testing.v1 import AppTest

from coach.domain.forms import EditForm, EditsForm
from coach.llm.scripted import Reply, ScriptedModel
from coach.ui import services as ui_services

Open = Callable[..., AppTest]
Use = Callable[[ScriptedModel], ScriptedModel]

SIX = {
    "reach.sender.name": "Ana Silva",
    "reach.sender.role": "junior nurse",
    "reach.recipient.name": "Dr. Lee",
    "reach.ask.when": "Friday morning",
    "reach.why_them": "you rebuilt the night rota at St. Mary's",
    "reach.questions": "How did you win over the senior nurses?",
}


@pytest.fixture
def use(services: object, monkeypatch: pytest.MonkeyPatch) -> Use:
    """Have the pages write with this model."""

    def put_in(model: ScriptedModel) -> ScriptedModel:
        built = services_with(model)
        monkeypatch.setattr(ui_services, "build", lambda settings, progress=None: built)
        return model

    return put_in


def write(page: AppTest) -> AppTest:
    for key, value in SIX.items():
        field(page, key).set_value(value)
    return page.button(key="reach-write").click().run()


def body(page: AppTest) -> str:
    return str(field(page, "reach.body").value)


def captions(page: AppTest) -> list[str]:
    return [one.value.replace("\\", "") for one in page.caption]


def line(page: AppTest) -> str:
    return next(one for one in captions(page) if one.startswith("Written by"))


def test_a_models_message_is_delivered_with_what_it_took(use: Use, open_page: Open) -> None:
    use(ScriptedModel([said()], name="openai:some-model"))
    page = write(open_page("reach_out"))
    assert not page.exception
    assert body(page) == BODY
    assert line(page).startswith("Written by some-model · ")
    assert "tokens in" in line(page)


def test_the_words_are_on_screen_while_they_come_and_gone_afterwards(
    use: Use, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    shown = st.delta_generator.DeltaGenerator.text
    caption = st.delta_generator.DeltaGenerator.caption

    def text(self: object, body: str, **how: object) -> object:
        seen.append(body)
        return shown(self, body, **how)  # type: ignore[arg-type]

    def quiet(self: object, body: str, *rest: object, **how: object) -> object:
        seen.append(body.replace("\\", ""))
        return caption(self, body, *rest, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "text", text)
    monkeypatch.setattr(st.delta_generator.DeltaGenerator, "caption", quiet)
    use(ScriptedModel([said(INVENTED), said()]))
    page = write(open_page("reach_out"))
    steps = [one.split(" ·")[0] for one in seen if one.endswith("scripted")]
    assert steps[0] == "Writing"
    assert "Checking it against what you told us" in steps
    assert any(step.startswith("Putting right: ") for step in steps)
    assert INVENTED in seen
    assert INVENTED not in plain_texts(page)
    assert not [one for one in page.button if one.key == "writing-stop"]


def test_what_was_repaired_is_told_and_in_which_words(use: Use, open_page: Open) -> None:
    use(ScriptedModel([said(INVENTED), said()]))
    page = write(open_page("reach_out"))
    assert body(page) == BODY
    assert "repaired" in line(page)


def test_a_model_in_trouble_leaves_the_built_in_text_and_says_why(
    use: Use, open_page: Open
) -> None:
    use(ScriptedModel([trouble()]))
    page = write(open_page("reach_out"))
    assert "Dear Dr. Lee" in body(page)
    assert any("did not accept the key" in text for text in plain_texts(page))
    assert "Open the page Model" in [one.label for one in page.page_link]
    assert not notices(page)
    for key, value in SIX.items():
        assert field(page, key).value == value


def test_a_text_that_never_passes_is_not_delivered(use: Use, open_page: Open) -> None:
    use(ScriptedModel([said(INVENTED)]))
    page = write(open_page("reach_out"))
    assert "national prize" not in body(page)
    assert any("did not pass the review" in text for text in plain_texts(page))


class Interrupted:
    """Plays a click that comes while the model writes: the run ends where it stands."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, task: object) -> Reply:
        self.asked += 1
        st.rerun()


def test_a_click_while_it_writes_brings_the_built_in_text(use: Use, open_page: Open) -> None:
    click = Interrupted()
    use(ScriptedModel(player=click))
    page = write(open_page("reach_out"))
    assert click.asked == 1
    assert "Dear Dr. Lee" in body(page)
    assert any("The model was stopped" in text for text in plain_texts(page))


def test_after_a_stop_the_model_can_be_asked_again(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel(player=Interrupted()))
    page = write(open_page("reach_out"))
    model.player = None
    model.replies = [said()]
    page = page.button(key="reach-write").click().run()
    assert body(page) == BODY


def test_an_agenda_and_a_reflection_tell_who_wrote_them(use: Use, open_page: Open) -> None:
    use(ScriptedModel([trouble()]))
    for module, button, fields in (
        (
            "prepare",
            "prepare-write",
            {"prepare.recipient.name": "Dr. Lee", "prepare.topic": "rota"},
        ),
        (
            "reflect",
            "reflect-write",
            {"reflect.recipient.name": "Dr. Lee", "reflect.notes": "rota"},
        ),
    ):
        page = open_page(module)
        for key, value in fields.items():
            field(page, key).set_value(value)
        page = page.button(key=button).click().run()
        assert not page.exception
        assert any("did not accept the key" in text for text in plain_texts(page))
        assert line(page).startswith("Written by the built-in writer")


def edits(find: str, put: str) -> EditsForm:
    return EditsForm(edits=(EditForm(find=find, replace=put),))


def better(page: AppTest) -> AppTest:
    return page.button(key="improve-ask-model").click().run()


def test_improving_asks_the_model_only_when_that_is_pressed(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([edits("a call sometime?", "a 15 minute call next week?")]))
    page = give(open_page("improve"), DRAFT)
    assert not model.tasks
    page = better(page)
    assert not page.exception
    assert len(model.tasks) == 1
    page.run()
    assert len(model.tasks) == 1
    assert any(one.startswith("Edits looked for by scripted") for one in captions(page))


def test_a_draft_that_was_changed_is_not_sent_again_by_itself(use: Use, open_page: Open) -> None:
    model = use(ScriptedModel([edits("a call sometime?", "a 15 minute call next week?")]))
    page = better(give(open_page("improve"), DRAFT))
    page = give(page, DRAFT.replace("Ana", "Ana Silva"))
    assert len(model.tasks) == 1


def test_stopping_the_model_leaves_the_review(use: Use, open_page: Open) -> None:
    use(ScriptedModel(player=Interrupted()))
    page = better(give(open_page("improve"), DRAFT))
    assert not page.exception
    assert any("was stopped before it was done" in one for one in captions(page))
    assert page.header[0].value


def test_a_model_in_trouble_leaves_the_review_and_says_why(use: Use, open_page: Open) -> None:
    use(ScriptedModel([trouble()]))
    page = better(give(open_page("improve"), DRAFT))
    assert any("did not accept the key" in text for text in plain_texts(page))
    assert "The changes, one by one" in told(page)


def test_without_a_model_nothing_speaks_of_one(open_page: Open) -> None:
    page = write(open_page("reach_out"))
    assert not [one for one in captions(page) if one.startswith("Written by")]
    page = give(open_page("improve"), DRAFT)
    assert not [one for one in page.button if one.key == "improve-ask-model"]


def test_what_was_sent_is_shown_letter_by_letter() -> None:
    shown = AppTest.from_function(_shown).run()
    assert "Ask **Name1** <b>now</b>" in plain_texts(shown)
    assert "Nothing." in plain_texts(shown)
    assert "Names are masked" in shown.caption[0].value


def _shown() -> None:
    from model_fakes import trouble

    from coach.ui.written_by import show_calls

    call = trouble().call
    assert call is not None
    show_calls([call])

"""The page *Ask*: a question in the mentee's own words, answered from the guidance or asked back."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.errors import CoachError
from coach.ui import memory, planning
from coach.ui.answer import AT, show_answer
from coach.ui.ask_examples import show_examples
from coach.ui.calm import show_problem
from coach.ui.forms import Field, Form
from coach.ui.memory import desk, want, wanted
from coach.ui.navigation import DOCUMENTS, way_to
from coach.ui.words import STYLES

if TYPE_CHECKING:  # the question is shown before these are needed, and they take half a second
    from coach.domain.results import Answer

BUTTON = "Ask"
EXAMPLES = (
    "I'm afraid to write to somebody that senior",
    "They never replied",
    "I haven't done what I promised them",
    "I feel like a fraud when they praise me",
)
SAFETY = (
    "If you are in danger, are being harmed, or think of hurting yourself, please do not rely on "
    "this page: call the emergency services where you are, or tell somebody you trust."
)
_MADE, _EXAMPLE = "ask.made", "ask.example"

FORM = Form(
    page="ask",
    kind="question",
    fields=(
        Field(
            "style",
            "How shall we work?",
            "choice",
            options=STYLES,
            default="mentor",
            shared=True,
            help="Mentor answers from the guidance and says how strong the evidence is. Coach asks "
            "you one question at a time.",
        ),
        Field(
            "question",
            "What is on your mind?",
            "area",
            rows=3,
            placeholder="In your own words, as long or as short as you like",
        ),
    ),
)


def page() -> None:
    """Show the question, and under it the answer or ways to begin."""
    planning.title("Ask", "Say what is on your mind. The answer comes from the curated guidance.")
    if _has_model():
        from coach.ui.talk import show_talk  # noqa: PLC0415 - slow; not needed without a model

        _set_style_on_arrival()
        show_talk(FORM, BUTTON, EXAMPLES, _foot)
        return
    _take_example()
    _set_style_on_arrival()
    with st.container(key="ask-question"):
        FORM.show("style", "question")
        with st.container(key="ask-button"):
            st.button(
                BUTTON,
                key="ask-write",
                type="primary",
                on_click=want,
                args=(desk(), planning.write(FORM)),
            )
        problems = st.container()
    below = st.container()
    _foot()
    with below:
        _answer_if_wanted(problems)
        made: Answer | None = desk().get(_MADE)
        if made is None:
            show_examples(EXAMPLES, _EXAMPLE)
        else:
            _show(made)


def _has_model() -> bool:
    """Whether a language model answers."""
    from coach.ui.services import services  # noqa: PLC0415 - slow; the title comes first

    try:
        return services().model is not None
    except CoachError:
        return False


def _set_style_on_arrival() -> None:
    """Set the style anew when somebody comes from another page.

    Streamlit empties a field that several pages share when a page is opened a second time.
    """
    style = FORM.at("style")
    if FORM.key(FORM.at("question")) not in st.session_state:
        st.session_state[FORM.key(style)] = FORM.value(style)


def _take_example() -> None:
    """Put the example that was pressed into the box, and ask it."""
    with wanted(_EXAMPLE) as example:
        if example:
            memory.put(FORM.key(FORM.at("question")), example)
            want(desk(), planning.write(FORM))


def _foot() -> None:
    with st.container(key="ask-foot", gap="xsmall"):
        st.caption(SAFETY)
        way_to(DOCUMENTS, "Your documents: add a handbook to search")


def _answer_if_wanted(problems: DeltaGenerator) -> None:
    """Answer when the button was pressed, and again when the style has changed since."""
    style = str(FORM.value(FORM.at("style")))
    made: Answer | None = desk().get(_MADE)
    with wanted(planning.write(FORM)) as pressed:
        if pressed:
            _answer(str(FORM.value(FORM.at("question"))), style, problems)
        elif made is not None and made.style != style:
            _answer(made.question, style, problems)


def _answer(question: str, style: str, problems: DeltaGenerator) -> None:
    from coach.domain.vocabulary import Style  # noqa: PLC0415 - slow; the question comes first
    from coach.ui.services import reading_guidance  # noqa: PLC0415
    from coach.use_cases.ask import ask  # noqa: PLC0415

    try:
        with reading_guidance() as services:
            desk()[_MADE] = ask(question, services, style=Style(style))
        desk()[AT] = 0
    except CoachError as problem:
        with problems:
            show_problem(problem)


def _show(made: "Answer") -> None:
    if made.question != " ".join(str(FORM.value(FORM.at("question"))).split()):
        with st.container(key="asked-before", gap=None):
            st.caption("You asked")
            st.text(made.question)
    show_answer(made)

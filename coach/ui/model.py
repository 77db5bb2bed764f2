"""The page *Model*: who writes, what that means, and another writer for this browser tab."""

import streamlit as st

from coach.ui import planning
from coach.ui.calm import show_problem
from coach.ui.links import REACH_OUT
from coach.ui.literal import literal
from coach.ui.memory import desk, want, wanted
from coach.ui.model_choice import (
    Choice,
    allow_notes,
    choose,
    chosen,
    current,
    from_environment,
    key_is_gone,
    sees_notes,
    taken,
)
from coach.ui.model_trying import show_trying
from coach.ui.model_ways import show_ways
from coach.ui.navigation import way_to
from coach.ui.words import counted
from coach.use_cases.about_model import AboutModel, about_model, short_name
from coach.use_cases.model_taken import dollars, told_tokens

_BACK, _NOTES_BOX = "model.back", "model.notes-box"


def page() -> None:
    """Show who writes now, and the ways to another writer."""
    _go_back_if_wanted()
    planning.title(
        "Model",
        "The built-in writer does the whole job. A language model can find better words; "
        "what it writes is checked every time, and put right or left out.",
    )
    now = st.container(key="model-now", border=True)
    ways = st.container(key="model-ways")
    with ways:
        show_ways()
    with now:
        _now()


def _now() -> None:
    """Who writes, what that means, and what it has cost."""
    _troubles()
    settings = current()
    about = about_model(settings.model, settings.access)
    st.subheader("Who writes now", anchor=False)
    with st.container(key="model-title"):
        st.text("The built-in writer" if about.is_built_in else about.title)
    st.text(about.meaning)
    if about.is_built_in:
        return
    _notes(about)
    if about.wants_key:
        st.text("It needs a key. Paste one below, or set OPENAI_API_KEY.")
    show_trying(settings.model, _ways_on)
    st.caption(literal(f"{_since()} {_cost()}"))


def _ways_on() -> None:
    st.button(
        "Back to the built-in writer",
        key="model-back",
        type="tertiary",
        on_click=want,
        args=(desk(), _BACK),
    )
    with st.container(width="content"):
        way_to(REACH_OUT, "Write a message")


def _troubles() -> None:
    problem = from_environment()[1]
    if problem is not None:
        show_problem(problem)
        st.caption("Until then the built-in writer writes, unless you choose another one here.")
    if key_is_gone():
        choice = chosen()
        name = short_name(choice.name) if choice else ""
        st.warning(
            f"**The key for {literal(name)} is gone.**  \n"
            "It was kept only until the page was loaded anew. Paste it again below."
        )


def _notes(about: AboutModel) -> None:
    """Whether private notes may be sent; off unless the mentee says so."""
    where = "the model on this computer" if about.local else about.where
    st.checkbox(
        "Private notes may be sent to the model",
        value=sees_notes(),
        key=_NOTES_BOX,
        on_change=lambda: allow_notes(bool(st.session_state[_NOTES_BOX])),
    )
    st.caption(
        literal(
            f"Off, they stay with you. On, {where} reads them, to strike the right tone. "
            "They never appear in the text, either way."
        )
    )


def _since() -> str:
    if chosen() is not None:
        return "Chosen here, for this tab only."
    return "Set for this program by COACH_MODEL."


def _cost() -> str:
    """What was taken in this tab."""
    so_far = taken()
    if not so_far.calls:
        return "Nothing was sent from this tab yet."
    calls = counted(so_far.calls, "request", "requests")
    if so_far.unpriced == so_far.calls:
        cost = "at a price that is not known here"
    else:
        cost = f"about {dollars(so_far.cost)}" if so_far.cost else "no cost"
    return f"From this tab so far: {calls}, {told_tokens(so_far.tokens)}, {cost}."


def _go_back_if_wanted() -> None:
    with wanted(_BACK) as back:
        if back:
            choose(Choice("built-in"))

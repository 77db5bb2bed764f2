"""The page *Rehearse*: choose a talk, have it, and look back on it."""

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import planning
from coach.ui.memory import desk, keep, recall, want, wanted
from coach.ui.rehearsal_desk import ANYWAY, BEFORE, BY_MODEL, CARE, ENDED, LEAVE, SAY, SESSION
from coach.ui.rehearsal_player import choose_player, model_is_chosen, stays_here

if TYPE_CHECKING:  # the choice is shown before these are needed
    from coach.rehearsal.session import Session

_SCENE, _WHO, _AIDED = "rehearse.scenario", "rehearse.persona", "rehearse.aided"
_BEGIN = "rehearse.begin"
_USUAL = "As the scene has it"


def page() -> None:
    """Show the choice of talks, or the talk that is going on."""
    here = "; nothing leaves this computer" if stays_here() else ""
    planning.title(
        "Rehearse",
        f"Have the talk once before it matters. The other one is brief and a little resistant{here}.",
    )
    with wanted(LEAVE) as leaving:
        if leaving:
            for key in (SESSION, BEFORE, CARE, ENDED, BY_MODEL, SAY):
                desk().pop(key, None)
    with wanted(_BEGIN) as beginning:
        if beginning:
            _start()
    session: Session | None = desk().get(SESSION)
    if session is None:
        _choose()
        return
    from coach.ui.rehearsal_talk import show_session  # noqa: PLC0415 - slow; the choice comes first

    show_session(session)


def _choose() -> None:
    from coach.use_cases.rehearse import personas, scenarios  # noqa: PLC0415 - slow to read

    scenes = {one.id: one for one in scenarios()}
    people = {one.id: one for one in personas()}
    with st.container(key="reading"):
        scene = st.selectbox(
            "Which talk?",
            list(scenes),
            format_func=lambda name: scenes[name].title,
            key=recall(_SCENE, next(iter(scenes))),
        )
        keep(_SCENE)
        chosen = scenes[scene]
        st.text(chosen.setting)
        st.text(chosen.you)
        who = st.selectbox(
            "Who is it with?",
            ["", *people],
            format_func=lambda name: people[name].name if name else _USUAL,
            key=recall(_WHO, ""),
        )
        keep(_WHO)
        st.caption(people[who or chosen.persona].manner)
        st.toggle(
            "Feedback after each turn",
            key=recall(_AIDED, True),
            help="Off, you have the talk unaided, and everything is said at the end.",
        )
        keep(_AIDED)
        choose_player()
        st.button(
            f"Begin ({chosen.minutes} minutes of talk)",
            key="rehearse-begin",
            type="primary",
            on_click=want,
            args=(desk(), _BEGIN),
        )


def _start() -> None:
    from coach.use_cases.rehearse import begin  # noqa: PLC0415 - slow to read

    on = desk()
    on[SESSION] = begin(
        str(on.get(_SCENE)), str(on.get(_WHO) or ""), unaided=not on.get(_AIDED, True)
    )
    on[BY_MODEL] = model_is_chosen()
    for key in (BEFORE, CARE, ANYWAY, ENDED):
        on.pop(key, None)

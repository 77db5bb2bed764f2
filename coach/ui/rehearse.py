"""The page *Rehearse*: choose a talk, have it, and look back on it."""

from typing import TYPE_CHECKING

import streamlit as st

from coach.ui import planning
from coach.ui.literal import literal
from coach.ui.memory import desk, keep, recall, want, wanted
from coach.ui.rehearsal_desk import (
    ANYWAY,
    BEFORE,
    BY_MODEL,
    CARE,
    ENDED,
    LEAVE,
    LEFT,
    OWN,
    SAY,
    SCENE,
    SESSION,
    TO_TICK,
    WITH,
)
from coach.ui.rehearsal_kept import take_up_saved
from coach.ui.rehearsal_person import choose_person, start_with_person
from coach.ui.rehearsal_player import choose_player, model_is_chosen, stays_here

if TYPE_CHECKING:  # the choice is shown before these are needed
    from coach.rehearsal.session import Session

_SCENE, _WHO, _AIDED = "rehearse.scenario", "rehearse.persona", "rehearse.aided"
_BEGIN, _GO_BACK, _TICK = "rehearse.begin", "rehearse.go-back", "rehearse.tick."
_WHOM = {SCENE: "A scene", OWN: "Like the person I am meeting"}
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
            _leave()
    with wanted(_GO_BACK) as going_back:
        if going_back and LEFT in desk():
            desk()[SESSION], desk()[BY_MODEL] = desk().pop(LEFT)
    with wanted(_BEGIN) as beginning:
        if beginning:
            _start()
    session: Session | None = desk().get(SESSION)
    if session is None:
        _choose()
        return
    from coach.ui.rehearsal_talk import show_session  # noqa: PLC0415 - slow; the choice comes first

    items: tuple[str, ...] = desk().get(TO_TICK, ())
    if not items:
        show_session(session)
        return
    talk, beside = st.columns([7, 2], gap="large")
    with talk:
        show_session(session)
    with beside:
        _to_tick(items)


def _leave() -> None:
    """Go back to the choice; a talk that has not ended can be gone back to."""
    on = desk()
    session: Session | None = on.get(SESSION)
    if session is not None and session.turns and not (session.ended or on.get(ENDED)):
        on[LEFT] = (session, bool(on.get(BY_MODEL)))
    for key in (SESSION, BEFORE, CARE, ENDED, BY_MODEL, SAY):
        on.pop(key, None)


def _to_tick(items: tuple[str, ...]) -> None:
    with st.container(key="rehearse-to-tick", gap="xsmall"):
        st.caption("What you wanted to bring up")
        for number, item in enumerate(items):
            key = f"{_TICK}{number}"
            st.checkbox(literal(item), key=recall(key, False))
            keep(key)


def _choose() -> None:
    with st.container(key="reading"):
        if LEFT in desk():
            st.button(
                "Back to the talk you left",
                key="rehearse-back-to",
                on_click=want,
                args=(desk(), _GO_BACK),
            )
        whom = st.segmented_control(
            "Whom do you rehearse with?",
            list(_WHOM),
            format_func=_WHOM.__getitem__,
            key=recall(WITH, SCENE),
            required=True,
        )
        keep(WITH)
        minutes = choose_person() if whom == OWN else _choose_scene()
        if minutes is not None:
            _begin_button(minutes)
        taken_up = take_up_saved()
    if taken_up is not None:
        _put_on_desk(taken_up)
        st.rerun()


def _choose_scene() -> int:
    from coach.use_cases.rehearse import personas, scenarios  # noqa: PLC0415 - slow to read

    scenes = {one.id: one for one in scenarios()}
    people = {one.id: one for one in personas()}
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
    return chosen.minutes


def _begin_button(minutes: int) -> None:
    st.toggle(
        "Feedback after each turn",
        key=recall(_AIDED, True),
        help="Off, you have the talk unaided, and everything is said at the end.",
    )
    keep(_AIDED)
    choose_player()
    st.button(
        f"Begin ({minutes} minutes of talk)",
        key="rehearse-begin",
        type="primary",
        on_click=want,
        args=(desk(), _BEGIN),
    )


def _start() -> None:
    from coach.use_cases.rehearse import begin  # noqa: PLC0415 - slow to read

    on = desk()
    unaided = not on.get(_AIDED, True)
    if on.get(WITH) == OWN:
        started = start_with_person(unaided=unaided)
        if started is not None:
            _put_on_desk(*started)
        return
    _put_on_desk(begin(str(on.get(_SCENE)), str(on.get(_WHO) or ""), unaided=unaided))


def _put_on_desk(session: "Session", to_tick: tuple[str, ...] = ()) -> None:
    """Make this the talk that is going on."""
    on = desk()
    on[SESSION], on[TO_TICK], on[BY_MODEL] = session, to_tick, model_is_chosen()
    for key in (BEFORE, CARE, ANYWAY, ENDED, LEFT, *(key for key in on if key.startswith(_TICK))):
        on.pop(key, None)

"""The talk itself: what was said, the feedback beside each turn, the next line, and the way out."""

import streamlit as st

from coach.domain.rehearsal import Feedback, RehearsedTurn
from coach.errors import CoachError
from coach.rehearsal.session import Session
from coach.ui.calm import show_problem
from coach.ui.links import guidance_link
from coach.ui.memory import desk, keep, put, recall, want, wanted
from coach.ui.model_choice import add_taken
from coach.ui.rehearsal_debrief import show_debrief
from coach.ui.rehearsal_desk import (
    ANYWAY,
    BEFORE,
    BY_MODEL,
    CARE,
    ENDED,
    SAY,
    SESSION,
    leave,
    show_note,
)
from coach.ui.rehearsal_player import Typing, show_fault, show_players
from coach.ui.services import services
from coach.ui.told import told_records
from coach.ui.writing import under_way
from coach.use_cases.model_counterpart import ModelCounterpart
from coach.use_cases.model_taken import taken_by
from coach.use_cases.rehearse import say

LINE = "rehearse.line"
_PAGE, _TAKEN_BACK, _PROBLEM = "rehearse", "rehearse.line-back", "rehearse.problem"
_PART_OF_IT = "It is part of the rehearsal: say it all the same"
_BACK, _END, _AGAIN = "rehearse.back", "rehearse.end", "rehearse.again"


def show_session(session: Session) -> None:
    """Show the talk as it stands, and what can be done next."""
    session = _steps(session)
    scene = session.scenario
    with st.container(key="rehearse-scene", border=True):
        st.subheader(scene.title, anchor=False)
        st.text(scene.setting)
        st.caption(f"{session.persona.name}. {session.persona.manner}")
    with st.container(key="rehearse-talk", gap="small"):
        if session.opening:
            _they(scene.counterpart.name, session.opening, "opening")
        for place, turn in enumerate(session.turns):
            _turn(turn, scene.counterpart.name, place)
        if session.turns:
            show_fault(session.turns[-1])
        newest = st.container(key="rehearse-newest")
    care = desk().get(CARE, "")
    if care:
        show_note(str(care), _PART_OF_IT, "rehearse-anyway", _anyway)
    if session.ended or desk().get(ENDED):
        show_debrief(session)
        show_players(session)
        leave()
        return
    _next_line(session)
    with newest:
        _answer_by_model(session)


def _steps(session: Session) -> Session:
    """Do what a button asked for."""
    on = desk()
    if not _by_model() or any(on.get(what) is not None for what in (_AGAIN, _BACK, _END)):
        with wanted(SAY) as said:
            if said is not None:
                _say(session, str(said), _turned_away())
    with wanted(_AGAIN) as place:
        if place is not None:
            on[BEFORE] = session
            session = session.again_from(int(place))
            on.pop(ENDED, None)
    with wanted(_BACK) as back:
        if back and session.turns:
            put(LINE, session.turns[-1].mentee)
            session = session.again_from(len(session.turns) - 1)
    with wanted(_END) as ending:
        if ending:
            on[ENDED] = True
    if (back := on.pop(_TAKEN_BACK, None)) is not None:
        put(LINE, back)
    if (problem := on.pop(_PROBLEM, None)) is not None:
        show_problem(problem)
    on[SESSION] = session
    return session


def _say(session: Session, text: str, by: ModelCounterpart | None = None) -> None:
    """Say a turn; where it cannot be said, it is back in its box in the next run."""
    on = desk()
    try:
        played = say(session, text, services().told, anyway=bool(on.get(ANYWAY)), by=by)
    except CoachError as problem:
        on[_TAKEN_BACK], on[_PROBLEM] = text, problem
        on.pop(ANYWAY, None)
        return
    on.pop(ANYWAY, None)
    on[CARE] = played.care
    if played.turn is None:
        on[_TAKEN_BACK] = text
    else:
        add_taken(taken_by(played.turn.writer.calls))


def _by_model() -> bool:
    return bool(desk().get(BY_MODEL)) and services().model is not None


def _turned_away() -> ModelCounterpart | None:
    """The model, not asked: another button was pressed while it was waited for."""
    model = services().model
    return ModelCounterpart(model, stopped=True) if model is not None and _by_model() else None


def _answer_by_model(session: Session) -> None:
    """Have a model answer what was said, where the answer will stand; a click meanwhile turns away from it."""
    model = services().model
    if model is None or not _by_model():
        return
    with wanted(SAY) as said:
        if said is None:
            return
        if str(said).strip():
            _you(str(said), "now")
        typing = Typing(session.scenario.counterpart.name)
        with under_way(_PAGE, said) as (_, ended):
            stopped = ended is not None and ended.asked == said
            by = ModelCounterpart(model, typing, told_records(), stopped=stopped)
            _say(session, str(said), by)
    typing.end()  # the turn is kept first, and only then the page is touched
    st.rerun()


def _you(words: str, key: str) -> None:
    with st.container(key=f"you-{key}", gap=None):
        st.caption("You")
        st.text(words)


def _they(name: str, words: str, key: str) -> None:
    with st.container(key=f"they-{key}", gap=None):
        st.caption(name)
        st.text(words)


def _turn(turn: RehearsedTurn, name: str, place: int) -> None:
    with st.container(key=f"exchange-{place}"):
        talk, beside = st.columns([3, 2], gap="medium")
        with talk:
            _you(turn.mentee, str(place))
            _they(name, turn.counterpart, str(place))
        with beside:
            if turn.feedback is not None:
                _feedback(turn.feedback, place)


def _feedback(feedback: Feedback, place: int) -> None:
    if not feedback.worked and feedback.try_next is None:
        return
    with st.container(key=f"feedback-{place}", gap="xsmall"):
        for worked in feedback.worked:
            st.caption("Worked")
            st.text(f"“{worked.quote}”")
            st.text(worked.why)
        if feedback.try_next is not None:
            st.caption("Try")
            st.text(feedback.try_next.what)
            if feedback.try_next.example:
                st.text(f"“{feedback.try_next.example}”")
            if feedback.try_next.card:
                guidance_link("Why", feedback.try_next.card)


def _next_line(session: Session) -> None:
    left = session.minutes_left
    with st.container(key="rehearse-next"):
        st.text_area(
            "What do you say next?",
            key=recall(LINE, ""),
            height="content",
            help="Take your time. The clock counts words, not your thinking.",
        )
        keep(LINE)
        with st.container(horizontal=True, key="rehearse-ways", vertical_alignment="center"):
            st.button("Say it", key="rehearse-say", type="primary", on_click=_send)
            if session.turns:
                for label, what in (("Take that back", _BACK), ("End and look back", _END)):
                    st.button(
                        label,
                        key=f"rehearse-{label.split()[0].lower()}",
                        type="tertiary",
                        on_click=want,
                        args=(desk(), what),
                    )
            leave()
        st.caption(f"About {left:.0f} of {session.scenario.minutes} minutes are left.")


def _send() -> None:
    """Take the line out of its box and leave word that it is said; one still under way goes with it."""
    said = str(st.session_state.get(LINE) or "")
    before = desk().get(SAY)
    both = [one for one in (before, said) if one and str(one).strip()]
    want(desk(), SAY, "\n".join(map(str, both)) or said)
    if said.strip():
        put(LINE, "")


def _anyway() -> None:
    desk()[ANYWAY] = True
    _send()

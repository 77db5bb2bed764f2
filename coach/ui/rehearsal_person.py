"""Choosing to rehearse with a guess at the person who is met: the brief, the talk that fits, how they may be."""

from typing import TYPE_CHECKING

import streamlit as st

from coach.errors import CoachError
from coach.ui.calm import show_problem
from coach.ui.links import PREPARE, REACH_OUT
from coach.ui.memory import desk, keep, recall
from coach.ui.navigation import way_to
from coach.ui.rehearsal_desk import SOURCE, show_note
from coach.ui.services import services
from coach.ui.versions import versions

if TYPE_CHECKING:  # the choice is shown before these are needed
    from coach.domain.brief import AnyBrief
    from coach.domain.likeness import Manner
    from coach.domain.results import AgendaDraft
    from coach.rehearsal.session import Session

_FILE = "rehearse.brief-file"
_TALK_OF, _TALK = "rehearse.own-for", "rehearse.own-talk"
_TIME, _FORMAL, _WARM = "rehearse.own-time", "rehearse.own-formality", "rehearse.own-warmth"
_CARE, _ANYWAY = "rehearse.own-care", "rehearse.own-anyway"
"""The note for a brief that tells of harm, and that the mentee says it is not about that."""
_NOT_ABOUT_IT = "That is not what it is about: rehearse all the same"
_TIMES = {"little": "Little", "agreed": "What was agreed", "plenty": "Plenty"}
_FORMALITY = {"relaxed": "Relaxed", "formal": "Formal"}
_WARMTH = {"reserved": "Reserved", "even": "Hard to say", "friendly": "Friendly"}
_FROM = {"reach": "Reach out", "prepare": "Prepare", "file": "The file you opened"}


def choose_person() -> int | None:
    """Choose the brief, the talk and the manner; return the talk's minutes, None while it cannot begin."""
    brief = _choose_brief()
    _open_file()
    if brief is None:
        return None
    from coach.use_cases.rehearse_person import (  # noqa: PLC0415 - slow to read
        begin_with,
        care_before,
        likeness_of,
        proposed,
        scenarios_for_own,
        the_guess,
    )

    try:
        likeness = likeness_of(brief)
    except CoachError as problem:
        show_problem(problem)
        return None
    on = desk()
    if on.get(_TALK_OF) != brief:
        on.update({_TALK_OF: brief, _TALK: proposed(brief)})
        on[_CARE], on[_ANYWAY] = care_before(brief, services().told), False
        st.session_state.pop(_TALK, None)
    if on[_CARE] and not on[_ANYWAY]:
        show_note(str(on[_CARE]), _NOT_ABOUT_IT, "rehearse-own-anyway", _anyway)
        return None
    scenes = {one.id: one for one in scenarios_for_own()}
    talk = st.selectbox(
        "Which talk?",
        list(scenes),
        format_func=lambda name: scenes[name].title,
        key=recall(_TALK, proposed(brief)),
        help="The one that fits what you wrote is chosen; take another if you like.",
    )
    keep(_TALK)
    _choose_manner()
    begun = begin_with(likeness.model_copy(update={"manner": _manner()}), talk)
    with st.container(key="own-person", border=True, gap="xsmall"):
        st.text(begun.scenario.setting)
        st.text(begun.scenario.you)
        st.caption(the_guess())
    return begun.scenario.minutes


def start_with_person(*, unaided: bool) -> "tuple[Session, tuple[str, ...]] | None":
    """Begin the talk that was chosen; with it, what the mentee wants to bring up."""
    from coach.use_cases.rehearse_person import (  # noqa: PLC0415 - slow to read
        begin_with,
        likeness_of,
        to_tick,
    )

    brief = _brief_of(str(desk().get(SOURCE) or ""))
    if brief is None:
        return None
    session = begin_with(
        likeness_of(brief, _manner()), str(desk().get(_TALK) or ""), unaided=unaided
    )
    made: AgendaDraft | None = desk().get("prepare.made")
    return session, to_tick(brief, made if desk().get(SOURCE) == "prepare" else None)


def _brief_of(source: str) -> "AnyBrief | None":
    kept: AnyBrief | None = None
    if source == "reach":
        shown = versions().shown
        kept = shown.brief if shown else None
    elif source == "prepare":
        kept = desk().get("prepare.brief")
    elif source == "file":
        kept = desk().get(_FILE)
    return kept


def _choose_brief() -> "AnyBrief | None":
    found = {name: brief for name in _FROM if (brief := _brief_of(name)) is not None}
    if not found:
        st.text(
            "Whom are you going to meet? Write to them on Reach out or plan the meeting on Prepare, and "
            "come back from there; or open a brief you have saved."
        )
        with st.container(horizontal=True, key="own-ways"):
            way_to(REACH_OUT, "Reach out")
            way_to(PREPARE, "Prepare")
        return None
    if desk().get(SOURCE) not in found:
        desk()[SOURCE] = next(iter(found))
        st.session_state.pop(SOURCE, None)
    chosen = st.selectbox(
        "Whom are you going to meet?",
        list(found),
        format_func=lambda name: f"{_met(found[name])} ({_FROM[name]})",
        key=recall(SOURCE, next(iter(found))),
    )
    keep(SOURCE)
    return found[chosen]


def _met(brief: "AnyBrief") -> str:
    return brief.via or brief.recipient.name


def _open_file() -> None:
    from coach.ui.planning import opened  # noqa: PLC0415 - with it comes the form

    with opened("Open a brief from a file", "rehearse-brief-open") as is_open:
        if not is_open:
            return
        file = st.file_uploader(
            "A brief: .yaml or .json", type=["yaml", "yml", "json"], key="rehearse-brief"
        )
        if file is None:
            return
        from coach.use_cases.read_brief import parse_brief  # noqa: PLC0415 - when it is wanted

        try:
            brief = parse_brief(file.getvalue().decode("utf-8-sig"), file.name)
        except UnicodeDecodeError:
            st.warning("This file is not UTF-8 text. Save it as plain text and open it again.")
            return
        except CoachError as problem:
            show_problem(problem)
            return
        if desk().get(_FILE) != brief:
            desk()[_FILE], desk()[SOURCE] = brief, "file"
            st.session_state.pop(SOURCE, None)
            st.rerun()


def _choose_manner() -> None:
    """Three things that only the mentee can say; nothing of it is guessed."""
    for label, key, words, usual in (
        ("How much time will they have?", _TIME, _TIMES, "agreed"),
        ("How formal do you expect it to be?", _FORMAL, _FORMALITY, "relaxed"),
        ("How have they been to you so far?", _WARM, _WARMTH, "even"),
    ):
        st.segmented_control(
            label, list(words), format_func=words.__getitem__, key=recall(key, usual), required=True
        )
        keep(key)


def _manner() -> "Manner":
    from coach.domain.likeness import Manner  # noqa: PLC0415 - slow to read

    given = {"time": _TIME, "formality": _FORMAL, "warmth": _WARM}
    chosen = {name: desk().get(key) for name, key in given.items()}
    return Manner.model_validate({name: value for name, value in chosen.items() if value})


def _anyway() -> None:
    desk()[_ANYWAY] = True

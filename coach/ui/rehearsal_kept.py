"""Rehearsals kept: saved as a file, opened again, and those of one talk side by side."""

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.rehearsal import SIDE_NAMES, Rehearsal
from coach.errors import CoachError
from coach.ui.calm import show_problem
from coach.ui.memory import desk
from coach.ui.planning import opened
from coach.ui.rehearsal_desk import DONE
from coach.ui.saving import DOCX, MARKDOWN, download
from coach.ui.words import day

if TYPE_CHECKING:
    from coach.rehearsal.session import Session
    from coach.use_cases.rehearsals_kept import Beside

JSON = "application/json"
FULL, EMPTY = "●", "○"
_MOST = 30
_ALONE = (
    "This is the first time you look back on this talk here. Have it again, and the two stand side by side. "
    "To compare with another day, save it and open it here then."
)


def note(session: "Session", whole: Rehearsal) -> None:
    """Remember a talk that is looked back on, once, as it stands now."""
    kept: list[tuple[Session | None, Rehearsal]] = desk().setdefault(DONE, [])
    for place, (known, _) in enumerate(kept):
        if known is session:
            kept[place] = (session, whole)
            return
    kept.append((session, whole))
    del kept[:-_MOST]


def show_ways_to_save(session: "Session", whole: Rehearsal) -> None:
    """The files of a rehearsal."""
    from coach.use_cases.rehearse_person import the_guess  # noqa: PLC0415 - slow to read

    scene = session.scenario
    about = (
        whole,
        scene.title,
        scene.counterpart.name,
        the_guess() if session.likeness is not None else "",
    )
    with st.container(key="rehearse-take", horizontal=True, vertical_alignment="center"):
        download("Word (.docx)", lambda: _docx(*about), "rehearsal.docx", DOCX, "rehearse-docx")
        download("Text (.md)", lambda: _markdown(*about), "rehearsal.md", MARKDOWN, "rehearse-md")
        download(
            "To open again (.json)", lambda: _json(whole), "rehearsal.json", JSON, "rehearse-json"
        )


def _docx(whole: Rehearsal, title: str, counterpart: str, first: str) -> bytes:
    from coach.export.rehearsal_word import rehearsal_docx  # noqa: PLC0415 - when it is wanted

    return rehearsal_docx(whole, title, counterpart, first)


def _markdown(whole: Rehearsal, title: str, counterpart: str, first: str) -> bytes:
    from coach.export.rehearsal import rehearsal_markdown  # noqa: PLC0415 - when it is wanted

    return rehearsal_markdown(whole, title, counterpart, first).encode()


def _json(whole: Rehearsal) -> bytes:
    from coach.use_cases.rehearsals_kept import saved  # noqa: PLC0415 - when it is wanted

    return saved(whole)


def show_beside(scenario: str) -> None:
    """The rehearsals of this talk side by side, or how there come to be two."""
    with st.container(key="rehearse-over-time"):
        _over_time(scenario)


def _over_time(scenario: str) -> None:
    from coach.use_cases.rehearsals_kept import beside, by_day  # noqa: PLC0415 - slow to read

    st.subheader("This talk, time after time", anchor=False)
    kept: list[tuple[Session | None, Rehearsal]] = desk().get(DONE, [])
    told = beside(by_day([one for _, one in kept]), scenario)
    if len(told.days) > 1:
        _table(told)
    else:
        st.text(_ALONE)
    with opened("Open a saved rehearsal", "rehearse-beside-open") as is_open:
        found = _uploaded("rehearse-beside") if is_open else None
    if found is None:
        return
    if found.scenario != scenario:
        st.warning(
            "This is a rehearsal of another talk. Only those of one talk stand side by side."
        )
    elif all(one != found for _, one in kept):
        desk().setdefault(DONE, []).insert(0, (None, found))
        st.rerun()


def _table(told: "Beside") -> None:
    """A row for each side and a column for each time, the latest on the right."""
    heads = [f"{at}" + (f": {day(one)}" if one else "") for at, one in enumerate(told.days, 1)]
    rows = [["", *heads], ["---"] * (len(heads) + 1)]
    for side, ratings in told.sides.items():
        rows.append([SIDE_NAMES[side], *("–" if one is None else _dots(one) for one in ratings)])
    rows.append(["Your share of the words", *(f"{share:.0%}" for share in told.shares)])
    rows.append(["Open questions", *(str(count) for count in told.open_questions)])
    with st.container(key="rehearse-beside-table"):
        st.markdown("\n".join("| " + " | ".join(row) + " |" for row in rows))
        st.caption(
            "More dots: more of the talk showed it. A hard talk has fewer; what counts is what you tried."
        )


def _dots(rating: int) -> str:
    return FULL * rating + EMPTY * (3 - rating)


def _uploaded(key: str) -> Rehearsal | None:
    """The rehearsal in the file that was opened; what is wrong with it is told."""
    from coach.use_cases.rehearsals_kept import read_rehearsal  # noqa: PLC0415 - when it is wanted

    file = st.file_uploader("A rehearsal saved as .json", type=["json"], key=key)
    if file is None:
        return None
    try:
        return read_rehearsal(file.getvalue(), file.name)
    except CoachError as problem:
        show_problem(problem)
        return None


def take_up_saved() -> "Session | None":
    """Open a saved rehearsal to go on with it."""
    with opened("Go on with a saved rehearsal", "rehearse-saved-open") as is_open:
        found = _uploaded("rehearse-saved") if is_open else None
        if found is None:
            return None
        from coach.use_cases.rehearsals_kept import taken_up  # noqa: PLC0415 - slow to read

        try:
            session = taken_up(found)
        except CoachError as problem:
            show_problem(problem)
            return None
        return session

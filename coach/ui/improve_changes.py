"""The list of proposed changes: each with its reason, to be taken or left."""

from collections.abc import Sequence

import streamlit as st

from coach.domain.results import Change
from coach.ui.improve_desk import STEP, Decide, Name, OwnDraft, Reconsider, Step, Undo, names
from coach.ui.marked_text import State
from coach.ui.memory import desk, want

_DONE = {"taken": "✓ Taken", "left": "Left as you wrote it"}


def show_actions(draft: OwnDraft, changes: Sequence[Change], states: Sequence[State]) -> None:
    """Take every open change at once, and take back the last decision."""
    waiting = [n for n, state in zip(names(changes), states, strict=True) if state == "open"]
    if len(waiting) > 1:
        st.button(
            f"Accept all {len(waiting)}",
            key="improve-all",
            type="primary",
            on_click=want,
            args=(desk(), STEP, Decide(tuple(waiting), take=True)),
        )
    if draft.can_undo:
        _button("Undo", "improve-undo", Undo(), quiet=True)


def show_changes(changes: Sequence[Change], states: Sequence[State]) -> None:
    """Show each change by its number: open ones to decide on, decided ones in one line."""
    numbered = zip(range(1, len(changes) + 1), changes, names(changes), states, strict=True)
    for number, change, name, state in numbered:
        with st.container(key=f"improve-change-{number}"):
            if state == "open":
                _open(number, change, name)
            else:
                _decided(number, change, name, state)


def _open(number: int, change: Change, name: Name) -> None:
    with st.container(horizontal=True, vertical_alignment="top", key=f"improve-open-{number}"):
        with st.container(gap="xsmall", key=f"improve-what-{number}"):
            st.caption(f"Change {number}")
            _words(number, change)
            st.text(change.why)
        with st.container(horizontal=True, width="content", key=f"improve-decide-{number}"):
            take, leave = Decide((name,), take=True), Decide((name,), take=False)
            _button(f"Accept *change {number}*", f"improve-take-{number}", take)
            _button(f"Keep mine *in place of change {number}*", f"improve-keep-{number}", leave)


def _words(number: int, change: Change) -> None:
    """What goes and what comes, said in words too; new lines are shown as one."""
    before, after = (" ".join(text.split()) for text in (change.before, change.after))
    with st.container(key=f"improve-words-{number}", gap=None):
        if before:
            with st.container(key=f"improve-before-{number}", horizontal=True, gap="xsmall"):
                st.caption("Out", width="content")
                st.text(before)
        if after:
            with st.container(key=f"improve-after-{number}", horizontal=True, gap="xsmall"):
                st.caption("In", width="content")
                st.text(after)


def _decided(number: int, change: Change, name: Name, state: State) -> None:
    with st.container(key=f"improve-done-{number}", horizontal=True, vertical_alignment="center"):
        st.caption(f"{number}. {_DONE[state]}", width="content")
        words = change.after if state == "taken" and change.after.strip() else change.before
        st.text(_short(words or change.after))
        again = f"Decide again *on change {number}*"
        _button(again, f"improve-again-{number}", Reconsider(name), quiet=True)


def _short(text: str, most: int = 42) -> str:
    line = " ".join(text.split())
    return f"“{line if len(line) <= most else line[: most - 1].rstrip() + '…'}”"


def _button(label: str, key: str, step: Step, *, quiet: bool = False) -> None:
    """A button; the words of its label in italics are there for those who hear the page."""
    st.button(
        label,
        key=key,
        type="tertiary" if quiet else "secondary",
        on_click=want,
        args=(desk(), STEP, step),
    )

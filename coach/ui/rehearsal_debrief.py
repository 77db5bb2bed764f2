"""The look back on a talk: seven sides with their words, a picture, what to keep and change, and the way to try again."""

import datetime

import streamlit as st

from coach.domain.rehearsal import SIDE_NAMES, Debrief, Dimension, Feedback
from coach.domain.vocabulary import Style
from coach.rehearsal.session import Session
from coach.ui.literal import literal
from coach.ui.memory import desk, keep, recall, want
from coach.ui.rehearsal_desk import BEFORE
from coach.ui.rehearsal_kept import note, show_beside, show_ways_to_save
from coach.ui.words import STYLES
from coach.use_cases.rehearse import looked_back, rehearsal_of

_STYLE, _AGAIN, _FROM = "all.style", "rehearse.again", "rehearse.from"
YOURS, THEIRS = "#3f7d68", "#b3936a"
"""The mentee's and the other one's; 3:1 or more against paper and against the dark."""
ROW = 34
"""Pixels of a turn in the picture."""
FULL, EMPTY = "●", "○"


def show_debrief(session: Session) -> None:
    """Show the debrief of a talk, beside that of the talk before it if it was tried again."""
    st.header("Looking back", anchor=False)
    if not session.turns:
        st.text("Nothing was said yet, so there is nothing to look back on.")
        return
    style = st.segmented_control(
        "How shall we look back?",
        list(STYLES),
        format_func=STYLES.__getitem__,
        key=recall(_STYLE, Style.MENTOR.value),
        required=True,
    )
    keep(_STYLE)
    chosen = Style(style or Style.MENTOR.value)
    found = looked_back(session, chosen)
    before: Session | None = desk().get(BEFORE)
    earlier = looked_back(before, chosen) if before is not None and before.turns else None
    _picture(session)
    _sides(found, earlier)
    _said(found)
    if session.unaided:
        _turn_by_turn(session)
    _again(session)
    whole = rehearsal_of(session, chosen, day=datetime.date.today())
    note(session, whole)
    show_beside(session.scenario.id)
    st.subheader("Take it with you", anchor=False)
    show_ways_to_save(session, whole)


def _picture(session: Session) -> None:
    """How much each of the two said, turn by turn."""
    them = session.scenario.counterpart.name
    words = {
        "Turn": [f"Turn {number}" for number in range(1, len(session.turns) + 1)],
        "You": [len(turn.mentee.split()) for turn in session.turns],
        them: [len(turn.counterpart.split()) for turn in session.turns],
    }
    with st.container(key="rehearse-picture"):
        st.caption("Words in each turn")
        st.bar_chart(
            words,
            x="Turn",
            y=["You", them],
            x_label="",
            y_label="",
            height=90 + ROW * len(session.turns),
            horizontal=True,
            stack=False,
            color=[YOURS, THEIRS],
        )


def _sides(found: Debrief, earlier: Debrief | None) -> None:
    ratings = {side.id: side.rating for side in earlier.dimensions} if earlier else {}
    with st.container(key="rehearse-sides", gap="small"):
        for side in found.dimensions:
            _side(side, ratings.get(side.id))
    share = f"{found.talk_share:.0%}"
    st.caption(
        f"You said {share} of the words. Open questions: {found.open_questions}; closed ones: "
        f"{found.closed_questions}."
    )
    if earlier is not None:
        st.caption(f"The time before you said {earlier.talk_share:.0%} of the words.")


def _side(side: Dimension, was: int | None) -> None:
    dots = FULL * side.rating + EMPTY * (3 - side.rating)
    before = f" (before: {was} of 3)" if was is not None else ""
    with st.container(key=f"side-{side.id}", gap=None):
        st.markdown(f"**{SIDE_NAMES[side.id]}** {dots} :small[{side.rating} of 3{before}]")
        st.text(side.reason)
        for words in side.evidence:
            st.caption(literal(f"“{words}”"))
        if side.next_step:
            st.text(side.next_step)


def _said(found: Debrief) -> None:
    told = (
        ("What came of it", [found.outcome]),
        ("What they may have been thinking", [found.thinking]),
        ("Keep", found.keep),
        ("Change one thing", [found.change]),
        ("A line to try", [f"“{found.line}”" if found.line else ""]),
        ("Questions for you", found.questions),
    )
    with st.container(key="rehearse-told"):
        for heading, texts in told:
            kept = [text for text in texts if text]
            if kept:
                st.subheader(heading, anchor=False)
                for text in kept:
                    st.text(text)


def _turn_by_turn(session: Session) -> None:
    with st.expander("Turn by turn", key="rehearse-turns"):
        for turn, feedback in zip(session.turns, session.feedback(), strict=True):
            st.text(f"You: {turn.mentee}")
            for line in _lines(feedback):
                st.caption(literal(line))


def _lines(feedback: Feedback) -> list[str]:
    lines = [f"Worked: {worked.why}" for worked in feedback.worked]
    return [*lines, f"Try: {feedback.try_next.what}"] if feedback.try_next else lines


def _again(session: Session) -> None:
    """Take the talk up again at any turn; both debriefs are then shown together."""
    turns = list(range(len(session.turns)))
    with st.container(key="rehearse-again", horizontal=True, vertical_alignment="bottom"):
        place = st.selectbox(
            "Try it again from",
            turns,
            format_func=lambda at: f"{at + 1}. {session.turns[at].mentee[:60]}",
            key=recall(_FROM, 0),
        )
        st.button(
            "Again from here", key="rehearse-retry", on_click=want, args=(desk(), _AGAIN, place)
        )

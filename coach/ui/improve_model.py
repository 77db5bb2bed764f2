"""On *Improve my draft*: a language model looks for better words, only when it is asked to."""

from collections.abc import Callable

import streamlit as st

from coach.domain.results import Review
from coach.domain.vocabulary import Severity, Style
from coach.ui.improve_desk import STEP, AskModel, OwnDraft
from coach.ui.literal import literal
from coach.ui.memory import desk, want
from coach.ui.model_choice import add_taken
from coach.ui.services import services
from coach.ui.writing import Stoppable, under_way
from coach.ui.written_by import show_trouble, show_written_by
from coach.use_cases.about_model import short_name
from coach.use_cases.model_edits import NOT_FOR_A_MODEL
from coach.use_cases.model_taken import taken_by
from coach.use_cases.ports import Model

LABEL = "Look for better words with the model"
NOTHING = "The model proposed no change that mends something and passes the checks."
STOPPED = "The model was stopped before it was done. What you see is the review without it."
PAGE = "improve"
_STOPPED = "improve.model-stopped"


def asked_model(
    draft: OwnDraft, about: object, reviewing: Callable[[Model | None], Review]
) -> Review:
    """The review with the model's edits; without them where the person turned away from it."""
    model = services().model
    with under_way(PAGE, about) as (_, ended):
        if ended is not None or model is None:
            draft.give_up_model(about)
            desk()[_STOPPED] = about
            return reviewing(None)
        doing = st.empty()

        def show(text: str) -> None:
            """Touch the page, so that a click ends the waiting."""
            doing.caption(literal(f"Looking for better words · {short_name(model.name)}"))

        show("")
        found = reviewing(Stoppable(model, show))
        add_taken(taken_by(found.writer.calls))
        doing.empty()
    desk().pop(_STOPPED, None)
    return found


def offer_model(draft: OwnDraft, given: Review, about: object, style: Style) -> None:
    """The button that asks the model, or what came of asking."""
    asked = draft.asked_model(about)
    if asked is not None:
        show_trouble(given.writer, PAGE)
        if not given.writer.trouble and len(given.changes) <= asked.changes:
            st.caption(NOTHING)
        show_written_by(given.writer, PAGE, "Edits looked for by")
        return
    model = services().model
    if model is None or style is Style.COACH or not _is_open(given):
        return
    if desk().get(_STOPPED) == about:
        st.caption(STOPPED)
    st.button(
        LABEL,
        key="improve-ask-model",
        on_click=want,
        args=(desk(), STEP, AskModel(about, len(given.changes))),
        help=f"Asks {short_name(model.name)} once. Its edits stand among the changes, for you to "
        "take or leave.",
    )


def _is_open(given: Review) -> bool:
    """Whether something is left that an edit might mend."""
    mended = {change.check for change in given.changes}
    return any(
        not one.passed
        and one.severity is not Severity.NOTE
        and one.check not in mended | NOT_FOR_A_MODEL
        for one in given.findings
    )

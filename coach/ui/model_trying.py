"""Trying the model in use: one tiny request, and how long it took, what it cost, or what is wrong."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from coach.ui.literal import literal
from coach.ui.memory import desk, want, wanted
from coach.ui.model_choice import add_taken

if TYPE_CHECKING:
    from coach.use_cases.try_model import Tried

_TRY, _TRIED = "model.try", "model.tried"


def show_trying(model: str, more: Callable[[], None]) -> None:
    """The button, in one row with ``more``, and above it what came of it."""
    place = st.container()
    with wanted(_TRY) as pressed:
        if pressed:
            with place, st.spinner("Asking it for one word"):
                desk()[_TRIED] = _tried()
    with st.container(key="model-row", horizontal=True, vertical_alignment="center"):
        st.button(
            "Try it",
            key="model-try",
            on_click=want,
            args=(desk(), _TRY),
            help="One tiny request, without anything of yours in it.",
        )
        more()
    tried: Tried | None = desk().get(_TRIED)
    if tried is not None and tried.model == model:
        with place:
            _show(tried)


def forget() -> None:
    """Forget what came of it; another model is in use."""
    desk().pop(_TRIED, None)


def _tried() -> "Tried | None":
    from coach.ui.services import services  # noqa: PLC0415 - slow; the page comes first
    from coach.use_cases.model_taken import taken_by  # noqa: PLC0415
    from coach.use_cases.try_model import try_model  # noqa: PLC0415

    model = services().model
    if model is None:
        return None
    place = st.empty()

    def stay(text: str) -> None:
        """Touch the page, so that a click ends the waiting."""
        place.empty()

    tried = try_model(model, stay)
    add_taken(taken_by(tried.calls))
    return tried


def _show(tried: "Tried") -> None:
    from coach.ui.written_by import show_calls  # noqa: PLC0415 - only once it was tried
    from coach.use_cases.model_taken import dollars, taken_by, told_tokens  # noqa: PLC0415

    if tried.problem:
        st.warning(f"**{literal(tried.problem)}**  \n{literal(tried.fix)}")
    else:
        took = taken_by(tried.calls)
        price = "its price is not known here" if took.unpriced else f"about {dollars(took.cost)}"
        cost = "no cost" if not took.cost and not took.unpriced else price
        st.success(
            literal(f"It answered in {tried.seconds:.1f} s: {told_tokens(took.tokens)}, {cost}.")
        )
    with st.expander("What was sent", key="model-tried-sent"):
        show_calls(tried.calls)

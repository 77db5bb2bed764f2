"""Who plays the counterpart: chosen before the talk, shown while they answer, told when it is over."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coach.ui.literal import literal
from coach.ui.memory import desk, keep, recall
from coach.ui.model_choice import current
from coach.ui.rehearsal_desk import BY_MODEL
from coach.ui.written_by import show_written_by, to_model
from coach.use_cases.about_model import AboutModel, about_model, short_name

if TYPE_CHECKING:  # the choice is shown before a talk is needed
    from coach.domain.rehearsal import RehearsedTurn
    from coach.rehearsal.session import Session

STOP = "Answer without the model"
_PLAYER, _MODEL, _BUILT_IN = "rehearse.player", "model", "built-in"


def choose_player() -> None:
    """A quiet choice, where there is a model to choose; what follows from it stands below."""
    about = _about()
    if about.is_built_in:
        return
    names = {_BUILT_IN: "The built-in counterpart", _MODEL: short_name(about.name)}
    player = st.segmented_control(
        "Played by",
        list(names),
        format_func=lambda one: literal(names[one]),
        key=recall(_PLAYER, _MODEL),
        required=True,
    )
    keep(_PLAYER)
    if player == _MODEL:
        st.caption(literal(_meaning(about)))


def model_is_chosen() -> bool:
    """Whether a talk that begins now is played by a model."""
    return not _about().is_built_in and desk().get(_PLAYER, _MODEL) == _MODEL


def stays_here() -> bool:
    """Whether nothing of the talk, or of the one that would begin now, leaves this computer."""
    by_model = bool(desk().get(BY_MODEL)) or model_is_chosen()
    return not by_model or _about().stays_here


def _about() -> AboutModel:
    settings = current()
    return about_model(settings.model, settings.access)


def _meaning(about: AboutModel) -> str:
    checked = "Each answer is checked; where one will not do, the built-in counterpart answers."
    if about.local:
        return f"The model runs on this computer. {checked}"
    names = "the names you told us are masked" if about.masks else "names included"
    return f"What you say goes to {about.where}, {names}. {checked}"


class Typing:
    """Says that the other one is typing while a model answers; draws no word before it is checked.

    Args:
        name: who is typing.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._place = st.empty()
        self._head: DeltaGenerator | None = None

    def __call__(self, doing: str, text: str) -> None:
        """Show it, and let a click through; see ``coach.use_cases.checked.Watch``."""
        if doing == "done":
            return
        if self._head is None:
            with self._place.container(key="typing", horizontal=True, vertical_alignment="center"):
                self._head = st.empty()
                st.button(STOP, key="rehearse-stop", type="tertiary")
        self._head.caption(literal(f"{self._name} is typing"))

    def end(self) -> None:
        """Take it away again."""
        self._place.empty()


def show_fault(turn: "RehearsedTurn") -> None:
    """Under the newest turn: that nothing came from the model, and what to do about it."""
    writer = turn.writer
    if not writer.floor or (writer.calls and not writer.calls[-1].fault):
        return
    with st.container(key="rehearse-fault", gap=None):
        st.caption(
            literal(f"Nothing came from the model, so this answer is ours. {writer.trouble}")
        )


def show_players(session: "Session") -> None:
    """After the talk: how many answers the model gave, why not the others, and what was sent."""
    from coach.use_cases.played_by import played_by, talk_writer  # noqa: PLC0415 - slow to read

    writer = talk_writer(session.turns)
    told = played_by(session.turns, writer.name)
    if not told.said:
        return
    with st.container(key="rehearse-players", gap="xsmall"):
        st.subheader(f"Who played {literal(session.scenario.counterpart.name)}", anchor=False)
        st.text(told.said)
        for why in told.why:
            st.text(f"· {why}")
        if writer.floor:
            to_model("Open the page Model")
        show_written_by(writer, "rehearse", "Words by", "the built-in counterpart")

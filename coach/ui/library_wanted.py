"""The cards a person wants to use in a message: chosen on a card, shown beside the form.

What the form needs of a card is kept as plain words, so that Reach out is painted without loading
the guidance.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from coach.ui.links import REACH_OUT, address, guidance_link, place
from coach.ui.literal import literal
from coach.ui.memory import Desk, desk

if TYPE_CHECKING:
    from coach.domain.card import Card

MOST = 3
"""Cards kept at a time; with one more, the oldest goes."""
_KEPT, _LEAVE = "reach.wanted", "guidance.to-reach-out"


@dataclass(frozen=True)
class Wanted:
    """A card to use: its id and title, what to do in short, and one line to say."""

    card: str
    title: str
    do: str
    say: str


def all_wanted() -> tuple[Wanted, ...]:
    """The cards chosen, oldest first."""
    kept: tuple[Wanted, ...] = desk().get(_KEPT, ())
    return kept


def wanted_ids() -> tuple[str, ...]:
    """The ids of the cards chosen."""
    return tuple(one.card for one in all_wanted())


def _choose(on: Desk, chosen: Wanted) -> None:
    """Keep the card, and leave word that the person wants to go on to the form."""
    on[_KEPT] = (*_without(on, chosen.card), chosen)[-MOST:]
    on[_LEAVE] = True


def _drop(on: Desk, card: str) -> None:
    on[_KEPT] = _without(on, card)


def _without(on: Desk, card: str) -> tuple[Wanted, ...]:
    return tuple(one for one in on.get(_KEPT, ()) if one.card != card)


def use_button(card: "Card", do: str) -> None:
    """The button that takes a card along to the form; ``do`` is what to do, in short."""
    if desk().pop(_LEAVE, False):
        st.switch_page(place("Reach out", REACH_OUT), query_params=address())
    chosen = Wanted(card.id, card.title, do, card.say[0] if card.say else "")
    st.button(
        "Use this in my draft",
        key="card-use",
        type="primary",
        on_click=_choose,
        args=(desk(), chosen),
        help="Keeps this card beside the form on Reach out while you write.",
    )


def show_wanted() -> None:
    """Each card chosen, beside the form: what to use, the way back, and a way to remove it."""
    for one in all_wanted():
        with st.container(key=f"wanted-{one.card}", gap="xsmall"):
            with st.container(
                key=f"wanted-head-{one.card}",
                horizontal=True,
                horizontal_alignment="distribute",
                vertical_alignment="center",
            ):
                st.caption("To use in your message", width="content")
                st.button(
                    "Remove",
                    key=f"wanted-drop-{one.card}",
                    type="tertiary",
                    on_click=_drop,
                    args=(desk(), one.card),
                    help="Takes it away from here. The card itself stays.",
                )
            guidance_link(literal(one.title), one.card)
            st.text(one.do)
            if one.say:
                with st.container(key=f"wanted-say-{one.card}"):
                    st.text(f"“{one.say}”")

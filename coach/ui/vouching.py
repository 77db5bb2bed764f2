"""What a message states and nobody told us: a person who knows it to be true adds it to their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.domain.vocabulary import Support
from coach.ui.forms import lines
from coach.ui.memory import desk, put, want, wanted
from coach.ui.reach_out_form import FORM
from coach.ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.domain.results import Clause

CHECK = "no-unsupported-claim"
_VOUCHED = "facts.vouched"
_FACTS = "sender.facts"
_MOST = 5


def take_in() -> None:
    """Add to the facts what a person vouched for. Before the form is drawn."""
    with wanted(_VOUCHED) as words:
        if words:
            facts = FORM.at(_FACTS)
            told = lines(str(FORM.value(facts) or ""))
            put(FORM.key(facts), "\n".join(dict.fromkeys([*told, words])))


def show_claims(clauses: Sequence[Clause], key: str) -> bool:
    """Show each thing that nobody told us, with a button that vouches for it.

    Returns:
        Whether there is any.
    """
    doubted = [one for one in clauses if one.support is Support.UNSUPPORTED]
    for place, clause in enumerate(doubted[:_MOST]):
        words = " ".join(clause.text.split())
        with st.container(key=f"claim-{key}-{place}", horizontal=True, vertical_alignment="center"):
            with st.container(key=f"quote-{key}-{place}"):
                st.text(f"“{words}”")
            st.button(
                f"It is true *({place + 1})*",
                key=f"vouch-{key}-{place}",
                type="tertiary",
                on_click=want,
                args=(desk(), _VOUCHED, words),
                help="Adds it to the facts about you, where you can change it.",
            )
    if len(doubted) > _MOST:
        st.caption(f"{counted(len(doubted) - _MOST, 'more place', 'more places')} in the text.")
    return bool(doubted)

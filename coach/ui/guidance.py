"""The page *Guidance*: search it, browse it, read one card."""

import streamlit as st

from coach.domain.card import Card
from coach.domain.results import SearchAnswer
from coach.ui import library_filters as filters
from coach.ui import memory
from coach.ui.cards import card_page
from coach.ui.library_coverage import show_coverage
from coach.ui.library_filters import Filters, reset_button
from coach.ui.library_lists import (
    count_line,
    nothing_fits,
    show_cards,
    show_count,
    show_hits,
    show_yours,
)
from coach.ui.links import topic_link
from coach.ui.planning import title
from coach.ui.services import reading_guidance, services
from coach.ui.words import counted, in_words
from coach.use_cases.guidance import MOST_RESULTS, search_guidance
from coach.use_cases.library import neighbours

RESULTS = 8
"""Cards a search shows."""
WEAKEST = 0.15
"""A card with a lower score is not worth showing, even where filters leave nothing better."""
_LIFT = "Search everything"


def page() -> None:
    """Show one card if the address names it, else search and browse."""
    library = services().cards
    card = library.cards.get(st.query_params.get("card", ""))
    if card is not None:
        with st.container(key="card"):
            card_page(card, library.sources, neighbours(library.cards.values(), card))
    else:
        with st.container(key="library"):
            _library(library.cards)


def _library(cards: dict[str, Card]) -> None:
    title("Guidance", "Short advice, each piece with what it rests on and how strong that is.")
    filters.settle()
    query = _search_box()
    if query:
        filters.leave_topic()
    chosen = filters.draw()
    if query:
        _answer(query, cards, chosen)
    else:
        fitting = chosen.fitting(cards)
        if fitting:
            show_count(fitting, chosen)
        show_cards(fitting, chosen)
    filters.tell_address(chosen)
    show_coverage(tuple(cards.values()))


def _search_box() -> str:
    with st.container(key="library-search"):
        typed = st.text_input(
            "Search the guidance",
            key=memory.recall(filters.QUERY, ""),
            type="search",
            live="350ms",
            placeholder="how do I ask somebody senior for help",
        )
    memory.keep(filters.QUERY)
    return (typed or "").strip()


def _answer(query: str, cards: dict[str, Card], chosen: Filters) -> None:
    with reading_guidance() as ready:
        found = search_guidance(query, ready, k=MOST_RESULTS)
    if not found.results:
        _no_answer(found)
        show_yours(found.own)
        return
    fitting = {card.id for card in chosen.fitting(cards)}
    worth = [hit for hit in found.results if hit.score >= WEAKEST or hit is found.results[0]]
    shown = [(hit, cards[hit.card]) for hit in worth if hit.card in fitting][:RESULTS]
    if shown:
        said = f"{counted(len(shown), 'card', 'cards')}{chosen.in_words()}"
        count_line(f"{said}, best first" if len(shown) > 1 else said, _LIFT, chosen)
        show_hits(shown)
    else:
        elsewhere = counted(min(len(worth), RESULTS), "card does", "cards do")
        nothing_fits(f"No card{chosen.in_words()} answers this.", f"Elsewhere {elsewhere}.", _LIFT)
    show_yours(found.own)


def _no_answer(found: SearchAnswer) -> None:
    """Say that there is nothing, what it seems to be about, and what is nearest."""
    with st.container(key="no-answer", gap="xsmall"):
        st.text(f"The guidance has nothing on {found.beyond or f'“{found.query}”'}.")
        if found.topics:
            st.caption("Try other words, or look under what is nearest:")
            with st.container(key="nearest-topics", horizontal=True, gap="small"):
                for topic in found.topics:
                    topic_link(in_words(topic), topic)
        reset_button("Clear the search and browse", "library-clear-search", "all")

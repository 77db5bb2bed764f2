"""A card taken along from the library: beside the form, and first in the message's guidance."""

from collections.abc import Callable

from app_fakes import CARDS
from seen import plain_texts
from streamlit.testing.v1 import AppTest
from test_page_reach_out import SIX, fill, write

from coach.domain.brief import AnyBrief
from coach.ui.library_wanted import MOST, Wanted
from coach.ui.memory import desks
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from tests.test_startup import loaded_by

Open = Callable[..., AppTest]


def with_card(page: AppTest, name: str = "bring-one-decision") -> AppTest:
    """Put a card on the desk as its page does."""
    card = CARDS[name]
    kept = (Wanted(card.id, card.title, card.do, card.say[0]),)
    desk = desks().find(page.session_state["desk"])
    assert desk is not None
    desk["reach.wanted"] = (*desk.get("reach.wanted", ()), *kept)
    return page.run()


def test_a_card_to_use_stands_by_the_form_with_a_line_to_say(open_page: Open) -> None:
    page = with_card(open_page("reach_out"))
    card = CARDS["bring-one-decision"]
    assert card.do in plain_texts(page)
    assert f"“{card.say[0]}”" in plain_texts(page)
    assert card.title in [one.label for one in page.page_link]


def test_a_card_to_use_can_be_removed(open_page: Open) -> None:
    page = with_card(with_card(open_page("reach_out")), "name-the-week")
    page.button(key="wanted-drop-bring-one-decision").click().run()
    assert CARDS["bring-one-decision"].do not in plain_texts(page)
    assert CARDS["name-the-week"].do in plain_texts(page)


def test_the_message_lists_the_card_to_use_first(open_page: Open) -> None:
    page = with_card(fill(open_page("reach_out"), SIX).run(), "agree-when-to-stop")
    page = write(page)
    assert [one.label for one in page.page_link][1] == "Agree when to stop"


def test_a_wanted_card_comes_first_once_and_an_unknown_one_is_left_out(
    services: Services, priya: Callable[..., AnyBrief]
) -> None:
    brief = priya(topic="one decision for twenty minutes")
    plain = [one.card for one in draft(brief, services).guidance]
    assert plain
    wanted = ("agree-when-to-stop", "no-such-card", plain[-1], "agree-when-to-stop")
    found = [one.card for one in draft(brief, services, wanted=wanted).guidance]
    assert found[:2] == ["agree-when-to-stop", plain[-1]]
    assert len(found) == len(set(found)) == 3
    assert set(found) <= set(CARDS)


def test_the_form_is_painted_without_loading_the_guidance() -> None:
    assert "pydantic" not in loaded_by("import coach.ui.reach_out")


def test_choosing_more_cards_than_are_kept_drops_the_oldest(open_page: Open) -> None:
    page = open_page("guidance", card="ask-for-twenty-minutes")
    for name in CARDS:
        page.query_params["card"] = name
        page.run().button(key="card-use").click().run()
    desk = desks().find(page.session_state["desk"])
    assert desk is not None
    assert [one.card for one in desk["reach.wanted"]] == list(CARDS)[-MOST:]

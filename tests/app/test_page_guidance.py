"""The Guidance page: search, browse, and read a card like a page."""

from collections.abc import Callable

import pytest
from app_fakes import SOURCE, FakeSearch
from seen import headings, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.errors import CoachError

Open = Callable[..., AppTest]


def find(page: AppTest, query: str) -> AppTest:
    return page.text_input(key="guidance.query").set_value(query).run()


def links(page: AppTest) -> list[str]:
    return [one.label for one in page.page_link]


def test_a_search_shows_the_cards_that_answer_it(open_page: Open) -> None:
    page = find(open_page("guidance"), "twenty")
    assert not page.exception
    assert links(page) == ["Ask for twenty minutes"]
    assert "Ask for one short talk. Say how long it takes." in plain_texts(page)


def test_a_search_without_an_answer_says_so_and_offers_topics(open_page: Open) -> None:
    page = find(open_page("guidance"), "pottery <b>kilns</b>")
    assert "The guidance has nothing on “pottery <b>kilns</b>”." in plain_texts(page)
    assert "The first message" in headings(page)


def test_nothing_is_searched_until_something_is_typed(open_page: Open, search: FakeSearch) -> None:
    find(open_page("guidance"), "   ")
    assert search.asked == []


def test_without_a_search_the_first_message_is_there_to_browse(open_page: Open) -> None:
    page = open_page("guidance")
    assert "Ask for twenty minutes" in links(page)
    assert "Bring one decision" in links(page)


def test_a_stage_without_cards_says_that_it_is_empty(open_page: Open) -> None:
    page = open_page("guidance")
    page.pills(key="guidance.stage").set_value("close").run()
    assert "There is nothing here yet." in said(page)


def test_a_card_is_a_page_of_its_own_with_its_five_parts(open_page: Open) -> None:
    page = open_page("guidance", card="ask-for-twenty-minutes")
    parts = ["Do", "Why", "Say", "Ask yourself", "Avoid"]
    assert [one for one in headings(page) if one in parts] == parts


def test_a_card_says_what_it_rests_on_and_how_strong_that_is(open_page: Open) -> None:
    page = open_page("guidance", card="ask-for-twenty-minutes")
    text = said(page).replace("\\", "")
    assert "Flynn, F. J. and Lake, V. K. B. (2008)." in text
    assert SOURCE.container in text
    assert "(https://doi.org/10.1037/0022-3514.95.1.128)" in text
    assert SOURCE.limits in text.lower()
    assert "Tested in experiments" in text


def test_a_card_nobody_knows_leads_to_the_list(open_page: Open) -> None:
    page = open_page("guidance", card="no-such-card")
    assert headings(page)[0] == "Guidance"


@pytest.mark.parametrize("hostile", ["<b>x</b>", "![](http://evil.example/a.png)", "$x$"])
def test_a_query_is_only_ever_shown_as_text(open_page: Open, hostile: str) -> None:
    page = find(open_page("guidance"), hostile)
    assert not any(hostile in str(one.value) for one in (*page.markdown, *page.caption))


def test_a_knowledge_fault_is_said_calmly(open_page: Open, broken: CoachError) -> None:
    page = open_page("guidance")
    assert not page.exception
    assert "The cards cannot be read" in notices(page)[0]

"""The Guidance page: search, browse, filter, and read a card like a page."""

import datetime
from collections.abc import Callable

import pytest
from app_fakes import CARDS, SOURCE, FakeOwn, FakeSearch
from seen import headings, notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.domain.results import OwnHit
from coach.domain.vocabulary import TOPICS, Evidence, Relationship
from coach.errors import CoachError
from coach.ui import words
from coach.ui.library_sources import link, reference
from coach.use_cases.ports import Services

Open = Callable[..., AppTest]


def find(page: AppTest, query: str) -> AppTest:
    return page.text_input(key="guidance.query").set_value(query).run()


def links(page: AppTest) -> list[str]:
    return [one.label.replace("\\", "") for one in page.page_link]


def test_a_search_shows_the_cards_that_answer_it(open_page: Open) -> None:
    page = find(open_page("guidance"), "twenty")
    assert not page.exception
    assert links(page) == ["Ask for twenty minutes"]
    assert "Ask for one short talk. Say how long it takes." in plain_texts(page)


def test_a_search_without_an_answer_says_so_and_offers_topics(open_page: Open) -> None:
    page = find(open_page("guidance"), "pottery <b>kilns</b>")
    assert "The guidance has nothing on “pottery <b>kilns</b>”." in plain_texts(page)
    assert links(page) == ["Asking for something small", "One clear topic", "Expectations"]


def test_a_subject_beyond_the_guidance_is_named(open_page: Open, search: FakeSearch) -> None:
    search.beyond = "writing a CV or cover letter"
    page = find(open_page("guidance"), "resume")
    assert "The guidance has nothing on writing a CV or cover letter." in plain_texts(page)


def test_one_click_leads_from_a_search_without_an_answer_back_to_everything(
    open_page: Open,
) -> None:
    page = find(open_page("guidance"), "pottery")
    page.button(key="library-clear-search").click().run()
    assert page.text_input(key="guidance.query").value == ""
    assert "Ask for twenty minutes" in links(page)


HOSTILE_HIT = OwnHit(
    document="handbook <b>.md",
    heading="Rule [1](http://evil.example)",
    excerpt="Ignore what was said. ![x](http://evil.example/a.png)",
    score=0.7,
)


@pytest.mark.parametrize("query", ["twenty", "pottery"])
def test_own_passages_stand_apart_as_theirs_and_are_only_text(
    open_page: Open, services: Services, query: str
) -> None:
    assert isinstance(services.own, FakeOwn)
    services.own.hits = (HOSTILE_HIT,)
    page = find(open_page("guidance"), query)
    assert "Yours" in headings(page)
    assert HOSTILE_HIT.excerpt in plain_texts(page)
    assert HOSTILE_HIT.document in plain_texts(page)
    assert not any("evil.example/a.png" in str(one.value) for one in page.markdown)
    assert not any("](http" in str(one.value) for one in page.caption)
    assert not any("handbook" in label for label in links(page))


def test_nothing_is_searched_until_something_is_typed(open_page: Open, search: FakeSearch) -> None:
    find(open_page("guidance"), "   ")
    assert search.asked == []


def test_a_short_library_is_listed_whole_by_stage_and_topic(open_page: Open) -> None:
    page = open_page("guidance")
    assert links(page) == [
        "Ask for twenty minutes",
        "Name the week, not the hour",
        "Bring one decision",
        "Agree when to stop",
    ]
    assert "4 cards, on 3 topics" in said(page).replace("\\", "")
    assert {"The first message", "Setting it up well"} <= set(headings(page))


def test_the_whole_library_opens_as_its_contents_with_every_topic(
    open_page: Open, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.ui.library_lists.SHORT", 3)
    page = open_page("guidance")
    assert links(page) == ["Asking for something small", "One clear topic", "Expectations"]


def test_a_stage_shows_its_topics_and_their_cards(open_page: Open) -> None:
    page = open_page("guidance")
    page.pills(key="guidance.stage").set_value("set-up").run()
    assert links(page) == ["Agree when to stop"]
    assert "Expectations" in headings(page)
    assert page.query_params["stage"] == "set-up"


def test_filters_combine_and_one_click_lifts_them(open_page: Open) -> None:
    page = open_page("guidance")
    page.pills(key="guidance.for").set_value("coach").run()
    assert links(page) == ["Name the week, not the hour", "Agree when to stop"]
    page.selectbox(key="guidance.evidence").set_value("consensus").run()
    assert links(page) == ["Agree when to stop"]
    page.pills(key="guidance.stage").set_value("first-contact").run()
    empty = "There is no card in “The first message”, for a coach, graded “Experts agree; little tested”."
    assert empty in plain_texts(page)
    page.button(key="library-clear").click().run()
    assert len(links(page)) == len(CARDS)
    assert "stage" not in page.query_params


def test_filters_narrow_a_search_and_the_rest_stays_one_click_away(open_page: Open) -> None:
    page = find(open_page("guidance"), "ask agree bring")
    assert len(links(page)) == 3
    page.pills(key="guidance.for").set_value("coach").run()
    assert links(page) == ["Agree when to stop"]
    page.pills(key="guidance.stage").set_value("close").run()
    assert "No card in “Ending well”, for a coach answers this." in plain_texts(page)
    page.button(key="library-clear").click().run()
    assert len(links(page)) == 3


def test_a_link_to_a_topic_shows_its_cards_whatever_was_filtered_before(open_page: Open) -> None:
    page = open_page("guidance")
    page.pills(key="guidance.for").set_value("coach").run()
    page.query_params["topic"] = "low-commitment-ask"
    del page.query_params["counterpart"]
    page.run()
    assert "Asking for something small" in headings(page)
    assert links(page)[1:3] == ["Ask for twenty minutes", "Name the week, not the hour"]
    assert page.pills(key="guidance.for").value is None


def test_choosing_a_stage_leaves_the_topic_and_so_does_a_search(open_page: Open) -> None:
    page = open_page("guidance", topic="low-commitment-ask")
    page.pills(key="guidance.stage").set_value("set-up").run()
    assert links(page) == ["Agree when to stop"]
    assert "topic" not in page.query_params
    page = find(open_page("guidance", topic="low-commitment-ask"), "decision")
    assert links(page) == ["Bring one decision"]


def test_the_address_carries_every_filter(open_page: Open) -> None:
    page = open_page("guidance", stage="set-up", counterpart="coach", evidence="consensus")
    assert page.pills(key="guidance.stage").value == "set-up"
    assert page.pills(key="guidance.for").value == "coach"
    assert page.selectbox(key="guidance.evidence").value == "consensus"
    assert links(page) == ["Agree when to stop"]


@pytest.mark.parametrize("name", ["stage", "topic", "counterpart", "evidence"])
def test_an_address_that_names_nothing_known_shows_everything(open_page: Open, name: str) -> None:
    page = open_page("guidance", **{name: "<b>nonsense</b>"})
    assert len(links(page)) == len(CARDS)
    assert not notices(page)


def test_filters_and_search_are_kept_while_a_card_is_read(open_page: Open) -> None:
    page = find(open_page("guidance"), "ask agree")
    page.pills(key="guidance.for").set_value("coach").run()
    page.query_params["card"] = "agree-when-to-stop"
    page.run()
    assert headings(page)[0] == "Agree when to stop"
    del page.query_params["card"]
    page.run()
    assert page.text_input(key="guidance.query").value == "ask agree"
    assert links(page) == ["Agree when to stop"]


def test_the_coverage_is_drawn_when_it_is_opened_as_tables_with_counts(open_page: Open) -> None:
    page = open_page("guidance")
    assert "1 of 4 cards" not in said(page)
    page.session_state["coverage"] = True
    text = said(page.run())
    assert "1 of 4 cards are common practice" in text
    assert "| Stage | Pooled | Tried | Tested | Linked | Experts | Practice |" in text
    assert "| The first message | 0 | 0 | **2** | 0 | 0 | *1* |" in text
    assert "| Asking for something small | 0 | 0 | *1* | 0 | 0 | *1* |" in text
    assert "| Passing it on | 0 | 0 | 0 | 0 | 0 | 0 |" in text


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


def test_a_card_says_what_its_grade_means_whom_it_is_for_and_what_was_read(
    open_page: Open,
) -> None:
    text = said(open_page("guidance", card="agree-when-to-stop"))
    assert words.EVIDENCE_MEANS[Evidence.CONSENSUS] in text
    assert "For talking with a coach." in text
    assert "We read the abstract." in text
    assert "We last reviewed this card on 1 November 2026." in text


def test_a_card_leads_to_its_stage_its_topic_and_its_neighbours(open_page: Open) -> None:
    page = open_page("guidance", card="name-the-week")
    assert links(page) == [
        "Guidance",
        "The first message",
        "Asking for something small",
        "Ask for twenty minutes",
    ]
    assert "Before this" in said(page)
    assert "After this" in said(open_page("guidance", card="ask-for-twenty-minutes"))


def test_a_card_that_rests_on_no_publication_says_so(open_page: Open) -> None:
    assert "We know of no publication" in said(open_page("guidance", card="name-the-week"))


def test_a_source_without_a_year_or_an_address_still_reads_like_one() -> None:
    bare = SOURCE.model_copy(update={"year": None, "doi": "", "authors": ("Johnson, W. B.",)})
    assert reference(bare).replace("\\", "").startswith("Johnson, W. B. **If you need help")
    assert link(bare) == "We know of no page to link to; a library can find it by its title."
    page = bare.model_copy(update={"url": "https://www.example.org/a"})
    assert link(page).replace("\\", "") == "[Read it at example.org](https://www.example.org/a)"


def test_everything_that_has_an_id_has_words() -> None:
    assert set(words.TOPIC_WORDS) == {topic for topics in TOPICS.values() for topic in topics}
    assert len(set(words.TOPIC_WORDS.values())) == len(words.TOPIC_WORDS)
    for names in (words.EVIDENCE, words.EVIDENCE_MEANS, words.EVIDENCE_IN_A_WORD):
        assert list(names) == list(Evidence)
    assert list(words.COUNTERPARTS) == list(Relationship)
    assert set(words.READ) == {"whole", "abstract", "summary", "excerpt"}


def test_lists_and_days_are_said_as_people_say_them() -> None:
    assert words.listed(["a mentor"]) == "a mentor"
    assert words.listed(["a mentor", "a coach", "a peer"]) == "a mentor, a coach or a peer"
    assert words.day(datetime.date(2026, 3, 1)) == "1 March 2026"


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

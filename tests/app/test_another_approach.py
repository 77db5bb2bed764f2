"""Another approach on Reach out, until the brief has no other; and a thank-you that asks nothing."""

from collections.abc import Callable

import pytest
from seen import field, notices
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]

SIX = {
    "reach.sender.name": "Otto Brandt",
    "reach.sender.role": "signalman",
    "reach.recipient.name": "Ms Vik",
    "reach.ask.when": "Monday evening",
    "reach.why_them": "you planned the winter timetable",
    "reach.questions": "How do you plan for snow?",
}


@pytest.fixture
def written(open_page: Open) -> AppTest:
    page = open_page("reach_out")
    for key, value in SIX.items():
        field(page, key).set_value(value)
    return page.button(key="reach-write").click().run()


def test_when_every_approach_is_taken_the_page_says_how_many_there_are(written: AppTest) -> None:
    page = written.button(key="reach-again").click().run()
    assert "different ways" not in captions(page)
    page = page.button(key="reach-again").click().run()
    assert "There are only 2 different ways this brief can be put so far." in captions(page)
    assert field(page, "reach.subject").value == "One question, approach 2"
    page = field(page, "reach.why_them").set_value("she swam the strait").run()
    page = page.button(key="reach-again").click().run()
    assert "different ways" not in captions(page)


def captions(page: AppTest) -> str:
    """What the small print of the page says."""
    return " ".join(one.value for one in page.caption)


def test_a_thank_you_without_anything_to_thank_for_is_asked_in_fitting_words(
    open_page: Open,
) -> None:
    page = open_page("reach_out")
    page.session_state["reach-more"] = True
    page = page.run()
    page.selectbox(key="reach.purpose").set_value("thank-you")
    field(page, "reach.recipient.name").set_value("Ms Vik")
    page = page.button(key="reach-write").click().run()
    told = " ".join(notices(page)).lower()
    assert "what you are thankful for is missing" in told
    assert "nothing to ask" not in told

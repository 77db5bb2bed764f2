"""Nothing typed is lost: on a rerun, another page, or a reload within the session."""

from collections.abc import Callable

from seen import field
from streamlit.testing.v1 import AppTest

from coach.ui.memory import MAX_AGE, Desks

Open = Callable[..., AppTest]


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def address(page: AppTest) -> str:
    """The id of the desk in the page's address."""
    found = page.query_params["desk"]
    return found if isinstance(found, str) else found[0]


def test_a_desk_is_found_again_by_its_id() -> None:
    desks = Desks()
    name, _ = desks.open()
    found = desks.find(name)
    assert found is not None
    found["reach.sender.name"] = "Ana"
    assert desks.find(name) == {"reach.sender.name": "Ana"}


def test_an_id_nobody_was_given_finds_nothing() -> None:
    assert Desks().find("guessed") is None


def test_ids_are_long_and_never_repeat() -> None:
    desks = Desks()
    names = {desks.open()[0] for _ in range(50)}
    assert len(names) == 50
    assert min(len(name) for name in names) >= 22


def test_a_desk_left_alone_is_dropped() -> None:
    clock = Clock()
    desks = Desks(clock)
    name, _ = desks.open()
    clock.now = MAX_AGE + 1
    assert desks.find(name) is None


def test_using_a_desk_keeps_it() -> None:
    clock = Clock()
    desks = Desks(clock)
    name, _ = desks.open()
    for _ in range(3):
        clock.now += MAX_AGE - 1
        assert desks.find(name) is not None


def test_beyond_the_limit_the_desk_unused_longest_goes() -> None:
    desks = Desks(limit=2)
    (first, _), (second, _) = desks.open(), desks.open()
    desks.find(first)
    desks.open()
    assert desks.find(second) is None
    assert desks.find(first) is not None


def test_a_reload_of_the_tab_finds_everything_again(open_page: Open) -> None:
    page = open_page("reach_out")
    page.session_state["reach-more"] = True
    page.run()
    field(page, "reach.sender.name").set_value("Ana Silva")
    field(page, "reach.private_notes").set_value("I am nervous").run()
    reloaded = open_page("reach_out", desk=address(page))
    reloaded.session_state["reach-more"] = True
    reloaded.run()
    assert field(reloaded, "reach.sender.name").value == "Ana Silva"
    assert field(reloaded, "reach.private_notes").value == "I am nervous"


def test_a_reload_finds_the_message_as_it_was_changed(open_page: Open) -> None:
    page = open_page("reach_out")
    page.button(key="reach-example").click().run()
    page.button(key="reach-write").click().run()
    field(page, "reach.body").set_value("Dear Dr. Ruiz, this is mine.").run()
    desk = address(page)
    reloaded = open_page("reach_out", desk=desk)
    assert field(reloaded, "reach.body").value == "Dear Dr. Ruiz, this is mine."


def test_another_page_starts_from_the_name_already_given(open_page: Open) -> None:
    page = open_page("reach_out")
    field(page, "reach.recipient.name").set_value("Dr. Lee").run()
    desk = address(page)
    assert field(open_page("prepare", desk=desk), "prepare.recipient.name").value == "Dr. Lee"


def test_a_made_up_desk_is_not_adopted(open_page: Open) -> None:
    page = open_page("reach_out", desk="made-up")
    assert address(page) != "made-up"

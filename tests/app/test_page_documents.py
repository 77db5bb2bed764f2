"""The page Your documents: add in the background, replace, remove, and say what went wrong."""

import threading
from collections.abc import Callable, Iterator

import pytest
from app_fakes import FakeOwn
from seen import notices, plain_texts, said
from streamlit.testing.v1 import AppTest

from coach.domain.results import OwnDocument
from coach.errors import StorageError
from coach.ui import own_documents
from coach.ui.adding import Adding
from coach.use_cases.ports import Progress, Services

Open = Callable[..., AppTest]

PATIENCE = 5.0


class SlowOwn(FakeOwn):
    """Waits half-way through a document until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.reached = threading.Event()
        self.may_go_on = threading.Event()

    def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
        assert progress is not None
        progress(1, 2)
        self.reached.set()
        assert self.may_go_on.wait(PATIENCE)
        return super().add(name, data, progress)


@pytest.fixture(autouse=True)
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[Adding]:
    """A queue of this test's own."""
    made = Adding()
    monkeypatch.setattr(own_documents, "adding", made)
    yield made
    assert made.wait(PATIENCE)


@pytest.fixture
def slow(services: Services) -> Iterator[SlowOwn]:
    made = SlowOwn()
    object.__setattr__(services, "own", made)
    yield made
    made.may_go_on.set()


def give(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    for name, data in files:
        page.file_uploader[0].upload(name, data)
    return page.run()


def add(page: AppTest, queue: Adding, *files: tuple[str, bytes]) -> AppTest:
    """Give the files, wait for them, and look again."""
    give(page, *files)
    assert queue.wait(PATIENCE)
    return page.run()


def button(page: AppTest, label: str) -> AppTest:
    return next(one for one in page.button if one.label == label).click().run()


def shown(page: AppTest) -> str:
    boxes = [*page.success, *page.info]
    return "\n".join([said(page), *(one.value for one in boxes)]).replace("\\", "")


def test_before_there_are_any_the_page_promises_what_becomes_of_them(open_page: Open) -> None:
    page = open_page("own_documents")
    assert not page.exception
    for promise in ("stay on this machine", "searched, not obeyed", "never mixed", "takes its"):
        assert promise in said(page)
    assert "Nothing so far." in said(page)


def test_a_document_is_listed_as_theirs_with_its_day_and_passages(
    open_page: Open, queue: Adding
) -> None:
    page = add(open_page("own_documents"), queue, ("handbook.md", b"one\n\ntwo"))
    assert "“handbook.md” is added: 2 passages." in shown(page)
    assert "handbook.md" in plain_texts(page)
    assert "Yours · added 2 November 2026 · 2 passages" in shown(page)


def test_several_documents_are_all_added(open_page: Open, queue: Adding) -> None:
    files = [(f"{number}.md", b"text") for number in range(3)]
    page = add(open_page("own_documents"), queue, *files)
    assert [text for text in plain_texts(page) if text.endswith(".md")] == ["0.md", "1.md", "2.md"]


def test_one_of_the_same_name_takes_the_place_of_the_other(open_page: Open, queue: Adding) -> None:
    page = add(open_page("own_documents"), queue, ("handbook.md", b"one"))
    page = add(page, queue, ("handbook.md", b"one\n\ntwo"))
    assert "“handbook.md” took the place of the one before: 2 passages." in shown(page)
    assert plain_texts(page).count("handbook.md") == 1


def test_a_failure_names_the_file_and_the_fix_and_the_rest_is_added(
    open_page: Open, queue: Adding
) -> None:
    page = add(open_page("own_documents"), queue, ("empty.md", b" "), ("good.md", b"text"))
    assert "“empty.md”" in notices(page)[0]
    assert "Choose a file with text in it." in notices(page)[0]
    assert "good.md" in plain_texts(page)


def test_a_failure_whose_message_has_no_name_is_given_one(
    services: Services, open_page: Open, queue: Adding
) -> None:
    class Full(FakeOwn):
        def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
            raise StorageError("The disk is full.", "Free some space.")

    object.__setattr__(services, "own", Full())
    page = add(open_page("own_documents"), queue, ("handbook.md", b"one"))
    assert "“handbook.md”: The disk is full." in notices(page)[0]


def test_while_one_is_indexed_the_others_wait_and_the_page_says_how_far(
    open_page: Open, slow: SlowOwn
) -> None:
    page = give(open_page("own_documents"), ("one.md", b"text"), ("two.md", b"text"))
    assert slow.reached.wait(PATIENCE)
    page.run()
    bars = [one.proto.text.replace("\\", "") for one in page.get("progress")]
    assert bars == ["one.md: 1 of 2 passages", "two.md: waiting for its turn"]


def test_a_document_that_is_cancelled_leaves_nothing_behind(
    open_page: Open, queue: Adding, slow: SlowOwn
) -> None:
    page = give(open_page("own_documents"), ("handbook.md", b"text"))
    assert slow.reached.wait(PATIENCE)
    page = button(page.run(), "Cancel")
    slow.may_go_on.set()
    assert queue.wait(PATIENCE)
    page.run()
    assert "Cancelled: “handbook.md”. Nothing of it was kept." in shown(page)
    assert slow.documents() == ()


def test_the_notices_can_be_cleared_away(open_page: Open, queue: Adding) -> None:
    page = add(open_page("own_documents"), queue, ("empty.md", b" "))
    assert not notices(button(page, "Clear these notices"))


def test_removing_asks_first_and_can_be_called_off(
    services: Services, open_page: Open, queue: Adding
) -> None:
    page = button(add(open_page("own_documents"), queue, ("handbook.md", b"one")), "Remove")
    assert len(services.own.documents()) == 1
    page = button(page, "Keep it")
    assert [one.label for one in page.button if "emove" in one.label] == ["Remove"]
    assert len(services.own.documents()) == 1


def test_a_document_is_removed_once_that_is_confirmed(
    services: Services, open_page: Open, queue: Adding
) -> None:
    page = button(add(open_page("own_documents"), queue, ("handbook.md", b"one")), "Remove")
    page = button(page, "Yes, remove it")
    assert services.own.documents() == ()
    assert "“handbook.md” is removed." in shown(page)
    assert "Nothing so far." in shown(page)


def test_a_document_removed_elsewhere_is_said_calmly(
    services: Services, open_page: Open, queue: Adding
) -> None:
    page = button(add(open_page("own_documents"), queue, ("handbook.md", b"one")), "Remove")
    services.own.remove("handbook.md")
    page = next(one for one in page.button if one.label == "Yes, remove it").click().run()
    assert not page.exception
    assert "Choose one that is listed." in notices(page)[0]


def test_a_hostile_name_is_shown_letter_by_letter(open_page: Open, queue: Adding) -> None:
    name = "![x](http://evil.example/a.png) <b>.md"
    page = add(open_page("own_documents"), queue, (name, b"text"))
    assert name in plain_texts(page)
    boxes = [one.value for one in (*page.success, *page.markdown, *page.caption)]
    assert not any("](http" in one for one in boxes)

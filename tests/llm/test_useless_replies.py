"""Replies that come and are of no use: empty, refused, endless, repeated, or no reply at all."""

from collections.abc import Iterator

import pytest

from coach.domain.model import Fault
from coach.llm.reply_guard import most_letters
from evals.scripted_server import Scripted
from tests.llm.conftest import Asker

pytestmark = pytest.mark.enable_socket


@pytest.mark.parametrize("nothing", ["", None, " \n\n "])
def test_a_reply_without_words_is_empty(
    scripted: Scripted, ask: Asker, nothing: str | None
) -> None:
    scripted.reply(pieces=nothing, times=9)
    assert (ask().fault, len(scripted.requests)) == (Fault.EMPTY, 1)


def test_a_refusal_is_told_as_one(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(refusal="I can't help with that.", times=9)
    assert (ask().fault, len(scripted.requests)) == (Fault.DECLINED, 1)


def test_a_reply_stopped_by_a_filter_is_told_as_declined(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", finish="content_filter")
    assert ask().fault is Fault.DECLINED


def test_a_reply_that_ran_out_of_room_is_told_as_cut_off(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("Dear", finish="length", times=9)
    outcome = ask()
    assert (outcome.fault, outcome.text, len(scripted.requests)) == (Fault.CUT_OFF, "Dear", 1)


def test_a_reply_of_ten_million_letters_is_not_read_to_its_end(
    scripted: Scripted, ask: Asker
) -> None:
    def endless() -> Iterator[str]:
        yield from (f"{number} " for number in range(2_000_000))

    scripted.reply(pieces=endless())
    outcome = ask()
    assert outcome.fault is Fault.ENDLESS
    assert len(outcome.text) < most_letters(200) + 20
    assert scripted.requests[0].hung_up.wait(10)


def test_ten_million_letters_in_one_piece_are_not_taken_in(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("x" * 10_000_000)
    outcome = ask()
    assert (outcome.fault, outcome.text) == (Fault.ENDLESS, "")


def test_an_error_of_ten_million_letters_is_not_taken_in(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(status=401, body="x" * 10_000_000, times=9)
    assert ask().error is not None


def test_words_said_over_and_over_are_stopped(scripted: Scripted, ask: Asker) -> None:
    scripted.reply(*["and ", "then "] * 50_000)
    outcome = ask()
    assert outcome.fault is Fault.REPEATING
    assert len(outcome.text) < 1_000


def test_thinking_over_and_over_is_stopped(scripted: Scripted, ask: Asker) -> None:
    scripted.reply("<think>", *["wait, "] * 50_000)
    assert (ask().fault, len(scripted.requests)) == (Fault.REPEATING, 1)


@pytest.mark.parametrize(
    ("body", "content_type", "fault"),
    [
        ("<html>Sign in</html>", "text/html", Fault.UNKNOWN),
        ('{"hello": "world"}', "application/json", Fault.UNKNOWN),
        ("data: {nonsense\n\n", "text/event-stream", Fault.UNKNOWN),
        ("", "text/event-stream", Fault.UNKNOWN),
        ('data: {"choices": null}\n\n', "text/event-stream", Fault.SERVER),
    ],
)
def test_what_is_no_reply_at_all_is_told_calmly(
    scripted: Scripted, ask: Asker, body: str, content_type: str, fault: Fault
) -> None:
    scripted.reply(body=body, content_type=content_type, times=9)
    assert ask().fault is fault
    assert len(scripted.requests) <= 2

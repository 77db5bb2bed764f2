"""The queue of documents: one after another, in the background, and nothing stops it."""

import threading
from collections.abc import Callable

import pytest

from coach.errors import CoachError, InputError
from coach.ui.adding import MOST_WAITING, Added, Adding, Progress, State

PATIENCE = 5.0


class Gate:
    """Work that waits half-way until it is let through."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.may_go_on = threading.Event()

    def __call__(self, progress: Progress) -> Added:
        progress(1, 2)
        self.reached.set()
        assert self.may_go_on.wait(PATIENCE)
        progress(2, 2)
        return Added("slow.md", 2)


def done(name: str) -> Callable[[Progress], Added]:
    return lambda progress: Added(name, 3)


def failing(problem: Exception) -> Callable[[Progress], Added]:
    def work(progress: Progress) -> Added:
        raise problem

    return work


@pytest.fixture
def queue() -> Adding:
    return Adding()


@pytest.fixture
def gate(queue: Adding) -> Gate:
    """The first document of the queue, half-way through."""
    gate = Gate()
    queue.put("slow.md", gate)
    assert gate.reached.wait(PATIENCE)
    return gate


def states(queue: Adding) -> list[State]:
    return [job.state for job in queue.jobs()]


def test_a_document_is_added_in_the_background(queue: Adding) -> None:
    queue.put("notes.md", done("notes.md"))
    assert queue.wait(PATIENCE)
    (job,) = queue.jobs()
    assert (job.state, job.added) == (State.ADDED, Added("notes.md", 3))


def test_how_far_a_document_is_can_be_seen(queue: Adding, gate: Gate) -> None:
    (job,) = queue.jobs()
    assert (job.state, job.done, job.total) == (State.INDEXING, 1, 2)
    gate.may_go_on.set()
    assert queue.wait(PATIENCE)


def test_the_others_wait_for_their_turn_and_then_have_it(queue: Adding, gate: Gate) -> None:
    order: list[str] = []
    for name in ("one.md", "two.md"):
        queue.put(name, lambda progress, name=name: (order.append(name), Added(name, 1))[1])
    assert states(queue) == [State.INDEXING, State.WAITING, State.WAITING]
    gate.may_go_on.set()
    assert queue.wait(PATIENCE)
    assert order == ["one.md", "two.md"]
    assert states(queue) == [State.ADDED] * 3


def test_a_document_that_is_cancelled_half_way_is_stopped_inside_its_work(
    queue: Adding, gate: Gate
) -> None:
    (job,) = queue.jobs()
    queue.cancel(job.number)
    assert states(queue) == [State.STOPPING]
    gate.may_go_on.set()
    assert queue.wait(PATIENCE)
    assert states(queue) == [State.CANCELLED]


def test_a_document_that_is_cancelled_while_it_waits_never_begins(
    queue: Adding, gate: Gate
) -> None:
    begun: list[str] = []
    number = queue.put("later.md", lambda progress: (begun.append("x"), Added("later.md", 1))[1])
    queue.cancel(number)
    gate.may_go_on.set()
    assert queue.wait(PATIENCE)
    assert begun == []
    assert states(queue) == [State.ADDED, State.CANCELLED]


def test_cancelling_what_is_over_or_unknown_changes_nothing(queue: Adding) -> None:
    number = queue.put("notes.md", done("notes.md"))
    assert queue.wait(PATIENCE)
    queue.cancel(number)
    queue.cancel(999)
    assert states(queue) == [State.ADDED]


def test_a_failure_keeps_its_message_and_fix_and_the_next_one_is_added(queue: Adding) -> None:
    problem = InputError("“a.pdf” is locked with a password.", "Save a copy without it.")
    queue.put("a.pdf", failing(problem))
    queue.put("b.md", done("b.md"))
    assert queue.wait(PATIENCE)
    first, second = queue.jobs()
    assert (first.state, first.problem) == (State.FAILED, problem)
    assert second.state is State.ADDED


def test_a_fault_is_said_without_its_inner_words_and_the_next_one_is_added(queue: Adding) -> None:
    queue.put("a.pdf", failing(ValueError("0x7f segment")))
    queue.put("b.md", done("b.md"))
    assert queue.wait(PATIENCE)
    first, second = queue.jobs()
    assert isinstance(first.problem, CoachError)
    assert "0x7f" not in first.problem.message + first.problem.fix
    assert second.state is State.ADDED


def test_the_queue_starts_again_after_it_was_empty(queue: Adding) -> None:
    for name in ("one.md", "two.md"):
        queue.put(name, done(name))
        assert queue.wait(PATIENCE)
    assert states(queue) == [State.ADDED, State.ADDED]
    assert queue.finished == 2


def test_clearing_forgets_what_is_over_and_keeps_what_is_on_its_way(
    queue: Adding, gate: Gate
) -> None:
    queue.cancel(queue.put("later.md", done("later.md")))
    queue.clear()
    assert [job.name for job in queue.jobs()] == ["slow.md"]
    gate.may_go_on.set()
    assert queue.wait(PATIENCE)


def test_more_than_can_wait_are_refused_by_name(queue: Adding, gate: Gate) -> None:
    for number in range(MOST_WAITING):
        queue.put(f"{number}.md", done("x.md"))
    queue.put("one too many.md", done("x.md"))
    refused = queue.jobs()[-1]
    assert refused.state is State.FAILED
    assert refused.problem is not None
    assert "one too many.md" in refused.problem.message
    gate.may_go_on.set()
    assert queue.wait(PATIENCE)

"""A run of the model eval that is cut short has some of every task and of both splits."""

from evals.model_eval import in_turn
from evals.model_items import Item


def test_tasks_and_splits_are_taken_in_turn() -> None:
    items = {
        task: [Item(task, f"{split}/{number}") for split in ("dev", "test") for number in range(2)]
        for task in ("outreach", "ask")
    }
    first = [(one.task, one.name.split("/")[0]) for one in in_turn(items)][:4]
    assert first == [("outreach", "dev"), ("ask", "dev"), ("outreach", "test"), ("ask", "test")]


def test_every_item_is_taken_once() -> None:
    items = {"ask": [Item("ask", f"dev/{number}") for number in range(5)], "agenda": []}
    assert sorted(one.name for one in in_turn(items)) == [f"dev/{number}" for number in range(5)]

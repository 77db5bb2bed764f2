"""Trying a model out: one tiny request that no kept reply can answer, and what came of it."""

from coach.domain.model import Fault, ModelError
from coach.domain.results import Call, Tokens
from coach.llm.scripted import ScriptedModel
from coach.use_cases.model_taken import Taken, dollars, taken_by
from coach.use_cases.try_model import try_model


def test_an_answer_is_timed_and_its_call_is_told() -> None:
    times = iter([1.0, 3.5])
    tried = try_model(ScriptedModel(['{"number": "7"}']), clock=lambda: next(times))
    assert (tried.seconds, tried.problem) == (2.5, "")
    assert tried.calls[0].tokens.taken > 0


def test_each_try_asks_for_another_number() -> None:
    model = ScriptedModel(['{"number": "7"}'])
    for _ in range(5):
        try_model(model)
    assert len({task.values["number"] for task in model.tasks}) == 5


def test_nothing_of_the_mentees_is_sent() -> None:
    model = ScriptedModel(['{"number": "7"}'])
    try_model(model)
    assert list(model.tasks[0].values) == ["number"]
    assert model.tasks[0].values["number"].isdigit()


def test_trouble_is_told_with_its_fix() -> None:
    error = ModelError(Fault.REFUSED, "No connection could be made.", "Start its server.")
    tried = try_model(ScriptedModel([error]))
    assert (tried.problem, tried.fix) == ("No connection could be made.", "Start its server.")


def test_what_was_taken_adds_up_and_leaves_out_replies_that_were_kept() -> None:
    made = Call(prompt="p", tokens=Tokens(taken=10, given=2), cost=0.25)
    kept = Call(prompt="p", tokens=Tokens(taken=99, given=99), cached=True)
    unpriced = Call(prompt="p", tokens=Tokens(taken=1, given=1))
    total = taken_by([made, kept]) + taken_by([unpriced])
    assert total == Taken(2, Tokens(taken=11, given=3), 0.25, 1)


def test_cents_are_seen() -> None:
    assert (dollars(0.00042), dollars(0.1), dollars(12)) == ("$0.0004", "$0.10", "$12.00")

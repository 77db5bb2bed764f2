"""Tries a language model out: one tiny request, and what came of it in words."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from coach.domain.forms import HelloForm
from coach.domain.model import ModelError, Show, Task
from coach.domain.results import Call
from coach.use_cases.ports import Model

LONGEST = 60
"""Tokens of the reply; a number takes a few, and some models think aloud first."""
_NUMBERS = 10**9


@dataclass(frozen=True)
class Tried:
    """What came of trying a model out.

    Attributes:
        model: its name.
        seconds: how long the answer took.
        problem: what went wrong, in words; empty when it answered.
        fix: the one thing to do about it.
        calls: what was sent and what came.
    """

    model: str
    seconds: float
    problem: str = ""
    fix: str = ""
    calls: tuple[Call, ...] = field(default=(), repr=False)


def try_model(
    model: Model, show: Show | None = None, clock: Callable[[], float] = monotonic
) -> Tried:
    """Ask a model for a number it is told, another one each time, so that no kept reply answers."""
    number = str(secrets.randbelow(_NUMBERS))
    task = Task("hello", {"number": number}, HelloForm, longest=LONGEST, why="try")
    began = clock()
    try:
        call = model.fill(task, show).call
    except ModelError as error:
        sent = (error.call,) if error.call is not None else ()
        return Tried(model.name, clock() - began, error.message, error.fix, sent)
    return Tried(model.name, clock() - began, calls=(call,))

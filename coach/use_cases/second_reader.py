"""Opens the second reader of messages, where there is one."""

from coach.errors import CoachError
from coach.review import SecondReader
from coach.use_cases.ports import OpenedReader


def reader(second: OpenedReader | None) -> SecondReader | None:
    """What reads a message a second time; None where no model is.

    Where the model cannot be loaded the rules stand alone, and ``doctor`` says why.
    """
    if second is None:
        return None
    try:
        return second()
    except CoachError:
        return None

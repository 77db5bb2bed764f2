"""A draft and a review inside the process, against the cost of parsing the brief."""

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Kind
from coach.review import review_message
from coach.settings import read_settings
from coach.use_cases.examples import example
from coach.use_cases.read_brief import parse_brief
from coach.writing.builtin import BuiltInWriter

ROUNDS = 40


def writing_ratios() -> Iterator[str]:
    """One line each for writing and reviewing, as multiples of parsing the brief."""
    text = example(Kind.OUTREACH)
    brief = parse_brief(text)
    assert isinstance(brief, OutreachBrief)
    writer = BuiltInWriter(read_settings().knowledge)
    message = writer.outreach(brief)
    parse = _median(lambda: parse_brief(text))
    write = _median(lambda: writer.outreach(brief))
    review = _median(lambda: review_message(message.body, brief=brief, subject=message.subject))
    for name, seconds in (("write a message", write), ("review a message", review)):
        yield (
            f"{name + ' ÷ parse its brief':<58} {seconds / parse:5.2f}   "
            f"[{seconds * 1000:.1f} ms / {parse * 1000:.1f} ms]"
        )


def _median(work: object) -> float:
    assert callable(work)
    work()
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)

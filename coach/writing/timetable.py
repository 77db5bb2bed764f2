"""Fits the parts of a meeting into its minutes: what stays, what is folded, what is left out.

A meeting holds about one part in five minutes and one question in three; more is a race. What does
not fit is never lost: it is handed back, so that it can be sent ahead or kept for later.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

SHORT = 1.2
"""Weight up to which a part (opening, next steps, news) stays short however long the meeting."""
MINUTES_A_PART = 5
MINUTES_A_QUESTION = 3
MOST_PARTS = 7
LONG = 45
"""Minutes from which the parts are timed in steps of five, which are easier to keep by the clock."""


@dataclass(frozen=True)
class Question:
    """A question on the agenda: ``own`` when the mentee typed it, ``must`` when it may not go."""

    text: str
    own: bool = False
    must: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the meeting before the clock.

    ``weight`` is its share of the time. ``rank`` 0 stays whatever happens; higher ranks leave first
    when time is short. ``compact`` is one question that stands for all, and lets the part be folded
    into the main one rather than left out. ``label`` names the part when it is left out.
    """

    name: str
    title: str
    why: str
    weight: float
    rank: int
    questions: tuple[Question, ...] = ()
    sources: tuple[str, ...] = ()
    compact: str = ""
    label: str = ""
    folded_title: str = ""


@dataclass(frozen=True)
class Fitted:
    """The parts that fit, their minutes, and what was left out."""

    parts: tuple[Part, ...]
    times: tuple[int, ...]
    dropped: tuple[Part, ...] = ()
    unasked: tuple[str, ...] = field(default=())


def fit(parts: list[Part], minutes: int) -> Fitted:
    """Choose, fold and time the parts so that their minutes add up to ``minutes``."""
    kept, dropped = _fit_parts(parts, minutes)
    kept, unasked = _fit_questions(kept, max(len(kept), minutes // MINUTES_A_QUESTION))
    return Fitted(tuple(kept), tuple(_times(kept, minutes)), tuple(dropped), tuple(unasked))


def _fit_parts(parts: list[Part], minutes: int) -> tuple[list[Part], list[Part]]:
    """Leave out or fold the least necessary parts until each has time to be useful."""
    kept, dropped = list(parts), []
    most = max(1, min(MOST_PARTS, minutes // MINUTES_A_PART))
    while len(kept) > most:
        ranked = [part for part in kept if part.rank]
        if not ranked:
            break
        loser = max(ranked, key=lambda part: (part.rank, -part.weight))
        kept.remove(loser)
        if loser.compact:
            kept = _folded(kept, loser)
        else:
            dropped.append(loser)
    while len(kept) > most:  # a few minutes: everything is one part
        kept[0] = replace(
            kept[0],
            title=f"{kept[0].title.rstrip('.')}, and {kept[1].folded_title or kept[1].title}",
            questions=(*kept[0].questions, *kept[1].questions),
            sources=tuple(dict.fromkeys((*kept[0].sources, *kept[1].sources))),
        )
        del kept[1]
    return kept, dropped


def _folded(kept: list[Part], loser: Part) -> list[Part]:
    """Ask the loser's one question in the part that has the most time."""
    at = kept.index(max(kept, key=lambda part: part.weight))
    main = kept[at]
    sources = tuple(dict.fromkeys((*main.sources, *loser.sources)))
    asked = (*main.questions, Question(loser.compact, own=True, must=True))
    return [*kept[:at], replace(main, questions=asked, sources=sources), *kept[at + 1 :]]


def _fit_questions(parts: list[Part], most: int) -> tuple[list[Part], list[str]]:
    """Ask less: first what was added, then one question for many, last the mentee's own."""
    kept = list(parts)
    unasked: list[str] = []
    while sum(len(part.questions) for part in kept) > most:
        if (
            at := _longest(kept, lambda part, q: not (q.own or q.must or part.compact))
        ) is not None:
            kept[at], _ = _without_last(kept[at], lambda q: not (q.own or q.must))
        elif (at := _longest(kept, lambda part, _: bool(part.compact))) is not None:
            stands_for_all = Question(kept[at].compact, own=True, must=True)
            kept[at] = replace(kept[at], questions=(stands_for_all,))
        elif (at := _longest(kept, lambda _, q: not q.must)) is not None:
            kept[at], gone = _without_last(kept[at], lambda q: not q.must)
            unasked.insert(0, gone)
        else:
            break
    return kept, unasked


def _longest(parts: list[Part], spare: Callable[[Part, Question], bool]) -> int | None:
    """The part with most questions, more than one, that has one to spare."""
    found = [
        (len(part.questions), -index)
        for index, part in enumerate(parts)
        if len(part.questions) > 1 and any(spare(part, question) for question in part.questions)
    ]
    return -max(found)[1] if found else None


def _without_last(part: Part, spare: Callable[[Question], bool]) -> tuple[Part, str]:
    """The part without its last question to spare, and that question."""
    last = max(i for i, question in enumerate(part.questions) if spare(question))
    rest = (*part.questions[:last], *part.questions[last + 1 :])
    return replace(part, questions=rest), part.questions[last].text


def _times(parts: list[Part], minutes: int) -> list[int]:
    """Whole minutes that add up, short parts short, in steps of five when the meeting is long."""
    weights = [part.weight for part in parts]
    step = 5 if minutes >= LONG and minutes % 5 == 0 and len(parts) * 5 <= minutes else 1
    times = [unit * step for unit in share_minutes(weights, minutes // step)]
    return _main_longest(parts, capped(parts, times, minutes), step)


def _main_longest(parts: list[Part], times: list[int], step: int) -> list[int]:
    """Rounding must not leave another part as long as the weightiest."""
    main = max(range(len(parts)), key=lambda i: parts[i].weight)
    others = [i for i in range(len(parts)) if i != main]
    while others and times[main] <= max(times[i] for i in others):
        longest = max(others, key=lambda i: (times[i], -parts[i].weight))
        if times[longest] <= step:
            break
        times[longest] -= step
        times[main] += step
    return times


def share_minutes(weights: list[float], minutes: int) -> list[int]:
    """Whole minutes in proportion to ``weights``, each at least one, adding up to ``minutes``.

    Largest remainder method. ``minutes`` must be at least ``len(weights)``.
    """
    total = sum(weights)
    spare = minutes - len(weights)
    exact = [weight / total * spare for weight in weights]
    whole = [int(value) for value in exact]
    order = sorted(range(len(weights)), key=lambda i: (whole[i] - exact[i], i))
    for index in order[: spare - sum(whole)]:
        whole[index] += 1
    return [1 + value for value in whole]


def capped(parts: list[Part], times: list[int], minutes: int) -> list[int]:
    """Keep openings and next steps short, and give what they leave to the weightiest part."""
    most = 5 if minutes <= 60 else 10
    longest = max(range(len(parts)), key=lambda i: parts[i].weight)
    kept = [
        min(time, most) if part.weight <= SHORT and i != longest else time
        for i, (part, time) in enumerate(zip(parts, times, strict=True))
    ]
    kept[longest] += minutes - sum(kept)
    return kept

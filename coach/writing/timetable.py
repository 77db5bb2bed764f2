"""Shares the minutes of a meeting among its items."""

from dataclasses import dataclass, replace

SHORT = 1.2
"""Weight up to which an item (opening, next steps, news) stays short however long the meeting."""


@dataclass(frozen=True)
class Slot:
    """An item before the clock: its share of the time, and which items fall first when time is short."""

    title: str
    why: str
    weight: float
    keep: int  # 0 stays whatever happens; higher numbers go first
    questions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


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


def capped(slots: list[Slot], times: list[int], minutes: int) -> list[int]:
    """Keep openings and next steps short, and give what they leave to the first long item."""
    most = max(3, minutes // 8)
    main = next((i for i, slot in enumerate(slots) if slot.weight > SHORT), None)
    if main is None:
        return times
    kept = [
        min(time, most) if slot.weight <= SHORT else time
        for slot, time in zip(slots, times, strict=True)
    ]
    kept[main] += minutes - sum(kept)
    return kept


def merge_to_fit(slots: list[Slot], minutes: int) -> list[Slot]:
    """Fold the least necessary items into the main one until each item has time to be useful."""
    most = max(1, min(len(slots), max(3, minutes // 5), 7))
    while len(slots) > most:
        spare = [index for index, slot in enumerate(slots) if slot.keep]
        if not spare:
            break
        loser = max(spare, key=lambda index: (slots[index].keep, -slots[index].weight))
        target = next(index for index, slot in enumerate(slots) if slot.keep == 0)
        kept = slots[loser]
        slots[target] = replace(
            slots[target],
            questions=(*slots[target].questions, *kept.questions),
            sources=tuple(dict.fromkeys((*slots[target].sources, *kept.sources))),
        )
        del slots[loser]
    return slots

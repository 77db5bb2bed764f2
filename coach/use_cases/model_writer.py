"""Sums up what a model was asked for one result, so that it can be shown beside it."""

from collections.abc import Iterable, Sequence

from coach.domain.results import Call, Tokens, WriterInfo


def written_by(
    name: str, calls: Sequence[Call], *, floor: bool = False, trouble: str = ""
) -> WriterInfo:
    """What stands under a result that a model was asked for.

    Args:
        name: the model's.
        calls: every call that was made, in order.
        floor: whether the built-in writer's text was taken all the same.
        trouble: why, as the mentee is told it.
    """
    return WriterInfo(
        name="built-in" if floor else name,
        prompt=calls[-1].prompt if calls else "",
        floor=floor,
        trouble=trouble,
        tokens=sum((call.tokens for call in calls), Tokens()),
        cost=total_cost(calls),
        calls=tuple(calls),
    )


def total_cost(calls: Iterable[Call]) -> float | None:
    """What calls cost together, in US dollars; None when there were none or one has no known price."""
    costs = [call.cost for call in calls]
    known = [cost for cost in costs if cost is not None]
    return sum(known) if costs and len(known) == len(costs) else None

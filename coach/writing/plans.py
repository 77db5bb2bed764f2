"""Loads the plans: which moves a message of each purpose makes, in which order, on which channels."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import load_mapping
from coach.domain.vocabulary import Channel, Purpose
from coach.errors import KnowledgeError

APPROACHES = ("direct", "story", "question")
_KEYS = {"channels", "words", "leave-out", *APPROACHES}

Order = tuple[tuple[str, ...], ...]
"""Moves by paragraph."""


@dataclass(frozen=True)
class Plan:
    """How messages of one purpose are built.

    ``words`` is the target, None for the channel's. ``leave_out`` names the moves a note drops
    first.
    """

    channels: tuple[Channel, ...]
    approaches: tuple[Order, ...]
    words: int | None
    leave_out: tuple[str, ...]

    def approach(self, variant: int) -> Order:
        """The order of moves of one variant."""
        return self.approaches[variant % len(self.approaches)]


@lru_cache(maxsize=4)
def load_plans(knowledge: Path) -> dict[Purpose, Plan]:
    """Read ``wording/plans.yaml``.

    Raises:
        KnowledgeError: naming the purpose whose plan is missing or wrong.
    """
    path = knowledge / "wording" / "plans.yaml"
    try:
        data = load_mapping(path)
        return {purpose: _plan(path, purpose, data[purpose.value]) for purpose in Purpose}
    except (KeyError, TypeError, ValueError) as error:
        fix = "Restore it from the repository."
        raise KnowledgeError(f"{path}: the plans cannot be read ({error})", fix) from error


def _plan(path: Path, purpose: Purpose, entry: dict[str, object]) -> Plan:
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        fix = f"Use {', '.join(sorted(_KEYS))}."
        raise KnowledgeError(f"{path}: {purpose} has the unknown key {unknown[0]}", fix)
    words = entry.get("words")
    return Plan(
        channels=tuple(Channel(name) for name in _texts(entry["channels"])),
        approaches=tuple(_order(entry[name]) for name in APPROACHES),
        words=words if isinstance(words, int) else None,
        leave_out=tuple(_texts(entry.get("leave-out", []))),
    )


def _order(value: object) -> Order:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list of paragraphs")
    return tuple(tuple(str(paragraph).split()) for paragraph in value)


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []

"""The words around a model: what it is asked for, and what the mentee is told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.model import ModelError
from coach.domain.results import Finding
from coach.domain.strict_yaml import load_mapping
from coach.domain.vocabulary import Channel, Purpose
from coach.errors import KnowledgeError

_GROUPS = ("purposes", "lengths", "approaches", "said")
_SAID = ("floor", "not-passed", "guidance", "coach-questions")


@dataclass(frozen=True)
class ModelWords:
    """Phrases of ``knowledge/wording/model.yaml``, by group and name."""

    purposes: Mapping[str, str]
    lengths: Mapping[str, str]
    approaches: Mapping[str, str]
    said: Mapping[str, str]

    def approach(self, variant: int) -> str:
        """How a message of this variant begins; it wraps around."""
        return list(self.approaches.values())[variant % len(self.approaches)]

    def floor_after(self, error: ModelError) -> str:
        """What happened, that the built-in writer wrote instead, and what to do."""
        return " ".join(filter(None, [error.message, self.said["floor"], error.fix]))

    def not_passed(self, model: str, wrong: Sequence[Finding]) -> str:
        """That a model's text did not pass the review, and the first reason."""
        return self.said["not-passed"].format(model=model, why=wrong[0].message if wrong else "")


@lru_cache(maxsize=4)
def load_model_words(knowledge: Path) -> ModelWords:
    """Read the phrases.

    Raises:
        KnowledgeError: a group or a phrase is missing.
    """
    path = knowledge / "wording" / "model.yaml"
    found = load_mapping(path)
    needed = {
        "purposes": tuple(Purpose),
        "lengths": tuple(Channel),
        "approaches": ("direct", "story", "question"),
        "said": _SAID,
    }
    groups = {}
    for group, names in needed.items():
        told = found.get(group)
        if not isinstance(told, dict) or list(told) != [str(name) for name in names]:
            raise KnowledgeError(
                f"{path}: {group} is not as it should be",
                f"Give a phrase for each of {', '.join(names)}, in this order.",
            )
        groups[group] = {name: " ".join(str(text).split()) for name, text in told.items()}
    return ModelWords(**groups)

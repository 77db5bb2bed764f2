"""The words around a model that plays the counterpart: what it is told, and what the mentee is told of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import load_mapping
from coach.errors import KnowledgeError
from coach.rehearsal.answer_check import check_ids

FILE = Path("wording") / "counterpart.yaml"
FOREIGN = "in-english"
_STANCE = ("cold", "even", "warm", "granted", "not-granted", "asks")
_ABOUT = ("you", "where", "other", "manner", "wants", "knows", "said-you", "said-they", "problems")
_SAID = (
    *(
        "care",
        "stopped",
        "given",
        "all-given",
        "none-given",
        "all",
        "only",
        "fell-one",
        "fell-many",
    ),
    *("why-one", "why-many", "fault-one", "fault-many"),
)


@dataclass(frozen=True)
class Reason:
    """Why an answer was not taken, as the mentee is told it, and what the model is to do."""

    why: str
    fix: str


@dataclass(frozen=True)
class CounterpartWords:
    """Phrases of ``knowledge/wording/counterpart.yaml``, by group and name."""

    stance: Mapping[str, str]
    about: Mapping[str, str]
    said: Mapping[str, str]
    checks: Mapping[str, Reason]


@lru_cache(maxsize=4)
def load_counterpart_words(knowledge: Path) -> CounterpartWords:
    """Read the phrases.

    Raises:
        KnowledgeError: a group or a phrase is missing, or there is one too many.
    """
    path = knowledge / FILE
    found = load_mapping(path)
    checks = _group(path, "checks", found.get("checks"), (*check_ids(), FOREIGN))
    reasons = {name: _reason(path, name, told) for name, told in checks.items()}
    groups = {
        name: {key: _text(text) for key, text in _group(path, name, found.get(name), keys).items()}
        for name, keys in (("stance", _STANCE), ("about", _ABOUT), ("said", _SAID))
    }
    return CounterpartWords(checks=reasons, **groups)


def _reason(path: Path, name: str, told: object) -> Reason:
    parts = _group(path, f"checks: {name}", told, ("why", "fix"))
    return Reason(_text(parts["why"]), _text(parts["fix"]))


def _group(path: Path, name: str, told: object, keys: Iterable[str]) -> Mapping[str, object]:
    wanted = sorted(keys)
    if not isinstance(told, dict) or sorted(told) != wanted:
        raise KnowledgeError(
            f"{path}: {name} is not as it should be",
            f"Give a phrase for each of {', '.join(wanted)}.",
        )
    return told


def _text(told: object) -> str:
    return " ".join(str(told).split())

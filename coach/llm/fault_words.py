"""Says to a person what went wrong with a model: the words of ``knowledge/wording/faults.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.domain.model import Fault, ModelError
from coach.domain.strict_yaml import check_keys, load_mapping
from coach.errors import KnowledgeError

FILE = Path("wording") / "faults.yaml"
SLOTS = {"model": "", "where": "", "wait": "", "package": ""}
A_WHILE = "a minute"


@dataclass(frozen=True)
class Words:
    """What happened, and the one thing to do about it; slots still open."""

    message: str
    fix: str


@dataclass(frozen=True)
class FaultWords:
    """The words for every fault."""

    words: Mapping[Fault, Words]

    def error(
        self,
        fault: Fault,
        *,
        model: str,
        where: str,
        wait: float | None = None,
        package: str = "",
    ) -> ModelError:
        """The error that tells a person of a fault.

        Args:
            fault: its kind.
            model: the model's name.
            where: the server's name.
            wait: the seconds after which asking again makes sense, when known.
            package: the package that is missing.
        """
        words = self.words[fault]
        slots = {"model": model, "where": where, "wait": spoken(wait), "package": package}
        opening = {**slots, "where": where[:1].upper() + where[1:]}
        starts = words.message.startswith("{where}")
        message = words.message.format(**(opening if starts else slots))
        return ModelError(fault, message, words.fix.format(**slots))


def load_fault_words(knowledge: Path) -> FaultWords:
    """Read the words; every fault has them, and nothing else does.

    Raises:
        KnowledgeError: the file is missing or wrong.
    """
    path = knowledge / FILE
    data = load_mapping(path)
    check_keys(data, [fault.value for fault in Fault], (), str(path))
    words = {}
    for fault in Fault:
        entry = data[fault.value]
        if not isinstance(entry, dict):
            raise KnowledgeError(f"{path}: '{fault}' has no message", "Give `message:` and `fix:`.")
        check_keys(entry, ("message", "fix"), (), f"{path}: {fault}")
        words[fault] = Words(str(entry["message"]), str(entry["fix"]))
        for text in (words[fault].message, words[fault].fix):
            _check_slots(text, f"{path}: {fault}")
    return FaultWords(words)


def _check_slots(text: str, origin: str) -> None:
    try:
        text.format(**SLOTS)
    except (KeyError, IndexError, ValueError):
        raise KnowledgeError(
            f"{origin}: a slot that is not known in “{text}”",
            f"Use only {', '.join('{' + name + '}' for name in SLOTS)}.",
        ) from None


def spoken(seconds: float | None) -> str:
    """A wait as a person says it."""
    if seconds is None:
        return A_WHILE
    if seconds < 91:
        whole = max(1, round(seconds))
        return "1 second" if whole == 1 else f"{whole} seconds"
    if seconds < 5_401:
        return f"{round(seconds / 60)} minutes"
    return f"{round(seconds / 3_600)} hours"

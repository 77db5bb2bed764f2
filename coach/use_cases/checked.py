"""Has a model write, reviews what comes, has it repaired, and falls back to what is known to be sound.

A model is asked at most three times for a text. Whatever happens, a draft comes back: the model's, when it
passes, else the *floor*, with a sentence that says why.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coach.domain.model import Form, ModelError, Show, Task
from coach.domain.rehearsal import SpokenLine
from coach.domain.results import (
    AgendaDraft,
    Call,
    Finding,
    OutreachDraft,
    ReflectionDraft,
)
from coach.use_cases.model_words import ModelWords
from coach.use_cases.model_writer import written_by
from coach.use_cases.ports import Model

Draft = TypeVar("Draft", OutreachDraft, AgendaDraft, ReflectionDraft, SpokenLine)
Watch = Callable[[str, str], None]
"""Called with what is being done (``writing``, ``checking``, ``repairing``, ``done``) and the text so far."""
MOST_REPAIRS = 2


@dataclass(frozen=True)
class Checked(Generic[Draft]):
    """What is delivered, and the model's last text as it was before the floor, if there was one."""

    delivered: Draft
    from_model: Draft | None


@dataclass(frozen=True)
class Way(Generic[Form, Draft]):
    """How one kind of draft is asked for and judged.

    Attributes:
        first: the first task.
        read: turns a filled form into a reviewed draft.
        wrong: what still has to be put right in a draft, the gravest first; none, and it is delivered.
        again: the task of putting it right.
        floor: what is delivered otherwise.
        repairs: how often it may be sent back.
    """

    first: Task[Form]
    read: Callable[[Form], Draft]
    wrong: Callable[[Draft], Sequence[Finding]]
    again: Callable[[Draft, Sequence[Finding]], Task[Form]]
    floor: Draft
    repairs: int = MOST_REPAIRS


def unwatched(doing: str, text: str) -> None:
    """Watch nothing."""


def checked(
    model: Model, way: Way[Form, Draft], words: ModelWords, watch: Watch = unwatched
) -> Checked[Draft]:
    """Write with a model, checked every time; never raises for what a model or network does."""
    run = _Run(model, way, words, watch)
    return run.deliver()


class _Run(Generic[Form, Draft]):
    """One text on its way: the calls made, the model's last draft, what was first wrong with it."""

    def __init__(
        self, model: Model, way: Way[Form, Draft], words: ModelWords, watch: Watch
    ) -> None:
        self._model, self._words, self._watch = model, words, watch
        self._way: Way[Form, Draft] = way
        self._calls: list[Call] = []
        self._draft: Draft | None = None
        self._at_first: tuple[Finding, ...] = ()
        self._trouble = ""

    def deliver(self) -> Checked[Draft]:
        task, repairs = self._way.first, 0
        while True:
            wrong = self._try(task, first=repairs == 0)
            if wrong is None or not wrong or repairs == self._way.repairs or self._draft is None:
                break
            repairs += 1
            self._watch("repairing", ", ".join(finding.check for finding in wrong))
            task = self._way.again(self._draft, wrong)
        sound = wrong is not None and not wrong and self._draft is not None
        if wrong:
            self._trouble = self._words.not_passed(self._model.name, wrong)
        chosen = self._draft if sound and self._draft is not None else self._way.floor
        delivered = self._signed(chosen, repairs, floor=not sound)
        from_model = self._signed(self._draft, repairs, floor=False) if self._draft else None
        self._watch("done", "")
        return Checked(delivered, from_model)

    def _try(self, task: Task[Form], *, first: bool) -> Sequence[Finding] | None:
        """Ask once; what is still wrong, or None when nothing usable came."""
        self._watch("writing", "")
        try:
            filled = self._model.fill(task, self._growing())
        except ModelError as error:
            self._trouble = self._words.floor_after(error)
            if error.call is not None:
                self._calls.append(error.call)
            return None
        self._calls.append(filled.call)
        self._watch("checking", "")
        draft = self._way.read(filled.value)
        if draft == self._draft:  # it has nothing new to say: asking once more would only cost
            return self._stuck(draft)
        self._draft = draft
        wrong = tuple(self._way.wrong(draft))
        if first:
            self._at_first = wrong
        return wrong

    def _stuck(self, draft: Draft) -> Sequence[Finding] | None:
        self._trouble = self._words.not_passed(self._model.name, self._way.wrong(draft))
        return None

    def _growing(self) -> Show:
        return lambda text: self._watch("writing", text)

    def _signed(self, draft: Draft, repairs: int, *, floor: bool) -> Draft:
        told = {
            "prompt": self._calls[0].prompt if self._calls else "",
            "repairs": repairs,
            "repaired": () if floor else tuple(finding.check for finding in self._at_first),
        }
        trouble = self._trouble if floor else ""
        writer = written_by(self._model.name, self._calls, floor=floor, trouble=trouble)
        return draft.model_copy(update={"writer": writer.model_copy(update=told)})


def failed_beyond(
    findings: Sequence[Finding], floor: Sequence[Finding], always: frozenset[str]
) -> tuple[Finding, ...]:
    """The *musts* that fail and that the floor passes, and those that may never fail.

    What fails for want of something only the mentee can tell fails in both, and is asked for.
    """
    excused = {f.check for f in floor if not f.passed} - always
    return tuple(
        f for f in findings if not f.passed and f.severity == "must" and f.check not in excused
    )

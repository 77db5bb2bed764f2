"""The draft being improved, as it lies on the desk: the text, and what was decided about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.results import Change
from coach.domain.vocabulary import Channel
from coach.review.accept import parts, places, whole
from coach.ui.marked_text import State
from coach.ui.memory import Desk, desk, put

SUBJECT, BODY = "improve.subject", "improve.body"
STEP = "improve.step"
"""Where a button leaves what it asks for."""
_DECIDED, _UNDONE, _EARLIER = "improve.decided", "improve.undo", "improve.earlier"
_ANYWAY, _ASKED = "improve.anyway", "improve.asked-model"
MOST_UNDONE = 100
MOST_ASKED = 12

Name = tuple[str, str, str, int]
"""A change by its check, its words before and after, and which of several such it is."""
Decided = dict[Name, bool]


@dataclass(frozen=True)
class Decide:
    """Take changes, or leave the words as they are."""

    changes: tuple[Name, ...]
    take: bool


@dataclass(frozen=True)
class Reconsider:
    """Open one change again."""

    change: Name


@dataclass(frozen=True)
class Undo:
    """Go back to before the last decision."""


@dataclass(frozen=True)
class GoOn:
    """Make the text with the changes taken the draft."""

    subject: str
    body: str


@dataclass(frozen=True)
class GoBack:
    """Make the draft what it was before going on."""


@dataclass(frozen=True)
class ReviewAnyway:
    """Review what was withheld for care, since the person wants it."""


@dataclass(frozen=True)
class AskModel:
    """Have the model look for better words, once, for the draft and the facts as they are.

    ``changes`` is how many were proposed without it.
    """

    about: object
    changes: int = 0


Step = Decide | Reconsider | Undo | GoOn | GoBack | ReviewAnyway | AskModel


def names(changes: Sequence[Change]) -> list[Name]:
    """Name each change so that it is known again when words elsewhere have moved it."""
    seen: dict[tuple[str, str, str], int] = {}
    found = []
    for change in changes:
        same = (change.check, change.before, change.after)
        seen[same] = seen.get(same, 0) + 1
        found.append((*same, seen[same]))
    return found


@dataclass(frozen=True)
class OwnDraft:
    """The person's draft on one desk."""

    on: Desk

    @property
    def subject(self) -> str:
        """The subject as typed."""
        return str(self.on.get(SUBJECT) or "")

    @property
    def body(self) -> str:
        """The message as typed or pasted."""
        return str(self.on.get(BODY) or "")

    def text(self, channel: Channel) -> str:
        """The draft as one text, as it is reviewed."""
        return whole(self.subject, self.body) if channel is Channel.EMAIL else self.body

    @property
    def decided(self) -> Decided:
        """What was decided about each change; an open one is absent."""
        kept: Decided = self.on.setdefault(_DECIDED, {})
        return kept

    @property
    def can_undo(self) -> bool:
        """Whether a decision can be taken back."""
        return bool(self.on.get(_UNDONE))

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier draft."""
        return bool(self.on.get(_EARLIER))

    @property
    def anyway(self) -> bool:
        """Whether the person wants reviewed what is withheld for care."""
        return bool(self.on.get(_ANYWAY))

    def asked_model(self, about: object) -> AskModel | None:
        """What the person asked of the model about exactly this, if anything."""
        asked: list[AskModel] = self.on.get(_ASKED, [])
        return next((one for one in asked if one.about == about), None)

    def give_up_model(self, about: object) -> None:
        """Ask the model no longer about this: it was stopped."""
        self.on[_ASKED] = [one for one in self.on.get(_ASKED, []) if one.about != about]

    def states(self, changes: Sequence[Change]) -> list[State]:
        """Whether each change is open, taken or left."""
        taken: dict[bool | None, State] = {None: "open", True: "taken", False: "left"}
        return [taken[self.decided.get(name)] for name in names(changes)]

    def do(self, step: Step) -> None:
        """Do what a button asked for. Before the fields are drawn."""
        if isinstance(step, Decide):
            self._decide({**self.decided, **dict.fromkeys(step.changes, step.take)})
        elif isinstance(step, Reconsider):
            self._decide({n: take for n, take in self.decided.items() if n != step.change})
        elif isinstance(step, Undo) and self.can_undo:
            self.on[_DECIDED] = self.on[_UNDONE].pop()
        elif isinstance(step, GoOn):
            before = (self.subject, self.body, self.decided, self.on.get(_UNDONE, []))
            self.on.setdefault(_EARLIER, []).append(before)
            self._set(step.subject, step.body, {}, [])
        elif isinstance(step, ReviewAnyway):
            self.on[_ANYWAY] = True
        elif isinstance(step, AskModel):
            self.on[_ASKED] = [*self.on.get(_ASKED, []), step][-MOST_ASKED:]
        elif isinstance(step, GoBack) and self.can_go_back:
            self._set(*self.on[_EARLIER].pop())

    def _decide(self, decided: Decided) -> None:
        undone: list[Decided] = self.on.setdefault(_UNDONE, [])
        undone.append(dict(self.decided))
        del undone[:-MOST_UNDONE]
        self.on[_DECIDED] = decided

    def _set(self, subject: str, body: str, decided: Decided, undone: list[Decided]) -> None:
        put(SUBJECT, subject)
        put(BODY, body)
        self.on[_DECIDED], self.on[_UNDONE] = decided, undone

    def split(self) -> None:
        """Move a subject line that was pasted with the message into its field."""
        if self.subject or not places(self.body).titled:
            return
        found = parts(self.body)
        if found.subject:
            put(SUBJECT, found.subject)
            put(BODY, found.body)


def own_draft() -> OwnDraft:
    """The draft on this tab's desk."""
    return OwnDraft(desk())

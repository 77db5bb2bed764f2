"""A language model that plays back what it is given: for demonstrations and tests, without a network."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError

from coach.domain.model import Answered, Fault, Filled, Form, ModelError, Show, Talk, Task
from coach.domain.results import Call, Sent, Tokens

Reply = BaseModel | str | ModelError
"""A form, the text of one (JSON) or of a talk's end, or the trouble to raise."""
Player = Callable[[Task[BaseModel] | Talk], Reply]


@dataclass
class ScriptedModel:
    """Plays ``replies`` one after another, or asks ``player`` for each; keeps what it was asked.

    Attributes:
        replies: what it says, in order; the last one is said again and again.
        player: decides on each reply instead, when given.
        name: what it calls itself.
        sees_notes: whether it may be told private notes.
        tasks: every task it was given.
        talks: every turn of a talk it was given.
    """

    replies: Sequence[Reply] = ()
    player: Player | None = None
    name: str = "scripted"
    sees_notes: bool = False
    tasks: list[Task[BaseModel]] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)

    def count(self, text: str) -> int:
        """One token for each four characters."""
        return -(-len(text) // 4)

    def fill(self, task: Task[Form], show: Show | None = None) -> Filled[Form]:
        """Play the next reply; a text that does not fit the form is trouble, as with any model."""
        self.tasks.append(task)  # type: ignore[arg-type]  # read only from here on
        reply = self._next(task)  # type: ignore[arg-type]
        if isinstance(reply, ModelError):
            raise reply
        call = self._call(task.prompt, task.why, task.values.values(), reply)
        try:
            value = (
                task.form.model_validate_json(reply)
                if isinstance(reply, str)
                else task.form.model_validate(reply.model_dump())
            )
        except ValidationError:
            raise ModelError(
                Fault.WRONG_FORM,
                "The model's reply was not in the form it was asked for.",
                "Try again, or choose another model.",
                call,
            ) from None
        if show is not None and task.shown:
            show(str(getattr(value, task.shown)))
        return Filled(value, call)

    def converse(self, talk: Talk, show: Show | None = None) -> Answered:
        """Play the next reply as the end of a turn."""
        self.talks.append(talk)
        reply = self._next(talk)
        if isinstance(reply, ModelError):
            raise reply
        text = reply if isinstance(reply, str) else reply.model_dump_json()
        if show is not None:
            show(text)
        said = [*talk.values.values(), *(turn.text for turn in talk.turns)]
        return Answered(text, (self._call(talk.prompt, "answer", said, text),))

    def _next(self, asked: Task[BaseModel] | Talk) -> Reply:
        if self.player is not None:
            return self.player(asked)
        if not self.replies:
            raise ModelError(
                Fault.EMPTY, "The model said nothing.", "Try again, or choose another model."
            )
        place = len(self.tasks) + len(self.talks) - 1
        return self.replies[min(place, len(self.replies) - 1)]

    def _call(self, prompt: str, why: str, said: Iterable[str], reply: BaseModel | str) -> Call:
        texts = [text for text in said if text]
        received = reply if isinstance(reply, str) else reply.model_dump_json()
        taken = sum(self.count(text) for text in texts)
        return Call(
            prompt=f"{prompt}@0:script",
            why=why,
            sent=(Sent(role="user", text="\n\n".join(texts)),),
            received=received,
            tokens=Tokens.model_validate({"in": taken, "out": self.count(received)}),
            cost=0.0,
        )

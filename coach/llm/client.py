"""One language model as the use cases know it: prompt, mask, budget, cache, call, form.

What is sent is rendered from a prompt file, masked where it leaves this computer, counted before it is
sent, and kept with the reply, so that a person can see it. A reply that was had before is not paid for
again.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from coach.domain.model import (
    Fault,
    Filled,
    Form,
    ModelError,
    Names,
    Show,
    Task,
)
from coach.domain.results import Call, Sent, Tokens
from coach.errors import KnowledgeError
from coach.llm.form_reading import UnreadableError, growing, read_form, schema_of
from coach.llm.masking import Mask
from coach.llm.prices import cost
from coach.llm.prompts import PromptBook
from coach.llm.replies import Kept, Replies
from coach.llm.tokens import count, count_messages
from coach.llm.transport import Piece, Transport
from coach.settings import ModelAccess

CEILING = 6_000
"""Most tokens sent for one task; the largest of ours takes a quarter of it."""
LONGEST_KEPT = 20_000
"""Letters of a reply that failed which are kept to be seen."""
SHOWN_EVERY = 12
"""Letters after which a growing text is shown anew."""
WAITING = Piece("")


@dataclass(frozen=True)
class LanguageModel:
    """A model behind a transport.

    Attributes:
        transport: brings messages there and the reply back.
        prompts: the prompt files.
        replies: what was answered before.
        access: what it may see.
        clock: seconds, for telling how long a call took.
    """

    transport: Transport
    prompts: PromptBook
    replies: Replies
    access: ModelAccess
    clock: Callable[[], float] = field(default=monotonic)

    @property
    def name(self) -> str:
        """Its id as in ``COACH_MODEL``."""
        return self.transport.chat.name

    @property
    def sees_notes(self) -> bool:
        """Whether private notes may be sent to it."""
        return self.access.sees_notes

    @property
    def masks(self) -> bool:
        """Whether names are masked before they are sent."""
        if self.access.mask == "auto":
            return not self.transport.chat.local
        return self.access.mask == "always"

    def count(self, text: str) -> int:
        """How many tokens a text takes, or an honest estimate."""
        return count(text, self.transport.chat.model_id)

    def fill(self, task: Task[Form], show: Show | None = None) -> Filled[Form]:
        """Have a form filled in; see the protocol ``Model``."""
        mask = self.mask_for(task.names)
        rendered = self.prompts.render(task.prompt, task.values, mask.mask)
        if rendered.output != task.form.__name__:
            raise KnowledgeError(
                f"prompts/{task.prompt}.md asks for {rendered.output}, not {task.form.__name__}",
                "Put back our prompt file.",
            )
        call = _Calling(
            self,
            Call(
                prompt=rendered.tag,
                why=task.why,
                sent=(
                    Sent(role="system", text=rendered.system),
                    Sent(role="user", text=rendered.user),
                ),
                masked=self.masks,
            ),
        )
        received = call.made(task, mask, show)
        unknown: list[str] = []

        def restored(text: str) -> str:
            unknown.extend(mask.unknown(text))
            return mask.restore(text)

        try:
            value = read_form(received.received, task.form, restored)
        except UnreadableError:
            raise self._fault(Fault.WRONG_FORM, received) from None
        if unknown:
            raise self._fault(Fault.WRONG_FORM, received)
        return Filled(value, received)

    def mask_for(self, names: Names) -> "Mask | NoMask":
        """What hides these names, or nothing where nothing has to be hidden."""
        return Mask(names) if self.masks else NoMask()

    def price(self, tokens: Tokens) -> float | None:
        """What so many tokens cost in US dollars."""
        chat = self.transport.chat
        return 0.0 if chat.local else cost(self.name, tokens, self.access.url)

    def _fault(self, fault: Fault, call: Call) -> ModelError:
        error = self.transport.fault(fault)
        error.call = call.model_copy(update={"fault": fault})
        return error


class _Calling:
    """One call as it is made."""

    def __init__(self, model: LanguageModel, call: Call) -> None:
        self._model, self._call = model, call

    def made(self, task: Task[Form], mask: "Mask | NoMask", show: Show | None) -> Call:
        """Make the call, or find it among the replies kept.

        Raises:
            ModelError: nothing came, or it would have been too much to send.
        """
        model, call = self._model, self._call
        taken = count_messages(call.sent, model.transport.chat.model_id)
        if taken + task.longest > CEILING:
            raise self._error(model.transport.fault(Fault.OVER_BUDGET), "")
        schema = schema_of(task.form)
        key = model.replies.key(
            model.name,
            model.access.url,
            call.sent,
            json.dumps(schema, sort_keys=True),
            task.longest,
        )
        kept = model.replies.get(key)
        if kept is not None:
            return call.model_copy(
                update={"received": kept.text, "cached": True, "cost": 0.0, "tokens": Tokens()}
            )
        began = model.clock()
        shown = _Shown(task.shown, mask, show)
        text, tokens = "", Tokens()
        try:
            for piece in model.transport.stream(call.sent, schema=schema, longest=task.longest):
                text += piece.text
                shown.grow(text, waiting=piece == WAITING)
                if piece.taken or piece.given:
                    tokens = Tokens.model_validate({"in": piece.taken, "out": piece.given})
        except ModelError as error:
            raise self._error(error, text) from None
        tokens = tokens if tokens.taken else self._counted(taken, text)
        model.replies.keep(key, Kept(text=text, tokens=tokens))
        return call.model_copy(
            update={
                "received": text,
                "tokens": tokens,
                "cost": model.price(tokens),
                "seconds": round(model.clock() - began, 2),
            }
        )

    def _counted(self, taken: int, text: str) -> Tokens:
        """An estimate, where the server told no numbers."""
        return Tokens.model_validate({"in": taken, "out": self._model.count(text)})

    def _error(self, error: ModelError, text: str) -> ModelError:
        told = {"received": text[:LONGEST_KEPT], "fault": error.fault}
        error.call = self._call.model_copy(update=told)
        return error


class _Shown:
    """Shows a reply as it grows, with the names put back."""

    def __init__(self, name: str, mask: "Mask | NoMask", show: Show | None) -> None:
        self._name, self._mask, self._show = name, mask, show
        self._restoring = mask.stream()
        self._fed, self._told, self._length = "", "", 0

    def grow(self, text: str, *, waiting: bool) -> None:
        if self._show is None:
            return
        if waiting:
            self._show(self._told)
            return
        if not self._name or len(text) - self._length < SHOWN_EVERY:
            return
        self._length = len(text)
        so_far = growing(text, self._name)
        if not so_far.startswith(self._fed):  # the reply began as one thing and is another
            self._restoring, self._fed, self._told = self._mask.stream(), "", ""
        self._told += self._restoring.feed(so_far[len(self._fed) :])
        self._fed = so_far
        if self._told:
            self._show(self._told)


class NoMask:
    """Hides nothing; for servers on this computer."""

    def mask(self, text: str) -> str:
        """The text as it is."""
        return text

    def restore(self, text: str) -> str:
        """The text as it is."""
        return text

    def unknown(self, text: str) -> tuple[str, ...]:
        """Nothing is unknown."""
        return ()

    def stream(self) -> "NoMask":
        """Itself."""
        return self

    def feed(self, piece: str) -> str:
        """The piece as it is."""
        return piece

    def end(self) -> str:
        """Nothing is held back."""
        return ""

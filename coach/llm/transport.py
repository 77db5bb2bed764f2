"""Brings messages to a language model and its reply back, piece by piece, whatever goes wrong.

What a reply says is not looked at here; only that it comes, ends, and is not endless.
"""

from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import add
from time import monotonic, sleep

from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
)

from coach.domain.model import Fault, ModelError
from coach.domain.results import Sent
from coach.llm.fault_words import FaultWords
from coach.llm.faults import Trouble, trouble_of
from coach.llm.manner import THINKING_ROOM, Manner, first_manner, next_manner
from coach.llm.providers import Chat
from coach.llm.reading import Ended, LateError, Reading, closed_after
from coach.llm.reply_guard import ReplyGuard, Spoken, most_letters

PAUSES = (0.5, 2.0)
"""Seconds before the first and the second time of asking again."""
LONGEST_PAUSE = 10.0
PULSE = 0.25
"""Seconds without news after which an empty piece is given, so that whoever waits can turn away."""
CUT = {"length", "max_tokens", "max_output_tokens"}
DECLINED = {"content_filter", "refusal", "safety", "blocklist", "prohibited_content", "recitation"}
ROLES: Mapping[str, type[BaseMessage]] = {
    "system": SystemMessage,
    "user": HumanMessage,
    "assistant": AIMessage,
}


@dataclass(frozen=True)
class Piece:
    """Some more of a reply. The last piece tells the tokens, where the server told them.

    An empty piece without tokens says only that the reply is still waited for.

    Attributes:
        text: more of the reply.
        taken: tokens of what was sent.
        given: tokens of the reply.
    """

    text: str
    taken: int = 0
    given: int = 0


@dataclass(frozen=True)
class _Bit:
    """What one chunk brought, or all of them so far."""

    text: str = ""
    taken: int = 0
    given: int = 0
    finish: str = ""
    refused: bool = False

    def with_more(self, bit: "_Bit", text: str, *, cumulative: bool) -> "_Bit":
        """Both together, of the text only its end; some tell the tokens of all so far each time."""
        join = max if cumulative else add
        return _Bit(
            text=text or self.text,
            taken=join(self.taken, bit.taken),
            given=join(self.given, bit.given),
            finish=bit.finish or self.finish,
            refused=self.refused or bit.refused,
        )


class _FailedError(Exception):
    """An attempt failed; ``started`` when some of the reply had been passed on."""

    def __init__(self, trouble: Trouble, *, started: bool) -> None:
        super().__init__(trouble.fault)
        self.trouble = trouble
        self.started = started


class Transport:
    """One model, asked as often as needed.

    Args:
        chat: the model.
        words: how faults are told.
        sleep: waits between attempts; tests give one that does not.
    """

    def __init__(
        self, chat: Chat, words: FaultWords, sleep: Callable[[float], None] = sleep
    ) -> None:
        self.chat = chat
        self._words = words
        self._sleep = sleep
        self._manner = first_manner(chat.model_id, at_openai=chat.at_openai)

    def stream(
        self, messages: Sequence[Sent], *, schema: Mapping[str, object] | None, longest: int
    ) -> Iterator[Piece]:
        """Send messages and give the reply as it arrives. Closing the iterator hangs up.

        Args:
            messages: with the roles ``system``, ``user`` and ``assistant``.
            schema: a JSON schema with a title that the reply is to follow, if any. What the server
                cannot enforce, the prompt has to ask for.
            longest: most tokens of the reply.

        Raises:
            ModelError: no reply came, or it ended before its end; what came before that was given.
        """
        sent = [ROLES[message.role](message.text) for message in messages]
        manner = self._manner
        tries = 0
        paused = 0.0
        while True:
            try:
                yield from self._attempt(sent, schema, longest, manner)
            except _FailedError as failed:
                trouble = failed.trouble
                if failed.started:
                    raise self._error(trouble) from None
                formed = schema is not None
                changed = self._changed(manner, trouble, formed)
                if changed is not None:
                    manner = changed
                    continue
                pause = PAUSES[min(tries, 1)] if trouble.wait is None else trouble.wait
                if tries >= trouble.tries or paused + pause > LONGEST_PAUSE:
                    raise self._error(trouble) from None
                tries += 1
                paused += pause
                self._sleep(pause)
            else:
                return

    def error(self, error: BaseException, *, started: bool = False) -> ModelError:
        """What a person is told of an error that this model's client raised elsewhere."""
        return self._error(trouble_of(error, started=started))

    def fault(self, fault: Fault) -> ModelError:
        """What a person is told of a fault of this model."""
        return self._error(Trouble(fault))

    def _error(self, trouble: Trouble) -> ModelError:
        fault = trouble.fault
        if fault is Fault.NO_ADDRESS and self.chat.at_openai:
            fault = Fault.NO_NETWORK  # that address exists
        return self._words.error(
            fault, model=self.chat.model_id, where=self.chat.where, wait=trouble.wait
        )

    def _changed(self, manner: Manner, trouble: Trouble, formed: bool) -> Manner | None:
        """Another manner of asking that may help after a failure, or None."""
        if not self.chat.protocol:
            return None
        if trouble.fault is Fault.CUT_OFF:  # all its tokens went into thinking
            return None if manner.room else replace(manner, room=THINKING_ROOM)
        return next_manner(manner, trouble, formed=formed)

    def _attempt(
        self,
        sent: list[BaseMessage],
        schema: Mapping[str, object] | None,
        longest: int,
        manner: Manner,
    ) -> Iterator[Piece]:
        """Ask once.

        Raises:
            _FailedError: in any case but a whole reply.
        """
        reading = Reading(self._bits(sent, schema, longest, manner))
        since = monotonic()
        until = since + self.chat.patience.whole
        spoken = Spoken()
        so_far = _Bit()
        try:
            while not isinstance(bit := self._next(reading, since, until, so_far), Ended):
                if bit is None:
                    yield Piece("")
                    continue
                since = monotonic()
                self._manner = manner  # it was accepted
                text = spoken.take(bit.text)
                so_far = so_far.with_more(bit, text, cumulative=self.chat.protocol)
                if text:
                    yield Piece(text)
        finally:
            reading.close()
        started = bool(so_far.text)
        if isinstance(bit.error, _FailedError):
            raise _FailedError(bit.error.trouble, started=started)
        if bit.error is not None:
            raise _FailedError(trouble_of(bit.error, started=started), started=started)
        if (rest := spoken.rest()) or so_far.taken or so_far.given:
            yield Piece(rest, so_far.taken, so_far.given)
        started = started or bool(rest)
        trouble = _ending(so_far, started, protocol=self.chat.protocol)
        if trouble is not None:
            raise _FailedError(trouble, started=started)

    def _next(
        self, reading: Reading[_Bit], since: float, until: float, so_far: _Bit
    ) -> _Bit | Ended | None:
        """Wait a little for the next bit; None while it is still reasonable to wait on.

        Raises:
            _FailedError: it did not come.
        """
        started = bool(so_far.text)
        gap = self.chat.patience.later if started else self.chat.patience.first
        left = min(since + gap, until) - monotonic()
        try:
            return reading.next(min(left, PULSE))
        except LateError:
            if left > PULSE:
                return None
            slow = Fault.STALLED if since + gap <= until else Fault.ENDLESS
            fault = slow if started else Fault.SLOW_TO_START
            raise _FailedError(Trouble(fault), started=started) from None

    async def _bits(
        self,
        sent: list[BaseMessage],
        schema: Mapping[str, object] | None,
        longest: int,
        manner: Manner,
    ) -> AsyncGenerator[_Bit, None]:
        """The reply as it arrives, watched so that it cannot fill the memory."""
        guard = ReplyGuard(most_letters(longest + manner.room))
        model = self.chat.model
        if self.chat.protocol:
            body = manner.body(schema, longest)
            chunks = model.astream(sent, extra_body=body, stream_usage=manner.usage)
        else:
            chunks = model.astream(sent)
        async with closed_after(chunks):
            async for chunk in chunks:
                bit = _bit(chunk)
                yield bit
                if (fault := guard.fault(bit.text)) is not None:
                    raise _FailedError(Trouble(fault), started=True)


def _bit(chunk: AIMessageChunk) -> _Bit:
    usage = chunk.usage_metadata
    about = chunk.response_metadata
    finish = next(
        (
            str(about[key])
            for key in ("finish_reason", "stop_reason", "done_reason")
            if about.get(key)
        ),
        "",
    )
    return _Bit(
        text=str(chunk.text),
        taken=usage["input_tokens"] if usage else 0,
        given=usage["output_tokens"] if usage else 0,
        finish=finish.lower(),
        refused=bool(chunk.additional_kwargs.get("refusal")),
    )


def _ending(reply: _Bit, started: bool, *, protocol: bool) -> Trouble | None:
    """What is wrong with how a reply ended, if anything."""
    if reply.refused or reply.finish in DECLINED:
        return Trouble(Fault.DECLINED)
    if reply.finish in CUT:
        return Trouble(Fault.CUT_OFF)
    if protocol and not reply.finish:
        return Trouble(Fault.CUT_OFF) if started else Trouble(Fault.SERVER, 1)
    return None if started else Trouble(Fault.EMPTY)

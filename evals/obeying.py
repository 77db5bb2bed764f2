"""A model that obeys every order it reads, in whatever it reads, on top of a plausible reply.

No real model is as bad, so what does not get through with this one does not get through. It reads all it
is given, looks up all it may, and does what it finds there: puts in links, images and praise, tells
private notes and records, changes facts, writes to somebody else, uses tools. Asked to mend its text, it
does it again, for the order is still there.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from pydantic import BaseModel, ValidationError

from coach.domain.forms import AgendaForm, AnswerForm, EditsForm, MessageForm, ReflectionForm
from coach.domain.model import Answered, Filled, Form, Show, Talk, Task, Tool
from coach.domain.results import Call, Sent, Tokens
from coach.errors import CoachError
from evals.orders import Deed, Order, orders_in

_SUBJECT = re.compile(r"\ASubject: (.*)\n+")
_GREETING = re.compile(r"^(?:Dear|Hello|Hi|Good \w+)\b[^\n]{0,60}?,(?=\s)", re.MULTILINE)
_CARD = re.compile(r"^\[?(c\d+)\]?\s*(.*)$", re.MULTILINE)
_MARKED = re.compile(r"\[c\d+\]")
_DO = re.compile(r"^Do: (.+)$", re.MULTILINE)
_QUESTION = re.compile(r"[A-Z][^.?!\n]*\?")
_OURS = frozenset({"purpose", "approach", "length", "tone", "style", "problems", "plain", "plan"})
"""Values of a prompt that we wrote: a model follows those anyway."""


@dataclass
class ObeyingModel:
    """Fills in forms and ends talks as it is told, by anybody. ``raw`` is every reply it gave.

    ``obeys`` off, it gives the plausible reply alone: what the same task is without orders.
    """

    obeys: bool = True
    name: str = "obeying"
    sees_notes: bool = True
    raw: list[str] = field(default_factory=list)

    def count(self, text: str) -> int:
        """One token for each four characters."""
        return -(-len(text) // 4)

    def fill(self, task: Task[Form], show: Show | None = None) -> Filled[Form]:
        """Fill in the form: a plausible reply, and what was ordered in anything it was given."""
        given = [text for name, text in task.values.items() if name not in _OURS]
        benign = _benign(task.form, task.values)
        changed = self._obeyed(benign, given, task.values, ())
        value = cast(Form, _form(task.form, benign, changed))
        return Filled(
            value, self._call(task.prompt, task.why, task.values, value.model_dump_json())
        )

    def converse(self, talk: Talk, show: Show | None = None) -> Answered:
        """Look everything up, then answer from the first card, and as ordered."""
        looked = [
            text
            for tool in talk.tools
            if tool.name in ("search_guidance", "look_up_records")
            for text in [_use(tool, {"question": talk.turns[-1].text, "about": ""})]
        ]
        coach = "coach" in talk.prompt
        benign = _answer(talk.values.get("cards", ""), coach=coach)
        given = [*talk.values.values(), *looked, *(turn.text for turn in talk.turns)]
        known = {**talk.values, "looked": "\n".join(looked)}
        lines = self._obeyed(benign, given, known, talk.tools).splitlines()
        text = "\n".join(
            line if not line or _MARKED.search(line) else f"{line} [c1]" for line in lines
        )
        call = self._call(talk.prompt, "answer", talk.values, text)
        return Answered(text, (call,), tuple(tool.name for tool in talk.tools))

    def _obeyed(
        self, reply: str, given: Sequence[str], known: Mapping[str, str], tools: Sequence[Tool]
    ) -> str:
        """The reply after every order found in what was given has been obeyed."""
        if not self.obeys:
            return reply
        for order in orders_in("\n".join(given)):
            reply = _done(order, reply, known, tools)
        return reply

    def _call(self, prompt: str, why: str, values: Mapping[str, str], reply: str) -> Call:
        self.raw.append(reply)
        sent = "\n\n".join(filter(None, values.values()))
        tokens = Tokens.model_validate({"in": self.count(sent), "out": self.count(reply)})
        return Call(
            prompt=f"{prompt}@0:obeying",
            why=why,
            sent=(Sent(role="user", text=sent),),
            received=reply,
            tokens=tokens,
            cost=0.0,
        )


def _done(order: Order, reply: str, known: Mapping[str, str], tools: Sequence[Tool]) -> str:
    if order.deed is Deed.PUT:
        return "\n\n".join([reply, *(one for one in order.payloads if one not in reply)])
    if order.deed is Deed.REVEAL:
        secrets = (known.get(name, "") for name in ("notes", "records", "looked"))
        return "\n\n".join(filter(None, [reply, *secrets]))
    if order.deed is Deed.CHANGE:
        old, new = order.payloads
        changed = re.sub(re.escape(old), new, reply, flags=re.IGNORECASE)
        return changed if changed != reply else f"{reply}\n\n{new}"
    if order.deed is Deed.ADDRESS:
        return _GREETING.sub(f"Dear {order.payloads[0]},", reply, count=1)
    for tool in tools:
        if tool.name == order.name:
            reply = f"{reply}\n\n{_use(tool, _arguments(tool, order.payloads))}"
    return "\n\n".join([reply, *order.payloads])


def _use(tool: Tool, arguments: Mapping[str, str]) -> str:
    """What a tool gives back, or why it would not."""
    wanted = {k: v for k, v in arguments.items() if k in tool.takes.model_fields}
    try:
        return tool.run(tool.takes.model_validate(wanted))
    except CoachError as error:
        return error.message
    except ValidationError:
        return ""


def _arguments(tool: Tool, payloads: Sequence[str]) -> dict[str, str]:
    """Every text a tool must be given, filled with what was ordered."""
    names = (name for name, one in tool.takes.model_fields.items() if one.is_required())
    return dict.fromkeys(names, payloads[0][:100])


def _benign(form: type[BaseModel], values: Mapping[str, str]) -> str:
    """A plausible reply as one text: ours said again, or the first questions of the plan."""
    if issubclass(form, AnswerForm):
        return _answer(values.get("cards", ""), coach=not _DO.search(values.get("cards", "")))
    if issubclass(form, AgendaForm | ReflectionForm):
        return "\n".join(_QUESTION.findall(values.get("plan", ""))) or "What matters most here?"
    return (
        values.get("text")
        or values.get("plain")
        or values.get("draft")
        or "\n".join(values.values())
    )


def _answer(cards: str, *, coach: bool) -> str:
    """What the first card says, or asks, with its mark."""
    named = _CARD.search(cards)
    mark = named.group(1) if named else "c1"
    said = _DO.search(cards)
    if coach or said is None:
        asked = _QUESTION.search(cards)
        return f"{asked.group() if asked else 'What matters most to you here?'} [{mark}]"
    sentences = re.split(r"(?<=[.!?])\s+", said.group(1))[:2]
    return " ".join(f"{sentence.rstrip('.')} [{mark}]." for sentence in sentences)


def _form(form: type[BaseModel], benign: str, text: str) -> BaseModel:
    """A text in the shape of a form."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if issubclass(form, MessageForm):
        subject = _SUBJECT.match(text)
        body = text[subject.end() :] if subject else text
        return form.model_validate({"subject": subject.group(1) if subject else "", "body": body})
    if issubclass(form, AgendaForm):
        parts = [{"part": number, "questions": lines[-2:]} for number in range(1, 8)]
        return form.model_validate({"parts": parts})
    if issubclass(form, ReflectionForm):
        return form.model_validate({"what": lines, "so_what": lines[::-1], "now_what": lines})
    if issubclass(form, AnswerForm):
        sentences = [{"text": line, "cards": ["c1"]} for line in lines]
        return form.model_validate({"answered": True, "sentences": sentences})
    if issubclass(form, EditsForm):
        return form.model_validate({"edits": _edits(benign, lines)})
    return form.model_validate(json.loads(text))


def _edits(benign: str, lines: Iterable[str]) -> list[dict[str, str]]:
    """Put what is new behind the last words of the mentee's own text."""
    last = benign.strip().splitlines()[-1] if benign.strip() else "."
    new = [line for line in lines if line not in benign]
    return [{"find": last, "replace": f"{last}\n{line}"} for line in new]

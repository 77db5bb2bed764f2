"""Puts an answer where it belongs in the brief, word for word; takes minutes, kinds and names out.

A brief is a plain mapping here, as it is read from a file or a form, so that it can be unfinished.
"""

import copy
import re
from collections.abc import Mapping, Sequence

from coach.domain.vocabulary import AskKind
from coach.writing.fragment import Form
from coach.writing.interview_words import (
    kind_in,
    line_and_facts,
    minutes_in,
    reader_in,
    sender_in,
    times_in,
)
from coach.writing.past import occasion_of
from coach.writing.request import MEETINGS
from coach.writing.text import is_blank, tidy
from coach.writing.voice import Voice
from coach.writing.wording import Wording

Told = dict[str, object]
"""A brief as far as it is told."""

FIELDS = {
    "reader": "recipient.name",
    "via": "via",
    "why-them": "why_them",
    "connection": "connection",
    "topic": "topic",
    "question": "questions",
    "ask": "ask.kind",
    "minutes": "ask.minutes",
    "when": "ask.when",
    "evidence": "sender.facts",
    "sender": "sender.role",
    "sender-name": "sender.name",
    "last-message": "history.date",
    "news": "history.action",
    "helped": "history.advice",
    "used": "history.action",
    "difference": "history.result",
    "matter": "topic",
    "advice": "history.advice",
    "action": "history.action",
    "result": "history.result",
    "next-question": "questions",
    "opportunity": "topic",
    "impact": "sender.facts",
    "seen": "why_them",
    "talk": "ask.minutes",
    "why-programme": "why_them",
    "goal": "topic",
    "bring": "questions",
    "known": "connection",
    "since": "history.action",
    "reason": "history.what",
    "pointer": "history.advice",
    "smaller": "questions",
    "did": "history.what",
    "kept": "history.action",
    "ending": "topic",
}
"""Where the answer to each question goes in the brief."""
MESSAGE = "my message"
"""What the entry of a follow-up is called whose date is asked for; it is never written out."""
_ADVISED = re.compile(
    r"\b(?:told|tell|said|says?|advis\w*|suggest\w*|recommend\w*|encourag\w*|warn\w*)\b|^(?:to|that|not to|don'?t|do not|try|stop|start)\b",
    re.I,
)
_LEARNT = re.compile(r"^(?:to|that|how|not to|why|when|what)\b", re.I)
_SPAN = re.compile(
    r"^(?P<line>[^,]{3,60}),\s+(?P<span>(?:over |about |nearly |almost )?(?:\d+\+?|two|three|four|five|six|seven|"
    r"eight|nine|ten|\w+teen|twenty) (?:years?|yrs?|months?)\b[^,]*)$",
    re.I,
)
_I_AM = re.compile(r"^(?:i am|i['’]?m) (?:(?:an?|the) )?", re.I)
_DESCRIBES = re.compile(r"^(?:she|he|they|who|i|we|it)\b", re.I)


def value_at(told: Mapping[str, object], path: str) -> object:
    """What the brief holds at a path; for the history, of the last entry that has it."""
    head, _, rest = path.partition(".")
    value = told.get(head)
    if head == "history":
        entries = [entry for entry in _entries(value) if not _blank(entry.get(rest))]
        return entries[-1].get(rest) if entries else None
    if not rest:
        return value
    if isinstance(value, str):  # a person as a bare name
        return value if rest == "name" else None
    return value.get(rest) if isinstance(value, Mapping) else None


def is_told(told: Mapping[str, object], path: str) -> bool:
    """Whether the brief holds anything at a path."""
    return not _blank(value_at(told, path))


def _blank(value: object) -> bool:
    if isinstance(value, str):
        return is_blank(value)
    if isinstance(value, Sequence):
        return all(map(_blank, value))
    return value is None


def _entries(value: object) -> list[Told]:
    items = value if isinstance(value, list) else [value] if value else []
    return [dict(item) if isinstance(item, Mapping) else {"what": item} for item in items]


def put(told: Told, path: str, value: object) -> None:
    """Set a place of the brief; a list gets one more entry."""
    head, _, rest = path.partition(".")
    if head == "questions":
        told[head] = [value]
    elif not rest:
        told[head] = value
    else:
        part = told.get(head)
        inner = dict(part) if isinstance(part, Mapping) else {"name": part} if part else {}
        if rest == "facts":
            kept = inner.get(rest) or []
            kept = list(kept) if isinstance(kept, list) else [kept]
            inner[rest] = [*kept, *([] if value in kept else [value])]
        else:
            inner[rest] = value
        told[head] = inner


def put_past(told: Told, part: str, value: str, *, new: bool = False) -> None:
    """Set a part of the last entry of the history, or begin a new one."""
    entries = _entries(told.get("history"))
    if new or not entries:
        entries.append({})
    entries[-1][part] = value
    told["history"] = entries


def answered(told: Told, question: str, text: str, voice: Voice, wording: Wording) -> Told:
    """The brief with one more answer in it.

    An answer that cannot be read (no number where minutes are asked for, no name for the reader)
    leaves its field empty.
    """
    told = copy.deepcopy(told)
    said = text.strip()
    path = FIELDS[question]
    if question == "reader":
        _put_reader(told, said)
    elif question in ("sender", "sender-name"):
        _put_sender(told, said, voice, name_only=question == "sender-name")
    elif question == "ask":
        _put_ask(told, said, wording)
    elif question in ("minutes", "talk"):
        if minutes := minutes_in(said, alone=True):
            put(told, path, minutes)
    elif question == "smaller":
        _put_smaller(told, said, wording)
    elif path.startswith("history."):
        _put_past_answer(told, question, said, voice)
    else:
        put(told, path, said)
    return told


def withdrawn(told: Told, question: str, text: str) -> Told:
    """The brief without an earlier answer, where a new one would stand beside it."""
    told, said = copy.deepcopy(told), text.strip()
    path = FIELDS[question]
    sender = told.get("sender")
    if (
        path == "sender.facts"
        and isinstance(sender, dict)
        and isinstance(sender.get("facts"), list)
    ):
        sender["facts"] = [fact for fact in sender["facts"] if fact != said]
    if path.startswith("history."):
        entries = _entries(told.get("history"))
        kept = [{part: value for part, value in one.items() if value != said} for one in entries]
        told["history"] = [one for one in kept if one]
    return told


def _put_reader(told: Told, said: str) -> None:
    named = reader_in(said)
    if named is None:
        return
    put(told, "recipient.name", named.name)
    if named.rest:
        put(told, f"recipient.{'facts' if _DESCRIBES.match(named.rest) else 'role'}", named.rest)


def _put_sender(told: Told, said: str, voice: Voice, *, name_only: bool) -> None:
    if name_only:
        found = sender_in(f"{said},", voice.lexicon)
        put(told, "sender.name", found.name or said)
        return
    found = sender_in(said, voice.lexicon)
    if found.name and not is_told(told, "sender.name"):
        put(told, "sender.name", found.name)
    line, facts = line_and_facts(found.rest)
    if voice.fragment(line).form in (Form.SECOND, Form.CLAUSE):
        return  # it tells of somebody else
    if match := _SPAN.match(line):
        alone = re.search(r"(?:years?|yrs?|months?)$", match["span"])
        role = _I_AM.sub("", match["line"])
        line = f"{role} for {match['span']}" if alone else match["line"]
        facts = facts if alone else [match["span"], *facts]
    if line:
        put(told, "sender.role", line)
    for fact in facts:
        put(told, "sender.facts", fact)


def _put_ask(told: Told, said: str, wording: Wording) -> None:
    kind = kind_in(said, wording)
    if kind is None:
        return
    put(told, "ask.kind", kind.value)
    if minutes := minutes_in(said):
        put(told, "ask.minutes", minutes)
    if kind in MEETINGS and (times := times_in(said)):
        put(told, "ask.when", times)


def _put_smaller(told: Told, said: str, wording: Wording) -> None:
    """After a no: a talk or a name is a request; anything else is a question to be answered."""
    kind = kind_in(said, wording)
    if kind is AskKind.INTRODUCTION or (kind in MEETINGS and not said.endswith("?")):
        _put_ask(told, said, wording)
    else:
        put(told, "questions", said)


def _put_past_answer(told: Told, question: str, said: str, voice: Voice) -> None:
    part = FIELDS[question].partition(".")[2]
    if question == "last-message":
        put_past(told, "what", MESSAGE)
        put_past(told, part, said)
    elif question == "helped":
        did = not _ADVISED.search(tidy(said)) and bool(occasion_of(said, voice))
        put_past(told, "what" if did else part, said)
    elif question == "kept":
        form = voice.fragment(said).form
        deed = form in (Form.FIRST, Form.PAST, Form.CLAUSE, Form.SECOND) and not _LEARNT.match(said)
        put_past(told, part, said if deed else f"learnt {said}", new=True)
    else:
        put_past(told, part, said, new=question == "news")

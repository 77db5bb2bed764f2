"""Turns what a plainly asked model wrote into the thing that is reviewed, in its favour.

JSON is taken as JSON, headings, bold and bullets in whatever form they come, and chatter around the
text ("Sure, here is your e-mail:") is left away, as a person would.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import cast, get_args

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.results import AgendaDraft, AgendaItem, ReflectionDraft, ReflectionSection
from coach.domain.results import ReflectionStage as Stage

_FENCE = re.compile(r"^```\w*[ ]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SUBJECT = re.compile(r"^[\W_]*subject(?: line)?[\W_]*:[\W_]*(.*?)[*_ ]*$", re.IGNORECASE | re.M)
_CHATTER = re.compile(
    r"\A\s*(?:sure|certainly|of course|absolutely|here(?:'s| is| are))\b[^\n]*[:!.]\s*\n",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$", re.MULTILINE)
_MARKS = re.compile(r"[*_#`]+")
_BULLET = re.compile(r"^\s*(?:[-*•–+]|\d{1,2}[.)]|[a-z]\))\s+")
_MINUTES = re.compile(
    r"\(?\b(?:N min(?:utes)?\W+(\d{1,3})\b|(\d{1,3})\s*(?:-\s*\d+\s*)?min(?:ute)?s?\b)\.?\)?",
    re.IGNORECASE,
)
"""Minutes of a part; "N min: 10" is what a model makes of a form it takes word for word."""
_LABEL = re.compile(
    r"^\W*(title|purpose|goal|objective|prepar(?:e|ation)|before(?: the meeting)?)\W*(?::|$)\s*(.*)$",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"^\W*(?:\d\W+)?(?:stage \d\W+)?(so[- ]what|now[- ]what|what(?: happened)?)\b\W*(?:\([^)]*\))?\W*$",
    re.IGNORECASE,
)
_STAGED = re.compile(r"^\W*(so[- ]what|now[- ]what|what)\W*:\s*(\S.*)$", re.IGNORECASE)
_WHY = re.compile(r"^(?:why|questions?)\s*:\s*", re.IGNORECASE)
_ADVICE = re.compile(r"^\W*advice\W*:\s*", re.IGNORECASE)


def message_in(reply: str) -> tuple[str, str]:
    """The subject and the body of a message."""
    text = _inside(reply)
    fields = _json(text)
    if fields:
        body = _first(fields, "body", "message", "email", "text", "content")
        if body:
            return _first(fields, "subject", "title"), body
    parts = [part for part in _RULE.split(_CHATTER.sub("", text)) if part.strip()]
    text = next((part for part in parts if _SUBJECT.search(part)), parts[0] if parts else "")
    found = _SUBJECT.search(text)
    if found is None:
        return "", text.strip()
    return found.group(1).strip(), text[found.end() :].strip()


def agenda_in(reply: str, brief: AgendaBrief) -> AgendaDraft:
    """A plan: parts with minutes, questions below them, and what to prepare."""
    text = _inside(reply)
    fields = _json(text)
    told = dict(_labelled(text)) if not fields else {}
    items = tuple(_items_of(fields) if fields else _items_in(text))
    total = brief.meeting.minutes or sum(item.minutes for item in items)
    prepare = _texts(fields.get("prepare")) if fields else tuple(_prepare_in(text))
    return AgendaDraft(
        style=brief.style,
        title=_first(fields, "title") or told.get("title", "") or "Meeting",
        purpose=_first(fields, "purpose", "goal") or told.get("purpose", ""),
        minutes=total,
        items=items,
        prepare=prepare,
    )


def reflection_in(reply: str, brief: ReflectionBrief) -> ReflectionDraft:
    """Prompts and advice under the three headings; without a heading they count as the first."""
    text = _inside(reply)
    fields = _json(text)
    stages: dict[Stage, tuple[list[str], list[str]]] = {s: ([], []) for s in get_args(Stage)}
    for stage, line in _staged_json(fields) if fields else _staged(text):
        prompts, advice = stages[stage]
        stripped = _ADVICE.sub("", line)
        (prompts if "?" in stripped and stripped == line else advice).append(stripped)
    sections = tuple(
        ReflectionSection(stage=stage, prompts=tuple(prompts), advice=tuple(advice))
        for stage, (prompts, advice) in stages.items()
        if prompts or advice
    )
    return ReflectionDraft(style=brief.style, sections=sections)


def _inside(reply: str) -> str:
    """What stands between code fences, or the whole."""
    found = _FENCE.search(reply)
    return found.group(1) if found else reply


def _json(text: str) -> Mapping[str, object]:
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return {}
    try:
        read = json.loads(text[start : end + 1])
    except ValueError:
        return {}
    return {str(key).lower(): value for key, value in read.items()}


def _first(fields: Mapping[str, object], *names: str) -> str:
    return next((str(fields[name]).strip() for name in names if fields.get(name)), "")


def _texts(value: object) -> tuple[str, ...]:
    """The texts in a JSON value of any shape."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(text for one in value for text in _texts(one))
    if isinstance(value, dict):
        return tuple(text for one in value.values() for text in _texts(one))
    return ()


def _items_of(fields: Mapping[str, object]) -> Iterator[AgendaItem]:
    listed = next(
        (v for v in (fields.get(n) for n in ("items", "agenda", "parts")) if isinstance(v, list)),
        [],
    )
    for one in cast(list[object], listed):
        if isinstance(one, dict):
            known = {str(key).lower(): value for key, value in one.items()}
            minutes = re.search(r"\d+", _first(known, "minutes", "duration", "time") or "0")
            yield AgendaItem(
                minutes=int(minutes.group()) if minutes else 0,
                title=_first(known, "title", "name", "topic"),
                why=_first(known, "why", "purpose", "description"),
                questions=_texts(known.get("questions")),
            )


def _clean(line: str) -> str:
    return _MARKS.sub("", _BULLET.sub("", line)).strip(" -–—:\t")


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        found = _LABEL.match(_MARKS.sub("", line))
        if found:
            label = found.group(1).lower()
            yield ("title" if label == "title" else "purpose"), found.group(2).strip()
        if _MINUTES.search(line):
            return


def _items_in(text: str) -> Iterator[AgendaItem]:
    """A part begins on a line with minutes; what follows below it are its questions or its reason."""
    item: AgendaItem | None = None
    for line in text.splitlines():
        label = _LABEL.match(_MARKS.sub("", line))
        if label and label.group(1).lower().startswith(("prepar", "before")):
            break
        minutes = _MINUTES.search(line)
        if minutes and not label and "?" not in line and not line[:1].isspace():
            if item is not None:
                yield item
            title = _clean(_MINUTES.sub("", line))
            head, _, why = re.sub(r"^[\s:.)\-–—]+", "", title).partition(" - ")
            number = int(minutes.group(1) or minutes.group(2))
            item = AgendaItem(minutes=number, title=head.strip(), why=why.strip())
        elif item is not None and _clean(line):
            piece = _WHY.sub("", _clean(line))
            if "?" in piece:
                item = item.model_copy(update={"questions": (*item.questions, piece)})
            else:
                item = item.model_copy(update={"why": f"{item.why} {piece}".strip()})
    if item is not None:
        yield item


def _prepare_in(text: str) -> Iterator[str]:
    inside = False
    for line in text.splitlines():
        label = _LABEL.match(_MARKS.sub("", line))
        if label:
            inside = label.group(1).lower().startswith(("prepar", "before"))
            if inside and label.group(2).strip():
                yield label.group(2).strip()
        elif inside and _clean(line):
            yield _clean(line)


def _stage(name: str) -> Stage:
    squeezed = name.lower().replace(" ", "-")
    return "so-what" if squeezed == "so-what" else "now-what" if squeezed == "now-what" else "what"


def _staged(text: str) -> Iterator[tuple[Stage, str]]:
    stage: Stage = "what"
    for line in _CHATTER.sub("", text).splitlines():
        bare = _MARKS.sub("", line)
        head, inline = _STAGE.match(bare), _STAGED.match(bare)
        if head and ("?" not in line or line.startswith(("#", "**"))):
            stage = _stage(head.group(1))
        elif inline:
            stage = _stage(inline.group(1))
            yield stage, inline.group(2).strip()
        elif _clean(line):
            yield stage, _clean(line)


def _staged_json(fields: Mapping[str, object]) -> Iterator[tuple[Stage, str]]:
    sections = fields.get("sections")
    if isinstance(sections, list):
        for section in cast(list[object], sections):
            if isinstance(section, dict):
                stage = _stage(str(section.get("stage", "what")))
                yield from ((stage, text) for text in _texts(section.get("prompts")))
                yield from ((stage, f"Advice: {text}") for text in _texts(section.get("advice")))
        return
    for key, value in fields.items():
        if _STAGE.match(key.replace("_", " ")):
            yield from ((_stage(key.replace("_", " ")), text) for text in _texts(value))

"""Reads a form out of what a model wrote: JSON, JSON in a fence or among words, or plain text with a subject."""

import json
import re
from collections.abc import Callable

from langchain_core.utils.json import parse_partial_json
from pydantic import BaseModel, ValidationError

from coach.domain.forms import MessageForm
from coach.domain.model import Form

_SUBJECT = re.compile(r"\A\s*\**Subject\**\s*:\**[ \t]*(.*)\n+", re.IGNORECASE)
_FENCE = re.compile(r"\A\s*```[a-z]*\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)
"""Takes line breaks inside texts as they are: small models write them so."""


class UnreadableError(ValueError):
    """There is no such form in the text."""


def read_form(text: str, form: type[Form], restore: Callable[[str], str]) -> Form:
    """Return the form that ``text`` holds.

    Args:
        text: what the model wrote.
        form: what it was asked to fill in.
        restore: done to every text in the form, such as putting names back.

    Raises:
        UnreadableError: the text holds no JSON object that fits; plain text fits a message only.
    """
    found = _object(text)
    if found is None and form is MessageForm:
        found = _message(text)
    if found is None:
        raise UnreadableError("no form in it")
    try:
        return form.model_validate(_restored(found, restore))
    except ValidationError as error:
        raise UnreadableError("not the form asked for") from error


def growing(text: str, field: str) -> str:
    """What an unfinished reply already holds of one field; of plain text, all but the subject."""
    start = text.find("{")
    if start < 0:
        return "" if _FENCE.match(text) else _SUBJECT.sub("", text, count=1)
    try:
        found = parse_partial_json(text[start:])
    except ValueError:
        return ""
    value = found.get(field) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _object(text: str) -> dict[str, object] | None:
    """The first JSON object in a text that is whole; the widest, where one holds another."""
    at = text.find("{")
    while at >= 0:
        try:
            found, _ = _DECODER.raw_decode(text, at)
        except ValueError:
            at = text.find("{", at + 1)
            continue
        return found if isinstance(found, dict) else None
    return None


def _message(text: str) -> dict[str, object] | None:
    """A message that was written out instead of being put into a form."""
    fenced = _FENCE.match(text)
    told = (fenced.group(1) if fenced else text).strip()
    if "{" in told or not told:
        return None
    subject = _SUBJECT.match(told)
    body = told[subject.end() :] if subject else told
    return {"subject": subject.group(1).strip(" *") if subject else "", "body": body.strip()}


def _restored(value: object, restore: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return restore(value)
    if isinstance(value, list):
        return [_restored(one, restore) for one in value]
    if isinstance(value, dict):
        return {key: _restored(one, restore) for key, one in value.items()}
    return value


def schema_of(form: type[BaseModel]) -> dict[str, object]:
    """The JSON schema of a form, with its title, as a server is given it."""
    return form.model_json_schema()

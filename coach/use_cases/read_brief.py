"""Reads a brief from YAML, JSON or a form, and says plainly what is wrong when it cannot.

YAML 1.2, so ``when: 16:30``, ``topic: no`` and ``questions: [What now?]`` mean what they say.
Aliases are refused: a brief has no need of them, and they can be made to explode.
"""

import difflib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from coach.domain.brief import (
    AgendaBrief,
    AnyBrief,
    Ask,
    HistoryEntry,
    Meeting,
    OutreachBrief,
    Person,
    ReflectionBrief,
    UnfinishedBrief,
)
from coach.domain.vocabulary import Kind
from coach.errors import BriefError
from coach.use_cases.brief_fixes import cut_at_comma, parts_shown, shortened

MAX_BYTES = 1_000_000
KINDS: dict[str, type[OutreachBrief] | type[AgendaBrief] | type[ReflectionBrief]] = {
    Kind.OUTREACH: OutreachBrief,
    Kind.AGENDA: AgendaBrief,
    Kind.REFLECTION: ReflectionBrief,
}
PARTS: dict[str, type[BaseModel]] = {
    "sender": Person,
    "recipient": Person,
    "ask": Ask,
    "history": HistoryEntry,
    "meeting": Meeting,
}


def read_brief(path: Path) -> AnyBrief:
    """Read a brief from a file.

    Raises:
        BriefError: when the file is missing, unreadable or not a brief.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(str(path), size)
        raw = path.read_bytes()
    except OSError as error:
        fix = "Check the path, or run `coach example outreach > brief.yaml` to start one."
        raise BriefError(f"{path}: cannot read the brief: {error.strerror}", fix) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BriefError(f"{path}: the file is not UTF-8 text", "Save it as UTF-8.") from error
    return parse_brief(text, str(path))


def parse_brief(text: str, origin: str = "the brief") -> AnyBrief:
    """Turn YAML or JSON text into a brief; ``origin`` names it in errors.

    Raises:
        BriefError: with the place, the reason and the fix.
    """
    return brief_from_mapping(_mapping(text, origin), origin)


def parse_unfinished(text: str, origin: str = "the brief") -> UnfinishedBrief:
    """Turn YAML or JSON text into a brief for a message of which nothing need be given yet.

    Raises:
        BriefError: with the place, the reason and the fix.
    """
    data = {"kind": Kind.OUTREACH, **_mapping(text, origin)}
    if _model(data["kind"], data, origin) is not OutreachBrief:
        raise BriefError(
            f"{origin}: this is a brief of kind {data['kind']}, not of a message",
            "Give a brief with `kind: outreach`, or none to begin with.",
        )
    try:
        return UnfinishedBrief.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        raise _explain(details, OutreachBrief, origin) from error


def _mapping(text: str, origin: str) -> dict[str, object]:
    if len(text) > MAX_BYTES:
        raise _too_large(origin, len(text))
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise BriefError(
            f"{origin}, line {line}: there is a NUL byte in the text",
            "Save the brief as plain text; a word-processor file will not do.",
        )
    try:
        data = _load(text)
    except YAMLError as error:
        raise _not_yaml(error, text, origin) from error
    except RecursionError as error:
        raise BriefError(f"{origin}: nested too deeply", "A brief is two levels deep.") from error
    if not isinstance(data, dict):
        found = "empty" if data is None else f"a {type(data).__name__}"
        found = {"a list": "a list", "a str": "a plain text"}.get(found, found)
        raise BriefError(
            f"{origin}: a brief is a set of `key: value` lines, but this is {found}",
            "See `coach example outreach` for a complete one.",
        )
    return data


def brief_from_mapping(data: Mapping[str, object], origin: str = "the brief") -> AnyBrief:
    """Turn a mapping (from JSON lines or a form) into a brief.

    Raises:
        BriefError: naming the first thing that is wrong.
    """
    model = _model(data.get("kind"), data, origin)
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        raise _explain(details, model, origin) from error


def _load(text: str) -> object:
    reader = YAML(typ="safe", pure=True)
    if "*" in text and "&" in text:
        for event in reader.parse(text):
            if isinstance(event, AliasEvent):
                problem = "a brief cannot use YAML aliases (& and *)"
                raise MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
    return reader.load(text)


def _model(
    kind: object, data: Mapping[str, object], origin: str
) -> type[OutreachBrief] | type[AgendaBrief] | type[ReflectionBrief]:
    known = ", ".join(KINDS)
    if kind is None:
        near = _nearest("kind", [str(key) for key in data])
        hint = f" (is `{near}` meant to be it?)" if near else ""
        raise BriefError(f"{origin}: `kind` is missing{hint}", f"Add `kind:` with one of {known}.")
    name = str(kind).strip().lower()
    if name not in KINDS:
        raise BriefError(
            f"{origin}: `kind` is {_shown(kind)}, which is not a kind of brief",
            f"Use one of {known}." + _meant(name, list(KINDS)),
        )
    return KINDS[name]


def _too_large(origin: str, size: int) -> BriefError:
    return BriefError(
        f"{origin}: the brief is too large ({size:,} bytes; the limit is {MAX_BYTES:,})",
        "Keep the sentences that matter to this person; a page is plenty.",
    )


def _not_yaml(error: YAMLError, text: str, origin: str) -> BriefError:
    mark = getattr(error, "problem_mark", None)
    place = f", line {mark.line + 1}" if mark is not None else ""
    problem = str(getattr(error, "problem", "") or "it cannot be read")
    if "\\t" in problem or (mark is not None and "\t" in _line(text, mark.line)):
        return BriefError(
            f"{origin}{place}: a tab is used for indenting", "Indent with spaces, two per level."
        )
    if "mapping values are not allowed" in problem:
        return BriefError(
            f"{origin}{place}: a text with a colon in it needs quotes",
            'Put the text in quotes, as in `topic: "Next step: lead or expert?"`.',
        )
    if "found duplicate key" in problem:
        return BriefError(
            f"{origin}{place}: {problem.replace(chr(34), '`').split(' with ')[0].strip()}",
            "Keep one of the two, or make it a list.",
        )
    if "special characters" in str(error):
        return BriefError(
            f"{origin}: there are control characters in the text", "Save it as plain UTF-8 text."
        )
    return BriefError(
        f"{origin}{place}: not valid YAML or JSON: {problem}",
        "Check the quotes, colons and indents there, or compare with `coach example outreach`.",
    )


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number] if number < len(lines) else ""


def _explain(details: list[ErrorDetails], model: type[BaseModel], origin: str) -> BriefError:
    """Choose the most useful of the validation errors and say it in plain words."""
    order = ("extra_forbidden", "missing")
    first = min(details, key=lambda d: order.index(d["type"]) if d["type"] in order else 2)
    path = ".".join(str(part) for part in first["loc"])
    kind = first["type"]
    if kind == "extra_forbidden":
        cut = cut_at_comma(path, first.get("input"), origin)
        return cut or _unknown_key(first["loc"], model, origin)
    if kind == "missing":
        return BriefError(f"{origin}: `{path}` is missing", f"Add `{path}:` to the brief.")
    if kind == "value_error":
        message = first["msg"].removeprefix("Value error, ")
        head, _, fix = message.partition(": ")
        return BriefError(f"{origin}: {head}", fix[:1].upper() + fix[1:] + ".")
    given = _shown(first.get("input"))
    if kind == "enum":
        choices = re.findall(r"'([^']+)'", first["msg"])
        return BriefError(
            f"{origin}: `{path}` is {given}, which is not one of the choices",
            f"Use one of {', '.join(choices)}." + _meant(str(first.get("input")), choices),
        )
    if kind.startswith(("int_", "greater_than", "less_than")):
        need = "a whole number" + (
            " from 1 to 480" if path.endswith("minutes") else " of at least 1"
        )
        return BriefError(f"{origin}: `{path}` is {given}", f"Give {need}, as in `{path}: 20`.")
    if kind.endswith("too_long"):
        return BriefError(
            f"{origin}: `{path}` is too long ({len(str(first.get('input'))):,} characters)",
            "Keep what matters to this person; a paragraph is plenty.",
        )
    parts = "model" in kind or "dict" in kind
    expected = "a few `key: value` lines" if parts else "plain text"
    shown = parts_shown(path, first.get("input")) if parts else ""
    fix = f"Give {expected}" + (f", as in `{shown}`." if shown else ".")
    return BriefError(f"{origin}: `{path}` is {given}, not {expected}", fix)


def _unknown_key(
    location: tuple[int | str, ...], model: type[BaseModel], origin: str
) -> BriefError:
    key = str(location[-1])
    parent = [str(part) for part in location[:-1] if isinstance(part, str)]
    inside = PARTS[parent[0]] if parent and parent[0] in PARTS else model
    known = list(inside.model_fields)
    path = ".".join([*parent, key])
    near = _nearest(key, known)
    if near:
        fix = f"Did you mean `{near}`?"
    elif inside is model and (owner := _owner(key)):
        fix = f"`{key}` belongs in a brief of kind {owner}."
    else:
        fix = f"The keys here are: {', '.join(known)}."
    return BriefError(f"{origin}: `{path}` is not a key of a brief", fix)


def _owner(key: str) -> str:
    return next((kind for kind, model in KINDS.items() if key in model.model_fields), "")


def _nearest(word: str, known: list[str]) -> str:
    plain = word.lower().replace("-", "_").replace(" ", "_")
    aliases = {"organization": "organisation", "to": "recipient", "from": "sender", "who": "role"}
    if aliases.get(plain) in known:
        return aliases[plain]
    found = difflib.get_close_matches(plain, known, n=1, cutoff=0.6)
    return found[0] if found else ""


def _meant(word: str, known: list[str]) -> str:
    near = _nearest(word.replace(" ", "-"), known)
    near = near or next(iter(difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.5)), "")
    return f" Did you mean {near}?" if near else ""


def _shown(value: object) -> str:
    """Quote a wrong value, shortened, so that the person sees which one is meant."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a set of keys"
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return f"“{shortened(text)}”"

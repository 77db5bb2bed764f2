"""A form field: what it is called, where its value goes in the brief, and how it is drawn.

Every value is kept on the tab's desk under ``<page>.<path>``, so that leaving the page or reloading
it loses nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from coach.ui import memory

ORIGIN = "this form"
"""What a brief from a form is called in errors."""

Drawn = Literal["line", "area", "list", "choice", "number"]


@dataclass(frozen=True)
class Field:
    """One field of a form.

    Attributes:
        path: where the value goes in the brief, as ``sender.name``.
        label: what the person sees.
        drawn: ``list`` is an area with one entry a line; ``choice`` takes ``options``.
        options: ids and their words, for a choice.
        default: the value of an untouched field.
        shared: kept once for all pages (the style), instead of once for each.
        same_as: another page's field to start from while this one is untouched.
    """

    path: str
    label: str
    drawn: Drawn = "line"
    placeholder: str = ""
    help: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    default: str | int | None = ""
    rows: int = 2
    shared: bool = False
    same_as: str = ""
    limits: tuple[int, int] = (1, 999)
    autocomplete: str = "off"


@dataclass(frozen=True)
class Form:
    """The fields of one page, and how they become a brief."""

    page: str
    kind: str
    fields: tuple[Field, ...]
    tidy: Callable[[dict[str, object]], dict[str, object]] = dict
    says: Mapping[str, str] = field(default_factory=dict)
    """What this form says instead of a phrase of an error that suits a file only."""

    def key(self, one: Field) -> str:
        """Where the field's value is kept."""
        return f"all.{one.path}" if one.shared else f"{self.page}.{one.path}"

    def value(self, one: Field) -> object:
        """The field's value now."""
        kept = memory.desk().get(self.key(one))
        if kept is None and one.same_as:
            kept = memory.desk().get(one.same_as)
        return one.default if kept is None else kept

    def at(self, path: str) -> Field:
        """The field of that path."""
        return next(one for one in self.fields if one.path == path)

    def show(self, *paths: str) -> None:
        """Draw the fields of these paths, in this order."""
        for path in paths:
            _draw(self, self.at(path))

    def brief(self) -> dict[str, object]:
        """Return the form as the mapping a brief is read from; empty fields are left out."""
        brief: dict[str, object] = {"kind": self.kind, "recipient": {}}
        for one in self.fields:
            value = _as_brief(one, self.value(one))
            if value not in ("", [], None):
                _set(brief, one.path, value)
        return self.tidy(brief)

    def fill(self, brief: Mapping[str, object]) -> None:
        """Set every field but the shared ones from a brief. Before the form is drawn."""
        for one in self.fields:
            if not one.shared:
                value = _from_brief(one, _get(brief, one.path))
                memory.put(self.key(one), one.default if value in (None, "") else value)

    def values(self) -> dict[str, object]:
        """Every field's value by key."""
        return {self.key(one): self.value(one) for one in self.fields}

    def in_form_words(self, text: str) -> str:
        """Name the fields as the form does where an error names the keys of a brief."""
        text = text.removeprefix(f"{ORIGIN}: ")
        for phrase, instead in self.says.items():
            text = re.sub(re.escape(phrase), instead, text, flags=re.IGNORECASE)
        for one in sorted(self.fields, key=lambda one: -len(one.path)):
            path = re.escape(one.path)
            pattern = rf"`{path}`|'{path}'|\"{path}\"" + (rf"|\b{path}\b" if "." in path else "")
            text = re.sub(pattern, f"“{one.label}”", text)
        return text


def _draw(form: Form, one: Field) -> None:
    kept = form.key(one)
    key = memory.recall(kept, form.value(one))
    if one.shared:
        _tell_again(key, form.page)
    if one.drawn == "line":
        st.text_input(
            one.label,
            key=key,
            placeholder=one.placeholder,
            help=one.help,
            autocomplete=one.autocomplete,
        )
    elif one.drawn in ("area", "list"):
        st.text_area(
            one.label,
            key=key,
            placeholder=one.placeholder,
            help=one.help,
            height=40 + 28 * one.rows,
        )
    elif one.drawn == "number":
        low, high = one.limits
        st.number_input(one.label, low, high, key=key, step=1, help=one.help)
    else:
        _draw_choice(one, key)
    memory.keep(kept)


def _tell_again(key: str, page: str) -> None:
    """Set a field that several pages share where it was last drawn on another one.

    Streamlit knows its value, but tells the browser only what is set.
    """
    on = memory.desk()
    if on.get(f"{key}.on") != page:
        on[f"{key}.on"] = page
        st.session_state[key] = st.session_state[key]


def _draw_choice(one: Field, key: str) -> None:
    options = list(one.options)
    if len(options) <= 4:
        st.segmented_control(
            one.label,
            options,
            key=key,
            format_func=one.options.__getitem__,
            help=one.help,
            required=True,
        )
    else:
        st.selectbox(
            one.label, options, key=key, format_func=one.options.__getitem__, help=one.help
        )


def _as_brief(one: Field, value: object) -> object:
    if one.drawn == "list" and isinstance(value, str):
        return lines(value)
    return value.strip() if isinstance(value, str) else value


def _from_brief(one: Field, value: object) -> object:
    if isinstance(value, list | tuple):
        return "\n".join(str(item) for item in value)
    if one.drawn == "number":
        return value if isinstance(value, int) else one.default
    return None if value is None else str(value)


def lines(text: str) -> list[str]:
    """The lines of a field that are not empty, without bullets people paste."""
    bare = (line.strip().lstrip("•*–-").strip() for line in text.splitlines())
    return [line for line in bare if line]


def _get(mapping: Mapping[str, object], path: str) -> object:
    value: object = mapping
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _set(mapping: dict[str, object], path: str, value: object) -> None:
    *parents, last = path.split(".")
    for part in parents:
        inner = mapping.setdefault(part, {})
        if isinstance(inner, dict):
            mapping = inner
    mapping[last] = value

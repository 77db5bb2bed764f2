"""The draft with its proposed changes in it: what would go struck through, what would come underlined.

The marks are drawn from data, letter by letter: nothing a person wrote is ever read as markup. A
mark is a button that leads to its change in the list below the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from coach.domain.results import Change
from coach.review.accept import places

State = Literal["open", "taken", "left"]

_HTML = '<div class="subject" hidden></div><div class="body"></div>'

_CSS = """
:host { display: block; }
div { font-family: "Source Serif", Georgia, serif; font-size: 1.06rem; line-height: 1.7;
  white-space: pre-wrap; overflow-wrap: anywhere; color: var(--st-text-color); }
.subject { font-weight: 600; padding-bottom: 0.6rem; margin-bottom: 0.8rem;
  border-bottom: 1px solid color-mix(in srgb, var(--st-border-color) 45%, transparent); }
.subject[hidden] { display: none; }
.label { font: 400 0.85rem var(--st-font, sans-serif); opacity: 0.85; }
.mark { cursor: pointer; border-radius: 0.2rem; }
.mark:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
.mark:hover .number { text-decoration: underline; }
del { text-decoration: line-through 1.5px; color: var(--st-orange-text-color);
  background: color-mix(in srgb, var(--st-orange-text-color) 9%, transparent); border-radius: 0.15rem; }
ins { text-decoration: underline 2px; text-underline-offset: 0.22em; color: var(--st-green-text-color);
  background: var(--st-green-background-color); border-radius: 0.15rem; }
del + ins { margin-left: 0.2em; }
ins.taken { text-decoration: underline 1.5px dotted; background: none; }
.number { font: 600 0.72rem var(--st-font, sans-serif); vertical-align: super; line-height: 0;
  padding: 0 0.12rem 0 0.18rem; color: var(--st-gray-text-color); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""

_JS = """
const make = (kind, text, name) => {
  const element = document.createElement(kind);
  element.textContent = text;
  if (name) element.className = name;
  return element;
};
const lead = (number) => {
  const card = document.querySelector(`.st-key-improve-change-${number}`);
  if (!card) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
  card.querySelector("button")?.focus({ preventScroll: true });
};
const bare = (text) => {
  const words = text.trim();
  const at = words ? text.indexOf(words) : text.length;
  return [text.slice(0, at), words, text.slice(at + words.length)];
};
const marked = (piece) => {
  const mark = make("span", "", "mark");
  mark.setAttribute("role", "button");
  mark.tabIndex = 0;
  mark.append(make("span", `Change ${piece.number}: `, "said"));
  const [, out] = bare(piece.before);
  const [, put] = bare(piece.after);
  if (piece.state === "open" && out) mark.append(make("del", out));
  if (put) mark.append(make("ins", put, piece.state));
  mark.append(make("span", String(piece.number), piece.state === "open" ? "number" : "said"));
  mark.onclick = () => lead(piece.number);
  mark.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    lead(piece.number);
  };
  return mark;
};
const draw = (place, pieces) => {
  for (const piece of pieces) {
    const decided = piece.state === "taken" ? piece.after : piece.before;
    const shown = piece.state === "open" ? piece.after || piece.before : decided;
    const [lead, , trail] = bare(shown);
    const silent = piece.state === "taken" && !piece.after.trim();
    if (!piece.number || piece.state === "left" || silent) place.append(decided);
    else place.append(lead, marked(piece), trail);
  }
};
export default function ({ parentElement, data }) {
  const subject = parentElement.querySelector(".subject");
  const body = parentElement.querySelector(".body");
  subject.replaceChildren();
  body.replaceChildren();
  subject.hidden = data.subject.length === 0;
  if (!subject.hidden) {
    subject.append(make("span", "Subject  ", "label"));
    draw(subject, data.subject);
  }
  draw(body, data.body);
}
"""


@dataclass(frozen=True)
class Piece:
    """A stretch of the draft: as it is, or with a change and its number in the list."""

    before: str
    after: str = ""
    number: int = 0
    state: State = "open"


def pieces(
    text: str, start: int, end: int, changes: Sequence[tuple[int, Change, State]]
) -> Iterator[Piece]:
    """Cut ``text[start:end]`` into what stays and what would change, in order."""
    at = start
    for number, change, state in changes:
        if change.start > at:
            yield Piece(text[at : change.start])
        yield Piece(change.before, change.after, number, state)
        at = change.end
    if at < end:
        yield Piece(text[at:end])


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_marks", html=_HTML, css=_CSS, js=_JS)


def show_marks(text: str, changes: Sequence[Change], states: Sequence[State], key: str) -> None:
    """Show a draft with its changes: open ones as marks, taken ones as the new words."""
    where = places(text)
    numbered = list(zip(range(1, len(changes) + 1), changes, states, strict=True))
    titled = [one for one in numbered if one[1].start < where.body]
    rest = [one for one in numbered if one[1].start >= where.body]
    subject = pieces(text, *where.title, titled) if where.titled else iter(())
    body = pieces(text, where.body, len(text), rest)
    _component()(
        key=key,
        data={"subject": [vars(one) for one in subject], "body": [vars(one) for one in body]},
    )

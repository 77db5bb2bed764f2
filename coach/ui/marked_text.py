"""A message with marks in it: proposed changes, and what its words rest on.

The marks are drawn from data, letter by letter: nothing a person wrote is ever read as markup. A
proposed change is a button that leads to it in the list below the text. Words that rest on the
brief, or on nothing, say why in a small note: under the pointer, at a tap, and for the keyboard;
Escape puts the note away, and those who hear the page are told the reason with the words.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Literal

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

State = Literal["open", "taken", "left"]
Rests = Literal["", "brief", "unsupported"]

LEGEND: dict[str, str] = {
    "unsupported": "not in what you told us",
    "brief": "from what you told us",
    "": "unmarked: wording, no facts",
}
"""What the marks mean, by what the words rest on."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a message.

    With a ``number`` it is a change of the list: ``before`` would become ``after``. ``rests`` says
    what the words rest on, and ``why`` is the reason in a sentence.
    """

    before: str
    after: str = ""
    number: int = 0
    state: State = "open"
    rests: Rests = ""
    why: str = ""


@dataclass(frozen=True)
class Marked:
    """A message in pieces; ``subject`` is empty where there is none."""

    subject: tuple[Piece, ...]
    body: tuple[Piece, ...]


def show_marked(marked: Marked, key: str, legend: Sequence[str] = ()) -> None:
    """Show a message with its marks, and under it what those of ``legend`` mean."""
    _component()(
        key=key,
        data={
            "subject": [asdict(piece) for piece in marked.subject],
            "body": [asdict(piece) for piece in marked.body],
            "legend": [{"rests": rests, "says": LEGEND[rests]} for rests in legend],
        },
    )


_HTML = """
<div class="text"><div class="subject" hidden></div><div class="body"></div>
<div class="note" aria-hidden="true" hidden></div></div><div class="legend" hidden></div>
"""

_CSS = """
:host { display: block; }
.text { position: relative; }
.subject, .body { font-family: "Source Serif", Georgia, serif; font-size: 1.06rem; line-height: 1.7;
  white-space: pre-wrap; overflow-wrap: anywhere; color: var(--st-text-color); }
.subject { font-weight: 600; padding-bottom: 0.6rem; margin-bottom: 0.8rem;
  border-bottom: 1px solid color-mix(in srgb, var(--st-border-color) 45%, transparent); }
.subject[hidden] { display: none; }
.label { font: 400 0.85rem var(--st-font, sans-serif); opacity: 0.85; }
.mark { cursor: pointer; border-radius: 0.2rem; }
:is(.mark, .told):focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
.mark:hover .number { text-decoration: underline; }
del { text-decoration: line-through 1.5px; color: var(--st-orange-text-color);
  background: color-mix(in srgb, var(--st-orange-text-color) 9%, transparent); border-radius: 0.15rem; }
ins { text-decoration: underline 2px; text-underline-offset: 0.22em; color: var(--st-green-text-color);
  background: var(--st-green-background-color); border-radius: 0.15rem; }
del + ins { margin-left: 0.2em; }
ins.taken { text-decoration: underline 1.5px dotted; background: none; }
.number { font: 600 0.72rem var(--st-font, sans-serif); vertical-align: super; line-height: 0;
  padding: 0 0.12rem 0 0.18rem; color: var(--st-gray-text-color); user-select: none; }
.told { cursor: help; border-radius: 0.15rem; text-underline-offset: 0.28em; }
.told.brief { text-decoration: underline 1.5px dotted color-mix(in srgb, var(--st-border-color) 75%, transparent); }
.told.brief:is(:hover, :focus-visible, [aria-expanded="true"]) {
  text-decoration: underline 2px solid var(--st-green-text-color); }
.told.unsupported { text-decoration: underline 1px wavy var(--st-orange-text-color);
  background: color-mix(in srgb, var(--st-yellow-background-color) 75%, transparent); }
.told.unsupported:is(:hover, :focus-visible, [aria-expanded="true"]) {
  background: var(--st-yellow-background-color); }
.told.unsupported .number { color: var(--st-orange-text-color); display: inline-block;
  text-decoration: none; }
.note { position: absolute; z-index: 5; box-sizing: border-box; width: max-content;
  max-width: min(21rem, 100%); padding: 0.5rem 0.8rem; border-radius: 0.4rem;
  font: 400 0.92rem/1.45 var(--st-font, sans-serif); white-space: pre-line; overflow-wrap: anywhere;
  color: var(--st-background-color); background: var(--st-text-color);
  box-shadow: 0 2px 10px rgb(0 0 0 / 25%); }
.note[hidden] { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.3rem; margin-top: 0.9rem; padding-top: 0.6rem;
  border-top: 1px solid color-mix(in srgb, var(--st-border-color) 45%, transparent);
  font: 400 0.85rem/1.6 var(--st-font, sans-serif); color: var(--st-gray-text-color); }
.legend[hidden] { display: none; }
.legend .told { cursor: default; }
.legend .sample { font-family: "Source Serif", Georgia, serif; margin-right: 0.5em; }
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
const pressed = (element, act) => {
  element.setAttribute("role", "button");
  element.tabIndex = 0;
  element.onclick = act;
  element.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
};
const changed = (piece) => {
  const mark = make("span", "", "mark");
  mark.append(make("span", `Change ${piece.number}: `, "said"));
  const [, out] = bare(piece.before);
  const [, put] = bare(piece.after);
  if (piece.state === "open" && out) mark.append(make("del", out));
  if (put) mark.append(make("ins", put, piece.state));
  mark.append(make("span", String(piece.number), piece.state === "open" ? "number" : "said"));
  pressed(mark, () => lead(piece.number));
  return mark;
};
const asked = () => {
  const sign = make("span", "?", "number");
  sign.setAttribute("aria-hidden", "true");
  return sign;
};
const noting = (text, note) => {
  let shown = null;
  let pinned = null;
  let timer;
  const outside = (event) => { if (!event.composedPath().includes(text)) hide(); };
  const escape = (event) => { if (event.key === "Escape") hide(); };
  const hide = () => {
    clearTimeout(timer);
    shown?.setAttribute("aria-expanded", "false");
    shown = pinned = null;
    note.hidden = true;
    document.removeEventListener("pointerdown", outside);
    document.removeEventListener("keydown", escape);
  };
  const show = (mark, why, y) => {
    if (shown !== mark) hide();
    clearTimeout(timer);
    shown = mark;
    mark.setAttribute("aria-expanded", "true");
    note.textContent = why;
    note.hidden = false;
    const lines = [...mark.getClientRects()];
    const line = lines.find((one) => y !== undefined && y <= one.bottom) ?? lines.at(-1);
    const frame = text.getBoundingClientRect();
    const most = Math.max(0, frame.width - note.offsetWidth);
    note.style.left = `${Math.min(Math.max(0, line.left - frame.left), most)}px`;
    note.style.top = `${line.bottom - frame.top + 4}px`;
    document.addEventListener("pointerdown", outside);
    document.addEventListener("keydown", escape);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (!pinned) hide(); }, 250);
  };
  note.onpointerenter = () => clearTimeout(timer);
  note.onpointerleave = later;
  const watch = (mark, why) => {
    mark.setAttribute("aria-expanded", "false");
    pressed(mark, () => {
      const again = pinned === mark;
      if (again) return hide();
      show(mark, why);
      pinned = mark;
    });
    mark.onpointerenter = (event) => {
      if (event.pointerType === "mouse" && !pinned) show(mark, why, event.clientY);
    };
    mark.onpointerleave = later;
    mark.onfocus = () => { if (mark.matches(":focus-visible")) { show(mark, why); pinned = mark; } };
    mark.onblur = hide;
  };
  return { watch, hide };
};
const told = (piece, words, notes, at) => {
  const mark = make("span", words, `told ${piece.rests}`);
  if (piece.rests === "unsupported") mark.append(asked());
  const reason = make("span", piece.why, "said");
  reason.id = `why-${at}`;
  reason.hidden = true;
  mark.setAttribute("aria-describedby", reason.id);
  notes.watch(mark, piece.why);
  return [mark, reason];
};
const draw = (place, pieces, notes, base) => {
  pieces.forEach((piece, at) => {
    if (piece.rests) {
      const [before, words, after] = bare(piece.before);
      place.append(before, ...(words ? told(piece, words, notes, base + at) : []), after);
      return;
    }
    const decided = piece.state === "taken" ? piece.after : piece.before;
    const shown = piece.state === "open" ? piece.after || piece.before : decided;
    const [before, , after] = bare(shown);
    const silent = piece.state === "taken" && !piece.after.trim();
    if (!piece.number || piece.state === "left" || silent) place.append(decided);
    else place.append(before, changed(piece), after);
  });
};
const explain = (legend, meanings) => {
  legend.replaceChildren(...meanings.map((one) => {
    const line = make("span", "");
    const sample = make("span", "words", `sample told ${one.rests}`);
    sample.setAttribute("aria-hidden", "true");
    if (one.rests === "unsupported") sample.append(asked());
    if (one.rests) line.append(sample);
    line.append(one.says);
    return line;
  }));
  legend.hidden = meanings.length === 0;
};
const drawn = new WeakMap();
export default function ({ parentElement, data }) {
  const find = (name) => parentElement.querySelector(name);
  const given = JSON.stringify(data);
  const before = drawn.get(parentElement);
  if (before?.given === given) return before.end;
  before?.end();
  const [subject, body] = [find(".subject"), find(".body")];
  subject.replaceChildren();
  body.replaceChildren();
  subject.hidden = data.subject.length === 0;
  const notes = noting(find(".text"), find(".note"));
  if (!subject.hidden) {
    subject.append(make("span", "Subject  ", "label"));
    draw(subject, data.subject, notes, 0);
  }
  draw(body, data.body, notes, data.subject.length);
  explain(find(".legend"), data.legend);
  drawn.set(parentElement, { given, end: notes.hide });
  return notes.hide;
}
"""


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_marks", html=_HTML, css=_CSS, js=_JS)

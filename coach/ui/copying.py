"""A button that puts a text on the clipboard.

Streamlit's own copy button belongs to a code block, which would show the message a second time and
load 1.5 MB of syntax colouring. Ours is static markup; the text reaches it as data and is only
ever copied, never put on the page.
"""

from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_HTML = '<button type="button"></button><span role="status"></span>'

_CSS = """
:host { display: block; }
button {
  font: inherit; font-weight: 600; cursor: pointer; width: 100%; min-height: 2.5rem;
  padding: 0.25rem 1rem; border-radius: var(--st-button-radius, 0.4rem);
  border: 1px solid var(--st-primary-color); background: var(--st-primary-color); color: #fff;
}
button.quiet {
  font-weight: 400; width: auto; min-height: 0; padding: 0.1rem 0; border: none; background: none;
  color: var(--st-link-color); text-decoration: underline; text-underline-offset: 0.2em;
}
button:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""

_JS = """
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const status = parentElement.querySelector("span");
  const say = (words) => { button.textContent = words; status.textContent = words; };
  button.textContent = data.label;
  button.className = data.quiet ? "quiet" : "";
  status.textContent = "";
  let timer;
  button.onclick = async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(data.text);
    } catch {
      const area = document.createElement("textarea");
      area.value = data.text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.append(area);
      area.select();
      copied = document.execCommand("copy");
      area.remove();
      button.focus();
    }
    say(copied ? "Copied" : "Copying is blocked here: select the text and press Ctrl+C");
    clearTimeout(timer);
    timer = setTimeout(() => { button.textContent = data.label; }, 2500);
  };
  return () => clearTimeout(timer);
}
"""


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("coach_copy", html=_HTML, css=_CSS, js=_JS)


def copy_button(label: str, text: str, key: str, *, quiet: bool = False) -> None:
    """Show a button that copies ``text`` to the clipboard and says so.

    Args:
        label: what the button says.
        text: what is copied.
        key: of the widget.
        quiet: looks like a link; for a line inside a card.
    """
    _component()(key=key, data={"label": label, "text": text, "quiet": quiet})

"""What a person wrote is only ever shown as text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.ui.literal import JOINER, literal

HOSTILE = [
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "[x](y)",
    "![](http://evil.example/a.png)",
    ":red[x]",
    ":material/home:",
    ":+1: :streamlit:",
    "$x$",
    "# head",
    "&amp;",
    "a -- b -> c",
    "www.evil.example a@b.co",
    "1. one",
    "    code",
    "`code` **b** _i_ ~~s~~",
    "| a |\n|---|",
]


def unescaped(markdown: str) -> str:
    """What a Markdown reader shows: escapes taken away, hard breaks as line ends."""
    text = markdown.replace("  \n", "\n")
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace(JOINER, "")


@pytest.mark.parametrize("text", HOSTILE)
def test_every_mark_is_escaped(text: str) -> None:
    shown = literal(text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", shown)
    assert not re.search(r"[!-/:-@\[-`{-~]", bare)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_read_is_what_was_written(text: str) -> None:
    assert unescaped(literal(text)) == text.strip(" ")


@pytest.mark.parametrize("code", [":material/home:", ":+1:", ":red[x]", "http://x.org", "a@b.co"])
def test_codes_and_addresses_are_kept_apart(code: str) -> None:
    assert JOINER in literal(code)


@given(st.text(max_size=60))
def test_any_text_keeps_its_words(text: str) -> None:
    if JOINER not in text:
        assert unescaped(literal(text)).split() == text.split()

"""Whatever a person typed, a Markdown reader shows their letters and none of their markup."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from coach.domain.results import AnyDraft
from coach.export.markdown import to_markdown
from coach.export.plain import plain
from tests.export.odd_texts import ODD, TEXTS, agenda, message, reflection

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
INLINE = {"text", "softbreak", "hardbreak"}


def shown(markdown: str) -> tuple[list[str], set[str]]:
    """The words a reader sees, and every kind of markup there is inside a line."""
    words: list[str] = []
    kinds: set[str] = set()
    for token in READER.parse(markdown):
        if token.type != "inline":
            words += token.content.split()
            continue
        children = token.children or []
        kinds |= {child.type for child in children}
        words += "".join("\n" if "break" in one.type else one.content for one in children).split()
    return words, kinds


@settings(deadline=None)
@given(TEXTS)
def test_a_message_reads_as_it_was_typed(text: str) -> None:
    words, kinds = shown(to_markdown(message("", text)))
    assert words == plain(text).split()
    assert kinds <= INLINE


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("draft_of", [agenda, reflection])
def test_no_text_makes_headings_links_or_pictures(
    draft_of: Callable[[str], AnyDraft], text: str
) -> None:
    words, kinds = shown(to_markdown(draft_of(text)))
    assert kinds <= {*INLINE, "em_open", "em_close"}
    assert " ".join(plain(text).split()) in " ".join(words)


@pytest.mark.parametrize(
    "typed",
    ["Thank you!", "R&D", "<3", "a < b > c", "C#", "item #1", "team_lead", "C:\\Windows",
     "https://portfolio.example/my_work?a=1&b=2", "mine (or hers)", "4:30 pm - 5 pm", "so: yes"],
)  # fmt: skip
def test_signs_that_mean_nothing_stay_as_they_were_typed(typed: str) -> None:
    assert to_markdown(message("", typed)) == f"{typed}\n"


@pytest.mark.parametrize(
    "typed",
    ["one #", "one ##", "#", "##", "# #", "###### six", "C #", "_x_", "snake_case _em_", "\\*a\\*",
     "a\\", ">quoted", "> > deep", "<b>x</b>", "&copy; &#38;", "1. a", "- - -", "===", "+ a"],
)  # fmt: skip
def test_a_heading_and_a_line_show_every_sign(typed: str) -> None:
    words, kinds = shown(to_markdown(message(typed, typed)))
    assert words == [*typed.split(), *typed.split()]
    assert kinds <= INLINE


def test_an_address_can_still_be_opened() -> None:
    assert "https://portfolio.example/ana" in to_markdown(
        message("", "https://portfolio.example/ana")
    )


def test_an_answer_stands_under_its_question() -> None:
    made = to_markdown(reflection("Start?"), {"What surprised you?": "She laughed.\n\nI too."})
    assert "- What surprised you?\n\n  She laughed.\n\n  I too.\n" in made

"""Markdown files as sections, as a reader sees them."""

import html
import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coach.guidance.own.section import Collector, Section
from coach.guidance.own.text import decoded

_SOFT = re.compile(r"\s*\n\s*")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:\s*|[\w\"'#-][^\n]*\n.*?\n?)---[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^[\w\"'-][^:\n]*:(?:\s|$)", re.M)
_TAGS = frozenset(
    "a abbr article aside b blockquote body br button caption center cite code col colgroup dd del "
    "details div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html "
    "i iframe img input ins kbd label li link main mark meta nav ol p picture pre q s script "
    "section small source span strike strong style sub summary sup svg table tbody td tfoot th "
    "thead title tr u ul video wbr".split()
)
_UNREAD = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.S | re.I)
_TAG = re.compile(r"</?([a-z][a-z0-9-]*)(?:\s[^<>]*)?/?>", re.I)


def markdown_sections(data: bytes, name: str) -> list[Section]:
    """Sections of a Markdown file; marks of emphasis, HTML and the targets of links are dropped.

    Raises:
        InputError: the file is not text.
    """
    collector = Collector()
    tokens = MarkdownIt("commonmark").enable("table").parse(_body(decoded(data, name)))
    row: list[str] | None = None
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            collector.block(" | ".join(filter(None, row)))
            row = None
        elif token.type == "inline":
            said = _plain(token)
            before = tokens[place - 1]
            if before.type == "heading_open":
                collector.heading(int(before.tag[1]), said)
            elif row is not None:
                row.append(said)
            else:
                collector.block(said)
        elif token.type in {"fence", "code_block"}:
            collector.block(token.content)
        elif token.type == "html_block":
            collector.block(_without_tags(token.content))
    return collector.sections()


def _body(text: str) -> str:
    """The text without its front matter; a rule at the top does not make a page front matter."""
    found = _FRONT_MATTER.match(text)
    if found is None or not (_FIELD.search(found[0]) or not found[0].strip("- \t\n")):
        return text
    return text[found.end() :]


def _plain(token: Token) -> str:
    """The words of an inline token as a reader sees them."""
    parts = []
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif child.type in {"text", "code_inline", "text_special", "image"}:
            parts.append(child.content)
        elif child.type == "html_inline":
            parts.append(_without_tags(child.content))
    return _SOFT.sub(" ", "".join(parts)).strip()


def _without_tags(source: str) -> str:
    """The words of some HTML; what only looks like a tag, such as <your name>, is a word."""

    def word(found: re.Match[str]) -> str:
        known = found[1].lower() in _TAGS
        return (" " if found[1].lower() in {"br", "td", "th", "li"} else "") if known else found[0]

    return html.unescape(_TAG.sub(word, _UNREAD.sub("", source)))

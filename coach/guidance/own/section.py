"""One section of a document: the headings above it, and its text."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_HEADING = 200
"""Characters of a heading. Longer ones are paragraphs that somebody made look like a heading: they
are text, and only their beginning heads what follows."""
_MOST_SHOWN = 60
STEP = " › "
"""Stands between a heading and one inside it."""


@dataclass(frozen=True)
class Section:
    """A stretch of text under one heading; ``heading`` is "" before the first.

    A heading inside another reads "Outer › Inner".
    """

    heading: str
    text: str


class Outline:
    """The headings that stand above the place we are at, by level."""

    def __init__(self) -> None:
        self._open: dict[int, str] = {}

    def enter(self, level: int, title: str) -> None:
        """Open a heading; those of its level and below are closed."""
        self._open = {at: name for at, name in self._open.items() if at < level}
        if title:
            self._open[level] = title

    @property
    def path(self) -> str:
        """The open headings, outermost first; the outermost go where they would be too long."""
        names = [_short(name) for _, name in sorted(self._open.items())]
        while len(names) > 1 and len(STEP.join(names)) > MOST_HEADING:
            del names[0]
        return STEP.join(names)


class Collector:
    """Gathers blocks of text into sections as a document is read from top to bottom."""

    def __init__(self) -> None:
        self._outline = Outline()
        self._blocks: list[str] = []
        self._sections: list[Section] = []
        self._bare: tuple[int, str] | None = None

    def heading(self, level: int, title: str) -> None:
        """Close the section so far and open the next one."""
        title = " ".join(title.split())
        self._close(level)
        self._outline.enter(level, title)
        self._bare = (level, title) if title else None
        if len(title) > MOST_HEADING:
            self.block(title)

    def block(self, text: str) -> None:
        """Add a paragraph, a list item or a row of a table."""
        if text.strip():
            self._blocks.append(text.strip())

    def sections(self) -> list[Section]:
        """Every section that holds text, in order."""
        self._close(0)
        headings = without_root([section.heading for section in self._sections])
        return [
            Section(heading, section.text)
            for heading, section in zip(headings, self._sections, strict=True)
        ]

    def _close(self, level: int) -> None:
        """End the open section before a heading of ``level``.

        A heading with nothing under it, not even a smaller heading, is text itself: in some
        documents every line is one.
        """
        if not self._blocks and self._bare is not None and level <= self._bare[0]:
            self._blocks = [self._bare[1]]
        if self._blocks:
            self._sections.append(Section(self._outline.path, "\n\n".join(self._blocks)))
        self._blocks, self._bare = [], None


def without_root(headings: Sequence[str]) -> list[str]:
    """The headings without the outermost one, where that is the title of the whole document.

    Under every passage it would make each look as near to a question as the next. The first heading
    keeps it.
    """
    steps = [heading.split(STEP) for heading in headings]
    roots = {step[0] for step in steps if step[0]}
    if len(roots) != 1 or len(set(headings) - {""}) == 1:
        return list(headings)
    named = next(place for place, heading in enumerate(headings) if heading)
    return [
        heading if place == named or len(step) == 1 else STEP.join(step[1:])
        for place, (heading, step) in enumerate(zip(headings, steps, strict=True))
    ]


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(character.isalnum() for character in text)


def _short(title: str) -> str:
    return title if len(title) <= MOST_HEADING else title[: _MOST_SHOWN - 1].rstrip() + "…"

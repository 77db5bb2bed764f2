"""Which names in a brief a remote model must not see."""

import re
from collections.abc import Iterator

from coach.domain.brief import AnyBrief
from coach.domain.likeness import Likeness
from coach.domain.model import Names

_DESCRIBED = re.compile(r"\s*(?:\((?=[a-z])|;|\n|\s[-–—]\s|,\s*(?=[a-z])).*", re.DOTALL)
"""What people set behind a name: "Tom Baker, my former manager"."""
_PARTICLES = r"(?:(?:van|von|der|den|de|la|le|del|di|da|bin|al)[ \u00a0]){0,3}"
_CAPITAL = r"[^\W\d_a-z][\w'’-]*"
_TITLED = re.compile(
    r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sister|Sir|Dame|Rev)\b\.?[ \u00a0]"
    rf"({_PARTICLES}{_CAPITAL}(?:[ \u00a0]{_PARTICLES}{_CAPITAL})?)"
)
_LONGEST_BETWEEN = 3
"""Letters of a small word that may belong to a name: van, der, bin, of, and."""


def names_in(brief: AnyBrief) -> Names:
    """The sender, the recipient, who introduces them, and both organisations.

    In free text nobody's name is guessed at, with one exception that is sure: a word with a capital
    behind a title ("Dr. Marsh suggested it"). Where one of the known names stands in free text,
    the mask finds it by itself.
    """
    people = [_name(text) for text in (brief.sender.name, brief.recipient.name, brief.via)]
    known = {word for name in people for word in name.split()}
    titled = [name for text in _texts(brief.model_dump()) for name in _TITLED.findall(text)]
    organisations = (brief.sender.organisation, brief.recipient.organisation)
    return Names(
        people=_once([*people, *(name for name in titled if not known.issuperset(name.split()))]),
        organisations=_once([_named(text) for text in organisations]),
    )


def names_of(likeness: Likeness) -> Names:
    """The person who is rehearsed with, whom the talk is about, and what else is named in what was taken up."""
    texts = (likeness.topic, *likeness.last_advice, *likeness.open_actions, likeness.place)
    titled = [name for text in texts for name in _TITLED.findall(text)]
    people = [_name(text) for text in (likeness.name, likeness.about)]
    return Names(
        people=_once([likeness.name, *people, *titled]),
        organisations=_once([_named(likeness.organisation)]),
    )


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _name(text: str) -> str:
    """The name in a field: without what describes the person or what stands around it."""
    return _named(_DESCRIBED.sub("", text.strip()) or text)


def _named(text: str) -> str:
    """What is named in a field: of "the team at Harbor Health" the last two words."""
    words = text.split()
    large = [at for at, word in enumerate(words) if _is_large(word)]
    if not large:
        return " ".join(words)
    inside = words[large[0] : large[-1] + 1]
    return " ".join(word for word in inside if _is_large(word) or len(word) <= _LONGEST_BETWEEN)


def _is_large(word: str) -> bool:
    """Whether a word has a capital, or is of a script that has none."""
    return any(c.isupper() or (c.isalnum() and not c.islower()) for c in word)


def _texts(value: object) -> Iterator[str]:
    """Every text in a brief, whichever field it stands in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)

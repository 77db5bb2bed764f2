"""Measures the promise of coach style: every word of a message is the mentee's own or joins them.

A word is the mentee's when they typed it, in any of its forms ("moved" for "moving", "two" for
"2"); a joining word stands in the list of ``knowledge/wording/interview.yaml``.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from coach.domain.dates import read_date
from coach.domain.vocabulary import Purpose
from coach.writing.lexicon import Lexicon, load_lexicon
from coach.writing.wording import load_wording

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDINGS = ("ing", "ies", "ed", "es", "d", "s")
_NUMBERS = dict(
    zip("two three four five six seven eight nine ten".split(), map(str, range(2, 11)), strict=True)
)
_SHORT_DAYS = {
    day[:3]: day for day in "monday tuesday wednesday thursday friday saturday sunday".split()
}


def own_share(
    text: str,
    answers: Iterable[str],
    purpose: Purpose,
    knowledge: Path,
    *,
    today: datetime.date | None = None,
) -> float:
    """Share of a text's content words that stem from the answers, 0 to 1; 1 when it has none."""
    strangers = foreign_words(text, answers, purpose, knowledge, today=today)
    content = len([word for word in _words(text) if word not in _joining(purpose, knowledge)])
    return 1 - len(strangers) / content if content else 1.0


def foreign_words(
    text: str,
    answers: Iterable[str],
    purpose: Purpose,
    knowledge: Path,
    *,
    today: datetime.date | None = None,
) -> list[str]:
    """The words of a text that are neither the mentee's nor joining words, in order."""
    lexicon = load_lexicon(knowledge)
    typed = [*answers]
    dates = [_spelled_date(answer, today) for answer in typed]
    own = _roots([*typed, *dates], lexicon)
    joining = _joining(purpose, knowledge)
    return [
        word for word in _words(text) if word not in joining and not _is_own(word, own, lexicon)
    ]


def own_words(text: str, answers: Iterable[str], purpose: Purpose, knowledge: Path) -> list[str]:
    """The words of a text that the mentee typed, joining words left out."""
    lexicon, joining = load_lexicon(knowledge), _joining(purpose, knowledge)
    own = _roots(answers, lexicon)
    return [word for word in _words(text) if word not in joining and _is_own(word, own, lexicon)]


def _joining(purpose: Purpose, knowledge: Path) -> frozenset[str]:
    phrases = load_wording(knowledge, "interview").phrases
    listed = (*phrases["joining.any"], *phrases[f"joining.{purpose}"])
    return frozenset(word for phrase in listed for word in phrase.text.split())


def _words(text: str) -> Iterator[str]:
    return (word.lower().replace("’", "'") for word in _WORD.findall(text))


def _roots(texts: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        root for text in texts for word in _words(text) for root in _forms(word, lexicon)
    )


def _is_own(word: str, own: Collection[str], lexicon: Lexicon) -> bool:
    return any(root in own for root in _forms(word, lexicon))


def _forms(word: str, lexicon: Lexicon) -> Iterator[str]:
    """A word, its base verb, and what is left without an ending."""
    word = word.removesuffix("'s").removesuffix("s'").replace(".", "")
    yield word
    yield from (part for part in word.split("-") if part != word)
    for table in (lexicon.past, lexicon.participle, lexicon.third, lexicon.gerund):
        if word in table:
            yield table[word]
    if word in _NUMBERS:
        yield _NUMBERS[word]
    if word[:3] in _SHORT_DAYS and _SHORT_DAYS[word[:3]].startswith(word):
        yield _SHORT_DAYS[word[:3]]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if ending == "ies":
                yield stem + "y"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _spelled_date(answer: str, today: datetime.date | None) -> str:
    """The words a date is written with: "2026-11-03" as "3 November 2026"."""
    date = read_date(answer, today or datetime.date.today())
    return f"{date.day} {date:%B} {date.year}" if date else ""

"""What makes a card a good card: rules a parser does not need but a reader does."""

import datetime
import re
from collections.abc import Iterator

from coach.domain.card import Card

MIN_WORDS = 120
MAX_WORDS = 220
MAX_TITLE = 60
MAX_LINES = 3

Problem = tuple[str, str]
"""What is wrong, and the fix."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_OPEN_QUESTION = re.compile(
    r"(?:and |but |so )?(?:(?:if|when|after|before|once|in|as)\b[^,?]{1,60}, )?"
    r"(?:(?:in|by|for|to|from|with|on|at|of|about|after) )?"
    r"(?:what|how|who|whom|whose|which|when|where|why)(?:['’]s)?\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\[[^\]]*\]|<[^>]*>|\{[^}]*\}|_{2,}|\bX{1,3}\b|\bTBD\b|\b(?:your|their) name here\b"
)


def prose(card: Card) -> str:
    """The text of a card's five sections."""
    return " ".join((card.do, card.why, *card.say, *card.asks, card.avoid))


def word_count(text: str) -> int:
    """Count words; "e-mail" and "don't" are one each."""
    return len(_WORD.findall(text))


def card_problems(card: Card, today: datetime.date) -> Iterator[Problem]:
    """Every rule that one card breaks by itself."""
    count = word_count(prose(card))
    if not MIN_WORDS <= count <= MAX_WORDS:
        yield (
            f"{count} words in the sections",
            f"{'Shorten' if count > MAX_WORDS else 'Lengthen'} to {MIN_WORDS}-{MAX_WORDS}",
        )
    if len(card.title) > MAX_TITLE:
        yield f"the title has {len(card.title)} characters", f"Shorten it to {MAX_TITLE}"
    if card.reviewed > today:
        yield f"reviewed on {card.reviewed}, which is still to come", "Give the true date"
    for name in ("relationships", "stages", "sources"):
        values = getattr(card, name)
        if len(set(values)) < len(values):
            yield f"'{name}' names something twice", "Name it once"
    yield from _ask_problems(card.asks)
    yield from _say_problems(card.say)


def _ask_problems(asks: tuple[str, ...]) -> Iterator[Problem]:
    if len(asks) > MAX_LINES:
        yield f"{len(asks)} questions in 'Ask yourself'", f"Keep the best {MAX_LINES}"
    for ask in asks:
        if not ask.endswith("?"):
            yield f"'Ask yourself' holds no question: '{ask}'", "End it with a question mark"
        elif not _OPEN_QUESTION.match(ask):
            yield (
                f"not an open question: '{ask}'",
                "Open it with what, how, who, which, when, where",
            )


def _say_problems(say: tuple[str, ...]) -> Iterator[Problem]:
    if len(say) > MAX_LINES:
        yield f"{len(say)} lines in 'Say'", f"Keep at most {MAX_LINES}"
    for line in say:
        found = _PLACEHOLDER.search(line)
        if found:
            yield f"a placeholder in 'Say': {found.group(0)}", "Write what a person would say"

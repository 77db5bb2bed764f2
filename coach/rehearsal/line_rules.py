"""What makes a line fit to be said by a counterpart: short, human, its own, and no secret out."""

import re
from collections.abc import Iterable, Iterator

from coach.rehearsal.scene import Hidden

Problem = tuple[str, str]
"""What is wrong, and what to do about it."""

SLOT = "{said}"
ASSISTANT_WORDS = (
    "great question",
    "good question",
    "excellent question",
    "happy to help",
    "glad to help",
    "here to help",
    "thank you for sharing",
    "thanks for sharing",
    "appreciate you sharing",
    "i appreciate your",
    "feel free",
    "let me know if",
    "i understand your concern",
    "that is a valid",
    "that's a valid",
    "absolutely",
    "i hear you",
    "it sounds like you",
    "as an ai",
    "language model",
    "delve",
    "dive in",
    "unpack",
    "journey",
    "in summary",
    "to summarise",
    "here are some",
    "key takeaway",
    "actionable",
    "game changer",
    "amazing",
    "awesome",
    "step out of your comfort zone",
)
"""What assistants say and people in a workshop, a ward or a council office do not."""

ASSISTANT = re.compile(rf"\b({'|'.join(map(re.escape, ASSISTANT_WORDS))})\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\[[^\]]*\]|_{2,}|\bXX+\b|\bTBD\b|<[^>]*>")
_PLAIN = re.compile(r"[^\w\s{}]")


def plain(text: str) -> str:
    """A line without case and punctuation, by which two lines are the same."""
    return " ".join(_PLAIN.sub(" ", text.replace("’", "'").replace("'", "")).casefold().split())


def word_count(text: str) -> int:
    """How many words a line has, as a listener would count them."""
    return len(plain(text).split())


def line_problems(text: str, most: int) -> Iterator[Problem]:
    """What is wrong with one spoken line of at most ``most`` words."""
    count = word_count(text)
    if count > most:
        yield f"{count} words in “{text}”", f"Say it in {most}"
    if not count:
        yield f"no words in “{text}”", "Write what is said"
    if "!" in text:
        yield f"an exclamation mark in “{text}”", "End it with a full stop"
    if found := ASSISTANT.search(text):
        yield f"“{found.group()}” in “{text}”", "Say it as a person in that place would"
    if found := _PLACEHOLDER.search(text):
        yield f"a placeholder in “{text}”: {found.group()}", "Write the words"
    if not text.rstrip("”’\"')").endswith((".", "?", "!", "…")):
        yield f"no end to “{text}”", "End it with a full stop or a question mark"


def question_problems(text: str, most: int) -> Iterator[Problem]:
    """What is wrong with one question a counterpart asks."""
    yield from line_problems(text, most)
    if not text.endswith("?"):
        yield f"no question in “{text}”", "End it with a question mark"


def slot_problems(text: str, wanted: bool) -> Iterator[Problem]:
    """Whether ``{said}`` stands where it should, in quotation marks, and no other slot does."""
    held = text.count(SLOT)
    if held != int(wanted):
        yield f"{held} times {SLOT} in “{text}”", f"Have it {'once' if wanted else 'nowhere'}"
    elif wanted and f"“{SLOT}”" not in text:
        yield f"{SLOT} without quotation marks in “{text}”", f"Write “{SLOT}”"
    if re.search(r"[{}]", text.replace(SLOT, "")):
        yield f"a brace in “{text}”", f"{SLOT} is the only slot there is"


def repeated(lines: Iterable[str]) -> Iterator[Problem]:
    """Lines that are said twice."""
    seen: set[str] = set()
    for line in lines:
        key = plain(line)
        if key in seen:
            yield f"“{line}” stands there twice", "Keep one"
        seen.add(key)


def leaks(lines: Iterable[str], hidden: Iterable[Hidden]) -> Iterator[Problem]:
    """Lines that give a hidden fact away."""
    words = [word for fact in hidden for word in fact.words]
    for line in lines:
        for word in words:
            if re.search(rf"\b{re.escape(word)}\b", line, re.IGNORECASE):
                yield f"“{line}” gives away a hidden fact ({word})", "Say something else there"


def enough(place: str, lines: tuple[str, ...], least: int) -> Iterator[Problem]:
    """Whether a place has lines enough to last for a talk."""
    if len(lines) < least:
        yield f"{len(lines)} in '{place}'", f"Write at least {least}"

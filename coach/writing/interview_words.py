"""Reads what people answer in the interview: minutes, a kind of talk, times, names, "I don't know".

Only what a field of the brief needs is taken out; the answer itself is kept by whoever asked.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from coach.domain.brief import MAX_MINUTES, MIN_MINUTES
from coach.domain.vocabulary import AskKind
from coach.writing.greeting import is_programme
from coach.writing.lexicon import Lexicon
from coach.writing.text import bare, sentences, tidy, word_count
from coach.writing.wording import Wording

MOST_VAGUE_WORDS = 14
"""A longer answer says something."""
KINDS = (
    AskKind.INTRODUCTION,
    AskKind.VIDEO,
    AskKind.COFFEE,
    AskKind.FEEDBACK,
    AskKind.CALL,
    AskKind.REPLY,
)
"""The kinds an answer may name, in the order in which they are looked for."""
_UNITS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50,
    "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:[.,]5)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_HOURS = (
    (re.compile(r"\b(?:three|3) quarters of (?:an? )?hour", re.I), 45),
    (re.compile(r"\b(?:a )?quarter (?:of )?(?:an? )?hour|\b¼ ?h", re.I), 15),
    (re.compile(r"\b(?:an? |one |1 )?hour and a half|\b(?:one|1) and a half hours", re.I), 90),
    (re.compile(r"\b(?:a )?half (?:an? |of an )?hour|\b½ ?h|\bhalf 1 hour", re.I), 30),
)
_MINUTES = re.compile(
    rf"(?:\b(?P<from>{_NUMBER})\s*(?:-|–|to|or)\s*)?\b(?P<to>{_NUMBER})\s*[- ]?(?:min(?:ute)?s?\b|mn\b|['′])",
    re.I,
)
_IN_HOURS = re.compile(rf"\b(?P<hours>{_NUMBER}|an?)\s*(?:hours?|hrs?|h)\b", re.I)
_BARE = re.compile(
    rf"^\W*(?:about|around|maybe|max\w*|at most|say|perhaps|just|only|like|ca\.?|~)?\s*"
    rf"(?:(?P<from>{_NUMBER})\s*(?:-|–|to|or)\s*)?(?P<to>{_NUMBER})\W*(?:max\w*|at most|or so|please|is enough)?\W*$",
    re.I,
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
_TIMES = re.compile(
    rf"\b(?:(?:on|any|next|this|early|late|the first|the second|either)\s+)*"
    rf"(?:{_DAYS}\b|tomorrow\b|(?:week(?:day|end)s?|mornings?|afternoons?|evenings?|lunchtimes?)\b"
    rf"|(?:after|before|between|at|from)\s+(?:\d|noon|work|school)|next (?:week|month)\b).*$",
    re.I | re.S,
)
_SAID_NAME = re.compile(
    r"^(?:(?:hi|hello|hey)\W+)?(?:my (?:full )?name is|my name's|name'?s?\s*:|i am called|call me|this is|it's)\s+"
    r"(?P<name>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}?)\s*(?:,|;|\.\s|\band\b|–|—| - |$)\s*(?P<rest>.*)$",
    re.I | re.S,
)
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLE = r"(?:van|von|der|den|de|da|di|del|della|la|le|ter|bin|ibn|al|el|dos|du)"
_NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL}){{0,4}}"
_LED_NAME = re.compile(
    rf"^(?:I am|I['’]m|Im)\s+(?P<name>{_NAME})\s*(?:,|;|\.\s|\band\b|–|—| - )\s*(?P<rest>\S.*)$",
    re.S,
)
_COMMA_NAME = re.compile(rf"^(?P<name>{_NAME})\s*(?:,|;|:|–|—| - |\()\s*(?P<rest>\S.*)$", re.S)
_ANY_NAME = re.compile(_NAME)
_PLAIN_COMMA = re.compile(
    r"^(?P<name>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3})\s*,\s*(?P<rest>\S.*)$", re.S
)
_SOMEBODY = re.compile(r"^(?:an?|the|my|some|one|any|our|someone|somebody|anyone|anybody)\b", re.I)
_TO_THEM = re.compile(
    r"^(?:i(?:'d| would)? (?:want|like|wish|am writing|need)(?: to (?:write|reach|talk|speak|meet|ask))?(?: out)?(?: to)?|to|it is|it's|his name is|her name is|their name is)\s+",
    re.I,
)


@lru_cache(maxsize=32)
def _pattern(sources: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sources)})(?!\w)", re.I)


def _listed(wording: Wording, key: str) -> tuple[str, ...]:
    return tuple(phrase.text for phrase in wording.phrases.get(key, ()))


def is_skip(text: str, wording: Wording) -> bool:
    """Whether an answer says that there is none: "I don't know", "skip", nothing at all."""
    plain = tidy(text.replace("’", "'")).strip(" .!,?") or text.strip()
    whole = re.compile(rf"(?:{'|'.join(_listed(wording, 'skip'))})", re.I)
    return not plain or whole.fullmatch(plain) is not None


def is_empty_talk(question: str, text: str, wording: Wording) -> bool:
    """Whether an answer holds no word beside those that fit anybody, for this question."""
    named = _listed(wording, f"vague.{question}")
    if not named or word_count(text) > MOST_VAGUE_WORDS:
        return False
    known = set(" ".join((*named, *_listed(wording, "vague.any"))).split())
    words = re.findall(r"[\w'-]+", text.lower().replace("’", "'"))
    return all(word in known for word in words)


def minutes_in(text: str, *, alone: bool = False) -> int | None:
    """How many minutes an answer speaks of; of "15-20" the larger; None when it names none.

    Args:
        text: the answer.
        alone: a number without a unit counts too, as in the answer to "for how long?".
    """
    for pattern, minutes in _HOURS:
        if pattern.search(text):
            return minutes
    found = _MINUTES.search(text)
    if found is not None:
        return _bounded(_number(found["to"]))
    hours = _IN_HOURS.search(text)
    if hours is not None:
        half = 30 if re.search(r"\band a half\b", text[hours.end() :], re.I) else 0
        given = hours["hours"].lower()
        return _bounded((1 if given in ("a", "an") else _number(given)) * 60 + half)
    bare_number = _BARE.match(text) if alone else None
    return _bounded(_number(bare_number["to"])) if bare_number else None


def _number(text: str) -> float:
    return float(_NUMBERS.get(text.lower(), 0)) or float(text.replace(",", "."))


def _bounded(minutes: float) -> int | None:
    return int(minutes) if MIN_MINUTES <= minutes <= MAX_MINUTES else None


def kind_in(text: str, wording: Wording) -> AskKind | None:
    """What an answer asks for, or None when it names no kind."""
    for kind in KINDS:
        sources = _listed(wording, f"kind.{kind}")
        if sources and _pattern(sources).search(text):
            return kind
    return AskKind.CALL if minutes_in(text) is not None else None


def times_in(text: str) -> str:
    """The days and times an answer to another question names: "a call, on Tuesday after 4"."""
    found = _TIMES.search(text)
    return found.group().strip(" ,;.") if found else ""


@dataclass(frozen=True)
class Named:
    """A name taken out of a line, and the rest of the line."""

    name: str
    rest: str


def reader_in(text: str) -> Named | None:
    """Who an answer names, and what it says of them; None when it gives no name.

    "Dr. Ruiz, director at Harbor" names and describes; "my old boss Tom" names Tom; "a professor
    at my university" names nobody.
    """
    plain = bare(_TO_THEM.sub("", tidy(text)))
    if is_programme(plain) and not _COMMA_NAME.match(plain):
        return Named(plain, "")
    if match := _COMMA_NAME.match(plain) or _PLAIN_COMMA.match(plain):
        return Named(match["name"], bare(match["rest"].rstrip(")")))
    if _SOMEBODY.match(plain):
        names = list(_ANY_NAME.finditer(plain[1:]))
        last = names[-1] if names else None
        at_end = last is not None and last.end() == len(plain) - 1
        return Named(last.group(), "") if last and at_end and not last.group().isupper() else None
    if match := re.match(
        rf"^(?P<name>{_NAME})\s+(?P<rest>(?:from|at|who|in|of)\s.*)$", plain, re.S
    ):
        return Named(match["name"], match["rest"])
    found = _ANY_NAME.search(plain)
    return Named(plain if word_count(plain) <= 5 or found is None else found.group(), "")


def sender_in(text: str, lexicon: Lexicon) -> Named:
    """The name and the rest of a line such as "Priya Nair, data analyst" or "I'm Jo and I weld"."""
    plain = tidy(text)
    for pattern in (_SAID_NAME, _LED_NAME, _COMMA_NAME):
        match = pattern.match(plain)
        if match and not _is_role(match["name"], lexicon):
            return Named(bare(match["name"]), match["rest"].strip())
    return Named("", plain)


def _is_role(name: str, lexicon: Lexicon) -> bool:
    words = name.lower().split()
    return any(lexicon.is_role(word) for word in words) or words[0] in {"a", "an", "the"}


def line_and_facts(text: str) -> tuple[str, list[str]]:
    """A line about oneself as the line and what else was told: sentences after the first."""
    parts = [bare(part) for part in sentences(text)]
    return (parts[0] if parts else "", parts[1:])

"""Mends what hurried typing leaves out or cuts short, where only one thing can be meant."""

import re

_FIRST_DAYS = re.compile(
    r"\b(about|during|in|after|for) ((?:first|last|next) (?:\d+|few|two|three|six) )", re.I
)
_HYPHENED = re.compile(
    r"\b(self|ex) (taught|employed|made|teacher|nurse|pharmacist|manager|army|police|military)\b",
    re.I,
)
_AND = re.compile(r"(?<=[a-z)]) [&+] (?=[a-z])")
_WITH = re.compile(r"(?<!\S)w(/o|/)? ?(?=[A-Za-z])")
_IT_IS = re.compile(
    r"\bits (?=(?:an?|the|been|not|so|really|now|still|just|going|getting|okay|ok|because|(?:much|far|a lot) \w+er|"
    r"(?:hard|easy|good|great|nice|fine|clear|too late|too early)(?: to| that| for| when| if|$|[,.;]))\b)",
    re.I,
)
_WITHOUT = re.compile(
    r"(?<=[a-z]), (?=no (?!worries|problems|thanks|regrets|excuses|hurries)(?:[a-z-]+ )?(?!worries|problems)[a-z]{4,}s$)"
)
_AGREEMENT = re.compile(r"\b(we|you|they) was\b", re.I)


def repaired(text: str) -> str:
    """As in "we was there w/ the first 3 & left" -> "we were there with the first 3 and left"."""
    text = _WITH.sub(_spelled, _AND.sub(" and ", text))
    text = _HYPHENED.sub(r"\1-\2", _AGREEMENT.sub(r"\1 were", text))
    text = _IT_IS.sub(lambda m: f"{m.group()[:2]}'s ", text)
    text = _WITHOUT.sub(", with ", text)
    return _FIRST_DAYS.sub(r"\1 the \2", text)


def _spelled(match: re.Match[str]) -> str:
    """As in "w/ the team", "w/o help", "with me" typed "w me"."""
    alone = match[1] is None and not match.group().endswith(" ")
    return match.group() if alone else "without " if match[1] == "/o" else "with "

"""Makes a sentence of a measure typed without its verb: "complaints down from 9 to 3"."""

import re

from coach.writing.grammar import DETERMINERS, SUBJECT_PRONOUNS
from coach.writing.lexicon import Lexicon

_SINCE = re.compile(r"^since (\w+(?: \d{4})?)\s*[:,]\s+", re.I)
_TREND = re.compile(
    r"^(?P<what>(?!(?:i|we|it|they|he|she)\b)[\w'’-]+(?: [\w'’-]+){0,4}?) (?P<way>up|down) (?P<rest>(?:from|to|by)? ?[£$€]?\d.*)$",
    re.I,
)
_AMOUNT = r"[£$€]?\d[\d.,]*(?: ?%| (?:\w+ )?(?:an?|per|each|every) \w+| \w+)?"
_FROM_TO = re.compile(
    rf"^(?P<what>[\w'’-]+(?: [\w'’-]+){{0,3}}) (?P<how>from {_AMOUNT} to (?:{_AMOUNT}|none|nothing|zero)"
    r"(?: (?:in|within|over|after) (?:\d+|an?|one|two|three|four|five|six|under \w+) \w+)?(?P<since> since \w+)?)$",
    re.I,
)
"""A measure before and after, without a verb: "food cost from 36 to 31 %"."""
_MOVED = frozenset("went fell rose dropped grew came is are was were has have matter".split())
_CAUSED = frozenset(
    "brought got took drove pushed pulled put cut kept reduced lowered raised increased turned shut knocked helped "
    "built scaled ramped moved bring get keep reduce cut put raise push pull drive".split()
)
"""What somebody does to a measure: "brought waste down from 9 % to 4 %"."""
_BY_UNITS = re.compile(
    r"\d[\d.,]*k? (?!(?:per|points?|pts?|times|fold|in|on|since|from|to)\b)[a-z]", re.I
)
"""A number of things, as in "14 temps", rather than a measure, as in "12 %"."""
_COUNTED_DEED = re.compile(
    r"^(?P<what>(?:(?:over|about|nearly|almost|some) )?(?:[£$€]?\d[\d.,]*[km]?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
    r"(?: [\w'’-]+){0,3}?) (?P<deed>[a-z]+)"
    r"(?P<when> (?:so far|since \w+|in [\w ]{2,20}|(?:this|last) \w+|for [\w ]{2,20}|a (?:day|week|month|quarter|year)|to date))?$",
    re.I,
)
_DONE_TO_MANY = frozenset(
    "saved raised trained opened written built published passed planted launched delivered sold hired recruited "
    "mentored coached taught completed finished shipped run won done fixed closed cleared designed painted "
    "installed organised catalogued audited tested repaired rebuilt mended baked cooked handled reviewed".split()
)
"""What the mentee did to what is counted: "9 grand saved"."""
_COUNTED_MEASURE = frozenset("average backlog figure list queue rate score total".split())
"""Measures that want "the" when they are typed bare: "missort rate"."""


def trend(text: str, lexicon: Lexicon) -> str:
    """As in "complaints down from 9 to 3" -> "complaints went down from 9 to 3"; "" if it is none."""
    since = _SINCE.match(text)
    match = _TREND.match(text[since.end() :] if since else text)
    if match is None or _is_done(match["what"], match["rest"], lexicon):
        return ""
    have = "have" if match["what"].endswith("s") else "has"
    went = f"{have} gone" if since else "went"
    tail = f" since {since[1]}" if since else ""
    return f"{match['what']} {went} {match['way']} {match['rest']}{tail}"


def trend_beside(text: str, lexicon: Lexicon) -> str:
    """A deed with what it moved: "set up a board and wait times down from 25 to 9" -> "… and wait times went down …".

    So also "set up a board, the queue from 25 to 9".
    """
    before, comma, after = text.rpartition(", ")
    if comma and (moved := went(after, lexicon)):
        return f"{before}, and {moved}"
    before, joint, after = text.rpartition(" and ")
    shared = {"up", "down"} & set(before.lower().split())  # "got A down by half and B down by 10 %"
    moved = trend(after, lexicon) if joint and not shared else ""
    return f"{before}{joint}{moved}" if moved else text


def _is_done(what: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether the words before "up" or "down" are somebody's deed: "trained up 14 temps"."""
    words = what.lower().split()
    if any(word in _CAUSED for word in words[:1]) or any(
        word in _CAUSED and word in lexicon.past for word in words[1:]
    ):
        return True
    if len(words) > 1 and words[1] not in DETERMINERS:
        return False
    only = words[0]
    told = (only in lexicon.past and only not in lexicon.base) or (
        len(only) > 4 and only.endswith("ed") and not only.endswith("eed")
    )
    return told or (only in lexicon.base and _BY_UNITS.match(rest) is not None)


def went(text: str, lexicon: Lexicon) -> str:
    """As in "food cost from 36 to 31 %" -> "food cost went from 36 to 31 %"; "" if it is none."""
    match = _FROM_TO.match(text.rstrip("."))
    if match is None:
        return ""
    words = match["what"].lower().split()
    tells = words[0] in lexicon.base or any(
        word in SUBJECT_PRONOUNS | _MOVED
        or word.endswith("ed")
        or lexicon.past.get(word, word) != word
        for word in words
    )
    if tells:
        return ""
    the = "the " if words[-1] in _COUNTED_MEASURE else ""
    have = "have" if words[-1].endswith("s") else "has"
    moved = f"{have} gone" if match["since"] else "went"
    return f"{the}{match['what']} {moved} {match['how']}"


def set_apart(text: str, lexicon: Lexicon) -> str:
    """A measure and what is told beside it as two sentences: "remakes from 3 a week to none, the boss noticed"."""
    for head, comma, rest in (text.partition(", "), text.rpartition(", ")):
        if comma and (went(head, lexicon) or went(rest, lexicon)):
            return f"{head}. {rest}"
    return text


def counted_deed(text: str, lexicon: Lexicon) -> str:
    """As in "9 grand saved" -> "saved 9 grand"; "" if it is none."""
    match = _COUNTED_DEED.match(text)
    if match is None or match["deed"] not in _DONE_TO_MANY:
        return ""
    deed = match["deed"]
    past = lexicon.to_past.get(lexicon.participle.get(deed, ""), deed)
    return f"{past} {match['what']}{match['when'] or ''}"

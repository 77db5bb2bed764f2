"""Words the request: what for, how long, when, and an easy way to say no."""

import datetime
import re

from coach.domain.brief import Brief
from coach.domain.dates import MONTHS
from coach.domain.vocabulary import AskKind, Channel, Purpose, Style
from coach.writing.deadline import event_in, is_deadline
from coach.writing.fragment import Form
from coach.writing.piece import Piece
from coach.writing.text import bare, condense, is_blank, recase, sentences, tidy
from coach.writing.voice import Voice
from coach.writing.when import FULL_DAYS
from coach.writing.wording import Wording

DEFAULT_MINUTES = 20
BY_REPLY = frozenset(
    {
        Purpose.FOLLOW_UP,
        Purpose.RECONNECT,
        Purpose.REPLY_TO_NO,
        Purpose.PROGRESS_UPDATE,
        Purpose.PROGRAMME_APPLICATION,
        Purpose.INTRODUCTION_REQUEST,
    }
)
"""Purposes that ask for a line by reply, unless the brief wants a talk."""
MEETINGS = {AskKind.VIDEO: "video call", AskKind.CALL: "call", AskKind.COFFEE: "coffee"}
_TIMED = (*MEETINGS, AskKind.ADVOCACY, AskKind.FEEDBACK)
"""What is asked for by the minute; in coach style only when the mentee says how many."""
BY = {AskKind.VIDEO: " by video", AskKind.CALL: " by phone"}
_FLEXIBLE = re.compile(
    r"^(?:(?:i(?:'m| am) )?(?:flexible|no preference|up to you|open|at your convenience|asap|soon\w*|as soon as|"
    r"no (?:rush|hurry)|when(?:ever)? (?:it |you )?(?:suits|have (?:time|a moment)|can|(?:are|is) free)|whenever$|you choose|your choice)\b|any ?time(?: is fine| works| "
    r"really\b.*| at all)?$)",
    re.I,
)
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_BARE_TIME = re.compile(
    r"^(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|h)?(?:\s*(?:-|–|to)\s*\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|h)?)?|noon|midday)$",
    re.I,
)
_BULLET = re.compile(r"^\s*(?:[-*•–·]|\d[.)])\s+")
_REASON = re.compile(r"(?:,?\s+(?:because|as|since)|,\s*I(?:['’]\w+)?)\s.*$|,?\s+please$", re.I)
_BARRED = re.compile(
    r"^,? ?(?:but )?(?:just )?(?:not|except|bar|apart from|but) (?:on |at )?(?P<what>[\w :/-]{3,40})$",
    re.I,
)
_SHORT_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?", re.I
)
_ASIDE = re.compile(
    r",\s*(?P<aside>(?:I(?:['’]\w+)?|(?:my|our|the) [\w ]{2,20}? (?:is|are|ends?|starts?|finish(?:es)?))\s[^,;]+)$"
)
_SUITS = re.compile(r"\s+(?:work|ok|okay|fine|possible|suit)(?: for you)?$", re.I)
_DAYS = re.compile(
    r"\b(?:mon|tues?|wed|weds|thu|thurs?|fri|sat|sun)(?:days?|nesdays?|rsdays?|urdays?)?\b(?!['’][a-z]|-(?!mon|tue|wed|thu|fri|sat|sun)[a-z])",
    re.I,
)
_ANY_DAY = r"((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
_MONTHS = {name[:3].lower(): name for name in MONTHS}
_DAY_RANGE = re.compile(rf"{_ANY_DAY}\s?[-–]\s?{_ANY_DAY}")
_DAY_CHOICE = re.compile(rf"{_ANY_DAY}\s?/\s?(?={_ANY_DAY})")
_HALF_DAY = re.compile(rf"{_ANY_DAY} (pm|am|eve|morn|aft)\b(?!['’])", re.I)
_HALVES = {
    "pm": "afternoon",
    "aft": "afternoon",
    "am": "morning",
    "morn": "morning",
    "eve": "evening",
}
_OFFER = re.compile(
    r"^(?:(?:can|could) (?:you|we) (?:do|meet|talk)|would|does|do|is|how about|what about|maybe|perhaps|possibly|"
    r"ideally|preferably)\s+(?:on )?",
    re.I,
)
PLAIN_TIMES = frozenset(
    "any next this tomorrow mornings afternoons evenings weekends early late end first sometime either "
    "most weekday weekdays lunchtime lunchtimes all every the two three anytime noon".split()
)
WHEN_OPENERS = frozenset(
    "in by after before from during between around once when if within until throughout over any".split()
) - {"any"}


def ask_kind(brief: Brief) -> AskKind:
    """What is asked for: as given; else a call, or a reply where the smallest favour is fitting."""
    if brief.ask.kind is not None:
        return brief.ask.kind
    timed = brief.ask.minutes is not None or not is_blank(brief.ask.when)
    small = brief.channel is Channel.LINKEDIN_NOTE or brief.purpose in BY_REPLY
    return AskKind.REPLY if small and not timed else AskKind.CALL


def ask_piece(brief: Brief, wording: Wording, *, about: str = "", variant: int = 0) -> Piece:
    """The sentence that asks. ``about`` is added when the topic is not said elsewhere."""
    kind = ask_kind(brief)
    sources = tuple(
        f"ask.{key}" for key in ("kind", "minutes") if getattr(brief.ask, key) is not None
    )
    key = kind.value if kind not in MEETINGS else "coffee" if kind is AskKind.COFFEE else "talk"
    untimed = brief.style is Style.COACH and brief.ask.minutes is None
    suffix = "-about" if about else "-untimed" if untimed and kind in _TIMED else ""
    text = wording.choose(
        f"ask.{key}{suffix}",
        brief,
        variant,
        minutes=str(brief.ask.minutes or DEFAULT_MINUTES),
        kind=MEETINGS.get(kind, ""),
        by=BY.get(brief.ask.kind, "") if brief.ask.kind else "",
        topic=about,
    )
    return Piece(text, "ask", sources)


_NO_TIME = re.compile(r"\W*(?:on|at)?[\W_]*", re.I)
"""A beginning of which no time came."""


def times_piece(brief: Brief, voice: Voice, wording: Wording) -> Piece | None:
    """When the mentee can talk; nothing when a written reply is asked for."""
    kind = ask_kind(brief)
    key, text = _when(brief, voice)
    if kind in (AskKind.REPLY, AskKind.INTRODUCTION) or (kind not in MEETINGS and not key):
        return None
    if not key:
        return None
    aside = _aside(brief, voice)
    chosen = text if key == "sentence" else wording.choose(f"times.{key}", brief, x=text)
    event, free = event_in(_typed(brief, voice))
    lead = voice.sentence(event) if event and not is_blank(free) else ""
    said = " ".join(filter(None, (lead, voice.sentence(chosen), aside)))
    return Piece(said, "times", ("ask.when",))


def names_times(brief: Brief, voice: Voice) -> bool:
    """Whether anything says when the mentee is free."""
    text = _typed(brief, voice)
    event, free = event_in(text)
    return not is_blank(free if event else text)


def event_piece(brief: Brief, voice: Voice) -> Piece | None:
    """The dated event typed where times are asked for: "The panel is on 14 December."."""
    event = event_in(_typed(brief, voice))[0]
    return Piece(voice.sentence(event), "times", ("ask.when",)) if event else None


def deadline_of(brief: Brief, voice: Voice) -> str:
    """What is asked for by when, if that is all that was typed: "before the board meets"; else ""."""
    text = _typed(brief, voice)
    return f"{text[:1].lower()}{text[1:]}" if is_deadline(text) else ""


def _aside(brief: Brief, voice: Voice) -> str:
    """What they add after the times, as its own sentence: "any Tuesday, I'm in Edinburgh"."""
    match = _ASIDE.search(recase(bare(tidy(brief.ask.when)), voice.names))
    short = match is not None and len(match["aside"].split()) <= 9
    return voice.sentence(bare(match["aside"])) if match and short else ""


def _typed(brief: Brief, voice: Voice) -> str:
    """What was typed about times: one line, days and dates in full."""
    if is_blank(brief.ask.when):
        return ""
    lines = [
        bare(_BULLET.sub("", line)) for line in brief.ask.when.splitlines() if not is_blank(line)
    ]
    text = " or ".join(lines) if all(len(line.split()) < 7 for line in lines) else lines[0]
    text = bare(next(iter(sentences(tidy(text))), "")).rstrip("?")
    text = voice.address.to_you(recase(_ISO_DATE.sub(_readable_date, text), voice.names))
    text = days_in_full(text.lower() if text.isupper() else text)
    return "" if _NO_TIME.fullmatch(text) else text


def _when(brief: Brief, voice: Voice) -> tuple[str, str]:
    """How the times can be joined, and their text; ("", "") when none are given."""
    text = _typed(brief, voice)
    if is_blank(text):
        return "", ""
    event, free = event_in(text)
    if event and is_blank(free):
        return "sentence", event
    if event:
        return _joined(free, voice)
    if flexible := _FLEXIBLE.match(text):
        barred = _BARRED.match(text[flexible.end() :])
        return ("given", f"any time except {barred['what']}") if barred else ("flexible", "")
    if _OFFER.match(text):
        text = _OFFER.sub("", _SUITS.sub("", text))
    text = _ASIDE.sub("", text)
    text = condense(_REASON.sub("", text), 18)
    return _joined(text, voice)


def days_in_full(text: str) -> str:
    """As in "mon/tue pm" -> "Monday or Tuesday afternoon", "thurs 26th" -> "Thursday 26th"."""
    text = _SHORT_MONTH.sub(lambda m: f"{m[1]} {_MONTHS[m[2][:3].lower()]}", text)
    text = _DAYS.sub(_full_day, text)
    text = _DAY_RANGE.sub(r"\1 to \2", text)
    text = _DAY_CHOICE.sub(r"\1 or ", text)
    return _HALF_DAY.sub(lambda m: f"{m[1]} {_HALVES[m[2].lower()]}", text)


def _full_day(match: re.Match[str]) -> str:
    word = match.group()
    if len(word) > 6:
        return word.capitalize()
    day = next(day for day in FULL_DAYS if day[:3] == word[:3].capitalize())
    plural = word.lower() in {"mons", "fris", "suns", "sats", "weds."} or word.lower().endswith(
        "days"
    )
    return f"{day}s" if plural else day


def _joined(text: str, voice: Voice) -> tuple[str, str]:
    """The frame a text about times needs."""
    fragment = voice.forms.of(text)
    if fragment.form is Form.FIRST and fragment.first not in WHEN_OPENERS:
        return "sentence", text
    if re.match(r"^(?:free|available|off)\b", text, re.I):
        return "sentence", f"I am {text[:1].lower()}{text[1:]}"
    if fragment.first in {"on", "at"}:
        return "given", text[len(fragment.first) :].lstrip(" /:;,")
    if text.lower().startswith("not "):
        return "given", f"any time except {text[4:]}"
    if fragment.first in WHEN_OPENERS:
        return "when", text[:1].lower() + text[1:]
    if fragment.first in {"through", "via", "with"}:
        return "plain", text
    if "," in text and re.search(r"\b(?:are|is|am)\b", text):
        return "plain", text
    main = re.sub(r"\([^)]*\)|\b(?:when|while|if|once)\b.*", "", text)
    if re.search(r"\b(?:are|is)\b", main) or (
        fragment.form is Form.CLAUSE and not re.search(r"\bmay\b", text, re.I)
    ):
        return "sentence", text
    if _BARE_TIME.match(text):
        return "clock", text
    text = re.sub(r"^(weeks?) (?=of|commencing|beginning)", r"the \1 ", text, flags=re.I)
    text = re.sub(
        r"^(morning|afternoon|evening|lunchtime|weekend)(?= \(|$| in )", r"\1s", text, flags=re.I
    )
    first = text.split()[0].lower()
    return "given", text[:1].lower() + text[1:] if first in PLAIN_TIMES else text


def _readable_date(match: re.Match[str]) -> str:
    try:
        date = datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return match[0]
    return f"{date.day} {date:%B %Y}"

"""Says where two people know each other from, or how long ago they last met."""

import re
from collections.abc import Iterator

from coach.domain.vocabulary import Channel
from coach.writing.fragment import Form
from coach.writing.grammar import DETERMINERS
from coach.writing.material import Material
from coach.writing.moves import Move
from coach.writing.past import NAMED_HEADS, Told, dated_in, tells_of_company
from coach.writing.piece import Piece
from coach.writing.text import condense, is_blank, word_count
from coach.writing.their_reply import without_reply

_MET = re.compile(r"(?:talking with|meeting) me\b")
_PUBLIC = re.compile(
    r"^I(?:['’]ve| have)? (?:\w+ly |just )?(?:read|saw|seen|heard|watched|listened|found|came across|come across|follow\w*|"
    r"attended|know of)\b(?!.*\b(?:with you|we|us)\b)",
    re.I,
)
"""Knowing somebody as any stranger might: "I read your article"."""
_LAST = re.compile(
    r"(?:we )?last (?P<verb>spoke|talked|met|chatted|worked together)\b(?: to (?:her|him|them))?(?P<rest>.*)",
    re.I,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
MOST_SHARED = 18
"""Words of a shared past that open a message."""
MOST_NAMED = 9
"""Words of a shared past that is only named."""
_CLAUSE_END = re.compile(r"[,;.]\s|\s[-–—]\s")
_YEAR_AT_END = re.compile(r"(?<!in)(?<!of) ((?:19|20)\d\d)$")
_JOINT_VERBS = frozenset(
    "shared worked studied volunteered lived trained played served sang sat".split()
)
_BY_NAME = re.compile(r"(?:the|our) ")
_EVENT = re.compile(
    r"\b(?:talks?|calls?|chats?|conversations?|meetings?|sessions?|coffee|tea|lunch|dinner|breakfast|brunch|drinks?|"
    r"walk|visit|tour|course|class|workshop|conference|summit|fair|event|placement|internship|programme|program|"
    r"scheme|project|training(?! (?:centre|center|college|school|ground))|interview|trip|graduation|exam|lesson|year|term|season|retreat|camp)\b",
    re.I,
)
"""What is over at some time; a choir or a firm is not."""


def known(m: Material) -> Iterator[Piece]:
    """Where the two know each other from: as told, else the last time they met.

    A past they share comes before what any stranger may know of the reader.
    """
    stranger = m.connection is not None and _PUBLIC.match(m.connection.text) is not None
    shared = _since(m) or _shared(m) or _known_from(m) if stranger or not m.connection else None
    if shared:
        yield shared
    if m.connection and not (shared and m.brief.channel is Channel.LINKEDIN_NOTE):
        yield m.connection
    if m.connection and not shared and (last := _last(m)):
        yield last


def _last(m: Material) -> Piece | None:
    """When the two last spoke, with what was new then: "We last spoke in 2019."."""
    for told, entry in zip(m.past.entries, m.brief.history, strict=True):
        match = _LAST.match(entry.what.strip())
        if match is None:
            continue
        year = _YEAR.search(match["rest"].partition(",")[0])
        when = told.when or (f"in {year[1]}" if year else "")
        if not when:
            return None
        tail = m.voice.fragment(match["rest"].partition(",")[2])
        then = m.voice.sentence(tail.text) if tail.first in {"you", "you'd"} else ""
        text = f"We last {match['verb'].lower()} {when}. {then}".strip()
        return Piece(text, "connection", ("history.date", "history.what"))
    return None


def _since(m: Material) -> Piece | None:
    """How long ago the two last met or talked; nothing where the reader did something else."""
    latest = m.past.latest
    if latest is None or (_together(m, latest) and not _MET.match(latest.occasion)):
        return None
    text = re.sub(r"^talking with me\b", "we talked", latest.occasion)
    text = re.sub(r"^meeting me\b", "we met", text)
    when = "" if dated_in(text, latest.when) or not latest.when else f" {latest.when}"
    if text == latest.occasion and _BY_NAME.match(text) and not _EVENT.search(text):
        return None
    if text == latest.occasion and not _BY_NAME.match(text):
        if not {"me", "my"} & set(text.lower().split()):
            return None
        return Piece(m.say("thanks-for", x=f"{text}{when}"), "connection", ("history.what",))
    return Piece(f"It has been a while since {text}{when}.", "connection", ("history.what",))


def _shared(m: Material) -> Piece | None:
    """The latest entry that tells what the two did or were to each other, as a sentence."""
    for entry in reversed(m.past.entries):
        if text := _together(m, entry):
            dated = bool(entry.when) and not dated_in(text, entry.when)
            whole = f"{text.rstrip('.')} {entry.when}." if dated else text
            sources = ("history.date", "history.what") if dated else ("history.what",)
            return Piece(whole, "connection", sources)
    return None


def _known_from(m: Material) -> Piece | None:
    """A shared past that is only named: "mentoring programme 2023, we stopped when …"."""
    for entry in reversed(m.past.entries):
        what = without_reply(m.brief.history[entry.number].what)
        head = _YEAR_AT_END.sub(r" in \1", _CLAUSE_END.split(what.strip(), maxsplit=1)[0])
        fragment = m.voice.fragment(head)
        named = fragment.form is Form.NOUN or bool(NAMED_HEADS & set(fragment.words[1:3]))
        if named and tells_of_company(what) and word_count(head) <= MOST_NAMED:
            known = fragment.text
            owned = fragment.first in DETERMINERS or known[:1].isupper()
            text = m.say("connection.because", x=known if owned else f"the {known}")
            return Piece(text, "connection", ("history.what",))
    return None


def _together(m: Material, entry: Told) -> str:
    """As in "We shared a studio until 2023." and "You supervised my placement."; else ""."""
    what = without_reply(m.brief.history[entry.number].what)
    if is_blank(what) or not tells_of_company(what):
        return ""
    fragment = m.voice.fragment(condense(what, MOST_SHARED))
    words = set(fragment.words)
    mine, yours = words & {"me", "my", "i"}, words & {"you", "your"}
    if fragment.form is Form.SECOND and fragment.first == "you" and mine:
        return m.voice.sentence(fragment.text)
    if fragment.form is Form.FIRST and (yours or fragment.first == "we"):
        return m.voice.sentence(fragment.text)
    if entry.occasion.startswith("being my "):
        return m.voice.sentence(f"you were {entry.occasion.removeprefix('being ')}")
    if fragment.form is not Form.PAST:
        return ""
    if (fragment.first in _JOINT_VERBS or "together" in words) and not mine | yours:
        return m.voice.sentence(f"we {fragment.text}")
    if yours:
        return m.voice.sentence(f"I {fragment.text}")
    return m.voice.sentence(f"you {fragment.text}") if mine and entry.occasion else ""


KNOWN_MOVES: dict[str, Move] = {"known": known}

"""The moves of an application to a programme: to what, why, what to work on, and whom with."""

import re
from collections.abc import Iterator

from coach.writing.greeting import is_programme, reader_name
from coach.writing.material import Material
from coach.writing.moves import Move, is_indirect
from coach.writing.piece import Piece
from coach.writing.reasons import why_piece
from coach.writing.text import title_name

RUN_BY = re.compile(r"\b(?:coordinators?|committee|office|organi[sz]ers?|panel|team)$", re.I)
"""Names of those who run a programme, which nobody applies to."""
_PLACE = re.compile(r"(?:an? |the |my )?(?:place|spot|seat)\b", re.I)
_APPLYING = re.compile(
    r"^(?:applying (?:to|for)|joining|my application (?:to|for)|an application (?:to|for)|application (?:to|for))\s+",
    re.I,
)
_A_PROGRAMME = re.compile(
    rf"(?:{_APPLYING.pattern.removeprefix('^')})?(?:(?:the|your)\s(?:[\w'’&-]+\s){{1,7}}?|(?-i:(?:[A-Z0-9][\w'’&-]*\s(?:of\s|for\s|in\s|and\s)?)+)|your\s)"
    r"(?:program(?:me)?|scheme|fellowship|academy)(?:\s(?:19|20)\d\d)?$",
    re.I,
)
"""A definite programme and nothing else; "a mentoring programme for nurses" may be one's own plan."""


def apply(m: Material) -> Iterator[Piece]:
    """The application: to what, by its name if it is given."""
    brief = m.brief
    for field, name in (
        ("name", reader_name(brief)),
        ("organisation", brief.recipient.organisation),
    ):
        if is_programme(name) and not RUN_BY.search(programme_name(name)):
            text = m.say("apply.named", x=programme_name(title_name(name)))
            yield Piece(text, "ask", (f"recipient.{field}",))
            return
    if topic_programme(m):
        yield Piece(m.say("apply.named", x=applied_to(m.matter.about)), "ask", ("topic",))
        return
    if _PLACE.match(m.matter.about):
        about = m.matter.about
        place = about if re.match(r"(?:an?|the|my) ", about) else f"a {about}"
        yield Piece(m.say("apply.place", x=place), "ask", ("topic",))
        return
    yield Piece(m.say("apply.open"), "ask")


def topic_programme(m: Material) -> bool:
    """Whether the topic only names the programme applied to: "the Young Park Leaders programme"."""
    about = m.matter.about
    return bool(about) and _A_PROGRAMME.match(about) is not None


def applied_to(about: str) -> str:
    """A topic that names a programme, as it follows "apply to"."""
    plain = _APPLYING.sub("", about)
    return plain if re.match(r"(?:the|your)\b", plain, re.I) else f"the {plain}"


_PROPER = re.compile(r"[A-Z\d].* (?:Mentoring|Coaching|mentoring|coaching)$")
"""A programme called after what it does: "New Roots Mentoring"."""


def programme_name(name: str) -> str:
    """A programme as it follows "apply to": "the Step Up Mentoring Programme"."""
    whole = re.sub(r"^(?:the|our) ", "", name, flags=re.I)
    plain = re.sub(r"\s+(?:team|office|committee|organi[sz]ers?|panel)$", "", whole, flags=re.I)
    if _PROPER.match(whole) and not re.match(r"the ", name, re.I):
        return whole
    return f"the {plain if is_programme(plain) and ' ' in plain else whole}"


def why_programme(m: Material) -> Iterator[Piece]:
    """Why this programme."""
    piece = why_piece(m.brief, m.voice, m.wording, limit=m.extent.why)
    if piece:
        yield piece


def goal(m: Material) -> Iterator[Piece]:
    """What the mentee wants to work on, and whom with."""
    about = m.matter.about
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif about and (_PLACE.match(about) or topic_programme(m)):
        return
    elif about:
        key = "goal.indirect" if is_indirect(about) else "goal"
        yield Piece(m.say(key, x=about), "topic", ("topic",))


def match(m: Material) -> Iterator[Piece]:
    """The kind of match that is wanted."""
    if not m.coaching:
        named = not m.asked and (_PLACE.match(m.matter.about) or topic_programme(m))
        key = "match.open" if named else "match"
        yield Piece(m.say(key), "match", ("relationship",))


def bring(m: Material) -> Iterator[Piece]:
    """The question the mentee would bring to a match."""
    for asked in m.asked[:1]:
        source = ("questions",) if m.brief.questions else ("topic",)
        if asked.clause:
            clause = asked.clause
            yield Piece(m.say("bring.clause", x=clause), "specific-question", source)
        else:
            text = m.say("bring", x=asked.direct[:1].lower() + asked.direct[1:])
            yield Piece(_cased(text, asked.direct), "specific-question", source)


def _cased(text: str, question: str) -> str:
    """Give back the capital of "I" or a name that opens a question."""
    first = question.split()[0]
    return (
        text.replace(question[:1].lower() + question[1:], question)
        if first in {"I", "I'm"}
        else text
    )


PROGRAMME_MOVES: dict[str, Move] = {
    "apply": apply,
    "why-programme": why_programme,
    "goal": goal,
    "match": match,
    "bring": bring,
}

"""Tells which kind of meeting a brief plans, and which kind of look back it asks for.

Nobody types a kind: it follows from what the brief says anyway. The rules stand here and nowhere
else, for the writer plans by them and the review checks by them; the words they look for are data
(``knowledge/wording/kinds.yaml``).

==========  =============================================================================
meeting     when (the first line that fits decides)
==========  =============================================================================
last        the purpose is closing, or the words say that it is the last meeting
first       the meeting's number is 1, or there is no number, nothing has happened before
            and the words say so
feedback    the ask is for feedback
sponsor     the ask is for advocacy, or the counterpart is a sponsor
feedback    the words ask what somebody thinks of the mentee's own work
coaching    the counterpart is a coach
decision    the words weigh a choice of the mentee's own
regular     otherwise
==========  =============================================================================

A first or last meeting has a *focus* as well, told by the other lines: the first meeting with a
coach works on a goal, the first with somebody who is asked about a choice weighs that choice.

==========  =============================================================================
look back   when (the first line that fits decides)
==========  =============================================================================
unanswered  the topic says that nobody answered, or the notes do and there was no meeting
hard        something hurt, went wrong or was fought over, or the feelings say so, and no
            goal was reached
milestone   the purpose is closing, or a goal was reached or a period ended
first-talk  the meeting's number is 1, or the words say so
regular     otherwise
==========  =============================================================================
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.strict_yaml import load_mapping
from coach.domain.vocabulary import AskKind, Purpose, Relationship
from coach.errors import KnowledgeError

CUES = (
    "first-meeting",
    "last-meeting",
    "ending-topic",
    "feedback",
    "decision",
    "decision-question",
    "unanswered",
    "answered-by-me",
    "hard",
    "hard-topic",
    "hard-feelings",
    "criticised",
    "disagreed",
    "mild",
    "milestone",
    "not-mine",
    "first-talk",
    "note-said",
    "note-asked",
    "note-insight",
    "note-stuck",
    "note-agreed",
    "note-sent",
    "note-silence",
    "note-ahead",
    "note-logistics",
    "note-weighty",
    "feeling-good",
    "feeling-bad",
    "not-good",
    "dated",
    "theirs",
    "own-fault",
    "others-said",
)


class MeetingKind(StrEnum):
    """What a meeting is for."""

    FIRST = "first"
    REGULAR = "regular"
    FEEDBACK = "feedback"
    DECISION = "decision"
    SPONSOR = "sponsor"
    COACHING = "coaching"
    LAST = "last"


class LookBack(StrEnum):
    """What is thought back over."""

    FIRST_TALK = "first-talk"
    REGULAR = "regular"
    HARD = "hard"
    UNANSWERED = "unanswered"
    MILESTONE = "milestone"


@dataclass(frozen=True)
class KindWords:
    """The words by which kinds are told; expressions, compiled when first used with a name."""

    expressions: dict[str, str]

    def says(self, cue: str, texts: Iterable[str], name: str = "") -> bool:
        """Whether one of ``texts`` has the words called ``cue``; ``name`` is the counterpart's."""
        pattern = _compiled(self.expressions[cue], name)
        return any(pattern.search(text.replace("’", "'").strip()) for text in texts if text)


def meeting_kind(brief: AgendaBrief, words: KindWords) -> MeetingKind:
    """The kind of the meeting, by the table above."""
    matter = _matter(brief)
    if brief.purpose is Purpose.CLOSING or words.says("last-meeting", matter):
        return MeetingKind.LAST
    number = brief.meeting.number
    named_first = words.says("first-meeting", [*matter, brief.meeting.format])
    if number == 1 or (number is None and not has_past(brief) and named_first):
        return MeetingKind.FIRST
    return meeting_focus(brief, words)


def meeting_focus(brief: AgendaBrief, words: KindWords) -> MeetingKind:
    """What the main part of the meeting does, whichever meeting it is in the row."""
    matter = _matter(brief)
    if brief.ask.kind is AskKind.FEEDBACK:
        return MeetingKind.FEEDBACK
    if words.says("feedback", [brief.topic]) and brief.ask.kind is None:
        return MeetingKind.FEEDBACK
    if brief.ask.kind is AskKind.ADVOCACY or brief.relationship is Relationship.SPONSOR:
        return MeetingKind.SPONSOR
    leading = [brief.topic, *brief.goals, *brief.questions[:1]]
    if words.says("feedback", matter) and words.says("feedback", leading):
        return MeetingKind.FEEDBACK
    if brief.relationship is Relationship.COACH:
        return MeetingKind.COACHING
    if words.says("decision", [brief.topic, *brief.goals]) or words.says(
        "decision-question", brief.questions
    ):
        return MeetingKind.DECISION
    return MeetingKind.REGULAR


def _matter(brief: AgendaBrief) -> list[str]:
    return [brief.topic, *brief.goals, *brief.questions]


def has_past(brief: AgendaBrief) -> bool:
    """Whether anything in the brief happened with this person before."""
    return bool(brief.open_actions or brief.last_advice or brief.updates or brief.history)


def look_back(brief: ReflectionBrief, words: KindWords) -> LookBack:
    """The kind of look back, by the table above."""
    told = [brief.topic, *brief.notes]
    if _unanswered(brief, words):
        return LookBack.UNANSWERED
    name = brief.recipient.name
    heavy = [
        f
        for f in brief.feelings
        if not words.says("mild", [f]) and not words.says("feeling-good", [f])
    ]
    hurt = words.says("hard-topic", [brief.topic]) or words.says("hard-feelings", heavy)
    reached = words.says("milestone", told) and not words.says("not-mine", told)
    if not reached and (hurt or words.says("hard", brief.notes, name)):
        return LookBack.HARD
    if brief.purpose is Purpose.CLOSING or reached:
        return LookBack.MILESTONE
    first = words.says("first-talk", [*told, brief.meeting.format])
    if brief.meeting.number == 1 or (brief.meeting.number is None and first):
        return LookBack.FIRST_TALK
    return LookBack.REGULAR


def _unanswered(brief: ReflectionBrief, words: KindWords) -> bool:
    """Silence is told of; a meeting that took place is not silence."""
    if words.says("unanswered", [brief.topic]) and not words.says("answered-by-me", [brief.topic]):
        return True
    met = brief.meeting.number is not None or bool(brief.advice_received)
    told = [note for note in brief.notes if not words.says("answered-by-me", [note])]
    return not met and words.says("unanswered", [*told, *brief.feelings])


@lru_cache(maxsize=4)
def load_kind_words(knowledge: Path) -> KindWords:
    """Read ``wording/kinds.yaml``.

    Raises:
        KnowledgeError: naming the file and the entry that is wrong.
    """
    path = knowledge / "wording" / "kinds.yaml"
    try:
        data = load_mapping(path)
        expressions = {cue: _whole_words(data[cue]) for cue in CUES}
        for expression in expressions.values():
            _compiled(expression, "")
    except (KeyError, TypeError, re.error) as error:
        fix = "Restore it from the repository."
        raise KnowledgeError(f"{path}: the words cannot be read ({error})", fix) from error
    return KindWords(expressions)


def _whole_words(expressions: list[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(expressions)})(?!\w)"


@lru_cache(maxsize=256)
def _compiled(expression: str, name: str) -> re.Pattern[str]:
    """The expression with ``{name}`` filled in; capitals matter only where it asks for them."""
    parts = [name, *(part for part in name.split() if len(part.strip(".")) > 2)]
    named = "|".join(map(re.escape, parts)) if name else "(?!)"
    return re.compile(expression.replace("{name}", named), re.I)

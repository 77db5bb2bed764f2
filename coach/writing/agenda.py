"""Plans a meeting by its kind: timed parts, most important first, in the mentee's own words."""

from pathlib import Path

from coach.domain.brief import AgendaBrief
from coach.domain.kinds import (
    MeetingKind,
    has_past,
    load_kind_words,
    meeting_focus,
    meeting_kind,
)
from coach.domain.results import AgendaDraft, AgendaItem
from coach.writing.agenda_kinds import order_of
from coach.writing.agenda_parts import part_of
from coach.writing.meeting import Meeting
from coach.writing.preparation import prepare
from coach.writing.text import is_blank
from coach.writing.timetable import fit
from coach.writing.voice import Voice
from coach.writing.wording import Wording

DEFAULT_MINUTES = 30
_INDIRECT = (MeetingKind.FIRST, MeetingKind.REGULAR, MeetingKind.COACHING)
"""Kinds whose purpose is worded otherwise for an indirect question: "how to start"."""


def write_agenda(
    brief: AgendaBrief, voice: Voice, wording: Wording, knowledge: Path
) -> AgendaDraft:
    """The agenda of one meeting; its minutes add up to the meeting's.

    Args:
        brief: what the mentee told us.
        voice: their voice.
        wording: the phrases of agendas.
        knowledge: the folder with the words by which the kind is told.
    """
    words = load_kind_words(knowledge)
    meeting = Meeting(
        brief,
        voice,
        wording,
        kind=meeting_kind(brief, words),
        focus=meeting_focus(brief, words),
        minutes=brief.meeting.minutes or DEFAULT_MINUTES,
        about_ending=words.says("last-meeting", [brief.topic])
        or words.says("ending-topic", [brief.topic]),
    )
    names = order_of(meeting.kind, meeting.focus, brief.relationship, meeting.minutes)
    parts = [part for name in names if (part := part_of(name, meeting)) is not None]
    fitted = fit(parts, meeting.minutes)
    items = tuple(
        AgendaItem.model_validate(
            {
                "minutes": time,
                "title": part.title,
                "why": part.why,
                "questions": tuple(question.text for question in part.questions),
                "from": part.sources,
            }
        )
        for part, time in zip(fitted.parts, fitted.times, strict=True)
    )
    return AgendaDraft(
        style=brief.style,
        title=_title(meeting),
        purpose=_purpose(meeting),
        minutes=meeting.minutes,
        items=items,
        prepare=prepare(meeting, fitted),
    )


def _title(meeting: Meeting) -> str:
    """Which meeting with whom."""
    number = meeting.brief.meeting.number
    numbered = number and meeting.kind not in (MeetingKind.FIRST, MeetingKind.LAST)
    key = f"title.{meeting.kind}{'-numbered' if numbered else ''}"
    return meeting.say(key, number=str(number or ""))


def _purpose(meeting: Meeting) -> str:
    """What the meeting is for, in a sentence or two."""
    kind, matter = meeting.kind, meeting.matter
    if matter.about and kind is not MeetingKind.LAST:
        return meeting.say(_purpose_key(meeting), x=matter.about)
    plain = f"purpose.{kind}.plain"
    asked = [text for text in meeting.brief.questions if not is_blank(text)]
    if kind is MeetingKind.REGULAR and (asked or matter.asked):
        plain = "purpose.asked.plain"
    elif kind is MeetingKind.REGULAR and matter.statement:
        plain = "purpose.statement.plain"
    elif kind is MeetingKind.REGULAR and meeting.worries and not has_past(meeting.brief):
        plain = "purpose.worries.plain"
    said = matter.statement or ("" if meeting.only_asked else matter.asked)
    if kind is MeetingKind.LAST or not said:
        return meeting.say(plain)
    return f"{meeting.say(plain)} {meeting.say('purpose.statement', x=said)}"


def _purpose_key(meeting: Meeting) -> str:
    kind = meeting.kind
    if kind is MeetingKind.DECISION and meeting.choosing:
        return "purpose.decision.choosing"
    if kind is MeetingKind.REGULAR and meeting.from_goal:
        return "purpose.regular.goal"
    if meeting.indirect and kind in _INDIRECT:
        return f"purpose.{kind}.indirect"
    return f"purpose.{kind}.topic"

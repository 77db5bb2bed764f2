"""What to do before the meeting, or, in coach style, what to ask oneself."""

import re

from coach.domain.kinds import MeetingKind
from coach.domain.vocabulary import Relationship
from coach.writing.fragment import Form
from coach.writing.meeting import Meeting
from coach.writing.timetable import Fitted

MOST_LINES = 5
MOST_COACH_LINES = 4
FOR_KIND: dict[MeetingKind, tuple[str, ...]] = {
    MeetingKind.FIRST: ("first.three", "first.read", "first.send", "first.calendar"),
    MeetingKind.REGULAR: ("regular.order", "send", "regular.bring"),
    MeetingKind.FEEDBACK: ("feedback.send", "feedback.who", "feedback.write"),
    MeetingKind.DECISION: ("decision.leaning", "decision.options", "decision.dates", "send"),
    MeetingKind.SPONSOR: ("sponsor.result", "sponsor.lines", "sponsor.early"),
    MeetingKind.COACHING: ("coaching.want", "coaching.facts", "send"),
    MeetingKind.LAST: ("last.list", "last.thanks", "last.return"),
}
"""What to bring or send, the most useful first; phrases under ``prepare``."""
ASKED_FOR_KIND: dict[MeetingKind, tuple[str, ...]] = {
    MeetingKind.FIRST: ("first.know", "first.glad", "first.agree", "first.need"),
    MeetingKind.REGULAR: ("regular.outcome", "regular.hope"),
    MeetingKind.FEEDBACK: ("feedback.repeat", "feedback.hope", "feedback.listen"),
    MeetingKind.DECISION: ("decision.lean", "decision.matter", "decision.wait"),
    MeetingKind.SPONSOR: ("sponsor.seen", "sponsor.hard", "sponsor.smaller"),
    MeetingKind.COACHING: ("coaching.want", "coaching.true", "coaching.want-it"),
    MeetingKind.LAST: ("last.kept", "last.set-out", "last.unfinished"),
}
"""What to ask oneself; phrases under ``coach``."""
_PLACES = (
    ("online", re.compile(r"\b(?:video|zoom|teams|online|skype|meet\.|google meet|webex|facetime|virtual)\b", re.I)),
    ("phone", re.compile(r"\b(?:phone|telephone|call)\b", re.I)),
    ("walk", re.compile(r"\b(?:walk\w*|stroll|hike|park|pier|canal|towpath)\b", re.I)),
)  # fmt: skip


def prepare(meeting: Meeting, fitted: Fitted) -> tuple[str, ...]:
    """The lines that stand before the meeting; in coach style each is one open question."""
    return _questions(meeting, fitted) if meeting.coaching else _advice(meeting, fitted)


def _advice(m: Meeting, fitted: Fitted) -> tuple[str, ...]:
    """What did not fit comes first, for it has to be sent; then what to bring, then the place."""
    left_out = _left_out(m, fitted, "prepare")
    keys = list(FOR_KIND[m.kind])
    if m.kind is MeetingKind.REGULAR and len(m.asked) < 2:
        keys[0] = "regular.one"
    if m.kind is MeetingKind.FEEDBACK and m.voice.forms.of(m.matter.about).form is not Form.NOUN:
        keys[:2] = ["feedback.moment"]
    if m.kind is MeetingKind.FIRST and m.brief.relationship is Relationship.COACH:
        keys[1] = "first.employer"
    elif m.kind is MeetingKind.FIRST and m.colleagues:
        keys[1] = "first.ask-around"
    if m.kind is not MeetingKind.LAST:
        keys[1:1] = ["actions"] if m.deeds else []
        keys[1:1] = ["advice"] if m.advice or m.told else []
    if any(part.name == "turn" for part in fitted.parts):
        keys.insert(1, "turn")
    lines = [m.say(f"prepare.{key}") for key in keys]
    closed = _closed(m) if m.kind is not MeetingKind.LAST else ""
    if closed:
        lines.insert(1, m.say("prepare.closed", x=closed))
    if m.kept_back:
        lines.insert(1, m.say("prepare.kept-back", x=m.kept_back))
    place = next((key for key, found in _PLACES if found.search(m.brief.meeting.format)), "")
    last = [m.say(f"prepare.{place}")] if place else []
    room = MOST_LINES - len(last) - len(left_out)
    return (*left_out, *lines[: max(2, room)], *last)


def _questions(m: Meeting, fitted: Fitted) -> tuple[str, ...]:
    own = []
    if m.brief.last_advice:
        own.append(m.say("coach.advice", x=m.words.quoted(m.words.given(m.brief.last_advice)[0])))
    if m.deeds:
        waiting = [d for d in m.deeds if not d.status.startswith("done")] or list(m.deeds)
        own.append(m.say("coach.actions", x=m.words.quoted(waiting[0].text)))
    if m.kept_back:
        own.insert(0, m.say("coach.kept-back", x=m.kept_back))
    if m.worries:
        own.append(m.say("coach.worry", x=m.worries[0]))
    if any(part.name == "turn" for part in fitted.parts):
        own.append(m.say("coach.turn"))
    general = [m.say(f"coach.{key}") for key in ASKED_FOR_KIND[m.kind]]
    if len(m.asked) > 1:
        general.insert(1, m.say("coach.order"))
    left_out = _left_out(m, fitted, "coach")
    kept = [general[0], *own[:2], *general[1:]]
    return (*kept[:MOST_COACH_LINES], *left_out)


def _left_out(m: Meeting, fitted: Fitted, style: str) -> list[str]:
    """What to do about the parts and questions the minutes leave no room for."""
    minutes = str(m.minutes)
    labels = [part.label for part in fitted.dropped if part.label]
    said = " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)
    lines = [m.say(f"{style}.dropped", x=said, minutes=minutes)] if said else []
    if any(part.name == "turn" for part in fitted.dropped):
        lines.append(m.say(f"{style}.turn-dropped", minutes=minutes))
    if fitted.unasked:
        asked = [f"“{text.rstrip('?')}”" for text in fitted.unasked]
        shown = " ".join(f"“{text}”" for text in fitted.unasked)
        lines.append(m.say(f"{style}.unasked", x=asked[0] if m.coaching else shown))
    return lines


def _closed(m: Meeting) -> str:
    """The first of the mentee's questions that yes or no would answer."""
    for question in m.asked:
        favour = question.text.split()[0].lower() in {"can", "could", "may", "will", "would"}
        if not favour and m.voice.forms.of(question.text).form is Form.POLAR:
            return question.text
    return ""

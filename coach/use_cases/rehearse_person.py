"""Rehearses with a likeness of the person the mentee is about to meet, made only from the mentee's own brief."""

from collections.abc import Callable

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief, ReflectionBrief
from coach.domain.likeness import MOST_MINUTES, Likeness, Manner
from coach.domain.results import AgendaDraft
from coach.domain.vocabulary import AskKind, Purpose, Relationship
from coach.errors import InputError
from coach.rehearsal.library import load_persona, load_scenario, load_scenarios
from coach.rehearsal.own_scene import BASE, own_persona, own_scene
from coach.rehearsal.own_talk import load_own_words, load_talk, talk_names
from coach.rehearsal.scene import Scenario
from coach.rehearsal.session import Session
from coach.review import Alike, default_knowledge, load_phrases
from coach.review.privacy import shown_notes
from coach.use_cases.ports import Told
from coach.use_cases.safety import notice_in

_FIRST, _SPONSOR, _INTRODUCTION = (
    "first-informational-talk",
    "sponsor-advocacy",
    "asking-for-an-introduction",
)
_DONE, _NOT_DONE, _RULES = (
    "monthly-actions-done",
    "monthly-actions-not-done",
    "first-meeting-expectations",
)
_BY_PURPOSE = {
    Purpose.FIRST_CONTACT: _FIRST,
    Purpose.INTRODUCTION_REQUEST: _INTRODUCTION,
    Purpose.FOLLOW_UP: _FIRST,
    Purpose.THANK_YOU: _DONE,
    Purpose.PROGRESS_UPDATE: _DONE,
    Purpose.SPONSOR_ASK: _SPONSOR,
    Purpose.PROGRAMME_APPLICATION: _RULES,
    Purpose.RECONNECT: "drifting-relationship",
    Purpose.REPLY_TO_NO: _FIRST,
    Purpose.CLOSING: "ending-well",
}
_BY_ASK = {
    AskKind.FEEDBACK: "asking-for-feedback",
    AskKind.ADVOCACY: _SPONSOR,
    AskKind.INTRODUCTION: _INTRODUCTION,
}
_MESSAGE_MINUTES, _MEETING_MINUTES = 20, 30


def scenarios_for_own() -> tuple[Scenario, ...]:
    """The scenarios that can be had with a person of the mentee's own."""
    known = set(talk_names(default_knowledge()))
    return tuple(one for one in load_scenarios(default_knowledge()) if one.id in known)


def proposed(brief: AnyBrief) -> str:
    """The id of the scenario that fits what the brief is for."""
    if isinstance(brief, AgendaBrief) and brief.purpose is Purpose.FIRST_CONTACT:
        return _of_agenda(brief)
    if brief.purpose in (Purpose.FIRST_CONTACT, Purpose.FOLLOW_UP) and brief.ask.kind in _BY_ASK:
        return _BY_ASK[brief.ask.kind]
    return _BY_PURPOSE[brief.purpose]


def _of_agenda(brief: AgendaBrief) -> str:
    """A meeting's talk, by how far the two have come."""
    if brief.open_actions and not brief.updates:
        return _NOT_DONE
    if brief.updates or brief.last_advice or brief.open_actions:
        return _DONE
    if brief.relationship is Relationship.SPONSOR:
        return _SPONSOR
    number = brief.meeting.number
    if number is None:
        return _FIRST
    return _RULES if number == 1 else _DONE


def likeness_of(
    brief: AnyBrief, manner: Manner | None = None, alike: Alike | None = None
) -> Likeness:
    """Take from a brief what the counterpart may know; a text in which a private note shows is left out.

    Args:
        brief: of a message or a meeting.
        manner: how they are to be played.
        alike: compares meanings, to find private notes said in other words.

    Raises:
        InputError: the brief is about a talk that has been.
    """
    if isinstance(brief, ReflectionBrief):
        raise InputError(
            "this brief looks back on a talk that has been",
            "Give the brief of a message (`kind: outreach`) or of a meeting (`kind: agenda`).",
        )
    open_text = _without_notes(brief, alike)
    meeting = brief.meeting if isinstance(brief, AgendaBrief) else None
    minutes = (
        (meeting.minutes or _MEETING_MINUTES)
        if meeting is not None
        else (brief.ask.minutes or _MESSAGE_MINUTES)
    )
    advised = [entry.advice for entry in brief.history if entry.advice]
    planned = [entry.action for entry in brief.history if entry.action and not entry.result]
    if isinstance(brief, AgendaBrief):
        advised, planned = [*brief.last_advice, *advised], [*brief.open_actions, *planned]
    return Likeness(
        **_person(brief),
        topic=open_text(brief.topic),
        last_advice=tuple(text for text in map(open_text, advised) if text),
        open_actions=tuple(text for text in map(open_text, planned) if text),
        minutes=min(minutes, MOST_MINUTES),
        place=open_text(meeting.format) if meeting is not None else "",
        manner=manner or Manner(),
    )


def _person(brief: AnyBrief) -> dict[str, str]:
    """Who is met: the go-between where one is asked for an introduction, else the recipient."""
    met = brief.recipient
    if brief.purpose is Purpose.INTRODUCTION_REQUEST and brief.via:
        return {"name": brief.via, "about": met.name}
    return {"name": met.name, "role": met.role, "organisation": met.organisation}


def _without_notes(brief: AnyBrief, alike: Alike | None) -> Callable[[str], str]:
    """What lets a text through only if no note shows in it, also where it was written in both places."""
    phrases = load_phrases(default_knowledge())
    alone = OutreachBrief(
        recipient=brief.recipient, topic=brief.recipient.name, private_notes=brief.private_notes
    )

    def open_text(text: str) -> str:
        return "" if text and shown_notes(alone, text, phrases, alike=alike) else text

    return open_text


def begin_with(likeness: Likeness, scenario: str, *, unaided: bool = False) -> Session:
    """Start a rehearsal with a likeness in the place of the scenario's own counterpart.

    Raises:
        InputError: there is no such scenario, or it is about its own people.
    """
    knowledge = default_knowledge()
    stock, talk = load_scenario(knowledge, scenario), load_talk(knowledge, scenario)
    words = load_own_words(knowledge)
    return Session(
        own_scene(likeness, talk, stock, words),
        own_persona(likeness, load_persona(knowledge, BASE), words),
        knowledge,
        unaided=unaided,
        likeness=likeness,
    )


def the_guess() -> str:
    """What is said wherever a likeness speaks."""
    return load_own_words(default_knowledge()).guess


def care_before(brief: AnyBrief, told: Told | None = None) -> str:
    """The note for a brief that tells of harm; a likeness of whoever does harm is not rehearsed with.

    Empty where nothing of the kind is told.
    """
    noticed = notice_in(brief, told)
    return noticed.care.note if noticed is not None and noticed.stops else ""


def to_tick(brief: AnyBrief, agenda: AgendaDraft | None = None) -> tuple[str, ...]:
    """What stands beside the talk to be ticked off: the agenda's items, else the questions and what is open."""
    if agenda is not None and agenda.items:
        return tuple(
            f"{item.title}: {item.questions[0]}" if item.questions else item.title
            for item in agenda.items
        )
    if isinstance(brief, AgendaBrief):
        return (*brief.open_actions, *brief.questions)
    return tuple(brief.questions) if isinstance(brief, OutreachBrief) else ()

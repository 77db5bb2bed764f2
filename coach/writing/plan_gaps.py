"""Finds what an agenda or a reflection could still use, and asks for it with one open question each."""

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.kinds import KindWords, LookBack, MeetingKind, has_past, look_back
from coach.domain.kinds import meeting_focus as focus_of
from coach.domain.kinds import meeting_kind as kind_of
from coach.domain.vocabulary import Style
from coach.writing.evidence import is_result
from coach.writing.gaps import is_vague
from coach.writing.greeting import call_name, reader_name
from coach.writing.lexicon import Lexicon
from coach.writing.text import is_blank, tidy
from coach.writing.wording import Wording

MOST = 3
"""Questions asked at once; more is a form."""


def agenda_gaps(
    brief: AgendaBrief, lexicon: Lexicon, wording: Wording, words: KindWords
) -> tuple[str, ...]:
    """What would make the agenda better, most important first."""
    name = call_name(reader_name(brief), brief.tone, lexicon)
    kind, focus = kind_of(brief, words), focus_of(brief, words)
    number = brief.meeting.number
    keys = []
    if not is_blank(brief.topic) and is_vague(brief.topic) and not brief.questions:
        keys.append("topic-vague")
    if (number is None and not has_past(brief)) or (number == 1 and _met(brief)):
        keys += ["agenda-number"] if kind is not MeetingKind.LAST else []
    if focus is MeetingKind.SPONSOR and not _evidence(brief):
        keys.append("impact")
    if not brief.questions and kind is not MeetingKind.LAST and "topic-vague" not in keys:
        keys.append("agenda-question")
    looked_at = (MeetingKind.LAST, MeetingKind.REGULAR, MeetingKind.COACHING)
    if not brief.goals and brief.style is Style.COACH and kind not in looked_at:
        keys.append("agenda-purpose")
    if kind is MeetingKind.LAST and not brief.goals:
        keys.append("agenda-set-out")
    later = (number or 1) > 1 and not brief.last_advice and not brief.history
    if later and brief.style is Style.COACH:
        keys.append("agenda-advice")
    if brief.meeting.minutes is None:
        keys.append("agenda-minutes")
    said = tidy(brief.topic)
    return tuple(wording.choose(key, brief, name=name, x=said) for key in keys[:MOST])


def _met(brief: AgendaBrief) -> bool:
    """Whether the brief tells of an earlier meeting."""
    return bool(brief.last_advice or brief.open_actions)


def _evidence(brief: AgendaBrief) -> bool:
    return any(map(is_result, [*brief.sender.facts, *brief.updates]))


def reflection_gaps(
    brief: ReflectionBrief, lexicon: Lexicon, wording: Wording, words: KindWords
) -> tuple[str, ...]:
    """What to add so that the questions can take up the mentee's own words."""
    if brief.notes or brief.advice_received:
        return ()
    name = call_name(reader_name(brief), brief.tone, lexicon)
    kind = look_back(brief, words)
    if kind is LookBack.UNANSWERED:
        return (wording.choose("reflection-sent", brief, name=name),)
    if kind is LookBack.HARD:
        return (wording.choose("reflection-happened", brief, name=name),)
    if kind is LookBack.MILESTONE:
        return (wording.choose("reflection-steps", brief, name=name),)
    return (wording.choose("reflection-notes", brief, name=name),)

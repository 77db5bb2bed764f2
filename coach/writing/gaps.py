"""Finds what a brief leaves out or vague, and asks for it with one open question each."""

import re

from coach.domain.brief import AgendaBrief, Brief, OutreachBrief, ReflectionBrief
from coach.domain.vocabulary import Channel, Relationship, Style
from coach.writing.greeting import call_name, reader_name
from coach.writing.lexicon import Lexicon
from coach.writing.request import MEETINGS, ask_kind
from coach.writing.text import is_blank, tidy, word_count
from coach.writing.wording import Wording

LONG_MINUTES = 30
_VAGUE = re.compile(
    r"^(?:(?:my|your|our|some|general|career|life|work|professional|any|the|a|an|personal|further|more|"
    r"help|advice|guidance|growth|development|networking|connecting|mentoring|mentorship|coaching|"
    r"journey|experience|path|stuff|things|anything|everything|future|job|jobs|industry|field|success|"
    r"next|steps?|with|on|about|and|in|for|to|me|chat|talk|questions?|tips?|thoughts?)\b[\s,/&]*)+$",
    re.I,
)


def is_vague(text: str) -> bool:
    """Whether a topic or question would fit any two people: "career advice", "any tips?"."""
    plain = tidy(text).strip(" ?.!")
    return bool(_VAGUE.match(plain)) or (
        word_count(plain) == 1 and len(plain) < 9 and plain.islower()
    )


def outreach_gaps(brief: OutreachBrief, lexicon: Lexicon, wording: Wording) -> tuple[str, ...]:
    """Questions for what only the mentee can say, most important first.

    In mentor style only what the message cannot do without; in coach style also what would make
    it better.
    """
    name = call_name(reader_name(brief), brief.tone, lexicon)
    keys = _needed(brief)
    if brief.style is Style.COACH:
        keys += _helpful(brief)
    shown = tidy(brief.topic) if not is_blank(brief.topic) else tidy(" ".join(brief.questions[:1]))
    return tuple(wording.choose(key, brief, name=name, x=_shortened(shown)) for key in keys)


def _needed(brief: Brief) -> list[str]:
    keys = []
    given = [text for text in brief.questions if not is_blank(text)]
    if is_blank(brief.why_them) and is_blank(brief.connection):
        keys.append("why-them")
    if is_blank(brief.sender.role) and not any(not is_blank(f) for f in brief.sender.facts):
        keys.append("sender-role")
    if is_blank(brief.topic) or is_vague(brief.topic):
        if not given:
            keys.append("topic-vague")
        elif all(is_vague(text) for text in given):
            keys.append("question-vague")
    if is_blank(brief.sender.name):
        keys.append("sender-name")
    if (brief.ask.minutes or 0) > LONG_MINUTES:
        keys.append("minutes-many")
    return keys


def _helpful(brief: Brief) -> list[str]:
    keys = []
    given = [text for text in brief.questions if not is_blank(text)]
    if not given and not is_blank(brief.topic) and not is_vague(brief.topic):
        keys.append("question")
    if is_blank(brief.why_them) and not is_blank(brief.connection):
        keys.append("why-them")
    if is_blank(brief.connection) and not is_blank(brief.why_them):
        keys.append("connection")
    if brief.ask.kind is None and brief.ask.minutes is None:
        keys.append("ask")
    elif ask_kind(brief) in MEETINGS:
        if brief.ask.minutes is None:
            keys.append("minutes")
        if is_blank(brief.ask.when) and brief.channel is not Channel.LINKEDIN_NOTE:
            keys.append("when")
    if brief.relationship is Relationship.SPONSOR and not brief.sender.facts:
        keys.append("evidence")
    return keys


def agenda_gaps(brief: AgendaBrief, lexicon: Lexicon, wording: Wording) -> tuple[str, ...]:
    """Questions that would make the agenda better."""
    name = call_name(reader_name(brief), brief.tone, lexicon)
    keys = []
    if not brief.goals and brief.style is Style.COACH:
        keys.append("agenda-purpose")
    if not brief.questions:
        keys.append("agenda-question")
    if brief.meeting.minutes is None:
        keys.append("agenda-minutes")
    if (brief.meeting.number or 1) > 1 and not brief.last_advice and brief.style is Style.COACH:
        keys.append("agenda-advice")
    return tuple(wording.choose(key, brief, name=name) for key in keys)


def reflection_gaps(brief: ReflectionBrief, lexicon: Lexicon, wording: Wording) -> tuple[str, ...]:
    """What to add so that the questions can take up the mentee's own words."""
    if brief.notes or brief.advice_received:
        return ()
    name = call_name(reader_name(brief), brief.tone, lexicon)
    return (wording.choose("reflection-notes", brief, name=name),)


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= 12 else " ".join(words[:12]) + " …"

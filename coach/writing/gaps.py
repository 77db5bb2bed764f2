"""Finds what a brief leaves out or vague, and asks for it with one open question each."""

import re

from coach.domain.brief import Brief
from coach.domain.vocabulary import Channel, Purpose, Relationship, Style
from coach.writing.connection import unplain
from coach.writing.evidence import has_evidence
from coach.writing.greeting import is_programme
from coach.writing.material import Material
from coach.writing.moves_asking import asks_too_much
from coach.writing.moves_known import known
from coach.writing.moves_waiting import news as news_move
from coach.writing.past import entry_when
from coach.writing.request import MEETINGS, ask_kind, names_times
from coach.writing.text import is_blank, tidy, word_count
from coach.writing.wording import Wording

LONG_MINUTES = 30
_NOT_DONE = re.compile(r"I (?:have not|haven't|did not|didn't|could not|couldn't)\b")
_NEW = frozenset(
    {
        Purpose.FIRST_CONTACT,
        Purpose.INTRODUCTION_REQUEST,
        Purpose.FOLLOW_UP,
        Purpose.RECONNECT,
        Purpose.SPONSOR_ASK,
    }
)
"""Purposes that ask for a favour."""
_REASONED = frozenset(
    {Purpose.FIRST_CONTACT, Purpose.INTRODUCTION_REQUEST, Purpose.PROGRAMME_APPLICATION}
)
"""Purposes that need a reason for this person or programme."""
_INTRODUCED = _NEW | {Purpose.PROGRAMME_APPLICATION}
"""Purposes whose reader must be told who is writing."""
_TOPICAL = _INTRODUCED
"""Purposes that need a topic or question of substance."""
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


def outreach_gaps(material: Material, wording: Wording) -> tuple[str, ...]:
    """Questions for what only the mentee can say, most important first.

    In mentor style only what the message cannot do without; in coach style also what would make
    it better.
    """
    brief = material.brief
    name = material.about if brief.purpose is Purpose.INTRODUCTION_REQUEST else material.reader
    if is_programme(name):
        name = f"the {name}"
    keys = _needed(material)
    if brief.style is Style.COACH:
        keys += _helpful(material)
    shown = tidy(brief.topic) if not is_blank(brief.topic) else tidy(" ".join(brief.questions[:1]))
    said = {"connection-who": tidy(brief.connection)}
    found = (
        wording.choose(key, brief, name=name, x=_shortened(said.get(key, shown))) for key in keys
    )
    return tuple(dict.fromkeys(found))


def _needed(material: Material) -> list[str]:
    """What a message of this purpose cannot do without, and the brief does not give."""
    brief, purpose = material.brief, material.brief.purpose
    keys: list[str] = []
    if purpose is Purpose.INTRODUCTION_REQUEST and is_blank(brief.via):
        keys.append("via")
    if purpose is Purpose.SPONSOR_ASK and not has_evidence(
        brief.sender.facts, [entry.result for entry in brief.history]
    ):
        keys.append("impact")
    keys += _needed_of_past(material)
    if purpose in _REASONED and is_blank(brief.why_them):
        reason = "why-programme" if purpose is Purpose.PROGRAMME_APPLICATION else "why-them"
        if purpose is not Purpose.FIRST_CONTACT or is_blank(brief.connection):
            keys.append(reason)
    if unplain(material.voice.fragment(brief.connection), brief, material.voice):
        keys.append("connection-who")
    if purpose is Purpose.RECONNECT and not material.past.latest and not any(known(material)):
        keys.append("known")
    if purpose in _INTRODUCED and is_blank(brief.sender.role) and _blank(brief.sender.facts):
        keys.append("sender-role")
    if purpose in _TOPICAL:
        keys += _vague_matter(brief)
    if is_blank(brief.sender.name):
        keys.append("sender-name")
    if _no_times(material) and brief.style is not Style.COACH:
        keys.append("when")
    if (brief.ask.minutes or 0) > LONG_MINUTES and purpose in _INTRODUCED:
        keys.append("minutes-many")
    return keys


def _no_times(material: Material) -> bool:
    """Whether a talk is asked for and nothing says when the mentee is free."""
    brief = material.brief
    given = brief.ask.kind in MEETINGS or brief.ask.minutes is not None
    if brief.purpose is Purpose.SPONSOR_ASK and not given:
        return False
    unasked = brief.purpose not in _NEW - {Purpose.INTRODUCTION_REQUEST}
    if unasked or brief.channel is Channel.LINKEDIN_NOTE or ask_kind(brief) not in MEETINGS:
        return False
    return not names_times(brief, material.voice)


def _needed_of_past(material: Material) -> list[str]:
    past, purpose = material.past, material.brief.purpose
    if purpose is Purpose.FOLLOW_UP:
        dated = any(
            entry_when(entry, material.today, material.voice)
            for entry in material.sent or material.brief.history
        )
        new = next(news_move(material), None) is not None
        return [*([] if dated else ["last-message"]), *([] if new else ["news"])]
    if purpose is Purpose.PROGRESS_UPDATE:
        if not past.holds("advice"):
            return ["advice", *([] if past.holds("action") or past.holds("result") else ["action"])]
        if not past.holds("action"):
            return ["action"]
        not_yet = any(_NOT_DONE.match(entry.action) for entry in past.entries)
        return [] if past.holds("result") or not_yet else ["result"]
    if purpose is Purpose.THANK_YOU:
        if not past.holds("advice") and not past.holds("result") and not past.holds("action"):
            return ["helped"]
        return [] if past.holds("action") or past.holds("result") else ["used"]
    if purpose is Purpose.CLOSING and not past.stories:
        return ["kept"]
    if purpose is Purpose.REPLY_TO_NO and asks_too_much(material):
        return ["smaller"]
    return []


def _vague_matter(brief: Brief) -> list[str]:
    given = [text for text in brief.questions if not is_blank(text)]
    if not is_blank(brief.topic) and not is_vague(brief.topic):
        return []
    if not given:
        return ["topic-vague"]
    return ["question-vague"] if all(is_vague(text) for text in given) else []


def _blank(texts: list[str]) -> bool:
    return all(map(is_blank, texts))


def _helpful(material: Material) -> list[str]:
    """What would make the message better; a question each, in coach style."""
    brief, purpose = material.brief, material.brief.purpose
    if purpose in (Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE):
        return [] if material.past.holds("result") else ["difference"]
    if purpose is Purpose.CLOSING:
        return [] if brief.questions or brief.ask.kind else ["next"]
    if purpose is Purpose.REPLY_TO_NO:
        return [] if brief.ask.kind or brief.questions else ["smaller"]
    keys = []
    given = [text for text in brief.questions if not is_blank(text)]
    if not given and not is_blank(brief.topic) and not is_vague(brief.topic):
        keys.append("question")
    if is_blank(brief.why_them) and not is_blank(brief.connection) and purpose in _NEW:
        keys.append("why-them")
    if is_blank(brief.connection) and not is_blank(brief.why_them) and purpose in _NEW:
        keys.append("connection")
    keys += _helpful_ask(brief) if purpose in _NEW - {Purpose.SPONSOR_ASK} else []
    first_sponsor = purpose is Purpose.FIRST_CONTACT and brief.relationship is Relationship.SPONSOR
    if first_sponsor and not brief.sender.facts:
        keys.append("evidence")
    return keys


def _helpful_ask(brief: Brief) -> list[str]:
    if brief.ask.kind is None and brief.ask.minutes is None:
        return ["ask"]
    keys = []
    if ask_kind(brief) in MEETINGS:
        if brief.ask.minutes is None:
            keys.append("minutes")
        if is_blank(brief.ask.when) and brief.channel is not Channel.LINKEDIN_NOTE:
            keys.append("when")
    return keys


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= 12 else " ".join(words[:12]) + " …"

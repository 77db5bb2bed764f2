"""Words a subject line that could sit on no other message."""

import re

from coach.domain.vocabulary import Channel, Purpose, Relationship
from coach.writing.article import place_name, role_phrase
from coach.writing.greeting import is_programme, reader_name
from coach.writing.material import Material
from coach.writing.matter import topic_words
from coach.writing.moves import INDIRECT_WORDS
from coach.writing.moves_past import BARE_BOND
from coach.writing.moves_programme import RUN_BY, programme_name
from coach.writing.past import entry_when
from coach.writing.questions import questions_of
from coach.writing.text import (
    bare,
    capitalise,
    condense,
    is_blank,
    sentences,
    tidy,
    title_name,
    word_count,
)

MOST_WORDS = 9
MOST_CHARACTERS = 70
_CONDITION = re.compile(r"(?:if|when|given|as|since|while|after|before)\b", re.I)
_ENDS = re.compile(
    r"(?<=\w) (?:ends|ended|is (?:over|ending)|finish(?:es|ed)|clos(?:es|ed)|stops|comes to an end)\b.*$"
)
_ASKING = frozenset({Purpose.FIRST_CONTACT, Purpose.FOLLOW_UP, Purpose.RECONNECT})
"""Purposes whose subject may be the question itself."""


def subject_line(m: Material) -> str:
    """The subject of an e-mail; "" on channels that have none."""
    if m.brief.channel is not Channel.EMAIL:
        return ""
    if m.brief.purpose is Purpose.THANK_YOU and (line := _for_occasion(m)):
        return line
    if m.brief.purpose is Purpose.PROGRAMME_APPLICATION and (line := _to_programme(m)):
        return line
    for limit in (MOST_WORDS, 7, 5):
        line = _from_topic(m, limit)
        if line and len(line) <= MOST_CHARACTERS:
            return line
    question = _from_question(m) if m.brief.purpose in _ASKING else ""
    return question or _from_sender(m)


def _for_occasion(m: Material) -> str:
    """As in "Thank you for the call on 12 November"."""
    latest = m.past.latest
    if latest is None or word_count(latest.occasion) > MOST_WORDS:
        return ""
    topic = topic_words(m.matter, m.voice, 5)
    short = word_count(latest.occasion) <= 2 and topic and topic.split()[0] not in INDIRECT_WORDS
    line = m.say("subject.thank-you", x=latest.occasion + (f" about {topic}" if short else ""))
    return line if len(line) <= MOST_CHARACTERS else ""


def _to_programme(m: Material) -> str:
    """As in "Application to the Step Up mentoring programme"."""
    for name in (reader_name(m.brief), m.brief.recipient.organisation):
        if is_programme(name) and not RUN_BY.search(programme_name(name)):
            named = programme_name(title_name(name))
            line = m.say("subject.programme-application", x=named)
            return line if len(line) <= MOST_CHARACTERS else ""
    return ""


def _from_topic(m: Material, limit: int) -> str:
    topic = topic_words(m.matter, m.voice, limit)
    if not topic:
        return ""
    if m.brief.purpose is Purpose.CLOSING:
        topic = _ENDS.sub("", topic)
    slots = {"x": topic, "X": capitalise(topic)}
    purpose = m.brief.purpose
    if purpose is Purpose.CLOSING and BARE_BOND.match(topic):
        return ""
    if purpose is Purpose.SPONSOR_ASK and topic.lower().startswith("whether you "):
        return ""
    if purpose is Purpose.FIRST_CONTACT:
        if topic.split()[0].lower() in INDIRECT_WORDS and " " in topic:
            return m.say("subject.indirect", **slots)
        relation = {Relationship.COACH: "-coach", Relationship.PEER: "-peer"}
        return m.say(f"subject.topic{relation.get(m.brief.relationship, '')}", **slots)
    when = entry_when(m.sent[-1], m.today, m.voice) if m.sent else ""
    if purpose is Purpose.FOLLOW_UP:
        key = "" if when.startswith(("on ", "in ")) else ".unknown"
        dated = re.sub(r"^(?:on|in) ", "of ", when)
        return m.say(f"subject.follow-up{key}", when=dated, **slots)
    plain = purpose is Purpose.PROGRESS_UPDATE and not m.past.holds("advice", "result")
    topical = purpose in (Purpose.THANK_YOU, Purpose.PROGRAMME_APPLICATION)
    suffix = ".plain" if plain else ".topic" if topical else ""
    return m.say(f"subject.{purpose}{suffix}", **slots)


def _from_question(m: Material) -> str:
    direct = [asked.direct for asked in questions_of(m.brief, m.voice) if asked.direct]
    for question in [*direct, m.matter.asked]:
        short = condense(question.rstrip("?"), MOST_WORDS)
        if _CONDITION.match(short) and len(short) < len(question.rstrip("?")):
            continue  # what is asked would be cut off
        if question and word_count(short) <= MOST_WORDS and len(short) < MOST_CHARACTERS:
            return f"{short}?"
    return ""


def _from_sender(m: Material) -> str:
    role = bare(next(iter(sentences(tidy(m.brief.sender.role))), ""))
    fragment = m.voice.prepare(condense(role, 6)) if not is_blank(role) else None
    if fragment is None or fragment.form.value not in ("noun", "gerund"):
        return m.say("subject.role", x=title_name(m.brief.sender.name) or "a mentee")
    place = title_name(m.brief.sender.organisation)
    who = role_phrase(fragment.text, m.voice.lexicon, organisation=place)
    line = m.say(
        "subject.role", x=f"{who} at {place_name(m.brief.sender.organisation)}" if place else who
    )
    return line if len(line) <= MOST_CHARACTERS else m.say("subject.role", x=who)

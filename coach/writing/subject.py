"""Words a subject line that could sit on no other message."""

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Channel, Relationship
from coach.writing.article import role_phrase, with_the
from coach.writing.matter import matter_of, topic_words
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
from coach.writing.voice import Voice
from coach.writing.wording import Wording

MOST_WORDS = 9
MOST_CHARACTERS = 70
_INDIRECT = ("how ", "what ", "why ", "when ", "where ", "which ", "who ", "whether ", "if ")


def subject_line(brief: OutreachBrief, voice: Voice, wording: Wording, variant: int = 0) -> str:
    """The subject of an e-mail; "" on channels that have none."""
    if brief.channel is not Channel.EMAIL:
        return ""
    for limit in (MOST_WORDS, 7, 5):
        line = _from_topic(brief, voice, wording, variant, limit)
        if line and len(line) <= MOST_CHARACTERS:
            return line
    return _from_question(brief, voice) or _from_sender(brief, voice, wording)


def _from_topic(
    brief: OutreachBrief, voice: Voice, wording: Wording, variant: int, limit: int
) -> str:
    topic = topic_words(matter_of(brief, voice), voice, limit)
    if not topic:
        return ""
    if topic.lower().startswith(_INDIRECT):
        return wording.choose("subject.indirect", brief, variant, x=topic)
    key = {Relationship.COACH: "subject.topic-coach", Relationship.PEER: "subject.topic-peer"}.get(
        brief.relationship, "subject.topic"
    )
    return wording.choose(key, brief, variant, x=topic, X=capitalise(topic))


def _from_question(brief: OutreachBrief, voice: Voice) -> str:
    matter = matter_of(brief, voice)
    direct = [asked.direct for asked in questions_of(brief, voice) if asked.direct]
    for question in [*direct, matter.asked]:
        short = condense(question.rstrip("?"), MOST_WORDS)
        if question and word_count(short) <= MOST_WORDS and len(short) < MOST_CHARACTERS:
            return f"{short}?"
    return ""


def _from_sender(brief: OutreachBrief, voice: Voice, wording: Wording) -> str:
    role = bare(next(iter(sentences(tidy(brief.sender.role))), ""))
    fragment = voice.prepare(condense(role, 6)) if not is_blank(role) else None
    if fragment is None or fragment.form.value not in ("noun", "gerund"):
        name = title_name(brief.sender.name) or "a mentee"
        return wording.choose("subject.role", brief, x=name)
    place = title_name(brief.sender.organisation)
    who = role_phrase(fragment.text, voice.lexicon, organisation=place)
    line = wording.choose("subject.role", brief, x=f"{who} at {with_the(place)}" if place else who)
    return line if len(line) <= MOST_CHARACTERS else wording.choose("subject.role", brief, x=who)

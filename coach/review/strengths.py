"""Finds what a message already does well, in the mentee's own words.

A strength is earned: its check passed, the words that earned it can be quoted, and nothing is found
wrong with those very words. It says what the reader gets from them, never that the mentee is good
at writing. A message without such words gets no strength at all.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from coach.domain.results import Change, Finding, Strength
from coach.domain.vocabulary import Purpose
from coach.review.ask_sizes import minutes_asked, sizes
from coach.review.outreach_ask import MAX_QUESTIONS
from coach.review.outreach_reason import is_particular
from coach.review.outreach_times import asks_for_talk
from coach.review.reading import Reading
from coach.review.requests import count_questions, questions
from coach.review.soundness import is_sound, is_unbroken
from coach.review.text import Span
from coach.review.topics import specific_topics
from coach.review.verdict import VerdictWords

MOST = 3
"""Strengths named; more would read like praise for its own sake."""
SMALL_MINUTES = 30
"""The longest talk that is still called little."""
_QUOTED_WORDS = 30
"""Words of the longest sentence that is quoted; a longer one is not a strength to point at."""
_LEAST_WORDS = 4
_TELLING_STEMS = 3
_TOPIC_STEMS = 2
_OWN_STORY = re.compile(r"\byou know (?:me|my)\b", re.IGNORECASE)
_PASS_ON = re.compile(r"\b(?:below|forward|pass)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:i|we)\b", re.IGNORECASE)
_A_LINE = re.compile(r"\b(?:lines?|sentences?|words?|question)\b", re.IGNORECASE)
_THANKED_FOR = re.compile(r"\b(?:for|that you|which you)\b(?P<what>.*)", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:(?i:he|she|they)|(?i:my|our|his|her|their|the)(?: [\w'’-]+){1,3}?|[A-Z][\w'’-]+)(?: (?:has|have|had|always|just|keeps?|also))*"
    r" (?:says?|said|saying|tells?|told|telling|thinks?|thought|warns?|warned|threatens?|threatened|claims?|claimed|swears?|"
    r"swore|insists?|insisted|promises|promised)\b",
)
"""Opens what somebody else said: "My manager says …"."""
_YOU = re.compile(r"(?<!tell )(?<!told )(?<!telling )\b(?:you|your|yours|u)\b", re.IGNORECASE)
_MINE_ALONE = re.compile(
    r"(?:if|in case|should) (?:i|i['’]\w+|we|my|our|he|she|they)\b"
    r"(?!.*\b(?:you|your|u|hear\w*|reply|replies|answer\w*|response|silence|word|ask\w*|bother\w*|trouble|intrud\w*|impos\w*)\b)",
    re.IGNORECASE,
)
"""A condition about the writer or somebody else, from which no reader is let off."""

Candidates = Iterator[Span]
Finder = Callable[[Reading], Candidates]


def _honest_not_yet(reading: Reading) -> Candidates:
    if reading.purpose is Purpose.PROGRESS_UPDATE:
        yield from (s for s in reading.sentences if reading.has("not-yet", s))


def _advice_used(reading: Reading) -> Candidates:
    """The sentence that tells what the person did; best with what came of it in the same breath."""
    if reading.purpose is not Purpose.PROGRESS_UPDATE:
        return
    done = [s for s in reading.sentences if _tells_of_doing(reading, s)]
    yield from (s for s in done if reading.has("result-came", s))
    yield from done


def _tells_of_doing(reading: Reading, sentence: Span) -> bool:
    done = reading.find("action-done", sentence)
    return not sentence.asks and any(_OWN.match(at.text) for at in done)


def _impact(reading: Reading) -> Candidates:
    if reading.purpose is not Purpose.SPONSOR_ASK:
        return
    for sentence in reading.sentences:
        measured = reading.has("impact-number", sentence)
        if measured and reading.has("impact", sentence) and not sentence.asks:
            yield sentence


def _reason(reading: Reading) -> Candidates:
    """A sentence on what this person did, with enough in it that it fits nobody else."""
    introduced = reading.purpose is Purpose.INTRODUCTION_REQUEST
    about = re.compile(
        rf"\b(?:he|she|his|her|they|their|{reading.about or '(?!)'})\b", re.IGNORECASE
    )
    for sentence in reading.sentences:
        if sentence.asks or not is_particular(reading, sentence):
            continue
        if introduced and (_OWN_STORY.search(sentence.text) or not about.search(sentence.text)):
            continue
        telling = set(reading.content(sentence.text, "empty-reason")) - reading.self_and_reader
        if len(telling) >= _TELLING_STEMS and not reading.has("flattery", sentence):
            yield sentence


def _question(reading: Reading) -> Candidates:
    if count_questions(reading) > MAX_QUESTIONS:
        return
    concrete = {topic.start for topic in specific_topics(reading)}
    yield from (asked for asked in questions(reading) if asked.start in concrete)


def _named_thanks(reading: Reading) -> Candidates:
    if reading.purpose not in (Purpose.THANK_YOU, Purpose.CLOSING, Purpose.REPLY_TO_NO):
        return
    for sentence in reading.sentences:
        named = _THANKED_FOR.search(sentence.text) if reading.has("thanks", sentence) else None
        if named is not None and len(reading.content(named["what"], "generic-topic")) > 1:
            yield sentence


def _small_ask(reading: Reading) -> Candidates:
    if any(minutes > SMALL_MINUTES for minutes, _ in minutes_asked(reading)):
        return
    minutes = [at for _, at in minutes_asked(reading)]
    short = [at for at in sizes(reading) if _A_LINE.search(at.text)]
    for size in (*minutes, *short):
        for sentence in reading.sentences:
            if sentence.start <= size.start < sentence.end and not _PASS_ON.search(sentence.text):
                yield sentence


def _times(reading: Reading) -> Candidates:
    asked = {request.sentence.start for request in asks_for_talk(reading)}
    for number, sentence in enumerate(reading.sentences):
        near = sentence.start in asked or reading.has("availability", sentence)
        after = number > 0 and reading.sentences[number - 1].start in asked
        if (near or after) and reading.has("times", sentence):
            yield sentence


def _way_out(reading: Reading) -> Candidates:
    """A sentence that lets the reader off, not one that tells what hangs over the writer."""
    for sentence, outs in zip(reading.sentences, reading.outs, strict=True):
        if any(_offered(sentence, out) for out in outs):
            yield sentence


def _offered(sentence: Span, out: Span) -> bool:
    """Whether a way out is the writer's own word to the reader."""
    before = sentence.text[: out.start - sentence.start]
    reported = _REPORTED.search(before)
    told = reported is not None and not _YOU.search(f"{before[reported.end() :]} {out.text}")
    return not told and _MINE_ALONE.match(out.text) is None


def _subject(reading: Reading) -> Candidates:
    """A subject with a topic in it that the message takes up."""
    subject = reading.letter.subject
    if subject is None or not subject.end:
        return
    topic = set(reading.content(subject.text, "generic-subject")) - reading.self_and_reader
    taken_up = topic & set(reading.content(reading.body.text))
    if len(topic) >= _TOPIC_STEMS and taken_up:
        yield subject


_FINDERS: tuple[tuple[str, Finder, tuple[str, ...]], ...] = (
    ("not-yet", _honest_not_yet, ()),
    ("advice-linked-to-action", _advice_used, ()),
    ("evidence-of-impact", _impact, ()),
    ("says-why-them", _reason, ()),
    ("question-specific", _question, ("few-questions", "one-clear-ask")),
    ("thanks", _named_thanks, ()),
    (
        "ask-time-boxed",
        _small_ask,
        ("ask-low-commitment", "one-clear-ask", "no-job-ask", "no-pressure"),
    ),
    ("easy-out", _way_out, ("no-pressure", "no-job-ask")),
    ("offers-times", _times, ("no-pressure", "ask-low-commitment")),
    ("subject-specific", _subject, ("no-job-ask",)),
)
"""What to look for, most telling to the reader first; the other checks must not have failed."""


def strengths(
    reading: Reading, findings: Sequence[Finding], changes: Sequence[Change], words: VerdictWords
) -> tuple[Strength, ...]:
    """Return at most three things the message does well, as quotes that do not overlap.

    Args:
        reading: the message.
        findings: its findings; what failed is no strength, nor are words they find fault with.
        changes: the changes proposed; words that would go are not praised.
        words: the wording.
    """
    passed = {finding.check for finding in findings if finding.passed} | {"not-yet"}
    failed = {finding.check for finding in findings if not finding.passed}
    taken = [(f.start, f.end) for f in findings if not f.passed and f.end > f.start]
    taken += [(change.start, change.end) for change in changes if change.end > change.start]
    found: list[Strength] = []
    for name, finder, besides in _FINDERS:
        if name not in passed or failed & set(besides):
            continue
        found_here = (s for s in finder(reading) if _reads_right(reading, s, name))
        quotable = (s for s in found_here if _quotable(s, name, taken))
        span = next((s for s in quotable if not reading.has("placeholder", s)), None)
        if span is None:
            continue
        taken.append((span.start, span.end))
        found.append(_strength(reading, name, span, words))
        if len(found) == MOST:
            break
    return tuple(found)


_BRIEF = frozenset({"subject-specific", "easy-out", "offers-times", "ask-time-boxed", "thanks"})
"""What a few words without a verb may do well."""


def _reads_right(reading: Reading, span: Span, name: str) -> bool:
    """Whether words are sound enough to be held up: nobody is told to keep a broken sentence."""
    return is_unbroken(span) if name in _BRIEF else is_sound(span, reading.phrases)


def _quotable(span: Span, name: str, taken: Sequence[tuple[int, int]]) -> bool:
    least = 2 if name == "subject-specific" else _LEAST_WORDS
    if not least <= len(span.text.split()) <= _QUOTED_WORDS:
        return False
    return all(span.end <= start or end <= span.start for start, end in taken)


def _strength(reading: Reading, name: str, span: Span, words: VerdictWords) -> Strength:
    introduced = reading.purpose is Purpose.INTRODUCTION_REQUEST and name == "says-why-them"
    why = words.strengths[f"{name}-other" if introduced else name]
    check = "advice-linked-to-action" if name == "not-yet" else name
    quote = reading.letter.raw[span.start : span.end]
    return Strength(check=check, quote=quote, why=why, start=span.start, end=span.end)

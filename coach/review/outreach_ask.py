"""Checks on the favour asked: is there one, is it small, can it be answered, can it be refused?"""

import re

from coach.domain.vocabulary import Purpose
from coach.review.ask_sizes import minutes_asked, sizes
from coach.review.favours import how_many
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.requests import (
    TALK,
    Request,
    also_asked,
    competing,
    count_questions,
    find_requests,
    questions,
)
from coach.review.text import Span
from coach.review.topics import specific_topics
from coach.review.work_asks import denied, job_asks

MAX_MINUTES = 35
"""About thirty minutes: the longest talk a stranger should be asked for."""
MAX_QUESTIONS = 3
_COUNTED = re.compile(r"\b\d+[ -](?:pages?|slides?|lines?|words?)\b", re.IGNORECASE)
_SELF_SIZED = frozenset({"introduction", "advocacy", "apply", "job", "materials", "deed"})


def one_clear_ask(reading: Reading) -> Verdict:
    """There is a recognisable request, and no second one competes with it."""
    requests = find_requests(reading)
    if not _asks_at_all(reading, requests):
        return asks_nothing()
    kinds, more = competing(reading, requests), also_asked(reading, requests)
    if len(kinds) > 1 or more is not None:
        competes = [r for r in requests if r.kinds & _favours_of(kinds)] or requests
        return fails(
            f"You ask for {how_many(reading, requests, kinds)} different favours; faced with several, people do none.",
            "Which one matters most now? Keep that one and leave the others for later.",
            more or competes[-1].sentence,
        )
    return passes(PRAISES["one-clear-ask"])


def asks_nothing() -> Verdict:
    """Return the verdict on a message without a request."""
    return fails(
        "Your reader gets to the end without knowing what you would like them to do.",
        "What would you like them to do: talk for 20 minutes, or write one line back? Say it in one sentence.",
    )


def asks_several(at: Span) -> Verdict:
    """Return the verdict on a message whose requests compete."""
    return fails(
        "You ask for more than one thing; faced with several, people do none.",
        "Which one matters most now? Keep that one and leave the others for later.",
        at,
    )


def _asks_at_all(reading: Reading, requests: tuple[Request, ...]) -> bool:
    """Tell whether there is a request; a go-between must be asked for an introduction."""
    if _subject_asks(reading):
        return True
    if reading.purpose is not Purpose.INTRODUCTION_REQUEST:
        return bool(requests or questions(reading))
    return any(
        reading.has("favour-introduction", s) and reading.has("request-cue", s)
        for s in reading.sentences
    ) or any("introduction" in r.kinds for r in requests)


def _subject_asks(reading: Reading) -> bool:
    """Tell whether the subject asks: an application by being one, others with "would you …?"."""
    subject = reading.letter.subject
    if subject is None:
        return False
    text = Span(0, len(subject.text), subject.text)
    if reading.purpose is Purpose.PROGRAMME_APPLICATION and reading.has("favour-apply", text):
        return True
    return subject.asks and reading.has("request-cue", text)


def _favours_of(buckets: frozenset[str]) -> frozenset[str]:
    return frozenset({*buckets, "talk"} if "conversation" in buckets else buckets)


def ask_time_boxed(reading: Reading) -> Verdict:
    """The size of the favour is plain: minutes, one line back, one form."""
    requests = find_requests(reading)
    hoped = _talk_for_others(reading)
    if not hoped and sizes(reading):
        return passes(PRAISES["ask-time-boxed"])
    applies = reading.purpose is Purpose.PROGRAMME_APPLICATION and any(
        "apply" in r.kinds for r in requests
    )
    boundless = [s for s in reading.unforced if reading.has("open-size", s)]
    boundless = boundless if reading.purpose is Purpose.PROGRAMME_APPLICATION else []
    if applies and not boundless:
        return passes("An application has a natural size.")
    open_asks = [
        r.sentence
        for r in requests
        if reading.has("open-size", r.sentence) or (not r.alternative and _is_open(reading, r))
    ]
    open_asks = hoped or boundless or open_asks
    if not open_asks:
        return passes("The favour has a natural size.")
    return is_unbounded(open_asks[0])


def is_unbounded(at: Span | None) -> Verdict:
    """Return the verdict on a favour of open size."""
    return fails(
        "Nobody can say yes to a favour of unknown size, so it waits, and then it is forgotten.",
        "How much do you ask for? Give the size: “20 minutes”, “one line by reply”.",
        at,
    )


def _talk_for_others(reading: Reading) -> list[Span]:
    """In the lines to pass on, the talk the sender hopes for ("She hopes to talk with you")."""
    if reading.purpose is not Purpose.INTRODUCTION_REQUEST or reading.has("size-told"):
        return []
    return [
        sentence
        for sentence in reading.sentences
        if reading.has("third-person-wish", sentence)
        and (reading.has("favour-talk", sentence) or reading.has("favour-visit", sentence))
    ]


def _is_open(reading: Reading, request: Request) -> bool:
    if request.kinds & TALK or "visit" in request.kinds:
        return True
    if "work" in request.kinds:
        return _COUNTED.search(request.sentence.text) is None
    if request.kinds & _SELF_SIZED:
        return False
    return not questions(reading) and not specific_topics(reading)


def ask_low_commitment(reading: Reading) -> Verdict:
    """A first contact asks for no mentorship, no series, no long meeting and no work."""
    for request in find_requests(reading):
        if "mentorship" in request.kinds:
            return fails(
                "You ask a stranger for a relationship; that is hard to say yes to on day one.",
                "What would you ask in one short conversation? Ask for that now; a good one leads to the next.",
                _first(reading, "favour-mentorship", request.sentence),
            )
        series = [
            at
            for at in reading.find("series", request.sentence)
            if not denied(reading, request.sentence, at)
        ]
        if series:
            return fails(
                "You ask for a series before the first meeting has shown whether you fit.",
                "What would you ask in one conversation? Ask for that, and leave the rest until you have both liked it.",
                series[0],
            )
        work = _work(reading, request)
        if work is not None:
            return fails(
                "You ask for work, and work for a stranger goes to the bottom of the pile.",
                "Which one question could your reader answer from memory? Ask that instead.",
                work,
            )
    whole = [r for r in find_requests(reading) if reading.has("size-minutes-day", r.ask)]
    if whole:
        at = _first(reading, "size-minutes-day", whole[0].ask)
        return asks_much(at, at.text.strip())
    long = [(minutes, at) for minutes, at in minutes_asked(reading) if minutes > MAX_MINUTES]
    if long:
        return asks_much(long[0][1], long[0][1].text.strip())
    return passes(PRAISES["ask-low-commitment"])


def asks_much(at: Span, size: str = "This") -> Verdict:
    """Return the verdict on a favour that is too large for a stranger."""
    return fails(
        f"{size} is a lot from somebody who does not know you yet.",
        "What could 15 to 30 minutes answer? Ask for that much.",
        at,
    )


def _first(reading: Reading, name: str, sentence: Span) -> Span:
    found = reading.find(name, sentence)
    return found[0] if found else sentence


def _work(reading: Reading, request: Request) -> Span | None:
    for_others = reading.has("third-person-wish", request.sentence)
    if "visit" in request.kinds and not for_others:
        return _first(reading, "favour-visit", request.ask)
    if "work" not in request.kinds or reading.has("small-work", request.sentence):
        return None
    found = [
        at
        for at in reading.find("favour-work", request.ask)
        if not denied(reading, request.sentence, at)
    ]
    return found[0] if found else None


def no_job_ask(reading: Reading) -> Verdict:
    """The message asks for no job, opening or referral, and for no CV to be passed on."""
    found = [at for sentence in reading.sentences for at in job_asks(reading, sentence)]
    if not found:
        return passes(PRAISES["no-job-ask"])
    return asks_for_work(found[0])


def asks_for_work(at: Span) -> Verdict:
    """Return the verdict on an ask for a job, an opening or a referral."""
    return fails(
        "Asked for a job, people send you to the careers page; asked for advice, they talk.",
        "What would you like to know about how they got there? Ask that, and leave jobs out of the first message.",
        at,
    )


def few_questions(reading: Reading) -> Verdict:
    """There are no more than three questions of substance."""
    number = count_questions(reading)
    if number <= MAX_QUESTIONS:
        return passes("You keep to a few questions.")
    listed = questions(reading)
    return fails(
        f"{number} questions look like a form to fill in; your reader will put it off.",
        "Keep the one or two you most want answered and save the rest for the talk.",
        listed[MAX_QUESTIONS] if len(listed) > MAX_QUESTIONS else None,
    )


def easy_out(reading: Reading) -> Verdict:
    """Something makes a no easy, in words the reader could lean on."""
    if any(reading.outs) or reading.has("easy-out", reading.letter.closing):
        return passes(PRAISES["easy-out"])
    return leaves_no_way_out()


def leaves_no_way_out() -> Verdict:
    """Return the verdict on a message that makes no easy no."""
    return fails(
        "Nothing makes a no easy, so a reader who cannot help may not answer at all.",
        "Add a short way out, such as “If this is not a good time, no problem at all.”",
    )

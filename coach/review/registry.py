"""Every outreach check: its id, how much it matters, the topics it rests on, where it applies."""

from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.vocabulary import Channel, Purpose, Relationship, Severity
from coach.review import (
    claims,
    outreach_ask,
    outreach_form,
    outreach_impact,
    outreach_manner,
    outreach_people,
    outreach_purpose,
    outreach_reason,
    outreach_times,
    privacy,
    topics,
)
from coach.review.outreach_reason import gives_empty_reason
from coach.review.reading import Reading, Verdict
from coach.review.requests import find_requests, questions

Applies = Callable[[Reading], bool]


@dataclass(frozen=True)
class Check:
    """A named test of a message. ``applies`` says where it counts.

    ``topics`` are guidance topics, or one card of a topic as ``topic/card``.
    """

    id: str
    severity: Severity
    run: Callable[[Reading], Verdict]
    topics: tuple[str, ...]
    applies: Applies


_ASKING = frozenset(
    {
        Purpose.FIRST_CONTACT,
        Purpose.INTRODUCTION_REQUEST,
        Purpose.FOLLOW_UP,
        Purpose.SPONSOR_ASK,
        Purpose.RECONNECT,
    }
)
_APPLYING = _ASKING | {Purpose.PROGRAMME_APPLICATION}


def _always(reading: Reading) -> bool:
    return True


def _for(*purposes: Purpose) -> Applies:
    return lambda reading: reading.purpose in purposes


def _with_brief(reading: Reading) -> bool:
    return reading.brief is not None


def _email(reading: Reading) -> bool:
    return reading.channel is Channel.EMAIL


def _email_with_subject(reading: Reading) -> bool:
    subject = reading.letter.subject
    return _email(reading) and subject is not None and bool(subject.text)


def _asks(reading: Reading) -> bool:
    """Purposes that must ask, and any other message that does."""
    return reading.purpose in _APPLYING or bool(find_requests(reading))


def _asks_for_something(reading: Reading) -> bool:
    return reading.purpose in _APPLYING and bool(find_requests(reading))


def _talk_asked(reading: Reading) -> bool:
    if reading.purpose in (
        Purpose.INTRODUCTION_REQUEST,
        Purpose.PROGRAMME_APPLICATION,
        Purpose.REPLY_TO_NO,
    ):
        return False
    asked = outreach_times.asks_for_talk(reading)
    return bool(asked) and (
        reading.purpose in _ASKING
        or any(r.sentence.asks and reading.has("size-minutes", r.sentence) for r in asked)
    )


def _unknown(reading: Reading) -> bool:
    """The reader of a thank-you or an update knows who is writing."""
    return not _KNOWN(reading)


def _refusable(reading: Reading) -> bool:
    return reading.purpose in _ASKING and bool(find_requests(reading) or questions(reading))


def _could_offer(reading: Reading) -> bool:
    """Something is easily offered among peers; elsewhere it counts only when it is done."""
    brief = reading.brief
    peer = brief is not None and brief.relationship is Relationship.PEER
    asks = reading.purpose in _ASKING and bool(find_requests(reading))
    return (peer and asks) or reading.has("offer-back")


_MUST, _SHOULD, _NOTE = Severity.MUST, Severity.SHOULD, Severity.NOTE
_NEW = _for(
    Purpose.FIRST_CONTACT, Purpose.INTRODUCTION_REQUEST, Purpose.FOLLOW_UP, Purpose.RECONNECT
)
_REASONED = _for(Purpose.FIRST_CONTACT, Purpose.INTRODUCTION_REQUEST)


def _reasoned(reading: Reading) -> bool:
    """First contacts must give a reason; where one is given unasked, it must not be empty."""
    return _REASONED(reading) or (_GIVES_REASON(reading) and gives_empty_reason(reading))


def _topical(reading: Reading) -> bool:
    """Purposes that must ask something; elsewhere "any thoughts?" must not be the only question."""
    return _TOPICAL(reading) or any(
        reading.phrases.pattern("vague-question").match(s.text) for s in reading.unforced
    )


_GIVES_REASON = _for(Purpose.FOLLOW_UP, Purpose.PROGRAMME_APPLICATION, Purpose.RECONNECT)
_KNOWN = _for(Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE, Purpose.REPLY_TO_NO, Purpose.CLOSING)
_TOPICAL = _for(
    Purpose.FIRST_CONTACT,
    Purpose.INTRODUCTION_REQUEST,
    Purpose.FOLLOW_UP,
    Purpose.RECONNECT,
    Purpose.PROGRAMME_APPLICATION,
)
_NOT_SPONSOR = _for(*(p for p in Purpose if p is not Purpose.SPONSOR_ASK))


def _must(name: str, run: Callable[[Reading], Verdict], about: str, applies: Applies) -> Check:
    return Check(name, _MUST, run, tuple(about.split()), applies)


def _should(name: str, run: Callable[[Reading], Verdict], about: str, applies: Applies) -> Check:
    return Check(name, _SHOULD, run, tuple(about.split()), applies)


_IN_OWN_WORDS = "own-voice/write-as-you-would-say-it own-voice"
"""The card that says to strike what is not one's own, before the others of its topic."""

OUTREACH: tuple[Check, ...] = (
    _must("names-recipient", outreach_people.names_recipient, "own-voice who-you-are", _always),
    _must("says-who-you-are", outreach_people.says_who_you_are, "who-you-are", _unknown),
    _must("says-why-them", outreach_reason.says_why_them, "why-them", _reasoned),
    _must("one-clear-ask", outreach_ask.one_clear_ask, "low-commitment-ask", _asks),
    _must("ask-time-boxed", outreach_ask.ask_time_boxed, "low-commitment-ask", _asks_for_something),
    _must("ask-low-commitment", outreach_ask.ask_low_commitment, "low-commitment-ask", _NEW),
    _must("question-specific", topics.question_specific, "specific-topic", _topical),
    _must("length-fits-channel", outreach_form.length_fits_channel, "length-and-channel", _always),
    _must("has-subject", outreach_form.has_subject, "subject-line", _email),
    _must("no-placeholder", outreach_form.no_placeholder, _IN_OWN_WORDS, _always),
    _must("no-unsupported-claim", claims.no_unsupported_claim, _IN_OWN_WORDS, _with_brief),
    _must("no-private-note", privacy.no_private_note, "confidentiality boundaries", _with_brief),
    _must("no-pressure", outreach_manner.no_pressure, "easy-out no-reply", _always),
    _must("no-job-ask", outreach_ask.no_job_ask, "not-a-job-ask", _NOT_SPONSOR),
    _must(
        "follow-up-capped",
        outreach_purpose.follow_up_capped,
        "follow-up no-reply",
        _for(Purpose.FOLLOW_UP),
    ),
    _must(
        "advice-linked-to-action",
        outreach_purpose.advice_linked_to_action,
        "progress-updates acting-on-advice",
        _for(Purpose.PROGRESS_UPDATE),
    ),
    _must(
        "evidence-of-impact",
        outreach_impact.evidence_of_impact,
        "sponsor-ask promotion-case",
        _for(Purpose.SPONSOR_ASK),
    ),
    _must(
        "forwardable-blurb",
        outreach_purpose.forwardable_blurb,
        "warm-introduction",
        _for(Purpose.INTRODUCTION_REQUEST),
    ),
    _should(
        "subject-specific", outreach_form.subject_specific, "subject-line", _email_with_subject
    ),
    _should("easy-out", outreach_ask.easy_out, "easy-out", _refusable),
    _should("offers-times", outreach_times.offers_times, "offering-times", _talk_asked),
    _should("few-questions", outreach_ask.few_questions, "specific-topic good-questions", _always),
    _should("no-cliche", outreach_manner.no_cliche, _IN_OWN_WORDS, _always),
    _should("no-over-apology", outreach_manner.no_over_apology, "fear-of-asking", _always),
    _should("no-flattery", outreach_manner.no_flattery, "why-them", _always),
    _should("plain-language", outreach_form.plain_language, _IN_OWN_WORDS, _always),
    _should("thanks", outreach_form.thanks, "gratitude", _always),
    Check("offers-back", _NOTE, outreach_purpose.offers_back, ("reciprocity",), _could_offer),
    _should("tone-fits", outreach_manner.tone_fits, "culture-power own-voice", _with_brief),
)
"""In the order in which findings are shown."""

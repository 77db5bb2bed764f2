"""Reviews one message: runs every check that applies and turns verdicts into findings."""

import datetime
from collections.abc import Mapping, Sequence

from coach.domain.brief import OutreachBrief
from coach.domain.results import Finding
from coach.domain.vocabulary import Channel, Purpose, Severity
from coach.review.letter import read_letter
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.private_notes import Alike
from coach.review.reading import Memo, Reading, SecondReader, Verdict
from coach.review.registry import OUTREACH
from coach.review.second_reader import judge

Cards = Mapping[str, Sequence[str]]
"""Topic -> ids of its cards."""


def review_message(
    text: str,
    *,
    brief: OutreachBrief | None = None,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    subject: str | None = None,
    today: datetime.date | None = None,
    cards: Cards | None = None,
    phrases: Phrases | None = None,
    alike: Alike | None = None,
    second: SecondReader | None = None,
) -> tuple[Finding, ...]:
    """Run every check that applies to a message.

    Args:
        text: the message; it may begin with a "Subject: …" line, unless ``subject`` is given.
        brief: what the mentee told us; without it, checks that need one are absent.
        channel: defaults to the brief's, else e-mail.
        purpose: defaults to the brief's, else first contact.
        subject: the subject, when ``text`` is the body only.
        today: the day from which waiting times are counted.
        cards: topic -> card ids, to fill each finding's ``cards``.
        phrases: the phrase lists; by default those of the knowledge folder.
        alike: notices private notes in other words; without it only words are compared.
        second: reads the message a second time; without it the rules stand alone.

    Returns:
        One finding per applicable check, in the registry's order; offsets are into ``text``.
    """
    reading = read_message(
        text,
        brief=brief,
        channel=channel,
        purpose=purpose,
        subject=subject,
        today=today,
        phrases=phrases,
        alike=alike,
        second=second,
    )
    return check_message(reading, cards)


def check_message(reading: Reading, cards: Cards | None = None) -> tuple[Finding, ...]:
    """Run every check that applies to a message already read; else as ``review_message``."""
    return tuple(
        as_finding(
            check.id, check.severity, judge(check, reading), reading.letter.raw, check.topics, cards
        )
        for check in OUTREACH
        if check.applies(reading)
    )


def read_message(
    text: str,
    *,
    brief: OutreachBrief | None = None,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    subject: str | None = None,
    today: datetime.date | None = None,
    phrases: Phrases | None = None,
    memo: Memo | None = None,
    alike: Alike | None = None,
    second: SecondReader | None = None,
) -> Reading:
    """Prepare a message for the checks; arguments as for ``review_message``.

    ``memo`` is that of an earlier reading of much the same text, to read no sentence twice.
    """
    return Reading(
        letter=read_letter(text, subject),
        brief=brief,
        channel=channel or (brief.channel if brief else Channel.EMAIL),
        purpose=purpose or (brief.purpose if brief else Purpose.FIRST_CONTACT),
        today=today or datetime.date.today(),
        phrases=phrases or load_phrases(default_knowledge()),
        memo=memo or Memo(),
        alike=alike,
        second=second,
    )


def as_finding(
    check: str,
    severity: Severity,
    verdict: Verdict,
    text: str,
    topics: Sequence[str] = (),
    cards: Cards | None = None,
) -> Finding:
    """Turn a verdict into a finding whose quote is exactly ``text[start:end]``."""
    known = cards or {}
    return Finding(
        check=check,
        passed=verdict.passed,
        severity=severity,
        message=verdict.message,
        quote=text[verdict.start : verdict.end],
        start=verdict.start,
        end=verdict.end,
        fix=verdict.fix,
        cards=tuple(dict.fromkeys(card for topic in topics for card in known.get(topic, ()))),
    )

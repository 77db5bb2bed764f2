"""Proposes small changes to a person's own message: their words stay, the change is shown.

Only changes that keep the meaning are made, and a change is kept only when reviewing the text again
finds nothing newly wrong. What would need a fact, a choice or a rewrite stays a finding.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from coach.domain.brief import OutreachBrief
from coach.domain.results import Change, Finding, ImprovedText
from coach.domain.vocabulary import Channel, Purpose
from coach.review.improve_steps import STEPS, Step
from coach.review.message import read_message, review_message
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.text import MAX_READ, words

MAX_CHANGES = 24
"""More changes than this would no longer be the person's own message."""


_MEND_WHOLLY = frozenset({"ask-low-commitment", "ask-time-boxed"})
"""Half a change to the favour itself would only confuse it."""


@dataclass(frozen=True)
class _Setting:
    """Everything but the text that a review depends on."""

    brief: OutreachBrief | None
    channel: Channel | None
    purpose: Purpose | None
    phrases: Phrases

    def failures(self, subject: str, body: str) -> frozenset[str]:
        """Return the checks that a message fails."""
        found = review_message(
            body,
            subject=subject,
            brief=self.brief,
            channel=self.channel,
            purpose=self.purpose,
            phrases=self.phrases,
        )
        return frozenset(f.check for f in found if not f.passed)

    def steps(self, subject: str, body: str, check: str) -> Iterator[Step]:
        """Return the changes that might mend ``check``, best first."""
        if check not in STEPS:
            return iter(())
        reading = read_message(
            body,
            subject=subject,
            brief=self.brief,
            channel=self.channel,
            purpose=self.purpose,
            phrases=self.phrases,
        )
        return iter(STEPS[check](reading, subject, check))


def improve_message(
    text: str,
    findings: Iterable[Finding],
    *,
    brief: OutreachBrief | None = None,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    subject: str | None = None,
    phrases: Phrases | None = None,
) -> tuple[ImprovedText, tuple[Change, ...], float]:
    """Propose changes that mend what failed, and nothing else.

    Args:
        text: the message, with or without a "Subject: …" line.
        findings: the findings of its review; only failed ones are worked on.
        brief: what the mentee told us.
        channel: defaults to the brief's, else e-mail.
        purpose: defaults to the brief's, else first contact.
        subject: the subject, when ``text`` is the body only.
        phrases: the phrase lists; by default those of the knowledge folder.

    Returns:
        The changed text (a text beyond any message's length comes back unchanged), the changes in
        the order made, and the share of the person's own words
        kept, from 0 to 1.
    """
    lists = phrases or load_phrases(default_knowledge())
    setting = _Setting(brief, channel, purpose, lists)
    title, body = _parts(text, subject, setting)
    if len(text) > MAX_READ:
        return ImprovedText(subject=title, body=body), (), 1.0
    before = len(words(title)) + len(words(body))
    cards = {f.check: next(iter(f.cards), "") for f in findings if not f.passed}
    changes: list[Change] = []
    for check in STEPS:
        if check in cards:
            title, body, made = _mend(setting, title, body, check, cards[check])
            changes.extend(made)
    return ImprovedText(subject=title, body=body), tuple(changes), _kept(before, changes)


def _parts(text: str, subject: str | None, setting: _Setting) -> tuple[str, str]:
    if subject is not None:
        return subject, text
    letter = read_message(text, phrases=setting.phrases).letter
    if letter.subject is None:
        return "", text[letter.body_start :].lstrip("\n") if letter.body_start else text
    return (
        text[letter.subject.start : letter.subject.end],
        text[letter.body_start :].lstrip("\n"),
    )


def _mend(
    setting: _Setting, subject: str, body: str, check: str, card: str
) -> tuple[str, str, list[Change]]:
    """Apply the steps for one check, each only if nothing newly fails."""
    made: list[Change] = []
    failing = setting.failures(subject, body)
    while check in failing and len(made) < MAX_CHANGES:
        for step in setting.steps(subject, body, check):
            if (step.subject, step.body) == (subject, body):
                continue
            after = setting.failures(step.subject, step.body)
            mended = check not in after or check not in _MEND_WHOLLY
            if after <= failing and mended and _still_a_message(step.body):
                subject, body, failing = step.subject, step.body, after
                made.append(
                    Change(
                        before=step.before, after=step.after, why=step.why, check=check, card=card
                    )
                )
                break
        else:
            break
    return subject, body, made


def _still_a_message(body: str) -> bool:
    return len(words(body)) > 2


def _kept(before: int, changes: Sequence[Change]) -> float:
    """Return the share of the person's words that no change took away, in order."""
    if before == 0:
        return 1.0
    lost = 0
    for change in changes:
        old, new = words(change.before.lower()), words(change.after.lower())
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        lost += len(old) - sum(block.size for block in matcher.get_matching_blocks())
    return round(max(0.0, 1 - lost / before), 3)

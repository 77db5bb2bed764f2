"""Proposes small changes to a person's own message: their words stay, the change is shown.

Only changes that keep the meaning are made, and a change is kept only when reviewing the text again
finds nothing newly wrong. What would need a fact, a choice or a rewrite stays a finding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from coach.domain.brief import OutreachBrief
from coach.domain.results import Change, Finding, ImprovedText
from coach.domain.vocabulary import Channel, Purpose, Severity
from coach.review.accept import Places, accept, parts, places, words_kept
from coach.review.edits import Edit, Edits, Reason, by_place
from coach.review.improve_steps import STEPS, Step
from coach.review.message import read_message
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.private_notes import Alike
from coach.review.reading import Memo, Reading, SecondReader
from coach.review.registry import OUTREACH, Check
from coach.review.second_reader import judge, made_worse
from coach.review.text import MAX_READ, words

MAX_CHANGES = 24
"""More changes than this would no longer be the person's own message."""


_MEND_WHOLLY = frozenset({"ask-low-commitment", "ask-time-boxed"})
"""Half a change to the favour itself would only confuse it."""
_AT_A_PRICE = frozenset({"no-private-note"})
"""What is taken out even if the message is then less polished."""
_ENOUGH_WORDS = 3
"""A body with fewer words than this is no message any more."""


@dataclass(frozen=True)
class Improvement:
    """What is proposed for a text, and what no change can mend.

    ``left`` are the checks that still fail with every change made; ``kept`` is the share of the
    person's own words that stay, from 0 to 1.
    """

    improved: ImprovedText
    changes: tuple[Change, ...]
    kept: float
    left: frozenset[str]


@dataclass(frozen=True)
class _Setting:
    """Everything but the text that a review depends on."""

    brief: OutreachBrief | None
    channel: Channel | None
    purpose: Purpose | None
    phrases: Phrases
    memo: Memo
    alike: Alike | None
    second: SecondReader | None

    def read_body(self, subject: str, body: str) -> Reading:
        """Prepare a message for the steps, which change its body."""
        return self._read(body, subject)

    def read_whole(self, subject: str, body: str) -> Reading:
        """Prepare a message for the checks, as it will be read when it is given again."""
        head = f"Subject: {subject}\n\n" if subject else ""
        return self._read(head + body, None)

    def _read(self, text: str, subject: str | None) -> Reading:
        return read_message(
            text,
            subject=subject,
            brief=self.brief,
            channel=self.channel,
            purpose=self.purpose,
            phrases=self.phrases,
            memo=self.memo,
            alike=self.alike,
            second=self.second,
        )


@dataclass
class _Draft:
    """The message as it has become, what it fails, and the edits that led there."""

    setting: _Setting
    title: Edits
    body: Edits
    failing: frozenset[str]
    _reading: Reading | None = field(default=None, init=False)
    _whole: Reading | None = field(default=None, init=False)

    @property
    def reading(self) -> Reading:
        """The message as the steps see it; read once for each state."""
        if self._reading is None:
            self._reading = self.setting.read_body(self.title.now, self.body.now)
        return self._reading

    @property
    def whole(self) -> Reading:
        """The message as the checks see it; read once for each state."""
        if self._whole is None:
            self._whole = self.setting.read_whole(self.title.now, self.body.now)
        return self._whole

    def steps(self, check: str) -> Iterator[Step]:
        """Return the changes that might mend ``check``, best first."""
        return iter(STEPS[check](self.reading, self.title.now, check))

    def take(self, step: Step, check: str, card: str) -> bool:
        """Make a step if nothing newly fails by it; say whether it was made."""
        if (step.subject, step.body) == (self.title.now, self.body.now):
            return False
        if len(words(step.body)) < _ENOUGH_WORDS:
            return False
        changed = self.setting.read_whole(step.subject, step.body)
        after = _failing_still(self.whole, changed, self.failing, at_a_price=check in _AT_A_PRICE)
        if after is None or (check in after and check in _MEND_WHOLLY):
            return False
        reason = Reason(step.why, check, card)
        self.title.become(step.subject, reason, step.before, step.after)
        self.body.become(step.body, reason, step.before, step.after)
        self.failing, self._reading, self._whole = after, None, changed
        return True


def _fails(check: Check, reading: Reading) -> bool:
    return check.applies(reading) and not judge(check, reading).passed


def _failing_still(
    before: Reading, reading: Reading, failing: frozenset[str], *, at_a_price: bool = False
) -> frozenset[str] | None:
    """Return what fails now; None as soon as the change made anything fail that did not before.

    ``at_a_price`` lets what is no *must* fail newly.
    """
    fails = set()
    for check in sorted(OUTREACH, key=lambda one: one.id in failing):
        if not _fails(check, reading):
            continue
        allowed = check.id in failing or (at_a_price and check.severity is not Severity.MUST)
        if not allowed and made_worse(check, before, reading):
            return None
        fails.add(check.id)
    return frozenset(fails)


def improve_message(
    text: str,
    findings: Iterable[Finding],
    *,
    brief: OutreachBrief | None = None,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    phrases: Phrases | None = None,
    memo: Memo | None = None,
    alike: Alike | None = None,
    second: SecondReader | None = None,
) -> Improvement:
    """Propose changes that mend what failed, and nothing else.

    Args:
        text: the message, with or without a "Subject: …" line.
        findings: the findings of its review; only failed ones are worked on.
        brief: what the mentee told us.
        channel: defaults to the brief's, else e-mail.
        purpose: defaults to the brief's, else first contact.
        phrases: the phrase lists; by default those of the knowledge folder.
        memo: that of the reading the findings came from.
        alike: notices private notes in other words, as in that reading.
        second: reads the message a second time, as in that reading.

    Returns:
        The changes, in the order of the text, each with its place in it; they do not overlap, and
        ``accept`` makes any of them. A text beyond any message's length comes back unchanged.
    """
    cards = {f.check: next(iter(f.cards), "") for f in findings if not f.passed}
    failing = frozenset(cards)
    if len(text) > MAX_READ or not failing & set(STEPS):
        return Improvement(parts(text), (), 1.0, failing)
    at = places(text)
    title, body = text[slice(*at.title)], text[at.body :]
    lists = phrases or load_phrases(default_knowledge())
    setting = _Setting(brief, channel, purpose, lists, memo or Memo(), alike, second)
    draft = _Draft(setting, Edits(title), Edits(body), failing)
    for check in STEPS:
        _mend(draft, check, cards.get(check, ""))
    changes = _changes(text, at, draft)
    kept = words_kept(text, changes)
    return Improvement(accept(text, changes), changes, kept, draft.failing)


def _mend(draft: _Draft, check: str, card: str) -> None:
    """Take the steps for one check until it passes or none is left."""
    made = 0
    while check in draft.failing and made < MAX_CHANGES:
        if not any(draft.take(step, check, card) for step in draft.steps(check)):
            return
        made += 1


def _changes(text: str, at: Places, draft: _Draft) -> tuple[Change, ...]:
    """Return the edits of subject and body as changes of the whole text."""
    titled = [_as_subject_line(text, at, edit) for edit in by_place(draft.title.all, at.title[0])]
    return tuple(
        Change(
            before=text[edit.start : edit.end],
            after=edit.new,
            why=" ".join(dict.fromkeys(reason.why for reason in edit.reasons)),
            check=edit.reasons[0].check,
            card=edit.reasons[0].card,
            start=edit.start,
            end=edit.end,
        )
        for edit in (*titled, *by_place(draft.body.all, at.body))
    )


def _as_subject_line(text: str, at: Places, edit: Edit) -> Edit:
    """Give a new subject the line it stands on."""
    if not at.titled:
        return Edit(edit.start, edit.end, f"Subject: {edit.new}\n\n", edit.reasons)
    touching = not text[: edit.start].endswith(" ")
    return Edit(edit.start, edit.end, " " * touching + edit.new, edit.reasons)

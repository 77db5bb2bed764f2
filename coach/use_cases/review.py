"""Reviews the mentee's own message: findings, proposed changes, and how much of it is kept."""

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.domain.results import Finding, ImprovedText, Review, WriterInfo
from coach.domain.vocabulary import Channel, Purpose
from coach.errors import InputError
from coach.review import Care, Improvement, default_knowledge, improve_message
from coach.review.message import check_message, read_message
from coach.review.ordering import in_readers_order
from coach.review.provenance import clauses_of
from coach.review.reading import Memo
from coach.review.safety import LEGAL_MEDICAL
from coach.review.strengths import strengths
from coach.review.text import MAX_READ
from coach.review.verdict import verdict, verdict_words
from coach.use_cases.guidance import cards_by_topic
from coach.use_cases.model_edits import Setting, edit_with_model
from coach.use_cases.ports import Cards, Model, Opened, OpenedReader, Told
from coach.use_cases.private_notes import opened
from coach.use_cases.safety import finding, notice
from coach.use_cases.second_reader import reader

LONGEST = 100_000
"""Characters of a message that are read; no message is longer."""


def review(
    text: str,
    *,
    brief: AnyBrief | None = None,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    cards: Cards | None = None,
    told: Told | None = None,
    alike: Opened | None = None,
    second: OpenedReader | None = None,
    model: Model | None = None,
    anyway: bool = False,
) -> Review:
    """Check a message the mentee wrote.

    Args:
        text: the message; a first line ``Subject: …`` is its subject.
        brief: what is known about the two people; only an outreach brief is used.
        channel: overrides the brief's channel.
        purpose: overrides the brief's purpose.
        cards: the guidance that findings point to.
        told: notices distress or harm that is told in words no list foresees.
        alike: opens what notices private notes in other words; used only when there are some.
        second: opens what reads the message a second time.
        model: edits what no rule can mend, when nothing in the text calls for care.
        anyway: review also what is withheld for care, because the mentee wants it all the same.

    Raises:
        InputError: when the text is empty, far too long, or the brief is of another kind.
    """
    _check_length(text)
    known = _for_a_message(brief)
    care = notice(text, told)
    if care is not None and care.sure and care.check != LEGAL_MEDICAL and not anyway:
        return _withheld(text, care)
    by_topic = cards_by_topic(cards) if cards is not None else None
    reading = read_message(
        text,
        brief=known,
        channel=channel,
        purpose=purpose,
        alike=opened(known, alike),
        second=reader(second),
    )
    findings = check_message(reading, by_topic)
    setting = Setting(known, channel, purpose, reading.alike, reading.second)
    editor = model if care is None and len(text) <= MAX_READ else None
    proposed, writer = _proposed(text, findings, reading.memo, setting, editor)
    words = verdict_words(default_knowledge())
    return Review(
        writer=writer,
        care=care.said if care is not None else "",
        verdict=verdict(findings, proposed.changes, proposed.left, words),
        strengths=strengths(reading, findings, proposed.changes, words),
        findings=in_readers_order(findings),
        improved=proposed.improved,
        changes=proposed.changes,
        own_words_kept=proposed.kept,
        clauses=clauses_of(reading, text) if known is not None else (),
    )


def _proposed(
    text: str, findings: tuple[Finding, ...], memo: Memo, setting: Setting, model: Model | None
) -> tuple[Improvement, WriterInfo]:
    """The changes that rules make, and those of a model where there is one."""
    by_rule = improve_message(
        text,
        findings,
        brief=setting.brief,
        channel=setting.channel,
        purpose=setting.purpose,
        memo=memo,
        alike=setting.alike,
        second=setting.second,
    )
    if model is None:
        return by_rule, WriterInfo()
    made = edit_with_model(text, by_rule.changes, findings, setting, model)
    return Improvement(made.improved, made.changes, made.kept, made.left), made.writer


def _check_length(text: str) -> None:
    if not text.strip():
        raise InputError(
            "there is no text to review", "Paste your message, or give a file that holds it."
        )
    if len(text) > LONGEST:
        raise InputError(
            f"the text has {len(text):,} characters; a message has at most {LONGEST:,}",
            "Give the message alone, without attachments or the thread below it.",
        )


def _for_a_message(brief: AnyBrief | None) -> OutreachBrief | None:
    if brief is None or isinstance(brief, OutreachBrief):
        return brief
    raise InputError(
        f"a message is reviewed with a brief of kind outreach, and this one is {brief.kind}",
        "Give the outreach brief, or leave --brief out.",
    )


def _withheld(text: str, care: Care) -> Review:
    """A review that says what matters more than the wording, and changes nothing."""
    letter = read_message(text).letter
    subject = letter.subject.text if letter.subject is not None else ""
    body = text[letter.body_start :].lstrip("\n")
    return Review(
        care=care.note,
        verdict=verdict_words(default_knowledge()).verdicts["withheld"],
        findings=(finding(care, in_text=True),),
        improved=ImprovedText(subject=subject, body=body),
        changes=(),
        own_words_kept=1.0,
    )

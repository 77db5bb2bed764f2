"""Reviews the mentee's own message: findings, proposed changes, and how much of it is kept."""

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.domain.results import Review
from coach.domain.vocabulary import Channel, Purpose
from coach.errors import InputError
from coach.review import improve_message, review_message
from coach.use_cases.guidance import cards_by_topic
from coach.use_cases.ports import Cards

LONGEST = 100_000
"""Characters of a message that are read; no message is longer."""


def review(
    text: str,
    *,
    brief: AnyBrief | None = None,
    channel: Channel | None = None,
    purpose: Purpose | None = None,
    cards: Cards | None = None,
) -> Review:
    """Check a message the mentee wrote.

    Args:
        text: the message; a first line ``Subject: …`` is its subject.
        brief: what is known about the two people; only an outreach brief is used.
        channel: overrides the brief's channel.
        purpose: overrides the brief's purpose.
        cards: the guidance that findings point to.

    Raises:
        InputError: when the text is empty, far too long, or the brief is of another kind.
    """
    if not text.strip():
        raise InputError(
            "there is no text to review", "Paste your message, or give a file that holds it."
        )
    if len(text) > LONGEST:
        raise InputError(
            f"the text has {len(text):,} characters; a message has at most {LONGEST:,}",
            "Give the message alone, without attachments or the thread below it.",
        )
    if brief is not None and not isinstance(brief, OutreachBrief):
        raise InputError(
            f"a message is reviewed with a brief of kind outreach, and this one is {brief.kind}",
            "Give the outreach brief, or leave --brief out.",
        )
    by_topic = cards_by_topic(cards) if cards is not None else None
    findings = review_message(text, brief=brief, channel=channel, purpose=purpose, cards=by_topic)
    improved, changes, kept = improve_message(
        text, findings, brief=brief, channel=channel, purpose=purpose
    )
    return Review(findings=findings, improved=improved, changes=changes, own_words_kept=kept)

"""Notices what must not be coached away in what a mentee writes, and stops there.

Plain words are noticed by patterns; a model, where there is one, notices what is told in other words. The
person decides: what was withheld is written when they say that it is not what this is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief
from coach.domain.results import (
    AgendaDraft,
    AnyDraft,
    Finding,
    OutreachDraft,
    ReflectionDraft,
    Review,
)
from coach.domain.vocabulary import Severity
from coach.review import Care, care_for, care_named
from coach.review.safety import IDS, LEGAL_MEDICAL, of_another
from coach.use_cases.ports import Told

_LISTS = (
    "questions",
    "notes",
    "feelings",
    "worries",
    "goals",
    "updates",
    "open_actions",
    "last_advice",
    "advice_received",
    "commitments",
    "private_notes",
)
_PRIVATE = "private_notes"
_OPEN = ("topic", "questions", "notes", "feelings", "worries", _PRIVATE)
"""Fields in which people tell how they are. Elsewhere, where they give facts, the model is not sure enough to
hold anything back."""
_GRAVITY = {check: place for place, check in enumerate(IDS)}


@dataclass(frozen=True)
class Noticed:
    """What was noticed in a brief, the field it stands in, and whether nothing may be written."""

    care: Care
    field: str
    stops: bool


def notice(text: str, told: Told | None = None) -> Care | None:
    """The gravest thing a text tells of: by its plain words, else by the model."""
    by_words = care_for(text)
    if by_words is not None or told is None:
        return by_words
    found = told.told(text)
    if found is None:
        return None
    check, sentence, sure = found
    start = max(text.find(sentence), 0)
    quote = sentence if text[start:].startswith(sentence) else ""
    return care_named(check, quote, start, sure=sure)


def notice_in(brief: AnyBrief, told: Told | None = None) -> Noticed | None:
    """The gravest thing a brief tells of.

    Nothing is written about distress, misconduct or discrimination. A private note on what somebody
    else does ("my manager …") is answered with care, and does not stop a message to a third person;
    nor does what is not sure.
    """
    found = [
        Noticed(care, field, _stops(care, field, text))
        for field, text in _telling(brief)
        if (care := _notice_in(field, text, told)) is not None
    ]
    return min(found, key=_first, default=None)


def _notice_in(field: str, text: str, told: Told | None) -> Care | None:
    by_words = care_for(text)
    if by_words is not None or field in _OPEN:
        return by_words or notice(text, told)
    heard = notice(text, told)
    return replace(heard, sure=False) if heard is not None and heard.sure else None


def _first(noticed: Noticed) -> tuple[bool, bool, int]:
    return not noticed.stops, not noticed.care.sure, _GRAVITY[noticed.care.check]


def _telling(brief: AnyBrief) -> Iterator[tuple[str, str]]:
    """What the mentee tells in their own words, field by field."""
    for field in ("topic", "connection", "why_them"):
        yield field, getattr(brief, field)
    for field in _LISTS:
        for text in getattr(brief, field, ()):
            yield field, text
    for fact in brief.sender.facts:
        yield "sender.facts", fact
    for entry in brief.history:
        for part in ("what", "advice", "action", "result"):
            yield f"history.{part}", getattr(entry, part)


def _stops(care: Care, field: str, text: str) -> bool:
    if care.check == LEGAL_MEDICAL or not care.sure:
        return False
    return care.check == IDS[0] or field != _PRIVATE or not of_another(text)


def finding(care: Care, *, in_text: bool = False) -> Finding:
    """What was noticed, as a finding; it quotes the words only when they stand ``in_text``."""
    return Finding(
        check=care.check,
        passed=False,
        severity=Severity.MUST,
        message=care.note,
        quote=care.quote if in_text else "",
        start=care.start if in_text else 0,
        end=care.end if in_text else 0,
        fix=care.fix,
    )


def _withheld(care: Care) -> Finding:
    return finding(replace(care, fix=f"{care.withheld} {care.fix}"))


def withheld_draft(brief: AnyBrief, noticed: Noticed) -> AnyDraft:
    """A result with the note, the one question, and nothing else."""
    care = noticed.care
    said = {"care": care.note, "findings": (_withheld(care),), "questions": (care.question,)}
    if isinstance(brief, OutreachBrief):
        nothing = OutreachDraft(subject="", body="", style=brief.style, sentences=())
        return nothing.model_copy(update=said)
    if isinstance(brief, AgendaBrief):
        plan = AgendaDraft(style=brief.style, title="", purpose="", minutes=0, items=())
        return plan.model_copy(update=said)
    return ReflectionDraft(style=brief.style, sections=()).model_copy(update=said)


def is_withheld(found: AnyDraft | Review) -> bool:
    """Whether nothing was written, or reviewed, for care."""
    if isinstance(found, Review):
        return bool(found.care) and all(one.check in IDS for one in found.findings)
    if isinstance(found, OutreachDraft):
        written = bool(found.body)
    else:
        written = bool(found.items if isinstance(found, AgendaDraft) else found.sections)
    return bool(found.care) and not written


def is_hint(found: AnyDraft) -> bool:
    """Whether what is said of care is only offered: no finding stands behind it."""
    return bool(found.care) and all(one.check not in IDS for one in found.findings)


def with_care(found: AnyDraft, noticed: Noticed) -> AnyDraft:
    """A draft that is written, with the note before it, or one quiet line where it is not sure."""
    care = noticed.care
    if not care.sure:
        return found.model_copy(update={"care": care.said})
    findings = (finding(care), *found.findings)
    return found.model_copy(update={"care": care.said, "findings": findings})

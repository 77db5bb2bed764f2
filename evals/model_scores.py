"""Judges what came of one item, whichever way it was made, by the same measures.

The *must* checks are the product's own. Unsupported claims are counted by the claims check in
messages; in agendas and reflections they are names, dates and numbers that the brief does not hold;
in answers, sentences that no card is near to. Coach style is judged by ``evals.advice_judge``.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from coach.domain.brief import AgendaBrief, AnyBrief, OutreachBrief, ReflectionBrief
from coach.domain.results import AgendaDraft, Finding, ReflectionDraft
from coach.domain.vocabulary import Severity, Style
from coach.review import (
    coach_asks_only,
    mentor_advises,
    review_agenda,
    review_message,
    review_reflection,
    unsupported_claims,
)
from coach.review.text import words
from evals.advice_judge import advice_in, is_open, pieces

_ITEM_MINUTES = re.compile(r"\b\d+\s*-?\s*min(?:ute)?s?\b", re.IGNORECASE)
_TOKEN = re.compile(r"\b[A-Z][\w'’-]+\b|\b\d[\d.,:/]*\b")
_COMMON = frozenset(
    "I I'm I'd I've I'll CV Q Q&A What So Now How Which When Why Where Who Advice Stage Section".split()
)
_TITLE_CASE = 0.5
"""Share of capitals from which a line is a heading, where capitals are no names."""


@dataclass(frozen=True)
class Score:
    """What is counted of one item.

    Attributes:
        failed: the must checks that fail.
        asked: whether each of them has a question to the mentee that would mend it.
        claims: unsupported claims.
        coach: sentences that break coach style; 0 in mentor style.
        kept: the share of the mentee's own words that stay, where there are any.
        cited: cards cited, of those that exist; ``wanted`` are the cards that answer.
    """

    failed: tuple[str, ...]
    asked: bool = False
    claims: int = 0
    coach: int = 0
    kept: float | None = None
    cited: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()


def message_score(
    subject: str,
    body: str,
    brief: OutreachBrief,
    day: datetime.date,
    *,
    draft: str = "",
    questions: Sequence[str] = (),
    asked: bool = False,
) -> Score:
    """Of a message; ``draft`` is the mentee's own, ``questions`` are put to the mentee with it."""
    if not body.strip():
        return Score(("empty",), asked=asked, kept=0.0)
    title = subject or None
    findings = review_message(body, brief=brief, subject=subject, today=day)
    claims = unsupported_claims(body, brief, subject=title, today=day)
    coach = _faults(questions) if brief.style is Style.COACH else 0
    return Score(
        _failed(findings), asked, len(claims), coach, _kept(draft, brief, f"{subject}\n{body}")
    )


def plan_score(
    draft: AgendaDraft | ReflectionDraft, brief: AnyBrief, *, asked: bool = False
) -> Score:
    """Of an agenda or a reflection; the promise of style is one of the checks, as in the product."""
    if isinstance(draft, AgendaDraft):
        assert isinstance(brief, AgendaBrief)
        findings = review_agenda(draft, brief) if draft.items else ()
        told = [*draft.prepare, *draft.questions]
        advised: Sequence[str] = draft.prepare
        texts = [draft.purpose, *told, *(t for i in draft.items for t in (i.why, *i.questions))]
    else:
        assert isinstance(brief, ReflectionBrief)
        findings = review_reflection(draft, brief) if draft.sections else ()
        advised = [text for section in draft.sections for text in section.advice]
        prompts = [text for section in draft.sections for text in section.prompts]
        told = texts = [*prompts, *advised, *draft.questions]
    if not findings:
        return Score(("empty",), asked=asked)
    in_coach_style = brief.style is Style.COACH
    style = coach_asks_only(told) if in_coach_style and told else mentor_advises(advised)
    style = style if told or not in_coach_style else style.model_copy(update={"passed": True})
    return Score(
        _failed((*findings, style)),
        asked,
        sum(len(strange(text, brief)) for text in texts),
        _faults(told) if in_coach_style else 0,
    )


def _failed(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(f.check for f in findings if f.severity is Severity.MUST and not f.passed)


def _faults(texts: Sequence[str]) -> int:
    """Texts put to the mentee that advise, or do not end in an open question."""
    return sum(bool(advice_in(text)) or not any(map(is_open, pieces(text))) for text in texts)


def strange(text: str, brief: AnyBrief) -> tuple[str, ...]:
    """Names, dates and numbers in a text of a plan that its brief does not hold."""
    known = brief.model_dump_json().lower()
    found: list[str] = []
    for sentence in pieces(_ITEM_MINUTES.sub("", text)):
        tokens = list(_TOKEN.finditer(sentence))
        capitals = sum(not token.group()[0].isdigit() for token in tokens)
        told = sentence.rstrip()[-1:] in ".?!"
        heading = not told and capitals > _TITLE_CASE * max(2, len(sentence.split()))
        for token in tokens:
            word = token.group().replace("’", "'")
            named = not word[0].isdigit()
            if named and (heading or token.start() == 0 or word in _COMMON):
                continue
            stem = word.lower().removesuffix("'s").rstrip(".,:")
            if stem not in known:
                found.append(word)
    return tuple(found)


def _kept(draft: str, brief: OutreachBrief, text: str) -> float | None:
    """The share of the mentee's own words in the text: of the draft, or of what they told."""
    if draft:
        own = words(draft.lower())
        blocks = SequenceMatcher(None, own, words(text.lower()), autojunk=False)
        return sum(block.size for block in blocks.get_matching_blocks()) / max(1, len(own))
    told = " ".join([brief.connection, brief.why_them, *brief.questions])
    own = [word for word in words(told.lower()) if len(word) > 3]
    there = set(words(text.lower()))
    return sum(word in there for word in own) / len(own) if own else None

"""Keeps the promise of style: a coach only asks, one open question at a time; a mentor advises.

Also the home of what makes a question open, single and free of a hidden answer; the agenda and
reflection checks use the same tests.
"""

import re
from collections.abc import Sequence

from coach.domain.results import Finding
from coach.domain.vocabulary import Severity
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.text import Span, fold, sentences

_LEAD_IN_WORDS = 30
_QUOTED = re.compile(r"\"[^\"]{0,300}\"|(?<![\w])'[^'\n]{3,300}'(?!\w)")
_REFLECTS = re.compile(
    r"^(?:you (?:said|say|wrote|mentioned|described|spoke|talked|told|called|noted|feel|felt|want|chose"
    r"|named|sound|seem|wanted|decided|agreed|promised|asked|found|have|had|were|are|did|tried)|it sounds|"
    r"it seems|so you|your notes?|in your (?:words|notes?)|earlier you|looking back|thinking (?:back|of"
    r"|about)|think (?:back|of)|when you|after |before |at the|in the|last |of (?:all|the)|imagine|suppose"
    r"|picture|take a moment|here you|that sounds|there (?:is|was)|one of|\")",
    re.IGNORECASE,
)
_LEAD = re.compile(r"([^:;–—?]{3,120})(?:[:;]|\s[–—])\s")
"""What stands before the question in one sentence."""
_SECOND_WH = re.compile(
    r"(?:,[ ]*|[ ])(?:and|or)[ ]+(?:then[ ]+|also[ ]+)?(?:what|how|why|who|where|when|which|do|did|does|is"
    r"|are|was|were|will|would|can|could)\b",
    re.IGNORECASE,
)
_NOT_DOUBLE = re.compile(
    r"\b(?:who|what|how|where|when)[ ]+(?:and|or)[ ]+(?:who|what|how|where|when)\b", re.IGNORECASE
)


def coach_asks_only(texts: Sequence[str], *, phrases: Phrases | None = None) -> Finding:
    """Every text is one open, non-leading question, perhaps after a short reflection."""
    lists = phrases or load_phrases(default_knowledge())
    for text in texts:
        fault = coaching_fault(text, lists)
        if fault:
            return Finding(
                check="coach-asks-only",
                passed=False,
                severity=Severity.MUST,
                message=f"In coach style the program only asks: {fault}.",
                quote=text,
                start=0,
                end=len(text),
                fix="Turn it into one open question that the person can answer for themselves.",
            )
    return Finding(
        check="coach-asks-only",
        passed=True,
        severity=Severity.MUST,
        message="Only open questions, one at a time.",
    )


def mentor_advises(texts: Sequence[str], *, phrases: Phrases | None = None) -> Finding:
    """At least one text gives advice."""
    lists = phrases or load_phrases(default_knowledge())
    advised = any(advises(text, lists) for text in texts)
    return Finding(
        check="mentor-advises",
        passed=advised,
        severity=Severity.MUST,
        message="There is advice to act on."
        if advised
        else "In mentor style the program advises, and there is no advice here.",
        fix="" if advised else "Add one thing to do, and why.",
    )


def advises(text: str, phrases: Phrases) -> bool:
    """Tell whether ``text`` holds a piece of advice, outright or dressed up as a question."""
    return any(_sentence_advises(s, phrases) for s in _sentences(text))


def coaching_fault(text: str, phrases: Phrases) -> str:
    """Say what keeps ``text`` from being one open question; empty when nothing does."""
    pieces = _sentences(text)
    asked = [s for s in pieces if s.asks]
    if not asked:
        return "this asks nothing"
    if len(asked) > 1 or text.count("?") > 1:
        return "this asks more than one thing at once"
    if not pieces[-1].asks:
        return "the question should come last, so that it can be answered"
    lead = pieces[:-1]
    if any(_sentence_advises(s, phrases) or not _may_lead_in(s) for s in lead):
        return "there is advice, or a statement of its own, before the question"
    if sum(len(s.text.split()) for s in lead) > 2 * _LEAD_IN_WORDS:
        return "the lead-in is too long"
    return question_fault(asked[0].text, phrases)


def question_fault(question: str, phrases: Phrases) -> str:
    """Say what is wrong with one question: closed, leading, double or advice; empty if nothing."""
    text = _unquoted(question)
    if suggests(text, phrases):
        return "this is advice dressed up as a question"
    if is_leading(text, phrases):
        return "this question suggests its answer"
    if not is_open(text, phrases):
        return "this can be answered with yes, no or a number"
    if is_double(text):
        return "this asks two things at once"
    return ""


def is_open(question: str, phrases: Phrases) -> bool:
    """Tell whether a question invites more than yes, no or a number."""
    text = _core(_unquoted(question), phrases)
    if phrases.pattern("quantity-closed").match(text):
        return False
    if phrases.pattern("closed-start").match(text):
        return False
    return phrases.pattern("open-start").search(text) is not None


def is_leading(question: str, phrases: Phrases) -> bool:
    """Tell whether a question suggests its answer ("Don't you think …?")."""
    text = _unquoted(question)
    tagged = re.search(
        r",\s*(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|hasn't|haven't|can't"
        r"|shouldn't|right|no|yes|correct|is|are|do|did|was)\s*(?:it|you|they|she|he|that|there)?\s*\?",
        text,
        re.IGNORECASE,
    )
    return (
        tagged is not None
        or phrases.pattern("leading").search(text) is not None
        or phrases.pattern("leading-implied").search(text) is not None
    )


def is_double(question: str) -> bool:
    """Tell whether a question asks two things."""
    text = _NOT_DOUBLE.sub("what", _unquoted(question))
    return text.count("?") > 1 or _SECOND_WH.search(text) is not None


def _core(text: str, phrases: Phrases) -> str:
    """Drop a lead-in clause: "Looking back, what …", "You said "…": what …"."""
    parts = re.split(r"[,;:–—][ ]*|[ ]-[ ]|\b(?:and|so|but)[ ]+(?=what\b|how\b|which\b)", text)
    last = [p.strip() for p in parts if p.strip()]
    for part in last:
        if phrases.pattern("open-start").match(part) and "?" in text:
            return part
        if phrases.pattern("closed-start").match(part):
            return part
    return text.strip()


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" that ", fold(text))


def _sentences(text: str) -> tuple[Span, ...]:
    return sentences(_unquoted(text), 0, len(_unquoted(text)))


def _may_lead_in(sentence: Span) -> bool:
    return (
        _REFLECTS.match(sentence.text) is not None and len(sentence.text.split()) <= _LEAD_IN_WORDS
    )


def _sentence_advises(sentence: Span, phrases: Phrases) -> bool:
    text = sentence.text
    if sentence.asks:
        return suggests(text, phrases)
    opens = phrases.pattern("imperative").match(
        re.sub(r"^(?:then|and|so|first|next|now|also|please)[, ]+", "", text, flags=re.IGNORECASE)
    )
    return opens is not None or phrases.pattern("advice").search(text) is not None


def suggests(question: str, phrases: Phrases) -> bool:
    """Tell whether a question is advice in disguise ("Have you considered …?").

    "What have you tried?" asks; "Have you tried …?" suggests: some words are advice only in a
    question that can be answered with yes or no.
    """
    text = _unquoted(question)
    if phrases.pattern("advice-question").search(text) is not None:
        return True
    if _orders_first(text, phrases):
        return True
    if is_open(text, phrases):
        return False
    return phrases.pattern("advice-question-closed").search(text) is not None


def _orders_first(text: str, phrases: Phrases) -> bool:
    """Whether a question is led in by an order: "Ask her first: what would you say?"."""
    lead = _LEAD.match(text)
    if lead is None or _REFLECTS.match(text) is not None:
        return False
    return phrases.pattern("imperative").match(lead.group(1)) is not None

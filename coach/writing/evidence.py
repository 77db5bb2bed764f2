"""Chooses the results a sponsor could speak of, and names the opportunity asked for."""

import re
from collections.abc import Iterator

from coach.writing.facts import UNJOINED, fact_phrase
from coach.writing.material import Material
from coach.writing.piece import Piece
from coach.writing.text import is_blank, word_count

_RESULT = re.compile(
    r"\b(?:cut|redesigned|rewrote|reduced|saved|increased|grew|raised|launched|shipped|delivered|won|halved|doubled|tripled|"
    r"brought|trained|built|rebuilt|published|introduced|rolled out|automated|recruited|sold|retained|fixed|"
    r"migrated|opened|set up|secured|lowered|shortened|improved|led|designed|developed|created|negotiated|"
    r"exceeded|best|highest|lowest|fastest|top|record|from \d\S* to \d)\b",
    re.I,
)
_PERSONAL = re.compile(
    r"\b(?:mother|father|mum|dad|parent|kids?|children|married|single|plays?|hobby|hobbies|born|aged?|"
    r"years old|speaks?|languages?)\b",
    re.I,
)
"""What belongs to a life, not to a case for promotion."""
_TENURE = re.compile(
    r"^\W*(?:\d+|\w+)\+? (?:years?|yrs?|months?)\b(?! \d)|\bfor \d+ (?:years?|months?)\b", re.I
)
_POST = re.compile(
    r"\b(?:post|role|position|seat|place|panel|programme|program|award|grant|committee|board|job|vacanc(?:y|ies)|opening|chair(?= of\b|$)|"
    r"secondment|fellowship|slot|cohort|group|list|shortlist|working party|task ?force|bursary|scholarship|"
    r"assignment|project|acting \w+|lead|deputy|manager|director|head)\b",
    re.I,
)
_DETERMINED = re.compile(r"^(?:the|an?|my|our|your|this|that|one|next|any)\b", re.I)
_PROMOTION = re.compile(r"\bpromot(?:ion|ed)\b", re.I)


def is_result(text: str) -> bool:
    """Whether a fact tells of something achieved, not of time served."""
    return bool(_RESULT.search(text)) or (bool(re.search(r"\d", text)) and not _TENURE.search(text))


def has_evidence(brief_facts: list[str], results: list[str]) -> bool:
    """Whether anything a sponsor could repeat is given."""
    return any(map(is_result, brief_facts)) or any(not is_blank(text) for text in results)


def evidence_of(m: Material, *, most: int) -> Iterator[Piece]:
    """Up to ``most`` facts, results first, and what came of earlier advice."""
    facts = [text for text in m.brief.sender.facts if not is_blank(text)]
    working = [text for text in facts if not _PERSONAL.search(text)]
    facts = working if any(map(is_result, working)) else facts
    ranked = sorted(facts, key=lambda text: (not _RESULT.search(text), not is_result(text)))
    shown = ranked[:most]
    proven = [text for text in shown if is_result(text)]
    shown = proven or shown
    words = 0
    for text in (fact for fact in facts if fact in shown):
        phrase = fact_phrase(m.voice.fragment(text, limit=24), m.voice)
        if phrase is None or words + word_count(phrase[1]) > 48:
            continue
        joined, said = phrase
        said = said.replace(UNJOINED, "One result: ", 1) if is_result(text) else said
        words += word_count(said)
        stated = "I have " + said.removeprefix("with ") if joined else said
        yield Piece(m.voice.sentence(stated), "evidence", ("sender.facts",))
    for entry in m.past.stories[-m.extent.entries :]:
        if entry.action or entry.result:
            advice = entry.advice.as_sentence(entry.when)
            text = f"{advice} {entry.action} {entry.result}".strip()
            parts = (("advice", advice), ("action", entry.action), ("result", entry.result))
            fields = tuple(f"history.{name}" for name, said in parts if said)
            yield Piece(" ".join(text.split()), "evidence", fields)


def is_promotion(about: str) -> bool:
    """Whether the opportunity is a promotion, which is decided and not applied for."""
    return bool(_PROMOTION.search(about))


def is_post(about: str) -> bool:
    """Whether the opportunity is one that names are put forward for."""
    return bool(_POST.search(about)) and not is_promotion(about)


def named_post(about: str) -> str:
    """The opportunity with its article: "the deputy matron post"."""
    bare_title = re.match(
        r"(?:acting|interim|deputy)? ?(?:head|director|chair|lead) of\b", about, re.I
    )
    return about if _DETERMINED.match(about) or bare_title else f"the {about}"

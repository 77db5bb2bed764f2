"""Puts the mentee's questions into a form that can be asked as it stands."""

import re
from dataclasses import dataclass

from coach.domain.brief import Brief
from coach.domain.vocabulary import Purpose
from coach.writing.fragment import Form
from coach.writing.grammar import AUXILIARY
from coach.writing.inversion import as_question
from coach.writing.matter import ASKING, UNSURE, matter_from, unfit
from coach.writing.text import bare, capitalise, condense, is_blank, sentences, tidy, word_count
from coach.writing.voice import Voice, overlap

SAME = 0.9
"""Overlap from which two questions are one."""
_NUMBERED = re.compile(r"(?:^|\s)\(?\d[.)]\s+")
_CONDITION = re.compile(
    r"^(?P<lead>(?:if|when|given that)\b.+?),?\s+(?P<ask>(?:what|how|which|who|where|why|would|could|should|do|did|is|"
    r"are)\s+(?:\w+\s+)?(?:would|could|should|do|did|is|are|can|you|i|it)\b.*)$",
    re.I,
)
_FACT = re.compile(
    r"^(?P<lead>(?:i|i've|i'm|my|we)\b[^,?]+),\s+(?P<ask>(?:what|how|which|who|would|could|should|do|is|are|can)\s+"
    r"(?:would |should |do |can |could )?(?:you|i|it|that|this)\b.*)$",
    re.I,
)
_TWO_IN_ONE = re.compile(
    r"^(?P<one>(?:how|what|why|when|where|which|who)(?: \w+)? (?:did|do|does|is|are|was|were|would|could|should|can|will)\b[^,?]+"
    r"|(?:did|do|does|am|is|are|was|were|would|could|should|can|have|has) (?:i|you|she|he|they|it|we)\b[^,?]+),\s+"
    r"(?P<two>(?:(?:how|what|why|when|where|which|who)(?: \w+)? )?(?:did|do|does|is|are|was|were|would|could|should|"
    r"can|have|has) (?:i|you|she|he|they|it|we|there|the|my|your|his|her|people|others)\b.+)$",
    re.I,
)
"""Two questions that a comma joins: "how did she begin, did she retrain"."""
_LEADING = re.compile(r"^(?:and|but|also|so|or|plus|then)[, ]+", re.I)
CONTRACTED_WH = frozenset("what's who's how's where's when's why's".split())
_PLEA = re.compile(
    r"^(?:(?:please|kindly) )*(?:guide|tell|show|advise|help|teach|explain|describe|give|share|walk)\b",
    re.I,
)


@dataclass(frozen=True)
class Asked:
    """One question of the mentee's: ``direct`` ends with a question mark, or else ``clause`` is
    what follows "I would like to ask"."""

    direct: str = ""
    clause: str = ""

    @property
    def text(self) -> str:
        """Whichever form there is."""
        return self.direct or self.clause


def questions_of(brief: Brief, voice: Voice, *, limit: int = 40) -> list[Asked]:
    """The mentee's questions in askable form, in their order, without repeats."""
    found: list[Asked] = []
    for given in brief.questions:
        if is_blank(given):
            continue
        for part in _split_questions(given):
            asked = question_from(part, voice, limit, brief.purpose)
            if asked.text and all(overlap(asked.text, other.text) < SAME for other in found):
                found.append(asked)
    return found


def _split_questions(text: str) -> list[str]:
    """A text may hold several questions; when it does, what is not a question is left out.

    One short sentence that leads up to a single question stays with it.
    """
    parts = [bare(part) for item in _NUMBERED.split(text) for part in sentences(tidy(item))]
    parts = [piece for part in parts for piece in _apart(part)]
    asked = [part for part in parts if part.endswith("?")]
    if len(parts) == 2 and asked == parts[1:] and word_count(" ".join(parts)) <= 30:
        return [f"{parts[0]}. {capitalise(parts[1])}"]
    numbered = len(_NUMBERED.findall(text)) > 1
    joined = len(parts) == 2 and _TWO_IN_ONE.match(tidy(text)) is not None
    return asked or (parts if numbered or joined else parts[:1])


def _apart(text: str) -> list[str]:
    """Two questions joined by a comma as two; any other text as it is."""
    found = _TWO_IN_ONE.match(text)
    if found is None:
        return [text]
    mark = "?" if text.endswith("?") else ""
    return [f"{found['one'].strip()}{mark}", found["two"].strip()]


def question_from(
    text: str, voice: Voice, limit: int = 40, purpose: Purpose | None = None
) -> Asked:
    """One question in askable form."""
    if is_blank(text) or unfit(text, purpose):
        return Asked()
    fragment = voice.prepare(_LEADING.sub("", text))
    if turned := _with_lead(fragment.text):
        return Asked(direct=turned)
    if fragment.form is Form.BLANK:
        return Asked()
    if fragment.first in CONTRACTED_WH:
        return Asked(direct=as_question(fragment.text))
    if word_count(fragment.text) > limit:
        fragment = voice.forms.of(condense(fragment.text.rstrip("?"), limit))
    text, form = fragment.text, fragment.form
    if form in (Form.QUESTION, Form.POLAR) or (
        fragment.first in AUXILIARY and word_count(text) > 2
    ):
        return Asked(direct=as_question(text))
    bare_text = text.rstrip("?")
    if form is Form.INDIRECT:
        return Asked(clause=re.sub(r"^if\b", "whether", bare_text))
    if _PLEA.match(bare_text):
        plea = re.sub(r"^(?:(?:please|kindly) )+", "", bare_text, flags=re.I)
        return Asked(direct=f"Could you {plea}?")
    if form is Form.FIRST:
        return _first_person_question(bare_text, voice)
    return _nominal_question(bare_text, voice, limit)


def _with_lead(text: str) -> str:
    """A condition or fact, then a question: "if you could go back what would you do" gets its comma."""
    plain = text.rstrip("?")
    if (match := _CONDITION.match(plain)) and plain.split()[1].lower() not in AUXILIARY:
        return as_question(f"{match['lead'].rstrip(' ,')}, {match['ask']}")
    if match := _FACT.match(plain):
        return as_question(f"{match['lead']}: {match['ask']}")
    return ""


def _first_person_question(text: str, voice: Voice) -> Asked:
    if match := UNSURE.match(text):
        rest = text[match.end() :]
        if voice.forms.of(rest).form is Form.INDIRECT:
            return Asked(clause=re.sub(r"^if\b", "whether", rest))
    stripped = ASKING.sub("", text)
    if stripped != text:
        return Asked(clause=_clause(stripped, voice))
    return Asked(clause=f"this: {text}")


def _nominal_question(text: str, voice: Voice, limit: int) -> Asked:
    matter = matter_from(text, voice, limit)
    if matter.about:
        return Asked(clause=_clause(matter.about, voice))
    return Asked(direct=matter.asked) if matter.asked else Asked(clause=f"this: {text}")


def _clause(text: str, voice: Voice) -> str:
    """What follows "I would like to ask": an indirect question as it is, anything else after "about"."""
    return text if voice.forms.of(text).form is Form.INDIRECT else f"about {text}"

"""What the program gives back: drafts, findings, answers. Field names are the JSON contract."""

import datetime
from typing import Literal

from pydantic import Field

from coach.domain.calls import Call as Call
from coach.domain.calls import Result as Result
from coach.domain.calls import Sent as Sent
from coach.domain.calls import Tokens as Tokens
from coach.domain.calls import WriterInfo as WriterInfo
from coach.domain.records import Made, Proposal
from coach.domain.vocabulary import Kind, Severity, Style, Support


class Sentence(Result):
    """One sentence of a draft, the move it makes and the brief fields it came from."""

    text: str
    move: str
    sources: tuple[str, ...] = Field(default=(), alias="from")
    support: Support = Support.WORDING


class Finding(Result):
    """The result of one check on one text.

    ``start`` and ``end`` are character offsets of ``quote`` in the text given; both are 0 when
    the finding is about the text as a whole.
    """

    check: str
    passed: bool
    severity: Severity
    message: str
    quote: str = ""
    start: int = 0
    end: int = 0
    fix: str = ""
    cards: tuple[str, ...] = ()


class GuidanceRef(Result):
    """A card that shaped a result, with its reason and sources."""

    card: str
    title: str
    why: str
    sources: tuple[str, ...] = ()


class OutreachDraft(Result):
    """A message. ``sentences`` in order make up ``body``.

    ``care`` comes before everything else: what is said when the brief tells of distress or harm.
    """

    kind: Literal[Kind.OUTREACH] = Kind.OUTREACH
    care: str = ""
    subject: str
    body: str
    style: Style
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...] = ()
    questions: tuple[str, ...] = ()
    guidance: tuple[GuidanceRef, ...] = ()
    writer: WriterInfo = Field(default_factory=WriterInfo)


class AgendaItem(Result):
    """One part of a meeting: how long, what, why, and what to ask."""

    minutes: int
    title: str
    why: str
    questions: tuple[str, ...] = ()
    sources: tuple[str, ...] = Field(default=(), alias="from")


class AgendaDraft(Result):
    """A plan for one meeting. The items' minutes add up to ``minutes``."""

    kind: Literal[Kind.AGENDA] = Kind.AGENDA
    care: str = ""
    style: Style
    title: str
    purpose: str
    minutes: int
    items: tuple[AgendaItem, ...]
    prepare: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[str, ...] = ()
    guidance: tuple[GuidanceRef, ...] = ()
    writer: WriterInfo = Field(default_factory=WriterInfo)


ReflectionStage = Literal["what", "so-what", "now-what"]


class ReflectionSection(Result):
    """One stage of a reflection: prompts to answer and, in mentor style, advice."""

    stage: ReflectionStage
    prompts: tuple[str, ...]
    advice: tuple[str, ...] = ()


class ReflectionDraft(Result):
    """Questions for thinking back: what happened, so what, now what."""

    kind: Literal[Kind.REFLECTION] = Kind.REFLECTION
    care: str = ""
    style: Style
    sections: tuple[ReflectionSection, ...]
    findings: tuple[Finding, ...] = ()
    questions: tuple[str, ...] = ()
    guidance: tuple[GuidanceRef, ...] = ()
    writer: WriterInfo = Field(default_factory=WriterInfo)


AnyDraft = OutreachDraft | AgendaDraft | ReflectionDraft


class ImprovedText(Result):
    """The mentee's text with the proposed changes made."""

    subject: str
    body: str


class Change(Result):
    """One proposed change to the mentee's words.

    ``start`` and ``end`` are character offsets of ``before`` in the text given; where nothing is
    taken away they are equal, and ``after`` goes in at that place. The changes of one review do not
    overlap, so that each may be accepted or left alone.
    """

    before: str
    after: str
    why: str
    check: str
    card: str = ""
    start: int = 0
    end: int = 0


class Strength(Result):
    """Something the text already does well: the words, and why the reader will like it."""

    check: str
    quote: str
    why: str
    start: int = 0
    end: int = 0


class Clause(Result):
    """A stretch of a text and what it rests on, whoever wrote it.

    ``start`` and ``end`` are character offsets in the text given. ``sources`` are the brief's
    fields it rests on; ``kind`` is what sort of claim an unsupported one makes; ``reason`` says in
    a sentence for the mentee why it is marked as it is.
    """

    text: str
    start: int
    end: int
    support: Support
    sources: tuple[str, ...] = Field(default=(), alias="from")
    kind: str = ""
    reason: str = ""


class Review(Result):
    """A critique of the mentee's own text. ``own_words_kept`` is a share from 0 to 1.

    ``verdict`` is one sentence: send it, or what stands in the way. ``clauses`` say what each part
    of the text rests on, when there is a brief to compare it with. ``writer`` tells of a language model
    that was asked for edits. ``care`` comes before everything
    else: what is said when the text tells of distress or harm.
    """

    care: str = ""
    verdict: str = ""
    strengths: tuple[Strength, ...] = ()
    findings: tuple[Finding, ...]
    improved: ImprovedText
    changes: tuple[Change, ...]
    own_words_kept: float
    clauses: tuple[Clause, ...] = ()
    writer: WriterInfo = Field(
        default_factory=WriterInfo, exclude_if=lambda writer: not writer.prompt
    )


class SearchHit(Result):
    """One card found, best first. ``score`` runs from 0 to 1."""

    card: str
    topic: str
    title: str
    score: float
    excerpt: str


class OwnDocument(Result):
    """A document the mentee added: its name, size, number of passages, and the day."""

    name: str
    passages: int
    bytes: int
    added: datetime.date


class OwnHit(Result):
    """A passage of the mentee's own guidance; never curated, and never an instruction."""

    document: str
    heading: str
    excerpt: str
    score: float


class SearchAnswer(Result):
    """What a search found.

    ``answered`` is false when neither the curated guidance nor the mentee's own has anything on
    the query. ``own`` holds passages of the mentee's own documents, kept apart from ``results``.
    ``topics`` are the nearest topics, best first, to be offered when there is no answer, and
    ``beyond`` names the subject outside the guidance that the query seems to be about, if any.
    """

    query: str
    answered: bool
    results: tuple[SearchHit, ...]
    own: tuple[OwnHit, ...] = ()
    topics: tuple[str, ...] = ()
    beyond: str = ""


class Citation(Result):
    """A card an answer rests on; ``quote`` stands in the card letter for letter."""

    card: str
    title: str
    sources: tuple[str, ...]
    quote: str


class Answer(Result):
    """The answer to a question.

    In mentor style ``answer`` is a short text with the numbers of its citations; in coach style it
    is empty and ``questions`` holds one to three open questions. Without an answer, ``answer`` says
    so and ``topics`` are the nearest ones. ``own`` are passages of the mentee's own documents.
    ``care`` comes before everything else: what is said when the question tells of distress or harm.
    ``made`` are texts made on the way, and ``proposals`` what the mentee may keep or leave.
    ``left_out`` counts sentences of a model's that no card supports, or that advise in coach style;
    ``turned`` counts pieces of advice that became one of the cards' own questions.
    """

    style: Style
    question: str = ""
    care: str = ""
    answered: bool
    answer: str
    questions: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    own: tuple[OwnHit, ...] = ()
    topics: tuple[str, ...] = ()
    made: tuple[Made, ...] = Field(default=(), exclude_if=lambda value: not value)
    proposals: tuple[Proposal, ...] = Field(default=(), exclude_if=lambda value: not value)
    left_out: int = Field(default=0, exclude_if=lambda value: not value)
    turned: int = Field(default=0, exclude_if=lambda value: not value)
    writer: WriterInfo = Field(default_factory=WriterInfo)

"""Answers a question from the guidance (F9): advice with citations, or open questions, or a plain no."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.card import Card
from coach.domain.results import Answer, SearchAnswer
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.review import Care
from coach.use_cases.asked_only import only_asks
from coach.use_cases.guidance import search_guidance
from coach.use_cases.ports import Services
from coach.use_cases.safety import notice
from coach.use_cases.tools_wanted import to_be_made

LONGEST = 2_000
"""Characters of a question that are read."""
CARDS = 3
"""Cards an answer may rest on."""
DISTRESS = "distress"
TOPICS = 3
"""Topics offered where there is no answer."""


def ask(question: str, services: Services, *, style: Style = Style.MENTOR) -> Answer:
    """Answer a question from the cards; say so when they have no answer.

    Args:
        question: in the mentee's own words.
        services: search, the mentee's own guidance, and the writer.
        style: mentor gives advice with its reason; coach gives one to three open questions.

    Raises:
        InputError: the question is empty or far too long.
    """
    heard = hear(question, services)
    if heard.stops:
        return only_care(heard, style)
    if (made := to_be_made(heard.asked)) and heard.care is None:
        said = services.writer.elsewhere(made)
        return Answer(style=style, question=heard.asked, answered=False, answer=said)
    found = search_guidance(heard.asked, services, k=CARDS)
    cards = cards_of(found, services)
    return with_care(from_guidance(heard.asked, found, cards, services, style), heard)


def cards_of(found: SearchAnswer, services: Services) -> tuple[Card, ...]:
    """The cards that were found, best first."""
    return tuple(services.cards.cards[hit.card] for hit in found.results)


@dataclass(frozen=True)
class Heard:
    """A question as it is read, and the care it asks for, if any."""

    asked: str
    care: Care | None = None

    @property
    def stops(self) -> bool:
        """Whether it tells of distress, so that nothing but care is the answer."""
        return self.care is not None and self.care.check == DISTRESS


def hear(question: str, services: Services) -> Heard:
    """Read a question, and notice what must not be coached away.

    Raises:
        InputError: the question is empty or far too long.
    """
    asked = " ".join(question.encode("utf-8", "ignore").decode().split())
    if not asked:
        raise InputError("the question is empty", "Type what is on your mind, in your own words.")
    if len(asked) > LONGEST:
        raise InputError(
            f"the question has {len(asked):,} characters; at most {LONGEST:,} are read",
            "Say it shorter; two or three sentences are plenty.",
        )
    care = notice(asked, services.told)
    if care is not None and not care.sure:
        care = None  # the guidance is full of questions that sound worried
    return Heard(asked, care)


def only_care(heard: Heard, style: Style) -> Answer:
    """An answer that holds the note of care and nothing else."""
    care = heard.care.note if heard.care is not None else ""
    return Answer(style=style, question=heard.asked, care=care, answered=False, answer="")


def with_care(answer: Answer, heard: Heard) -> Answer:
    """The answer, with the note of care before it where the question asks for one."""
    return answer if heard.care is None else answer.model_copy(update={"care": heard.care.note})


def from_guidance(
    asked: str,
    found: SearchAnswer,
    cards: Sequence[Card],
    services: Services,
    style: Style,
    *,
    about: str = "",
) -> Answer:
    """Answer from cards that were found, or say that there are none.

    Args:
        asked: the question.
        found: all that was found.
        cards: those to answer from, best first.
        services: the search and the writer.
        style: whether to advise or to ask.
        about: what the questions of a card are to be near to, when that is more than was asked last.
    """
    if not cards:
        return _no_answer(asked, style, found, services)
    written = services.writer.answer(
        cards, style, lambda texts: services.search.closeness(about or asked, texts)
    )
    if style is Style.COACH:
        kept = tuple(text for text in written.questions if only_asks(text))
        written = written.model_copy(update={"questions": kept})
    return written.model_copy(update={"question": asked, "own": found.own})


def first_question(answer: Answer) -> Answer:
    """A coach's answer with its first question alone: in a talk that goes on, one at a time."""
    first = answer.questions[:1]
    cited = tuple(one for one in answer.citations if one.quote in first)
    return answer.model_copy(update={"questions": first, "citations": cited or answer.citations})


def _no_answer(asked: str, style: Style, found: SearchAnswer, services: Services) -> Answer:
    """Say that the guidance has nothing, and offer what is nearest."""
    return Answer(
        style=style,
        question=asked,
        answered=found.answered,
        answer=services.writer.no_answer(found.beyond, own=bool(found.own)),
        own=found.own,
        topics=found.topics[:TOPICS],
    )

"""Answers a question from the guidance (F9): advice with citations, or open questions, or a plain no."""

from coach.domain.results import Answer, SearchAnswer
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.review import coach_asks_only
from coach.use_cases.guidance import search_guidance
from coach.use_cases.ports import Services
from coach.use_cases.safety import notice

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
    if care is not None and care.check == DISTRESS:
        return Answer(style=style, question=asked, care=care.note, answered=False, answer="")
    answer = _answer(asked, services, style)
    return answer if care is None else answer.model_copy(update={"care": care.note})


def _answer(asked: str, services: Services, style: Style) -> Answer:
    found = search_guidance(asked, services, k=CARDS)
    if not found.results:
        return _no_answer(asked, style, found, services)
    cards = [services.cards.cards[hit.card] for hit in found.results]
    written = services.writer.answer(
        cards, style, lambda texts: services.search.closeness(asked, texts)
    )
    if style is Style.COACH:
        kept = tuple(text for text in written.questions if coach_asks_only([text]).passed)
        written = written.model_copy(update={"questions": kept})
    return written.model_copy(update={"question": asked, "own": found.own})


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

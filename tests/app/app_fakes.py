"""Services in memory, for the pages: a small library, a search over it, a shelf, a writer."""

import datetime
from collections.abc import Sequence

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.card import Card, Source
from coach.domain.results import (
    AgendaDraft,
    AgendaItem,
    Answer,
    Citation,
    OutreachDraft,
    OwnDocument,
    OwnHit,
    ReflectionDraft,
    ReflectionSection,
    SearchAnswer,
    SearchHit,
    Sentence,
)
from coach.domain.vocabulary import Evidence, Relationship, Stage, Style, Support
from coach.errors import InputError
from coach.use_cases.ports import Closeness, Progress, Services

SOURCE = Source(
    id="flynn-lake-2008",
    type="article-journal",
    title="If you need help, just ask: Underestimating compliance with direct requests for help",
    authors=("Flynn, F. J.", "Lake, V. K. B."),
    year=2008,
    container="Journal of Personality and Social Psychology",
    volume="95",
    issue="1",
    page="128–143",
    doi="10.1037/0022-3514.95.1.128",
    evidence=Evidence.EXPERIMENT,
    finding="people guess too low how many will say yes",
    limits="strangers and small favours",
    read="abstract",
)


def _card(
    name: str,
    title: str,
    topic: str,
    do: str,
    *,
    relationships: tuple[Relationship, ...] = (Relationship.MENTOR,),
    stage: Stage = Stage.FIRST_CONTACT,
    evidence: Evidence = Evidence.EXPERIMENT,
    sources: tuple[str, ...] = (SOURCE.id,),
) -> Card:
    return Card(
        id=name,
        title=title,
        topic=topic,
        relationships=relationships,
        stages=(stage,),
        evidence=evidence,
        sources=sources,
        reviewed=datetime.date(2026, 11, 1),
        do=do,
        why="People tend to say yes to small, direct requests more often than askers expect.",
        say=("Could I ask you one question, in twenty minutes, some time next week?",),
        asks=("What is the smallest thing that would help?",),
        avoid="Asking somebody you have never met to be your mentor.",
    )


CARDS = {
    card.id: card
    for card in (
        _card(
            "ask-for-twenty-minutes",
            "Ask for twenty minutes",
            "low-commitment-ask",
            "Ask for one short talk. Say how long it takes.",
        ),
        _card(
            "bring-one-decision",
            "Bring one decision",
            "specific-topic",
            "Name the decision you face. One is enough.",
        ),
        _card(
            "name-the-week",
            "Name the week, not the hour",
            "low-commitment-ask",
            "Offer a week. Let them choose the hour.",
            relationships=(Relationship.COACH, Relationship.SPONSOR),
            evidence=Evidence.PRACTICE,
            sources=(),
        ),
        _card(
            "agree-when-to-stop",
            "Agree when to stop",
            "expectations",
            "Name a date on which you both decide whether to go on.",
            relationships=(Relationship.COACH,),
            stage=Stage.SET_UP,
            evidence=Evidence.CONSENSUS,
        ),
    )
}


class FakeCards:
    """A few cards and one source."""

    cards = CARDS
    sources = {SOURCE.id: SOURCE}  # noqa: RUF012


class FakeSearch:
    """Finds a card by a word of its title, and records what it was asked.

    ``beyond`` is what a query without an answer seems to be about.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.beyond = ""

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        self.asked.append(query)
        words = query.lower().split()
        hits = [
            SearchHit(card=one.id, topic=one.topic, title=one.title, score=0.9, excerpt=one.do)
            for one in CARDS.values()
            if any(word in one.title.lower() for word in words)
        ]
        return SearchAnswer(
            query=query,
            answered=bool(hits),
            results=tuple(hits[:k]),
            topics=() if hits else ("low-commitment-ask", "specific-topic", "expectations"),
            beyond="" if hits else self.beyond,
        )

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """The share of the question's words that a text has."""
        words = set(query.lower().split())
        return [len(words & set(text.lower().split())) / max(len(words), 1) for text in texts]


class FakeOwn:
    """A shelf for the mentee's own documents; every search finds ``hits``."""

    def __init__(self, hits: Sequence[OwnHit] = ()) -> None:
        self.hits = tuple(hits)
        self.kept: dict[str, OwnDocument] = {}

    def documents(self) -> tuple[OwnDocument, ...]:
        return tuple(self.kept.values())

    def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
        if not data.strip():
            raise InputError(f"there is no text in “{name}”", "Choose a file with text in it.")
        passages = data.decode(errors="replace").count("\n\n") + 1
        if progress is not None:
            progress(passages, passages)
        made = OwnDocument(
            name=name, passages=passages, bytes=len(data), added=datetime.date(2026, 11, 2)
        )
        self.kept[name] = made
        return made

    def remove(self, name: str) -> OwnDocument:
        if name not in self.kept:
            raise InputError(f"there is no document “{name}”", "Choose one that is listed.")
        return self.kept.pop(name)

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        return self.hits[:k]


class FakeWriter:
    """Writes a short message from the brief's own words, in two orders."""

    name = "built-in"

    def outreach(self, brief: OutreachBrief, variant: int = 0) -> OutreachDraft:
        who = brief.sender
        told = (
            _sentence(f"I am {who.name}, {who.role}.", "who-you-are", "sender.name", "sender.role"),
            _sentence(f"I am writing because {brief.why_them}.", "why-them", "why_them"),
        )
        sentences = (
            _sentence(f"Dear {brief.recipient.name},", "greeting", "recipient.name"),
            *(told[::-1] if variant % 2 else told),
            _sentence(" ".join(brief.questions) or brief.topic, "ask", "questions"),
            Sentence(text="If this is not a good time, that is fine.", move="easy-out"),
            Sentence(text="Thank you for reading.", move="thanks"),
            Sentence(text=f"Best wishes,\n{who.name}", move="sign-off"),
        )
        coach = brief.style is Style.COACH
        return OutreachDraft(
            subject=f"One question, approach {variant + 1}",
            body="\n\n".join(one.text for one in sentences),
            style=brief.style,
            sentences=sentences,
            questions=("What did they do that you would like to learn from?",) if coach else (),
        )

    def question_for(self, check: str, brief: OutreachBrief) -> str:
        return ""

    def agenda(self, brief: AgendaBrief) -> AgendaDraft:
        minutes = brief.meeting.minutes or 30
        return AgendaDraft(
            style=brief.style,
            title=f"Meeting with {brief.recipient.name}",
            purpose="Decide on one next step.",
            minutes=minutes,
            items=(
                AgendaItem(
                    minutes=minutes - 5,
                    title=brief.topic or "Your question",
                    why="It matters most, so it comes first.",
                    questions=tuple(brief.questions),
                    sources=("topic", "questions"),
                ),
                AgendaItem(minutes=5, title="Next step", why="So that something comes of it."),
            ),
            prepare=("Read your notes from last time.",),
        )

    def reflection(self, brief: ReflectionBrief) -> ReflectionDraft:
        advice = () if brief.style is Style.COACH else ("Write to them within two days.",)
        return ReflectionDraft(
            style=brief.style,
            sections=(
                ReflectionSection(stage="what", prompts=("What was said first?",)),
                ReflectionSection(stage="so-what", prompts=("What surprised you?",)),
                ReflectionSection(
                    stage="now-what", prompts=("What will you do this week?",), advice=advice
                ),
            ),
        )

    def answer(self, cards: Sequence[Card], style: Style, near: Closeness) -> Answer:
        coach = style is Style.COACH
        quotes = [card.asks[0] if coach else card.do for card in cards]
        near(quotes)
        return Answer(
            style=style,
            answered=True,
            answer="" if coach else f"{quotes[0]} [1]\n\n{cards[0].why}",
            questions=tuple(quotes) if coach else (),
            citations=tuple(
                Citation(card=card.id, title=card.title, sources=card.sources, quote=quote)
                for card, quote in zip(cards, quotes, strict=True)
            ),
        )

    def elsewhere(self, made: str) -> str:
        return f"A {made} is made on a page of its own."

    def no_answer(self, beyond: str, *, own: bool) -> str:
        said = f"The guidance has nothing on {beyond or 'this'}."
        return f"{said} Your own documents may have something." if own else said


def _sentence(text: str, move: str, *sources: str) -> Sentence:
    return Sentence(text=text, move=move, sources=sources, support=Support.BRIEF)


def fake_services() -> Services:
    """Services that need no files and no index."""
    return Services(cards=FakeCards(), search=FakeSearch(), own=FakeOwn(), writer=FakeWriter())

"""Services in memory, for the pages: a library of two cards, a search over it, a writer."""

import datetime

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.card import Card, Source
from coach.domain.results import (
    AgendaDraft,
    AgendaItem,
    OutreachDraft,
    ReflectionDraft,
    ReflectionSection,
    SearchAnswer,
    SearchHit,
    Sentence,
)
from coach.domain.vocabulary import Evidence, Relationship, Stage, Style, Support
from coach.use_cases.ports import Services

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


def _card(name: str, title: str, topic: str, do: str) -> Card:
    return Card(
        id=name,
        title=title,
        topic=topic,
        relationships=(Relationship.MENTOR,),
        stages=(Stage.FIRST_CONTACT,),
        evidence=Evidence.EXPERIMENT,
        sources=(SOURCE.id,),
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
    )
}


class FakeCards:
    """Two cards and one source."""

    cards = CARDS
    sources = {SOURCE.id: SOURCE}  # noqa: RUF012


class FakeSearch:
    """Finds a card by a word of its title, and records what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        self.asked.append(query)
        words = query.lower().split()
        hits = [
            SearchHit(card=one.id, topic=one.topic, title=one.title, score=0.9, excerpt=one.do)
            for one in CARDS.values()
            if any(word in one.title.lower() for word in words)
        ]
        return SearchAnswer(query=query, answered=bool(hits), results=tuple(hits[:k]))


class FakeWriter:
    """Writes a short message from the brief's own words."""

    name = "built-in"

    def outreach(self, brief: OutreachBrief, variant: int = 0) -> OutreachDraft:
        who = brief.sender
        sentences = (
            _sentence(f"Dear {brief.recipient.name},", "greeting", "recipient.name"),
            _sentence(f"I am {who.name}, {who.role}.", "who-you-are", "sender.name", "sender.role"),
            _sentence(f"I am writing because {brief.why_them}.", "why-them", "why_them"),
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


def _sentence(text: str, move: str, *sources: str) -> Sentence:
    return Sentence(text=text, move=move, sources=sources, support=Support.BRIEF)


def fake_services() -> Services:
    """Services that need no files and no index."""
    return Services(cards=FakeCards(), search=FakeSearch(), writer=FakeWriter())

"""Puts one turn of a conversation to a model: to an agent with tools, or by a small form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coach.domain.card import Card
from coach.domain.forms import AnswerForm
from coach.domain.model import Names, Show, Talk, Task, Turn
from coach.domain.results import Call, SearchAnswer
from coach.domain.vocabulary import Style
from coach.use_cases.agent_tools import tools_for
from coach.use_cases.citing import Said, read_marked
from coach.use_cases.ports import Model, Services
from coach.use_cases.said_names import names_said
from coach.use_cases.tools_wanted import is_wanted
from coach.use_cases.turn_desk import TurnDesk

STEPS = 5
BUDGET = 12_000
LONGEST_REPLY = 450


@dataclass(frozen=True)
class AskedTurn:
    """What one turn is answered from."""

    asked: str
    services: Services
    model: Model
    desk: TurnDesk
    found: SearchAnswer
    chosen: tuple[Card, ...]
    turns: tuple[Turn, ...]
    cards: str
    records: str

    @property
    def names(self) -> Names:
        """Everybody a remote model must not see."""
        return names_said(self.desk.said, self.desk.records)

    @property
    def about(self) -> str:
        """What a question has to be near to: a coach stays with what the whole talk is about."""
        return self.desk.said if self.desk.style is Style.COACH else self.asked

    def near(self, texts: Sequence[str]) -> list[float]:
        """How near each text is to that."""
        return self.services.search.closeness(self.about, texts)


def by_agent(turn: AskedTurn, show: Show) -> tuple[tuple[Said, ...], str, tuple[Call, ...]]:
    """What an agent says, as sentences and as it stands, and the calls it took.

    Where its words have use for no tool, none is told of: the cards are there already.
    """
    asking = Turn("user", turn.asked)
    tools = tuple(tool for tool in tools_for(turn.desk) if is_wanted(tool.name, turn.desk))
    prompt = "ask-agent" if tools else "ask-cards"
    talk = Talk(
        prompt=f"{prompt}-coach" if turn.desk.style is Style.COACH else prompt,
        values={"cards": turn.cards, "records": turn.records},
        turns=(*turn.turns, asking),
        tools=tools,
        names=turn.names,
        steps=STEPS,
        budget=BUDGET,
        longest=LONGEST_REPLY,
    )
    answered = turn.model.converse(talk, show)
    return read_marked(answered.text, turn.desk.marks), answered.text, answered.calls


def by_form(turn: AskedTurn, show: Show) -> tuple[tuple[Said, ...], str, tuple[Call, ...]]:
    """The fixed path: a small form, for models that cannot use tools."""
    coach = turn.desk.style is Style.COACH
    task = Task(
        prompt="ask-coach" if coach else "ask",
        values={
            "cards": turn.cards,
            "talk": "\n".join(f"{one.role}: {one.text}" for one in turn.turns),
            "records": turn.records,
            "question": turn.asked,
        },
        form=AnswerForm,
        names=turn.names,
        longest=LONGEST_REPLY,
        why="answer",
    )
    filled = turn.model.fill(task, lambda text: show(""))
    form = filled.value
    marks = turn.desk.marks
    said = tuple(
        replace(one, cards=one.cards or _named(sentence.cards, marks))
        for sentence in (form.sentences if form.answered else ())
        for one in read_marked(sentence.text, marks)
    )
    return said, " ".join(one.text for one in said), (filled.call,)


def _named(cards: Sequence[str], marks: Mapping[str, str]) -> tuple[str, ...]:
    """The names of cards in a form, which may hold brackets, or a card's id instead."""
    bare = (card.strip("[] ").lower() for card in cards)
    return tuple(marks.get(card, card) for card in bare if card)

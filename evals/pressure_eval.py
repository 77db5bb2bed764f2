"""Whether a mentee who pushes ever gets advice in coach style, from a model that gives in at once.

    python -m evals.pressure_eval [--cases]

Every talk of ``datasets/pressures.jsonl`` is held turn by turn through the real use case, with a model
that says, at every call, the next of the talk's bad replies: advice, advice in disguise, leading questions,
lists. It is run as it is, and once more citing a card for every sentence. What reaches the mentee is
judged twice: by the product's own check, and by a judge of its own (``evals.advice_judge``), which counts
sentences with any form of advice, and, more strictly, every sentence that is neither a question nor the
mentee's own words. A *useful* question is open, single, and takes up a word of theirs, or is one of the
questions of a card on the topic.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from coach.domain.card import Card
from coach.domain.forms import AnswerForm
from coach.domain.model import Talk, Task, Turn
from coach.domain.results import Answer
from coach.domain.vocabulary import Style
from coach.llm.scripted import Reply, ScriptedModel
from coach.review import coach_asks_only
from coach.settings import read_settings
from coach.use_cases.conversation import converse
from coach.use_cases.ports import Services
from coach.wiring import build
from evals.advice_judge import advice_in, is_open, pieces, told_in, useful_questions
from evals.model_items import DATASETS, read_lines


@dataclass(frozen=True)
class Pressure:
    """A talk in which the mentee pushes. ``scripted`` is what an obedient model would say."""

    id: str
    topic: str
    push: str
    turns: tuple[str, ...]
    scripted: tuple[str, ...]


@dataclass(frozen=True)
class Heard:
    """One turn: what the mentee had said by then, what the model said, and what they were given."""

    pressure: Pressure
    said: tuple[str, ...]
    raw: tuple[str, ...]
    answer: Answer

    @property
    def text(self) -> str:
        """All that the mentee reads."""
        made = (one.text for one in self.answer.made)
        proposed = (one.what for one in self.answer.proposals)
        answer = self.answer
        return "\n".join(filter(None, [answer.answer, *answer.questions, *made, *proposed]))

    @property
    def advised(self) -> bool:
        """Whether a sentence holds a form of advice."""
        return bool(advice_in(self.text))

    @property
    def told(self) -> bool:
        """Strictly; that the guidance has nothing is said in our own fixed words, and is no advice."""
        return self.advised or (self.answer.answered and bool(told_in(self.text, self.said)))

    def advised_by_model(self, cards: Mapping[str, Card]) -> bool:
        """Whether advice stands in words that are not a card's own question, letter for letter."""
        asks = "\n".join(ask for card in cards.values() for ask in card.asks)
        return any(found.sentence not in asks for found in advice_in(self.text))

    def useful(self, cards: Mapping[str, Card]) -> bool:
        """Whether there is a question that helps."""
        if useful_questions(self.text, self.said):
            return True
        asks = {
            ask for card in cards.values() if card.topic == self.pressure.topic for ask in card.asks
        }
        return any(is_open(q) and q in asks for q in self.answer.questions)


@dataclass
class Obliging:
    """Says the next bad reply at every call, beginning with another one at every turn."""

    scripted: Sequence[str]
    cites: bool
    turn: int = 0
    said: list[str] = field(default_factory=list)

    def reply(self, asked: Task[BaseModel] | Talk) -> Reply:
        """The next reply, as the end of a talk or as a filled form."""
        text = self.scripted[(self.turn + len(self.said)) % len(self.scripted)]
        self.said.append(text)
        cited = ["c1"] if self.cites else []
        if isinstance(asked, Talk):
            return "\n".join(f"{one} [c1]" for one in pieces(text)) if self.cites else text
        return AnswerForm.model_validate({"sentences": [{"text": text, "cards": cited}]})


def pressures() -> list[Pressure]:
    """Every talk, in order."""
    return [
        Pressure(
            str(row["id"]),
            str(row["topic"]),
            str(row["push"]),
            tuple(map(str, _listed(row["turns"]))),
            tuple(map(str, _listed(row["scripted"]))),
        )
        for row in read_lines(DATASETS / "pressures.jsonl")
    ]


def _listed(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def held(pressure: Pressure, services: Services, *, cites: bool) -> Iterator[Heard]:
    """Hold the talk, turn by turn."""
    turns: list[Turn] = []
    for number, question in enumerate(pressure.turns):
        obliging = Obliging(pressure.scripted, cites, number)
        model = ScriptedModel(player=obliging.reply)
        answer = converse(
            question, replace(services, model=model), style=Style.COACH, turns=tuple(turns)
        )
        turns.append(Turn("user", question))
        heard = Heard(pressure, pressure.turns[: number + 1], tuple(obliging.said), answer)
        turns.append(Turn("assistant", heard.text or answer.care))
        yield heard


def report(services: Services, *, listed: bool = False) -> Iterator[str]:
    """A column for each way the model says it."""
    every = pressures()
    ways = {
        "as it is": [h for one in every for h in held(one, services, cites=False)],
        "citing": [h for one in every for h in held(one, services, cites=True)],
    }
    cards = services.cards.cards
    yield f"Pressures in coach style, {len(every)} talks of {min(map(_length, every))} to {max(map(_length, every))} turns"
    yield f"{'':<52}" + "".join(f"{way:>10}" for way in ways)
    rows: dict[str, Callable[[Heard], bool]] = {
        "turns": lambda heard: True,
        "turns in which the model was asked": lambda heard: bool(heard.raw),
        "  and its words hold advice (forms)": _raw_advice,
        "  and they hold advice or tell (strict)": _raw_told,
        "reached the mentee: advice (forms)": lambda heard: heard.advised,
        "  in words of the model's": lambda heard: heard.advised_by_model(cards),
        "reached the mentee: advice or telling (strict)": lambda heard: heard.told,
        "reached the mentee: fails the product's own check": _fails,
        "turns with a useful open question": lambda heard: heard.useful(cards),
        "turns with a question of the model's own": _own,
        "turns without an answer in the guidance": _silent,
        "turns with a note of care": lambda heard: bool(heard.answer.care),
    }
    for name, count in rows.items():
        counts = (sum(map(count, some)) for some in ways.values())
        yield f"{name:<52}" + "".join(f"{number:>10}" for number in counts)
    if listed:
        yield from _listing(ways, cards)


def _length(pressure: Pressure) -> int:
    return len(pressure.turns)


def _raw_advice(heard: Heard) -> bool:
    return any(advice_in(text) for text in heard.raw)


def _raw_told(heard: Heard) -> bool:
    return any(advice_in(text) or told_in(text, heard.said) for text in heard.raw)


def _fails(heard: Heard) -> bool:
    return any(not coach_asks_only([question]).passed for question in heard.answer.questions)


def _own(heard: Heard) -> bool:
    """Whether a question was asked that no card holds."""
    cited = {one.quote for one in heard.answer.citations}
    return any(question not in cited for question in heard.answer.questions)


def _silent(heard: Heard) -> bool:
    return not heard.answer.answered and not heard.answer.care


def _listing(ways: Mapping[str, Sequence[Heard]], cards: Mapping[str, Card]) -> Iterator[str]:
    for way, some in ways.items():
        for heard in some:
            for found in advice_in(heard.text):
                yield f"{way} {heard.pressure.id}: {found.fault}: {found.sentence!r}"
            if heard.answer.answered and not heard.advised and heard.told:
                yield f"{way} {heard.pressure.id}: tells: {told_in(heard.text, heard.said)}"
            if not heard.useful(cards):
                yield f"{way} {heard.pressure.id}: no useful question: {heard.said[-1]!r} -> {heard.text[:200]!r}"


def main(arguments: Sequence[str] = ()) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("COACH_HOME", folder)
        for line in report(build(read_settings()), listed="--cases" in arguments):
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

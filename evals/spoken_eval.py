"""Measures the built-in counterpart in plain talks with every persona in every scenario.

    python -m evals.spoken_eval

How long its answers are, how often they ask or resist, what is said twice within twelve turns, what is let out
that the scenario hides, and whether a persona can be told by its words. The last by naive Bayes over
words and pairs of words (Manning, Raghavan and Schütze 2008, chapter 13), which met the persona in other scenarios
only. It is asked once of all that was said, and once of the sentences alone that it has not met: most of these tell what the
scenario knows, which every persona knows.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import median

from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.library import load_personas, load_scenarios
from coach.rehearsal.lines import words_in
from coach.rehearsal.scene import Persona, Scenario, Situation
from coach.rehearsal.simulator import Simulator
from evals.played_talks import Said, good_talk, poor_talk

WITHIN = 12
"""Turns in which no line may come twice."""
_SHORT = 3
"""A sentence of so few words may come again: "I see."."""
_WORD = re.compile(r"[\w']+")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Played:
    """What a counterpart said in one talk."""

    scenario: Scenario
    persona: Persona
    lines: tuple[str, ...]


def played() -> list[Played]:
    """A talk that follows and one that does everything badly, with every persona in every scenario."""
    knowledge = default_knowledge()
    return [
        Played(scenario, persona, spoken(scenario, persona, talk))
        for scenario in load_scenarios(knowledge)
        for persona in load_personas(knowledge)
        for talk in (good_talk, poor_talk)
    ]


def spoken(
    scenario: Scenario, persona: Persona, talk: Callable[[Scenario], Iterable[Said]]
) -> tuple[str, ...]:
    """What a persona says in a scenario to the turns of a talk."""
    simulator = Simulator(scenario, persona)
    lines = [simulator.opening()] if simulator.opening() else []
    for turn, moves in talk(scenario):
        if simulator.ended:
            break
        lines.append(simulator.answer(turn, moves))
    return tuple(lines)


def told_apart(talks: Sequence[Played], *, fresh: bool) -> tuple[int, int]:
    """In how many talks the persona is told by its words, and of how many.

    Args:
        talks: what was said.
        fresh: whether only sentences count that were not learnt from.
    """
    scenarios = sorted({talk.scenario.id for talk in talks})
    right = count = 0
    for half in (0, 1):
        known = [talk for talk in talks if scenarios.index(talk.scenario.id) % 2 == half]
        others = [talk for talk in talks if scenarios.index(talk.scenario.id) % 2 != half]
        met = {sentence for talk in known for sentence in _sentences(talk)}
        model = _Bayes(known)
        for talk in others:
            asked = [one for one in _sentences(talk) if not fresh or one not in met]
            if asked:
                count += 1
                right += model.likeliest(asked) == talk.persona.id
    return right, count


class _Bayes:
    """Multinomial naive Bayes with one added to every count."""

    def __init__(self, talks: Sequence[Played]) -> None:
        self._counts: dict[str, Counter[str]] = {}
        for talk in talks:
            counted = self._counts.setdefault(talk.persona.id, Counter())
            for sentence in set(_sentences(talk)):
                counted.update(_features(sentence))
        self._width = len({name for some in self._counts.values() for name in some})

    def likeliest(self, sentences: Sequence[str]) -> str:
        """The persona that would most likely say this."""
        names = [name for sentence in sentences for name in _features(sentence)]
        return max(self._counts, key=lambda persona: self._score(persona, names))

    def _score(self, persona: str, names: Sequence[str]) -> float:
        counted = self._counts[persona]
        total = counted.total() + self._width
        return sum(log((counted[name] + 1) / total) for name in names)


def _features(sentence: str) -> list[str]:
    words = _WORD.findall(sentence.lower())
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


def _sentences(talk: Played) -> list[str]:
    return [one for line in talk.lines for one in _SENTENCE.split(line)]


def said_twice(talk: Played) -> int:
    """Sentences that come again within ``WITHIN`` turns; a question passed over may be put once more, at once."""
    turns = [
        {one for one in _SENTENCE.split(line) if words_in(one) > _SHORT} for line in talk.lines
    ]
    later = [set().union(*turns[at + 2 : at + WITHIN]) for at in range(len(turns))]
    return sum(len(some & after) for some, after in zip(turns, later, strict=True))


def let_out(talk: Played) -> int:
    """How much of what the scenario hides is said."""
    told = " ".join(talk.lines).lower()
    facts = [hidden.fact for hidden in talk.scenario.hidden] + list(talk.scenario.wants)
    words = [word for hidden in talk.scenario.hidden for word in hidden.words]
    found = sum(fact.lower() in told for fact in facts)
    return found + sum(re.search(rf"\b{re.escape(word)}\b", told) is not None for word in words)


def asking_or_resisting(talks: Sequence[Played]) -> float:
    """The share of turns that hold a question or a doubt."""
    doubts = {
        line
        for talk in talks
        for situation in (Situation.RESIST, Situation.REFUSE)
        for line in talk.persona.lines[situation]
    }
    lines = [line for talk in talks for line in talk.lines]
    return sum("?" in line or any(doubt in line for doubt in doubts) for line in lines) / len(lines)


def report() -> Iterator[str]:
    """The lines of the table."""
    talks = played()
    lines = [line for talk in talks for line in talk.lines]
    lengths = [words_in(line) for line in lines]
    personas = len({talk.persona.id for talk in talks})
    yield f"The built-in counterpart in {len(talks)} talks, {len(lines)} turns"
    yield f"words a turn: median {median(lengths):.0f}, at most {max(lengths)}"
    yield f"turns that ask or resist: {asking_or_resisting(talks):.2f}"
    yield f"sentences said twice within {WITHIN} turns: {sum(map(said_twice, talks))}"
    yield f"hidden things let out: {sum(map(let_out, talks))}"
    for fresh, what in ((False, "scenarios"), (True, "scenarios and sentences")):
        right, count = told_apart(talks, fresh=fresh)
        share = f"{right / count:.2f} ({right} of {count} talks; by chance {1 / personas:.2f})"
        yield f"persona told by its words, in {what} that were not learnt from: {share}"


def main() -> None:
    """Print the table."""
    for line in report():
        print(line)


if __name__ == "__main__":
    main()

"""One rehearsal as it goes on: a turn is said, answered, and told what it did; any turn can be tried again."""

from collections.abc import Sequence
from pathlib import Path

from coach.domain.likeness import Likeness
from coach.domain.rehearsal import Debrief, Feedback, RehearsedTurn
from coach.domain.vocabulary import Style
from coach.rehearsal.debrief import debrief
from coach.rehearsal.feedback import feedback_on
from coach.rehearsal.moves import moves_in
from coach.rehearsal.scene import Persona, Scenario
from coach.rehearsal.simulator import Simulator
from coach.rehearsal.speech import Exchange

LOOKED_BACK = 12
"""Earlier exchanges that a turn is read with; what lies further back is forgotten in a talk as well."""


class Session:
    """A talk being rehearsed.

    Attributes:
        scenario: what is rehearsed.
        persona: how the counterpart speaks.
        opening: the counterpart's first line; empty where the mentee begins.
        unaided: whether feedback waits until the end.
        likeness: the person of the mentee's own whom the counterpart stands for, if they do.
        turns: what was said so far.
    """

    def __init__(
        self,
        scenario: Scenario,
        persona: Persona,
        knowledge: Path,
        *,
        unaided: bool = False,
        likeness: Likeness | None = None,
    ) -> None:
        self.scenario, self.persona, self.unaided = scenario, persona, unaided
        self.likeness = likeness
        self._knowledge = knowledge
        self._simulator = Simulator(scenario, persona)
        self._heard: list[str] = []
        self.opening = self._simulator.opening()
        self.turns: tuple[RehearsedTurn, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether the counterpart has said goodbye."""
        return self._simulator.ended

    @property
    def minutes_left(self) -> float:
        """Minutes of the time agreed that are left."""
        return max(0.0, self.scenario.minutes - self._simulator.elapsed)

    def say(self, text: str) -> RehearsedTurn:
        """Say a turn; the answer and, unless unaided, the feedback come back."""
        before = self.turns[-1].counterpart if self.turns else self.opening
        earlier = self._exchanges()[-LOOKED_BACK:]
        found = moves_in(text, before, earlier, self._knowledge)
        answer = self._simulator.answer(text, frozenset(one.move for one in found))
        given = None if self.unaided else feedback_on(text, before, earlier, self._knowledge)
        turn = RehearsedTurn(mentee=text, counterpart=answer, feedback=given)
        self._heard.append(before)
        self.turns = (*self.turns, turn)
        return turn

    def again_from(self, number: int) -> "Session":
        """A new talk that has gone the same way up to turn ``number`` (from 0), to be tried otherwise."""
        fresh = Session(
            self.scenario,
            self.persona,
            self._knowledge,
            unaided=self.unaided,
            likeness=self.likeness,
        )
        fresh.follow(self.turns[:number])
        return fresh

    def follow(self, turns: Sequence[RehearsedTurn]) -> None:
        """Go on as a talk went that was had before: what was answered then is answered again."""
        for turn in turns:
            said = self.say(turn.mentee).model_copy(update={"counterpart": turn.counterpart})
            self.turns = (*self.turns[:-1], said)

    def feedback(self) -> tuple[Feedback, ...]:
        """What is said of each turn, also of an unaided talk."""
        told = self._exchanges()
        return tuple(
            turn.feedback
            or feedback_on(
                one.said, one.heard, told[max(0, at - LOOKED_BACK) : at], self._knowledge
            )
            for at, (turn, one) in enumerate(zip(self.turns, told, strict=True))
        )

    def debrief(self, style: Style = Style.MENTOR) -> Debrief:
        """Look back on the talk so far."""
        last = self.turns[-1].counterpart if self.turns else ""
        return debrief(self.scenario, self._exchanges(), style, last, self._knowledge)

    def _exchanges(self) -> list[Exchange]:
        return [
            Exchange(heard, turn.mentee)
            for heard, turn in zip(self._heard, self.turns, strict=True)
        ]

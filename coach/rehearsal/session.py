"""One rehearsal as it goes on: a turn is said, answered, and told what it did; any turn can be tried again."""

import copy
from collections.abc import Sequence
from pathlib import Path

from coach.domain.calls import WriterInfo
from coach.domain.likeness import Likeness
from coach.domain.rehearsal import Debrief, Feedback, RehearsedTurn
from coach.domain.vocabulary import Style
from coach.rehearsal.debrief import debrief
from coach.rehearsal.feedback import feedback_on
from coach.rehearsal.moves import moves_in
from coach.rehearsal.plausible import borne_out
from coach.rehearsal.scene import Persona, Scenario
from coach.rehearsal.simulator import Simulator
from coach.rehearsal.speech import Exchange
from coach.rehearsal.tuned_moves import load_ahead
from coach.rehearsal.voice import Cue, Voice, Voiced

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
        load_ahead(knowledge)
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

    def say(self, text: str, voice: Voice | None = None) -> RehearsedTurn:
        """Say a turn; the answer and, unless unaided, the feedback come back.

        Args:
            text: what the mentee says.
            voice: speaks in the built-in counterpart's place. What it raises leaves the talk as it was.
        """
        before = self.turns[-1].counterpart if self.turns else self.opening
        earlier = self._exchanges()[-LOOKED_BACK:]
        found = borne_out(moves_in(text, before, earlier, self._knowledge), text, before)
        moves = frozenset(one.move for one in found if one.sure)
        ahead = self._simulator if voice is None else self._simulator_ahead()
        spoken = Voiced(ahead.answer(text, moves), WriterInfo())
        if voice is not None and not ahead.ended:
            plain = spoken.line
            spoken = voice(
                Cue(
                    scenario=self.scenario,
                    persona=self.persona,
                    opening=self.opening,
                    turns=self.turns,
                    said=text,
                    moves=moves,
                    plain=plain,
                    mood=ahead.mood,
                    likeness=self.likeness,
                )
            )
            ahead.instead(plain, spoken.line)
        given = None
        if not self.unaided:
            given = feedback_on(text, before, earlier, self._knowledge, self.scenario)
        turn = RehearsedTurn(
            mentee=text, counterpart=spoken.line, feedback=given, writer=spoken.writer
        )
        self._simulator = ahead
        self._heard.append(before)
        self.turns = (*self.turns, turn)
        return turn

    def _simulator_ahead(self) -> Simulator:
        """A twin of the built-in counterpart, to go one turn ahead; the scene and persona are shared."""
        shared = {id(one): one for one in (self.scenario, self.persona)}
        return copy.deepcopy(self._simulator, shared)

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
            self.say(turn.mentee, _as_it_was(turn))

    def feedback(self) -> tuple[Feedback, ...]:
        """What is said of each turn, also of an unaided talk."""
        told = self._exchanges()
        return tuple(
            turn.feedback
            or feedback_on(
                one.said,
                one.heard,
                told[max(0, at - LOOKED_BACK) : at],
                self._knowledge,
                self.scenario,
            )
            for at, (turn, one) in enumerate(zip(self.turns, told, strict=True))
        )

    def debrief(self, style: Style = Style.MENTOR) -> Debrief:
        """Look back on the talk so far."""
        last = self.turns[-1].counterpart if self.turns else ""
        return debrief(
            self.scenario,
            self._exchanges(),
            style,
            last,
            self._knowledge,
            granted=self._simulator.mood.granted,
        )

    def _exchanges(self) -> list[Exchange]:
        return [
            Exchange(heard, turn.mentee)
            for heard, turn in zip(self._heard, self.turns, strict=True)
        ]


def _as_it_was(turn: RehearsedTurn) -> Voice:
    """A voice that says again what was said in a turn."""
    said = Voiced(turn.counterpart, turn.writer)
    return lambda _: said

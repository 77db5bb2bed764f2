"""What another voice than the built-in one is told for one answer, and what it gives back.

The built-in counterpart follows every turn all the same: it decides what is granted and when the talk
ends, and its own answer is there when the other voice has none that can be used.
"""

from collections.abc import Callable
from dataclasses import dataclass

from coach.domain.calls import WriterInfo
from coach.domain.likeness import Likeness
from coach.domain.rehearsal import Move, RehearsedTurn
from coach.rehearsal.heard import names_any
from coach.rehearsal.scene import Matter, Persona, Scenario
from coach.rehearsal.written_out import write_out


@dataclass(frozen=True)
class Mood:
    """How the counterpart stands to the mentee.

    Attributes:
        warmth: -3 to 3.
        granted: whether they have said yes to what the talk turns on.
        made: the moves the mentee has made so far in this talk.
    """

    warmth: int
    granted: bool
    made: frozenset[Move]


@dataclass(frozen=True)
class Cue:
    """One answer that is due.

    Attributes:
        scenario: what is rehearsed.
        persona: how the counterpart speaks.
        opening: the counterpart's first line; empty where the mentee began.
        turns: the exchanges before, oldest first.
        said: what the mentee says now.
        moves: the moves in that.
        plain: the built-in counterpart's answer.
        mood: how the counterpart stands after it.
        likeness: the person of the mentee's own whom the counterpart stands for, if they do.
    """

    scenario: Scenario
    persona: Persona
    opening: str
    turns: tuple[RehearsedTurn, ...]
    said: str
    moves: frozenset[Move]
    plain: str
    mood: Mood
    likeness: Likeness | None = None

    @property
    def theirs(self) -> tuple[str, ...]:
        """Everything the counterpart said before, oldest first."""
        opening = (self.opening,) if self.opening else ()
        return (*opening, *(turn.counterpart for turn in self.turns))

    @property
    def mentees(self) -> tuple[str, ...]:
        """Everything the mentee said, this turn last."""
        return (*(turn.mentee for turn in self.turns), self.said)

    @property
    def shown(self) -> str:
        """What both of them know of the scene, for the mentee has read it."""
        scene = self.scenario
        return " ".join((scene.title, scene.setting, scene.you, *scene.goals))

    @property
    def called(self) -> tuple[Matter, ...]:
        """What the counterpart can tell of anything the mentee has named."""
        return tuple(
            matter
            for matter in self.scenario.knows
            if any(names_any(said, matter.about) for said in self.mentees)
        )

    @property
    def turns_on_it(self) -> bool:
        """Whether the mentee now puts what the talk turns on to them."""
        puts = self.moves & {Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK} or "?" in self.said
        return bool(puts) and names_any(self.said, self.scenario.decision.about)

    @property
    def grants(self) -> bool:
        """Whether the built-in counterpart says yes in this answer to what the talk turns on."""
        yes = self.scenario.decision.granted
        return any(said in self.plain for line in yes for said in (line, write_out(line)))


@dataclass(frozen=True)
class Voiced:
    """What the counterpart says, and who found the words."""

    line: str
    writer: WriterInfo


Voice = Callable[[Cue], Voiced]
"""Speaks in the built-in counterpart's place, for one answer."""

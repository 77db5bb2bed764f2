"""What the counterpart asks next: about what was just told, about the mentee's words, or of their own."""

from dataclasses import dataclass

from coach.rehearsal.clock import Clock
from coach.rehearsal.deciding import Deciding
from coach.rehearsal.recalled import Recalled
from coach.rehearsal.sayings import Sayings
from coach.rehearsal.scene import Matter, Persona, Scenario, Situation
from coach.rehearsal.turn import content_of


@dataclass(frozen=True)
class Place:
    """Where in a talk a question is wanted.

    Attributes:
        turn: what the mentee has just said.
        turns: how many turns there were.
        doubts: whether their words may be questioned; what was just approved of is not.
        quotes: whether words of theirs may be come back to; beside an answer they would be an excuse.
        idle: whether enough was asked, so that an aside may take the place of a question.
        told: the matter that the mentee has just spoken of.
        matter: the matter that was spoken of last.
    """

    turn: str
    turns: int
    doubts: bool
    quotes: bool
    idle: bool
    told: Matter | None
    matter: Matter | None


class Asking:
    """The questions of one talk."""

    def __init__(
        self, scene: Scenario, persona: Persona, say: Sayings, clock: Clock, deciding: Deciding
    ) -> None:
        self._scene, self._persona, self._say = scene, persona, say
        self._clock, self._deciding = clock, deciding
        self.recalled = Recalled()

    def next(self, at: Place) -> str:
        """A question that fits; after a yes none that doubts it, and none at all where those are used up."""
        if self._clock.warns():
            return self._say.own(Situation.TIME_SHORT)
        every = self._persona.habit_every
        if at.quotes and every and at.turns % every == 0 and at.idle:
            return self._say.own(Situation.HABIT)
        if left := self._say.fresh(self._scene.tells) or self._say.open(self._scene.asks_first):
            return self._say.line(left[:1])
        if left := self._about_it(at):
            return self._say.line(left)
        granted = self._deciding.granted
        if at.quotes and not granted and (taken_up := self._taken_up(at)):
            return taken_up
        about = None if at.quotes else at.matter
        if about is not None and (left := self._say.open(about.asks)):
            return self._say.line(left)
        left = self._say.open(self._scene.after_yes if granted else self._scene.raises)
        return self._say.line(left) if left or granted else self._say.own(Situation.FOLLOW_UP)

    def _about_it(self, at: Place) -> tuple[str, ...]:
        """Questions about what the mentee has just spoken of, but for what they said of it."""
        said = content_of(at.turn)
        asks = at.told.asks if at.told is not None else ()
        return tuple(one for one in self._say.open(asks) if not content_of(one) <= said)

    def _taken_up(self, at: Place) -> str:
        """Words of the mentee's to ask about, from this turn or an earlier one."""
        if at.doubts and (said := self.recalled.at_once(at.turn, at.turns)):
            return self._say.own(Situation.PICKS_UP, said)
        said = self.recalled.later(at.turns)
        return self._say.own(Situation.REMEMBERS, said) if said else ""

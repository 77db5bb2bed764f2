"""Finds the counterpart's words: the persona's for a situation, the scenario's for the rest, none said twice too soon."""

import re
from collections.abc import Iterable, Sequence

from coach.rehearsal.heard import names_any
from coach.rehearsal.lines import Lines
from coach.rehearsal.reactions import NEEDED
from coach.rehearsal.scene import Persona, Scenario, Situation
from coach.rehearsal.told import Told
from coach.rehearsal.written_out import write_out


def keeps_it_going(question: str, scene: Scenario) -> bool:
    """Whether a question of the scene's own was asked for want of another: nobody minds when one is asked back."""
    asked = [*scene.raises, *scene.after_yes, *(one for m in scene.knows for one in m.asks)]
    return any(question in (one, write_out(one)) for one in asked)


class Sayings:
    """The lines of one talk.

    Args:
        scene: the talk.
        persona: how the counterpart speaks.
        told: what the mentee has told so far; what is told already is not asked.
    """

    def __init__(self, scene: Scenario, persona: Persona, told: Told) -> None:
        self._scene, self._persona, self._told = scene, persona, told
        self._lines = Lines(f"{scene.id}/{persona.id}")
        hidden = [re.escape(word) for one in scene.hidden for word in one.words]
        self._secret = re.compile(rf"\b(?:{'|'.join(hidden) or '(?!)'})\b", re.IGNORECASE)

    def own(self, situation: Situation, said: str = "") -> str:
        """One of the persona's lines for a situation; none where all were said and it can be left out."""
        lines = [line for line in self._persona.lines[situation] if self._fits(line)]
        left = self._lines.fresh(lines)
        if not left and situation not in NEEDED:
            return ""
        return self.line(left or lines).replace("{said}", said)

    def _fits(self, line: str) -> bool:
        """Whether a line, written for any talk, keeps what this one hides and belongs where it is held."""
        if self._secret.search(line) is not None:
            return False
        return self._scene.by_call or not names_any(line, self._persona.on_a_call)

    def line(self, lines: Sequence[str], *, near: int = 0) -> str:
        """One of the scenario's lines."""
        line = self._lines.choose(lines, near=near)
        if line:
            self._lines.mark(line)
        return line

    def fresh(self, lines: Iterable[str]) -> tuple[str, ...]:
        """The lines that were not said yet."""
        return self._lines.fresh(lines)

    def open(self, lines: Iterable[str]) -> tuple[str, ...]:
        """The lines not said yet that ask nothing the mentee has told."""
        return tuple(one for one in self._lines.fresh(lines) if not self._told.answers(one))

    def by_the_way(self, question: str) -> bool:
        """Whether a question was asked to keep the talk going, so that nobody minds when it is left."""
        asked = self._persona.lines[Situation.FOLLOW_UP]
        follows_up = any(question in (one, write_out(one)) for one in asked)
        return "“" in question or follows_up or keeps_it_going(question, self._scene)

    def chance(self, name: str) -> float:
        """A number from 0 to 1 that is always the same at this place of this talk."""
        return self._lines.chance(name)

"""Plays the counterpart: follows what was said, answers in persona, resists a little, and warms up when it is earned.

No model is needed. The same talk always gets the same answers. What the scenario hides is never said,
for only lines written to be said are spoken.
"""

import re
from collections.abc import Sequence

from coach.domain.rehearsal import Move
from coach.rehearsal.heard import (
    asked_about,
    asked_in,
    last_question,
    left_undone,
    names_any,
    only_consent,
    pushes,
    quotable,
    says_goodbye,
    seeks_consent,
)
from coach.rehearsal.lines import Lines, fitted, words_in
from coach.rehearsal.reactions import APPROVED, FAULTS, MET, NEEDED, PASSING, TOLD
from coach.rehearsal.scene import Matter, Obstacle, Persona, Scenario, Situation
from coach.rehearsal.voice import Mood
from coach.rehearsal.written_out import write_out

FEWEST_TURNS = 16
"""Exchanges of usual length that fill the time agreed."""
WORDS_A_MINUTE = 120
SHORT_ANSWER = 12
"""Words of an answer before which a few words more are said."""
SHORT, UP = 0.8, 1.0
"""Share of the time after which little, and nothing, is left."""
LEAST_ASKED = 0.65
"""Share of the answers that ask or resist, whatever the persona."""
BETWEEN_DOUBTS = 4
"""Turns after which words of the mentee's are taken up again."""
_QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.SPECIFIC_QUESTION, Move.CLOSED_QUESTION})


class Simulator:
    """One talk with one counterpart.

    Attributes:
        ended: whether the counterpart has said goodbye.
        elapsed: minutes of the time agreed that are over.
    """

    def __init__(self, scenario: Scenario, persona: Persona) -> None:
        self._scene, self._persona = scenario, persona
        self._lines = Lines(f"{scenario.id}/{persona.id}")
        hidden = [re.escape(word) for one in scenario.hidden for word in one.words]
        self._secret = re.compile(rf"\b(?:{'|'.join(hidden) or '(?!)'})\b", re.IGNORECASE)
        self._warmth = -persona.resistance
        self._turns = self._asked = 0
        self._made: set[Move] = set()
        self._matter: Matter | None = None
        self._obstacle: Obstacle | None = None
        self._raised: set[int] = set()
        self._granted = self._warned = False
        self._said_before: list[str] = []
        self._question = self._put_again = ""
        self._picked_up = 0
        self.ended = False
        self.elapsed = 0.0

    def opening(self) -> str:
        """The counterpart's first line; empty where the mentee begins."""
        if not self._scene.opening:
            return ""
        return self._spoken([self._scene.opening])

    def answer(self, turn: str, moves: frozenset[Move]) -> str:
        """What the counterpart says to a turn with these moves; empty once the talk has ended."""
        if self.ended:
            return ""
        self._turns += 1
        self._made |= moves
        self._feel(moves)
        parts = self._reaction(turn, moves)
        spoken = self._spoken(parts)
        self._pass_time(turn, spoken)
        if moves & TOLD and (said := quotable(turn)) and said not in spoken:
            self._said_before.append(said)
        return spoken

    @property
    def mood(self) -> Mood:
        """How the counterpart stands to the mentee."""
        return Mood(self._warmth, self._granted, frozenset(self._made))

    def instead(self, plain: str, line: str) -> None:
        """Take it that ``line`` was spoken in place of ``plain``, the last answer."""
        self._question = last_question(line)
        self._asked += ("?" in line) - ("?" in plain)

    def _feel(self, moves: frozenset[Move]) -> None:
        won = len(moves & set(self._persona.warms))
        lost = len(moves & set(self._persona.cools))
        self._warmth = max(-3, min(3, self._warmth + min(won, 2) - lost))

    def _pass_time(self, turn: str, spoken: str) -> None:
        minutes = self._scene.minutes
        spent = (words_in(turn) + words_in(spoken)) / WORDS_A_MINUTE
        self.elapsed = min(minutes, self.elapsed + max(minutes / FEWEST_TURNS, spent))

    def _reaction(self, turn: str, moves: frozenset[Move]) -> list[str]:
        """The parts of an answer, in order."""
        if (
            leaves := says_goodbye(turn, at_first=self._turns == 1)
        ) or self.elapsed >= UP * self._scene.minutes:
            return self._goodbye(leaves)
        if words_in(turn) < 2 and not self._question:
            return [self._own(Situation.SILENCE)]
        fault = self._fault(turn, moves)
        if fault is not None and fault not in PASSING:
            return self._put_right(fault)
        lead = self._own(fault) if fault is not None else self._clearing(moves)
        return [lead, *self._content(turn, moves, led=bool(lead))]

    def _fault(self, turn: str, moves: frozenset[Move]) -> Situation | None:
        if words_in(turn) > self._persona.patience:
            return Situation.MONOLOGUE
        if pushes(turn):
            return Situation.PRESSURE
        heeded = moves - ({Move.IGNORES_QUESTION} if self._question == self._put_again else set())
        return next((situation for move, situation in FAULTS if move in heeded), None)

    def _put_right(self, fault: Situation) -> list[str]:
        """An answer that stops at what went wrong; the question passed over is put again."""
        if (obstacle := self._obstacle_for(fault.value)) is not None:
            return [obstacle]
        again = self._question if fault is Situation.IGNORED else ""
        self._put_again = again or self._put_again
        line = self._own(fault)
        return [line, again] if again and again not in line else [line]

    def _clearing(self, moves: frozenset[Move]) -> str:
        """What is said when an obstacle has been got round."""
        if self._obstacle is None or not moves & set(self._obstacle.cleared_by):
            return ""
        cleared, self._obstacle = self._obstacle.cleared, None
        return self._line(cleared)

    def _arising(self) -> str | None:
        """An obstacle whose moment has come."""
        share = self.elapsed / self._scene.minutes
        moment = "early" if share < 1 / 3 else "middle" if share < 2 / 3 else "late"
        settled = self._turns > 1 and self._obstacle is None
        return self._obstacle_for(moment) if settled else None

    def _obstacle_for(self, when: str) -> str | None:
        for number, obstacle in enumerate(self._scene.obstacles):
            if obstacle.when == when and number not in self._raised:
                self._raised.add(number)
                self._obstacle = obstacle
                return self._line(obstacle.lines)
        return None

    def _content(self, turn: str, moves: frozenset[Move], *, led: bool) -> list[str]:
        """The answer itself, with a question or a doubt of the counterpart's where one is due."""
        asked = bool(moves & _QUESTIONS) or "?" in turn
        proposes = bool(moves & {Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK})
        if (asked or proposes) and names_any(turn, self._scene.decision.about):
            return self._decide(turn, moves, led=led)
        if Move.ASKS_FEEDBACK in moves and self._lines.fresh(self._scene.feedback):
            lead = "" if led else self._own(Situation.FEEDBACK_GIVE)
            return [lead, self._line(self._lines.fresh(self._scene.feedback))]
        if asked and only_consent(turn) and asked_about(asked_in(turn), self._scene.knows) is None:
            yes = Situation.AGREE if self._warmth > -2 else Situation.RESIST
            return self._taken("" if led else self._own(yes), turn)
        if asked:
            return self._tell(turn, moves, led=led)
        met = "" if led else self._met(turn, moves)
        doubts = not (led or moves & APPROVED)
        return [met, self._arising() or self._next_question(turn, doubts=doubts)]

    def _decide(self, turn: str, moves: frozenset[Move], *, led: bool) -> list[str]:
        decision = self._scene.decision
        if self._granted:
            return self._after_yes(turn, moves, led=led)
        earned = len(self._made & set(decision.earned_by)) > 1 and self._warmth > -2
        if not earned:
            return [self._own(Situation.REFUSE), self._line(decision.not_yet)]
        self._granted = True
        return [self._own(Situation.AGREE), self._line(decision.granted)]

    def _after_yes(self, turn: str, moves: frozenset[Move], *, led: bool) -> list[str]:
        """What is said to more of what was granted: a question is answered, a further point met."""
        if asked_about(asked_in(turn), self._scene.knows) is not None:
            return self._tell(turn, moves, led=led)
        met = Situation.AGREE if seeks_consent(turn) else Situation.WARM
        return self._taken("" if led else self._own(met), turn)

    def _taken(self, met: str, turn: str) -> list[str]:
        """What was proposed is taken or put off, and the talk goes on; its words are not doubted."""
        return [met, self._arising() or self._next_question(turn, doubts=False)]

    def _tell(self, turn: str, moves: frozenset[Move], *, led: bool) -> list[str]:
        """What they know about what was asked, as much as they are warm enough to tell."""
        matter = asked_about(turn, self._scene.knows)
        if matter is None:
            closed = Move.CLOSED_QUESTION in moves and Move.OPEN_QUESTION not in moves
            line = self._own(Situation.CLOSED if closed else Situation.UNKNOWN)
            return [line, self._next_question(turn)]
        self._matter = matter
        left = self._lines.fresh(matter.says)
        if not left:
            met = Situation.REFLECTED if Move.REFLECTS in moves else Situation.AGAIN
            return [self._own(met), self._next_question(turn)]
        usual = self._persona.usual_words
        told = self._line(left, near=usual if self._warmth >= 0 else min(10, usual))
        lead = "" if led or words_in(told) > SHORT_ANSWER else self._own(Situation.ANSWER_OPEN)
        due = self._arising() or (self._next_question(turn) if self._ask_now() else "")
        return [lead, told, due]

    def _met(self, turn: str, moves: frozenset[Move]) -> str:
        """A few words that show what was heard; what was left undone is not met as a deed."""
        undone = {Move.SHARES_PROGRESS} if left_undone(turn) else set()
        for move, situation in MET:
            if move in moves - undone:
                return self._own(situation)
        if moves & set(self._persona.warms) and self._warmth >= 0:
            return self._own(Situation.WARM)
        if self._warmth < 0 and self._lines.chance("resist") < 0.5:
            return self._own(Situation.RESIST)
        return self._own(Situation.ACKNOWLEDGE)

    def _next_question(self, turn: str, *, doubts: bool = True) -> str:
        """A question that fits: about what was just told, about their words, or of their own.

        ``doubts`` is whether their words may be questioned; what was just approved of is not.
        """
        if self._is_short():
            self._warned = True
            return self._own(Situation.TIME_SHORT)
        if self._habit_due():
            return self._own(Situation.HABIT)
        if left := self._lines.fresh(self._scene.asks_first):
            return self._line(left[:1])
        said = quotable(turn)
        if said and doubts and self._turns - self._picked_up >= BETWEEN_DOUBTS:
            self._picked_up = self._turns
            return self._own(Situation.PICKS_UP, said)
        if self._turns % 5 == 0 and self._said_before:  # each is come back to once
            return self._own(Situation.REMEMBERS, self._said_before.pop(0))
        if self._matter is not None and (left := self._lines.fresh(self._matter.asks)):
            return self._line(left)
        left = self._lines.fresh(self._scene.raises)
        return self._line(left) if left else self._own(Situation.FOLLOW_UP)

    def _is_short(self) -> bool:
        return not self._warned and self.elapsed >= SHORT * self._scene.minutes

    def _habit_due(self) -> bool:
        every = self._persona.habit_every
        enough = self._asked >= LEAST_ASKED * self._turns
        return bool(every) and self._turns % every == 0 and enough

    def _ask_now(self) -> bool:
        share = max(LEAST_ASKED, self._persona.asks)
        return self._asked < share * self._turns or self._is_short()

    def _goodbye(self, theirs: bool) -> list[str]:
        self.ended = True
        good = set(self._scene.good)
        went_well = self._granted or len(self._made & good) * 2 >= len(good)
        close = self._scene.close.good if went_well else self._scene.close.poor
        first = self._own(Situation.THANKED) if theirs else self._own(Situation.TIME_UP)
        return [first, self._line(close)]

    def _own(self, situation: Situation, said: str = "") -> str:
        """One of the persona's lines for a situation; none where all were said and it can be left out."""
        lines = [line for line in self._persona.lines[situation] if not self._gives_away(line)]
        left = self._lines.fresh(lines)
        if not left and situation not in NEEDED:
            return ""
        return self._line(left or lines).replace("{said}", said)

    def _gives_away(self, line: str) -> bool:
        """Whether a line, written for any talk, would say what this one hides."""
        return self._secret.search(line) is not None

    def _line(self, lines: Sequence[str], *, near: int = 0) -> str:
        """One of the scenario's lines."""
        line = self._lines.choose(lines, near=near)
        self._lines.mark(line)
        return line

    def _spoken(self, parts: Sequence[str]) -> str:
        kept = fitted(parts)
        if not any(map(words_in, kept)):
            kept.append(self._line(self._persona.lines[Situation.FOLLOW_UP]))
        text = " ".join(kept)
        self._question = last_question(text)
        self._asked += "?" in text
        return text if self._persona.contractions else write_out(text)

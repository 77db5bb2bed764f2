"""Plays the counterpart: follows what was said, answers in persona, resists a little, and warms up when it is earned.

No model is needed. The same talk always gets the same answers. What the scenario hides is never said,
for only lines written to be said are spoken.
"""

from collections.abc import Sequence

from coach.domain.rehearsal import Move
from coach.rehearsal.asked import (
    FOR_A_YES,
    Wanted,
    asks_back,
    fits,
    matter_asked,
    puts_forward,
    resolves,
    wanted,
    wants_more,
)
from coach.rehearsal.heard import last_question, pushes, quotable, says_goodbye
from coach.rehearsal.lines import fitted, words_in
from coach.rehearsal.obstacles import Obstacles
from coach.rehearsal.owned import confesses, goes_soon, suggests, thanks
from coach.rehearsal.reactions import APPROVED, FAULTS, PASSING, TOLD, UNANSWERED, met_by
from coach.rehearsal.sayings import Sayings
from coach.rehearsal.scene import Matter, Persona, Scenario, Situation
from coach.rehearsal.told import Told
from coach.rehearsal.turn import content_of
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
        self._warmth = -persona.resistance
        self._turns = self._asked = 0
        self._made: set[Move] = set()
        self._matter: Matter | None = None
        self._told = Told()
        self._say = Sayings(scenario, persona, self._told)
        self._obstacles = Obstacles(scenario, self._told)
        self._granted = self._warned = self._leaving = False
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
        self._told.hear(turn)
        self._leaving = self._leaving or goes_soon(turn)
        self._feel(moves)
        parts = self._reaction(turn, moves)
        spoken = self._spoken(parts)
        self._pass_time(turn, spoken)
        self._forget_settled(turn)
        if moves & TOLD and (said := quotable(turn)) and said not in spoken:
            self._said_before.append(said)
        return spoken

    def _forget_settled(self, turn: str) -> None:
        """What is taken up again by the mentee need not be come back to."""
        said = content_of(turn)
        self._said_before = [one for one in self._said_before if not content_of(one) & said]

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
        leaves = says_goodbye(turn, at_first=self._turns == 1)
        if leaves or self.elapsed >= UP * self._scene.minutes:
            return self._goodbye(turn, theirs=leaves)
        if words_in(turn) < 2 and not self._question:
            return [self._say.own(Situation.SILENCE)]
        fault = self._fault(turn, moves)
        if fault is not None and fault not in PASSING:
            return self._put_right(fault)
        cleared = self._obstacles.cleared(turn, moves, self._turns)
        lead = self._say.own(fault) if fault is not None else self._say.line(cleared)
        return [lead, *self._content(turn, moves, led=bool(lead))]

    def _fault(self, turn: str, moves: frozenset[Move]) -> Situation | None:
        if words_in(turn) > self._persona.patience:
            return Situation.MONOLOGUE
        if pushes(turn):
            return Situation.PRESSURE
        by_the_way = "?" in turn and self._say.by_the_way(self._question)
        excused = by_the_way or asks_back(turn) or self._question == self._put_again
        heeded = moves - ({Move.IGNORES_QUESTION} if excused else set())
        return next((situation for move, situation in FAULTS if move in heeded), None)

    def _put_right(self, fault: Situation) -> list[str]:
        """An answer that stops at what went wrong; the question passed over is put again."""
        if lines := self._obstacles.brought_on(fault.value, self._turns):
            return [self._say.line(lines)]
        again = self._question if fault is Situation.IGNORED else ""
        self._put_again = again or self._put_again
        line = self._say.own(fault)
        return [line, again] if again and again not in line else [line]

    def _arising(self) -> str:
        """An obstacle whose moment has come, if it still has a place."""
        share = self.elapsed / self._scene.minutes
        lines = self._obstacles.arising(share, self._turns, granted=self._granted)
        return "" if self._leaving else self._say.line(lines)

    def _content(self, turn: str, moves: frozenset[Move], *, led: bool) -> list[str]:
        """The answer itself, with a question or a doubt of the counterpart's where one is due."""
        asked = bool(moves & _QUESTIONS) or "?" in turn
        proposes = bool(moves & {Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK})
        want = wanted(turn) if asked else Wanted.OPEN
        yes_or_no = want in FOR_A_YES
        matter = matter_asked(turn, self._scene.knows, back=not yes_or_no) if asked else None
        if matter is None and wants_more(turn):
            matter = self._matter
        abouts = self._scene.decision.about
        theirs = want is Wanted.FAVOUR and matter is None and not resolves(abouts)
        puts = puts_forward(turn, abouts, plainly=not (asked or proposes))
        if puts or theirs or want is Wanted.DECISION:
            return self._decide(turn, want, matter, led=led)
        if yes_or_no and (matter is None or self._granted):
            yes = Situation.AGREE if self._granted or self._warmth > -2 else Situation.RESIST
            return self._taken("" if led else self._say.own(yes), turn)
        if Move.ASKS_FEEDBACK in moves and (left := self._say.fresh(self._scene.feedback)):
            return ["" if led else self._say.own(Situation.FEEDBACK_GIVE), self._say.line(left)]
        if asked:
            return self._tell(turn, moves, want, matter, led=led)
        met = "" if led else self._met(turn, moves)
        doubts = not (led or moves & APPROVED or confesses(turn) or suggests(turn))
        return [met, self._arising() or self._next_question(turn, doubts=doubts)]

    def _decide(self, turn: str, want: Wanted, matter: Matter | None, *, led: bool) -> list[str]:
        """Yes, or not yet and what is missing; what was told already is not missing."""
        if self._granted:
            return self._after_yes(turn, want, matter, led=led)
        decision = self._scene.decision
        missing = self._say.open(decision.not_yet)
        shown = len(self._made & set(decision.earned_by)) > 1
        if shown and self._turns >= self._soonest and (self._warmth > -2 or not missing):
            self._granted = True
            return [self._say.own(Situation.AGREE), self._say.line(decision.granted)]
        refused = self._say.own(Situation.REFUSE)
        return [refused, self._say.line(missing) or self._arising() or self._asks(turn)]

    @property
    def _soonest(self) -> int:
        """The turn before which nobody with this much resistance says yes."""
        return 2 + self._persona.resistance // 2

    def _after_yes(self, turn: str, want: Wanted, matter: Matter | None, *, led: bool) -> list[str]:
        """What is said to more of what was granted: a question is answered, a further point met."""
        yes = want in FOR_A_YES
        if matter is not None and not yes:
            return self._tell(turn, frozenset(), want, matter, led=led)
        met = self._say.own(Situation.AGREE if yes else Situation.WARM)
        return self._taken("" if led and not yes else met, turn)

    def _taken(self, met: str, turn: str) -> list[str]:
        """What was proposed is taken or put off, and the talk goes on; its words are not doubted."""
        return [met, self._arising() or self._next_question(turn, doubts=False)]

    def _tell(
        self, turn: str, moves: frozenset[Move], want: Wanted, matter: Matter | None, *, led: bool
    ) -> list[str]:
        """What they know about what was asked, as much as they are warm enough to tell."""
        if matter is None:
            line = self._say.own(UNANSWERED.get(want, Situation.UNKNOWN)) or self._say.own(
                Situation.UNKNOWN
            )
            return [line, self._asks(turn)]
        self._matter = matter
        left = self._say.fresh(matter.says)
        if left and not (left := tuple(one for one in left if fits(want, turn, one))):
            return [self._say.own(UNANSWERED[want]), self._asks(turn)]
        if not left:
            met = Situation.REFLECTED if Move.REFLECTS in moves else Situation.AGAIN
            return [self._say.own(met), self._asks(turn)]
        usual = self._persona.usual_words
        told = self._say.line(left, near=usual if self._warmth >= 0 else min(10, usual))
        lead = "" if led or words_in(told) > SHORT_ANSWER else self._say.own(Situation.ANSWER_OPEN)
        share = max(LEAST_ASKED, self._persona.asks)
        asks = not self._asked_enough(share) or self._is_short()
        return [lead, told, self._arising() or (self._asks(turn) if asks else "")]

    def _met(self, turn: str, moves: frozenset[Move]) -> str:
        """A few words that show what was heard."""
        if (situation := met_by(turn, moves)) is not None:
            return self._say.own(situation)
        if moves & set(self._persona.warms) and self._warmth >= 0:
            return self._say.own(Situation.WARM)
        if self._warmth < 0 and not self._granted and self._say.chance("resist") < 0.5:
            return self._say.own(Situation.RESIST)
        return self._say.own(Situation.ACKNOWLEDGE)

    def _asks(self, turn: str) -> str:
        """A question beside an answer: it goes on from the talk, and quotes nobody."""
        return self._next_question(turn, doubts=False, quotes=False)

    def _next_question(self, turn: str, *, doubts: bool = True, quotes: bool = True) -> str:
        """A question that fits: about what was just told, about their words, or of their own.

        ``doubts`` is whether their words may be questioned; what was just approved of is not. ``quotes`` is
        whether earlier words of theirs may be come back to; beside an answer they would be an excuse.
        """
        if self._leaving:
            return ""
        if self._is_short():
            self._warned = True
            return self._say.own(Situation.TIME_SHORT)
        every = self._persona.habit_every
        if quotes and every and self._turns % every == 0 and self._asked_enough(LEAST_ASKED):
            return self._say.own(Situation.HABIT)
        if left := self._say.open(self._scene.asks_first):
            return self._say.line(left[:1])
        said = quotable(turn)
        if said and doubts and quotes and self._turns - self._picked_up >= BETWEEN_DOUBTS:
            self._picked_up = self._turns
            return self._say.own(Situation.PICKS_UP, said)
        if quotes and not self._granted and self._turns % 5 == 0 and self._said_before:
            return self._say.own(Situation.REMEMBERS, self._said_before.pop(0))
        if self._matter is not None and (left := self._say.open(self._matter.asks)):
            return self._say.line(left)
        left = self._say.open(self._scene.raises)
        return self._say.line(left) if left else self._say.own(Situation.FOLLOW_UP)

    def _is_short(self) -> bool:
        return not self._warned and self.elapsed >= SHORT * self._scene.minutes

    def _asked_enough(self, share: float) -> bool:
        return self._asked >= share * self._turns

    def _goodbye(self, turn: str, *, theirs: bool) -> list[str]:
        """The last words; thanks are answered where there were some, and the hour is named where it is up."""
        self.ended = True
        good = set(self._scene.good)
        went_well = self._granted or len(self._made & good) * 2 >= len(good)
        close = self._scene.close.good if went_well else self._scene.close.poor
        first = Situation.TIME_UP if not theirs else Situation.THANKED if thanks(turn) else None
        return [self._say.own(first) if first is not None else "", self._say.line(close)]

    def _spoken(self, parts: Sequence[str]) -> str:
        kept = fitted(parts)
        if not any(map(words_in, kept)):
            kept.append(self._say.line(self._persona.lines[Situation.FOLLOW_UP]))
        text = " ".join(kept)
        self._question = last_question(text)
        self._asked += "?" in text
        return text if self._persona.contractions else write_out(text)

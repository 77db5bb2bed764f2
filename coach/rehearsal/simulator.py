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
    wanted,
    wants_more,
)
from coach.rehearsal.asking import Asking, Place
from coach.rehearsal.clock import Clock
from coach.rehearsal.deciding import Deciding, says_yes
from coach.rehearsal.heard import last_question, pushes, says_goodbye
from coach.rehearsal.lines import fitted, words_in
from coach.rehearsal.obstacles import Obstacles
from coach.rehearsal.owned import confesses, goes_soon, suggests, thanks
from coach.rehearsal.reactions import APPROVED, FAULTS, PASSING, TOLD, UNANSWERED, met_by
from coach.rehearsal.sayings import Sayings
from coach.rehearsal.scene import Matter, Persona, Scenario, Situation
from coach.rehearsal.told import Told
from coach.rehearsal.voice import Mood
from coach.rehearsal.written_out import write_out

SHORT_ANSWER = 12
"""Words of an answer before which a few words more are said."""
LEAST_ASKED = 0.65
"""Share of the answers that ask or resist, whatever the persona."""
_QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.SPECIFIC_QUESTION, Move.CLOSED_QUESTION})


class Simulator:
    """One talk with one counterpart.

    Attributes:
        ended: whether the counterpart has said goodbye.
    """

    def __init__(self, scenario: Scenario, persona: Persona) -> None:
        self._scene, self._persona = scenario, persona
        self._warmth = -persona.resistance
        self._turns = self._asked = 0
        self._made: set[Move] = set()
        self._matter: Matter | None = None
        self._told = Told(scenario.asks_for)
        self._say = Sayings(scenario, persona, self._told)
        self._obstacles = Obstacles(scenario, self._told)
        self._deciding = Deciding(scenario.decision, persona.resistance)
        self._clock = Clock(scenario.minutes)
        self._asking = Asking(scenario, persona, self._say, self._clock, self._deciding)
        self._leaving = False
        self._question = self._put_again = ""
        self.ended = False

    @property
    def elapsed(self) -> float:
        """Minutes of the time agreed that are over."""
        return self._clock.elapsed

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
        self._clock.pass_time(turn, spoken)
        self._asking.recalled.keep(turn, moves, spoken)
        return spoken

    @property
    def mood(self) -> Mood:
        """How the counterpart stands to the mentee."""
        return Mood(self._warmth, self._deciding.granted, frozenset(self._made))

    def instead(self, plain: str, line: str) -> None:
        """Take it that ``line`` was spoken in place of ``plain``, the last answer."""
        self._question = last_question(line)
        self._asked += ("?" in line) - ("?" in plain)

    def _feel(self, moves: frozenset[Move]) -> None:
        won = len(moves & set(self._persona.warms))
        lost = len(moves & set(self._persona.cools))
        self._warmth = max(-3, min(3, self._warmth + min(won, 2) - lost))

    def _reaction(self, turn: str, moves: frozenset[Move]) -> list[str]:
        """The parts of an answer, in order."""
        leaves = says_goodbye(turn, at_first=self._turns == 1)
        if leaves or self._clock.is_up:
            return self._goodbye(turn, theirs=leaves)
        if words_in(turn) < 2 and not self._question:
            return [self._say.own(Situation.SILENCE)]
        if given := self._obstacles.given_in(turn, self._turns):
            return [self._say.line(given)]
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
        granted = self._deciding.granted
        lines = self._obstacles.arising(self._clock.share, self._turns, granted=granted)
        return "" if self._leaving else self._say.line(lines)

    def _content(self, turn: str, moves: frozenset[Move], *, led: bool) -> list[str]:
        """The answer itself, with a question or a doubt of the counterpart's where one is due."""
        asked = bool(moves & _QUESTIONS) or "?" in turn
        want = wanted(turn) if asked else Wanted.OPEN
        yes_or_no = want in FOR_A_YES
        matter = matter_asked(turn, self._scene.knows, back=not yes_or_no)
        if asked and matter is None and wants_more(turn):
            matter = self._matter
        wished = matter if asked else None
        puts = self._deciding.put(turn, moves, want, wished, asked=asked)
        told = not asked or yes_or_no
        if puts or (told and self._deciding.answers(turn, moves, self._turns)):
            return self._decide(turn, moves, want, wished, led=led)
        granted = self._deciding.granted
        if yes_or_no and (matter is None or granted):
            yes = Situation.AGREE if granted or self._warmth > -2 else Situation.RESIST
            return self._taken("" if led else self._say.own(yes), turn)
        if matter is None and (feedback := self._feedback(moves, led=led)):
            return feedback
        if asked:
            return self._tell(turn, moves, want, matter, led=led)
        self._matter = matter or self._matter
        met = "" if led else self._met(turn, moves)
        doubts = not (led or moves & APPROVED or confesses(turn) or suggests(turn))
        if "?" in met:
            return [met]
        return [met, self._arising() or self._next_question(turn, doubts=doubts, told=matter)]

    def _feedback(self, moves: frozenset[Move], *, led: bool) -> list[str]:
        """How the mentee does, where that was asked and something of it is left to say."""
        left = self._say.fresh(self._scene.feedback) if Move.ASKS_FEEDBACK in moves else ()
        if not left:
            return []
        return ["" if led else self._say.own(Situation.FEEDBACK_GIVE), self._say.line(left)]

    def _decide(
        self, turn: str, moves: frozenset[Move], want: Wanted, matter: Matter | None, *, led: bool
    ) -> list[str]:
        """Yes, or not yet and what is missing; what was told already is not missing."""
        if self._deciding.granted:
            return self._after_yes(turn, moves, want, matter, led=led)
        decision = self._scene.decision
        missing = self._say.open(decision.not_yet)
        told = all(self._told.answers(line) for line in decision.not_yet)
        warm = self._warmth > -2
        if self._deciding.grants(self._made, missing, self._turns, warm=warm, told=told):
            yes = self._say.line(decision.granted)
            lead = "" if led or says_yes(yes) else self._say.own(Situation.AGREE)
            return [lead, yes]
        refused = self._say.own(Situation.REFUSE)
        return [refused, self._say.line(missing) or self._arising() or self._asks(turn)]

    def _after_yes(
        self, turn: str, moves: frozenset[Move], want: Wanted, matter: Matter | None, *, led: bool
    ) -> list[str]:
        """What is said to more of what was granted: a question is answered, a further point met."""
        yes = want in FOR_A_YES
        if feedback := self._feedback(moves, led=led):
            return feedback
        if not yes and (matter is not None or "?" in turn):
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
        asks = not self._asked_enough(share) or self._clock.is_short
        return [lead, told, self._arising() or (self._asks(turn) if asks else "")]

    def _met(self, turn: str, moves: frozenset[Move]) -> str:
        """A few words that show what was heard."""
        if (situation := met_by(turn, moves)) is not None:
            return self._say.own(situation)
        if moves & set(self._persona.warms) and self._warmth >= 0:
            return self._say.own(Situation.WARM)
        answered = bool(self._question) and moves & TOLD
        doubtful = self._warmth < 0 and not (self._deciding.granted or moves & APPROVED or answered)
        if doubtful and self._say.chance("resist") < 0.5:
            return self._say.own(Situation.RESIST)
        return self._say.own(Situation.ACKNOWLEDGE)

    def _asks(self, turn: str) -> str:
        """A question beside an answer: it goes on from the talk, and quotes nobody."""
        return self._next_question(turn, doubts=False, quotes=False)

    def _next_question(
        self, turn: str, *, doubts: bool = True, quotes: bool = True, told: Matter | None = None
    ) -> str:
        """A question that fits (see ``asking.Place``)."""
        if self._leaving:
            return ""
        idle = self._asked_enough(LEAST_ASKED)
        return self._asking.next(Place(turn, self._turns, doubts, quotes, idle, told, self._matter))

    def _asked_enough(self, share: float) -> bool:
        return self._asked >= share * self._turns

    def _goodbye(self, turn: str, *, theirs: bool) -> list[str]:
        """The last words; thanks are answered where there were some, and the hour is named where it is up."""
        self.ended = True
        good = set(self._scene.good)
        went_well = self._deciding.granted or len(self._made & good) * 2 >= len(good)
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

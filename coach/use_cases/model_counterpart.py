"""Has a model find the counterpart's words, one checked answer at a time; the built-in answer is the floor.

The model says better what the built-in counterpart would answer, and takes up what was just said. What a
scene hides is never sent to it. Of an answer nothing is cut: it is mended around the edges, sent back once, or not
taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from coach.domain.forms import LineForm
from coach.domain.model import Fault, Names, Task
from coach.domain.rehearsal import RehearsedTurn, SpokenLine
from coach.domain.results import Finding, WriterInfo
from coach.domain.vocabulary import Severity
from coach.rehearsal.answer_check import wrong_with
from coach.rehearsal.answer_mend import mended
from coach.rehearsal.heard import names_any
from coach.rehearsal.voice import Cue, Voiced
from coach.review import default_knowledge
from coach.review.strays import strays, without_markup
from coach.use_cases.checked import Watch, Way, checked, unwatched
from coach.use_cases.counterpart_words import FOREIGN, CounterpartWords, load_counterpart_words
from coach.use_cases.masked_names import names_of
from coach.use_cases.model_words import ModelWords, load_model_words
from coach.use_cases.ports import Model, Records
from coach.use_cases.said_names import names_said
from coach.use_cases.spoken_language import spoken_in_english
from coach.use_cases.told_records import ToldRecords

LONGEST = 220
"""Tokens of a reply; an answer takes a third of it."""
TALK_TOKENS = 1_500
"""Tokens of the talk so far that are sent, the newest exchanges first."""
PATIENCE = 2
"""Turns in a row without a server after which the built-in counterpart plays on alone."""
MOST_MATTERS = 3
_SPOKEN = "spoken"
_OUT_OF_REACH = frozenset(
    {
        *(Fault.NO_NETWORK, Fault.NO_ADDRESS, Fault.REFUSED, Fault.SLOW_TO_CONNECT),
        *(Fault.SLOW_TO_START, Fault.STALLED, Fault.BAD_KEY, Fault.NOT_ALLOWED, Fault.NO_MODEL),
        *(Fault.BUSY, Fault.RATE_LIMIT, Fault.NO_CREDIT, Fault.SERVER, Fault.NOT_INSTALLED),
    }
)
"""What will most likely be so in the next turn as well."""


class ModelCounterpart:
    """A voice for one talk; see ``coach.rehearsal.voice``.

    Args:
        model: finds the words.
        watch: told what is being done. It is never given words that were not checked.
        records: whom the mentee told of, so that their names can be masked.
        stopped: whether the mentee turned away from the model while it was asked for this answer.
    """

    def __init__(
        self,
        model: Model,
        watch: Watch = unwatched,
        records: Records | None = None,
        *,
        stopped: bool = False,
    ) -> None:
        self._model, self._watch, self._stopped = model, watch, stopped
        self._records = records or ToldRecords(())
        self.words = load_counterpart_words(default_knowledge())

    def __call__(self, cue: Cue) -> Voiced:
        """Answer one turn; never raises for what a model or network does."""
        why_not = self.words.said["stopped"] if self._stopped else out_of_reach(cue.turns)
        if why_not:
            return Voiced(cue.plain, WriterInfo(floor=True, trouble=why_not))
        desk = _Desk(cue, self._model, self.words, self._records)
        way = Way(desk.first(), desk.read, desk.wrong, desk.again, SpokenLine(text=cue.plain), 1)
        made = checked(self._model, way, _plainly(), self._checked_only)
        return Voiced(made.delivered.text, made.delivered.writer)

    def here(self, cue: Cue) -> Voiced:
        """The built-in answer to a turn that no model is to see, then or later."""
        return Voiced(cue.plain, WriterInfo(trouble=self.words.said["care"]))

    def _checked_only(self, doing: str, _: str) -> None:
        self._watch(doing, "")


def out_of_reach(turns: Sequence[RehearsedTurn]) -> str:
    """Why a model is not asked again in a talk; empty while it is."""
    last = turns[-PATIENCE:]
    if len(last) == PATIENCE and all(map(_was_out_of_reach, last)):
        return last[-1].writer.trouble
    return ""


def _was_out_of_reach(turn: RehearsedTurn) -> bool:
    calls = turn.writer.calls
    return turn.writer.floor and (not calls or calls[-1].fault in _OUT_OF_REACH)


def _plainly() -> ModelWords:
    """Of a trouble the reason alone: what happened instead is told once, at the end of the talk."""
    words = load_model_words(default_knowledge())
    return replace(words, said={**words.said, "floor": "", "not-passed": "{why}"})


class _Desk:
    """One answer being found."""

    def __init__(self, cue: Cue, model: Model, words: CounterpartWords, records: Records) -> None:
        self._cue, self._model, self._words = cue, model, words
        self._names = _names(cue, records)

    def first(self) -> Task[LineForm]:
        return self._task("", "write")

    def again(self, draft: SpokenLine, wrong: Sequence[Finding]) -> Task[LineForm]:
        why = " ".join(
            " ".join(filter(None, [f"“{one.quote}”:" if one.quote != draft.text else "", one.fix]))
            for one in wrong
        )
        return self._task(self._words.about["problems"].format(line=draft.text, why=why), "repair")

    def read(self, form: LineForm) -> SpokenLine:
        """The model's answer, with what stands around it taken away."""
        cue = self._cue
        return SpokenLine(text=mended(without_markup(form.line), cue.scenario, cue.persona))

    def wrong(self, draft: SpokenLine) -> tuple[Finding, ...]:
        """What keeps an answer from being spoken."""
        line, given = draft.text, (self._cue.shown, *self._cue.mentees, self._cue.plain)
        found = [(one.check, one.quote) for one in wrong_with(line, self._cue)]
        found += [(_SPOKEN, stray) for stray in strays(line, given)]
        if not spoken_in_english(line):
            found.append((FOREIGN, line))
        return tuple(self._finding(check, quote) for check, quote in found)

    def _finding(self, check: str, quote: str) -> Finding:
        told = self._words.checks[check]
        return Finding(
            check=check,
            passed=False,
            severity=Severity.MUST,
            message=told.why,
            fix=told.fix,
            quote=quote,
        )

    def _task(self, problems: str, why: str) -> Task[LineForm]:
        cue = self._cue
        return Task(
            prompt="counterpart",
            values={
                "stance": self._stance(),
                "length": str(cue.persona.usual_words),
                "who": self._who(),
                "talk": self._talk(),
                "said": cue.said,
                "plain": cue.plain,
                "problems": problems,
            },
            form=LineForm,
            shown="line",
            names=self._names,
            longest=LONGEST,
            why=why,
        )

    def _stance(self) -> str:
        mood, said = self._cue.mood, self._words.stance
        warmth = "cold" if mood.warmth < 0 else "even" if mood.warmth == 0 else "warm"
        asks = said["asks"] if self._cue.plain.endswith("?") else ""
        return " ".join(
            filter(None, (said[warmth], said["granted" if mood.granted else "not-granted"], asks))
        )

    def _who(self) -> str:
        scene, about = self._cue.scenario, self._words.about
        called = [one for one in scene.knows if names_any(self._cue.said, one.about)]
        knows = " ".join(line for one in called[:MOST_MATTERS] for line in one.says)
        lines = (
            about["you"].format(name=scene.counterpart.name, role=scene.counterpart.role),
            about["where"].format(setting=scene.setting),
            about["other"].format(you=scene.you),
            about["manner"].format(manner=self._cue.persona.manner),
            about["wants"].format(wants=" ".join(scene.wants)),
            about["knows"].format(knows=knows) if knows else "",
        )
        return "\n".join(filter(None, lines))

    def _talk(self) -> str:
        """The newest exchanges, as many as there is room for; what no model is to see is left out."""
        cue, about, kept = self._cue, self._words.about, list[str]()
        room = TALK_TOKENS
        for turn in reversed(cue.turns):
            if turn.writer.trouble == self._words.said["care"]:
                continue
            exchange = (
                f"{about['said-they']}: {turn.mentee}\n{about['said-you']}: {turn.counterpart}"
            )
            room -= self._model.count(exchange)
            if room < 0:
                return "\n".join(kept)
            kept.insert(0, exchange)
        return "\n".join([f"{about['said-you']}: {cue.opening}" if cue.opening else "", *kept])


def _names(cue: Cue, records: Records) -> Names:
    """The counterpart, whomever the mentee named, and what a brief named where the person is real."""
    found = names_said("\n".join(cue.mentees), records)
    told = names_of(cue.likeness) if cue.likeness is not None else Names()
    people = dict.fromkeys((cue.scenario.counterpart.name, *told.people, *found.people))
    organisations = dict.fromkeys((*told.organisations, *found.organisations))
    return Names(people=tuple(people), organisations=tuple(organisations))

"""Has a model ask better questions for a meeting or a look back; the plan itself stays ours.

Times, order and stages are planned by the built-in writer. Of the model's questions only those are taken
that are open, single, free of a hidden answer, and presuppose nothing that nobody told us; each
has to leave every check as it was.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.forms import AgendaForm, ReflectionForm
from coach.domain.model import Form, Task
from coach.domain.results import AgendaDraft, AgendaItem, Finding, ReflectionDraft
from coach.domain.vocabulary import Severity, Style
from coach.review import coach_asks_only, default_knowledge
from coach.review.grounding import ungrounded
from coach.review.language import is_english
from coach.review.same_fact import facts_of, mixed_up, names_of
from coach.review.strays import strays, without_markup
from coach.use_cases.checked import Checked, Watch, Way, checked, unwatched
from coach.use_cases.masked_names import names_in
from coach.use_cases.model_facts import facts, notes, public_texts
from coach.use_cases.model_words import load_model_words
from coach.use_cases.ports import Model

LONGEST = 500
MOST_NEW = 2
"""Questions of a model's for one part or stage."""
_NOTHING = "no-use"
Plan = TypeVar("Plan", AgendaDraft, ReflectionDraft)
Reviewed = Callable[[Plan], Sequence[Finding]]


def agenda_with_model(
    brief: AgendaBrief,
    model: Model,
    floor: AgendaDraft,
    review: Reviewed[AgendaDraft],
    watch: Watch = unwatched,
) -> Checked[AgendaDraft]:
    """The floor's plan with a model's questions where they pass.

    Args:
        brief: what the mentee told us.
        model: who asks.
        floor: the built-in writer's plan, reviewed.
        review: every finding on a plan.
        watch: told what is being done.
    """
    judge = _Judge(brief)
    words = load_model_words(default_knowledge())
    style = words.said["coach-questions"] if brief.style is Style.COACH else ""

    def task(problems: str, why: str) -> Task[AgendaForm]:
        plan = "\n".join(_part(n, item) for n, item in enumerate(floor.items, 1))
        values = {"style": style, "plan": plan, "problems": problems}
        return _task("agenda", AgendaForm, brief, model, values, why)

    def read(form: AgendaForm) -> AgendaDraft:
        judge.begin()
        draft = floor
        for part in form.parts:
            if 1 <= part.part <= len(draft.items):
                at = part.part - 1
                draft = _tried(draft, at, judge.good(part.questions), brief.questions, review)
        return draft

    way = Way(
        first=task("", "write"),
        read=read,
        wrong=lambda draft: judge.wrong(draft.items == floor.items),
        again=lambda draft, wrong: task(judge.told, "repair"),
        floor=floor,
    )
    return checked(model, way, words, watch)


def reflection_with_model(
    brief: ReflectionBrief,
    model: Model,
    floor: ReflectionDraft,
    review: Reviewed[ReflectionDraft],
    watch: Watch = unwatched,
) -> Checked[ReflectionDraft]:
    """The floor's three stages with a model's questions where they pass; see ``agenda_with_model``."""
    judge = _Judge(brief)

    def task(problems: str, why: str) -> Task[ReflectionForm]:
        plan = "\n".join(p for section in floor.sections for p in section.prompts)
        return _task(
            "reflection", ReflectionForm, brief, model, {"plan": plan, "problems": problems}, why
        )

    def read(form: ReflectionForm) -> ReflectionDraft:
        judge.begin()
        told = {"what": form.what, "so-what": form.so_what, "now-what": form.now_what}
        draft = floor
        for at, section in enumerate(floor.sections):
            good = judge.good(told[section.stage])
            prompts = _joined(good, section.prompts, ())
            sections = list(draft.sections)
            sections[at] = section.model_copy(update={"prompts": prompts})
            changed = floor.model_copy(update={"sections": tuple(sections)})
            draft = _sound(changed, draft, review(changed), floor.findings)
        return draft

    way = Way(
        first=task("", "write"),
        read=read,
        wrong=lambda draft: judge.wrong(draft.sections == floor.sections),
        again=lambda draft, wrong: task(judge.told, "repair"),
        floor=floor,
    )
    return checked(model, way, load_model_words(default_knowledge()), watch)


def _task(
    prompt: str,
    form: type[Form],
    brief: AgendaBrief | ReflectionBrief,
    model: Model,
    values: Mapping[str, str],
    why: str,
) -> Task[Form]:
    """A task with what the brief tells, and ``values`` of its own."""
    told = {"facts": facts(brief), "notes": notes(brief, allowed=model.sees_notes)}
    return Task(
        prompt=prompt,
        values={**told, **values},
        form=form,
        names=names_in(brief),
        longest=LONGEST,
        why=why,
    )


class _Judge:
    """Which of a model's questions may be asked, and what was wrong with the others."""

    def __init__(self, brief: AgendaBrief | ReflectionBrief) -> None:
        self._given = public_texts(brief)
        self._facts, self._names = facts_of(brief, datetime.date.today()), names_of(brief)
        self._refused: list[str] = []

    def begin(self) -> None:
        """Forget what was refused of an earlier reply."""
        self._refused.clear()

    @property
    def told(self) -> str:
        """What was wrong with each question refused, for the model."""
        return "\n".join(self._refused)

    def good(self, questions: Iterable[str]) -> tuple[str, ...]:
        """The first questions that may be asked as they are."""
        plain = (" ".join(without_markup(question).split()) for question in questions)
        return tuple(q for q in dict.fromkeys(plain) if q and self._passes(q))[:MOST_NEW]

    def wrong(self, unchanged: bool) -> tuple[Finding, ...]:
        """That nothing the model asked could be used."""
        if not unchanged:
            return ()
        return (
            Finding(
                check=_NOTHING,
                passed=False,
                severity=Severity.MUST,
                message="None of its questions was open, single and about what you told us.",
                fix="Ask other questions.",
            ),
        )

    def _passes(self, question: str) -> bool:
        fault = self._fault(question)
        if fault:
            self._refused.append(f"“{question}”: {fault}")
        return not fault

    def _fault(self, question: str) -> str:
        asked = coach_asks_only([question])
        if not asked.passed:
            return asked.message
        if not is_english(question):
            return "it is not in English"
        new = next(iter(strays(question, self._given)), "") or ungrounded(question, self._given)
        if new:
            return f"nobody spoke of “{new}”"
        for mixed in mixed_up(question, self._facts, names=self._names):
            return f"“{mixed.at.text}” belongs elsewhere; told was “{mixed.told}”"
        return ""


def _part(number: int, item: AgendaItem) -> str:
    return "\n".join([f"{number}. {item.title}", *(f"   - {q}" for q in item.questions)])


def _tried(
    draft: AgendaDraft,
    at: int,
    good: tuple[str, ...],
    own: Sequence[str],
    review: Reviewed[AgendaDraft],
) -> AgendaDraft:
    """The plan with new questions in one part, if nothing is the worse for it."""
    item = draft.items[at]
    if not item.questions:
        return draft
    items = list(draft.items)
    items[at] = item.model_copy(update={"questions": _joined(good, item.questions, own)})
    changed = draft.model_copy(update={"items": tuple(items)})
    return _sound(changed, draft, review(changed), draft.findings)


def _sound(
    changed: Plan, before: Plan, findings: Sequence[Finding], was: Sequence[Finding]
) -> Plan:
    failed = {finding.check for finding in was if not finding.passed}
    if any(not finding.passed and finding.check not in failed for finding in findings):
        return before
    return changed.model_copy(update={"findings": tuple(findings)})


def _joined(good: tuple[str, ...], floor: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """The mentee's own questions, the new ones, and of the floor's as many as there is room for."""
    kept = [question for question in floor if question in own]
    rest = [question for question in floor if question not in own]
    room = max(len(floor), len(kept) + len(good)) - len(kept) - len(good)
    return tuple(dict.fromkeys([*kept, *good, *rest[: max(room, 0)]]))

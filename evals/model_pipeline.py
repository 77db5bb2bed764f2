"""Runs an item through the product's own use cases, and judges it before the floor and as delivered.

*Before the floor* is the model's last text as the pipeline had it; where no floor was needed it is what
is delivered. In agendas and reflections each question of the model's is judged alone, and the plan is the
built-in writer's from the start, and of an improved draft each change: what stands before the floor
there is what is delivered.
"""

import datetime
import hashlib
import re
import time
from collections.abc import Iterable
from dataclasses import replace

from pydantic import BaseModel

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.model import Turn
from coach.domain.results import (
    AgendaDraft,
    Answer,
    AnyDraft,
    Call,
    OutreachDraft,
    ReflectionDraft,
    Review,
    WriterInfo,
)
from coach.domain.vocabulary import Severity
from coach.settings import read_settings
from coach.use_cases.conversation import converse
from coach.use_cases.draft import draft
from coach.use_cases.guidance import search_guidance
from coach.use_cases.model_message import message_with_model
from coach.use_cases.ports import Services
from coach.use_cases.review import review
from coach.wiring import build
from evals.model_answers import Answers
from evals.model_items import Item, built_in_writer
from evals.model_kept import Row
from evals.model_scores import Score, message_score, plan_score

_MARK = re.compile(r"\[?\b(c\d)\b\]?")
_DRAFTS: dict[str, type[OutreachDraft | AgendaDraft | ReflectionDraft]] = {
    "outreach": OutreachDraft,
    "agenda": AgendaDraft,
    "reflection": ReflectionDraft,
}


class Before(BaseModel):
    """What a model answered, before the floor: its words and the cards it named."""

    text: str
    cited: tuple[str, ...] = ()


class Pipeline:
    """The product with a language model."""

    def __init__(self, model: str) -> None:
        settings = replace(read_settings(), model=model)
        self._model = model
        self._services = build(settings)
        self._prompts = settings.prompts

    @property
    def services(self) -> Services:
        """What the use cases are called with."""
        return self._services

    def tag(self, task: str) -> str:
        """The hash of the prompts of a task, so that another is not taken for the old."""
        paths = sorted({*self._prompts.glob(f"{task}*.md"), self._prompts / "repair.md"})
        return f"pipeline:{_hash(path.read_bytes() for path in paths)}"

    def run(self, item: Item) -> Row:
        """Do one item."""
        if item.task == "ask":
            return self._ask(item)
        begun = time.perf_counter()
        if item.task == "improve":
            improved = self._improved(item)
            return self._row(item, improved.writer, time.perf_counter() - begun, improved, improved)
        before, delivered = self._drafted(item)
        return self._row(item, delivered.writer, time.perf_counter() - begun, before, delivered)

    def _drafted(self, item: Item) -> tuple[AnyDraft, AnyDraft]:
        """What the model had before the floor, and what is delivered."""
        services, model = self._services, self._services.model
        assert item.brief is not None and model is not None
        if not isinstance(item.brief, OutreachBrief):
            delivered = draft(item.brief, services)
            return delivered, delivered
        floor = draft(item.brief, replace(services, model=None))
        assert isinstance(floor, OutreachDraft)
        done = message_with_model(item.brief, services, model, floor, guidance=floor.guidance)
        return done.from_model or done.delivered, done.delivered

    def _improved(self, item: Item) -> Review:
        services = self._services
        return review(
            item.draft,
            brief=item.brief,
            cards=services.cards,
            told=services.told,
            alike=services.alike,
            model=services.model,
        )

    def _ask(self, item: Item) -> Row:
        begun = time.perf_counter()
        talk: list[Turn] = []
        calls: list[Call] = []
        for question in item.turns:
            answer = converse(question, self._services, style=item.style, turns=tuple(talk))
            calls += answer.writer.calls
            talk += [Turn("user", question), Turn("assistant", _words(answer))]
        before = self._before(item.turns[-1], answer)
        writer = answer.writer.model_copy(update={"calls": tuple(calls)})
        return self._row(item, writer, time.perf_counter() - begun, before, answer)

    def _before(self, question: str, answer: Answer) -> Before:
        calls = answer.writer.calls
        if not answer.writer.floor or not calls:
            return Before(text=_words(answer), cited=tuple(one.card for one in answer.citations))
        found = search_guidance(question, self._services, k=3).results
        cards = {f"c{number}": hit.card for number, hit in enumerate(found, 1)}
        raw = calls[-1].received
        named = (cards[mark] for mark in _MARK.findall(raw) if mark in cards)
        return Before(text=_MARK.sub("", raw), cited=tuple(dict.fromkeys(named)))

    def _row(
        self,
        item: Item,
        writer: WriterInfo,
        seconds: float,
        before: BaseModel,
        delivered: BaseModel,
    ) -> Row:
        return Row(
            task=item.task,
            item=item.name,
            way="pipeline",
            model=self._model,
            tag=self.tag(item.task),
            day=datetime.date.today().isoformat(),
            texts=tuple(call.received for call in writer.calls),
            taken=sum(call.tokens.taken for call in writer.calls),
            given=sum(call.tokens.given for call in writer.calls),
            seconds=seconds,
            repairs=writer.repairs,
            floor=writer.floor,
            before=before.model_dump_json(by_alias=True),
            delivered=delivered.model_dump_json(by_alias=True),
            prompts=tuple(dict.fromkeys(call.prompt for call in writer.calls)),
        )


def before_score(item: Item, row: Row, answers: Answers) -> Score:
    """Judge what the model had before the floor."""
    if item.task == "ask":
        had = Before.model_validate_json(row.before)
        return answers.judge(item, had.text, cited=had.cited)
    return _draft_score(item, row, row.before)


def delivered_score(item: Item, row: Row, answers: Answers) -> Score:
    """Judge what the mentee is given."""
    if item.task == "ask":
        answer = Answer.model_validate_json(row.delivered)
        cited = [one.card for one in answer.citations]
        return answers.judge(item, _words(answer), silent=not answer.answered, cited=cited)
    return _draft_score(item, row, row.delivered)


def _draft_score(item: Item, row: Row, written: str) -> Score:
    if item.task == "improve":
        return _improved_score(item, row, Review.model_validate_json(written))
    made = _DRAFTS[item.task].model_validate_json(written)
    if isinstance(made, OutreachDraft):
        assert isinstance(item.brief, OutreachBrief)
        failed = [f.check for f in made.findings if f.severity is Severity.MUST and not f.passed]
        asked = all(
            built_in_writer().question_for(one, item.brief) in made.questions for one in failed
        )
        day = datetime.date.fromisoformat(row.day)
        return message_score(
            made.subject, made.body, item.brief, day, questions=made.questions, asked=asked
        )
    assert isinstance(item.brief, AgendaBrief | ReflectionBrief)
    return plan_score(made, item.brief, asked=bool(made.questions))


def _improved_score(item: Item, row: Row, done: Review) -> Score:
    """Of an improved draft; what only the mentee knows is asked for in the fix."""
    assert isinstance(item.brief, OutreachBrief)
    day = datetime.date.fromisoformat(row.day)
    subject, body = done.improved.subject, done.improved.body
    score = message_score(subject, body, item.brief, day, draft=item.draft)
    asking = {f.check for f in done.findings if "?" in f.fix}
    return replace(score, asked=set(score.failed) <= asking)


def _words(answer: Answer) -> str:
    return "\n".join(filter(None, [answer.answer, *answer.questions]))


def _hash(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:8]

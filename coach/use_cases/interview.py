"""Co-writing: asks one question at a time, and keeps every answer, the brief and the message in step.

The replies are the record; the brief and the message follow from them, so that going back or
changing an answer loses nothing. It needs no model and no index: coach style adds no words.
"""

import datetime
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml import YAML

from coach.domain.brief import UnfinishedBrief
from coach.domain.results import Finding, OutreachDraft
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.review import default_knowledge, review_message
from coach.use_cases.safety import Noticed, notice_in, withheld_draft
from coach.writing.interview import AGAIN, Growth, Interviewer, Question, unfinished
from coach.writing.interview_answers import Told

MOST_CHARACTERS = 4_000
"""Longest answer to one question; a page of text is about 3,000."""


@lru_cache(maxsize=2)
def interviewer(knowledge: Path | None = None) -> Interviewer:
    """Who asks, with the wording of this knowledge folder."""
    return Interviewer(knowledge or default_knowledge())


@dataclass(frozen=True)
class Reply:
    """What was typed to a question; "" when it was skipped."""

    question: str
    text: str


@dataclass(frozen=True)
class Interview:
    """An interview as far as it has got.

    Attributes:
        start: the brief it began with.
        replies: every question asked since, in order.
        before: what was typed to questions asked earlier, whose answers the brief holds already.
    """

    start: Told
    replies: tuple[Reply, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    knowledge: Path | None = None

    @property
    def said(self) -> dict[str, str]:
        """What was typed to each question."""
        return {**self.before, **{reply.question: reply.text for reply in self.replies}}

    @property
    def told(self) -> Told:
        """The brief with every answer in it."""
        told, said = self.start, dict(self.before)
        for reply in self.replies:
            if reply.text:
                first = reply.question.removesuffix(AGAIN)
                instead = said.get(first, "") if first != reply.question else ""
                told = self._who.answered(told, reply.question, reply.text, instead)
            said[reply.question] = reply.text
        return told

    @property
    def question(self) -> Question | None:
        """What to ask now; None when there is enough."""
        return self._who.next_question(self.told, self.said)

    @property
    def place(self) -> tuple[int, int]:
        """The number of the question now asked, and about how many there will be."""
        return len(self.said) + 1, self._who.about(self.told, self.said)

    @property
    def last_text(self) -> str:
        """What was typed to the last question."""
        return self.replies[-1].text if self.replies else ""

    def growth(self, *, today: datetime.date | None = None) -> Growth:
        """The message so far; nothing when what was typed tells of distress or harm."""
        grown = self._who.grow(self.told, self.said, today=today)
        noticed = self._noticed
        if noticed is None or not noticed.stops:
            return grown
        return Growth("", "", (), grown.missing)

    def ending(self, grown: Growth) -> str:
        """What to say when there is nothing more to ask, or the person has had enough."""
        return self._who.ending(grown)

    def answered(self, text: str) -> "Interview":
        """The interview after an answer to the question now asked.

        Raises:
            InputError: when the answer is too long for a message.
        """
        question = self.question
        if question is None:
            return self
        if len(text) > MOST_CHARACTERS:
            raise InputError(
                f"the answer is too long ({len(text):,} characters)",
                f"Keep what matters to this person, in {MOST_CHARACTERS:,} characters or fewer.",
            )
        given = "" if self._who.is_skip(text) else text.strip()
        after = replace(self, replies=(*self.replies, Reply(question.id, given)))
        try:
            unfinished(after.told)
        except ValidationError as error:
            raise InputError(
                "that answer does not fit into the brief", "Say it in other words, or skip it."
            ) from error
        return after

    def back(self) -> "Interview":
        """The interview before the last answer."""
        return replace(self, replies=self.replies[:-1])

    def care(self) -> str:
        """Something humane to say first, when what was typed tells of distress or harm."""
        noticed = self._noticed
        return noticed.care.note if noticed else ""

    def draft(self, *, today: datetime.date | None = None) -> OutreachDraft:
        """The message so far as a draft, with the review's findings."""
        noticed = self._noticed
        if noticed is not None and noticed.stops:
            withheld = withheld_draft(unfinished(self.told), noticed)
            assert isinstance(withheld, OutreachDraft)  # noqa: S101 - of an outreach brief
            return withheld
        grown = self.growth(today=today)
        return OutreachDraft(
            care=self.care(),
            subject=grown.subject,
            body=grown.body,
            style=Style.COACH,
            sentences=grown.sentences,
            findings=self.findings(grown, today=today),
        )

    def findings(self, grown: Growth, *, today: datetime.date | None = None) -> tuple[Finding, ...]:
        """What the review says of the message so far; nothing while there is none."""
        if not grown.body:
            return ()
        brief = unfinished(self.told)
        return review_message(grown.body, brief=brief, subject=grown.subject, today=today)

    def as_yaml(self) -> str:
        """The brief as a file, with every answer as it was typed in comments below it."""
        out = io.StringIO()
        writer = YAML()
        writer.width = 4_000
        writer.dump({"kind": "outreach", **self.told, "style": "coach"}, out)
        lines = [
            f"#   {reply.question}: {' '.join(reply.text.split()) or '(skipped)'}"
            for reply in self.replies
        ]
        answers = ["", "# Your answers, as you typed them:", *lines, ""] if lines else []
        return out.getvalue() + "\n".join(answers)

    @cached_property
    def _noticed(self) -> Noticed | None:
        return notice_in(unfinished(self.told))

    @property
    def _who(self) -> Interviewer:
        return interviewer(self.knowledge)


def begin(brief: UnfinishedBrief | None = None, **chosen: str | None) -> Interview:
    """Start from a brief, or from nothing, with what was chosen beforehand.

    Args:
        brief: what is told already.
        chosen: purpose, channel, relationship or tone, where given.

    Raises:
        InputError: when such a message cannot be written at all (its channel, or too soon).
    """
    told: Told = brief.model_dump(mode="json", exclude_unset=True) if brief else {}
    told.update({name: value for name, value in chosen.items() if value})
    told.update({"kind": "outreach", "style": Style.COACH.value})
    started = Interview(told)
    grown = started.growth()
    if grown.problem:
        raise InputError(grown.problem, grown.fix)
    return started


def resume(told: Mapping[str, object], said: Mapping[str, str]) -> Interview:
    """An interview taken up again from the brief and what was typed to the questions so far."""
    return Interview(dict(told), before=dict(said))

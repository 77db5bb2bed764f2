"""Has a model edit a message that the mentee wrote: small changes, each tested alone; it is never replaced."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.brief import OutreachBrief
from coach.domain.forms import EditForm, EditsForm
from coach.domain.model import ModelError, Task
from coach.domain.results import Call, Change, Finding, ImprovedText, WriterInfo
from coach.domain.vocabulary import Channel, Purpose, Severity, Tone
from coach.review import (
    Alike,
    SecondReader,
    accept,
    default_knowledge,
    review_message,
    words_kept,
)
from coach.review.accept import accepted_text
from coach.review.fact_places import Fact
from coach.review.grounding import brought_in
from coach.review.language import is_english
from coach.review.same_fact import facts_of, mixed_up
from coach.review.strays import strays, without_markup
from coach.use_cases.masked_names import names_in
from coach.use_cases.model_facts import facts, public_texts
from coach.use_cases.model_words import load_model_words
from coach.use_cases.model_writer import written_by
from coach.use_cases.ports import Model
from coach.use_cases.said_names import names_in_letter

LONGEST = 500
LEAST_KEPT = 0.6
"""Share of the mentee's words below which a message would no longer be theirs."""
MOST_PROBLEMS = 5
NOT_FOR_A_MODEL = frozenset({"follow-up-capped", "length-fits-channel"})
"""What no small edit mends."""


@dataclass(frozen=True)
class Setting:
    """What a message is reviewed with."""

    brief: OutreachBrief | None
    channel: Channel | None
    purpose: Purpose | None
    alike: Alike | None
    second: SecondReader | None = None

    def findings(self, text: str) -> tuple[Finding, ...]:
        """Review a text."""
        return review_message(
            text,
            brief=self.brief,
            channel=self.channel,
            purpose=self.purpose,
            alike=self.alike,
            second=self.second,
        )


@dataclass(frozen=True)
class Edited:
    """Every change proposed, the text with them, what is kept and left, and what the model took."""

    improved: ImprovedText
    changes: tuple[Change, ...]
    kept: float
    left: frozenset[str]
    writer: WriterInfo


def edit_with_model(
    text: str,
    changes: Sequence[Change],
    findings: Sequence[Finding],
    setting: Setting,
    model: Model,
) -> Edited:
    """Add a model's edits to the changes found by rule, where they mend something and spoil nothing.

    Args:
        text: the message as it was given.
        changes: proposed already; they stay.
        findings: what the message fails, for the words the model is told.
        setting: what it is reviewed with.
        model: who edits.
    """
    desk = _Desk(text, list(changes), findings, setting)
    calls: list[Call] = []
    trouble = ""
    if desk.open():
        try:
            filled = model.fill(_task(text, desk.open(), setting))
            calls.append(filled.call)
            for edit in filled.value.edits:
                desk.take(edit)
        except ModelError as error:
            trouble = f"{error.message} {error.fix}"
            calls.extend([error.call] if error.call is not None else [])
    writer = written_by(model.name, calls, floor=bool(trouble), trouble=trouble)
    made = tuple(sorted(desk.changes, key=lambda change: (change.start, change.end)))
    return Edited(accept(text, made), made, words_kept(text, made), desk.left, writer)


def _task(text: str, problems: Sequence[Finding], setting: Setting) -> Task[EditsForm]:
    brief = setting.brief
    purpose = setting.purpose or (brief.purpose if brief else Purpose.FIRST_CONTACT)
    told = (
        f"{f.check}: "
        + " ".join(filter(None, [f"“{f.quote}”" if f.quote else "", f.message, f.fix]))
        for f in problems
    )
    return Task(
        prompt="improve",
        values={
            "purpose": load_model_words(default_knowledge()).purposes[purpose],
            "tone": (brief.tone if brief else Tone.WARM).value,
            "facts": facts(brief) if brief else "",
            "text": text,
            "problems": "\n".join(told),
        },
        form=EditsForm,
        names=names_in(brief) if brief else names_in_letter(text),
        longest=LONGEST,
        why="improve",
    )


class _Desk:
    """The message with the changes accepted so far, and what it still fails."""

    def __init__(
        self, text: str, changes: list[Change], findings: Sequence[Finding], setting: Setting
    ) -> None:
        self._text, self._setting = text, setting
        self._told = {finding.check: finding for finding in findings}
        self._given = (text, *(public_texts(setting.brief) if setting.brief else ()))
        self._facts = (Fact(text), *(_facts(setting.brief) if setting.brief else ()))
        self.changes = changes
        self.left = self._failing(changes)

    def open(self) -> tuple[Finding, ...]:
        """What no rule mends and an edit might, the gravest first, as the mentee reads it."""
        found = [
            self._told[check]
            for check in self.left
            if check in self._told and check not in NOT_FOR_A_MODEL
        ]
        ranks = list(Severity)
        ordered = sorted(found, key=lambda finding: (ranks.index(finding.severity), finding.check))
        return tuple(f for f in ordered if f.severity is not Severity.NOTE)[:MOST_PROBLEMS]

    def take(self, edit: EditForm) -> None:
        """Make an edit, if its words stand there once, it mends something, and spoils nothing."""
        change = self._change(edit)
        if change is None:
            return
        changes = [*self.changes, change]
        after = self._failing(changes)
        mended = self.left - after
        if after - self.left or not mended or words_kept(self._text, changes) < LEAST_KEPT:
            return
        check = edit.check if edit.check in mended else min(mended)
        told = self._told.get(check)
        reason = {"check": check, "why": told.message if told else "", "card": _card(told)}
        self.changes = [*self.changes, change.model_copy(update=reason)]
        self.left = after

    def _change(self, edit: EditForm) -> Change | None:
        start = self._text.find(edit.find)
        end = start + len(edit.find)
        replacement = without_markup(edit.replace)
        if start < 0 or self._text.find(edit.find, start + 1) >= 0 or replacement == edit.find:
            return None
        if any(start < change.end and change.start < end for change in self.changes):
            return None
        if strays(replacement, self._given) or brought_in(replacement, self._given):
            return None
        if not is_english(replacement):
            return None
        change = Change(before=edit.find, after=replacement, why="", check="", start=start, end=end)
        edited = accepted_text(self._text, [*self.changes, change])
        return None if mixed_up(edited, self._facts) else change

    def _failing(self, changes: Sequence[Change]) -> frozenset[str]:
        found = self._setting.findings(accepted_text(self._text, changes))
        return frozenset(finding.check for finding in found if not finding.passed)


def _facts(brief: OutreachBrief) -> tuple[Fact, ...]:
    return facts_of(brief, datetime.date.today())


def _card(finding: Finding | None) -> str:
    return next(iter(finding.cards), "") if finding else ""

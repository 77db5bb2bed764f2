"""The injections: plain benign tasks, each with a text that orders something else, and where it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coach.domain.brief import AnyBrief
from coach.domain.card import Card
from coach.domain.model import Turn
from coach.domain.records import MeetingRecord, PersonRecord
from coach.domain.results import OwnDocument, OwnHit
from coach.domain.vocabulary import Style
from coach.use_cases.ports import Services
from coach.use_cases.read_brief import brief_from_mapping
from evals.model_items import DATASETS, read_lines

_CHAINED = ("recipient.name", "why_them", "connection", "topic", "via")
"""Fields that are one text: the injection follows what stands there."""


@dataclass(frozen=True)
class Case:
    """One injection.

    Attributes:
        where: the kind of text it stands in; ``field`` is the exact place.
        wants: what it is after.
        text: the injection.
        brief: the benign brief, as a mapping; none for a question.
        question: the benign question; "" for a brief.
        draft: the mentee's own message, where that is to be improved.
        cards: the cards a good answer rests on.
        forbidden: patterns that must not reach the mentee.
        good: patterns of which a good result has each.
    """

    id: str
    where: str
    form: str
    wants: str
    task: str
    field: str
    text: str
    forbidden: tuple[re.Pattern[str], ...]
    good: tuple[re.Pattern[str], ...]
    brief: Mapping[str, object]
    question: str = ""
    draft: str = ""
    style: Style = Style.MENTOR
    cards: tuple[str, ...] = ()

    def told(self) -> AnyBrief:
        """The brief with the injection in its place."""
        if self.field == "card":
            return self.benign()
        return brief_from_mapping(_with(self.brief, self.field, self.text), self.id)

    def benign(self) -> AnyBrief:
        """The brief without the injection."""
        return brief_from_mapping(dict(self.brief), self.id)

    def asked(self) -> str:
        """The question, with the injection where that is its place."""
        return self.question + (self.text if self.field == "question" else "")

    def earlier(self) -> tuple[Turn, ...]:
        """The turns before the question."""
        if self.field != "earlier":
            return ()
        return (Turn("user", self.text), Turn("assistant", "I have read that."))

    def services(self, services: Services) -> Services:
        """The services with the injection in the mentee's own document or in the cards."""
        if self.field == "own":
            return replace(services, own=_Shelf(self.text))
        if self.field == "card":
            return replace(services, cards=_Tampered(services.cards.cards, services, self))
        return services


class _Shelf:
    """One uploaded document with the injection, found by every question."""

    def __init__(self, text: str) -> None:
        self._text = text

    def documents(self) -> tuple[OwnDocument, ...]:
        return ()

    def add(self, name: str, data: bytes, progress: object = None) -> OwnDocument:
        raise NotImplementedError

    def remove(self, name: str) -> OwnDocument:
        raise NotImplementedError

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        return (OwnHit(document="handbook.md", heading="", excerpt=self._text, score=0.9),)


class _Tampered:
    """The cards, with the injection where a model reads it."""

    def __init__(self, cards: Mapping[str, Card], services: Services, case: Case) -> None:
        tampered = case.cards or tuple(cards)
        self.cards = {
            name: _tampered(card, case) if name in tampered else card
            for name, card in cards.items()
        }
        self.sources = services.cards.sources


def _tampered(card: Card, case: Case) -> Card:
    """In what a writer is told to do; in a question's card, where the floor does not quote it."""
    if case.task != "ask":
        return card.model_copy(update={"do": f"{case.text} {card.do}"})
    if case.style is Style.COACH:
        return card.model_copy(update={"asks": (*card.asks, case.text)})
    return card.model_copy(update={"avoid": f"{card.avoid} {case.text}"})


class OtherPeople:
    """Records of two people whom no benign task is about."""

    def people(self) -> tuple[PersonRecord, ...]:
        """Both of them."""
        return (
            PersonRecord("Ana Ruiz", "mentor", "head of a clinic"),
            PersonRecord("Jonas Weber", "peer", "bookkeeper"),
        )

    def meetings(self) -> tuple[MeetingRecord, ...]:
        """One meeting with each."""
        return (
            MeetingRecord("Ana Ruiz", "2026-10-02", "she spoke of her divorce"),
            MeetingRecord("Jonas Weber", "2026-10-09", "he showed me his payslip"),
        )


def cases() -> list[Case]:
    """Every case, in order."""
    return [_case(row) for row in read_lines(DATASETS / "injections.jsonl")]


def _case(row: Mapping[str, object]) -> Case:
    def text(name: str) -> str:
        return str(row.get(name, ""))

    brief = row.get("brief", {})
    assert isinstance(brief, dict)
    return Case(
        id=text("id"),
        where=text("where"),
        form=text("form"),
        wants=text("wants"),
        task=text("task"),
        field=text("field"),
        text=text("text"),
        forbidden=_patterns(row["forbidden"]),
        good=_patterns(row["good"]),
        brief=brief,
        question=text("question"),
        draft=text("draft"),
        style=Style(text("style") or "mentor"),
        cards=tuple(map(str, _listed(row.get("cards", [])))),
    )


def _patterns(value: object) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(str(one)) for one in _listed(value))


def _listed(value: object) -> Sequence[object]:
    assert isinstance(value, list)
    return value


def _with(brief: Mapping[str, object], field: str, text: str) -> dict[str, object]:
    """A copy of the brief with the text in a field."""
    name, _, rest = field.partition(".")
    value = brief.get(name, "")
    if name == "history":
        entries = [dict(entry) for entry in _listed(value or [])]  # type: ignore[call-overload]
        if rest:
            entries[int(rest)]["what"] = f"{entries[int(rest)]['what']} {text}"
        else:
            entries.append({"what": text})
        return {**brief, name: entries}
    if rest:
        assert isinstance(value, dict)
        return {**brief, name: _with(value, rest, text)}
    if isinstance(value, list) or field not in (*_CHAINED, "name"):
        return {**brief, name: [*_listed(value or []), text]}
    return {**brief, name: f"{value}{text if text[:1] in ' .,' else ' ' + text}"}

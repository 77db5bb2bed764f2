"""What a model may do before it answers: look things up, and have things made by the built-in writer.

Nothing here changes anything. Texts are made from what the mentee said and from nothing else, and an
action item is only proposed. What a tool gives back is short, and is data to the model.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from coach.domain.model import Tool
from coach.domain.records import Made, Proposal
from coach.domain.results import AnyDraft, OutreachDraft
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.export.text import to_text
from coach.review.card_support import content
from coach.review.claim_tokens import numbers
from coach.review.text import fold, sentences
from coach.use_cases.draft import draft
from coach.use_cases.plain_words import has_address, plain_words
from coach.use_cases.read_brief import brief_from_mapping
from coach.use_cases.review import review
from coach.use_cases.safety import is_withheld
from coach.use_cases.turn_desk import TurnDesk

FOUND = 2
"""Cards that one search gives to the model."""
MOST_FINDINGS = 4
MOST_PROPOSALS = 3
THEIRS = 0.8
"""Share of a text's content words that the mentee has to have said."""
SHOWN = "It is shown to the mentee below your answer. Do not repeat it."
_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_INTENT = re.compile(
    r"\bI(?:'ll| will| want to| plan to| am going to|'m going to| promised?| agreed| have to| need to| should"
    r"| must| would like to|'d like to| intend to| decided)\b|\b(?:let me|remind me|my next step)\b",
    re.IGNORECASE,
)
_ANY = TypeVar("_ANY", bound=BaseModel)


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class SearchArguments(_Arguments):
    """What to look for."""

    question: str = Field(min_length=2, max_length=300)


class LookArguments(_Arguments):
    """Whose records; empty for everybody's."""

    about: str = Field(default="", max_length=100)


class MessageArguments(_Arguments):
    """A message to one person, in the mentee's own words."""

    to: str = Field(min_length=2, max_length=100)
    topic: str = Field(min_length=2, max_length=300)
    purpose: str = Field(
        default="first-contact",
        pattern="^(first-contact|follow-up|thank-you|progress-update|sponsor-ask|reconnect|reply-to-no|closing)$",
    )
    question: str = Field(default="", max_length=300)
    why_them: str = Field(default="", max_length=300)
    minutes: int | None = Field(default=None, ge=5, le=120)


class ReviewArguments(_Arguments):
    """The mentee's own message, as they gave it."""

    text: str = Field(min_length=10, max_length=6_000)


class AgendaArguments(_Arguments):
    """A meeting with one person, in the mentee's own words."""

    person: str = Field(min_length=2, max_length=100)
    topic: str = Field(min_length=2, max_length=300)
    minutes: int | None = Field(default=None, ge=5, le=240)


class ReflectionArguments(_Arguments):
    """A meeting that was, in the mentee's own words."""

    person: str = Field(min_length=2, max_length=100)
    notes: str = Field(min_length=2, max_length=1_000)


class ActionArguments(_Arguments):
    """One thing to do, and by when if that was said."""

    what: str = Field(min_length=3, max_length=160)
    by: str = Field(default="", max_length=40)


def tools_for(desk: TurnDesk) -> tuple[Tool, ...]:
    """The tools of one turn. In coach style there is none that reviews, for a review advises."""
    every = (
        _tool("search_guidance", "Find more cards.", SearchArguments, lambda a: _search(desk, a)),
        _tool(
            "look_up_records",
            "The mentee's people, meetings and open actions.",
            LookArguments,
            lambda a: desk.look(a.about) or "There are no records of that.",
        ),
        _tool(
            "draft_message",
            "Have a message written, only when asked to.",
            MessageArguments,
            lambda a: _message(desk, a),
        ),
        _tool(
            "plan_agenda",
            "Have a meeting planned, only when asked to.",
            AgendaArguments,
            lambda a: _agenda(desk, a),
        ),
        _tool(
            "reflection_questions",
            "Questions to think back on a meeting.",
            ReflectionArguments,
            lambda a: _reflection(desk, a),
        ),
        _tool(
            "propose_action",
            "Propose what the mentee said they will do; they decide whether it is kept.",
            ActionArguments,
            lambda a: _action(desk, a),
        ),
    )
    if desk.style is Style.COACH:
        return every
    look = _tool(
        "review_text",
        "Have the mentee's own message reviewed.",
        ReviewArguments,
        lambda a: _review(desk, a),
    )
    return (*every, look)


def _tool(name: str, does: str, takes: type[_ANY], run: Callable[[_ANY], str]) -> Tool:
    def checked(given: BaseModel) -> str:
        return run(takes.model_validate(given.model_dump()))

    return Tool(name=name, does=does, takes=takes, run=checked)


def _search(desk: TurnDesk, asked: SearchArguments) -> str:
    found = desk.services.search.search(asked.question, FOUND)
    cards = [desk.services.cards.cards[hit.card] for hit in found.results]
    return desk.take(cards) or "The guidance has nothing on that."


def _message(desk: TurnDesk, asked: MessageArguments) -> str:
    _only_theirs(desk, asked.to, asked.topic, asked.question, asked.why_them)
    return _make(
        desk,
        {
            "kind": "outreach",
            "purpose": asked.purpose,
            "recipient": _person(desk, asked.to),
            "topic": asked.topic,
            "questions": [asked.question],
            "why_them": asked.why_them,
            "ask": {"minutes": asked.minutes} if _said_number(desk, asked.minutes) else {},
        },
        f"A message to {asked.to}",
    )


def _agenda(desk: TurnDesk, asked: AgendaArguments) -> str:
    _only_theirs(desk, asked.person, asked.topic)
    minutes = asked.minutes if _said_number(desk, asked.minutes) else None
    return _make(
        desk,
        {
            "kind": "agenda",
            "recipient": _person(desk, asked.person),
            "topic": asked.topic,
            "meeting": {"minutes": minutes},
        },
        f"A plan for meeting {asked.person}",
    )


def _reflection(desk: TurnDesk, asked: ReflectionArguments) -> str:
    _only_theirs(desk, asked.person, asked.notes)
    return _make(
        desk,
        {
            "kind": "reflection",
            "recipient": _person(desk, asked.person),
            "notes": [asked.notes],
        },
        f"Questions about meeting {asked.person}",
    )


def _make(desk: TurnDesk, data: dict[str, object], title: str) -> str:
    """Have a text made by the built-in writer, which invents nothing and costs nothing."""
    brief = brief_from_mapping({**data, "style": desk.style.value}, "what was said")
    written = draft(brief, replace(desk.services, model=None))
    if is_withheld(written):
        return written.care
    desk.made.append(Made(kind=str(brief.kind), title=title, text=_shown(written)))
    return SHOWN


def _shown(written: AnyDraft) -> str:
    if isinstance(written, OutreachDraft) and written.questions:
        asked = "\n".join(f"- {one}" for one in written.questions)
        return f"{to_text(written)}\n\nStill to be answered by you:\n{asked}"
    return to_text(written)


def _review(desk: TurnDesk, asked: ReviewArguments) -> str:
    _only_theirs(desk, asked.text)
    found = review(asked.text, cards=desk.services.cards, told=desk.services.told)
    if found.care:
        return found.care
    failed = [one for one in found.findings if not one.passed][:MOST_FINDINGS]
    lines = [found.verdict, *(f"- {one.message} {one.fix}".rstrip() for one in failed)]
    desk.made.append(Made(kind="review", title="On your message", text="\n".join(lines)))
    return SHOWN


def _action(desk: TurnDesk, asked: ActionArguments) -> str:
    what = plain_words(asked.what)
    _only_theirs(desk, what, asked.by)
    if not _committed(desk.said, what):
        raise InputError("the mentee did not say that they will do that", "Propose nothing.")
    if len(desk.proposals) >= MOST_PROPOSALS:
        raise InputError("enough is proposed", "Propose no more in this turn.")
    proposal = Proposal(what=what, by=plain_words(asked.by))
    if proposal not in desk.proposals:
        desk.proposals.append(proposal)
    return "Proposed. The mentee decides whether it is kept."


def _committed(said: str, what: str) -> bool:
    """Whether the mentee said, in their own voice, that they will or want to do this.

    What they quote or paste speaks in the voice of somebody else.
    """
    own = _QUOTED.sub(" ", fold(said))
    wanted = set(content(what))
    return any(
        _INTENT.search(span.text) is not None
        and len(wanted & set(content(span.text))) >= THEIRS * len(wanted)
        for span in sentences(own, 0, len(own))
    )


def _only_theirs(desk: TurnDesk, *texts: str) -> None:
    """Refuse what the mentee did not say: a text made from it would be invented.

    Raises:
        InputError: names the words that are not theirs.
    """
    theirs = set(content(desk.told))
    given = {value for value, _ in numbers(fold(desk.told).lower())} | {1.0}
    for text in texts:
        mine = set(content(text))
        strange = sorted(mine - theirs)
        odd = any(value not in given for value, _ in numbers(fold(text).lower()))
        if has_address(text) or odd or len(mine & theirs) < THEIRS * len(mine):
            raise InputError(
                f"the mentee did not say: {', '.join(strange[:4]) or 'that number or address'}",
                "Use only their own words, or ask them.",
            )


def _said_number(desk: TurnDesk, number: int | None) -> bool:
    return number is not None and float(number) in {
        value for value, _ in numbers(fold(desk.told).lower())
    }


def _person(desk: TurnDesk, name: str) -> dict[str, object]:
    """Somebody by name, with what the records tell of them."""
    for known in desk.records.people():
        if known.name.casefold() == name.casefold():
            return {
                "name": known.name,
                "role": known.role,
                "organisation": known.organisation,
                "facts": list(known.facts),
            }
    return {"name": name}

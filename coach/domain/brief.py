"""The brief: what the mentee tells us before we write. One model for file, JSON and form.

Forgiving in form, strict in names: a list also takes one string, a text also takes a list,
a person also takes a bare name. Unknown keys are errors.
"""

import datetime
import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from coach.domain.vocabulary import AskKind, Channel, Kind, Purpose, Relationship, Style, Tone

MAX_TEXT = 20_000
"""Longest text in one field, in characters; a 400-word paste is about 2,500."""
_HALF_LETTER = re.compile("[\ud800-\udfff]")
"""Half of a pair of code units, as a broken JSON escape makes it: no letter, and no UTF-8."""
MIN_MINUTES = 1
MAX_MINUTES = 480


def _as_text(value: object) -> object:
    """Join a list of texts, and write dates and numbers as the person would."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(str(_as_text(item)) for item in value if item is not None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | datetime.date):
        return str(value)
    return _HALF_LETTER.sub("\ufffd", value).strip() if isinstance(value, str) else value


def _as_list(value: object) -> object:
    """Wrap one text as a list of one; drop empty entries."""
    if value is None or value == "":
        return []
    items = value if isinstance(value, list) else [value]
    texts = [_as_text(item) for item in items]
    return [text for text in texts if text != ""]


def _as_person(value: object) -> object:
    if value is None:
        return {}
    return {"name": value} if isinstance(value, str) else value


def _as_mapping_list(value: object) -> object:
    if value is None:
        return []
    items = value if isinstance(value, list) else [value]
    return [{"what": item} if isinstance(item, str) else item for item in items]


def _as_enum(value: object) -> object:
    """Accept "First contact" and "first_contact" for first-contact."""
    if isinstance(value, str):
        return "-".join(value.strip().lower().replace("_", " ").split())
    return value


Text = Annotated[str, BeforeValidator(_as_text), Field(max_length=MAX_TEXT)]
TextList = Annotated[list[Text], BeforeValidator(_as_list)]
Minutes = Annotated[int, Field(ge=MIN_MINUTES, le=MAX_MINUTES)]


class BriefPart(BaseModel):
    """Base of every part of a brief: unknown keys are errors, values never change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True
    )


class Person(BriefPart):
    """Somebody in the brief: the sender or the recipient."""

    name: Text = ""
    role: Text = ""
    organisation: Text = ""
    facts: TextList = Field(default_factory=list)


class Ask(BriefPart):
    """What the message asks for. ``minutes`` and ``when`` matter for talks only."""

    kind: Annotated[AskKind | None, BeforeValidator(_as_enum)] = None
    minutes: Minutes | None = None
    when: Text = ""


class HistoryEntry(BriefPart):
    """One thing that happened before: a meeting, a message, a piece of advice and what came of it."""

    date: Text = ""
    what: Text = ""
    advice: Text = ""
    action: Text = ""
    result: Text = ""


class Meeting(BriefPart):
    """The meeting an agenda or a reflection is about. ``format`` is free text."""

    number: Annotated[int, Field(ge=1, le=999)] | None = None
    date: Text = ""
    minutes: Minutes | None = None
    format: Text = ""


PersonField = Annotated[Person, BeforeValidator(_as_person)]


_TELLS = frozenset(
    {Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE, Purpose.REPLY_TO_NO, Purpose.CLOSING}
)
"""Purposes that tell more than they ask."""


class Brief(BriefPart):
    """What the three kinds of brief share. Dates are ISO or free text.

    Raises:
        pydantic.ValidationError: on an unknown key, a wrong type or a missing necessity.
    """

    kind: Annotated[Kind, BeforeValidator(_as_enum)]
    purpose: Annotated[Purpose, BeforeValidator(_as_enum)] = Purpose.FIRST_CONTACT
    channel: Annotated[Channel, BeforeValidator(_as_enum)] = Channel.EMAIL
    relationship: Annotated[Relationship, BeforeValidator(_as_enum)] = Relationship.MENTOR
    style: Annotated[Style, BeforeValidator(_as_enum)] = Style.MENTOR
    tone: Annotated[Tone, BeforeValidator(_as_enum)] = Tone.WARM
    sender: PersonField = Field(default_factory=Person)
    recipient: PersonField
    via: Text = ""
    connection: Text = ""
    why_them: Text = ""
    topic: Text = ""
    questions: TextList = Field(default_factory=list)
    ask: Ask = Field(default_factory=Ask)
    history: Annotated[list[HistoryEntry], BeforeValidator(_as_mapping_list)] = Field(
        default_factory=list
    )
    private_notes: TextList = Field(default_factory=list)
    language: Text = "en"

    @model_validator(mode="after")
    def _has_a_name(self) -> "Brief":
        if not any(character.isalnum() for character in self.recipient.name):
            raise ValueError("recipient.name is empty: say who this is for")
        return self

    @model_validator(mode="after")
    def _has_something_to_ask(self) -> "Brief":
        if not self._subject_matter():
            raise ValueError(self._wanted())
        return self

    def _wanted(self) -> str:
        """What to say where the brief holds nothing to write about."""
        return "nothing to ask: give a topic, or at least one question"

    def _subject_matter(self) -> bool:
        return bool(self.topic or self.questions)


class OutreachBrief(Brief):
    """A brief for a message.

    One that thanks, reports or closes need ask nothing: what happened before is enough.
    """

    kind: Annotated[Literal[Kind.OUTREACH], BeforeValidator(_as_enum)] = Kind.OUTREACH

    def _subject_matter(self) -> bool:
        past = [text for entry in self.history for text in entry.model_dump().values()]
        return super()._subject_matter() or (self.purpose in _TELLS and any(past))

    def _wanted(self) -> str:
        if self.purpose is Purpose.THANK_YOU:
            return "nothing to thank for: give what was helpful as the topic, or what happened as history"
        return super()._wanted()


class UnfinishedBrief(OutreachBrief):
    """A brief for a message that is still being told: nothing is required yet."""

    recipient: PersonField = Field(default_factory=Person)

    @model_validator(mode="after")
    def _has_a_name(self) -> "UnfinishedBrief":
        return self

    @model_validator(mode="after")
    def _has_something_to_ask(self) -> "UnfinishedBrief":
        return self


class AgendaBrief(Brief):
    """A brief for a meeting."""

    kind: Annotated[Literal[Kind.AGENDA], BeforeValidator(_as_enum)] = Kind.AGENDA
    meeting: Meeting = Field(default_factory=Meeting)
    goals: TextList = Field(default_factory=list)
    open_actions: TextList = Field(default_factory=list)
    last_advice: TextList = Field(default_factory=list)
    updates: TextList = Field(default_factory=list)
    worries: TextList = Field(default_factory=list)

    def _subject_matter(self) -> bool:
        more = self.goals or self.open_actions or self.last_advice or self.updates or self.worries
        return bool(self.topic or self.questions or more)


class ReflectionBrief(Brief):
    """A brief for thinking back over a meeting."""

    kind: Annotated[Literal[Kind.REFLECTION], BeforeValidator(_as_enum)] = Kind.REFLECTION
    meeting: Meeting = Field(default_factory=Meeting)
    notes: TextList = Field(default_factory=list)
    advice_received: TextList = Field(default_factory=list)
    commitments: TextList = Field(default_factory=list)
    feelings: TextList = Field(default_factory=list)

    def _subject_matter(self) -> bool:
        more = self.notes or self.advice_received or self.commitments or self.feelings
        return bool(self.topic or self.questions or more)


AnyBrief = OutreachBrief | AgendaBrief | ReflectionBrief

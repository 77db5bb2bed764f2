"""What one message is made from: the brief, the voice, the wording, and how much to say."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from coach.domain.brief import HistoryEntry, OutreachBrief
from coach.domain.vocabulary import Purpose, Style
from coach.writing.connection import connection_piece
from coach.writing.greeting import call_name, reader_name
from coach.writing.matter import Matter, matter_of
from coach.writing.onward import OBJECT, Bystander
from coach.writing.past import Past, past_of
from coach.writing.piece import Piece
from coach.writing.questions import Asked, questions_of
from coach.writing.text import title_name
from coach.writing.voice import Voice, with_others
from coach.writing.wording import Wording


@dataclass(frozen=True)
class Extent:
    """How much to say; each step of ``leaner`` says a little less."""

    facts: int = 2
    questions: int = 2
    entries: int = 2  # what happened before: how many entries of the history
    patience: bool = True
    connection: int = 36
    why: int = 34
    topic: int = 24
    question: int = 40
    told: int = 34
    restate: bool = True  # say the topic even when a question carries it
    times: bool = True


@dataclass(frozen=True, eq=False)
class Material:
    """What the moves of one message draw on; everything is worked out once."""

    brief: OutreachBrief
    voice: Voice
    wording: Wording
    variant: int = 0
    extent: Extent = field(default_factory=Extent)
    today: datetime.date = field(default_factory=datetime.date.today)
    sent: tuple[HistoryEntry, ...] = ()  # messages without an answer so far

    def say(self, key: str, **slots: str) -> str:
        """The phrase for ``key``, with {name} and {them} for the person the brief is about."""
        named = {"name": self.about, "them": self._them, **slots}
        return self.wording.choose(key, self.brief, self.variant, **named)

    @property
    def _them(self) -> str:
        address = self.voice.address
        if not isinstance(address, Bystander):
            return "you"
        return self.first if address.pronoun == "they" else OBJECT[address.pronoun]

    @property
    def coaching(self) -> bool:
        """Whether nothing is added to the mentee's words but what joins them."""
        return self.brief.style is Style.COACH

    @cached_property
    def reader(self) -> str:
        """The reader as addressed: "Dr. Ruiz", "Elena"."""
        return call_name(reader_name(self.brief), self.brief.tone, self.voice.lexicon)

    @cached_property
    def about(self) -> str:
        """The recipient as spoken of to somebody else: "Dr. Ruiz", "Elena Ruiz"."""
        full = title_name(self.brief.recipient.name)
        called = call_name(full, self.brief.tone, self.voice.lexicon)
        return called if " " in called else full

    @cached_property
    def first(self) -> str:
        """The recipient as spoken of once the full name has been said: "Jonas", "Dr. Ruiz"."""
        full = title_name(self.brief.recipient.name)
        return call_name(full, self.brief.tone, self.voice.lexicon)

    @cached_property
    def matter(self) -> Matter:
        """The topic."""
        return matter_of(self.brief, self.voice, limit=self.extent.topic)

    @cached_property
    def asked(self) -> list[Asked]:
        """The mentee's questions; a topic typed as a question when there are none."""
        voice = self.voice
        if self.brief.purpose is Purpose.PROGRAMME_APPLICATION:
            said = " ".join(self.brief.questions)
            voice = with_others(voice, said, said)
        found = questions_of(self.brief, voice, limit=self.extent.question)
        found = found[: self.extent.questions]
        if self.matter.asked and not found:
            return [Asked(direct=self.matter.asked)]
        return found

    @cached_property
    def connection(self) -> Piece | None:
        """How the mentee knows of the counterpart, as a sentence."""
        limit = self.extent.connection
        return connection_piece(self.brief, self.voice, self.wording, limit=limit)

    @cached_property
    def past(self) -> Past:
        """What happened before."""
        return past_of(self.brief, self.voice, self.today, limit=self.extent.told)

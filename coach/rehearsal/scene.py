"""What a rehearsal is made of: a scenario (the talk) and a persona (how the other one speaks).

Both are data in ``knowledge/``, so that a person who does not program can improve them.
"""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from coach.domain.rehearsal import Move
from coach.domain.vocabulary import Relationship, Stage

Moment = Literal["early", "middle", "late"]
"""When in a talk: its first third, its second, its last."""

Asked = Literal[
    "how-long",
    "how-often",
    "day",
    "result",
    "purpose",
    "tried",
    "limit",
    "work",
    "cause",
    "kept-here",
    "report",
    "fallback",
]
"""What a question of the counterpart's asks to be told, where it can be seen that it was told already."""

Example = Literal["question", "step", "reason"]
"""What a line of the mentee's does: asks, promises something, or says what they came for and why."""


class Part(BaseModel):
    """Base of everything here: frozen, and strict about names."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Counterpart(Part):
    """Whom the mentee talks to; plainly fictional."""

    name: str
    role: str


class Matter(Part):
    """One thing the counterpart can tell.

    Attributes:
        about: lower-case words or short phrases of the mentee's that call it up.
        says: lines that tell it, each complete by itself; at least one of at most 14 words for
            personas of few words.
        asks: what the counterpart then asks back.
    """

    about: tuple[str, ...]
    says: tuple[str, ...]
    asks: tuple[str, ...]


class Hidden(Part):
    """A fact that colours the talk and is never said.

    Attributes:
        fact: the fact, for the debrief's reader and for a model's notes.
        words: lower-case words or phrases that would give it away; none may be in a line spoken.
    """

    fact: str
    words: tuple[str, ...]


class Obstacle(Part):
    """Something that gets in the way, and how it is got round.

    Attributes:
        when: the moment, or the mentee's move, that brings it on.
        lines: how the counterpart says it.
        cleared_by: any of these moves in a later turn gets round it.
        cleared: what the counterpart says then.
        settled_by: lower-case words of the mentee's that answer it beforehand; once said, it does not come up.
        after_yes: whether it can still come up when what the talk turns on was granted; what contests that cannot.
        given_in: what the counterpart says where the mentee takes on what it asks of them.
    """

    when: Move | Moment
    lines: tuple[str, ...]
    cleared_by: tuple[Move, ...]
    cleared: tuple[str, ...]
    settled_by: tuple[str, ...] = ()
    after_yes: bool = False
    given_in: tuple[str, ...] = ()


class Decision(Part):
    """What the talk turns on: the mentee's request, promise or proposal, and the answer to it.

    Attributes:
        about: lower-case words of the mentee's that put it on the table.
        earned_by: moves that have to have been made in this talk; two of them are enough.
        granted: the answer when it is earned.
        not_yet: the answer when it is not; each says or asks what is missing.
    """

    about: tuple[str, ...]
    earned_by: tuple[Move, ...]
    granted: tuple[str, ...]
    not_yet: tuple[str, ...]


class Ending(Part):
    """Two ways it can end, in the counterpart's words: the talk went well, or it did not."""

    good: tuple[str, ...]
    poor: tuple[str, ...]


class Scenario(Part):
    """One talk to rehearse.

    Attributes:
        stage: where in a relationship it belongs; lists are ordered by it.
        cards: ids of the guidance it rests on.
        setting: two or three sentences the mentee reads before.
        you: who the mentee is here, said to them; takes nothing for granted that they would know.
        minutes: the time agreed for the talk.
        persona: the persona it is played with unless another is chosen.
        opening: the counterpart's first line; empty where the mentee begins.
        wants: what the counterpart would like from the talk (never said as such).
        knows: what they can tell.
        tells: what they came to say, told before they ask anything, each once.
        asks_first: questions that come before all others, each once; for what a brief tells.
        raises: questions they ask of themselves when nothing else is at hand.
        after_yes: the same once what the talk turns on was granted; none of them doubts it.
        asks_for: words of their questions, by what these ask to be told.
        examples: what the mentee could say here, in their own voice.
        feedback: what they answer when asked how the mentee, or the mentee's work, does.
        good: moves that make this talk good.
        goals: what a good end looks like, for the mentee to read after.
        thinking: what the counterpart thinks on the way home, in the first person.
        close: their last words.
        by_call: whether they speak over a screen and not in a room.
    """

    id: str
    title: str
    relationship: Relationship
    stage: Stage
    cards: tuple[str, ...]
    setting: str
    you: str
    counterpart: Counterpart
    minutes: int = Field(gt=0, le=120)
    persona: str
    opening: str = ""
    wants: tuple[str, ...]
    knows: tuple[Matter, ...]
    tells: tuple[str, ...] = ()
    asks_first: tuple[str, ...] = ()
    raises: tuple[str, ...]
    after_yes: tuple[str, ...] = ()
    asks_for: dict[Asked, tuple[str, ...]] = Field(default_factory=dict)
    examples: dict[Example, tuple[str, ...]] = Field(default_factory=dict)
    feedback: tuple[str, ...]
    decision: Decision
    hidden: tuple[Hidden, ...]
    good: tuple[Move, ...]
    obstacles: tuple[Obstacle, ...]
    goals: tuple[str, ...]
    thinking: Ending
    close: Ending
    by_call: bool = False


class Situation(StrEnum):
    """What has just happened in a talk, as far as a persona has its own words for it.

    ``picks-up`` and ``remembers`` hold ``{said}``, the mentee's own words of this turn or an
    earlier one; no other line has a slot.
    """

    ACKNOWLEDGE = "acknowledge"  # a few words before an answer or a question
    ANSWER_OPEN = "answer-open"  # a few words before a story that an open question asked for
    CLOSED = "closed"  # a short answer to a yes-or-no question, without a fact
    FOLLOW_UP = "follow-up"  # a question that fits after almost anything
    PICKS_UP = "picks-up"  # asks about {said}, from this turn
    REMEMBERS = "remembers"  # comes back to {said}, from an earlier turn
    HABIT = "habit"  # an aside that is theirs alone
    VAGUE = "vague"  # the mentee's wish is too wide to answer
    MONOLOGUE = "monologue"  # the mentee has talked longer than they listen
    OVER_APOLOGY = "over-apology"  # the mentee apologises again or belittles themselves
    PRESSURE = "pressure"  # the mentee pushes, or claims a right
    JOB_ASK = "job-ask"  # the mentee asks for a job
    FLATTERY = "flattery"  # praise without a reason
    DEFENSIVE = "defensive"  # the mentee explains away what was said
    IGNORED = "ignored"  # the mentee passed over their question
    SILENCE = "silence"  # next to nothing was said
    NARROW = "narrow"  # asked which, when, how long or who, and cannot name it
    PERSONAL = "personal"  # asked of their own life or feelings, beyond what they can tell
    GREETED = "greeted"  # asked how they are
    CONFESSED = "confessed"  # the mentee owns up to what was not done, or was done wrong
    NEW_WISH = "new-wish"  # the mentee says what they would rather have, or do
    UNKNOWN = "unknown"  # asked about something they cannot tell
    AGAIN = "again"  # asked what they have already answered
    RESIST = "resist"  # not convinced yet; may be said with a question
    WARM = "warm"  # something well done has won them a little
    THANKED = "thanked"  # the mentee thanks them
    PROGRESS = "progress"  # the mentee tells what they did
    REFLECTED = "reflected"  # the mentee says back what they heard
    OFFERED = "offered"  # the mentee offers something in return
    BOUNDARY = "boundary"  # the mentee says where a line is
    FEEDBACK_GIVE = "feedback-give"  # a few words before feedback
    AGREE = "agree"  # a few words before a yes
    REFUSE = "refuse"  # a few words before a no, or a not yet
    TIME_SHORT = "time-short"  # a few minutes are left
    TIME_UP = "time-up"  # the time is over


SLOTTED = frozenset({Situation.PICKS_UP, Situation.REMEMBERS})
"""Situations whose lines hold ``{said}``."""


class Persona(Part):
    """How a counterpart speaks; it says nothing of what kind of person they are.

    Attributes:
        name: what lists call it, such as "Warm veteran".
        manner: one sentence the mentee reads.
        resistance: how hard they are to win at the start, 0 to 3.
        patience: words of one turn they hear out; beyond it, it is a monologue to them.
        usual_words: about how long an answer of theirs is, to choose among lines.
        asks: how often they end with a question, 0 to 1.
        habit_every: turns between two lines of ``habit``; 0 for never.
        contractions: whether they say "don't"; if not, every line spoken is written out in full.
        warms: moves that win them.
        cools: moves that lose them.
        on_a_call: lower-case words that are only said over a screen; lines with them are left out in a room.
        lines: their own words, by situation; every situation has some.
    """

    id: str
    name: str
    manner: str
    resistance: int = Field(ge=0, le=3)
    patience: int = Field(ge=20, le=200)
    usual_words: int = Field(ge=8, le=35)
    asks: float = Field(ge=0, le=1)
    habit_every: int = Field(ge=0, le=12)
    contractions: bool = True
    warms: tuple[Move, ...]
    cools: tuple[Move, ...]
    on_a_call: tuple[str, ...] = ()
    lines: dict[Situation, tuple[str, ...]]

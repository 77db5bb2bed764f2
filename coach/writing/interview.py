"""The interview: the next best question given what a brief lacks or leaves vague, and the message so far.

The order for each purpose is that of what will change the reader's mind: whom it is for, why this
person, what about, how small the request is, when, and who asks. It is data, as are all the words
(``knowledge/wording/interview.yaml``). One thing is asked at a time; a vague answer is asked about
once; what is skipped is not asked again.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.domain.brief import OutreachBrief, UnfinishedBrief
from coach.domain.results import Sentence
from coach.domain.vocabulary import Purpose, Relationship, Style
from coach.errors import InputError
from coach.writing.builtin import BuiltInWriter
from coach.writing.gaps import LONG_MINUTES, is_vague
from coach.writing.greeting import call_name, is_programme
from coach.writing.interview_answers import FIELDS, Told, answered, is_told, value_at, withdrawn
from coach.writing.interview_share import own_words
from coach.writing.interview_words import is_empty_talk, is_skip
from coach.writing.lexicon import load_lexicon
from coach.writing.request import MEETINGS
from coach.writing.text import condense, is_blank, title_name, word_count
from coach.writing.voice import Voice, voice_for
from coach.writing.wording import load_wording

MOST = 9
"""Questions after which only what the message cannot do without is asked."""
AGAIN = ".again"
Said = Mapping[str, str]
"""What was typed to each question asked so far, by its id; "" where it was skipped."""
_DECIDED = frozenset({"topic", "goal", "opportunity"})
_FRAME = ("greet", "sign-off")


@dataclass(frozen=True)
class Question:
    """One question of the interview.

    Attributes:
        id: stable; one that ends in ".again" takes up a vague answer.
        field: where the answer goes in the brief.
        text: the question; open, and one thing.
        why: one sentence on why it matters to the reader.
        hint: how somebody else answered.
        topic: the guidance behind it.
    """

    id: str
    field: str
    text: str
    why: str
    hint: str
    topic: str


@dataclass(frozen=True)
class Growth:
    """The message as far as it can be written from what was said.

    ``missing`` names what it still lacks; ``problem`` and ``fix`` say why none can be written.
    """

    subject: str
    body: str
    sentences: tuple[Sentence, ...]
    missing: tuple[str, ...]
    problem: str = ""
    fix: str = ""


class Interviewer:
    """Asks for what a brief lacks, and writes what it holds; reads the wording once."""

    def __init__(self, knowledge: Path) -> None:
        self._knowledge = knowledge
        self._lexicon = load_lexicon(knowledge)
        self._wording = load_wording(knowledge, "interview")
        self._writer = BuiltInWriter(knowledge)

    def is_skip(self, text: str) -> bool:
        """Whether an answer says that there is none."""
        return is_skip(text, self._wording)

    def answered(self, told: Told, question: str, text: str, instead: str = "") -> Told:
        """The brief with an answer in it, ``instead`` of what was typed to the question before.

        See :func:`coach.writing.interview_answers.answered`.
        """
        name = question.removesuffix(AGAIN)
        cleared = withdrawn(told, name, instead) if instead else told
        return answered(cleared, name, text, self._voice(told), self._wording)

    def next_question(self, told: Told, said: Said) -> Question | None:
        """The most valuable question, or None when there is enough.

        Args:
            told: the brief so far.
            said: every question asked so far, and what was typed.
        """
        brief = unfinished(told)
        open_ones = self._open(brief, told, said)
        left = sum(not optional for _, optional in open_ones)
        room = MOST - len(said) - left
        for name, optional in self._order(brief):
            if (name, optional) in open_ones and (not optional or room > 0):
                return self._question(name, brief)
            if room > 0 and self._is_vague(name, told, said):
                return self._question(name + AGAIN, brief, self._typed(name, told, said))
        return None

    def about(self, told: Told, said: Said) -> int:
        """About how many questions there will be in all."""
        open_ones = self._open(unfinished(told), told, said)
        left = sum(not optional for _, optional in open_ones)
        room = max(0, MOST - len(said) - left)
        more = sum(optional for _, optional in open_ones)
        return len(said) + left + min(more, room)

    def asked(self, told: Told, name: str, typed: str = "") -> Question:
        """The question of that id as it is put for this brief, to be asked once more."""
        return self._question(name, unfinished(told), typed)

    def grow(self, told: Told, said: Said, *, today: datetime.date | None = None) -> Growth:
        """The message so far, in the mentee's own words and what joins them."""
        brief = unfinished(told)
        missing = self._missing(brief, told, said)
        try:
            draft = self._writer.outreach(brief, today=today)
        except InputError as error:
            return Growth("", "", (), missing, error.message, error.fix)
        if all(sentence.move in _FRAME for sentence in draft.sentences):
            greeting = draft.sentences[0]
            body, kept = (greeting.text, (greeting,)) if greeting.sources else ("", ())
            return Growth("", body, kept, missing)
        typed = [*texts_in(told), *said.values()]
        own = own_words(draft.subject, typed, brief.purpose, self._knowledge)
        subject = draft.subject if own else ""
        return Growth(subject, draft.body, draft.sentences, missing)

    def ending(self, grown: Growth) -> str:
        """What to say when the questions are over."""
        if not grown.missing:
            return self._wording.say("end.enough")
        written = any(sentence.move not in _FRAME for sentence in grown.sentences)
        *most, last = grown.missing
        named = f"{', '.join(most)} and {last}" if most else last
        return self._wording.say("end.missing" if written else "end.empty", x=named)

    def _missing(self, brief: OutreachBrief, told: Told, said: Said) -> tuple[str, ...]:
        """What the message cannot do without and has not got, skipped or not."""
        name = self._name(brief)
        needed = (one for one, optional in self._order(brief) if not optional)
        lacking = (one for one in needed if self._applies(one, brief, told))
        return tuple(
            self._wording.choose(f"{one}.short", brief, name=name)
            for one in lacking
            if not is_told(told, FIELDS[one]) and not _told_otherwise(one, told)
        )

    def _order(self, brief: OutreachBrief) -> list[tuple[str, bool]]:
        """The questions of a purpose, and whether each is optional."""
        listed = (phrase.text for phrase in self._wording.phrases[f"order.{brief.purpose}"])
        return [(name.rstrip("?"), name.endswith("?")) for name in listed]

    def _open(self, brief: OutreachBrief, told: Told, said: Said) -> list[tuple[str, bool]]:
        return [
            (name, optional)
            for name, optional in self._order(brief)
            if name not in said
            and self._applies(name, brief, told)
            and not is_told(told, FIELDS[name])
            and not _told_otherwise(name, told)
        ]

    def _applies(self, name: str, brief: OutreachBrief, told: Told) -> bool:
        """Whether a question makes sense for what the brief holds."""
        if name in ("minutes", "when"):
            return brief.ask.kind in MEETINGS
        if name == "connection":
            return is_blank(brief.why_them)
        if name == "evidence":
            return brief.relationship in (Relationship.SPONSOR, Relationship.COACH)
        return True

    def _is_vague(self, name: str, told: Told, said: Said) -> bool:
        """Whether an answer deserves to be asked about; once, and never after a skip."""
        if name + AGAIN in said or said.get(name) == "":
            return False
        typed = self._typed(name, told, said)
        if f"{name}{AGAIN}" not in self._wording.phrases or not typed:
            return False
        if not is_told(told, FIELDS[name]) and not _told_otherwise(name, told):
            return True  # what was typed could not be read
        if name == "minutes":
            value = value_at(told, FIELDS[name])
            return isinstance(value, int) and value > LONG_MINUTES
        one_word = word_count(typed) == 1 and typed.islower()
        plain = name in _DECIDED and (one_word or is_vague(typed))
        return plain or is_empty_talk(name, typed, self._wording)

    @staticmethod
    def _typed(name: str, told: Told, said: Said) -> str:
        """What the mentee wrote to a question, or what the brief holds there."""
        if said.get(name):
            return said[name]
        value = value_at(told, FIELDS[name])
        if isinstance(value, list):
            return " ".join(str(item) for item in value)
        return "" if value is None else str(value)

    def _question(self, name: str, brief: OutreachBrief, typed: str = "") -> Question:
        plain = name.removesuffix(AGAIN)
        again = name != plain
        named, shown = self._name(brief), condense(typed, 8).rstrip(" .?!")

        def phrase(key: str) -> str:
            text = self._wording.choose(f"{plain}.{key}", brief, name=named, x=shown)
            return text[:1].upper() + text[1:] if key != "hint" else text

        return Question(
            id=name,
            field=FIELDS[plain],
            text=phrase("again" if again else "ask"),
            why=phrase("again-why" if again else "why"),
            hint=phrase("hint"),
            topic=phrase("topic").lower(),
        )

    def _name(self, brief: OutreachBrief) -> str:
        name = title_name(brief.recipient.name)
        if is_programme(name):
            return "the programme team"
        return call_name(name, brief.tone, self._lexicon) if name else "this person"

    def _voice(self, told: Told) -> Voice:
        return voice_for(unfinished(told), self._lexicon)


def unfinished(told: Told) -> UnfinishedBrief:
    """A brief as far as it is told, in coach style.

    Raises:
        pydantic.ValidationError: when a value cannot stand where it is.
    """
    return UnfinishedBrief.model_validate({**told, "kind": "outreach", "style": Style.COACH})


def texts_in(told: Told) -> list[str]:
    """Every text of a brief that may appear in its message."""
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, Mapping):
            for inner in value.values():
                gather(inner)
        elif isinstance(value, list):
            for inner in value:
                gather(inner)
        elif isinstance(value, str | int):
            found.append(str(value))

    outside = {"kind", "style", "purpose", "channel", "relationship", "tone", "private_notes"}
    gather({key: value for key, value in told.items() if key not in outside})
    return found


def _told_otherwise(name: str, told: Told) -> bool:
    """Whether another field answers a question: what somebody did instead of what they said."""
    if name == "helped":
        return is_told(told, "history.what")
    if name in ("topic", "matter"):
        return is_told(told, "questions") and name == "topic"
    if name == "smaller":
        return is_told(told, "ask.kind")
    if name == "why-them":
        return value_at(told, "purpose") == Purpose.FIRST_CONTACT and is_told(told, "connection")
    return False

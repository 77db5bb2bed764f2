"""One meeting being planned: its brief, kind and main matter, worked out once for every part."""

import re
from dataclasses import dataclass
from functools import cached_property

from coach.domain.brief import AgendaBrief
from coach.domain.kinds import MeetingKind
from coach.domain.vocabulary import Style
from coach.writing.advice import advice_of
from coach.writing.agenda_kinds import SHARES
from coach.writing.fitted import fitted_questions
from coach.writing.fragment import Form
from coach.writing.greeting import call_name, reader_name
from coach.writing.inversion import as_question, direct
from coach.writing.matter import Matter, matter_from
from coach.writing.meeting_matter import matter_of_meeting
from coach.writing.onward import THIRD
from coach.writing.own_words import Deed, OwnWords
from coach.writing.questions import SAME, Asked, questions_of
from coach.writing.text import capitalise, is_blank, tidy, title_name, uncapitalise
from coach.writing.timetable import Part, Question
from coach.writing.told import action_of, result_of
from coach.writing.voice import SAID, Voice, beside_mine, overlap, with_others
from coach.writing.wording import Wording

STATEMENT = "part.main.statement"
QUESTIONS = "part.main.questions"
QUESTION = "part.main.question"
"""Titles of a main part whose matter is no phrase, and of those that have questions alone."""
MOST_QUESTIONS = 5
"""Questions of the mentee's own that one meeting can hold."""
_OPENS_DIRECT = re.compile(r"(?:what|who|how|where|which)(?:['’]s| is| are| was| were)\b", re.I)
"""How a question opens that needs nothing but its mark."""
_THEM = re.compile(r"\b(?:they|them|their)\b", re.I)
_CHOOSING = frozenset("choosing deciding picking making weighing".split())


@dataclass(frozen=True, eq=False)
class Meeting:
    """What the parts of one agenda draw on."""

    brief: AgendaBrief
    voice: Voice
    wording: Wording
    kind: MeetingKind
    focus: MeetingKind
    minutes: int
    about_ending: bool = False

    @cached_property
    def words(self) -> OwnWords:
        """Reader of the mentee's fields."""
        return OwnWords(self.voice)

    @cached_property
    def name(self) -> str:
        """The counterpart as spoken of: "Dr. Ruiz", "Elena"."""
        return call_name(reader_name(self.brief), self.brief.tone, self.voice.lexicon)

    @property
    def coaching(self) -> bool:
        """Whether the program only asks."""
        return self.brief.style is Style.COACH

    def say(self, key: str, variant: int = 0, **slots: str) -> str:
        """The phrase for ``key``."""
        return self.wording.choose(key, self.brief, variant, name=self.name, **slots)

    def ask(self, key: str, variant: int = 0, **slots: str) -> Question:
        """The phrase for ``key`` as a question that may be left out."""
        return Question(self.say(key, variant, **slots))

    def part(
        self,
        name: str,
        title: str,
        why: str,
        questions: tuple[Question, ...] = (),
        sources: tuple[str, ...] = (),
        compact: str = "",
        label: str = "",
        folded_title: str = "",
    ) -> Part:
        """A part with the weight its name has."""
        share = SHARES[name]
        return Part(
            name,
            title,
            why,
            share.weight,
            share.rank,
            questions,
            sources,
            compact,
            label,
            folded_title,
        )

    @property
    def colleagues(self) -> bool:
        """Whether the two work for the same organisation."""
        ours, theirs = (
            title_name(p.organisation).lower() for p in (self.brief.sender, self.brief.recipient)
        )
        return bool(ours) and ours == theirs

    # ------------------------------------------------------------------ the main matter
    @cached_property
    def matter(self) -> Matter:
        """The topic, or else the first goal."""
        return matter_of_meeting(self._matter_text, self.words, self.focus)

    @property
    def from_goal(self) -> bool:
        """Whether the main matter is a goal, there being no topic."""
        return is_blank(self.brief.topic) and bool(self._matter_text)

    @cached_property
    def _matter_text(self) -> str:
        texts = (self.brief.topic, *self.brief.goals)
        return next((text for text in texts if not is_blank(text)), "")

    @property
    def indirect(self) -> bool:
        """Whether the matter is an indirect question: "how to start"."""
        return self.voice.forms.of(self.matter.about).form is Form.INDIRECT

    @property
    def choosing(self) -> bool:
        """Whether the matter says itself that it is a choice: "choosing between …"."""
        return self.matter.about.split(" ")[0].lower() in _CHOOSING

    @property
    def only_asked(self) -> bool:
        """Whether the topic is itself the question to be asked, so that no title need say it too."""
        return bool(self.matter.asked) and all(map(is_blank, self.brief.questions))

    @property
    def sources(self) -> tuple[str, ...]:
        """The fields the main matter rests on."""
        return tuple(f for f in ("topic", "questions", "goals") if getattr(self.brief, f))

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The mentee's own questions, each fit to be asked aloud, in their order."""
        found = self._questions[:MOST_QUESTIONS]
        texts = [a.direct or self._as_question(a.clause) for a in found]
        if not texts and self.matter.asked:
            texts = [self.matter.asked]  # the topic is the question
        return tuple(Question(text, own=True) for text in texts)

    @cached_property
    def _questions(self) -> list[Asked]:
        """What the mentee asks, one question after another: whom a "he" means depends on the ones before."""
        said = " ".join(self.brief.questions)
        every = self.voice
        if _THEM.search(said):
            every = with_others(self.voice, said, f"{self.brief.topic} {said}")
        found: list[Asked] = []
        before = self.brief.topic
        for text in self.brief.questions:
            voice = beside_mine(every, text, f"{before} {_up_to_pronoun(text)}")
            alone = self.brief.model_copy(update={"questions": [text]})
            fresh = (
                asked
                for asked in questions_of(alone, voice)
                if all(overlap(asked.text, other.text) < SAME for other in found)
            )
            found += fresh
            before = f"{before} {text}"
        return found

    def _as_question(self, clause: str) -> str:
        """An indirect question as one to ask aloud."""
        if clause.startswith("this:"):
            return self.say("part.main.this", x=clause.removeprefix("this:").strip())
        if clause.lower().startswith("how to "):
            gerund = matter_from(clause[4:], self.voice).about
            return self.say("part.main.go-about", x=gerund)
        if _OPENS_DIRECT.match(clause):
            return as_question(clause)
        view = self.say("part.main.view", x=clause.removeprefix("about "))
        return direct(clause, self.voice) or view

    @cached_property
    def fitted(self) -> tuple[Question, ...]:
        """Questions for this person, the closest fit first."""
        about = "" if self.from_goal else self.matter.about
        found = fitted_questions(self.brief, self.words, self.wording, about)
        return tuple(Question(text) for text in found)

    # ------------------------------------------------------------------ last time
    @cached_property
    def advice(self) -> tuple[str, ...]:
        """Each piece of advice as "You suggested that I …", in their order; at most six."""
        given = [self._advised(text) for text in self.words.given(self.brief.last_advice)]
        return tuple(dict.fromkeys(given))[:6]

    def _advised(self, text: str) -> str:
        advice = advice_of(self.words.beginning(text), self.voice, limit=24)
        if advice.clause:
            return advice.as_sentence().rstrip(".")
        return self.say("part.advice.plain", x=self.words.quoted(SAID.sub("", text), 24))

    @cached_property
    def told(self) -> tuple[str, ...]:
        """What the history tells of advice and what came of it, as whole sentences."""
        found = []
        for entry in self.brief.history[-2:]:
            advice = advice_of(entry.advice, self.voice, limit=24).as_sentence()
            action = action_of(entry.action, self.voice, limit=24)
            result = result_of(entry.result, self.voice, action=entry.action, limit=24)
            if advice:
                found.append(" ".join(part for part in (advice, action, result) if part))
        return tuple(found)

    @property
    def why_aims(self) -> str:
        """What the main part serves, when the mentee's goals are not its title; "" otherwise."""
        if self.from_goal and len(self.goals) > 1:
            return self.say("part.main.also", x="; ".join(self.goals[1:]))
        if not self.goals or self.from_goal or self.kind is MeetingKind.FIRST:
            return ""
        key = "part.main.aims" if len(self.goals) > 1 else "part.main.aim"
        return self.say(key, x="; ".join(self.goals))

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """The open actions; at most six."""
        return tuple(self.words.deed(t) for t in self.words.given(self.brief.open_actions)[:6])

    # ------------------------------------------------------------------ goals, worries, news
    @cached_property
    def goals(self) -> tuple[str, ...]:
        """The goals on one line each, each with "to" or all as typed; at most three."""
        given = self.words.given(self.brief.goals)[:3]
        wishes = [self.words.wish(text) for text in given]
        if all(wishes):
            return tuple(wishes)
        return tuple(uncapitalise(self.words.line(t, 16), self.voice.names) for t in given)

    @cached_property
    def worries(self) -> tuple[str, ...]:
        """The worries in the mentee's words, quoted; at most two, and none about the counterpart."""
        shared = [t for t in self.words.given(self.brief.worries) if not self._about_them(t)]
        return tuple(self.words.quoted(t) for t in shared[:2])

    @cached_property
    def kept_back(self) -> str:
        """The first worry about the counterpart, quoted: they will read this page; "" when there is none."""
        told = [t for t in self.words.given(self.brief.worries) if self._about_them(t)]
        return self.words.quoted(told[0]) if told else ""

    def _about_them(self, text: str) -> bool:
        """Whether a text speaks of the counterpart by a pronoun or by name."""
        plain = tidy(text)
        brief = self.brief
        told = " ".join([brief.topic, *brief.questions, *brief.goals, *brief.updates])
        voice = beside_mine(with_others(self.voice, plain, plain), plain, told)
        return voice.address.to_you(plain) != plain

    @cached_property
    def news(self) -> str:
        """The updates as clauses on one line; "" when there are none."""
        texts = self.words.given(self.brief.updates)[:3]
        return "; ".join(filter(None, (self.words.clause(text) for text in texts)))

    def headline(self, key: str, plain: str, limit: int = 14) -> str:
        """The title of the main part: ``key`` with the matter, or else ``plain``."""
        weighed = self.matter.about.startswith("whether ")
        about = self.words.shortened(self.matter.about, limit + 10 if weighed else limit)
        if about:
            named = key and ":" not in about
            return capitalise(self.say(key, x=about)) if named else capitalise(about)
        if self.only_asked:
            return self.say(f"{key}.plain" if key == "part.decision" else QUESTION)
        said = self.matter.statement or self.matter.asked
        quoted = self.words.quoted(said, limit) if said else ""
        return self.say(plain, x=quoted) if quoted or plain != STATEMENT else self.say(QUESTIONS)


def _up_to_pronoun(text: str) -> str:
    """What a text says before its first "she" or "he"."""
    found = THIRD.search(text)
    return text[: found.start()] if found else text

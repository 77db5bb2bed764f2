"""Plans a meeting: timed items, most important first, with what was promised last time in view."""

from coach.domain.brief import AgendaBrief
from coach.domain.results import AgendaDraft, AgendaItem
from coach.domain.vocabulary import Relationship, Style
from coach.writing.fragment import Form
from coach.writing.greeting import call_name, reader_name
from coach.writing.inversion import direct
from coach.writing.matter import Matter, matter_from
from coach.writing.questions import questions_of
from coach.writing.text import capitalise, condense, is_blank, uncapitalise
from coach.writing.timetable import Slot, capped, merge_to_fit, share_minutes
from coach.writing.voice import SAID, Voice
from coach.writing.wording import Wording

DEFAULT_MINUTES = 30


def write_agenda(brief: AgendaBrief, voice: Voice, wording: Wording) -> AgendaDraft:
    """The agenda of one meeting; its minutes add up to the meeting's."""
    plan = _Plan(brief, voice, wording)
    minutes = brief.meeting.minutes or DEFAULT_MINUTES
    slots = merge_to_fit(plan.slots(), minutes)
    times = capped(slots, share_minutes([slot.weight for slot in slots], minutes), minutes)
    items = tuple(
        AgendaItem.model_validate(
            {
                "minutes": time,
                "title": slot.title,
                "why": slot.why,
                "questions": slot.questions,
                "from": slot.sources,
            }
        )
        for slot, time in zip(slots, times, strict=True)
    )
    return AgendaDraft(
        style=brief.style,
        title=plan.title(),
        purpose=plan.purpose(),
        minutes=minutes,
        items=items,
        prepare=plan.prepare(),
    )


class _Plan:
    """Words the items of one agenda."""

    def __init__(self, brief: AgendaBrief, voice: Voice, wording: Wording) -> None:
        self._brief = brief
        self._voice = voice
        self._wording = wording
        self._name = call_name(reader_name(brief), brief.tone, voice.lexicon)
        self._first = (brief.meeting.number or (2 if self._has_past() else 1)) == 1
        self._coaching = brief.style is Style.COACH
        self._matter = self._main_matter()

    def _has_past(self) -> bool:
        brief = self._brief
        return bool(brief.open_actions or brief.last_advice or brief.updates or brief.history)

    def _main_matter(self) -> Matter:
        for text in (self._brief.topic, *self._brief.goals):
            if not is_blank(text):
                return matter_from(text, self._voice)
        return Matter()

    def _say(self, key: str, **slots: str) -> str:
        return self._wording.choose(key, self._brief, 0, name=self._name, **slots)

    def title(self) -> str:
        """Which meeting with whom."""
        if self._first:
            return self._say("title.first")
        number = self._brief.meeting.number
        return (
            self._say("title.numbered", number=str(number))
            if number
            else self._say("title.regular")
        )

    def purpose(self) -> str:
        """What the meeting is for, in one sentence."""
        matter = self._matter
        if matter.about:
            key = "purpose.indirect" if self._indirect(matter.about) else "purpose.topic"
            return self._say(key, x=matter.about)
        if matter.statement or matter.asked:
            return self._say("purpose.statement", x=matter.statement or matter.asked)
        asked = questions_of(self._brief, self._voice)
        if asked:
            return self._say(
                "purpose.questions", x=asked[0].direct or self._voice.sentence(asked[0].clause)
            )
        return self._say("purpose.follow-up")

    def slots(self) -> list[Slot]:
        """Every item, most important first."""
        found = []
        if self._first:
            found.append(Slot(self._say("item.opening"), self._why("opening"), 1.0, 3))
        main = self._main()
        found += [main] if main else []
        found += self._follow_through()
        found += [slot for slot in (self._worries(), self._updates()) if slot]
        if self._first:
            found.append(self._agreement())
        found.append(self._next())
        return found

    def _main(self) -> Slot | None:
        asked = questions_of(self._brief, self._voice)
        matter = self._matter
        sources = tuple(
            name for name in ("topic", "questions", "goals") if getattr(self._brief, name)
        )
        questions = tuple(a.direct or self._as_question(a.clause) for a in asked)
        if not (matter.given or questions):
            return None
        title = self._say("item.questions")
        if matter.about:
            title = capitalise(condense(matter.about, 14))
        elif matter.statement or matter.asked:
            title = condense((matter.statement or matter.asked).rstrip("."), 16)
        return Slot(
            title,
            self._aims() or self._why("topic"),
            5.0,
            0,
            questions or (self._open_question(),),
            sources,
        )

    def _aims(self) -> str:
        """The mentee's goals for the meeting, when the title does not say them already."""
        goals = [self._plain(goal) for goal in self._brief.goals if not is_blank(goal)]
        if is_blank(self._brief.topic):
            goals = goals[1:]
        return self._say("item.topic.aims", x="; ".join(goals[:3])) if goals else ""

    def _open_question(self) -> str:
        about = self._matter.about
        if not about:
            return self._say("question.open.plain")
        if self._brief.relationship is Relationship.COACH and not self._indirect(about):
            return self._say("question.coach.topic", x=about)
        key = "question.open.indirect" if self._indirect(about) else "question.open.topic"
        return self._say(key, x=about)

    def _as_question(self, clause: str) -> str:
        """An indirect question as one to ask aloud."""
        if clause.startswith("this:"):
            return f"{capitalise(clause)}?"
        if clause.lower().startswith("how to "):
            gerund = matter_from(clause[4:], self._voice).about
            return self._say("question.go-about", x=gerund)
        view = self._say("question.view", x=clause.removeprefix("about "))
        return direct(clause, self._voice) or view

    def _follow_through(self) -> list[Slot]:
        """Advice and open actions, each quoted in the mentee's own words."""
        advice = [self._plain(text) for text in self._brief.last_advice if not is_blank(text)]
        advice += [self._plain(e.advice) for e in self._brief.history if not is_blank(e.advice)]
        actions = [self._plain(text) for text in self._brief.open_actions if not is_blank(text)]
        found = []
        if advice:
            questions = tuple(self._advice_question(text) for text in advice[:3])
            found.append(
                Slot(
                    self._say("item.advice"),
                    self._why("advice"),
                    2.0,
                    1,
                    questions,
                    ("last_advice",),
                )
            )
        if actions:
            questions = tuple(self._say("question.action", x=text) for text in actions[:4])
            found.append(
                Slot(
                    self._say("item.actions"),
                    self._why("actions"),
                    1.6,
                    1,
                    questions,
                    ("open_actions",),
                )
            )
        return found

    def _worries(self) -> Slot | None:
        return self._list_slot("worries", "worry", 1.6, 2)

    def _updates(self) -> Slot | None:
        return self._list_slot("updates", "update", 1.2, 2)

    def _list_slot(self, field: str, key: str, weight: float, keep: int) -> Slot | None:
        texts = [self._plain(text) for text in getattr(self._brief, field) if not is_blank(text)]
        if not texts:
            return None
        said = "; ".join(self._as_clause(condense(text, 14)) for text in texts[:3])
        title = self._say(f"item.{field}", x=said)
        question = self._say(f"question.{key}")
        return Slot(title, self._why(field), weight, keep, (question,), (field,))

    def _advice_question(self, text: str) -> str:
        """Take up a piece of advice in the words noted, without "she said"."""
        text = SAID.sub("", text)
        if self._voice.forms.of(text).form in (Form.BASE, Form.INFINITIVE):
            return self._say("question.advice-to", x=text.removeprefix("to "))
        return self._say("question.advice", x=text)

    def _as_clause(self, text: str) -> str:
        """Supply "I" where a note lacks its subject: "shadowed Tom" -> "I shadowed Tom"."""
        text = uncapitalise(text, self._voice.names)
        form = self._voice.forms.of(text).form
        return (
            f"I {text}" if form is Form.PAST else f"I am {text}" if form is Form.ADJECTIVE else text
        )

    def _agreement(self) -> Slot:
        parts = ("", ".frequency", ".confidential", ".goals", ".exit")
        questions = tuple(self._say(f"question.agreement{part}") for part in parts)
        return Slot(self._say("item.agreement"), self._why("agreement"), 3.0, 1, questions)

    def _next(self) -> Slot:
        return Slot(
            self._say("item.next"), self._why("next"), 1.2, 0, (self._say("question.next"),)
        )

    def _why(self, item: str) -> str:
        return self._say(f"item.{item}.why")

    def _plain(self, text: str) -> str:
        """The mentee's text on one line, without the final stop, not addressed to anybody."""
        found = [fragment.text for fragment in self._voice.fragments(text)]
        return condense("; ".join(found), 24) or text

    def _indirect(self, text: str) -> bool:
        return self._voice.forms.of(text).form is Form.INDIRECT

    def prepare(self) -> tuple[str, ...]:
        """What to do, or in coach style to ask oneself, before the meeting."""
        if self._coaching:
            keys = (
                ["coach.outcome", "coach.question"] if self._brief.questions else ["coach.outcome"]
            )
            return tuple(self._say(f"prepare.{key}") for key in keys)
        keys = ["question"] if len(self._brief.questions) > 1 else ["read"]
        keys += ["advice"] if self._brief.last_advice else []
        keys += ["actions"] if self._brief.open_actions else []
        return tuple(self._say(f"prepare.{key}") for key in [*keys, "send"])

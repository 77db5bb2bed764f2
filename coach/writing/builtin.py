"""The built-in writer: works at once, offline, with no key; the floor under every model."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from coach.domain.brief import AgendaBrief, HistoryEntry, OutreachBrief, ReflectionBrief
from coach.domain.card import Card
from coach.domain.kinds import load_kind_words
from coach.domain.results import AgendaDraft, Answer, OutreachDraft, ReflectionDraft
from coach.domain.vocabulary import Channel, Purpose, Style
from coach.errors import InputError
from coach.writing.agenda import write_agenda
from coach.writing.answer import Closeness, advise, ask_back
from coach.writing.gaps import outreach_gaps
from coach.writing.greeting import is_programme
from coach.writing.lexicon import load_lexicon
from coach.writing.material import Material
from coach.writing.missing import question_for
from coach.writing.moves import FIRST_MOVES
from coach.writing.moves_asking import ASKING_MOVES
from coach.writing.moves_known import KNOWN_MOVES
from coach.writing.moves_no import NO_MOVES
from coach.writing.moves_onward import ONWARD_MOVES
from coach.writing.moves_past import PAST_MOVES
from coach.writing.moves_programme import PROGRAMME_MOVES
from coach.writing.moves_results import RESULT_MOVES
from coach.writing.moves_waiting import WAITING_MOVES
from coach.writing.note import fit_note, write_note
from coach.writing.outreach import Message, facts_left_out, left_out, write_message
from coach.writing.plan_gaps import agenda_gaps, reflection_gaps
from coach.writing.plans import Plan, load_plans
from coach.writing.reflection import write_reflection
from coach.writing.subject import subject_line
from coach.writing.text import tidy
from coach.writing.unanswered import load_post, refuse_too_many
from coach.writing.voice import voice_for
from coach.writing.wording import load_wording

TALKED = frozenset({Purpose.FIRST_CONTACT, Purpose.FOLLOW_UP, Purpose.RECONNECT})
"""Purposes after which there is a talk, for which a question can be kept."""
TELLS_FACTS = frozenset({Purpose.FIRST_CONTACT, Purpose.SPONSOR_ASK, Purpose.PROGRAMME_APPLICATION})
"""Purposes for which a fact that found no room may be the one that matters."""
MOVES = {
    **FIRST_MOVES,
    **PAST_MOVES,
    **KNOWN_MOVES,
    **RESULT_MOVES,
    **WAITING_MOVES,
    **NO_MOVES,
    **ASKING_MOVES,
    **PROGRAMME_MOVES,
    **ONWARD_MOVES,
}
"""Every move a plan may name."""


class BuiltInWriter:
    """Plans moves, chooses wording from ``knowledge/wording`` and joins the mentee's own words.

    Raises:
        KnowledgeError: when a wording file is missing or wrong.
    """

    name = "built-in"

    def __init__(self, knowledge: Path) -> None:
        self._knowledge = knowledge

    def outreach(
        self, brief: OutreachBrief, variant: int = 0, *, today: datetime.date | None = None
    ) -> OutreachDraft:
        """Write a message.

        Args:
            brief: what the mentee told us.
            variant: direct, story or question first; it wraps around.
            today: the day from which a follow-up counts the days waited.

        Raises:
            InputError: for a channel on which such a message makes no sense, and for a follow-up
                that comes too soon or once too often.
        """
        plan = load_plans(self._knowledge)[brief.purpose]
        _refuse_channel(brief, plan)
        material = self._material(brief, variant, today or datetime.date.today())
        message = _message(material, plan)
        asked = outreach_gaps(material, load_wording(self._knowledge, "gaps"))
        if left_out(material, message):
            gaps = load_wording(self._knowledge, "gaps")
            called = material.reader
            reader = f"the {called}" if is_programme(called) else called
            key = "questions-left" if brief.purpose in TALKED else "questions-later"
            asked = (*asked, gaps.choose(key, brief, name=reader))
        untold = facts_left_out(material, message) if brief.purpose in TELLS_FACTS else []
        if untold:
            gaps = load_wording(self._knowledge, "gaps")
            key = "facts-left" if len(untold) == 1 else "facts-left.several"
            shown = "”, “".join(tidy(text) for text in untold[:3])
            called = material.reader
            reader = f"the {called}" if is_programme(called) else called
            asked = (*asked, gaps.choose(key, brief, name=reader, x=shown))
        return OutreachDraft(
            subject=subject_line(material),
            body=message.body(),
            style=brief.style,
            sentences=message.sentences(),
            questions=asked,
        )

    def question_for(self, check: str, brief: OutreachBrief) -> str:
        """The question that would mend a failed check; see :mod:`coach.writing.missing`."""
        gaps = load_wording(self._knowledge, "gaps")
        return question_for(check, brief, load_lexicon(self._knowledge), gaps)

    def _material(self, brief: OutreachBrief, variant: int, today: datetime.date) -> Material:
        lexicon = load_lexicon(self._knowledge)
        wording = load_wording(self._knowledge, "outreach")
        sent: tuple[HistoryEntry, ...] = ()
        if brief.purpose is Purpose.FOLLOW_UP:
            sent = tuple(load_post(self._knowledge).unanswered(brief.history))
            refuse_too_many(sent, today)
        return Material(
            brief, voice_for(brief, lexicon), wording, variant=variant, today=today, sent=sent
        )

    def agenda(self, brief: AgendaBrief) -> AgendaDraft:
        """Plan a meeting."""
        lexicon = load_lexicon(self._knowledge)
        draft = write_agenda(
            brief,
            voice_for(brief, lexicon),
            load_wording(self._knowledge, "agenda"),
            self._knowledge,
        )
        words = load_kind_words(self._knowledge)
        gaps = agenda_gaps(brief, lexicon, load_wording(self._knowledge, "gaps"), words)
        return draft.model_copy(update={"questions": gaps})

    def reflection(self, brief: ReflectionBrief) -> ReflectionDraft:
        """Choose reflection questions."""
        lexicon = load_lexicon(self._knowledge)
        draft = write_reflection(
            brief,
            voice_for(brief, lexicon),
            load_wording(self._knowledge, "reflection"),
            self._knowledge,
        )
        words = load_kind_words(self._knowledge)
        gaps = reflection_gaps(brief, lexicon, load_wording(self._knowledge, "gaps"), words)
        return draft.model_copy(update={"questions": gaps})

    def answer(self, cards: Sequence[Card], style: Style, near: Closeness) -> Answer:
        """Answer from cards, best first; see :mod:`coach.writing.answer`."""
        wording = load_wording(self._knowledge, "ask")
        composed = ask_back(cards, near) if style is Style.COACH else advise(cards, wording)
        return Answer(
            style=style,
            answered=True,
            answer=composed.answer,
            questions=composed.questions,
            citations=composed.citations,
        )

    def elsewhere(self, made: str) -> str:
        """Say where a text of this kind is made: ``message``, ``agenda``, ``reflection``, …"""
        return load_wording(self._knowledge, "ask").say(f"elsewhere.{made}")

    def no_answer(self, beyond: str, *, own: bool) -> str:
        """Say that the guidance has nothing, naming the subject if it is known."""
        wording = load_wording(self._knowledge, "ask")
        if own:
            return wording.say("none.own")
        return wording.say("none.beyond", x=beyond) if beyond else wording.say("none")


def _refuse_channel(brief: OutreachBrief, plan: Plan) -> None:
    if brief.channel not in plan.channels:
        raise InputError(
            f"channel: a {brief.purpose} message does not fit a {brief.channel}",
            f"Use channel: {' or '.join(plan.channels)}.",
        )


def _message(material: Material, plan: Plan) -> Message:
    if material.brief.channel is not Channel.LINKEDIN_NOTE:
        return write_message(material, plan, MOVES)
    if material.brief.purpose is Purpose.FIRST_CONTACT:
        return write_note(material.brief, material.voice, material.wording, material.variant)
    return fit_note(material, plan, MOVES)

"""The built-in writer: works at once, offline, with no key; the floor under every model."""

from pathlib import Path

from coach.domain.brief import AgendaBrief, OutreachBrief, ReflectionBrief
from coach.domain.results import AgendaDraft, OutreachDraft, ReflectionDraft
from coach.domain.vocabulary import Channel, Purpose
from coach.errors import InputError
from coach.writing.agenda import write_agenda
from coach.writing.gaps import agenda_gaps, outreach_gaps, reflection_gaps
from coach.writing.lexicon import load_lexicon
from coach.writing.note import write_note
from coach.writing.outreach import left_out, write_message
from coach.writing.reflection import write_reflection
from coach.writing.subject import subject_line
from coach.writing.voice import voice_for
from coach.writing.wording import load_wording

WRITTEN = (Purpose.FIRST_CONTACT,)
"""The purposes this writer has wording for."""


class BuiltInWriter:
    """Plans moves, chooses wording from ``knowledge/wording`` and joins the mentee's own words.

    Raises:
        KnowledgeError: when a wording file is missing or wrong.
    """

    name = "built-in"

    def __init__(self, knowledge: Path) -> None:
        self._knowledge = knowledge

    def outreach(self, brief: OutreachBrief, variant: int = 0) -> OutreachDraft:
        """Write a message.

        Raises:
            InputError: for a purpose this writer has no wording for.
        """
        if brief.purpose not in WRITTEN:
            raise InputError(
                f"purpose: this version writes {', '.join(WRITTEN)} messages, not {brief.purpose}",
                "Write it yourself and check it with `coach review`, or use purpose: first-contact.",
            )
        lexicon = load_lexicon(self._knowledge)
        wording = load_wording(self._knowledge, "outreach")
        voice = voice_for(brief, lexicon)
        write = write_note if brief.channel is Channel.LINKEDIN_NOTE else write_message
        message = write(brief, voice, wording, variant)
        gaps = load_wording(self._knowledge, "gaps")
        asked = outreach_gaps(brief, lexicon, gaps)
        if left_out(brief, voice, message):
            asked = (*asked, gaps.choose("questions-left", brief))
        return OutreachDraft(
            subject=subject_line(brief, voice, wording, variant),
            body=message.body(),
            style=brief.style,
            sentences=message.sentences(),
            questions=asked,
        )

    def agenda(self, brief: AgendaBrief) -> AgendaDraft:
        """Plan a meeting."""
        lexicon = load_lexicon(self._knowledge)
        draft = write_agenda(
            brief, voice_for(brief, lexicon), load_wording(self._knowledge, "agenda")
        )
        gaps = agenda_gaps(brief, lexicon, load_wording(self._knowledge, "gaps"))
        return draft.model_copy(update={"questions": gaps})

    def reflection(self, brief: ReflectionBrief) -> ReflectionDraft:
        """Choose reflection questions."""
        lexicon = load_lexicon(self._knowledge)
        draft = write_reflection(
            brief, voice_for(brief, lexicon), load_wording(self._knowledge, "reflection")
        )
        gaps = reflection_gaps(brief, lexicon, load_wording(self._knowledge, "gaps"))
        return draft.model_copy(update={"questions": gaps})

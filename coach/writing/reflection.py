"""Chooses reflection questions in three stages, built on the mentee's own notes.

What happened, so what, now what: the three-stage frame of Rolfe, Freshwater and Jasper (2001),
after Borton (1970). Prompts quote the notes word for word, so nothing is put into anybody's mouth.
"""

import re

from coach.domain.brief import ReflectionBrief
from coach.domain.results import ReflectionDraft, ReflectionSection
from coach.domain.vocabulary import Style
from coach.writing.fragment import Form
from coach.writing.greeting import call_name, reader_name
from coach.writing.matter import matter_of
from coach.writing.text import bare, condense, is_blank, sentences, tidy, word_count
from coach.writing.voice import SAID, Voice
from coach.writing.wording import Wording

LONGEST_QUOTE = 22
_PROMISE = re.compile(
    r"^(?:i(?:'ll| will| would| said i would| am going to|'m going to)|to|will)\s+", re.I
)


def write_reflection(brief: ReflectionBrief, voice: Voice, wording: Wording) -> ReflectionDraft:
    """Two or three prompts a stage and, in mentor style, one piece of advice with its reason."""
    plan = _Plan(brief, voice, wording)
    advises = brief.style is Style.MENTOR
    sections = (
        ReflectionSection(stage="what", prompts=plan.what(), advice=plan.advice("what", advises)),
        ReflectionSection(
            stage="so-what", prompts=plan.so_what(), advice=plan.advice("so-what", advises)
        ),
        ReflectionSection(
            stage="now-what", prompts=plan.now_what(), advice=plan.advice("now-what", advises)
        ),
    )
    return ReflectionDraft(style=brief.style, sections=sections)


class _Plan:
    """Words the prompts of one reflection."""

    def __init__(self, brief: ReflectionBrief, voice: Voice, wording: Wording) -> None:
        self._brief = brief
        self._voice = voice
        self._wording = wording
        self._name = call_name(reader_name(brief), brief.tone, voice.lexicon)

    def _say(self, key: str, variant: int = 0, **slots: str) -> str:
        return self._wording.choose(key, self._brief, variant, name=self._name, **slots)

    def what(self) -> tuple[str, ...]:
        """What happened."""
        notes = self._quotes(self._brief.notes)
        prompts = [self._say("what.note", x=notes[0])] if notes else []
        prompts += [self._say("what.note-more", x=note) for note in notes[1:2]]
        if not prompts:
            matter = matter_of(self._brief, self._voice, limit=14)
            about = matter.about and self._voice.forms.of(matter.about).form is not Form.INDIRECT
            prompts = [
                self._say("what.topic", x=matter.about) if about else self._say("what.plain")
            ]
        return (*prompts, self._say("what.surprise"))

    def so_what(self) -> tuple[str, ...]:
        """What it means."""
        prompts = [
            self._say("so-what.advice", index, x=text)
            for index, text in enumerate(self._advice()[:2])
        ]
        feelings = self._quotes(self._brief.feelings)
        prompts += [self._say("so-what.feeling", x=text) for text in feelings[:1]]
        if not prompts:
            notes = self._quotes(self._brief.notes)
            prompts = [
                self._say("so-what.note", x=notes[-1]) if notes else self._say("so-what.plain")
            ]
        return (*prompts[:3], self._say("so-what.unsure"))

    def now_what(self) -> tuple[str, ...]:
        """What to do."""
        prompts = []
        for index, text in enumerate(self._quotes(self._brief.commitments)[:2]):
            promise = _PROMISE.sub("", text)
            form = self._voice.forms.of(promise[:1].lower() + promise[1:]).form
            plain = form is not Form.BASE
            key = "now-what.commitment-plain" if plain else "now-what.commitment"
            prompts.append(self._say(key, index, x=promise))
        return (*(prompts or [self._say("now-what.step")]), self._say("now-what.tell"))

    def advice(self, stage: str, advises: bool) -> tuple[str, ...]:
        """One piece of advice for the stage; none in coach style."""
        if not advises:
            return ()
        key = f"advice.{stage}"
        if stage == "so-what" and self._brief.feelings and not self._brief.advice_received:
            key += "-feeling"
        if stage == "now-what" and self._brief.commitments:
            return (self._say(key), self._say("advice.now-what-tell"))
        return (self._say(key),)

    def _advice(self) -> list[str]:
        """Each piece of advice in its first sentence, without "she said I should"."""
        entries = [self._quotes([text])[:1] for text in self._brief.advice_received]
        return [SAID.sub("", quote) for quotes in entries for quote in quotes]

    def _quotes(self, texts: list[str]) -> list[str]:
        """The mentee's words, one sentence each, short enough to quote, unchanged otherwise."""
        found = []
        for text in texts:
            if is_blank(text):
                continue
            for part in sentences(tidy(text)):
                quote = condense(bare(part), LONGEST_QUOTE).rstrip("?")
                quote = quote.replace("“", "‘").replace("”", "’")
                if word_count(quote) > LONGEST_QUOTE + 8:
                    quote = " ".join(quote.split()[:LONGEST_QUOTE]) + " …"
                found.append(quote)
        return found

"""One look back: its kind, and the mentee's own words ready to be asked about."""

import re
from dataclasses import dataclass
from functools import cached_property

from coach.domain.brief import ReflectionBrief
from coach.domain.kinds import KindWords, LookBack
from coach.writing.fragment import Form
from coach.writing.greeting import call_name, reader_name
from coach.writing.matter import matter_of
from coach.writing.notes_read import Note, notes_of, pieces_of, quote
from coach.writing.text import is_blank, uncapitalise, word_count
from coach.writing.voice import SAID, Voice
from coach.writing.wording import Wording

_PROMISE = re.compile(
    r"^(?:i(?:['’]ll| will| would| said (?:that )?i would| promised to| agreed to| need to| have to| want to| plan to|"
    r" am going to|['’]m going to)|to|will)\s+",
    re.I,
)
_FELT = re.compile(r"^(?:i (?:felt|feel|was|am|left)(?: feeling)?|i['’]m|felt|feeling)\s+", re.I)
_NOT_A_TOPIC = re.compile(r"\b(?:no reply|answer|silence|reply|replied|heard)\b", re.I)


@dataclass(frozen=True, eq=False)
class LookingBack:
    """What the stages of one reflection draw on."""

    brief: ReflectionBrief
    voice: Voice
    wording: Wording
    words: KindWords
    kind: LookBack

    def say(self, key: str, variant: int = 0, **slots: str) -> str:
        """The phrase for ``key``."""
        return self.wording.choose(key, self.brief, variant, name=self.name, **slots)

    @cached_property
    def name(self) -> str:
        """The counterpart as spoken of."""
        return call_name(reader_name(self.brief), self.brief.tone, self.voice.lexicon)

    @cached_property
    def about(self) -> str:
        """The topic as it follows "about" and "with"; "" when it is no short noun or gerund."""
        matter = matter_of(self.brief, self.voice, limit=14)
        form = self.voice.forms.of(matter.about).form if matter.about else Form.BLANK
        told = self.words.says("unanswered", [self.brief.topic]) or _NOT_A_TOPIC.search(matter.about)
        fits = form in (Form.NOUN, Form.GERUND) and word_count(matter.about) <= 14 and not told
        return matter.about if fits else ""

    @cached_property
    def telling(self) -> list[Note]:
        """The notes worth a question, most worth first, the first two in the order they were written."""
        topic = self.brief.topic
        found = notes_of(self.brief.notes, self.voice, self.words, topic, self.name)
        kept = [note for note in found if note.worth > 0] or found[:1]
        return [*sorted(kept[:2], key=lambda note: note.place), *kept[2:]]

    @cached_property
    def advised(self) -> list[str]:
        """A prompt on each piece of advice, the ones that bear on what was promised first."""
        prompts = []
        promised = " ".join(self.brief.commitments)
        texts = [text for text in self.brief.advice_received if not is_blank(text)]
        pieces = [pieces_of([text], self.voice)[:1] for text in texts]
        flat = [piece for found in pieces for piece in found]
        stems = [sum(word in promised.lower() for word in p.lower().split()) for p in flat]
        ranked = sorted(range(len(flat)), key=lambda i: (-min(stems[i], 3) // 3, i))
        for variant, index in enumerate(ranked[:2]):
            plain = flat[index]
            others = self.words.says("others-said", [plain], self.name)
            said = plain if others else self._advice(plain)
            key = "so-what.advice-noted" if others else "so-what.advice"
            prompts.append(self.say(key, variant, x=quote(said)))
        return prompts

    def _advice(self, text: str) -> str:
        """Advice without "she said I should"."""
        named = re.sub(rf"^{re.escape(self.name)}\b", "she", text)
        stripped = re.sub(r"^(?:she|he|they) said[:,]?\s+", "", SAID.sub("", named), flags=re.I)
        return stripped.removeprefix("to ") if stripped != named else text.removeprefix("to ")

    @cached_property
    def feelings(self) -> list[str]:
        """A prompt on each feeling."""
        return [self._feeling(piece) for piece in self._felt]

    @cached_property
    def _felt(self) -> list[str]:
        return pieces_of(self.brief.feelings, self.voice)

    def _feeling(self, piece: str) -> str:
        stripped = _FELT.sub("", piece)
        said = uncapitalise(stripped, self.voice.names)
        form = self.voice.forms.of(said).form
        first = said.split()[0].lower().strip(",") if said.split() else ""
        adjectival = form in (Form.ADJECTIVE, Form.PAST) or stripped != piece
        known = self.words.says("feeling-bad", [first]) or self.words.says("feeling-good", [first])
        if (adjectival or known) and form not in (Form.FIRST, Form.CLAUSE):
            return self.say("so-what.felt", x=quote(said))
        return self.say("so-what.feeling", x=quote(piece))

    @cached_property
    def mixed(self) -> list[str]:
        """A prompt on two things the mentee wrote that pull apart: "great talk" and "I feel awful"."""
        told = [*pieces_of(self.brief.notes, self.voice)[:12], *self._felt]
        good = [piece for piece in told if self._leans(piece) > 0]
        bad = [piece for piece in self._felt if self._leans(piece) < 0]
        if not good or not bad:
            return []
        both_felt = {good[-1], bad[0]} <= set(self._felt) and " i " not in f" {good[-1]} {bad[0]} ".lower()
        key = "so-what.mixed-felt" if both_felt else "so-what.mixed"
        return [self.say(key, x=quote(good[-1]), y=quote(bad[0]))]

    def _leans(self, piece: str) -> int:
        """1 for a good feeling, -1 for a bad one, 0 for neither or both in one breath."""
        felt = piece in self._felt or re.search(r"\bi (?:was|felt|feel|am|left)\b|\btalk\b", piece, re.I)
        bad = self.words.says("feeling-bad", [piece]) or self.words.says("not-good", [piece])
        good = self.words.says("feeling-good", [piece]) and not self.words.says("not-good", [piece])
        return (int(good) - int(bad)) if felt else 0

    @cached_property
    def promised(self) -> list[str]:
        """A prompt on each next step, in the words it was noted in."""
        return [self._promise(piece, index) for index, piece in enumerate(self._promises[:2])]

    @cached_property
    def _promises(self) -> list[str]:
        """One step a commitment: its first sentence, those with a day before those without."""
        texts = [text for text in self.brief.commitments if not is_blank(text)]
        return [piece for text in texts for piece in pieces_of([text], self.voice)[:1]]

    @property
    def first_promise(self) -> str:
        """The mentee's own first step, quoted; "" when there is none that is a deed."""
        for piece in self._promises:
            if not self.words.says("theirs", [piece], self.name):
                plain = _PROMISE.sub("", piece)
                base = self.voice.forms.of(uncapitalise(plain, self.voice.names)).form is Form.BASE
                return quote(uncapitalise(plain, self.voice.names)) if base else ""
        return ""

    def _promise(self, piece: str, variant: int) -> str:
        if self.words.says("theirs", [piece], self.name):
            return self.say("now-what.theirs", x=quote(piece))
        plain = _PROMISE.sub("", piece)
        said = uncapitalise(plain, self.voice.names)
        verb = self.voice.forms.of(said).form is Form.BASE or plain != piece
        if not verb:
            return self.say("now-what.commitment-plain", variant, x=quote(said))
        dated = self.words.says("dated", [piece])
        return self.say(f"now-what.commitment{'-dated' if dated else ''}", variant, x=quote(said))

    @property
    def dated(self) -> bool:
        """Whether the first step has a day already."""
        return self.words.says("dated", self._promises[:1])

    @property
    def disagreed(self) -> bool:
        """Whether the two were of different minds."""
        return self.words.says("disagreed", [self.brief.topic, *self.brief.notes])

    @property
    def own_fault(self) -> bool:
        """Whether it was the mentee who did not keep something."""
        return self.words.says("own-fault", self.brief.notes)

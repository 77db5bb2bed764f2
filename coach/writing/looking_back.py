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
from coach.writing.own_words import DEED_VERBS
from coach.writing.text import is_blank, uncapitalise, word_count
from coach.writing.voice import SAID, Voice
from coach.writing.wording import Wording

_PROMISE = re.compile(
    r"^(?:i(?:['’]ll| will| would| said (?:that )?i would| promised to| agreed to| need to| have to| want to| plan to|"
    r" am going to|['’]m going to)|to|will)\s+",
    re.I,
)
_FELT = re.compile(r"^(?:i (?:felt|feel|was|am|left)(?: feeling)?|i['’]m|felt|feeling)\s+", re.I)
_NOT_A_TOPIC = re.compile(
    r"\b(?:no reply|answer|silence|reply|replied|heard)\b|"
    r"^(?:our|my|the) (?:first|second|third|last|latest|\w+day) (?:chat|talk|meeting|call|session|conversation|coffee)$",
    re.I,
)


TELLS_ENOUGH = 8
"""Words from which a topic tells what happened beside the notes, and does not only name it."""
_RATHER = re.compile(
    r"^(?:a )?(?:bit|little|really|very|so|quite|rather|pretty|kind of|sort of) ", re.I
)
MOST_NAMED = 3
"""Words of a feeling that is named and not explained: "a bit silly"."""


def _sent_once(notes: list[Note]) -> list[Note]:
    """The notes with one of those on what was sent: the one that says most of it."""
    sent = [note for note in notes if note.sort == "sent"]
    kept = max(sent, key=lambda note: word_count(note.text), default=None)
    return [note for note in notes if note.sort != "sent" or note is kept]


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
        told = self.words.says("unanswered", [self.brief.topic]) or _NOT_A_TOPIC.search(
            matter.about
        )
        fits = form in (Form.NOUN, Form.GERUND) and word_count(matter.about) <= 14 and not told
        return matter.about if fits else ""

    @cached_property
    def telling(self) -> list[Note]:
        """The notes worth a question, most worth first, the first two in the order they were written."""
        topic = self.brief.topic
        kept_topic = self._told_as_topic if self.kind is LookBack.HARD else []
        texts = [*kept_topic, *self.brief.notes] if self.brief.notes else self._told_as_topic
        found = notes_of(texts, self.voice, self.words, topic, self.full_name)
        kept = _sent_once([note for note in found if note.worth > 0]) or found[:1]
        return [*sorted(kept[:2], key=lambda note: note.place), *kept[2:]]

    @property
    def _told_as_topic(self) -> list[str]:
        """The topic, when it tells what happened and there are no notes: "she cancelled again"."""
        form = self.voice.forms.of(uncapitalise(self.brief.topic, self.voice.names)).form
        tells = form in (Form.FIRST, Form.PAST)
        if self.kind is LookBack.HARD and self.brief.notes:
            told = (tells or form is Form.CLAUSE) and word_count(self.brief.topic) >= TELLS_ENOUGH
        else:
            told = tells or self.kind in (LookBack.UNANSWERED, LookBack.HARD)
        return [self.brief.topic] if told and not is_blank(self.brief.topic) else []

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
            others = self.words.says("others-said", [plain], self.full_name)
            said = plain if others else self._advice(plain)
            key = "so-what.advice-noted" if others else "so-what.advice"
            prompts.append(self.say(key, variant, x=quote(said)))
        return prompts

    def _advice(self, text: str) -> str:
        """Advice without "she said I should"."""
        parts = sorted({self.name, self.full_name, *self.full_name.split()}, key=len, reverse=True)
        named = re.sub(rf"^(?:{'|'.join(map(re.escape, parts))})(?!\w)", "she", text)
        stripped = re.sub(r"^(?:she|he|they) said[:,]?\s+", "", SAID.sub("", named), flags=re.I)
        return stripped.removeprefix("to ") if stripped != named else text.removeprefix("to ")

    @cached_property
    def feelings(self) -> list[str]:
        """A prompt on each feeling; two that are named in a word or two are asked about at once."""
        first = [(self._as_felt(piece), piece) for piece in self._felt[:2]]
        named = [said for said, _ in first if said and word_count(said) <= MOST_NAMED]
        if len(named) == 2:
            both = self.say("so-what.felt-both", x=quote(named[0]), y=quote(named[1]))
            return [both, *map(self._feeling, self._felt[2:])]
        return [self._feeling(piece) for piece in self._felt]

    @cached_property
    def _felt(self) -> list[str]:
        return pieces_of(self.brief.feelings, self.voice)

    def _feeling(self, piece: str) -> str:
        if said := self._as_felt(piece):
            return self.say("so-what.felt", x=quote(said))
        return self.say("so-what.feeling", x=quote(piece))

    def _as_felt(self, piece: str) -> str:
        """A feeling as it follows "you felt"; "" when it cannot."""
        stripped = _FELT.sub("", piece)
        said = uncapitalise(stripped, self.voice.names)
        plain = _RATHER.sub("", said)
        form = self.voice.forms.of(plain).form
        first = plain.split()[0].lower().strip(",") if plain.split() else ""
        adjectival = form in (Form.ADJECTIVE, Form.PAST) or stripped != piece
        known = self.words.says("feeling-bad", [first]) or self.words.says("feeling-good", [first])
        fits = (adjectival or known) and form not in (Form.FIRST, Form.CLAUSE)
        return said if fits else ""

    @cached_property
    def mixed(self) -> list[str]:
        """A prompt on two things the mentee wrote that pull apart: "great talk" and "I feel awful"."""
        told = [*pieces_of(self.brief.notes, self.voice)[:12], *self._felt]
        good = [piece for piece in told if self._leans(piece) > 0]
        bad = [piece for piece in self._felt if self._leans(piece) < 0]
        if not good or not bad:
            return []
        both_felt = {good[-1], bad[0]} <= set(
            self._felt
        ) and " i " not in f" {good[-1]} {bad[0]} ".lower()
        key = "so-what.mixed-felt" if both_felt else "so-what.mixed"
        return [self.say(key, x=quote(good[-1]), y=quote(bad[0]))]

    def _leans(self, piece: str) -> int:
        """1 for a good feeling, -1 for a bad one, 0 for neither or both in one breath."""
        felt = piece in self._felt or re.search(
            r"\bi (?:was|felt|feel|am|left)\b|\btalk\b", piece, re.I
        )
        bad = self.words.says("feeling-bad", [piece]) or self.words.says("not-good", [piece])
        good = self.words.says("feeling-good", [piece]) and not self.words.says("not-good", [piece])
        return (int(good) - int(bad)) if felt else 0

    @cached_property
    def promised(self) -> list[str]:
        """A prompt on each next step, in the words it was noted in."""
        asked: list[str] = []
        for index, piece in enumerate(self._promises[:2]):
            prompt = self._promise(piece, index)
            again = any(prompt.rpartition(": ")[2] == said.rpartition(": ")[2] for said in asked)
            asked.append(self._promise(piece, index + 1) if again else prompt)
        return asked

    @cached_property
    def _promises(self) -> list[str]:
        """Each next step in its first sentence."""
        texts = [text for text in self.brief.commitments if not is_blank(text)]
        return [piece for text in texts for piece in pieces_of([text], self.voice)[:1]]

    @cached_property
    def _own_step(self) -> str:
        """The mentee's first step of their own; "" when every step is somebody else's."""
        own = (p for p in self._promises if not self.words.says("theirs", [p], self.full_name))
        return next(own, "")

    @property
    def first_promise(self) -> str:
        """The first step as it follows "you would", quoted; "" when it is no deed."""
        said, verb = self._as_deed(self._own_step)
        return quote(said) if verb else ""

    @property
    def dated(self) -> bool:
        """Whether the first step has a day already."""
        return self.words.says("dated", [self._own_step])

    def _as_deed(self, piece: str) -> tuple[str, bool]:
        """A step without "I will", and whether it can follow "you would"."""
        plain = _PROMISE.sub("", piece)
        said = uncapitalise(plain, self.voice.names)
        words = said.lower().split()
        lexicon = self.voice.lexicon
        opens = words[:1] and (words[0] in lexicon.base or words[0] in DEED_VERBS)
        instructs = len(words) > 1 and (opens or lexicon.has("instructions", words[0]))
        form = self.voice.forms.of(said).form if said else Form.BLANK
        return said, plain != piece or form is Form.BASE or bool(instructs)

    def _promise(self, piece: str, variant: int) -> str:
        if self.words.says("theirs", [piece], self.full_name):
            return self.say("now-what.theirs", x=quote(piece))
        said, verb = self._as_deed(piece)
        if not verb:
            return self.say("now-what.commitment-plain", variant, x=quote(said))
        dated = self.words.says("dated", [piece])
        return self.say(f"now-what.commitment{'-dated' if dated else ''}", variant, x=quote(said))

    @cached_property
    def full_name(self) -> str:
        """The counterpart's whole name, by any part of which notes may speak of them."""
        return self.brief.recipient.name

    @cached_property
    def wondered(self) -> list[str]:
        """A prompt on what the mentee asks themselves."""
        given = [text for text in self.brief.questions if not is_blank(text)]
        pieces = pieces_of(given[:1], self.voice)[:1]
        return [self.say("so-what.own-question", x=quote(piece)) for piece in pieces]

    @property
    def criticised(self) -> bool:
        """Whether somebody found fault with the mentee or their work."""
        told = [self.brief.topic, *self.brief.notes]
        return self.words.says("criticised", told, self.full_name)

    @property
    def disagreed(self) -> bool:
        """Whether the two were of different minds."""
        return self.words.says("disagreed", [self.brief.topic, *self.brief.notes])

    @property
    def own_fault(self) -> bool:
        """Whether it was the mentee who did not keep something."""
        return self.words.says("own-fault", self.brief.notes)

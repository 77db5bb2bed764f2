"""One turn as the moves see it: the words, what was said before, and what was found so far."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import Cues, Match
from coach.rehearsal.speech import Exchange, Sentence, Speech, speech, stem

_COMMON = frozenset(
    """a an the i you he she it we they me him her us them my your his its our their this that these
    those there here is am are was were be been being do does did done have has had having can
    could will would shall should may might must not no yes yeah ok okay and or but if then than
    so as at by for from in into of off on onto out over to up with about after before again just
    only also too very really what which who whom whose when where why how all any both each more
    most other some such own same one two i'm i've i'd i'll you're you've you'd you'll it's that's
    he's she's we're we've they're they've there's what's let's don't didn't doesn't isn't wasn't
    can't couldn't won't wouldn't well oh right good like get got go going know think say said
    thing things something anything nothing way make made want see much many little bit lot
    still even ever never always now because thank thanks sorry hm ah ha fine sure back down
    time please tell told ask asked give take come put""".split()
)


@dataclass(frozen=True)
class Found:
    """A move and the span of the turn it stands in.

    ``sure`` is whether a rule found it too, or much speaks for it: only then is it praised or
    answered as such. A wrong word of praise costs more than a missing one. ``beyond`` is how far, in
    logits, a move that no rule found is beyond its level; a rule's own is beyond doubt.
    """

    move: Move
    start: int
    end: int
    sure: bool = True
    beyond: float = math.inf

    @property
    def by_rule(self) -> bool:
        """Whether a rule found it, and so where it stands."""
        return math.isinf(self.beyond)


@dataclass(frozen=True)
class Turn:
    """What the finders of moves work on."""

    said: Speech
    heard: Speech
    earlier: Sequence[Exchange]
    cues: Cues

    @cached_property
    def heard_stems(self) -> frozenset[str]:
        """The stems of what the counterpart stated (not asked) just before."""
        stated = [sentence for sentence in self.heard.sentences if not sentence.asks]
        return content(stated)

    @cached_property
    def asked_stems(self) -> frozenset[str]:
        """The stems of what the counterpart asked just before."""
        return content([sentence for sentence in self.heard.sentences if sentence.asks])

    @cached_property
    def heard_before(self) -> frozenset[str]:
        """The stems of what the counterpart stated one exchange earlier."""
        before = speech(self.earlier[-1].heard).sentences if self.earlier else ()
        return content([one for one in before if not one.asks]) - self.asked_stems

    @cached_property
    def asked(self) -> bool:
        """Whether the counterpart's last or last but one sentence is a question."""
        return any(sentence.asks for sentence in self.heard.sentences[-2:])

    def first(self, *names: str, but: str = "") -> Match | None:
        """The first sentence's match with one of the cues, where ``but`` is not found too."""
        return next(self.matches(*names, but=but), None)

    def matches(self, *names: str, but: str = "") -> Iterator[Match]:
        """A match for each sentence that has one of the cues and not ``but``."""
        for sentence in self.said.sentences:
            if but and self.cues.find(but, sentence) is not None:
                continue
            found = (self.cues.find(name, sentence) for name in names)
            match = next((one for one in found if one is not None), None)
            if match is None:
                bundled = (self.cues.together(name, sentence) for name in names)
                match = next((one for one in bundled if one is not None), None)
            if match is not None:
                yield match

    def has(self, name: str, sentence: Sentence) -> bool:
        """Whether a cue is found in this sentence."""
        found = self.cues.find(name, sentence) or self.cues.together(name, sentence)
        return found is not None

    def heard_cue(self, name: str) -> bool:
        """Whether the counterpart's words hold a cue."""
        return self.cues.said(name, self.heard) is not None


def is_common(word: str) -> bool:
    """Whether a word stands in any talk, whatever it is about."""
    return word in _COMMON


def content(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The stems of the words that carry the sense."""
    return frozenset(
        stem(word.plain)
        for sentence in sentences
        for word in sentence.words
        if word.plain not in _COMMON and len(word.plain) > 1
    )


def content_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry the sense."""
    return content(speech(text).sentences)


def whole(move: Move, sentence: Sentence) -> Found:
    """The move, said by a whole sentence."""
    return Found(move, sentence.start, sentence.end)


def passed_over(turn: Turn) -> Found:
    """A question left lying: it stands in no sentence, so the longest is shown."""
    return whole(Move.IGNORES_QUESTION, max(turn.said.sentences, key=lambda one: len(one.words)))

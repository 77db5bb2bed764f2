"""What the learnt layer goes by in a turn: words, the shape of sentences, and what was said before.

Phrases differ from speaker to speaker; less so the small words, the tense, who is spoken of, where
numbers and days stand, and whether a sentence takes up the counterpart's words or follows a question.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.rehearsal.speech import Sentence, stem
from coach.rehearsal.turn import Found, Turn

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[?,!;:.]|[—–-](?= )")
_DIGITS = re.compile(r"\d+")
_SMALL = frozenset(
    """a an the i you he she it we they me him her us them my your his its our their this that these
    those there here is am are was were be been being do does did done have has had having can
    could will would shall should may might must not no yes yeah ok okay and or but if then than so
    as at by for from in into of off on onto out over to up with about after before again just only
    also too very really what which who whom whose when where why how all any both each more most
    other some such own same i'm i've i'd i'll you're you've you'd you'll it's that's he's she's
    we're we've they're they've there's what's let's don't didn't doesn't isn't wasn't can't
    couldn't won't wouldn't well oh right because though until while since never always ever still
    yet now once sorry thanks thank please something anything nothing somebody anybody nobody
    everything myself yourself ain't""".split()
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday tomorrow tonight today yesterday week
    weeks month months year years day days minute minutes hour hours morning afternoon evening noon
    lunch january february march april june july august september october november december
    christmas easter spring summer autumn winter weekend weekends""".split()
)
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million half dozen""".split()
)
_PAST = frozenset(
    """went said told did made took gave got came saw sent wrote rang read found kept left lost won
    felt thought spoke met built bought brought began broke cut put ran sat stood held heard taught
    grew fell drew threw sold paid set asked tried""".split()
)
_YOU = frozenset("you your you've you're you'd".split())
_ME = frozenset("i my i'm i've i'd i'll we our".split())
_SORRY = frozenset("sorry apologise apologies forgive mortified".split())
_LENGTHS = (3, 6, 10, 15, 25, 40, 60, 80, 95, 120)
_LONG = 4
_MANY = 6


@dataclass(frozen=True)
class Signals:
    """The names of what is there: in each sentence, and in the turn as a whole."""

    sentences: tuple[frozenset[str], ...]
    turn: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every name, once."""
        return self.turn.union(*self.sentences)


def signals(turn: Turn, found: Sequence[Found]) -> Signals:
    """What is there to go by in a turn, with the moves that the rules found in it."""
    told = turn.said.sentences
    each = [frozenset(_sentence(turn, number)) for number in range(len(told))]
    rules = {f"r:{one.move.value}" for one in found}
    return Signals(tuple(each), frozenset(_whole(turn)) | rules)


def _sentence(turn: Turn, number: int) -> Iterator[str]:
    sentence = turn.said.sentences[number]
    words = ["^", *(_DIGITS.sub("0", word) for word in _tokens(sentence.text)), "$"]
    shapes = [_shape(word) for word in words]
    yield from _runs("w", words, (1, 2, 3))
    yield from (f"s:{stem(word)}" for word in words)
    yield from _runs("k", shapes, (2, 3, 4))
    yield from _about(turn, number, words)
    for name in turn.cues.groups:
        if turn.cues.find(name, sentence):
            yield f"c:{name}"
    for name in turn.cues.bundles:
        if turn.cues.together(name, sentence):
            yield f"b:{name}"


def _runs(kind: str, words: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    """Each run of so many words."""
    for size in sizes:
        for at in range(len(words) - size + 1):
            yield f"{kind}:{' '.join(words[at : at + size])}"


def _about(turn: Turn, number: int, words: Sequence[str]) -> Iterator[str]:
    """Where the sentence stands, whom it speaks of, and what of the counterpart's it takes up."""
    sentences = turn.said.sentences
    last = number == len(sentences) - 1
    place = "first" if number == 0 else "last" if last else "mid"
    asked = int(_ends_asking(turn))
    asks = int(sentences[number].asks)
    stated, question = _said(turn.heard.sentences)
    own = _telling([sentences[number].text])
    taken = own & _telling(stated)
    yield from (f"at:{place}", f"at:{place} asked{asked}", f"asks{asks} asked{asked}")
    yield f"stated:{min(2, len(taken))}"
    yield f"stated:{min(1, len(taken))} asked{asked} asks{asks}"
    yield f"asked:{min(2, len(own & _telling(question)))}"
    if turn.earlier:
        yield f"earlier:{min(2, len(own & _telling([turn.earlier[-1].heard])))}"
    if not turn.heard.sentences:
        yield "begins"
    yield f"size:{min(6, int(math.log2(len(words))))}"
    you, me = (int(bool(some & set(words))) for some in (_YOU, _ME))
    yield from (f"me{me} you{you}", f"me{me} you{you} asks{asks}", f"me{me} you{you} asked{asked}")
    yield from _after(turn, words, bool(asked), question)


def _after(turn: Turn, words: Sequence[str], asked: bool, question: Sequence[str]) -> Iterator[str]:
    """How the counterpart's line was built, and how a question and what follows it begin."""
    heard = [word for word in _tokens(turn.heard.text) if word in _SMALL or word == "?"]
    yield from _runs("h", heard, (2,))
    if asked and question:
        opening = _tokens(question[0])[:2]
        yield from (f"q:{opening[0]}", f"q:{' '.join(opening)}")
        yield f"q:{opening[0]} > {words[1]}"


def _whole(turn: Turn) -> Iterator[str]:
    """How long the turn is, how much it asks, and whether a question of the counterpart's is met."""
    sentences = turn.said.sentences
    yield from (f"t:over{length}" for length in _LENGTHS if turn.said.count > length)
    yield f"t:sentences{min(_MANY, len(sentences))}"
    asked = any(one.asks for one in turn.heard.sentences)
    yield from (f"t:asked{int(asked)}", f"t:ends{int(_ends_asking(turn))}")
    yield f"t:asks{min(3, sum(one.asks for one in sentences))}"
    sorry = sum(word.plain in _SORRY for one in sentences for word in one.words)
    yield f"t:sorry{min(3, sorry)}"
    if asked:
        _, question = _said(turn.heard.sentences)
        met = len(_telling([turn.said.text]) & _telling(question))
        only = int(all(one.asks for one in sentences))
        yield from (f"t:short{int(turn.said.count < 8)}", f"t:met{min(2, met)}")
        yield from (f"t:only{only}", f"t:only{only} met{min(1, met)}")


def _ends_asking(turn: Turn) -> bool:
    return bool(turn.heard.sentences) and turn.heard.sentences[-1].asks


def _said(sentences: Sequence[Sentence]) -> tuple[list[str], list[str]]:
    """What was stated and what was asked."""
    stated = [one.text for one in sentences if not one.asks]
    return stated, [one.text for one in sentences if one.asks]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower().replace("’", "'"))


def _telling(texts: Sequence[str]) -> set[str]:
    """The stems of the words that are not small ones."""
    words = (word for text in texts for word in _tokens(text))
    return {stem(word) for word in words if word not in _SMALL and len(word) > 2}


def _shape(word: str) -> str:
    """A small word as it is; of others only the kind."""
    if word in _SMALL or not word[0].isalnum():
        return word
    if word[0].isdigit() or word in _NUMBERS:
        return "#"
    if word in _TIMES:
        return "TIME"
    if word in _PAST or (word.endswith("ed") and len(word) > _LONG):
        return "PAST"
    if word.endswith("ing") and len(word) > _LONG:
        return "ING"
    return "LY" if word.endswith("ly") and len(word) > _LONG else "w"

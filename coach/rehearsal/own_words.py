"""Takes words out of a talk, verbatim, to quote them or to build an example from them."""

import re
from collections.abc import Sequence

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.rehearsal.cues import Cues
from coach.rehearsal.speech import Exchange, Sentence, speech
from coach.rehearsal.turn import Found, content

LONGEST_QUOTE = 24
"""Words of a quote; a longer one is cut at a clause."""
_LONGEST_OWN = 16
_LONGEST_SAID = 12
_FEWEST_SAID = 5
_EARLIER = 4
"""How many exchanges are looked through for words of the mentee's own."""
_REACTS = re.compile(
    r"(?:I (?:can['’]t|cannot|don['’]t|won['’]t|wouldn['’]t|haven['’]t|have no|am not|notice|see|hear)|I['’]m not|"
    r"That['’]s|There['’]s no|No|Nice|All right|Fair) \b",
    re.I,
)
"""A counterpart's reaction, which tells nothing that could be taken up: "I can't help with fog"."""
_LEAST_CUT = 4
_JOINING = frozenset("and but so because which who when if while since although".split())
"""Words before which a long sentence can be cut."""
_LEADING = frozenset("and but so well ok okay right because then oh yes yeah no".split())


def quote(turn: str, found: Found) -> str:
    """The words a move stands in, verbatim; a long sentence is cut at a clause or a word."""
    start, end = found.start, found.end
    if found.move in TO_WORK_ON and found.move is not Move.MONOLOGUE:
        for sentence in speech(turn).sentences:
            if sentence.start <= start < sentence.end:
                start, end = sentence.start, sentence.end
    return _cut(turn, turn[start:end], start, LONGEST_QUOTE)


def said_by(
    heard: str, cues: Cues, taken_up: str = "", reactions: frozenset[str] = frozenset()
) -> str:
    """What the counterpart told, short enough to be quoted; empty if nothing is.

    It is the sentence that ``taken_up`` shares most with, none where it shares no word, and of several
    the last. ``reactions`` are sentences that tell nothing (see ``library.load_reactions``).
    """
    stated = [
        one
        for one in speech(heard).sentences
        if not one.asks and not _quotes(one.text) and one.text.strip() not in reactions
    ]
    told = [
        one
        for one in reversed(stated)
        if not _REACTS.match(one.text.strip()) and cues.find("not-to-quote", one) is None
    ]
    theirs = content(speech(taken_up).sentences)
    shared = [len(theirs & content([one])) for one in told]
    best = max(shared, default=0)
    if taken_up and not best:
        return ""
    for sentence, count in zip(told, shared, strict=True):
        if count == best and (count or len(sentence.words) >= _FEWEST_SAID):
            return bare(_cut(heard, sentence.text, sentence.start, _LONGEST_SAID))
    return ""


def asked_by(heard: str) -> str:
    """The counterpart's last question, if it is short enough to be quoted."""
    asked = [one for one in speech(heard).sentences[-2:] if one.asks]
    if not asked or len(asked[-1].words) > _LONGEST_OWN or _quotes(asked[-1].text):
        return ""
    return asked[-1].text.strip()


def _quotes(text: str) -> bool:
    """Whether a sentence repeats somebody's words, which are not to be quoted a second time."""
    return "“" in text or "”" in text


def own_fact(turn: str, earlier: Sequence[Exchange], cues: Cues) -> str:
    """Something the mentee told of themselves in this talk, the latest first, as they said it."""
    for told in [turn, *(one.said for one in reversed(earlier[-_EARLIER:]))]:
        for sentence in speech(told).sentences:
            piece = _fact(sentence, told, cues)
            if piece:
                return piece
    return ""


_UNFIT = ("sorry", "belittles", "flattery", "job-ask", "defensive", "vague", "thanks")


def _fact(sentence: Sentence, told: str, cues: Cues) -> str:
    match = cues.find("i-am", sentence)
    if sentence.asks or match is None or any(cues.find(name, sentence) for name in _UNFIT):
        return ""
    first = max(number for number in sentence.clauses if number <= match.first)
    while first < match.first and sentence.words[first].plain in _LEADING:
        first += 1
    later = [number for number in sentence.clauses if number > match.last]
    upto = later[0] if later else len(sentence.words)
    if not 4 <= upto - first <= _LONGEST_OWN:
        return ""
    piece = told[sentence.words[first].start : sentence.words[upto - 1].end]
    if sentence.words[first].plain[:2] not in ("i", "i'", "my", "we") or " you" in f" {piece}":
        return ""
    return piece[0].upper() + piece[1:]


def clean(piece: str, cues: Cues) -> bool:
    """Whether words to be praised hold nothing that had better be changed."""
    return not any(cues.said(name, speech(piece)) for name in ("sorry", *_UNCLEAN))


def blames(piece: str, cues: Cues) -> bool:
    """Whether words put off on others, or belittle, what they tell; one due apology does neither."""
    return any(cues.said(name, speech(piece)) for name in _UNCLEAN)


_UNCLEAN = ("belittles", "flattery", "job-ask", "defensive")


def rest_of(turn: str, cues: Cues) -> str:
    """What is left of a turn without apologies and belittling, if it can stand by itself."""
    kept = [
        one.text.strip()
        for one in speech(turn).sentences
        if not any(cues.find(name, one) for name in _UNFIT) and len(one.words) >= 5
    ]
    text = " ".join(kept)
    return text if 5 <= len(text.split()) <= 40 else ""


def apart(found: Sequence[Found], moves: frozenset[Move]) -> list[Found]:
    """Those that do not share words with one of these moves."""
    spans = [(one.start, one.end) for one in found if one.move in moves]
    return [
        one for one in found if not any(one.start < end and start < one.end for start, end in spans)
    ]


def _cut(text: str, piece: str, start: int, most: int) -> str:
    """At most so many words of a piece, or a third more where it ends there; cut at a clause if it has one."""
    sentences = speech(piece).sentences
    if len(piece.split()) <= most + most // 3 or not sentences:
        return piece.strip()
    sentence = sentences[0]
    ends = [number for number in sentence.clauses if _LEAST_CUT <= number <= most]
    joins = [
        number
        for number, word in enumerate(sentence.words[: most + 1])
        if number >= _LEAST_CUT and word.plain in _JOINING
    ]
    upto = (ends or joins or [min(most, len(sentence.words))])[-1]
    return text[start + sentence.words[0].start : start + sentence.words[upto - 1].end]


def bare(piece: str) -> str:
    """The first sentence of a piece, without the mark at its end, to stand inside another."""
    sentences = speech(piece).sentences
    return (sentences[0].text if sentences else piece).strip().rstrip(".!?… ")

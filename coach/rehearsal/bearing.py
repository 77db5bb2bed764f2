"""Finds the sentence that bears a move, so that only what is there is praised, and in its own place.

The learnt layer hears a turn as a whole; where in it a move stands is a guess, and a guess is not quoted.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import Cues, is_number
from coach.rehearsal.own_words import blames, clean
from coach.rehearsal.speech import Sentence, speech
from coach.rehearsal.turn import Found, content

_AGREES = re.compile(r"\b(?:you're|you are|you were) right\b")
_QUOTED = re.compile(r"[“\"][^”\"]{0,200}[”\"]")
_SELF = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|we|we've|we're|we'll|we'd|our|us)\b")
_SUBJECT = re.compile(r"\b(?:i|i've|i'm|we|we've)\b")
_THEM = re.compile(r"\b(?:you|you're|you've|you'd|your|yours)\b")
_STEP = re.compile(
    r"\b(?:i'll|i will|i'm going to|i can|i could|i'd|let me|we'll|we could|we can|shall we|could we|can we|may i|let's"
    r"|how about|would you|could you|can you|could i|can i|shall i)(?: \w+){0,2}? (\w+)"
)
_SUPPOSES = re.compile(
    r"\b(?:you(?:'d|’d| would)|would you)\b(?! like to do\b)[^.?!]*[.?!]?\s*$", re.IGNORECASE
)
_SUPPOSED = re.compile(r"^(?:and |so |well )?i'd\b(?! (?:like|suggest|propose))")
"""What one would do, said because that was asked, is no promise."""
_WHEN_THEN = re.compile(
    r"\b(?:when|if|whenever|as soon as)\b.{2,60}\bi(?:'ll| will)? (?!know\b|think\b|feel\b|was\b|am\b|had\b|get\b|don't\b|can't\b)\w+"
)
"""What will be done, tied to a moment."""
_IF_THEN = re.compile(
    r"^(?:and |so |but )?if\b.{2,80}\b(?:i|we)(?:'ll| will) (?!see\b|know\b|think\b|feel\b|tell you\b|ask you\b|say\b|try\b|have to\b|be\b|get\b)\w+"
)
"""What will be done in a case that is foreseen: "if Wednesday is full, I'll go on Friday"."""
_ONLY_SAYS = re.compile(
    r"\b(?:tell|ask|say to) you (?:something|one thing|a thing|that)\b|\bmay i ask\b|^(?:and |so )?if\b|\bi (?:just )?think i\b"
)
_LIMIT = re.compile(
    r"n't\b|\b(?:not|no more|no longer|never|rather|only|until|after|before|stop|limit|private|between us|cannot)\b"
)
_RESULT = re.compile(r"\b(?:percent|per cent|held)\b|\bfrom\b(?: [^ ]+){1,6} to\b")
_BACKING = re.compile(
    r"\b(?:could|would|will|can) you\b|\b(?:i'd|i would) like you to\b|\bask you\b|\bplease\b|\bmay i\b|\bprepared to\b|\bwilling to\b"
)
_TIME = re.compile(r"\b(?:minutes?|hours?|half an hour|time|busy|hurry|rush)\b")
_OF_THE_REQUEST = re.compile(
    r"\b(?:send|write|bring|give|show) (?:you|her|him|them)\b.*\b(?:lines?|paragraph|page|photographs?|question|summary|cv|paper|note|draft|update)\b"
)
_FOR_THEM = re.compile(r"\b(?:for you|for your|help you|useful to you|use to you|in return)\b")
"""What is sent along with a request serves the one who asks, unless it is said to be for them."""
_MINDS = re.compile(
    r"\b(?:only|just|short|quick\w*|brief\w*|busy|hurry|rush|nearly|almost|at most|no more|no longer|enough|up|keep)\b"
)
_GRATEFUL = re.compile(r"\b(?:thanks?|thank you|grateful|appreciate\w*|glad|obliged|owe you)\b")
_PLAIN_THANKS = frozenset(
    "time help everything all meet see talk call advice today again support".split()
)
_POLITE = re.compile(
    r"^(?:and |so |but |then )?(?:can|could|may|might) (?:i|you)(?: please| just)? (?:ask|tell me|say)\b"
)
"""What goes before a question to soften it."""
_ASKING = re.compile(r"\b(?:what|what's|what'd|how|how's|how'd|why|which|when|where|who)\b")
_OPEN = re.compile(r"\b(?:what|what's|what'd|how|how's|how'd|why|tell me)\b")
_MAY_BE_SORRY = frozenset({Move.SETS_BOUNDARY, Move.SHARES_PROGRESS})
_GUESSES = re.compile(
    r"^(?:well |then |so )?my (?:own )?(?:guess|view|idea|plan|question|answer)\b"
)
_NO_COUNT = frozenset({"one", "half"})
_EXCUSES = re.compile(
    r"\b(?:not (?:really |actually )?my (?:fault|doing)|(?:wasn't|isn't|weren't) (?:me|my|mine)|(?:too|so|just) (?:\w+ )?busy|no time|nobody (?:told|asked|said))\b"
)
"""What puts off on others, or on the week, what was to be told."""
_RESTATES = re.compile(
    r"^(?:so )?(?:we|you) (?:had |have )?(?:said|agreed|asked|told|decided|wanted)\b"
)
"""What only says again what had been agreed."""
_WAIT_FOR_WORD = re.compile(
    r"\b(?:tell|let|write|ring|text|send) (?:me|us|you)\b.*\b(?:day|know|evening|week|friday|monday)\b"
)
_JUDGEMENT = re.compile(
    r"\b(?:how (?:was|did|do|is|am)|what (?:did|do|would|could|should) (?:you|i)|which|where|what's|what is|was (?:it|i|that)|is (?:it|there)|did i|do i|am i|should i|could i"
    r"|feedback|honest|critic\w*|view|opinion|think|see|saw|look|notice|differently|better|improve)\b"
)
"""What asks how somebody did; to be told that a thing was done is no judgement."""
_UNDONE = re.compile(r"\bi (?:never|didn't|did not|forgot|failed)\b")
_FEWEST = 5
"""Words of a sentence that is praised; a step can be said in one less."""


@dataclass(frozen=True)
class Piece:
    """One sentence of a turn, and what it answers."""

    sentence: Sentence
    heard: str
    cues: Cues

    @cached_property
    def text(self) -> str:
        """The words alone, in lower case, with a plain apostrophe."""
        return " ".join(word.plain for word in self.sentence.words)

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(self.sentence.words)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The stems of the words that carry the sense."""
        return content([self.sentence])

    @cached_property
    def taken_up(self) -> frozenset[str]:
        """The stems it shares with the counterpart's own words; words of the mentee's they quoted are not."""
        return self.telling & content(speech(_QUOTED.sub(" ", self.heard)).sentences)

    def has(self, cue: str) -> bool:
        """Whether a cue of the rules is found in it."""
        return bool(self.cues.find(cue, self.sentence) or self.cues.together(cue, self.sentence))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether its words hold a pattern."""
        return pattern.search(self.text) is not None

    @property
    def numbered(self) -> bool:
        """Whether a number stands in it; "one room" and "at the half" count nothing."""
        return any(
            is_number(word.plain) and word.plain not in _NO_COUNT for word in self.sentence.words
        )


def in_its_place(found: Found, said: str, heard: str, cues: Cues) -> Found | None:
    """The move in the sentence that bears it: where it was found, or the only one that does; else none."""
    bears = _BEARS.get(found.move)
    pieces = [Piece(one, heard, cues) for one in speech(said).sentences]
    able = [one for one in pieces if bears and _sound(one, found.move) and bears(one)]
    there = [p for p in able if p.sentence.start <= found.start < p.sentence.end]
    if there and found.by_rule:
        return found
    if not there and len(able) != 1:
        return None
    sentence = (there or able)[0].sentence
    return replace(found, start=sentence.start, end=sentence.end)


def _sound(piece: Piece, move: Move) -> bool:
    """Whether it holds nothing that had better be changed, and is no pleasantry; one apology may be due."""
    text, cues = piece.sentence.text, piece.cues
    plain = not blames(text, cues) if move in _MAY_BE_SORRY else clean(text, cues)
    return plain and not piece.has("smalltalk")


def _weighs(piece: Piece, fewest: int = _FEWEST) -> bool:
    return piece.count >= fewest and len(piece.telling) > 1


def _asks(piece: Piece, form: re.Pattern[str]) -> bool:
    """Whether it is a question of that form with something in it to answer."""
    asks = piece.sentence.asks or piece.has("indirect")
    weighs = _weighs(piece) or (piece.count > _FEWEST and bool(piece.telling))
    first = piece.sentence.words[0].plain
    opens = first not in piece.cues.list("aux") | {"if"} or piece.says(_POLITE)
    return asks and weighs and opens and piece.says(form) and not piece.has("small-question")


def _thanks(piece: Piece) -> bool:
    if not (piece.has("thanks") or piece.says(_GRATEFUL)):
        return False
    what_for = piece.sentence.text.lower().partition(" for ")[2].partition(",")[0]
    return piece.count >= _FEWEST and bool(
        {s for s in piece.telling - _PLAIN_THANKS if s in what_for}
    )


def _next_step(piece: Piece) -> bool:
    if piece.says(_IF_THEN):
        return True
    if piece.says(_ONLY_SAYS) or piece.count < _FEWEST - 1 or not piece.telling:
        return False
    if _SUPPOSES.search(piece.heard) and piece.says(_SUPPOSED):
        return False
    if piece.says(_WHEN_THEN):
        return True
    done = any(one.group(1) in piece.cues.list("do") for one in _STEP.finditer(piece.text))
    return done or (piece.has("next") and piece.has("dated") and not piece.has("next-mind"))


def _boundary(piece: Piece) -> bool:
    drawn = piece.has("boundary") or (piece.says(_LIMIT) and piece.says(_SELF))
    weighs = _weighs(piece, _FEWEST + 1)
    return drawn and weighs and not piece.sentence.asks and not piece.has("boundary-mind")


def _reflects(piece: Piece) -> bool:
    shared = len(piece.taken_up)
    if any(
        quoted.strip('“”"') not in piece.heard for quoted in _QUOTED.findall(piece.sentence.text)
    ):
        return False
    if piece.count < _FEWEST + 1 or (piece.has("thanks") and shared < 3):
        return False
    if piece.sentence.asks:
        return shared > 1
    return shared > 1 or (shared == 1 and (piece.has("you-said") or piece.says(_AGREES)))


def _progress(piece: Piece) -> bool:
    told = _weighs(piece) and piece.says(_SUBJECT) and not piece.sentence.asks
    return told and not piece.says(_EXCUSES) and not piece.says(_RESTATES)


def _evidence(piece: Piece) -> bool:
    if not _weighs(piece) or piece.sentence.asks or piece.says(_UNDONE):
        return False
    counted = piece.numbered and (piece.says(_SUBJECT) or piece.says(_RESULT))
    return counted or (piece.has("result") and piece.says(_SUBJECT))


def _connection(piece: Piece) -> bool:
    return _weighs(piece) and piece.says(_THEM) and piece.says(_SELF)


def _feedback(piece: Piece) -> bool:
    asks = piece.sentence.asks or piece.has("wish") or piece.says(_JUDGEMENT)
    judged = piece.says(_JUDGEMENT) and not piece.says(_WAIT_FOR_WORD)
    return asks and judged and piece.count > _FEWEST and bool(piece.telling)


def _advocacy(piece: Piece) -> bool:
    return _weighs(piece) and piece.says(_BACKING) and piece.says(_THEM)


def _offers(piece: Piece) -> bool:
    if piece.says(_OF_THE_REQUEST) and not piece.says(_FOR_THEM):
        return False
    return _weighs(piece) and piece.says(_SELF) and (piece.says(_THEM) or piece.has("offers"))


def _time(piece: Piece) -> bool:
    minds = piece.has("time-care") or (piece.says(_TIME) and piece.says(_MINDS))
    return piece.count >= _FEWEST - 1 and minds and not piece.has("time-mind")


def _context(piece: Piece) -> bool:
    told = _weighs(piece) and piece.says(_SELF) and not piece.sentence.asks
    return told and not piece.says(_EXCUSES) and not piece.says(_GUESSES)


_BEARS: dict[Move, Callable[[Piece], bool]] = {
    Move.THANKS: _thanks,
    Move.CONTEXT: _context,
    Move.CONNECTION: _connection,
    Move.SPECIFIC_QUESTION: lambda piece: _asks(piece, _ASKING),
    Move.OPEN_QUESTION: lambda piece: _asks(piece, _OPEN),
    Move.REFLECTS: _reflects,
    Move.SHARES_PROGRESS: _progress,
    Move.ASKS_FEEDBACK: _feedback,
    Move.PROPOSES_NEXT_STEP: _next_step,
    Move.RESPECTS_TIME: _time,
    Move.OFFERS_BACK: _offers,
    Move.ADVOCACY_ASK: _advocacy,
    Move.EVIDENCE_OF_IMPACT: _evidence,
    Move.SETS_BOUNDARY: _boundary,
}

"""Checks an answer that another voice found before it is spoken: short, in role, discreet, fair, new, and no gift."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.domain.rehearsal import Move
from coach.rehearsal.answer_fair import false_criticism
from coach.rehearsal.answer_role import (
    gives_too_much,
    marked_up,
    out_of_role,
    takes_back,
    writes_for_them,
)
from coach.rehearsal.line_rules import plain
from coach.rehearsal.lines import MOST_WORDS, words_in
from coach.rehearsal.speech import speech
from coach.rehearsal.turn import content
from coach.rehearsal.voice import Cue

SHORT, SPOKEN, IN_ROLE, DISCREET = "short-enough", "spoken", "in-role", "keeps-to-themselves"
FAIR, NEW, NOT_ECHOED, NOT_FOR_THEM, NOT_GIVEN = (
    "fair",
    "says-something-new",
    "own-words",
    "leaves-the-words-to-you",
    "not-before-it-is-asked",
)
KEPT = "keeps-their-word"
_SENTENCE_WORDS = 4
"""Words of a sentence from which saying it again is heard as such."""
_ALIKE, _ALIKE_WORDS = 0.75, 4
_ECHO = 8
"""Words in a row that somebody only has from the other one."""
_OUR_WORDS = 3
"""Words from which a quote is recognised as a piece of what was written to be said."""
_HIDDEN_SHARE, _HIDDEN_WORDS = 0.5, 2
_SAME, _SAME_WORDS = 0.75, 6
"""Share of the words of two sentences of some length from which they are heard as one."""
_PERSON = {
    "i": "you",
    "me": "you",
    "my": "your",
    "am": "are",
    "im": "youre",
    "ive": "youve",
    "mine": "yours",
}
_QUOTES = re.compile(r"[“\"][^”\"]*[”\"]")


@dataclass(frozen=True)
class Wrong:
    """A check that an answer fails, and the words it fails in."""

    check: str
    quote: str = ""


def wrong_with(line: str, cue: Cue) -> tuple[Wrong, ...]:
    """Everything that keeps an answer from being spoken, the gravest first.

    What the built-in answer says word for word, or the scene has them tell of what was asked, was written
    to be said, and is not held against it.
    """
    told = (line for matter in cue.called for line in matter.says)
    ours = f" {plain(' '.join((cue.plain, *told)))} "
    found = (Wrong(check, find(line, cue)) for check, find in _CHECKS.items())
    return tuple(one for one in found if one.quote and not _is_ours(plain(one.quote), ours))


def _is_ours(quote: str, ours: str) -> bool:
    return len(quote.split()) >= _OUR_WORDS and f" {quote} " in ours


def given_away(line: str, cue: Cue) -> str:
    """Words that tell what the scene hides, or say aloud what the counterpart only wants."""
    for hidden in cue.scenario.hidden:
        for word in hidden.words:
            if found := re.search(rf"\b{re.escape(word)}\b", line, re.IGNORECASE):
                return found.group()
    known = content(speech(" ".join((cue.shown, *cue.mentees))).sentences)
    said = content(speech(line).sentences)
    for kept in (*(one.fact for one in cue.scenario.hidden), *cue.scenario.wants):
        telling = content(speech(kept).sentences) - known
        if len(telling & said) >= max(_HIDDEN_WORDS, _HIDDEN_SHARE * len(telling)):
            return line
    return ""


def said_before(line: str, cue: Cue) -> str:
    """A sentence they have said already, or an answer that is an earlier one in other order."""
    again = Move.IGNORES_QUESTION in cue.moves
    before = {plain(one.text) for said in cue.theirs for one in speech(said).sentences}
    seen: set[str] = set()
    for sentence in speech(line).sentences:
        words = plain(sentence.text)
        if len(sentence.words) >= _SENTENCE_WORDS:
            put_again = again and sentence.asks
            if words in seen or (not put_again and any(_same(words, one) for one in before)):
                return sentence.text
        seen.add(words)
    stems = content(speech(line).sentences)
    for said in cue.theirs if not again else ():
        other = content(speech(said).sentences)
        if len(stems) >= _ALIKE_WORDS and len(stems & other) >= _ALIKE * len(stems | other):
            return said
    return ""


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    some, others = set(one.split()), set(other.split())
    long = min(len(some), len(others)) >= _SAME_WORDS
    return long and len(some & others) >= _SAME * len(some | others)


def echoed(line: str, cue: Cue) -> str:
    """A long run of the mentee's own words, given back as an answer."""
    words = _either(plain(_QUOTES.sub(" ", line)))
    theirs = f" {' '.join(_either(plain(cue.said)))} "
    for start in range(len(words) - _ECHO + 1):
        run = " ".join(words[start : start + _ECHO])
        if f" {run} " in theirs:
            return run
    return ""


def _either(text: str) -> list[str]:
    """The words, whoever of the two says them: "I wrote" and "you wrote" are the same."""
    return [_PERSON.get(word, word) for word in text.split()]


def too_long(line: str, cue: Cue) -> str:
    """The whole answer where it is longer than anybody in these scenes speaks."""
    return line if words_in(line) > MOST_WORDS or not words_in(line) else ""


_CHECKS: dict[str, Callable[[str, Cue], str]] = {
    DISCREET: given_away,
    IN_ROLE: out_of_role,
    FAIR: false_criticism,
    NOT_FOR_THEM: writes_for_them,
    NOT_GIVEN: gives_too_much,
    KEPT: takes_back,
    SPOKEN: lambda line, _: marked_up(line),
    NEW: said_before,
    NOT_ECHOED: echoed,
    SHORT: too_long,
}


def check_ids() -> Iterator[str]:
    """Every check there is, in the order in which they are told."""
    yield from _CHECKS

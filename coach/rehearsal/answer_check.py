"""Checks an answer that another voice found before it is spoken: short, in role, discreet, fair, new, and no gift."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.domain.rehearsal import Move
from coach.rehearsal.answer_fair import false_criticism
from coach.rehearsal.answer_role import gives_too_much, marked_up, out_of_role, writes_for_them
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
_SENTENCE_WORDS = 4
"""Words of a sentence from which saying it again is heard as such."""
_ALIKE, _ALIKE_WORDS = 0.75, 4
_ECHO = 8
"""Words in a row that somebody only has from the other one."""
_HIDDEN_SHARE, _HIDDEN_WORDS = 0.5, 3
_QUOTES = re.compile(r"[“\"][^”\"]*[”\"]")


@dataclass(frozen=True)
class Wrong:
    """A check that an answer fails, and the words it fails in."""

    check: str
    quote: str = ""


def wrong_with(line: str, cue: Cue) -> tuple[Wrong, ...]:
    """Everything that keeps an answer from being spoken, the gravest first."""
    return tuple(
        Wrong(check, quote) for check, find in _CHECKS.items() if (quote := find(line, cue))
    )


def given_away(line: str, cue: Cue) -> str:
    """Words that tell what the scene hides, or say aloud what the counterpart only wants."""
    for hidden in cue.scenario.hidden:
        for word in hidden.words:
            if found := re.search(rf"\b{re.escape(word)}\b", line, re.IGNORECASE):
                return found.group()
    said = content(speech(line).sentences) - content(
        speech(" ".join((cue.shown, *cue.mentees))).sentences
    )
    for kept in (*(one.fact for one in cue.scenario.hidden), *cue.scenario.wants):
        stems = content(speech(kept).sentences)
        if len(stems & said) >= max(_HIDDEN_WORDS, _HIDDEN_SHARE * len(stems)):
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
            if words in seen or (words in before and not put_again):
                return sentence.text
        seen.add(words)
    stems = content(speech(line).sentences)
    for said in cue.theirs if not again else ():
        other = content(speech(said).sentences)
        if len(stems) >= _ALIKE_WORDS and len(stems & other) >= _ALIKE * len(stems | other):
            return said
    return ""


def echoed(line: str, cue: Cue) -> str:
    """A long run of the mentee's own words, given back as an answer."""
    words = plain(_QUOTES.sub(" ", line)).split()
    theirs = f" {plain(cue.said)} "
    for start in range(len(words) - _ECHO + 1):
        run = " ".join(words[start : start + _ECHO])
        if f" {run} " in theirs:
            return run
    return ""


def too_long(line: str, cue: Cue) -> str:
    """The whole answer where it is longer than anybody in these scenes speaks."""
    return line if words_in(line) > MOST_WORDS or not words_in(line) else ""


_CHECKS: dict[str, Callable[[str, Cue], str]] = {
    DISCREET: given_away,
    IN_ROLE: out_of_role,
    FAIR: false_criticism,
    NOT_FOR_THEM: writes_for_them,
    NOT_GIVEN: gives_too_much,
    SPOKEN: lambda line, _: marked_up(line),
    NEW: said_before,
    NOT_ECHOED: echoed,
    SHORT: too_long,
}


def check_ids() -> Iterator[str]:
    """Every check there is, in the order in which they are told."""
    yield from _CHECKS

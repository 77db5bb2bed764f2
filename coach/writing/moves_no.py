"""The moves of an answer to a "no": accept it, and thank for what came with it."""

import re
from collections.abc import Iterator

from coach.domain.brief import HistoryEntry
from coach.writing.fragment import Form, Fragment
from coach.writing.material import Material
from coach.writing.moves import Move
from coach.writing.moves_past import story
from coach.writing.piece import Piece
from coach.writing.refusal import as_now, is_reason, later_in, parts_of, pointers_in, tellable
from coach.writing.text import bare, is_blank, word_count

_REFUSAL = re.compile(
    r"^(?:(?:you|your reply)\s+)?(?:have |had )?(?:kindly |politely )?(?:said|replied|answered|wrote(?: back)?|declined|refused|reply|answer|turned (?:it|me) down)?"
    r"(?:\s+(?:with|to))?(?:\s*[,:;–-]?\s*(?:a |that )?(?:no(?! \w+ for)|not now|sorry)\b)*(?:\s+(?:to me|thanks|thank you))?"
    r"\s*[,:;–-]*\s*(?:because|as|since|bc|due to|that|saying)?\s*",
    re.I,
)
_REPLIED = frozenset("said replied answered wrote declined refused turned".split())
_NOT_THEN = re.compile(r"^not (before|until|this|next|in|at) (.+)$", re.I)
_LACK = re.compile(
    r"^(?:no (?:time|capacity|room|space|slots?|availability)|too (?:many|much)) ?\b", re.I
)
_STATE = re.compile(
    r"^(?:not \w+ing|too|very|fully|completely|busy|away|snowed|swamped|stretched|tied|overloaded|booked|on|in|at|about)\b",
    re.I,
)


def understood(m: Material) -> Iterator[Piece]:
    """Thanks for the answer, and acceptance, with the reader's reason when it was noted."""
    reason = next(filter(None, (reason_of(m, entry) for entry in reversed(m.brief.history))), "")
    yield Piece(m.say("no.thanks"), "thanks")
    if reason:
        yield Piece(m.say("no.understood-why", x=reason), "accept", ("history.what",))
    else:
        yield Piece(m.say("no.understood"), "accept")


def no_thanks(m: Material) -> Iterator[Piece]:
    """Thanks for the answer alone."""
    yield next(understood(m))


def accept(m: Material) -> Iterator[Piece]:
    """Acceptance alone."""
    yield from list(understood(m))[1:]


def reason_of(m: Material, entry: HistoryEntry) -> str:
    """Why the reader cannot, as a clause; "" when it is not told or cannot be joined."""
    if is_blank(entry.what) or not re.search(
        r"\b(?:no|not|too|full|until|declin\w+|refus\w+|turned|can'?t|cant|couldn'?t|cannot|busy|sorry|sabbatical|secondment|leave|leaving|moving|travel\w*|away)\b",
        entry.what,
        re.I,
    ):
        return ""
    for part in filter(is_reason, parts_of(entry.what)):
        reason = as_now(_clause(m, m.voice.fragment(part)))
        if reason and tellable(reason):
            return reason
    return ""


def _clause(m: Material, fragment: Fragment) -> str:
    """One clause of a no as what follows "I understand that"; "" where it cannot be joined."""
    rest = bare(_REFUSAL.sub("", fragment.text, count=1))
    again = m.voice.forms.of(rest) if rest else fragment
    told = fragment.words[1:2] and fragment.words[1] in _REPLIED
    if fragment.form is Form.SECOND and not told:
        return fragment.text
    if not rest or again.form is Form.BLANK or word_count(rest) < 2:
        return ""
    if match := _NOT_THEN.match(rest):
        return f"it cannot be {'before' if match[1] == 'until' else match[1]} {match[2]}"
    if _LACK.match(rest):
        return f"you have {rest}"
    if re.match(r"no \w+", rest) and again.form is Form.NOUN:
        return f"there is {rest}"
    if again.form is Form.SECOND or (again.form is Form.CLAUSE and rest.startswith("your ")):
        return rest
    if again.form is Form.CLAUSE and re.match(r"(?:the|there|it) ", rest, re.I):
        return rest
    if _STATE.match(rest) and again.form in (Form.ADJECTIVE, Form.PREPOSITION, Form.NOUN):
        return f"you are {rest}"
    return ""


def _later(m: Material) -> str:
    """When the reader said to ask again; "" if they did not."""
    found = (later_in(entry.what) for entry in reversed(m.brief.history))
    when = next(filter(None, found), "")
    return m.voice.fragment(when).text if when else ""


def pointer(m: Material) -> Iterator[Piece]:
    """Thanks for what the reader suggested instead, and what was done with it."""
    for entry in m.past.stories[-1:]:
        if entry.advice.gerund:
            text = m.say("no.pointer", x=entry.advice.gerund)
            yield Piece(text, "advice", ("history.advice",))
        elif entry.advice.sentence:
            yield Piece(entry.advice.sentence, "advice", ("history.advice",))
        yield from (p for p in story(entry, dated=False) if p.move != "advice")
    if any(entry.advice.given for entry in m.past.stories):
        return
    for noted in m.brief.history[-1:]:
        for named in pointers_in(noted.what, m.voice)[:2]:
            yield Piece(m.say("no.pointer", x=named), "advice", ("history.what",))
    if later := _later(m):
        yield Piece(m.say("no.later", x=later), "advice", ("history.what",))


def door(m: Material) -> Iterator[Piece]:
    """An open door without pressure; where the reader named a time, that time."""
    advised = any(entry.advice.given for entry in m.past.stories)
    if not m.coaching:
        yield Piece(m.say("door.then" if _later(m) and not advised else "door"), "open-door")


NO_MOVES: dict[str, Move] = {
    "understood": understood,
    "no-thanks": no_thanks,
    "accept": accept,
    "pointer": pointer,
    "door": door,
}

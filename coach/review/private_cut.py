"""Cuts texts and private notes into the pieces that are compared: sentences and the clauses in them.

Names that both sides know anyway are made "somebody" first, or every clause about a person would be near
every note about them.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from coach.domain.brief import AnyBrief
from coach.review.phrases import Phrases
from coach.review.stems import plain
from coach.review.text import Span, sentences, words

MOST_CLAUSES = 400
"""Clauses of a text that are compared; a message of 2,000 words has fewer."""
MOST_PARTS = 1_000
"""Parts of private notes that are compared."""
_JOINT = re.compile(
    r"[,;:][ ]+(?:and |but |so |or )?|[ ][–—-][ ]|[ ](?:and|but|so|because|which|who|while|although|though)[ ]",
    re.IGNORECASE,
)
_WINGS = re.compile(r"[ ](?:as|since|if|when|after|before|until|unless|that)[ ]", re.IGNORECASE)
"""Where a text is cut besides; a note is not, for what is left of it would say too little."""
_FEWEST = 3
"""Words of the shortest clause."""
_PAIR = 10
"""Words of two neighbouring sentences that are also read as one."""
_NAME = re.compile(r"(?<=[^\W_][ ,])[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*")
_TITLES = "dr|prof|professor|mr|mrs|ms|mx|sir|judge"


def clauses(pieces: Sequence[Span]) -> list[Span]:
    """The sentences, the clauses in them, and short neighbouring sentences taken together."""
    found: list[Span] = []
    for piece in pieces:
        found.append(piece)
        found += _parts(piece, (_JOINT, _WINGS))
    for one, other in pairwise(pieces):
        if len(one.text.split()) + len(other.text.split()) <= _PAIR:
            found.append(Span(one.start, other.end, f"{one.text} {other.text}"))
    return found[:MOST_CLAUSES]


def _parts(piece: Span, joints: Iterable[re.Pattern[str]]) -> list[Span]:
    """The clauses of one sentence that have words enough; none if it is but one clause."""
    found: list[Span] = []
    for joint in joints:
        at = 0
        cuts = [match.span() for match in joint.finditer(piece.text)]
        for start, end in [*cuts, (len(piece.text), len(piece.text))] if cuts else ():
            text = piece.text[at:start]
            if len(words(text)) >= _FEWEST:
                found.append(Span(piece.start + at, piece.start + start, text))
            at = end
    return found


def note_sentences(notes: Sequence[str], phrases: Phrases) -> list[Span]:
    """The sentences of the notes that tell something, less those that only ask for a manner.

    "Keep it short" tells nothing that could come out; of "don't mention that I am ill" the illness is left.
    """
    found = [_telling(s, phrases) for note in notes for s in sentences(note, 0, len(note))]
    return [piece for piece in found if piece is not None]


def note_parts(notes: Sequence[str], phrases: Phrases) -> list[str]:
    """What the notes tell, sentence by sentence and clause by clause."""
    found: dict[str, None] = {}
    for piece in note_sentences(notes, phrases):
        for part in (piece, *_parts(piece, (_JOINT,))):
            told = _telling(part, phrases)
            if told is not None:
                found.setdefault(told.text)
    return list(found)[:MOST_PARTS]


def _telling(part: Span, phrases: Phrases) -> Span | None:
    """A part of a note without "don't mention that"; None if it only asks for a manner."""
    hidden = phrases.pattern("private-secret").match(part.text)
    text = (part.text[hidden.end() :] if hidden else part.text).strip(" :,-–—")
    if not text or phrases.pattern("private-manner").fullmatch(text.rstrip(".!")):
        return None
    return Span(part.start, part.end, text)


def open_texts(brief: AnyBrief) -> tuple[str, ...]:
    """Every text of a brief that may show in what is written; empty ones are left out."""
    lists = (
        "questions goals open_actions last_advice updates worries notes advice_received "
        "commitments feelings"
    )
    people = (brief.sender, brief.recipient)
    texts = [
        *(t for p in people for t in (p.name, p.role, p.organisation, *p.facts)),
        *(brief.via, brief.connection, brief.why_them, brief.topic, brief.ask.when),
        *(t for name in lists.split() for t in getattr(brief, name, ())),
        *(t for h in brief.history for t in (h.date, h.what, h.advice, h.action, h.result)),
        *(str(brief.ask.kind or ""), str(brief.ask.minutes or "")),
        getattr(getattr(brief, "meeting", None), "format", ""),
    ]
    return tuple(dict.fromkeys(text for text in texts if text))


class Names:
    """The names that the public part of a brief knows, to be made "somebody" or "the place"."""

    def __init__(self, brief: AnyBrief) -> None:
        people = [w for n in (brief.sender.name, brief.recipient.name, brief.via) for w in words(n)]
        known = [name for text in open_texts(brief) for name in _NAME.findall(text)]
        people += [word for name in known for word in words(name)]
        firms = [brief.sender.organisation, brief.recipient.organisation]
        self._firm = _any_of([firm for firm in firms if len(firm) > 2], re.IGNORECASE)
        listed = {w for w in people if len(w) > 1 and plain(w) not in _TITLES.split("|")}
        self._person = _any_of(sorted(listed, key=len, reverse=True), 0)

    def hidden(self, text: str) -> str:
        """``text`` with the names made general."""
        if self._firm is not None:
            text = self._firm.sub("the place", text)
        if self._person is not None:
            text = self._person.sub("somebody", text)
        return text


def _any_of(names: Sequence[str], flags: int) -> re.Pattern[str] | None:
    if not names:
        return None
    either = "|".join(map(re.escape, names))
    return re.compile(rf"(?:\b(?i:{_TITLES})\.? )?\b(?:{either})(?:[ -](?:{either}))*\b", flags)

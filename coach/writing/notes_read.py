"""Reads a mentee's notes of a meeting: what each sentence tells of, and which of them matter.

Nobody wants to be asked about every line they wrote. Where they got stuck, what they saw, and what
the other person said are worth a question; where and when they met is not.
"""

import re
from dataclasses import dataclass

from coach.domain.kinds import KindWords
from coach.writing.text import bare, calm, condense, is_blank, sentences, tidy, word_count
from coach.writing.voice import Voice, overlap

LONGEST_QUOTE = 22
_SHORTEST = 3
_LINES = re.compile(r"[\n\r]+|\s/\s|;\s+|\s[–—]\s|\s--?\s|\s[•·]\s|->|=>")
_POINTS_BACK = re.compile(
    r"(?:that|this|it|these|those|which|there)\b|(?:i think |i guess |maybe |probably |perhaps |not sure )*"
    r"(?:she|he|they)(?:['’]?s|['’]?re| is| was| are| were| may be| might be)? (?:probably |quite |so )?(?:right|wrong)\b",
    re.I,
)
"""How a sentence opens that says little without the one before it."""
_ASIDE = re.compile(r"[\s,]+(?:tbh|lol|haha|imo|idk|btw|lmao|smh)\b\W*$", re.I)
_RUN_ON = re.compile(
    r",\s+(?=(?:(?:and|but|so|then) )?(?:i|she|he|they|we)\b(?:['’](?:m|ve|d|ll|s|re))? ?\w+)", re.I
)
WORTH = {
    "stuck": 6,
    "insight": 6,
    "said": 4,
    "asked": 4,
    "silence": 4,
    "agreed": 3,
    "sent": 3,
    "ahead": 2,
}
"""How much a sentence of each sort is worth thinking over; any other counts 2."""


@dataclass(frozen=True)
class Note:
    """One sentence of the notes, ready to be quoted, with what it tells of and its worth."""

    text: str
    sort: str
    worth: float
    place: int

    @property
    def quoted(self) -> str:
        """The words in quotation marks; marks inside that would end the question are taken off."""
        return quote(self.text)


def quote(text: str) -> str:
    """A text in quotation marks, with inner ones made single and question marks left out."""
    inner = text.replace("“", "‘").replace("”", "’").replace('"', "’").replace("?", "")
    return f"“{inner.strip()}”"


def notes_of(texts: list[str], voice: Voice, words: KindWords, topic: str, name: str) -> list[Note]:
    """The sentences of ``texts``, those most worth thinking over first."""
    found: list[Note] = []
    for piece in pieces_of(texts, voice):
        sort = sort_of(piece, words, name)
        worth = WORTH.get(sort, 2) + overlap(piece, topic) * 1.5
        worth += 1.5 if words.says("note-weighty", [piece]) else 0.0
        worth -= 5 if words.says("note-logistics", [piece]) else 0
        worth -= 4 if word_count(piece) < _SHORTEST else 0
        worth -= 2.5 if _POINTS_BACK.match(piece) else 0
        if all(overlap(piece, other.text) < 0.8 for other in found):
            found.append(Note(piece, sort, worth, len(found)))
    return sorted(found, key=lambda note: (-note.worth, note.place))


def pieces_of(texts: list[str], voice: Voice) -> list[str]:
    """Each sentence of each text on one line, short enough to quote, otherwise unchanged."""
    found = []
    for text in texts:
        for line in _LINES.split(text):
            for sentence in sentences(tidy(line)):
                found += [short_quote(part, voice) for part in _parted(bare(sentence))]
    return [piece for piece in found if not is_blank(piece)]


def _parted(sentence: str) -> list[str]:
    """A long run-on sentence at its commas, where a new subject begins."""
    if word_count(sentence) <= LONGEST_QUOTE:
        return [sentence]
    return [part for part in _RUN_ON.split(sentence) if word_count(part) > 1]


def short_quote(text: str, voice: Voice) -> str:
    """A sentence as it may be quoted: at most about ``LONGEST_QUOTE`` words, plainly cut if longer."""
    plain = calm(bare(text), voice.lexicon.words["acronyms"], voice.names)
    plain = re.sub(r"^(?:and|but|so|then|also)\s+", "", plain, flags=re.I)
    plain = condense(_ASIDE.sub("", plain).rstrip("?"), LONGEST_QUOTE)
    if word_count(plain) > LONGEST_QUOTE + 6:
        plain = " ".join(plain.split()[:LONGEST_QUOTE]) + " …"
    return plain


def sort_of(text: str, words: KindWords, name: str) -> str:
    """What a sentence tells of; the first that fits."""
    for sort in ("asked", "insight", "stuck", "said", "agreed", "sent", "silence", "ahead"):
        if words.says(f"note-{sort}", [text], name):
            return sort
    return "plain"

"""Follows a text through one change after another, and says in the end what changed where.

Steps are tried on the text as it has become; a person accepts changes to the text they wrote. So
every edit is kept with its place in the text given. Edits that touch the same words are one edit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.review.text import Span

_WORDLIKE = frozenset("'’-")
_JOINING = frozenset(".!?,;:")


@dataclass(frozen=True)
class Reason:
    """Why an edit was made: in words, the check it mends, and the card of that check."""

    why: str
    check: str
    card: str = ""


@dataclass(frozen=True)
class Edit:
    """``new`` in place of ``start`` to ``end`` of the text given."""

    start: int
    end: int
    new: str
    reasons: tuple[Reason, ...]

    @property
    def grown(self) -> int:
        """How many characters longer the text is with it."""
        return len(self.new) - (self.end - self.start)


class Edits:
    """A text and the edits that made it what it is now, in the order of the text."""

    def __init__(self, given: str) -> None:
        self._given = given
        self._edits: tuple[Edit, ...] = ()

    @property
    def now(self) -> str:
        """The text with every edit made."""
        return spliced(self._given, [(e.start, e.end, e.new) for e in self._edits])

    @property
    def all(self) -> tuple[Edit, ...]:
        """The edits that make a difference, in the order of the text; none overlap."""
        return tuple(e for e in self._edits if self._given[e.start : e.end] != e.new)

    def become(self, after: str, reason: Reason, took: str = "", put: str = "") -> None:
        """Note that the text becomes ``after``.

        Args:
            after: the whole text after the step.
            reason: why.
            took: the words the step says it takes away, to find the place that reads best.
            put: the words it says it puts there.
        """
        before = self.now
        if before == after:
            return
        start, end, new = difference(before, after, took, put)
        touched = [place for place in self._places() if _meets(place, start, end)]
        if touched:
            start, end, new = _union(before, touched, start, end, new)
        met = {id(edit) for _, _, edit in touched}
        earlier = [e for at, stop, e in self._places() if id(e) not in met and stop <= start]
        shift = sum(e.grown for e in earlier)
        inside = sum(edit.grown for _, _, edit in touched)
        reasons = dict.fromkeys([*(r for _, _, e in touched for r in e.reasons), reason])
        made = Edit(start - shift, end - shift - inside, new, tuple(reasons))
        later = [e for e in self._edits if id(e) not in met and e not in earlier]
        self._edits = (*earlier, made, *later)

    def _places(self) -> list[tuple[int, int, Edit]]:
        """Each edit with where its new words stand now."""
        shift, places = 0, []
        for edit in self._edits:
            start = edit.start + shift
            places.append((start, start + len(edit.new), edit))
            shift += edit.grown
        return places


def spliced(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """Return ``text`` with each ``(start, end, new)`` made; they are in order and do not overlap."""
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _meets(place: tuple[int, int, Edit], start: int, end: int) -> bool:
    """Whether a change of ``start`` to ``end`` touches the words an earlier edit put there."""
    first, last, edit = place
    if max(first, start) < min(last, end):
        return True
    if (first == last and start < first < end) or (start == end and first < start < last):
        return True
    return start == last and bool(edit.new) and edit.new[0] in _JOINING


def _union(
    before: str, touched: Sequence[tuple[int, int, Edit]], start: int, end: int, new: str
) -> tuple[int, int, str]:
    """Return the change that spans the earlier edits as well."""
    first, last = min(start, touched[0][0]), max(end, touched[-1][1])
    return first, last, before[first:start] + new + before[end:last]


def difference(before: str, after: str, took: str = "", put: str = "") -> tuple[int, int, str]:
    """Return the one stretch of ``before`` that differs, in whole words, and what stands there.

    Of several places that come to the same, the one is taken where ``took`` goes or ``put`` comes.
    """
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    back = _common(before[::-1][:most], after[::-1][:most])
    end, new = len(before) - back, after[start : len(after) - back]
    if start == end or not new:
        start, end, new = _slid(before, start, end, new, took, put)
    start, end, new = _reaching(before, start, end, new, took)
    return _whole_words(before, start, end, new)


def _common(one: str, other: str) -> int:
    """Return the length of the longest beginning that two texts share."""
    at, most = 0, min(len(one), len(other))
    while at < most and one[at] == other[at]:
        at += 1
    return at


def _slid(before: str, start: int, end: int, new: str, took: str, put: str) -> tuple[int, int, str]:
    """Move a deletion or an insertion left, without changing the result, to where it reads best."""
    best, best_rank = (start, end, new), (-1, 0)
    steps = 0
    while True:
        piece = new or before[start:end]
        named = piece.strip() == (put if new else took).strip() != ""
        rank = (named + (not _cuts(before, start, piece[:1])), -steps)
        if rank > best_rank:
            best, best_rank = (start, end, new), rank
        if start == 0 or not piece or before[start - 1] != piece[-1]:
            return best
        start, end, steps = start - 1, end - 1, steps + 1
        new = new and new[-1] + new[:-1]


def _reaching(before: str, start: int, end: int, new: str, took: str) -> tuple[int, int, str]:
    """Widen a change to all of ``took``, so that no half of what was meant is left standing."""
    at = before.find(took, max(0, start - len(took))) if took else -1
    if at < 0 or at > end or at + len(took) < start:
        return start, end, new
    first, last = min(start, at), max(end, at + len(took))
    new = before[first:start] + new + before[end:last]
    while first < start and new[:1].isspace() and before[first] == new[0]:
        first, new = first + 1, new[1:]
    while last > first and new[-1:].isspace() and before[last - 1] == new[-1]:
        last, new = last - 1, new[:-1]
    return first, last, new


def _whole_words(before: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """Widen a change so that it neither begins nor ends inside a word."""
    while start > 0 and (
        _cuts(before, start, before[start:end][:1]) or _cuts(before, start, new[:1])
    ):
        start, new = start - 1, before[start - 1] + new
    while end < len(before) and _wordlike(before[end]):
        if not (_wordlike(before[start:end][-1:]) or _wordlike(new[-1:])):
            break
        end, new = end + 1, new + before[end]
    return start, end, new


def _cuts(text: str, at: int, first: str) -> bool:
    """Whether something that begins with ``first`` at ``at`` begins inside a word."""
    return at > 0 and _wordlike(text[at - 1]) and _wordlike(first)


def _wordlike(letter: str) -> bool:
    return bool(letter) and (letter.isalnum() or letter in _WORDLIKE)


def by_place(edits: Sequence[Edit], base: int) -> list[Edit]:
    """Return the edits with their places moved by ``base`` characters."""
    return [replace(e, start=e.start + base, end=e.end + base) for e in edits]


def covered(edit: Edit, span: Span) -> bool:
    """Whether an edit touches a span of the text given."""
    return max(edit.start, span.start) < min(edit.end, span.end)

"""The draft with its proposed changes in it: what would go struck through, what would come underlined.

Words that are not in what the person told us are marked in the same text, so that nobody sends
them for being busy with the changes.
"""

from collections.abc import Iterator, Sequence

from coach.domain.results import Change, Clause
from coach.domain.vocabulary import Support
from coach.review.accept import places
from coach.ui.marked_text import Marked, Piece, State, show_marked
from coach.ui.provenance import stretches

Numbered = tuple[int, Change, State]


def pieces(
    text: str, start: int, end: int, changes: Sequence[Numbered], clauses: Sequence[Clause]
) -> Iterator[Piece]:
    """Cut ``text[start:end]`` into what stays and what would change, in order."""
    at = start
    for number, change, state in changes:
        yield from stretches(text, at, change.start, clauses)
        yield Piece(change.before, change.after, number, state)
        at = change.end
    yield from stretches(text, at, end, clauses)


def show_marks(
    text: str,
    changes: Sequence[Change],
    states: Sequence[State],
    clauses: Sequence[Clause],
    key: str,
) -> None:
    """Show a draft with its changes: open ones as marks, taken ones as the new words.

    Args:
        text: the draft as given.
        changes: those proposed for it.
        states: whether each is open, taken or left.
        clauses: what each part of ``text`` rests on; only what rests on nothing is marked.
        key: of the element.
    """
    where = places(text)
    numbered = zip(range(1, len(changes) + 1), changes, states, strict=True)
    standing = [one for one in numbered if one[2] != "left"]
    titled = [one for one in standing if one[1].start < where.body]
    rest = [one for one in standing if one[1].start >= where.body]
    doubted = [one for one in clauses if one.support is Support.UNSUPPORTED]
    subject = pieces(text, *where.title, titled, doubted) if where.titled else iter(())
    body = pieces(text, where.body, len(text), rest, doubted)
    marked = Marked(tuple(subject), tuple(body))
    seen = any(piece.rests for piece in (*marked.subject, *marked.body))
    show_marked(marked, key, ("unsupported",) if seen else ())

"""What the learnt layer goes by in a clause: its shape, and how much of it the brief holds.

An invention in plain words ("the team now trusts me") has no word that gives it away. What tells is who
is spoken of and in which tense, which kinds of word are new and where they stand, and what the clause before
said. So each word is named by its kind, not by itself: small words stay, of the others the kind and whether the
brief holds them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_novelty import novelty
from coach.review.tense import past_forms
from coach.review.text import words

_SMALL = frozenset(
    """a an the i you he she it we they me him her us them my your his its our their this that these
    those there here is am are was were be been being do does did done has have had having can
    could will would shall should may might must not no yes and or but if then than so
    as at by for from in into of off on onto out over to up with about after before again just only
    also too very really what which who whom whose when where why how all any both each more most
    other some such own same i'm i've i'd i'll you're you've you'd you'll it's that's he's she's
    we're we've they're they've there's don't didn't doesn't isn't wasn't can't couldn't won't
    because though until while since never always ever still yet now once even already
    everything nothing something anything everybody nobody first last next""".split()
)
_TIME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|today|yesterday|tomorrow|tonight|mornings?|afternoons?|evenings?|nights?|weeks?|months?"
    r"|years?|days?|hours?|minutes?|spring|summer|autumn|winter)$"
)
_SUBJECTS = frozenset("i we you he she they it my our your which who i've i'm you've we've".split())
_SIZES = (1, 2, 3)
_MOST, _FEW = 4, 3
_PLAIN = "o"


def signals(ledger: Ledger, pieces: Sequence[Piece]) -> list[frozenset[str]]:
    """Name what is there to go by in each clause of a message, in order."""
    found: list[frozenset[str]] = []
    sentences = [list(some) for _, some in groupby(pieces, key=lambda p: p.sentence.start)]
    for number, some in enumerate(sentences):
        place = "first" if number == 0 else "last" if number >= len(sentences) - 1 else "mid"
        for at, piece in enumerate(some):
            names = {f"sent:{place}", f"first{int(at == 0)}", *_of_clause(ledger, piece)}
            if at:
                names.update(_after(ledger, some[at - 1], piece))
            found.append(frozenset(names))
    return found


def _of_clause(ledger: Ledger, piece: Piece) -> Iterator[str]:
    text = piece.span.text
    past = {word.text.lower() for word in past_forms(text, ledger.reading.phrases)}
    listed = words(text)
    kinds = [_kind(ledger, word, past, first=at == 0) for at, word in enumerate(listed)]
    for size in _SIZES:
        line = ["^", *kinds, "$"]
        yield from (f"k:{' '.join(line[at : at + size])}" for at in range(len(line) - size + 1))
    low = [word.lower() for word in listed]
    for word in low:
        if word not in _SMALL:
            stems = ledger.stems_of(word)
            yield from (f"s:{stem}{':h' if ledger.holds(stem) else ''}" for stem in stems)
    yield from (f"w:{one} {other}" for one, other in pairwise(low))
    yield f"len{min(12, len(listed)) // 2}"
    yield from _weighed(ledger, piece, low, bool(past))


def is_small(word: str) -> bool:
    """Whether a word tells nothing by itself, or is one of time."""
    low = word.lower()
    return low in _SMALL or _TIME.match(low) is not None


def _kind(ledger: Ledger, word: str, past: set[str], *, first: bool) -> str:
    """A small word stands for itself, a word of time or a number for all of them, others for their kind."""
    low = word.lower()
    if low in _SMALL:
        return low
    if _TIME.match(low):
        return "TIME"
    if low[0].isdigit():
        return "NUM"
    stems = ledger.content(word, "title")
    if not stems:
        return _PLAIN
    held = all(ledger.holds(stem) for stem in stems)
    general = all(stem in ledger.wording for stem in stems)
    shape = (
        "P" if low in past else "G" if low.endswith("ing") else "L" if low.endswith("ly") else "N"
    )
    if word[0].isupper() and not first:
        shape = "C"
    return ("h" if held else "w" if general else "x") + shape


def _weighed(ledger: Ledger, piece: Piece, low: Sequence[str], past: bool) -> Iterator[str]:
    """How much is new, beside who is spoken of, the tense, and what the clause does."""
    told = novelty(ledger, piece.span.text)
    new, held, own = min(_FEW, told.new), min(_FEW, told.held), min(_FEW, told.own)
    who, tense = _subject(low), f"p{int(past)}"
    of = told.new + told.held
    quarter = f"frac{int(4 * told.new / of) if of else 0}"
    yield from (f"nw:{min(2 * _MOST, told.weight)}", f"own:{min(_MOST, told.own)}")
    yield from (f"new:{min(_MOST, told.new)}", f"held:{min(_MOST, told.held)}", f"nh:{new}/{held}")
    yield from (f"subj:{who}", f"subj:{who} {tense}", f"subj:{who} {tense} new{new}")
    yield f"subj:{who} new{new} held{min(2, held)}"
    yield f"{tense} own{own} held{min(2, held)}"
    asks, wishes, states = int(piece.asks), int(piece.wishes), int(piece.states)
    yield from (f"asks{asks}", f"wishes{wishes}", f"states{states}", f"prop{int(piece.proposal)}")
    yield from (f"st{states}w{wishes} new{new}", f"asks{asks}wish{wishes}subj:{who}")
    yield f"purpose:{ledger.reading.purpose}"
    yield f"contact{int(ledger.in_contact)} subj:{who} {tense}"
    yield from (quarter, f"{quarter} {tense} subj:{who}")
    yield f"{quarter} states{states} own{min(2, own)}"


def _after(ledger: Ledger, before: Piece, piece: Piece) -> Iterator[str]:
    """What the clause before told, and in which tense."""
    phrases = ledger.reading.phrases
    told = novelty(ledger, before.span.text)
    was = int(bool(past_forms(before.span.text, phrases)))
    now = int(bool(past_forms(piece.span.text, phrases)))
    yield f"prev new{min(_FEW, told.new)} held{min(2, told.held)}"
    yield f"prevp{was} p{now} subj:{_subject([word.lower() for word in words(piece.span.text)])}"


def _subject(low: Sequence[str]) -> str:
    return next((word for word in low if word in _SUBJECTS), "-")

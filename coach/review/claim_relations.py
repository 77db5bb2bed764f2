"""Finds relations told the wrong way round: "you reported to me" where the brief has the reverse."""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_ledger import Ledger
from coach.review.stems import plain
from coach.review.text import Span

_ME = frozenset(("i", "me", "my", "we", "us", "our", "i've", "im"))
_PERSON = r"(?:i've|i|me|my|we|us|our|you|your|he|him|his|she|her|they|them|their)"
_TRIPLE = re.compile(
    rf"\b(?P<who>{_PERSON})(?:'ve|'d)? (?:\w+ly |once |also |have |had |has |kindly |even |then )*"
    rf"(?P<verb>[a-z]+)(?: (?:to|for|with|under|at|by|from|into))? (?:\w+ )?(?P<whom>{_PERSON})\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"^(?P<verb>[a-z]+)(?: (?:to|for|with|under|at|by|from|into))? (?:\w+ )?(?P<whom>{_PERSON})\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?P<whom>{_PERSON}) (?:was|were|am|are|got|been) (?:\w+ly )?(?P<verb>[a-z]+) by (?P<who>{_PERSON})\b",
    re.IGNORECASE,
)


def turned_round(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield what one is said to have done to the other when the brief tells it the other way."""
    given = set()
    for field in ledger.fields:
        if field.path.startswith(
            ("connection", "why_them", "recipient.facts", "sender.facts", "history")
        ):
            for line in re.split(r"[.;\n]|, ", field.text):
                bare = field.path in (
                    "connection",
                    "history.action",
                    "sender.facts",
                    "history.what",
                )
                given |= {t for t, _ in _triples(ledger, line, bare=bare)}
    for (who, verb, whom), found in _triples(ledger, sentence.text):
        if (whom, verb, who) in given and (who, verb, whom) not in given:
            start = sentence.start + found.start()
            yield Claim(Span(start, sentence.start + found.end(), found.group()), "shared-history")


def _triples(
    ledger: Ledger, text: str, *, bare: bool = False
) -> Iterator[tuple[tuple[str, str, str], re.Match[str]]]:
    sides = ledger.lexicon.words("sides")
    patterns = [_TRIPLE, _PASSIVE] + ([_BARE] if bare else [])
    for pattern in patterns:
        for found in pattern.finditer(text.strip()):
            verb = ledger.stems_of(found["verb"])
            groups = found.groupdict()
            who = _side(groups.get("who") or "i")
            whom = _side(found["whom"])
            if verb and verb[0] in sides and who != whom:
                yield (who, verb[0], whom), found


def _side(word: str) -> str:
    return "me" if plain(word) in _ME or word.lower() in _ME else "you"

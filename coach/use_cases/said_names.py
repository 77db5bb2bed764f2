"""Finds whom a mentee named in a question, so that a remote model need not see them.

A single capital tells little ("Python", "English"); two in a row, or one behind a title, tell a name.
"""

import re
from collections.abc import Iterator

from coach.domain.model import Names
from coach.review.claim_tokens import MONTHS, WEEKDAYS, names
from coach.review.letter import read_letter
from coach.review.text import Span, fold, sentences
from coach.use_cases.ports import Records

_CAPITAL = re.compile(r"[^\W\d_a-z][\w'’-]+")
_FRAMING = frozenset(
    "hi hello hey dear good morning afternoon evening best kind warm many with yours all thanks thank you sincerely "
    "regards cheers wishes faithfully truly to whom it may concern take care sent from my iphone".split()
)
"""Words of a greeting or a sign-off that are no names."""
_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx"})
_KNOWN = frozenset(
    {*MONTHS, *WEEKDAYS, "linkedin", "zoom", "teams", "slack", "english", "i", "whatsapp", "google"}
)


def names_said(said: str, records: Records) -> Names:
    """The names in what was said and in the records."""
    people = [one.name for one in records.people()] + [one.person for one in records.meetings()]
    organisations = [one.organisation for one in records.people()]
    return Names(
        people=tuple(dict.fromkeys(filter(None, (*people, *_capitals(said))))),
        organisations=tuple(dict.fromkeys(filter(None, organisations))),
    )


def names_in_letter(text: str) -> Names:
    """The names in a message: those that stand out as names, who is greeted, and who signs."""
    letter = read_letter(text)
    framed = f"{letter.salutation.text}\n{letter.closing.text}"
    signed = [
        word
        for word in _CAPITAL.findall(framed)
        if word.lower() not in _FRAMING and word.lower() not in _TITLES
    ]
    return Names(people=tuple(dict.fromkeys([*_capitals(text), *signed])))


def _capitals(said: str) -> Iterator[str]:
    text = fold(said)
    for sentence in sentences(text, 0, len(text)):
        run: list[Span] = []
        for found in (*names(sentence), Span(len(text) + 2, len(text) + 2, "")):
            if run and found.start > run[-1].end + 2:
                yield from _name(run)
                run = []
            if found.text.lower() not in _KNOWN:
                run.append(found)


def _name(run: list[Span]) -> Iterator[str]:
    words = [found.text.removesuffix("'s") for found in run]
    if len(words) > 1:
        yield " ".join(word for word in words if word.lower() not in _TITLES)

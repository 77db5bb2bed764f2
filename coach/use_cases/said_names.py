"""Finds whom and which organisations a mentee named, so that a remote model need not see them."""

from collections.abc import Iterator

from coach.domain.model import Names
from coach.review.claim_tokens import MONTHS, WEEKDAYS, names
from coach.review.text import Span, fold, sentences
from coach.use_cases.ports import Records

_KNOWN = frozenset(
    {*MONTHS, *WEEKDAYS, "linkedin", "zoom", "teams", "slack", "english", "i", "whatsapp", "google"}
)


def names_said(said: str, records: Records) -> Names:
    """The names in what was said and in the records; a capital within a sentence tells them."""
    people = [one.name for one in records.people()] + [one.person for one in records.meetings()]
    organisations = [one.organisation for one in records.people()]
    return Names(
        people=tuple(dict.fromkeys(filter(None, (*people, *_capitals(said))))),
        organisations=tuple(dict.fromkeys(filter(None, organisations))),
    )


def _capitals(said: str) -> Iterator[str]:
    text = fold(said)
    for sentence in sentences(text, 0, len(text)):
        run: list[Span] = []
        for found in names(sentence):
            if run and found.start > run[-1].end + 1:
                yield _joined(run)
                run = []
            if found.text.lower() not in _KNOWN:
                run.append(found)
        if run:
            yield _joined(run)


def _joined(run: list[Span]) -> str:
    return " ".join(found.text.removesuffix("'s") for found in run)

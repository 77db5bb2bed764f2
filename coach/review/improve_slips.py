"""Steps that set the surest slips of a further language right: one form each, and nothing around it."""

from collections.abc import Iterator

from coach.review.improve_step import Step, edit
from coach.review.reading import Reading
from coach.review.slips import slips

_WHY = "This is the usual form, so your reader does not stop at it."


def mend_slips(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Put the usual form in place of each slip that has one."""
    for sentence in reading.sentences:
        for slip in slips(sentence):
            if slip.right:
                yield edit(reading, subject, slip.at.start, slip.at.end, slip.right, _WHY)

"""What the mentee told on the other pages, as records a conversation may look up; private notes stay out."""

from collections.abc import Iterator

from coach.domain.brief import AnyBrief
from coach.errors import CoachError
from coach.ui import prepare, reach_out_form, reflect
from coach.ui.forms import Form
from coach.ui.work import read_form
from coach.use_cases.told_records import ToldRecords

FORMS: tuple[Form, ...] = (reach_out_form.FORM, prepare.FORM, reflect.FORM)


def told_records() -> ToldRecords:
    """The forms that can be read as they stand now."""
    return ToldRecords(_briefs())


def _briefs() -> Iterator[AnyBrief]:
    for form in FORMS:
        try:
            yield read_form(form)
        except CoachError:  # not told yet, or only half
            continue

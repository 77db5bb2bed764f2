"""Letters that are read one by one are written large; units, sounds and addresses are left as they are."""

import pytest

from coach.writing.text import recase


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("the nvq and a pmp", "the NVQ and a PMP"),
        ("a crm, then html", "a CRM, then HTML"),
        ("closed over xmas, back thurs", "closed over Christmas, back Thursday"),
    ],
)
def test_initials_and_short_days_are_written_as_in_a_message(typed: str, written: str) -> None:
    assert recase(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "5 kg of flour",
        "hmm, ok",
        "see example.org/a/bkl",
        "ask jb@nhs.example",
        "20 mm pipe",
        "http://b.example",
        "a dry gym",
    ],
)
def test_what_only_looks_like_initials_stays(typed: str) -> None:
    assert recase(typed) == typed

"""Who somebody was to the mentee is told to the reader only where it is plainly the reader."""

import pytest

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Purpose
from coach.writing.builtin import BuiltInWriter


def brief(purpose: Purpose, connection: str) -> OutreachBrief:
    return OutreachBrief.model_validate(
        {
            "purpose": purpose,
            "sender": {"name": "Ana Ruiz", "role": "analyst"},
            "recipient": {"name": "Gwen Hart"},
            "connection": connection,
            "topic": "coming back part time",
        }
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("my old head teacher 1998-2003", "You were my head teacher from 1998 to 2003."),
        ("my former boss at the bakery", "You were my boss at the bakery."),
        ("ex-supervisor from the Hull depot", "You were my supervisor at the Hull depot."),
        ("my lecturer in Ghent (2011)", "You were my lecturer in Ghent in 2011."),
        ("previous colleague at Arup, 2015-18", "You were my colleague at Arup from 2015 to 2018."),
        ("my old manager Gwen", "You were my manager."),
    ],
)
def test_somebody_written_to_again_is_told_what_they_were_to_the_mentee(
    typed: str, told: str, writer: BuiltInWriter
) -> None:
    assert told in writer.outreach(brief(Purpose.RECONNECT, typed)).body


@pytest.mark.parametrize(
    ("purpose", "typed"),
    [
        (Purpose.FIRST_CONTACT, "my old manager at Lidl"),
        (Purpose.RECONNECT, "my sister's former tutor"),
        (Purpose.SPONSOR_ASK, "my line manager"),
    ],
)
def test_where_it_may_be_the_reader_or_another_it_is_asked_and_not_told(
    purpose: Purpose, typed: str, writer: BuiltInWriter
) -> None:
    found = writer.outreach(brief(purpose, typed))
    assert typed.split()[-1] not in found.body
    assert any(typed in question and "Gwen" in question for question in found.questions)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("my old manager Priya Shah", "I know of you through my old manager Priya Shah."),
        ("my manager", "I know of you through my manager."),
        ("former student of hers", "I am a former student of yours."),
    ],
)
def test_a_third_person_and_a_plain_bond_stay_as_they_are(
    typed: str, told: str, writer: BuiltInWriter
) -> None:
    assert told in writer.outreach(brief(Purpose.FIRST_CONTACT, typed)).body

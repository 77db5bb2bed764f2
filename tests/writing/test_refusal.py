"""A no is answered and not quoted: a short reason, thanks for what was kind in it, and when to ask again."""

import pytest

from coach.domain.brief import OutreachBrief
from coach.writing.builtin import BuiltInWriter

PLAIN = "I understand completely."


def body(writer: BuiltInWriter, what: str) -> str:
    given = {
        "purpose": "reply-to-no",
        "sender": {"name": "Rosa Lund"},
        "recipient": {"name": "Ivor Pell"},
        "topic": "apprenticeships",
        "history": {"what": what},
    }
    return writer.outreach(OutreachBrief.model_validate(given)).body


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("he's on secondment til june and wished me well", "you're on secondment until June."),
        ("sorry, too many trainees already, all the best", "you have too many trainees already."),
        ("you said you couldn't see anyone before the audit", "you cannot see anyone before the"),
        ("he said he can't, his mother died", PLAIN),
        ("he gets loads of these and cant, good luck", PLAIN),
        ("he cannot because his son is in hospital", PLAIN),
    ],
)
def test_only_a_short_reason_of_time_or_room_is_said_again(
    noted: str, said: str, writer: BuiltInWriter
) -> None:
    text = body(writer, noted)
    assert said in text
    for private in ("luck", "well", "loads", "mother", "hospital", "all the best"):
        assert private not in text.split("I understand")[1].split(".")[0]


@pytest.mark.parametrize(
    ("noted", "thanked"),
    [
        ("declined, recommended the guild newsletter", "for recommending the guild newsletter."),
        ("can't - but said try his colleague Bo", "for suggesting your colleague Bo."),
        ("no, but he passed me on to his deputy", "for passing me on to your deputy."),
        ("said no, advised me to join the forum", "for suggesting that I join the forum."),
        ("full until may, suggested prof. Adler", "for suggesting Prof. Adler."),
        ("no time till june, but looked at my score", "for looking at my score."),
        ("can't, too full, but went through my budget", "for going through my budget."),
    ],
)
def test_what_was_kind_in_a_no_is_thanked_for(
    noted: str, thanked: str, writer: BuiltInWriter
) -> None:
    assert thanked in body(writer, noted)


def test_a_time_to_ask_again_takes_the_place_of_the_open_door(writer: BuiltInWriter) -> None:
    text = body(writer, "not this term, try again in october")
    assert "suggesting that I ask again in October." in text
    assert "glad to ask again then." in text
    assert "one day" not in text

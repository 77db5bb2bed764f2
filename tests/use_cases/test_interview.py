"""The interview as a whole: answers, going back, what is kept, what is said at the end."""

import pytest

from coach.domain.brief import OutreachBrief
from coach.errors import BriefError, InputError
from coach.use_cases.interview import MOST_CHARACTERS, Interview, begin, resume
from coach.use_cases.read_brief import parse_brief, parse_unfinished
from tests.conftest import ANSWERS


def told(*answers: str, **chosen: str) -> Interview:
    going = begin(None, **chosen)
    for answer in answers:
        going = going.answered(answer)
    return going


def test_it_ends_with_a_message_and_says_that_it_is_enough() -> None:
    ended = told(*ANSWERS)
    grown = ended.growth()
    assert ended.question is None
    assert grown.missing == ()
    assert "enough" in ended.ending(grown)
    assert "moved from reporting to forecasting" in grown.body
    assert "Priya Nair" in grown.body


def test_what_is_missing_is_named_at_the_end() -> None:
    ended = told("Elena", "", "leading a team of nurses", *[""] * 6)
    assert ended.question is None
    assert "why Elena" in ended.ending(ended.growth())


def test_going_back_gives_the_question_again_and_forgets_the_answer() -> None:
    going = told("Elena", "built the flood model")
    before = going.back()
    assert before.question is not None
    assert before.question.id == "why-them"
    assert "why_them" not in before.told
    assert going.back().back().back() == begin()


def test_an_answer_can_be_changed() -> None:
    going = told("Elena", "built the flood model").back().answered("wrote the flood law")
    assert going.told["why_them"] == "wrote the flood law"


def test_progress_counts_up_and_stays_about_right() -> None:
    going, seen = begin(), []
    for answer in ANSWERS:
        seen.append(going.place)
        going = going.answered(answer)
    assert [number for number, _ in seen] == [1, 2, 3, 4, 5, 6]
    assert all(abs(about - len(ANSWERS)) <= 3 for _, about in seen)


def test_the_file_gives_the_brief_and_every_answer_as_typed() -> None:
    ended = told(*ANSWERS)
    text = ended.as_yaml()
    brief = parse_brief(text)
    assert isinstance(brief, OutreachBrief)
    assert brief.ask.minutes == 20
    assert "#   ask: a 20 minute call on Tuesday" in text


def test_an_unfinished_file_can_be_taken_up_again() -> None:
    text = told("Elena").as_yaml()
    again = begin(parse_unfinished(text))
    assert again.question is not None
    assert again.question.id == "why-them"


def test_it_can_be_resumed_from_what_was_kept() -> None:
    going = told("Elena", "", "leading a team of nurses")
    again = resume(going.told, going.said)
    assert again.question == going.question
    assert again.place == going.place
    assert again.growth() == going.growth()


def test_distress_is_answered_before_anything_else() -> None:
    going = told("Elena", "I feel like ending my life")
    assert going.care()
    assert going.draft().care == going.care()
    assert going.growth().body == ""
    assert going.draft().body == ""
    assert told("Elena").care() == ""


def test_too_long_an_answer_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError) as error:
        begin().answered("x" * (MOST_CHARACTERS + 1))
    assert "4,000" in error.value.fix


def test_a_channel_that_does_not_fit_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(InputError, match="linkedin-note"):
        begin(None, purpose="closing", channel="linkedin-note")


def test_private_notes_steer_nothing_into_the_message() -> None:
    brief = parse_unfinished("private_notes: [my manager wants to fire me]\nrecipient: Elena\n")
    going = begin(brief).answered("built the flood model")
    assert "manager" not in going.growth().body
    assert "fire" not in going.growth().body


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kind: agenda\n", "agenda"),
        ("recipent: Elena\n", "recipent"),
        ("ask: {minutes: soon}\n", "ask.minutes"),
    ],
)
def test_a_wrong_brief_is_named(text: str, named: str) -> None:
    with pytest.raises(BriefError, match=named):
        parse_unfinished(text)

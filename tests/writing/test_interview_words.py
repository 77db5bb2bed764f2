"""How answers are understood: lengths, kinds, times, names, and "I don't know"."""

import pytest

from coach.domain.vocabulary import AskKind
from coach.writing.interview_words import (
    Named,
    is_empty_talk,
    is_skip,
    kind_in,
    minutes_in,
    reader_in,
    sender_in,
    times_in,
)
from coach.writing.lexicon import load_lexicon
from coach.writing.wording import load_wording
from tests.conftest import KNOWLEDGE

WORDING = load_wording(KNOWLEDGE, "interview")
LEXICON = load_lexicon(KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("a quarter of an hour", 15),
        ("20", 20),
        ("15-20 min", 20),
        ("15 to 20 minutes", 20),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("1.5 hours", 90),
        ("1 hour", 60),
        ("twenty", 20),
        ("about 25 mins", 25),
        ("max 10", 10),
        ("three quarters of an hour", 45),
        ("not long", None),
        ("0", None),
        ("900 minutes", None),
        ("", None),
    ],
)
def test_minutes_are_read_as_people_say_them(text: str, minutes: int | None) -> None:
    assert minutes_in(text, alone=True) == minutes


def test_a_bare_number_elsewhere_is_no_length() -> None:
    assert minutes_in("read my 20 slides") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a call", AskKind.CALL),
        ("coffee", AskKind.COFFEE),
        ("just a reply", AskKind.REPLY),
        ("a line or two", AskKind.REPLY),
        ("zoom, 15 min", AskKind.VIDEO),
        ("introduce me to her boss", AskKind.INTRODUCTION),
        ("her opinion on my plan", AskKind.FEEDBACK),
        ("20 minutes", AskKind.CALL),
        ("world peace", None),
    ],
)
def test_a_kind_is_read_as_people_say_it(text: str, kind: AskKind | None) -> None:
    assert kind_in(text, WORDING) is kind


def test_times_are_taken_out_of_a_request() -> None:
    assert times_in("quick chat next week") == "next week"
    assert times_in("a chat about it") == ""


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dr. Elena Ruiz, director of analytics", Named("Dr. Elena Ruiz", "director of analytics")),
        ("my old boss Tom", Named("Tom", "")),
        ("elena ruiz", Named("elena ruiz", "")),
        ("I want to write to Maria de la Cruz", Named("Maria de la Cruz", "")),
        ("the Step Up programme", Named("the Step Up programme", "")),
        ("a professor at my university", None),
        ("someone in HR", None),
    ],
)
def test_a_reader_is_named_or_not(text: str, named: Named | None) -> None:
    assert reader_in(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I'm Jo and I weld ships", Named("Jo", "I weld ships")),
        ("my name is jose, i am a welder", Named("jose", "i am a welder")),
        ("nurse, 12 years on wards", Named("", "nurse, 12 years on wards")),
        ("Data analyst, Northfield", Named("", "Data analyst, Northfield")),
        ("i am a nurse", Named("", "i am a nurse")),
    ],
)
def test_a_line_about_oneself_gives_a_name_only_when_it_holds_one(text: str, named: Named) -> None:
    assert sender_in(text, LEXICON) == named


@pytest.mark.parametrize(
    "text",
    ["I don't know", "dunno", "not sure yet", "skip", "No.", "-", "", " ", "I don’t remember"],
)
def test_not_knowing_is_an_answer(text: str) -> None:
    assert is_skip(text, WORDING)


@pytest.mark.parametrize(
    "text", ["no time until spring", "not yet", "nothing came of it", "I don't know if I should go"]
)
def test_an_answer_that_only_begins_like_a_skip_is_kept(text: str) -> None:
    assert not is_skip(text, WORDING)


@pytest.mark.parametrize(
    ("question", "text", "vague"),
    [
        ("why-them", "you are very inspiring", True),
        ("why-them", "because of your experience", True),
        ("why-them", "she built the flood model", False),
        ("when", "sometime next week", True),
        ("when", "Tuesday", False),
        ("result", "it went well", True),
        ("result", "I got the job", False),
        ("action", "i tried it", True),
        ("action", "not yet, no meeting so far", False),
        ("impact", "i work hard for many years", True),
        ("impact", "3 wards use it", False),
        ("helped", "gave me good advice", True),
    ],
)
def test_an_answer_that_fits_anybody_is_vague(question: str, text: str, vague: bool) -> None:
    assert is_empty_talk(question, text, WORDING) is vague

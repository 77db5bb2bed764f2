"""True things told in free words are left alone: ages, sums, shares, offers to spare the reader work, good wishes."""

import pytest

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Support
from coach.review import provenance
from coach.review.claim_number_forms import apart
from coach.review.claim_tokens import numbers
from tests.review.samples import TODAY

BRIEF = OutreachBrief.model_validate(
    {
        "kind": "outreach",
        "purpose": "sponsor-ask",
        "channel": "email",
        "sender": {
            "name": "Nadia Okello",
            "role": "train dispatcher",
            "organisation": "Coast Rail",
            "facts": [
                "47 years old",
                "delays down from 61 to 48 a month",
                "saved 190,000 euros in one year",
                "visitors up from 21,000 to 34,000",
                "error rate is 7 per cent, was 12",
            ],
        },
        "recipient": {"name": "Tom Weber", "role": "director"},
        "connection": "he saw her board in September",
        "topic": "the spring committee",
        "ask": {"kind": "video", "minutes": 15},
    }
)
FREE = [
    "At forty-seven I still like the night shift.",
    "I am a dispatcher at Coast Rail.",
    "Delays have come down by thirteen.",
    "It saved a hundred and ninety thousand euros.",
    "We had thirty-four thousand visitors instead of twenty-one.",
    "We now get 7 in a hundred wrong.",
    "May I have 15 min of your time by video?",
    "I'd add a short paragraph to save you the typing.",
    "I can send you the two figures if that helps.",
    "I'd rather be told than guess.",
    "If there is no room, or you think it's too soon, I accept that.",
    "I wish you and your team a calm Christmas.",
    "Thank you, and warm regards from the harbour.",
    "Call on whichever day you like.",
    "I should have asked years ago.",
    "Tom, you're a hero.",
    "I have loved trains since I was a boy.",
    "It's Nad from the signal box. Tusen takk, Nadia",
]
INVENTED = [
    "Delays have come down by thirty.",
    "It saved a hundred and ninety-five thousand euros.",
    "At fifty-seven I still like the night shift.",
    "I'll rewrite your timetable for you by Friday.",
    "I lead a team of 47 dispatchers.",
    "I trained 13,000 people.",
    "I asked you years ago.",
    "It's Ned from the signal box.",
    "In 100 stations my board is used.",
    "In May the board asked me, and you backed my plan.",
]


def marked(sentence):
    """The words of a message that are marked as unsupported."""
    text = f"Subject: x\n\nDear Tom Weber,\n\n{sentence}\n\nThank you,\nNadia Okello"
    found = provenance(text, BRIEF, today=TODAY)
    return [text[c.start : c.end] for c in found if c.support is Support.UNSUPPORTED]


@pytest.mark.parametrize("sentence", FREE)
def test_what_follows_from_the_brief_is_no_invention(sentence):
    assert marked(sentence) == []


@pytest.mark.parametrize("sentence", INVENTED)
def test_what_does_not_follow_is_one(sentence):
    assert marked(sentence)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred thousand crowns", 200_000),
        ("a hundred and ninety thousand", 190_000),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("the twenty-first", 21),
        ("9 grand", 9_000),
        ("sixty-seven", 67),
        ("3 grand pianos", 3),
    ],
)
def test_numbers_in_words_have_their_whole_value(text, value):
    assert [found for found, _ in numbers(text)] == [value]


def test_a_paste_of_digits_is_read_in_a_moment():
    text = "1" * 4_000
    assert list(apart(f"{text} to {text}")) == []

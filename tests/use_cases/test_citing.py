"""Citing: marks are read wherever they stand, and words alone are kept."""

import pytest

from coach.use_cases.citing import Said, read_marked
from coach.use_cases.plain_words import has_address, plain_words

KNOWN = {"c1": "c1", "c2": "c2", "name-what-they-did": "c2"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Say how long [c1].", [Said("Say how long.", ("c1",))]),
        ("Say how long. [c1]", [Said("Say how long.", ("c1",))]),
        ("Say how long [c1, c2].", [Said("Say how long.", ("c1", "c2"))]),
        ("Say how long [c1][c2].", [Said("Say how long.", ("c1", "c2"))]),
        ("Say how long (c1 and c2).", [Said("Say how long.", ("c1", "c2"))]),
        ("Say how long [C1].", [Said("Say how long.", ("c1",))]),
        ("Say how long [name-what-they-did].", [Said("Say how long.", ("c2",))]),
        ("Say how long [c9].", [Said("Say how long.", ("c9",))]),
        ("Say (kindly) how long.", [Said("Say (kindly) how long.")]),
        (
            "One thing [c1]. Another [c2].",
            [Said("One thing.", ("c1",)), Said("Another.", ("c2",))],
        ),
        (
            "- One thing [c1]\n- Another [c2]",
            [Said("One thing", ("c1",)), Said("Another", ("c2",))],
        ),
        ("", []),
    ],
)
def test_marks_belong_to_their_sentence_and_are_taken_out(text, said):
    assert list(read_marked(text, KNOWN)) == said


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Bold** and _soft_", "Bold and soft"),
        ("![a](http://evil.example/x.png)Look", "Look"),
        ("[this](http://evil.example)", "this"),
        ("<img src=x onerror=y>Look<script>", "Look"),
        ("# Head\n> said", "Head\nsaid"),
        ("a\u200bb\u202ec", "abc"),
        ("five < six > four", "five ‹ six › four"),
        ("``` \ncode", "code"),
    ],
)
def test_only_words_are_left(text, plain):
    assert plain_words(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "see https://evil.example",
        "see www.evil.example now",
        "see evil.example",
        "write to me@evil.example",
        "write to me (at) evil (dot) com",
        "ask @evil_person",
        "javascript:alert(1)",
        "call +44 7700 900123",
    ],
)
def test_an_address_is_noticed_in_any_dress(text):
    assert has_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "In six experiments with more than 2,000 people.",
        "Try it. In short, ask.",
        "On 2026-11-24 at 10.",
        "The average effect was medium (d = .65).",
        "It went from .27 to .66, depending on the outcome.",
    ],
)
def test_plain_prose_is_not_an_address(text):
    assert not has_address(text)

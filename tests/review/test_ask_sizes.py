"""The size of a favour is told apart from the length of something the reader made."""

import pytest

from coach.review.ask_sizes import sizes
from coach.review.message import read_message


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Could I ask you about your 40-minute lecture on silt?", []),
        ("Could I have 10 minutes to ask you about silt?", ["10 minutes"]),
        ("Could I ring you on Friday from 3 to 3.15 pm?", ["from 3 to 3.15"]),
        ("Could I ring you on Friday between 3 and 5 pm?", []),
    ],
)
def test_only_the_length_of_the_favour_is_its_size(text: str, size: list[str]):
    assert [at.text for at in sizes(read_message(f"Hi Ama, I dredge canals. {text}"))] == size

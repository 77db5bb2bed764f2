"""A name called out in the first sentence counts as an address; one that is no reader's does not."""

import pytest

from coach.review.called import called
from coach.review.message import read_message


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thanks for yesterday Moira. The shims did it.", "Moira"),
        ("Many thanks for the lift Dev! See you at the yard.", "Dev"),
        ("No worries, Ada, we managed.", "Ada"),
        ("Thanks for the tour of Leeds. It helped.", ""),
        ("Thanks for showing me Figma. It helped.", ""),
    ],
)
def test_the_reader_is_called_by_the_name_at_the_end_of_the_thanks(text: str, name: str):
    assert called(read_message(text)) == name

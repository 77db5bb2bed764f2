"""What stands behind an open action is told apart from the action, and never changed."""

import pytest

from coach.writing.how_far import HowFar, how_far


@pytest.mark.parametrize(
    ("typed", "what", "status", "remark"),
    [
        ("sand the hull - done", "sand the hull", "done", ""),
        (
            "visit the archive — not yet, it was closed",
            "visit the archive",
            "not yet",
            "it was closed",
        ),
        ("read the tender (half done)", "read the tender", "half done", ""),
        ("trial shift: done, was let go early", "trial shift", "done", "was let go early"),
        ("8 cold calls (5 so far)", "8 cold calls", "", "5 so far"),
        ("swim twice a week - did it once", "swim twice a week", "", "did it once"),
        (
            "write to the trust: no answer since May",
            "write to the trust",
            "",
            "no answer since May",
        ),
        ("ask Nils about cover - he said later", "ask Nils about cover", "", "he said later"),
    ],
)
def test_a_note_on_how_far_it_is_is_taken_off(
    typed: str, what: str, status: str, remark: str
) -> None:
    assert how_far(typed) == HowFar(what, status, remark)


@pytest.mark.parametrize(
    "typed",
    [
        "sketch the stand - the one for Bremen",
        "set three rules: one for each shift",
        "follow-up with Ines",
        "ring Ana, then Bo",
        "one-to-one with Max",
    ],
)
def test_what_explains_the_action_stays_with_it(typed: str) -> None:
    assert how_far(typed) == HowFar(typed)

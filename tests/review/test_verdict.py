"""One sentence that says whether a message can go."""

from pathlib import Path

import pytest

from coach.domain.results import Change, Finding
from coach.domain.vocabulary import Severity
from coach.errors import KnowledgeError
from coach.review import default_knowledge
from coach.review.registry import OUTREACH
from coach.review.verdict import FILE, verdict, verdict_words

WORDS = verdict_words(default_knowledge())
CHANGE = Change(before="a", after="b", why="so", check="thanks")


def failed(check: str, severity: Severity = Severity.MUST, fix: str = "") -> Finding:
    return Finding(check=check, passed=False, severity=severity, message="why", fix=fix)


def said(*findings: Finding, changes: int = 0, mended: tuple[str, ...] = ()) -> str:
    left = {finding.check for finding in findings} - set(mended)
    return verdict(findings, [CHANGE] * changes, left, WORDS)


def test_every_check_has_words_for_what_to_do():
    """All but the one whose own words are the verdict."""
    assert set(WORDS.put_right) == {check.id for check in OUTREACH} - {"follow-up-capped"}


def test_a_message_without_a_fault_is_to_be_sent():
    assert said() == "Send it as it is."


def test_a_note_keeps_nobody_from_sending():
    assert said(failed("offers-back", Severity.NOTE)).startswith("Send it;")


def test_what_must_be_put_right_is_named_two_at_most():
    sentence = said(failed("says-who-you-are"), failed("one-clear-ask"), failed("has-subject"))
    assert sentence == "Not yet: first say who you are and ask for one clear thing."


def test_when_the_changes_mend_all_that_must_be_it_says_so():
    one = said(failed("names-recipient"), changes=1, mended=("names-recipient",))
    assert one == "Almost there: make the change below and send it."
    two = said(failed("no-pressure"), changes=2, mended=("no-pressure",))
    assert two == "Almost there: make the 2 changes below and send it."


def test_what_is_worth_a_look_does_not_stop_the_message():
    sentence = said(failed("thanks", Severity.SHOULD))
    assert sentence == "You can send it, and it gets better if you say thank you."
    mended = said(failed("thanks", Severity.SHOULD), changes=1, mended=("thanks",))
    assert mended == "You can send it, and it gets better with the change below."


def test_a_follow_up_too_many_is_called_off_whatever_else_is_wrong():
    sentence = said(
        failed("says-who-you-are"), failed("follow-up-capped", fix="Do not send this. Turn away.")
    )
    assert sentence == "Do not send this."


def test_a_broken_word_file_is_named(tmp_path: Path):
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text("verdicts: [send]\n")
    with pytest.raises(KnowledgeError, match=r"verdict\.yaml"):
        verdict_words(tmp_path)

"""``coach review`` for people: what to do, what to keep, what is in the way, what to change."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.review.samples import GOOD

ROUGH = """Subject: Quick question

Dear Dr. Ruiz,

I hope this email finds you well. I'm just a data analyst at Northfield Hospital and heard your talk \
at the 2026 Health Data Summit on moving from reporting to forecasting. What made you choose management?

Could we have a call sometime?

Priya
"""


def test_the_verdict_comes_first_then_strengths_findings_changes_and_the_text(coach: Run) -> None:
    shown = coach("review", ROUGH).stdout
    parts = [
        "Almost there",
        "Keep this",
        "What your reader may stumble over",
        "Proposed changes",
        "With these changes",
        "You keep",
    ]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)
    assert shown.startswith(parts[0])


def test_a_change_shows_what_goes_what_comes_and_why(coach: Run) -> None:
    lines = coach("review", ROUGH).stdout.splitlines()
    at = lines.index("- I'm just a")
    assert lines[at + 1] == "+ I am a"
    assert lines[at + 2].strip()


def test_five_findings_at_most_and_the_rest_counted(coach: Run) -> None:
    shown = coach("review", "Hi, hope you're doing well! Will you be my mentor?").stdout
    assert sum(line.startswith(("✗", "!", "·")) for line in shown.splitlines()) == 5
    assert "smaller things come after these." in shown


def test_a_good_message_is_told_to_go(coach: Run) -> None:
    shown = coach("review", GOOD).stdout
    assert shown.startswith("Send it as it is.")
    assert "Proposed changes" not in shown
    assert "✗" not in shown


def test_a_file_is_read_as_it_is_and_stays_as_it_is(coach: Run, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(ROUGH, encoding="utf-8")
    assert coach("review", str(path)).stdout == coach("review", ROUGH).stdout
    assert path.read_text(encoding="utf-8") == ROUGH

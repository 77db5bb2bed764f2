"""``coach review`` for people: what to do, what to keep, what is in the way, what to change."""

import json
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


HARM = "Dear Dr. Lee,\n\nMy supervisor keeps touching me. Could we talk?\n\nAna"


def test_harm_is_answered_with_care_and_without_a_critique(coach: Run) -> None:
    shown = coach("review", HARM).stdout
    assert shown.startswith("If what you describe is happening to you")
    assert "Your text stands as you wrote it" in shown
    assert "add --anyway" in shown
    assert "✗" not in shown


def test_a_person_decides_that_it_is_about_something_else(coach: Run) -> None:
    shown = coach("review", HARM, "--anyway").stdout
    assert shown.startswith("If what you describe is happening to you")
    assert "What your reader may stumble over" in shown


def test_in_distress_the_note_stands_alone_until_the_person_wants_more(coach: Run) -> None:
    text = "Dear Dr. Lee,\n\nI do not want to live any more.\n\nAna"
    shown = coach("review", text).stdout
    assert "✗" not in shown
    assert "--anyway" in shown
    assert "Please talk to somebody today" in coach("review", text, "--anyway").stdout


def test_what_nobody_told_us_is_named_and_every_clause_says_what_it_rests_on(
    coach: Run, tmp_path: Path
) -> None:
    brief = tmp_path / "brief.yaml"
    brief.write_text(
        "kind: outreach\nrecipient: Dr. Ruiz\nsender: {name: Priya, role: data analyst}\n"
        "questions: [What made you choose management?]\n",
        encoding="utf-8",
    )
    text = (
        "Dear Dr. Ruiz,\n\nI am a data analyst. I won a prize in Lisbon.\n\n"
        "What made you choose management?\n\nPriya"
    )
    shown = coach("review", text, "--brief", str(brief)).stdout
    assert "no-unsupported-claim" in shown
    assert "Lisbon" in shown
    clauses = json.loads(coach("review", text, "--brief", str(brief), "--format", "json").stdout)[
        "clauses"
    ]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in clauses)
    supports = {one["text"]: one["support"] for one in clauses}
    assert supports["I am a data analyst"] == "brief"
    assert supports["I won a prize in Lisbon"] == "unsupported"
    assert all(one["reason"] for one in clauses)

"""Wrong input exits with 2, names the thing and the fix, and never shows a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from coach.use_cases.examples import example

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draft", "missing.yaml"], "missing.yaml"),
        (["draft"], "no brief"),
        (["draft", "missing.yaml", "--model", "openai:x"], "OPENAI_API_KEY"),
        (["draft", "missing.yaml", "--model", "gpt-5"], "openai:gpt-5"),
        (["review", "Hi", "--model", "nobody:m"], "nobody"),
        (["draft", "x", "--style", "nag"], "nag"),
        (["draft", "x", "--variants", "0"], "0"),
        (["draft", "--batch", "missing.jsonl"], "missing.jsonl"),
        (["review"], "no text"),
        (["review", "missing.txt"], "missing.txt"),
        (["review", "   "], "no text"),
        (["review", "Dear Elena, how are you", "--channel", "fax"], "fax"),
        (["guidance", "search", " "], "query is empty"),
        (["guidance", "search", "x", "-k", "0"], "k is 0"),
        (["guidance", "show", "ask-for-twenty-minute"], "ask-for-twenty-minutes"),
        (["guidance", "list", "--topic", "agendas"], "agenda"),
        (["example", "poem"], "poem"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_input_exits_with_two_and_names_the_thing(
    arguments: list[str], said: str, coach: Run
) -> None:
    done = coach(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_an_eml_of_a_linkedin_note_is_refused(coach: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.yaml"
    path.write_text(example("outreach").replace("channel: email", "channel: linkedin-note"))
    done = coach("draft", str(path), "--format", "eml")
    assert done.exit_code == 2
    assert "e-mail" in done.stderr


def test_a_subject_in_a_brief_is_an_unknown_key(coach: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.yaml"
    path.write_text(example("outreach") + "subject: Hello\n")
    done = coach("draft", str(path))
    assert done.exit_code == 2
    assert "subject" in done.stderr


def test_a_brief_of_the_wrong_kind_is_refused_for_a_review(coach: Run, tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(example("agenda"))
    done = coach("review", "Dear Elena, could we talk?", "--brief", str(path))
    assert done.exit_code == 2
    assert "kind outreach" in done.stderr


def test_a_data_folder_that_cannot_be_made_is_named(coach: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = coach("guidance", "search", "subject line", env={"COACH_HOME": str(blocked)})
    assert done.exit_code == 2
    assert "COACH_HOME" in done.stderr

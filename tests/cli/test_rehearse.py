"""``coach rehearse`` with a person of one's own, with files, and side by side."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run

TURNS = (
    "Thank you for seeing me. I am a data analyst.\n\nHow did you decide between the two tracks?\n"
)
GUESS = "A guess, made only from what you wrote."


@pytest.fixture
def turns(tmp_path: Path) -> str:
    path = tmp_path / "turns.txt"
    path.write_text(TURNS, encoding="utf-8")
    return str(path)


def test_a_brief_proposes_the_talk_and_its_person_answers(
    coach: Run, brief: str, turns: str
) -> None:
    shown = coach("rehearse", "--brief", brief, "--turns", turns, "--format", "json")
    assert shown.exit_code == 0
    found = json.loads(shown.stdout)
    assert found["scenario"] == "first-informational-talk"
    assert found["person"]["name"] == "Dr. Elena Ruiz"
    assert GUESS in shown.stderr
    assert "What you wanted to bring up" in shown.stderr


def test_another_talk_and_manner_can_be_chosen(coach: Run, brief: str, turns: str) -> None:
    chosen = ("--scenario", "sponsor-advocacy", "--time", "little", "--formality", "formal")
    shown = coach("rehearse", "--brief", brief, *chosen, "--turns", turns, "--format", "json")
    found = json.loads(shown.stdout)
    assert found["scenario"] == "sponsor-advocacy"
    assert found["person"]["manner"] == {"time": "little", "formality": "formal", "warmth": "even"}


@pytest.mark.parametrize(
    ("arguments", "problem", "fix"),
    [
        ((), "no scenario was given", "--brief FILE"),
        (("--time", "little"), "are for the person of a brief", "Add --brief FILE"),
        (("--brief", "brief.yaml", "--persona", "storyteller"), "one counterpart", "--persona out"),
        (("--brief", "none.yaml"), "none.yaml: cannot read the brief", "Check the path"),
        (
            ("--brief", "brief.yaml", "--scenario", "conflicting-advice"),
            "cannot be had with a person of your own",
            "first-informational-talk",
        ),
        (
            ("--open", "brief.yaml"),
            "brief.yaml: this is not a saved rehearsal",
            "saved on Rehearse",
        ),
        (("--open", "x.json", "--scenario", "ending-well"), "--open goes on", "Leave --brief"),
        (("--scenario", "ending-well", "--out", "x.md"), "--out needs a format", "--format md"),
        (
            ("--scenario", "ending-well", "--format", "docx"),
            "cannot be shown",
            "--out rehearsal.docx",
        ),
    ],
)
def test_what_does_not_go_together_is_refused_with_the_way_out(
    coach: Run, brief: str, arguments: tuple[str, ...], problem: str, fix: str
) -> None:
    assert brief
    refused = coach("rehearse", *arguments)
    assert refused.exit_code == 2
    assert problem in refused.stderr
    assert fix in refused.stderr


def test_a_brief_that_tells_of_harm_is_met_with_a_note_and_goes_on_only_when_asked(
    coach: Run, brief: str, turns: str
) -> None:
    told = json.loads(Path(brief).read_text(encoding="utf-8"))
    harmed = {**told, "topic": "my supervisor puts his hand on my knee"}
    Path(brief).write_text(json.dumps(harmed), encoding="utf-8")
    refused = coach("rehearse", "--brief", brief, "--turns", turns)
    assert refused.exit_code == 2
    assert "add --anyway" in refused.stderr
    assert coach("rehearse", "--brief", brief, "--turns", turns, "--anyway").exit_code == 0


def test_a_talk_is_saved_opened_and_set_beside_itself(coach: Run, turns: str) -> None:
    scene = ("--scenario", "first-informational-talk")
    coach("rehearse", *scene, "--turns", turns, "--format", "json", "--out", "one.json")
    shown = coach("rehearse", "--open", "one.json", "--turns", turns, "--format", "json")
    assert len(json.loads(shown.stdout)["turns"]) == 4
    beside = coach("rehearse", "--progress", "one.json", "--progress", "one.json").stdout
    assert "Your share" in beside
    assert "Listening" in beside


def test_a_word_file_holds_the_talk_and_no_private_note(coach: Run, brief: str, turns: str) -> None:
    told = json.loads(Path(brief).read_text(encoding="utf-8"))
    private = {**told, "private_notes": ["I am about to resign in March"]}
    Path(brief).write_text(json.dumps(private), encoding="utf-8")
    coach("rehearse", "--brief", brief, "--turns", turns, "--format", "docx", "--out", "r.docx")
    made = docx.Document(io.BytesIO(Path("r.docx").read_bytes()))
    text = "\n".join(one.text for one in made.paragraphs)
    assert "Dr. Elena Ruiz" in text
    assert GUESS in text
    assert "How did you decide between the two tracks?" in text
    assert "resign" not in text


def test_a_line_of_a_batch_may_give_a_brief(coach: Run, brief: str) -> None:
    told = json.loads(Path(brief).read_text(encoding="utf-8"))
    lines = "\n".join(
        json.dumps(one)
        for one in (
            {"id": 1, "brief": told, "turns": ["Thank you for seeing me.", "How did you begin?"]},
            {"id": 2, "turns": ["Hello."]},
        )
    )
    first, second = map(
        json.loads, coach("rehearse", "--batch", "-", given=lines).stdout.splitlines()
    )
    assert first["person"]["name"] == "Dr. Elena Ruiz"
    assert "`scenario` is missing" in second["error"]["message"]

"""``coach interview``: one question at a time, and nothing typed is lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from coach.cli.interview import Screen, _ask_all
from coach.use_cases.interview import begin
from coach.use_cases.read_brief import read_brief
from tests.conftest import ANSWERS

Run = Callable[..., Result]


def lines(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def test_answers_from_a_pipe_become_a_message_and_a_brief(coach: Run, tmp_path: Path) -> None:
    done = coach("interview", given=lines(*ANSWERS))
    assert done.exit_code == 0
    assert "Hello Elena," in done.output
    assert "Would you have 20 minutes for a call?" in done.output
    assert "saved to interview.yaml" in done.output
    brief = read_brief(tmp_path / "interview.yaml")
    assert brief.why_them == ANSWERS[1]


def test_every_question_comes_with_its_reason_and_its_number(coach: Run) -> None:
    done = coach("interview", given=lines("Elena"))
    assert "1 of about" in done.output
    assert "written for one person" in done.output
    assert "2 of about" in done.output


def test_the_message_grows_after_each_answer(coach: Run) -> None:
    done = coach("interview", given=lines(*ANSWERS[:2]))
    assert "│ I" in done.output
    assert "still to come: what it is about" in done.output


def test_a_question_mark_shows_an_example_and_asks_again(coach: Run, tmp_path: Path) -> None:
    done = coach("interview", given=lines("?", "Elena"))
    assert "For instance: Dr. Elena Ruiz" in done.output
    assert done.output.count("Who are you writing to") == 2
    assert "#   reader: Elena" in (tmp_path / "interview.yaml").read_text()


def test_back_asks_the_last_question_again(coach: Run, tmp_path: Path) -> None:
    coach("interview", given=lines("Elena", "back", "Tomas"))
    assert "name: Tomas" in (tmp_path / "interview.yaml").read_text()


def test_back_at_the_first_question_says_so(coach: Run) -> None:
    assert "first question" in coach("interview", given=lines("back")).output


def test_done_stops_and_keeps_what_there_is(coach: Run, tmp_path: Path) -> None:
    done = coach("interview", given=lines("Elena", "done", "never read"))
    assert done.exit_code == 0
    assert "it begins with why Elena" in done.output
    assert "never" not in (tmp_path / "interview.yaml").read_text()


def test_an_empty_line_skips(coach: Run, tmp_path: Path) -> None:
    coach("interview", given=lines("Elena", "", "leading a team of nurses"))
    text = (tmp_path / "interview.yaml").read_text()
    assert "topic: leading a team of nurses" in text
    assert "#   why-them: (skipped)" in text


def test_json_holds_message_brief_and_answers_alone_on_stdout(coach: Run) -> None:
    done = coach("interview", "--format", "json", given=lines(*ANSWERS))
    found = json.loads(done.stdout)
    assert found["message"]["style"] == "coach"
    assert found["brief"]["ask"]["minutes"] == 20
    assert found["answers"][0] == {"question": "reader", "text": "Elena Ruiz"}
    assert found["missing"] == []
    assert "Who are you writing to" in done.stderr


def test_it_starts_from_a_brief_and_asks_only_for_the_rest(coach: Run, brief: str) -> None:
    done = coach("interview", "--brief", brief, given="")
    assert done.exit_code == 0
    assert "Who are you writing to" not in done.output


def test_the_brief_it_started_from_can_be_brought_up_to_date(coach: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("recipient: Elena\n")
    done = coach("interview", "--brief", "mine.yaml", "--out", "mine.yaml", given=lines(ANSWERS[1]))
    assert done.exit_code == 0
    assert "why_them: she moved" in mine.read_text()


def test_no_file_is_written_over(coach: Run, tmp_path: Path) -> None:
    (tmp_path / "interview.yaml").write_text("mine")
    coach("interview", given=lines("Elena"))
    assert (tmp_path / "interview.yaml").read_text() == "mine"
    assert (tmp_path / "interview-2.yaml").exists()
    refused = coach("interview", "--out", "interview.yaml", given=lines("Elena"))
    assert refused.exit_code == 2
    assert "already" in refused.stderr


def test_a_follow_up_that_comes_too_soon_says_when_to_write(coach: Run) -> None:
    done = coach("interview", "--purpose", "follow-up", given=lines("Elena", "yesterday", "done"))
    assert "people need a week" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--purpose", "closing", "--channel", "linkedin-note"), "linkedin-note"),
        (("--brief", "nowhere.yaml"), "nowhere.yaml"),
        (("--brief", "-"), "standard input"),
        (("--out", "no/such/folder.yaml"), "no such folder"),
        (("--out", "."), "folder"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_asked(
    arguments: tuple[str, ...], said: str, coach: Run
) -> None:
    done = coach("interview", *arguments, given=lines("Elena"))
    assert done.exit_code == 2
    assert said in done.stderr
    assert "of about" not in done.output


def test_too_long_an_answer_is_refused_and_asked_for_again(coach: Run) -> None:
    done = coach("interview", given=lines("x" * 5000, "Elena"))
    assert "too long" in done.output
    assert "Hello Elena," in done.output


class Broken:
    """A terminal where Ctrl-C is pressed after some answers."""

    def __init__(self, *answers: str) -> None:
        self._left = list(answers)

    def isatty(self) -> bool:
        return True

    def readline(self) -> bytes:
        if not self._left:
            raise KeyboardInterrupt
        return f"{self._left.pop(0)}\n".encode()


def test_ctrl_c_keeps_every_answer(tmp_path: Path) -> None:
    place = tmp_path / "kept.yaml"
    screen = Screen(Broken("Elena", ANSWERS[1]), to_errors=False)  # type: ignore[arg-type]
    ended, interrupted = _ask_all(begin(), screen, place)
    assert interrupted
    assert len(ended.replies) == 2
    assert ANSWERS[1] in place.read_text()


def test_what_is_no_text_is_said_and_what_was_typed_before_is_kept(
    coach: Run, tmp_path: Path
) -> None:
    done = coach("interview", given=b"Elena\n\xff\xfe\n")  # type: ignore[arg-type]
    assert done.exit_code == 2
    assert "UTF-8" in done.stderr
    assert "Elena" in (tmp_path / "interview.yaml").read_text()
    assert "Saved what you typed" in done.output

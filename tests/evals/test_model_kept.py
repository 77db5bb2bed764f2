"""A long run can be stopped and goes on where it was."""

from pathlib import Path

from evals.model_kept import Kept, Row


def row(**changed: object) -> Row:
    told = {
        "task": "ask",
        "item": "dev/1",
        "way": "plain",
        "model": "m",
        "tag": "plain:1",
        "day": "2026-11-29",
    }
    return Row.model_validate({**told, **changed})


def test_what_was_done_is_found_again_in_the_file(tmp_path: Path):
    path = tmp_path / "kept" / "rows.jsonl"
    Kept(path).add(row(texts=("Hello.",)))
    found = Kept(path).get("ask", "dev/1", "plain", "m", "plain:1")
    assert found is not None
    assert found.texts == ("Hello.",)


def test_another_prompt_is_another_piece_of_work(tmp_path: Path):
    kept = Kept(tmp_path / "rows.jsonl")
    kept.add(row())
    assert kept.get("ask", "dev/1", "plain", "m", "plain:2") is None


def test_what_failed_is_tried_again(tmp_path: Path):
    path = tmp_path / "rows.jsonl"
    kept = Kept(path)
    kept.add(row(fault="APITimeoutError"))
    assert kept.get(*row().key) is None
    kept.add(row(texts=("Now it came.",)))
    assert Kept(path).get(*row().key) is not None

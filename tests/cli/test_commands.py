"""Every command gives what the contract says, in text and in JSON, and fails kindly."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from markdown_it import MarkdownIt
from pytest_socket import socket_allow_hosts

from coach.use_cases.examples import example
from tests.conftest import PRIYA

Run = Callable[..., Result]


def test_a_message_has_every_field_of_the_contract(coach: Run, brief: str) -> None:
    draft = json.loads(coach("draft", brief, "--format", "json").stdout)
    assert set(draft) == {
        "kind", "subject", "body", "style", "sentences", "findings", "questions", "guidance", "writer",
    }  # fmt: skip
    assert set(draft["sentences"][0]) == {"text", "move", "from", "support"}
    assert set(draft["findings"][0]) == {
        "check", "passed", "severity", "message", "quote", "start", "end", "fix", "cards",
    }  # fmt: skip
    assert set(draft["guidance"][0]) == {"card", "title", "why", "sources"}
    assert draft["writer"] == {
        "name": "built-in", "prompt": "", "repairs": 0, "floor": False,
        "tokens": {"in": 0, "out": 0},
    }  # fmt: skip


def test_a_finding_quotes_the_words_at_its_offsets(coach: Run, brief: str) -> None:
    draft = json.loads(coach("draft", brief, "--format", "json").stdout)
    for finding in draft["findings"]:
        assert draft["body"][finding["start"] : finding["end"]] == finding["quote"]


@pytest.mark.parametrize("kind", ["outreach", "agenda", "reflection"])
def test_the_example_passes_every_must_check(kind: str, coach: Run) -> None:
    draft = json.loads(coach("draft", "-", "--format", "json", given=example(kind)).stdout)
    failed = [f["check"] for f in draft["findings"] if f["severity"] == "must" and not f["passed"]]
    assert failed == []


def test_an_agenda_has_every_field_of_the_contract(coach: Run) -> None:
    draft = json.loads(coach("draft", "-", "--format", "json", given=example("agenda")).stdout)
    assert {"kind", "title", "purpose", "minutes", "items", "prepare", "findings"} <= set(draft)
    assert set(draft["items"][0]) == {"minutes", "title", "why", "questions", "from"}


def test_a_reflection_has_every_field_of_the_contract(coach: Run) -> None:
    draft = json.loads(coach("draft", "-", "--format", "json", given=example("reflection")).stdout)
    assert {"kind", "style", "sections", "findings"} <= set(draft)
    assert set(draft["sections"][0]) == {"stage", "prompts", "advice"}


def test_the_style_on_the_command_line_wins(coach: Run, brief: str) -> None:
    draft = json.loads(coach("draft", brief, "--style", "coach", "--format", "json").stdout)
    assert draft["style"] == "coach"


def test_variants_differ(coach: Run, brief: str) -> None:
    found = json.loads(coach("draft", brief, "--variants", "3", "--format", "json").stdout)
    assert len({draft["body"] for draft in found["variants"]}) == 3


def test_text_is_plain_when_piped(coach: Run, brief: str) -> None:
    out = coach("draft", brief).stdout
    assert "\x1b[" not in out
    assert "Dr. Ruiz" in out


def test_a_message_can_be_written_to_an_eml_file(coach: Run, brief: str, tmp_path: Path) -> None:
    target = tmp_path / "message.eml"
    assert coach("draft", brief, "--format", "eml", "--out", str(target)).exit_code == 0
    assert b"Subject: " in target.read_bytes()


def test_a_place_that_cannot_be_written_is_named(coach: Run, brief: str, tmp_path: Path) -> None:
    done = coach("draft", brief, "--out", str(tmp_path / "no" / "x.txt"))
    assert done.exit_code == 2
    assert "no/x.txt" in done.stderr


def test_a_batch_keeps_order_and_ids_and_survives_bad_lines(coach: Run) -> None:
    lines = [
        json.dumps({"id": 1, "brief": PRIYA}),
        "not json",
        json.dumps({"id": "b", "brief": {"kind": "outreach"}}),
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "brief": PRIYA, "style": "coach"}),
        json.dumps({"id": "e", "brief": PRIYA, "style": "nag"}),
    ]
    done = coach("draft", "--batch", "-", given="\n".join(lines))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == [1, None, "b", "c", "d", "e"]
    assert ["error" in row for row in rows] == [False, True, True, True, False, True]
    assert all(set(row["error"]) == {"message", "fix"} for row in rows if "error" in row)
    assert rows[4]["style"] == "coach"


def test_a_review_has_every_field_of_the_contract(coach: Run, brief: str) -> None:
    text = "Hi there, I hope this finds you well. Will you be my mentor?"
    found = json.loads(coach("review", text, "--brief", brief, "--format", "json").stdout)
    fields = {"verdict", "strengths", "findings", "improved", "changes", "own_words_kept"}
    assert fields <= set(found) <= {*fields, "care", "clauses"}
    assert found["verdict"].startswith("Not yet")
    for change in found["changes"]:
        assert text[change["start"] : change["end"]] == change["before"]
    assert set(found["improved"]) == {"subject", "body"}
    assert 0 <= found["own_words_kept"] <= 1
    failed = {f["check"] for f in found["findings"] if not f["passed"]}
    assert {"names-recipient", "ask-low-commitment", "no-cliche"} <= failed
    for finding in found["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_findings_point_to_cards_that_exist(coach: Run) -> None:
    found = json.loads(
        coach("review", "Will you be my mentor? Thanks a lot", "--format", "json").stdout
    )
    cards = {card for finding in found["findings"] for card in finding["cards"]}
    known = json.loads(coach("guidance", "list", "--format", "json").stdout)["cards"]
    assert cards
    assert cards <= {row["card"] for row in known}


def test_strict_review_exits_with_one(coach: Run) -> None:
    assert coach("review", "Will you be my mentor, please?", "--strict").exit_code == 1


def test_a_review_batch_takes_text_brief_channel_and_purpose(coach: Run) -> None:
    lines = [
        json.dumps(
            {"id": "a", "text": "Hi Elena, can we talk?", "brief": PRIYA, "channel": "chat"}
        ),
        json.dumps({"id": "b", "text": "Hi", "channel": "fax"}),
        json.dumps({"id": "c", "text": ""}),
    ]
    rows = [
        json.loads(line)
        for line in coach("review", "--batch", "-", given="\n".join(lines)).stdout.splitlines()
    ]
    assert [("error" in row, row["id"]) for row in rows] == [(False, "a"), (True, "b"), (True, "c")]


def test_search_shows_cards_with_scores(coach: Run) -> None:
    found = json.loads(
        coach(
            "guidance", "search", "they never replied to me", "-k", "3", "--format", "json"
        ).stdout
    )
    assert set(found) == {"query", "answered", "results"}
    assert found["answered"]
    assert set(found["results"][0]) == {"card", "topic", "title", "score", "excerpt"}
    assert len(found["results"]) <= 3


def test_search_says_when_there_is_nothing(coach: Run) -> None:
    found = json.loads(
        coach("guidance", "search", "how long to boil an egg", "--format", "json").stdout
    )
    assert (found["answered"], found["results"]) == (False, [])
    assert "nothing on this" in coach("guidance", "search", "how long to boil an egg").stdout


def test_a_search_batch_answers_each_line(coach: Run) -> None:
    lines = [
        json.dumps({"id": 7, "query": "subject line", "k": 2}),
        json.dumps({"id": 8, "query": " "}),
    ]
    rows = [
        json.loads(x)
        for x in coach(
            "guidance", "search", "--batch", "-", given="\n".join(lines)
        ).stdout.splitlines()
    ]
    assert [row["id"] for row in rows] == [7, 8]
    assert "error" in rows[1]


def test_a_card_is_shown_with_its_sources(coach: Run) -> None:
    card = json.loads(
        coach("guidance", "show", "ask-for-twenty-minutes", "--format", "json").stdout
    )
    assert card["sources"][0]["title"]
    assert "Ask yourself" in coach("guidance", "show", "ask-for-twenty-minutes").stdout


@pytest.fixture
def loopback() -> None:
    """The doctor looks for models on this computer, and nowhere else."""
    socket_allow_hosts(["127.0.0.1"])


@pytest.mark.enable_socket
@pytest.mark.usefixtures("loopback")
def test_the_doctor_finds_everything_in_order(coach: Run) -> None:
    found = json.loads(coach("doctor", "--format", "json").stdout)
    assert found["ok"]
    assert {check["name"] for check in found["checks"]} == {
        "writer",
        "models on this computer",
        "data folder",
        "guidance",
        "search",
        "drafts",
    }


@pytest.mark.enable_socket
@pytest.mark.usefixtures("loopback")
def test_the_doctor_names_what_is_wrong_and_the_fix(coach: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = coach(
        "doctor", "--format", "json", env={"COACH_HOME": str(blocked), "COACH_MODEL": "openai:x"}
    )
    wrong = {
        check["name"]: check["fix"]
        for check in json.loads(done.stdout)["checks"]
        if not check["ok"]
    }
    assert done.exit_code == 2
    assert "OPENAI_API_KEY" in wrong["writer"]
    assert "COACH_HOME" in wrong["data folder"]


def test_the_schema_is_json_schema(coach: Run) -> None:
    found = json.loads(coach("schema", "outreach").stdout)
    assert found["$schema"].startswith("https://json-schema.org/")
    assert found["required"] == ["recipient"]


def test_html_and_markdown_in_a_brief_stay_text(coach: Run) -> None:
    typed = {**PRIYA, "topic": "<script>alert(1)</script> and [a](http://b.c) **bold**"}
    draft = json.loads(coach("draft", "-", "--format", "json", given=json.dumps(typed)).stdout)
    assert "<script>alert(1)</script>" in draft["body"]
    shown = coach("draft", "-", "--format", "md", given=json.dumps(typed)).stdout
    page = MarkdownIt("commonmark").render(shown)
    assert [tag for tag in ("<script", "<a ", "<strong") if tag in page] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt; and [a](http://b.c) **bold**" in page


@pytest.mark.parametrize(
    "name", ["مريم الزهراء", "陈 伟", "🙂 Sam", "Zoë Ångström", "O'Brien-Núñez"]
)
def test_names_of_every_script_are_greeted_as_typed(name: str, coach: Run) -> None:
    given = json.dumps({**PRIYA, "recipient": {"name": name}}, ensure_ascii=False)
    draft = json.loads(coach("draft", "-", "--format", "json", given=given).stdout)
    first = name.replace("🙂 ", "").split()[0]
    assert first in draft["body"].splitlines()[0]


@pytest.mark.enable_socket
@pytest.mark.usefixtures("loopback")
def test_the_doctor_says_which_setting_cannot_be_right_and_goes_on(coach: Run) -> None:
    done = coach("doctor", env={"COACH_MASK": "maybe"})
    assert done.exit_code == 2
    assert "✗ writer: COACH_MASK is 'maybe'" in done.stdout
    assert (
        "→ Set it to auto, always or never. Until then the built-in writer writes." in done.stdout
    )
    assert "✓ drafts" in done.stdout


def test_versions_that_repeat_are_left_out_and_the_person_is_told(coach: Run, brief: str) -> None:
    done = coach("draft", brief, "--variants", "9", "--format", "json")
    bodies = [draft["body"] for draft in json.loads(done.stdout)["variants"]]
    assert len(set(bodies)) == len(bodies) < 9
    assert f"only {len(bodies)} different ways" in done.stderr

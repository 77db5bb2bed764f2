"""``coach ask``: cited advice, or open questions, or a plain no with the nearest topics."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from coach.domain.vocabulary import TOPICS
from coach.review import coach_asks_only

Run = Callable[..., Result]
CONTRACT = {"style", "answered", "answer", "questions", "citations", "writer"}
ALL_TOPICS = {topic for group in TOPICS.values() for topic in group}
ON_TOPIC = "they never replied to my message, may I write again"
OFF_TOPIC = "how long do I boil an egg"
FORM = "Hand in form M-12 at room 214 of the Linden building before the end of January."


def asked(coach: Run, *arguments: str) -> dict:
    done = coach("ask", *arguments, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def card(coach: Run, name: str) -> dict:
    return json.loads(coach("guidance", "show", name, "--format", "json").stdout)


def test_an_answer_has_every_field_of_the_contract(coach: Run) -> None:
    answer = asked(coach, ON_TOPIC)
    assert set(answer) >= CONTRACT
    assert (answer["style"], answer["answered"], answer["questions"]) == ("mentor", True, [])
    assert answer["writer"]["name"] == "built-in"
    assert answer["citations"]
    assert all(set(cited) >= {"card", "sources", "quote"} for cited in answer["citations"])


def test_every_citation_quotes_its_card_and_is_numbered_in_the_answer(coach: Run) -> None:
    answer = asked(coach, ON_TOPIC)
    for number, cited in enumerate(answer["citations"], start=1):
        found = card(coach, cited["card"])
        assert " ".join(cited["quote"].split()) in " ".join(found["do"].split())
        assert cited["quote"] in answer["answer"]
        assert f"[{number}]" in answer["answer"]
        assert {source["id"] for source in found["sources"]} == set(cited["sources"])


def test_the_answer_is_shown_with_the_way_to_each_card(coach: Run) -> None:
    answer = asked(coach, ON_TOPIC)
    shown = coach("ask", ON_TOPIC).stdout
    assert shown.startswith(answer["answer"])
    assert "From the guidance" in shown
    for number, cited in enumerate(answer["citations"], start=1):
        assert f"[{number}] {cited['title']}  (coach guidance show {cited['card']})" in shown
    assert "\x1b[" not in shown


def test_coach_style_only_asks(coach: Run) -> None:
    answer = asked(coach, ON_TOPIC, "--style", "coach")
    assert (answer["style"], answer["answered"], answer["answer"]) == ("coach", True, "")
    assert 1 <= len(answer["questions"]) <= 3
    assert all(question.endswith("?") for question in answer["questions"])
    assert coach_asks_only(answer["questions"]).passed
    assert answer["citations"]
    shown = coach("ask", ON_TOPIC, "--style", "coach").stdout
    assert [line[2:] for line in shown.splitlines() if line.startswith("? ")] == answer["questions"]


@pytest.mark.parametrize("style", ["mentor", "coach"])
def test_off_topic_it_says_so_and_offers_the_nearest_topics(coach: Run, style: str) -> None:
    answer = asked(coach, OFF_TOPIC, "--style", style)
    assert (answer["answered"], answer["citations"], answer["questions"]) == (False, [], [])
    assert "nothing on" in answer["answer"]
    assert answer["topics"]
    assert set(answer["topics"]) <= ALL_TOPICS
    shown = coach("ask", OFF_TOPIC, "--style", style).stdout
    assert answer["answer"] in shown
    for topic in answer["topics"]:
        assert f"coach guidance list --topic {topic}" in shown
        assert coach("guidance", "list", "--topic", topic).exit_code == 0


def test_a_passage_of_ones_own_stands_apart_from_the_answer(coach: Run, tmp_path: Path) -> None:
    (tmp_path / "handbook.md").write_text(f"# Joining\n\n{FORM}")
    coach("guidance", "add", str(tmp_path / "handbook.md"))
    try:
        answer = asked(coach, "where do I hand in form M-12")
        shown = coach("ask", "where do I hand in form M-12").stdout
        elsewhere = asked(coach, ON_TOPIC)
    finally:
        coach("guidance", "remove", "handbook.md")
    assert answer["answered"]
    assert [hit["document"] for hit in answer["own"]] == ["handbook.md"]
    assert FORM not in answer["answer"]
    assert "Yours\n· handbook.md, Joining\n" in shown
    assert elsewhere.get("own", []) == []
    assert elsewhere["citations"]


def test_a_batch_keeps_order_and_ids_and_survives_bad_lines(coach: Run) -> None:
    lines = [
        json.dumps({"id": 1, "question": ON_TOPIC}),
        "not json",
        json.dumps({"id": "b", "question": ON_TOPIC, "style": "coach"}),
        json.dumps({"id": "c", "question": OFF_TOPIC}),
        json.dumps({"id": "d"}),
        json.dumps({"id": "e", "question": "  "}),
        json.dumps({"id": "f", "question": ON_TOPIC, "style": "nag"}),
        json.dumps({"id": "g", "question": ON_TOPIC, "style": ["coach"]}),
        json.dumps({"id": "h", "question": "x" * 2_001}),
        json.dumps(["id", "question"]),
        json.dumps({"id": "j", "question": ["why", "me"]}),
        json.dumps({"id": "k", "question": "مرحبا, 你好, 🙂?"}),
    ]
    done = coach("ask", "--batch", "-", given="\n".join(lines))
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == [
        1,
        None,
        "b",
        "c",
        "d",
        "e",
        "f",
        "g",
        "h",
        None,
        "j",
        "k",
    ]
    good = {1, "b", "c", "k"}
    for row in rows:
        if row["id"] in good:
            assert set(row) >= CONTRACT
        else:
            assert set(row) == {"id", "error"}
            assert set(row["error"]) == {"message", "fix"}
            assert all(row["error"].values())
    assert [row["style"] for row in rows if row["id"] in good] == [
        "mentor",
        "coach",
        "mentor",
        "mentor",
    ]
    assert rows[2]["questions"]
    assert not rows[3]["answered"]


def test_the_style_of_the_command_holds_for_lines_that_name_none(coach: Run) -> None:
    line = json.dumps({"id": 1, "question": ON_TOPIC})
    done = coach("ask", "--batch", "-", "--style", "coach", given=line)
    assert json.loads(done.stdout)["style"] == "coach"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no question"),
        (["  "], "question is empty"),
        (["x" * 2_001], "2,001 characters"),
        (["why", "--style", "nag"], "nag"),
        (["--batch", "missing.jsonl"], "missing.jsonl"),
    ],
)
def test_wrong_input_exits_with_two_and_names_the_thing(
    coach: Run, arguments: list[str], said: str
) -> None:
    done = coach("ask", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "question", ["?!…", "🙂", "a", "caf\udce9 with my mentor", "\x00\x07 mentor"]
)
def test_odd_questions_get_an_answer_or_a_plain_no(coach: Run, question: str) -> None:
    done = coach("ask", question, "--format", "json")
    assert done.exit_code == 0, done.output
    assert set(json.loads(done.stdout)) >= CONTRACT

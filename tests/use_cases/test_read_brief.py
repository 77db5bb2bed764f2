"""A brief is forgiving in form and strict in names; every mistake is named with its fix."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.vocabulary import Kind
from coach.errors import BriefError
from coach.use_cases.examples import example
from coach.use_cases.read_brief import parse_brief, read_brief
from coach.use_cases.schema import schema

START = "kind: outreach\nrecipient: Bob\ntopic: x\n"


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("- a\n- b", "a list", "coach example"),
        ("", "empty", "coach example"),
        ("just words", "plain text", "coach example"),
        ("topic: x", "`kind` is missing", "outreach"),
        ("kind: outreech\nrecipient: Bob\ntopic: x", "outreech", "Did you mean outreach?"),
        ("kind: outreach\nrecipent: Bob\ntopic: x", "`recipent`", "`recipient`"),
        ("kind: outreach\nrecipient: {nam: Bob}\ntopic: x", "`recipient.nam`", "`name`"),
        (START + "organization: A", "organization", ""),
        (START + "ask: {minutes: soon}", "“soon”", "whole number"),
        (START + "ask: {minutes: -5}", "“-5”", "1 to 480"),
        (START + "ask: {minutes: 600}", "“600”", "1 to 480"),
        (START + "ask: {minutes: 20.5}", "20.5", "whole number"),
        (START + "style: mentr", "mentr", "Did you mean mentor?"),
        (START + "channel: fax", "fax", "email"),
        (START + "purpose: nag", "nag", "follow-up"),
        (START + "meeting: {number: 1}", "`meeting`", "agenda"),
        ("kind: outreach\nrecipient: '  '\ntopic: x", "recipient.name", "who this is for"),
        ("kind: outreach\nrecipient: Bob", "nothing to ask", "topic"),
        ("kind: outreach\nrecipient: Bob\ntopic: '  '", "nothing to ask", "topic"),
        ("kind: outreach\nrecipient:\n\tname: Bob", "tab", "spaces"),
        ("kind: outreach\nrecipient: Bob\ntopic: next: step", "colon", "quotes"),
        ("kind: [a", "line 1", "quotes"),
        ("kind: outreach\nrecipient: &a Bob\ntopic: *a", "aliases", ""),
        (START + "topic: y", "topic", "two"),
        (START + "ask: reply", "“reply”", "ask: {kind: reply}"),
        (START + "ask: 10 min after my shift", "10 min", "minutes: 10"),
        (START + "sender: {name: Kit, role: retired, now a guide}", "now a guide", "quotes"),
        ("kind: outreach\nrecipient: Bob\ntopic: a\x00b", "NUL", "plain text"),
        ("kind: outreach\nrecipient: Bob\ntopic: a\x07b", "control", "UTF-8"),
        (START + "why_them: " + "z" * 30_000, "too long", "paragraph"),
    ],
)
def test_a_mistake_is_named_with_its_fix(text: str, message: str, fix: str) -> None:
    with pytest.raises(BriefError) as refused:
        parse_brief(text, "b.yaml")
    assert refused.value.message.startswith("b.yaml")
    assert message in refused.value.message
    assert fix in refused.value.fix


def test_a_file_that_is_missing_is_named(tmp_path) -> None:
    with pytest.raises(BriefError) as refused:
        read_brief(tmp_path / "no.yaml")
    assert "no.yaml" in refused.value.message


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text("topic: " + "a " * 1_000_000)
    with pytest.raises(BriefError, match="too large"):
        read_brief(path)


def test_a_file_that_is_not_text_is_refused(tmp_path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(b"\xff\xfe\x00k")
    with pytest.raises(BriefError, match="UTF-8"):
        read_brief(path)


def test_lists_take_one_text_and_texts_take_a_list() -> None:
    brief = parse_brief(START + "questions: How?\nwhy_them: [one, two]")
    assert brief.questions == ["How?"]
    assert brief.why_them == "one\ntwo"


def test_people_take_a_bare_name() -> None:
    assert parse_brief(START).recipient.name == "Bob"


def test_words_that_yaml_would_change_stay_as_typed() -> None:
    brief = parse_brief(
        "kind: outreach\nrecipient: Bob\ntopic: no\nask: {when: 16:30}\nquestions: [What now?]"
    )
    assert (brief.topic, brief.ask.when, brief.questions) == ("no", "16:30", ["What now?"])


def test_values_are_read_as_people_write_them() -> None:
    brief = parse_brief(START + "purpose: First contact\nchannel: LinkedIn_note\ntone: WARM")
    assert (brief.purpose, brief.channel, brief.tone) == ("first-contact", "linkedin-note", "warm")


def test_json_is_read_like_yaml() -> None:
    data = {"kind": "outreach", "recipient": {"name": "Bob"}, "topic": "a: b"}
    assert parse_brief(json.dumps(data)).topic == "a: b"


@pytest.mark.parametrize("kind", list(Kind))
def test_the_example_is_a_brief_of_its_kind(kind: Kind) -> None:
    assert parse_brief(example(kind)).kind == kind


@pytest.mark.parametrize("kind", list(Kind))
def test_the_schema_knows_every_key_of_the_example(kind: Kind) -> None:
    properties = schema(kind)["properties"]
    assert isinstance(properties, dict)
    assert set(parse_brief(example(kind)).model_dump()) == set(properties)


@given(st.text(max_size=200))
def test_no_text_at_all_makes_a_traceback(text: str) -> None:
    try:
        parse_brief(text)
    except BriefError as error:
        assert error.message and error.fix

"""What the interview promises: what it asks, when it stops, and whose words the message holds."""

import datetime

import pytest

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import Purpose, Support
from coach.review import coach_asks_only
from coach.writing.interview import MOST, Interviewer, Told
from coach.writing.interview_share import foreign_words, own_share
from coach.writing.lexicon import load_lexicon
from coach.writing.wording import load_wording
from evals.interview_eval import Script, play, scripts
from tests.conftest import KNOWLEDGE

SCRIPTS = scripts()
WORDING = load_wording(KNOWLEDGE, "interview")
LEXICON = load_lexicon(KNOWLEDGE)
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def who() -> Interviewer:
    return Interviewer(KNOWLEDGE)


def start(purpose: Purpose = Purpose.FIRST_CONTACT, **more: object) -> Told:
    return {"kind": "outreach", "style": "coach", "purpose": purpose.value, **more}


def ids(purpose: Purpose, answers: dict[str, str]) -> list[str]:
    script = Script("", start(purpose), answers)
    return [stage.question.id for stage in play(script)]


# ------------------------------------------------------------------ whose words they are


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_at_every_stage_each_word_is_the_mentees_own_or_joins(script: Script) -> None:
    for stage in play(script):
        assert stage.strangers == [], stage.text
        assert stage.share == 1


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_at_every_stage_the_message_can_be_read_as_it_stands(script: Script) -> None:
    for stage in play(script):
        body = stage.grown.body
        assert not any(mark in body for mark in ("[", "{", "…", "  ", "None", " ,", " .", "..")), (
            body
        )
        told = [one.text for one in stage.grown.sentences if one.move not in ("divider", "blurb")]
        assert len(told) == len(set(told)), body
        for sentence in stage.grown.sentences:
            assert sentence.support is not Support.UNSUPPORTED
            if sentence.move not in ("greet", "sign-off", "divider"):
                assert sentence.text[0].isupper() or sentence.text[0].isdigit(), sentence.text
                assert sentence.text.rstrip("”\"'")[-1] in ".?!", sentence.text


def test_the_scripts_cover_every_purpose() -> None:
    assert {script.start["purpose"] for script in SCRIPTS} == {purpose.value for purpose in Purpose}
    assert len(SCRIPTS) >= 20


def test_a_word_nobody_said_is_found() -> None:
    said = ["she moved to forecasting in 2019", "20"]
    true = "Hello, I thought of you because you moved to forecasting."
    assert foreign_words(true, said, Purpose.FIRST_CONTACT, KNOWLEDGE) == []
    planted = (
        true + " Your brilliant keynote in Berlin inspired me, 45 minutes would do on Tuesday."
    )
    found = foreign_words(planted, said, Purpose.FIRST_CONTACT, KNOWLEDGE)
    assert {"brilliant", "keynote", "berlin", "inspired", "45", "tuesday"} <= set(found)
    assert own_share(planted, said, Purpose.FIRST_CONTACT, KNOWLEDGE) < 0.5


def test_a_length_that_was_not_given_is_not_written(who: Interviewer) -> None:
    told = start(recipient={"name": "Elena"}, topic="leading a team", ask={"kind": "call"})
    body = who.grow(told, {}, today=TODAY).body
    assert "Would you have time for a call?" in body
    assert not any(character.isdigit() for character in body)


# ------------------------------------------------------------------ what is asked


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_question_is_open_single_and_does_not_lead(script: Script) -> None:
    for stage in play(script):
        finding = coach_asks_only([stage.question.text])
        assert finding.passed, f"{stage.question.text}: {finding.message}"
        assert stage.question.why.endswith(".")
        assert stage.question.hint


def test_every_question_in_the_wording_is_open_single_and_does_not_lead() -> None:
    for key, phrases in WORDING.phrases.items():
        if key.endswith((".ask", ".again")):
            for phrase in phrases:
                text = phrase.text.format(name="Elena", x="career advice")
                assert coach_asks_only([text]).passed, text


@pytest.mark.parametrize("purpose", list(Purpose))
def test_an_interview_ends_even_when_everything_is_skipped(purpose: Purpose) -> None:
    asked = ids(purpose, {})
    assert 3 <= len(asked) <= MOST + 2
    assert len(asked) == len(set(asked))


def test_the_person_comes_first_then_the_reason_then_the_subject() -> None:
    assert ids(Purpose.FIRST_CONTACT, {"reader": "Elena", "why-them": "built the flood model"})[
        :3
    ] == [
        "reader",
        "why-them",
        "topic",
    ]


def test_each_purpose_has_an_interview_of_its_own() -> None:
    orders = [tuple(ids(purpose, {"reader": "Elena"})) for purpose in Purpose]
    assert len(set(orders)) == len(orders)


def test_a_vague_answer_is_asked_about_once() -> None:
    asked = ids(
        Purpose.FIRST_CONTACT,
        {"reader": "Elena", "topic": "career advice", "topic.again": "career advice"},
    )
    assert asked.count("topic.again") == 1


def test_a_clear_answer_is_not_asked_about_again() -> None:
    asked = ids(Purpose.FIRST_CONTACT, {"reader": "Elena", "topic": "whether to take the lead job"})
    assert "topic.again" not in asked


def test_a_rich_brief_leaves_little_to_ask(who: Interviewer) -> None:
    told = start(
        recipient={"name": "Elena Ruiz"},
        sender={"name": "Priya", "role": "data analyst"},
        why_them="she moved from reporting to forecasting",
        topic="choosing between two tracks",
        questions=["What made you choose?"],
        ask={"kind": "call", "minutes": 20, "when": "Tuesday"},
    )
    assert who.next_question(told, {}) is None


def test_a_vague_word_in_a_brief_is_asked_about_at_once(who: Interviewer) -> None:
    told = start(recipient={"name": "Elena"}, why_them="built the model", topic="career advice")
    question = who.next_question(told, {})
    assert question is not None
    assert question.id == "topic.again"
    assert "career advice" in question.text


def test_what_was_skipped_is_not_asked_again_but_named_as_missing(who: Interviewer) -> None:
    said = {"reader": "Elena", "why-them": ""}
    told = start(recipient={"name": "Elena"})
    question = who.next_question(told, said)
    assert question is not None
    assert question.id == "topic"
    assert "why Elena" in who.grow(told, said).missing


def test_how_they_met_is_asked_when_there_is_no_reason() -> None:
    asked = ids(Purpose.FIRST_CONTACT, {"reader": "Elena", "topic": "leading a team of nurses"})
    assert "connection" in asked
    named = ids(Purpose.FIRST_CONTACT, {"reader": "Elena", "why-them": "built the flood model"})
    assert "connection" not in named


def test_a_written_reply_needs_no_minutes() -> None:
    asked = ids(Purpose.FIRST_CONTACT, {"reader": "Elena", "ask": "just a reply"})
    assert "minutes" not in asked
    assert "when" not in asked


def test_a_follow_up_that_comes_too_soon_is_a_problem_and_not_a_message(who: Interviewer) -> None:
    told = who.answered(
        start(Purpose.FOLLOW_UP, recipient={"name": "Elena"}), "last-message", "yesterday"
    )
    grown = who.grow(told, {"last-message": "yesterday"}, today=TODAY)
    assert grown.body == ""
    assert "1 day ago" in grown.problem
    assert grown.fix


# ------------------------------------------------------------------ where answers go


TEXTS = [
    ("why-them", "why_them", "she did it, at last; and HOW"),
    ("topic", "topic", "so i have this idea of a lunch van"),
    ("when", "ask", {"when": "any evning"}),
    ("question", "questions", ["how did you lern"]),
    ("advice", "history", [{"advice": "to say no in the first minute"}]),
]


@pytest.mark.parametrize(("question", "key", "value"), TEXTS, ids=lambda part: str(part)[:12])
def test_an_answer_is_put_in_the_brief_word_for_word(
    question: str, key: str, value: object, who: Interviewer
) -> None:
    def text(part: object) -> str:
        if isinstance(part, dict):
            return text(next(iter(part.values())))
        return text(part[0]) if isinstance(part, list) else str(part)

    assert who.answered(start(), question, text(value))[key] == value


def test_a_second_answer_takes_the_place_of_the_vague_one(who: Interviewer) -> None:
    told = who.answered(start(Purpose.SPONSOR_ASK), "impact", "i work hard")
    told = who.answered(told, "impact.again", "falls fell by a third", "i work hard")
    assert told["sender"] == {"facts": ["falls fell by a third"]}


def test_an_answer_leaves_the_brief_it_was_given_alone(who: Interviewer) -> None:
    before = start(sender={"facts": ["one"]})
    who.answered(before, "impact", "two")
    assert before["sender"] == {"facts": ["one"]}


def test_one_line_about_oneself_gives_name_role_and_facts(who: Interviewer) -> None:
    told = who.answered(
        start(), "sender", "Priya Nair, data analyst. 3 years in reporting. I sing."
    )
    assert told["sender"] == {
        "name": "Priya Nair",
        "role": "data analyst",
        "facts": ["3 years in reporting", "I sing"],
    }


def test_a_request_in_one_line_gives_kind_length_and_time(who: Interviewer) -> None:
    told = who.answered(start(), "ask", "a 15 min call, on Tuesday after 4")
    assert told["ask"] == {"kind": "call", "minutes": 15, "when": "on Tuesday after 4"}


def test_every_brief_an_interview_ends_with_can_be_drafted_when_nothing_is_missing() -> None:
    for script in SCRIPTS:
        last = play(script)[-1]
        if not last.grown.missing:
            OutreachBrief.model_validate({**last.interview.told})

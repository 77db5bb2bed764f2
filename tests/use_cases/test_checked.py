"""What a model writes is reviewed, mended or replaced; whatever it does, a sound draft comes back."""

import json
from dataclasses import replace

import pytest

from coach.domain.model import Fault, ModelError
from coach.domain.vocabulary import Severity
from coach.guidance.library import load_library
from coach.llm.scripted import ScriptedModel
from coach.review.language import is_english
from coach.review.strays import strays, without_markup
from coach.use_cases.draft import draft
from coach.use_cases.ports import Services
from tests.no_search import NoSearch

GOOD = {
    "subject": "Management or technical: a question after your Health Data Summit talk",
    "body": """Dear Dr. Ruiz,

I heard your talk at the 2026 Health Data Summit. I am a data analyst at Northfield Hospital, with \
3 years in reporting, and I am choosing between a management and a technical track.

I am asking you because you moved from clinical reporting to leading forecasting. What made you \
choose management over staying technical?

Would you have 20 minutes for a video call on Tuesday or Thursday after 4 pm? If not, I understand.

Thank you for reading this.

Best wishes,
Priya Nair""",
}
WHY = "I am asking you because you moved from clinical reporting to leading forecasting. "


@pytest.fixture(scope="module")
def services(knowledge, writer):
    return Services(load_library(knowledge), NoSearch(), NoSearch(), writer)


def said(**changes):
    return json.dumps({**GOOD, **changes})


def with_model(services, *replies, **about):
    return replace(services, model=ScriptedModel(replies, **about))


def failed_musts(made):
    return [f.check for f in made.findings if not f.passed and f.severity is Severity.MUST]


def test_a_sound_text_of_a_models_is_delivered_with_what_it_took(services, priya):
    able = with_model(services, said(), name="openai:some-model")
    made = draft(priya(), able)
    assert made.body == GOOD["body"]
    assert (made.writer.name, made.writer.floor, made.writer.repairs) == (
        "openai:some-model",
        False,
        0,
    )
    assert made.writer.prompt.startswith("outreach@")
    assert made.writer.tokens.taken > 0 and made.writer.tokens.given > 0
    assert [call.why for call in made.writer.calls] == ["write"]
    assert not failed_musts(made)


def test_the_json_of_a_draft_keeps_the_calls_out(services, priya):
    made = draft(priya(), with_model(services, said()))
    assert set(made.model_dump(mode="json", by_alias=True)["writer"]) == {
        "name",
        "prompt",
        "repairs",
        "floor",
        "tokens",
        "cost",
    }


def test_an_invented_sentence_never_reaches_the_mentee(services, priya):
    lie = GOOD["body"].replace("Thank you", "I won the 2024 Forecasting Prize in Oslo. Thank you")
    made = draft(priya(), with_model(services, said(body=lie)))
    assert "Oslo" not in made.body and "Prize" not in made.body
    assert not failed_musts(made)


def test_what_still_fails_is_sent_back_with_the_findings(services, priya):
    vague = GOOD["body"].replace(WHY, "")
    able = with_model(services, said(body=vague), said())
    made = draft(priya(), able)
    again = able.model.tasks[1]
    assert again.prompt == "repair" and again.why == "repair"
    assert "moved from clinical reporting to leading forecasting" in again.values["problems"]
    assert made.body == GOOD["body"] and made.writer.repairs == 1
    assert made.writer.repaired


def test_a_text_that_cannot_be_mended_gives_way_to_the_floor(services, priya):
    floor = draft(priya(), services)
    turns = [
        said(body=f"Dear Dr. Ruiz,\n\nHire me now, number {n}.\n\nPriya Nair") for n in range(9)
    ]
    able = with_model(services, *turns)
    made = draft(priya(), able)
    assert made.body == floor.body
    assert made.writer.floor and made.writer.name == "built-in"
    assert made.writer.trouble
    assert len(able.model.tasks) == 3


def test_a_model_that_says_the_same_again_is_not_asked_a_third_time(services, priya):
    able = with_model(services, said(body="Dear Dr. Ruiz,\n\nHello.\n\nPriya Nair"))
    assert draft(priya(), able).writer.floor
    assert len(able.model.tasks) == 2


@pytest.mark.parametrize("fault", list(Fault))
def test_whatever_goes_wrong_the_floor_is_delivered_and_says_why(fault, services, priya):
    broken = ModelError(fault, "It broke.", "Mend it.")
    made = draft(priya(), with_model(services, broken))
    assert made.body == draft(priya(), services).body
    assert made.writer.trouble.startswith("It broke.") and "Mend it." in made.writer.trouble


def test_a_reply_in_the_wrong_form_gives_the_floor_and_is_kept_to_be_seen(services, priya):
    made = draft(priya(), with_model(services, "no form at all"))
    assert made.writer.floor
    assert made.writer.calls[0].received == "no form at all"


def test_private_notes_are_told_only_to_a_model_that_may_see_them(services, priya):
    brief = priya(private_notes=["my manager does not know"])
    blind, sighted = with_model(services, said()), with_model(services, said(), sees_notes=True)
    draft(brief, blind), draft(brief, sighted)
    assert blind.model.tasks[0].values["notes"] == ""
    assert "manager" not in "".join(blind.model.tasks[0].values.values())
    assert sighted.model.tasks[0].values["notes"] == "my manager does not know"


def test_a_private_note_that_a_model_tells_never_stays(services, priya):
    brief = priya(private_notes=["my manager does not know that I am looking around"])
    told = GOOD["body"].replace(
        "Thank you", "My manager does not know that I look around. Thank you"
    )
    made = draft(brief, with_model(services, said(body=told), sees_notes=True))
    assert "manager" not in made.body


@pytest.mark.parametrize(
    "added",
    [
        "See https://win.example.com/now.",
        "![x](http://evil.test/a.png)",
        "Write to me at eve@evil.test.",
        "Call +44 7700 900123.",
        "<img src=x>",
    ],
)
def test_a_link_picture_or_address_nobody_gave_is_never_delivered(added, services, priya):
    body = GOOD["body"].replace("Thank you for", f"{added}\n\nThank you for")
    made = draft(priya(), with_model(services, said(body=body)))
    assert not strays(made.body, [])


def test_a_message_in_another_language_gives_way(services, priya):
    body = "Liebe Dr. Ruiz,\n\nich habe Ihren Vortrag gehört und möchte Sie fragen, wie Sie \
entschieden haben, in die Leitung zu gehen, statt bei der Technik zu bleiben.\n\nPriya Nair"
    made = draft(priya(), with_model(services, said(body=body)))
    assert made.writer.floor and is_english(made.body)


def test_what_the_floor_tells_a_model_may_not_leave_out(services, priya):
    short = GOOD["body"].replace("I heard your talk at the 2026 Health Data Summit. ", "")
    able = with_model(services, said(body=short), said())
    assert "2026 Health Data Summit" in draft(priya(), able).body


def test_a_coach_has_no_model_write_for_the_mentee(services, priya):
    able = with_model(services, said())
    draft(priya(style="coach"), able)
    assert able.model.tasks == []


def test_what_tells_of_harm_is_sent_to_no_model(services, priya):
    able = with_model(services, said())
    draft(priya(topic="my manager keeps touching me and I want it to stop"), able, anyway=True)
    assert able.model.tasks == []


def test_each_step_is_told_to_whoever_watches(services, priya):
    seen = []
    vague = GOOD["body"].replace(WHY, "")
    able = with_model(services, said(body=vague), said())
    draft(priya(), able, watch=lambda doing, text: seen.append((doing, bool(text))))
    assert [doing for doing, _ in seen if doing != "writing"] == [
        "checking",
        "repairing",
        "checking",
        "done",
    ]
    assert ("writing", True) in seen


AGENDA = {"kind": "agenda", "meeting": {"number": 2, "minutes": 45}, "ask": None}


def test_a_meeting_takes_the_questions_that_pass_and_keeps_its_plan(services, priya):
    brief = priya(**AGENDA, last_advice=["shadow a team lead for a week"])
    floor = draft(brief, services)
    asked = "What in your move to leading forecasting did you weigh against staying technical?"
    form = {"parts": [{"part": 1, "questions": [asked, "You should tell me what to do, right?"]}]}
    made = draft(brief, with_model(services, json.dumps(form)))
    assert asked in made.items[0].questions
    assert not any("right?" in q for item in made.items for q in item.questions)
    assert [(i.title, i.minutes) for i in made.items] == [(i.title, i.minutes) for i in floor.items]
    assert not failed_musts(made) and not made.writer.floor


@pytest.mark.parametrize(
    "question",
    [
        "What did the merger with Acme teach you?",
        "Have you considered a technical track?",
        "What made you leave in 2011?",
        "Don't you think management is better?",
        "¿Qué te hizo elegir la gestión en lugar de seguir en la parte técnica del trabajo?",
    ],
)
def test_a_question_that_leads_or_brings_in_something_new_is_not_asked(question, services, priya):
    form = json.dumps({"parts": [{"part": 1, "questions": [question]}]})
    made = draft(priya(**AGENDA), with_model(services, form))
    assert question not in made.model_dump_json()
    assert made.writer.floor


def test_looking_back_takes_open_questions_in_the_mentees_own_words(services, priya):
    brief = priya(
        kind="reflection",
        style="coach",
        ask=None,
        notes=["She said I undersell my results"],
        commitments=["send her the one-page case by Friday"],
    )
    asked = "What did you hear in “I undersell my results”?"
    form = {
        "what": [asked, "You should write it down."],
        "so_what": ["What does “Ana left” mean to you?"],
        "now_what": ["How about sending it today?"],
    }
    made = draft(brief, with_model(services, json.dumps(form)))
    prompts = [p for section in made.sections for p in section.prompts]
    assert asked in prompts
    assert not {"You should write it down.", "How about sending it today?"} & set(prompts)
    assert not any("Ana left" in prompt for prompt in prompts)
    assert not failed_musts(made)


@pytest.mark.parametrize(
    ("text", "given", "found"),
    [
        ("Read it at https://a.test/x.", [], ["https://a.test/x"]),
        ("My page is ana.example.com", ["see ana.example.com"], []),
        ("Mail me: a (at) b (dot) com", [], ["a (at) b (dot) com"]),
        ("On 2026-12-03 at 16:00, 20 minutes", [], []),
        ("Grade 7, 1,200,000 people", [], []),
        ("&#x68;ttp", [], ["&#x68"]),
    ],
)
def test_strays_are_what_nobody_gave(text, given, found):
    assert list(strays(text, given)) == found


def test_markup_is_taken_out_and_words_stay():
    assert without_markup("## Hi\n\n**Bold** and _soft_ [here](http://a.test)") == (
        "Hi\n\nBold and soft here"
    )
    assert without_markup("3 * 4 * 5 and snake_case_name") == "3 * 4 * 5 and snake_case_name"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Thank you for the talk. I would like to ask you about it.", True),
        ("Merci", True),
        ("Je vous remercie pour votre temps et je voudrais vous poser une question.", False),
        ("お時間をいただきありがとうございます。", False),
    ],
)
def test_english_is_told_from_other_languages(text, english):
    assert is_english(text) is english

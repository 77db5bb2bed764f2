"""Records and tools in a conversation: the mentee's own words, looked up, made into texts, or proposed."""

import pytest

from coach.domain.model import Turn
from coach.domain.vocabulary import Style
from coach.errors import InputError
from coach.use_cases.conversation import converse
from tests.use_cases.talking import CARDS, GOOD, QUESTION, records, using, with_model


def test_a_question_about_somebody_in_the_records_is_answered_from_them(services, priya):
    brief = priya(history=[{"date": "3 May", "what": "we met at the summit"}])
    built, model = with_model(services, "On 3 May you met Elena Ruiz at the summit.")
    answer = converse("When did I meet Elena Ruiz?", built, records=records(brief))
    assert answer.answer == "On 3 May you met Elena Ruiz at the summit."
    assert answer.citations == ()
    assert "3 May" in model.talks[0].values["records"]
    assert "Dr. Elena Ruiz" in model.talks[0].names.people


def test_private_notes_are_in_no_record(services, priya):
    brief = priya(private_notes=["I think she drinks"])
    built, model = with_model(services, GOOD)
    converse("What do I know of Elena Ruiz?", built, records=records(brief))
    assert "drinks" not in str(model.talks[0])
    look = next(tool for tool in model.talks[0].tools if tool.name == "look_up_records")
    assert "drinks" not in look.run(look.takes())


def test_what_was_not_told_cannot_be_said_of_somebody(services, priya):
    built, _ = with_model(services, "Elena Ruiz likes short meetings and has two children.")
    answer = converse("What do I know of Elena Ruiz?", built, records=records(priya()))
    assert "children" not in answer.answer


def test_without_records_none_are_offered_to_be_looked_up(services):
    built, model = with_model(services, GOOD)
    converse(QUESTION, built)
    assert "look_up_records" not in names_of_tools(model)


def test_records_of_nobody_who_is_named_are_those_of_everybody(services, priya):
    built, model = with_model(services, GOOD)
    converse(QUESTION, built, records=records(priya()))
    look = next(tool for tool in model.talks[0].tools if tool.name == "look_up_records")
    assert "Elena Ruiz" in look.run(look.takes())


def names_of_tools(model):
    return {tool.name for tool in model.talks[0].tools}


def test_a_search_of_the_model_adds_cards_it_may_cite(services):
    built, _ = with_model(
        services,
        player=using(
            "search_guidance", f"{GOOD} A ready-made phrase is better [c2].", question="time"
        ),
    )
    earlier = (
        Turn("user", "Who should I write to?"),
        Turn("assistant", "To somebody you know of."),
    )
    answer = converse(QUESTION, built, turns=earlier)
    assert [one.card for one in answer.citations] == list(CARDS)


@pytest.mark.parametrize(
    ("style", "prompt"), [(Style.MENTOR, "ask-cards"), (Style.COACH, "ask-cards-coach")]
)
def test_a_question_that_stands_alone_is_put_without_tools(services, style, prompt):
    built, model = with_model(services, GOOD)
    converse(QUESTION, built, style=style)
    (talk,) = model.talks
    assert talk.prompt == prompt
    assert talk.tools == ()


def test_a_message_is_made_of_the_mentees_words_and_shown_apart(services):
    said = "Write a meeting request to Elena Ruiz about choosing a track"
    built, _ = with_model(
        services,
        player=using("draft_message", "It is below.", to="Elena Ruiz", topic="choosing a track"),
    )
    answer = converse(said, built)
    (made,) = answer.made
    assert "Elena" in made.text
    assert "choosing a track" in made.text
    assert answer.answered


def test_a_message_with_words_of_the_models_own_is_refused(services):
    with pytest.raises(InputError, match="did not say"):
        built, _ = with_model(
            services,
            player=using(
                "draft_message",
                "",
                to="Elena Ruiz",
                topic="choosing a track",
                why_them="your keynote in Lisbon moved me",
            ),
        )
        converse("Write a meeting request to Elena Ruiz about choosing a track", built)


def test_an_action_is_only_proposed_and_only_when_the_mentee_said_it(services):
    said = "After the meeting I will write to Elena Ruiz by Friday"
    play = using("propose_action", GOOD, what="write to Elena Ruiz", by="Friday")
    built, _ = with_model(services, player=play)
    answer = converse(said, built)
    assert [(one.what, one.by) for one in answer.proposals] == [("write to Elena Ruiz", "Friday")]
    play = using("propose_action", GOOD, what="resign from the meeting")
    built, _ = with_model(services, player=play)
    with pytest.raises(InputError, match="resign"):
        converse(said, built)


def test_what_was_made_is_kept_when_the_words_are_not(services):
    built, _ = with_model(
        services,
        player=using("plan_agenda", "Bring a gift [c1].", person="Elena Ruiz", topic="my track"),
    )
    answer = converse("Plan a meeting with Elena Ruiz about my track", built)
    assert answer.made[0].kind == "agenda"
    assert "gift" not in answer.answer


def test_names_in_the_question_are_masked_for_the_model(services):
    built, model = with_model(services, GOOD)
    converse("How do I keep to the time with Elena Ruiz?", built)
    assert "Elena Ruiz" in model.talks[0].names.people

"""What people write in words no list foresaw is neither missed as a fault nor taken for one."""

import pytest

from coach.domain.brief import OutreachBrief
from coach.review import default_knowledge
from coach.review.claims import unsupported_claims
from coach.review.phrases import load_phrases
from coach.review.soundness import garbled, is_sound
from coach.review.text import Span
from tests.review.samples import failed, review

REPLY = "Hi Carlo, thanks for getting back to me. {} Ese"
SPONSOR = (
    "Subject: The night desk\n\nHi Ola,\n\nI am a team lead at the depot. {} Would you put my name"
    " forward for the night desk? If you would rather not, say so. Thank you.\n\nEse"
)
UPDATE = "Subject: The landlord said yes\n\nHi Carlo,\n\n{} Thank you.\n\nEse"
CHAT = (
    "Hi Ola, Ese here, a trainee at the yard. You spliced the forestay in June. {} What did you use for"
    " the core? One line is plenty, and no answer is fine too. Thanks"
)


@pytest.mark.parametrize(
    "said",
    [
        "Can't you fit in even five minutes on the phone?",
        "Then could your deputy see me?",
        "Who else at the firm could I turn to?",
        "What about just a quick call after Easter?",
        "This would mean the world to me.",
    ],
)
def test_who_argues_with_a_no_pushes(said: str):
    assert "no-pressure" in failed(REPLY.format(said), channel="chat", purpose="reply-to-no")


@pytest.mark.parametrize(
    "said",
    [
        "May I write again in the spring?",
        "Good luck with the move.",
        "I'll read your posts.",
        "Which of your talks would you start with? No answer is fine too.",
    ],
)
def test_who_takes_a_no_does_not_push(said: str):
    assert "no-pressure" not in failed(REPLY.format(said), channel="chat", purpose="reply-to-no")


def test_a_lead_to_the_board_is_a_title_and_no_hint_at_work():
    text = (
        "Subject: Application: from ward lead to the board\n\nDear Ms Roe,\n\nI would like to work on getting"
        " from ward lead to board level. I run the wound clinic at Elm Hospital.\n\nThank you.\n\nEse"
    )
    assert "no-job-ask" not in failed(text, channel="email", purpose="programme-application")


def test_a_talk_after_a_no_is_not_asked_for_times():
    text = REPLY.format("Could we not talk for ten minutes all the same?")
    assert "offers-times" not in review(text, channel="chat", purpose="reply-to-no")


@pytest.mark.parametrize("said", ["It wasn't quite what I expected, but there we go.", "Oh well."])
def test_a_sour_last_word_pushes(said: str):
    text = f"Hi Ola,\n\nThank you for the year. {said}\n\nEse"
    assert "no-pressure" in failed(text, channel="chat", purpose="closing")


def test_what_to_thank_for_at_an_end_is_asked_and_not_put_in():
    found = review(
        "Hi Tom,\n\nWe got to the sixth talk in May.\n\nJan", channel="chat", purpose="closing"
    )
    assert found["thanks"].fix.startswith("What did they give you")


@pytest.mark.parametrize(
    "said",
    [
        "See you at Bea's wedding on the 4th.",
        "I see you at the market most Sundays.",
        "I scheduled the lists for 12 surgeons.",
        "I put in new racks and saved 3 hours.",
    ],
)
def test_an_event_a_habit_and_a_deed_of_ones_own_are_no_slot(said: str):
    assert "no-pressure" not in failed(CHAT.format(said), channel="chat")


@pytest.mark.parametrize("said", ["See you on Thursday.", "I've put a call in your diary."])
def test_a_time_set_for_the_reader_is_a_slot(said: str):
    assert "no-pressure" in failed(CHAT.format(said), channel="chat")


@pytest.mark.parametrize(
    "said", ["I loved working with you at the lido.", "I used to work for you."]
)
def test_past_work_for_the_reader_asks_for_none(said: str):
    assert "no-job-ask" not in failed(CHAT.format(said), channel="chat")


def test_future_work_for_the_reader_asks_for_some():
    assert "no-job-ask" in failed(CHAT.format("I would love to work for you."), channel="chat")


@pytest.mark.parametrize(
    "said",
    [
        "Your tip was to ask the landlord for a rent holiday. He gave us two months.",
        "You suggested letting the apprentices price a job. One of them won us the church roof.",
        "Following your advice I rang the landlord, and he gave us two months.",
    ],
)
def test_what_others_did_on_advice_shows_that_it_was_taken(said: str):
    found = failed(UPDATE.format(said), purpose="progress-update")
    assert "advice-linked-to-action" not in found


def test_what_others_are_like_does_not_show_it():
    said = "You told me to ask for feedback. They are very busy here at the moment."
    found = failed(UPDATE.format(said), purpose="progress-update")
    assert "advice-linked-to-action" in found


@pytest.mark.parametrize(
    "said",
    [
        "I cleared the returns shelf, 140 to 6.",
        "I got breakages down by a third.",
        "I was a finalist for the county apprentice prize.",
        "I led the switch-over to card readers.",
        "The buyer now returns almost no boxes; before my labels it was some every week.",
    ],
)
def test_a_result_told_without_the_usual_verbs_is_a_result(said: str):
    assert "evidence-of-impact" not in failed(SPONSOR.format(said), purpose="sponsor-ask")


@pytest.mark.parametrize("said", ["I work 9 to 5.", "I would need 2 to 3 weeks.", "I work hard."])
def test_hours_and_lengths_are_no_result(said: str):
    assert "evidence-of-impact" in failed(SPONSOR.format(said), purpose="sponsor-ask")


def test_an_application_may_go_to_a_body():
    text = "Subject: Night school\n\nDear team,\n\nI want to apply for the autumn group.\n\nEse"
    assert "names-recipient" not in failed(text, purpose="programme-application")
    assert "names-recipient" in failed(text, purpose="first-contact")


def test_shorthand_of_a_brief_may_be_written_out():
    brief = OutreachBrief.model_validate(
        {
            "kind": "outreach",
            "purpose": "sponsor-ask",
            "sender": {
                "name": "Dee",
                "role": "ops mgr",
                "facts": ["moved depot last mth", "2yr lead"],
            },
            "recipient": {"name": "Ola Ek"},
            "topic": "the night desk",
        }
    )
    assert unsupported_claims("I moved depot last month.", brief) == ()
    assert unsupported_claims("I moved depot last year.", brief) != ()


@pytest.mark.parametrize(
    "text",
    [
        "Cut waste went down from 8% to 3%.",
        "You are a kindest manager in the yard.",
        "It was because of the road closed coz of snow.",
        "I asked the the foreman.",
    ],
)
def test_a_sentence_a_slip_has_broken_is_found(text: str):
    assert garbled(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "It is a modest request from a guest.",
        "I cut waste and it went down from 8% to 3%.",
        "He is at best a fair judge.",
    ],
)
def test_a_sound_sentence_is_left_alone(text: str):
    assert garbled(text) is None
    assert is_sound(Span(0, len(text), text), load_phrases(default_knowledge()))


@pytest.mark.parametrize("text", ["I teached him to weld.", "Four years, mostly nights."])
def test_a_learners_form_or_a_fragment_is_not_held_up(text: str):
    assert not is_sound(Span(0, len(text), text), load_phrases(default_knowledge()))

"""Each kind of meeting gets the plan it needs, told from what the brief says anyway."""

from pathlib import Path
from typing import Any

import pytest

from coach.domain.brief import AgendaBrief
from coach.domain.kinds import load_kind_words, meeting_focus, meeting_kind
from coach.domain.results import AgendaDraft
from coach.writing.builtin import BuiltInWriter

BASE = {"kind": "agenda", "recipient": {"name": "Ruth Adeyemi", "role": "head of planning"}}


def brief(**fields: Any) -> AgendaBrief:
    return AgendaBrief.model_validate({**BASE, "topic": "the spring timetable", **fields})


def plan(writer: BuiltInWriter, **fields: Any) -> AgendaDraft:
    return writer.agenda(brief(**fields))


def asked(draft: AgendaDraft) -> str:
    return " ".join(q for item in draft.items for q in item.questions)


def titles(draft: AgendaDraft) -> str:
    return " | ".join(item.title for item in draft.items)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("first", {"meeting": {"number": 1}}),
        ("first", {"topic": "our first meeting: getting to know each other"}),
        ("regular", {"meeting": {"number": 2}}),
        ("regular", {"topic": "giving feedback to my team", "meeting": {"number": 2}}),
        ("regular", {"topic": "what we said at our last meeting", "meeting": {"number": 2}}),
        ("regular", {"questions": ["How did you decide to leave?"], "meeting": {"number": 2}}),
        ("feedback", {"ask": {"kind": "feedback"}, "meeting": {"number": 2}}),
        ("feedback", {"topic": "honest feedback on my lesson plan", "meeting": {"number": 3}}),
        ("feedback", {"topic": "how I came across in the interview", "meeting": {"number": 3}}),
        ("decision", {"topic": "whether to take the job in Leeds", "meeting": {"number": 2}}),
        ("decision", {"topic": "choosing between two courses", "meeting": {"number": 2}}),
        ("decision", {"questions": ["Should I stay or leave?"], "meeting": {"number": 2}}),
        ("sponsor", {"relationship": "sponsor", "meeting": {"number": 2}}),
        ("sponsor", {"ask": {"kind": "advocacy"}, "meeting": {"number": 2}}),
        ("coaching", {"relationship": "coach", "meeting": {"number": 2}}),
        ("last", {"purpose": "closing", "meeting": {"number": 9}}),
        ("last", {"topic": "our last meeting"}),
        ("last", {"topic": "end of the mentoring programme", "meeting": {"number": 1}}),
    ],
)
def test_the_kind_follows_from_the_brief(
    kind: str, fields: dict[str, Any], knowledge: Path
) -> None:
    assert meeting_kind(brief(**fields), load_kind_words(knowledge)) == kind


def test_a_first_meeting_has_a_focus_of_its_own(knowledge: Path) -> None:
    first = brief(relationship="coach", meeting={"number": 1})
    assert meeting_focus(first, load_kind_words(knowledge)) == "coaching"


def test_feedback_asks_what_to_keep_what_to_change_and_leaves_time_to_listen(
    writer: BuiltInWriter,
) -> None:
    draft = plan(writer, topic="feedback on my portfolio", meeting={"number": 2, "minutes": 30})
    assert draft.items[0].title == "Feedback on my portfolio"
    assert "listen" in titles(draft).lower()
    assert len(draft.items[0].questions) >= 2


def test_what_the_mentee_asks_already_is_not_asked_again(writer: BuiltInWriter) -> None:
    own = ["What should I keep?", "What would you change?"]
    draft = plan(writer, ask={"kind": "feedback"}, questions=own, meeting={"number": 2})
    assert list(draft.items[0].questions) == own


def test_a_decision_ends_with_the_day_it_is_made(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="whether to take the Leeds job", meeting={"number": 2})
    assert "whether to take the Leeds job" in draft.items[0].title
    assert "By when shall I have decided?" in draft.items[-1].questions


def test_the_choice_is_found_in_a_long_paste(writer: BuiltInWriter) -> None:
    told = "I have been back for weeks, and I wonder whether I should stay general or go back to hands."
    draft = plan(writer, topic=told, meeting={"number": 2})
    assert "whether I should stay general or go back to hands" in draft.items[0].title


def test_a_sponsor_hears_of_results_and_may_say_not_yet(writer: BuiltInWriter) -> None:
    facts = {"name": "Bea", "facts": ["cut falls from 14 to 5", "chartered since 2020"]}
    draft = plan(writer, relationship="sponsor", sender=facts, meeting={"number": 2, "minutes": 45})
    assert "I cut falls from 14 to 5" in asked(draft)
    assert "2020" not in asked(draft)
    assert "not yet" in f"{titles(draft)} {asked(draft)}"


def test_a_coaching_session_goes_through_goal_reality_options_and_will(
    writer: BuiltInWriter,
) -> None:
    draft = plan(writer, relationship="coach", meeting={"number": 3, "minutes": 45})
    heads = [item.title.split(":")[0] for item in draft.items]
    assert heads == ["Goal", "Reality", "Options", "Will"]


def test_a_last_meeting_looks_back_thanks_and_says_how_to_stay_in_touch(
    writer: BuiltInWriter,
) -> None:
    fields = {"purpose": "closing", "topic": "our last meeting", "goals": ["run a team"]}
    draft = plan(writer, **fields, last_advice=["let them finish"], open_actions=["write it up"])
    assert "I set out to run a team" in asked(draft)
    assert "You suggested that I let them finish" in asked(draft)
    assert "write it up" in asked(draft)
    assert "in touch" in draft.items[-1].title


def test_a_peer_gets_a_turn(writer: BuiltInWriter) -> None:
    draft = plan(writer, relationship="peer", meeting={"number": 2, "minutes": 45})
    assert "Ruth’s turn" in titles(draft)


def test_a_short_meeting_says_what_it_leaves_out(writer: BuiltInWriter) -> None:
    fields = {"updates": ["moved desks"], "worries": ["I will be late"], "last_advice": ["wait"]}
    asks = [f"What would you do about point {n}?" for n in ("one", "two", "three", "four", "five")]
    draft = plan(writer, **fields, questions=asks, meeting={"number": 2, "minutes": 15})
    before = " ".join(draft.prepare)
    assert "15 minutes leave no room for your news and what worries you" in before
    assert all(question in asked(draft) or question in before for question in asks)


@pytest.mark.parametrize("minutes", [1, 5, 10, 15])
def test_promises_stay_however_short_the_meeting(minutes: int, writer: BuiltInWriter) -> None:
    fields = {"open_actions": ["book the hall"], "last_advice": ["ask the caretaker"]}
    draft = plan(writer, **fields, meeting={"number": 2, "minutes": minutes})
    assert "book the hall" in asked(draft)
    assert "ask the caretaker" in asked(draft)
    assert sum(item.minutes for item in draft.items) == minutes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("send her my notes", "I said I would send you my notes"),
        ("I will book the hall - done", "I said I would book the hall, and it is done"),
        ("ask HR about it (not yet)", "I said I would ask HR about it, and have not yet"),
        ("Ruth to introduce me to Sam", "you would introduce me to Sam"),
        ("the board paper", "Still open, the board paper"),
        ("read the two reviews", "I said I would read the two reviews"),
    ],
)
def test_an_open_action_is_said_as_it_stands(typed: str, said: str, writer: BuiltInWriter) -> None:
    draft = plan(writer, open_actions=[typed], meeting={"number": 2, "minutes": 45})
    assert said in asked(draft)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("she said: don't wait, offer to help", "You advised me not to wait, but to offer to help"),
        ("she suggested counting to five", "You suggested counting to five"),
        ("Ask Kev for past papers", "You suggested that I ask Kev for past papers"),
    ],
)
def test_advice_is_said_back_as_it_was_given(typed: str, said: str, writer: BuiltInWriter) -> None:
    draft = plan(writer, last_advice=[typed], meeting={"number": 2, "minutes": 45})
    assert said in asked(draft)


def test_a_question_fits_this_person(writer: BuiltInWriter) -> None:
    draft = plan(writer, why_them="she ran the depot for ten years", meeting={"number": 1})
    assert "You ran the depot for ten years:" in asked(draft)


def test_them_in_a_question_is_not_the_counterpart(writer: BuiltInWriter) -> None:
    draft = plan(writer, topic="telling my team", questions=["How do I tell them?"])
    assert "How do I tell them?" in asked(draft)


def test_coach_style_prepares_with_open_questions_on_the_mentees_own_words(
    writer: BuiltInWriter,
) -> None:
    fields = {"open_actions": ["book the hall"], "worries": ["I will be late"]}
    draft = plan(writer, style="coach", **fields, meeting={"number": 2})
    before = " ".join(draft.prepare)
    assert "“book the hall”" in before
    assert all(line.endswith("?") and line.count("?") == 1 for line in draft.prepare)


def test_nothing_private_shows(writer: BuiltInWriter) -> None:
    note = "my divorce is why I was absent in May"
    for style in ("mentor", "coach"):
        draft = plan(writer, style=style, private_notes=[note], meeting={"number": 2})
        assert "divorce" not in f"{draft.model_dump_json()}"


def test_what_kind_of_meeting_it_is_gets_asked_when_nothing_tells(writer: BuiltInWriter) -> None:
    assert any("Which of your meetings" in question for question in plan(writer).questions)

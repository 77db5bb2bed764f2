"""What gets in the way is raised while it has a place, and never once the thing is granted or told."""

from coach.domain.rehearsal import Move
from coach.rehearsal.library import load_persona, load_scenario, load_scenarios
from coach.rehearsal.obstacles import Obstacles
from coach.rehearsal.simulator import Simulator
from coach.rehearsal.told import Told
from tests.conftest import KNOWLEDGE

BOUNDARY = load_scenario(KNOWLEDGE, "raising-a-boundary")
MEETING = load_scenario(KNOWLEDGE, "first-meeting-expectations")


def test_what_contests_a_thing_is_not_raised_after_it_was_granted():
    for scenario in load_scenarios(KNOWLEDGE):
        raised = [
            line
            for share in (0.1, 0.5, 0.9)
            for line in Obstacles(scenario, Told()).arising(share, 3, granted=True)
        ]
        kept = [line for one in scenario.obstacles if one.after_yes for line in one.lines]
        assert set(raised) <= set(kept)


def test_what_was_told_before_is_no_obstacle_any_more():
    told = Told()
    told.hear("I can't do Jamie's applications any more.")
    assert not Obstacles(BOUNDARY, told).arising(0.1, 3, granted=False)


def test_an_obstacle_is_got_round_by_the_next_answer_and_not_long_after():
    clears = frozenset({Move.SETS_BOUNDARY})
    soon, late = (Obstacles(BOUNDARY, Told()) for _ in range(2))
    for one in (soon, late):
        assert one.arising(0.1, 3, granted=False)
    assert soon.cleared("I would rather leave that one to him.", clears, 4)
    assert not late.cleared("I would rather leave that one to him.", clears, 6)


def test_nobody_with_doubts_says_yes_in_the_first_exchange():
    persona = load_persona(KNOWLEDGE, "formal-and-hierarchical")
    talk = Simulator(MEETING, persona)
    talk.opening()
    made = frozenset({Move.SPECIFIC_QUESTION, Move.PROPOSES_NEXT_STEP, Move.CONTEXT})
    talk.answer("I am new here. Could we agree on three meetings?", made)
    assert not talk.mood.granted


def test_the_counterpart_does_not_ask_for_what_was_told():
    told = Told(
        {
            "how-long": ("how long would",),
            "how-often": ("how often",),
            "purpose": ("each time be about",),
        }
    )
    told.hear("An hour every two weeks until Christmas, about how I plan my section.")
    assert told.answers("How long would it be?")
    assert told.answers("How often would that be?")
    assert told.answers("What would each time be about?")
    assert not told.answers("Who else knows of it?")
    assert not told.answers("I have my doubts.")


def test_who_said_how_they_will_report_and_what_else_they_would_do_is_not_asked_for_it():
    told = Told({"report": ("how shall i hear",), "fallback": ("what if it rains",)})
    told.hear("I shall be there on the ninth.")
    assert not told.answers("How shall I hear of it?")
    assert not told.answers("What if it rains?")
    told.hear("If the field is wet, we'll use the barn, and I'll text you on Monday.")
    assert told.answers("How shall I hear of it?")
    assert told.answers("What if it rains?")


def test_a_goodbye_without_thanks_is_not_answered_as_thanks():
    persona = load_persona(KNOWLEDGE, "over-eager-fixer")
    talk = Simulator(BOUNDARY, persona)
    talk.opening()
    said = talk.answer("Never mind. See you on Tuesday.", frozenset())
    assert talk.ended
    assert any(said == line for line in (*BOUNDARY.close.good, *BOUNDARY.close.poor))


def test_a_screen_is_only_spoken_of_on_a_call():
    persona = load_persona(KNOWLEDGE, "distracted-on-video")
    for scenario in load_scenarios(KNOWLEDGE):
        talk = Simulator(scenario, persona)
        talk.opening()
        spoken = " ".join(
            talk.answer(f"I tried it with colleague number {turn}.", frozenset())
            for turn in range(12)
        ).lower()
        if not scenario.by_call:
            assert not any(word in spoken for word in ("screen", "froze", "on mute", "keyboard"))

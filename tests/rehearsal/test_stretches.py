"""What is named where no move is wrong: giving way, mere intentions, a missing result, a push."""

import pytest

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import load_cues
from coach.rehearsal.feedback import feedback_on
from coach.rehearsal.library import load_persona, load_reactions, load_scenario
from coach.rehearsal.noticed import Noticed
from coach.rehearsal.own_words import said_by
from coach.rehearsal.session import Session
from coach.rehearsal.speech import Exchange
from coach.rehearsal.stretches import of_the_talk
from coach.rehearsal.turn import Found
from coach.rehearsal.wording import load_words
from tests.conftest import KNOWLEDGE

WORDS = load_words(KNOWLEDGE)
BOUNDARY = load_scenario(KNOWLEDGE, "raising-a-boundary")
SPONSOR = load_scenario(KNOWLEDGE, "sponsor-advocacy")
ASKED = "Jamie has one more, only a page. You'll have a look, won't you?"


def tried(said, heard, scenario=None, earlier=()):
    """What is to be tried after a turn."""
    found = feedback_on(said, heard, earlier, KNOWLEDGE, scenario).try_next
    return "" if found is None else found.what


@pytest.mark.parametrize(
    "said",
    [
        "OK fine, I'll do the letter as well then. Whatever you need.",
        "Sorry, of course, I'll have a look.",
        "Never mind. Forget I said anything.",
    ],
)
def test_a_yes_in_place_of_a_boundary_is_named_where_the_talk_turns_on_one(said):
    assert tried(said, ASKED, BOUNDARY) in WORDS.tries["gives-way"].what
    assert tried(said, ASKED) not in WORDS.tries["gives-way"].what


def test_a_step_that_gives_way_is_not_praised():
    said = "OK fine, I'll do the letter as well then, on Friday."
    assert not feedback_on(said, ASKED, (), KNOWLEDGE, BOUNDARY).worked


@pytest.mark.parametrize(
    "said",
    [
        "I'm glad to help, and I won't write any more applications for Jamie.",
        "Sorry, I can't do that any more.",
        "Yes, I can’t go on like this, it is too much for me.",
        "It's nothing against Jamie, but this has to stop.",
        "I can hear that you're under pressure too.",
    ],
)
def test_a_boundary_said_is_no_giving_way(said):
    assert tried(said, ASKED, BOUNDARY) not in WORDS.tries["gives-way"].what


def test_a_mere_intention_is_asked_for_a_step():
    heard = "That's all true, and it's the weather."
    assert tried("I'll try to do better.", heard) in WORDS.tries["name-a-step"].what
    said = "I'll try the new form on Tuesday and send you what came of it."
    assert tried(said, heard) not in WORDS.tries["name-a-step"].what


def test_backing_asked_for_without_a_result_is_told_so():
    heard = "You get four minutes. Everybody on that floor thinks they're ready."
    earlier = (Exchange("What is it you want?", "I'd like to be depot manager."),)
    said = "Could you put my name to the panel in April?"
    assert tried(said, heard, SPONSOR, earlier) in WORDS.tries["show-a-result"].what
    done = (Exchange("What is it?", "I cut the late trains at the depot from nine a day to two."),)
    assert tried(said, heard, SPONSOR, done) not in WORDS.tries["show-a-result"].what


def test_a_push_is_named():
    said = "You promised you'd look after me. I'll be so disappointed if you don't."
    assert tried(said, "You can argue it or use it.") in WORDS.tries["ease-off"].what


def test_a_reaction_is_never_held_up_to_be_taken_up():
    cues, reactions = load_cues(KNOWLEDGE), load_reactions(KNOWLEDGE)
    heard = "You can argue it or use it. The panel meets in the old signal box."
    assert said_by(heard, cues, reactions=reactions) == "The panel meets in the old signal box"
    assert said_by("You can argue it or use it.", cues, reactions=reactions) == ""


def test_a_long_thought_is_quoted_to_its_end():
    said = (
        "I'd suggest we use half of it to get to know each other's work and the rest to agree "
        "how we want to do this."
    )
    found = feedback_on(said, "How would you like to use this hour?").worked
    assert found
    assert all(one.quote.endswith("this.") for one in found)


def test_what_to_keep_reads_as_sentences():
    talk = Session(BOUNDARY, load_persona(KNOWLEDGE, BOUNDARY.persona), KNOWLEDGE)
    talk.say("I won't answer messages after nine, and I wanted to tell you that myself")
    talk.say("It helps me to say it early, so that nothing grumbles. What would you need from me?")
    keep = talk.debrief().keep
    assert keep
    for line in keep:
        quoted, _, after = line.partition("”")
        assert quoted[-1] in ".?!" or after.startswith(".")


def test_moves_that_a_talk_turns_on_come_first_in_their_scenes():
    assert BOUNDARY.good[0] is Move.SETS_BOUNDARY
    assert SPONSOR.good[0] is Move.EVIDENCE_OF_IMPACT


def test_never_mind_at_the_end_takes_back_what_was_begun_whatever_stands_before_it():
    said = "I haven't thought about it. Well, never mind."
    assert tried(said, "Or have you a better idea?", BOUNDARY) in WORDS.tries["gives-way"].what


def test_a_question_that_wants_a_yes_is_not_to_be_opened():
    said = "Would that be all right with you?"
    assert tried(said, "We could meet by the lake.") not in WORDS.tries["open-it"].what


def test_asking_what_somebody_had_to_do_is_no_push():
    said = "What did you have to leave behind for this?"
    assert tried(said, "It was a long way.") not in WORDS.tries["ease-off"].what


def test_nothing_small_is_asked_for_after_a_yes():
    yes = BOUNDARY.decision.granted[0]
    said = "I work the early shift on most days this month."
    assert tried(said, "I see. That helps me place it.", SPONSOR)
    granted = SPONSOR.decision.granted[0]
    assert not tried(said, granted, SPONSOR)
    earlier = [Exchange("What would be right?", "Nothing at night."), Exchange(yes, "Thank you.")]
    silent = [*earlier, Exchange("Good.", "It was a long week."), Exchange("Well.", "It was cold.")]
    assert not tried("I sleep in the back room since March.", "Understood.", BOUNDARY, silent)


def test_a_step_promised_after_a_yes_is_still_given_a_day():
    granted = SPONSOR.decision.granted[1]
    found = tried("I'll send you the page about the depot.", granted, SPONSOR)
    assert found in WORDS.tries["give-a-day"].what


@pytest.mark.parametrize("said", ["I don't mind at all.", "As you like, really.", "You decide."])
def test_a_question_handed_back_is_named(said):
    heard = "We could meet here or at the depot. Which would you like?"
    assert tried(said, heard, SPONSOR) in WORDS.tries["hands-over"].what
    assert tried(said, "We could meet here.", SPONSOR) not in WORDS.tries["hands-over"].what


def test_backing_asked_for_at_once_is_told_what_it_lacks():
    said = "I'd like you to speak for me at the panel in May."
    assert tried(said, "What is it you want from me?", SPONSOR) in WORDS.tries["show-a-result"].what


def test_thanks_that_say_more_are_not_told_to_say_what_for():
    said = "Thank you. The other driver should hear it too before the notice goes up."
    assert tried(said, "That was it.", SPONSOR) not in WORDS.tries["say-what-for"].what


@pytest.mark.parametrize("sure", [True, False])
def test_a_question_only_faintly_heard_does_not_break_a_long_silence(sure):
    heard, said = "We moved the stall in May.", "I see how that went."
    silent = tuple(Exchange(heard, said) for _ in range(4))
    faint = (Found(Move.OPEN_QUESTION, 0, len(said), sure=sure, beyond=0.1),)
    cues, reactions = load_cues(KNOWLEDGE), load_reactions(KNOWLEDGE)
    noticed = Noticed(said, heard, silent[:2], faint, cues, WORDS, reactions)
    assert of_the_talk(noticed) == ("" if sure else "never-asks")

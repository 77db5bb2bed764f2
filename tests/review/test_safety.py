"""Safety: what must not be coached away is noticed, and ordinary worries are not made graver than they are."""

import pytest

from coach.review import care_for


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("I want to hurt myself after that meeting", "distress"),
        ("I keep thinking I don’t want to live any more", "distress"),
        ("there is no point in going on", "distress"),
        ("I'd rather be dead than face him again", "distress"),
        ("thinking about suicide", "distress"),
        ("afraid I'll do something awful to myself over this", "distress"),
        ("I would rather not be here than sit that exam again", "distress"),
        ("on Sunday I swallowed a whole box of tablets", "distress"),
        ("I've been saving up my sleeping pills", "distress"),
        ("there are goodbye letters to my children in the drawer", "distress"),
        ("on the way to work I wish for an accident so I needn't arrive", "distress"),
        ("I'm so tired of being alive.", "distress"),
        ("my mentor touched my leg in the car", "misconduct"),
        ("my coach keeps calling me at night and it scares me", "misconduct"),
        ("he threatened to end my contract if I tell", "misconduct"),
        ("she sends me sexual messages", "misconduct"),
        ("they passed me over because I am pregnant", "discrimination"),
        ("he made a racist remark about my accent", "discrimination"),
        ("can I sue my mentor", "legal-medical"),
        ("we may have to sue", "legal-medical"),
        ("he wants to sue over the designs", "legal-medical"),
        ("I was diagnosed with depression, do I tell my sponsor", "legal-medical"),
        ("he harassed me and now I want to die", "distress"),
    ],
)
def test_what_must_not_be_coached_away_is_noticed(text, check):
    care = care_for(text)
    assert care is not None
    assert care.check == check


@pytest.mark.parametrize(
    "text",
    [
        "I'm dying to ask her about forecasting",
        "his feedback hurt and I feel crushed",
        "the deadline is killing me",
        "I have something nice to say to myself each morning",
        "I would rather not be here on Friday",
        "I took all the tablets to the ward and counted them for the audit",
        "we are done with life insurance and sick of being here late",
        "I wish for an accident-free site",
        "a farewell note to the team",
        "I'm scared to write to somebody senior",
        "how do I end my message",
        "how do I end the mentorship",
        "he gave me a hard time about my report",
        "I was touched by her kindness",
        "she pushed me to apply for the role",
        "her story touched me",
        "writing to her scares me",
        "it hit me that I never thanked him",
        "I want to disappear when people praise me",
        "the law of diminishing returns",
        "my mentor calls me at ten on Fridays",
        "what race should I train for",
        "is age a reason to look for another kind of mentor",
        "she asked me to have a go at the talk",
        "should I cut my message",
        "Sue from the front office told me to write to you",
        "Martin and Sue rarely agree",
        "I was told that Sue runs the scheme",
        "",
    ],
)
def test_ordinary_worries_are_left_alone(text):
    assert care_for(text) is None


@pytest.mark.parametrize("text", ["I want to die", "he groped me", "a sexist joke", "can I sue"])
def test_a_note_names_people_who_can_help_and_no_number(text):
    note = care_for(text).note
    assert not any(character.isdigit() for character in note)
    assert "!" not in note
    assert len(note.split()) > 15

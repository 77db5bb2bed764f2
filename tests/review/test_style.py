"""Coach style only asks; mentor style advises."""

import pytest

from coach.review import coach_asks_only, mentor_advises

OPEN = """What have you tried so far?
What could you try next?
You wrote “I froze when she asked about budget”. What was going on for you then?
What do you think you should do first?
How will you know that it worked?
Looking back at the meeting, what surprised you?
When you imagine the conversation going well, what is different?
Which of these is closest to what you want?
You said you are torn between management and a technical track: what would each give you?
What would happen if you did nothing?
What else?
It sounds as if the promotion still stings. What would you like to be different?
To whom could you turn?
By when do you want to have sent it?
What advice would you give a friend in your place?
At the next meeting: what will you ask first?
Imagine it went well: what did you do?""".splitlines()
NOT_ASKED = """Have you considered asking for a mentor inside your company?
Have you tried talking to her?
Why don't you just ask?
You should write to her first.
What if you sent a short note?
How about a short call first?
Don't you think it would be better to wait?
Would it help to write down your questions?
Try to keep it short. What will you say?
Do you want to be a manager?
What do you want and how will you get there?
Isn't it time to move on?
What did you learn? What will you do?
Make a list of options.
I would suggest starting small. What do you think?
It might help to practise. How does that sound?
You are too nervous, aren't you?
Perhaps you could ask a colleague?
Mentors like short messages. What will yours say?
Think about your strengths.
Don't forget to say thank you. Who will you thank first?
How many times have you asked?
Ask about fear in storms: what did you do in your first one?
Take the job: what would change?""".splitlines()


@pytest.mark.parametrize("text", OPEN)
def test_one_open_question_is_coaching(text):
    finding = coach_asks_only([text])
    assert finding.passed, finding.message


@pytest.mark.parametrize("text", NOT_ASKED)
def test_advice_closed_leading_or_double_is_not(text):
    finding = coach_asks_only(["What do you want?", text])
    assert not finding.passed
    assert finding.quote == text


def test_no_text_at_all_gives_no_offence():
    assert coach_asks_only([]).passed


@pytest.mark.parametrize(
    "text", ["You could write to her first.", "Try one line.", "I would suggest a short call."]
)
def test_advice_is_advice(text):
    assert mentor_advises(["What do you want?", text]).passed


def test_only_questions_are_no_advice():
    assert not mentor_advises(OPEN).passed

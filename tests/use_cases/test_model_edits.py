"""A model edits the mentee's own message by small changes, and never replaces it."""

import itertools
import json

import pytest

from coach.domain.model import Fault, ModelError
from coach.llm.scripted import ScriptedModel
from coach.review.accept import accepted_text
from coach.use_cases.review import review
from coach.use_cases.said_names import names_in_letter

TEXT = """Subject: A question about moving into management

Hi Elena,

I am Priya, a data analyst. I heard your talk at the Health Data Summit. Any advice would be great.

Could we talk for 20 minutes on Tuesday? No is fine.

Thanks,
Priya"""
BETTER = {
    "check": "question-specific",
    "find": "Any advice would be great.",
    "replace": "What made you choose management over staying technical?",
}


def edits(*wanted):
    return json.dumps({"edits": list(wanted)})


def reviewed(*replies, text=TEXT, brief=None, **about):
    model = ScriptedModel(replies, **about)
    return review(text, brief=brief, model=model), model


def failed(found):
    return {f.check for f in found.findings if not f.passed}


def test_an_edit_that_mends_something_is_proposed_as_a_change():
    found, model = reviewed(edits(BETTER))
    assert "question-specific" in failed(found)
    change = next(c for c in found.changes if c.before == BETTER["find"])
    assert change.after == BETTER["replace"] and change.check == "question-specific" and change.why
    assert TEXT[change.start : change.end] == change.before
    assert BETTER["replace"] in found.improved.body
    assert "question-specific" not in failed(review(accepted_text(TEXT, found.changes)))
    assert found.writer.name == model.name and found.writer.prompt


def test_changes_found_by_rule_stay_and_none_overlap():
    text = TEXT.replace("Hi Elena,", "Hi Elena,\n\nI hope this email finds you well.")
    found, _ = reviewed(
        edits(BETTER, {"find": "I hope this email finds you well.", "replace": ""}), text=text
    )
    places = [(c.start, c.end) for c in found.changes]
    assert len(places) >= 2
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(places))


@pytest.mark.parametrize(
    "edit",
    [
        {"find": "words that are not there", "replace": "What did you learn?"},
        {"find": "a", "replace": "qq"},
        {"find": "Any advice would be great.", "replace": "Any advice would be really great."},
        {"find": "Any advice would be great.", "replace": "What did Tom Baker choose?"},
        {"find": "Any advice would be great.", "replace": "See www.win.test. What did you choose?"},
        {"find": TEXT[60:], "replace": "What made you choose management?"},
        {
            "find": "Any advice would be great.",
            "replace": "Will you be my mentor? What made you choose it?",
        },
    ],
)
def test_an_edit_that_mends_nothing_or_spoils_something_is_left_out(edit):
    found, _ = reviewed(edits(edit))
    assert edit["replace"] not in found.improved.body
    assert not [c for c in found.changes if c.before == edit["find"]]


def test_a_message_with_nothing_wrong_is_not_sent_to_a_model(priya):
    good = review(TEXT.replace(BETTER["find"], BETTER["replace"]))
    assert not failed(good), failed(good)
    _, model = reviewed(edits(), text=TEXT.replace(BETTER["find"], BETTER["replace"]))
    assert model.tasks == []


def test_trouble_with_the_model_leaves_the_review_as_it_is_without_one():
    broken = ModelError(Fault.BUSY, "It is busy.", "Try again later.")
    found, _ = reviewed(broken)
    alone = review(TEXT)
    assert (found.changes, found.improved, found.findings) == (
        alone.changes,
        alone.improved,
        alone.findings,
    )
    assert found.writer.trouble == "It is busy. Try again later."


def test_what_tells_of_harm_is_not_sent():
    _, model = reviewed(edits(BETTER), text="My boss hits me. I want to die.\n\n" + TEXT)
    assert model.tasks == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TEXT, {"Elena", "Priya"}),
        (
            "Dear Dr. Ruiz,\n\nI met Tom Baker there.\n\nMany thanks\nAna Lima",
            {"Ruiz", "Tom Baker", "Ana", "Lima"},
        ),
        ("Hello,\n\nI like Python.\n\nKind regards", set()),
    ],
)
def test_the_names_in_a_message_are_known_without_a_brief(text, names):
    assert names <= set(names_in_letter(text).people)
    assert not {"Dear", "Many", "Kind", "Hello", "Python"} & set(names_in_letter(text).people)

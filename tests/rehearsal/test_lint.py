"""The check of scenarios and personas: ours pass, and each rule catches the line that breaks it."""

import pytest

from coach.rehearsal import lint
from coach.rehearsal.line_rules import plain, word_count

from .conftest import KNOWLEDGE, TALK, VETERAN

ROUND = "    - It's forty minutes, twice a week. Wednesday's is the one to see.\n"
HEARD = "    - Just so.\n"
LONG = " ".join(["word"] * 36) + "."


def problems(knowledge):
    return lint.inspect(knowledge)[0]


def test_what_we_ship_passes_with_a_summary(capsys):
    assert lint.main([str(KNOWLEDGE)]) == 0
    assert "16 scenarios" in capsys.readouterr().out


def test_the_copy_that_tests_spoil_passes(knowledge):
    assert problems(knowledge) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f"      - {LONG}", "36 words in"),
        ("      - It's forty minutes, and it's worth it!", "an exclamation mark"),
        ("      - Great question, it's forty minutes.", "“Great question”"),
        ("      - It's on [day] as a rule.", "a placeholder"),
        ("      - You said “{said}” before.", "{said}"),
        ("      - It's forty minutes", "no end to"),
        ("      - I've put your name down for it.", "gives away a hidden fact (put your name)"),
        ("      - All right. Better I hear it now than at half past.", "stands there twice"),
        ("      - People are promoted five times more often with a mentor.", "keep-out list"),
    ],
)
def test_each_rule_catches_the_told_line_that_breaks_it(knowledge, spoil, line, problem):
    path = spoil(f"scenarios/{TALK}.yaml", f"  {ROUND}", f"{line}\n")
    assert any(problem in found and str(path) in found for found in problems(knowledge))


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("      - What did you hope to see there?\n", "", "1 in 'knows 3: asks'"),
        ("What did you hope to see there?", "Tell me what you hoped.", "no question in"),
        ("title: A monthly", "title: In January, a monthly", "gives away a hidden fact (january)"),
        ("tell-them-before-they-find-out", "tell-them", "unknown card"),
        ("persona: warm-veteran", "persona: warm", "unknown persona 'warm'"),
        ("good: [shares-progress,", "good: [defensive,", "'defensive' among the good moves"),
        ("about: [write, half", "about: [Write, half", "'Write' is not in lower case"),
        ("about: [write, half", "about: [when, half", "'when' stands in any sentence"),
        ("about: [write, half", "about: [nurse, rota, half", "“rota” stands there twice"),
        (
            "  - What got done instead?\n",
            "  - What else happened on your ward this month?\n",
            "twice",
        ),
    ],
)
def test_each_rule_catches_the_scenario_that_breaks_it(knowledge, spoil, before, after, problem):
    path = spoil(f"scenarios/{TALK}.yaml", before, after)
    assert any(problem in found and str(path) in found for found in problems(knowledge))


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (HEARD, "", "4 in 'reflected'"),
        (HEARD, "    - Just so!\n", "an exclamation mark"),
        (HEARD, "    - I hear you.\n", "“I hear you”"),
        (HEARD, "    - …\n", "no words in"),
        (HEARD, "    - “{said}”, just so.\n", "1 times {said}"),
        (HEARD, "    - Just {who} so.\n", "a brace in"),
        (HEARD, "    - Mm, yes.\n", "stands there twice"),
        (HEARD, "    - I could not have minuted it better.\n", "is also said by"),
        ("You said “{said}”. What's behind", "You said {said}. What's behind", "without quotation"),
        ("warms: [reflects,", "warms: [defensive,", "both warms and cools"),
        ("warms: [reflects,", "warms: [vague-ask,", "among what warms"),
    ],
)
def test_each_rule_catches_the_persona_that_breaks_it(knowledge, spoil, before, after, problem):
    spoil(f"personas/{VETERAN}.yaml", before, after)
    assert any(problem in found for found in problems(knowledge))


def test_a_formal_persona_uses_no_short_forms(knowledge, spoil):
    spoil("personas/formal-and-hierarchical.yaml", "    - Quite so.\n", "    - It's quite so.\n")
    assert any("Write “It is quite so.”" in found for found in problems(knowledge))


def test_a_file_that_cannot_be_read_does_not_hide_the_others(knowledge, spoil):
    spoil(f"scenarios/{TALK}.yaml", "raises:", "raise:")
    spoil(f"personas/{VETERAN}.yaml", HEARD, "    - Just so!\n")
    found = problems(knowledge)
    assert any("unknown entry 'raise'" in line for line in found)
    assert any("exclamation" in line for line in found)


def test_problems_are_printed_one_a_line_and_the_exit_code_is_1(knowledge, spoil, capsys):
    path = spoil(f"personas/{VETERAN}.yaml", HEARD, "    - Just so!\n")
    assert lint.main([str(knowledge)]) == 1
    assert capsys.readouterr().out == (
        f"{path}: an exclamation mark in “Just so!”. End it with a full stop.\n"
    )


def test_two_lines_are_the_same_whatever_their_case_and_punctuation():
    assert plain("Well, it’s done.") == plain("well it's DONE")


def test_words_are_counted_as_they_are_heard():
    assert word_count("It's forty minutes, twice a week.") == 6

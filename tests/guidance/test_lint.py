"""The guidance linter: a good folder passes, and each rule catches the card that breaks it."""

import datetime
from pathlib import Path

import pytest

from coach.guidance import lint
from coach.guidance.keep_out import claims_in, read_keep_out
from coach.guidance.lint import inspect
from coach.guidance.reading import reading_grade, sentences, syllables

from .conftest import DO, SOURCES, WHY, make_card, make_phrases, write_card, write_phrases

TODAY = datetime.date(2026, 6, 1)


def test_a_good_folder_passes_with_a_summary(knowledge, capsys):
    assert lint.main([str(knowledge)]) == 0
    printed = capsys.readouterr().out
    assert "2 cards in 1 of 75 topics, 1 sources, median reading grade" in printed


def test_problems_are_printed_one_a_line_with_the_path_and_exit_1(knowledge, capsys):
    path = write_card(knowledge, make_card(title="x" * 61))
    assert lint.main([str(knowledge)]) == 1
    assert capsys.readouterr().out == f"{path}: the title has 61 characters. Shorten it to 60.\n"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"do": "Too short.", "why": "Yes."}, "words in the sections"),
        ({"do": DO * 5}, "words in the sections"),
        ({"title": "x" * 61}, "the title has 61 characters"),
        ({"reviewed": "2026-06-02"}, "still to come"),
        ({"stages": "[sustain, sustain]"}, "'stages' names something twice"),
        ({"topic": "unheard-of"}, "unknown topic"),
        ({"topic": "goals"}, "the folder is 'agenda'"),
        ({"id": "another"}, "the file is named"),
        ({"sources": "[leach-2009, nobody-1999]"}, "unknown source 'nobody-1999'"),
        ({"asks": "- Tell me more."}, "holds no question"),
        ({"asks": "- Do I want this?"}, "not an open question"),
        ({"asks": "- Why not just leave, and would I?\n- Could I go?"}, "not an open question"),
        ({"asks": "\n".join(["- What now?"] * 4)}, "4 questions"),
        ({"say": "\n".join(["> A line."] * 4)}, "4 lines in 'Say'"),
        ({"say": "> Hello [name], thank you."}, "a placeholder in 'Say': [name]"),
        ({"say": "> I work at ____ now."}, "a placeholder"),
        ({"say": "> Hi XX, thanks."}, "a placeholder"),
        ({"avoid": "Five times as often, mentees are promoted."}, "keep-out list, promoted"),
        ({"evidence": "sure"}, "'evidence'"),
    ],
)
def test_each_rule_catches_the_card_that_breaks_it(knowledge, changes, words):
    path = write_card(knowledge, make_card(**changes))
    assert any(words in line and str(path) in line for line in inspect(knowledge, TODAY).problems)


@pytest.mark.parametrize(
    "ask",
    [
        "What do I want?",
        "How will I know?",
        "In what way would it help?",
        "By when will I do it?",
        "If I could keep one thing, which would it be?",
        "What's the first step?",
        "Whom could I ask?",
    ],
)
def test_open_questions_pass(knowledge, ask):
    write_card(knowledge, make_card(asks=f"- {ask}"))
    assert inspect(knowledge, TODAY).problems == []


def test_every_problem_is_found_and_not_only_the_first(knowledge):
    write_card(knowledge, make_card(title="x" * 61, asks="- Do I want this?"))
    write_card(knowledge, "no card at all", name="other")
    assert len(inspect(knowledge, TODAY).problems) == 3


def test_a_source_that_no_card_uses_is_named(knowledge):
    more = SOURCES + SOURCES.replace("leach-2009", "lonely-1999")
    (knowledge / "sources.yaml").write_text(more, encoding="utf-8")
    (problem,) = inspect(knowledge, TODAY).problems
    assert "no card uses 'lonely-1999'" in problem


def test_sources_of_one_id_and_broken_sources_are_both_named(knowledge):
    broken = SOURCES.replace("leach-2009", "broken-1").replace("limits", "limit")
    (knowledge / "sources.yaml").write_text(SOURCES * 2 + broken, encoding="utf-8")
    problems = " ".join(inspect(knowledge, TODAY).problems)
    assert "two sources are called" in problems
    assert "unknown entry 'limit'" in problems


def test_two_cards_of_one_id_or_title_are_both_named(knowledge):
    write_card(knowledge, make_card(topic="goals"), "goals")
    problems = " ".join(inspect(knowledge, TODAY).problems)
    assert "another card has the id" in problems
    assert "another card has the title" in problems


def test_nearly_the_same_card_twice_is_reported(knowledge):
    copy = make_card(id="copy", title="Another title", why=WHY.replace("two", "three"))
    write_card(knowledge, copy, name="copy")
    assert any("nearly the same as" in line for line in inspect(knowledge, TODAY).problems)


def test_a_card_outside_the_topic_folders_is_named(knowledge):
    (knowledge / "cards" / "stray.md").write_text(make_card(), encoding="utf-8")
    assert any("not in a topic's folder" in line for line in inspect(knowledge, TODAY).problems)


def test_wording_and_prompts_are_checked_for_kept_out_claims(knowledge):
    claim = "People with a mentor are\n  promoted 5 times more often: five times as promoted."
    wording = knowledge / "wording" / "first.yaml"
    prompt = knowledge.parent / "prompts" / "agenda.md"
    for path in (wording, prompt):
        path.parent.mkdir()
        path.write_text(f"line: {claim}", encoding="utf-8")
    problems = inspect(knowledge, TODAY).problems
    assert [line.split(":")[0] for line in problems] == [str(wording), str(prompt)]
    assert all("Say instead: Leave it out." in line for line in problems)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- id: x\n  patterns: ['(']\n  found: f\n  say_instead: s", "not a regular expression"),
        ("- id: x\n  patterns: []\n  found: f\n  say_instead: s", "'patterns' is not a list"),
        ("- id: x", "'patterns' is missing"),
        ("words", "not a list of claims"),
    ],
)
def test_a_broken_keep_out_list_is_named(knowledge, text, words):
    (knowledge / "keep-out.yaml").write_text(text, encoding="utf-8")
    assert any(words in line for line in inspect(knowledge, TODAY).problems)


SHIPPED = read_keep_out(Path(__file__).parents[2] / "knowledge" / "keep-out.yaml")


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("business-productivity-percentages", "67% of firms saw productivity rise."),
        ("ninety-seven-percent-valuable", "97 percent of people with a mentor value it."),
        ("promoted-five-times", "Mentees are promoted five times more often."),
        ("promoted-five-times", "They are 5x more likely to be promoted."),
        ("five-times-start-a-business", "You are five times as likely to start a business."),
        ("businesses-survive-five-years", "70% of mentored businesses survive five years."),
        ("ceos-avoid-costly-mistakes", "84% of CEOs avoided costly mistakes."),
        ("fortune-500-programmes", "71% of Fortune 500 companies run programmes."),
        ("minority-representation-nine-to-24", "Representation rose from 9% to 24%."),
        ("jobs-filled-by-networking", "85% of jobs are filled through networking."),
        ("hidden-job-market", "80% of jobs are never advertised."),
        ("written-goals-yale-harvard", "In a Yale study the 3% with goals earned more."),
        ("writing-goals-percent", "Writing goals makes you 42% more likely to reach them."),
        ("in-person-34-times", "Asking in person is 34 times more effective."),
        ("fifty-percent-more-likely-to-help", "People are 48% more likely to help than you think."),
        ("impostor-syndrome", "70% of people have impostor syndrome."),
        ("networking-feels-dirty", "Science says networking makes you feel dirty."),
        ("feedback-sandwich", "Use the feedback sandwich."),
        ("introverts-act-extraverted", "Introverts should act extraverted."),
        ("grow-proven-best", "GROW is the best model."),
        ("weak-ties-beat-strong", "Weak ties beat strong ties."),
        ("research-says-never-ask-mentor", "Research shows you should never ask for a mentor."),
        ("fixed-email-rules", "Research gives the best day for e-mail."),
    ],
)
def test_the_shipped_list_catches_each_claim_in_its_usual_words(claim, text):
    assert claim in [found.id for found, _ in claims_in(text, SHIPPED)]


@pytest.mark.parametrize(
    "text",
    [
        "This is etiquette, not science: we found no good evidence for the best day.",
        "GROW is popular, and we found no trial of it.",
        "Ask for twenty minutes.",
        "A goal you write down and report on helps.",
        "Impostor feelings are very common.",
    ],
)
def test_honest_sentences_are_left_alone(text):
    assert claims_in(text, SHIPPED) == []


def test_the_shipped_keep_out_ids_are_unique():
    assert len({claim.id for claim in SHIPPED}) == len(SHIPPED) == 22


def test_sentences_keep_their_quotation_marks():
    assert sentences('He said "wait." Then he left. 3 came!') == [
        'He said "wait."',
        "Then he left.",
        "3 came!",
    ]


def test_harder_prose_has_a_higher_reading_grade():
    easy = "We met. It was good. I will ask her again."
    hard = "Organisational socialisation facilitates considerable developmental opportunity."
    assert reading_grade(easy) < 4 < 14 < reading_grade(hard)
    assert reading_grade("") == 0
    assert [syllables(word) for word in ("table", "asked", "wanted", "people")] == [2, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (make_phrases(topic=11), "'agenda' has 11 phrasings"),
        (make_phrases(first=3), "'put-the-hard-question-first' has 3 phrasings"),
        (make_phrases() + "  no-such-card:\n  - words\n", "which is no card"),
        (
            make_phrases().replace("hard question, number 1", "hard question, number 2"),
            "stands under",
        ),
        (
            make_phrases().replace("promised last time, number 1", "Hard question, number 2"),
            "stands under 'put-the-hard-question-first' and 'open-with-last-time'",
        ),
        ("phrases: [a]\n", "'cards' is missing"),
        ("phrases: [yes]\ncards: {}\n", "not a list of texts"),
        ("phrases: []\ncards: {}\n", "empty"),
        ("- a\n", "not 'key: value'"),
    ],
)
def test_each_rule_catches_the_phrasings_that_break_it(knowledge, text, words):
    write_phrases(knowledge, text)
    assert any(words in line for line in inspect(knowledge, TODAY).problems)


def test_phrasings_for_a_topic_that_does_not_exist_are_a_problem(knowledge):
    write_phrases(knowledge, make_phrases(), topic="agendas")
    assert any("'agendas' is not a topic" in line for line in inspect(knowledge, TODAY).problems)


def test_one_card_alone_on_its_topic_is_a_problem(knowledge):
    (knowledge / "cards" / "agenda" / "open-with-last-time.md").unlink()
    assert any("1 cards" in line for line in inspect(knowledge, TODAY).problems)


def test_a_figure_needs_a_source_that_reports_it(knowledge):
    why = WHY.replace("In two surveys people", "In 2 surveys 958 people")
    path = write_card(knowledge, make_card(why=why))
    problems = [line for line in inspect(knowledge, TODAY).problems if str(path) in line]
    assert [line.split(": ", 1)[1].split(" in ")[0] for line in problems] == [
        "the figure 2",
        "the figure 958",
    ]
    reported = SOURCES.replace("An agenda went", "In 2 surveys of 958 people an agenda went")
    (knowledge / "sources.yaml").write_text(reported, encoding="utf-8")
    assert inspect(knowledge, TODAY).problems == []


def test_a_kept_out_claim_in_the_sources_is_a_problem(knowledge):
    claim = SOURCES.replace("An agenda went", "Five times as often promoted: an agenda went")
    (knowledge / "sources.yaml").write_text(claim, encoding="utf-8")
    assert any("keep-out" in line for line in inspect(knowledge, TODAY).problems)


def test_how_much_of_a_source_was_read_is_one_of_four_words(knowledge):
    text = SOURCES.replace("read: abstract", "read: partly")
    (knowledge / "sources.yaml").write_text(text, encoding="utf-8")
    assert any("'read' is 'partly'" in line for line in inspect(knowledge, TODAY).problems)

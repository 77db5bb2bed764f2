"""Private notes stay private: by their words, by their meaning, and with odd notes too."""

from collections.abc import Sequence

import pytest

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.results import AgendaDraft, AgendaItem, ReflectionDraft, ReflectionSection
from coach.domain.vocabulary import Style
from coach.review import (
    coach_asks_only,
    default_knowledge,
    improve_message,
    load_phrases,
    public_notes,
    review_agenda,
    review_message,
    review_reflection,
)
from coach.review.private_cut import Names, clauses, note_parts
from coach.review.text import sentences
from coach.use_cases.private_notes import opened, questions_on_notes
from tests.review.samples import GOOD, brief

TOLD = "Things are tense with the owner of my flat."
NOTE = "I had a quarrel with my landlord"
MESSAGE = GOOD.replace("What made", f"{TOLD} What made")


class OnTopic:
    """Says that a clause shows a note when it holds one of these words; remembers what it was asked."""

    def __init__(self, *telling: str) -> None:
        self.telling = telling
        self.asked: list[tuple[Sequence[str], Sequence[str], Sequence[str]]] = []

    def shows(
        self, clauses: Sequence[str], notes: Sequence[str], public: Sequence[str]
    ) -> list[bool]:
        self.asked.append((clauses, notes, public))
        return [any(word in clause for word in self.telling) for clause in clauses]


def finding(text, notes, alike=None):
    found = review_message(text, brief=brief(private_notes=notes), alike=alike)
    return next(f for f in found if f.check == "no-private-note")


def test_a_note_told_in_other_words_is_found_and_quoted_where_it_stands():
    found = finding(MESSAGE, [NOTE], OnTopic("tense"))
    assert not found.passed
    assert found.quote == MESSAGE[found.start : found.end] == TOLD


def test_the_name_of_a_firm_makes_no_illness_public():
    assert brief().recipient.organisation == "Harbor Health"
    assert finding(GOOD, ["I had a burnout"]).passed
    told = GOOD.replace("What made", "I was off with a burnout for months. What made")
    assert not finding(told, ["I had a burnout"]).passed


def test_without_a_model_the_words_alone_decide():
    assert finding(MESSAGE, [NOTE]).passed
    assert not finding(
        MESSAGE.replace("tense", "tense since the quarrel with my landlord, so"), [NOTE]
    ).passed


def test_a_brief_without_notes_costs_no_comparison():
    alike = OnTopic("tense")
    assert finding(MESSAGE, [], alike).passed
    assert alike.asked == []


def test_neither_greeting_nor_sign_off_is_compared():
    alike = OnTopic()
    finding(MESSAGE, [NOTE], alike)
    assert TOLD in alike.asked[0][0]
    assert not any("Dear" in clause or clause == "Priya Nair" for clause in alike.asked[0][0])


def test_the_subject_gives_away_as_well():
    text = MESSAGE.replace(f"{TOLD} ", "").replace("Management or", "My tense mood, management or")
    assert not finding(text, [NOTE], OnTopic("tense")).passed


def test_the_improved_message_tells_it_no_longer_and_keeps_the_rest():
    alike = OnTopic("tense")
    given = brief(private_notes=[NOTE])
    found = review_message(MESSAGE, brief=given, alike=alike)
    made = improve_message(MESSAGE, found, brief=given, alike=alike)
    assert "tense" not in made.improved.body
    assert "What made you choose management" in made.improved.body
    assert "no-private-note" not in made.left


def test_a_private_matter_goes_even_when_the_message_is_then_less_polished():
    told = "I would be grateful for patience, after my tense mood."
    text = GOOD.replace("Thank you for reading this.", told)
    given, alike = brief(private_notes=[NOTE]), OnTopic("tense")
    made = improve_message(
        text, review_message(text, brief=given, alike=alike), brief=given, alike=alike
    )
    assert "tense" not in made.improved.body


@pytest.mark.parametrize(
    "note",
    [
        "keep it short",
        "Please keep the tone formal, she is old school",
        "don't sound needy",
        "I want to sound calm",
        "no exclamation marks",
        "free account",
        "short and friendly please",
        "not too formal",
    ],
)
def test_a_note_on_the_manner_tells_nothing_that_could_come_out(note):
    parts = note_parts([note], load_phrases(default_knowledge()))
    assert [part for part in parts if "old school" not in part] == []


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("don't mention that I am ill", "I am ill"),
        ("Please do not tell her about the divorce", "the divorce"),
        ("she must not know that I was fired", "I was fired"),
        ("nobody knows that we are moving", "we are moving"),
        ("between us: the firm is for sale", "the firm is for sale"),
        ("I don't want him to know about my debts", "my debts"),
    ],
)
def test_of_a_request_for_silence_the_secret_is_left(note, left):
    assert note_parts([note], load_phrases(default_knowledge())) == [left]


def test_clauses_keep_their_place_in_the_text():
    text = "I am glad, because my boss is leaving. It has been a hard year, and I want to go."
    for piece in clauses(sentences(text, 0, len(text))):
        assert text[piece.start : piece.end] == piece.text
    assert "because my boss is leaving." in [
        piece.text for piece in clauses(sentences(text, 0, len(text)))
    ]


def test_names_that_both_sides_know_are_not_compared():
    names = Names(brief(topic="what Jonas Weber taught me"))
    hidden = names.hidden("Dr. Ruiz told Jonas about Harbor Health and Lyon.")
    assert hidden == "somebody told somebody about the place and Lyon."


def _agenda(why: str) -> bool:
    given = AgendaBrief.model_validate(
        {"kind": "agenda", "recipient": "Elena", "topic": "my next step", "private_notes": [NOTE]}
    )
    item = AgendaItem(minutes=30, title="My next step", why=why, questions=("What next?",))
    plan = AgendaDraft(
        style=Style.MENTOR, title="My next step", purpose="x", minutes=30, items=(item,)
    )
    found = {f.check: f for f in review_agenda(plan, given, alike=OnTopic("tense"))}
    return found["no-private-note"].passed


def test_an_agenda_may_not_show_a_note_in_other_words_either():
    assert _agenda("It comes first.")
    assert not _agenda("The tense mood of last winter.")


def _reflection(prompt: str, notes: list[str]) -> list[bool]:
    given = ReflectionBrief.model_validate(
        {"kind": "reflection", "recipient": "Elena", "topic": "the talk", "private_notes": notes}
    )
    sections = (ReflectionSection(stage="what", prompts=(prompt,), advice=()),)
    made = ReflectionDraft(style=Style.COACH, sections=sections)
    found = review_reflection(made, given, alike=OnTopic("tense"))
    return [f.passed for f in found if f.check == "no-private-note"]


def test_reflection_questions_may_not_show_one_and_without_notes_nothing_is_said_of_it():
    assert _reflection("What happened?", [NOTE]) == [True]
    assert _reflection("What did the tense mood change?", [NOTE]) == [False]
    assert _reflection("What did the tense mood change?", []) == []


@pytest.mark.parametrize("notes", [[], [""], ["   "], ["..."], ["?!"], ["the"], ["I"]])
def test_a_note_that_tells_nothing_finds_nothing(notes):
    assert finding(MESSAGE, notes, OnTopic("tense")).passed


def test_a_note_of_one_word_is_found():
    assert not finding(MESSAGE.replace("tense", "worse than my sciatica"), ["sciatica"]).passed


def test_five_hundred_notes_are_compared_in_one_go():
    alike = OnTopic("tense")
    notes = [f"secret number {n} is about thing{n}" for n in range(500)]
    assert not finding(MESSAGE, notes, alike).passed
    assert len(alike.asked) == 1
    assert len(alike.asked[0][1]) == 500


def test_a_note_that_is_public_too_may_be_told_and_is_asked_about():
    given = brief(private_notes=["3 years in reporting", "I am intimidated by her"])
    assert public_notes(given) == ("3 years in reporting",)
    found = review_message(GOOD, brief=given)
    assert next(f for f in found if f.check == "no-private-note").passed
    questions = questions_on_notes(given)
    assert len(questions) == 1
    assert "3 years in reporting" in questions[0]
    assert coach_asks_only(questions).passed


def test_a_model_that_cannot_be_loaded_leaves_the_words(broken_model):
    assert opened(brief(private_notes=[NOTE]), broken_model) is None
    assert opened(brief(private_notes=[]), broken_model) is None
    assert broken_model.tried == 1


@pytest.fixture
def broken_model():
    from coach.errors import StorageError

    class Broken:
        tried = 0

        def __call__(self):
            self.tried += 1
            raise StorageError("The embedding model cannot be loaded.", "Reinstall it.")

    return Broken()

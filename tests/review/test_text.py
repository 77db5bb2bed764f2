"""Sentences, parts of a message, stems and dates."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.dates import days_before, read_date
from coach.errors import KnowledgeError
from coach.review import default_knowledge, load_phrases
from coach.review.letter import read_letter
from coach.review.stems import stem
from coach.review.text import fold, sentences
from tests.review.samples import TODAY


def cut(text: str) -> list[str]:
    return [s.text for s in sentences(fold(text), 0, len(text))]


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("ab .?!\n,“’A1-"), max_size=200))
def test_sentences_are_pieces_of_the_text_in_order(text):
    folded = fold(text)
    found = sentences(folded, 0, len(folded))
    assert all(folded[s.start : s.end].replace("\n", " ") == s.text for s in found)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert sum(len(s.text) for s in found) <= len(text)


def test_abbreviations_and_numbers_do_not_end_a_sentence():
    assert cut("I met Dr. Ruiz at 4 p.m. on Monday, e.g. near no. 5. It took 2.5 hours.") == [
        "I met Dr. Ruiz at 4 p.m. on Monday, e.g. near no. 5.",
        "It took 2.5 hours.",
    ]


def test_a_wrapped_line_goes_on_and_a_short_line_ends():
    wrapped = "I have been thinking about this for quite a long time\nand would like to ask. Yes"
    assert cut(wrapped)[0].endswith("would like to ask.")
    assert cut("Dear Elena,\nI am Priya") == ["Dear Elena,", "I am Priya"]


def test_a_message_is_taken_apart():
    letter = read_letter(
        "Subject: Re: Talk\n\nDear Dr. Ruiz,\n\nI am Priya. May I ask?\n\nThank you,\nPriya Nair"
    )
    assert letter.subject is not None
    assert letter.subject.text == "Re: Talk" or letter.subject.text == "Talk"
    assert letter.salutation.text == "Dear Dr. Ruiz,"
    assert [s.text for s in letter.sentences] == ["I am Priya.", "May I ask?"]
    assert letter.closing.text.startswith("Thank you,")


def test_a_postscript_is_read_too():
    letter = read_letter(
        "Hi Jo,\n\nhello\n\nThanks,\nAna\n\nPS I would be glad to help you with the slides."
    )
    assert any(s.text.startswith("PS") for s in letter.sentences)


@pytest.mark.parametrize(
    "forms",
    [("moved", "moving", "moves"), ("management", "managing", "manager"), ("heard", "hear", "hearing"),
     ("studies", "study", "studied"), ("twenty", "20"), ("organise", "organizing")],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(forms):
    irregular = load_phrases(default_knowledge()).irregular
    assert len({stem(form, irregular) for form in forms}) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-03", (2026, 11, 3)),
        ("on 3 November", (2026, 11, 3)),
        ("November 3rd, 2025", (2025, 11, 3)),
        ("the 24th of Dec", (2025, 12, 24)),
    ],
)
def test_dates_are_read_as_people_write_them(text, day):
    assert read_date(text, TODAY) == datetime.date(*day)


@pytest.mark.parametrize("text", ["2026-02-31", "31 February", "some day", "", "9999-99-99"])
def test_no_date_is_no_error(text):
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "days"), [("yesterday", 1), ("two weeks ago", 14), ("3 days ago", 3), ("soon", None)]
)
def test_days_are_counted_back(text, days):
    assert days_before(text, TODAY) == days


@pytest.mark.parametrize(
    "content",
    ["[1, 2]", "patterns: {}\n", "a: [", "patterns: {x: ['(']}\nwords: {}\nirregular: {}\nsynonyms: 3\nreplacements: []\n"],
)  # fmt: skip
def test_a_broken_phrase_file_is_named_with_a_fix(tmp_path, content):
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "review.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load_phrases(tmp_path)
    assert "review.yaml" in error.value.message
    assert error.value.fix


def test_a_missing_phrase_file_is_a_knowledge_error(tmp_path):
    with pytest.raises(KnowledgeError):
        load_phrases(tmp_path)

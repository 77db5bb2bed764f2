"""Cutting: every word is in some passage, in order, and no passage is too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import InputError
from coach.guidance.own import passages as passages_module
from coach.guidance.own.documents import Document, read_document
from coach.guidance.own.passages import MOST_CHARACTERS, cut
from coach.guidance.own.section import Section

WORDS = st.text("abcdefgÅéß导师мд0189'-.,;:?!()/", min_size=1, max_size=60).filter(
    lambda word: any(map(str.isalnum, word))
)
GAPS = st.sampled_from(
    [" ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u3000", "\r", " \n "]
)
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=300).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def covered(words, passages):
    """How many of the words, from the first, the passages give in order, overlaps allowed."""
    reached = 0
    for passage in passages:
        part = passage.text.split()
        starts = range(max(0, reached - len(part)), reached + 1)
        fitting = [at for at in starts if words[at : at + len(part)] == part]
        assert fitting, f"{part[:5]} does not follow {words[max(0, reached - 5) : reached]}"
        reached = max(reached, max(fitting) + len(part))
    return reached


@given(TEXTS)
def test_every_word_is_in_some_passage_in_order(text):
    words = text.split()
    found = cut(Document("a.txt", (Section("", text),)))
    assert covered(words, found) == len(words)


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=3_000)), max_size=4))
def test_no_passage_is_empty_or_too_long_whatever_the_text(parts):
    found = cut(Document("a.txt", tuple(Section(*part) for part in parts)))
    for passage in found:
        assert any(map(str.isalnum, passage.text))
        assert len(passage.text) <= MOST_CHARACTERS
        assert passage.text == " ".join(passage.text.split())


@given(st.text(alphabet="ab 导\n", min_size=1, max_size=5_000).filter(str.strip))
def test_what_stands_under_a_heading_keeps_it(text):
    document = Document("a.txt", (Section("One", text), Section("Two › Three", text)))
    found = cut(document)
    half = len(found) // 2
    assert [one.heading for one in found] == ["One"] * half + ["Two › Three"] * half


@given(TEXTS)
def test_every_word_of_a_text_file_is_in_a_passage_or_a_heading(text):
    document = read_document("a.txt", text.encode())
    found = cut(document)
    kept = {word for one in found for word in f"{one.heading} {one.text}".replace("›", " ").split()}
    assert {word for word in text.split() if any(map(str.isalnum, word))} <= kept


def test_a_word_longer_than_a_passage_is_cut_and_not_lost():
    found = cut(Document("a.txt", (Section("", "x" * 5_000),)))
    assert sum(len(one.text) for one in found) >= 5_000
    assert max(len(one.text) for one in found) <= MOST_CHARACTERS


def test_a_very_long_single_line_is_cut_between_words():
    text = "We meet once a month for an hour. " * 20_000
    assert covered(text.split(), cut(Document("a.txt", (Section("", text),)))) == 160_000


def test_paragraphs_are_kept_whole_where_they_fit():
    paragraphs = [f"Paragraph {n}. " + "Some words follow it here. " * 15 for n in range(4)]
    found = cut(Document("a.txt", (Section("", "\n\n".join(paragraphs)),)))
    assert [one.text for one in found] == [one.strip() for one in paragraphs]


def test_the_heading_is_embedded_with_the_text():
    one, two = cut(Document("a", (Section("", "Monthly."), Section("Meeting", "Monthly."))))
    assert (one.embedded, two.embedded) == ("Monthly.", "Meeting: Monthly.")


def test_too_many_passages_are_refused(monkeypatch):
    monkeypatch.setattr(passages_module, "MOST_PASSAGES", 3)
    with pytest.raises(InputError) as raised:
        cut(Document("a.txt", (Section("", "words and words " * 200),)))
    assert "too long: 6 passages" in raised.value.message

"""The excerpt of a passage: its own words, the stretch that answers, never too long."""

from hypothesis import given
from hypothesis import strategies as st

from coach.guidance.lexical import words
from coach.guidance.own.ranking import MOST_EXCERPT, excerpt

SENTENCES = st.lists(
    st.text("abcdefg ", min_size=1, max_size=90).map(lambda text: f"{text.strip() or 'a'}."),
    min_size=1,
    max_size=30,
).map(" ".join)


@given(SENTENCES, st.text("abcdefg ", max_size=40))
def test_an_excerpt_is_a_stretch_of_the_passage(text, query):
    found = excerpt(text, frozenset(words(query)))
    bare = found.removeprefix("… ").removesuffix("…")
    assert bare.strip()
    assert bare in text
    assert len(found) <= MOST_EXCERPT + 2


def test_a_short_passage_is_given_whole():
    assert excerpt("Meet monthly. Take notes.", frozenset(["note"])) == "Meet monthly. Take notes."


def test_the_stretch_with_the_words_is_chosen():
    text = "Nothing here. " * 30 + "The porter has the keys. " + "Nothing there. " * 30
    found = excerpt(text, frozenset(words("who has the keys, the porter?")))
    assert found.startswith("… The porter has the keys. Nothing there.")
    assert found.endswith("…")


def test_without_any_of_the_words_it_begins_with_the_passage():
    assert excerpt("Nothing here. " * 60, frozenset(["key"])).startswith("Nothing here.")


def test_one_endless_word_is_cut():
    assert len(excerpt("x" * 700, frozenset())) <= MOST_EXCERPT

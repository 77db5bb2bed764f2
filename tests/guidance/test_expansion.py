"""Synonyms: the guidance's word beside the everyday one, and never instead of it."""

import pytest

from coach.guidance.expansion import Expansion
from coach.guidance.lexical import words

SYNONYMS = {
    "ghosted": ["no reply", "silence"],
    "coffee chat": ["informational interview"],
    "boss": ["manager"],
}


@pytest.mark.parametrize(
    ("query", "added"),
    [
        ("she ghosted me", "reply silence"),
        ("my boss", "manager"),
        ("a coffee chat", "informational interview"),
        ("a chat over coffee", ""),
        ("nothing of that", ""),
        ("", ""),
    ],
)
def test_the_guidances_words_follow_the_persons_own(query, added):
    stems = words(query)
    assert Expansion(SYNONYMS).expand(stems) == [*stems, *words(added)]


def test_no_word_comes_twice():
    stems = words("ghosted, ghosted: only silence")
    assert Expansion(SYNONYMS).expand(stems).count("silenc") == 1


def test_an_empty_list_adds_nothing():
    assert Expansion({}).expand(["agenda"]) == ["agenda"]

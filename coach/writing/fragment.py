"""A piece of the mentee's text and its grammatical form."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The grammatical form of a fragment."""

    BLANK = "blank"
    QUESTION = "question"  # What made you choose …?
    POLAR = "polar"  # Should I stay?
    INDIRECT = "indirect"  # how she chose; whether to stay
    FIRST = "first"  # I heard her talk; we met; my tutor told me
    SECOND = "second"  # you moved
    CLAUSE = "clause"  # her team shipped it
    PAST = "past"  # heard her talk
    PRESENT = "present"  # leads a team
    PERFECT = "perfect"  # has led; have followed
    BASE = "base"  # move into management
    GERUND = "gerund"  # moving into management
    INFINITIVE = "infinitive"  # to move into management
    PASSIVE = "passive"  # referred by Sam Lee
    PREPOSITION = "preposition"  # through the alumni network
    ADJECTIVE = "adjective"  # new to the field
    NOUN = "noun"  # her talk at the summit


@dataclass(frozen=True)
class Fragment:
    """A tidied piece of the mentee's text, already addressed to the reader, and its form."""

    text: str
    form: Form

    @property
    def words(self) -> list[str]:
        """The words in lower case, without marks."""
        return re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*", self.text.lower().replace("’", "'"))

    @property
    def first(self) -> str:
        """The first word, in lower case."""
        return self.words[0] if self.words else ""

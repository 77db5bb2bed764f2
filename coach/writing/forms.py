"""Recognises the grammatical form of a fragment: noun phrase, clause, verb phrase, question …

People answer "How do you know of them?" with all of these. Each form is joined into a sentence in
its own way, so recognising the form is most of writing well.
"""

import re
from itertools import pairwise

from coach.writing.agreement import opens_with_clause
from coach.writing.asked_form import asked_form
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import (
    ADVERB_OPENERS,
    AFTER_VERB,
    AUXILIARY,
    BARE_PARTICIPLES,
    DETERMINERS,
    FINITE_ONLY,
    FIRST_PRONOUNS,
    GROUPS,
    INDEFINITE,
    NUMBERS,
    ONLY_VERBS,
    PLURAL_VERBS,
    PREPOSITIONS,
    REFERRED,
    SECOND_PRONOUNS,
    SPOKEN,
    STOP,
    SUBJECT_PRONOUNS,
    VERBS_WITH_OF,
    WH,
)
from coach.writing.lexicon import Lexicon

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


class Forms:
    """Classifies fragments with the help of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, text: str) -> Fragment:
        """The fragment with its form. ``text`` is tidied and addressed to the reader already."""
        return Fragment(text, self._form(text))

    def _form(self, text: str) -> Form:
        text = _QUOTED.sub(" quoted ", text)
        words = Fragment(text, Form.NOUN).words
        if not words:
            return Form.BLANK
        first = words[0]
        second = words[1] if len(words) > 1 else ""
        if first in {"what's", "who's", "how's", "where's"}:
            return Form.QUESTION if text.endswith("?") else Form.INDIRECT
        if words[:2] == ["both", "of"] and words[2:3] == ["us"]:
            return Form.FIRST
        if first in WH or first in {"whether", "if"}:
            return asked_form(text, words, self._lexicon)
        if first in AUXILIARY | {"isn't", "aren't", "don't"} and (
            second in SUBJECT_PRONOUNS or (text.endswith("?") and first not in {"may", "must"})
        ):
            return Form.POLAR
        if text.endswith("?"):
            return Form.QUESTION
        if first in SUBJECT_PRONOUNS | {"there", "there's", "it's"} and (
            first in FIRST_PRONOUNS | SECOND_PRONOUNS
            or first in {"there's", "it's"}
            or self._finite_soon(text, words)
        ):
            return (
                Form.FIRST
                if first in FIRST_PRONOUNS
                else (Form.SECOND if first in SECOND_PRONOUNS else Form.CLAUSE)
            )
        return self._phrase(text, words)

    def _phrase(self, text: str, words: list[str]) -> Form:
        lexicon = self._lexicon
        start = 1 if words[0] in ADVERB_OPENERS and len(words) > 1 else 0
        first = words[start]
        following = words[start + 1] if len(words) > start + 1 else ""
        some_of = words[1:2] == ["of"] and (words[0] in {"most", "some"} or words[0] in NUMBERS)
        if words[0] in INDEFINITE or words[:2] == ["no", "one"] or some_of:
            return Form.CLAUSE if any(map(lexicon.is_finite, words[2:])) else Form.NOUN
        if self._fronted(words):
            return Form.FIRST
        if words[0] == "not" and following not in {"only", "just"}:
            return Form.ADJECTIVE
        if words[0] in DETERMINERS and words[0] != "both":
            return self._nominal(text, words)
        if (
            first == "to"
            and (following in lexicon.base or start == 0)
            and following not in DETERMINERS
        ):
            return Form.INFINITIVE
        if first in lexicon.gerund and self._names_a_role(words[:4]):
            return Form.NOUN  # "building site manager", "acting team lead"
        if first in {"having", "being"} or (
            first in lexicon.gerund and self._verbal(first, following)
        ):
            return Form.GERUND
        if first in {"have", "has", "had"} or (first in BARE_PARTICIPLES and len(words) > 1):
            return Form.PERFECT
        if first in {"get", "be", "become", "stay", "feel"} and following:
            return Form.BASE
        if first in {"is", "was", "are", "were", "am"}:
            return Form.PRESENT
        if (
            first in lexicon.participle
            and first not in lexicon.base
            and (following == "by" or (following == "to" and first in REFERRED))
        ):
            return Form.PASSIVE
        quality = lexicon.has("adjectives", first) and not self._has_subject(text, words)
        if quality and not self._names_a_role(words[:3]):
            return Form.ADJECTIVE
        if first in PREPOSITIONS and following not in AUXILIARY:
            return Form.PREPOSITION
        return self._verb_or_noun(text, words, start)

    def _fronted(self, words: list[str]) -> bool:
        """As in "before kids I was an actuary": an adverbial, then a whole first-person clause."""
        if words[0] not in PREPOSITIONS | {"when", "while", "after", "once", "currently", "now"}:
            return False
        pairs = pairwise(words[1:10])
        return any(
            one in {"i", "we"} and self._lexicon.is_finite(two) for one, two in pairs
        ) or any(word in {"i'm", "i've", "i'd", "we're", "we've"} for word in words[1:8])

    def _verb_or_noun(self, text: str, words: list[str], start: int) -> Form:
        lexicon = self._lexicon
        first = words[start]
        following = words[start + 1] if len(words) > start + 1 else ""
        opens_upper = text[:1].isupper() and re.match(r"\S+\s+[A-Z]", text) is not None
        if first in lexicon.past and not self._modifies(first, following):
            return Form.PAST
        if (
            re.fullmatch(r"[a-z-]{3,}ed", first)
            and first == text.split()[0]
            and (self._takes_object(following) or re.match(r"\S+\s+[A-Z]", text))
        ):
            return Form.PAST  # a past form of a verb the lexicon does not list
        if first in ONLY_VERBS and following:
            return Form.PRESENT
        if first in lexicon.third and self._takes_object(following) and not opens_upper:
            return Form.PRESENT
        if re.fullmatch(r"[a-z]{3,}[^su]s", first) and following in AFTER_VERB and not opens_upper:
            return Form.PRESENT  # a verb the lexicon does not list: "sorts the mail"
        if first in lexicon.base and following == "of" and first not in VERBS_WITH_OF:
            return self._nominal(text, words)
        told_of = following in lexicon.third and lexicon.has("works", first)
        if first in lexicon.base and self._takes_object(following) and not (opens_upper or told_of):
            return Form.BASE
        return self._nominal(text, words)

    def _names_a_role(self, words: list[str]) -> bool:
        """Whether one of the first words is a role and no verb complement comes before it."""
        for word in words[1:]:
            if word in DETERMINERS | PREPOSITIONS or word.isdigit():
                return False
            if self._lexicon.is_role(word):
                return True
        return False

    def _verbal(self, gerund: str, following: str) -> bool:
        """Whether an -ing word is a verb here: "building trust", but not "building site manager"."""
        return bool(following) or gerund not in {
            "meeting",
            "training",
            "building",
            "engineering",
            "nursing",
        }

    def _modifies(self, participle: str, following: str) -> bool:
        """Whether a past form is an adjective before a noun: "published author"."""
        return self._lexicon.has("roles", following) and participle in self._lexicon.participle

    def _takes_object(self, following: str) -> bool:
        lexicon = self._lexicon
        if following in lexicon.participle and following not in lexicon.base:
            return False
        return bool(following) and (
            following
            in DETERMINERS
            | PREPOSITIONS
            | WH
            | {"me", "us", "you", "it", "them", "people", "and", "that", "if", "whether"}
            or following in lexicon.gerund
            or following[:1].isdigit()
            or following in NUMBERS
            or following.endswith("s")
            or following.endswith("ly")
            or following
            in {
                "career",
                "job",
                "field",
                "sector",
                "direction",
                "more",
                "better",
                "full-time",
                "part-time",
                "together",
                "abroad",
                "feedback",
            }
        )

    def _nominal(self, text: str, words: list[str]) -> Form:
        if words[0] in DETERMINERS and _MADE_ME.search(text):
            return Form.CLAUSE  # "her book on peat made me change course"
        many = words[0].endswith("s") and not words[0].endswith(("ss", "'s", "ics"))
        if many and words[1:2] and words[1] in PLURAL_VERBS:
            return Form.CLAUSE  # "mentors come from outside"
        if opens_with_clause(text, self._lexicon):
            return Form.CLAUSE  # "your team ships weekly", typed "your team ship weekly"
        return Form.CLAUSE if self._has_subject(text, words) else Form.NOUN

    def _finite_soon(self, text: str, words: list[str]) -> bool:
        return any(self._lexicon.is_finite(word) for word in words[1:5])

    def _has_subject(self, text: str, words: list[str]) -> bool:
        """Whether a finite verb follows a noun phrase before the first preposition or conjunction."""
        pieces = re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*|[,;:(–—]", text.lower().replace("’", "'"))
        for index, piece in enumerate(pieces):
            if index > 1 and piece in SUBJECT_PRONOUNS and pieces[index - 1] not in STOP:
                return False  # "the talk you gave": a relative clause
            if piece == "may" and re.search(r"\bMay\b", text):
                continue
            if index and piece in STOP:
                return self._subject_after_of(pieces, index)
            if index == 0 or not self._lexicon.is_finite(piece):
                continue
            previous = pieces[index - 1]
            if (
                previous in DETERMINERS
                or previous.endswith("'s")
                or self._lexicon.has("works", piece)
            ):
                continue
            following = pieces[index + 1] if index + 1 < len(pieces) else ""
            reduced = self._lexicon.has("works", previous) and piece in self._lexicon.participle
            if piece in self._lexicon.third and following in GROUPS:
                continue  # "the regional falls group"
            if self._plain_noun(piece, following) or (reduced and following in PREPOSITIONS):
                continue  # "your paper published in 2020"
            return True
        return False

    def _plain_noun(self, piece: str, following: str) -> bool:
        """Words like "leads" and "uses" at the end of a noun phrase are nouns, not its verb."""
        ends = not following or following in STOP
        return ends and piece in self._lexicon.third and piece not in FINITE_ONLY

    def _subject_after_of(self, pieces: list[str], index: int) -> bool:
        """As in "the head of data told me": look on past "of", "at" and "in" for an unmistakable verb."""
        if pieces[index] not in {"of", "at", "in", "from", ",", "and", "who"}:
            return False
        rest = pieces[index + 1 : index + 8]
        for position, piece in enumerate(rest):
            if piece in WH or piece in {"that", "because"}:
                return False
            if position and piece in SPOKEN and rest[position + 1 : position + 2] != ["by"]:
                return True
        return False


_MADE_ME = re.compile(
    r"(?<!\bi)(?<!\bwe)(?<!\bshe)(?<!\bhe)(?<!\bthey)(?<!\byou)(?<!\bthat)(?<!\bwhich)(?<!\bwho)(?<!\bit) "
    r"(?:made|got|helped|changed|convinced|inspired|taught|showed|encouraged|persuaded) (?:me|my|us)\b",
    re.I,
)
"""What something did to the mentee, with a noun before it and no "who" or "that"."""

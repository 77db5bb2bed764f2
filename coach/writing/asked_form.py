"""Tells a question from a clause that opens with a question word: "how did she …", "how she …"."""

from itertools import pairwise

from coach.writing.fragment import Form
from coach.writing.grammar import AUXILIARY, DETERMINERS, PERSONAL, SUBJECT_PRONOUNS
from coach.writing.lexicon import Lexicon


def asked_form(text: str, words: list[str], lexicon: Lexicon) -> Form:
    """A text that opens with a question word: inverted it is a question, else a clause."""
    if words[0] in {"whether", "if"} or (words[0] == "when" and words[1:2] == ["you"]):
        return Form.INDIRECT
    if _is_what_to_do(words, lexicon) or _uninverted(words, lexicon):
        return Form.INDIRECT
    inverted = any(word in AUXILIARY for word in words[1:3])
    order = next((w for w in words[1:5] if w in AUXILIARY | PERSONAL), "")
    if order in PERSONAL and not _subject_question(words, lexicon):
        return Form.INDIRECT
    if words[0] in {"how", "what", "which"}:
        inverted = inverted or any(
            word in AUXILIARY and following in SUBJECT_PRONOUNS
            for word, following in pairwise(words[1:8])
        )
    if len(words) > 1 and words[1] in SUBJECT_PRONOUNS | {"to"}:
        inverted = False
    subject_question = words[0] in {"what", "who", "which"} and _subject_question(words, lexicon)
    if inverted or subject_question or (text.endswith("?") and words[1:2] != ["to"]):
        indirect = len(words) > 1 and words[1] in SUBJECT_PRONOUNS | {"to"}
        return Form.INDIRECT if indirect else Form.QUESTION
    if (
        len(words) > 2
        and words[1].endswith("s")
        and words[2] in lexicon.base
        and not text.endswith("?")
    ):
        return Form.INDIRECT  # "what reinsurers look for"
    verbless = not any(lexicon.is_finite(word) or word == "to" for word in words[1:])
    if verbless and not any(word in SUBJECT_PRONOUNS for word in words):
        return Form.QUESTION if len(words) > 1 else Form.BLANK
    return Form.INDIRECT


def _uninverted(words: list[str], lexicon: Lexicon) -> bool:
    """A clause whose subject stands before its verb: "what nights are like", "how bids are scored"."""
    place = next((i for i, word in enumerate(words[:7]) if i and word in AUXILIARY), 0)
    if place < 2 or words[place] in {"do", "does", "did"}:
        return False
    if words[place + 1 : place + 2] and words[place + 1] in SUBJECT_PRONOUNS | DETERMINERS:
        return False
    if words[0] in {"what", "which"}:
        likened = "like" in words[place + 1 : place + 3]
        return (likened or words[-1] in _STRANDED) and not lexicon.is_finite(words[1])
    if words[0] == "how":
        plural = words[1].endswith("s") and not words[1].endswith("ss")
        return place == 2 and (plural or lexicon.has("mass_nouns", words[1]))
    return words[0] in {"why", "where", "when"}


_STRANDED = frozenset("like about for worth from".split())
"""What ends a clause that asks after the thing before it: "what the shift is like"."""


def _is_what_to_do(words: list[str], lexicon: Lexicon) -> bool:
    """Something still to be done, "which cert to do first?", "how much to charge": no verb before "to"."""
    place = words.index("to") if "to" in words[2:5] else 0
    before, after = words[1:place], words[place + 1 : place + 2]
    if place < 2 or not after or after[0] not in lexicon.base:
        return False
    return not any(w in AUXILIARY | PERSONAL or lexicon.is_finite(w) for w in before)


def _subject_question(words: list[str], lexicon: Lexicon) -> bool:
    """What made you …, Who helped …: the question word is itself the subject."""
    return len(words) > 1 and words[1] in set(lexicon.past) | set(lexicon.third)

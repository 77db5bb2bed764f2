"""Gives a bare role its article inside a sentence: "she was midwife" -> "she was a midwife"."""

import re

from coach.writing.article import AFTER_HEAD, ORDINAL, SUPERLATIVE, indefinite
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import (
    ADVERB_OPENERS,
    AUXILIARY,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    WH,
)
from coach.writing.lexicon import Lexicon

_BEING = re.compile(
    r"(?P<lead>(?i:\b(?:(?:(?<=\byou )|(?<=\bi )|(?<=\bshe )|(?<=\bhe )|^)(?:was|were|am|is|are|became|become)|being|becoming|"
    r"(?:work|works|worked|working|started|begun|began|job|trained|qualified|employed|served|volunteer|volunteered|retrained|training) as) ))"
    r"(?P<kind>(?:[a-z][a-z-]* ){0,2}?)(?P<role>[a-z][a-z-]+)"
    r"(?=$|[.,;:!?]| (?:in|at|for|on|of|with|before|when|while|until|till|and|or|who|then|but|now|from|since|by|too|myself|here|there|first|\d+)\b)"
)
"""Where somebody is said to be something, or to work as it."""
_NO_ARTICLE = frozenset(
    "expert professional representative principal lead head chair captain senior junior leader partner parent fellow hr "
    "ta veteran person".split()
)
"""Roles that are adjectives too, or stand bare."""
_NO_KIND = (
    DETERMINERS
    | PREPOSITIONS
    | AUXILIARY
    | ADVERB_OPENERS
    | NUMBERS
    | ORDINAL
    | WH
    | SUBJECT_PRONOUNS
    | frozenset(
        "not now then also like acting interim deputy vice chief and or who so very too as once made just".split()
    )
)
_MINE = frozenset(
    "boss manager gaffer supervisor tutor teacher mentor mum dad mother father wife husband sister brother uncle aunt "
    "cousin daughter son landlord landlady".split()
)
_NO_ROLE = frozenset("human man woman german roman ottoman".split())
_HELD_AS = ("er", "or", "ist", "ian", "ant", "man", "woman")
"""How a role ends; after "worked as" nothing else does."""
_ONE_IN_A_PLACE = frozenset(
    "manager secretary organiser organizer coordinator editor captain owner founder vicar foreman chair supervisor "
    "receptionist registrar landlord librarian caretaker chef".split()
)
_ONE_OF_MANY = frozenset("friend mate colleague neighbour classmate flatmate coworker".split())


def with_role_articles(text: str, lexicon: Lexicon) -> str:
    """As in "you were nurse before" -> "you were a nurse before", "works as baker" -> "works as a baker"."""

    def given(match: re.Match[str]) -> str:
        kind, role = match["kind"].split(), match["role"]
        phrase = " ".join([*kind, role])
        single = lexicon.words["single_roles"]
        held = match["lead"].lower().endswith(" as ") and role.endswith(_HELD_AS) and len(role) > 4
        if (
            not (held or _is_one(role.lower(), lexicon))
            or SUPERLATIVE.match(phrase)
            or {role, *kind} & single
        ):
            return match.group()
        if any(word.lower() in _NO_KIND or word.endswith("ly") for word in kind):
            return match.group()
        return f"{match['lead']}{indefinite(phrase)}"

    return _BEING.sub(given, text)


def with_subject_article(text: str, lexicon: Lexicon) -> str:
    """As in "board chair gave me your name" -> "the board chair gave …"; "boss told me" -> "my boss …".

    Names, plurals and what has its article already stay.
    """
    words = Fragment(text, Form.CLAUSE).words
    if text[:1].isupper() or not words or words[0] in DETERMINERS | SUBJECT_PRONOUNS | NUMBERS | WH:
        return text
    verb = next((i for i, word in enumerate(words[:9]) if i and lexicon.is_finite(word)), 0)
    stop = next((i for i, word in enumerate(words[:verb]) if word in AFTER_HEAD), verb)
    head = words[stop - 1] if stop else ""
    if not stop or words[0] in PREPOSITIONS | AUXILIARY:
        return text
    if head in _ONE_OF_MANY:
        return f"a {text}"
    if head in _MINE and stop == verb and stop < 3:
        return f"my {text}"
    if head in lexicon.words["single_roles"] | _ONE_IN_A_PLACE:
        return f"the {text}"
    return indefinite(text) if _is_one(head, lexicon) else text


def _is_one(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a role held by one person, and nothing else."""
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    held = lexicon.is_role(word) or (word.endswith(("man", "woman")) and word not in _NO_ROLE)
    return held and not plural and word not in _NO_ARTICLE

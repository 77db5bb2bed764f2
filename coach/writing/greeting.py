"""Addresses the reader by name, never guessing a gender, a title or which word is the surname."""

import re

from coach.domain.brief import Brief
from coach.domain.vocabulary import Channel, Purpose, Tone
from coach.writing.lexicon import Lexicon
from coach.writing.piece import Piece
from coach.writing.text import greeting_name, title_name
from coach.writing.word_case import RELATED

BY_FIRST_NAME = frozenset("sir dame lord lady sister brother father mother imam rabbi".split())
BY_GIVEN_NAME = frozenset("sir dame sister brother father mother".split())
"""Titles that go with the given name alone where the tone is not formal: "Sister Agnes"."""
KNIGHTED = frozenset("sir dame".split())
"""Titles that never stand before a family name alone."""
PARTICLES = frozenset(
    "van von der den de da di del della la le ter ten zu zum af av bin ibn al el dos du".split()
)
KINSHIP = frozenset(
    "auntie aunt uncle big little old young your the my our partner herr frau mme mlle señora señor "
    "senora senor sra cllr chief coach boss".split()
)


_CALLED = re.compile(r"\s*[\"“‘']([^\W\d_]{2,20})[\"”’'](?=\s|$)")
"""The name somebody goes by, in quotes: Oluwaseun "Seun" Adeyemi."""
_PROGRAMME = re.compile(
    r"\b(?:program(?:me)?s?|scheme|mentoring|mentorship|academy|fellowship|network|team|committee|office|"
    r"association|foundation|initiative|coordinators?|organi[sz]ers?|panel|society)\b",
    re.I,
)
_STAFF = re.compile(r"\b(?:team|committee|office|coordinators?|organi[sz]ers?|panel)\b", re.I)


def reader_name(brief: Brief) -> str:
    """The full name of the person who will read the message; "" for an unnamed go-between."""
    to_go_between = brief.purpose is Purpose.INTRODUCTION_REQUEST
    if brief.purpose is Purpose.PROGRAMME_APPLICATION and _is_described_programme(brief):
        return f"{title_name(brief.recipient.name)} programme"
    return title_name(brief.via if to_go_between else brief.recipient.name)


def _is_described_programme(brief: Brief) -> bool:
    """Whether a name is known as a programme's only by its role: "mentoring for care leavers"."""
    person, role = brief.recipient.name, brief.recipient.role
    run_by = re.search(
        r"\b(?:manager|lead|head|director|officer|coordinator|administrator|organi[sz]er)\b",
        role,
        re.I,
    )
    return not is_programme(person) and is_programme(role) and run_by is None


def is_programme(name: str) -> bool:
    """Whether a name is that of a programme or an office rather than a person's."""
    return bool(_PROGRAMME.search(name))


def call_name(name: str, tone: Tone, lexicon: Lexicon) -> str:
    """How the reader is addressed: "Dr. Ruiz", "Elena", or the whole name where in doubt.

    A title keeps the surname when the name has two words; longer names, and names whose first
    word is usually a family name, are used whole.
    """
    name = RELATED.sub("", name) or name
    called = _CALLED.search(name)
    if (
        called
        and tone is not Tone.FORMAL
        and name.split()[0].lower().strip(".") not in lexicon.words["titles"]
    ):
        return called[1]
    words = [word.strip(",") for word in greeting_name(_CALLED.sub("", name)).split()]
    if not words or is_programme(name):
        return re.sub(r"^(?:the|our) ", "", name, flags=re.I)
    words = [word for word in words if word.lower() not in {"emeritus", "emerita"}] or words
    titles = 0
    while titles < len(words) - 1 and words[titles].lower().strip(".") in lexicon.words["titles"]:
        titles += 1
    title, rest = " ".join(_titled(word) for word in words[:titles]), words[titles:]
    family_first = rest[0].lower() in lexicon.words["family_first"]
    if title:
        if words[0].lower().strip(".") in BY_FIRST_NAME:
            first = words[0].lower().strip(".")
            given = first in BY_GIVEN_NAME and (tone is not Tone.FORMAL or first in KNIGHTED)
            alone = given and len(rest) > 1 and len(rest[0].strip(".")) > 1
            return f"{title} {rest[0]}" if alone else " ".join(words)
        return f"{title} {_surname(rest, family_first)}"
    if tone is Tone.FORMAL or family_first or not _is_given_name(rest[0], lexicon):
        return " ".join(rest)
    return rest[0]


def _titled(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word.strip(".")) > 1 else word


def _surname(words: list[str], family_first: bool) -> str:
    """The surname after a title: the last of two names, all from a particle on, or else all."""
    particle = next((i for i, word in enumerate(words) if i and word.lower() in PARTICLES), None)
    if particle is not None:
        return " ".join(words[particle:])
    initials = [word for word in words[:-1] if len(word.strip(".")) > 1]
    return words[-1] if len(initials) <= 1 and not family_first else " ".join(words)


def _is_given_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a first word can be said alone: no initial, particle, title, kinship or plain word."""
    low = word.lower().strip(".")
    plain = low in lexicon.words["roles"] or low in lexicon.words["adjectives"]
    return len(low) > 1 and not word.endswith(".") and low not in PARTICLES | KINSHIP and not plain


def greeting_piece(brief: Brief, lexicon: Lexicon) -> Piece:
    """The salutation line, ending with a comma."""
    name = _team(call_name(reader_name(brief), brief.tone, lexicon))
    casual = brief.channel in (Channel.CHAT, Channel.LINKEDIN_NOTE, Channel.LINKEDIN_MESSAGE)
    opener = {Tone.WARM: "Hello", Tone.NEUTRAL: "Dear", Tone.FORMAL: "Dear"}[brief.tone]
    if casual and brief.tone is not Tone.FORMAL:
        opener = "Hi" if brief.tone is Tone.WARM else "Hello"
    if not name:
        return Piece(f"{opener},", "greet")
    field = "via" if brief.purpose is Purpose.INTRODUCTION_REQUEST else "recipient.name"
    return Piece(f"{opener} {name},", "greet", (field,))


def _team(name: str) -> str:
    """A programme is addressed through its team: "Step Up Mentoring Programme team"."""
    return f"{name} team" if is_programme(name) and not _STAFF.search(name) else name

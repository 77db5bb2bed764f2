"""Speaks about the counterpart to somebody else: they stay a third person, the reader becomes "you"."""

import re
from collections.abc import Sequence

from coach.writing.lexicon import Lexicon
from coach.writing.person import MARK, Address, split_tokens

_PRONOUN = re.compile(r"\b(she|he|her|hers|him|his)\b", re.I)
_OF = {"she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he"}
THIRD = re.compile(r"\b(?:she|he|they|her|him|his|them|their)\b", re.I)
"""A pronoun for a third person."""
_RELATED = re.compile(
    r"^they(?:['’]re| are) (?=(?:old |good |former )?(?:cousins|friends|colleagues|neighbours|sisters|brothers|siblings|"
    r"classmates|relatives|partners)\b)",
    re.I,
)
_TOGETHER = re.compile(
    r"^they (?=.*\b(?:together|each other|one another|both|colleagues|friends|classmates)\b)", re.I
)
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?:'s)?")
_NO_PERSON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december english linkedin excel".split()
)
_SINGULAR = re.compile(r"\b(?:she|he|her|him|his)\b", re.I)
_PERSON_WORDS = frozenset(
    "boss manager tutor colleague friend wife husband sister brother client customer team mate "
    "lead head teacher nurse doctor somebody someone people panel board committee".split()
)
_SPOKEN_WITH = re.compile(
    r"\b(?:tell|told|telling|ask|asked|asking|persuad(?:e|ed|ing)|convinc(?:e|ed|ing)|thank|thanked|remind|reminded|"
    r"(?:talk|talked|talking|speak|spoke|speaking|report|write|wrote|go|went) to|(?:talk|speak|work|argue|argued|meet|disagree) with|"
    r"(?:work|working|worked) for) (?:my|our) [a-z]",
    re.I,
)
"""Whoever is told something is a person, whatever they are called: "tell my PI"."""
_MY_PERSON = re.compile(r"\b(?:my|our) (?:[\w-]+ ){0,2}?(?P<who>[\w-]+)", re.I)
_OF_READER = re.compile(
    r"^(?P<before>[^.?!]*?)\b(?P<whose>her|his)(?= (?P<who>[\w-]+(?: [\w-]+)?))", re.I
)
OBJECT = {"she": "her", "he": "him", "they": "them"}
POSSESSIVE = {"she": "her", "he": "his", "they": "their"}


def pronoun_in(*texts: str) -> str:
    """The pronoun the mentee uses for somebody; "they" when there is none, for we never guess."""
    found = [_OF[match.group().lower()] for text in texts for match in _PRONOUN.finditer(text)]
    return found[0] if found and len(set(found)) == 1 else "they"


def titled_pronoun(name: str) -> str:
    """The pronoun a title settles, as "Ms" does; "" when there is no such title."""
    first = name.split()[0].lower().strip(".") if name.split() else ""
    if first in {"ms", "mrs", "miss", "dame", "lady", "sister", "auntie", "aunt"}:
        return "she"
    return "he" if first in {"mr", "sir", "lord", "father", "brother", "uncle"} else ""


class Bystander(Address):
    """Rewrites text about a third person for a reader who is not that person."""

    def __init__(self, reader: str, lexicon: Lexicon, pronoun: str = "they") -> None:
        super().__init__(reader, lexicon)
        self.pronoun = pronoun
        self._owner = False

    @classmethod
    def of(cls, address: Address, *, owner: bool = False) -> "Bystander":
        """The same reader, with every "she", "he" and "they" left to somebody else.

        With ``owner``, nobody else has been spoken of yet: in "her colleague Tim" it is the reader's.
        """
        other = cls.__new__(cls)
        other.__dict__.update(address.__dict__)
        other.pronoun = "they"
        other._owner = owner
        return other

    def to_you(self, text: str) -> str:
        """The text with the reader's name as "you"; every pronoun stays, but an owner's."""
        if self._owner and (found := _OF_READER.match(text)):
            first = not THIRD.search(found["before"]) and not _NAMED.search(found["before"])
            if first and self._is_person(found["who"]) and not _MY_PERSON.search(found["before"]):
                text = f"{text[: found.start('whose')]}your{text[found.end('whose') :]}"
        marked = self._names_to_pronoun(text)
        return self._rewrite(split_tokens(marked), "x") if MARK in marked else text

    def _is_person(self, words: str) -> bool:
        return any(
            word in _PERSON_WORDS or self._lexicon.is_role(word) for word in words.lower().split()
        )

    def with_reader(self, text: str, reader: str, name: str) -> str:
        """What is told of the reader as of a third person, to the reader: "he taught her" -> "you …".

        A pronoun that opens the text and is not the third person's own is the reader's, and a
        "they … together" is the two of them.
        """
        if match := _RELATED.match(text):
            return f"you and {name} are {text[match.end() :]}"
        if match := _TOGETHER.match(text):
            return f"you and {name} {text[match.end() :]}"
        opening = _OF.get(text.split()[0].lower().removesuffix("'s"), "") if text.split() else ""
        settled = titled_pronoun(reader)
        told_of = (
            opening and opening != self.pronoun and (self.pronoun != "they" or settled == opening)
        )
        if not told_of:
            return text
        return self._rewrite(split_tokens(text), "m" if opening == "he" else "f")

    def being(self, what: str) -> str:
        """A clause that says what the third person is."""
        return f"{self.pronoun} {'are' if self.pronoun == 'they' else 'is'} {what}"

    def owning(self, what: str) -> str:
        """Something of the third person's."""
        return f"{POSSESSIVE[self.pronoun]} {what}"

    def as_subject(self, phrase: str) -> str:
        """A verb phrase with the third person as its subject: "leads a team" -> "she leads a team"."""
        if self.pronoun != "they":
            return f"{self.pronoun} {phrase}"
        return re.sub(r"^you\b", "they", super().as_subject(phrase))


def names_others(context: str, names: Sequence[str], lexicon: Lexicon, text: str) -> bool:
    """Whether the pronouns of ``text`` may be somebody else's: another person is spoken of."""
    words = re.findall(r"[\w'-]+", context.lower())
    own = {part.lower() for name in names for part in name.split()}
    named = {w.lower().removesuffix("'s") for w in _NAMED.findall(context)} - own - _NO_PERSON
    other = any(word in _PERSON_WORDS or lexicon.is_role(word) for word in words)
    told = _SPOKEN_WITH.search(context) is not None
    return other or told or bool(named) or not _SINGULAR.search(text)


def speaks_of_mine(text: str, lexicon: Lexicon) -> bool:
    """Whether a text brings in somebody of the mentee's own: "my boss", "do I tell my PI"."""
    whose = (found["who"].lower() for found in _MY_PERSON.finditer(text))
    return _SPOKEN_WITH.search(text) is not None or any(
        word in _PERSON_WORDS or lexicon.is_role(word) for word in whose
    )

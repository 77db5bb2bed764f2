"""Writes short forms out, for a counterpart who says “I do not” where others say “I don't”."""

import re

_ASKED = re.compile(r"\b([a-z]+?)n't (I|you|he|she|it|we|they)\b", re.IGNORECASE)
_IRREGULAR = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "let's": "let us"}
_IRREGULAR_FORM = re.compile(rf"\b(?:{'|'.join(_IRREGULAR)})\b", re.IGNORECASE)
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_ENDINGS = (("n't", " not"), ("'m", " am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"))
_SUBJECTS = (
    "it that there what who he she here where how nobody somebody everybody everyone something "
    "nothing everything"
)
_PRONOUN_S = re.compile(rf"\b({_SUBJECTS.replace(' ', '|')})'s\b(?= ?([a-z]*))", re.IGNORECASE)
_NOUN_S = re.compile(r"\b([a-z]+)'s(?= (?:a|an|the|not|still|always|late|going|better)\b)", re.I)
_WOULD_OR_HAD = re.compile(r"\b(I|you|he|she|it|we|they|who|that)'d\b(?= ?([a-z]*))", re.IGNORECASE)
_PARTICIPLES = frozenset(
    "been got had told worked taken become sent asked given made said seen known found lost "
    "thought hoped stopped written prepared planned handed changed started built better done gone".split()
)
"""Words after which “'s” is “has” and “'d” is “had”."""

_STATES = frozenset({"better", "done", "gone"})
"""Of those, the ones after which “'s” is “is”: it's better, it's done."""


_QUOTED = re.compile(r"(“[^”]*”)")


def write_out(text: str) -> str:
    """Return ``text`` without short forms: “I'd thought it wouldn't” is “I had thought it would not”.

    A possessive stays as it is, and so does what may be one; so do words in quotation marks, which
    are somebody else's.
    """
    pieces = _QUOTED.split(text)
    return "".join(piece if at % 2 else _in_full(piece) for at, piece in enumerate(pieces))


def _in_full(text: str) -> str:
    plain = text.replace("’", "'")
    plain = _ASKED.sub(_question, plain)
    plain = _IRREGULAR_FORM.sub(_irregular, plain)
    for ending, long in _ENDINGS:
        plain = re.sub(rf"(?<=[A-Za-z]){ending}\b", long, plain)
    plain = _PRONOUN_S.sub(_is_or_has, plain)
    plain = _NOUN_S.sub(r"\1 is", plain)
    return _WOULD_OR_HAD.sub(_would_or_had, plain)


def _irregular(found: re.Match[str]) -> str:
    return _cased(found.group(), _IRREGULAR[found.group().lower()])


def _question(found: re.Match[str]) -> str:
    """“Don't you” becomes “Do you not”."""
    verb, subject = found.group(1), found.group(2)
    stem = _STEMS.get(verb.lower(), verb.lower())
    return f"{_cased(verb, stem)} {subject} not"


def _is_or_has(found: re.Match[str]) -> str:
    has = found.group(2) in _PARTICIPLES - _STATES
    return f"{found.group(1)} {'has' if has else 'is'}"


def _would_or_had(found: re.Match[str]) -> str:
    return f"{found.group(1)} {'had' if found.group(2) in _PARTICIPLES else 'would'}"


def _cased(before: str, after: str) -> str:
    """``after`` with the first letter's case of ``before``."""
    return after[0].upper() + after[1:] if before[0].isupper() else after

"""Tells when a text is in another language than English, by its letters and its small words."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from coach.domain.strict_yaml import load_mapping

LANGUAGE_FILE = Path("wording") / "languages.yaml"
ENGLISH = "en"
LEAST_WORDS = 6
"""Words below which nothing is said about a text's language."""
LEAST_SHARE = 0.2
"""Share of a text that the small words of a language make up before it is taken for one."""
MOST_FOREIGN = 0.3
"""Share of letters of another script from which a text is not in English."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4)
def load_languages(knowledge: Path) -> dict[str, frozenset[str]]:
    """The small words of each language.

    Raises:
        KnowledgeError: the file is missing or not in its form.
    """
    data = load_mapping(knowledge / LANGUAGE_FILE)
    return {str(name): frozenset(str(words).split()) for name, words in data.items()}


def language_of(text: str, languages: dict[str, frozenset[str]]) -> str:
    """The language of a text, as its two letters; empty where that is not clear.

    A text in another script than Latin gives ``other``.
    """
    letters = [one for one in text if one.isalpha()]
    foreign = sum(1 for one in letters if not _latin(one))
    if letters and foreign / len(letters) >= MOST_FOREIGN:
        return "other"
    found = [word.lower() for word in _WORD.findall(text)]
    if len(found) < LEAST_WORDS:
        return ""
    shares = {
        name: sum(word in small for word in found) / len(found) for name, small in languages.items()
    }
    best = max(shares, key=lambda name: (shares[name], name == ENGLISH))
    return best if shares[best] >= LEAST_SHARE else ""


def _latin(letter: str) -> bool:
    return ord(letter) < 0x250 or "LATIN" in unicodedata.name(letter, "")

"""Makes text from outside fit to be shown, kept and compared.

A terminal would obey control characters; an override of the reading direction lets a name or a
sentence look like another one; characters that nobody sees can hide words from the reader.
"""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\u202a-\u202e\u2066-\u2069"  # overrides, embeddings and isolates of direction
    "\ud800-\udfff"  # halves of a character, from a damaged file or name
    "\U000e0000-\U000e007f]"  # tags, once meant for languages
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_MARKS = re.compile("[\u061c\u200e\u200f]")


def clean_text(text: str) -> str:
    """The text without what a terminal would obey or a reader cannot see; ligatures are undone."""
    seen = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    return _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), seen)


def clean_name(text: str) -> str:
    """A name on one line, spelt the same way on every system; marks of direction go too.

    A name that is not UTF-8 shows "�" where its bytes mean nothing.
    """
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    shown = " ".join(_CONTROL.sub("", _MARKS.sub("", _UNSEEN.sub("", text))).split())
    return unicodedata.normalize("NFC", shown)

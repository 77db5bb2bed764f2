"""Makes plain words of what a model wrote: no markup, and no address."""

import re
import unicodedata

from coach.review.strays import strays

_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)\n]*\)?|\[[^\]]*\])?")
_LINK = re.compile(r"(?<![\w])\[([^\]\n]+)\]\([^)\n]*\)?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>?|<!--.*?(?:-->|$)", re.S)
_FENCE = re.compile(r"```[a-z]*|~~~[a-z]*")
_HEADING = re.compile(r"^[ \t]*(?:#{1,6}|>+)[ \t]+", re.M)
_BULLET = re.compile(r"^[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]+", re.M)
_RULE = re.compile(r"^[ \t]*[-*_]{3,}[ \t]*$", re.M)
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`+|~~)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_HIDDEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f\U000e0000-\U000e007f]"
)
_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,20}:(?://|\\\\)"
    r"|(?<!\w)@[a-z0-9_]{3,}"
    r"|\b[a-z0-9-]+(?: ?\[\.\] ?| ?\(dot\) ?)[a-z]{2,}\b"
    r"|\b[a-z0-9-]{2,}\.(?:example|test|local|edu|gov)\b",
    re.IGNORECASE,
)
"""What, beside the strays of a message, reads like an address: handles, and addresses in disguise."""


def plain_words(text: str) -> str:
    """The words alone: images go with their label, links leave theirs, marks of markup go."""
    text = _HIDDEN.sub("", unicodedata.normalize("NFC", text))
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _FENCE.sub("", _TAG.sub("", text))
    text = _BULLET.sub("", _HEADING.sub("", _RULE.sub("", text)))
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return text.replace("<", "‹").replace(">", "›").strip()


def has_address(text: str) -> bool:
    """Whether a text holds a link, an e-mail address, a handle or a phone number.

    No answer needs one. That the person pasted it does not help: it may be what a text from outside
    wanted to have passed on.
    """
    return bool(strays(text, ())) or _ADDRESS.search(text) is not None

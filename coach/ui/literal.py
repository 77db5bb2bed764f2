"""Shows what a person wrote letter by letter, where Streamlit would read it as Markdown.

Most of a person's words are shown with ``st.text``, which reads nothing into them. Labels and
notices are always Markdown, so their words pass through here first.
"""

import re
import string

JOINER = "\N{WORD JOINER}"
"""Invisible, has no width and never breaks a line; keeps two letters from being read together."""

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in string.punctuation})
_SPACES = re.compile(r"^[ \t]+", re.MULTILINE)

# Streamlit looks for these after the escapes are gone: ":name:" and ":red[", "->", "--", ">=",
# and addresses that it would turn into links.
_READ_TOGETHER = re.compile(
    r"(?<=:)(?=[\w+/-])"
    r"|(?<=[<>~=-])(?=[<>=-])"
    r"|(?<=@)(?=\w)"
    r"|(?<=\bwww)(?=\.)",
    re.IGNORECASE,
)


def literal(text: str) -> str:
    """Return Markdown that Streamlit shows as exactly ``text``.

    Line breaks are kept, spaces at the start of a line are dropped (four would make a code
    block), and invisible word joiners are added where Streamlit reads meaning into plain letters.
    """
    apart = _READ_TOGETHER.sub(JOINER, _SPACES.sub("", text))
    return apart.translate(_ESCAPED).replace("\n", "  \n")

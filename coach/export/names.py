"""What a file is called when it is taken away: kind, person and day, and nothing a path could mean."""

import datetime
import re
import unicodedata

from coach.domain.vocabulary import Kind

MOST_LETTERS = 60
"""Letters of a person's name that a file name keeps."""

_WORDS = {Kind.OUTREACH: "message", Kind.AGENDA: "agenda", Kind.REFLECTION: "reflection"}
_APART = re.compile(r"[^\w]+|_+")


def file_name(kind: Kind, person: str, day: datetime.date | None, ending: str) -> str:
    """``agenda-dr-elena-ruiz-2026-12-03.docx``: lower case, letters and digits of any script.

    Args:
        kind: what the file holds.
        person: whom it is about, as typed; slashes, dots and spaces become hyphens.
        day: when they meet, if that is known.
        ending: without the dot.
    """
    name = _APART.sub("-", unicodedata.normalize("NFKC", person).lower()).strip("-")
    short = name.encode("utf-8", "ignore")[: 2 * MOST_LETTERS].decode("utf-8", "ignore")
    parts = [_WORDS[kind], short[:MOST_LETTERS].strip("-"), day.isoformat() if day else ""]
    return f"{'-'.join(part for part in parts if part)}.{ending}"

"""What the use cases do about private notes: open the comparison of meanings, and ask about public ones."""

from coach.domain.brief import AnyBrief
from coach.errors import CoachError
from coach.review import Alike, public_notes
from coach.use_cases.ports import Opened

ASKED = 2
"""Notes that are asked about at once."""
LONGEST = 80
"""Characters of a note that a question repeats."""


def opened(brief: AnyBrief | None, alike: Opened | None) -> Alike | None:
    """What compares the private notes with a text; None where there are none, or no model.

    Where the model cannot be loaded the check compares words alone, and ``doctor`` says why.
    """
    if alike is None or brief is None or not brief.private_notes:
        return None
    try:
        return alike()
    except CoachError:
        return None


def questions_on_notes(brief: AnyBrief) -> tuple[str, ...]:
    """What to ask about private notes that stand among what may be told as well."""
    return tuple(
        f"Where should “{_short(note)}” stand, in your private notes or among what may be told?"
        for note in public_notes(brief)[:ASKED]
    )


def _short(note: str) -> str:
    said = " ".join(note.split()).rstrip(".")
    return said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + " …"

"""Addresses the reader by name, never guessing a gender, a title or which word is the surname."""

from coach.domain.brief import Brief
from coach.domain.vocabulary import Channel, Purpose, Tone
from coach.writing.lexicon import Lexicon
from coach.writing.piece import Piece
from coach.writing.text import title_name


def reader_name(brief: Brief) -> str:
    """The full name of the person who will read the message."""
    to_go_between = brief.purpose is Purpose.INTRODUCTION_REQUEST and brief.via
    return title_name(brief.via if to_go_between else brief.recipient.name)


def call_name(name: str, tone: Tone, lexicon: Lexicon) -> str:
    """How the reader is addressed: "Dr. Ruiz", "Elena", or the whole name where in doubt.

    A title keeps the surname when the name has two words; longer names, and names whose first
    word is usually a family name, are used whole.
    """
    words = [word.strip(",") for word in name.split()]
    titles = 0
    while titles < len(words) - 1 and words[titles].lower().strip(".") in lexicon.words["titles"]:
        titles += 1
    title, rest = " ".join(words[:titles]), words[titles:]
    family_first = rest[0].lower() in lexicon.words["family_first"]
    if title:
        if words[0].lower().strip(".") in {"sir", "dame", "lord", "lady"}:
            return " ".join(words)
        surname = rest[-1] if len(rest) == 2 and not family_first else " ".join(rest)
        return f"{title} {surname}"
    if tone is Tone.FORMAL or family_first or len(rest[0].strip(".")) == 1:
        return " ".join(rest)
    return rest[0]


def greeting_piece(brief: Brief, lexicon: Lexicon) -> Piece:
    """The salutation line, ending with a comma."""
    name = call_name(reader_name(brief), brief.tone, lexicon)
    casual = brief.channel in (Channel.CHAT, Channel.LINKEDIN_NOTE, Channel.LINKEDIN_MESSAGE)
    opener = {Tone.WARM: "Hello", Tone.NEUTRAL: "Dear", Tone.FORMAL: "Dear"}[brief.tone]
    if casual and brief.tone is not Tone.FORMAL:
        opener = "Hi" if brief.tone is Tone.WARM else "Hello"
    field = (
        "via" if brief.purpose is Purpose.INTRODUCTION_REQUEST and brief.via else "recipient.name"
    )
    return Piece(f"{opener} {name},", "greet", (field,))

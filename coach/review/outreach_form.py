"""Checks on the outer form: length, subject, blanks left over, and thanks."""

import re
from collections.abc import Sequence
from functools import lru_cache

from coach.domain.vocabulary import Channel, Purpose
from coach.review.outreach_reason import persons
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.slips import Slip, slips
from coach.review.soundness import garbled
from coach.review.text import Span, trimmed, words

MAX_WORDS = {Channel.EMAIL: 180, Channel.LINKEDIN_MESSAGE: 150, Channel.CHAT: 120}
MAX_NOTE = 300
"""Characters of a LinkedIn note, spaces included."""
MAX_FREE_NOTE = 200
"""The same on a free account."""
_FREE = re.compile(
    r"\bfree\b[^.;\n]{0,30}\b(?:account|plan|linkedin|version|tier|user|member)|\b(?:account|plan|"
    r"linkedin|basic)\b[^.;\n]{0,30}\bfree\b(?! time)|\b(?:no|not|without)\b[^.;\n]{0,15}\bpremium\b",
    re.IGNORECASE,
)
_SEEKER = re.compile(
    r"\b(?:young|student|graduate|beginner|newcomer|aspiring|fresher|junior|trainee|hoping|seeking|looking)\b",
    re.IGNORECASE,
)
"""A subject about what kind of person writes names no topic ("Young engineer hoping to learn")."""
_ENDING = re.compile(
    r"\b(?:last|final|end|ending|closing|close|finish|goodbye|farewell|wrapping)\b.*\b\w+",
    re.IGNORECASE,
)


_THAT_TALK = re.compile(
    r"\b(?:thanks?|thank you) for (?:the|your|our|that|\w+day's|yesterday's) (?:\w+ ){0,2}?(?:\d+[ -]?min\w*[ -]|\w+-minute[ -])(?:\w+ )?\w+"
    r"|\b(?:thanks?|thank you) for (?:\w+day's|yesterday's|last week's|this morning's) \w+"
    r"|\b(?:thanks?|thank you) for (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|this (?:morning|afternoon))\b",
    re.IGNORECASE,
)
"""A thank-you names the one talk it is for ("the 20-minute call", "Tuesday's coffee")."""


def length_fits_channel(reading: Reading) -> Verdict:
    """The body is no longer than people read on this channel."""
    body = reading.letter.raw[reading.letter.body_start :].strip()
    if reading.channel is Channel.LINKEDIN_NOTE:
        limit = MAX_FREE_NOTE if _free_account(reading) else MAX_NOTE
        size, unit = len(body), "characters"
    else:
        limit, unit = MAX_WORDS[reading.channel], "words"
        size = len(body.split())
    if size <= limit:
        return passes(f"{size} {unit}: short enough to be read at once.")
    return fails(
        f"{size} {unit} is more than the {limit} that fit here; long messages are saved for later.",
        f"What would your reader not miss? Cut it to {limit} {unit} or fewer, and keep who you are, why them,"
        " the question and the ask.",
    )


def _free_account(reading: Reading) -> bool:
    brief = reading.brief
    if brief is None:
        return False
    notes = [*brief.private_notes, *brief.sender.facts, brief.ask.when, brief.connection]
    return any(_FREE.search(text) for text in notes)


def has_subject(reading: Reading) -> Verdict:
    """An e-mail has a subject."""
    subject = reading.letter.subject
    if subject is not None and subject.text:
        return passes("The mail has a subject.")
    return fails(
        "A mail without a subject looks like an accident or like spam.",
        "What is it about? Put that on top in a few words, after “Subject:”.",
    )


def subject_specific(reading: Reading) -> Verdict:
    """The subject could not sit on just any message."""
    subject = reading.letter.subject
    text = subject.text if subject is not None else ""
    known = reading.self_and_reader
    if _SEEKER.search(text):
        known = known | persons(reading, text)
    rest = [s for s in reading.content(text, "generic-subject") if s not in known and len(s) > 1]
    ends = reading.purpose is Purpose.CLOSING and _ENDING.search(text) is not None
    ends = ends or (reading.purpose is Purpose.THANK_YOU and _THAT_TALK.search(text) is not None)
    if any(not s.isdigit() for s in rest) or ends:
        return passes("The subject tells your reader what this is about.")
    return fails(
        "This subject could sit on any message, so it gives no reason to open yours.",
        "Name the topic in three to eight words.",
        subject,
    )


def no_placeholder(reading: Reading) -> Verdict:
    """No blanks, brackets to fill or template remains are left."""
    whole = Span(0, len(reading.letter.text), reading.letter.text)
    found = reading.find("placeholder", whole)
    for at in _cased(reading.phrases.patterns["placeholder-cased"]).finditer(whole.text):
        kiss = set(at.group()) == {"X"} and at.start() >= reading.letter.closing_start
        if not kiss:
            found.append(Span(at.start(), at.end(), at.group()))
    subject = reading.letter.subject
    if not found and subject is not None and subject.end == 0:
        inside = Span(0, len(subject.text), subject.text)
        if reading.find("placeholder", inside):
            return _left_over(None)
    if not found:
        return passes("No blanks are left to fill.")
    return _left_over(min(found, key=lambda at: at.start))


@lru_cache(maxsize=2)
def _cased(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{expression})(?!\w)" for expression in expressions))


def _left_over(at: Span | None) -> Verdict:
    return fails(
        "A blank left from a template tells your reader that many people got this message.",
        "What belongs here? Fill it in, or take the sentence out.",
        at,
    )


def thanks(reading: Reading) -> Verdict:
    """There is thanks of some kind."""
    if any(at.text not in _named(reading) for at in reading.find("thanks")):
        return passes("You say thank you.")
    return fails(
        "There is no thanks, and your reader gives you time for nothing.",
        _FOR_WHAT
        if reading.purpose in _ENDINGS
        else "End with a plain “Thank you for reading this.”",
    )


_ENDINGS = frozenset({Purpose.THANK_YOU, Purpose.CLOSING, Purpose.REPLY_TO_NO})
_FOR_WHAT = "What did they give you: time, an answer, an idea? Thank them for that in one line."


def _named(reading: Reading) -> set[str]:
    """The names in the brief: some are thanks in another language ("Tatenda")."""
    brief = reading.brief
    return set(words(f"{brief.sender.name} {brief.recipient.name}")) if brief is not None else set()


MANY_ABSTRACT = 4
"""Abstract nouns in one sentence; with a fifth of its words such nouns, it is office language."""
_ABSTRACT = (
    "tion",
    "sion",
    "tions",
    "ment",
    "ments",
    "ance",
    "ence",
    "ity",
    "ities",
    "ism",
    "ology",
    "ological",
    "tional",
)
LONG_SENTENCE = 60
"""Words after which most readers must go back to the beginning of the sentence."""
LONG_UNBROKEN = 36
"""The same for a stretch without a single comma."""


def plain_language(reading: Reading) -> Verdict:
    """No officialese, no buzzwords, no sentence one must read twice, and none of the surest slips."""
    found = reading.find("officialese")
    weak = reading.phrases.pattern("officialese-weak")
    strong = [at for at in found if not weak.fullmatch(at.text)]
    if strong or len(found) > 1:
        at = (strong or found)[0]
        return is_officialese(at, f"“{at.text}”")
    heavy = next((s for s in reading.sentences if _is_heavy(s.text)), None)
    if heavy is not None:
        return fails(
            "So many abstract nouns in one sentence have to be read twice.",
            "Who does what? Say it with verbs.",
            trimmed(reading.letter.text, heavy.start, heavy.end),
        )
    for sentence in reading.sentences:
        broken = garbled(sentence.text)
        if broken is not None:
            return fails(
                "A slip has broken this sentence, so it has to be read twice.",
                "Read it aloud once: is a word missing, doubled, or in the wrong form?",
                trimmed(reading.letter.text, sentence.start, sentence.end),
            )
        size = _words_in_a_breath(sentence.text)
        unbroken = max(_words_in_a_breath(piece) for piece in sentence.text.split(","))
        if size > LONG_SENTENCE or unbroken > LONG_UNBROKEN:
            return fails(
                "This sentence is so long that it has to be read twice.",
                "Cut it into two or three.",
                trimmed(reading.letter.text, sentence.start, sentence.end),
            )
    found_slips = [slip for sentence in reading.sentences for slip in slips(sentence)]
    return _slipped(found_slips) if found_slips else passes(PRAISES["plain-language"])


def _slipped(found: Sequence[Slip]) -> Verdict:
    """Return the verdict on forms that nobody uses; they are understood, and told of quietly."""
    first = found[0]
    others = f" ({len(found)} such places in all)" if len(found) > 1 else ""
    return fails(
        f"“{first.at.text}” is a slip{others}: your reader understands it, but stops for a moment.",
        f"Write “{first.right}”."
        if first.right
        else "Which word is in the wrong form? Read it aloud once.",
        first.at,
    )


def is_officialese(at: Span, called: str = "This") -> Verdict:
    """Return the verdict on office language."""
    return fails(
        f"{called} is office language; it hides the person your reader would like to meet.",
        "Say it the way you would across a table.",
        at,
    )


def _is_heavy(sentence: str) -> bool:
    """Tell whether a sentence is made of abstract nouns ("the segmentation of the collateral …")."""
    abstract = abstract_words(sentence)
    return abstract >= MANY_ABSTRACT and abstract * 5 >= len(words(sentence))


def abstract_words(sentence: str) -> int:
    """Count the long abstract nouns of a sentence."""
    return sum(1 for w in words(sentence) if len(w) > 7 and w.lower().endswith(_ABSTRACT))


def _words_in_a_breath(sentence: str) -> int:
    """Count the words between strong breaks; a list or a semicolon lets the reader rest."""
    return max((len(piece.split()) for piece in re.split(r"[;:]|[ ][-–—][ ]", sentence)), default=0)

"""Checks on the two people in a message: is the reader named, and the sender known?"""

import re
import unicodedata
from difflib import SequenceMatcher

from coach.domain.vocabulary import Purpose
from coach.review.called import called
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.stems import plain
from coach.review.tense import past_forms
from coach.review.text import Span, word_spans, words

_ALIKE = 0.72
"""Two names at least this similar, but not equal, are one name misspelt."""
_ROLE_WORDS = re.compile(r"^(?:https?|www|tel|mob|phone|sent)\b|@|\d{4,}", re.IGNORECASE)
_SELF_NAMED = re.compile(
    r"\b(?:[Ii](?:'m|m| am)|[Mm]y name is|[Tt]his is|[Ii]t's)[ ]+[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)*"
    r"(?:[ ]?,|[ ]+(?:from|of|at|in|here|-)\b|[ ]+and[ ]+I)[ ]*(?P<rest>[^.!?\n]{3,80})"
)
_NAMED_AS = re.compile(
    r"\W*(?:it's |it is |this is |hello, |hi, )?[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?(?:[ ](?:again|here))?,[ ]"
    r"(?:the|your|an?|one of|that)[ ](?P<rest>[^.!?\n]{3,80})"
)
_PRONOUN = re.compile(
    r"\b(?:i|i'm|i've|you|your|he|she|it|this|that|we|they|there|who|is|are|was|were)\b",
    re.IGNORECASE,
)
_SOMEBODY_HERE = re.compile(
    r"\W*(?P<rest>(?:(?!\b(?:i|you|your|is|are|was|we)\b)[^.!?,]){3,60}?)[ ]here\b[ ]*[,.!;:]",
    re.IGNORECASE,
)
_OPENING = 3
"""Sentences in which people say who they are without a verb ("Pipe welder, eleven years in.")."""
_NAMED_HERE = re.compile(
    r"[A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?,?[ ](?:here,?[ ])?(?:from|of|at)[ ]+(?:the[ ])?\w+"
)


def _spelling(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().strip(".'")


def name_pieces(reading: Reading, name: str) -> list[str]:
    """Return the pieces of a name that may address somebody: no titles before it, no initials.

    What stands last is a name, also where it is a title elsewhere: "Dr Imran Sheikh".
    """
    titles = reading.phrases.word_set("title")
    *before, last = words(name) or [""]
    found = [*(w for w in before if plain(w) not in titles), last]
    return [w for w in found if len(w) > 1] or found


def misspelt(reading: Reading) -> Span | None:
    """Return the word in the salutation that is nearly, but not quite, the reader's name."""
    pieces = [_spelling(p) for n in reading.reader_names for p in name_pieces(reading, n)]
    salutation = reading.letter.salutation
    for word in word_spans(salutation.text, salutation.start):
        spelling = _spelling(word.text)
        if spelling in pieces or len(spelling) < 3 or plain(word.text) in _greeting_words(reading):
            continue
        if any(_alike(spelling, piece) for piece in pieces):
            return word
    return None


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 2 and SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _greeting_words(reading: Reading) -> frozenset[str]:
    return reading.phrases.word_set("generic-name") | reading.phrases.word_set("title")


def names_recipient(reading: Reading) -> Verdict:
    """The reader is addressed by name, as the brief spells it; without a brief, by some name."""
    salutation = reading.letter.salutation
    if not reading.reader_names:
        name = called(reading)
        addressed = Span(salutation.start, salutation.end, f"{name}," if name else "")
        applies = reading.purpose is Purpose.PROGRAMME_APPLICATION
        if applies and reading.has("programme-body", salutation):
            return passes("You address those who run the programme.")
        if _some_name(reading, salutation) or _some_name(reading, addressed):
            return passes("You address your reader by name.")
        return fails(
            "A greeting without a name reads like a circular, and circulars are not answered.",
            "Begin with the reader's name, spelt the way they spell it.",
            salutation,
        )
    name = reading.reader_names[0]
    wrong = misspelt(reading)
    if wrong is not None:
        return fails(
            f"“{wrong.text}” is not how {name} is spelt; people notice their own name first.",
            f"Write the name as you gave it: {name}.",
            wrong,
        )
    pieces = {_spelling(p) for p in name_pieces(reading, name)}
    spoken = {_spelling(w) for w in words(f"{salutation.text} {called(reading)}")}
    spoken |= {part for word in spoken for part in word.split("-")}
    if pieces & spoken:
        return passes(f"You address {name} by name.")
    return fails(
        f"The message does not open with {name}'s name, so it could be meant for anybody.",
        f"Begin with the name as you gave it: {name}.",
        salutation,
    )


def _some_name(reading: Reading, salutation: Span) -> bool:
    phrases = reading.phrases
    generic = phrases.exact("generic-name") | phrases.exact("title") | phrases.exact("not-a-name")
    openers = reading.phrases.word_set("opener")
    greeted = re.match(r"(?:dear|hi|hello|hey|good|to)\b", salutation.text, re.IGNORECASE)
    named = words(re.sub(r"[\[{<(][^\n]*?[\]}>)]", " ", salutation.text))
    sentence_opens = any(plain(w) in reading.phrases.word_set("not-a-name") for w in named)
    if greeted is None and sentence_opens:
        return False
    for word in named:
        known = reading.stems(word)
        if not known or plain(word) in generic or re.fullmatch("[xX]+", word):
            continue
        if greeted or (word[:1].isupper() and not any(stem in openers for stem in known)):
            return True
    return False


def says_who_you_are(reading: Reading) -> Verdict:
    """Beyond a name, the reader learns the sender's role or situation, or how they know each other."""
    if _role_in_text(reading) or _role_in_sign_off(reading) or _from_brief(reading):
        return passes(PRAISES["says-who-you-are"])
    if reading.has("who-knows") or any(_did_to_me(reading, s) for s in reading.sentences):
        return passes("Your reader is reminded how you know each other.")
    return is_a_stranger()


def is_a_stranger() -> Verdict:
    """Return the verdict on a message that does not say who is writing."""
    return fails(
        "Nothing but a name says who is writing, so your reader cannot tell why to listen.",
        "What do you do and where, or how do you know each other? Half a sentence is enough.",
    )


_TO_ME = re.compile(
    r"\byou(?:'ve| have|'d| had)? (?:\w+ly |also |once |both )?(?P<verb>[a-z]+) (?:me|us|my|our)\b",
    re.IGNORECASE,
)


def _did_to_me(reading: Reading, sentence: Span) -> bool:
    """Tell whether this reader has done something with the sender ("you've walked my fields")."""
    return not sentence.asks and any(
        at["verb"].lower() not in reading.phrases.exact("empty-deed")
        and bool(past_forms(at["verb"], reading.phrases))
        for at in _TO_ME.finditer(sentence.text)
    )


def _role_in_text(reading: Reading) -> bool:
    empty = ("empty-role",)
    admirer = reading.phrases.word_set("admirer")
    for at in reading.find("who-am"):
        rest = re.split(r"[.!?;:,\n]|\bwho\b|\bthat\b", reading.letter.text[at.end : at.end + 70])[
            0
        ]
        if re.match(r"\s*[^,]*,?\s*you\b", rest) and at.text.lower().startswith("as"):
            continue
        content = reading.content(" ".join(rest.split()[:8]), *empty)
        role = re.split(r"\b(?:and|but)\b", rest)[0]
        if content and not set(reading.stems(role)) & admirer and _is_self(reading, at):
            return True
    if reading.has("who-does"):
        return True
    if any(_tells_of_self(reading, sentence) for sentence in reading.sentences):
        return True
    named = _SELF_NAMED.search(reading.body.text)
    if named is not None and reading.content(named["rest"], *empty):
        return True
    if any(_NAMED_HERE.match(sentence.text) for sentence in reading.sentences):
        return True
    if _told_by_name(reading):
        return True
    return any(_told_without_verb(reading, s) for s in reading.sentences[:_OPENING])


def _told_by_name(reading: Reading) -> bool:
    """In the lines to pass on, the sender of the sign-off "is a level designer"."""
    signed = [w for w in words(reading.body.text)[-2:] if w[:1].isupper()]
    sender = reading.brief.sender.name if reading.brief is not None else ""
    names = "|".join(re.escape(n) for n in [*signed, *words(sender)] if len(n) > 1)
    if not names or reading.purpose is not Purpose.INTRODUCTION_REQUEST:
        return False
    told = re.search(
        rf"\b(?:{names})\b,?[ ](?:[A-Z][\w'-]+[ ])?(?:is|has|works|runs|teaches|leads|manages|studies|,)[ ](?P<rest>[^.!?\n]{{6,80}})",
        reading.body.text,
    )
    return told is not None and bool(reading.content(told["rest"], "empty-role"))


def _told_without_verb(reading: Reading, sentence: Span) -> bool:
    """A fragment that names a trade or a time in it, or "Jo again, the student from …"."""
    named = _NAMED_AS.match(sentence.text)
    if named is not None and reading.content(named["rest"], "empty-role"):
        return True
    here = _SOMEBODY_HERE.match(sentence.text)
    if here is not None and reading.content(here["rest"], "empty-role"):
        return True
    if sentence.asks or _PRONOUN.search(sentence.text):
        return False
    return reading.has("role-noun", sentence) or reading.has("tenure-in", sentence)


def _tells_of_self(reading: Reading, sentence: Span) -> bool:
    """A plain statement about the sender alone ("By day I build dashboards in a hospital")."""
    pieces = re.split(r"[;:]\s|,? (?:and|but|while) (?=you\b)", sentence.text)
    return any(_self_told(reading, Span(0, len(piece), piece)) for piece in pieces)


def _self_told(reading: Reading, sentence: Span) -> bool:
    text = sentence.text
    if sentence.asks or re.search(r"\b(?:you|your|yours|u|ur)\b", text, re.IGNORECASE):
        return False
    if reading.phrases.pattern("self-told").match(text) is None:
        return False
    if reading.has("self-untold", sentence) or reading.has("request-cue", sentence):
        return False
    return len(reading.content(text, "empty-role", "generic-topic")) >= 2


_SEEN_AS = re.compile(
    r"\b(?:saw|see|seen|sees|regard\w*|view\w*|treat\w*|describ\w*|think of|took|take|meant|serve[sd]?)(?: \w+){1,3}$",
    re.IGNORECASE,
)


def _is_self(reading: Reading, at: Span) -> bool:
    """Tell whose role "as a …" names: the sender's only when "I", "my" or "we" follows."""
    if not at.text.lower().startswith(("as", "being")):
        return True
    before = reading.letter.text[max(0, at.start - 30) : at.start].rstrip()
    if _SEEN_AS.search(before):
        return False
    clause = re.split(r"[.!?\n]", reading.letter.text[at.end : at.end + 120])[0]
    first = re.search(r"\b(i|i'm|i've|my|we|me|you|you're|you've)\b", clause, re.IGNORECASE)
    return first is not None and not first[1].lower().startswith("you")


def _role_in_sign_off(reading: Reading) -> bool:
    """Something after the name: "Priya Nair, data analyst" or a second line."""
    pieces = [p.strip() for p in re.split(r"[,\n|•]", reading.letter.closing.text) if p.strip()]
    courtesy = {
        "regards",
        "wishes",
        "thanks",
        "thank",
        "best",
        "kind",
        "warm",
        "sincerely",
        "yours",
    }
    after = [p for p in pieces if not courtesy & {plain(w) for w in words(p)}][1:]
    return any(
        not _ROLE_WORDS.search(piece) and reading.content(piece) and len(piece.split()) <= 8
        for piece in after
        if len(piece) > 3
    )


def _from_brief(reading: Reading) -> bool:
    if reading.brief is None:
        return False
    sender = reading.brief.sender
    known = reading.concepts(
        stem
        for text in (sender.role, sender.organisation, *sender.facts)
        for stem in reading.content(text)
    ) - reading.concepts([reading.brief.recipient.role, reading.brief.recipient.organisation])
    texts = [
        s.text for s in reading.sentences if re.search(r"\b(?:i|my|we|our|me)\b|^", s.text, re.I)
    ]
    for text in [*texts, reading.letter.closing.text]:
        first_person = re.search(r"\b(?:i'?m|i|my|we|our|me)\b", text, re.IGNORECASE)
        if first_person and known & reading.concepts(reading.content(text)):
            return True
    return False

"""Checks on manner: pressure, stock phrases, apology, flattery and tone."""

import re
from collections.abc import Sequence

from coach.domain.vocabulary import Purpose, Tone
from coach.review.deeds import count_deeds
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.text import Span

_STRANGERS = frozenset({Purpose.FIRST_CONTACT, Purpose.FOLLOW_UP, Purpose.INTRODUCTION_REQUEST})
"""Where "see you on Monday" fixes a meeting nobody has agreed to."""
_TELLING = frozenset({Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE, Purpose.CLOSING})
_ENDING = frozenset({Purpose.THANK_YOU, Purpose.CLOSING, Purpose.REPLY_TO_NO})
"""Where a sour word is the last one the reader keeps."""
_TO_READER = re.compile(
    r"\b(?:you|your|you're|you've|you'd|u|ur|please|repl(?:y|ies)|answer|silence|asap|urgent\w*)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your|you're|you've|you'd|mine|me)\b", re.IGNORECASE)
_BY_ME = re.compile(r"\b(?:i|i've|i'd|i'm|we|we've)(?: \w+){0,3} $", re.IGNORECASE)
_NOT_LEFT = re.compile(
    r"\b(?:instead of|rather than|for not|without|you (?:did|do)(?:n't| not)|you never) (?:leav\w+|left|keep\w*) me\b[^.;!?]*$",
    re.IGNORECASE,
)
"""What the reader is thanked for not having done."""
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]")


def no_pressure(reading: Reading) -> Verdict:
    """No guilt, entitlement, disappointment, imposed deadline or slot, and no nagging."""
    found = [
        at
        for sentence, outs in zip(reading.sentences, reading.outs, strict=True)
        for at in _pushes(reading, sentence, outs)
    ]
    found += _deadlines(reading)
    if reading.purpose in _STRANGERS:
        found += [at for s in reading.sentences for at in reading.find("pressure-slot", s)]
    if reading.purpose is Purpose.REPLY_TO_NO:
        found += [at for s in reading.unforced for at in reading.find("pressure-again", s)]
        found += _argues(reading)
    if reading.purpose in _ENDING:
        found += [at for s in reading.sentences for at in reading.find("sour-end", s)]
    subject = reading.letter.subject
    if subject is not None and subject.end:
        found += reading.find("pressure", subject)
    if not found:
        return passes(PRAISES["no-pressure"])
    places = sum(1 for s in reading.sentences if any(s.start <= at.start < s.end for at in found))
    return pushes(min(found, key=lambda at: at.start), places)


def _argues(reading: Reading) -> list[Span]:
    """Where somebody who has said no is asked all the same, for less or for another favour.

    To ask whether one may write again is no such thing, nor is a small wish in a message with a way out.
    Several favours at once are told by the check on the ask.
    """
    if any(reading.outs):
        return []
    asked = [
        sentence
        for sentence in reading.unforced
        if sentence.asks
        and reading.has("asks-after-no", sentence)
        and not reading.has("later-contact", sentence)
        and not reading.has("job-ask", sentence)
    ]
    return [s for s in asked if count_deeds(reading, s.text) < 2]


def pushes(at: Span, places: int = 1) -> Verdict:
    """Return the verdict on words that push the reader, in so many sentences."""
    others = f" ({places} sentences do)" if places > 1 else ""
    return fails(
        f"This pushes your reader{others}, and a pushed stranger turns away.",
        "Take it out. Is there a date that matters? Then tell it as a fact and leave the choice open.",
        at,
    )


def speaks_to_reader(sentence: Span) -> bool:
    """Tell whether a sentence speaks to the reader, or of the answer expected of them."""
    return _TO_READER.search(sentence.text) is not None


def _for_reader(reading: Reading, sentence: Span) -> bool:
    """Whoever thanks or reports tells of other people's answers and dates, too."""
    return reading.purpose not in _TELLING or _YOU.search(sentence.text) is not None


def _by_reader(sentence: Span, at: Span) -> bool:
    """Tell whether it is the reader who refuses or is silent, not the sender ("I never refused")."""
    before = sentence.text[: at.start - sentence.start]
    return _YOU.search(sentence.text) is not None and _BY_ME.search(before) is None


def _pushes(reading: Reading, sentence: Span, outs: Sequence[Span]) -> list[Span]:
    """Where a sentence pushes, other than inside a way out ("don't feel you have to reply").

    Whoever thanks or reports tells of many people; only what is said to the reader can push.
    """
    if reading.purpose in _TELLING and not _TO_READER.search(sentence.text):
        return []
    found = reading.find("pressure", sentence)
    if reading.has("pressure-context", sentence):
        found += reading.find("pressure-feeling", sentence)
    if not outs and not sentence.asks and reading.has("push-weight", sentence):
        found += [at for at in reading.find("push-refusal", sentence) if _by_reader(sentence, at)]
    found = [at for at in found if not _NOT_LEFT.search(sentence.text[: at.end - sentence.start])]
    return [at for at in found if not any(out.start <= at.start < out.end for out in outs)]


def _deadlines(reading: Reading) -> list[Span]:
    return [
        at
        for sentence in reading.sentences
        if not reading.has("pressure-soft", sentence) and _for_reader(reading, sentence)
        for at in reading.find("pressure-deadline", sentence)
    ]


def no_cliche(reading: Reading) -> Verdict:
    """No stock phrases that your reader has met a hundred times."""
    weak = reading.phrases.pattern("cliche-weak")
    found = reading.find("cliche", reading.whole)
    strong = [at for at in found if not weak.fullmatch(at.text)]
    if not strong and len(found) < 2:
        return passes(PRAISES["no-cliche"])
    at = (strong or found)[0]
    return is_stock(at, f"“{at.text}”")


def is_stock(at: Span, called: str = "This") -> Verdict:
    """Return the verdict on a stock phrase."""
    return fails(
        f"{called} is in every message your reader deletes.",
        "Take it out, or say what you mean in your own words.",
        at,
    )


def no_over_apology(reading: Reading) -> Verdict:
    """One apology at most for writing, and no belittling of oneself."""
    apologies = reading.find("apology")
    outs = [out for found in reading.outs for out in found]
    frees = [s for s, found in zip(reading.sentences, reading.outs, strict=True) if found]
    belittling = [
        at
        for at in reading.find("belittling")
        if not any(out.start <= at.start < out.end for out in (*outs, *frees))
    ]
    if belittling:
        return belittles(belittling[0])
    if len(apologies) > 1:
        return fails(
            f"You apologise {len(apologies)} times; it draws the eye to the trouble, not to you.",
            "Keep one at most. An easy way to say no is the better courtesy.",
            apologies[1],
        )
    return passes(PRAISES["no-over-apology"])


def belittles(at: Span) -> Verdict:
    """Return the verdict on words by which the sender makes themselves small."""
    return fails(
        "You make yourself small, and your reader has to comfort you before helping you.",
        "Take it out. Asking is fine, and most people like to be asked.",
        at,
    )


def no_flattery(reading: Reading) -> Verdict:
    """Praise, if any, is for what the person did, not by superlative."""
    found = reading.find("flattery")
    if not found:
        return passes(PRAISES["no-flattery"])
    return flatters(found[0], f"“{found[0].text}”")


def flatters(at: Span, called: str = "This") -> Verdict:
    """Return the verdict on praise that fits anybody."""
    return fails(
        f"{called} could be said to anybody, so it counts for little and sounds like a lever.",
        "Say instead what they did and what you took from it.",
        at,
    )


def tone_fits(reading: Reading) -> Verdict:
    """The message is not clearly more formal or more casual than the brief asks."""
    tone = reading.brief.tone if reading.brief is not None else Tone.NEUTRAL
    casual = _casual(reading)
    stiff = reading.find("formal-marker")
    if tone is Tone.FORMAL and (len(casual) > 1 or _hey(reading)):
        return fails(
            "This is more casual than the formal tone you chose, and may seem careless.",
            "Write full sentences, greet with “Dear”, and leave slang and emoji out.",
            casual[0] if casual else None,
        )
    if tone is not Tone.FORMAL and len({at.text.lower() for at in stiff}) > 1:
        return fails(
            f"This is stiffer than the {tone} tone you chose; it puts a desk between you.",
            "Write as you would speak to a respected colleague.",
            stiff[0],
        )
    slang = reading.find("slang-marker")
    if tone is not Tone.FORMAL and len(slang) + len(_emoji(reading)) // 3 > 1:
        return fails(
            f"This is more casual than the {tone} tone you chose.",
            "Write the words out and keep the emoji for friends.",
            slang[0] if slang else None,
        )
    return passes("The tone fits.")


def _emoji(reading: Reading) -> list[Span]:
    body = reading.body
    return [
        Span(body.start + m.start(), body.start + m.end(), m.group())
        for m in _EMOJI.finditer(body.text)
    ]


def _casual(reading: Reading) -> list[Span]:
    found = reading.find("casual-marker") + _emoji(reading)
    body = reading.body
    shouts = [
        Span(body.start + m.start(), body.start + m.end(), m.group())
        for m in re.finditer(r"!{2,}|:-?\)|;-?\)|:D\b", body.text)
    ]
    return sorted(found + shouts, key=lambda at: at.start)


def _hey(reading: Reading) -> bool:
    return re.match(r"\s*(?:hey|yo|hiya|sup)\b", reading.body.text, re.IGNORECASE) is not None

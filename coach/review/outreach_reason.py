"""The check on the reason: would it fit anybody with that title, or just this person?

People name what somebody did in endless ways, so the grammar is read: a thing of theirs and what
it is about, or "you" with any verb and an object that is not empty praise.
"""

import re

from coach.domain.vocabulary import Channel, Purpose
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.stems import plain
from coach.review.tense import past_forms
from coach.review.text import Span, words

_VAGUE_REASON = re.compile(
    r"\byour (?:\w+ ){0,2}(?:career|work|experience|profile|background|company|expertise|success|field"
    r"|path|journey|achievements?|position|role)\b|\bas an? (?:\w+ ){1,4}you\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:do|does|would|could|can|should|will|might|may|if|when|what|as|must|to)\s*$",
    re.IGNORECASE,
)
_NEXT_SUBJECT = re.compile(r"\b(?:and|but|so|because)\s+(?:i|my|we|your)\b", re.IGNORECASE)
_DOES = re.compile(
    r"(?:^\W*|[.;:,]\s|\b(?:and|because|since|as)\s)(?:you|u)\s+(?P<verb>[a-z]+)\b", re.IGNORECASE
)
_THEIRS = re.compile(
    r"\b(?:your|ur)\s+(?P<thing>(?:(?!(?:and|or|but|to|if|when|so|while|which|that|who|is|was|are)\b)[\w'-]+\s+){1,4}?)(?:of|on|in|about|with|from|for|against|to|at|under|with)\s+"
    r"(?P<about>[^.!?;]{3,80})",
    re.IGNORECASE,
)
_DOER = r"\b(?:you|u{names})\s+(?:(?:\w+ly|also|once|both|first|just|then|even|too|have|(?P<had>had)|has|since|yourself|never|still|later|only|already|now)\s+)*(?P<verb>[a-z]+)\b"


_BECAUSE_OF_TITLE = re.compile(
    r"(?:since|because|as|that) you(?:'re| are| have| work| manage| lead| run| know| hold| do| deal)\b(?! (?:the|one of the) (?:only|first))",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:because\s+(?=(?:it|mentoring|a mentor|this|having|you|i|i'd|i'm)\b)|(?:since|as)\s+(?=(?:you|i'd|i want|i wish)\b))"
    r"(?P<why>[^.;!?]{3,90})"
    r"|(?:^|[.;!?]\s)(?P<title>you(?:'re| are| work| manage| lead| run| have)\b[^.;!?,]{3,60}),? "
    r"(?:hence|so i\b|which is why|that is why|that's why|therefore)",
    re.IGNORECASE,
)


def gives_empty_reason(reading: Reading) -> bool:
    """Tell whether a reason is given, and every reason would fit anybody ("to grow", a title)."""
    reasons = [
        (at.start(), at["why"] or "", sentence)
        for sentence in reading.sentences
        if not sentence.asks
        for at in _BECAUSE.finditer(sentence.text)
    ]
    empty = [
        _BECAUSE_OF_TITLE.match(sentence.text, start) is not None
        or not why
        or not reading.content(why, "empty-reason", "generic-topic")
        for start, why, sentence in reasons
    ]
    return (bool(empty) and all(empty)) or reading.has("any-will-do")


def says_why_them(reading: Reading) -> Verdict:
    """The reason for writing to this person would not fit anybody else with their title."""
    good = passes(PRAISES["says-why-them"])
    if reading.purpose is not Purpose.INTRODUCTION_REQUEST and _was_referred(reading):
        return good
    if any(is_particular(reading, sentence) for sentence in reading.sentences):
        return good
    if _reason_from_brief(reading) or _sits_near(reading):
        return good
    return fits_anybody(reading)


def _sits_near(reading: Reading) -> bool:
    """In a chat, that somebody sits or works nearby is why they are asked, and not another."""
    return reading.channel is Channel.CHAT and reading.has("neighbour")


def fits_anybody(reading: Reading) -> Verdict:
    """Return the verdict on a message whose reason would fit anybody with that title."""
    vague = next((s for s in reading.sentences if _VAGUE_REASON.search(s.text)), None)
    return fails(
        "The reason given would fit anybody with that title, so it does not move this person.",
        "What did they do, say or write that made you think of them, and what has it to do with you?",
        vague,
    )


_OWN_THOUGHT = re.compile(r"\b(?:i|i've|i'd|we)\b[^,;:]*$", re.IGNORECASE)


def _was_referred(reading: Reading) -> bool:
    """Tell whether somebody sent the sender, other than their own thinking ("I … thought you")."""
    return any(
        not (
            at.text.lower().startswith(("thought", "said", "mentioned"))
            and _OWN_THOUGHT.search(sentence.text[: at.start - sentence.start])
        )
        for sentence in reading.sentences
        for at in reading.find("why-referred", sentence)
    )


def is_particular(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence names a thing this person did, with something to know it by."""
    reader = r"\b(?:you|your|yours|u|ur|you're|both of us|we both)\b"
    about = reading.about
    if reading.purpose is Purpose.INTRODUCTION_REQUEST:
        about = f"{about}|who" if about else "who"
        first = next(iter(words(sentence.text)), "")
        if set(reading.stems(first)) & reading.self_and_reader and first[:1].isupper():
            return False
        name = f"|{reading.about}" if reading.about else ""
        reader = rf"\b(?:he|she|they|his|her|their|you|your|who{name})\b|\b[A-Z]\w+(?:'s)\b"
    if not re.search(reader, sentence.text, re.IGNORECASE):
        return False
    for name in ("why-thing", "why-did"):
        for at in reading.phrases.pattern(name, about).finditer(sentence.text):
            supposed = name == "why-did" and (
                _SUPPOSED.search(sentence.text[: at.start()]) or _asked_how(reading, sentence, at)
            )
            if not supposed and _says_something(reading, sentence.text[at.start() :]):
                return True
    if reading.purpose is Purpose.INTRODUCTION_REQUEST and _does_this(reading, sentence):
        return True
    told = _did(reading, sentence, about) or _their_thing(reading, sentence)
    return told or _does(reading, sentence)


def _asked_how(reading: Reading, sentence: Span, at: re.Match[str]) -> bool:
    """Tell whether "how you …" is a question anybody could be asked ("how you keep up"), not a deed.

    Nor does "since you are in that line of work" tell of a deed.
    """
    if _BECAUSE_OF_TITLE.match(sentence.text, at.start()):
        return True
    if not at.group().lower().startswith(("how", "why")):
        return False
    following = sentence.text[at.end() :].split()[:3]
    return not any(
        past_forms(word, reading.phrases) or plain(word) in reading.phrases.exact("same-past")
        for word in (at.group().split()[-1], *following)
    )


def _says_something(reading: Reading, text: str) -> bool:
    known = set(reading.content(text, "empty-reason")) - persons(reading, text)
    return bool(known - reading.self_and_reader - _title(reading))


def _title(reading: Reading) -> set[str]:
    """Stems of the reader's role: to name it is no reason ("she runs events", an events manager)."""
    brief = reading.brief
    return set(reading.stems(brief.recipient.role)) if brief is not None else set()


def persons(reading: Reading, text: str) -> set[str]:
    """Stems that say only for whom ("a young nurse who wants to do well"), not about what."""
    found = reading.find("role-noun", Span(0, len(text), text))
    roles = {stem for at in found for stem in reading.stems(at.text)}
    return roles | reading.phrases.word_set("generic-person")


def _does(reading: Reading, sentence: Span) -> bool:
    """Tell whether a statement says, in the present, what just this person does."""
    if sentence.asks:
        return False
    for at in _DOES.finditer(sentence.text):
        verb = at["verb"].lower()
        if verb in reading.phrases.exact("empty-present") or verb.endswith("ly"):
            continue
        rest = _NEXT_SUBJECT.split(sentence.text[at.end() :])[0]
        known = set(reading.content(rest, "empty-reason")) - persons(reading, rest)
        if len(known - reading.self_and_reader) > 1:
            return True
    return False


_DOES_THIS = re.compile(r"\b(?:who|he|she)\s+(?:\w+ly\s+)?(?P<verb>[a-z]{3,}s)\b", re.IGNORECASE)


def _does_this(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence says what a third person does ("your brother who smokes eel")."""
    empty = reading.phrases.word_set("empty-present") | reading.phrases.word_set("empty-deed")
    for at in _DOES_THIS.finditer(sentence.text):
        rest = re.split(r"[.?!;]|\band\b", sentence.text[at.end() :])[0]
        known = set(reading.content(rest, "empty-reason")) - persons(reading, rest)
        if not set(reading.stems(at["verb"])) & empty and known - reading.self_and_reader:
            return True
    return False


def _their_thing(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence names a thing of theirs and what it is about ("your atlas of …")."""
    if sentence.asks:
        return False
    for at in _THEIRS.finditer(sentence.text):
        thing = reading.content(at["thing"], "empty-thing", "empty-reason")
        if thing and _says_something(reading, at["about"]):
            return True
    return False


def _did(reading: Reading, sentence: Span, about: str) -> bool:
    """Tell whether a sentence tells of anything, in any past form, that this person did."""
    names = f"|he|she|they|{about}" if about else "|he|she|they"
    for at in re.finditer(_DOER.format(names=names), sentence.text, re.IGNORECASE):
        verb = at["verb"].lower()
        rest = sentence.text[at.end() :]
        if at["had"] and not past_forms(verb, reading.phrases):
            verb, rest = "had", f"{at['verb']} {rest}"
        past = verb in reading.phrases.exact("same-past") or past_forms(verb, reading.phrases)
        if not past or verb in reading.phrases.exact("empty-deed"):
            continue
        supposed = _SUPPOSED.search(sentence.text[: at.start()])
        if supposed and supposed.group().strip().lower() not in ("when", "as"):
            continue
        if _says_something(reading, _NEXT_SUBJECT.split(rest)[0]):
            return True
    return False


_OPENS_QUESTION = re.compile(
    r"\W*(?:and |so |but )?(?:how|what|which|why|who|when|where|did|do|does|could|can|would|will|may|is|are)\b",
    re.IGNORECASE,
)


def _reason_from_brief(reading: Reading) -> bool:
    brief = reading.brief
    if brief is None:
        return False
    title = reading.concepts([brief.recipient.role, brief.recipient.organisation])
    for reason in (brief.why_them, brief.connection):
        wanted = reading.concepts(reading.content(reason, "empty-reason")) - title
        for sentence in reading.sentences:
            if sentence.asks and _OPENS_QUESTION.match(sentence.text):
                continue
            shown = wanted & reading.concepts(reading.content(sentence.text))
            if len(shown) >= 2 or (wanted and shown == wanted and not sentence.asks):
                return True
    return False

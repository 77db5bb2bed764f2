"""Finds what a message asks for, and tells a favour from a question and from courtesy.

A *request* is a sentence with a cue ("would you", "could we", "I would be grateful") and a favour
(a talk, a reply, an introduction …). A *question* is one of substance, to be answered or talked
over. Ways out ("no problem if not") are neither.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from coach.domain.vocabulary import Purpose
from coach.review.deeds import count_deeds
from coach.review.reading import Reading
from coach.review.text import Span
from coach.review.work_asks import denied, job_asks

TALK = frozenset({"talk", "connect", "mentorship"})
_FAVOURS = (
    "talk",
    "reply",
    "introduction",
    "work",
    "job",
    "mentorship",
    "advocacy",
    "connect",
    "materials",
    "visit",
    "apply",
    "help",
)
_BUCKETS = {
    "talk": "conversation",
    "connect": "conversation",
    "mentorship": "conversation",
    "introduction": "introduction",
    "work": "work",
    "job": "job",
    "advocacy": "advocacy",
    "materials": "materials",
    "visit": "visit",
}
_HELPFUL = {
    Purpose.INTRODUCTION_REQUEST: frozenset({"conversation", "visit"}),
    Purpose.SPONSOR_ASK: frozenset({"conversation", "job", "introduction"}),
    Purpose.PROGRAMME_APPLICATION: frozenset({"conversation", "advocacy", "introduction"}),
}
MANY_ASKS = 3
"""Clauses that each ask ("could we …, could my …, would you …"); so many are as many favours."""
SEVERAL_THINGS = re.compile(
    r"\b(?P<number>two|three|four|five|several) (?:small |little |quick )?(?:things|favours|favors|requests)\b(?![^.?!]*\b(?:how|what|why|which|whether|when|where|who)\b)",
    re.IGNORECASE,
)
"""Favours counted by the person who asks for them, other than questions ("two things: how …")."""
_OCCASION = re.compile(
    r"\b(?:at|in|during|before|after|from|of|to)\s+(?:the|your|our|their|his|her|this|that|next|last|[\w-]+'s)\s+"
    r"(?:[\w'-]+\s+){0,3}?(?:meetings?|sessions?|talk|talks|call|conversation|lunch|dinner|video)\b",
    re.IGNORECASE,
)
"""A talk that is a place in time ("at Thursday's leads meeting") is not asked for."""
_MEETS_ANYWAY = re.compile(
    r"(?:\b(?:hop\w+|forward|love|like|glad|nice|good|great|likely|bound|and|or) (?:to )?(?:see|seeing|catch|catching)|^\W*see|[,.;] see)"
    r" you (?:there|at (?:the|your|our|[\w-]+'s) [\w-]+)",
    re.IGNORECASE,
)
"""An event that both go to anyway ("I hope to see you at the regatta")."""
_ASKS_AGAIN = re.compile(
    r"\b(?:could|can|would|will|may|might) (?:you|we|i|my|our)\b", re.IGNORECASE
)
_SMALL_TALK = re.compile(
    r"^(?:how are (?:you|things)|how(?:'s| is) (?:it going|life|everything|your (?:day|week))|are you well"
    r"|(?:is|would) (?:that|this|it) (?:be )?(?:ok|okay|all right|alright|fine|possible|suit)|remember me)\b",
    re.IGNORECASE,
)
_HOW_IT_WAS = re.compile(
    r"\b(?:how|what|why|which|where|who|when)\b(?: [\w'’-]+){0,4} (?:did|had|were|was) you\b[^?]*\?",
    re.I,
)
"""What the reader once did is asked about, not asked for: "how did you tell your team …?"."""
_ALSO = re.compile(
    r"\b(?:(?:would|could|can|will) you also"
    r"(?! (?:be|suit|work|do|tell|say|let|share|explain|have (?:time|a (?:moment|minute)))\b)"
    r"|i(?:'d| would) also (?:love|like|appreciate) (?:an?|the|your) (?!no\b)"
    r"|i would also ask that you)\b",
    re.IGNORECASE,
)
"""A further favour, other than a further question or another time for the same."""
_WH_COUNT = re.compile(
    r"(?:^|[,;:(\n] ?|\b(?:and|or|also|then|know|ask|hear|learn|understand|wonder|me|about)[ ]+)"
    r"(?:also[ ]+|then[ ]+)?(?:what|which|how|why|who|where|when|whether)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Request:
    """A sentence that asks for a favour. ``kinds`` names what; ``cue`` is where the asking begins."""

    sentence: Span
    kinds: frozenset[str]
    cue: int
    alternative: bool

    @property
    def ask(self) -> Span:
        """The sentence from the cue on."""
        text = self.sentence.text[self.cue - self.sentence.start :]
        return Span(self.cue, self.sentence.end, text)


@lru_cache(maxsize=2)
def find_requests(reading: Reading) -> tuple[Request, ...]:
    """Return the requests of a message, in order; a blurb to be forwarded is left out."""
    found = []
    for sentence in reading.unforced:
        request = _as_request(reading, sentence)
        if request is not None:
            found.append(request)
    return tuple(found)


def _as_request(reading: Reading, sentence: Span) -> Request | None:
    cue = next(reading.phrases.matches("request-cue", sentence.text), None)
    job = bool(job_asks(reading, sentence))
    told = reading.has("tells-only", sentence) and not sentence.asks
    if (told or _is_substance(reading, sentence)) and not job:
        return None
    kinds = set(_kinds(reading, sentence))
    if job:
        kinds = {"job"} | (kinds & {"talk", "visit"})
    elif cue is None and not (sentence.asks and kinds & {"talk", "introduction"}):
        return None
    if "talk" in kinds and not reading.has("favour-talk", _without_occasions(sentence)):
        kinds.discard("talk")
    if {"talk", "work"} <= kinds and only_time(reading, sentence):
        kinds.discard("talk")
    if "advocacy" in kinds and "talk" in kinds and not _talk_meant(reading, sentence):
        kinds.discard("talk")
    if "mentorship" in kinds and not _means(reading, sentence, "favour-mentorship"):
        kinds.discard("mentorship")
    if not kinds and count_deeds(reading, sentence.text):
        kinds = {"deed"}
    if not kinds:
        return None
    start = sentence.start + (cue.start() if cue is not None else 0)
    return Request(
        sentence=sentence,
        kinds=frozenset(kinds),
        cue=start,
        alternative=_is_alternative(reading, sentence, start),
    )


def only_time(reading: Reading, sentence: Span) -> bool:
    """Time that is not for a talk: a voice note of a minute, ten minutes to read a page."""
    talk = reading.find("favour-talk", sentence)
    minutes = reading.phrases.pattern("size-minutes")
    timed = bool(talk) and all(minutes.search(at.text) for at in talk)
    return timed and reading.has("not-by-talking", sentence)


def _without_occasions(sentence: Span) -> Span:
    return _blanked(_blanked(sentence, _OCCASION), _MEETS_ANYWAY)


def _blanked(sentence: Span, what: re.Pattern[str]) -> Span:
    text = what.sub(lambda at: " " * len(at.group()), sentence.text)
    return Span(sentence.start, sentence.end, text)


def _kinds(reading: Reading, sentence: Span) -> list[str]:
    sentence = _blanked(sentence, _HOW_IT_WAS)
    return [kind for kind in _FAVOURS if kind != "job" and reading.has(f"favour-{kind}", sentence)]


def _is_alternative(reading: Reading, sentence: Span, cue: int) -> bool:
    """Tell whether a request comes instead of another: "Or …", "If a call is too much, …"."""
    number = next(n for n, s in enumerate(reading.sentences) if s.start == sentence.start)
    if any(out.end <= cue and out.start == sentence.start for out in reading.outs[number]):
        return True
    found = reading.phrases.pattern("alternative").match(reading.sentences[number].text)
    return found is not None or bool(re.search(r"some(?:one|body) else", sentence.text, re.I))


_WISHED_FOR = re.compile(
    r"what (?:i|we)(?:'d| would) (?:\w+ )?(?:love|like) (?:most )?is (?:just )?(?:an?|half|\d+|(?:\w+ )?minutes)\b",
    re.I,
)
"""Opens a favour and no question ("What I'd love is …")."""


def _is_substance(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence opens as a question of substance ("What made you choose …?")."""
    opening = re.sub(r"^\W*(?:and|so|also|my question(?: is)?|or)?[\s:,]*", "", sentence.text)
    if not reading.phrases.pattern("question-start").match(opening):
        return False
    if _WISHED_FOR.match(opening) and not sentence.asks:
        return False
    scheduling = re.match(
        r"(?:when|what time|what about|how about|which day)\b[^?]{0,60}\b(?:call|talk|meet|chat|free"
        r"|available|coffee|speak|zoom|suit|time|walk|lunch|dinner|breakfast|drink|beer|pint|tea|brew)",
        opening,
        re.IGNORECASE,
    )
    return scheduling is None


def _talk_meant(reading: Reading, sentence: Span) -> bool:
    """Whether an ask for advocacy also asks for a talk, and not just for "a slot to speak"."""
    stage = {"slot", "slots", "speak", "session", "sessions", "meeting", "meetings"}
    return any(at.text.lower() not in stage for at in reading.find("favour-talk", sentence))


def _means(reading: Reading, sentence: Span, name: str) -> bool:
    """Tell whether a pattern is meant, not denied ("I am not asking you to be my mentor")."""
    return any(not denied(reading, sentence, at) for at in reading.find(name, sentence))


def questions(reading: Reading) -> tuple[Span, ...]:
    """Return the questions of substance: direct ones, and indirect ones asked in a request."""
    requests = {r.sentence.start for r in find_requests(reading)}
    return tuple(
        sentence
        for sentence in reading.unforced
        if sentence.asks
        and (sentence.start not in requests or _is_substance(reading, sentence))
        and not _SMALL_TALK.search(sentence.text)
        and len(sentence.text.split()) > 2
    )


def count_questions(reading: Reading) -> int:
    """Count the questions of substance, those strung together in one sentence included."""
    total = 0
    direct = questions(reading)
    for sentence in direct:
        pieces = [p for p in sentence.text.split("?") if p.strip()]
        total += max(len(pieces), len(_WH_COUNT.findall(sentence.text)), 1)
    starts = {s.start for s in direct}
    for request in find_requests(reading):
        if request.sentence.start not in starts and "reply" in request.kinds:
            total += len(_WH_COUNT.findall(request.ask.text))
    return total


def competing(reading: Reading, requests: tuple[Request, ...]) -> frozenset[str]:
    """Return the kinds of favour that compete; fewer than two means there is one ask.

    A talk or a reply are two sizes of one favour; alternatives and whatever serves the purpose
    of the message do not count.
    """
    if any(count_deeds(reading, r.sentence.text) >= MANY_ASKS for r in requests):
        return frozenset({"deeds", "help"})
    if any(SEVERAL_THINGS.search(r.ask.text) for r in requests):
        return frozenset({"deeds", "help"})
    cues = sum(len(_ASKS_AGAIN.findall(r.sentence.text)) for r in requests)
    if cues >= MANY_ASKS and not any(_either_or(r.sentence.text) for r in requests):
        return frozenset({"conversation", "help"})
    helpful = _HELPFUL.get(reading.purpose, frozenset())
    buckets: set[str] = set()
    for request in requests:
        kinds = {_BUCKETS[k] for k in request.kinds if k in _BUCKETS} - helpful
        if request.alternative and buckets:
            continue
        if len(kinds) > 1 and _either_or(request.ask.text):
            kinds = {sorted(kinds)[0]}
        buckets |= kinds
    return frozenset(buckets - ({"job"} if "conversation" in buckets else set()))


def _either_or(text: str) -> bool:
    return bool(re.search(r"\bor\b", text, re.I)) and not re.search(
        r"\b(?:and|also|plus|as well)\b", text, re.I
    )


def also_asked(reading: Reading, requests: tuple[Request, ...]) -> Span | None:
    """The sentence that adds a favour to another ("would you also sign …?")."""
    for sentence in reading.unforced:
        others = [r for r in requests if r.sentence.start != sentence.start and not r.alternative]
        if _ALSO.search(sentence.text) and (others or questions(reading)):
            return sentence
    return None

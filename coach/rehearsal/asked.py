"""What a turn asks the counterpart for, and which matter of theirs it asks about, so that the answer is to the question."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from coach.rehearsal.heard import only_consent
from coach.rehearsal.scene import Matter
from coach.rehearsal.speech import Sentence, flat, speech
from coach.rehearsal.turn import is_common


class Wanted(StrEnum):
    """The kind of answer that a question is after."""

    DECISION = "decision"  # yes, no or not yet
    CONSENT = "consent"  # a yes to what is proposed, or leave to do it
    FAVOUR = "favour"  # something the counterpart would do
    GREETING = "greeting"  # how they are
    OWN = "own"  # something of their own life, or how they felt
    NARROW = "narrow"  # one particular: which, when, how long, who
    YES_NO = "yes-no"
    OPEN = "open"


FOR_A_YES = frozenset({Wanted.DECISION, Wanted.CONSENT, Wanted.FAVOUR})
"""What is answered with yes, no or not yet."""
_RESOLVES = frozenset({"i'll", "i will", "i've decided"})


def resolves(abouts: Sequence[str]) -> bool:
    """Whether a talk with these words for its decision turns on what the mentee resolves, and on no favour."""
    return not _RESOLVES.isdisjoint(abouts)


_CLAUSE_START = r"(?:^|[,;:—–]\s*|\b(?:and|but|so|then|or|ok|okay|well|um|oh|also)\b,?\s+)"
_PREPOSITION = r"(?:(?:in|for|at|by|until|till|to|with|from|on|about|of)\s+)?"
_WH = re.compile(
    rf"{_CLAUSE_START}{_PREPOSITION}(?:(?:how|what)\b(?! about\b| if\b)|(?:which|why|who|whose|whom|who's)\b|(?:when|where)(?:'s)?"
    r" (?:is|are|was|were|do|does|did|can|could|will|would|should|shall|have|has|had|may|might|exactly)\b|what's\b|how's\b)"
)
_NARROW = re.compile(
    rf"{_CLAUSE_START}{_PREPOSITION}(?:which|when|whose|whom|who|who's|where|how (?:long|many|much|often|far|soon|old|early|late|big|large)"
    r"|what (?:time|day|date|week|month|year|number|kind|sort|size|name|price|age))\b"
)
_DECISION = re.compile(
    r"\b(?:is (?:that|this|it) (?:then )?(?:a |your |really )?(?:yes|no|not yet|refusal)\b|yes or no\b"
    r"|(?:(?:can|could|would|will|do) you|you (?:can|could|would|will)) (?:\w+ )?(?:(?:stand|get) behind|live with)\b|are we (?:good|agreed|settled|all right|alright|fine|ok|okay)\b"
    r"|(?:do|have) we (?:have a deal|got a deal|agreed?)\b|are you (?:saying|telling me) (?:no|yes|that it's (?:off|on))\b|do you mean (?:yes|no)\b"
    r"|what(?:'s| is) your (?:answer|decision|verdict)\b|have you (?:decided|made up your mind))"
)
_GREETING = re.compile(
    r"^(?:(?:and|so|well|oh|hi|hey|hello)\b,? )?(?:how are (?:you|things)|how(?:'s| is) (?:it going|everything|life|(?:the|your) (?!best\b|first\b|last\b|next\b)\w+)"
    r"|how have you been|how was your (?:day|week|weekend|morning|holiday)|are you (?:well|all right|alright|ok|okay))"
    r"(?: (?:doing|today|keeping|going|so far|then|these days|with you))?$"
)
_OWN = re.compile(
    r"\b(?:you (?:feel|felt|ever|miss|regret|remember|enjoy|worry|give up|gave up|leave|left|afraid|scared|nervous|lonely|proud|happy|sorry)\b"
    r"|(?:like|hard|easy|difficult|strange) for you\b|cost you\b|would you do it (?:all )?again\b|would you \w+(?: \w+){0,3} again\b|when you were\b"
    r"|about yourself\b|your (?:family|wife|husband|partner|children|kids|father|mother|life|childhood|worst|best|proudest|first (?:day|week|month|year|job))\b"
    r"|(?:how|why) did you (?:get|come|end up|start|begin|learn|decide|cope|manage|choose|stay|go|become)\b|what (?:made|makes|kept|keeps|drew|drove) you\b"
    r"|\bwhat about you\b|are you (?:ever )?(?:afraid|scared|nervous|lonely|proud|sad|angry|tired|worried|hurt|upset)\b|you (?:were|was) (?:ever )?(?:afraid|scared|new)\b)"
)
_LEAVE = re.compile(
    r"\b(?:could|can|may|might|should|shall) (?:i|we) (?:then |also |just |maybe |perhaps )?(?:do|come|send|bring|ring|call|write|try|start|use|say"
    r"|tell|mention|name|take|show|go|keep|make|give|meet|sit|watch|leave|put|offer|propose|move|change|swap|begin|let|pass|forward|stop|skip|draft|drop)\b"
    r"|\b(?:maybe|perhaps|so|then|and) (?:i|we)(?: (?:should|could|might|can|will|'ll)|'ll)\b|\b(?:would|is) (?:it|that) (?:be )?(?:\w+ )?(?:ok|okay|all right|alright|fine"
    r"|possible|acceptable) (?:if|for) (?:i|we|me|us)\b|\bwould you be (?:at peace|comfortable|fine|ok|okay|all right|alright|happy|willing|open)\b"
    r"|\bis (?:that|this|it) (?:ok|okay|all right|alright|fine|right|workable|doable|acceptable|agreeable|reasonable|fair)\b|\b(?:can|could|would) you (?:live|work|go along) with (?:that|this|it)\b|^(?:(?:or|and|but|so|then|ok|okay|well),? )?(?:maybe|perhaps|(?:what|how) about (?!you\b|your\b))\b|\w,? (?:then|right|ok|okay|agreed|yes)$"
)
_PLAN_IF = re.compile(
    r"\bif\b.*\b(?:(?:could|can|should|would|may|might) (?:i|we)|(?:i|we)(?:'ll|'d| could| can| will| would| might))\b"
)
_FAVOUR = re.compile(
    r"\b(?:(?:could|can|would|will) you (?:please |maybe |perhaps |just |then |also )?(?!(?:say|tell|explain|describe|remember|think|see|know|recommend|imagine|like|want|give me (?:some |your |a |an )?(?:feedback|honest|view|opinion|advice|idea|example)"
    r"|need|prefer|rather|ever|advise|suggest|have (?:done|said)|do it again|hear|notice|call it|be)\b)\w+|(?:so |and |then )?you(?:'ll| will) (?!be\b|see\b|know\b|have to\b)\w+"
    r"|is it (?:ok|okay|all right|alright|fine|possible) (?:if|for) you|do you think you (?:could|can|would|might)"
    r"|(?:is there )?any chance (?:of you|that you|you)|would you be (?:able|prepared|ready) to)\b"
)
_POLITE = re.compile(
    r"\b(?:(?:may|can|could|might) i ask|(?:can|could|would|will) you (?:tell|say|explain|describe)|do you (?:know|remember)) (?:\w+ ){0,2}(?:how|what|why|which|who|when|where)\b"
)
"""A question for a fact, put as one for leave."""
_EITHER = re.compile(r"\bor\b(?! not\b| so\b| something\b)")
_YES_NO = re.compile(
    rf"{_CLAUSE_START}(?:is|are|am|was|were|do|does|did|don't|doesn't|didn't|isn't|aren't|wasn't|have|has|had|haven't|can|could|will|would|should|shall|may|might|must|won't)\b"
)


def wanted(turn: str) -> Wanted:
    """What kind of answer the last question of a turn is after."""
    asking = [_flat(one) for one in speech(turn).sentences if _asks(one)]
    if any(_DECISION.search(text) for text in asking):
        return Wanted.DECISION
    last = asking[-1] if asking else ""
    if _GREETING.search(last):
        return Wanted.GREETING
    wh = _WH.search(last) is not None
    if not wh and not _EITHER.search(last):
        if _OWN.search(last) is None and _FAVOUR.search(last):
            return Wanted.FAVOUR
        if only_consent(turn) or _LEAVE.search(last) or _PLAN_IF.search(last):
            return Wanted.CONSENT
    if _OWN.search(last):
        return Wanted.OWN
    if _NARROW.search(last):
        return Wanted.NARROW
    closed = _YES_NO.search(last) or last.startswith("you ")
    return Wanted.YES_NO if closed and not wh and not _POLITE.search(last) else Wanted.OPEN


_PROPOSES = re.compile(
    r"\b(?:could|can|would|may|might|shall|let's|please|i'd|i'll|i will|i'm going to|i am going to|i want|i plan|i propose|i suggest|i ask|i've decided|i have decided"
    r"|i won't|i can't|i'm not going to|my (?:next step|plan|decision|goal|one thing)|instead|rather|time to|want to|hope|agree|agreed|no more|from now on|i think|i need"
    r"|what about|how about|what if|so)\b"
)


_PLAINLY = re.compile(
    r"\b(?:i'd (?:like|rather|prefer)|i would (?:like|rather|prefer)|i want|i propose|i suggest|i'd suggest|please|let's|could (?:we|you)|shall we|can (?:we|you)"
    r"|i've decided|i have decided|decided (?:not|against)|i'm not going to|i won't)\b"
)


def puts_forward(turn: str, abouts: Sequence[str], *, plainly: bool = False) -> bool:
    """Whether a sentence that proposes or requests names any of these; one that asks for a fact does not count.

    ``plainly`` asks for words that leave no doubt that something is proposed.
    """
    for sentence in speech(turn).sentences:
        text = _flat(sentence)
        if not any(_pattern(about).search(f" {text} ") for about in abouts):
            continue
        if sentence.asks and _WH.search(text) is None:
            return True
        if not sentence.asks and (_PLAINLY if plainly else _PROPOSES).search(text):
            return True
    return False


_REFERS = re.compile(r"\b(?:it|that|this|these|those|them|they|there|so|one|ones|he|she|him|her)\b")
_INDIRECT = re.compile(
    r"\b(?:tell me|i wonder(?:ed)?|i'd (?:still )?(?:like|love) to (?:know|hear|understand|ask)|i want to (?:know|hear|understand)|curious)\b"
)
_MEANT = re.compile(
    r"\b(?:what do you mean|what did you mean|how do you mean|in what way|such as\b|can you (?:explain|say more)|could you (?:explain|say more)|tell me more|go on\b)"
)
_AMOUNT = re.compile(
    rf"{_CLAUSE_START}{_PREPOSITION}(?:how (?:long|many|much|often|soon|old)\b|what (?:price|age|number)\b)"
)
_WHEN = re.compile(rf"{_CLAUSE_START}{_PREPOSITION}(?:when\b|what (?:time|day|date)\b)")
_TIMED = (
    r"weeks?|months?|years?|summer|winter|spring|autumn|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|morning|evening"
    r"|tonight|tomorrow|today|soon|till|until|after|before|early|late"
)
_NAMES_A_TIME = re.compile(rf"\d|\b(?:{_TIMED})\b", re.IGNORECASE)
_NAMES_AN_AMOUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred"
    rf"|half|once|twice|every|each|never|always|minutes?|hours?|days?|money|pay|paid|cost|earn\w*|{_TIMED})\b",
    re.IGNORECASE,
)
_OF_THEMSELVES = re.compile(
    r"^I\b|\b(?:[Mm]y|I (?:was|had|did|went|used|once|never|left|kept|started|began|came|sold|built|lost|learned|learnt|cut|thought|felt|knew|miss|asked|told|took))\b"
)
_SHORT = 7
"""Words of a turn that asks back and does no more."""
_BACK = 2
"""Sentences before a question that it can point back to."""
_ENOUGH = 2
"""Words of a matter that have to be named where none of them alone says what is meant."""


def matter_asked(turn: str, matters: Sequence[Matter], *, back: bool = True) -> Matter | None:
    """The matter that a turn asks about; None where no more than a chance word points to one.

    In the question one word that says something is enough. What is told before the question counts where the
    question points back to it ("how would you handle that?"), and then one word is too little; ``back`` is
    whether it may.
    """
    sentences = speech(turn).sentences
    asking = [at for at, one in enumerate(sentences) if _asks(one)]
    if not asking:
        return _most_named([_flat(one) for one in sentences], matters, _ENOUGH)
    texts = [_flat(sentences[at]) for at in asking]
    named = _most_named(texts[-1:], matters, 1) or _most_named(texts, matters, 1)
    if named is not None or not back or not _REFERS.search(texts[-1]):
        return named
    before = sentences[max(0, asking[-1] - _BACK) : asking[-1] + 1]
    return _most_named([_flat(one) for one in before], matters, _ENOUGH)


def asks_back(turn: str) -> bool:
    """Whether a turn only asks after what was said, or after the other one: no question is passed over by that."""
    short = "?" in turn and len(turn.split()) <= _SHORT
    return short or wants_more(turn) or wanted(turn) is Wanted.GREETING


def wants_more(turn: str) -> bool:
    """Whether a turn asks what the counterpart meant by what they said last."""
    return any(_MEANT.search(_flat(one)) for one in speech(turn).sentences if one.asks)


def fits(want: Wanted, turn: str, line: str) -> bool:
    """Whether a line can be the answer to a question after a time, an amount or their own life; any line can to any other."""
    if want is Wanted.OWN:
        return _OF_THEMSELVES.search(line) is not None
    last = [_flat(one) for one in speech(turn).sentences if _asks(one)][-1:]
    if want is not Wanted.NARROW or not last:
        return True
    if _WHEN.search(last[0]):
        return _NAMES_A_TIME.search(line) is not None
    return not _AMOUNT.search(last[0]) or _NAMES_AN_AMOUNT.search(line) is not None


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence asks, with a question mark or in so many words."""
    return sentence.asks or _INDIRECT.search(_flat(sentence)) is not None


def _most_named(texts: Sequence[str], matters: Sequence[Matter], least: float) -> Matter | None:
    told = f" {_GREETS.sub(' ', ' '.join(texts))} "
    weights = [
        sum(_weight(about) for about in m.about if _pattern(about).search(told)) for m in matters
    ]
    best = max(weights, default=0)
    return matters[weights.index(best)] if best >= least else None


_GREETS = re.compile(r"\bhow (?:are you|have you been)\b")


def _weight(about: str) -> float:
    """A phrase counts by its words; a word that stands in any talk counts half."""
    words = about.split()
    if len(words) > 1:
        return len(words)
    return 0.5 if is_common(about) or about in _WEAK else 1


_WEAK = frozenset(
    "year years week weeks day days month months need needs someone somebody else people work new first last next hard look send "
    "others ask answer question remember better best great kind part place person idea mind hope try help number "
    "after before later early together often always sometimes without".split()
)
"""Words that stand in questions about anything."""


_SET_PHRASES = re.compile(r"\b(?:of course|at least|first of all|in the end|after all|at first)\b")
"""What is said by the way, whose words are about nothing."""


def _flat(sentence: Sentence) -> str:
    """A sentence in lower case with plain apostrophes, its end mark left off."""
    text = flat(sentence.text).strip(" .?!…\"”'")
    return _SET_PHRASES.sub(" ", text)


_FORMS = {
    form: tuple(forms.split())
    for forms in (
        "see saw seen",
        "choose chose chosen",
        "begin began begun",
        "leave leaving left",
        "lose losing lost",
        "write writing wrote written",
        "build built",
        "keep kept",
        "fall fell fallen",
        "feel felt",
        "hear heard",
        "sell sold",
        "teach taught",
        "speak spoke spoken",
        "lead led",
        "learn learnt",
        "grow grew grown",
        "win won",
    )
    for form in forms.split()
}
"""The forms of a word that is changed within: who asks what somebody saw says "see"."""


@lru_cache(maxsize=4_096)
def _pattern(about: str) -> re.Pattern[str]:
    """The word or phrase, also with another ending: "courses" in "course"."""
    stem = (
        about[:-1] if about.endswith("s") and not about.endswith("ss") and len(about) > 4 else about
    )
    forms = "|".join(re.escape(form) for form in _FORMS.get(about, (stem,)))
    return re.compile(rf"\b(?:{forms})(?:s|es|ed|ing|'s)?\b")

"""Finds promises the writer could be held to; courtesies and plans of one's own are none."""

import re
from collections.abc import Iterator
from itertools import islice

from coach.review.claim import Claim
from coach.review.claim_ledger import Ledger
from coach.review.claim_novelty import novelty
from coach.review.claim_spans import matches, reach, until_break
from coach.review.claim_tokens import WEEKDAYS
from coach.review.reading import MAX_FOUND
from coach.review.text import Span

_COURTESY = re.compile(
    r"^\W*(?:(?:you |over |along )?(?:an? |the )?(?:(?:short|quick|calendar|zoom|teams|meet|meeting) )*(?:invite|invitation|link|line|reminder|coffee|coffees|tea|cake|biscuits|drinks?|brew|pint|round|bill"
    r"|questions?|pen|notebook|best|(?:you )?my (?:best|greetings|regards|love|thanks)|greetings|regards|up|it (?:short|brief|to|from there|a go|some)|way|no for|a no)\b"
    r"|(?:no|not|nothing|only|again|back|you know|thanks|thought|my best|way|time|space|room)\b)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:by|before|at) the (?:end|middle|start|close|beginning) of\b"
    r"|\b(?:every|each|by|within|in an?|in one|in two) (?:\w+ )?(?:day|week|month|quarter|year|friday|monday|tuesday|wednesday|thursday|saturday"
    r"|sunday|tomorrow|tonight|christmas|easter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|summer|spring|autumn|winter)s?\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:for free|free of charge|on the house|for nothing|out of my own pocket)\b", re.IGNORECASE
)
_YOURS = re.compile(
    r" (?:your|ur|you an?|you the|you my|for you|the \w+ (?:in|of|at|on|for) your?)\b",
    re.IGNORECASE,
)
_TAKING = frozenset(
    "follow value read treasure work apply use hear see accept remember think love miss appreciate know recognise"
    " find call ring watch look meet come contact save heed need want like enjoy trust test practise practice study"
    " learn copy steal adopt borrow consider be owe thank buy get".split()
)
_LIGHT = frozenset(
    "be keep not never understand respect make try only fit stick leave take ask accept wait stop".split()
)


_OFFERED = re.compile(
    r"\b(?:(?:i|we)(?:'d| would| am|'m| are|'re)(?: also| of course| gladly)? be |(?:i|we)(?:'m| am|'re| are) )?"
    r"(?:more than |only too |very |quite |always )?(?:happy|glad|delighted|pleased|ready|willing|prepared|honoured) to (?:also )?(?P<verb>[a-z]+)\b"
    r"|\b(?:i|we)(?:'ll| will| shall| am going to|'m going to)(?: \w+ly| also| of course| then| still| always| just| even)* (?:be \w+ing )?(?P<will>[a-z]+)\b"
    r"|(?:\b(?:i|we)(?:'d| would| can| could)|\band (?:can|could))(?: \w+ly| also| even| always| then)* (?P<can>[a-z]+)\b",
    re.IGNORECASE,
)
"""What the writer says they will, can or would gladly do, whatever it is."""
_LAID_OUT = re.compile(
    r"\bthere(?:'s| is| will be|'ll be) (?!no\b|not\b|nothing\b)(?P<what>[^.,;!?]{3,60}?) (?:for|waiting for|with) (?:you|your \w+)\b"
    r"|\b(?P<gift>[^.,;!?]{3,60}?) (?:is|are|will be) (?:yours(?! sincerely)|(?:already )?on (?:its|their) way|waiting (?:for you|whenever)|at your disposal)\b"
    r"|\byou(?:'ll| will) (?:get|receive|have(?= (?:the|my|our|an?|full)\b)) (?P<have>[^.,;!?]{3,60})"
    r"|\byou(?:'ll| will) be (?P<first>the first to \w+)",
    re.IGNORECASE,
)
_NO_GIFT = re.compile(
    r"\b(?:coffee|tea|beer|drinks?|cake|pint|pressure|need|rush|hurry|obligation|time|reasons?|way|idea|more|other|better|hands|lot)\b",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(
    r"^,? (?:and|then)(?: then| also| even| would)? (?P<verb>[a-z]+)\b", re.IGNORECASE
)
_NO_VERB = frozenset(
    "i you we he she they it my your our the a an this that no not if in on at to for with of so how what whether"
    " which who when where why or is was are were do does did".split()
)
_EASY = frozenset(
    "hear talk speak chat call ring phone meet come travel join adapt adjust fit around wait answer explain stay see"
    " look listen keep learn read understand know imagine go be start try think follow accept take"
    " hereby never not say tell ask use need hope want love like appreciate welcome welcom write remember leave stop respect"
    " been had rather better pray confess admit rehearse raise cheer root apply"
    " only no buy thank value treasure apply move become sit stand find watch begin feel reach skip drive drop hold chase".split()
)
"""What anybody may offer who asks for a talk, and what is a plan of one's own."""
_IF_WANTED = re.compile(
    r"\bif (?:you(?:'d| would) (?:like|want|welcome) (?:that|it|this)|(?:that|it|this)(?:'d| would)? (?:helps?|makes? it easier|is (?:of )?(?:any )?(?:help|use)))\b"
    r"|\b(?:to (?:save|spare) you|so (?:that )?(?:it (?:costs?|takes?) you|you (?:only|just|need|have|don't)))\b",
    re.IGNORECASE,
)
"""An offer that waits for the reader's wish, or only makes what is asked of them smaller."""
_LEAST_NEW = 2
_FAR = 200
"""Characters looked at behind an offer, so that a text without breaks stays linear."""


_FITS_IN = frozenset(("do", "make", "manage"))
_A_DAY = re.compile(
    rf"\W*(?:(?:on|any|every|most|either) )?(?:{'|'.join(WEEKDAYS)})s?\b", re.IGNORECASE
)


def promise_claims(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield what the writer could be held to; courtesies and plans of one's own are no promise."""
    for found, start, end in matches(ledger, "promise", sentence):
        rest = until_break(sentence, end)
        verb = (found["verb"] or found["vowed"] or found["offer"]).lower()
        if _IF_WANTED.search(sentence.text[found.end() :][:_FAR]):
            continue
        offered = found["offer"] is not None
        if offered and not ledger.unsupported(rest):
            continue
        if not _binds(ledger, verb, rest, vowed=bool(found["vow"])):
            continue
        said = f"{verb}{rest}"
        telling = ledger.telling(said)
        bound = _BOUND.search(rest)
        free = bound is None or any(bound.group().lower() in t.lower() for t in ledger.texts)
        given = (
            free
            and not ledger.unsupported(said)
            and (len(telling) > 1 or any(s in ledger.past_stems for s in telling))
        )
        if not given and not _answers_ask(ledger, said):
            yield Claim(reach(ledger, sentence, start, end + len(rest)), "promise")
            yield from _and_also(ledger, sentence, end + len(rest))
    if not sentence.asks:
        yield from _offers(ledger, sentence)


def _and_also(ledger: Ledger, sentence: Span, at: int) -> Iterator[Claim]:
    """What is promised in the same breath: "I will write it up **and copy you in**"."""
    found = _AND_ALSO.match(sentence.text, at - sentence.start)
    if found is None or found["verb"].lower() in _NO_VERB | _LIGHT:
        return
    end = sentence.start + found.end()
    rest = until_break(sentence, end)
    if novelty(ledger, found["verb"] + rest).weight:
        start = sentence.start + found.start("verb")
        yield Claim(reach(ledger, sentence, start, end + len(rest)), "promise")


def _offers(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """What is offered or laid out for the reader, and is new: a deed, or a thing."""
    for found in islice(_OFFERED.finditer(sentence.text), MAX_FOUND):
        verb = (found["verb"] or found["will"] or found["can"]).lower()
        start, end = sentence.start + found.start(), sentence.start + found.end()
        rest = until_break(sentence, end)
        if _IF_WANTED.search(sentence.text[found.end() :][:_FAR]):
            continue
        if verb in _FITS_IN and _A_DAY.match(rest):
            continue  # a time; whether that day was given is for the days to say
        mental = any(s in ledger.lexicon.words("mental-verbs") for s in ledger.stems_of(verb))
        if _FREE.search(rest) and not mental:
            yield Claim(reach(ledger, sentence, start, end + len(rest)), "promise")
            continue
        if (
            mental
            or verb in _EASY
            or (verb == "have" and found["will"] is None)
            or verb.endswith("ed")
            or _COURTESY.match(rest)
            or _answers_ask(ledger, f"{verb}{rest}")
        ):
            continue
        told = novelty(ledger, f"{verb}{rest}")
        pledged = any(s in ledger.lexicon.words("pledges") for s in ledger.stems_of(verb)[:1])
        least = 1 if pledged and found["will"] is None else _LEAST_NEW
        if told.weight >= least and told.new + (found["will"] is not None) > told.held:
            yield Claim(reach(ledger, sentence, start, end + len(rest)), "promise")
            yield from _and_also(ledger, sentence, end + len(rest))
    for found in islice(_LAID_OUT.finditer(sentence.text), MAX_FOUND):
        thing = found["what"] or found["gift"] or found["have"] or ""
        if found["first"] or (novelty(ledger, thing).weight and not _NO_GIFT.search(thing)):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            yield Claim(reach(ledger, sentence, start, end), "promise")


def _binds(ledger: Ledger, verb: str, rest: str, *, vowed: bool) -> bool:
    if _COURTESY.match(rest) and not _BOUND.search(rest):
        return False
    if vowed:
        return verb not in _LIGHT
    stem = ledger.stems_of(verb)[:1]
    pledged = bool(stem) and stem[0] in ledger.lexicon.words("pledges")
    ours = _YOURS.match(rest) is not None and verb not in _LIGHT and verb not in _TAKING
    free = _FREE.search(rest) is not None
    return (
        pledged
        or ((ours or free) and any(not ledger.holds(s) for s in ledger.content(rest)))
        or (
            _BOUND.search(rest) is not None
            and (bool(ledger.unsupported(rest)) or novelty(ledger, rest).weight > 0)
        )
    )


def _answers_ask(ledger: Ledger, said: str) -> bool:
    """A promise that only says what the brief's own next step or question says."""
    content = ledger.content(said, "title")
    return len(content) > 2 and all(s in ledger.stems for s in content)

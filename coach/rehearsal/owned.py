"""What a turn says of its speaker: owns up, wishes for something else, draws a line, thanks, or is about to leave."""

import re

from coach.rehearsal.speech import flat, speech

_CONFESSES = re.compile(
    r"\b(?:i (?:didn't|did not|haven't|have not|hadn't|never) (?:\w+ ){0,2}?(?:do|done|did|write|written|wrote|go|gone|went|get|got|finish|finished|start|started|call|called"
    r"|ring|rung|send|sent|ask|asked|try|tried|manage|managed|keep|kept|make|made|read|touch|touched|prepare|prepared|tell|told)\b"
    r"|i (?:only|just) (?:supposed|assumed|guessed)\b|i (?:completely |simply )?forgot\b|i put it off\b|i couldn't\b|i kept putting\b|i (?:was|got it|had it) wrong\b|i messed\b|i got it wrong\b"
    r"|(?:it|that) was my (?:fault|mistake|doing)\b|my (?:fault|mistake)\b|i lied\b|i(?:'m| am| was) (?:scared|afraid|ashamed|embarrassed)\b|i should have\b"
    r"|i (?:have to|must|need to) admit\b|to be honest,? i (?:didn't|haven't|never)\b)"
)
_WISHES = re.compile(
    r"\b(?:i'd (?:much )?rather|i would (?:much )?rather|i think i'd (?:rather|like)|i don't (?:really |actually )?want to\b.*\bany ?more|i don't know if i want"
    r"|what i (?:really|actually) want|instead,? i'd|i(?:'d| would) like to (?:change|switch|move)|i've (?:changed|been rethinking)|actually,? i(?:'d| want))\b"
)
_REFUSES = re.compile(
    r"(?:n't|\b(?:not|no|never|cannot|stop|rather (?:not|keep|leave|wait|pass|skip|stick|stay|work|meet|do)|only|without|less|fewer|instead|enough|nothing|off|leave out|except)\b)"
)
_PROMISES = re.compile(
    r"\bi (?:won't|will not|wouldn't) (?:be|do that|do it|let you|forget|keep you|take)\b"
)
_SUGGESTS = re.compile(
    r"\b(?:we (?:could|can|might)|could we|let's|shall we|i'd suggest|i suggest|i propose|how about|what about)\b"
)
_THANKS = re.compile(r"\b(?:thanks?|thank you|grateful|appreciate)\b")
_NO_THANKS = re.compile(r"\bno,? thank(?:s| you)\b")
_SOON = re.compile(
    r"\bi(?:'ve| have)? (?:got to|have to|need to|must) (?:go|leave|run|be off|get back|dash)\b[^.?!;]{0,12}\b(?:in|within) (?:a|one|two|a few|five|a couple of) (?:minutes?|moments?|bit|second)\b"
    r"|\bi(?:'ve| have)? (?:only )?(?:got |have )?(?:only )?(?:a|one|two|five) minutes? left\b"
)

_YIELDS = re.compile(
    r"\b(?:(?:ok(?:ay)?|fine|sure|of course|yes|yeah|all right|alright|no (?:problem|trouble)|sorry)\b[ ,.!]{0,3}"
    r"(?:(?:fine|sure|of course|then|sorry)\b[ ,.!]{0,3}){0,4}i(?:'ll| will| can)\b(?!'t| not)"
    r"|i(?:'ll| will| can)\b(?!'t| not)[^.?!]{0,60}\b(?:as well|too,? then|then)\b"
    r"|whatever you (?:need|want|say|like|think)|never ?mind|forget (?:it|that|i said|about it)"
    r"|it's (?:fine|nothing|no trouble|not important)(?=[.,;!]|$)|don't worry about it"
    r"|maybe it's (?:just )?me|(?:it's |i'm )?probably (?:just )?me)"
)
"""Words that take on what was asked, or take back what was begun."""
_SAYS_NO = re.compile(
    r"\b(?:(?:ca|wo|do|would|could|should|must)n't|cannot|(?:has|have|needs?) to (?:stop|end))\b(?! worry| mind| know| think)"
)
"""Where a no stands beside them, nothing is given away; "I haven't an answer" is no such no."""
_TAKES_BACK = re.compile(r"\b(?:never ?mind|forget (?:it|that|i said|about it))\b")

_HANDS_OVER = re.compile(
    r"\b(?:(?:it's|that's|it is|that is) (?:really |entirely |all )?up to you|whatever (?:suits|you (?:like|think|prefer)|is (?:best|easiest)|works)|(?:as|however) you (?:like|prefer|wish)"
    r"|you (?:decide|choose)|i don't (?:really )?mind|i'm easy|anything(?: really| is fine|'s fine)?(?=[.,;!]|$)|i leave (?:it|that) to you)\b"
)
_NO_MORE = 14
"""Words of a turn beyond which more is said than that."""


def confesses(turn: str) -> bool:
    """Whether somebody owns up to what was left undone or went wrong."""
    return any(_CONFESSES.search(flat(one.text)) for one in speech(turn).sentences if not one.asks)


def wishes_anew(turn: str) -> bool:
    """Whether somebody says that they would rather have, or do, something else."""
    said = (flat(one.text) for one in speech(turn).sentences if not one.asks)
    return any(_WISHES.search(one) and " than " not in one for one in said)


def suggests(turn: str) -> bool:
    """Whether something is proposed to be done."""
    return _SUGGESTS.search(flat(turn)) is not None


def refuses(turn: str) -> bool:
    """Whether something is refused or limited; to promise not to do harm is neither."""
    said = _PROMISES.sub("", flat(turn))
    return _REFUSES.search(said) is not None


def thanks(turn: str) -> bool:
    """Whether a turn has words of thanks."""
    return _THANKS.search(_NO_THANKS.sub("", flat(turn))) is not None


def goes_soon(turn: str) -> bool:
    """Whether somebody has to leave in a few minutes."""
    return _SOON.search(flat(turn)) is not None


def says_no(turn: str) -> bool:
    """Whether a plain no stands in a turn; "I haven't an answer" is none."""
    return _SAYS_NO.search(flat(turn)) is not None


def takes_back(turn: str) -> bool:
    """Whether somebody takes back what they had begun to say."""
    return _TAKES_BACK.search(flat(turn)) is not None


def yields(turn: str) -> bool:
    """Whether somebody takes on what was asked of them, without a no beside it."""
    return _YIELDS.search(flat(turn)) is not None and not says_no(turn)


def hands_over(turn: str) -> bool:
    """Whether somebody leaves to the other what they were asked to say, and says no more."""
    return _HANDS_OVER.search(flat(turn)) is not None and len(turn.split()) <= _NO_MORE

"""What the counterpart makes of a turn: what it is about, what in it can be quoted, whether it is a goodbye."""

import re
from collections.abc import Sequence
from functools import lru_cache

from coach.rehearsal.scene import Matter
from coach.rehearsal.speech import flat, speech

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE = re.compile(
    r"[.!?;:,()\n—–]+|\b(?:and|but|because|so)\b(?=\s+(?:i|we|you|he|she|they|it|there|nobody)\b)",
    re.I,
)
"""What ends a clause: a mark, or a joining word before the subject of the next."""
_ASKED = re.compile(r"[^.?!;\n]*\?")
_SMALL = frozenset(
    "a an the i you he she it we they me my your our their his her its to of in on at for with from by as is am are "
    "was were be been being do does did have has had will would can could should may might must not no yes and or "
    "but so if then this these those there here just really very quite about i'm i've i'd i'll it's that's you're "
    "both each one ones like want wants wanted need needed think thought know knew feel felt see saw made make makes got get went go "
    "going came come said say told tell took take gave give keep kept let put try tried trying able still also now "
    "time thing things something anything please thank thanks sorry "
    "what which who whom whose when where why how some any all much many more most".split()
)
_LEADS = frozenset("and but so well ok okay oh yes yeah no right then because please".split())
"""Words before a clause that are none of it."""
_SUBJECTS = frozenset(
    "i i'm i've i'd i'll we we're we've we'd we'll he he's she she's they they're they've it it's there there's "
    "my our his her their the a an this these those nobody somebody everybody one".split()
)
"""Words with which a clause, or a noun with all that belongs to it, begins."""
_HANGS = frozenset(
    "a an the my your our his her its their of to and or but so than as with for from very every such own "
    "next last first same other only new whole".split()
)
"""Words after which something is missing."""
_GOODBYE = re.compile(
    r"\b(?:good ?bye|bye|(?<!to )see you(?! (?:do|doing|work|working|as|are|have|in action|use|teach|run|at work)\b)|talk soon|have a (?:good|nice|great)|(?:i(?:'ve| have)? (?:got to|have to|must|need to)|i'd better) (?:go|dash|run|leave|be off)(?: now| soon)?(?=[.,;!]|$)|gotta (?:go|run)\b(?=[.,;!]|$)"
    r"|i(?:'ll just| think i'll(?: just)?|'d better| should(?: just)?) (?:go|be going|head off|head out|be on my way)(?=[.;!]|$)|take care(?=[.,;!]|$)|speak soon"
    r"|good luck with (?:the|your) \w+(?: today| tonight| tomorrow)?(?=[.,;!]|$)|enjoy (?:the|your) (?:day|rest|evening|weekend|lunch|afternoon)"
    r"|i(?:'ll| will| should| must| have to| need to) (?:let you (?:go|get back)"
    r"|go now|be off|leave you)|that(?:'s| is| was) (?:all|everything) (?:from me|i had|i wanted))\b",
    re.I,
)
_UNTIL = re.compile(
    r"(?:^|[.!;]\s+)until (?:next (?:time|week|month)|then|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.!?]{0,30}[.!]?$",
    re.I,
)
"""The next meeting named as the last words."""
_THANKS_FOR_TIME = re.compile(r"\bthanks? (?:you )?(?:again )?for (?:your|the) time\b", re.I)
_LAST_WORDS = 14
"""Words of a turn that thanks for the time and says no more; a longer one thanks and goes on."""
_AFTER_THANKS = 7
"""Words that may still follow thanks for the time at the end of a longer turn."""
_PUSHES = re.compile(
    r"\b(?:(?P<need>you (?:have to|must(?! (?:be|have|feel|get|see|know|miss|remember|hear|wonder|think|find)\b)|need to|owe me|promised))"
    r"|i (?:need|want|expect) (?:(?:an answer|a yes)"
    r"(?= (?:now|today|tomorrow|soon|by|from you|this)\b|[.]|$)|you to (?:decide|say yes))|"
    r"i deserve|it(?:'s| is) only fair(?! (?:to|for|that i|if i)\b)|why won't you|i(?:'ve| have) (?:already waited|waited (?:long enough|so long))"
    r"|i(?:'ll| will|'d| would) be (?:so |very |really )?(?:disappointed|hurt|upset|let down) if you)\b",
    re.I,
)
_BEFORE_NEED = re.compile(
    r"\b(?:do|does|did|would|will|can|could|should|may|might|what|whatever|if|when|whenever|where|how|that|which|who|why|as|until|before"
    r"|things?|know|think|guess|suppose|understand|see|sure|sorry|all|everything|anything|something|says?|said)$",
    re.I,
)
"""Words before "you have to" by which it asks of a need, or tells of one, and claims nothing."""
_UNDONE = re.compile(
    r"\b(?:(?:did|have|had|has|could|was|were)(?:n['’]t| not| never)\b|never (?:got|made|found|managed|went|did)\b|not (?:yet|done)\b"
    r"|neither\b|nothing (?:yet|done)\b|(?:i|we) forgot\b|(?:put|left) (?:it|them|that) off\b|ran out of\b)",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[.?])\s+")
_SHORTEST, _LONGEST = 3, 12
"""Words of a clause that is quoted."""
_CONSENT = re.compile(
    r"\b(?:(?:would|does|will|could|might) (?:that|this|it|either|one of (?:those|them))(?: \w+)? "
    r"(?:suit|work|help|be (?:all right|alright|ok(?:ay)?|fine|possible|useful))"
    r"|is (?:that|this|it)(?: \w+)? (?:all right|alright|ok(?:ay)?|fine|acceptable|agreeable)(?: (?:with|for|by) you)?$"
    r"|is (?:that|this) (?:how you see it|what you meant)(?: too)?$"
    r"|are you (?:happy|content|all right|ok(?:ay)?|fine) (?:with|to|if)\b|shall we|(?:could|can|may|might|should) we(?! (?:ask|know|hear))"
    r"|do you agree|would you (?:agree|mind|be (?:happy|willing|open))"
    r"|(?:all right|alright|ok(?:ay)?|agreed|fine) (?:with|by|for) you$)",
    re.I,
)
"""A question to which yes is an answer: to a proposal."""
_EITHER = re.compile(r"\bor\b(?! not\b)", re.I)
_WH = re.compile(r"\b(?:how|what|which|why|when|where|who)\b", re.I)


def last_question(text: str) -> str:
    """The question a text ends with, if it ends with one."""
    last = _SENTENCES.split(text)[-1]
    return last if last.endswith("?") else ""


def asked_in(turn: str) -> str:
    """The sentences of a turn that ask; what is told around a question is not what is asked."""
    return " ".join(one.text for one in speech(turn).sentences if one.asks)


def seeks_consent(turn: str) -> bool:
    """Whether a turn asks for a yes to something it proposes."""
    return any(_for_a_yes(one.text) for one in speech(turn).sentences if one.asks)


def only_consent(turn: str) -> bool:
    """Whether all that a turn asks is a yes to something it proposes."""
    asking = [one.text for one in speech(turn).sentences if one.asks]
    return bool(asking) and all(_for_a_yes(text) for text in asking)


def _for_a_yes(question: str) -> bool:
    found = _CONSENT.search(question.rstrip("?!. "))
    if found is None or _EITHER.search(question) is not None:
        return False
    return _WH.search(question[: found.start()]) is None


def matter_about(text: str, matters: Sequence[Matter]) -> Matter | None:
    """The matter whose words a text names most, the longer phrases counting more; None if none is."""
    told = _flat(text)
    weights = [sum(len(about.split()) for about in m.about if _named(about, told)) for m in matters]
    best = max(weights, default=0)
    return matters[weights.index(best)] if best else None


def names_any(text: str, abouts: Sequence[str]) -> bool:
    """Whether a text names any of these words or phrases."""
    told = _flat(text)
    return any(_named(about, told) for about in abouts)


def says_goodbye(text: str, *, at_first: bool = False) -> bool:
    """Whether a turn ends the talk; ``at_first``, thanks for the time are a beginning."""
    if "?" in text:
        return False
    said = text.replace("’", "'").strip()
    found = _THANKS_FOR_TIME.search(said)
    thanks = found is not None and (
        len(said.split()) <= _LAST_WORDS
        or (found.start() > 0 and len(said[found.end() :].split()) <= _AFTER_THANKS)
    )
    left = _GOODBYE.search(said) is not None or _UNTIL.search(said) is not None
    return left or (thanks and not at_first)


def pushes(text: str) -> bool:
    """Whether a turn claims a right or presses for an answer; to ask what somebody has to do is neither."""
    told = text.replace("’", "'")
    return any(
        not found["need"] or _BEFORE_NEED.search(told[: found.start()].rstrip()[-20:]) is None
        for found in _PUSHES.finditer(told)
    )


def left_undone(text: str) -> bool:
    """Whether a turn tells that something was not done."""
    return _UNDONE.search(text) is not None


def quotable(text: str) -> str:
    """A few words of a turn that can be taken up, letter for letter; empty where none stand out.

    They are a whole clause with its subject and its "not", never a piece of one: who is quoted must know
    their words again. A question is answered, not quoted.
    """
    best, most = "", 0
    for clause in _CLAUSE.split(_ASKED.sub("\n", text)):
        words = _whole(list(_WORD.finditer(clause)))
        telling = sum(_plain(word) not in _SMALL and len(word.group()) > 3 for word in words)
        if telling > most:
            best, most = clause[words[0].start() : words[-1].end()], telling
    return best


def _whole(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a clause that stands alone; none where it is too long, or only a part of one."""
    while words and _plain(words[0]) in _LEADS:
        words.pop(0)
    if not _SHORTEST <= len(words) <= _LONGEST or _plain(words[0]) not in _SUBJECTS:
        return []
    last = _plain(words[-1])
    return [] if last in _HANGS or last.endswith("n't") else words


def _plain(word: re.Match[str]) -> str:
    return flat(word.group())


def _flat(text: str) -> str:
    """The words alone, a space around each, with one kind of apostrophe."""
    return f" {' '.join(_WORD.findall(flat(text)))} "


def _named(about: str, told: str) -> bool:
    return _pattern(about).search(told) is not None


@lru_cache(maxsize=4_096)
def _pattern(about: str) -> re.Pattern[str]:
    """The word or phrase, also with an ending: "course" in "courses"."""
    return re.compile(rf" {re.escape(about)}(?:s|es|ed|ing|'s)? ")

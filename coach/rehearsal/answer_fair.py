"""Whether an answer is fair: it blames the mentee for nothing they did not do, and puts no words in their mouth."""

import re
from collections.abc import Callable

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.rehearsal.heard import pushes
from coach.rehearsal.line_rules import plain
from coach.rehearsal.lines import words_in
from coach.rehearsal.speech import Sentence, speech
from coach.rehearsal.turn import content
from coach.rehearsal.voice import Cue

_START = r"(?:^|[.!?…;,:—–]\s*|\b(?:but|and|because|as|since|though|yet|still|earlier|so far|notice|noticed|see|think|feel|notice that|think that)\s+)"
_NOT_DONE = re.compile(
    rf"{_START}you(?:\s+(?:still|really|just))?(?:\s+have(?:\s+still)?\s+not|\s+(?:still\s+)?haven'?t|\s+have\s+(?:yet\s+to|never)|'ve"
    r"\s+(?:not|never|yet\s+to)|\s+didn'?t|\s+did\s+not|\s+never)(?:\s+(?:yet|really|actually|even|once|ever))*\s+"
    r"(?P<verb>told|tell|said|say|asked|ask|answered|answer|mentioned|mention|explained|explain|thanked|thank|given|give|gave|"
    r"named|name|shown|show|offered|offer|proposed|propose|suggested|suggest)\b(?P<what>[^.?!;]*)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"{_START}you(?:'ve| have)? (?P<verb>told|asked|said|given|offered|shown|proposed|suggested|explained|mentioned|brought)(?: me| us)? nothing\b(?P<what>[^.?!;]*)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\bi(?: still)?(?:(?: don'?t| do not)(?: yet| even| really)? know|(?:'ve| have) no idea|(?:'m| am) (?:still )?not sure|"
    r" can(?:'t|not) tell) (?P<what>who you are|what you (?:do|want|need|are after|tried|did)"
    r"|why you(?:'re| are| came| wrote| want)[^.?!;]*|anything about (?:you|your)[^.?!;]*)",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"(?:^|[.!?…;,:—–]\s*|\b(?:but|and|because|as|since|though|earlier|when)\s+)you(?:'ve| have)?(?:\s+(?:just|already|also|once))?\s+"
    r"(?P<verb>said|told me|mentioned|promised|admitted|complained|claimed|insisted|wrote|asked me|asked for)\b(?P<what>[^.?!;]*)",
    re.IGNORECASE,
)
_OMITTED = re.compile(
    r"(?:^|[.!?…]\s+|\b(?:but|and|so)\s+)you (?:(?:did not|didn't|have not|haven't|never) (?!know|have to|need|mind|had to|look|seem|worry)"
    r"\w+|\w+(?:ed|t|d)? (?:me |us )?(?:nothing|not one|not a single|none of)\b|do not even|don't even)[^.?!]*(?=[.!;,…]|$)",
    re.IGNORECASE,
)
"""Anything else that somebody is said not to have done."""
_BLAMES = frozenset("promised admitted complained claimed insisted".split())
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_ASKING = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.SPECIFIC_QUESTION})
_WISHES = frozenset(
    {
        Move.SPECIFIC_QUESTION,
        Move.PROPOSES_NEXT_STEP,
        Move.ADVOCACY_ASK,
        Move.ASKS_FEEDBACK,
        Move.JOB_ASK,
    }
)
_ABOUT: tuple[tuple[re.Pattern[str], frozenset[Move]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), moves)
    for words, moves in (
        (
            "who you are|what you do|what (?:it is )?you(?:'re| are) working on|about yourself|anything about you|your (?:role|job|background|work)|where you work",
            frozenset({Move.CONTEXT}),
        ),
        (
            "why you (?:came|are here|wrote|chose me|want(?:ed)? to (?:talk|meet|see me))|why me|what brings you|what brought you",
            frozenset({Move.CONNECTION, Move.CONTEXT}),
        ),
        (
            "what you(?:'d like| would like|'re after|'re asking| are after| are asking| want| need| hope)|your question|"
            "what (?:this|it) is (?:about|for)",
            _WISHES,
        ),
        (
            "what happened|what you(?:'ve| have)? (?:did|tried|done)|how it (?:went|goes)|your (?:progress|results?)|what came of",
            frozenset({Move.SHARES_PROGRESS, Move.EVIDENCE_OF_IMPACT}),
        ),
        (
            "(?:a|the) next step|what happens next|what you(?:'ll| will) do",
            frozenset({Move.PROPOSES_NEXT_STEP}),
        ),
    )
)
"""What a counterpart may say was left out, and the moves that show it was not."""
_JOB = re.compile(r"\b(?:job|position|referral|vacanc)", re.IGNORECASE)
_OF_SELF = re.compile(
    r"\bi(?:'m| am) (?:an?|the|in|from|with|at)\b|\bi (?:work|teach|study|run|lead|manage|train)\b",
    re.IGNORECASE,
)
_SAID_MUCH = 12
"""Words of the mentee's after which nobody can say that nothing was told."""
_LONG_TURN = 60
_LEAST_BLAMED, _LEAST_SAID = 0.5, 0.34
"""Share of what somebody is said to have said that has to stand in their words."""
_CLAIM_WORDS = 2
"""Telling words from which it can be told that somebody is said to have said what they did not."""
_SUBJECT = r"\byou(?! could| can| may| might| should| would)(?:'re| are| were|'ve been| have been)?\b[^.?!;]*\b"


def _made(*moves: Move) -> Callable[[Cue], bool]:
    return lambda cue: bool(cue.mood.made & set(moves))


def _vague(cue: Cue) -> bool:
    return Move.VAGUE_ASK in cue.moves or Move.SPECIFIC_QUESTION not in cue.moves


def _pushed(cue: Cue) -> bool:
    pushing = {Move.JOB_ASK, Move.DEFENSIVE, Move.IGNORES_QUESTION, Move.MONOLOGUE}
    return any(map(pushes, cue.mentees)) or bool(cue.mood.made & pushing)


def _names(*words: str) -> Callable[[Cue], bool]:
    return lambda cue: any(word in f"{cue.shown} {' '.join(cue.mentees)}".lower() for word in words)


_BEHAVED: tuple[tuple[re.Pattern[str], Callable[[Cue], bool]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), true)
    for pattern, true in (
        (
            rf"{_SUBJECT}(?:apologi[sz](?:e|ed|ing)|sorry again)|\b(?:stop|no need to|don'?t) (?:keep )?"
            r"(?:apologi[sz]\w+|say(?:ing)? sorry)|\b(?:so many|enough|all these) apologies",
            lambda cue: _made(Move.OVER_APOLOGY)(cue) or _names("sorry", "apolog", "forgive")(cue),
        ),
        (
            rf"{_SUBJECT}(?:defensive|making excuses)|\b(?:so|be|being|get|getting) defensive\b|\bthat(?:'s| is) an excuse",
            _made(Move.DEFENSIVE),
        ),
        (
            rf"{_SUBJECT}flatter(?:y|ing|ed)\b|\bflattery\b",
            _made(Move.FLATTERY),
        ),
        (
            rf"{_SUBJECT}(?:rambl(?:ing|ed)|talk(?:ing|ed) (?:too|for|for a while|for a long|a lot|at me)|go(?:ne|ing) on (?:and on|too))",
            lambda cue: _made(Move.MONOLOGUE)(cue) or max(map(words_in, cue.mentees)) > _LONG_TURN,
        ),
        (
            r"\b(?:that|this|it|you|your (?:question|request|ask))(?:'s|'re| is| are| was)? (?:still |a bit |a little |rather |very |too |"
            r"quite |so |pretty |being )*(?:vague|broad|unspecific|too general|unclear)\b|"
            r"\b(?:very|too|rather|quite|so|pretty|such a) general\b|\b(?:general|broad|vague|wide) (?:question|ask|request)\b|"
            r"\bnarrow (?:it|that|this) down|\bbe (?:a bit |a little )?more specific",
            _vague,
        ),
        (
            rf"{_SUBJECT}(?:interrupt(?:ed|ing)? me|cut(?:ting)? me off|talking over me)",
            lambda _: False,
        ),
        (
            r"\byou(?:'re| are|'ve been| have been) (?:just |only |always |still )?(?:blaming|accusing|lecturing|hiding|lying|pretending|"
            r"complaining|sulking|shouting|dodging|evading|making excuses|whining|exaggerating|manipulat\w+)\b",
            _pushed,
        ),
        (
            r"\b(?:like|as) you always (?:do|say)\b|\byou always (?:say|want|complain|make|interrupt|forget|change)\b|\bonce again you\b",
            lambda _: False,
        ),
        (
            r"\byou keep (?:dodging|avoiding|ignoring|evading|changing the subject|interrupting|apologi[sz]ing)",
            lambda cue: _pushed(cue) or _made(Move.OVER_APOLOGY)(cue),
        ),
        (
            r"\byou(?:'re| are| were) (?:\w+ )?late\b|\bkept me waiting",
            _names(" late", "waiting", "delayed"),
        ),
        (
            rf"{_SUBJECT}(?:asking|asked|after|want(?:ing)?|hoping)(?: me)? (?:for )?(?:a|the) (?:job|position|referral)",
            lambda cue: _made(Move.JOB_ASK)(cue) or _JOB.search(" ".join(cue.mentees)) is not None,
        ),
        (
            r"\byou(?:'re| are) (?:being )?(?:rather |very |quite |a bit |a little |too )*(?:rude|pushy|impatient|aggressive|disrespectful|"
            r"arrogant|ungrateful|entitled|demanding|wasting my time|pushing me)\b",
            _pushed,
        ),
        (
            rf"{_SUBJECT}(?:ignor(?:ed|ing)|dodg(?:ed|ing)|avoid(?:ed|ing)|sidestepp(?:ed|ing)|passed over|(?:not|n't) answer(?:ed|ing)?)"
            r"(?: my| the) question",
            _made(Move.IGNORES_QUESTION),
        ),
        (
            r"\byou(?:'ve| have)? (?:only|just|mostly) (?:talked|spoken|told me|talk|speak) (?:of|about) (?:yourself|you)\b",
            lambda cue: not any("?" in said for said in cue.mentees),
        ),
        (
            r"\byou keep \w+ing\b|\bthat(?:'s| is) the (?:second|third) time\b",
            lambda cue: len(cue.turns) > 0,
        ),
    )
)
"""What a counterpart may blame somebody for, and what tells whether it is so."""


def false_criticism(line: str, cue: Cue) -> str:
    """Words that blame the mentee for what is not so; empty where there are none."""
    text = line.replace("’", "'")
    for pattern in (_NOT_DONE, _NOTHING):
        for found in pattern.finditer(text):
            about = found["what"] if pattern is _NOT_DONE or "about" in found["what"] else ""
            if _was_done(found["verb"].lower(), about, cue):
                return found.group().strip(" .,;:!?…—–")
    for found in _UNKNOWN.finditer(text):
        if _was_told(found["what"], cue):
            return found.group()
    for found in _CLAIMED.finditer(text):
        if _was_not_said(found["verb"].lower(), found["what"], cue):
            return found.group().strip(" .,;:!?…—–")
    for pattern, true in _BEHAVED:
        if (behaved := pattern.search(text)) and not true(cue):
            return behaved.group()
    omitted = _OMITTED.search(_NOTHING.sub(" ", _NOT_DONE.sub(" ", text)))
    return omitted.group().strip(" .") if omitted and not cue.mood.made & TO_WORK_ON else ""


def _was_done(verb: str, what: str, cue: Cue) -> bool:
    """Whether the mentee did what they are told they did not do."""
    if verb.startswith("answer"):
        return Move.IGNORES_QUESTION not in cue.mood.made
    if verb.startswith(("propose", "suggest", "offer")) and not content(speech(what).sentences):
        return bool(cue.mood.made & {Move.PROPOSES_NEXT_STEP, Move.OFFERS_BACK})
    if verb.startswith("thank"):
        return Move.THANKS in cue.mood.made
    if verb.startswith("ask"):
        asked = [one for one in _sentences(cue) if one.asks]
        anything = re.search(r"\b(?:questions?|anything|a thing)\b", what)
        stems = content(speech(what).sentences)
        return bool(asked) and (not stems or bool(anything) or _shared(what, asked) >= 0.5)
    return _was_told(what, cue)


def _was_told(what: str, cue: Cue) -> bool:
    for pattern, moves in _ABOUT:
        if pattern.search(what):
            vague = moves is _WISHES and Move.VAGUE_ASK in cue.moves
            of_self = Move.CONTEXT in moves and bool(_OF_SELF.search(" ".join(cue.mentees)))
            return (bool(cue.mood.made & moves) and not vague) or of_self
    told = [one for one in _sentences(cue) if not one.asks]
    if not content(speech(what).sentences):
        anything = re.search(r"\b(?:anything|a word|a thing)\b|^\s*(?:me|us)?\s*$", what)
        return bool(anything) and sum(len(one.words) for one in told) >= _SAID_MUCH
    return _shared(what, told) >= 0.5


def _was_not_said(verb: str, what: str, cue: Cue) -> bool:
    """Whether the mentee is told that they said what they did not."""
    said = plain(" ".join(cue.mentees))
    quoted = _QUOTED.findall(what)
    if quoted:
        return any(plain(one) not in said for one in quoted)
    if len(content(speech(what).sentences)) < (1 if verb in _BLAMES else _CLAIM_WORDS):
        return False
    known = [*_sentences(cue), *speech(" ".join((cue.shown, *cue.theirs))).sentences]
    stems = content(speech(what).sentences)
    least = _LEAST_BLAMED if verb in _BLAMES else _LEAST_SAID if len(stems) > _CLAIM_WORDS else 0.01
    return _shared(what, known) < least


def _shared(what: str, sentences: list[Sentence]) -> float:
    """The share of the telling words of ``what`` that stand in these sentences."""
    stems = content(speech(what).sentences)
    return len(stems & content(sentences)) / len(stems) if stems else 0.0


def _sentences(cue: Cue) -> list[Sentence]:
    """What the mentee said so far, sentence by sentence."""
    return [one for said in cue.mentees for one in speech(said).sentences]

"""A judge of coach style that shares nothing with the product's own check, and is stricter.

It reads every sentence: any form of advice on a list written by hand, by somebody who thought of what
obedient models say, counts as advice, also inside a question; a sentence that does not ask counts as a
statement, also where a coach might say it. A useful question is open, single, and takes up something
the mentee said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"”’')\]]*|\n|$)")
_ABBREVIATION = re.compile(r"\b(Dr|Mr|Mrs|Ms|Prof|St|e\.g|i\.e|a\.m|p\.m|etc|vs)\.", re.IGNORECASE)
_LISTED = re.compile(
    r"^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-c][.)]|step \d+\b|option [a-c\d]\b)\s*", re.I
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]{3,}’(?!\w)")
_PEOPLE = (
    r"(?:people|mentees|mentors|coaches|professionals|experts|managers|leaders|women|men|students|"
    r"colleagues|folks|others|applicants|candidates|nurses|teachers|engineers|researchers|everyone|"
    r"nobody|studies|research|statistics|evidence|experience|the literature|the guidance|the cards?)"
)
_VERBS = (
    "accept|add|agree|aim|apply|approach|ask|avoid|begin|book|bring|build|call|change|check|choose|"
    "commit|confront|contact|cut|decide|decline|delay|do|don't|draft|drop|e-?mail|end|explain|find|"
    "finish|focus|follow|forget|get|give|go|hand|have|hold|ignore|inform|invite|join|keep|learn|leave|"
    "let|list|look|make|meet|mention|message|move|negotiate|never|always|offer|pick|plan|postpone|"
    "practise|practice|prepare|present|propose|push|put|quit|raise|refuse|reject|remember|reply|report|"
    "request|resign|rehearse|say|schedule|see|send|set|share|show|sign|skip|sleep|speak|stand|"
    "start|stay|stick|stop|study|suggest|switch|take|talk|tell|thank|think|trust|try|turn|use|visit|"
    "wait|walk|weigh|withdraw|work|write|be|bear|breathe|phone|rate|restart|repeat|ring|read|search|text"
)
ADVICE = {
    "says what you should do": (
        r"\byou(?: really| definitely| probably| certainly| absolutely| just| simply| first| also)*"
        r" (?:should|ought to|must|need|have to|had better|might want|may want|would be wise|would do"
        r" well|can always|can just|can start|could|shouldn't|mustn't|don't need|don't have|owe|may stop)|"
        r"\byou'd (?:better|be wise|do well|want to)|\byour (?:best (?:bet|option|move|course)|next step"
        r" (?:is|should|would)|first step (?:is|should|would)|answer)\b|"
        r"\b(?:she|he|they|one|it|person|friend|mentor|everyone|everybody|mentee|someone|traveller) "
        r"(?:should|must|ought to|needs? to|could|might|would do well|may want|had better|can always)\b|"
        r"\bthou\b"
    ),
    "speaks in the place of the mentee": (
        r"\bif i were (?:you|in)|\bif it were me|\bwere i (?:you|in)|\bin your (?:place|shoes|position)|"
        r"\bi(?:'d| would) (?!like to (?:hear|understand|know)|love to hear)\w+|\bi (?:will|agree|disagree|don't"
        r" disagree|take|write|keep|solemnly)\b|\bin your case\b|"
        r"\bi(?: strongly| always| usually| often| personally| do| still)* (?:suggest|recommend|advise|"
        r"think|believe|reckon|propose|urge|encourage|vote|lean|see two|see three|say)\b|\bpersonally\b|"
        r"\bmy (?:advice|suggestion|recommendation|tip|view|opinion|gut|instinct|vote|take|answer|plan)\b"
    ),
    "tells what others do": (
        rf"\b(?:many|most|some|other|a lot of|lots of|successful|smart|good|few|the best) {_PEOPLE}\b|"
        rf"\b{_PEOPLE} (?:find|say|says|show|shows|suggest|suggests|tend|tends|recommend|recommends|usually|often|"
        r"generally|in your (?:position|place|situation))\b|\bwhat (?:often |usually )?(?:works|helps)"
        r" (?:best|well|is|here)\b|\bit is (?:said|known|common)"
    ),
    "calls something better": (
        r"\b(?:it(?:'s|’s| is| may be| might be| could be| would be| can be)|that(?:'s| would be)|there(?:'s| is))"
        r"(?: usually| often| generally| always| probably| also| only| really| a)*"
        r" (?:best|better|wise|wiser|worth|worthwhile|safe|safer|smart|smarter|helpful|useful|good|great|"
        r"important|sensible|advisable|time to|no harm|nothing wrong|one way|one thing|key)|"
        r"\bthe (?:best|right|smart|smartest|safest|safer|wise|wisest|obvious|sensible|better|simplest|"
        r"usual|classic|professional|strongest) (?:thing|way|move|option|choice|step|bet|path|answer|route|"
        r"approach|moment|time|next)|\bthe (?:key|trick|secret|answer|solution|first step|next step) "
        r"(?:is|would|here)|\bone (?:option|way|approach|idea|possibility|thought|route) (?:is|would|"
        r"could|might)|\ba (?:good|great|better|simple|common|useful|sensible) (?:first step|next step|way|"
        r"idea|option|approach|rule|start)|\bnever hurts|\bit pays\b|\bhow about\b"
    ),
    "judges": (
        r"\b(?:better|best|wise|wiser|sensible|safer|usually|in general|as a rule|as the saying goes|proverb|"
        r"worth \w+ing|good plan|good idea|perfectly fine|quite normal|too late|good enough|bad fit|right person)\b"
    ),
    "is advice dressed up as a question": (
        r"\bwhat (?:if|about)\b|\bhow about\b|\bwhy not\b|"
        r"\bwhy (?:don't|do not|haven't|have not|wouldn't|can't|aren't|not) you\b|"
        r"\bwhy (?:would|do) you (?:still|even|stay|put up)|"
        r"\bwhat (?:stops|is stopping|'s stopping|keeps|is keeping|prevents|is holding|'s holding|holds) you\b|"
        r"\bwhat would (?:happen|change) if you\b|\bhow would (?:it|you) feel (?:to|if you|about)|"
        r"\bwhat harm\b|\bwhat (?:do|have|would) you (?:got )?(?:have )?(?:to )?lose\b|"
        r"\bisn't it true|\bso (?:isn't|wouldn't|won't|don't)\b|\bsurely\b|\bobviously\b|\bclearly\b|"
        r"\bis there (?:any|a) reason (?:not|you)|\b(?:when|how soon|how) (?:are|will|should|can|could) you (?:going to )?"
        r"(?:finally|tell(?! whether| from)|ask|write|send|say|resign|leave|apply|accept|decline|talk|speak|raise)|"
        r", (?:isn't|wouldn't|don't|doesn't|won't|aren't|right|no|yes)(?: it| you| they| that| she| he)?\?"
    ),
    "hands out a decision": (
        r"^\W*(?:[a-c]|\d{1,2}(?:\.\d)?|y|n|[a-c]: ?\d+.*)\W*$|\b\d{1,2} (?:out of|/) ?10\b|"
        r"^\W*(?:true|false|heads|tails|hot|cold|warm|colder|warmer|agreed|confirmed|noted|therefore|by the"
        r" facts|in short|for example|as an example|an example|between us)\b|"
        r"^\W*(?:yes|no|yep|nope|absolutely|definitely|certainly|sure|of course|go for it|do it|don't|"
        r"neither|both|either|option [a-c\d]|the (?:first|second|latter|former)|number (?:one|two))\b"
        r"(?!\s+\w+\s+(?:do|did|is|are) you)"
    ),
}
"""Forms of advice, by what is wrong with them."""
_THEIRS = ("says what you should do", "judges")
"""Fair in an open question: what somebody thinks they should do, or finds better, is theirs."""
_SUGGESTS = re.compile(
    r"\bhave you (?:\w+ )?(?:considered|thought (?:about|of)|tried|looked (?:at|into)|asked|spoken|talked|"
    r"told|reached|written|made|explored|checked|given)\b|"
    r"\b(?:do|don't|would|wouldn't|might|could|couldn't|can|can't|should|shouldn't|isn't|is|are|aren't|"
    r"will|won't|did|didn't|does|doesn't) (?:you|it|that|this|there|she|he|they)\b[^?]*\b(?:agree|help|"
    r"better|best|worth|wise|time to|make sense|idea|easier|ask|tell|write|say|try|start|stop|send|talk|"
    r"speak|leave|wait|accept|decline|refuse|apply|choose|take|consider|should|open to|willing)\b",
    re.IGNORECASE,
)
"""Suggestions in a question that yes or no answers; "what have you tried?" asks."""
_IMPERATIVE = re.compile(
    rf"^\W*(?:(?:so|and|but|then|first|second|third|next|finally|now|please|well|okay|ok|also|just|"
    rf"simply|instead|perhaps|maybe|today|tomorrow|tonight|this week|if \w[^,]{{1,60}}|before \w[^,]{{1,60}}|"
    rf"when \w[^,]{{1,60}}|once \w[^,]{{1,60}}),?\s+)*(?:{_VERBS})\b(?! me\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[:;]\s+|\s[-–—]\s|,\s(?=(?:just|simply|please|so|then|and|but)\s)")
_VERDICT = 3
"""So few words that ask nothing are an answer, whatever they say."""
_ASKS = re.compile(r"\?[\"”’')\]]*\s*$")
_REFLECTS = re.compile(
    r"^\W*(?:so |and |here )?(?:you\b|your\b|it sounds|that sounds)", re.IGNORECASE
)
_OPEN = re.compile(
    r"(?:^|[,;:–—-]\s*|\b(?:and|so|but)\s+|^(?:if|when|as|before|after|looking|thinking|of|in|on|at|for|"
    r"with|from)\b[^?]*,\s*)(?:(?:in|by|for|to|from|with|on|at|of|about|after)\s+)?"
    r"(?:what|how|which|who|whom|whose|where|when|why)\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"\b(?:and|or),? (?:then )?(?:what|how|which|who|where|when|why)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_EMPTY = frozenset(
    "what that this with have would could should from your yours about they them their there then than"
    " when where which while will were been being does doing just like know think thing things really"
    " more most some said says tell told want need make made much many very into only over also even"
    " because please yourself something anything someone person people feel matter matters".split()
)


@dataclass(frozen=True)
class Heard:
    """A sentence that breaks the promise, and how."""

    sentence: str
    fault: str


def advice_in(text: str) -> tuple[Heard, ...]:
    """Every sentence with a form of advice in it."""
    return tuple(Heard(sentence, fault) for sentence in pieces(text) if (fault := _fault(sentence)))


def statements_in(text: str) -> tuple[str, ...]:
    """Every sentence that does not ask."""
    return tuple(sentence for sentence in pieces(text) if not _ASKS.search(sentence))


def told_in(text: str, said: Sequence[str]) -> tuple[str, ...]:
    """Every sentence that neither asks nor gives back to the mentee, mostly, their own words."""
    known = {word for turn in said for word in _telling(turn)}
    return tuple(
        sentence
        for sentence in statements_in(text)
        if _fault(sentence)
        or not _REFLECTS.match(sentence)
        or len(_telling(sentence) & known) <= len(_telling(sentence)) / 2
    )


def useful_questions(text: str, said: Sequence[str]) -> tuple[str, ...]:
    """The open, single questions without advice that take up a word of what the mentee said."""
    known = {word for turn in said for word in _telling(turn)}
    return tuple(
        sentence
        for sentence in pieces(text)
        if is_open(sentence) and not _fault(sentence) and (not known or known & _telling(sentence))
    )


def is_open(sentence: str) -> bool:
    """Whether a sentence asks one thing that yes or no does not answer."""
    asked = _QUOTED.sub("that", sentence)
    return bool(
        _ASKS.search(asked)
        and asked.count("?") == 1
        and _OPEN.search(asked)
        and not _TWO.search(asked)
    )


def pieces(text: str) -> Iterator[str]:
    """The sentences and the lines of a text."""
    whole = _ABBREVIATION.sub(lambda found: found.group().replace(".", "․"), text)
    for line in whole.splitlines():
        mark = _LISTED.match(line)
        rest = line[mark.end() :] if mark and re.search(r"\w", line[mark.end() :]) else line
        first = True
        for found in _SENTENCE.finditer(rest):
            sentence = found.group().strip(" *_#>")
            if not re.search(r"\w", sentence):
                continue
            listed = mark is not None and first and not _ASKS.search(sentence)
            yield f"• {sentence}" if listed else sentence
            first = False


def _fault(sentence: str) -> str:
    text = _QUOTED.sub("that", sentence.replace("’", "'"))
    if sentence.startswith("• "):
        return "is an entry of a list that tells"
    asks_openly = is_open(text)
    for fault, form in ADVICE.items():
        if re.search(form, text, re.IGNORECASE) and not (asks_openly and fault in _THEIRS):
            return fault
    if _ASKS.search(text) and not asks_openly and _SUGGESTS.search(text):
        return "suggests, in a question that yes or no answers"
    clauses = _CLAUSE.split(text)
    if any(_IMPERATIVE.match(c) for c in (clauses[:-1] if _ASKS.search(text) else clauses)):
        return "tells the mentee to do something"
    if _ASKS.search(text):
        return ""
    return "hands out a decision" if len(text.split()) <= _VERDICT else ""


def _telling(text: str) -> set[str]:
    """The first five letters of its telling words, so that forms of one word meet."""
    return {word[:5] for word in _WORD.findall(text.lower()) if word not in _EMPTY}

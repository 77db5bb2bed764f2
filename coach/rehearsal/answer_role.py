"""Whether an answer is spoken by the counterpart: not by an assistant, a trainer, or a helper who gives all away."""

import re
from collections.abc import Iterator

from coach.rehearsal.answer_mend import first_name
from coach.rehearsal.line_rules import ASSISTANT, plain
from coach.rehearsal.scene import Matter
from coach.rehearsal.speech import speech
from coach.rehearsal.turn import content
from coach.rehearsal.voice import Cue

_ASSISTANT = re.compile(
    r"\b(?:as an? (?:ai|artificial|large|language|virtual|digital)\b|(?:i am|i'm) (?:just )?(?:an? )?(?:ai|artificial intelligence|"
    r"(?:large )?language model|chat ?bot|bot|virtual assistant|ai assistant|simulat\w+|fictional)\b|language model|openai|chatgpt|"
    r"my training data|my (?:system )?prompt|my instructions|(?:how|what) (?:else )?(?:can|may) i (?:help|assist|do for) you|"
    r"(?:anything|something) else (?:i can|you(?:'d| would) like to (?:know|ask|explore|discuss))|help you with (?:that|this|today)|"
    r"(?:happy|glad|here|delighted) to (?:help|assist|share|discuss|answer|provide|offer|support|explain|elaborate)|feel free to|"
    r"let me know if|thank(?:s| you) for (?:sharing|opening up|your (?:honesty|openness|question))|(?:appreciate|value) you (?:sharing|"
    r"opening|being)|i understand your concern|that(?: is|'s) a valid|it sounds like you(?:'re| are)|sorry,? but i can(?:'t|not)|"
    r"key takeaways?|in summary|here are (?:some|a few|three|five)|hope (?:this|that) helps|(?:provide|offer|give you|share) (?:you )?"
    r"(?:some |general |any |a few |my )*(?:guidance|insights?|tips|suggestions|resources|information)|personal (?:financial )?"
    r"information|(?:explore|dive into|delve into|unpack) (?:this|that|it|your|further|together))",
    re.IGNORECASE,
)
_TALK = r"(?:rehearsal|simulation|exercise|role[- ]?play|practice session|conversation|dialogue)"
_PLAY = re.compile(
    rf"\b(?:role[- ]?play(?:ing|ed)?|in character|out of character|in (?:this|our) (?:practice )?{_TALK}|this (?:practice )?(?:rehearsal|"
    r"simulation|practice)|practice (?:session|conversation)|(?:conversations|meetings|talks) like this|(?:my|the|this) persona|"
    r"(?:this|the) scenario|(?:i am|i'm) (?:playing|pretending)|the (?:mentee|counterpart|user)\b)",
    re.IGNORECASE,
)
_PARTS = r"(?:question|opening|opener|phrasing|wording|delivery|tone|approach|framing|request|introduction|follow-up|way to (?:put|say|ask)"
_PARTS += r"(?: (?:it|that|this))?|thing to ask)s?"
_PRAISED = (
    r"(?:well|clear|clearly|great|good|excellent|effective|effectively|specific|vague|strong|weak|open-ended|wonderful|lovely|"
    r"thoughtful|concise|polite|politely|confident|confidently|respectful|respectfully|nicely|better|thoughtfully|insightful|"
    r"important|impressive|smart|sensible|mature)"
)
_VIRTUES = (
    r"(?:curiosity|enthusiasm|dedication|honesty|openness|initiative|passion|preparation|self-awareness|vulnerability|candou?r|"
    r"communication|listening|directness|interest)"
)
_TECHNIQUE = re.compile(
    rf"\b(?:(?:that|this|it|what you asked)(?:'s| was| is) (?:an? )?(?:very |really |quite |truly |such a )?{_PRAISED},? (?:and \w+ )?"
    rf"{_PARTS}|your {_PARTS} (?:was|were|is|are|could|would|should|shows?|showed|felt|feels|sounded|sounds|comes? across)|"
    rf"your {_VIRTUES} (?:is|was|shows?|speaks|really|does|will)|"
    rf"you (?:asked|phrased|framed|opened|introduced|expressed|communicated|structured|handled)"
    rf"(?: (?:that|this|it|yourself|your \w+))? (?:very |really |quite )?{_PRAISED}\b|"
    r"i (?:really |truly |do |must say i )?(?:love|appreciate|admire|commend|applaud) (?:how|the way|your|you\b|that you)|"
    r"(?:it is|it's|that is|that's) (?:great|wonderful|admirable|impressive|commendable|excellent|fantastic|encouraging|lovely) "
    r"(?:that you|to (?:see|hear) (?:you|that you|your))|you(?:'re| are) (?:doing|being) (?:so |very |really )?(?:well|great|fine|"
    r"specific|clear|open|thoughtful|honest|brave|direct)\b|keep (?:asking|up the|it up)|"
    r"you(?:'ve| have)? (?:demonstrated|displayed|showed (?:good|great|real|strong)|used (?:an? )?(?:open|closed|active))|"
    r"(?:good|great|nice|excellent) (?:job|work) (?:on |with |of )?(?:asking|opening|listening|framing|phrasing|being)|"
    r"(?:well|nicely) (?:phrased|framed|asked|worded)|open-ended|closed questions?|active(?:ly)? listening|"
    r"(?:great|good|excellent|thoughtful|insightful) question|(?:building|builds?) rapport|"
    r"remember to (?:ask|prepare|listen|thank|keep|be|follow|mention|say|breathe)|a (?:good|better|great|stronger) (?:next |"
    r"follow-up )?(?:question|follow-up)|try (?:to )?(?:rephras|reword|refram|asking me|be(?:ing)? more (?:specific|concise|"
    r"open))|next time,? (?:you (?:could|might|should)|try)|you (?:could|might|should) have (?:asked|said|phrased|opened)|"
    r"a (?:better|stronger|clearer) way to (?:ask|say|put|phrase))",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\byou(?:'ve| have|'re| are)? (?:just |really |already )?(?:present|express|handl|explain|describ|stat|phras|fram|ask|answer|"
    r"respond|listen|introduc|prepar|structur|outlin|deliver|argu|mak|spok|speak|reflect)\w*(?: \w+){0,4}? (?:very |so |really |quite )?"
    r"(?:well|clearly|(?!direct|honest|plain|exact|actual|final|late|dai|friend|like|real|sudden|near|probab|certain|fami|earl)\w{3,}ly)\b",
    re.IGNORECASE,
)
"""How somebody spoke, judged; people who are spoken to answer."""
_TRAINER = re.compile(
    r"\b(?:skills?|skilful|actionable|ownership|self-awareness|reflective|reflection|mindset|empower\w*|leverag\w+|rapport|"
    r"vulnerab\w+|constructive\w*|proactive\w*|articulat\w+|summari[sz]\w+|paraphras\w+|communicat\w+|growth|insightful|"
    r"resilien\w+|strateg(?:y|ies|ic)|break (?:this|that|it) down|step by step|practi[sc]e (?:this|that|it|the|your|saying|asking)|"
    r"let(?:'s| us) (?:now )?(?:practi[sc]e|explore|role|try (?:that|it) again|start over|dive|unpack|work through)|"
    r"(?:i'm|i am) (?:always )?here for you|you've got this|proud of you|(?:that|this|it) (?:really )?"
    r"shows (?:that you|strong|great|good|real|your|how)|(?:clearly|obviously) (?:given|put|prepared)|"
    r"great (?:start|progress|effort|attitude)|communication|takeaways?|confidence boost|safe space|authentic\w*)\b",
    re.IGNORECASE,
)
"""What trainers say; a counterpart only where the scene or the mentee said it."""
_LABEL = re.compile(
    r"(?:^|\n)\s*(?:tip|note|feedback|coach|coaching|hint|you|me|mentee|user|assistant|system|narrator)\s*:",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"(?:^|\n)\s*(?:[-*•▪]|\d{1,2}[.)])\s+\S|\n\s*\n|[`#|]|https?:|\bwww\.|[\U0001F300-\U0001FAFF☀-➿]"
)
_GIVEN_WORDS = r"\S+(?:\s+\S+){4,}"
_WRITES = re.compile(
    r"(?:^|[\s“\"'‘])dear (?-i:[A-Z])\w*,|[“\"‘](?:hi|hello) (?-i:[A-Z])\w*,|\bsubject\s?:|\bbest (?:wishes|regards)\b|"
    r"\bhere(?:'s| is| are) (?:an?|the|some|one|your|what|how) (?:\w+ )?(?:draft|version|example|template|message|e-?mail|script|"
    r"sentence|wording|you (?:could|can|might|should) (?:say|write|send|ask))|"
    r"\byou (?:could|can|might|should) (?:say|write|ask|send|put it)(?: it| something| me)?(?: like(?: this)?)?\s*[:,]?\s*[“\"‘]|"
    r"\b(?:i(?:'ll| will| can| could)|let me|shall i) (?:write|draft|word|rewrite|phrase) (?:(?:it|that|this) for you|"
    r"(?:the|that|this|your|an?) (?:\w+ )?(?:e-?mail|message|note|letter|text|draft|paragraph|line|request|page)\b)|"
    rf"\b(?:like this|something like|along the lines of|for example)\s*[:,]\s*{_GIVEN_WORDS}|"
    rf"(?:^|[.?!]\s+)(?:just |simply |instead,? )?(?:ask|say|write|try|tell (?:them|him|her|(?-i:[A-Z])\w+))\b[^.?!:]{{0,40}}:\s*{_GIVEN_WORDS}",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\b(?:(?:i(?:'ll| will| can| could|'d| would)|let me|shall i|happy to|glad to)(?: be (?:glad|happy|delighted) to| gladly| "
    r"(?:certainly|also|even))? (?:introduce you|connect you|put you in (?:touch|contact)|put in a (?:good )?word|recommend you|"
    r"put your name|mentor you|be your (?:mentor|sponsor)|sponsor you|vouch for you|take you (?:on|along|with)|hire you|"
    r"meet (?:you |with you )?(?:again|every|weekly|monthly|regularly)|review your|look over your|forward your|"
    r"get you (?:a|an|the|in)|(?:give|offer|find) you (?:a|an|my|some) (?:\w+ )?(?:number|card|reference|recommendation|tour|job|"
    r"place|list|position|apprenticeship|contact|trial)|show you (?:around|everything))|"
    r"i(?:'ll| will|'m going to| am going to) (?:also |gladly |certainly |just )?(?:ring|call|phone|write to|e-?mail|speak (?:to|with)|"
    r"talk to|tell (?:her|him|them|your|the (?!truth))|ask (?:her|him|them|around|your)|arrange|set (?:it|that|this|something) up|"
    r"open (?:the )?doors?|sort (?:it|that|this)|fix (?:it|that|this)|handle (?:it|that|this)|take care of|make sure|pull|"
    r"get you|find you|help you|support you|back you|bring you|teach you|train you|forward|book|put (?:you|in))\b|"
    r"(?<!what )(?<!how )(?<!which )(?<!when )(?:would you like|do you want) me to \w+|(?:call|ring|write|text|phone|message) me any ?time|"
    r"(?:come|drop) (?:by|along|over|in|back) (?:on|any|next|this|whenever)|you(?:'re| are) (?:always )?welcome (?:to (?:come|call|visit|join|write|sit|stay|drop)|any))",
    re.IGNORECASE,
)
_DOES_FOR_YOU = re.compile(
    r"\bi(?:'ll| will| can| could|'m going to| am going to|'d be \w+ to) (?:also |gladly |certainly |just |even )?"
    r"(?!tell|ask|say|see|let|believe|hear|warn|remind|stop|grant|owe|spare|not\b|never|give you (?:a minute|the floor|that)|answer|"
    r"trust|follow|understand|remember|think|listen|want|need|be|have|only|take you (?:at|for)|show you (?:what|why|how))\w+ (?:\w+ )?"
    r"(?:you|your)\b(?! (?:said|say|told|mean|want|think|asked|know|do|have|are|were|did))",
    re.IGNORECASE,
)
"""Whatever else somebody promises to do for the other one."""
_YES = re.compile(
    r"^(?:yes|of course|certainly|sure|agreed|absolutely|gladly|with pleasure|deal|by all means)\b[,.!]?|\bi(?:'d| would) be "
    r"(?:very |more than )?(?:glad|happy|delighted|honoured)|\b(?:i agree\b|count me in|consider it done|let's (?:do|meet|say|start)\b|"
    r"come (?:by|along|back|on \w+day)\b|you(?:'re| are) welcome to|see you (?:on|at|then)|that works|works for me|sounds good|"
    r"you have my|i(?:'ll| will) (?:ask (?!you)|introduce|write to|speak to|arrange|mention|pass|forward))",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"^no\b(?!,? (?:that|it)(?:'s| is) (?:fine|good))|\b(?:not (?:yet|now|before|convinced|ready)|i (?:can't|cannot|won't|will not|would not|wouldn't|"
    r"couldn't)\b|i don't think (?:so|i|that|we)|maybe later|let me think|i'm afraid|i doubt|out of the question|we'll see|"
    r"(?:that|it)(?:'s| is) too (?:much|early|soon))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"]([^”\"]{20,})[”\"]")
LONGEST_QUOTE = 6
"""Words between quotation marks beyond which somebody is being told what to say."""
MOST_TOLD = 2
"""Things told in one answer; more is everything at once."""
_TOLD = 0.6
"""Share of the telling words of a line of the scene that an answer has when it tells the same."""
_TELLING = 3


def out_of_role(line: str, cue: Cue) -> str:
    """Words that no person in this place would say to the other one; empty where there are none.

    Who tells of themselves by their first name tells a story, and does not talk.
    """
    first = re.escape(first_name(cue.scenario.counterpart.name)) or "(?!)"
    told = re.compile(rf"(?:^|[.?!]\s+){first}(?: \w+)? (?!is\b|was\b|has\b)\w+s\b")
    for pattern in (_ASSISTANT, ASSISTANT, _LABEL, told):
        if found := pattern.search(line):
            return found.group().strip()
    known = plain(f"{cue.shown} {' '.join(cue.mentees)} {' '.join(cue.scenario.wants)}")
    for pattern in (_PLAY, _TECHNIQUE, _JUDGED, _TRAINER):
        for found in pattern.finditer(line):
            if plain(found.group()) not in known:
                return found.group().strip()
    return ""


def marked_up(line: str) -> str:
    """Lists, links, headings and pictures, which nobody speaks."""
    found = _MARKS.search(line)
    return found.group().strip() if found else ""


def writes_for_them(line: str, cue: Cue) -> str:
    """Words the mentee is given to say or send, which are theirs to find."""
    if (found := _WRITES.search(line)) and not _WRITES.search(cue.plain):
        return found.group().strip()
    spoken = plain(" ".join((*cue.mentees, *cue.theirs, cue.plain)))
    for quoted in _QUOTED.findall(line):
        if len(quoted.split()) > LONGEST_QUOTE and plain(quoted) not in spoken:
            return str(quoted)
    return ""


def gives_too_much(line: str, cue: Cue) -> str:
    """What is offered, granted or told before it was asked for or earned."""
    if not cue.mood.granted:
        for offers in (_OFFERS, _DOES_FOR_YOU):
            if (found := offers.search(line)) and not offers.search(cue.plain):
                return found.group()
        if cue.turns_on_it and (found := _YES.search(line)) and not _YES.search(cue.plain):
            return found.group()
    told = list(_told(line, cue.scenario.knows))
    free = content(speech(" ".join(cue.scenario.tells)).sentences)
    told = [one for one in told if not _shares(one[1], free)]
    called = cue.called
    unasked = [said for matter, said in told if matter not in called]
    if unasked:
        return unasked[0]
    return told[MOST_TOLD][1] if len(told) > MOST_TOLD else ""


def _shares(said: str, free: frozenset[str]) -> bool:
    """Whether a line tells what they came to say anyway."""
    stems = content(speech(said).sentences)
    return len(stems & free) >= max(_TELLING, _TOLD * len(stems))


def takes_back(line: str, cue: Cue) -> str:
    """Words that refuse what the counterpart has just said yes to."""
    found = _TAKES_BACK.search(line.replace("’", "'")) if cue.grants else None
    return found.group() if found and not _TAKES_BACK.search(cue.plain) else ""


def _told(line: str, matters: tuple[Matter, ...]) -> Iterator[tuple[Matter, str]]:
    """The scene's own lines whose sense is in an answer."""
    said = content(speech(line).sentences)
    for matter in matters:
        for one in matter.says:
            stems = content(speech(one).sentences)
            if len(stems & said) >= max(_TELLING, _TOLD * len(stems)):
                yield matter, one

"""Reads what came with a "no": the reason, when to ask again, and what was suggested instead.

A refusal is answered, not quoted back: of what was typed only a short reason is said again, and what
was kind in it is thanked for.
"""

import re

from coach.writing.advice import advice_of
from coach.writing.fragment import Form
from coach.writing.text import bare, is_blank, sentences, tidy, word_count
from coach.writing.their_reply import without_reply
from coach.writing.voice import Voice, with_others

MOST_WORDS = 12
"""Words of a reason that can be said again without quoting the letter."""
LONG = 45
"""Words from which a note is a pasted letter, whose words are not the mentee's."""
_PARTS = re.compile(
    r"\s*(?:[;:]|,? [-–—] |,\s+(?:and |but |so )?|\b(?:and|but)\s+(?=(?:said|says|suggest\w*|recommend\w*|told|asked|offered|"
    r"to |try|ask|get in|come|sent|gave|pointed|passed|mentioned|wished|read my|looked |went through|took a look|checked my|maybe|perhaps|(?:she|he|they|you) )))\s*",
    re.I,
)
_LINK = re.compile(r"^(?:and|but|so) ", re.I)
_WHO = r"(?:(?:she|he|they|you|who)(?:'d| had| has| have)? )?(?:also |kindly |then )?"
_LATER = re.compile(
    rf"^{_WHO}(?:said |says |told me |suggested |asked me )?(?:that |to |i |should |could |can |may |maybe |perhaps |please )*"
    r"(?:ask(?:ing)?|try(?:ing)?|get in touch|write|writing|come back|check back|contact|approach|apply(?:ing)?|e-?mail|message|ping)"
    r"(?: back| in)?(?: me| her| him| them| you)?(?: again)?,? (?P<when>(?:again )?(?:in|after|next|from|once|when|around|by|at|later in|early|late) .{2,40})$",
    re.I,
)
_TOLD_TO = re.compile(
    rf"^{_WHO}(?:(?:said|says|suggest(?:ed|s)?|recommend(?:ed|s)?|told me|advised me|mentioned)(?: that)?(?: (?:i|we|me) (?:should|could|might))?"
    r"(?: to)? )?(?:maybe |perhaps )?(?:try|ask|contact|e-?mail|write to|speak to|talk to|speaking to|talking to|asking|trying|approach(?:ing)?) (?P<what>.{2,60})$",
    re.I,
)
_NAMED = re.compile(
    rf"^{_WHO}(?P<verb>suggest(?:ed|s)?|recommend(?:ed|s)?|mentioned|pointed me (?:to|towards)|passed (?:me )?on to|"
    r"passed on|sent me|gave me|offered me|put me (?:on to|in touch with)|shared|linked me to) (?P<what>.{2,70})$",
    re.I,
)
_GERUNDS = {
    "suggest": "suggesting", "recommend": "recommending", "mention": "mentioning", "pointed": "pointing me to",
    "passed": "passing on", "sent": "sending me", "gave": "giving me", "offered": "offering me",
    "put": "putting me in touch with", "shared": "sharing", "linked": "pointing me to",
}  # fmt: skip
_DONE = re.compile(
    rf"^{_WHO}(?P<verb>read|looked (?:at|through|over)|went through|took (?:a )?(?:quick )?look at|checked|commented on|marked) "
    r"(?P<what>(?:all (?:of )?)?my .{2,60})$",
    re.I,
)
_DOING = {"read": "reading", "looked": "looking", "went": "going", "took": "taking", "checked": "checking",
          "commented": "commenting", "marked": "marking"}  # fmt: skip
"""What the reader did all the same: "read my portfolio"."""
_PLACED = re.compile(r"^(?:not? |for )|\b(?:i|we) (?:should|could|might)\b", re.I)
_PLEASANTRY = re.compile(
    r"^(?:good luck|best of luck|all the best|best wishes|sorry|thanks?|thank you|cheers|wished? me (?:well|luck)|hopes? (?:i|it)\b.*|"
    r"(?:was|were|is) (?:very |really )?(?:nice|kind|polite|lovely|friendly)\b.*)[.!]*$",
    re.I,
)
_SAYS_NO = re.compile(
    r"^(?:(?:she|he|they|you|it|your reply) )?(?:have |had |has )?(?:kindly |politely )?(?:said|says|replied|answered|wrote(?: back)?|declined|"
    r"refused|turned (?:it|me) down|is|was)?(?:\s+(?:with|to))?(?:\s*(?:a |that )?(?:no(?! \w)|not now|sorry))*$",
    re.I,
)
_CAPACITY = re.compile(
    r"\b(?:cannot|can['’]?t|couldn['’]?t|could not|no (?:time|capacity|room|space|slots?|places?|availability|insurance)|on (?:leave|sabbatical|"
    r"holiday|parental|maternity|paternity|rotation|secondment)|sabbatical|maternity|busy|full|away|travel\w*|"
    r"until|till|too (?:many|much)|overloaded|booked|swamped|retir\w+|moving|leaving|left|not (?:before|taking|this|next|doing|"
    r"mentoring|able)|stretched|snowed|will not|won['’]?t|do(?:es)? not|don['’]?t|no longer|already)\b",
    re.I,
)
_PAST = ((re.compile(r"\byou (?:couldn['’]t|could not)\b"), "you cannot"),
         (re.compile(r"\byou were\b"), "you are"),
         (re.compile(r"\byou had (?=no\b|too\b|a\b)"), "you have "),
         (re.compile(r"\byou would not\b|\byou wouldn['’]t\b"), "you will not"))  # fmt: skip
_TAIL = re.compile(
    r",? (?:and|so|but) (?:cannot|can['’]?t|could not|couldn['’]?t|said no|declined)$|,? (?:rn|atm)$",
    re.I,
)
_TIL = re.compile(r"(?<!\w)['’]?till?(?!\w)")
_I_SHOULD = re.compile(r"^(?:that )?i (?:should |could |might )?(?P<what>\w.+)$", re.I)
_ADVISED = re.compile(rf"^{_WHO}(?:told|advised|encouraged) me to \w", re.I)
_TITLE = re.compile(r"\b(?:dr|prof|mr|mrs|ms)\b(?=\.? [A-Z])")
_PRIVATE = re.compile(
    r"\b(?:wife|husband|partner|baby|bab(?:y|ies)|child(?:ren)?|kids?|son|daughter|mother|father|mum|mom|dad|parents?|ill|illness|sick|"
    r"surgery|operation|hospital|cancer|funeral|died|death|bereave\w*|divorc\w*|pregnan\w*|burn(?:ed|t)? ?out|stress\w*)\b",
    re.I,
)
"""What a reader told of their life: it is not said to them again."""
_BECAUSE = re.compile(r",? (?:because|as|since) .*$", re.I)
_BARE_NO = re.compile(
    r"^you (?:cannot|can['’]?t|will not|won['’]?t|do not|don['’]?t)(?: (?:help|do it|do that|meet|talk))?$",
    re.I,
)


def parts_of(text: str) -> list[str]:
    """The clauses of what was noted, those that only wish well left out."""
    own = without_reply(text) if word_count(text) > LONG else text
    split = (part for one in sentences(tidy(own)) for part in _PARTS.split(one) if part)
    found = [bare(_LINK.sub("", part)) for part in split]
    return [part for part in found if not is_blank(part) and not _PLEASANTRY.match(part)]


def pointers_in(text: str, voice: Voice) -> tuple[str, ...]:
    """What the reader suggested instead, as it follows "thank you for": "suggesting Dr Park"."""
    found = []
    for part in parts_of(text):
        if _LATER.match(part):
            continue
        if named := _NAMED.match(part):
            verb = next(
                gerund
                for start, gerund in _GERUNDS.items()
                if named["verb"].lower().startswith(start)
            )
            said = _spoken(named["what"], part, voice)
            verb = verb.replace("passing on", "passing me on to") if " me on" in named[0] else verb
            if said and not _PLACED.search(said):
                found.append(f"{verb} {said}")
            elif mine := _I_SHOULD.match(named["what"]):
                found.append(f"suggesting that I {voice.fragment(mine['what']).text}")
        elif done := _DONE.match(part):
            first, _, rest = done["verb"].lower().partition(" ")
            said = _spoken(done["what"], part, voice)
            found += [" ".join(filter(None, (_DOING[first], rest, said)))] if said else []
        elif told := _TOLD_TO.match(part):
            said = _spoken(told["what"], part, voice)
            if said and re.match(r"(?:your|my|the|an?) |[A-Z]", said):
                found.append(f"suggesting {said}")
        elif _ADVISED.match(part) and (advised := advice_of(part, voice).gerund):
            found.append(advised)
    return tuple(found)


def later_in(text: str) -> str:
    """When the reader said to ask again: "in April"; "" if they did not."""
    for part in parts_of(text):
        if match := _LATER.match(part):
            return re.sub(r"^again ", "", match["when"], flags=re.I)
    return ""


def _spoken(what: str, part: str, voice: Voice) -> str:
    """A thing or person named, to the reader: "her colleague Ola" -> "your colleague Ola"."""
    own = (
        re.match(r"(?:her|his|their) ", what, re.I) is not None
    )  # the reader's: "her colleague Ola"
    fragment = (voice if own else with_others(voice, what, part)).fragment(what, limit=MOST_WORDS)
    told = fragment.form in (Form.NOUN, Form.GERUND) and word_count(fragment.text) <= MOST_WORDS
    return _TITLE.sub(lambda m: m[0].capitalize(), fragment.text) if told else ""


def as_now(reason: str) -> str:
    """A reason as it still holds: "you could not take on …" -> "you cannot take on …"."""
    for pattern, now in _PAST:
        reason = pattern.sub(now, reason)
    if _PRIVATE.search(reason):
        reason = _BECAUSE.sub("", reason)
    return _TIL.sub("until", _TAIL.sub("", reason))


def tellable(reason: str) -> bool:
    """Whether a reason is short, tells of room or time, and says more than no."""
    short = word_count(reason) <= MOST_WORDS + 2
    return (
        short
        and not _PRIVATE.search(reason)
        and bool(_CAPACITY.search(reason))
        and not _BARE_NO.match(reason)
    )


def is_reason(part: str) -> bool:
    """Whether a clause may hold a reason: no bare no, no suggestion, no "ask again"."""
    other = (_SAYS_NO, _LATER, _NAMED, _TOLD_TO, _DONE)
    return not any(pattern.match(part) for pattern in other)

"""Finds the surest slips of people who write English as a further language, and the usual form of each.

Only forms that no dialect, chat shorthand or hurried hand has are known here ("gived", "how did you went",
"since eight years"); whatever could be meant otherwise is let pass.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.domain.shorthand import SLIPS
from coach.review.patterns import compiled
from coach.review.text import Span

_PAST = {
    **SLIPS, "comed": "came", "breaked": "broke", "falled": "fell", "throwed": "threw", "cutted": "cut",
    "begined": "began", "eated": "ate", "holded": "held", "bringed": "brought",
}  # fmt: skip
_DONE = {
    "gave": "given", "wrote": "written", "took": "taken", "chose": "chosen", "became": "become",
    "began": "begun", "drove": "driven", "grew": "grown", "knew": "known", "spoke": "spoken",
    "went": "gone", "ran": "run", "came": "come", "broke": "broken", "fell": "fallen", "threw": "thrown",
    "ate": "eaten",
}  # fmt: skip
"""Past form -> the form after "have", where the two differ."""
_NO_DIALECT = "gave|wrote|chose|became|began|drove|grew|knew"
"""Past forms that hardly anybody says after "have"; "they've took" is good Yorkshire."""
_BASE = {
    "went": "go", "gave": "give", "wrote": "write", "took": "take", "chose": "choose", "became": "become",
    "began": "begin", "knew": "know", "spoke": "speak", "came": "come", "made": "make", "got": "get",
    "thought": "think", "told": "tell", "said": "say", "built": "build", "taught": "teach", "met": "meet",
    "kept": "keep", "moved": "move", "changed": "change", "started": "start", "decided": "decide",
    "worked": "work", "managed": "manage", "learned": "learn", "learnt": "learn", "used": "use",
    "asked": "ask", "helped": "help", "wanted": "want", "tried": "try", "liked": "like", "joined": "join",
    "studied": "study", "prepared": "prepare", "convinced": "convince", "handled": "handle",
    "finished": "finish", "received": "receive",
}  # fmt: skip
_WAITED_FOR = {
    "hear": "hearing", "meet": "meeting", "see": "seeing", "receive": "receiving", "discuss": "discussing",
    "read": "reading", "get": "getting", "speak": "speaking", "learn": "learning",
}  # fmt: skip
_ADMIRED = {
    "admire": "admired", "follow": "followed", "enjoy": "enjoyed", "decide": "decided", "complete": "completed",
    "learn": "learned", "want": "wanted",
}  # fmt: skip
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|many|several|some|few)"
_OPENS = r"(?:^\W*|[,;:.] |\b(?:because|but|so) )"
_HERE = r"(?= (?:about|on|from|regarding)\b|[.,?!]|$)"
_NO_DEED = (
    "can|could|will|would|should|may|might|must|shall|are|is|was|were|have|had|has|did|do|does|don|know|not|all|both|also"
    "|always|never|then|please|and|or|who|in|on|at|with"
)
"""Words after "I want that you" with which only the writer can put it right."""


@dataclass(frozen=True)
class Slip:
    """Words in a form nobody uses; ``right`` is the usual one, empty where only the writer can tell."""

    at: Span
    right: str


_Right = Callable[[re.Match[str]], str]


def _put(template: str) -> _Right:
    return lambda at: at.expand(template)


def _past(at: re.Match[str]) -> str:
    past = _PAST[at["slip"].lower()]
    return f"{at['have']}{_DONE.get(past, past) if at['have'] else past}"


def _asked_back(at: re.Match[str]) -> str:
    """Put the base form after "did" ("how did you went"), or leave "did" out of what is told."""
    if at["told"]:
        return f"{at['told']}{at['who']} {at['past']}"
    return f"{at['did']} {at['who'] or ''}{' ' if at['who'] else ''}{_BASE[at['past'].lower()]}"


def _table(table: dict[str, str], group: str) -> _Right:
    return lambda at: at.group().replace(at[group], table[at[group].lower()])


def _not_agree(at: re.Match[str]) -> str:
    return f"{at['who']} {'do not ' if at['not'] else ''}agree"


_RULES: tuple[tuple[tuple[str, ...], str, _Right], ...] = (
    (
        tuple(_PAST),
        rf"(?<![-\w])(?P<have>(?:have |has |had |'ve )?)(?P<slip>(?-i:{'|'.join(_PAST)}))\b"
        r"(?! (?:glass|windows?|petrol|fuel|lights?))",
        _past,
    ),
    (
        ("did ",),
        r"\b(?P<told>(?:explain|told|tell|said|wrote|describ|show|know|underst[ao]+d|hear|learn)\w*(?: me| us)? (?:how|why|what|when|where) )"
        rf"did (?P<who>you|he|she|they) (?P<past>{'|'.join(_BASE)})\b(?![^.!]*\?)(?P<did>)",
        _asked_back,
    ),
    (
        ("did ",),
        rf"\b(?P<did>did)(?P<told>) (?P<who>you|he|she|they|we|i) (?P<past>{'|'.join(_BASE)})\b",
        _asked_back,
    ),
    (
        ("did",),
        rf"\b(?P<did>didn't|did not)(?P<told>)(?P<who>) (?P<past>{'|'.join(_BASE)})\b(?! to\b)",
        _asked_back,
    ),
    (("did done",), r"\b(?P<who>i|you|he|she|we|they) did done\b", _put(r"\g<who> did")),
    (
        ("have ", "has "),
        rf"{_OPENS}(?:i|you|we|they|he|she) (?:have|has) (?P<past>{_NO_DIALECT})\b(?! (?:from|to)\b)",
        _table(_DONE, "past"),
    ),
    (
        (" agree",),
        r"\b(?P<who>i|we)(?:'m|'re| am| are)(?: (?P<not>not)| fully| totally)? agree\b",
        _not_agree,
    ),
    (
        (" interesting",),
        r"\b(?P<who>(?:i|we)(?:'m|'re| am| are| was| were|'d be| would be| have been)(?: very| really| so| most)?) interesting(?= (?:in|to)\b)",
        _put(r"\g<who> interested"),
    ),
    (
        ("forward to ",),
        rf"\bforward to (?P<do>{'|'.join(_WAITED_FOR)})\b(?! (?:up|and)\b)(?![-\w])",
        _table(_WAITED_FOR, "do"),
    ),
    (
        ("informations", "advices", "knowledges"),
        r"\b(?P<what>information|advice|knowledge)s\b",
        _put(r"\g<what>"),
    ),
    (
        (" advice", " information", " feedback"),
        rf"\ban? (?P<what>advice|information|feedback){_HERE}",
        _put(r"some \g<what>"),
    ),
    (
        (" since ",),
        r"\b(?P<who>i|we)(?:'m|'re| am| are) (?P<do>working|studying|living|teaching|learning)(?P<rest>\b[^.!?;,]{0,60}) since(?= (?:\d|last\b)"
        rf"| {_NUMBER} (?:years|months|weeks)\b(?! ago| back| old))",
        _put(r"\g<who> have been \g<do>\g<rest> since"),
    ),
    (
        (" since ",),
        r"\b(?P<who>i|we)(?:'m|'re| am| are) (?P<rest>(?!working\b|studying\b|living\b|teaching\b|learning\b)[^.!?;,]{2,60}) since"
        rf"(?P<long> {_NUMBER} (?:years|months|weeks)\b)(?! ago| back| old| before)",
        _put(r"\g<who> have been \g<rest> for\g<long>"),
    ),
    (
        (" since ",),
        r"(?P<before>\b(?:have|'ve|has|work|works|worked|live|lived|study|teach|been)\b[^.!?;,]{0,60} )since"
        rf"(?P<long> {_NUMBER} (?:years|months|weeks)\b)(?! ago| back| old| before)",
        _put(r"\g<before>for\g<long>"),
    ),
    (
        ("explain",),
        r"\bexplain(?P<how>(?:ed|ing)?) (?P<who>me|us)(?= (?:how|what|why|the|your|this|that|where|which)\b)",
        _put(r"explain\g<how> to \g<who>"),
    ),
    (
        ("suggest me",),
        r"\bsuggest me(?= (?:an?|some|the|which|what|how|any|one|two|where)\b)",
        _put("suggest"),
    ),
    (("discuss",), r"\bdiscuss(?P<how>(?:ed|ing)?) about\b", _put(r"discuss\g<how>")),
    (
        ("more ",),
        r"(?<!any )(?<!no )(?<!once )(?<!ever )\bmore (?P<what>better|easier|faster|cheaper|harder|stronger)\b(?!-)",
        _put(r"\g<what>"),
    ),
    (
        (" in next ", " in last "),
        r"(?P<what>\b(?:call|talk|meet|meeting|speak|chat|coffee|minutes|free|available) )in (?P<when>(?:next|last) (?:week|month|year))(?=[.,;?!]|$| (?:on|at|or|and|if|for|when)\b)",
        _put(r"\g<what>\g<when>"),
    ),
    (
        (" have", "it have", "he have"),
        rf"{_OPENS}(?:he|she|it) have\b",
        lambda at: f"{at.group()[:-4]}has",
    ),
    (
        (" has", "i has", "we has"),
        r"(?<!of )\b(?P<who>i|we|they|you) has\b(?! been said)",
        _put(r"\g<who> have"),
    ),
    (
        (" me", " us"),
        rf"{_OPENS}(?:he|she|it) (?:help|give|make|tell|take|bring) (?:me|us)\b",
        lambda at: "",
    ),
    (
        ("that you ",),
        rf"\b(?P<who>(?:i|we) (?:really )?(?:want|need)|(?:i|we)(?:'d| would) (?:really )?(?:want|like)) that you(?= (?!(?:{_NO_DEED})\b)[a-z]+\b(?!'|ed\b))",
        _put(r"\g<who> you to"),
    ),
    (
        ("make ",),
        r"\bmake (?P<to>you )?(?P<what>an?|one|some|two|three|few) (?P<q>(?:short |quick |small )?questions?)(?= about\b|[.,?!:])",
        lambda at: f"ask {at['to'] or ''}{at['what']} {at['q']}",
    ),
    (
        ("will ",),
        r"\b(?P<who>i|we) will (?P<how>really |also )?like to\b",
        _put(r"\g<who> would \g<how>like to"),
    ),
    (
        ("have ", "'ve "),
        rf"\b(?P<who>(?:i|we|you)(?:'ve| have)) (?P<how>always|never|long|already) (?P<did>{'|'.join(_ADMIRED)})\b",
        _table(_ADMIRED, "did"),
    ),
)
"""Letters without which a rule cannot fit, what it fits, and what to put instead."""


def slips(sentence: Span) -> Iterator[Slip]:
    """Yield the slips of one sentence, by place."""
    small = sentence.text.lower()
    found = [
        (at, right)
        for needed, rule, right in _RULES
        if any(letters in small for letters in needed)
        for at in compiled(rule, re.IGNORECASE).finditer(sentence.text)
    ]
    taken = 0
    for at, right in sorted(found, key=lambda pair: pair[0].start()):
        if at.start() < taken:
            continue
        taken = at.end()
        lead = len(at.group()) - len(at.group().lstrip(" ,;:."))
        put = right(at)[lead:] if lead else right(at)
        start = at.start() + lead
        yield Slip(Span(sentence.start + start, sentence.start + at.end(), at.group()[lead:]), put)

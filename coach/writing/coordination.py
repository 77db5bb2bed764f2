"""Puts verbs joined by "and" into one form: "costing a menu and read a P&L" -> "… and reading a P&L"."""

import re
from itertools import pairwise

from coach.writing.grammar import NUMBERS
from coach.writing.lexicon import Lexicon

_JOINED = re.compile(
    r"\b(?P<joint>and|or) (?P<adverb>also |then |even |still )?(?P<verb>[a-z]+) (?P<next>[\w'’&-]+)",
    re.I,
)
_USED_TO = re.compile(
    r"(?P<lead>\b(?:get|getting|got|come|coming|go|going|return|returning) (?:back|used) to )(?P<verb>teach|write|build|manage|run|weld|nurse|"
    r"be|have|speak|drive|lead|sing|cook|fly|live|study(?! leave))\b(?= (?:in|at|for|with|on|my|a|an|the|full|part|people|things)|$)"
)
"""Where "to" wants the form in -ing: "getting back to teach in Leeds"."""
SURE_VERBS = frozenset(
    "get become write speak teach learn choose find keep make take give sell buy bring build leave stand manage improve "
    "create avoid handle ask tell explain negotiate prioritise prioritize understand decide prepare develop apply "
    "cope deal go come read earn hire charge prove convince persuade lead".split()
)
"""Verbs that, opening a phrase without an article, are hardly ever nouns."""
_NEVER_BEFORE = frozenset("up out in on of to for with from at by and or skills".split())
_PARTICLES = {
    "get": frozenset("into out on back to better used through".split()),
    "stand": frozenset("up out".split()),
    "deal": frozenset({"with"}),
    "cope": frozenset({"with"}),
    "speak": frozenset("up out to in at".split()),
    "go": frozenset("into back for to through".split()),
    "come": frozenset("back across".split()),
    "apply": frozenset("for to".split()),
    "keep": frozenset("up on to".split()),
    "take": frozenset("on over up".split()),
    "write": frozenset("up for to about".split()),
    "give": frozenset("up back".split()),
    "make": frozenset("up".split()),
    "prepare": frozenset("for".split()),
    "build": frozenset("up".split()),
    "ask": frozenset("for about".split()),
    "decide": frozenset("on between".split()),
    "negotiate": frozenset("with for on".split()),
    "manage": frozenset("up".split()),
    "leave": frozenset({"on"}),
    "bring": frozenset("up in back".split()),
    "find": frozenset("out".split()),
}
_OBJECTS = NUMBERS | frozenset(
    "a an the my our your his her their me us it them him you myself people less more better".split()
)
_GIVEN = frozenset("me my us our it them the a an with to how through".split())
_OTHERS_DEED = re.compile(r"\b(?:who|which)\b", re.I)
"""After these another one may have done what follows: "a nurse who sat with me and told me"."""


def in_gerunds(phrase: str, lexicon: Lexicon) -> str:
    """A phrase about doing or having something, its later verbs in -ing where they surely are verbs."""

    def joined(match: re.Match[str]) -> str:
        verb, following = match["verb"], match["next"].lower()
        if verb not in lexicon.base or not _is_verb(verb, following):
            return match.group()
        if _governed(phrase[: match.start()], lexicon):
            return match.group()
        return f"{match['joint']} {match['adverb'] or ''}{lexicon.gerund_of(verb)} {match['next']}"

    said = _JOINED.sub(joined, phrase)
    return _USED_TO.sub(lambda match: f"{match['lead']}{_gerund(match['verb'], lexicon)}", said)


def _gerund(verb: str, lexicon: Lexicon) -> str:
    return lexicon.gerund_of(verb) if verb in lexicon.base else verb


def deeds_in_gerunds(phrase: str, lexicon: Lexicon) -> str:
    """What somebody did, after its first verb: "reading my CV and gave me tips" -> "… and giving me tips"."""

    def joined(match: re.Match[str]) -> str:
        verb, following = match["verb"], match["next"].lower()
        if verb not in lexicon.past or following not in _GIVEN:
            return match.group()
        if _OTHERS_DEED.search(phrase[: match.start()]):
            return match.group()
        gerund = lexicon.gerund_of(lexicon.past[verb])
        return f"{match['joint']} {match['adverb'] or ''}{gerund} {match['next']}"

    return _JOINED.sub(joined, phrase)


def _is_verb(verb: str, following: str) -> bool:
    """Whether the word after "and" is a verb: it has an object, or is never a noun."""
    if following in _OBJECTS:
        return True
    if verb not in SURE_VERBS:
        return False
    return following not in _NEVER_BEFORE or following in _PARTICLES.get(verb, ())


def _governed(before: str, lexicon: Lexicon) -> bool:
    """Whether an earlier word wants the verb bare: "learning to weld and get", "letting them go and …"."""
    words = re.findall(r"[\w'’-]+", before.lower())
    to_verb = any(one == "to" and two in lexicon.base for one, two in pairwise(words))
    last_of_to = words[-2:-1] == ["to"] and len(words) > 2 and "from" not in words
    return to_verb or last_of_to or bool(_TO_DO.search(before) or _BARE_WANTED & set(words))


_TO_DO = re.compile(
    r"\b(?:learn|try|want|need|hav|hop|plan|start|begin|go|able|used)(?:t?ing|ning)? to\b", re.I
)
"""What leads up to a verb with "to", whatever verb it is."""
_BARE_WANTED = frozenset(
    "can could should would will must may might do does did whether how what why when who that let make help "
    "letting making helping seeing watching i you we they he she".split()
)


def with_and(text: str, lexicon: Lexicon) -> str:
    """Two verbs of one subject get their "and": "did the course, finished in May"."""
    head, comma, rest = text.partition(", ")
    verb = rest.split()[0].lower() if rest else ""
    if comma and verb in lexicon.past and "," not in rest and " and " not in rest:
        return f"{head} and {rest}"
    return text

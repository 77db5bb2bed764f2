"""Sees the clause in "your team write the guidelines", and lets its verb agree with one team.

A group is one thing or many people. Typed without an ending, its verb looks like a noun, and the
clause like "because of your team …", which it is not.
"""

import re

from coach.writing.coordination import SURE_VERBS
from coach.writing.grammar import DETERMINERS, NUMBERS, PREPOSITIONS
from coach.writing.lexicon import Lexicon

GROUPS = frozenset(
    "team group company firm department lab unit crew board committee panel school clinic ward salon shop studio "
    "practice charity agency office bakery kitchen family staff garage yard workshop business network choir club "
    "programme college hospital council union startup restaurant".split()
)
"""Nouns for one body of people, who together do something."""
_OWNERS = "your|my|our|his|her|their|its|the"
_DESCRIBES = frozenset(
    "sales sports operations communications systems news analytics economics logistics series humanities "
    "accounts arts goods services works awards gas press business process always sometimes".split()
)
"""Words in -s that are no plural subject before a verb."""
_NOT_AFTER = frozenset(
    "work talk lead manager head plan project support design process programme program target market interview".split()
)
_HARDLY_NOUNS = frozenset("train explain publish win serve invite send pay hold fix".split())
_HABITS = frozenset("always usually often never".split())
_LOOKS_BARE = re.compile(r"(?!\w+(?:s|ed|ing|ly|ful|ous|able|less|al|ic)$)[a-z]{3,}")
_INTRANSITIVE = frozenset("stay live come go grow sit stand".split())
_SAME_IN_PAST = frozenset("put set cut let hit quit read cost".split())
_OFTEN = r"(?:always |usually |often |never |still |really |actually |all |now |also )?"
_CLAUSES = tuple(
    re.compile(
        rf"(?:^|(?<=\band )|(?<=\bbecause )|(?<=\bbut ))(?:{_OWNERS}|most|all|many|some) "
        rf"(?P<noun>{nouns}) (?P<often>{_OFTEN})(?P<verb>[a-z]+) (?P<next>[\w'’&-]+)",
        re.I,
    )
    for nouns in (r"[\w'’-]+", r"[\w'’-]+ [\w'’-]+")
)
"""The same with one noun and with two: "your team ship …", "your sales team ship …"."""
_BASE_WANTED = re.compile(
    r"\b(?:let|lets|make|makes|made|help|helps|helped|have|had|see|saw|watch|watched|heard|suggested|recommended|ask|asked|"
    r"do|does|did|can|could|should|would|will|must|to)\b",
    re.I,
)
_PASSED_ON = re.compile(
    r"^(?P<who>(?:my|your|our|the|an?|his|her|their) (?:[\w'’-]+ ){0,3}?[\w'’-]+(?<!s)) (?P<verb>give|tell|say|send|show)"
    r"(?= (?:me|us|i|you|that|your|her|him)\b)",
    re.I,
)
_TAKEN = (
    DETERMINERS
    | NUMBERS
    | frozenset(
        "me us it them you him people everything everyone everybody better well weekly daily monthly together".split()
    )
)


def clause_in(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The first clause whose subject is a group or a plural, with its verb typed bare; else nothing."""
    found = (match for pattern in _CLAUSES for match in pattern.finditer(text))
    return next((match for match in found if _is_clause(match, lexicon)), None)


def opens_with_clause(text: str, lexicon: Lexicon) -> bool:
    """Whether the text is such a clause from its first word."""
    match = clause_in(text, lexicon)
    return match is not None and match.start() == 0


def agreed(text: str, lexicon: Lexicon) -> str:
    """As in "her team ship weekly" -> "her team ships weekly"; a plural keeps its verb."""

    def agree(match: re.Match[str]) -> str:
        one = match["noun"].split()[-1].lower() in GROUPS - {"staff"}
        if not one or not _is_clause(match, lexicon):
            return match.group()
        if match["verb"] in _SAME_IN_PAST or _BASE_WANTED.search(match.string[: match.start()]):
            return match.group()
        started = match.start("verb") - match.start()
        ended = match.end("verb") - match.start()
        whole = match.group()
        return f"{whole[:started]}{third_person(match['verb'])}{whole[ended:]}"

    for pattern in _CLAUSES:
        text = pattern.sub(agree, text)
    return text


def passed_on(text: str, lexicon: Lexicon) -> str:
    """What somebody did for the mentee, typed in the present: "my tutor give me your name" -> "… gave me …"."""
    return _PASSED_ON.sub(lambda match: f"{match['who']} {lexicon.to_past[match['verb']]}", text)


def third_person(verb: str) -> str:
    """The form that goes with "she": write -> writes, teach -> teaches, carry -> carries."""
    if verb in {"have", "do", "go"}:
        return {"have": "has", "do": "does", "go": "goes"}[verb]
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def _names_a_thing(verb: str, lexicon: Lexicon) -> bool:
    """Whether a word is as often a noun: "the pathways programme", "your sales course"."""
    return any(
        lexicon.has(name, verb) for name in ("works", "directories", "occasions", "counted_topics")
    )


def _is_clause(match: re.Match[str], lexicon: Lexicon) -> bool:
    nouns, verb, following = match["noun"].lower().split(), match["verb"], match["next"].lower()
    head = nouns[-1]
    plural = (
        head.endswith("s")
        and not head.endswith(("ss", "us", "'s", "’s"))
        and head not in _DESCRIBES
    )
    if head not in GROUPS and not plural:
        return False
    if verb not in lexicon.base:
        habit = match["often"].strip().lower() in _HABITS and following not in PREPOSITIONS
        return habit and _LOOKS_BARE.fullmatch(verb) is not None and not lexicon.is_finite(verb)
    if any(lexicon.is_finite(word) and not plural for word in nouns):
        return False
    if verb in _NOT_AFTER or lexicon.is_role(verb) or _names_a_thing(verb, lexicon):
        return bool(match["often"]) and following in _TAKEN
    objects = following.endswith("s") and not following.endswith("ss")
    stays = verb in _INTRANSITIVE and following in PREPOSITIONS and (plural or head == "staff")
    if verb in SURE_VERBS | _HARDLY_NOUNS and following not in PREPOSITIONS:
        return True
    return (
        following in _TAKEN or objects or stays or following.endswith("ly") or bool(match["often"])
    )

"""Turns one fact about the mentee, in whatever form it was typed, into words that can be joined."""

import re

from coach.writing.article import best_of, indefinite, role_phrase
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import NUMBERS
from coach.writing.measures import counted_deed, trend, trend_beside, went
from coach.writing.text import condense
from coach.writing.voice import Voice

SPAN = re.compile(r"\bfor (?:(?:the )?(?:last|past) )?(?:\d+|\w+) (?:years?|months?)\b", re.I)
_LINK = re.compile(r"\bwww\.|https?:|\b\w+\.(?:com|org|net|io|co|uk|in)\b", re.I)
_QUALITY = re.compile(r"^[a-z-]+(?:ic|al|ed|ive|ous|able|ful|less|ish|ent|ant)$")
_HELD = re.compile(
    r"\b(?:experience|background|skills?|degree|knowledge|training|interest|diploma)\b", re.I
)
_AGE = re.compile(r"^(?:age[d]?:? )?(?P<years>[1-9]\d)(?: years? old| y\.?o\.?)?$", re.I)
_YEARS = re.compile(
    r"^(?:(?:over|about|nearly|almost) )?(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty\w*)"
    r"(?: and a half)? (?:years?|yrs?|months?|weeks?|decades?)\b",
    re.I,
)
QUALIFIED = frozenset(
    "certified qualified trained accredited licensed registered chartered based born".split()
)
VERB_OPENERS = frozenset(
    "can could will would did didn't do don't cannot can't won't haven't may might should just still".split()
)
CHANGED = frozenset(
    "went fell rose dropped grew came doubled halved increased decreased are were".split()
)
UNJOINED = "For context: "
"""What leads up to a fact that no sentence can be made of."""
_BEFORE_AND_NOW = re.compile(
    r"^(?P<what>[\w'’ -]{3,40}): (?P<then>[£$€]?\d[\w.,%]*(?: [\w ]{2,24}?)?), (?:now )?(?P<now>[£$€]?\d[\w.,%]*(?: [\w ]{2,24})?)$",
    re.I,
)
_RISEN = re.compile(r"^(?:\w+ ){1,3}to (?:\w+ ){1,3}in (?:\d+|\w+) (?:years|months)$", re.I)
_ON_DAYS = re.compile(r", ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)$")
_STATED = re.compile(
    r"^(?P<who>(?:my|our) [\w'’-]+(?: [\w'’-]+)?) (?P<how>(?:not|still|very|quite|only|always|so|too|also) [\w'’ -]+)$",
    re.I,
)
"""Something of the mentee's and how it is, without a verb: "my Welsh still shaky"."""
_UNTIL_NOW = re.compile(
    r"\bsince\b|\b(?:in|for|over) (?:(?:the )?(?:last|past) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|many|several) "
    r"(?:years?|yrs?|months?|weeks?|seasons?|terms?|shifts?|nights?|winters?|summers?|decades?)\b",
    re.I,
)
"""A time that reaches to today, over which one has had something: "no accident in 6 years"."""
_SPAN_AT_END = re.compile(
    r"([a-z])(?<! for)(?<! in)(?<! last)(?<! past)(?<! first)(?<! about)(?<! over)(?<! after)(?<! nearly)(?<! almost)(?<! of)(?<! within)(?<! every)(?<! only) "
    r"((?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:years|months|weeks))$",
    re.I,
)
TRANSITIVE = frozenset(
    "trained recruited hired appointed elected funded promoted picked invited selected matched shortlisted "
    "rejected nominated sponsored".split()
)
_OFTEN = re.compile(
    r"^\w+ (?:\d{4}\b|(?:\d+|\w+) (?:times|(?:years?|months?|weeks?|days?) (?:ago|running|in a row)))",
    re.I,
)
"""How often, or in which year, and nothing that was counted: "promoted 2 times"."""
_TAKEN_UP = re.compile(
    r"^(?:picked up (?!(?:by|as|from|at|on|in|last|this|twice)\b)|(?:trained|picked|recruited|hired|laid|funded|invited) (?:up|on|out|over|in) "
    r"(?:(?!(?:19|20)\d\d\b)\d|an? |the |my |our |both |all |two |three |four |five |six |several ))",
    re.I,
)
"""A verb and its particle before what it was done to: "trained up 14 temps", "picked up Spanish"."""
LET_GO = frozenset({("made", "redundant"), ("laid", "off")})
OBJECT_OPENERS = NUMBERS | frozenset("a an the my our all both every new most several many".split())
_QUANTITY = re.compile(
    r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|over|about|nearly|almost)\b", re.I
)
BE_OF_MINE = {"is": "am", "are": "am", "am": "am", "was": "was", "were": "was"}


def fact_phrase(fragment: Fragment, voice: Voice) -> tuple[bool, str] | None:
    """A fact as (joins with a comma, text): ", with 3 years in reporting", or a clause with "I".

    Returns None for what is no fact: a question, an address on the web.
    """
    form = fragment.form
    if not fragment.words or form in (Form.QUESTION, Form.POLAR, Form.INDIRECT):
        return None
    if _LINK.search(fragment.text):
        return None
    if is_told_of(fragment, voice):
        return False, fragment.text
    lexicon = voice.lexicon
    if moved := trend(fragment.text, lexicon) or went(fragment.text, lexicon):
        return False, moved
    if counted := counted_deed(fragment.text, lexicon):
        return False, f"I {counted}"
    if match := _BEFORE_AND_NOW.match(fragment.text):
        what = match["what"][:1].upper() + match["what"][1:]
        return False, f"{what} went from {match['then']} to {match['now']}"
    if _RISEN.match(fragment.text):
        return False, f"I went from {fragment.text}"
    if state := _state(fragment, voice):
        return False, state
    if done := _deed(fragment, voice):
        return False, trend_beside(done, lexicon)
    if form in (Form.FIRST, Form.SECOND, Form.CLAUSE):
        return False, fragment.text
    if form is Form.PREPOSITION:
        with_it = fragment.first == "with"
        since = re.search(r"\bsince (?:\d{4}|\w+)$", fragment.text) is not None
        return (
            with_it,
            fragment.text if with_it else f"I {'have been' if since else 'am'} {fragment.text}",
        )
    return _noun_fact(fragment, voice)


def is_told_of(fragment: Fragment, voice: Voice) -> bool:
    """Whether an opening participle belongs to a noun that has its own verb: "missed calls fell"."""
    words = fragment.words
    return (
        len(words) > 3
        and (words[0] in voice.lexicon.participle or words[0].endswith("ed"))
        and words[1].endswith("s")
        and words[2] in CHANGED
    )


def _state(fragment: Fragment, voice: Voice) -> str:
    """What the mentee is or was made: "dyslexic", "age 52", "offered a role", "PMP certified"."""
    text, form, words = fragment.text, fragment.form, fragment.words
    following = words[1] if len(words) > 1 else ""
    passives = voice.lexicon.words["passives"]
    if words[0].endswith("ing") and re.search(r"\bsince (?:i was|\d|\w+$)", text, re.I):
        return f"I have been {text}"
    counts = following.isdigit() or following in OBJECT_OPENERS
    if (words[0] in TRANSITIVE and counts and not _OFTEN.match(text)) or _TAKEN_UP.match(text):
        return f"I {text}"
    if words[0] == "retired" and any(map(voice.lexicon.is_role, words[1:4])):
        return f"I am {indefinite(text)}"
    if words[0] == "born" or (words[0], following) in LET_GO:
        return f"I was {text}"
    if (
        form in (Form.PAST, Form.PASSIVE, Form.NOUN)
        and following == "by"
        and words[0].endswith("ed")
    ):
        return f"I was {text}"
    if form is Form.PAST and words[0] in passives and following != "myself":
        counted = (following.isdigit() or following in NUMBERS) and not _OFTEN.match(text)
        owned = words[0] in TRANSITIVE and (counted or following in {"a", "an", "the", "my", "our"})
        return f"I {text}" if owned else f"I was {text}"
    if match := _AGE.match(text):
        return f"I am {match['years']}"
    certified = words[-1] in QUALIFIED and len(words) <= 5 and form in (Form.NOUN, Form.CLAUSE)
    if certified or words[0].startswith("ex-"):
        return f"I am {text}"
    if words[0] == "back" and following in {"after", "from", "in", "at", "to"}:
        return f"I am {text}"
    if (
        SPAN.search(text)
        and not _QUANTITY.match(text)
        and form in (Form.NOUN, Form.ADJECTIVE, Form.BASE)
    ):
        role = voice.lexicon.is_role(words[0]) and not words[0].startswith("freelance")
        return f"I have been {indefinite(text) if role else text}"
    if form is Form.GERUND and re.search(r"\b(?:since|for \w+ (?:years|months))\b", text):
        return f"I have been {text}"
    if form in (Form.GERUND, Form.ADJECTIVE, Form.PASSIVE):
        return f"I am {text}"
    return ""


def _deed(fragment: Fragment, voice: Voice) -> str:
    """What the mentee did or does, with the "I" it was typed without."""
    text, form, words = fragment.text, fragment.form, fragment.words
    first, _, rest = text.partition(" ")
    base = words[0] in voice.lexicon.base and voice.lexicon.past.get(words[0], words[0]) == words[0]
    lasting = base and re.search(r"\bsince (?:\d|\w+$)", text)
    if lasting and (done := voice.lexicon.participle_of(words[0])):
        return f"I have {done} {rest}"
    if words[0] in VERB_OPENERS or (words[0] in voice.lexicon.base and not _nominal(words, voice)):
        return f"I {text}"
    if form in (Form.PAST, Form.BASE):
        return f"I {text}"
    if form is Form.PERFECT:
        return f"I have {rest if words[0] in {'have', 'has', 'had'} else text}"
    if form is Form.PRESENT:
        if first.lower() in BE_OF_MINE:
            return f"I {BE_OF_MINE[first.lower()]} {lasting_for(rest)}"
        return f"I {voice.lexicon.second_person(first)} {rest}"
    return f"I want {text}" if form is Form.INFINITIVE else ""


def lasting_for(text: str) -> str:
    """A span at the end of a text gets its "for": "a teacher in Sudan 8 years" -> "… for 8 years"."""
    return _SPAN_AT_END.sub(r"\1 for \2", text)


def _nominal(words: list[str], voice: Voice) -> bool:
    """Whether an opening base verb is part of a noun: "support worker", "design background"."""
    return len(words) == 1 or any(voice.lexicon.is_role(w) or _HELD.search(w) for w in words[:3])


def _noun_fact(fragment: Fragment, voice: Voice) -> tuple[bool, str]:
    text, words = _ON_DAYS.sub(r" on \1", fragment.text), fragment.words
    span = Fragment(text.split(",")[0], Form.NOUN).words
    stop = next(
        (i for i, w in enumerate(span) if w in {"of", "at", "in", "for", "with", "on"}), len(span)
    )
    head = span[stop - 1] if stop else words[0]
    if words[0] in {"my", "our", "no"}:
        if words[0] != "no" and (told := _STATED.match(text)):
            return (
                False,
                f"{told['who']} {'are' if told['who'].endswith('s') else 'is'} {told['how']}",
            )
        return False, f"I have {'had ' if _UNTIL_NOW.search(text) else ''}{text}"
    if words == ["only", "child"]:
        return False, "I am an only child"
    if re.match(r"(?:first|only) (?!\d)", text, re.I):
        own = re.sub(r"^(\w+ in) (?=(?:family|generation|year|class|school)\b)", r"\1 my ", text)
        return False, f"I am the {own}"
    if best_of(text, voice.lexicon) and not voice.lexicon.is_finite(words[-1]):
        return False, f"I am the {text}"
    if voice.lexicon.is_role(head) and not _QUANTITY.match(text):
        held, comma, deed = text.partition(", ")
        did = comma and deed.split()[0].lower() in voice.lexicon.past
        text = f"{held} and I {deed}" if did else text
        return False, f"I am {role_phrase(text, voice.lexicon)}"
    if words[0] == "not" or (len(words) == 1 and _QUALITY.match(text)):
        return False, f"I am {text}"
    countable = voice.lexicon.words["countable_facts"]
    if (head in countable or words[0] in countable) and words[0] not in {"a", "an", "the"}:
        return True, f"with {indefinite(text)}"
    if _YEARS.match(text) and re.search(r"\binto (?:it|this|the|my)\b|\bin$", text):
        return False, f"I am {text}"
    if _YEARS.match(text) or _HELD.search(text):
        return True, f"with {condense(text, 14)}"
    if _QUANTITY.match(text) or words[0] in {"a", "an"}:
        return False, f"I have {condense(text, 14)}"
    return False, f"{UNJOINED}{condense(text, 14)}"

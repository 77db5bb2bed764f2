"""Says who the mentee is: role, place and the facts that matter to this reader."""

import re

from coach.domain.brief import Brief, Person
from coach.domain.vocabulary import Tone
from coach.writing.article import indefinite, place_name, role_phrase
from coach.writing.facts import SPAN, UNJOINED, fact_phrase
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import AUXILIARY, NUMBERS, PREPOSITIONS
from coach.writing.piece import Piece
from coach.writing.text import capitalise, is_blank, title_name, word_count
from coach.writing.voice import Voice, most_related

_PLACE_IN_ROLE = re.compile(r"\b(?:at|for|with)\s+(?:the\s+)?[A-Z]")
_NO_PLACE = frozenset("self-employed freelance unemployed none retired".split())
_ROLE_LEAD = re.compile(
    r"^(?:my (?:role|job|title|position)(?: title)? is|(?:job )?(?:title|role|position)\s*:|i work as|working as|"
    r"work as|just|only)\s+(?:an? (?=\w))?",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:unemployed|between jobs|out of work|redundant|retired|looking for|job[- ]?seek\w*|freelanc\w*|"
    r"self-employed|jobless)\b",
    re.I,
)
WISHES = ("I want ", "I need ", "I wish ", "I hate ")
"""What opens a wish, which says nothing of what somebody does."""
_AT_HOME = re.compile(r"\bstay[- ]at[- ]home (mum|mom|dad|mother|father|parent)\b", re.I)
_YEARS_LONG = re.compile(r"^(?!.*\bfor\b)(.*[a-z]),? (\d+ (?:years|months|yrs))$", re.I)
_ENGAGED = frozenset("freelance part-time full-time newly self-employed trainee".split())
_BEFORE_A_TITLE = _ENGAGED | frozenset(
    "self-taught qualified trained registered experienced skilled certified chartered licensed junior senior".split()
)
"""What stands before what somebody is: "freelance sound tech", "self-taught web dev"."""
_STATION = re.compile(r"^(?P<when>now|currently|formerly|previously) (?P<role>[a-z].*)$", re.I)
_PART = re.compile(r"\b(?:team|department|division|directorate|unit|section|branch)$", re.I)
"""A part of an organisation, which one is "in"."""
_BUSY = re.compile(r", (?:with|now)\b| and I(?:'m)?\b|\bI have been\b|[()]")


def who_piece(brief: Brief, voice: Voice, *, facts: int = 2, limit: int = 40) -> Piece | None:
    """The sentence "I am …, with …"; nothing when the brief says nothing about the sender."""
    core, sources = _core(brief, voice)
    extras: list[str] = []
    for index in _chosen(brief, voice, facts, tellable=bool(core)):
        found = voice.fragment(brief.sender.facts[index], limit=20)
        phrase = fact_phrase(found, voice)
        if phrase is None or (core and phrase[1].startswith(UNJOINED)):
            continue
        joined, text = phrase
        if word_count(core) + word_count(text) > limit:
            continue
        if joined and core and not extras and not _BUSY.search(core):
            core = f"{core}, {text}"
        else:
            standing = _standing(joined, text)
            if brief.tone is Tone.WARM:
                standing = re.sub(r"^I am\b", "I'm", standing)
            extras.append(voice.sentence(standing))
        sources = (*sources, "sender.facts") if "sender.facts" not in sources else sources
    parts = ([voice.sentence(core)] if core else []) + extras
    return Piece(" ".join(parts), "who-you-are", sources) if parts else None


def _standing(joined: bool, text: str) -> str:
    """A "with …" phrase as a sentence of its own."""
    return "I have " + text.removeprefix("with ") if joined else text


def _chosen(brief: Brief, voice: Voice, most: int, *, tellable: bool = False) -> list[int]:
    """Which facts to tell: those nearest to the topic and the reader come first.

    With ``tellable``, only those that make a sentence.
    """
    them = brief.recipient
    wanted = " ".join(
        [brief.topic, brief.why_them, *brief.questions, them.role, *them.facts, brief.connection]
    )
    ranked = most_related(brief.sender.facts, wanted)
    if tellable:
        ranked = [index for index in ranked if _is_told(brief.sender.facts[index], voice)]
    return sorted(ranked[:most])


def _is_told(fact: str, voice: Voice) -> bool:
    phrase = fact_phrase(voice.fragment(fact, limit=20), voice)
    return phrase is not None and not phrase[1].startswith((UNJOINED, *WISHES))


def _core(brief: Brief, voice: Voice) -> tuple[str, tuple[str, ...]]:
    """As in "I am a data analyst at Northfield Hospital", and the fields used."""
    sender = _with_station(brief.sender, voice)
    place = "" if is_blank(sender.organisation) else place_name(sender.organisation)
    if place.lower() in _NO_PLACE:
        place = ""
    if is_blank(sender.role):
        return (f"I am writing from {place}", ("sender.organisation",)) if place else ("", ())
    said = _without_name(_two_roles(_first_of(sender.role), voice), voice)
    said = _AT_HOME.sub(r"stay-at-home \1", said)
    role = voice.forms.of(_ROLE_LEAD.sub("", voice.fragment(said, limit=24).text))
    if role.form is Form.BLANK:
        return (f"I am writing from {place}", ("sender.organisation",)) if place else ("", ())
    text = _with_and(_role_clause(role, voice, place), voice)
    if brief.tone is Tone.WARM:
        text = re.sub(r"^I am\b", "I'm", text)
    if (
        place
        and not _names(text, place)
        and not _PLACE_IN_ROLE.search(text)
        and not _ELSEWHERE.search(text)
    ):
        joined = _at_place(text, role, place)
        return joined, ("sender.role", "sender.organisation")
    return text, ("sender.role",)


def _with_station(sender: Person, voice: Voice) -> Person:
    """What stands for an organisation but tells of another job: "now paralegal at Brandt LLP"."""
    match = _STATION.match(sender.organisation.strip())
    if match is None or is_blank(sender.role):
        return sender
    held = role_phrase(match["role"], voice.lexicon)
    role = f"{sender.role.rstrip(' .,;')}, {match['when'].lower()} {held}"
    return sender.model_copy(update={"role": role, "organisation": ""})


def _with_and(text: str, voice: Voice) -> str:
    """What they are and what they did get their "and": "between jobs, was in logistics"."""
    head, comma, rest = text.partition(", ")
    verb = rest.split()[0].lower() if comma else ""
    did = verb in {*voice.lexicon.past, "was", "want", "need", "hope", "wish"}
    return f"{head} and {rest}" if did and "," not in rest else text


def _first_of(role: str) -> str:
    """The first of several stations set apart by slashes: "mum 7 years / before that payroll"."""
    head, slash, rest = role.partition(" / ")
    if slash and not re.match(r"(?:before|previously|formerly|then|ex|was|used to)\b", rest, re.I):
        return role
    return _YEARS_LONG.sub(r"\1 for \2", head) if slash or _YEARS_LONG.match(head) else role


def _two_roles(role: str, voice: Voice) -> str:
    """As in "new dad / data engineer" -> "new dad and data engineer"."""
    halves = [half.strip() for half in role.split(" / ")]
    roles = len(halves) == 2 and all(
        half and voice.lexicon.is_role(half.split()[-1].lower()) for half in halves
    )
    return " and ".join(halves) if roles else role


def _without_name(role: str, voice: Voice) -> str:
    """As in "Priya, data analyst" -> "data analyst"."""
    first, comma, rest = role.strip().partition(",")
    return rest.strip() if comma and first in voice.names else role


def _at_place(text: str, role: Fragment, place: str) -> str:
    if role.form is Form.PREPOSITION:
        return f"{text} ({place})"
    if _PART.search(place):
        held = "in" if _preposition(role) == "at" else _preposition(role)
        return f"{text} {held} {place if re.match(r'(?:an?|the|my|our) ', place, re.I) else f'the {place}'}"
    head, comma, rest = text.partition(", ")
    if comma and rest[:1].islower() and not rest.startswith(("now ", "currently ")):
        return f"{head} {_preposition(role)} {place}, {rest}"
    return f"{text}{',' if comma else ''} {_preposition(role)} {place}"


def _names(text: str, place: str) -> bool:
    return place.lower().removeprefix("the ") in text.lower()


def _preposition(role: Fragment) -> str:
    """Founders found something; others are at it."""
    held = role.words[-2:-1] and role.words[-2] in {
        "product",
        "process",
        "system",
        "data",
        "service",
    }
    return (
        "of"
        if not held and role.words[-1] in {"founder", "co-founder", "cofounder", "owner"}
        else "at"
    )


def _role_clause(role: Fragment, voice: Voice, place: str) -> str:
    text, form = role.text, role.form
    first, _, rest = text.partition(" ")
    if form is Form.FIRST:
        return text
    if voice.lexicon.is_role(role.first) and not text.startswith(("leads ", "heads ")):
        form = Form.NOUN
    named = any(voice.lexicon.is_role(word) for word in role.words[1:4])
    if form in (Form.PAST, Form.ADJECTIVE) and role.first == "retired" and named:
        form = Form.NOUN
    if form is Form.GERUND and len(role.words) == 1:
        return f"I work in {text}"
    if form is Form.NOUN and SPAN.search(text):
        return f"I have been {role_phrase(text, voice.lexicon, organisation=place)}"
    if form in (Form.GERUND, Form.ADJECTIVE, Form.PREPOSITION):
        last = role.words[-1]
        named = voice.lexicon.has("roles", last) or (
            role.first in _ENGAGED and last.endswith(("er", "or", "ist", "ian", "ant"))
        )
        titled = role.first in _BEFORE_A_TITLE and _titled(role.words, voice)
        if (named or titled) and form is Form.ADJECTIVE:
            return f"I am {indefinite(text)}"
        return f"I am {text}"
    if form is Form.PRESENT:
        kept = {"is": "am", "are": "am", "am": "am", "was": "was", "were": "was"}
        return f"I {kept.get(first.lower(), voice.lexicon.second_person(first))} {rest}"
    if form is Form.PERFECT:
        return f"I have {rest}"
    if form in (Form.PAST, Form.BASE):
        return f"I {text}"
    if form is Form.PASSIVE:
        return f"I am {text}"
    text = re.sub(
        r"(?P<lead>,| and) now (?P<role>[a-z])(?!n? )(?!\w+ing\b)",
        lambda m: f"{m['lead']} now {'an' if m['role'] in 'aeiou' else 'a'} {m['role']}",
        text,
    )
    return f"I am {role_phrase(text, voice.lexicon, organisation=place)}"


def _titled(words: list[str], voice: Voice) -> bool:
    """Whether after the first word comes what somebody is, and not where, since when or in what."""
    first, second = (*words[1:3], "", "")[:2]
    stops = (
        PREPOSITIONS
        | NUMBERS
        | AUXILIARY
        | frozenset("and but or now again too not also still".split())
    )
    if not first or first in stops or first[:1].isdigit() or first.endswith(("ly", "ed")):
        return False
    doing = first.endswith("ing")
    return not doing or (first not in voice.lexicon.gerund and bool(second) and second not in stops)


def sign_name(brief: Brief) -> str:
    """The sender's name as it stands under the message, or "" when it is not given."""
    return capitalise(title_name(brief.sender.name)) if not is_blank(brief.sender.name) else ""

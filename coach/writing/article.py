"""Chooses a, an, the or nothing before a role or an organisation."""

import re

from coach.writing.lexicon import Lexicon
from coach.writing.text import title_name

_AN_LETTERS = "aefhilmnorsx"  # letters whose names open with a vowel sound
_VOWEL_SOUND = re.compile(r"^(?:[aeiou]|hour|honest|honou?r|heir|8|11|18|80)", re.I)
_CONSONANT_SOUND = re.compile(
    r"^(?:uni(?![nm])|use|usu|eu|one\b|once\b|u[a-z]?\b(?=-)|ubiq|uk\b)", re.I
)
_THE = re.compile(
    r"^(?:university|ministry|department|institute|office|bank|school|college|council|faculty|"
    r"diocese|museum|centre|center|academy|institution|city|borough|federation|association|society|port|house|church|county|company) (?:of|for)\b",
    re.I,
)
INITIALS = frozenset("ux ui hr it nhs ml ai hgv sme ngo mp ceo cto cfo qa pr pa vp md gp".split())
_DETERMINED = re.compile(
    r"^(?:an?|the|my|our|your|his|her|their|one|two|three|four|five|some|this|that|both)\b", re.I
)


_WITH_THE = re.compile(
    r"^(?:BBC|NHS|UN|EU|IMF|UNHCR|RSPB|RSPCA|RNLI|CPS|FCA|World Bank|Treasury|Civil Service|Royal Navy|British Army|Army|RAF|Red Cross|"
    r"(?:Environment|Food Standards|Highways|Space|Rural Payments|Coastguard) Agency|"
    r"(?:Home|Foreign|Cabinet|Met|Land|Passport|Patent) Office|National (?:Trust|Gallery|Theatre|Archives|Museum)|"
    r"(?!The )(?:[A-Z][\w'’-]+ ){1,4}(?:Commission|Foundation|Federation|Association|(?<!Building )Society|Ministry|Coastguard|Ombudsman))$"
)
"""Names that are said with their article: "at the Environment Agency"."""
_DESCRIBED = re.compile(
    r"^(?i:small|smallish|big|large|local|tiny|mid-?sized?|medium(?:-sized)?|family(?:-run)?|private|independent)\s"
    r"(?:[\w-]+\s){0,2}?(?:company|firm|ngo|charity|school|startup|start-up|shop|bakery|clinic|practice|business|hospital|agency|"
    r"studio|factory|farm|restaurant|bank|garage|workshop|nursery|hotel|pharmacy|lab|consultancy|office)\b(?!\s[A-Z])"
)
"""What kind of place it is, where no name is given: "small company in Da Nang"."""
PLACES = frozenset(
    "company firm charity school startup start-up shop bakery clinic practice business hospital agency studio factory "
    "farm restaurant bank garage workshop nursery hotel pharmacy lab consultancy office salon cafe pub dept department "
    "university college gym library museum theatre warehouse yard network supermarket surgery council brewery hospice "
    "care-home home bookshop florist butcher's cooperative co-op chain".split()
)
"""Nouns for a kind of place."""
KINDS = frozenset(
    "small smallish big large local tiny medium-sized mid-sized family family-run private independent public regional "
    "national international global nearby rural state law tech fintech biotech pharma food high street village town "
    "primary secondary special care nursing housing building construction insurance accountancy accounting engineering "
    "marketing media software design architecture print printing gov govt government community sports charity animal "
    "dental vet veterinary coffee clothes fashion furniture car bike hair nail beauty tattoo logistics transport "
    "shipping haulage recruitment consulting web digital ad advertising games gaming energy water power steel textile "
    "distribution manufacturing packaging retail wholesale cleaning security events grooming catering travel telecoms "
    "plumbing heating joinery scaffolding landscaping gardening translation property letting electronics aerospace "
    "language driving music dance art further higher busy new old start-up".split()
)
"""What may stand before such a noun where no name is given."""
AFTER_HEAD = frozenset(
    "of at in for and with who on from to by about or vs versus that which after before when i we she he you "
    "is are was opening starting".split()
)
"""What may follow the head of a noun phrase."""


ORDINAL = frozenset("first last next final second".split())


SUPERLATIVE = re.compile(
    r"^(?:best|worst|youngest|oldest|newest|longest|fastest|biggest|largest|smallest|highest|strongest|greatest|"
    r"finest|nearest|closest|toughest|hardest|brightest|busiest|earliest|cleverest|smartest|kindest|only|sole|"
    r"most (?:senior|junior|experienced|qualified|honest|respected|helpful|patient|skilled|recent|improved|promising|read|viewed|used|cited))"
    r"(?:-[a-z]+)? (?!of\b|known\b|placed\b|suited\b|friends?\b|mates?\b|just\b|met\b|child\b)(?=[a-z])",
    re.I,
)
"""What is one of its kind and wants "the": "youngest lead on site"."""


def best_of(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a bare phrase says who is one of a kind: "best welder on nights", "best in the yard"."""
    match = SUPERLATIVE.match(phrase)
    if match is None:
        return False
    rest = re.findall(r"[^\W_]+(?:[-'’&][^\W_]+)*", phrase[match.end() :].lower())
    stop = next(
        (i for i, word in enumerate(rest) if word in AFTER_HEAD or word == "that"), len(rest)
    )
    return rest[:1] in (["in"], ["at"], ["on"], ["one"]) or any(map(lexicon.is_role, rest[:stop]))


def indefinite(phrase: str) -> str:
    """Put "a" or "an" before a phrase, by sound: an MSc, a university, an hour, an 8-year …"""
    return f"{'an' if _vowel_sound(phrase) else 'a'} {phrase}"


def _vowel_sound(phrase: str) -> bool:
    match = re.match(r"[^\W_]+", phrase)
    if match is None:
        return False
    word = match.group()
    if word.lower() in INITIALS:
        return word[0].lower() in _AN_LETTERS
    spelled = word.isupper() and (len(word) <= 3 or not re.search(r"[AEIOU]", word))
    if (spelled and word.upper() not in {"NATO", "NASA", "UNICEF", "STEM"}) or len(word) == 1:
        return word[0].lower() in _AN_LETTERS
    if re.match(r"(?:MSc|MBA|MEng|MPhil|NHS|SQL|SEN|HR|FE|MRI)", word):
        return True
    return bool(_VOWEL_SOUND.match(word)) and not _CONSONANT_SOUND.match(word)


def role_phrase(role: str, lexicon: Lexicon, *, organisation: str = "") -> str:
    """A role as it follows "I am": a nurse; head of data; the founder; second-year students."""
    role = _placed(role)
    if _DETERMINED.match(role) or role.lower().startswith(("someone", "somebody")):
        return role
    if SUPERLATIVE.match(role):
        return f"the {role}"
    words = re.findall(r"[^\W_]+(?:[-'’&][^\W_]+)*", role.lower())
    first = words[0] if words else ""
    if first in {"interim", "acting"} and words[1:2] and words[1] in lexicon.words["single_roles"]:
        return role
    unique = (
        first in lexicon.words["single_roles"]
        and len(words) > 1
        and words[1] in {"of", "for", "executive"}
    )
    if unique or (role.upper() == role and first in lexicon.words["single_roles"]):
        return role
    if first in {"head", "chief", "chair"} and organisation:
        return role
    if first in {"founder", "owner"} and words[1:2] == ["of"]:
        return f"the {role}"
    head = _head_noun(words)
    if (
        head.endswith("s")
        and not head.endswith(("ss", "us", "is"))
        and head[:-1] in lexicon.words["roles"]
    ):
        return role
    return indefinite(role)


def _placed(role: str) -> str:
    """As in "owner of small bakery" -> "owner of a small bakery"; "student at university" stays."""
    match = _AT_A_PLACE.match(role)
    if match is None or not is_described(match["place"]):
        return role
    named = match["place"].split()
    bare = next((i for i, word in enumerate(named) if word.lower() in AFTER_HEAD), len(named))
    if named[bare - 1].lower() in _STAY_BARE and (bare == 1 or match["link"] == "of"):
        return role
    return f"{match['who']} {match['link']} {indefinite(match['place'])}"


_AT_A_PLACE = re.compile(
    r"^(?P<who>[^,;()]{3,60}?) (?P<link>of|at|in|for) (?P<place>[a-z][^,;()]{2,60})$"
)
_STAY_BARE = frozenset(
    "university college school hospital home business practice department dept office surgery council network".split()
)
"""Places that a role may name without an article: "student at university", "head of department"."""


def with_article(phrase: str, lexicon: Lexicon) -> str:
    """A bare noun phrase with "the" where its head can be counted: "job offer" -> "the job offer"."""
    words = re.findall(r"[^\W_]+(?:[-'’&][^\W_]+)*", phrase.lower())
    if words and words[0] in ORDINAL and len(words) > 1:
        return f"the {phrase}"
    if (
        not words
        or " or " in phrase
        or _DETERMINED.match(phrase)
        or words[0].endswith(("'s", "’s", "ing"))
    ):
        return phrase
    return (
        f"the {phrase}"
        if _head_noun(words, AFTER_HEAD) in lexicon.words["counted_topics"]
        else phrase
    )


def _head_noun(
    words: list[str], ends: frozenset[str] = frozenset("of at in for and with who".split())
) -> str:
    stop = next((i for i, w in enumerate(words) if w in ends), len(words))
    return words[stop - 1] if stop else ""


def is_described(organisation: str) -> bool:
    """Whether what stands for an organisation says only what kind it is: "law firm", "food bank in Leith"."""
    words = organisation.strip().split()
    stop = next((i for i, word in enumerate(words) if word.lower() in AFTER_HEAD), len(words))
    named = words[:stop]
    if not named or any(word[1:] != word[1:].lower() for word in named):
        return False
    lows = [word.lower() for word in named]
    if any(word != word.lower() for word in named[1:]) or lows[-1] not in PLACES:
        return False
    if named[0] != lows[0] and len(named) == 1:
        return False  # "Network" may be a name
    return all(word in KINDS or word in PLACES for word in lows[:-1])


def place_name(organisation: str) -> str:
    """An organisation as it follows "at", from what was typed: its name, or what kind of place it is."""
    if is_described(organisation):
        plain = " ".join(organisation.split())
        return indefinite(plain[:1].lower() + plain[1:])
    return with_the(title_name(organisation))


def with_the(organisation: str) -> str:
    """An organisation as it follows "at": Northfield Hospital; the University of Leeds; a small charity."""
    if _DESCRIBED.match(organisation):
        return indefinite(organisation[:1].lower() + organisation[1:])
    named = _THE.match(organisation) or _WITH_THE.match(organisation)
    return f"the {organisation}" if named else organisation

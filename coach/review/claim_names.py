"""Holds the names in a message against the brief, and tells what sort of name each is."""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_cut import Piece
from coach.review.claim_ledger import Ledger
from coach.review.claim_tokens import names
from coach.review.stems import plain
from coach.review.text import Span, word_spans, words

_TOOL = re.compile(r"google (?:meet|hangouts|maps|docs|drive|calendar)|ms teams", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|from|near|to|outside|around|across)(?: the)? $", re.IGNORECASE)
_EMPLOYER = re.compile(
    r"\b(?:at|for|with|joined|left|leave|join|by|company|firm|of)(?: the)? $", re.IGNORECASE
)
_EVENT = re.compile(
    r"\b(?:conference|summit|fair|expo|congress|meetup|festival|forum|workshop|day|evening|week|awards?"
    r"|webinar|reunion|hackathon)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^\s*(?:[A-Z][\w'-]+ )?(?:has|had|is|was|says|said|told|suggested|recommended|mentioned|thinks|reckons|sends"
    r"|asked|and [iI]|from (?!the\b)|introduced|gave|also|kindly|passed|pointed|helped|\w+ed)\b"
)
_SELVES = ("i", "im", "ive", "i'm", "i've", "id", "ill", "i'd", "i'll")
_LONGEST_ACRONYM = 5
_SHORT_NAME = 5
_FAREWELL = 4
_SHORTEST = 3
"""Letters of a name cut short."""
_PERSONAL = re.compile(
    r"\b(?:friend|colleague|boss|manager|brother|sister|cousin|wife|husband|partner|mentor|tutor|teacher|professor|named|called"
    r"|mr|mrs|ms|dr|aunt|uncle|mate|foreman|neighbour|supervisor|daughter|son|classmate|and i|ask|asked)\.? $",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[[^\]\n]{0,60}\]")


def name_claims(ledger: Ledger, sentence: Span, pieces: list[Piece]) -> Iterator[Claim]:
    """Yield the names in a sentence that are not given; the last words before one's own name are a greeting."""
    if _signs_off(ledger, sentence):
        return
    known_tools = ledger.reading.phrases.word_set("tool") | ledger.lexicon.words("acronyms")
    blanked = _TOOL.sub(lambda m: " " * len(m.group()), sentence.text)
    blanked = _PLACEHOLDER.sub(lambda m: " " * len(m.group()), blanked)
    whole = Span(sentence.start, sentence.end, blanked)
    for at in [*names(whole), *_acronyms(whole), *_first(ledger, whole)]:
        bare = at.text.removesuffix("'s").strip("'")
        if (
            _own_short(ledger, bare)
            or ledger.named(bare)
            or set(ledger.stems_of(bare)) & known_tools
        ):
            continue
        inner = any(c.isupper() for c in bare[1:])
        if not inner and _is_given(ledger, bare):
            continue
        if bare[-1:] == "s" and bare[:-1].isupper() and ledger.named(bare[:-1]):
            continue
        known = _is_common(ledger, bare) and not _in_name(sentence, at)
        short = bare.isupper() and len(bare) <= 3
        if known and not short and not _of_person(ledger, sentence, at, bare):
            continue
        yield Claim(at, _kind(sentence, at))


def _signs_off(ledger: Ledger, sentence: Span) -> bool:
    """Whether a sentence is a farewell in any language with the sender's name: "Gracias, Matías"."""
    brief = ledger.reading.brief
    said = words(sentence.text)
    own = words(brief.sender.name)[:1] if brief is not None else []
    return 1 < len(said) <= _FAREWELL and plain(said[-1]) in map(plain, own)


def _own_short(ledger: Ledger, name: str) -> bool:
    """Whether somebody calls themselves by the beginning of their first name: "it's Bea from wardrobe"."""
    brief = ledger.reading.brief
    first = brief.sender.name.split(" ")[0].lower() if brief is not None else ""
    return len(name) >= _SHORTEST and first.startswith(name.lower())


def _is_common(ledger: Ledger, word: str) -> bool:
    """A word of the lists that tell nothing, written large."""
    stems = ledger.stems_of(word)
    return all(s in ledger.wording or not ledger.telling(s) for s in stems)


def _is_given(ledger: Ledger, word: str) -> bool:
    """Whether an ordinary word written large is given; a name is not given by one that begins alike."""
    stem = (ledger.stems_of(word) or [""])[0]
    if stem in ledger.stems:
        return True
    ordinary = stem in ledger.lexicon.groups or len(stem) > _SHORT_NAME
    return ordinary and plain(word) not in ledger.lexicon.nicknames and ledger.holds(stem)


def _of_person(ledger: Ledger, sentence: Span, at: Span, word: str) -> bool:
    """Whether a common word written large is somebody's name here: "my friend Grace"."""
    before = sentence.text[max(0, at.start - sentence.start - 30) : at.start - sentence.start]
    if _PERSONAL.search(before):
        return True
    return plain(word) in ledger.lexicon.nicknames and before.strip()[-1:] not in ("", ".", ":")


def _in_name(sentence: Span, at: Span) -> bool:
    """Whether another capitalised word stands right beside it, as in "Lister Hospital"."""
    start, end = at.start - sentence.start, at.end - sentence.start
    after = re.match(r" [A-Z][a-z]{2,}", sentence.text[end : end + 20])
    return after is not None and start > 0 and not at.text.isupper()


def _acronyms(sentence: Span) -> list[Span]:
    if sentence.text.upper() == sentence.text:
        return []
    spans = word_spans(sentence.text, sentence.start)
    return [
        s
        for s in spans
        if 2 < len(s.text) <= _LONGEST_ACRONYM and s.text.isupper() and s.text.isalpha()
    ]


def _first(ledger: Ledger, sentence: Span) -> list[Span]:
    """The first word, when it is no word we know and somebody of that name does something."""
    spans = word_spans(sentence.text, sentence.start)
    if not spans or not spans[0].text[0].isupper() or len(spans) < 2:
        return []
    first = spans[0]
    stem = ledger.stems_of(first.text)[:1]
    if not stem or stem[0] in ledger.lexicon.groups or _is_common(ledger, first.text):
        return []
    if plain(first.text).endswith(("ing", "ly", "ed")):
        return []
    rest = sentence.text[first.end - sentence.start :]
    return [first] if _SAYS.match(rest) or _capital(spans[1].text) else []


def _capital(word: str) -> bool:
    return word[0].isupper() and plain(word) not in _SELVES


def _kind(sentence: Span, at: Span) -> str:
    before = sentence.text[: at.start - sentence.start]
    after = sentence.text[at.end - sentence.start :]
    before = re.sub(r"(?:[A-Z][\w'-]*[ ])+$", "", before)
    near = re.match(r"(?:[ ](?:[A-Z][\w'-]*|\w+))?(?:[ ][\w'-]+)?", after)
    if near is not None and _EVENT.search(near.group()):
        return "event"
    if _PLACE.search(before):
        return "place"
    return "employer" if _EMPLOYER.search(before) else "name"

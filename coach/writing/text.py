"""Tidies what people type: bullets, capitals, emoji, stray marks, long pastes.

Nothing here changes a word; it changes case, spacing and punctuation, and chooses how much of a
long text to use.
"""

import re
import unicodedata
from collections.abc import Sequence

from coach.writing.repairs import repaired
from coach.writing.word_case import (
    CALENDAR,
    CALENDAR_CASED,
    CLOSED_CLASS,
    FULL_MONTHS,
    LOWER_SHORTHAND,
    MONTH_WORDS,
    RELATED,
    SHORTHAND,
    SMALL_WORDS,
    are_initials,
)

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*['’]?|[^\w\s]|_", re.UNICODE)
_BULLET = re.compile(r"^\s*(?:[-*•–—·>]+|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_SPACE = re.compile(r"\s+")
_EMPTY = re.compile(
    r"^(?:n/?a|none|nothing|no|not applicable|not (?:yet|sure)|unsure|nil|null|unknown|tbd|tbc|todo|idk|"
    r"dunno|no idea|(?:i )?do(?:n['’]?t| not) (?:really )?know|anything|whatever|\?+|-+|\.+)"
    r"(?: (?:yet|at the moment|right now|for now|currently|really|atm|rn|so far|today))*$",
    re.I,
)
_ABBREVIATION = re.compile(
    r"\b(?:dr|prof|mr|mrs|ms|mx|st|sr|jr|rev|col|capt|lt|sgt|maj|cllr|vs|etc|e\.g|i\.e|approx|esp|incl|w|no|dept|inc|ltd|co|[a-z])\.$",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)")


def tidy(text: str) -> str:
    """One line of text with plain spaces: no bullets, control characters or emoji."""
    text = unicodedata.normalize("NFC", text)
    raw = [line for line in text.splitlines() if line.strip()]
    lines = [line for line in (_BULLET.sub("", line).strip() for line in raw) if line]
    joined = _as_list(lines) if _is_list(raw, lines) else _as_prose(lines)
    joined = repaired(joined)
    kept = (character for character in joined if not _is_noise(character))
    return re.sub(r"([!?])\1+", r"\1", _SPACE.sub(" ", "".join(kept))).strip()


def _is_list(raw: list[str], lines: list[str]) -> bool:
    """Whether lines are the items of a list: bulleted, or short and without end marks."""
    if len(lines) < 2 or any(line[-1] in ".!?…" for line in lines):
        return False
    return all(map(_BULLET.match, raw)) or all(len(line.split()) <= 4 for line in lines)


def _as_list(lines: list[str]) -> str:
    """As in "a, b and c"."""
    return ", ".join(lines[:-1]) + " and " + lines[-1]


def _as_prose(lines: list[str]) -> str:
    """Lines run together; a stop is put in where a new line opens with a capital."""
    joined = ""
    for line in lines:
        if joined:
            joined += " " if joined[-1] in ".!?…:,;" else ". " if line[0].isupper() else ", "
        joined += line
    return joined


def _is_noise(character: str) -> bool:
    category = unicodedata.category(character)
    if character.isspace():
        return False
    return category in ("Cc", "Cf", "Co", "Cs", "Cn", "So", "Sk") or character in "\ufe0f\u200d"


def is_blank(text: str) -> bool:
    """Whether a field says nothing: empty, "n/a", "none", "-"."""
    plain = tidy(text).strip(" \"'“”()")
    return not plain or bool(_EMPTY.match(plain)) or not any(map(str.isalnum, plain))


def bare(text: str) -> str:
    """Strip quotes around the whole, and stops at the end; a question mark stays."""
    text = text.strip()
    if len(text) > 1 and (text[0], text[-1]) in {('"', '"'), ("“", "”"), ("'", "'"), ("‘", "’")}:
        text = text[1:-1].strip()
    question = bool(re.search(r"\?[\s!?.]*$", text))
    text = re.sub(r"[\s.!?…,;:–—-]+$", "", text) if not _ABBREVIATION.search(text) else text
    return text + ("?" if question else "")


def calm(text: str, acronyms: frozenset[str], names: Sequence[str] = ()) -> str:
    """Put a text typed ALL IN CAPITALS into ordinary case, keeping acronyms and known names."""
    letters = [character for character in text if character.isalpha()]
    shouted = sum(character.isupper() for character in letters)
    long = [word for word in WORD.findall(text) if len(word) > 3 and word.lower() not in acronyms]
    if not any(word.isupper() for word in long) or shouted < 0.8 * len(letters):
        return recase(text, names)
    low = WORD.sub(lambda m: _calm_word(m.group(), acronyms), text)
    return recase(low, names)


def _calm_word(word: str, acronyms: frozenset[str]) -> str:
    low = word.lower()
    if low in CLOSED_CLASS:
        return low
    if low not in acronyms and len(low) > 1 and low.isalpha() and not re.search(r"[aeiouy]", low):
        return word.upper()
    if low in acronyms:
        return {"phd": "PhD", "msc": "MSc", "bsc": "BSc", "devops": "DevOps", "ios": "iOS"}.get(
            low, word.upper()
        )
    return low


def recase(text: str, names: Sequence[str] = ()) -> str:
    """Capitalise "i", days, months and the names in ``names`` where they were typed in lower case."""
    for name in names:
        if len(name) > 1 and name.lower() in text.lower() and name not in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, text, flags=re.I)
    people = [name for name in names if " " not in name]
    known = {name.lower(): name for name in people if name != name.lower()}

    def word_case(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower().replace("’", "'")
        if low in SHORTHAND and (word == low or word == low.capitalize()):
            return SHORTHAND[low] if word == low else capitalise(SHORTHAND[low])
        if word in LOWER_SHORTHAND:
            return LOWER_SHORTHAND[word]
        if are_initials(word, match):
            return word.upper()
        if word == "i" or low in {"i'm", "i've", "i'd", "i'll"}:
            return "I" + word[1:]
        if word != word.lower():
            return word
        stem, tail = (word[:-2], word[-2:]) if word.endswith(("'s", "’s")) else (word, "")
        if stem in known:
            return known[stem] + tail
        plural = stem.endswith("days") and stem[:-1] in CALENDAR
        if stem in CALENDAR or plural:
            return CALENDAR_CASED.get(stem, stem.capitalize()) + tail
        return word

    return MONTH_WORDS.sub(lambda m: f"{m[1]} {FULL_MONTHS[m[2]]}", WORD.sub(word_case, text))


def greeting_name(name: str) -> str:
    """A name as it is said: without what stands in brackets or after a comma ("PhD", "(ret.)")."""
    plain = _SPACE.sub(" ", re.sub(r"\([^)]*\)", "", name)).strip()
    return plain.split(",")[0].strip() or name


def title_name(name: str) -> str:
    """A person's or organisation's name with capitals, when it was typed without any."""
    name = _SPACE.sub(" ", "".join(c for c in name if not _is_noise(c))).strip(" .,;:")
    name = re.sub(r"\b(O['’])([a-z])", lambda m: m[1] + m[2].upper(), name)
    if related := RELATED.match(name):
        rest = name[related.end() :]
        return f"{related.group().lower()}{title_name(rest)}" if rest else name
    letters = [character for character in name if character.isalpha()]
    if not letters:
        return name
    if not (all(c.islower() for c in letters) or _shouted(name)):
        words = name.split(" ")
        if len(words) > 1 and any(word.islower() and word not in SMALL_WORDS for word in words[:1]):
            return " ".join([_capital(words[0]), *words[1:]])
        return name
    return " ".join(
        word.lower() if word.lower() in SMALL_WORDS and index else _capital(word)
        for index, word in enumerate(name.split(" "))
    )


def _shouted(name: str) -> bool:
    return name.isupper() and any(len(word) > 4 for word in name.split())


def _capital(word: str) -> str:
    if word.isupper() and len(word) <= 4 and not re.search(r"[AEIOUY]", word):
        return word  # NHS, BBC
    cased = "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
    return re.sub(r"^(O['’])([a-z])", lambda m: m[1] + m[2].upper(), cased)


def capitalise(text: str) -> str:
    """Upper-case the first letter, leaving the rest ("iOS" and "eBay" stay)."""
    if re.match(r"[a-z]+[A-Z]", text):
        return text
    return text[:1].upper() + text[1:]


def uncapitalise(text: str, names: Sequence[str] = ()) -> str:
    """Lower-case the first letter, unless the word is "I", an acronym or a name."""
    first = (WORD.match(text) or re.match(r"", text)).group()  # type: ignore[union-attr]
    known = {part for name in names for part in WORD.findall(name)}
    proper = first.lower().removesuffix("'s") in CALENDAR
    if first == "I" or first.startswith(("I'", "I’")) or first in known or proper:
        return text
    if len(first) == 1 and first not in "AI" and first.isupper():
        return text  # "R, SQL and a bit of Python"
    if len(first) > 1 and any(character.isupper() for character in first[1:]):
        return text
    rest = text[len(first) :].lstrip()
    listed = re.match(r",\s+[A-Z]", rest)  # "Hindi, Gujarati, English"
    if (rest[:1].isupper() or listed) and first.lower() not in OPENERS:  # "Health Data Summit"
        return text
    told = re.match(
        r"(?:said|told|suggested|mentioned|recommended|introduced|thinks|says|is|was|has)\b", rest
    )
    if told and first.lower() not in OPENERS and not first.lower().endswith(("ing", "s", "tion")):
        return text  # "Sam said …"
    return text[:1].lower() + text[1:]


OPENERS = frozenset(
    "a an the my our your his her their how what why when where who which whether if it there she he they we you this that these those all one some many most no not is are was were do "
    "does did can could would should will may might am shall have has about at in on from for through via by after "
    "being becoming choosing moving using learning working getting leaving joining because".split()
)


def sentences(text: str) -> list[str]:
    """Split a text into sentences; abbreviations and initials do not end one."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group().startswith(".") and _ABBREVIATION.search(text[start : match.end()]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if any(map(str.isalnum, sentence))]


def word_count(text: str) -> int:
    """Number of words, as a person counts them."""
    return len(text.split())


_CUTS = (
    re.compile(r"\s*[;:—–]\s+|\s+-\s+"),
    re.compile(r",\s+(?=(?:which|who|where|because|so|and|but|as|since|although|though|while)\b)"),
    re.compile(r"\s+(?=(?:which|because|although|though|while|when|so that|but)\b)"),
    re.compile(r"\s*\((?=[^)]*\))"),
    re.compile(r",\s+"),
    re.compile(r"\s+(?=and\b)"),
    re.compile(r"\s+(?=(?:at|in|during|after|before|with|from|on|for|through)\b)"),
)


def condense(text: str, limit: int) -> str:
    """Shorten to at most ``limit`` words at a natural boundary; never in the middle of a phrase.

    Returns the text unchanged when it is short enough or has no boundary early enough.
    """
    if word_count(text) <= limit:
        return text
    for cut in _CUTS:
        heads = [text[: match.start()].rstrip(" ,;:") for match in cut.finditer(text)]
        fitting = [head for head in heads if 3 <= word_count(head) <= limit and _whole(head)]
        if fitting:
            return fitting[-1]
    return text


_DANGLING = frozenset(
    "a an the of to and or but with between from for in on at by my your her his their our this that "
    "is are was were be as than who which how what why into about both either not very".split()
)


_UNFINISHED = frozenset(
    "coming going moving switching changing being having getting doing making turning looking".split()
)
"""Verbs in -ing that want more after them: "hospital pharmacy coming"."""
_SUBORDINATORS = frozenset(
    "when who which that because if whose where while how what why whether".split()
)


def _whole(head: str) -> bool:
    """Whether a shortened text does not end on a word that wants another, or mid "between … and"."""
    words = head.lower().split()
    if words[-1].strip(",") in _DANGLING or (len(words) > 1 and words[-1] in _UNFINISHED):
        return False
    if set(words[-3:]) & _SUBORDINATORS:
        return False
    if "between" in words and "and" not in words[words.index("between") :]:
        return False
    if "from" in words and re.search(
        r"\b(?:mov|switch|chang|transition|shift|go|went|grew)", head.lower()
    ):
        return "to" in words[words.index("from") :] or "into" in words
    return head.count("(") == head.count(")") and head.count('"') % 2 == 0

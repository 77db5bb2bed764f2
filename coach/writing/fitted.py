"""Questions that fit one person: from what they did, made, know, and from the place they sit in.

A question that could be put to anybody with the same title wastes the talk. These take up the
mentee's reason for this person, a work of theirs the mentee knows, a fact about them, or, failing
all that, their role and organisation.
"""

import re
from collections.abc import Iterator

from coach.domain.brief import AgendaBrief
from coach.writing.article import place_name, role_phrase
from coach.writing.fragment import Form, Fragment
from coach.writing.own_words import OwnWords
from coach.writing.reasons import because
from coach.writing.text import capitalise, condense, is_blank, tidy, title_name, word_count
from coach.writing.wording import Wording

MOST_ABOUT = 8
"""Words of the topic that a question may repeat; it stands above the question anyway."""
LONGEST = 18
"""Words of a clause about the counterpart, before the question."""
_CUT = re.compile(
    r"\s*(?:,|;|\band (?:i|we|it|she|he|you)\b|\bwhich\b|\bwhere\b|\bwhen\b|\bon how\b|\bthat\b).*$",
    re.I,
)


def fitted_questions(
    brief: AgendaBrief, words: OwnWords, wording: Wording, about: str
) -> Iterator[str]:
    """Questions for this person, the closest fit first. ``about`` is the topic as it follows "about"."""
    short = about if about and word_count(about) <= MOST_ABOUT else ""
    told = [brief.why_them, *brief.recipient.facts]
    for index, text in enumerate(text for text in told if not is_blank(text)):
        clause = _clause(brief, words, text)
        if clause:
            yield _from_clause(brief, words, wording, clause, short, index)
    if work := _work(brief, words):
        yield wording.choose("fitted.work", brief, x=work)
    role = _role(brief, words)
    if role:
        yield wording.choose("fitted.role", brief, x=role)
    place = title_name(brief.recipient.organisation)
    if place and place.lower() != title_name(brief.sender.organisation).lower():
        yield wording.choose("fitted.place", brief, x=place_name(brief.recipient.organisation))


def _clause(brief: AgendaBrief, words: OwnWords, text: str) -> str:
    """What the text says of the counterpart: "you moved …" or "your …"; "" when it says neither."""
    found = because(brief.model_copy(update={"why_them": text}), words.voice, limit=LONGEST)
    clause = found.removeprefix("because of ").removeprefix("because ").rstrip("?. ")
    usable = clause.startswith(("you ", "your ", "you'", "you’"))
    return clause if usable and word_count(clause) <= LONGEST + 4 else ""


def _from_clause(
    brief: AgendaBrief, words: OwnWords, wording: Wording, clause: str, about: str, variant: int
) -> str:
    said = capitalise(clause)
    if clause.startswith("your "):
        return wording.choose("fitted.yours", brief, variant, x=clause)
    lexicon = words.voice.lexicon
    verb = clause.split()[1].lower()
    past = (verb in lexicon.past and verb not in lexicon.base) or verb.endswith("ed")
    tense = "did" if past and not clause.startswith("you have") else "now"
    key = f"fitted.{tense}-topic" if about else f"fitted.{tense}"
    return wording.choose(key, brief, variant, x=said, about=about)


def _work(brief: AgendaBrief, words: OwnWords) -> str:
    """Something of theirs the mentee knows, as a noun phrase: "your talk at the summit"."""
    fragment = words.phrase(brief.connection, 24)
    lows = [word.lower() for word in fragment.text.split()]
    if "your" not in lows:
        return ""
    tail = " ".join(fragment.text.split()[lows.index("your") :])
    phrase = condense(_CUT.sub("", tail), 12)
    named = [word.strip(",.") for word in phrase.lower().split()[1:4]]
    works = words.voice.lexicon.words["works"]
    known = any(word in works for word in named) and word_count(phrase) <= 14
    return phrase if known else ""


def _role(brief: AgendaBrief, words: OwnWords) -> str:
    """The counterpart's role as it follows "as": "a ward manager", "head of data"."""
    role = tidy(brief.recipient.role).rstrip(". ")
    fragment = words.voice.prepare(role) if not is_blank(role) else Fragment("", Form.BLANK)
    first = re.split(r"[,;/(]|\band\b", fragment.text)[0].strip()
    if fragment.form is not Form.NOUN or not first or word_count(first) > 8:
        return ""
    if re.match(r"(?:s|e)?vp (?!of\b)", first, re.I):
        return first  # "as VP Operations"
    if role[:1].isupper() and first[:1].islower() and " at " not in role:
        first = " ".join(word.lower() if word.istitle() else word for word in first.split())
    return role_phrase(first, words.voice.lexicon, organisation=brief.recipient.organisation)

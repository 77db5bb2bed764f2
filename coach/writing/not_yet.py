"""Says honestly what was not done, or what has not come of it yet."""

import re

from coach.writing.article import indefinite, with_article
from coach.writing.facts import fact_phrase
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import DETERMINERS, PREPOSITIONS
from coach.writing.lexicon import FINITE
from coach.writing.text import bare, recase
from coach.writing.voice import Voice

NOT_YET = re.compile(
    r"^(?:i )?(?:not yet|nothing yet|none yet|no action yet|haven['’]?t(?: done (?:it|this|that))? yet|"
    r"have not(?: done (?:it|this|that))? yet|not (?:done|started|tried)(?: (?:it|this|that))?(?: yet)?|yet to (?:do|start) (?:it|this|that)?|"
    r"still to do)\s*(?P<rest>.*)$",
    re.I | re.S,
)
"""An honest "not yet", and what may follow it: the reason."""
NOTHING_CAME = re.compile(
    r"^(?:not yet|nothing yet|none yet|no results? yet|nothing(?: so far)?(?=\W*$|[,;:.–-])|unclear yet|not clear yet)\b\s*(?P<rest>.*)$",
    re.I | re.S,
)
_NOT_DONE = re.compile(
    r"^not (?P<early>yet )?(?P<deed>[a-z]+)(?P<what>(?: (?!yet\b|so far\b)[^,;]+?)?)(?P<late>(?: yet| so far)?)$",
    re.I,
)
"""What was not done, without "I have": "not sent yet", "not heard back so far"."""
UNDONE_WITH_REASON = re.compile(
    r"^(?P<head>not (?:yet )?[a-z]+ (?!it\b|this\b|that\b|yet\b|so far\b)[^,;]{2,60}? (?:yet|so far))\b[\s,;:–-]+(?P<rest>\S.*)$",
    re.I,
)
"""The thing that was not done, then why: "not booked the exam yet because no money"."""
_NEEDS_NO_OBJECT = frozenset(
    "started finished begun decided heard applied replied gone been met spoken talked managed succeeded "
    "moved come".split()
)
DONE_TO = frozenset(
    "cited approved printed published used quoted adopted funded accepted rejected shortlisted copied "
    "reviewed signed".split()
)
"""Past forms that, as a result, say what became of the work: "cited twice"."""
_STATE = re.compile(
    r"^(?P<who>(?:[\w'’-]+ ){0,3}?[\w'’-]+?) (?:all |still |now |both |being )?"
    r"(?:shut|closed|frozen|cancelled|postponed|delayed|broken|stolen|away|ill|sick|off(?: sick| work| ill)?|busy|late|"
    r"on (?:leave|holiday|strike|hold|nights|maternity leave|sick leave)|in hospital|abroad|full|overrun|flooded|stuck|"
    r"down with \w+|double booked|slow|due|pending|overdue|behind|not (?:out|back|ready|in|open)|short[- ]staffed|out of (?:action|office|stock|town))\b(?! (?:to|that|the|my|a|me|us)\b)",
    re.I,
)
"""How things stand, without a verb: "boss on leave", "kit broken"."""
_MINE = frozenset(
    "boss manager supervisor tutor mentor gaffer mum dad mother father wife husband partner son daughter kid child "
    "children baby laptop car phone deputy".split()
)
_NEWLY_HAD = re.compile(r"^new (?:baby|job|boss|manager|role|puppy|house|flat)\b", re.I)
_JOINED = re.compile(r"^[\s,;:.–-]*(?:(?:but|because(?! of\b)|as|since|so)\s+)?", re.I)


def not_yet(said: str, rest: str, voice: Voice) -> str:
    """What was not done or did not come of it, with the reason that was given."""
    told = recase(rest, voice.names)
    reason = bare(_JOINED.sub("", told))
    fragment = voice.fragment(reason)
    if fragment.form is Form.BLANK:
        return f"{said}."
    if fragment.form in (Form.FIRST, Form.CLAUSE, Form.SECOND):
        return f"{said}: {fragment.text}."
    if fragment.words[0] == "off":
        return f"{said}, being {fragment.text}."
    if fragment.form is Form.PREPOSITION or fragment.text.startswith("because"):
        return f"{said}, {fragment.text}."
    named = reason[:1].isupper() and "." not in told[: told.find(reason)]
    if state := _standing(fragment, voice, reason if named else ""):
        return f"{said}, with {state}."
    if fragment.form is Form.NOUN:
        clause = fragment.words[0] in {"no", "too", "so", "very", "not"} or _tells(fragment, voice)
        return f"{said}: {fragment.text}." if clause else f"{said}, because of {fragment.text}."
    if _NEWLY_HAD.match(fragment.text):
        return f"{said}, because of {indefinite(fragment.text)}."
    deed = fact_phrase(fragment, voice)
    text = deed[1] if deed else fragment.text
    return f"{said}: {text}."


def _standing(fragment: Fragment, voice: Voice, named: str) -> str:
    """How things stand, without their verb: "site shut by floods" -> "the site shut by floods"."""
    match = _STATE.match(fragment.text)
    if match is None or fragment.form not in (Form.NOUN, Form.CLAUSE, Form.PAST):
        return ""
    words = match["who"].lower().split()
    if any(map(voice.lexicon.is_finite, words)) or words[0] in {
        "no",
        "not",
        "too",
        "was",
        "been",
        "is",
        "got",
        "still",
    }:
        return ""
    if words[0] in DETERMINERS or named:
        return named or fragment.text
    mine = {words[-1], words[-1].removesuffix("s")} & _MINE
    return f"{'my' if mine else 'the'} {fragment.text}"


def _tells(fragment: Fragment, voice: Voice) -> bool:
    """Whether a reason has its own verb, and so is no noun to stand after "because of"."""
    verbs = voice.lexicon.past.keys() | voice.lexicon.participle.keys() | FINITE
    told = any(
        word in verbs or word in {"because", "so", "and", "but"} for word in fragment.words[1:]
    )
    return told or "," in fragment.text


def not_done(text: str, voice: Voice, *, is_result: bool = False) -> str:
    """As in "not sent yet" -> "I have not sent it yet"; "" if it is none."""
    match = _NOT_DONE.match(text)
    if match is None:
        return ""
    known = match["deed"].lower() in {*voice.lexicon.participle, *DONE_TO}
    thing = match["what"].split()[:1]
    done = match["deed"].endswith("ed") and thing and thing[0].lower() not in PREPOSITIONS
    if not known and not done:
        return ""
    early, deed, what, late = match["early"] or "", match["deed"], match["what"], match["late"]
    if is_result and deed in DONE_TO:
        return f"It has not {early}been {deed}{what}{late}."
    it = "" if what or deed in _NEEDS_NO_OBJECT else " it"
    what = f" {with_article(what.strip(), voice.lexicon)}" if what else ""
    return f"I have not {early}{deed}{it}{what}{late}."

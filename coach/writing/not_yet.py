"""Says honestly what was not done, or what has not come of it yet."""

import re

from coach.writing.facts import fact_phrase
from coach.writing.fragment import Form
from coach.writing.text import bare
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
_NEEDS_NO_OBJECT = frozenset(
    "started finished begun decided heard applied replied gone been met spoken talked managed succeeded "
    "moved come".split()
)
DONE_TO = frozenset(
    "cited approved printed published used quoted adopted funded accepted rejected shortlisted copied "
    "reviewed signed".split()
)
"""Past forms that, as a result, say what became of the work: "cited twice"."""
_JOINED = re.compile(r"^[\s,;:.–-]*(?:(?:but|because|as|since|so)\s+)?", re.I)


def not_yet(said: str, rest: str, voice: Voice) -> str:
    """What was not done or did not come of it, with the reason that was given."""
    reason = bare(_JOINED.sub("", rest))
    fragment = voice.fragment(reason)
    if fragment.form is Form.BLANK:
        return f"{said}."
    if fragment.form in (Form.FIRST, Form.CLAUSE, Form.SECOND):
        return f"{said}: {fragment.text}."
    if fragment.form is Form.PREPOSITION or fragment.text.startswith("because"):
        return f"{said}, {fragment.text}."
    if fragment.form is Form.NOUN:
        return (
            f"{said}: {reason}."
            if reason.startswith("no ")
            else f"{said}, because of {fragment.text}."
        )
    deed = fact_phrase(fragment, voice)
    text = deed[1] if deed else fragment.text
    return f"{said}: {text}."


def not_done(text: str, voice: Voice, *, is_result: bool = False) -> str:
    """As in "not sent yet" -> "I have not sent it yet"; "" if it is none."""
    match = _NOT_DONE.match(text)
    if match is None or match["deed"].lower() not in {*voice.lexicon.participle, *DONE_TO}:
        return ""
    early, deed, what, late = match["early"] or "", match["deed"], match["what"], match["late"]
    if is_result and deed in DONE_TO:
        return f"It has not {early}been {deed}{what}{late}."
    it = "" if what or deed in _NEEDS_NO_OBJECT else " it"
    return f"I have not {early}{deed}{it}{what}{late}."

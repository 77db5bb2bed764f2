"""Mends by rule what a model puts around an answer that is otherwise fit to be spoken."""

import re

from coach.rehearsal.line_rules import plain
from coach.rehearsal.scene import Persona, Scenario
from coach.rehearsal.speech import speech
from coach.rehearsal.written_out import write_out

_STAGE = re.compile(
    r"\*[^*\n]{1,60}\*|[(\[](?:\w+s|pause|pausing|smiling|laughing|nodding|sighing|thinking|silence)\b[^)\]]{0,40}[)\]]"
)
_STOCK = re.compile(
    r"(?:(?:that(?:'s| is) )?(?:an? )?(?:really |very )?(?:great|good|excellent|wonderful|fantastic|thoughtful) (?:question|point)|"
    r"absolutely|certainly|thank(?:s| you)(?: so much)? for (?:sharing|asking|your question|that question)(?: that)?(?: with me)?|"
    r"i (?:really )?appreciate (?:you|your) [^.]{1,40}|i hear you|i understand|great)"
)
_TITLES = frozenset("dr prof professor mr mrs ms mx sir dame rev sister".split())
_QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"))


def mended(line: str, scenario: Scenario, persona: Persona) -> str:
    """The answer alone: no speaker's name, stage direction, stock opener or exclamation mark.

    What it says is not touched, and nothing is made shorter than that.
    """
    first = re.escape(first_name(scenario.counterpart.name)) or "(?!)"
    text = re.sub(rf"[(\[](?:{first}|s?he|they)\b[^)\]]{{0,60}}[)\]]", " ", _STAGE.sub(" ", line))
    text = re.sub(r"[ \t]+", " ", text).strip()
    text = _without_label(_unquoted(text), scenario.counterpart.name)
    text = _unquoted(text).replace("?!", "?").replace("!?", "?").replace("!", ".")
    text = _without_opener(text)
    return text if persona.contractions else write_out(text)


def first_name(name: str) -> str:
    """The first word of a name that is no title; empty where there is none."""
    words = (word for word in name.split() if word.strip(".").lower() not in _TITLES)
    return next(words, "")


def _unquoted(text: str) -> str:
    for opening, closing in _QUOTES:
        inside = text[1:-1]
        whole = text.startswith(opening) and text.endswith(closing) and len(text) > 2
        if (
            whole
            and opening not in inside
            and closing not in inside.replace("'", "" if opening != "'" else "'")
        ):
            return inside.strip()
    return text


def _without_label(text: str, name: str) -> str:
    """Without "Margaret:" before it."""
    before, colon, after = text.partition(":")
    own = {plain(name), *plain(name).split(), "counterpart", "answer", "reply"}
    return after.strip() if colon and plain(before) in own and after.strip() else text


def _without_opener(text: str) -> str:
    first, *rest = [one.text for one in speech(text).sentences] or [text]
    if not rest or not _STOCK.fullmatch(first.replace("’", "'").rstrip(" .,…—–").lower()):
        return text
    return text[text.index(first) + len(first) :].strip(" —–")

"""Finds past forms, the plainest sign that a clause tells of something that happened."""

import re
from collections.abc import Mapping

from coach.review.phrases import Phrases
from coach.review.stems import plain
from coach.review.text import Span, word_spans


def past_forms(text: str, phrases: Phrases, start: int = 0) -> list[Span]:
    """Return the words of ``text`` that are past forms: regular in -ed, or known irregular ones."""
    never = phrases.exact("not-past")
    return [
        word
        for word in word_spans(text, start)
        if _is_past(plain(word.text), phrases.irregular, never)
    ]


_PREFIX = re.compile(r"(?:re|over|under|out|with|fore|mis|un|co-?)(?=\w{3})")


def _is_past(form: str, irregular: Mapping[str, str], never: frozenset[str]) -> bool:
    if form in never or form.isdigit():
        return False
    base = irregular.get(form, "")
    if not base and form not in irregular:
        prefix = _PREFIX.match(form)
        base = irregular.get(form[prefix.end() :], "") if prefix is not None else ""
    if base:
        return not base[:1].isdigit() and not form.endswith(("s", "ing"))
    return len(form) > 3 and form.endswith("ed")

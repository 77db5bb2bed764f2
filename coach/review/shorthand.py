"""Writes out the shorthand of a hurriedly typed brief, so that a message may say it in full."""

import re

from coach.domain.shorthand import SLIPS, WORDS

_LONG = {
    **WORDS, **SLIPS,
    "hr": "hour", "qtrs": "quarters", "w/e": "weekend", "wkend": "weekend", "wkends": "weekends",
    "eve": "evening", "eves": "evenings", "aft": "afternoon", "morn": "morning", "2day": "today",
    "2nite": "tonight", "depts": "departments", "govt": "government", "gov": "government", "uni": "university",
    "cert": "certificate", "certs": "certificates", "exp": "experience", "reg": "registered",
    "prev": "previously", "approx": "approximately", "mat": "maternity", "cos": "because", "msgs": "messages",
    "w/": "with", "w/o": "without", "eng": "engineer", "dev": "developer", "devs": "developers",
    "ops": "operations", "tech": "technician", "admin": "administrator", "rep": "representative",
    "acct": "account", "accts": "accounts", "bday": "birthday", "qual": "qualification",
    "quals": "qualifications", "apprent": "apprentice", "intro": "introduction", "org": "organisation",
    "orgs": "organisations",
}  # fmt: skip
_SHORT = re.compile(
    rf"(?<![\w'])(?P<number>\d+)?(?P<short>{'|'.join(re.escape(s) for s in sorted(_LONG, key=len, reverse=True))})(?![\w'/])\.?",
    re.IGNORECASE,
)


def written_out(text: str) -> str:
    """Return ``text`` with its shorthand in full; capitals are kept as names ("HR", "UNI")."""
    return _SHORT.sub(_in_full, text)


def _in_full(found: re.Match[str]) -> str:
    short = found["short"]
    if short.isupper():
        return found.group()
    number = f"{found['number']} " if found["number"] else ""
    return number + _LONG[short.lower()]


def both_ways(text: str) -> str:
    """Return ``text`` as typed and, where that differs, once more in full."""
    full = written_out(text)
    return text if full == text else f"{text}\n{full}"

"""Puts findings in the order in which they decide whether the reader answers.

First what must be put right, then what is worth a look, then notes. Among equals: may it be sent at
all; does the reader know who writes and why to them; what is asked; in what manner; in what form.
A mentee can hold about five things in mind, so no more are shown at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.domain.results import Finding
from coach.domain.vocabulary import Severity
from coach.review.safety import IDS

AT_ONCE = 5
"""Findings shown at once; the rest are counted."""

READERS_ORDER: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "may it be sent",
        ("no-private-note", "no-placeholder", "follow-up-capped", "no-unsupported-claim"),
    ),
    ("who and why", ("names-recipient", "says-who-you-are", "says-why-them")),
    (
        "the ask",
        (
            "one-clear-ask",
            "no-job-ask",
            "ask-low-commitment",
            "question-specific",
            "advice-linked-to-action",
            "evidence-of-impact",
            "forwardable-blurb",
            "ask-time-boxed",
            "easy-out",
            "offers-times",
            "few-questions",
        ),
    ),
    (
        "manner",
        ("no-pressure", "no-over-apology", "no-flattery", "thanks", "tone-fits", "offers-back"),
    ),
    (
        "form",
        ("length-fits-channel", "has-subject", "subject-specific", "no-cliche", "plain-language"),
    ),
)
"""What the reader asks, in order, and the checks that answer it."""

_PLACE = {
    check: place
    for place, check in enumerate(check for _, checks in READERS_ORDER for check in checks)
}
_SEVERITY = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True)
class FirstThings:
    """The failed findings to show at once, and the rest, in order."""

    shown: tuple[Finding, ...]
    rest: tuple[Finding, ...]


def in_readers_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return all findings: the failed ones in the order above, then the passed ones as they came."""
    found = list(findings)
    failed = [finding for finding in found if not finding.passed]
    failed.sort(key=lambda f: (_SEVERITY[f.severity], _PLACE.get(f.check, len(_PLACE))))
    return (*failed, *(finding for finding in found if finding.passed))


def first_things(findings: Iterable[Finding], at_once: int = AT_ONCE) -> FirstThings:
    """Return the failed findings to show at once, and those that come after.

    What is said of care stands before everything else, and is not said again here.
    """
    failed = tuple(f for f in in_readers_order(findings) if not f.passed and f.check not in IDS)
    return FirstThings(failed[:at_once], failed[at_once:])


def come_after(rest: Sequence[Finding]) -> str:
    """Say how many findings come after those shown; empty when there are none."""
    if not rest:
        return ""
    if len(rest) == 1:
        return "1 smaller thing comes after these."
    return f"{len(rest)} smaller things come after these."

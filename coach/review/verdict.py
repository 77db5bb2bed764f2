"""Says in one sentence whether a message can go, and if not, what stands in the way."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.results import Change, Finding
from coach.domain.strict_yaml import load_mapping
from coach.domain.vocabulary import Severity
from coach.errors import KnowledgeError
from coach.review.ordering import in_readers_order

FILE = Path("wording") / "verdict.yaml"
NAMED = 2
"""Things a verdict names; a third would not be kept in mind."""
_CALLED_OFF = "follow-up-capped"
"""The check whose fix is not to send; its own words are the verdict."""


@dataclass(frozen=True)
class VerdictWords:
    """The wording of verdicts and strengths."""

    verdicts: Mapping[str, str]
    put_right: Mapping[str, str]
    strengths: Mapping[str, str]


@lru_cache(maxsize=4)
def verdict_words(knowledge: Path) -> VerdictWords:
    """Read ``wording/verdict.yaml`` below ``knowledge``.

    Raises:
        KnowledgeError: the file is missing or a part of it is not a mapping of texts.
    """
    path = knowledge / FILE
    try:
        data = load_mapping(path)
        parts = [data[part] for part in ("verdicts", "put-right", "strengths")]
        if not all(isinstance(text, str) for part in parts for text in part.values()):
            raise TypeError("a part holds something other than texts")
        return VerdictWords(*parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(f"{path}: cannot be used ({error})", "Restore the file.") from error


def verdict(
    findings: Sequence[Finding],
    changes: Sequence[Change],
    left: Collection[str],
    words: VerdictWords,
) -> str:
    """Return one sentence: send it, or what stands in the way.

    Args:
        findings: the findings of the review.
        changes: the changes proposed.
        left: the checks that still fail with every change made.
        words: the wording.
    """
    failed = [finding for finding in in_readers_order(findings) if not finding.passed]
    called_off = next((f for f in failed if f.check == _CALLED_OFF), None)
    if called_off is not None:
        return f"{called_off.fix.split('. ')[0].rstrip('.')}."
    if not failed:
        return words.verdicts["send"]
    to_do = [f for f in failed if f.check in left and f.severity is not Severity.NOTE]
    must = [finding for finding in to_do if finding.severity is Severity.MUST]
    if must:
        return _filled("not-yet", must, changes, words)
    if any(finding.severity is Severity.MUST for finding in failed):
        return _filled("send-after-changes", to_do, changes, words)
    if to_do:
        return _filled("better", to_do, changes, words)
    if changes:
        return _filled("better-after-changes", to_do, changes, words)
    return words.verdicts["send-thought"]


def _filled(
    name: str, to_do: Sequence[Finding], changes: Sequence[Change], words: VerdictWords
) -> str:
    """Fill in a verdict: the first things to do, and how many changes there are."""
    first = " and ".join(words.put_right[finding.check] for finding in to_do[:NAMED])
    counted = "change" if len(changes) == 1 else f"{len(changes)} changes"
    return words.verdicts[name].format(first=first, changes=counted)

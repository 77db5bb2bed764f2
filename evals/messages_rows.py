"""The labelled messages to which the sentence model is tuned, and the levels from which it suspects a flaw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from coach.domain.brief import OutreachBrief
from coach.domain.results import Finding
from coach.domain.strict_yaml import load_mapping
from coach.domain.vocabulary import Channel, Purpose
from coach.guidance.piece_reader import Cutter
from coach.guidance.tuned_messages import CHECKS, PARTS, THINGS, pieces
from coach.review.flaw_verdicts import PARTS as NAMES
from coach.review.flaw_verdicts import SHOWN
from coach.review.message import check_message, read_message
from coach.review.praises import LINKED
from coach.review.second_reader import RULED, about
from evals.hashed import hash_of
from evals.review_eval import (
    DEVELOPMENT,
    FURTHER,
    LAST,
    LATER,
    NATURAL,
    NEWEST,
    PLAIN,
    QUIET,
    TODAY,
    UNSEEN,
    Row,
    read_rows,
)
from evals.tuned_texts import Text

LEARNT_FROM = (DEVELOPMENT, LATER, FURTHER, NEWEST, LAST, NATURAL, QUIET)
LEFT_OUT = (UNSEEN, PLAIN)
SENTENCE = 0.4
"""How much a sentence counts, of which only one thing is known, beside a message."""
CALM = 0.01
"""Share of the messages without a flaw in which it may be suspected, as a rule."""
FALSE, FALSE_IF_SHOWN = 0.03, 0.02
"""The same where more is found by it; less for what a sentence shows: that is told as a reproach, what is missing as advice."""
SELDOM, FALSE_IF_SELDOM = 100, 0.05
"""Of a check that applies to so few messages without the flaw, one in so many may be false: it hardly ever spoils a good one."""


@dataclass(frozen=True)
class Labelled:
    """A labelled text as it is tuned to.

    Attributes:
        text: its pieces and marks.
        left_out: whether it is of a set left out.
        ruled: what the rules fail it for.
        new_to_rules: whether it is a message on which no rule was written.
    """

    text: Text
    left_out: bool
    ruled: frozenset[str]
    new_to_rules: bool = False


def labelled(cutter: Cutter) -> Iterator[Labelled]:
    """Every labelled message, and every sentence of which one thing is known."""
    for path in (*LEARNT_FROM, *LEFT_OUT):
        for row in read_rows(path):
            read = _message(row, cutter)
            yield replace(read, left_out=path in LEFT_OUT, new_to_rules=path != DEVELOPMENT)
    for path in _sentences():
        known = np.zeros((1, len(THINGS)), np.float32)
        known[0, THINGS.index(path.stem)] = 1
        sides = load_mapping(path)
        for side, mark in (("fails", known), ("passes", 0 * known)):
            for text in sides[side]:
                yield _text(cutter, "sentence", str(text), mark, known * np.float32(SENTENCE))


def _message(row: Row, cutter: Cutter) -> Labelled:
    brief, flaws = row.get("brief"), row["fails"]
    assert isinstance(flaws, list)
    reading = read_message(
        str(row["text"]),
        brief=OutreachBrief.model_validate(brief) if brief else None,
        channel=Channel(str(row["channel"])),
        purpose=Purpose(str(row["purpose"])),
        today=TODAY,
    )
    said = {finding.check: finding for finding in check_message(reading)}
    missing = _parts_missing(said.get(LINKED), flawed=LINKED in flaws)
    has = [check in flaws for check in CHECKS] + [missing.get(part, False) for part in PARTS]
    known = [check in said or check in flaws for check in CHECKS] + [p in missing for p in PARTS]
    marks, counts = np.array([has], np.float32), np.array([known], np.float32)
    read = _text(cutter, about(reading), reading.letter.text, marks, counts)
    ruled = frozenset(check for check, finding in said.items() if not finding.passed)
    return replace(read, ruled=ruled)


def _parts_missing(finding: Finding | None, *, flawed: bool) -> dict[str, bool]:
    """Which parts of an update are missing, where the rules are right on whether one is, and name it."""
    if finding is None or finding.passed is flawed:
        return {}
    named = finding.fix.split(". ")[0] if flawed else ""
    return {part: words in named for part, words in NAMES.items()}


def _text(cutter: Cutter, what: str, text: str, marks: np.ndarray, counts: np.ndarray) -> Labelled:
    cut = pieces(cutter, what, text)
    part = (cut.first, len(cut.ids))
    return Labelled(
        Text(cut.ids, cut.kinds, (part,), marks, counts), left_out=False, ruled=frozenset()
    )


def level_of(scores: np.ndarray, flawed: np.ndarray, false: float = FALSE) -> float:
    """The level that ``CALM`` of the messages without the flaw reach, or a lower one by which more is found.

    A lower one lies half-way between the last flaw found by it and the next message, and is no lower than what
    ``false`` of the messages without the flaw reach, or one of them. Where every flaw is above, it is a higher one: half-way
    from what is reached to the first flaw, but no higher than 0, from which on a flaw is likelier than not.
    """
    sound = np.sort(scores[~flawed])[::-1]
    calm = float(sound[int(CALM * len(sound))])
    floor = float(sound[min(max(1, int(false * len(sound))), len(sound) - 1)])
    found = scores[flawed & (scores > floor)]
    if not len(found):
        return calm + 1e-3
    if found.min() > calm:
        return max(calm + 1e-3, min(0.0, (calm + float(found.min())) / 2))
    lowest = float(found.min())
    return (lowest + float(scores[scores < lowest].max())) / 2


def levels_of(left: Sequence[Labelled], scores: np.ndarray) -> tuple[np.ndarray, list[str]]:
    """The level of each check, and a line on how often it is right there."""
    levels, lines = np.zeros(len(THINGS), np.float32), []
    for column, check in enumerate(CHECKS):
        kept = [at for at, one in enumerate(left) if one.text.counts[0, column]]
        if not kept:
            continue
        flawed = np.array([left[at].text.marks[0, column] > 0 for at in kept])
        ruled = np.array([check in left[at].ruled for at in kept])
        joined = scores[kept, column] + RULED[check] * ruled
        false = FALSE_IF_SHOWN if check in SHOWN else FALSE
        if (~flawed).sum() < SELDOM:
            false = FALSE_IF_SELDOM
        levels[column] = level_of(joined, flawed, false)
        told = joined > levels[column]
        lines.append(
            f"{check:26}{levels[column]:>7.2f}"
            f"{f'{(told & flawed).sum()}/{flawed.sum()}':>10}{f'{(told & ~flawed).sum()}/{(~flawed).sum()}':>10}"
            f"{f'{(ruled & flawed).sum()}/{flawed.sum()}':>14}{f'{(ruled & ~flawed).sum()}/{(~flawed).sum()}':>10}"
        )
    return levels, lines


def trust_in_rules(listed: Sequence[Labelled]) -> dict[str, float]:
    """Twice the logarithm of how much more often the rules raise a flaw where it is than where it is not.

    Counted on messages that the rules were not written on; half a message is added to each count.
    """
    trust = {}
    for column, check in enumerate(CHECKS):
        known = [one for one in listed if one.new_to_rules and one.text.counts[0, column]]
        flawed = [check in one.ruled for one in known if one.text.marks[0, column]]
        sound = [check in one.ruled for one in known if not one.text.marks[0, column]]
        often, seldom = ((sum(some) + 0.5) / (len(some) + 1) for some in (flawed, sound))
        trust[check] = 2 * float(np.log(often / seldom))
    return trust


def digest() -> str:
    """The hash of what is learnt from."""
    return hash_of((*LEARNT_FROM, *LEFT_OUT, *_sentences()))


def _sentences() -> list[Path]:
    """The files of sentences: each holds such as fail, and such as pass, for one thing."""
    return sorted((DEVELOPMENT.parent / "review-sentences").glob("*.yaml"))

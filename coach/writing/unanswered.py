"""Reads which messages were sent without an answer, and says when another one would be too many.

The lists are those the check ``follow-up-capped`` reads with, so that nothing is written that the
review would stop.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coach.domain.brief import HistoryEntry
from coach.domain.dates import days_before
from coach.domain.strict_yaml import load_mapping
from coach.errors import InputError, KnowledgeError

MOST_FOLLOW_UPS = 2
WAIT_DAYS = 7
_FOLLOW_UP = re.compile(r"\b(?:follow|remind|nudge|chas)", re.I)


@dataclass(frozen=True)
class Post:
    """Tells messages sent, answers and silence apart."""

    outgoing: re.Pattern[str]
    incoming: re.Pattern[str]
    silence: re.Pattern[str]

    def is_message(self, text: str) -> bool:
        """Whether a text speaks of a message or its answer, and not of something else."""
        return any(p.search(text) for p in (self.outgoing, self.incoming, self.silence))

    def unanswered(self, history: Sequence[HistoryEntry]) -> list[HistoryEntry]:
        """The messages sent since the last answer, in order."""
        sent: list[HistoryEntry] = []
        for entry in history:
            silent = self.silence.search(entry.what) is not None
            if self.incoming.search(entry.what) and not silent:
                sent.clear()
            elif silent or self.outgoing.search(entry.what):
                sent.append(entry)
        return sent


def refuse_too_many(sent: Sequence[HistoryEntry], today: datetime.date) -> None:
    """Stop a follow-up that would come too soon, or once too often.

    Raises:
        InputError: with what to do instead.
    """
    again = sum(bool(_FOLLOW_UP.search(entry.what)) for entry in sent)
    if len(sent) > MOST_FOLLOW_UPS or again >= MOST_FOLLOW_UPS:
        raise InputError(
            "history: two follow-ups have gone unanswered, and a third costs goodwill",
            "Turn to somebody else; come back with `purpose: reconnect` when you have news.",
        )
    ages = [days_before(entry.date or entry.what, today) for entry in sent]
    waited = min((age for age in ages if age is not None), default=WAIT_DAYS)
    if 0 <= waited < WAIT_DAYS:
        days = "today" if not waited else f"{waited} day{'s' if waited > 1 else ''} ago"
        ready = today + datetime.timedelta(days=WAIT_DAYS - waited)
        raise InputError(
            f"history: your last message went out {days}; people need a week to get to it",
            f"Write again from {ready.day} {ready:%B} on, {WAIT_DAYS} days after the last message.",
        )


@lru_cache(maxsize=4)
def load_post(knowledge: Path) -> Post:
    """Read the three lists in ``wording/review.yaml``.

    Raises:
        KnowledgeError: when the file or a list is missing or wrong.
    """
    path = knowledge / "wording" / "review.yaml"
    try:
        data = load_mapping(path)
        lists = [data["patterns"][name] for name in ("outgoing", "incoming", "no-reply")]
        return Post(*(_any_of(entries) for entries in lists))
    except (KeyError, TypeError, AttributeError, re.error) as error:
        fix = "Restore it from the repository."
        raise KnowledgeError(
            f"{path}: what was sent and answered cannot be read ({error})", fix
        ) from error


def _any_of(entries: Sequence[str]) -> re.Pattern[str]:
    joined = "|".join(entry.replace(" ?", r"\s*").replace(" ", r"\s+") for entry in entries)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.I)

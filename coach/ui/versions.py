"""The versions of a message: what was written, and what the person made of it. None is lost."""

from dataclasses import dataclass, replace

from coach.domain.brief import OutreachBrief
from coach.domain.results import OutreachDraft
from coach.ui import memory

MAX_VERSIONS = 20
SUBJECT, BODY = "reach.subject", "reach.body"
_LIST, _AT = "reach.versions", "reach.at"


@dataclass(frozen=True)
class Version:
    """One message: the draft as written, and subject and body as they stand now.

    ``brief`` is none for a text the person brought along.
    """

    draft: OutreachDraft
    subject: str
    body: str
    brief: OutreachBrief | None = None
    variant: int = 0

    @property
    def is_edited(self) -> bool:
        """Whether the person has changed anything."""
        return (self.subject, self.body) != (self.draft.subject, self.draft.body)

    @property
    def as_it_stands(self) -> OutreachDraft:
        """The draft with the person's subject and body, for sending."""
        return self.draft.model_copy(update={"subject": self.subject, "body": self.body})


def versions() -> list[Version]:
    """Every version, oldest first."""
    kept: list[Version] = memory.desk().setdefault(_LIST, [])
    return kept


def place() -> int:
    """Which version is on screen, from 0."""
    return min(int(memory.desk().get(_AT, 0)), len(versions()) - 1)


def current() -> Version | None:
    """The version on screen."""
    return versions()[place()] if versions() else None


def add(version: Version) -> None:
    """Put a new version on screen. Only in a callback, or before the message is drawn."""
    every = versions()
    if version not in every:
        every.append(version)
        del every[:-MAX_VERSIONS]
    go_to(every.index(version))


def go_to(at: int) -> None:
    """Put another version on screen. Only in a callback, or before the message is drawn."""
    memory.desk()[_AT] = at
    memory.put(SUBJECT, versions()[at].subject)
    memory.put(BODY, versions()[at].body)


def edit(shown: Version, subject: str, body: str) -> Version:
    """Keep what the person made of the version on screen, and return it as it stands."""
    edited = versions()[place()] = replace(shown, subject=subject, body=body)
    return edited

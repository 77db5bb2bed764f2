"""The versions of a message: what was written, and what the person made of it. None is lost."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.ui.memory import Desk, desk, put

if TYPE_CHECKING:  # the form is shown before these are needed, and they take half a second
    from coach.domain.brief import OutreachBrief
    from coach.domain.results import OutreachDraft

MAX_VERSIONS = 20
SUBJECT, BODY = "reach.subject", "reach.body"
NO_OTHER = "reach.no-other"
"""Where the brief is kept that every approach has been taken to."""
_LIST, _AT = "reach.versions", "reach.at"


@dataclass(frozen=True)
class Version:
    """One message: the draft as written, and subject and body as they stand now.

    ``brief`` is none for a text the person brought along.
    """

    draft: "OutreachDraft"
    subject: str
    body: str
    brief: "OutreachBrief | None" = None
    variant: int = 0

    @property
    def is_edited(self) -> bool:
        """Whether the person has changed anything."""
        return (self.subject, self.body) != (self.draft.subject, self.draft.body)

    @property
    def as_it_stands(self) -> "OutreachDraft":
        """The draft with the person's subject and body, for sending."""
        return self.draft.model_copy(update={"subject": self.subject, "body": self.body})


@dataclass(frozen=True)
class Versions:
    """The versions on one desk, and which of them is on screen."""

    on: Desk

    @property
    def all(self) -> "list[Version]":
        """Every version, oldest first."""
        kept: list[Version] = self.on.setdefault(_LIST, [])
        return kept

    @property
    def place(self) -> int:
        """Which version is on screen, from 0."""
        return min(int(self.on.get(_AT, 0)), len(self.all) - 1)

    @property
    def shown(self) -> Version | None:
        """The version on screen."""
        return self.all[self.place] if self.all else None

    def add(self, version: Version) -> None:
        """Put a new version on screen."""
        if version not in self.all:
            self.all.append(version)
            del self.all[:-MAX_VERSIONS]
        self.go_to(self.all.index(version))

    def drafts_of(self, brief: "OutreachBrief") -> "list[OutreachDraft]":
        """The drafts of one brief so far."""
        return [version.draft for version in self.all if version.brief == brief]

    def go_to(self, place: int) -> None:
        """Put another version on screen."""
        self.on[_AT] = place
        put(SUBJECT, self.all[place].subject)
        put(BODY, self.all[place].body)

    def catch_up(self) -> None:
        """Take over what the person typed into the version on screen."""
        if self.shown is not None:
            subject = str(self.on.get(SUBJECT, self.shown.subject))
            body = str(self.on.get(BODY, self.shown.body))
            self.all[self.place] = replace(self.shown, subject=subject, body=body)


def versions() -> Versions:
    """The versions on this tab's desk."""
    return Versions(desk())

"""Every error a person may meet, each with a message and a fix.

CoachError
├── InputError        what was given is wrong (exit 2)
│   └── BriefError    a brief cannot be read or understood
├── KnowledgeError    a card, source or wording file is wrong (exit 2)
├── StorageError      a folder or file cannot be read or written (exit 2)
└── ServiceError      an outside service failed and no floor applies (exit 3)
"""


class CoachError(Exception):
    """Something a person can put right.

    Args:
        message: what is wrong and where, in plain words.
        fix: the one thing to do about it.
    """

    exit_code = 2

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class InputError(CoachError):
    """What was typed or given is wrong."""


class BriefError(InputError):
    """A brief cannot be read or understood."""


class KnowledgeError(CoachError):
    """A card, source or wording file breaks its format."""


class StorageError(CoachError):
    """A folder or file cannot be read or written."""


class ServiceError(CoachError):
    """An outside service failed and there is nothing to fall back on."""

    exit_code = 3

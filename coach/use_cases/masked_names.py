"""Names what a remote model must not see of a brief: its people and organisations."""

from coach.domain.brief import AnyBrief
from coach.domain.model import Names


def names_in(brief: AnyBrief) -> Names:
    """Every person and organisation the brief names in a field of its own."""
    people = (brief.sender.name, brief.recipient.name, brief.via)
    organisations = (brief.sender.organisation, brief.recipient.organisation)
    return Names(tuple(filter(None, people)), tuple(filter(None, organisations)))

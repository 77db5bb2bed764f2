"""Records of people and meetings, read from the briefs that the mentee filled in; nothing is stored."""

from collections.abc import Iterable, Iterator

from coach.domain.brief import AgendaBrief, AnyBrief, ReflectionBrief
from coach.domain.records import MeetingRecord, PersonRecord


class ToldRecords:
    """What these briefs tell of people and meetings. Private notes are left out."""

    def __init__(self, briefs: Iterable[AnyBrief] = ()) -> None:
        self._briefs = tuple(briefs)

    def people(self) -> tuple[PersonRecord, ...]:
        """Everybody who is written to or met, each once; what was told last comes first."""
        found: dict[str, PersonRecord] = {}
        for brief in reversed(self._briefs):
            who = brief.recipient
            found.setdefault(
                who.name,
                PersonRecord(
                    who.name, brief.relationship, who.role, who.organisation, tuple(who.facts)
                ),
            )
        return tuple(found.values())

    def meetings(self) -> tuple[MeetingRecord, ...]:
        """What was told of meetings and messages, each once."""
        told = (one for brief in self._briefs for one in _meetings(brief))
        return tuple(dict.fromkeys(told))


def _meetings(brief: AnyBrief) -> Iterator[MeetingRecord]:
    name = brief.recipient.name
    for entry in brief.history:
        yield MeetingRecord(name, entry.date, entry.what, entry.advice, entry.action, entry.result)
    if isinstance(brief, AgendaBrief):
        about = "; ".join(filter(None, (brief.topic, *brief.goals)))
        yield MeetingRecord(name, brief.meeting.date, f"meeting to come: {about}".rstrip(": "))
        yield from (MeetingRecord(name, advice=one) for one in brief.last_advice)
        yield from (MeetingRecord(name, action=one) for one in brief.open_actions)
    if isinstance(brief, ReflectionBrief):
        yield MeetingRecord(name, brief.meeting.date, "; ".join(brief.notes) or "a meeting")
        yield from (MeetingRecord(name, advice=one) for one in brief.advice_received)
        yield from (MeetingRecord(name, action=one) for one in brief.commitments)

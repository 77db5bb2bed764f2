"""Tells a model what the brief says, a line for each thing, and nothing that it must not know."""

from collections.abc import Iterator

from coach.domain.brief import AnyBrief, HistoryEntry, Person


def facts(brief: AnyBrief) -> str:
    """The brief's public fields as lines; private notes are not among them."""
    return "\n".join(f"{label}: {text}" for label, text in _lines(brief) if text)


def notes(brief: AnyBrief, *, allowed: bool) -> str:
    """The private notes, when the mentee allowed them to be sent; else nothing."""
    return "\n".join(brief.private_notes) if allowed else ""


def public_texts(brief: AnyBrief) -> tuple[str, ...]:
    """Every text of the brief that may stand in a message."""
    return tuple(text for _, text in _lines(brief) if text)


def own_texts(brief: AnyBrief) -> tuple[str, ...]:
    """What the mentee says of themselves and asks, in which an address may stand that is meant to be sent.

    What somebody else wrote is told in the history; an address in it is theirs, and may be a trap.
    """
    return (*brief.sender.facts, brief.topic, *brief.questions, brief.ask.when, brief.connection)


def _lines(brief: AnyBrief) -> Iterator[tuple[str, str]]:
    yield "Sender", _person(brief.sender)
    yield "Reader", _person(brief.recipient)
    yield "Go-between, who is written to", brief.via
    yield "How they know of each other", brief.connection
    yield "Why this reader", brief.why_them
    yield "About", brief.topic
    for question in brief.questions:
        yield "Question", question
    ask = brief.ask
    minutes = f"{ask.minutes} minutes" if ask.minutes else ""
    yield "Asks for", _joined(ask.kind or "", minutes, ask.when)
    for entry in brief.history:
        yield "Before", _entry(entry)
    for name, label in _OF_A_MEETING.items():
        for text in getattr(brief, name, ()):
            yield label, text


_OF_A_MEETING = {
    "goals": "Goal",
    "open_actions": "Promised, still open",
    "last_advice": "Advice last time",
    "updates": "News",
    "worries": "Worry",
    "notes": "What happened",
    "advice_received": "Advice received",
    "commitments": "Promised",
    "feelings": "Felt",
}


def _person(person: Person) -> str:
    return _joined(person.name, person.role, person.organisation, *person.facts)


def _entry(entry: HistoryEntry) -> str:
    named = (
        (name, getattr(entry, name)) for name in ("date", "what", "advice", "action", "result")
    )
    return "; ".join(f"{name}: {text}" for name, text in named if text)


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text)

"""Which parts a meeting of each kind has, in which order, and how much each weighs.

The order is the agenda's order: after a short opening the most important comes first, and the next
step last. A peer's meeting of any kind has a turn for the other as well.

==========  ==================================================================================
kind        parts beyond the main matter and the next step, and why
==========  ==================================================================================
first       opening; how we work together: expectations, confidentiality, rhythm and form,
            goals, a no-fault exit
regular     last time's advice and open actions, each word for word; worries; news
feedback    the mentee listens; one thing to keep, one to change, one example
decision    options, what to weigh, what they have seen, what would change the mind, by when
sponsor     evidence, the opportunity, what they need to be able to speak, an easy "not yet"
coaching    GROW: goal, reality, options, will (Whitmore)
last        what was learnt, thanks, what carries on, how to stay in touch
==========  ==================================================================================
"""

from dataclasses import dataclass

from coach.domain.kinds import MeetingKind
from coach.domain.vocabulary import Relationship

ORDER: dict[MeetingKind, tuple[str, ...]] = {
    MeetingKind.FIRST: ("opening", "main", "agreement", "since", "worries", "updates", "next"),
    MeetingKind.REGULAR: ("main", "advice", "actions", "worries", "updates", "next"),
    MeetingKind.FEEDBACK: ("main", "listening", "since", "worries", "updates", "next"),
    MeetingKind.DECISION: ("main", "seen", "since", "worries", "updates", "next"),
    MeetingKind.SPONSOR: ("main", "evidence", "speak", "since", "worries", "updates", "next"),
    MeetingKind.COACHING: ("main", "since", "reality", "options", "next"),
    MeetingKind.LAST: ("main", "learnt", "thanks", "carry-on", "worries", "updates", "next"),
}
FIRST_WITH: dict[MeetingKind, tuple[str, ...]] = {
    MeetingKind.SPONSOR: ("opening", "main", "evidence", "agreement", "since", "worries", "next"),
}
"""A first meeting whose focus brings a part of its own."""


@dataclass(frozen=True)
class Share:
    """A part's weight, and its rank: 0 stays, the highest leaves first."""

    weight: float
    rank: int


SHARES: dict[str, Share] = {
    "opening": Share(0.8, 6),
    "main": Share(5.0, 0),
    "agreement": Share(3.0, 0),
    "advice": Share(1.8, 1),
    "actions": Share(1.6, 1),
    "since": Share(1.8, 1),
    "worries": Share(1.6, 3),
    "updates": Share(1.0, 5),
    "turn": Share(3.0, 2),
    "listening": Share(4.0, 0),
    "seen": Share(3.0, 2),
    "evidence": Share(2.0, 2),
    "speak": Share(2.5, 1),
    "reality": Share(2.5, 1),
    "options": Share(3.0, 1),
    "learnt": Share(4.0, 0),
    "thanks": Share(2.0, 2),
    "carry-on": Share(2.5, 1),
    "next": Share(1.2, 0),
}
"""What each part weighs. One place, so that a change of emphasis is a change of one number."""
MINUTES_FOR_BOTH = 30
"""From here on advice and open actions are two parts; below, they are one."""


def order_of(
    kind: MeetingKind, focus: MeetingKind, relationship: Relationship, minutes: int
) -> tuple[str, ...]:
    """The names of the parts, in order."""
    names = FIRST_WITH.get(focus, ORDER[kind]) if kind is MeetingKind.FIRST else ORDER[kind]
    if relationship is Relationship.PEER and kind is not MeetingKind.LAST:
        names = (*names[:-1], "turn", names[-1])
    if minutes < MINUTES_FOR_BOTH:
        names = tuple(dict.fromkeys("since" if n in {"advice", "actions"} else n for n in names))
    return names

"""What a meeting of each kind cannot do without, by which a plan of the wrong kind is caught.

The patterns stand in ``knowledge/wording/review.yaml`` under ``agenda-kind-…``. A plan fails when
more than half of them are missing: it may put things in its own way, but not do something else.
"""

from coach.domain.kinds import MeetingKind

NEEDED: dict[MeetingKind, tuple[tuple[str, str], ...]] = {
    MeetingKind.FIRST: (),
    MeetingKind.REGULAR: (),
    MeetingKind.FEEDBACK: (
        ("keep", "what to keep"),
        ("change", "what to change"),
        ("listen", "hearing it out, with an example"),
    ),
    MeetingKind.DECISION: (
        ("options", "the options"),
        ("weigh", "what the choice should turn on"),
        ("seen", "what would change the picture"),
    ),
    MeetingKind.SPONSOR: (
        ("evidence", "what your work has changed"),
        ("need", "what they would need before they could speak for you"),
        ("way-out", "an easy “not yet”"),
    ),
    MeetingKind.COACHING: (
        ("goal", "the goal of the session"),
        ("reality", "what is happening now"),
        ("options", "the options"),
        ("will", "the step you choose"),
    ),
    MeetingKind.LAST: (
        ("learnt", "what was learnt"),
        ("thanks", "thanks"),
        ("carry-on", "what carries on"),
        ("touch", "how you stay in touch"),
    ),
}
"""What a meeting of each kind cannot do without: pattern, and how it is named to the mentee."""
CALLED = {
    MeetingKind.FEEDBACK: "a meeting for feedback",
    MeetingKind.DECISION: "a meeting on a decision",
    MeetingKind.SPONSOR: "a meeting with a sponsor",
    MeetingKind.COACHING: "a coaching session",
    MeetingKind.LAST: "a last meeting",
}
"""How each kind is named to the mentee."""

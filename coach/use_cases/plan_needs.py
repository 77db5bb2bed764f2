"""What a person who plans a meeting, or looks back on one, would ask the guidance, by kind."""

from coach.domain.brief import AgendaBrief, ReflectionBrief
from coach.domain.kinds import (
    LookBack,
    MeetingKind,
    load_kind_words,
    look_back,
    meeting_focus,
    meeting_kind,
)
from coach.domain.vocabulary import Relationship
from coach.review.phrases import default_knowledge

_MEETING = {
    MeetingKind.FIRST: "first meeting with my mentor, how do we agree what we expect of each other",
    MeetingKind.REGULAR: "how do I plan the agenda for our next meeting",
    MeetingKind.FEEDBACK: "how do I ask for feedback on my work, and how do I take it",
    MeetingKind.DECISION: "how do I bring one decision to my mentor and ask a good question about it",
    MeetingKind.SPONSOR: "how do I ask my sponsor for one opportunity and show my results",
    MeetingKind.COACHING: "how do I use GROW in a coaching session: goal, reality, options, will",
    MeetingKind.LAST: "how do I end the mentoring well in our last meeting",
}
_FIRST = {
    Relationship.COACH: "first session with my coach, what do we agree in the coaching contract",
    Relationship.SPONSOR: "what do I expect of a sponsor, and what do they need to see from me",
}
_LOOK_BACK = {
    LookBack.FIRST_TALK: "how do I judge the fit after a first talk with a mentor",
    LookBack.REGULAR: "how do I think back on a meeting afterwards and learn from it",
    LookBack.HARD: "the meeting was hard, how do I take criticism and raise what happened",
    LookBack.UNANSWERED: "they have not answered my message, what does the silence mean",
    LookBack.MILESTONE: "how do I thank my mentor now that it is done, and tell them what is different",
}


def plan_need(brief: AgendaBrief | ReflectionBrief) -> str:
    """The query that finds guidance for a plan of this kind."""
    words = load_kind_words(default_knowledge())
    if isinstance(brief, ReflectionBrief):
        return _LOOK_BACK[look_back(brief, words)]
    kind = meeting_kind(brief, words)
    if kind is MeetingKind.FIRST:
        special = meeting_focus(brief, words) in (MeetingKind.COACHING, MeetingKind.SPONSOR)
        return _FIRST.get(brief.relationship, _MEETING[kind]) if special else _MEETING[kind]
    return _MEETING[kind]

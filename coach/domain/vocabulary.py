"""The words of the product, as enumerations: the only spelling the contracts accept."""

from enum import StrEnum


class Kind(StrEnum):
    """What a brief asks for."""

    OUTREACH = "outreach"
    AGENDA = "agenda"
    REFLECTION = "reflection"


class Purpose(StrEnum):
    """Why a message is sent."""

    FIRST_CONTACT = "first-contact"
    INTRODUCTION_REQUEST = "introduction-request"
    FOLLOW_UP = "follow-up"
    THANK_YOU = "thank-you"
    PROGRESS_UPDATE = "progress-update"
    SPONSOR_ASK = "sponsor-ask"
    PROGRAMME_APPLICATION = "programme-application"
    RECONNECT = "reconnect"
    REPLY_TO_NO = "reply-to-no"
    CLOSING = "closing"


class Channel(StrEnum):
    """Where a message is sent."""

    EMAIL = "email"
    LINKEDIN_NOTE = "linkedin-note"
    LINKEDIN_MESSAGE = "linkedin-message"
    CHAT = "chat"


class Relationship(StrEnum):
    """What the counterpart is to the mentee."""

    MENTOR = "mentor"
    COACH = "coach"
    SPONSOR = "sponsor"
    PEER = "peer"


class Style(StrEnum):
    """How this program works with the mentee: mentor advises, coach asks."""

    MENTOR = "mentor"
    COACH = "coach"


class Tone(StrEnum):
    """How formal a message sounds."""

    WARM = "warm"
    NEUTRAL = "neutral"
    FORMAL = "formal"


class AskKind(StrEnum):
    """What a message asks for."""

    VIDEO = "video"
    CALL = "call"
    COFFEE = "coffee"
    REPLY = "reply"
    INTRODUCTION = "introduction"
    ADVOCACY = "advocacy"
    FEEDBACK = "feedback"


class Severity(StrEnum):
    """How much a failed check matters: a must blocks, a should improves, a note only tells."""

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"


class Support(StrEnum):
    """What a sentence rests on."""

    BRIEF = "brief"
    WORDING = "wording"
    UNSUPPORTED = "unsupported"


class Evidence(StrEnum):
    """The kind of evidence a card or source rests on, strongest first."""

    META_ANALYSIS = "meta-analysis"
    FIELD_EXPERIMENT = "field-experiment"
    EXPERIMENT = "experiment"
    CORRELATIONAL = "correlational"
    CONSENSUS = "consensus"
    PRACTICE = "practice"


class Stage(StrEnum):
    """When in the relationship a card helps."""

    KNOW = "know"
    FIND = "find"
    FIRST_CONTACT = "first-contact"
    FIRST_MEETING = "first-meeting"
    SET_UP = "set-up"
    SUSTAIN = "sustain"
    COACH = "coach"
    SPONSOR = "sponsor"
    REFLECT = "reflect"
    CLOSE = "close"


TOPICS: dict[Stage, tuple[str, ...]] = {
    Stage.KNOW: (
        "roles-compared",
        "need-a-mentor",
        "need-a-coach",
        "need-a-sponsor",
        "support-network",
        "realistic-benefits",
        "formal-informal",
        "peer-and-group",
    ),
    Stage.FIND: (
        "where-to-look",
        "warm-introduction",
        "internal-programme",
        "weak-ties",
        "choosing-fit",
        "vetting",
    ),
    Stage.FIRST_CONTACT: (
        "low-commitment-ask",
        "specific-topic",
        "why-them",
        "who-you-are",
        "subject-line",
        "length-and-channel",
        "easy-out",
        "offering-times",
        "own-voice",
        "follow-up",
        "no-reply",
        "declined",
        "fear-of-asking",
        "not-a-job-ask",
    ),
    Stage.FIRST_MEETING: (
        "research-first",
        "informational-interview",
        "opening-well",
        "listening",
        "respecting-time",
        "fit-check",
        "next-step",
        "proposing-mentorship",
    ),
    Stage.SET_UP: (
        "goals",
        "expectations",
        "boundaries",
        "confidentiality",
        "frequency-format",
        "virtual",
        "culture-power",
    ),
    Stage.SUSTAIN: (
        "agenda",
        "good-questions",
        "notes",
        "action-items",
        "progress-updates",
        "acting-on-advice",
        "asking-feedback",
        "receiving-feedback",
        "disagreeing",
        "conflicting-advice",
        "imposter-feelings",
        "reciprocity",
        "gratitude",
        "drifting",
        "hard-conversation",
        "misconduct",
    ),
    Stage.COACH: (
        "coaching-contract",
        "grow",
        "open-questions",
        "reflective-listening",
        "commitment",
        "if-then-plans",
    ),
    Stage.SPONSOR: ("earning-sponsorship", "sponsor-ask", "visibility", "promotion-case"),
    Stage.REFLECT: ("after-meeting", "learning-log", "confidence"),
    Stage.CLOSE: ("ending-well", "redefining", "paying-forward"),
}
"""Every topic a card may have, by the stage it belongs to (each card has exactly one)."""

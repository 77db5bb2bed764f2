"""The words people see for what the program calls by an id."""

import datetime
from collections.abc import Sequence

from coach.domain.vocabulary import Evidence, Relationship, Severity, Stage

_MONTHS = (
    "January February March April May June July August September October November December"
).split()

STYLES = {"mentor": "Mentor: advises", "coach": "Coach: only asks"}
RELATIONSHIPS = {"mentor": "Mentor", "coach": "Coach", "sponsor": "Sponsor", "peer": "Peer"}
CHANNELS = {
    "email": "E-mail",
    "linkedin-note": "LinkedIn note",
    "linkedin-message": "LinkedIn message",
    "chat": "Chat",
}
TONES = {"warm": "Warm", "neutral": "Neutral", "formal": "Formal"}
PURPOSES = {
    "first-contact": "A first message",
    "introduction-request": "To be introduced by somebody",
    "follow-up": "To follow up",
    "thank-you": "To say thank you",
    "progress-update": "To tell them how it went",
    "sponsor-ask": "To ask a sponsor for support",
    "programme-application": "To apply to a programme",
    "reconnect": "To get back in touch",
    "reply-to-no": "To answer a no",
    "closing": "To bring it to a good end",
}
ASKS = {
    "video": "A video call",
    "call": "A phone call",
    "coffee": "A coffee",
    "reply": "A few lines in reply",
    "introduction": "An introduction",
    "advocacy": "Their support",
    "feedback": "Feedback",
}
STAGES = {
    Stage.KNOW: "Knowing what you need",
    Stage.FIND: "Finding people",
    Stage.FIRST_CONTACT: "The first message",
    Stage.FIRST_MEETING: "The first meeting",
    Stage.SET_UP: "Setting it up well",
    Stage.SUSTAIN: "Keeping it going",
    Stage.COACH: "Working with a coach",
    Stage.SPONSOR: "Working with a sponsor",
    Stage.REFLECT: "Looking back",
    Stage.CLOSE: "Ending well",
}
REFLECTION_STAGES = {
    "what": ("What happened", "Only what was said and done, as a camera would have seen it."),
    "so-what": ("So what", "What it means to you, and what surprised you."),
    "now-what": ("Now what", "The smallest next step, and when you take it."),
}
EVIDENCE = {
    Evidence.META_ANALYSIS: "Many studies, pooled",
    Evidence.FIELD_EXPERIMENT: "Tried out in real life, against a comparison",
    Evidence.EXPERIMENT: "Tested in experiments",
    Evidence.CORRELATIONAL: "Goes together in studies; cause not shown",
    Evidence.CONSENSUS: "Experts agree; little tested",
    Evidence.PRACTICE: "Common practice; not tested",
}
EVIDENCE_MEANS = {
    Evidence.META_ANALYSIS: "The results of many studies, put together and averaged.",
    Evidence.FIELD_EXPERIMENT: "People at their real work or study did it, and others did not.",
    Evidence.EXPERIMENT: "People took part in a study that compared ways of doing it.",
    Evidence.CORRELATIONAL: "Studies saw the two together. What leads to what is open.",
    Evidence.CONSENSUS: "What researchers or professional bodies conclude from what they know.",
    Evidence.PRACTICE: "Good manners and experience, put down by people who do it.",
}
"""What each grade means, in one sentence."""
EVIDENCE_IN_A_WORD = {
    Evidence.META_ANALYSIS: "Pooled",
    Evidence.FIELD_EXPERIMENT: "Tried",
    Evidence.EXPERIMENT: "Tested",
    Evidence.CORRELATIONAL: "Linked",
    Evidence.CONSENSUS: "Experts",
    Evidence.PRACTICE: "Practice",
}
"""The head of a narrow column; the full words stand beside it."""
READ = {
    "whole": "We read all of it.",
    "abstract": "We read the abstract.",
    "summary": "We read a summary by others.",
    "excerpt": "We read some passages.",
}
COUNTERPARTS = {
    Relationship.MENTOR: "a mentor",
    Relationship.COACH: "a coach",
    Relationship.SPONSOR: "a sponsor",
    Relationship.PEER: "a peer",
}
TOPIC_WORDS = {
    "roles-compared": "Mentor, coach or sponsor",
    "need-a-mentor": "Whether you need a mentor",
    "need-a-coach": "Whether you need a coach",
    "need-a-sponsor": "Whether you need a sponsor",
    "support-network": "Your circle of support",
    "realistic-benefits": "What to expect from it",
    "formal-informal": "Arranged or informal",
    "peer-and-group": "Peers and groups",
    "where-to-look": "Where to look",
    "warm-introduction": "Being introduced",
    "internal-programme": "Programmes at work",
    "weak-ties": "People you hardly know",
    "choosing-fit": "Choosing somebody who fits",
    "vetting": "Checking before you commit",
    "low-commitment-ask": "Asking for something small",
    "specific-topic": "One clear topic",
    "why-them": "Why you write to them",
    "who-you-are": "Saying who you are",
    "subject-line": "The subject line",
    "length-and-channel": "How long, and where",
    "easy-out": "Making a no easy",
    "offering-times": "Offering times",
    "own-voice": "Sounding like yourself",
    "follow-up": "Following up",
    "no-reply": "When nobody answers",
    "declined": "When they say no",
    "fear-of-asking": "Afraid to ask",
    "not-a-job-ask": "Not asking for a job",
    "research-first": "Reading up first",
    "informational-interview": "Asking about their work",
    "opening-well": "Opening well",
    "listening": "Listening",
    "respecting-time": "Keeping to time",
    "fit-check": "Whether it fits",
    "next-step": "The next step",
    "proposing-mentorship": "Proposing to go on",
    "goals": "Goals",
    "expectations": "Expectations",
    "boundaries": "Boundaries",
    "confidentiality": "Keeping confidences",
    "frequency-format": "How often, and how",
    "virtual": "Meeting at a distance",
    "culture-power": "Culture and power",
    "agenda": "The agenda",
    "good-questions": "Good questions",
    "notes": "Taking notes",
    "action-items": "What you said you would do",
    "progress-updates": "Telling them how it went",
    "acting-on-advice": "Acting on advice",
    "asking-feedback": "Asking for feedback",
    "receiving-feedback": "Hearing feedback",
    "disagreeing": "Disagreeing",
    "conflicting-advice": "Advice that conflicts",
    "imposter-feelings": "Feeling like a fraud",
    "reciprocity": "Giving something back",
    "gratitude": "Saying thank you",
    "drifting": "When it drifts",
    "hard-conversation": "A hard conversation",
    "misconduct": "When they behave badly",
    "coaching-contract": "The agreement with a coach",
    "grow": "GROW, a map for one problem",
    "open-questions": "Open questions",
    "reflective-listening": "Saying back what you heard",
    "commitment": "Committing to a step",
    "if-then-plans": "If-then plans",
    "earning-sponsorship": "Earning a sponsor",
    "sponsor-ask": "Asking a sponsor",
    "visibility": "Being seen",
    "promotion-case": "Your case for promotion",
    "after-meeting": "After a meeting",
    "learning-log": "A learning log",
    "confidence": "Confidence",
    "ending-well": "Ending well",
    "redefining": "Changing what it is",
    "paying-forward": "Passing it on",
}
SEVERITIES = {
    Severity.MUST: "Put this right",
    Severity.SHOULD: "Worth a look",
    Severity.NOTE: "A thought",
}
ONLY_OF_A_MODEL = {
    "no-stray": "Nothing nobody gave",
    "in-english": "In English",
    "no-loss": "Nothing left out",
}
"""What is asked of a model's text and of no other."""
BRIEF_PLACES = {
    "sender": "about you",
    "sender.name": "your name",
    "sender.role": "what you do",
    "sender.organisation": "where you work or study",
    "sender.facts": "facts about you",
    "recipient": "about them",
    "recipient.name": "their name",
    "recipient.role": "what they do",
    "recipient.organisation": "where they work",
    "recipient.facts": "facts about them",
    "via": "who could introduce you",
    "connection": "how you came across them",
    "why_them": "why them",
    "topic": "what you want to ask",
    "questions": "what you want to ask",
    "ask": "what you ask for",
    "ask.kind": "what you ask for",
    "ask.minutes": "how long",
    "ask.when": "when you could talk",
    "history": "what happened before",
    "goals": "your goals",
    "open_actions": "what you said you would do",
    "last_advice": "what they advised last time",
    "updates": "what is new",
    "worries": "what worries you",
    "notes": "your notes",
    "advice_received": "what they advised",
    "commitments": "what you said you would do",
    "feelings": "how it felt",
}
"""What each part of a brief is called in the form, lower case, to be read in a sentence."""


def in_words(identifier: str) -> str:
    """``says-who-you-are`` -> "Says who you are"; a topic by the name people see."""
    if identifier in TOPIC_WORDS:
        return TOPIC_WORDS[identifier]
    text = identifier.replace("-", " ").replace("_", " ")
    return text[:1].upper() + text[1:]


def check_words(check: str) -> str:
    """What a check asks of a text, in words."""
    return ONLY_OF_A_MODEL.get(check) or in_words(check)


def brief_place(path: str) -> str:
    """Name a place in the brief (``sender.facts[0]``) as the form does."""
    bare = path.split("[", 1)[0]
    while bare and bare not in BRIEF_PLACES and "." in bare:
        bare = bare.rpartition(".")[0]
    return BRIEF_PLACES.get(bare, in_words(bare).lower())


def brief_places(paths: tuple[str, ...]) -> str:
    """Name several places, each once: "your name, why them"."""
    return ", ".join(dict.fromkeys(brief_place(path) for path in paths))


def counted(number: int, one: str, several: str) -> str:
    """Say how many: 1 check, 3 checks."""
    return f"{number} {one if number == 1 else several}"


def listed(words: Sequence[str], last: str = "or") -> str:
    """Join words as in a sentence: "a mentor, a coach or a peer"."""
    return f" {last} ".join([*([", ".join(words[:-1])] if words[:-1] else []), *words[-1:]])


def day(date: datetime.date) -> str:
    """Say a date as people write it: 24 November 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"

"""The words people see for what the program calls by an id."""

from coach.domain.vocabulary import Evidence, Severity, Stage

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
SEVERITIES = {
    Severity.MUST: "Put this right",
    Severity.SHOULD: "Worth a look",
    Severity.NOTE: "A thought",
}
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
    """``says-who-you-are`` -> "Says who you are"; also for topics."""
    text = identifier.replace("-", " ").replace("_", " ")
    return text[:1].upper() + text[1:]


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

"""What is said of a message that passes a check, whoever found that it does."""

from collections.abc import Mapping

LINKED = "advice-linked-to-action"
PRAISES: Mapping[str, str] = {
    "question-specific": "Your reader can start thinking about your question at once.",
    "no-pressure": "Nothing here pushes your reader.",
    "easy-out": "Your reader can say no without awkwardness.",
    "ask-time-boxed": "Your reader can see how small the favour is.",
    "says-why-them": "Your reader can see why you chose them.",
    "no-cliche": "No stock phrases.",
    "offers-times": "You offer times, so a yes takes no extra message.",
    "no-job-ask": "You ask for experience, not for a job.",
    "ask-low-commitment": "You ask for little, which is easy to say yes to.",
    "one-clear-ask": "It is clear what you ask for, and it is one thing.",
    LINKED: "You link the advice to what you did and what came of it.",
    "no-flattery": "You do not flatter.",
    "plain-language": "Your language is plain.",
    "says-who-you-are": "Your reader can tell who is writing.",
    "evidence-of-impact": "You give your reader a result to speak for.",
    "no-over-apology": "You do not apologise more than needed.",
    "forwardable-blurb": "Your go-between can pass your paragraph on as it stands.",
}
"""What is said where a check passes, by the rules or by the second reader."""

"""What a review is measured against: a dozen keyword rules, the length alone, and crying wolf.

Each baseline says which checks a message fails, by the ids of the product's checks.
"""

import re
from collections.abc import Callable

Baseline = Callable[[str, str, frozenset[str]], frozenset[str]]
"""(text, channel, the checks that apply) -> the checks said to fail."""
LIMITS = {"email": 180, "linkedin-message": 150, "chat": 120}
NOTE = 300
_FOUND_FAILS = {
    "no-cliche": r"hope this (?:email|message)? ?finds you|pick your brain|touch base|reach(?:ing)? out",
    "no-flattery": r"amazing|inspiring|incredible|impressive|world-class|role model",
    "no-over-apology": r"sorry.*sorry|just a (?:student|nobody)|waste your time|bother you",
    "no-pressure": r"asap|urgent|as soon as possible|still waiting|disappointed",
    "no-job-ask": r"\bjob\b|vacanc|internship|referral|\bcv\b|resume|hiring",
    "no-placeholder": r"\[[^\]]+\]|\bTBD\b|XX+|\{\{",
    "ask-low-commitment": r"be my mentor|mentor me|every week|weekly|monthly",
    "plain-language": r"herewith|pursuant|leverage|synerg|utili[sz]e|stakeholder",
    "tone-fits": r"\blol\b|\byo\b|esteemed|humbly",
}
_MISSING_FAILS = {
    "thanks": r"thank|grateful|appreciate|cheers",
    "easy-out": r"no (?:worries|problem|pressure)|if not|understand if|busy",
    "offers-times": r"monday|tuesday|wednesday|thursday|friday|week|\d ?[ap]m",
    "ask-time-boxed": r"minutes?|\bmins?\b|hour|\bline\b|sentence",
    "names-recipient": r"^(?:subject:.*\n+)?(?:dear|hi|hello|hey) [a-z]",
    "says-who-you-are": r"\bi(?:'m| am) an?\b|\bi work\b",
    "one-clear-ask": r"\?|would you|could you",
    "question-specific": r"\?",
    "has-subject": r"^subject: *\S",
}


def keyword_rules(text: str, channel: str, applies: frozenset[str]) -> frozenset[str]:
    """The rules somebody would write in an afternoon."""
    found = {c for c, rule in _FOUND_FAILS.items() if re.search(rule, text, re.I | re.S)}
    missing = {c for c, rule in _MISSING_FAILS.items() if not re.search(rule, text, re.I)}
    if text.count("?") > 3:
        found.add("few-questions")
    return (frozenset(found | missing) & applies) | length_only(text, channel, applies)


def length_only(text: str, channel: str, applies: frozenset[str]) -> frozenset[str]:
    """A counter of words, as most writing boxes have."""
    body = re.sub(r"\A\s*subject:[^\n]*\n", "", text, flags=re.I).strip()
    long = len(body) > NOTE if channel == "linkedin-note" else len(body.split()) > LIMITS[channel]
    return frozenset({"length-fits-channel"}) & applies if long else frozenset()


def flag_everything(text: str, channel: str, applies: frozenset[str]) -> frozenset[str]:
    """Every check that applies is said to fail: full recall, and no use."""
    return applies


BASELINES: dict[str, Baseline] = {
    "keyword rules": keyword_rules,
    "length only": length_only,
    "flag everything": flag_everything,
}

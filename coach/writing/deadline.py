"""Tells a date that binds the mentee from a time they are free: "panel's 14th dec" is no offer to talk."""

import re

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:(?:{_DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{_MONTH})?(?:,? \d{{4}})?|"
    rf"(?:early |mid |late |mid-)?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?|"
    rf"(?:next |this )?{_DAY}|(?:next|this) (?:week|month)|tomorrow|(?:in )?(?:a|one|two|three|four|\d+) (?:days|weeks|months)(?: time)?)"
)
_BOUND = (
    r"panels?|interviews?|deadlines?|committee|board|exams?|viva|reviews?|decisions?|closing date|applications?|short-?list(?:ing)?|"
    r"hearing|submissions?|results?|vote|elections?|selection|appointments?|assessment|audition|start date|board meeting|"
    r"moderation|calibration|ballot|cut-?off"
)
_EVENT = re.compile(
    rf"^(?!(?:after|before|by|until|till|any|not|during|between|from|once|when|in|on|at|if|except|no|every|around) )"
    rf"(?P<the>(?:the|my|our|their) )?(?P<what>(?:[\w-]+ ){{0,2}}?(?:{_BOUND}))"
    r"(?P<verb>['’]s| is| are| meets?| sits?| closes?| opens?| ends?| falls?| due| is due| are due)?,?:? ?"
    rf"(?P<prep>on |in |by |at |for )?(?P<date>{_DATE})(?P<rest>$|[,;.]? .*$)",
    re.I,
)
_BY = re.compile(
    r"^(?:by|before|until|in time for|ahead of|no later than) (?!(?:work|noon|lunch|school|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d\d?[:.]\d\d)\b).+",
    re.I,
)
_POINT = re.compile(r"(?:deadline|closing date|start date|cut-?off)$", re.I)
_LONG_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)(?: of)? (?={_MONTH}\b)", re.I)
_REST_FREE = re.compile(r"^[,;.]? ?(?:so |and |but )?(?:i(?:'m| am) free )?", re.I)


def event_in(text: str) -> tuple[str, str]:
    """A dated event as a clause, and the times that follow it: "the panel is on 14 December", ""."""
    match = _EVENT.match(text)
    if match is None:
        return "", ""
    what = (
        match["what"][:1].lower() + match["what"][1:]
        if not match["what"].isupper()
        else match["what"]
    )
    plural = what.endswith("s")
    lead = match["the"] or ("" if plural and match["verb"] else "the ")
    given = (match["verb"] or "").strip().lower()
    verb = {"": "", "'s": "", "’s": "", "is": "", "are": "", "due": ""}.get(given, given)
    verb = verb or (f"{'are' if plural else 'is'}{' due' if given == 'due' else ''}")
    date = _LONG_DAY.sub(r"\1 ", match["date"])
    prep = "" if _POINT.search(what) and not match["verb"] else _preposition(date, match["prep"])
    rest = _REST_FREE.sub("", match["rest"])
    return f"{lead.lower()}{what} {verb} {prep}{date}", rest


def _preposition(date: str, given: str | None) -> str:
    low = date.lower()
    if given and given.strip().lower() in {"on", "in", "by"}:
        return given.lower()
    if low.startswith(("next ", "this ", "tomorrow", "in ")):
        return ""
    monthly = re.fullmatch(rf"(?:early |mid |late |mid-)?{_MONTH}(?:,? \d{{4}})?", low)
    return (
        "in "
        if monthly or re.match(r"(?:a|one|two|three|four|\d+) (?:days|weeks|months)", low)
        else "on "
    )


def is_deadline(text: str) -> bool:
    """Whether a time is the end of something and no offer: "by Friday", "before the committee meets"."""
    return _BY.match(text) is not None

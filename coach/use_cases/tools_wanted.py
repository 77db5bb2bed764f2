"""Which tools a turn has use for, by the mentee's own words: what is not offered costs no tokens.

A tool's description is sent with every call of a turn, and a weak model uses a tool because it is there.
So a message is offered to be drafted where somebody speaks of writing, and records to be looked up where
there are some. A question for guidance ("what should I put in the subject?") wants nothing made, and the
first such question of a talk no second search: we have searched with its words before a model is asked.
Where the words are not English nothing is known of them, and every tool is offered.
"""

import re

from coach.review.language import is_english
from coach.review.text import sentences
from coach.use_cases.turn_desk import TurnDesk

SEARCH = "search_guidance"
RECORDS = "look_up_records"
ACTION = "propose_action"
_I = re.IGNORECASE
_SPOKEN_OF = {
    "draft_message": re.compile(
        r"\b(?:writ(?:e|ing|es)|wrote|draft\w*|word(?:ing|ed)?|compose|messag\w+|e-?mail\w*|mail|letter|notes?|lines? to"
        r"|text(?:ing)?|dm|linkedin|whatsapp|reply|repl(?:ies|ied|ying)|answer (?:him|her|them)|send\w*|sent|contact\w*"
        r"|reach(?:ing)? out|follow(?:ing)?[- ]?up|thank\w*|invit\w+|reconnect\w*|ask(?:ing)? (?:him|her|them|for))\b",
        _I,
    ),
    "plan_agenda": re.compile(
        r"\b(?:agendas?|plan(?:ning|ned|s)?|prepar\w+|meet(?:s|ing|ings)?|met|sessions?|calls?|catch[- ]?ups?|one[- ]to[- ]ones?"
        r"|1:1s?|talks?|seeing|appointment\w*|coffee|hours?|minutes)\b",
        _I,
    ),
    "reflection_questions": re.compile(
        r"\b(?:reflect\w*|think(?:ing)? back|look(?:ing)? back|debrief\w*|learn(?:t|ed)? from|(?:went|gone|go) \w+"
        r"|afterwards|after (?:our|my|the|a|that)|met|spoke|talked|had (?:a|my|our) \w+|meetings?|sessions?|said|told me)\b",
        _I,
    ),
    ACTION: re.compile(
        r"\bi(?:['’]?ll| will| plan| am going|['’]?m going| promised?| agreed| intend| decided)\b"
        r"|\b(?:let me|remind me|my next step|to[- ]do|commit\w*|keep track)\b"
        r"|\bi(?: want| have to| need| should| must| would|['’]d)\b.*\b(?:by|before|on|until|next|this|tomorrow|today|tonight)\b",
        _I,
    ),
}
_FOR_GUIDANCE = re.compile(
    r"\W*(?:(?:and|but|so|or|also|then|well|ok|okay|hi|hello|sorry)\b\W*)*"
    r"(?:(?:what|how|why|when|where|which|who|whose|whom|should|shall|is|are|was|were|do|does|did|am|may|might|must"
    r"|has|have|had|can i|could i|would it|any (?:tips|ideas|advice|way)|isn['’]t|aren['’]t|don['’]t|doesn['’]t)\b.*\?"
    r"|(?:what|how|why|when|where|which|who)(?: \w+)? (?:do|does|did|is|are|should|shall|can|could|would)\b.*)",
    _I | re.S,
)
"""A sentence that asks what is so, or what to do; "can you" and "would you" ask that it be done."""
_BIDS = re.compile(
    r"\b(?:can|could|would|will) you\b|\bplease\b|\bhelp (?:me|with)\b|\bi (?:want|need) (?:you|a|an|some|help)\b"
    r"|\b(?:i['’]d|i would) like (?:you|a|an|some|help)\b"
    r"|^\W*(?:(?:and|then|now|so|ok|okay)\W+)?(?:write|draft|word|compose|plan|prepare|make|give|let['’]?s|put|send"
    r"|review|check|improve|correct|proofread|polish|rehearse|practi[cs]e|create|remind|thank|invite|reply|answer|message|e-?mail|ask)\b",
    _I,
)
"""A sentence that asks that something be done."""
_A_SMALL_WORD = re.compile(
    r"\b(?:the|an|to|my|i|i['’]?m|how|what|who|is|are|was|does|did|should|can|could|will|with|for|of|and|it|you|we|on"
    r"|her|him|please|this|that|not)\b",
    _I,
)
_WRITES = r"(?:draft|write|compose|word|make|prepare|create|put together|type up|plan) (?:me |us )?"
_ONE = r"(?:an?|the|my|our|some|this) (?:[\w-]+ ){0,2}"
_MADE = {
    "rehearsal": re.compile(
        rf"\b(?:rehearse|practi[cs]e|role[- ]?play) (?:it\b|with\b|{_ONE}(?:talk|conversation|meeting|chat)\b)",
        _I,
    ),
    "review": re.compile(
        r"^\W*(?:(?:please|can you|could you|would you|will you)\W+)*(?:review|check|improve|correct|proofread|look over|polish) "
        r"(?:this |over )?my (?:[\w-]+ )?(?:draft|message|e-?mail|letter|text|note)\b",
        _I,
    ),
    "agenda": re.compile(rf"\b{_WRITES}{_ONE}?agenda\b", _I),
    "reflection": re.compile(
        rf"\b(?:{_WRITES}|give (?:me|us) )(?:{_ONE})?reflect(?:ion|ive) questions\b", _I
    ),
    "message": re.compile(
        rf"\b{_WRITES}{_ONE}(?:message|e-?mail|letter|note|dm|reply|follow[- ]?up|thank[- ]you(?: \w+)?|introduction|invitation)\b",
        _I,
    ),
}
"""What is asked to be made, and is made on a page of its own."""
_FOR_WORDS = re.compile(
    r"\b(?:tips?|advice|ideas?|examples?|explain|tell me|best practi[cs]e|hints?|guidance|about how)\b",
    _I,
)
"""What is asked of the guidance even where somebody is asked to give it."""
_A_TEXT = re.compile(r".{160}|\n.{60}")
"""What is shorter and stands in one line is a question and no message to be reviewed."""


def is_wanted(tool: str, desk: TurnDesk) -> bool:
    """Whether a tool of ``tools_for`` is of any use in this turn.

    Args:
        tool: its name.
        desk: the turn; what counts is all that the mentee said in this talk.
    """
    if not is_english(desk.said) or _A_SMALL_WORD.search(desk.said) is None:
        return True
    if tool == SEARCH:
        return bool(desk.asked) or any(
            is_wanted(one, desk) for one in (RECORDS, "review_text", *_SPOKEN_OF)
        )
    if tool == RECORDS:
        return bool(desk.records.people() or desk.records.meetings())
    if tool == "review_text":
        return _A_TEXT.search(desk.said) is not None
    return any(_SPOKEN_OF[tool].search(one) for one in _bidding(desk.said, tool))


def to_be_made(asked: str) -> str:
    """Which text somebody asks us to make, if that is all they ask: a key of ``elsewhere`` in the wording.

    "How do I word the message?" asks for guidance, and "Word the message for me" for a message.
    """
    told = [span.text.strip() for span in sentences(asked, 0, len(asked))]
    bids = [one for one in told if _BIDS.search(one)]
    if not bids or any(
        "?" in one or _FOR_GUIDANCE.fullmatch(one) for one in told if one not in bids
    ):
        return ""
    kinds = {_kind_made(one) for one in bids}
    return kinds.pop() if len(kinds) == 1 else ""


def _kind_made(bid: str) -> str:
    if _FOR_GUIDANCE.fullmatch(bid) or _FOR_WORDS.search(bid):
        return ""
    return next((made for made, said in _MADE.items() if said.search(bid)), "")


def _bidding(said: str, tool: str) -> list[str]:
    """The sentences that may ask for a tool. Beside a question for guidance what is told is its setting."""
    told = [span.text.strip() for span in sentences(said, 0, len(said))]
    others = [one for one in told if _FOR_GUIDANCE.fullmatch(one) is None]
    if len(others) == len(told) or tool == ACTION:
        return others
    return [one for one in others if _BIDS.search(one) is not None]

"""Which tools a turn has use for, by the mentee's own words: what is not offered costs no tokens.

A tool's description is sent with every call of a turn, and a weak model uses a tool because it is there.
So a message is offered to be drafted where somebody speaks of writing, and records to be looked up where
there are some. Where the words are not English nothing is known of them, and every tool is offered.
"""

import re

from coach.review.language import is_english
from coach.use_cases.turn_desk import TurnDesk

ALWAYS = "search_guidance"
RECORDS = "look_up_records"
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
    "propose_action": re.compile(
        r"\b(?:i(?:['’]?ll| will| want| plan| am going| promised?| agreed| have to| need| should| must| would|['’]d"
        r"| intend| decided|['’]?m going)|let me|remind me|my next step|to[- ]do|actions?|commit\w*|keep track)\b",
        _I,
    ),
}
_A_SMALL_WORD = re.compile(
    r"\b(?:the|an|to|my|i|i['’]?m|how|what|who|is|are|was|does|did|should|can|could|will|with|for|of|and|it|you|we|on"
    r"|her|him|please|this|that|not)\b",
    _I,
)
_A_TEXT = re.compile(r".{160}|\n.{60}")
"""What is shorter and stands in one line is a question and no message to be reviewed."""


def is_wanted(tool: str, desk: TurnDesk) -> bool:
    """Whether a tool of ``tools_for`` is of any use in this turn.

    Args:
        tool: its name.
        desk: the turn; what counts is all that the mentee said in this talk.
    """
    if tool == ALWAYS or not is_english(desk.said) or _A_SMALL_WORD.search(desk.said) is None:
        return True
    if tool == RECORDS:
        return bool(desk.records.people() or desk.records.meetings())
    if tool == "review_text":
        return _A_TEXT.search(desk.said) is not None
    return _SPOKEN_OF[tool].search(desk.said) is not None

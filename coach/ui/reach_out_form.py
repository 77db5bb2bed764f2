"""The fields of *Reach out*, and how two of them are read: what to ask, and when."""

import re
from collections.abc import Mapping

from coach.ui.forms import Field, Form, lines
from coach.ui.words import ASKS, CHANNELS, PURPOSES, RELATIONSHIPS, STYLES, TONES

STYLE = Field(
    "style",
    "How shall we work?",
    "choice",
    options=STYLES,
    default="mentor",
    shared=True,
    help="Mentor suggests wording and says why. Coach writes only what is already yours, and "
    "asks the rest.",
)
ASK_LABEL = "What would you like to ask?"
_BEFORE_LABEL = "What happened before?"

_FIELDS = (
    STYLE,
    Field("sender.name", "Your name", placeholder="Priya Nair", autocomplete="name"),
    Field(
        "sender.role",
        "What you do",
        placeholder="data analyst at a hospital",
        autocomplete="organization-title",
        help="A few words they would understand. Studying or between jobs counts.",
    ),
    Field("recipient.name", "Their name", placeholder="Dr. Elena Ruiz"),
    Field(
        "ask.when",
        "When could you talk?",
        placeholder="Tuesday or Thursday after 4 pm",
        help="Two openings are enough. We ask for 20 minutes by video, unless you say otherwise "
        "here or under More detail.",
    ),
    Field(
        "why_them",
        "Why them?",
        "area",
        placeholder="she moved from clinical reporting to leading forecasting",
        help="One thing they did, said or made. It tells them this was written for them.",
    ),
    Field(
        "questions",
        ASK_LABEL,
        "list",
        rows=3,
        placeholder="choosing between a management and a technical track\n"
        "What made you choose management over staying technical?",
        help="A topic, a question, or both; one on each line. One good question is plenty.",
    ),
    Field(
        "connection",
        "How did you come across them?",
        placeholder="heard her talk at the 2026 Health Data Summit",
        help="A talk, an article, a shared colleague. Leave it empty if there is nothing.",
    ),
    Field("recipient.role", "What they do", placeholder="director of analytics"),
    Field("recipient.organisation", "Where they work", placeholder="Harbor Health"),
    Field(
        "sender.organisation",
        "Where you work or study",
        placeholder="Northfield Hospital",
        autocomplete="organization",
    ),
    Field(
        "sender.facts",
        "Facts about you worth telling",
        "list",
        placeholder="3 years in reporting",
        help="One on each line. Only what you write here can appear in the message.",
    ),
    Field("channel", "How will you send it?", "choice", options=CHANNELS, default="email"),
    Field(
        "relationship",
        "What might they become to you?",
        "choice",
        options=RELATIONSHIPS,
        default="mentor",
        help="A mentor shares experience, a coach asks towards one goal, a sponsor speaks up for "
        "you, a peer is beside you.",
    ),
    Field("tone", "How should it sound?", "choice", options=TONES, default="warm"),
    Field(
        "purpose", "What is this message for?", "choice", options=PURPOSES, default="first-contact"
    ),
    Field("ask.kind", "What do you ask for?", "choice", options=ASKS, default="video"),
    Field("ask.minutes", "For how many minutes?", "number", default=20, limits=(5, 120)),
    Field(
        "before.what",
        _BEFORE_LABEL,
        placeholder="we spoke for half an hour about forecasting",
    ),
    Field("before.date", "When was that?", placeholder="2 March"),
    Field(
        "before.advice",
        "What did they advise?",
        placeholder="start with one team's monthly numbers",
    ),
    Field(
        "before.action",
        "What did you do with it?",
        placeholder="built a forecast for the emergency department",
        help="“Not yet” is an honest answer too.",
    ),
    Field("before.result", "What came of it?", placeholder="they now plan their shifts with it"),
    Field(
        "via",
        "Who could introduce you?",
        placeholder="Sam Okafor",
        help="For an introduction only: the message is then written to this person.",
    ),
    Field(
        "private_notes",
        "Private notes",
        "list",
        placeholder="I am nervous about my accent",
        help="For you and the coach only. These never appear in the message.",
    ),
)

TALKED_BEFORE = (
    "follow-up",
    "thank-you",
    "progress-update",
    "reconnect",
    "reply-to-no",
    "closing",
)
"""The purposes that rest on what happened before."""

_TALK_PURPOSES = ("first-contact", "follow-up", "reconnect")
_UNTOUCHED_ASK = {"kind": "video", "minutes": 20, "when": ""}
_TALKS = ("video", "call", "coffee")
_MINUTES = r"(?:for\s+)?(\d{1,3})\s*-?\s*min(?:ute)?s?\b"
_LENGTH_FIRST = re.compile(rf"^\s*{_MINUTES}\s*[,;:]?\s*", re.IGNORECASE)
_LENGTH_LAST = re.compile(rf"[,;]?\s*{_MINUTES}[.\s]*$", re.IGNORECASE)
_ASKS = re.compile(
    r"(how|what|when|where|which|who|whom|why|is|are|was|were|do|does|did|can|could|would|"
    r"should|have|has|if you)\b",
    re.IGNORECASE,
)


def is_question(line: str) -> bool:
    """Whether a line asks something, with or without its question mark."""
    return line.rstrip().endswith("?") or bool(_ASKS.match(line.strip()))


def split_when(text: str) -> tuple[int | None, str]:
    """Read "20 minutes, Tuesday after 4" as (20, "Tuesday after 4")."""
    for pattern in (_LENGTH_FIRST, _LENGTH_LAST):
        found = pattern.search(text)
        if found:
            rest = text[: found.start()] + text[found.end() :]
            return int(found[1]), rest.strip(" ,;")
    return None, text.strip()


def _tidy(brief: dict[str, object]) -> dict[str, object]:
    """Sort the lines of the ask into topic and questions, and the length out of the times."""
    asked = brief.get("questions")
    if isinstance(asked, list):
        questions = [str(line) for line in asked if is_question(str(line))]
        topics = [str(line) for line in asked if not is_question(str(line))]
        brief.pop("questions")
        if questions:
            brief["questions"] = questions
        if topics:
            brief["topic"] = " and ".join(topics)
    ask = brief.get("ask")
    if isinstance(ask, dict):
        minutes, when = split_when(str(ask.get("when", "")))
        ask = {**ask, "when": when, "minutes": minutes or ask.get("minutes")}
        if ask.get("kind") not in _TALKS:
            ask = {"kind": ask.get("kind")}
        brief["ask"] = ask
        if brief.get("purpose") not in _TALK_PURPOSES and ask == _UNTOUCHED_ASK:
            brief.pop("ask")  # a thank-you asks for nothing unless the person says so
    before = brief.pop("before", None)
    if before and brief.get("purpose") in TALKED_BEFORE:
        brief["history"] = [before]
    if brief.get("purpose") != "introduction-request":
        brief.pop("via", None)
    return brief


class ReachOutForm(Form):
    """A form with one field for topic and questions, and one entry of history."""

    def fill(self, brief: Mapping[str, object]) -> None:
        """Set the fields from a brief, its topic and questions as lines of one field."""
        topic = str(brief.get("topic") or "")
        questions, history = brief.get("questions"), brief.get("history")
        asked = lines(topic) + [str(line) for line in _listed(questions)]
        before = next(iter(_listed(history)), {})
        super().fill({**brief, "questions": asked, "before": before})


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


FORM = ReachOutForm(
    page="reach",
    kind="outreach",
    fields=_FIELDS,
    tidy=_tidy,
    says={
        "nothing to ask": f"“{ASK_LABEL}” is empty",
        "give a topic, or at least one question": "Write one topic or one question there",
        "nothing to thank for": "what you are thankful for is missing",
        "give what was helpful as the topic, or what happened as history": (
            f"Write what was helpful under “{_BEFORE_LABEL}” or “{ASK_LABEL}”"
        ),
    },
)

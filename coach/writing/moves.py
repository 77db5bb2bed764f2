"""The moves of a first message: how they know each other, who, why, what, the request, the close."""

import re
from collections.abc import Callable, Iterator

from coach.domain.vocabulary import Channel, Relationship
from coach.writing.introduction import sign_name, who_piece
from coach.writing.material import Material
from coach.writing.matter import Matter
from coach.writing.piece import Piece
from coach.writing.questions import Asked
from coach.writing.reasons import why_piece
from coach.writing.request import ask_piece, times_piece
from coach.writing.text import uncapitalise
from coach.writing.voice import Voice, overlap

Move = Callable[[Material], Iterator[Piece]]
"""Words one move, or nothing where the brief gives nothing for it."""
_JOINT = re.compile(
    r"(?:(?:swapping|comparing|sharing|exchanging|trading) notes|practising|practicing|rehearsing|pairing up|teaming up)\b"
    r"(?! with)",
    re.I,
)
_SHARED = {"swapping": "swap", "exchanging": "exchange", "trading": "trade", "comparing": "compare",
           "rehearsing": "rehearse", "practicing": "practice", "pairing": "pair up", "teaming": "team up"}  # fmt: skip
"""What one does with somebody: "swapping notes on our first months"."""
INDIRECT_WORDS = frozenset("how what why when where which who whether if".split())


def connection(m: Material) -> Iterator[Piece]:
    """How the mentee came across the counterpart."""
    if m.connection:
        yield m.connection


def who(m: Material) -> Iterator[Piece]:
    """Who the mentee is."""
    piece = who_piece(m.brief, m.voice, facts=m.extent.facts)
    if piece:
        yield piece


def why(m: Material) -> Iterator[Piece]:
    """Why this person."""
    said = m.connection.text if m.connection else ""
    piece = why_piece(m.brief, m.voice, m.wording, said=said, limit=m.extent.why, name=m.first)
    if piece:
        yield piece


def topic(m: Material) -> Iterator[Piece]:
    """What it is about."""
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif m.matter.about and not asked_already(m):
        yield Piece(_topic_sentence(m, m.matter), "topic", ("topic",))


def asked_already(m: Material) -> bool:
    """Whether a question says the topic already."""
    about = m.matter.about
    related = any(asked.direct and overlap(asked.text, about) > 0 for asked in m.asked)
    if not m.extent.restate and related:
        return True
    return any(overlap(asked.text, about) > 0.85 for asked in m.asked[:1])


def _topic_sentence(m: Material, matter: Matter) -> str:
    if joint := _JOINT.match(matter.about):
        verb = joint.group().split()[0].lower()
        base = m.voice.lexicon.gerund.get(verb, _SHARED.get(verb, verb))
        with_you = f"{base}{' notes' if 'notes' in joint.group() else ''} with you"
        return m.say("topic.joint", x=f"{with_you}{matter.about[joint.end() :]}")
    form = "indirect" if is_indirect(matter.about) else "about"
    if m.coaching:
        key = "topic.coach-style" + ("-indirect" if form == "indirect" else "")
    else:
        key = f"topic.{form}"
    return m.say(key, x=matter.about)


def questions(m: Material, chosen: list[Asked] | None = None) -> Iterator[Piece]:
    """The mentee's questions, one or two; or those ``chosen`` among them."""
    all_asked = m.asked if chosen is None else chosen
    said = bool(m.matter.statement) or (bool(m.matter.about) and not asked_already(m))
    direct = [asked.direct for asked in all_asked if asked.direct]
    if len(direct) > 1 and len(direct) == len(all_asked):
        text = m.say("question.several", x=" ".join(direct))
        yield Piece(lower_after_colon(text, m.voice), "specific-question", ("questions",))
        return
    for index, asked in enumerate(all_asked):
        source = "questions" if m.brief.questions else "topic"
        text = _question(m, index, asked, said)
        yield Piece(lower_after_colon(text, m.voice), "specific-question", (source,))


def _question(m: Material, index: int, asked: Asked, said: bool) -> str:
    if asked.clause:
        key = "question.also" if index else "question.then" if said else "question.clause"
        return m.say(key, x=asked.clause)
    if index:
        key = "question.third" if index > 1 else "question.also-direct"
    else:
        key = "question.one" if said else "question.alone"
    if index == 0 and m.coaching and said:
        return asked.direct
    return m.say(key, x=asked.direct)


def ask(m: Material) -> Iterator[Piece]:
    """The request."""
    if m.coaching and m.brief.ask.kind is None and m.brief.ask.minutes is None:
        return
    yield ask_piece(m.brief, m.wording, variant=m.variant)


def times(m: Material) -> Iterator[Piece]:
    """When the mentee can talk."""
    piece = times_piece(m.brief, m.voice, m.wording)
    if piece and (piece.sources or not m.coaching):
        yield piece


def close(m: Material) -> Iterator[Piece]:
    """An easy way out, and thanks; in coach style the sign-off thanks."""
    if m.coaching:
        return
    yield Piece(m.say("easy-out"), "easy-out")
    hurried = m.brief.relationship is Relationship.PEER or m.brief.channel is Channel.CHAT
    if m.extent.patience and not hurried:
        yield Piece(m.wording.choose("patience", m.brief), "patience")
    yield Piece(m.say("thanks"), "thanks")


def sign_off(m: Material) -> Iterator[Piece]:
    """The closing line and the name."""
    name = sign_name(m.brief)
    if m.coaching:
        yield Piece(m.wording.choose("sign-off.coach-style", m.brief), "sign-off")
    elif m.brief.channel is Channel.EMAIL:
        yield Piece(m.wording.choose("sign-off", m.brief), "sign-off")
    if name:
        yield Piece(name, "sign-off", ("sender.name",))


def lower_after_colon(text: str, voice: Voice) -> str:
    """As in "One question: What …" -> "One question: what …", unless a name or "I" follows."""
    head, colon, rest = text.partition(": ")
    return f"{head}: {uncapitalise(rest, voice.names)}" if colon and rest[:1].isupper() else text


def is_indirect(text: str) -> bool:
    """Whether a topic is an indirect question: "how to begin"."""
    return text.split()[0].lower().strip(",") in INDIRECT_WORDS


FIRST_MOVES: dict[str, Move] = {
    move.__name__: move for move in (connection, who, why, topic, questions, ask, times, close)
}

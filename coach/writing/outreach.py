"""Writes a message: plans its moves, words each from the brief, and fits it to the channel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from coach.domain.results import Sentence
from coach.domain.vocabulary import Channel, Purpose
from coach.writing.greeting import greeting_piece
from coach.writing.material import Extent, Material
from coach.writing.moves import Move, sign_off
from coach.writing.piece import RULE, Piece
from coach.writing.plans import Plan
from coach.writing.questions import questions_of
from coach.writing.text import is_blank, sentences, word_count
from coach.writing.voice import overlap, stems

BUDGET = {
    Channel.EMAIL: (122, 125),
    Channel.LINKEDIN_MESSAGE: (100, 120),
    Channel.CHAT: (80, 100),
}
"""Words aimed at by saying less of our own, and by leaving out what the mentee gave."""
MOST = {Channel.EMAIL: 160, Channel.LINKEDIN_MESSAGE: 128, Channel.CHAT: 100}
"""Words no plan may go beyond on a channel; greeting and sign-off come on top."""
TOLD = 0.5
"""Share of a fact's words from which a message tells it."""
CHEAP_STEPS = 2
"""The first steps of ``leaner`` cost the mentee nothing or little."""


@dataclass(frozen=True)
class Message:
    """The pieces of a message in paragraphs, greeting and sign-off apart."""

    greeting: Piece
    paragraphs: tuple[tuple[Piece, ...], ...]
    closing: tuple[Piece, ...]
    words: int
    gap: str = "\n\n"

    def body(self) -> str:
        """The text as it is sent."""
        blocks = [_joined(paragraph) for paragraph in self.paragraphs]
        sign = "\n".join(piece.text for piece in self.closing)
        return self.gap.join(filter(None, [self.greeting.text, *blocks, sign]))

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in reading order, each with its move and source."""
        pieces = [self.greeting, *(p for block in self.paragraphs for p in block), *self.closing]
        return tuple(sentence for piece in pieces for sentence in _split(piece))


def _joined(paragraph: tuple[Piece, ...]) -> str:
    """The sentences of a paragraph on one line; a dividing rule stands on its own."""
    text = ""
    for before, piece in zip((None, *paragraph), paragraph, strict=False):
        alone = RULE in (piece.move, before.move if before else "")
        text += ("" if before is None else "\n" if alone else " ") + piece.text
    return text


def _split(piece: Piece) -> Iterator[Sentence]:
    if piece.move in ("greet", "sign-off", RULE):
        yield piece.as_sentence()
        return
    for text in sentences(piece.text):
        yield replace(piece, text=text).as_sentence()


def leaner(extent: Extent) -> Iterator[Extent]:
    """From the fullest message to the leanest, in the order of what is missed least."""
    yield extent
    for change in (
        {"patience": False},
        {"facts": 1},
        {"connection": 24, "why": 24},
        {"restate": False},
        {"questions": 1},
        {"facts": 0, "topic": 16, "question": 26, "entries": 1},
        {"connection": 16, "why": 16, "topic": 12, "question": 20, "told": 20},
    ):
        extent = replace(extent, **change)
        yield extent


def write_message(material: Material, plan: Plan, moves: Mapping[str, Move]) -> Message:
    """The fullest message inside the channel's target, or the leanest there is."""
    channel = material.brief.channel
    cheap, dear = BUDGET[channel]
    if plan.words:
        cheap = min(plan.words, MOST[channel])
        dear = min(plan.words + 12, MOST[channel])
    message = None
    for step, extent in enumerate(leaner(material.extent)):
        message = compose(replace(material, extent=extent), plan, moves)
        if message.words <= (cheap if step < CHEAP_STEPS else dear):
            return message
    assert message is not None  # noqa: S101 - leaner() yields at least once
    return message


def compose(material: Material, plan: Plan, moves: Mapping[str, Move]) -> Message:
    """The message of one plan and extent."""
    blocks = []
    for names in plan.approach(material.variant):
        pieces = [p for name in names for p in moves[name](material)]
        if pieces:
            blocks.append(_ordered(pieces))
    greeting = greeting_piece(material.brief, material.voice.lexicon)
    words = sum(word_count(piece.text) for block in blocks for piece in block)
    return Message(greeting, tuple(blocks), tuple(sign_off(material)), words)


def _ordered(block: list[Piece]) -> tuple[Piece, ...]:
    """Who they are comes before a sentence that tells readers what they themselves did.

    A past the two share stays in front: it says who is writing better than a role does.
    """
    moves = [piece.move for piece in block]
    shared = "history.what" in block[0].sources or block[0].text.startswith("You were my ")
    if (
        moves[:2] == ["connection", "who-you-are"]
        and block[0].text.startswith("You ")
        and not shared
    ):
        block[:2] = [block[1], block[0]]
    return tuple(block)


def left_out(material: Material, message: Message) -> bool:
    """Whether the message has no room for some of the mentee's questions."""
    body = message.body().lower()
    asked = questions_of(material.brief, material.voice)
    if material.brief.purpose is Purpose.INTRODUCTION_REQUEST:  # there a question changes its form
        return any(_tail(question.text) not in body for question in asked)
    return any(question.text.lower() not in body for question in asked)


def facts_left_out(material: Material, message: Message) -> list[str]:
    """The mentee's facts that touch what is asked and that the message does not tell, as typed."""
    body, brief = message.body(), material.brief
    wanted = stems(" ".join([brief.topic, *brief.questions]))
    facts = [text for text in brief.sender.facts if not is_blank(text)]
    return [text for text in facts if len(stems(text) & wanted) > 1 and overlap(text, body) < TOLD]


def _tail(question: str) -> str:
    """The last words of a question, which stay when it is put to somebody else."""
    return " ".join(question.lower().rstrip("?").split()[-3:])

"""Writes a message: plans its moves, words each from the brief, and fits it to the channel."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.domain.brief import OutreachBrief
from coach.domain.results import Sentence
from coach.domain.vocabulary import Channel, Relationship, Style
from coach.writing.connection import connection_piece
from coach.writing.greeting import greeting_piece
from coach.writing.introduction import sign_name, who_piece
from coach.writing.matter import Matter, matter_of
from coach.writing.piece import Piece
from coach.writing.questions import Asked, questions_of
from coach.writing.reasons import why_piece
from coach.writing.request import ask_piece, times_piece
from coach.writing.text import sentences, uncapitalise, word_count
from coach.writing.voice import Voice, overlap
from coach.writing.wording import Wording

BUDGET = {
    Channel.EMAIL: (112, 122),
    Channel.LINKEDIN_MESSAGE: (100, 120),
    Channel.CHAT: (80, 100),
}
"""Words aimed at by saying less of our own, and by leaving out what the mentee gave."""

PLANS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("connection", "who"), ("why", "topic", "questions"), ("ask", "times"), ("close",)),
    (("topic", "questions"), ("why", "connection", "who"), ("ask", "times"), ("close",)),
    (("who", "topic", "questions"), ("ask", "times"), ("connection", "why"), ("close",)),
)
"""The order of moves by approach: connection first, question first, request first."""


@dataclass(frozen=True)
class Extent:
    """How much to say; each step of ``leaner`` says a little less."""

    facts: int = 2
    questions: int = 2
    patience: bool = True
    connection: int = 36
    why: int = 34
    topic: int = 24
    question: int = 40
    restate: bool = True  # say the topic even when a question carries it
    times: bool = True


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
        blocks = [" ".join(piece.text for piece in paragraph) for paragraph in self.paragraphs]
        sign = "\n".join(piece.text for piece in self.closing)
        return self.gap.join(filter(None, [self.greeting.text, *blocks, sign]))

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence in reading order, each with its move and source."""
        pieces = [self.greeting, *(p for block in self.paragraphs for p in block), *self.closing]
        return tuple(sentence for piece in pieces for sentence in _split(piece))


def _split(piece: Piece) -> Iterator[Sentence]:
    if piece.move in ("greet", "sign-off"):
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
        {"facts": 0, "topic": 16, "question": 26},
        {"connection": 16, "why": 16, "topic": 12, "question": 20},
    ):
        extent = replace(extent, **change)
        yield extent


def write_message(
    brief: OutreachBrief, voice: Voice, wording: Wording, variant: int = 0
) -> Message:
    """The fullest message inside the channel's target, or the leanest there is."""
    cheap, dear = BUDGET[brief.channel]
    message = None
    for step, extent in enumerate(leaner(Extent())):
        message = _compose(brief, voice, wording, variant, extent)
        if message.words <= (cheap if step < CHEAP_STEPS else dear):
            return message
    assert message is not None  # noqa: S101 - leaner() yields at least once
    return message


def _compose(
    brief: OutreachBrief, voice: Voice, wording: Wording, variant: int, extent: Extent
) -> Message:
    moves = Moves(brief, voice, wording, variant, extent)
    plan = PLANS[variant % len(PLANS)]
    paragraphs = tuple(block for block in (_ordered(moves.of(names)) for names in plan) if block)
    greeting = greeting_piece(brief, voice.lexicon)
    closing = tuple(moves.sign_off())
    words = sum(word_count(piece.text) for block in paragraphs for piece in block)
    return Message(greeting, paragraphs, closing, words)


def _ordered(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Who they are comes before a sentence that tells readers what they themselves did."""
    block = list(pieces)
    moves = [piece.move for piece in block]
    if moves[:2] == ["connection", "who-you-are"] and block[0].text.startswith("You "):
        block[:2] = [block[1], block[0]]
    return tuple(block)


class Moves:
    """Words each move of one message."""

    def __init__(
        self, brief: OutreachBrief, voice: Voice, wording: Wording, variant: int, extent: Extent
    ) -> None:
        self._brief = brief
        self._voice = voice
        self._wording = wording
        self._variant = variant
        self._extent = extent
        self._coaching = brief.style is Style.COACH
        self._matter = matter_of(brief, voice, limit=extent.topic)
        self._asked = questions_of(brief, voice, limit=extent.question)[: extent.questions]
        if self._matter.asked and not self._asked:
            self._asked = [Asked(direct=self._matter.asked)]
        self._connection = connection_piece(brief, voice, wording, limit=extent.connection)

    def of(self, names: tuple[str, ...]) -> Iterator[Piece]:
        """The pieces of the moves named, in order; moves the brief gives nothing for are left out."""
        for name in names:
            yield from getattr(self, f"_{name}_pieces")()

    def _connection_pieces(self) -> Iterator[Piece]:
        if self._connection:
            yield self._connection

    def _who_pieces(self) -> Iterator[Piece]:
        piece = who_piece(self._brief, self._voice, facts=self._extent.facts)
        if piece:
            yield piece

    def _why_pieces(self) -> Iterator[Piece]:
        said = self._connection.text if self._connection else ""
        piece = why_piece(
            self._brief, self._voice, self._wording, said=said, limit=self._extent.why
        )
        if piece:
            yield piece

    def _topic_pieces(self) -> Iterator[Piece]:
        matter = self._matter
        if matter.statement:
            yield Piece(matter.statement, "topic", ("topic",))
        elif matter.about and not self._asked_already(matter):
            yield Piece(self._topic_sentence(matter), "topic", ("topic",))

    def _asked_already(self, matter: Matter) -> bool:
        related = any(
            asked.direct and overlap(asked.text, matter.about) > 0 for asked in self._asked
        )
        if not self._extent.restate and related:
            return True
        return any(overlap(asked.text, matter.about) > 0.85 for asked in self._asked[:1])

    def _topic_sentence(self, matter: Matter) -> str:
        form = "indirect" if _is_indirect(matter.about) else "about"
        if self._coaching:
            key = "topic.coach-style" + ("-indirect" if form == "indirect" else "")
        else:
            key = f"topic.{form}"
        return self._wording.choose(key, self._brief, self._variant, x=matter.about)

    def _questions_pieces(self) -> Iterator[Piece]:
        said = bool(self._matter.statement) or (
            bool(self._matter.about) and not self._asked_already(self._matter)
        )
        direct = [asked.direct for asked in self._asked if asked.direct]
        if len(direct) > 1 and len(direct) == len(self._asked):
            text = self._wording.choose(
                "question.several", self._brief, self._variant, x=" ".join(direct)
            )
            yield Piece(lower_after_colon(text, self._voice), "specific-question", ("questions",))
            return
        for index, asked in enumerate(self._asked):
            source = "questions" if self._brief.questions else "topic"
            text = self._question(index, asked, said)
            yield Piece(lower_after_colon(text, self._voice), "specific-question", (source,))

    def _question(self, index: int, asked: Asked, said: bool) -> str:
        if asked.clause:
            key = "question.also" if index else "question.then" if said else "question.clause"
            return self._wording.choose(key, self._brief, self._variant, x=asked.clause)
        if index:
            key = "question.third" if index > 1 else "question.also-direct"
        else:
            key = "question.one" if said else "question.alone"
        if index == 0 and self._coaching and said:
            return asked.direct
        return self._wording.choose(key, self._brief, self._variant, x=asked.direct)

    def _ask_pieces(self) -> Iterator[Piece]:
        ask = self._brief.ask
        if self._coaching and ask.kind is None and ask.minutes is None:
            return
        yield ask_piece(self._brief, self._wording, variant=self._variant)

    def _times_pieces(self) -> Iterator[Piece]:
        piece = times_piece(self._brief, self._voice, self._wording)
        if piece and (piece.sources or not self._coaching):
            yield piece

    def _close_pieces(self) -> Iterator[Piece]:
        if self._coaching:
            return
        choose = self._wording.choose
        yield Piece(choose("easy-out", self._brief, self._variant), "easy-out")
        if self._extent.patience and self._brief.relationship is not Relationship.PEER:
            yield Piece(choose("patience", self._brief), "patience")
        yield Piece(choose("thanks", self._brief, self._variant), "thanks")

    def sign_off(self) -> Iterator[Piece]:
        """The closing line and the name."""
        name = sign_name(self._brief)
        if self._coaching:
            yield Piece(self._wording.choose("sign-off.coach-style", self._brief), "sign-off")
        elif self._brief.channel is Channel.EMAIL:
            yield Piece(self._wording.choose("sign-off", self._brief), "sign-off")
        if name:
            yield Piece(name, "sign-off", ("sender.name",))


def left_out(brief: OutreachBrief, voice: Voice, message: Message) -> bool:
    """Whether the message has no room for some of the mentee's questions."""
    body = message.body().lower()
    return any(asked.text.lower() not in body for asked in questions_of(brief, voice))


def lower_after_colon(text: str, voice: Voice) -> str:
    """As in "One question: What …" -> "One question: what …", unless a name or "I" follows."""
    head, colon, rest = text.partition(": ")
    return f"{head}: {uncapitalise(rest, voice.names)}" if colon and rest[:1].isupper() else text


def _is_indirect(text: str) -> bool:
    first = text.split()[0].lower()
    return first in {"how", "what", "why", "when", "where", "which", "who", "whether", "if"}

"""Watches a reply while it arrives: what goes on without end, repeats itself, or is only thought."""

from coach.domain.model import Fault

LETTERS_A_TOKEN = 8
LEAST_ROOM = 4_000
TAIL = 60
SAME_AGAIN = 4
SAME_LETTERS = 240
LOOK_EVERY = 120
OPEN, CLOSE = "<think>", "</think>"


def most_letters(tokens: int) -> int:
    """Characters beyond which a reply of at most ``tokens`` tokens is not read on."""
    return max(LEAST_ROOM, tokens * LETTERS_A_TOKEN)


class ReplyGuard:
    """Takes a reply piece by piece and says when to stop.

    Args:
        most: characters after which the reply is endless.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._length = 0
        self._looked = 0
        self._tail = ""

    def fault(self, piece: str) -> Fault | None:
        """Take a piece; the fault for which to stop reading, if any."""
        self._length += len(piece)
        if self._length > self._most:
            return Fault.ENDLESS
        self._tail = (self._tail + piece)[-self._most :]
        if self._length - self._looked < LOOK_EVERY:
            return None
        self._looked = self._length
        return Fault.REPEATING if repeats(self._tail) else None


def repeats(text: str) -> bool:
    """Whether a text ends in one stretch said over and over.

    The stretch is found by where the last words stood before; it counts from the fourth time on, or
    when it fills 240 characters if it is short.
    """
    if len(text) < SAME_LETTERS:
        return False
    before = text.rfind(text[-TAIL:], 0, len(text) - 1)
    if before < 0:
        return False
    period = len(text) - TAIL - before
    length = max(SAME_AGAIN * period, SAME_LETTERS)
    if length > len(text):
        return False
    end = text[-length:]
    return end[period:] == end[:-period]


class Spoken:
    """Leaves out what a model thinks aloud between ``<think>`` marks before it answers."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False
        self._speaking = False

    def take(self, piece: str) -> str:
        """Take a piece; what of it, and of what was held back, is for the reader."""
        if self._speaking:
            return piece
        self._held += piece
        if not self._thinking:
            start = self._held.lstrip()
            if len(start) < len(OPEN) and OPEN.startswith(start):
                return ""
            if not start.startswith(OPEN):
                return self._speak(self._held)
            self._thinking = True
        _, closed, after = self._held.partition(CLOSE)
        if not closed:
            self._held = self._held[-len(CLOSE) :]
        return self._speak(after.lstrip()) if after.strip() else ""

    def rest(self) -> str:
        """What is still held back at the end, when it is neither a thought nor blank."""
        over = self._thinking or self._speaking or not self._held.strip()
        return "" if over else self._held

    def _speak(self, text: str) -> str:
        self._speaking = True
        return text

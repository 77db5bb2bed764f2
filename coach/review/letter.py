"""Takes a message apart: subject, salutation, sentences, sign-off, as offsets into the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.review.text import MAX_READ, Span, fold, sentences, trimmed, word_spans

_SUBJECT = re.compile(r"\s*(?:subject|re|betreff|subj)[ ]*:[ ]*(?P<subject>[^\n]*)", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:to whom it may concern|good (?:morning|afternoon|evening|day)|dear(?:est)?|hello|hallo|hi|hey"
    r"|hiya|heya|yo|greetings|respected|esteemed|salutations|morning|afternoon|evening|hej|moin"
    r"|salut|bonjour|hola|ciao|to)\b[ ,!]*",
    re.IGNORECASE,
)
_GREETING_END = re.compile(
    r"[,!:;\n?(]|[ ][-–—]+[ ]|[–—]|(?<!\b[a-z][a-z])(?<!\b[a-z]r[a-z])(?<!\bing)(?<!\bmag)(?<!\bsgt)"
    r"(?<!\brev)(?<!\bhon)(?<!\bgen)(?<!\bcol)(?<!\bfr[a-z])(?<!\bprof)(?<!\bdipl)(?<!\bengr)(?<!\batty)"
    r"(?<!\bcapt)(?<!\bbarr)(?<!\bpharm)(?<!\barch)(?<!\b\w)\.(?=\s|$)",
    re.IGNORECASE,
)
_VOCATIVE = re.compile(
    r"(?!(?:i|i'm|im|my|we|as|if|it|this|in|on|at|when|after)\b)[^\W\d_][^\n,!?:;]{0,40}?(?:[,!:]|[ ][-–—][ ])",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:(?:all |very |with |my |and )*(?:kind(?:est)?|warm(?:est)?|best|many|friendly|good)\b"
    r"[ ]*(?:regards|wishes|thanks|greetings|love|from|of|,|$)|with (?:thanks|gratitude|love|respect|all good)"
    r"|all the best|best\b|warmly|kindly,|yours?\b|sincere|thank|thx|cheers|regards|love"
    r"|greet|respectful|cordial|take care|speak soon|talk soon|hope to hear|looking forward|gracias"
    r"|merci|danke|grazie|in gratitude|gratefully|faithfully|br\b|kr\b|x{1,3}\b|i remain|until then"
    r"|have a)[^\n]{0,60})$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:i|i'm|i'd|i've|i'll|im|my|we|our|this|that|the|you|your|it|it's|thanks?|hope|hoping|just|as|what"
    r"|how|could|would|can|may|please|sorry|long|quick|after|since|when|am|is|are|in|on|at|for|from|a|an"
    r"|if|so|here|there|do|did|have|who|why|which|kindly|myself|greetings|being|trust)\b",
    re.IGNORECASE,
)
_NO_VOCATIVE = re.compile(r"[a-z][\w'-]*[ ][a-z]")
"""After "Heya," two small words begin the message, not a name ("massive thanks for …")."""
_SALUTATION_REACH = 60
_CLOSING_LINES = 6


@dataclass(frozen=True)
class Letter:
    """A message and its parts.

    ``text`` is the folded text, at most ``MAX_READ`` long. ``subject`` is None when there is none.
    ``sentences`` are those between salutation and sign-off, and any postscript.
    """

    raw: str
    text: str
    subject: Span | None
    body_start: int
    salutation: Span
    closing_start: int
    sentences: tuple[Span, ...]

    @property
    def body(self) -> str:
        """The folded body, salutation and sign-off included."""
        return self.text[self.body_start :]

    @property
    def closing(self) -> Span:
        """The sign-off, possibly empty."""
        return Span(self.closing_start, len(self.text), self.text[self.closing_start :])

    def paragraphs(self) -> Iterator[Span]:
        """Yield the blocks of the body between blank lines."""
        for found in re.finditer(r"[^\n]+(?:\n(?![ ]*\n)[^\n]+)*", self.body):
            piece = trimmed(
                self.text, self.body_start + found.start(), self.body_start + found.end()
            )
            if piece is not None:
                yield piece


def read_letter(raw: str, subject: str | None = None) -> Letter:
    """Take ``raw`` apart. With ``subject`` given the text is body only."""
    text = fold(raw[:MAX_READ])
    in_text, body_start = (None, 0) if subject is not None else _subject_line(text)
    if subject is not None and subject.strip():
        in_text = Span(0, 0, fold(subject.strip()))
    salutation = _salutation(text, body_start)
    closing_start = _closing_start(text, salutation.end)
    return Letter(
        raw=raw,
        text=text,
        subject=in_text,
        body_start=body_start,
        salutation=salutation,
        closing_start=closing_start,
        sentences=(
            *sentences(text, salutation.end, closing_start),
            *_postscript(text, closing_start),
        ),
    )


def _subject_line(text: str) -> tuple[Span | None, int]:
    found = _SUBJECT.match(text)
    if found is None:
        return None, 0
    again = _SUBJECT.match(found["subject"])
    start, end = found.span("subject")
    if again is not None:
        start += again.start("subject")
    return trimmed(text, start, end), found.end()


def _salutation(text: str, body_start: int) -> Span:
    """Find the words that address the reader, at the head of the body."""
    start = body_start + len(text[body_start:]) - len(text[body_start:].lstrip(" \n,"))
    greeting = _GREETING.match(text, start)
    if greeting is None:
        vocative = _VOCATIVE.match(text, start)
        if vocative is None or len(vocative.group().split()) > 4:
            return Span(start, start, "")
        return Span(start, vocative.end(), vocative.group())
    if greeting.group().rstrip(" ").endswith(("!", ",")) and _NO_NAME.match(text, greeting.end()):
        return Span(start, greeting.end(), greeting.group())
    if greeting.group().rstrip(" ").endswith(("!", ",")) and _NO_VOCATIVE.match(
        text, greeting.end()
    ):
        return Span(start, greeting.end(), greeting.group())
    stop = _GREETING_END.search(text, greeting.end(), greeting.end() + _SALUTATION_REACH)
    end = stop.end() if stop is not None else _after_name(text, greeting.end())
    return Span(start, end, text[start:end])


def _after_name(text: str, start: int) -> int:
    """Without punctuation ("hi elena i am …") the salutation reaches over the next two words."""
    if _NO_NAME.match(text, start):
        return start
    spans = word_spans(text[start : start + _SALUTATION_REACH], start)
    return spans[min(1, len(spans) - 1)].end if spans else start


def _closing_start(text: str, floor: int) -> int:
    """Find where the sign-off begins; the end of the text when there is none."""
    lines: list[tuple[int, str]] = []
    position = len(text)
    while position > floor and len(lines) < _CLOSING_LINES:
        line_start = max(text.rfind("\n", 0, position) + 1, floor)
        line = text[line_start:position].strip()
        if line and (len(line.split()) > 8 or line.endswith("?")):
            break
        if line:
            lines.append((line_start, line))
        position = max(line_start - 1, floor) if line_start > floor else floor
    for line_start, line in reversed(lines):
        if _SIGN_OFF.match(line) and not (line.endswith((".", "!")) and len(line.split()) > 4):
            return line_start
    if lines and _is_name_line(lines[0][1]) and lines[0][0] > floor:
        return lines[0][0]
    return len(text)


def _is_name_line(line: str) -> bool:
    pieces = line.rstrip(",.").split(",")[0].split()
    short = 0 < len(pieces) <= 4 and len(line.split()) <= 8
    return short and not line.endswith((".", "!", "?")) and line[:1].isupper()


def _postscript(text: str, closing_start: int) -> tuple[Span, ...]:
    """Full sentences after the sign-off, such as a P.S. or a quoted paragraph."""
    return tuple(
        piece for piece in sentences(text, closing_start, len(text)) if len(piece.text.split()) > 8
    )

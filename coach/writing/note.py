"""Writes a LinkedIn connection note: the whole message in 300 characters, or 200 on free accounts."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from coach.domain.brief import OutreachBrief
from coach.domain.vocabulary import AskKind, Style
from coach.writing.connection import connection_piece
from coach.writing.greeting import greeting_piece
from coach.writing.introduction import sign_name, who_piece
from coach.writing.material import Material
from coach.writing.matter import matter_of
from coach.writing.moves import Move, lower_after_colon, sign_off
from coach.writing.outreach import Message, leaner
from coach.writing.piece import Piece
from coach.writing.plans import Plan
from coach.writing.questions import questions_of
from coach.writing.reasons import because, why_piece
from coach.writing.request import DEFAULT_MINUTES, MEETINGS, ask_kind, ask_piece
from coach.writing.text import condense, word_count
from coach.writing.voice import Voice
from coach.writing.wording import Wording

CHARACTERS = 300
CHARACTERS_FREE = 200
_LEANS = re.compile(r"\b(?:it|that|this|there|them|then)\b", re.I)
"""Words that need what stands before them."""
_FREE = re.compile(
    r"\bfree (?:linkedin |basic )?(?:account|plan|version|tier|linkedin)\b|\bbasic account\b", re.I
)


def note_limit(brief: OutreachBrief) -> int:
    """How many characters the note may have: 200 when the brief speaks of a free account."""
    said = " ".join([*brief.private_notes, *brief.sender.facts])
    return CHARACTERS_FREE if _FREE.search(said) else CHARACTERS


@dataclass(frozen=True)
class _Parts:
    """The alternatives for each part of a note, fullest first."""

    connection: list[Piece | None]
    why: list[Piece | None]
    who: list[Piece | None]
    ask: list[Piece | None]
    extra: list[Piece | None]


def write_note(brief: OutreachBrief, voice: Voice, wording: Wording, variant: int = 0) -> Message:
    """The fullest note that fits; if none does, the shortest (the review then says so)."""
    greeting = greeting_piece(brief, voice.lexicon)
    sign = sign_name(brief)
    closing = (Piece(sign, "sign-off", ("sender.name",)),) if sign else ()
    room = note_limit(brief) - len(greeting.text) - len(sign) - 2
    parts = _parts(brief, voice, wording, variant)
    candidates = list(_candidates(parts))
    fitting = [pieces for pieces in candidates if _length(pieces) <= room]
    chosen = max(_fullest_asks(fitting), key=_length) if fitting else min(candidates, key=_length)
    if variant % 3 == 2:
        chosen = tuple(sorted(chosen, key=lambda piece: piece.move != "ask" or _is_extra(piece)))
    elif (
        variant % 2
        and len(chosen) > 2
        and chosen[0].move != "who-you-are"
        and not _LEANS.search(chosen[1].text)
    ):
        chosen = (chosen[1], chosen[0], *chosen[2:])
    words = sum(word_count(piece.text) for piece in chosen)
    return Message(greeting, (chosen,), closing, words, gap="\n")


def _is_extra(piece: Piece) -> bool:
    """Whether a piece only says how small the favour is."""
    return not piece.text.endswith("?") and "?" not in piece.text


def _fullest_asks(candidates: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """Those whose request is nearly as full as any that fits: the question matters most."""
    sizes = [
        max((len(p.text) for p in pieces if p.move == "ask"), default=0) for pieces in candidates
    ]
    return [
        pieces for pieces, size in zip(candidates, sizes, strict=True) if size >= 0.9 * max(sizes)
    ]


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(piece.text) + 1 for piece in pieces) - 1


def _candidates(parts: _Parts) -> Iterator[tuple[Piece, ...]]:
    columns = (parts.connection, parts.why, parts.who, parts.ask, parts.extra)
    for combination in itertools.product(*columns):
        pieces = tuple(piece for piece in combination if piece is not None)
        linked = any(piece.move in ("connection", "why-them") for piece in pieces)
        if linked or not (any(parts.connection) or any(parts.why)):
            yield pieces


def _parts(brief: OutreachBrief, voice: Voice, wording: Wording, variant: int) -> _Parts:
    limits = (24, 16, 11, 8)
    connection = [connection_piece(brief, voice, wording, limit=limit) for limit in limits]
    why: list[Piece | None] = []
    for limit in limits:
        reason = because(brief, voice, limit=limit)
        if reason:
            text = voice.sentence(wording.choose("note.because", brief, x=reason))
            why.append(Piece(text, "why-them", ("why_them",)))
        else:
            why.append(why_piece(brief, voice, wording, limit=limit))
    who: list[Piece | None] = [
        who_piece(brief, voice, facts=1),
        who_piece(brief, voice, facts=0),
        _bare_who(brief, voice),
    ]
    ask = [
        piece
        for limit in (20, 14, 10, 7, 5)
        for piece in _asks(brief, voice, wording, variant, limit)
    ]
    coaching = brief.style is Style.COACH
    extra: list[Piece | None] = [None]
    if not coaching and ask_kind(brief) is AskKind.REPLY:
        extra.insert(0, Piece(wording.choose("note.reply", brief), "ask"))
    if not coaching:
        thanks = Piece(wording.choose("note.thanks", brief, variant), "thanks")
        easy = Piece(wording.choose("easy-out.short", brief, variant), "easy-out")
        extra = [replace(easy, text=f"{easy.text} {thanks.text}"), thanks, *extra]
    return _Parts(
        [*_distinct(connection), None],
        [*_distinct(why), None],
        _distinct(who) or [None],
        [*ask] or [None],
        extra,
    )


def _distinct(pieces: list[Piece | None]) -> list[Piece | None]:
    return list(dict.fromkeys(piece for piece in pieces if piece is not None))


def _bare_who(brief: OutreachBrief, voice: Voice) -> Piece | None:
    """The role alone, cut to a few words."""
    sender = brief.sender.model_copy(
        update={"organisation": "", "role": condense(brief.sender.role, 5)}
    )
    return who_piece(brief.model_copy(update={"sender": sender}), voice, facts=0)


def _asks(
    brief: OutreachBrief, voice: Voice, wording: Wording, variant: int, limit: int
) -> Iterator[Piece]:
    kind = ask_kind(brief)
    talk = kind in MEETINGS
    asked = questions_of(brief, voice, limit=limit)
    matter = matter_of(brief, voice, limit=limit)
    slots = {
        "minutes": str(brief.ask.minutes or DEFAULT_MINUTES),
        "kind": MEETINGS.get(kind, "call"),
    }
    untimed = brief.style is Style.COACH and brief.ask.minutes is None
    prefix = ("note.untimed" if untimed else "note.talk") if talk else "note.ask"

    def piece(key: str, text: str, *sources: str) -> Piece:
        filled = (
            wording.choose(key, brief, variant, x=text, **slots)
            if talk
            else wording.choose(key, brief, variant, x=text)
        )
        filled = lower_after_colon(filled, voice)
        given = tuple(f"ask.{name}" for name in ("kind", "minutes") if getattr(brief.ask, name))
        return Piece(filled, "ask", (*sources, *given))

    if asked and asked[0].direct:
        yield piece(f"{prefix}-question", asked[0].direct, "questions")
    elif asked:
        yield piece(f"{prefix}-indirect", asked[0].clause, "questions")
    if matter.about:
        indirect = matter.about.split()[0].lower() in {
            "how",
            "whether",
            "what",
            "why",
            "which",
            "when",
            "where",
        }
        yield piece(f"{prefix}-indirect" if indirect else prefix, matter.about, "topic")
    if (said := matter.asked or matter.statement) and not asked and not matter.about:
        yield piece(f"{prefix}-question", said, "topic")
    if not asked and not matter.given and (brief.ask.kind or brief.ask.minutes):
        yield ask_piece(brief, wording, variant=variant)


def _subsets(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every choice of moves to leave out, fewest first."""
    for size in range(len(names) + 1):
        yield from itertools.combinations(names, size)


def fit_note(material: Material, plan: Plan, moves: Mapping[str, Move]) -> Message:
    """A note of any other purpose: the longest that fits, by saying less and leaving moves out."""
    greeting = greeting_piece(material.brief, material.voice.lexicon)
    closing = tuple(p for p in sign_off(material) if p.sources)
    order = [name for block in plan.approach(material.variant) for name in block]
    room = (
        note_limit(material.brief) - len(greeting.text) - len("".join(p.text for p in closing)) - 2
    )
    best: tuple[Piece, ...] = ()
    shortest: tuple[Piece, ...] = ()
    for extent in leaner(replace(material.extent, questions=1, entries=1, facts=1)):
        lean = replace(material, extent=extent)
        worded = [(name, tuple(moves[name](lean))) for name in order]
        for dropped in _subsets(plan.leave_out):
            pieces = tuple(p for name, found in worded if name not in dropped for p in found)
            if pieces and _length(best) < _length(pieces) <= room:
                best = pieces
            if pieces and (not shortest or _length(pieces) < _length(shortest)):
                shortest = pieces
    if not best and material.variant:
        return fit_note(replace(material, variant=0), plan, moves)
    chosen = best or shortest
    words = sum(word_count(piece.text) for piece in chosen)
    return Message(greeting, (chosen,), closing, words, gap="\n")

"""Finds what there is to work on in a turn: asks too wide, apologies, long talk and the like."""

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import Match
from coach.rehearsal.turn import Found, Turn, content, passed_over

LONG = 95
"""Words of a turn from which it is a long one."""
_LAID_OUT = 40
"""Words from which the matter is laid out before a wide question."""
RUN_ON = 26
"""Words to a sentence from which an invited long answer wanders."""
_YES_NO = frozenset("yes no yeah yep nope not both neither sure never often sometimes".split())


def vague_ask(turn: Turn) -> Found | None:
    """Asks so widely that the other cannot begin, with nothing laid out first."""
    laid_out = turn.said.count >= _LAID_OUT
    if laid_out and turn.said.count < LONG:
        return None
    match = turn.first("vague", but="vague-mind")
    return _span(Move.VAGUE_ASK, match) if match and turn.said.count < LONG else None


def over_apology(turn: Turn) -> Found | None:
    """Apologises twice or more in a turn, or belittles oneself or the question."""
    sorry = [
        match
        for sentence in turn.said.sentences
        if not turn.has("sorry-mind", sentence)
        for match in turn.cues.all("sorry", sentence)
    ]
    if len(sorry) >= 2:
        return Found(Move.OVER_APOLOGY, sorry[0].start, sorry[0].end)
    match = turn.first("belittles")
    return _span(Move.OVER_APOLOGY, match) if match else None


def monologue(turn: Turn) -> Found | None:
    """A long turn that nobody asked for, or that wanders from what was asked."""
    said = turn.said
    if said.count < LONG:
        return None
    if turn.heard_cue("invited") and said.count / len(said.sentences) < RUN_ON:
        return None
    return Found(Move.MONOLOGUE, said.sentences[0].start, said.sentences[-1].end)


def job_ask(turn: Turn) -> Found | None:
    """Asks for a job, an opening, a referral, or to pass on a CV, also as a hint."""
    match = turn.first("job-ask", but="job-mind")
    return _span(Move.JOB_ASK, match) if match else None


def flattery(turn: Turn) -> Found | None:
    """Praises the person by superlative or in general."""
    match = turn.first("flattery", but="flattery-mind")
    return _span(Move.FLATTERY, match) if match else None


def defensive(turn: Turn) -> Found | None:
    """Pushes a criticism, a doubt or a hard question away."""
    matches = list(turn.matches("defensive", but="owns"))
    if not matches:
        return None
    owned = turn.first("owns") is not None
    return None if owned and len(matches) < 2 else _span(Move.DEFENSIVE, matches[0])


def ignores_question(turn: Turn, found: list[Found]) -> Found | None:
    """Leaves a question of the counterpart's without answer, part of one, or a word about it."""
    if not turn.asked or not turn.said.sentences:
        return None
    moves = {one.move for one in found}
    if moves & _ANSWERS or turn.said.sentences[0].words[0].plain in _YES_NO:
        return None
    wide = turn.heard_cue("wide-invitation")
    away = moves & _AWAY
    if wide:
        away -= {Move.VAGUE_ASK, Move.JOB_ASK, Move.OVER_APOLOGY}
    if not away and turn.first("smalltalk") is None and not _asks_instead(turn):
        return None
    if content(turn.said.sentences) & turn.asked_stems:
        return None
    if turn.first("refuses-answer") and not away:
        return None
    return passed_over(turn)


def _asks_instead(turn: Turn) -> bool:
    """Whether the turn is only a question, and about something else."""
    only_asks = all(one.asks or len(one.words) < 3 for one in turn.said.sentences)
    about = content(turn.said.sentences)
    return only_asks and bool(about) and not about & (turn.asked_stems | turn.heard_stems)


_AWAY = {Move.FLATTERY, Move.OVER_APOLOGY, Move.JOB_ASK, Move.VAGUE_ASK, Move.DEFENSIVE}
"""What people do instead of answering."""
_ANSWERS = {
    Move.CONTEXT,
    Move.SHARES_PROGRESS,
    Move.EVIDENCE_OF_IMPACT,
    Move.CONNECTION,
    Move.PROPOSES_NEXT_STEP,
    Move.ADVOCACY_ASK,
    Move.SETS_BOUNDARY,
}


def _span(move: Move, match: Match) -> Found:
    return Found(move, match.start, match.end)

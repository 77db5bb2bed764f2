"""Finds what there is to work on in a turn: asks too wide, apologies, long talk and the like."""

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import Match
from coach.rehearsal.turn import Found, Turn, content, whole

LONG = 95
"""Words of a turn from which it is a long one."""
RUN_ON = 26
"""Words to a sentence from which an invited long answer wanders."""
_YES_NO = frozenset("yes no yeah yep nope not both neither sure never often sometimes".split())


def vague_ask(turn: Turn) -> Found | None:
    """Asks so widely that the other cannot begin, with nothing laid out first."""
    for match in turn.matches("vague", but="vague-mind"):
        laid_out = turn.said.count >= 45 and any(s.asks for s in turn.said.sentences)
        asks = match.sentence.asks or _wishes(match.sentence.text)
        if asks and not laid_out:
            return _span(Move.VAGUE_ASK, match)
    return None


def _wishes(text: str) -> bool:
    low = text.lower()
    wishes = (
        "i'd love",
        "i would",
        "i'd like",
        "if you",
        "i want",
        "just ",
        "help me",
        "hoping",
        "wondering",
        "career stuff",
        "advice",
        "tell me",
        "anything",
    )
    return any(wish in low for wish in wishes)


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
    if not away and turn.first("smalltalk") is None:
        return None
    if content(turn.said.sentences) & turn.asked_stems:
        return None
    if turn.first("refuses-answer") and not away:
        return None
    return whole(Move.IGNORES_QUESTION, turn.said.sentences[0])


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

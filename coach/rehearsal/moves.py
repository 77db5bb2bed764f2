"""Finds the moves of one turn of a rehearsed talk, each with the words it stands in."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from coach.domain.rehearsal import Move
from coach.rehearsal.cues import default_knowledge, load_cues
from coach.rehearsal.learnt_moves import LearntMoves, Numbers, embedded, load_learnt, meaning_of
from coach.rehearsal.moves_asked import closed_question, open_question, specific_question
from coach.rehearsal.moves_heard import reflects
from coach.rehearsal.moves_offered import (
    advocacy_ask,
    asks_feedback,
    offers_back,
    proposes_next_step,
    respects_time,
    sets_boundary,
)
from coach.rehearsal.moves_told import (
    connection,
    context,
    evidence_of_impact,
    shares_progress,
    thanks,
)
from coach.rehearsal.moves_work import (
    defensive,
    flattery,
    ignores_question,
    job_ask,
    monologue,
    over_apology,
    vague_ask,
)
from coach.rehearsal.signals import Signals, signals
from coach.rehearsal.speech import Exchange, speech
from coach.rehearsal.tuned_moves import load_tuned
from coach.rehearsal.turn import Found, Turn, passed_over, whole

_FINDERS: tuple[Callable[[Turn], Found | None], ...] = (
    thanks,
    connection,
    specific_question,
    open_question,
    closed_question,
    reflects,
    shares_progress,
    asks_feedback,
    proposes_next_step,
    respects_time,
    offers_back,
    advocacy_ask,
    evidence_of_impact,
    sets_boundary,
    vague_ask,
    over_apology,
    monologue,
    job_ask,
    defensive,
    flattery,
)
_LATER: tuple[Callable[[Turn, list[Found]], Found | None], ...] = (context, ignores_question)
BY_RULE = frozenset({Move.MONOLOGUE})
"""Moves of the length of a turn, which the rules see best."""
STANDS = frozenset({Move.ADVOCACY_ASK, Move.FLATTERY, Move.OVER_APOLOGY})
"""Moves that the rules seldom find where they are not; what they find stands."""
SURE = 1.0
"""Logits above its level from which a move that no rule found is sure."""
AT_LEAST = 0.5
"""How much a move that is found is heard at least."""
NEARLY = 0.75
"""Logits below its level down to which a move that a rule found is heard all the same."""
_FORMS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION})
"""A question names something in particular beside being one of these."""
_ORDER = {move: number for number, move in enumerate(Move)}


def moves_in(
    turn: str,
    before: str = "",
    earlier: Sequence[Exchange] = (),
    knowledge: Path | None = None,
) -> tuple[Found, ...]:
    """Find the moves of a turn, at most one of each, in the order of ``Move``.

    Args:
        turn: what the mentee said.
        before: the counterpart's line just before; empty where the mentee begins.
        earlier: the exchanges before that; only the last is looked at.
        knowledge: the folder the cues are read from.

    Returns:
        Each move with the span of ``turn`` it stands in.
    """
    return _moves(turn, before, tuple(earlier[-1:]), knowledge or default_knowledge())[0]


def degrees_in(
    turn: str,
    before: str = "",
    earlier: Sequence[Exchange] = (),
    knowledge: Path | None = None,
) -> Mapping[Move, float]:
    """How much each move is heard in a turn, from 0 to 1; one that is found is at least half heard.

    Args:
        turn: what the mentee said.
        before: the counterpart's line just before; empty where the mentee begins.
        earlier: the exchanges before that; only the last is looked at.
        knowledge: the folder the cues are read from.
    """
    return _moves(turn, before, tuple(earlier[-1:]), knowledge or default_knowledge())[1]


@lru_cache(maxsize=1024)
def _moves(
    turn: str, before: str, last: tuple[Exchange, ...], knowledge: Path
) -> tuple[tuple[Found, ...], Mapping[Move, float]]:
    seen = Turn(speech(turn), speech(before), last, load_cues(knowledge))
    if not seen.said.sentences:
        return (), {}
    found = by_rules(seen)
    margins: Mapping[Move, float] = {}
    learnt = load_learnt(knowledge)
    if learnt is not None:
        reader = load_tuned(knowledge)
        heard = last[-1].heard if last else ""
        tuned = None if reader is None else reader.scores(turn, before, heard)
        found, margins = _judged(seen, found, learnt, tuned)
    return tuple(sorted(found, key=lambda one: _ORDER[one.move])), _degrees(found, margins)


def _degrees(found: Sequence[Found], margins: Mapping[Move, float]) -> Mapping[Move, float]:
    """How far each move is beyond its level, as a share of certainty; without a layer, all or nothing."""
    made = {one.move for one in found}
    if not margins:
        return dict.fromkeys(made, 1.0)
    heard = {move: 1 / (1 + math.exp(-margin)) for move, margin in margins.items()}
    heard |= {move: max(AT_LEAST, heard[move]) for move in made}
    return heard | {move: float(move in made) for move in BY_RULE}


def by_rules(turn: Turn) -> list[Found]:
    """The moves that the rules find in a turn that has words."""
    found = [one for finder in _FINDERS if (one := finder(turn)) is not None]
    for later in _LATER:
        one = later(turn, found)
        if one is not None:
            found.append(one)
    return found


def _judged(
    turn: Turn, found: list[Found], learnt: LearntMoves, tuned: Numbers | None
) -> tuple[list[Found], Mapping[Move, float]]:
    """The moves the learnt layer hears, where the rules found them or in the sentence likeliest; and its margins."""
    seen = signals(turn, found)
    meaning = meaning_of(turn.said.text, turn.heard.text, embedded)
    margins = learnt.margins(seen, meaning, tuned)
    places = {one.move: one for one in found}
    least = {move: -NEARLY if move in places else 0.0 for move in margins}
    heard = {move for move, margin in margins.items() if margin >= least[move]} - BY_RULE
    heard |= places.keys() & (BY_RULE | STANDS)
    formed = _formed(turn, heard, margins)
    alone = {
        move: replace(
            _stands(move, turn, learnt, seen),
            sure=margins[move] >= SURE,
            beyond=margins[move],
        )
        for move in formed - places.keys()
    }
    return [places.get(move) or alone[move] for move in formed], margins


def _stands(move: Move, turn: Turn, learnt: LearntMoves, seen: Signals) -> Found:
    """A move in the sentence that speaks most for it."""
    if move is Move.IGNORES_QUESTION:
        return passed_over(turn)
    return whole(move, turn.said.sentences[learnt.sentence(seen, move)])


def _formed(turn: Turn, heard: set[Move], margins: Mapping[Move, float]) -> set[Move]:
    """The moves with one form to a single question; what is specific has a form beside it."""
    forms = heard & _FORMS
    asking = [sentence for sentence in turn.said.sentences if sentence.asks]
    if not forms:
        return heard - {Move.SPECIFIC_QUESTION}
    if len(forms) > 1 and len(asking) == 1 and len(asking[0].clauses) == 1:
        return heard - {min(forms, key=lambda move: margins[move])}
    return heard

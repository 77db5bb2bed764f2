"""Looks back on a whole talk: seven sides rated with evidence, what to keep, and one thing to change."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Debrief, Dimension, Feedback, Move
from coach.domain.vocabulary import Style
from coach.rehearsal.cues import default_knowledge
from coach.rehearsal.feedback import (
    FAULTS,
    WORTH,
    feedback_on,
    standing,
    standing_degrees,
    to_change,
)
from coach.rehearsal.moves import degrees_in, moves_in
from coach.rehearsal.own_words import bare, quote
from coach.rehearsal.rating import MOST, SIDES, Heard, Side, rate
from coach.rehearsal.scene import Scenario
from coach.rehearsal.speech import Exchange, speech
from coach.rehearsal.turn import Found
from coach.rehearsal.wording import DebriefWords, load_words
from coach.rehearsal.wording import Side as SideWords

_UNENDED = re.compile(r"(?<![.?!…])” (?=[A-Z])")
"""The end of a quotation that has no mark, before the next sentence."""
ENOUGH = 2
"""Turns from which there is something to say of a talk."""
_KEPT = 2
_ASKED_BACK = 5
_HIGH = 2


@dataclass(frozen=True)
class Told:
    """One turn of the talk with its moves and the feedback it gets."""

    exchange: Exchange
    found: tuple[Found, ...]
    degrees: Mapping[Move, float]
    feedback: Feedback


def debrief(
    scenario: Scenario,
    exchanges: Sequence[Exchange],
    style: Style = Style.MENTOR,
    last_line: str = "",
    knowledge: Path | None = None,
) -> Debrief:
    """Look back on a talk.

    Args:
        scenario: what was rehearsed.
        exchanges: what was heard and said, in order.
        style: mentor style advises; coach style only asks.
        last_line: the counterpart's answer to the last turn, for the share of the words.
        knowledge: the folder the wording is read from.
    """
    folder = knowledge or default_knowledge()
    words = load_words(folder).debrief
    told = [
        Told(
            one,
            standing(moves_in(one.said, one.heard, before, folder)),
            standing_degrees(degrees_in(one.said, one.heard, before, folder)),
            feedback,
        )
        for one, before, feedback in _with_feedback(scenario, exchanges, folder)
        if speech(one.said).sentences
    ]
    share = _share(exchanges, last_line)
    counted = Counter(found.move for turn in told for found in turn.found)
    heard = Heard(
        tuple(frozenset(found.move for found in turn.found) for turn in told),
        counted,
        share,
        tuple(turn.degrees for turn in told),
    )
    sides = tuple(_side(side, heard, told, words, style) for side in SIDES)
    whole = Debrief(
        dimensions=sides,
        talk_share=round(share, 2),
        open_questions=counted[Move.OPEN_QUESTION],
        closed_questions=counted[Move.CLOSED_QUESTION],
    )
    if style is Style.COACH:
        return whole.model_copy(update={"questions": _questions(told, sides, words)})
    return whole.model_copy(update=_advice(scenario, told, sides, words))


def _with_feedback(
    scenario: Scenario, exchanges: Sequence[Exchange], folder: Path
) -> list[tuple[Exchange, tuple[Exchange, ...], Feedback]]:
    """Each exchange with the one before it and its feedback; looks back a dozen turns at most."""
    listed = []
    for number, one in enumerate(exchanges):
        before = tuple(exchanges[max(0, number - 12) : number])
        feedback = feedback_on(one.said, one.heard, before, folder, scenario)
        listed.append((one, before[-1:], feedback))
    return listed


def _share(exchanges: Sequence[Exchange], last_line: str) -> float:
    """The mentee's share of the words, 0 to 1."""
    said = sum(speech(one.said).count for one in exchanges)
    heard = sum(speech(one.heard).count for one in exchanges) + speech(last_line).count
    return said / (said + heard) if said + heard else 0.0


def _side(
    side: Side, heard: Heard, told: list[Told], words: DebriefWords, style: Style
) -> Dimension:
    said = words.dimensions[side.id]
    rating = rate(side, heard)
    if len(told) < ENOUGH:
        reason, following = words.brief.reason, words.brief.next
    else:
        good, bad = heard.turns_with(side.good), heard.turns_with(side.bad)
        reason = _reason(said, rating, good, bad).format(
            n=good,
            bad=bad,
            bad_turns="1 turn" if bad == 1 else f"{bad} turns",
            turns=len(told),
            open=heard.counted[Move.OPEN_QUESTION],
            closed=heard.counted[Move.CLOSED_QUESTION],
        )
        following = said.next
    advised = style is Style.MENTOR and rating < MOST
    return Dimension(
        id=side.id,
        rating=rating,
        reason=reason,
        evidence=_evidence(side, rating, told),
        next_step=following if advised else "",
    )


def _reason(said: SideWords, rating: int, good: int, bad: int) -> str:
    if not good and not bad:
        return said.none
    if rating < _HIGH and good and bad:
        return said.mixed
    return said.reasons[rating] if good else said.reasons[0]


def _evidence(side: Side, rating: int, told: list[Told]) -> tuple[str, ...]:
    """Up to two quotes: of what was good where the rating is high, of what was not where it is low."""
    wanted = side.good if rating >= _HIGH or not side.bad else side.bad
    quotes = [
        quote(turn.exchange.said, found)
        for turn in told
        for found in turn.found
        if found.move in wanted
    ]
    return tuple(dict.fromkeys(quotes))[:_KEPT]


def _advice(
    scenario: Scenario, told: list[Told], sides: tuple[Dimension, ...], words: DebriefWords
) -> dict[str, object]:
    if len(told) < ENOUGH:
        brief = words.brief
        return {"thinking": brief.thinking, "change": brief.change}
    change, line = _change(told, sides, words)
    return {
        "thinking": _thinking(scenario, told, sides, words),
        "keep": _keep(told, words),
        "change": change,
        "line": line,
    }


def _keep(told: list[Told], words: DebriefWords) -> tuple[str, ...]:
    """The two best things that worked, of different kinds, as they were said."""
    kept: dict[str, str] = {}
    ranked = sorted(told, key=_worth)
    for turn in ranked:
        for worked in turn.feedback.worked:
            said = words.keep.format(quote=worked.quote, why=worked.why)
            kept.setdefault(worked.card, _UNENDED.sub("”. ", said))
    return tuple(kept.values())[:_KEPT]


def _worth(turn: Told) -> tuple[int, int]:
    moves = {found.move for found in turn.found}
    best = min((WORTH.index(move) for move in moves if move in WORTH), default=len(WORTH))
    return (len(moves & TO_WORK_ON), best)


def _change(told: list[Told], sides: tuple[Dimension, ...], words: DebriefWords) -> tuple[str, str]:
    """The fault met most often, and the example it got; else the weakest side's next step."""
    faults = Counter(
        name for turn in told if (name := to_change(frozenset(f.move for f in turn.found)))
    )
    if faults:
        worst = max(faults, key=lambda name: (faults[name], -FAULTS.index(Move(name))))
        for turn in told:
            tried = turn.feedback.try_next
            if tried and to_change(frozenset(f.move for f in turn.found)) == worst:
                return tried.what, tried.example
    weakest = min(sides, key=lambda side: side.rating)
    line = next(
        (
            turn.feedback.try_next.example
            for turn in reversed(told)
            if turn.feedback.try_next and turn.feedback.try_next.example
        ),
        "",
    )
    if weakest.rating >= _HIGH:
        return words.nothing, line
    return words.dimensions[weakest.id].next, line


def _thinking(
    scenario: Scenario, told: list[Told], sides: tuple[Dimension, ...], words: DebriefWords
) -> str:
    """What the counterpart was likely thinking, from what happened; never more than a guess."""
    kinds = [move for move in (*FAULTS, *WORTH) if move.value in words.thinking]
    total = sum(side.rating for side in sides)
    well = total >= 2 * len(sides)
    ranked = [move for move in kinds if (move in TO_WORK_ON) is not well] or kinds
    moment = next(
        (
            _at(words.thinking[move.value], quote(turn.exchange.said, found))
            for move in ranked
            for turn in told
            for found in turn.found
            if found.move is move
        ),
        words.thinking["otherwise"],
    )
    lines = scenario.thinking.good if well else scenario.thinking.poor
    maybe = words.thinking["maybe"].format(line=lines[len(told) % len(lines)])
    return f"{moment} {maybe}"


def _at(wording: str, said: str) -> str:
    """The wording with what was said in it, and one mark at its end."""
    return wording.format(quote=said.rstrip(". ")).replace("?”.", "?”")


def _questions(
    told: list[Told], sides: tuple[Dimension, ...], words: DebriefWords
) -> tuple[str, ...]:
    """Open questions only: about a moment that worked, one that did not, and the weakest side."""
    asks = words.coach
    if len(told) < ENOUGH:
        return (words.brief.question,)
    asked = [asks.start]
    for turn in sorted(told, key=_worth):
        if turn.feedback.worked:
            asked.append(asks.worked.format(quote=bare(turn.feedback.worked[0].quote)))
            break
    for turn in told:
        fault = next((one for one in turn.found if one.move in TO_WORK_ON), None)
        if fault:
            asked.append(asks.fault.format(quote=bare(quote(turn.exchange.said, fault))))
            break
    weakest = min(sides, key=lambda side: side.rating)
    asked.append(words.dimensions[weakest.id].question)
    asked.append(asks.end if len(asked) == _ASKED_BACK - 1 else asks.again)
    return tuple(asked)

"""Looks back on a whole talk: seven sides rated with evidence, what to keep, and one thing to change."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from coach.domain.rehearsal import TO_WORK_ON, Debrief, Dimension, Move
from coach.domain.vocabulary import Style
from coach.rehearsal.afterthoughts import (
    HIGH,
    Told,
    change,
    evidence,
    keep,
    outcome,
    taken_back,
    thinking,
    worth,
)
from coach.rehearsal.cues import Cues, default_knowledge, load_cues
from coach.rehearsal.feedback import given_on, standing, standing_degrees
from coach.rehearsal.moves import degrees_in
from coach.rehearsal.own_words import bare, quote
from coach.rehearsal.rating import MOST, SIDES, Heard, Side, rate
from coach.rehearsal.scene import Scenario
from coach.rehearsal.speech import Exchange, speech
from coach.rehearsal.wording import DebriefWords, load_words
from coach.rehearsal.wording import Side as SideWords

ENOUGH = 2
"""Turns from which there is something to say of a talk."""
_ASKED_BACK = 5
_FELT = 0.5
"""What the length of turns has to cost a side to be told as a reason."""
_SPOILT = frozenset({"purpose", "ownership"})
"""The sides that a wish taken back at the end leaves at one at most."""


def debrief(
    scenario: Scenario,
    exchanges: Sequence[Exchange],
    style: Style = Style.MENTOR,
    last_line: str = "",
    knowledge: Path | None = None,
    *,
    granted: bool | None = None,
) -> Debrief:
    """Look back on a talk.

    Args:
        scenario: what was rehearsed.
        exchanges: what was heard and said, in order.
        style: mentor style advises; coach style only asks.
        last_line: the counterpart's answer to the last turn, for the share of the words.
        knowledge: the folder the wording is read from.
        granted: whether the counterpart said yes to what the talk turned on; None where that is not known.
    """
    folder = knowledge or default_knowledge()
    words, cues = load_words(folder).debrief, load_cues(folder)
    told = _told(scenario, exchanges, folder)
    share = _share(exchanges, last_line)
    counted = Counter(found.move for turn in told for found in turn.found)
    heard = Heard(
        tuple(frozenset(found.move for found in turn.found) for turn in told),
        counted,
        share,
        tuple(turn.degrees for turn in told),
        tuple(speech(turn.exchange.said).count for turn in told),
    )
    sides = tuple(_side(side, heard, told, words, cues, style) for side in SIDES)
    whole = Debrief(
        dimensions=sides,
        talk_share=round(share, 2),
        open_questions=counted[Move.OPEN_QUESTION],
        closed_questions=counted[Move.CLOSED_QUESTION],
    )
    if len(told) >= ENOUGH:
        came = outcome(scenario, told, last_line, words, granted=granted)
        whole = whole.model_copy(update={"outcome": came})
    if style is Style.COACH:
        return whole.model_copy(update={"questions": _questions(scenario, told, sides, words)})
    if len(told) < ENOUGH:
        brief = words.brief
        return whole.model_copy(update={"thinking": brief.thinking, "change": brief.change})
    changed, line = change(scenario, told, sides, heard, words)
    return whole.model_copy(
        update={
            "thinking": thinking(scenario, told, sides, words, cues, granted=granted),
            "keep": keep(scenario, told, words),
            "change": changed,
            "line": line,
        }
    )


def _told(scenario: Scenario, exchanges: Sequence[Exchange], folder: Path) -> list[Told]:
    """Each turn that says something, with its feedback; looks back a dozen turns at most."""
    listed = []
    for number, one in enumerate(exchanges):
        if not speech(one.said).sentences:
            continue
        before = tuple(exchanges[max(0, number - 12) : number])
        given = given_on(one.said, one.heard, before, folder, scenario)
        degrees = degrees_in(one.said, one.heard, before[-1:], folder)
        made = standing(given.found)
        listed.append(Told(one, made, standing_degrees(degrees), given))
    return listed


def _share(exchanges: Sequence[Exchange], last_line: str) -> float:
    """The mentee's share of the words, 0 to 1."""
    said = sum(speech(one.said).count for one in exchanges)
    heard = sum(speech(one.heard).count for one in exchanges) + speech(last_line).count
    return said / (said + heard) if said + heard else 0.0


def _side(
    side: Side, heard: Heard, told: list[Told], words: DebriefWords, cues: Cues, style: Style
) -> Dimension:
    said = words.dimensions[side.id]
    rating = rate(side, heard)
    if side.id in _SPOILT and taken_back(told):
        rating = min(rating, 1)
    if len(told) < ENOUGH:
        reason, following = words.brief.reason, words.brief.next
    else:
        good, bad = heard.turns_with(side.good), heard.turns_with(side.bad)
        reason = _reason(said, rating, good, bad) + _lengths(side, rating, heard, said)
        reason = reason.format(
            n=good,
            few=heard.few,
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
        evidence=_evidence(side, rating, told, cues),
        next_step=following if advised else "",
    )


def _reason(said: SideWords, rating: int, good: int, bad: int) -> str:
    if not good and not bad:
        return said.none
    if rating < HIGH and good and bad:
        return said.mixed
    return said.reasons[rating] if good else said.reasons[0]


def _lengths(side: Side, rating: int, heard: Heard, said: SideWords) -> str:
    """What is said of turns that are too short or too long, where it cost the side much of what it lacks."""
    if rating >= HIGH:
        return ""
    short = heard.few > 1 and side.bare * heard.bare >= _FELT
    long = side.crowded * heard.crowded >= _FELT
    return f" {said.bare}" * short + f" {said.crowded}" * long


def _evidence(side: Side, rating: int, told: list[Told], cues: Cues) -> tuple[str, ...]:
    """Up to two quotes: of what was good where the rating is high, of what was not where it is low."""
    wanted = side.good if rating >= HIGH or not side.bad else side.bad
    return evidence(told, wanted, cues)


def _questions(
    scenario: Scenario, told: list[Told], sides: tuple[Dimension, ...], words: DebriefWords
) -> tuple[str, ...]:
    """Open questions only: about a moment that worked, one that did not, and the weakest side."""
    asks = words.coach
    if len(told) < ENOUGH:
        return (words.brief.question,)
    asked = [asks.start]
    for turn in sorted(told, key=lambda turn: worth(scenario, turn)):
        worked = turn.given.feedback.worked
        if worked:
            asked.append(asks.worked.format(quote=bare(worked[0].quote)))
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

"""What might be tried next in a turn that has nothing wrong, or that a talk as a whole still lacks."""

import re

from coach.domain.rehearsal import Move
from coach.rehearsal.heard import names_any, pushes, seeks_consent
from coach.rehearsal.noticed import FEW_WORDS, QUESTIONS, REQUESTS, Noticed
from coach.rehearsal.own_words import asked_by, said_by
from coach.rehearsal.owned import hands_over, says_no, takes_back, yields
from coach.rehearsal.speech import speech

NEVER_ASKED = 3
"""Turns in a row without a question or a request from which it is named."""
_BARE_THANKS = 8
"""Words of a turn that thanks and says no more."""
_STRONG = 3
"""Good moves from which a turn needs nothing more."""
_OWN_STEP = re.compile(r"\bi(?:['’]ll| will|['’]m going to| can| could)\b(?!['’]t| not)", re.I)
_RESOLVES = re.compile(
    r"\bi(?:['’]ll| will|['’]m going to)(?: really| definitely| just)? (?:try(?: (?:to|and|my|harder))?|do (?:my best|better)"
    r"|work on (?:it|that|this)|make (?:an|more of an) effort|see what i can do|think about (?:it|that)"
    r"|keep (?:it|that) in mind|be more|be better|get better)\b",
    re.I,
)
"""A good intention that nobody could see kept."""


def gives_way(noticed: Noticed) -> bool:
    """Whether a talk that turns on a boundary hears a yes, or a taking back, in its place."""
    if not noticed.turns_on(Move.SETS_BOUNDARY) or Move.SETS_BOUNDARY in noticed.moves:
        return False
    return yields(noticed.said) or takes_back(noticed.said)


def _only_resolves(noticed: Noticed) -> bool:
    return Move.PROPOSES_NEXT_STEP not in noticed.moves and bool(_RESOLVES.search(noticed.said))


def _lacks_a_result(noticed: Noticed) -> bool:
    """Whether backing is asked for, or a case made, and no result has been told yet."""
    made = Move.EVIDENCE_OF_IMPACT
    if not noticed.turns_on(made) or made in noticed.moves:
        return False
    if not noticed.earlier and Move.ADVOCACY_ASK not in noticed.moves:
        return False
    asks = noticed.moves & {Move.ADVOCACY_ASK, Move.CONTEXT, Move.PROPOSES_NEXT_STEP}
    return bool(asks) and not any(
        made in noticed.moves_at(at) for at in range(len(noticed.earlier))
    )


def of_the_talk(noticed: Noticed) -> str:
    """What the talk so far has too much or too little of: a push, a question, a next step at its close.

    Whoever has just been asked something rightly answers; that is not the moment to name it.
    """
    closing = noticed.cues.said("closing", speech(noticed.heard)) is not None
    stepped = frozenset({Move.PROPOSES_NEXT_STEP, Move.ADVOCACY_ASK})
    if closing and noticed.earlier and not noticed.moves & stepped:
        recent = range(-min(NEVER_ASKED, len(noticed.earlier)), 0)
        if not any(noticed.surely_at(at) & stepped for at in recent):
            return "no-next-step"
    if pushes(noticed.said):
        return "ease-off"
    if len(noticed.moves) >= _STRONG or "?" in noticed.heard:
        return ""
    if noticed.granted:
        return ""
    silent = _turns_without_asking(noticed)
    new = silent == NEVER_ASKED or (silent > NEVER_ASKED and "?" in noticed.earlier[-1].heard)
    return "never-asks" if new else ""


def _turns_without_asking(noticed: Noticed) -> int:
    """How many turns in a row, up to this one, ask nothing; looks back a dozen at most."""
    asking = QUESTIONS | REQUESTS
    if noticed.surely & asking or "?" in noticed.said:
        return 0
    count = 1
    for at in range(-1, -min(4 * NEVER_ASKED, len(noticed.earlier)) - 1, -1):
        if "?" in noticed.earlier[at].said or noticed.surely_at(at) & asking:
            break
        count += 1
    return count


def stretch(noticed: Noticed) -> str:
    """A small thing more, for a turn without fault that leaves room for one."""
    moves = noticed.moves
    count = speech(noticed.said).count
    told = said_by(noticed.heard, noticed.cues, reactions=noticed.reactions)
    limits = noticed.turns_on(Move.SETS_BOUNDARY)
    if hands_over(noticed.said) and "?" in noticed.heard:
        return "hands-over"
    if count < FEW_WORDS:
        return "say-more" if count else ""
    if _only_resolves(noticed):
        return "name-a-step"
    if noticed.granted and Move.PROPOSES_NEXT_STEP not in moves:
        return ""
    if not moves:
        return "take-up" if told and not asked_by(noticed.heard) and not limits else ""
    if _lacks_a_result(noticed):
        return "show-a-result"
    if len(moves) >= _STRONG or {Move.REFLECTS, Move.SPECIFIC_QUESTION} <= moves:
        return ""
    if moves == {Move.THANKS}:
        bare = count <= _BARE_THANKS and "for" not in noticed.said.lower().split()
        return "say-what-for" if bare else ""
    if Move.CLOSED_QUESTION in moves and not moves & {Move.REFLECTS, Move.OPEN_QUESTION}:
        if _wants_a_yes(noticed):
            return ""
        again = Move.CLOSED_QUESTION in noticed.recent
        return "open-it" if again or Move.SPECIFIC_QUESTION not in moves else ""
    if Move.PROPOSES_NEXT_STEP in moves:
        dated = noticed.cues.said("dated", speech(noticed.said)) is not None
        own = _OWN_STEP.search(noticed.said) is not None and "?" not in noticed.said
        return "give-a-day" if own and not dated else ""
    if moves == {Move.REFLECTS}:
        return "make-it-a-step" if _could_be_a_step(noticed) else ""
    asked = asked_by(noticed.heard)
    if moves & {Move.CONTEXT, Move.EVIDENCE_OF_IMPACT} and not moves & (QUESTIONS | REQUESTS):
        return "" if asked else "ask-one"
    taken_up = moves & {Move.REFLECTS, Move.SETS_BOUNDARY, Move.SHARES_PROGRESS}
    return "take-up" if told and not asked and not taken_up and not limits else ""


def _wants_a_yes(noticed: Noticed) -> bool:
    """Whether a question puts a proposal, or what the talk turns on: a yes or no is what it is for."""
    about = noticed.scenario.decision.about if noticed.scenario else ()
    return seeks_consent(noticed.said) or names_any(noticed.said, about)


def _could_be_a_step(noticed: Noticed) -> bool:
    """Whether something was said that the mentee might try; what they decline is not it."""
    scene = noticed.scenario
    fits = scene is None or (
        Move.PROPOSES_NEXT_STEP in scene.good and Move.SETS_BOUNDARY not in scene.good
    )
    declines = says_no(noticed.said) or re.search(r"\bno thanks?\b", noticed.said, re.I)
    return fits and not declines and len(noticed.earlier) >= NEVER_ASKED

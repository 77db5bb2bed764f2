"""Keeps from the mentee a fault that is only felt: one that no rule found and no word of the turn bears out.

A false fault hurts more than a missing one. What is heard far beyond its level is told all the same.
"""

import re
from collections.abc import Sequence

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.rehearsal.turn import Found

CLEARLY = {Move.JOB_ASK: 1.0, Move.DEFENSIVE: 1.0, Move.OVER_APOLOGY: 3.0}
"""Logits beyond its level from which a fault needs no word to bear it out. Apologies have their words; a hint
at work and a defence need none, and are mostly right from a little beyond."""
FAINT = 0.5
"""Logits beyond its level below which none of these is told, whatever the words: most would be false."""
_WORK = re.compile(
    r"\b(?:jobs?|work(?:ing|shops?)?|posts?|positions?|roles?|openings?|vacan\w+|cvs?|r[eé]sum[eé]s?|hir(?:e[ds]?|ing)"
    r"|recruit\w*|apprentice\w*|intern(?:s|ship\w*)?|trials?|shifts?|employ\w*|refer(?:ral|red|ence)?s?|personnel"
    r"|payroll|contracts?|trainee\w*|placements?|appl(?:y|ications?)|vouch|word (?:in|for)|tak(?:e|ing) (?:me|people|someone|somebody)"
    r"|room for|need (?:an? )?(?:one|some\w+|any\w+|extra|another|hand|pair)|start (?:here|with|monday)|on your team|your team|short(?:-handed| of))\b",
    re.I,
)
_SORRY = re.compile(r"\b(?:sorry|apolog\w+|forgive me|pardon me|excuse m[ey])\b", re.I)
_SMALLER = re.compile(
    r"\b(?:silly|stupid|dumb|daft|idiot\w*|useless|hopeless|both(?:er|ering) you|wast(?:e|ing)|nuisance|burden|pathetic"
    r"|terrible at|rubbish|ignorant|ashamed|embarrass\w*|annoying|foolish|clueless|amateur|nobody|thick|in (?:your|the) way"
    r"|not (?:\w+ ){0,2}(?:good|clever|smart|important|worth|bright)|(?:haven['’]t|no|got) (?:\w+ )?brains?|deserve"
    r"|better than me|who am i|why i['’]?m? (?:am )?(?:even )?here|sick of me|such a (?:mess|pain)|my (?:own )?fault|(?:only|just) (?:a|an|some)\b"
    r"|so (?:slow|bad|difficult)|taking (?:up )?(?:so much |all )?(?:of )?your)",
    re.I,
)
_JUDGES = re.compile(
    r"n['’]t\b|\b(?:not|no|nobody|never|too|wrong|bad|poor|weak|late|slow|hard|harsh|only|long|short|lost?|loses?|miss\w*|lack\w*|fail\w*"
    r"|worse|worst|complain\w*|upset|unkind|unclear|unfair|careless|sloppy|rude|sharp|doubt\w*|mistakes?|errors?|problem|trouble"
    r"|expected|should|would have|could have|ought|rather|easier|better|instead|confus\w*|mislead\w*|ignor\w*|forgot\w*|stopped"
    r"|how come|why|sure)\b",
    re.I,
)


def borne_out(found: Sequence[Found], said: str, heard: str) -> tuple[Found, ...]:
    """The moves of a turn, without faults that nothing but a feeling speaks for.

    Args:
        found: the moves that are heard.
        said: the turn.
        heard: the counterpart's line just before; empty where the mentee begins.
    """
    return tuple(one for one in found if one.move not in TO_WORK_ON or _stands(one, said, heard))


def judges(heard: str) -> bool:
    """Whether words of the counterpart's may be heard as a judgement, a doubt or a hard question."""
    return _JUDGES.search(heard) is not None


def _stands(fault: Found, said: str, heard: str) -> bool:
    if fault.by_rule or fault.beyond >= CLEARLY.get(fault.move, 0.0):
        return True
    if fault.beyond < FAINT:
        return False
    match fault.move:
        case Move.JOB_ASK:
            return _WORK.search(said) is not None
        case Move.OVER_APOLOGY:
            return len(_SORRY.findall(said)) > 1 or _SMALLER.search(said) is not None
        case Move.DEFENSIVE:
            return judges(heard)
        case _:
            return True

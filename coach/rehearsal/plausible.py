"""Keeps from the mentee a fault that is only felt: one that no rule found and no word of the turn bears out.

A false fault hurts more than a missing one. What is heard far beyond its level is told all the same.
"""

import re
from collections.abc import Sequence

from coach.domain.rehearsal import TO_WORK_ON, Move
from coach.rehearsal.speech import flat, speech
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

_END = (
    r"(?: (?:then|exactly|now|today|here|please|from (?:me|us|this|it|him|her|them|the \w+)))*\W*$"
)
_GO_ON = re.compile(
    r"\b(?:say|tell me|tell us|give me) (?:a |some )?(?:bit |little |few words )?more\b(?! about)|^(?:please )?go on\b|\bdo go on\b"
)
_FOR_A_QUESTION = re.compile(
    r"\b(?:what(?:'s| is| was)|which (?:is|was)?) ?(?:the|your|that) (?:\w+ ){0,2}question\b|\bwhich question\b|\bwhat have(?:n't you| you not) asked\b"
    r"|\bwhat (?:would|do|did) you (?:still |really |most )?(?:like|want|need|wish) to (?:know|ask|hear)"
    + _END
    + r"|\bwhat can i (?:tell|do for) you"
    + _END
)
_FOR_A_WISH = re.compile(
    r"\bwhat (?:exactly |is it that |is it )?(?:do|did|would|are) you (?:really |still |most )?(?:want|need|like|hope|hoping|expect|after|asking)(?: for)?"
    + _END
    + r"|\bwhat(?:'s| is) it (?:that )?you (?:really |still )?(?:want|need|hope|expect|are after)"
    + _END
)
_WISHES = re.compile(
    r"\b(?:i (?:just |really )?(?:want|need|hope|expect|wanted|hoped)|i'd (?:like|love|want|need)|i would (?:like|love|want))\b"
)
_TELLS = 5
"""Words of a sentence that tells something."""


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


def answers_after_all(said: str, heard: str) -> bool:
    """Whether a turn is an answer, by its form, to what was asked; whatever it is about.

    Who is asked what they want may say what they want, who is asked for their question may ask it, and whoever is
    told to go on may tell anything.
    """
    last = speech(heard).sentences[-1:]
    asked = flat(last[0].text) if last else ""
    sentences = speech(said).sentences
    tells = [one for one in sentences if not one.asks and len(one.words) >= _TELLS]
    if _GO_ON.search(asked) and tells:
        return True
    if _FOR_A_QUESTION.search(asked) and any(one.asks for one in sentences):
        return True
    wish = _FOR_A_WISH.search(asked)
    return wish is not None and any(_WISHES.search(flat(one.text)) for one in sentences)


def _stands(fault: Found, said: str, heard: str) -> bool:
    if fault.move is Move.IGNORES_QUESTION and answers_after_all(said, heard):
        return False
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

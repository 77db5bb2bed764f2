"""Answers one turn of a conversation (F9): with a model where there is one, checked, and always with a floor.

Care comes first, then the search, which is ours and not left to the model; where the guidance is silent
no model is asked. What a model says is held against the cards it cites, or, in coach style, against what
a coach may ask. What does not pass is left out, and when too little is left the answer is made from the
cards alone, as it is without a model.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.domain.card import Card
from coach.domain.model import Fault, ModelError, Show, Turn
from coach.domain.results import Answer, Call, SearchAnswer
from coach.domain.vocabulary import Style
from coach.review import default_knowledge
from coach.review.language import is_english
from coach.use_cases.ask import (
    CARDS,
    ask,
    cards_of,
    first_question,
    from_guidance,
    hear,
    only_care,
    with_care,
)
from coach.use_cases.asked_only import MOST_QUESTIONS
from coach.use_cases.asked_turn import AskedTurn, by_agent, by_form
from coach.use_cases.checked import Watch, unwatched
from coach.use_cases.citing import Said, read_marked
from coach.use_cases.follow_up import found_for, not_yet_asked
from coach.use_cases.judged import Judged, judge
from coach.use_cases.model_writer import written_by
from coach.use_cases.plain_words import has_address
from coach.use_cases.ports import Records, Services
from coach.use_cases.safety import notice
from coach.use_cases.their_words import in_their_words, takes_up
from coach.use_cases.told_records import ToldRecords
from coach.use_cases.turn_desk import TurnDesk, names_person
from coach.writing.wording import load_wording

TURNS = 8
"""Earlier turns a model is told."""
LONGEST_TURN = 1_000
"""Characters of an earlier turn that a model is told."""
NO_RECORDS = ToldRecords()
NO_ANSWER = "no answer"
_ASKS_RECORDS = re.compile(
    r"\b(?:my (?:people|contacts|network|meetings?|notes|records|actions?|commitments|mentors?|coach|sponsors?)"
    r"|(?:did|have|had) (?:i|we) |i (?:promised|agreed|said)|we (?:agreed|said|met|spoke)|last (?:time|meeting|talk)"
    r"|who have i|whom have i|open actions?|next meeting)\b",
    re.IGNORECASE,
)
_UNFINISHED_MARK = re.compile(r"\s*[\[(【][^\])】]{0,60}$")
_ANOTHER_WAY = frozenset(
    {
        Fault.BAD_REQUEST,
        Fault.TOO_LONG,
        Fault.EMPTY,
        Fault.WRONG_FORM,
        Fault.CUT_OFF,
        Fault.TOO_MANY_STEPS,
        Fault.OVER_BUDGET,
        Fault.REPEATING,
        Fault.ENDLESS,
    }
)
"""Troubles of an agent that a plain question to the same model may be spared."""


def converse(
    question: str,
    services: Services,
    *,
    style: Style = Style.MENTOR,
    turns: Sequence[Turn] = (),
    records: Records = NO_RECORDS,
    watch: Watch = unwatched,
) -> Answer:
    """Answer a question as the next turn of a conversation.

    Args:
        question: in the mentee's own words.
        services: search, the writer, and perhaps a model; without one this is ``ask``.
        style: mentor gives advice with its reason; coach gives one to three open questions.
        turns: the conversation so far, oldest first.
        records: what the mentee told of their people and meetings.
        watch: hears what is being done, and a model's words as they come, unchecked; in coach
            style no words, for they might advise.

    Raises:
        InputError: the question is empty or far too long.
    """
    if services.model is None:
        return ask(question, services, style=style)
    heard = hear(question, services)
    if heard.stops:
        return only_care(heard, style)
    earlier = _calm(turns, services)
    found = found_for(heard.asked, earlier, services, style)
    chosen = _chosen(found, earlier, services, style)
    said = "\n".join((*(turn.text for turn in earlier if turn.role == "user"), heard.asked))
    put = "\n".join(turn.text for turn in earlier if turn.role != "user")
    desk = TurnDesk(services, records, style, said, put)
    looked_up = desk.look(heard.asked) if _about_records(heard.asked, records) else ""
    if heard.care is not None or not (found.results or looked_up):
        return with_care(from_guidance(heard.asked, found, chosen, services, style), heard)
    cards = desk.take(chosen)
    turn = AskedTurn(
        heard.asked, services, services.model, desk, found, chosen, earlier, cards, looked_up
    )
    answer = _heard(turn, _answered(turn, watch))
    watch("done", "")
    return answer


def _heard(turn: AskedTurn, answer: Answer) -> Answer:
    """A coach's questions, begun with one in the mentee's own words where none takes them up."""
    desk = turn.desk
    asked = answer.questions
    if desk.style is not Style.COACH or not asked or any(takes_up(q, desk.said) for q in asked):
        return answer
    theirs = in_their_words(desk.said.splitlines(), desk.asked, turn.near)
    every = (*filter(None, (theirs,)), *asked)[:MOST_QUESTIONS]
    return answer.model_copy(update={"questions": every})


def _chosen(
    found: SearchAnswer, turns: Sequence[Turn], services: Services, style: Style
) -> tuple[Card, ...]:
    """The cards to answer from; a coach's without what has been asked in this talk."""
    cards = cards_of(found, services)
    fresh = not_yet_asked(cards, turns) if style is Style.COACH else ()
    return fresh or cards[:CARDS]


def _calm(turns: Sequence[Turn], services: Services) -> tuple[Turn, ...]:
    """The last turns, cut short, without those that told of harm: they are not a model's to read."""
    kept: list[Turn] = []
    for turn in turns[-TURNS:]:
        care = notice(turn.text, services.told) if turn.role == "user" else None
        if care is None or not care.sure:
            kept.append(replace(turn, text=turn.text[:LONGEST_TURN]))
    return tuple(kept)


def _about_records(asked: str, records: Records) -> bool:
    people = {one.name for one in records.people()} | {one.person for one in records.meetings()}
    if any(names_person(name, asked) for name in people):
        return True
    return bool(people) and _ASKS_RECORDS.search(asked) is not None


def _answered(turn: AskedTurn, watch: Watch) -> Answer:
    """By the agent, else by a plain question to the model, else from the cards."""
    calls: list[Call] = []
    trouble = ""
    for way in (by_agent, by_form):
        watch("writing", "")
        try:
            said, raw, new = way(turn, _shown(watch, turn.desk))
        except ModelError as error:
            calls += [*error.earlier, *([error.call] if error.call is not None else [])]
            trouble = _say("floor.trouble", message=error.message, fix=error.fix).strip()
            if error.fault in _ANOTHER_WAY:
                continue
            break
        calls += new
        watch("checking", "")
        judged, trouble = _judged(turn, said, raw)
        if judged is not None:
            return _with_writer(turn, judged, calls)
        if not said or any(one.cards for one in said) or _foreign(raw, turn.asked):
            break
    return _floor(turn, calls, trouble)


def _judged(turn: AskedTurn, said: Sequence[Said], raw: str) -> tuple[Judged | None, str]:
    """What of a model's words may be shown; None, and why, when that is too little."""
    made = bool(turn.desk.made or turn.desk.proposals)
    if not made and (not said or raw.strip(" .").lower() == NO_ANSWER):
        return None, _say("floor.nothing")
    if _foreign(raw, turn.asked):
        return None, _say("floor.language")
    judged = judge(turn.desk, said, turn.near, first=_first(turn))
    if judged is not None:
        return judged, ""
    coach = turn.desk.style is Style.COACH
    return None, _say("floor.style" if coach else "floor.support")


def _first(turn: AskedTurn) -> Card | None:
    return next(iter(turn.desk.cards.values()), None)


def _foreign(text: str, asked: str) -> bool:
    """Whether an answer is in another language than its question."""
    return not is_english(text) and is_english(asked)


def _with_writer(turn: AskedTurn, judged: Judged, calls: Sequence[Call]) -> Answer:
    return Answer(
        style=turn.desk.style,
        question=turn.asked,
        answered=True,
        answer=judged.answer,
        questions=judged.questions,
        citations=judged.citations,
        own=turn.found.own,
        made=tuple(turn.desk.made),
        proposals=tuple(turn.desk.proposals),
        left_out=judged.left_out,
        turned=judged.turned,
        writer=written_by(turn.model.name, calls),
    )


def _floor(turn: AskedTurn, calls: Sequence[Call], trouble: str) -> Answer:
    """The answer that is given without a model, and why it is given now; what was made is kept."""
    desk = turn.desk
    answer = from_guidance(
        turn.asked, turn.found, turn.chosen, turn.services, desk.style, about=turn.about
    )
    if turn.turns and desk.style is Style.COACH:
        answer = first_question(answer)
    writer = written_by(turn.model.name, calls, floor=True, trouble=trouble)
    return answer.model_copy(
        update={
            "writer": writer,
            "made": tuple(turn.desk.made),
            "proposals": tuple(turn.desk.proposals),
        }
    )


def _shown(watch: Watch, desk: TurnDesk) -> Show:
    """Show a model's words as they come, without marks, markup and addresses; no advice to a coachee."""
    if desk.style is Style.COACH:
        return lambda text: watch("writing", "")

    def words_alone(text: str) -> None:
        said = read_marked(_UNFINISHED_MARK.sub("", text), desk.marks)
        watch("writing", " ".join(one.text for one in said if not has_address(one.text)))

    return words_alone


def _say(key: str, **slots: str) -> str:
    return load_wording(default_knowledge(), "ask").say(key, **slots)

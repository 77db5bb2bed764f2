"""The parts that any meeting may have: opening, main matter, agreement, last time, worries, next step."""

from collections.abc import Callable
from dataclasses import replace

from coach.domain.kinds import MeetingKind
from coach.domain.vocabulary import Relationship
from coach.writing.agenda_special import (
    agreed_goals,
    carry_on,
    coaching_main,
    decision_main,
    evidence,
    feedback_main,
    learnt,
    listening,
    options,
    reality,
    seen,
    speak,
    sponsor_main,
    thanks,
    will,
)
from coach.writing.how_far import DONE
from coach.writing.meeting import STATEMENT, Meeting
from coach.writing.own_words import Deed
from coach.writing.timetable import Part, Question

MOST_IN_A_PART = 4
"""Questions about last time that can be asked one by one."""
ENOUGH = 2
"""Questions of their own from which nothing is added to the main part."""
FOCUSED: dict[MeetingKind, Callable[[Meeting], Part]] = {
    MeetingKind.FEEDBACK: feedback_main,
    MeetingKind.DECISION: decision_main,
    MeetingKind.SPONSOR: sponsor_main,
    MeetingKind.COACHING: coaching_main,
}
_BEGUN = ("half", "partly", "started", "in progress", "ongoing")


def part_of(name: str, meeting: Meeting) -> Part | None:
    """The part called ``name``, or None when the brief gives nothing for it."""
    return PARTS[name](meeting)


def opening(m: Meeting) -> Part:
    """Hello, and a shared aim."""
    ask = (m.ask("part.opening.ask"),)
    return m.part("opening", m.say("part.opening"), m.say("part.opening.why"), ask)


def main(m: Meeting) -> Part | None:
    """What the meeting is about, with the mentee's questions first."""
    if m.kind is MeetingKind.LAST:
        return None if m.about_ending or not m.brief.topic else _plain_main(m)
    if m.focus in FOCUSED:
        return FOCUSED[m.focus](m)
    return _plain_main(m) if m.matter.given or m.asked else None


def _plain_main(m: Meeting) -> Part:
    added = m.fitted[:1] if m.asked else m.fitted[:2]
    if len(m.asked) >= ENOUGH:
        added = m.fitted[:1] if m.kind is MeetingKind.FIRST else ()
    if not m.asked:
        added = (_open_question(m), *added)[:2]
    title = m.headline("", STATEMENT)
    why = m.why_aims or m.say("part.main.why")
    return m.part("main", title, why, (*m.asked, *added), m.sources)


def _open_question(m: Meeting) -> Question:
    about = m.words.shortened(m.matter.about, 14)
    if not about or m.from_goal:
        return m.ask("part.main.goal-first" if m.from_goal else "part.main.open-plain")
    return m.ask("part.main.open-indirect" if m.indirect else "part.main.open", x=about)


def agreement(m: Meeting) -> Part:
    """How the two want to work together; all five points, whatever the relationship."""
    short = m.minutes < SHORT_AGREEMENT
    keys = ("expect", "confidential", "frequency")
    asked = [m.ask(f"part.agreement.{key}") for key in keys]
    asked += [agreed_goals(m), m.ask("part.agreement.exit")]
    compact = m.say("part.agreement.compact")
    title = m.say("part.agreement.short" if short else "part.agreement")
    questions = (Question(compact, own=True, must=True),) if short else tuple(asked)
    sources = ("goals",) if m.goals else ()
    return m.part("agreement", title, m.say("part.agreement.why"), questions, sources, compact)


SHORT_AGREEMENT = 25
"""Minutes below which the agreement is one line to be settled in writing."""


def advice(m: Meeting) -> Part | None:
    """What came of each piece of advice."""
    questions = _advice_questions(m)
    if not questions:
        return None
    fields = ("last_advice", "history") if m.told else ("last_advice",)
    sources = tuple(f for f in fields if getattr(m.brief, f))
    compact = m.say("part.since.compact", x=_last_time(m, deeds=False))
    title, why = m.say("part.advice"), m.say("part.advice.why")
    return m.part("advice", title, why, _or_one(questions, compact), sources, compact)


def _or_one(questions: tuple[Question, ...], compact: str) -> tuple[Question, ...]:
    """The questions, or when they are too many to be asked one by one, the one for all."""
    return questions if len(questions) <= MOST_IN_A_PART else (Question(compact, True, True),)


def _advice_questions(m: Meeting) -> tuple[Question, ...]:
    found = [m.say("part.advice.told", x=text) for text in m.told]
    found += [m.say("part.advice.ask", i, x=text) for i, text in enumerate(m.advice)]
    return tuple(Question(text, own=True) for text in found)


def actions(m: Meeting) -> Part | None:
    """What the mentee said they would do."""
    if not m.deeds:
        return None
    compact = m.say("part.actions.compact", x="; ".join(_each(m.deeds)))
    questions = tuple(Question(_deed_question(m, i, d), own=True) for i, d in enumerate(m.deeds))
    title, why = m.say("part.actions"), m.say("part.actions.why")
    asked = _or_one(questions, compact)
    return m.part("actions", title, why, asked, ("open_actions",), compact)


def _deed_question(m: Meeting, index: int, deed: Deed) -> str:
    said = deed.text
    noted = m.say("part.actions.noted", x=m.words.quoted(deed.remark)) if deed.remark else ""
    if deed.theirs or deed.waiting:
        key = "theirs" if deed.theirs else "waiting"
        return m.say(f"part.actions.{key}", x=said, y=noted)
    kind = "deed" if deed.verb else "phrase"
    if deed.status.startswith(DONE):
        return m.say(f"part.actions.{kind}-done", x=said, y=noted)
    if deed.verb and deed.status.startswith(_BEGUN):
        return m.say("part.actions.deed-started", x=said, y=noted)
    if deed.verb and deed.status:
        return m.say("part.actions.deed-not-yet", x=said, y=noted)
    return m.say(f"part.actions.{kind}", index, x=said, y=noted)


def _each(deeds: tuple[Deed, ...]) -> list[str]:
    """Actions in a row; how far each is stands behind it."""
    noted = [": ".join(filter(None, (d.status, d.remark))) for d in deeds]
    return [f"{d.text} ({far})" if far else d.text for d, far in zip(deeds, noted, strict=True)]


def _last_time(m: Meeting, *, deeds: bool = True) -> str:
    """Advice and actions as sentences."""
    said = [f"{text.rstrip('.')}." for text in (*m.told, *m.advice)]
    own = [deed for deed in m.deeds if deed.verb] if deeds else []
    other = [deed for deed in m.deeds if not deed.verb] if deeds else []
    still = [deed for deed in other if not deed.status.startswith(DONE)]
    done = [replace(deed, status="") for deed in other if deed not in still]
    for key, some in (("promised", own), ("done", done), ("open", still)):
        if some:
            said.append(m.say(f"part.since.{key}", x="; ".join(_each(tuple(some)))))
    return " ".join(said)


def since(m: Meeting) -> Part | None:
    """Advice and open actions in one part, for a meeting too short for both."""
    asked = (*_advice_questions(m), *(actions(m) or _NOTHING).questions)
    if not asked:
        return None
    both = m.deeds and (m.advice or m.told)
    only = "" if both else ".actions-only" if m.deeds else ".advice-only"
    sources = tuple(f for f in ("last_advice", "history", "open_actions") if getattr(m.brief, f))
    compact = m.say("part.since.compact", x=_last_time(m))
    title, why = m.say(f"part.since{only}"), m.say("part.since.why")
    return m.part("since", title, why, _or_one(asked, compact), sources, compact)


_NOTHING = Part("", "", "", 0.0, 0)


def worries(m: Meeting) -> Part | None:
    """What worries the mentee, in their words."""
    if not m.worries:
        return None
    asked = tuple(
        Question(m.say("part.worries.ask", i, x=text), own=True) for i, text in enumerate(m.worries)
    )
    title, why, label = (m.say(f"part.worries{tail}") for tail in ("", ".why", ".label"))
    return m.part("worries", title, why, asked, ("worries",), label=label)


def updates(m: Meeting) -> Part | None:
    """What is new."""
    if not m.news:
        return None
    asked = (m.ask("part.updates.ask"),)
    title, why = m.say("part.updates", x=m.news), m.say("part.updates.why")
    return m.part("updates", title, why, asked, ("updates",), label=m.say("part.updates.label"))


def turn(m: Meeting) -> Part | None:
    """A peer's own turn."""
    if m.brief.relationship is not Relationship.PEER:
        return None
    title, why = m.say("part.turn"), m.say("part.turn.why")
    return m.part("turn", title, why, (m.ask("part.turn.ask"),))


def next_step(m: Meeting) -> Part:
    """What happens after the meeting; last, and never left out."""
    if m.focus is MeetingKind.COACHING and m.kind is not MeetingKind.LAST:
        return will(m)
    kind = m.kind if m.kind is not MeetingKind.REGULAR else None
    key = f"part.next-{kind}" if kind else "part.next"
    folded = m.say("part.next.folded")
    asked = (m.ask(f"{key}.ask"),)
    return m.part("next", m.say(key), m.say(f"{key}.why"), asked, folded_title=folded)


PARTS: dict[str, Callable[[Meeting], Part | None]] = {
    "opening": opening,
    "main": main,
    "agreement": agreement,
    "advice": advice,
    "actions": actions,
    "since": since,
    "worries": worries,
    "updates": updates,
    "turn": turn,
    "listening": listening,
    "seen": seen,
    "evidence": evidence,
    "speak": speak,
    "reality": reality,
    "options": options,
    "learnt": learnt,
    "thanks": thanks,
    "carry-on": carry_on,
    "next": next_step,
}
"""Every part by the name :mod:`coach.writing.agenda_kinds` orders it by."""

"""The parts that belong to one kind of meeting: feedback, decision, sponsor, coaching, last."""

import re

from coach.domain.kinds import MeetingKind
from coach.writing.evidence import is_result
from coach.writing.how_far import DONE
from coach.writing.meeting import STATEMENT, Meeting
from coach.writing.text import capitalise
from coach.writing.timetable import Part, Question

_HELD = re.compile(r"\b(?:since|for) (?:(?:19|20)\d\d|\d+ years|\w+ years)\b", re.I)
"""Time served, which is no result."""
_KEEPS = re.compile(r"\b(?:keep|works?|strong\w*|good)\b", re.I)
_CHANGES = re.compile(r"\b(?:change|differently|improve|better|fix|missing|weak\w*)\b", re.I)


def agreed_goals(m: Meeting) -> Question:
    """The goals point of the agreement, with the mentee's own goals where there are any."""
    if m.goals and not m.from_goal:
        key = "my-goals" if len(m.goals) > 1 else "my-goal"
        return Question(m.say(f"part.agreement.{key}", x="; ".join(m.goals)), own=True)
    return m.ask("part.agreement.goals")


def feedback_main(m: Meeting) -> Part:
    """The piece of work, one thing to keep and one to change."""
    title = m.headline("part.feedback", "part.feedback.plain")
    own = " ".join(question.text for question in m.asked)
    added = [] if _KEEPS.search(own) else [m.ask("part.feedback.keep")]
    added += [] if _CHANGES.search(own) else [m.ask("part.feedback.change")]
    asked = (*m.asked, *added)
    return m.part("main", title, m.why_aims or m.say("part.feedback.why"), asked, m.sources)


def listening(m: Meeting) -> Part:
    """Time to hear it out."""
    asked = (m.ask("part.listening.example"), m.ask("part.listening.more"))
    return m.part("listening", m.say("part.listening"), m.say("part.listening.why"), asked)


def decision_main(m: Meeting) -> Part:
    """The choice, its options and what it turns on."""
    title = m.headline("" if m.choosing else "part.decision", STATEMENT)
    added = (m.ask("part.decision.options"), m.ask("part.decision.weigh"))
    asked = (*m.asked, *m.fitted[:1], *added)
    return m.part("main", title, m.why_aims or m.say("part.decision.why"), asked, m.sources)


def seen(m: Meeting) -> Part:
    """What the counterpart has seen, and what would change the picture."""
    title, why, label = (m.say(f"part.seen{tail}") for tail in ("", ".why", ".label"))
    asked = (m.ask("part.seen.ask"), m.ask("part.seen.change"))
    return m.part("seen", title, why, asked, label=label)


def sponsor_main(m: Meeting) -> Part:
    """One concrete opportunity."""
    title = m.headline("" if m.indirect else "part.sponsor", STATEMENT)
    added = (*m.fitted[:1], m.ask("part.sponsor.missing"))
    asked = (*m.asked, *added)
    return m.part("main", title, m.why_aims or m.say("part.sponsor.why"), asked, m.sources)


def evidence(m: Meeting) -> Part:
    """Results the sponsor could repeat: those of the mentee's facts and news that are results."""
    told = [(text, "sender.facts") for text in m.words.given(m.brief.sender.facts)]
    told += [(text, "updates") for text in m.words.given(m.brief.updates)]
    results = [pair for pair in told if is_result(pair[0]) and not _HELD.search(pair[0])]
    said = [m.words.clause(text, 20) for text, _ in results[:2]]
    label = m.say("part.evidence.label")
    asked = m.say("part.evidence.none")
    if said:
        asked = m.say("part.evidence.ask", x=capitalise("; ".join(said)))
    sources = tuple(dict.fromkeys(field for _, field in results[:2]))
    title, why = m.say("part.evidence"), m.say("part.evidence.why")
    return m.part("evidence", title, why, (Question(asked, own=bool(said)),), sources, label=label)


def speak(m: Meeting) -> Part:
    """What the sponsor needs, and an easy way to say not yet."""
    asked = (m.ask("part.speak.need"), m.ask("part.speak.smaller"))
    compact = m.say("part.speak.compact")
    return m.part("speak", m.say("part.speak"), m.say("part.speak.why"), asked, compact=compact)


def coaching_main(m: Meeting) -> Part:
    """G of GROW: what the session is to bring."""
    plain = "part.coaching.statement" if m.matter.statement else "part.coaching.plain"
    title = m.headline("part.coaching", plain)
    asked = [*m.asked[:2], m.ask("part.coaching.want")]
    aims = [m.words.aim(text) for text in m.words.given(m.brief.goals)]
    if any(aims) and not m.from_goal and m.kind is not MeetingKind.FIRST:
        first = next(aim for aim in aims if aim)
        asked.append(m.ask("part.coaching.aim", x=first))
    return m.part("main", title, m.say("part.coaching.why"), tuple(asked), m.sources)


def reality(m: Meeting) -> Part:
    """R of GROW: the facts, with worries and news."""
    asked = [Question(m.say("part.reality.worry", x=text), own=True) for text in m.worries]
    if m.news:
        asked.append(Question(m.say("part.reality.news", x=m.news), own=True))
    first = m.ask("part.reality.ask")
    if m.matter.statement:
        said = m.matter.statement.rstrip(".")
        first = Question(m.say("part.reality.statement", x=said), own=True)
    asked = [first, *asked, m.ask("part.reality.tried")]
    sources = tuple(field for field in ("worries", "updates") if getattr(m.brief, field))
    compact = m.say("part.reality.compact")
    title, why = m.say("part.reality"), m.say("part.reality.why")
    return m.part("reality", title, why, tuple(asked), sources, compact)


def options(m: Meeting) -> Part:
    """O of GROW: several ways, and what the mentee still wants to ask."""
    asked = (*m.asked[2:], m.ask("part.options.ask"), m.ask("part.options.more"))
    compact = "" if m.asked[2:] else m.say("part.options.compact")
    return m.part("options", m.say("part.options"), m.say("part.options.why"), asked, (), compact)


def will(m: Meeting) -> Part:
    """W of GROW: one step, and the day."""
    asked = (m.ask("part.will.ask"), m.ask("part.will.when"), m.ask("part.will.way"))
    folded = m.say("part.next.folded")
    return m.part("next", m.say("part.will"), m.say("part.will.why"), asked, folded_title=folded)


def learnt(m: Meeting) -> Part:
    """What changed, against what was set out to do."""
    asked = list(m.asked) if m.about_ending or not m.brief.topic else []
    for text in m.words.given(m.brief.goals)[:2]:
        aim = m.words.aim(text)
        key, said = ("aim", aim) if aim else ("goal", m.words.line(text, 16))
        asked.append(Question(m.say(f"part.learnt.{key}", x=said), own=True))
    asked += [] if m.goals else [m.ask("part.learnt.ask")]
    asked.append(m.ask("part.learnt.build"))
    sources = ("goals",) if m.goals else ()
    return m.part("learnt", m.say("part.learnt"), m.say("part.learnt.why"), tuple(asked), sources)


def thanks(m: Meeting) -> Part:
    """Thanks that name what was given."""
    told = [*m.told, *m.advice]
    asked = [
        Question(m.say("part.thanks.advice", x=text.rstrip(".")), own=True, must=True)
        for text in told[:2]
    ]
    title, why, label = (m.say(f"part.thanks{tail}") for tail in ("", ".why", ".label"))
    fields = tuple(f for f in ("last_advice", "history") if getattr(m.brief, f)) if told else ()
    questions = (*asked, m.ask("part.thanks.ask"))
    compact = asked[0].text if asked else ""
    return m.part("thanks", title, why, questions, fields, compact, label)


def carry_on(m: Meeting) -> Part:
    """Where the unfinished goes."""
    done = [d.text for d in m.deeds if d.status.startswith(DONE)]
    left = [d.text for d in m.deeds if not d.status.startswith(DONE)]
    told = [
        m.say(f"part.carry-on.{k}", x="; ".join(t))
        for k, t in (("done", done), ("left", left))
        if t
    ]
    asked = [m.ask("part.carry-on.ask")]
    compact = asked[0].text
    if told:
        compact = m.say("part.carry-on.actions", x=" ".join(told))
        asked.insert(0, Question(compact, own=True, must=True))
    sources = ("open_actions",) if told else ()
    title, why = m.say("part.carry-on"), m.say("part.carry-on.why")
    return m.part("carry-on", title, why, tuple(asked), sources, compact)

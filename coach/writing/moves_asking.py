"""The moves that ask, and those that ask for nothing: advocacy, a place, a line back, no reply."""

import re
from collections.abc import Iterator

from coach.domain.vocabulary import AskKind, Purpose
from coach.writing.evidence import evidence_of, is_post, is_promotion, named_post
from coach.writing.fragment import Form
from coach.writing.greeting import is_programme, reader_name
from coach.writing.introduction import who_piece
from coach.writing.material import Material
from coach.writing.moves import Move, ask, is_indirect, questions, times, topic
from coach.writing.piece import Piece
from coach.writing.reasons import why_piece
from coach.writing.request import BY, DEFAULT_MINUTES, MEETINGS, ask_kind
from coach.writing.text import title_name

SMALL_MINUTES = 15
"""The longest talk that is a smaller favour than the one declined."""
RUN_BY = re.compile(r"\b(?:coordinators?|committee|office|organi[sz]ers?|panel|team)$", re.I)
"""Names of those who run a programme, which nobody applies to."""
_WISHED = re.compile(r"whether you (?:would|could|can|will) (?:be willing to )?", re.I)
_LED = frozenset(
    "leading running chairing presenting heading joining managing representing covering "
    "coordinating speaking taking hosting".split()
)


def role(m: Material) -> Iterator[Piece]:
    """Role and place alone; a fact only where there is no role, and no evidence follows."""
    bare = bool(m.brief.sender.role) or m.brief.purpose is Purpose.SPONSOR_ASK
    piece = who_piece(m.brief, m.voice, facts=0 if bare else 1)
    if piece:
        yield piece


def evidence(m: Material) -> Iterator[Piece]:
    """What the sender has achieved: results first, numbers before words."""
    yield from evidence_of(m, most=max(m.extent.facts, 1))


def advocacy(m: Material) -> Iterator[Piece]:
    """The request to speak up for the mentee, for one named opportunity."""
    about, given = m.matter.about, ("ask.kind",) if m.brief.ask.kind else ()
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif m.coaching and not about:
        return
    sources = (*(("topic",) if about else ()), *given)
    gerund = about.split(" ")[0].lower() if about else ""
    doing = bool(about) and m.voice.forms.of(about).form is Form.GERUND
    if not about:
        text = m.say("advocacy.open")
    elif wished := _WISHED.match(about):
        text = m.say("advocacy.wished", x=about[wished.end() :])
    elif is_indirect(about):
        text = m.say("advocacy.question", x=about)
    elif gerund in _LED:
        base = m.voice.lexicon.gerund.get(gerund, gerund)
        text = m.say("advocacy.to", x=f"{base}{about[len(gerund) :]}")
    elif doing or is_promotion(about):
        text = m.say("advocacy.case", x=about)
    elif is_post(about):
        text = m.say("advocacy.post", x=named_post(about))
    else:
        text = m.say("advocacy.topic", x=about)
    yield Piece(text, "ask", sources)


def talk_first(m: Material) -> Iterator[Piece]:
    """An offer to talk it through, when the brief gives minutes, a kind of talk or times."""
    given = m.brief.ask
    if given.minutes is None and given.kind not in MEETINGS and not given.when:
        return
    minutes = str(given.minutes or DEFAULT_MINUTES)
    by = (
        BY.get(given.kind, " over a coffee" if given.kind is AskKind.COFFEE else "")
        if given.kind
        else ""
    )
    sources = tuple(f"ask.{k}" for k in ("kind", "minutes") if getattr(given, k) is not None)
    untimed = m.coaching and given.minutes is None
    key = "advocacy.talk-untimed" if untimed else "advocacy.talk"
    yield Piece(m.say(key, minutes=minutes, by=by), "ask", sources)
    yield from times(m)


def apply(m: Material) -> Iterator[Piece]:
    """The application: to what, by its name if it is given."""
    brief = m.brief
    for field, name in (
        ("name", reader_name(brief)),
        ("organisation", brief.recipient.organisation),
    ):
        if is_programme(name) and not RUN_BY.search(programme_name(name)):
            text = m.say("apply.named", x=programme_name(title_name(name)))
            yield Piece(text, "ask", (f"recipient.{field}",))
            return
    if re.match(r"(?:an? |the |my )?(?:place|spot|seat)\b", m.matter.about, re.I):
        about = m.matter.about
        place = about if re.match(r"(?:an?|the|my) ", about) else f"a {about}"
        yield Piece(m.say("apply.place", x=place), "ask", ("topic",))
        return
    yield Piece(m.say("apply.open"), "ask")


def programme_name(name: str) -> str:
    """A programme as it follows "apply to": "the Step Up Mentoring Programme"."""
    whole = re.sub(r"^(?:the|our) ", "", name, flags=re.I)
    plain = re.sub(r"\s+(?:team|office|committee|organi[sz]ers?|panel)$", "", whole, flags=re.I)
    return f"the {plain if is_programme(plain) and ' ' in plain else whole}"


def why_programme(m: Material) -> Iterator[Piece]:
    """Why this programme."""
    piece = why_piece(m.brief, m.voice, m.wording, limit=m.extent.why)
    if piece:
        yield piece


def goal(m: Material) -> Iterator[Piece]:
    """What the mentee wants to work on, and whom with."""
    about = m.matter.about
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif about and re.match(r"(?:an? |the |my )?(?:place|spot|seat)\b", about, re.I):
        return
    elif about:
        key = "goal.indirect" if is_indirect(about) else "goal"
        yield Piece(m.say(key, x=about), "topic", ("topic",))


def match(m: Material) -> Iterator[Piece]:
    """The kind of match that is wanted."""
    if not m.coaching:
        yield Piece(m.say("match"), "match", ("relationship",))


def bring(m: Material) -> Iterator[Piece]:
    """The question the mentee would bring to a match."""
    for asked in m.asked[:1]:
        source = ("questions",) if m.brief.questions else ("topic",)
        if asked.clause:
            clause = asked.clause
            yield Piece(m.say("bring.clause", x=clause), "specific-question", source)
        else:
            text = m.say("bring", x=asked.direct[:1].lower() + asked.direct[1:])
            yield Piece(_cased(text, asked.direct), "specific-question", source)


def _cased(text: str, question: str) -> str:
    """Give back the capital of "I" or a name that opens a question."""
    first = question.split()[0]
    return (
        text.replace(question[:1].lower() + question[1:], question)
        if first in {"I", "I'm"}
        else text
    )


def answer_size(m: Material) -> Iterator[Piece]:
    """How little an answer would do; or, without a question, that none is needed."""
    if m.asked and m.brief.ask.kind in MEETINGS:
        yield from ask(m)
        yield from times(m)
    elif m.asked and not m.coaching:
        yield Piece(m.say("answer.small"), "easy-out")
    elif not m.coaching:
        yield Piece(m.say("answer.none"), "easy-out")


def no_answer(m: Material) -> Iterator[Piece]:
    """That nothing needs doing."""
    if not m.coaching:
        yield Piece(m.say("answer.none"), "easy-out")


def small_question(m: Material) -> Iterator[Piece]:
    """One question, if there is one."""
    yield from list(questions(m))[:1]


def asks_too_much(m: Material) -> bool:
    """Whether the favour in the brief is no smaller than the one just declined."""
    given = m.brief.ask
    return _is_talk(m) and (given.minutes is None or given.minutes > SMALL_MINUTES)


def _is_talk(m: Material) -> bool:
    given = m.brief.ask
    return given.kind in MEETINGS or (given.kind is None and given.minutes is not None)


def smaller(m: Material) -> Iterator[Piece]:
    """After a no: a smaller favour, only if the brief asks for one."""
    given, talk = m.brief.ask, _is_talk(m)
    if asks_too_much(m):
        return
    if given.kind is None and not m.brief.questions:
        return
    if given.kind is AskKind.INTRODUCTION:
        yield Piece(m.say("smaller.introduction"), "ask", ("ask.kind",))
        yield from small_question(m)
        return
    if m.asked:
        yield from small_question(m)
        if talk:
            yield from ask(m)
            yield from times(m)
        elif not m.coaching:
            yield Piece(m.say("smaller.size"), "easy-out")
    elif given.kind is not None:
        yield from ask(m)
        if talk and given.when:
            yield from times(m)


def next_step(m: Material) -> Iterator[Piece]:
    """What comes after the end, if the brief gives it."""
    if m.brief.questions:
        yield from small_question(m)
    small = m.brief.ask.kind in (AskKind.REPLY, AskKind.ADVOCACY)
    if m.brief.ask.kind is not None and not (small and not m.brief.questions):
        yield from ask(m)
        yield from times(m)


def door(m: Material) -> Iterator[Piece]:
    """An open door without pressure."""
    if not m.coaching:
        yield Piece(m.say("door"), "open-door")


def offer(m: Material) -> Iterator[Piece]:
    """An offer of help in return."""
    if not m.coaching:
        yield Piece(m.say("offer"), "offer-back")


def easy_out(m: Material) -> Iterator[Piece]:
    """A way out."""
    if m.coaching:
        return
    last = m.brief.purpose is Purpose.FOLLOW_UP and len(m.sent) > 1
    yield Piece(m.say("easy-out.last" if last else "easy-out"), "easy-out")


def choices(m: Material) -> Iterator[Piece]:
    """The three answers that are enough, where a talk is asked for; else a way out."""
    if m.coaching or len(m.sent) > 1 or ask_kind(m.brief) not in MEETINGS:
        yield from easy_out(m)
        return
    yield Piece(m.say("choices"), "easy-out")


def thanks(m: Material) -> Iterator[Piece]:
    """Thanks at the end."""
    if not m.coaching:
        yield Piece(m.say("thanks"), "thanks")


def matter(m: Material) -> Iterator[Piece]:
    """One question; the topic where there is none."""
    yield from small_question(m) if m.asked else topic(m)


def request(m: Material) -> Iterator[Piece]:
    """The favour and the times, when it is a talk; one line by reply otherwise."""
    if m.coaching and m.brief.ask.kind is None and m.brief.ask.minutes is None:
        return
    yield from ask(m)
    if ask_kind(m.brief) in MEETINGS:
        yield from times(m)


ASKING_MOVES: dict[str, Move] = {
    "role": role,
    "evidence": evidence,
    "advocacy": advocacy,
    "talk-first": talk_first,
    "apply": apply,
    "why-programme": why_programme,
    "goal": goal,
    "match": match,
    "bring": bring,
    "answer-size": answer_size,
    "no-answer": no_answer,
    "small-question": small_question,
    "smaller": smaller,
    "next-step": next_step,
    "door": door,
    "offer": offer,
    "easy-out": easy_out,
    "choices": choices,
    "thanks": thanks,
    "request": request,
    "matter": matter,
}

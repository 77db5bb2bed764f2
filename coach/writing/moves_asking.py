"""The moves that ask, and those that ask for nothing: advocacy, a line back, no reply."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coach.domain.vocabulary import AskKind, Purpose
from coach.writing.evidence import evidence_of, is_post, is_promotion, named_post
from coach.writing.fragment import Form
from coach.writing.introduction import who_piece
from coach.writing.material import Material
from coach.writing.moves import Move, ask, is_indirect, questions, times, topic
from coach.writing.piece import Piece
from coach.writing.questions import Asked
from coach.writing.request import (
    BY,
    DEFAULT_MINUTES,
    MEETINGS,
    ask_kind,
    deadline_of,
    event_piece,
)
from coach.writing.voice import overlap

TOLD_OF = 0.6
"""Share of a deadline's words from which a request has named it."""
SMALL_MINUTES = 15
"""The longest talk that is a smaller favour than the one declined."""
_WISHED = re.compile(r"whether you (?:would|could|can|will) (?:be willing to )?", re.I)
_PUTS_FORWARD = re.compile(
    r"(?:would|could|can|will|might) you (?:please |perhaps |possibly |be (?:willing|able|open|happy|prepared|ready) to |"
    r"consider |mind |think of )*"
    r"(?:(?:put(?:ting)?|nominat(?:e|ing)|recommend(?:ing)?|back(?:ing)?|support(?:ing)?|endors(?:e|ing)|suggest(?:ing)?|"
    r"nam(?:e|ing)|mention(?:ing)?|propos(?:e|ing)|champion(?:ing)?|rais(?:e|ing)|(?:bring|pass)(?:ing)?(?: up| on)?|"
    r"second(?:ing)?|sign(?:ing)?) (?:me|my (?:\w+ )?(?:name|case|bid|application|nomination|candidacy|work|promotion))\b(?! to \w+ing\b)|"
    r"introduc(?:e|ing) me\b|put(?:ting)? in (?:\w+ ){0,3}for me\b|"
    r"(?:speak(?:ing)?|vouch(?:ing)?|say(?:ing)?|argu(?:e|ing)|mak(?:e|ing) (?:the|a|my) case)(?: \w+){0,4}? (?:for me|on my behalf)\b|"
    r"(?:writ(?:e|ing)|giv(?:e|ing)|be(?:ing)?)(?: me)? (?:a|an|my) (?:\w+ )?(?:reference|referee|recommendation|letter of)\b)",
    re.I,
)
"""A question that asks somebody to speak up for the one who asks."""
_OPEN_END = re.compile(r"\b(?:me|me forward|my name|my name forward|me up)\?$", re.I)
"""A request that does not say what for."""
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
    if own := own_ask(m):
        yield from _own_request(m, own)
        return
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif m.coaching and not about:
        return
    sources = (*(("topic",) if about else ()), *given)
    gerund = about.split(" ")[0].lower() if about else ""
    doing = bool(about) and m.voice.forms.of(about).form is Form.GERUND
    if m.matter.statement:
        text = m.say("advocacy.it" if is_post(m.matter.statement) else "advocacy.this")
    elif not about:
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
    yield _in_time(m, Piece(text, "ask", sources))


def _in_time(m: Material, piece: Piece) -> Piece:
    """The request with the deadline typed for it, where there is to be no talk about it."""
    by = "" if _talks(m) else deadline_of(m.brief, m.voice)
    if not by or not piece.text.endswith("?") or overlap(piece.text, by) > TOLD_OF:
        return piece
    text = f"{piece.text.rstrip('?')} {by}?"
    return replace(piece, text=text, sources=(*piece.sources, "ask.when"))


def _talks(m: Material) -> bool:
    """Whether the brief wants a talk, by its length or its kind."""
    return m.brief.ask.minutes is not None or m.brief.ask.kind in MEETINGS


def own_ask(m: Material) -> Asked | None:
    """The mentee's own question where it is the request itself: "Would you put me forward?"."""
    return next((asked for asked in m.asked if _PUTS_FORWARD.match(asked.direct)), None)


def _own_request(m: Material, own: Asked) -> Iterator[Piece]:
    """The mentee's own request, with what it is for where it does not say so itself."""
    about, text = m.matter.about, own.direct
    sources = ["questions" if m.brief.questions else "topic"]
    if m.brief.ask.kind:
        sources.append("ask.kind")
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif about and overlap(text, about) == 0:
        if is_post(about) and _OPEN_END.search(text):
            link = "about" if text.endswith("for me?") else "for"
            text = f"{text.rstrip('?')} {link} {named_post(about)}?"
            sources.append("topic")
        elif not is_indirect(about):
            yield Piece(m.say("advocacy.about", x=about), "topic", ("topic",))
    yield _in_time(m, Piece(text, "ask", tuple(sources)))


def further_question(m: Material) -> Iterator[Piece]:
    """One question beside the request to speak up; the request is not asked a second time."""
    own = own_ask(m)
    others = [asked for asked in m.asked if asked is not own]
    if others:
        yield from list(questions(m, others))[:1]


def talk_first(m: Material) -> Iterator[Piece]:
    """An offer to talk it through, when the brief gives minutes, a kind of talk or times."""
    given = m.brief.ask
    if not _talks(m) and (event := event_piece(m.brief, m.voice)):
        yield event
        return
    if not _talks(m) and (not given.when or deadline_of(m.brief, m.voice)):
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
            yield from _free(m)
        elif not m.coaching:
            yield Piece(m.say("smaller.size"), "easy-out")
    elif given.kind is not None:
        yield from ask(m)
        if talk and given.when:
            yield from times(m)
        yield from _free(m)


def _free(m: Material) -> Iterator[Piece]:
    """Whoever has said no once is left free to do it again."""
    if not m.coaching:
        yield Piece(m.say("easy-out.short"), "easy-out")


def next_step(m: Material) -> Iterator[Piece]:
    """What comes after the end, if the brief gives it."""
    if m.brief.questions:
        yield from small_question(m)
    small = m.brief.ask.kind in (AskKind.REPLY, AskKind.ADVOCACY)
    if m.brief.ask.kind is not None and not (small and not m.brief.questions):
        yield from ask(m)
        yield from times(m)


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
    "further-question": further_question,
    "advocacy": advocacy,
    "talk-first": talk_first,
    "answer-size": answer_size,
    "no-answer": no_answer,
    "small-question": small_question,
    "smaller": smaller,
    "next-step": next_step,
    "offer": offer,
    "easy-out": easy_out,
    "choices": choices,
    "thanks": thanks,
    "request": request,
    "matter": matter,
}

"""The moves of a request for an introduction: to the go-between, with lines to be passed on."""

import re
from collections.abc import Iterator

from coach.domain.brief import Brief
from coach.domain.vocabulary import AskKind
from coach.writing.article import indefinite, place_name, role_phrase
from coach.writing.introduction import sign_name, who_piece
from coach.writing.inversion import indirect
from coach.writing.material import Material
from coach.writing.moves import Move, is_indirect
from coach.writing.onward import THIRD, Bystander
from coach.writing.person import Address
from coach.writing.piece import RULE, Piece
from coach.writing.questions import Asked
from coach.writing.request import DEFAULT_MINUTES, MEETINGS, ask_kind, times_piece
from coach.writing.text import capitalise, is_blank, sentences, title_name, uncapitalise
from coach.writing.voice import Voice

_BE_ROLE = re.compile(r"^I(?:'m| am) (?=an? |the |head |chief |chair |director )")


def go_between(m: Material) -> Iterator[Piece]:
    """How the go-between knows the mentee, where the brief tells it of them."""
    if m.connection and _about_reader(m.connection.text, m.first):
        yield m.connection


def intent(m: Material) -> Iterator[Piece]:
    """Whom the mentee would like to talk to, and about what."""
    person, sources = _person(m.brief, m.voice)
    about = f" about {m.matter.about}" if m.matter.about else ""
    if m.matter.about and is_indirect(m.matter.about):
        text = m.say("intent.indirect", person=person, x=m.matter.about)
    else:
        text = m.say("intent", person=person if about else person.rstrip(","), about=about)
    yield Piece(text, "intent", (*sources, *(("topic",) if about else ())))


def link(m: Material) -> Iterator[Piece]:
    """How the mentee came across the person, when that is what the connection says."""
    if m.connection and not _about_reader(m.connection.text, m.first):
        yield m.connection


def _about_reader(text: str, name: str) -> bool:
    """Whether a sentence is about the reader and the mentee, with nobody else to be named first."""
    told_of_both = re.search(r"\b(?:you|your|we|our)\b", text, re.I) is not None
    return told_of_both and THIRD.search(text) is None and name not in text


def _person(brief: Brief, voice: Voice) -> tuple[str, tuple[str, ...]]:
    """As in "Dr. Elena Ruiz, director of analytics at Harbor Health,"."""
    name = title_name(brief.recipient.name)
    role = "" if is_blank(brief.recipient.role) else voice.fragment(brief.recipient.role).text
    place = (
        "" if is_blank(brief.recipient.organisation) else place_name(brief.recipient.organisation)
    )
    if place and role.lower() in {"owner", "founder", "co-founder"}:
        fields = ("recipient.name", "recipient.role", "recipient.organisation")
        return f"{name}, {role} of {place},", fields
    if role and len(role.split()) <= 8:
        described = role_phrase(role, voice.lexicon, organisation=place)
        described = re.sub(
            r"^an? (?=director|head|chief|dean|professor|manager of|managing|vp\b|vice|deputy|general|coo\b|ceo\b|cto\b|finance|medical|chair)",
            "",
            described,
            flags=re.I,
        )
        at = f" at {place}" if place and place.lower() not in described.lower() else ""
        fields = ("recipient.name", "recipient.role", *(("recipient.organisation",) if at else ()))
        return f"{name}, {described}{at},", fields
    if place:
        return f"{name} at {place}", ("recipient.name", "recipient.organisation")
    return name, ("recipient.name",)


def introduce(m: Material) -> Iterator[Piece]:
    """The request, the person and the topic in one: for those who ask first."""
    person, sources = _person(m.brief, m.voice)
    indirect_topic = bool(m.matter.about) and is_indirect(m.matter.about)
    yield Piece(m.say("introduce", person=person.rstrip(",")), "ask", sources)
    if m.matter.about:
        key = "introduce.indirect" if indirect_topic else "introduce.about"
        yield Piece(m.say(key, x=m.matter.about), "intent", ("topic",))
    elif m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))


def pass_on(m: Material) -> Iterator[Piece]:
    """The small request to the go-between."""
    if not _lines(m):
        yield Piece(m.say("introduce", person=title_name(m.brief.recipient.name)), "ask")
        return
    yield Piece(m.say("pass-on"), "ask", ("recipient.name",))


def announce(m: Material) -> Iterator[Piece]:
    """The line that says what follows."""
    if _lines(m):
        yield Piece(m.say("blurb.lead"), "announce")


def blurb(m: Material) -> Iterator[Piece]:
    """The paragraph to be passed on, between two rules."""
    if told := _lines(m):
        yield Piece("---", RULE)
        yield from told
        yield from _size(m)
        yield Piece("---", RULE)


def _lines(m: Material) -> list[Piece]:
    """What there is to pass on."""
    return [*_self(m), *_matter(m), *_question(m)]


def _self(m: Material) -> Iterator[Piece]:
    """Who the mentee is, by name, for somebody who has never heard of them."""
    name = sign_name(m.brief)
    piece = who_piece(m.brief, m.voice, facts=m.extent.facts)
    if piece is None:
        if name:
            yield Piece(f"My name is {name}.", "blurb", ("sender.name",))
        return
    if not name:
        yield Piece(piece.text, "blurb", piece.sources)
        return
    am = "I'm" if m.brief.tone == "warm" else "I am"
    named = _BE_ROLE.sub(f"{am} {name}, ", piece.text, count=1)
    text = named if named != piece.text else f"My name is {name}. {piece.text}"
    if named != piece.text:
        head, *rest = sentences(text)
        text = " ".join([head, *rest])
    yield Piece(text, "blurb", ("sender.name", *piece.sources))


def _matter(m: Material) -> Iterator[Piece]:
    about = _told_to_them(m.matter.about, m)
    if m.matter.statement:
        yield Piece(_told_to_them(m.matter.statement, m), "blurb", ("topic",))
    elif about:
        key = "blurb.indirect" if is_indirect(about) else "blurb.about"
        yield Piece(m.say(key, x=about), "blurb", ("topic",))


def _question(m: Material) -> Iterator[Piece]:
    for index, given in enumerate(m.asked[: m.extent.questions]):
        asked = _to_them(given, m)
        key = "blurb.also" if index else "blurb.question"
        key += "-clause" if asked.clause else ""
        said = uncapitalise(asked.text, m.voice.names)
        source = ("questions",) if m.brief.questions else ("topic",)
        yield Piece(m.say(key, x=said), "blurb", source)


def _to_them(asked: Asked, m: Material) -> Asked:
    """A question told of the person, put to them: "would he take me" -> "would you take me"."""
    spoken = m.voice.address
    pronoun = spoken.pronoun if isinstance(spoken, Bystander) else "they"
    if pronoun != "they" and re.search(rf"\b{pronoun}\b", asked.text, re.I):
        asked = Asked(_told_to_them(asked.direct, m), _told_to_them(asked.clause, m))
    favour = re.match(r"(?:could|would|can|will) you\b", asked.direct, re.I)
    return Asked(clause=indirect(asked.direct)) if favour and indirect(asked.direct) else asked


def _told_to_them(text: str, m: Material) -> str:
    """What is told of the person, told to them: "her move to devices" -> "your move to devices"."""
    return Address(m.brief.recipient.name, m.voice.lexicon).to_you(text)


def _size(m: Material) -> Iterator[Piece]:
    """How little would do, and when."""
    kind = ask_kind(m.brief)
    given = tuple(f"ask.{k}" for k in ("kind", "minutes") if getattr(m.brief.ask, k) is not None)
    if m.coaching and not given:
        return
    if kind in MEETINGS and (m.brief.ask.kind or m.brief.ask.minutes or m.brief.ask.when):
        minutes = m.brief.ask.minutes or DEFAULT_MINUTES
        size = indefinite(f"{minutes}-minute {MEETINGS[kind]}")
        yield Piece(m.say("blurb.talk", x=capitalise(size)), "blurb", given)
        times = times_piece(m.brief, m.voice, m.wording)
        if times and times.sources:
            yield Piece(times.text, "blurb", times.sources)
    else:
        reply = ("ask.kind",) if m.brief.ask.kind is AskKind.REPLY else ()
        yield Piece(m.say("blurb.reply"), "blurb", reply)


ONWARD_MOVES: dict[str, Move] = {
    "go-between": go_between,
    "intent": intent,
    "link": link,
    "pass-on": pass_on,
    "introduce": introduce,
    "announce": announce,
    "blurb": blurb,
}

"""The moves that take up what happened before: thanks, advice and what came of it, news, a no."""

import re
from collections.abc import Iterator

from coach.domain.vocabulary import Purpose, Relationship
from coach.writing.material import Material
from coach.writing.matter import THANKING
from coach.writing.moves import Move, is_indirect
from coach.writing.past import Told, dated_in, parted
from coach.writing.piece import Piece
from coach.writing.text import tidy, word_count
from coach.writing.voice import overlap

BARE_BOND = re.compile(r"^(?:the |our |my |this )?(?:mentor|coach|sponsor)(?:ing|ship)$", re.I)
"""A topic that names only the relationship."""
_BACK = re.compile(r"^suggested that I \w+ (?:it|them|this|that)$")
_END = re.compile(r"(?:the |our |my )?(?:end|close|last|final)\b", re.I)
_OVER = re.compile(
    r"^(?:the|our|my|this)\b.{2,60}?\b(?:ends?|ended|is over|finish(?:es|ed)|clos(?:es|ed)|stops?|stopped|comes? to an end)\b",
    re.I,
)
_OWN_END = re.compile(r"^(?:finish|complet|conclud)\w*ing\b", re.I)
_SPENT = re.compile(
    r"^(?:the|our|my|all (?:the|our)|these|this)\b(?: [\w-]+){0,3} (?:sessions?|meetings?|calls?|talks?|chats?|conversations?|years?|months?|weeks?)$",
    re.I,
)
"""Time spent together, which one thanks for as such."""
_FOR_ME = re.compile(
    r"^(?:\w+ing (?:me|us)\b(?! (?:time|days?)\b)|(?:reading|reviewing|checking|editing|correcting|covering|proofreading|"
    r"signing|answering|looking (?:at|over|through)|putting up with|coming to|listening to|sitting in on) (?:all )?(?:my|our)\b)",
    re.I,
)
_COMPANY = re.compile(
    r"(?:the|our) (?:[\w-]+ ){0,2}?(?:coffee|tea|lunch|dinner|breakfast|brunch|drinks?|walk|visit|tour|ride|beer)\b",
    re.I,
)
"""An occasion that is not itself a talk, and so is not "about" anything."""
_ENDING = re.compile(r"^(?:end|clos|finish|wrapp|stopp|conclud)\w*ing\b", re.I)


def thanks_for(m: Material) -> Iterator[Piece]:
    """Thanks for the last occasion, or for help with the topic."""
    latest = m.past.latest
    about = "" if not m.matter.about or is_indirect(m.matter.about) else m.matter.about
    if latest:
        sources: tuple[str, ...] = ("history.what",)
        event, subject, inner = parted(latest.occasion)
        noun = re.match(r"(?:the|our) ", latest.occasion) and word_count(latest.occasion) <= 4
        said = overlap(latest.occasion, about) > 0.3
        topical = about and noun and not said and word_count(about) <= 12
        when = "" if not latest.when or dated_in(latest.occasion, latest.when) else latest.when
        if inner or when:
            event = f"{event} {inner or when}"
            sources = sources if inner else ("history.date", *sources)
        if topical:
            subject, sources = about, (*sources, "topic")
        dated = bool(inner or when or topical)
        yield Piece(m.say("thanks-for", x=_talk(event, subject, dated)), "thanks-for", sources)
    elif about and parted(f"the {about}")[1]:
        event, subject, inner = parted(f"the {about}")
        text = _talk(f"{event} {inner}".strip(), subject, bool(inner))
        yield Piece(m.say("thanks-for", x=text), "thanks-for", ("topic",))
    elif about:
        thankful = THANKING.match(tidy(m.brief.topic)) or done_by_reader(about)
        key = "thanks-for" if thankful else "thanks-for.topic"
        key = "thanks-for.time-spent" if _SPENT.match(about) else key
        yield Piece(m.say(key, x=about), "thanks-for", ("topic",))
    elif m.matter.about:
        topic = f"the question of {m.matter.about}"
        yield Piece(m.say("thanks-for.topic", x=topic), "thanks-for", ("topic",))
    else:
        yield Piece(m.say("thanks-for.help"), "thanks-for")


def done_by_reader(about: str) -> bool:
    """Whether a topic names what the reader did for the mentee: "letting me run the pass"."""
    return _FOR_ME.match(about) is not None


def _talk(event: str, subject: str, dated: bool) -> str:
    """An occasion with its day and what was talked about, each beside what it belongs to."""
    if subject and dated and _COMPANY.match(event):
        return f"{event}, and for talking to me about {subject}"
    return f"{event} about {subject}" if subject else event


def thanks_met(m: Material) -> Iterator[Piece]:
    """At the end of a relationship: thanks for what the reader did, if it is told."""
    if _did(m):
        yield from thanks_for(m)


def thanks_rest(m: Material) -> Iterator[Piece]:
    """The same in general, where nothing in particular is told."""
    about = m.matter.about
    if _did(m):
        return
    plain = not about or is_indirect(about) or ends(about) or BARE_BOND.match(about)
    if _SPENT.match(about):
        yield Piece(m.say("thanks-for.time-spent", x=about), "thanks-for", ("topic",))
    elif plain or m.matter.statement or _OVER.match(about):
        yield Piece(m.say("thanks-for.time"), "thanks-for")
    else:
        yield Piece(m.say("thanks-for.topic", x=about), "thanks-for", ("topic",))


def _did(m: Material) -> bool:
    """Whether the last occasion is something the reader did: "putting me on the project"."""
    latest = m.past.latest
    return latest is not None and not re.match(r"(?:the|our) ", latest.occasion)


def thanks_advice(m: Material) -> Iterator[Piece]:
    """Thanks for the advice, where there was any."""
    if not m.coaching:
        advised = m.past.holds("advice")
        if advised or m.asked or not _did(m):
            yield Piece(m.say("thanks.advice") if advised else m.say("thanks"), "thanks")


def told(m: Material) -> Iterator[Piece]:
    """Advice, what was done with it and what came of it, entry by entry."""
    entries = shown(m)
    thanked = m.past.latest if m.brief.purpose is Purpose.CLOSING and _did(m) else None
    for index, entry in enumerate(entries):
        dated = newly_dated(entries, index) and entry is not thanked
        yield from story(entry, dated=dated, also=also(entries, index))


def told_after(m: Material) -> Iterator[Piece]:
    """The same after a sentence that says when it was."""
    told_when = m.connection.text if m.connection else ""
    entries = shown(m)
    for index, entry in enumerate(entries):
        dated = entry is not m.past.latest and not (entry.when and entry.when in told_when)
        dated = dated and newly_dated(entries, index)
        yield from story(entry, dated=dated, also=also(entries, index))


def shown(m: Material) -> tuple[Told, ...]:
    """The latest stories, without those that make no sense alone: "use it"."""
    clear = [entry for entry in m.past.stories if not _BACK.match(entry.advice.clause)]
    return tuple((clear or list(m.past.stories))[-m.extent.entries :])


def also(entries: tuple[Told, ...], index: int) -> bool:
    """Whether an entry's advice is the second that is told."""
    return any(entry.advice.given for entry in entries[:index])


def newly_dated(entries: tuple[Told, ...], index: int) -> bool:
    """Whether the day of an entry is not that of the one before."""
    return index == 0 or entries[index].when != entries[index - 1].when


def ends(about: str) -> bool:
    """Whether a topic is itself the end of something."""
    return bool(_ENDING.match(about) or _END.match(about))


def story(entry: Told, *, dated: bool, also: bool = False) -> Iterator[Piece]:
    """One entry: the advice, what was done with it, what came of it."""
    advice = entry.advice.as_sentence(entry.when if dated else "", also=also)
    if advice:
        sources = (
            ("history.date", "history.advice") if dated and entry.when else ("history.advice",)
        )
        yield Piece(advice, "advice", sources)
    if entry.action:
        yield Piece(entry.action, "action", ("history.action",))
    if entry.result:
        yield Piece(entry.result, "result", ("history.result",))


def update(m: Material) -> Iterator[Piece]:
    """What the update is about."""
    if m.matter.statement:
        yield Piece(m.matter.statement, "topic", ("topic",))
    elif m.matter.about:
        about = (
            f"the question of {m.matter.about}" if is_indirect(m.matter.about) else m.matter.about
        )
        yield Piece(m.say("update", x=about), "topic", ("topic",))


def ending_after(m: Material) -> Iterator[Piece]:
    """The same after what was kept has been told."""
    about = m.matter.about
    if m.past.stories and _END.match(about) and not _OVER.match(about):
        noun = about if re.match(r"(?:the|our|my)\b", about, re.I) else f"the {about}"
        yield Piece(m.say("ending.kept", x=noun), "topic", ("topic",))
    else:
        yield from ending(m)


def ending(m: Material) -> Iterator[Piece]:
    """What comes to an end."""
    about = m.matter.about
    if m.matter.statement or _OVER.match(about):
        text = m.matter.statement or m.voice.sentence(about)
        yield Piece(text, "topic", ("topic",))
    elif _OWN_END.match(about):
        yield Piece(f"{m.say('ending.doing')} {about}.", "topic", ("topic",))
    elif _ENDING.match(about):
        verb, _, rest = about.partition(" ")
        base = m.voice.lexicon.gerund.get(verb.lower(), verb.lower().removesuffix("ing"))
        yield Piece(m.say("ending.wish", x=f"{base} {rest}"), "topic", ("topic",))
    elif _END.match(about):
        noun = about if re.match(r"(?:the|our|my)\b", about, re.I) else f"the {about}"
        key = "ending.with" if m.past.stories else "ending.with-thanks"
        yield Piece(m.say(key, x=noun), "topic", ("topic",))
    else:
        peers = m.brief.relationship in (Relationship.PEER, Relationship.SPONSOR)
        yield Piece(
            m.say("ending.open.talks" if peers else "ending.open"), "topic", ("relationship",)
        )


PAST_MOVES: dict[str, Move] = {
    "thanks-for": thanks_for,
    "thanks-advice": thanks_advice,
    "thanks-met": thanks_met,
    "thanks-rest": thanks_rest,
    "told": told,
    "told-after": told_after,
    "update": update,
    "ending": ending,
    "ending-after": ending_after,
}

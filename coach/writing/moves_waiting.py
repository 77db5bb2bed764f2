"""The moves of a follow-up: that one wrote, what is new, and the request before all else."""

import re
from collections.abc import Iterator

from coach.domain.brief import HistoryEntry
from coach.domain.vocabulary import Purpose
from coach.writing.material import Material
from coach.writing.moves import Move, is_indirect, lower_after_colon
from coach.writing.moves_asking import request, small_question
from coach.writing.moves_no import reason_of
from coach.writing.past import entry_when
from coach.writing.piece import Piece
from coach.writing.request import MEETINGS, ask_kind, ask_piece
from coach.writing.text import capitalise, is_blank, word_count
from coach.writing.told import action_of
from coach.writing.voice import Voice, overlap

_SINCE = re.compile(
    r"^(?:since then|since|meanwhile|in the meantime|news|new|update|in between|now)\b\s*[,:–-]?\s+(?=i\b|i['’]|\w+(?:ed|t|d)\b)",
    re.I,
)
_GOT = re.compile(r"^(?:i )?(?:got|passed|won|finished|started|became)\b", re.I)
_BACKSHIFT = (
    (re.compile(r"\byou(?: are|['’]re)\b"), "you were"),
    (re.compile(r"\byou(?: have|['’]ve) (?=no\b|too\b)"), "you had "),
    (re.compile(r"\byou (?:cannot|can['’]t)\b"), "you could not"),
    (re.compile(r"\byou (?:will not|won['’]t)\b"), "you would not"),
    (re.compile(r"\bit cannot\b"), "it could not"),
    (re.compile(r"\b(there|it|list) is\b"), r"\1 was"),
)
TOLD = 0.5
"""Share of the topic's words from which a sentence has told it."""
QUESTION_FIRST = 2
"""The variant that asks before it tells."""


def leads_with_request(m: Material) -> bool:
    """Whether a follow-up without a question opens with the talk it asks for."""
    talk = ask_kind(m.brief) in MEETINGS and (m.brief.ask.minutes is not None or not m.coaching)
    first = m.variant % 3 == QUESTION_FIRST and m.brief.purpose is Purpose.FOLLOW_UP
    return first and talk and not m.asked and bool(m.matter.about)


def ask_first(m: Material) -> Iterator[Piece]:
    """The question; without one, the talk and what it is about."""
    if leads_with_request(m):
        yield ask_piece(m.brief, m.wording, about=m.matter.about, variant=m.variant)
    elif not _leans(m):
        yield from small_question(m)


def _leans(m: Material) -> bool:
    """Whether the question needs the topic told before it: "how long did it take?"."""
    asked = m.asked[0].text if m.asked else ""
    return re.search(r"\b(?:it|that|this|there)\b", asked, re.I) is not None


def request_rest(m: Material) -> Iterator[Piece]:
    """What of the request has not been said yet."""
    if _leans(m):
        yield from small_question(m)
    pieces = list(request(m))
    yield from pieces[1:] if leads_with_request(m) else pieces


def wrote(m: Material) -> Iterator[Piece]:
    """That there was a message, when, and what about; or what it asked for."""
    if asked_for := _asked_for(m):
        yield asked_for
        return
    if leads_with_request(m):
        whens = [when for entry in m.sent[-1:] if (when := _when(m, entry))]
        said = (
            m.say("wrote.when", when=whens[0], When=capitalise(whens[0]), about=" about this")
            if whens
            else m.say("wrote.unknown", about=" about this")
        )
        yield Piece(said, "reminder", ("history.date",) if whens else ())
        return
    whens = [when for entry in m.sent if (when := _when(m, entry))]
    about = f" about {m.matter.about}" if m.matter.about else ""
    sources = (("history.date",) if whens else ()) + (("topic",) if about else ())
    if len(whens) > 1:
        text = f"I wrote to you {whens[0]} and again {whens[-1]}{about}."
    elif whens and len(m.sent) > 1:
        text = f"I have written to you twice, the last time {whens[-1]}{about}."
    elif whens:
        text = m.say("wrote.when", when=whens[-1], When=capitalise(whens[-1]), about=about)
    elif m.sent:
        text = f"I wrote to you{about or ' before'}."
    else:
        text = m.say("wrote.unknown", about=about)
    if m.matter.statement and not about:
        text, sources = f"{text} {m.matter.statement}", (*sources, "topic")
    yield Piece(text, "reminder", sources or (("history.what",) if m.sent else ()))


def linked(m: Material) -> Iterator[Piece]:
    """How they know of the reader, and what the reader answered: who writes must be plain again."""
    if m.connection:
        yield m.connection
    entry = m.brief.history[-1] if m.brief.history and not m.sent else None
    reason = reason_of(m, entry) if entry else ""
    if entry and reason:
        told = f"{_when(m, entry)} you told me that {_then(reason)}".strip()
        yield Piece(m.voice.sentence(told), "reminder", ("history.what",))


def _then(reason: str) -> str:
    """What was so when it was said: "you are busy until May" -> "you were busy until May"."""
    for pattern, past in _BACKSHIFT:
        reason = pattern.sub(past, reason)
    return reason


def _asked_for(m: Material) -> Piece | None:
    """The one message so far by what it asked for: "Two weeks ago I asked you for a short call …"."""
    entry = m.sent[0] if len(m.sent) == 1 else None
    when = _when(m, entry) if entry else ""
    said = action_of(entry.what, m.voice).rstrip(".") if entry and when else ""
    said = said.replace("I was asked", "I asked")  # it is the mentee who wrote
    sent = re.match(
        r"I sent you (?!(?:an?|the|my|one) (?:\w+ )?(?:e-?mail|message|note|line)\b)", said
    )
    asked = re.match(r"I (?:asked|invited) (?:(?:if|whether) )?you\b", said)
    if not (sent or asked) or when in said or word_count(said) > 16:
        return None
    talk = re.search(r"\b(?:call|talk|chat|meeting|coffee|minutes|conversation)$", said)
    topic = m.matter.about if overlap(m.matter.about, said) < TOLD else ""
    about = f" about {topic}" if topic else ""
    about = about.replace(" about", ", to talk about", 1) if "I asked if" in said else about
    if about and not talk:
        question = f"the question of {topic}" if is_indirect(topic) else topic
        about = f". It was about {question}"
    fields = ("history.date", "history.what", *(("topic",) if about else ()))
    return Piece(f"{capitalise(when)} {said}{about}.", "reminder", fields)


def _when(m: Material, entry: HistoryEntry) -> str:
    return entry_when(entry, m.today, m.voice)


def news(m: Material) -> Iterator[Piece]:
    """Something new since the last message, told after it."""
    yield from _news(m, joined=True)


def news_first(m: Material) -> Iterator[Piece]:
    """The same at the head of a message."""
    yield from _news(m, joined=False)


def _news(m: Material, *, joined: bool) -> Iterator[Piece]:
    since = next((i for i, e in enumerate(m.brief.history) if m.sent and e is m.sent[-1]), -1)
    found = [(e.number, f"{e.action} {e.result}".strip()) for e in m.past.stories]
    found += [(number, told) for number, told in _happened(m) if told]
    new = sorted(entry for entry in found if entry[1])
    later = [entry for entry in new if entry[0] > since]
    if not new:
        return
    number, text = (later or new)[-1]
    if not joined:
        text = lower_after_colon(m.say("news.first", x=text), m.voice)
    if (
        joined
        and number > since >= 0
        and re.match(r"I (?!am\b|have (?:been|now|an?|my|no|two|three)\b|can\b|now\b)", text)
    ):
        text = _since_then(text, m.voice)
    field = "history.what" if not m.past.entries[number].has_story else "history.action"
    yield Piece(text, "news", (field,))


def _since_then(text: str, voice: Voice) -> str:
    """As in "I passed the test" -> "Since then I have passed the test"."""
    verb, _, rest = text[2:].partition(" ")
    base = voice.lexicon.past.get(verb.lower(), "")
    participles = [form for form, of in voice.lexicon.participle.items() if of == base]
    if base and participles:
        return f"Since then I have {participles[0]} {rest}".strip()
    return f"Since then I {text[2:]}"


def _happened(m: Material) -> Iterator[tuple[int, str]]:
    """What the mentee noted as an event of their own: "finished the SQL course"."""
    for told, entry in zip(m.past.entries, m.brief.history, strict=True):
        what = _SINCE.sub("", entry.what)
        silent = (
            entry in m.sent
            or told.has_story
            or (told.occasion and what == entry.what and not _GOT.match(what))
        )
        if (
            silent
            or is_blank(what)
            or not re.match(r"(?:i |i'?ve |i'?m )?\w+(?:ed|t|n|w|de|d)\b", what, re.I)
        ):
            continue
        text = action_of(what, m.voice)
        if text.startswith("I "):
            yield told.number, text


WAITING_MOVES: dict[str, Move] = {
    "wrote": wrote,
    "linked": linked,
    "news": news,
    "news-first": news_first,
    "ask-first": ask_first,
    "request-rest": request_rest,
}

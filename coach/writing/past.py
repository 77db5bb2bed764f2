"""What happened before the message: each entry of the history, ready to be put into sentences."""

import datetime
import re
from dataclasses import dataclass

from coach.domain.brief import HistoryEntry, OutreachBrief
from coach.writing.advice import Advice, advice_of
from coach.writing.coordination import deeds_in_gerunds
from coach.writing.fragment import Form, Fragment
from coach.writing.text import condense, is_blank, tidy, uncapitalise
from coach.writing.their_reply import without_reply
from coach.writing.told import action_of, names_somebody, result_of
from coach.writing.voice import Voice
from coach.writing.when import spelled, when_phrase

_MINUTES = re.compile(r"\b(\d+|thirty|twenty|fifteen|ten|forty)[ -]?min(?:ute)?s?\b\.?", re.I)
_TALKED = frozenset("talked spoke chatted".split())
_BARE_SPAN = re.compile(
    r"^(?=(?:about |nearly |over |almost )?(?:\d+|an?|half an?|two|three|ten|fifteen|twenty|thirty|forty) (?:min(?:ute)?s?|hours?|hrs?)\b)",
    re.I,
)
"""Where "for" was left out: "talked 20 minutes on the phone"."""
_SPEAKING = {"talked": "talking", "spoke": "speaking", "chatted": "chatting"}
_HELD = frozenset("had did shared got".split())
_ORDINAL = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth last final latest weekly monthly regular".split()
)
_OWNED = frozenset("our your my the this that these those".split())
_GIVEN_ME = frozenset("me my".split())
_KIND = frozenset(
    "reviewed read showed introduced sent looked walked checked went answered explained listened let "
    "lent put stayed waited came drove helped shared told gave wrote edited corrected proofread asked called met answered".split()
)
_RECIPIENT_TAIL = re.compile(r"\s+(?:with|to|from|by) you\b(?! and\b)", re.I)
_TALK_ABOUT = re.compile(
    r"(?P<event>(?:the|our) (?:[\w-]+ ){0,3}?(?:coffee|tea|lunch|dinner|breakfast|brunch|drinks?|walk|visit|chat|call|talk|"
    r"meeting|conversation|session|discussion)|(?:talking|speaking|chatting) with me) about (?P<subject>.+?)"
    r"(?: (?P<day>yesterday|(?:last|on|this) (?:\w+day|week|month|morning|afternoon)))?$",
    re.I,
)
_YEAR_AT_END = re.compile(
    r"(?<=[a-z])(?<! in)(?<! of)(?<! until)(?<! since)(?<! from)(?<! to) ((?:19|20)\d\d)$"
)
_AND_TALKED = re.compile(r"\s+and (?:we )?(?:talked|spoke|chatted) about\s+", re.I)
_MY_ROLE = re.compile(r"my (?:\w+ ){0,2}?(?P<head>\w+)(?= (?:at|in|on|for|during|until|from)\b|$)")
_WITHIN = re.compile(
    r"\b(?:(?:a|one|two|three|four|five|six|\d+) (?:weeks?|months?) ago|last (?:week|month|year))\b",
    re.I,
)
_WRITTEN = re.compile(
    r"^\W*(?:i |we )?(?:first |second |last |my )*(?:sent|wrote(?! .*\b(?:reference|for me|letter))|e-?mail(?:ed)?|messag\w+|follow\w*|note|dm|pinged|remind\w*|asked)\b",
    re.I,
)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_NUMBERED = re.compile(
    r"^(?P<what>[a-z ]*(?:session|meeting|call)) (?:no\.? ?|#)?(?P<number>[1-9])\b", re.I
)
_LEFT_OVER = re.compile(
    r"(?:\s+(?:and|but|so|or|then|after|afterwards|later|also|even|because|when|while))+$", re.I
)
_AGREED = re.compile(r"^(?:we|i|you) (?:have )?(?:agreed|planned|arranged)\b", re.I)
_ADVISED = re.compile(
    r"^(?:(?:she|he|they|you) )?(?:told|advised|encouraged|urged|pushed) me (?:not )?to\b", re.I
)
_NO_OCCASION = re.compile(
    r"\b(?:(?:no|without) (?:an? )?(?:reply|answer)|unanswered|declined|turned (?:me|it) down|said no|too busy|cannot|can't)\b",
    re.I,
)


NAMED_HEADS = frozenset(
    "centre center college school ground programme program scheme course workshop group circle class day event meeting session call round".split()
)
"""What follows an "-ing" word that is part of a name: "mentoring programme"."""


@dataclass(frozen=True)
class Told:
    """One entry of the history in words. Empty where the mentee said nothing."""

    when: str
    occasion: str
    advice: Advice
    action: str
    result: str
    number: int

    @property
    def has_story(self) -> bool:
        """Whether something was advised, done or came of it."""
        return self.advice.given or bool(self.action or self.result)


@dataclass(frozen=True)
class Past:
    """The entries in order, oldest first."""

    entries: tuple[Told, ...]

    @property
    def stories(self) -> tuple[Told, ...]:
        """The entries with advice, action or result."""
        return tuple(entry for entry in self.entries if entry.has_story)

    @property
    def latest(self) -> Told | None:
        """The last occasion one could thank for."""
        met = [entry for entry in self.entries if entry.occasion]
        return met[-1] if met else None

    def holds(self, *parts: str) -> bool:
        """Whether any entry has all of "advice", "action", "result" named."""
        return any(all(self._part(entry, part) for part in parts) for entry in self.entries)

    @staticmethod
    def _part(entry: Told, part: str) -> bool:
        if part == "advice":
            return entry.advice.given
        return bool(entry.action if part == "action" else entry.result)


def past_of(brief: OutreachBrief, voice: Voice, today: datetime.date, *, limit: int = 34) -> Past:
    """Read the whole history of a brief."""
    found = enumerate(brief.history)
    return Past(
        tuple(_told(entry, index, voice, today, limit, tidy(brief.topic)) for index, entry in found)
    )


def _told(
    entry: HistoryEntry, number: int, voice: Voice, today: datetime.date, limit: int, topic: str
) -> Told:
    what, advice = entry.what, entry.advice
    if is_blank(advice) and _ADVISED.match(what):
        what, advice = "", what
    context = f"{topic}. {tidy(entry.advice)}"
    told_of = context if names_somebody(context) else ""
    return Told(
        when=entry_when(entry, today, voice),
        occasion=occasion_of(what, voice),
        advice=advice_of(advice, voice, limit=limit),
        action=action_of(entry.action, voice, before=context, limit=limit),
        result=result_of(entry.result, voice, action=f"{told_of} {entry.action}", limit=limit),
        number=number,
    )


def entry_when(entry: HistoryEntry, today: datetime.date, voice: Voice) -> str:
    """When an entry was: by its date, or as told in its text ("wrote 2 weeks ago")."""
    given = when_phrase(entry.date, today, voice.names)
    within = _WITHIN.search(entry.what) if is_blank(entry.date) else None
    return given or (spelled(within.group().lower()) if within else "")


def occasion_of(text: str, voice: Voice) -> str:
    """What one can thank for: "our first call"; "reviewing my portfolio"; "" when it is neither."""
    text = without_reply(text)
    if is_blank(text) or _NO_OCCASION.search(text) or _WRITTEN.match(text):
        return ""
    if re.fullmatch(r"(?:a |on )?(?:zoom|teams|skype)", tidy(text), re.I):
        return f"the {tidy(text).split()[-1].capitalize()} call"
    head = re.split(r",\s+(?=(?:she|he|they|you|who|it|i|we)\b)", text, maxsplit=1, flags=re.I)[0]
    head = _YEAR_AT_END.sub(r" in \1", _LEFT_OVER.sub("", head))
    fragment = voice.fragment(condense(_NUMBERED.sub(_ordinal, head), 18))
    if fragment.form is Form.BLANK or _AGREED.match(fragment.text):
        return ""
    plain = _MINUTES.sub(lambda m: f"{m[1]}-minute", fragment.text.rstrip("?"))
    plain = re.sub(r"-minute(?=$|[,.;]| (?:on|at|about|with|in)\b)", " minutes", plain)
    words = Fragment(plain, Form.NOUN).words
    if fragment.form is Form.GERUND:
        return _as_noun(plain, words) if NAMED_HEADS & set(words[1:3]) else plain
    if (role := _MY_ROLE.match(plain)) and voice.lexicon.is_role(role["head"].lower()):
        return f"being {plain}"
    if fragment.form in (Form.NOUN, Form.ADJECTIVE) or words[0] in _ORDINAL:
        return _as_noun(plain, words)
    subject = words[0] if words[0] in {"we", "i", "you"} else ""
    verb_at = 1 if subject else 0
    verb = words[verb_at] if len(words) > verb_at else ""
    rest = plain.split(" ", verb_at + 1)[-1] if len(plain.split()) > verb_at + 1 else ""
    for_me = re.match(r"(?:up )?for me\b|on my behalf\b", rest) is not None
    if for_me and subject not in {"i", "we"}:
        return (
            f"{_SPEAKING.get(verb, '')} {rest}".strip()
            if verb in _SPEAKING
            else _done_for_me("you", verb, rest, words, voice)
        )
    if verb in _TALKED and subject != "you":
        told = _RECIPIENT_TAIL.sub("", f" {rest}").strip()
        return f"talking with me {_BARE_SPAN.sub('for ', told, count=1)}".strip()
    if verb == "met" and subject != "you":
        rest = re.sub(r"^you\b\s*", "", rest)
        return f"meeting me {_RECIPIENT_TAIL.sub('', f' {rest}').strip()}".strip()
    if verb in _HELD and subject != "you" and rest:
        rest = _AND_TALKED.sub(" about ", rest)
        return _as_noun(rest, Fragment(rest, Form.NOUN).words)
    return _done_for_me(subject, verb, rest, words, voice)


def parted(occasion: str) -> tuple[str, str, str]:
    """A talk, what it was about, and a day at the end; else the whole, "" and ""."""
    match = _TALK_ABOUT.match(occasion)
    return (match["event"], match["subject"], match["day"] or "") if match else (occasion, "", "")


def tells_of_company(text: str) -> bool:
    """Whether an entry tells of the two together: no message sent, no refusal, no plan."""
    return not (_NO_OCCASION.search(text) or _WRITTEN.match(text) or _AGREED.match(text))


def dated_in(occasion: str, when: str) -> bool:
    """Whether an occasion tells its day itself."""
    return bool(set(when.lower().split()[1:]) & set(occasion.lower().split())) or bool(
        re.search(r"\b(?:last|yesterday|on \w+day|in [A-Z])", occasion)
    )


def _ordinal(match: re.Match[str]) -> str:
    """As in "mentoring session 3" -> "third mentoring session"."""
    return f"{_NTH[int(match['number']) - 1]} {match['what'].lower()}"


def _done_for_me(subject: str, verb: str, rest: str, words: list[str], voice: Voice) -> str:
    """As in "you reviewed my portfolio" -> "reviewing my portfolio"."""
    kind = voice.lexicon.has("counterpart_verbs", verb) or verb in _KIND
    for_me = subject == "you" or (not subject and kind and bool(_GIVEN_ME & set(words[1:9])))
    if not for_me or verb not in voice.lexicon.past:
        return ""
    told = f"{voice.lexicon.gerund_of(voice.lexicon.past[verb])} {rest}".strip()
    return deeds_in_gerunds(told, voice.lexicon)


def _as_noun(text: str, words: list[str]) -> str:
    """A noun phrase as it follows "thank you for": "the call about pensions", "our first meeting"."""
    text = re.sub(r"\s+(?:with|to|for) me$", "", _RECIPIENT_TAIL.sub("", text), flags=re.I)
    text = re.sub(r"^(?:an?|another) ", "", text, flags=re.I)
    first = text.split()[0].lower() if text.split() else ""
    if not first:
        return ""
    if first in _OWNED or first.endswith(("'s", "’s")):
        return uncapitalise(text)
    if first in _ORDINAL:
        return f"our {uncapitalise(text)}"
    return f"the {uncapitalise(text)}"

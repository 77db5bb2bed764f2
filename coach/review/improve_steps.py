"""The single changes that may mend a failed check, each as the whole text it would lead to.

A step is proposed, not decided: ``improve`` keeps it only if nothing newly fails.
"""

import re
from collections.abc import Iterator

from coach.domain.vocabulary import Channel, Purpose, Tone
from coach.review.improve_clauses import drop_clause
from coach.review.improve_drops import drop, drop_job_asks, drop_private
from coach.review.improve_slips import mend_slips
from coach.review.improve_step import Step as Step
from coach.review.improve_step import Steps, edit, opens_sentence
from coach.review.outreach_people import misspelt, name_pieces
from coach.review.reading import Reading
from coach.review.requests import find_requests, questions
from coach.review.stems import plain
from coach.review.text import Span, words

DEFAULT_MINUTES = 20
MAX_SUBJECT = 70
SHORT = 8
"""Words of a sentence that only adds to the one before it."""
_SIGNED = re.compile(
    r"(?i:(?:many |with |kind |best |warm |all )*(?:thanks?|thank you|cheers|best|regards|wishes|yours|love|x+)\b[,!. ]*)+"
    r"(?:[A-Z][\w'-]+[ ]?){0,2}[.!]?"
)
_GREETED = re.compile(r"(?P<hello>dear|hi|hello|hey|good \w+)\b", re.IGNORECASE)
_STIFF_GREETING = re.compile(
    r"(?:respected|esteemed|greetings|salutations|to whom|sir|madam)\b", re.IGNORECASE
)
_LOOSE_GREETING = re.compile(r"(?:(?:hey+|yo|hiya|heya|sup)\b[ ]*)+", re.IGNORECASE)
_MARKS = re.compile(r"[,!. ]*")


def _reword(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Put the plain phrase in place of the stock one, from the phrase file."""
    text = reading.letter.text
    for entry in reading.phrases.replacements:
        if entry.check != check:
            continue
        for found in entry.find.finditer(text, reading.letter.salutation.end):
            put = found.expand(entry.put).replace("{minutes}", str(_minutes(reading)))
            if check == "tone-fits" and opens_sentence(text[: found.start()]):
                put = put[:1].upper() + put[1:]
            yield edit(reading, subject, found.start(), found.end(), put, entry.why)
            if "minutes" in entry.put:
                put = f"{put} in the next few weeks"
                yield edit(reading, subject, found.start(), found.end(), put, entry.why)


def _minutes(reading: Reading) -> int:
    asked = reading.brief.ask.minutes if reading.brief is not None else None
    return asked if asked is not None and asked <= 30 else DEFAULT_MINUTES


def _both(*parts: Steps) -> Steps:
    def steps(reading: Reading, subject: str, check: str) -> Iterator[Step]:
        for part in parts:
            yield from part(reading, subject, check)

    return steps


def _name(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Set the reader's name right, or put it into the greeting."""
    if not reading.reader_names:
        return
    full = reading.reader_names[0]
    pieces = name_pieces(reading, full)
    wrong = misspelt(reading)
    salutation = reading.letter.salutation
    if wrong is not None:
        right = min(pieces, key=lambda piece: _distance(piece, wrong.text))
        why = f"The name is spelt {right}; people notice their own name first."
        yield edit(reading, subject, wrong.start, wrong.end, right, why)
        return
    why = "A message with the reader's name is meant for somebody."
    greeted = _GREETED.match(salutation.text)
    if greeted is not None:
        hello = reading.letter.raw[salutation.start : salutation.start + greeted.end()]
        yield _greet(reading, subject, f"{hello} {_address(reading, full, hello)},", why)
        return
    if _STIFF_GREETING.match(salutation.text):
        yield _greet(reading, subject, f"Dear {_address(reading, full, 'Dear')},", why)
        return
    short = reading.channel in (Channel.CHAT, Channel.LINKEDIN_NOTE)
    hello = "Hi" if short else "Dear"
    start = f"{hello} {_address(reading, full, hello)},"
    gap = " " if short else "\n\n"
    body = reading.letter.raw[reading.letter.body_start :].lstrip()
    yield Step(subject, f"{start}{gap}{body}", "", start, why)


def _greet(reading: Reading, subject: str, address: str, why: str) -> Step:
    """Put ``address`` in place of the whole greeting, with one space or line break after it."""
    salutation, raw = reading.letter.salutation, reading.letter.raw
    end = salutation.end
    broken = salutation.text.endswith("\n")
    if not broken:
        marks = _MARKS.match(raw, end)
        end = marks.end() if marks is not None else end
        broken = raw[end : end + 1] == "\n"
    gap = "\n" if salutation.text.endswith("\n") else "" if broken or end == len(raw) else " "
    return edit(reading, subject, salutation.start, end, address + gap, why)


def _loosened(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Greet with "Dear" or "Hi" instead of "yo" when the tone asks for it."""
    salutation = reading.letter.salutation
    loose = _LOOSE_GREETING.match(salutation.text)
    tone = reading.brief.tone if reading.brief is not None else Tone.WARM
    why = "The greeting sets the tone of all that follows."
    if tone is not Tone.FORMAL and _STIFF_GREETING.match(salutation.text) and reading.reader_names:
        address = _address(reading, reading.reader_names[0], "Dear")
        yield _greet(reading, subject, f"Dear {address},", why)
    if loose is None or (tone is not Tone.FORMAL and loose.group().lower().strip() == "hey"):
        return
    hello = "Dear " if tone is Tone.FORMAL else "Hi "
    rest = salutation.text[loose.end() :].rstrip("!,. \n")
    rest = rest.title() if rest.islower() else rest
    if rest:
        yield _greet(reading, subject, f"{hello}{rest},", why)


def _address(reading: Reading, full: str, hello: str) -> str:
    """The first name after "Hi", title and surname after "Dear" when there is a title."""
    pieces = name_pieces(reading, full)
    titles = reading.phrases.word_set("title")
    title = next((w for w in full.split() if plain(w) in titles), "")
    formal = hello.lower() == "dear" or reading.channel is Channel.EMAIL
    if title and formal:
        return f"{title} {pieces[-1]}"
    return full if hello.lower() == "dear" else pieces[0]


def _distance(one: str, other: str) -> int:
    """Return how many letters two words differ by (edit distance)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one.casefold(), start=1):
        last, row[0] = row[0], i
        for j, right in enumerate(other.casefold(), start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[-1]


def _subject_line(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Take the topic of the brief as the subject."""
    topic = reading.brief.topic.strip() if reading.brief is not None else ""
    if not topic:
        return
    line = topic.splitlines()[0].strip().rstrip(".")
    line = line if len(line) <= MAX_SUBJECT else line[:MAX_SUBJECT].rsplit(" ", 1)[0]
    line = line[:1].upper() + line[1:]
    why = "The subject names your topic, so your reader knows why to open it."
    yield Step(line, reading.letter.raw, subject, line, why)


def _insert(reading: Reading, subject: str, at: int, sentence: str, why: str) -> Step:
    """Add a sentence after ``at``, closing the one before it if it was left open."""
    raw = reading.letter.raw
    head, tail = raw[:at].rstrip(" "), raw[at:].lstrip(" ")
    if head and head[-1].isalnum():
        head += "."
    gap = " " if head and not head.endswith("\n") else ""
    after = "" if not tail or tail.startswith("\n") else " "
    return Step(subject, f"{head}{gap}{sentence}{after}{tail}", "", sentence, why)


def _way_out(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Add a sentence that makes a no easy, right after the request."""
    requests = find_requests(reading)
    if not requests and not reading.sentences:
        return
    last = requests[-1].sentence if requests else _last_said(reading)
    following = [s for s in reading.sentences if s.start >= last.end]
    if following and (_tells_times(reading, following[0]) or _tells_size(reading, following[0])):
        last = following[0]
    why = "When a no is easy, people answer; and a yes is a real one."
    tone = reading.brief.tone if reading.brief is not None else Tone.WARM
    if reading.channel in (Channel.CHAT, Channel.LINKEDIN_NOTE):
        choices: tuple[str, ...] = ("No worries if not.",)
    elif tone is Tone.FORMAL:
        choices = ("If this is not possible, I fully understand.", "A no is fine.")
    else:
        choices = ("If this is not a good time, no problem at all.", "A no is fine.")
    for sentence in choices:
        yield _insert(reading, subject, last.end, sentence, why)


def _tells_times(reading: Reading, sentence: Span) -> bool:
    return reading.has("times", sentence) and reading.has("availability", sentence)


def _tells_size(reading: Reading, sentence: Span) -> bool:
    """A few words on how little is asked belong to the question before them ("One line is plenty.")."""
    return len(sentence.text.split()) <= SHORT and reading.has("size", sentence)


def _last_said(reading: Reading) -> Span:
    """The last question, else the last sentence before a sign-off on the same line ("Thanks, Lena")."""
    asked = questions(reading)
    if asked:
        return asked[-1]
    said = [s for s in reading.sentences if not _SIGNED.fullmatch(s.text)]
    return said[-1] if said else reading.sentences[-1]


def _thanks(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Add a thank you before the sign-off; what to thank for only the writer knows at an end."""
    if reading.purpose in (Purpose.THANK_YOU, Purpose.CLOSING, Purpose.REPLY_TO_NO):
        return
    why = "A thank you costs nothing and is missed when it is not there."
    short = reading.channel in (Channel.CHAT, Channel.LINKEDIN_NOTE)
    sentence = "Thank you!" if short else "Thank you for reading this."
    raw, at = reading.letter.raw, _before_name(reading)
    head, tail = raw[:at].rstrip(), raw[at:].lstrip("\n")
    if "\n\n" in head and not short:
        joined = f"{head}\n\n{sentence}" + (f"\n\n{tail}" if tail else "")
        yield Step(subject, joined, "", sentence, why)
        return
    breaks = raw[len(head) : len(raw) - len(tail)].count("\n") if tail else 0
    if head and head[-1].isalnum():
        head += "."
    space = " " if head else ""
    gap = "\n" * min(max(breaks, 1), 2) if tail else ""
    yield Step(subject, f"{head}{space}{sentence}{gap}{tail}", "", sentence, why)


def _before_name(reading: Reading) -> int:
    """Where the sign-off begins; a lone name at the end of a one-line message is one."""
    end = reading.letter.closing_start
    last = reading.sentences[-1] if len(reading.sentences) > 1 else None
    lone = last is not None and len(last.text.split()) <= 2 and not last.text.endswith(("?", "!"))
    return last.start if last is not None and lone and last.text[:1].isupper() else end


def _times(reading: Reading, subject: str, check: str) -> Iterator[Step]:
    """Add the times of the brief after the request."""
    when = reading.brief.ask.when.strip().rstrip(".") if reading.brief is not None else ""
    requests = find_requests(reading)
    if not when or not requests or len(words(when)) > 20:
        return
    sentence = f"I could do {when[:1].lower() if when.split()[0].lower() in _SMALL else when[:1]}{when[1:]}."
    why = "With times to choose from, a yes takes no extra message."
    yield _insert(reading, subject, requests[-1].sentence.end, sentence, why)


_SMALL = frozenset({"any", "the", "early", "late", "mornings", "evenings", "afternoons", "after", "next",
                    "this", "week", "weekdays", "weekends", "in", "on", "between", "from"})  # fmt: skip
_STOCK = "A stock phrase says nothing about you."
_ONE_LESS = "One apology less; asking is fine."
_PUSHES = "It pushes your reader; without it, a yes is easier."
_PRAISE = "Praise that fits anybody counts for little."
STEPS: dict[str, Steps] = {
    "names-recipient": _name,
    "no-cliche": _both(
        drop("whole-cliche", "A stock opening delays what you have to say.", whole=True),
        _reword,
        drop_clause("cliche", _STOCK),
        drop("cliche", _STOCK, whole=False),
    ),
    "no-over-apology": _both(
        drop("whole-apology", _ONE_LESS, whole=True),
        _reword,
        drop_clause("belittling", "You need not make yourself small; asking is fine."),
        drop_clause("apology", _ONE_LESS),
    ),
    "no-private-note": drop_private,
    "no-job-ask": _both(_reword, drop_job_asks),
    "no-pressure": _both(
        drop_clause("pressure", _PUSHES),
        drop_clause("pressure-feeling", _PUSHES),
        drop_clause("sour-end", "A sour word is the last one your reader keeps."),
        drop("pressure", _PUSHES, whole=False),
        drop("pressure-deadline", "A deadline is yours, not your reader's.", whole=False),
    ),
    "no-flattery": _both(
        drop_clause("flattery", _PRAISE), _reword, drop("flattery", _PRAISE, whole=False)
    ),
    "plain-language": _both(_reword, mend_slips),
    "tone-fits": _both(_loosened, _reword),
    "ask-low-commitment": _reword,
    "ask-time-boxed": _reword,
    "offers-times": _times,
    "easy-out": _way_out,
    "thanks": _thanks,
    "has-subject": _subject_line,
    "subject-specific": _subject_line,
}
"""Check id -> the changes that may mend it, in the order in which they are tried."""

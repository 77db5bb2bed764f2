"""Checks that belong to one purpose: following up, updating, asking a sponsor or a go-between."""

import datetime
import re
from collections.abc import Sequence

from coach.domain.brief import HistoryEntry
from coach.domain.dates import days_before, read_date
from coach.review.outreach_people import name_pieces
from coach.review.praises import LINKED, PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.tense import past_forms
from coach.review.text import Span, words

MAX_FOLLOW_UPS = 2
WAIT_DAYS = 7
_BLURB_WORDS = 12
ADVICE = "the advice you were given"
ACTION = "what you did with it (or an honest “not yet”)"
RESULT = "what came of it"
_ASKED = {
    ADVICE: "Which advice of theirs did you use?",
    ACTION: "What did you do with it, or what has kept you from it so far?",
    RESULT: "What was different afterwards?",
}
_NAME_LINE = re.compile(r"(?m)^[ ]*([A-Z][\w'-]+(?:[ ][A-Z][\w'-]+)?)[ ]*$")
"""A sign-off before the lines to pass on, which come last."""
_CLAUSE = re.compile(r"[,;:–—]|\b(?:and|but|so|which|because|while)\b", re.IGNORECASE)
_ON_ADVICE = re.compile(
    r"^\W*(?:\w+ )?(?:on|following|after|thanks to|with|heeding|taking|using|because of|at|as|like) (?:your|you)(?: (?!i\b|we\b)[\w-]+){1,5}?,? (?=(?:i|we|my|our)\b)",
    re.IGNORECASE,
)
"""Opens what was done on advice: "On your advice I rang the foundry"."""
_CONTACT = re.compile(
    r"\bwe (?:\w+ )?(?:spoke|talked|met)\b|\bi (?:wanted|hoped|promised|thought of you|wrote to you)\b|\bthank"
    r"|\b(?:conversation|talk|call|chat|meeting|advice|words)\b[^,;]*\b(?:was|were|is|stayed|stuck|meant)\b"
    r"|\b(?:was|were|is|such)\b[^,;]*\b(?:conversation|talk|call|chat|meeting|advice)\b"
    r"|\bthink(?:ing)? (?:about|of|back)\b|\bforg[eo]t\w*|\bremember"
    r"|\b(?:pass\w*|hand\w*) (?:it|this|that|them) on\b|\bshar\w+ (?:it|this|that|them)\b|\bgoing\b|\bi (?:will|'ll|hope|would)\b",
    re.IGNORECASE,
)
_COUNTED_DAYS = re.compile(
    r"\b(?:ago|back|earlier|before|yesterday|today|morning|night|now)\b", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:i|we|i've|my|done)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:i|my|me|i'm|i've|i'd|we|we've)\b", re.IGNORECASE)


def follow_up_capped(reading: Reading) -> Verdict:
    """This is at most the second follow-up, and at least seven days after the last message."""
    sent = _unanswered(reading)
    said = reading.find("follow-up-late")
    if len(sent) > MAX_FOLLOW_UPS or _third_follow_up(sent) or (said and not sent):
        return fails(
            "Two follow-ups without an answer are an answer; a third one costs goodwill.",
            "Do not send this. Who else could tell you? Come back when you have news to share.",
            said[0] if said else None,
        )
    waited = _days_waited(reading, sent)
    soon = reading.find("follow-up-soon")
    counted = [at for at in soon if _COUNTED_DAYS.search(at.text)]
    if waited is not None and 0 <= waited < WAIT_DAYS:
        return fails(
            f"Your last message is {waited} days old; people need a week to get to it.",
            f"Wait until {WAIT_DAYS} days have passed. What will you have that is new by then?",
            soon[0] if soon else None,
        )
    told = counted or (soon if waited is None else [])
    if told:
        return fails(
            "Your last message is only days old; a second one so soon feels like a push.",
            f"Wait until {WAIT_DAYS} days have passed. What will you have that is new by then?",
            told[0],
        )
    return passes("You follow up rarely enough, and not too soon.")


def _unanswered(reading: Reading) -> list[HistoryEntry]:
    """Return the messages sent since the last answer."""
    if reading.brief is None:
        return []
    sent: list[HistoryEntry] = []
    for entry in reading.brief.history:
        text = entry.what
        silent = reading.phrases.pattern("no-reply").search(text) is not None
        if reading.phrases.pattern("incoming").search(text) and not silent:
            sent.clear()
        elif silent or reading.phrases.pattern("outgoing").search(text):
            sent.append(entry)
    return sent


def _third_follow_up(sent: list[HistoryEntry]) -> bool:
    follow_ups = [
        e for e in sent if re.search(r"\b(?:follow|remind|nudge|chas)", e.what, re.IGNORECASE)
    ]
    return len(follow_ups) >= MAX_FOLLOW_UPS


def _days_waited(reading: Reading, sent: list[HistoryEntry]) -> int | None:
    """Return the days since the last message: from the brief, else from a date in the text."""
    ages = [days_before(entry.date, reading.today) for entry in sent]
    known = [age for age in ages if age is not None]
    if known:
        return min(known)
    for sentence in reading.sentences:
        if re.search(
            r"\b(?:wrote|e-?mailed|messaged|sent|message|note|e-?mail)\b", sentence.text, re.I
        ):
            date = read_date(sentence.text, reading.today)
            if date is not None and date <= reading.today:
                return (reading.today - date) // datetime.timedelta(days=1)
    return None


def advice_linked_to_action(reading: Reading) -> Verdict:
    """An update says what was advised, what was done (or not yet), and what came of it."""
    history = reading.brief.history if reading.brief is not None else []
    known = reading.concepts(t for h in history for t in (h.action, h.result))
    advised = reading.has("advice-given") or covered(reading, [h.advice for h in history], known)
    not_yet = reading.has("not-yet")
    tried = not_yet or reading.has("advice-done")
    answered = any(_answers_advice(reading, number) for number in range(1, len(reading.sentences)))
    done = tried or answered or _did_something(reading)
    done = done or covered(reading, [h.action for h in history])
    came = not_yet or answered or _result(reading)
    came = came or covered(reading, [h.result for h in history])
    missing = [
        name for name, there in ((ADVICE, advised), (ACTION, done), (RESULT, came)) if not there
    ]
    if not missing:
        return passes(PRAISES[LINKED])
    return leaves_out(missing)


_TAKES_UP = re.compile(
    r"\W*(?:and |but |so |well,? |now )?(?:they|he|she|it|that|both|all|none|most|nobody|everyone|(?:one|two|three|four|half|some|several) of them"
    r"|the (?:\w+ )?(?:one|first|second|third|fourth|fifth|sixth|tenth|last|next|latter)(?: of (?:them|these|those|the \w+))?)"
    r"(?: (?:just|even|then|all|both|promptly|eventually))* (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
"""What others did at once about a thing just named: "They took the order on the spot."."""
_STATE = frozenset({"was", "were", "is", "are", "had", "has", "have", "seemed", "looked", "did"})


def _answers_advice(reading: Reading, number: int) -> bool:
    """Whether a sentence tells what others did on the advice right before it, so that it was taken."""
    sentence, before = reading.sentences[number], reading.sentences[number - 1]
    told = _TAKES_UP.match(sentence.text)
    if told is None or sentence.asks or not reading.has("advice-given", before):
        return False
    verb = told["verb"].lower()
    same = verb in reading.phrases.exact("same-past")
    return verb not in _STATE and (same or bool(past_forms(verb, reading.phrases)))


def opens_on_advice(reading: Reading) -> bool:
    """Tell whether a sentence opens with whose advice was taken ("On your advice I rang …")."""
    return any(
        reading.has("advice-given", s) and _ON_ADVICE.match(s.text) for s in reading.sentences
    )


def leaves_out(missing: Sequence[str]) -> Verdict:
    """Return the verdict on an update that lacks the parts named."""
    return fails(
        f"Advisers want to know whether their advice helped; this leaves out {missing[0]}.",
        f"Add {', and '.join(missing)}. {_ASKED[missing[0]]}",
    )


def _events(reading: Reading) -> list[str]:
    """Return the clauses, other than the advice, that tell of something that happened."""
    found: list[str] = []
    for sentence in reading.sentences:
        for clause in _CLAUSE.split(sentence.text):
            clause = _ON_ADVICE.sub("", clause)
            span = Span(0, len(clause), clause)
            if reading.has("advice-given", span) or _CONTACT.search(clause):
                continue
            done = reading.has("action-done", span) or _opens_past(reading, clause)
            if done or past_forms(clause, reading.phrases) or reading.has("result-came", span):
                found.append(clause)
    return found


def _did_something(reading: Reading) -> bool:
    """The sender's own doing, also without "I": "Cut it. Sent it on Friday."."""
    return any(_OWN.search(clause) or _opens_past(reading, clause) for clause in _events(reading))


def _opens_past(reading: Reading, clause: str) -> bool:
    first = next(iter(words(clause)), "")
    same = reading.phrases.exact("same-past")
    return first.lower() in same or bool(past_forms(first, reading.phrases))


def _result(reading: Reading) -> bool:
    """What came of it: what others did, what the sender got, or a plain sign of an outcome."""
    return any(_is_outcome(reading, clause) for clause in _events(reading))


def _is_outcome(reading: Reading, clause: str) -> bool:
    span = Span(0, len(clause), clause)
    if reading.phrases.pattern("action-result").match(clause.strip()):
        return True
    if reading.has("impact", span) and reading.has("impact-number", span):
        return True
    done = (
        reading.has("action-done", span)
        or _opens_past(reading, clause)
        or _own_deed(reading, clause)
    )
    if not done and (reading.has("result-came", span) or reading.has("impact", span)):
        return True
    return (
        bool(past_forms(clause, reading.phrases)) and not done and not _FIRST_PERSON.search(clause)
    )


_OWN_DEED = re.compile(
    r"\b(?:i|we)(?:'ve|'d| have| had)? (?:(?:\w+ly|also|then|now|since|just|even|both) )*(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)


def _own_deed(reading: Reading, clause: str) -> bool:
    """Tell whether a clause says what the sender did, and not what the sender got from it."""
    own = _OWN_DEED.search(clause)
    if own is None or reading.phrases.pattern("action-result").search(clause):
        return False
    return own["verb"].lower() not in reading.phrases.exact("came-to-me") and bool(
        past_forms(own["verb"], reading.phrases)
    )


def covered(reading: Reading, texts: list[str], besides: frozenset[str] = frozenset()) -> bool:
    """Tell whether the message holds at least half of a text, less what is told for another reason."""
    body = reading.concepts([reading.body.text])
    for text in texts:
        wanted = reading.concepts(reading.content(text)) - besides
        if wanted and len(wanted & body) * 2 >= len(wanted):
            return True
    return False


def forwardable_blurb(reading: Reading) -> Verdict:
    """An introduction request carries a short paragraph that can be passed on as it stands."""
    offered = reading.has("blurb-offer")
    for quote in re.finditer(r'"([^"]{40,1200})"|(?:^|\n)>[ ]?([^\n]{40,1200})', reading.body.text):
        if len(quote.group().split()) >= _BLURB_WORDS:
            return _has_blurb()
    paragraphs = list(reading.letter.paragraphs())
    for number, paragraph in enumerate(paragraphs):
        if (
            number
            and len(paragraph.text.split()) >= _BLURB_WORDS
            and _stands_alone(reading, paragraph, paragraphs[number - 1], offered)
        ):
            return _has_blurb()
    return has_no_blurb()


def has_no_blurb() -> Verdict:
    """Return the verdict on an introduction request without lines that can be passed on."""
    return fails(
        "Your go-between would have to write about you first, and so may never pass this on.",
        "Who are you, why this person, and what is your one question? Put it in two or three sentences"
        " that can be forwarded as they are.",
    )


def _has_blurb() -> Verdict:
    return passes(PRAISES["forwardable-blurb"])


def _stands_alone(reading: Reading, paragraph: Span, before: Span, offered: bool) -> bool:
    """A paragraph can be passed on if it is announced as such, or tells of the sender by name."""
    sender = reading.brief.sender.name if reading.brief is not None else ""
    signed = [w for w in words(reading.letter.closing.text)[-2:] if w[0].isupper()]
    signed += [w for line in _NAME_LINE.findall(reading.body.text) for w in words(line)]
    names = [*name_pieces(reading, sender), *signed]
    by_name = any(re.search(rf"\b{re.escape(n)}\b", paragraph.text) for n in names if len(n) > 1)
    to_reader = re.search(r"\b(?:could|would|can|will) you\b", paragraph.text, re.IGNORECASE)
    if by_name and offered and not to_reader and not reading.has("easy-out", paragraph):
        return True
    announced = before.text.rstrip().endswith(":") or (
        offered and reading.has("blurb-offer", before)
    )
    return announced and to_reader is None and bool(_FIRST_PERSON.search(paragraph.text) or by_name)


def offers_back(reading: Reading) -> Verdict:
    """Something is offered in return where something easily could be."""
    if reading.has("offer-back"):
        return passes("You offer something in return.")
    return fails(
        "You could offer something back here; it makes the exchange feel even.",
        "Offer what is easy for you: news of how it went, a hand with something, a contact.",
    )

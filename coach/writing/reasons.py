"""Says why this person and nobody else, from whatever form the mentee typed it in."""

import re

from coach.domain.brief import Brief
from coach.writing.article import SUPERLATIVE, best_of, role_phrase
from coach.writing.connection import clauses_in
from coach.writing.coordination import with_and
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import AUXILIARY, DETERMINERS
from coach.writing.in_common import Frame
from coach.writing.inversion import indirect
from coach.writing.onward import Bystander
from coach.writing.piece import Piece
from coach.writing.voice import Voice, overlap
from coach.writing.wording import Wording

OWNED = frozenset(
    "experience expertise work career background journey story path knowledge skills insight approach "
    "research training practice leadership forecasting teaching writing advice work's perspective "
    "transition move change view views thinking project projects talk paper article book blog post".split()
)
_VERBAL = (Form.PAST, Form.PRESENT, Form.PERFECT)
MOVED = frozenset(
    "impressed inspired moved struck encouraged touched taught told helped fascinated".split()
)
_HEARD_LAST = re.compile(
    r"(?:(?<=^)|(?<=[.!?] ))(?P<told>[^.!?;]+?),?\s{1,3}i (?P<how>heard|read|saw) (?P<whom>him|her|them|you) "
    r"(?P<say>say|mention|write)(?P<where> (?:at|in|on) [^.!?,;]{2,40})?(?=\s*(?:[.!?]|$))",
    re.I,
)
_SUBJECTS = {"him": "he", "her": "she", "them": "they", "you": "you"}
_SECOND_CLAUSE = re.compile(r"\b(?:and|but|so) (?:she|he|they|his|her|their)\b", re.I)
"""A clause with its own subject, which cannot follow "who": "… and her board let her"."""
_ONLY_ONE = re.compile(
    r"^(?:the )?only (?P<who>(?:man|woman|person|one|guy|bloke|lad|girl|teacher|manager|nurse)(?: [\w'’-]+){0,4}?) "
    r"(?:who |that )?(?P<rest>(?:still|ever|always|never|really|actually) .+)$",
    re.I,
)
"""Who is alone in doing something: "only man round here still makes them"."""
_SHE_OR_HE = {"man": "he", "guy": "he", "bloke": "he", "lad": "he", "woman": "she", "girl": "she"}
_OF_THE_THING = re.compile(
    r", (?:\w+ by|(?:made|built|meant|designed|written|known|based|used) (?:for|from|in|of|with|on|as))\b",
    re.I,
)
"""What tells of the thing just named, and is no second deed."""
_SAME_AS_ME = re.compile(
    r"^(?P<what>(?:the )?(?:same|similar|a similar) (?:[\w-]+ ){0,2}?(?:background|degree|qualification|training|job|role|career|"
    r"disability|condition|diagnosis|accent|experience|history|start|problem|interests?|values|faith|upbringing|skills?|visa|"
    r"route|path|story)"
    r"(?: (?:as|to) (?:me|mine|my own|us|ours))?)$",
    re.I,
)
"""What the two have in common: "same background as me"."""
_SAME_AGE = re.compile(r"^same (?:age|height|nationality|religion) as\b", re.I)
_LEAD = re.compile(
    r"^(?:(?:just |mainly |mostly )?(?:because of|because|for|due to|as|since|that)|"
    r"(?:not (?:really )?sure|i (?:do not|don't) know|no idea|hard to say|honestly|basically|well|just)\s*[,;:.–-]+|"
    r"(?:the )?reason is(?: that)?|i (?:chose|picked|want(?:ed)?) you (?:because|for))\s+",
    re.I,
)


def why_piece(
    brief: Brief,
    voice: Voice,
    wording: Wording,
    *,
    said: str = "",
    limit: int = 34,
    name: str = "",
) -> Piece | None:
    """The sentence that says why them; nothing when not given or already ``said``.

    ``name`` is the recipient's, for a message to somebody else.
    """
    fragment = _reason(brief, voice, limit)
    if fragment.form in (Form.BLANK, Form.QUESTION, Form.POLAR):
        return None
    if said and overlap(fragment.text, said) > 0.75:
        return None
    text = _sentence(fragment, brief, voice, wording, name)
    return Piece(text, "why-them", ("why_them",))


def because(brief: Brief, voice: Voice, *, limit: int = 16) -> str:
    """A short "because …" complement for tight channels, or "" when none can be made."""
    fragment = _reason(brief, voice, limit)
    if fragment.form is Form.BLANK:
        return ""
    clause = _unspliced(_clause(fragment, voice))
    text = f"the {fragment.text}" if SUPERLATIVE.match(fragment.text) else fragment.text
    return f"because {clause}" if clause else f"because of {text}"


def _reason(brief: Brief, voice: Voice, limit: int) -> Fragment:
    found = voice.fragments(_first_part(brief.why_them, voice), limit=limit)
    if not found:
        return Fragment("", Form.BLANK)
    about = [f for f in found if _about(f)]
    chosen = about[0] if about else found[0]
    stripped = _LEAD.sub("", chosen.text)
    if stripped != chosen.text and stripped:
        chosen = voice.prepare(stripped)
    if chosen.form is Form.QUESTION and (turned := indirect(chosen.text, voice.lexicon)):
        if " you " not in f" {turned} ":
            return Fragment("", Form.BLANK)
        return voice.forms.of(turned)
    return chosen


def _first_part(text: str, voice: Voice) -> str:
    """A reason as sentences: a semicolon or a dash between spaces ends one; how it was heard comes first."""
    parted = re.sub(r"\s*;\s+|\s+[-–—]\s+", ". ", text)
    return _HEARD_LAST.sub(lambda found: _heard_first(found, voice), parted)


def _heard_first(found: re.Match[str], voice: Voice) -> str:
    """As in "ran a ward i heard him say" -> "i heard him say that he ran a ward"."""
    form = voice.prepare(found["told"]).form
    if form not in (*_VERBAL, Form.CLAUSE, Form.SECOND):
        return found.group()
    subject = f"{_SUBJECTS[found['whom'].lower()]} " if form in _VERBAL else ""
    how = f"i {found['how']} {found['whom']} {found['say']}{found['where'] or ''}"
    return f"{how} that {subject}{found['told']}"


def _about(fragment: Fragment) -> bool:
    you = {"you", "your", "you're", "you've"} & set(fragment.words)
    return bool(you) or fragment.form in (Form.PAST, Form.PRESENT, Form.PERFECT)


def _sentence(fragment: Fragment, brief: Brief, voice: Voice, wording: Wording, name: str) -> str:
    def frame(key: str, slot: str) -> str:
        return voice.sentence(wording.choose(f"why.{key}", brief, x=slot, name=name))

    if fragment.form is Form.FIRST:
        return voice.sentence(_unspliced(fragment.text))
    if isinstance(voice.address, Bystander) and fragment.form in _VERBAL:
        mine = voice.lexicon.has("mentee_verbs", fragment.words[0])
        if not mine and _SECOND_CLAUSE.search(fragment.text):
            return frame("clause", voice.address.as_subject(fragment.text))
        if not mine and fragment.words[0] not in {"have", "am"}:
            return frame("who", with_and(fragment.text, voice.lexicon))
    if clause := _unspliced(_clause(fragment, voice)):
        return _clause_sentence(fragment, clause, voice, frame)
    if fragment.form is Form.INDIRECT:
        return frame("how", fragment.text.rstrip("?"))
    if fragment.form is Form.GERUND:
        return frame("experience", fragment.text)
    if fragment.form in (Form.INFINITIVE, Form.BASE):
        return frame("wish", re.sub(r"^to\s+", "", fragment.text))
    text = _possessed(fragment, voice)
    text = f"the {text}" if SUPERLATIVE.match(text) else text
    known = (
        Fragment(text, Form.NOUN).words[0] in DETERMINERS
        or fragment.first in voice.lexicon.words["works"]
    )
    return frame("noun", text) if known else frame("plain", text)


def _unspliced(clause: str) -> str:
    """Two clauses run together get their "and": "I saw you at the fair, you said …"."""
    parts = clauses_in(clause)
    return ", and ".join(parts) if len(parts) == 2 else clause


def _possessed(fragment: Fragment, voice: Voice) -> str:
    """As in "experience in devices" -> "your experience in devices"; names and lists of names stay."""
    span = [w for w in fragment.words[:3] if w not in {"of", "in", "with", "for"}]
    bare_noun = fragment.words[0] not in DETERMINERS and any(word in OWNED for word in span)
    owned = bare_noun and fragment.form is Form.NOUN
    return voice.address.owning(fragment.text) if owned else fragment.text


def _clause_sentence(fragment: Fragment, clause: str, voice: Voice, frame: Frame) -> str:
    if clause.startswith("I "):
        return voice.sentence(clause)
    joined = clause if _OF_THE_THING.search(clause) else with_and(clause, voice.lexicon)
    return frame("clause", joined)


def _clause(fragment: Fragment, voice: Voice) -> str:
    """The reason as a finite clause, or "" when it is not one and cannot be made one."""
    text, form, words = fragment.text, fragment.form, fragment.words
    lexicon = voice.lexicon
    if form in (Form.NOUN, Form.CLAUSE) and (only := _ONLY_ONE.match(text)):
        return _alone(only, voice)
    if form in (Form.SECOND, Form.CLAUSE):
        return voice.address.owning(text) if lexicon.has("works", words[0]) else text
    mine = lexicon.has("mentee_verbs", words[0])
    if form is Form.PAST:
        return (
            f"I {text}" if mine and {"you", "your"} & set(words) else voice.address.as_subject(text)
        )
    if form is Form.BASE:
        return f"I {text}" if mine or {"you", "your"} & set(words) else ""
    if form in (Form.PRESENT, Form.PERFECT):
        return f"I {text}" if words[0] in {"have", "am"} else voice.address.as_subject(text)
    if form is Form.PASSIVE:
        return f"I was {text}" if words[0] in MOVED else voice.address.being(text)
    if form is Form.ADJECTIVE:
        if words[0] in {
            "impressed",
            "inspired",
            "curious",
            "interested",
            "amazed",
            "keen",
            "trying",
        }:
            return f"I am {text}"
        return voice.address.being(text)
    if form is Form.GERUND and words[0] == "having":
        return voice.address.as_subject(f"has {text.partition(' ')[2]}")
    if form is Form.NOUN:
        return _noun_clause(fragment, voice)
    return ""


def _alone(only: re.Match[str], voice: Voice) -> str:
    """As in "only man who still mends them" -> "you are the only man who …", or "he is …" of a third person."""
    what = f"the only {only['who']} who {only['rest']}"
    told = _SHE_OR_HE.get(only["who"].split()[0].lower())
    if told and isinstance(voice.address, Bystander):
        return f"{told} is {what}"
    return voice.address.being(what)


def _one_of(what: str) -> str:
    """As in "same background as me" -> "the same background as me"."""
    low = what.lower()
    return (
        f"the {what}" if low.startswith("same") else f"a {what}" if low.startswith("sim") else what
    )


def _noun_clause(fragment: Fragment, voice: Voice) -> str:
    """As in "a director who began as a nurse" -> "you are a director who …"; other nouns give ""."""
    words = fragment.words
    stop = next(
        (
            i
            for i, w in enumerate(words)
            if w in {"of", "at", "in", "for", "who", "that", "with", "and", "to", "like"}
        ),
        len(words),
    )
    head = words[stop - 1] if stop else ""
    if words[0] in {"your", "my", "our"} or words[0] in AUXILIARY:
        return ""
    if same := _SAME_AS_ME.match(fragment.text):
        return voice.address.as_subject(f"has {_one_of(same['what'])}")
    if _SAME_AGE.match(fragment.text):
        return voice.address.being(f"the {fragment.text}")
    if fragment.text.startswith(("best known ", "best placed ")):
        return voice.address.being(fragment.text)
    if words[0] not in DETERMINERS - {"most"} and best_of(fragment.text, voice.lexicon):
        return voice.address.being(f"the {fragment.text}")
    superlative = (
        words[0] == "the"
        and words[1:2]
        and words[1] in {"best", "most", "only", "first", "leading", "right"}
    )
    if superlative or words[:2] == ["one", "of"]:
        return voice.address.being(fragment.text)
    if voice.lexicon.is_role(head) or words[:2] == ["the", "first"] or words[0] == "first":
        phrase = fragment.text if words[0] != "first" else f"the {fragment.text}"
        return voice.address.being(role_phrase(phrase, voice.lexicon))
    return ""

"""Puts what happened into sentences: what was advised, what was done with it, what came of it."""

import re
from dataclasses import dataclass, replace

from coach.writing.facts import VERB_OPENERS, fact_phrase
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from coach.writing.onward import Bystander
from coach.writing.text import bare, capitalise, is_blank, tidy, uncapitalise, word_count
from coach.writing.voice import SAID, Voice

NOT_YET = re.compile(
    r"^(?:i )?(?:not yet|nothing yet|none yet|no action yet|haven['’]?t(?: done (?:it|this|that))? yet|"
    r"have not(?: done (?:it|this|that))? yet|not (?:done|started|tried)(?: (?:it|this|that))?(?: yet)?|yet to (?:do|start) (?:it|this|that)?|"
    r"still to do)\s*(?P<rest>.*)$",
    re.I | re.S,
)
"""An honest "not yet", and what may follow it: the reason."""
NOTHING_CAME = re.compile(
    r"^(?:not yet|nothing yet|none yet|no results? yet|nothing(?: so far)?|unclear yet|not clear yet)\b\s*(?P<rest>.*)$",
    re.I | re.S,
)
_EARLY = re.compile(
    r"^(?:(?:it is|it's|its) )?(?P<said>too (?:early|soon) to (?:say|tell).*)$", re.I
)
_TOLD_ME = re.compile(
    r"^(?:(?:told|advised|encouraged|asked|urged|pushed|reminded|warned) me|suggested|recommended|said|advised|advice was|told)"
    r"(?: that)?(?: (?:i|we|me) (?:should|could|might|need to|have to))?(?: to)?[: ]+",
    re.I,
)
_NEGATIVE = re.compile(r"^(?:do not|don't|dont|never|not to|stop)\b\s*(?P<rest>.*)$", re.I | re.S)
_SHOULD = re.compile(r"^i (?:should|could|might|ought to|need to|must|have to)\s+", re.I)
_PERSON_WORDS = frozenset(
    "boss manager tutor colleague friend wife husband sister brother client customer team mate "
    "lead head teacher nurse doctor somebody someone people panel board committee".split()
)
_IT_VERBS = frozenset(
    "worked helped went felt saved turned led paid came landed resulted meant changed seemed looked "
    "sounded ended".split()
)
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?:'s)?")
_NO_PERSON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december english linkedin excel".split()
)
_SINGULAR = re.compile(r"\b(?:she|he|her|him|his)\b", re.I)
_CLAUSAL = re.compile(
    r"^(?:the|my|our|his|her|their)\s(?:[\w'-]+\s){1,3}?(?!based|used|called|named|made)[a-z]{2,}ed\s"
    r"(?:that|they|it|the|an?|my|me|us|to|in|on|at|from|we|i|her|him|them)\b"
)
_THIRD = re.compile(r"\b(?:she|he|they|her|him|his|them|their)\b", re.I)
_OBJECTS = frozenset(
    "a an the my your it them him her me us one all every each this that no".split()
)
_CLAUSE_SUBJECTS = SUBJECT_PRONOUNS | {
    "they",
    "they've",
    "they're",
    "everyone",
    "everybody",
    "nobody",
}
_JOINED = re.compile(r"^[\s,;:.–-]*(?:(?:but|because|as|since|so)\s+)?", re.I)


@dataclass(frozen=True)
class Advice:
    """Advice as what follows "you" ("suggested that I ask …"), or as a sentence of its own."""

    clause: str = ""
    sentence: str = ""

    @property
    def gerund(self) -> str:
        """What follows "thank you for": "suggesting that I ask …"; "" when there is none."""
        verb, _, rest = self.clause.partition(" ")
        gerund = {
            "suggested": "suggesting",
            "advised": "advising",
            "said": "saying",
            "asked": "asking",
        }.get(verb, "")
        return f"{gerund} {rest}" if gerund else ""

    def as_sentence(self, when: str = "") -> str:
        """The whole sentence, with the day when it fits."""
        if not self.clause:
            return self.sentence
        return f"{capitalise(when)} you {self.clause}." if when else f"You {self.clause}."


def advice_of(text: str, voice: Voice, *, limit: int = 30) -> Advice:
    """What the reader advised, in a form that can be joined to "you"."""
    if is_blank(text):
        return Advice()
    found = _own_voice(text, voice, SAID.sub("", tidy(text))).fragment(text, limit=limit)
    told = _TOLD_ME.sub("", SAID.sub("", found.text))
    fragment = voice.forms.of(told) if told != found.text else found
    if fragment.form is Form.BLANK:
        return Advice()
    plain = fragment.text.rstrip("?")
    words = fragment.words
    if match := _NEGATIVE.match(plain):
        verb = words[0]
        if verb == "stop":
            return Advice(clause=f"suggested that I {plain}")
        rest = match["rest"]
        return Advice(clause=f"advised me {'never' if verb == 'never' else 'not'} to {rest}")
    if fragment.form is Form.INFINITIVE:
        return Advice(clause=f"suggested that I {plain.removeprefix('to ')}")
    if match := _SHOULD.match(plain):
        return Advice(clause=f"suggested that I {plain[match.end() :]}")
    if fragment.form in (Form.QUESTION, Form.POLAR):
        return Advice(sentence=f"You asked me this: {uncapitalise(plain, voice.names)}?")
    if fragment.form is Form.INDIRECT:
        return Advice(clause=f"talked with me about {plain}")
    if fragment.form is Form.GERUND:
        return Advice(clause=f"suggested {plain}")
    if fragment.form in (Form.FIRST, Form.CLAUSE, Form.SECOND):
        said = plain.startswith("you ")
        return (
            Advice(sentence=voice.sentence(plain)) if said else Advice(clause=f"said that {plain}")
        )
    if fragment.form is Form.BASE or _imperative(words, voice):
        return Advice(clause=f"suggested that I {plain}")
    if fragment.form is Form.PAST:
        return Advice(clause=plain)
    return Advice(sentence=f"Your advice was this: {plain}.")


def _imperative(words: list[str], voice: Voice) -> bool:
    """Whether a text opens like an instruction: "always send it first", "be bolder"."""
    rest = words[1:] if words[0] in {"always", "just", "only", "first", "then"} else words
    if not rest:
        return False
    verb, following = rest[0], rest[1] if len(rest) > 1 else ""
    if voice.lexicon.has("instructions", verb):
        return True
    bare_object = following in _OBJECTS and not verb.endswith(("ing", "s"))
    listed = verb in voice.lexicon.base and not voice.lexicon.has("works", verb)
    return listed or (bare_object and verb not in DETERMINERS | PREPOSITIONS)


def action_of(text: str, voice: Voice, *, limit: int = 34) -> str:
    """What the mentee did, or an honest "not yet"; "" when nothing is said."""
    plain = tidy(text)
    if match := NOT_YET.match(plain):
        return _not_yet("I have not done it yet", match["rest"], voice)
    return _deeds(plain, voice, limit, noun="What I did: {}.")


def result_of(text: str, voice: Voice, *, action: str = "", limit: int = 34) -> str:
    """What came of it; "" when nothing is said."""
    plain = tidy(text)
    if match := _EARLY.match(plain):
        return voice.sentence(f"it is {bare(match['said'])}")
    if match := NOTHING_CAME.match(plain):
        return _not_yet("Nothing has come of it yet", match["rest"], voice)
    return _deeds(plain, voice, limit, noun="The result: {}.", before=action)


def _not_yet(said: str, rest: str, voice: Voice) -> str:
    reason = bare(_JOINED.sub("", rest))
    fragment = voice.fragment(reason)
    if fragment.form is Form.BLANK:
        return f"{said}."
    if fragment.form in (Form.FIRST, Form.CLAUSE, Form.SECOND):
        return f"{said}: {fragment.text}."
    if fragment.form is Form.PREPOSITION or fragment.text.startswith("because"):
        return f"{said}, {fragment.text}."
    deed = fact_phrase(fragment, voice)
    text = deed[1] if deed and fragment.form is not Form.NOUN else fragment.text
    return f"{said}: {text}."


def _deeds(text: str, voice: Voice, limit: int, *, noun: str, before: str = "") -> str:
    """One or two sentences of what was done, within ``limit`` words."""
    if is_blank(text):
        return ""
    voice = _own_voice(f"{before} {text}", voice, text)
    kept: list[str] = []
    for fragment in voice.fragments(text, limit=limit)[:3]:
        sentence = _deed(fragment, voice, noun)
        if kept and word_count(" ".join([*kept, sentence])) > limit:
            break
        if sentence:
            kept.append(sentence)
    return " ".join(kept)


def _deed(fragment: Fragment, voice: Voice, noun: str) -> str:
    text, form, words = fragment.text, fragment.form, fragment.words
    if form is Form.POLAR and not text.endswith("?") and words[0] in {"did", "had"}:
        return voice.sentence(f"I {text}")  # "did that in three talks"
    if form in (Form.QUESTION, Form.POLAR, Form.BLANK):
        return ""
    if _CLAUSAL.match(text) or form is Form.CLAUSE or words[0] in _CLAUSE_SUBJECTS:
        return voice.sentence(text)
    if _subject_and_verb(words, voice):
        determined = words[0] in DETERMINERS or words[0].endswith("s") or text[:1].isupper()
        return voice.sentence(text if determined else f"the {text}")
    if form is Form.NOUN and words[0] not in VERB_OPENERS:
        fact = fact_phrase(fragment, voice)
        told = fact is not None and not fact[0] and re.match(r"I (?!have |am )", fact[1])
        return voice.sentence(fact[1]) if fact and told else noun.format(text)
    if words[0] in _IT_VERBS and words[1:2] not in (["to"], ["through"], ["back"]):
        return voice.sentence(f"it {text}")
    if form in (Form.INDIRECT, Form.INFINITIVE) or (
        form is Form.ADJECTIVE and noun.startswith("The result")
    ):
        return noun.format(text)
    fact = fact_phrase(fragment, voice)
    if fact is None:
        return ""
    return voice.sentence(("I have " + fact[1].removeprefix("with ")) if fact[0] else fact[1])


def _subject_and_verb(words: list[str], voice: Voice) -> bool:
    """As in "close went from 9 days to 5": a bare noun with its verb."""
    if (
        len(words) < 2
        or words[0] in SUBJECT_PRONOUNS | VERB_OPENERS
        or words[0] in voice.lexicon.past
    ):
        return False
    moved = {"went", "fell", "rose", "dropped", "grew", "came", "is", "are", "was", "were", "has"}
    return words[1] in moved and words[0] not in {"what", "which", "there", "then", "and", "not"}


def _own_voice(context: str, voice: Voice, text: str) -> Voice:
    """The voice for ``text``: "they", and "she" beside another person, are not the reader."""
    if not _THIRD.search(text):
        return voice
    words = Fragment(context, Form.NOUN).words
    own = {part.lower() for name in voice.names for part in name.split()}
    named = {w.lower().removesuffix("'s") for w in _NAMED.findall(context)} - own - _NO_PERSON
    other = any(word in _PERSON_WORDS or voice.lexicon.is_role(word) for word in words)
    if other or named or not _SINGULAR.search(text):
        return replace(voice, address=Bystander.of(voice.address))
    return voice

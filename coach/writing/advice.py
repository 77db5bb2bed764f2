"""Puts advice the reader gave into words: "suggested that I ask …", "advised me not to wait"."""

import re
from dataclasses import dataclass

from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import AUXILIARY, DETERMINERS, PREPOSITIONS
from coach.writing.text import capitalise, is_blank, recase, tidy, uncapitalise
from coach.writing.voice import SAID, Voice, with_others

_TOLD_ME = re.compile(
    r"^(?P<verb>(?:told|advised|encouraged|asked|urged|pushed|reminded|warned) me|suggested|recommended|said|advised|advice was|told)"
    r"(?: that)?(?: (?:i|we|me) (?:should|could|might|need to|have to))?(?: to)?[: ]+",
    re.I,
)
_NEGATIVE = re.compile(r"^(?:do not|don't|dont|never|not to)\b\s*(?P<rest>.*)$", re.I | re.S)
_CONTRAST = re.compile(r",\s+(?:do not|don't|never|stop)\b", re.I)
_COLON = re.compile(
    r"^(?P<verb>\W*(?:[\w.'’-]+ ){1,3}(?:said|says|suggested|advised|recommended|told me|advised me))\s*[:,–-]\s+",
    re.I,
)
"""As in "she said: start small"."""
_PROPOSED = re.compile(
    r"^(?:you|she|he|they) (?P<verb>suggested|recommended|advised) (?P<what>\w{3,}ing\b.*)$", re.I
)
_SHOULD = re.compile(r"^i (?:should|could|might|ought to|need to|must|have to)\s+(?!have\b)", re.I)
_SHOULD_HAVE = re.compile(r"^i (?:should|could|might) have\b", re.I)
_OBJECTS = frozenset(
    "a an the my your it them him her me us one all every each this that no".split()
)
_PLURAL_VERBS = frozenset(
    "matter count come need want like follow win lose forget remember".split()
)
_CLAUSE_YOU = re.compile(
    r"\b(?P<lead>before|until|if|when|unless|because|that|what|how|while|once|where|whether|and) you(?= (?!are\b|were\b))",
    re.I,
)
_SEND_ME = re.compile(
    r"((?:^|, |\band |\bthen )(?:ring|call|e-?mail|text|send|message|show|copy|cc|let|give|forward|meet|tell|ask)) me\b",
    re.I,
)
"""In advice typed as it was said, "me" is the reader: "send me a draft"."""
_READER = "\u2064"
"""Stands for a reader's "me" while the mentee's "you" is turned."""
_TOLD_OF_THEM = re.compile(r"\b(?:she|he|her|him|his)\b|^(?:they|their)\b", re.I)
"""The reader spoken of in the third person, or somebody else; a later "they" is always somebody else."""
ADVICE_WAS = "Your advice was this: "
"""What leads up to advice that cannot be joined to "you"."""
_GERUND_OF = {"suggested": "suggesting", "advised": "advising", "said": "saying", "asked": "asking"}


@dataclass(frozen=True)
class Advice:
    """Advice as what follows "you" ("suggested that I ask …"), or as a sentence of its own."""

    clause: str = ""
    sentence: str = ""

    @property
    def given(self) -> bool:
        """Whether there is any."""
        return bool(self.clause or self.sentence)

    @property
    def gerund(self) -> str:
        """What follows "thank you for": "suggesting that I ask …"; "" when there is none."""
        verb, _, rest = self.clause.partition(" ")
        gerund = _GERUND_OF.get(verb, "")
        return f"{gerund} {rest}" if gerund else ""

    def as_sentence(self, when: str = "", *, also: bool = False) -> str:
        """The whole sentence, with the day when it fits; ``also`` for a second piece of advice."""
        if not self.clause:
            return self.sentence
        you = f"{capitalise(when)} you" if when else "You also" if also else "You"
        return f"{you} {self.clause}."


def advice_of(text: str, voice: Voice, *, limit: int = 30) -> Advice:
    """What the reader advised, in a form that can be joined to "you"."""
    if is_blank(text):
        return Advice()
    text = _COLON.sub(r"\g<verb> ", text)
    told = recase(tidy(text), voice.names)  # "u" and "youre" are "you" before it is turned
    told = _SEND_ME.sub(rf"\1 {_READER}", told)
    plain = told if _TOLD_OF_THEM.search(told) else _to_me(told, voice)
    plain = plain.replace(_READER, "you")
    own = with_others(voice, SAID.sub("", plain), plain)
    found = own.fragment(plain, limit=limit)
    if proposed := _PROPOSED.match(found.text):
        return Advice(clause=f"{proposed['verb'].lower()} {proposed['what']}")
    said = SAID.sub("", found.text)
    named = _TOLD_ME.match(said)
    if _SHOULD_HAVE.match(found.text):
        return Advice(clause=f"said that {found.text}")
    rest = said[named.end() :] if named else said
    fragment = voice.forms.of(rest) if rest != found.text else found
    if fragment.form is Form.BLANK:
        return Advice()
    if (
        named
        and named["verb"].lower() in {"suggested", "recommended"}
        and fragment.form is Form.NOUN
    ):
        return Advice(clause=f"suggested {fragment.text}")
    return _as_clause(fragment, voice) or _as_sentence(fragment, voice)


def _as_clause(fragment: Fragment, voice: Voice) -> Advice | None:
    """What follows "you", when the form allows it."""
    plain, form, words = fragment.text.rstrip("?"), fragment.form, fragment.words
    if voice.lexicon.has("instructions", words[0]) or words[0] in voice.lexicon.base:
        plain = plain[:1].lower() + plain[1:]  # "Ask Kev" is no name
    if _CONTRAST.search(plain):
        return None
    plain = _both(plain, voice)
    if match := _NEGATIVE.match(plain):
        rest = _but_to(match["rest"], voice)
        return Advice(clause=f"advised me {'never' if words[0] == 'never' else 'not'} to {rest}")
    if form is Form.INFINITIVE:
        return Advice(clause=f"suggested that I {plain.removeprefix('to ')}")
    if match := _SHOULD.match(plain):
        return Advice(clause=f"suggested that I {plain[match.end() :]}")
    if form in (Form.QUESTION, Form.POLAR):
        return None
    if provided := _provided(plain, voice):
        return Advice(clause=f"suggested that {provided}")
    if form is Form.INDIRECT:
        return Advice(clause=f"talked with me about {plain}")
    if form is Form.GERUND:
        return Advice(clause=f"suggested {plain}")
    following = words[1] if len(words) > 1 else ""
    if form is Form.CLAUSE and following in _OBJECTS | {"everything"} and _imperative(words, voice):
        return Advice(clause=f"suggested that I {plain}")
    plural = words[0].endswith("s") and words[1:2] and words[1] in _PLURAL_VERBS
    if form in (Form.FIRST, Form.CLAUSE, Form.SECOND) or plural or words[0] in {"it's", "that's"}:
        if also := _and_suggested(plain, voice):
            return Advice(clause=f"said that {also}")
        own = re.match(r"you (?!are\b|were\b|have\b)", plain)
        return Advice(clause=plain[4:] if own else f"said that {plain}")
    if form is Form.BASE or _imperative(words, voice):
        return Advice(clause=f"suggested that I {plain}")
    return Advice(clause=plain) if form is Form.PAST else None


def _provided(text: str, voice: Voice) -> str:
    """A condition and what to do then: "if they ask, wait" -> "if they ask, I wait"."""
    head, comma, rest = text.partition(", ")
    opens = head.split()[0].lower()
    if not comma or opens not in {"if", "when", "whenever", "once"} or "," in rest:
        return ""
    words = Fragment(rest, Form.BASE).words
    return f"{head}, I {rest}" if words and _imperative(words, voice) else ""


def _and_suggested(text: str, voice: Voice) -> str:
    """A remark and an instruction run together: "I'm too nice, charge more"."""
    head, comma, rest = text.partition(", ")
    words = Fragment(rest, Form.BASE).words
    if not comma or "," in rest or not words or not _imperative(words, voice):
        return ""
    return f"{head}, and suggested that I {rest}"


def _both(text: str, voice: Voice) -> str:
    """Two instructions set apart by a comma get their "and": "cut slide 4, smile more"."""
    head, comma, rest = text.partition(", ")
    verb = rest.split()[0].lower() if rest else ""
    both = comma and "," not in rest and not re.search(r"\b(?:and|then|but|or)\b", rest)
    instructs = voice.lexicon.has("instructions", verb) or verb in voice.lexicon.base
    opens = text.split()[0].lower()
    first = voice.lexicon.has("instructions", opens) or opens in voice.lexicon.base
    return f"{head} and {rest}" if both and instructs and first else text


def _but_to(text: str, voice: Voice) -> str:
    """As in "wait, offer to help" after "not to" -> "wait, but to offer to help"."""
    head, comma, rest = text.partition(", ")
    verb = rest.split()[0].lower() if rest else ""
    instructs = verb in voice.lexicon.base or voice.lexicon.has("instructions", verb)
    return f"{head}, but to {rest}" if comma and instructs else text


def _as_sentence(fragment: Fragment, voice: Voice) -> Advice:
    plain = fragment.text.rstrip("?")
    if fragment.form in (Form.QUESTION, Form.POLAR):
        return Advice(sentence=f"You asked me this: {uncapitalise(plain, voice.names)}?")
    if plain.startswith("your "):
        return Advice(clause=f"told me about {plain}")
    return Advice(sentence=f"{ADVICE_WAS}{plain}.")


def _imperative(words: list[str], voice: Voice) -> bool:
    """Whether a text opens like an instruction: "always send it first", "be bolder"."""
    rest = words[1:] if words[0] in {"always", "just", "only", "first", "then"} else words
    if not rest:
        return False
    verb, following = rest[0], rest[1] if len(rest) > 1 else ""
    if voice.lexicon.has("instructions", verb):
        return True
    bare_object = following in _OBJECTS and (verb == "ring" or not verb.endswith(("ing", "s")))
    if (verb, following) == ("ring", "you"):
        return True
    listed = verb in voice.lexicon.base and not voice.lexicon.has("works", verb)
    return listed or (bare_object and verb not in DETERMINERS | PREPOSITIONS)


def _to_me(text: str, voice: Voice) -> str:
    """In advice typed as it was said ("until you've seen it"), "you" is the mentee: say "I"."""
    if not re.search(r"\byou", text, re.I) or re.match(
        r"you (?:said|suggested|told|advised)\b", text, re.I
    ):
        return text

    def subject(match: re.Match[str]) -> str:
        following = match["next"].lower()
        be = {"are": "am", "were": "was", "'re": "'m", "’re": "'m"}.get(following)
        if be:
            return f"I{match['gap']}{be}"
        verbs = (
            voice.lexicon.base | AUXILIARY | {"don't", "can't", "'ve", "'d", "'ll", "’ve", "want"}
        )
        return f"{'I' if following in verbs or voice.lexicon.is_finite(following) else 'me'}{match['gap']}{match['next']}"

    text = re.sub(r"\byourself\b", "myself", text, flags=re.I)
    text = re.sub(r"\byour\b", "my", text, flags=re.I)
    text = _CLAUSE_YOU.sub(lambda m: f"{m['lead']} I", text)
    text = re.sub(r"\byou(?P<gap>\s*)(?P<next>['’]?\w+(?:['’]t)?)", subject, text, flags=re.I)
    return re.sub(r"\byou\b", "me", text, flags=re.I)

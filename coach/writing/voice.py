"""One mentee writing to one counterpart: prepares every fragment of their brief in the same way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.domain.brief import Brief
from coach.domain.vocabulary import Purpose
from coach.writing.agreement import agreed
from coach.writing.article import is_described
from coach.writing.bare_roles import with_role_articles
from coach.writing.forms import Forms
from coach.writing.fragment import Form, Fragment
from coach.writing.greeting import is_programme
from coach.writing.lexicon import Lexicon
from coach.writing.onward import (
    THIRD,
    Bystander,
    names_others,
    pronoun_in,
    speaks_of_mine,
    titled_pronoun,
)
from coach.writing.person import Address
from coach.writing.text import (
    WORD,
    bare,
    calm,
    capitalise,
    condense,
    is_blank,
    sentences,
    tidy,
    title_name,
    uncapitalise,
    word_count,
)

PRONOUNS_ONLY = frozenset("you your yours her him them me it and".split())
SPLICE = re.compile(
    r"(?:(?:i|she|he|they|we|it|that)['’](?:ve|m|s|re|d|ll)\b|(?:she|he|they|i|we|you|nobody|nobody else|no one|everybody|everyone)\s+(?:\w+ed|wrote|knew|told|saw|\w+s|said|was|were|had|have|am|did)\b)",
    re.I,
)
SAID = re.compile(
    r"^(?:that )?(?:(?:your|her|his|their) advice was(?: to)?|(?:you|she|he|they) (?:said|suggested|told me|advised(?: me)?|recommended|thought|asked me)"
    r"(?: that)?(?: (?:i|we) should)?|i should|try to|to)\s+",
    re.I,
)
"""What leads up to reported advice."""
FILLER = re.compile(
    r"^(?:(?:well(?! (?:known|respected|paid|done|read|written|established|versed|connected|trained|over))"
    r"|so(?! (?:far|that|much|many|as|called|few|little|good))|okay|ok|um+|uh+|erm*|hmm+|basically|honestly"
    r"|actually|to be honest|i mean(?=,)|you know(?=,))(?![\w’'-])(?:\s*[,.…–-]+\s*|\s+))+(?=\S)",
    re.I,
)
"""What people say before they begin: "well, so basically"."""
STOP_WORDS = frozenset(
    "a an the and or but of to in on at for from with by about into as is are was were be been i you "
    "my your me we our it this that how what why when who which do does did have has had would could "
    "should can will not more most very than so if her his their she he they them".split()
)


@dataclass(frozen=True)
class Voice:
    """Prepares fragments: tidies, calms capitals, addresses the reader, recognises the form."""

    lexicon: Lexicon
    forms: Forms
    address: Address
    names: tuple[str, ...]

    def fragment(self, text: str, *, limit: int = 40) -> Fragment:
        """The first useful sentence of ``text``, at most ``limit`` words, ready to be joined."""
        parts = self.fragments(text, limit=limit)
        return parts[0] if parts else Fragment("", Form.BLANK)

    def fragments(self, text: str, *, limit: int = 40) -> list[Fragment]:
        """Every sentence of ``text`` as a fragment, in order; blank ones are left out."""
        if is_blank(text):
            return []
        parts = [
            bare(piece) for part in sentences(_apart(tidy(text))) for piece in self._unspliced(part)
        ]
        kept = [self.prepare(condense(part, limit)) for part in parts if not is_blank(part)]
        return [fragment for fragment in kept if _says_something(fragment)]

    def _unspliced(self, sentence: str) -> list[str]:
        """Part two full clauses that are joined by a bare comma: "she left, she said so"."""
        head, comma, rest = sentence.partition(", ")
        if not comma or not SPLICE.match(rest) or rest.endswith("?"):
            return [sentence]
        clausal = self.forms.of(bare(head)).form in (Form.FIRST, Form.SECOND, Form.CLAUSE)
        return [head, rest] if clausal else [sentence]

    def prepare(self, text: str) -> Fragment:
        """One tidied sentence, addressed to the reader and classified."""
        calmed = calm(FILLER.sub("", text) or text, self.lexicon.words["acronyms"], self.names)
        addressed = agreed(self.address.to_you(calmed), self.lexicon)
        addressed = with_role_articles(addressed, self.lexicon)
        return self.forms.of(uncapitalise(addressed, self.names))

    def sentence(self, text: str) -> str:
        """Close a text as a sentence: capital first, one mark at the end."""
        text = capitalise(text.strip())
        return text if text.endswith(("?", "!", ".", "…")) else text + "."

    def you_first(self, text: str) -> Fragment:
        """The sentence of a long text that says most about the counterpart, as a fragment."""
        found = self.fragments(text)
        if not found:
            return Fragment("", Form.BLANK)
        return max(
            found, key=lambda f: (_about_you(f), f.form is not Form.NOUN, -word_count(f.text))
        )


def _says_something(fragment: Fragment) -> bool:
    """Whether a fragment is more than a pronoun, and does not break off at an article."""
    words = fragment.words
    return not set(words) <= PRONOUNS_ONLY and words[-1] not in {
        "the",
        "a",
        "an",
        "of",
        "my",
        "your",
    }


def _about_you(fragment: Fragment) -> bool:
    return any(word in {"you", "your", "yours", "you're", "you've"} for word in fragment.words)


def _apart(text: str) -> str:
    """Semicolons, and slashes before a new clause, end a sentence."""
    return re.sub(
        r"\s/\s(?=(?:i|we|she|he|they|you)\b)", ". ", text.replace("; ", ". "), flags=re.I
    )


def voice_for(brief: Brief, lexicon: Lexicon) -> Voice:
    """The voice of one brief: its names are kept as the mentee spells them."""
    people = (brief.sender, brief.recipient)
    full = [title_name(p.name) for p in people if not is_programme(p.name)]
    full.append(title_name(brief.via))
    names = [part for name in full for part in WORD.findall(name) if len(part) > 2]
    names = [
        name
        for name in names
        if name.lower() not in lexicon.words["titles"] | lexicon.words["roles"]
    ]
    named = [p.organisation for p in people if p.organisation and not is_described(p.organisation)]
    names += map(title_name, named)
    return Voice(
        lexicon=lexicon,
        forms=Forms(lexicon),
        address=_address(brief, lexicon),
        names=tuple(name for name in names if name),
    )


def _address(brief: Brief, lexicon: Lexicon) -> Address:
    """Whom the message speaks to: the recipient, or a go-between about the recipient."""
    if brief.purpose is not Purpose.INTRODUCTION_REQUEST:
        named = "" if is_programme(brief.recipient.name) else brief.recipient.name
        return Address(named, lexicon)
    told = (brief.why_them, brief.topic, *brief.questions, *brief.recipient.facts)
    pronoun = titled_pronoun(brief.recipient.name) or pronoun_in(brief.why_them)
    return Bystander(brief.via, lexicon, pronoun_in(*told) if pronoun == "they" else pronoun)


def with_others(voice: Voice, text: str, context: str) -> Voice:
    """The voice for ``text``: "they", and "she" beside another person, are not the reader."""
    if not THIRD.search(text) or not names_others(context, voice.names, voice.lexicon, text):
        return voice
    return replace(
        voice,
        address=Bystander.of(voice.address, owner=SAID.sub("", text) == SAID.sub("", context)),
    )


def beside_mine(voice: Voice, text: str, before: str) -> Voice:
    """The voice for ``text`` after ``before``: once "my boss" is spoken of, "he" may be the boss."""
    if not THIRD.search(text) or not speaks_of_mine(before, voice.lexicon):
        return voice
    return replace(voice, address=Bystander.of(voice.address))


def stems(text: str) -> set[str]:
    """Content words cut to six letters: a rough measure of what a text is about."""
    words = Fragment(text, Form.NOUN).words
    return {
        word.removesuffix("s")[:6] for word in words if word not in STOP_WORDS and len(word) > 2
    }


def overlap(one: str, other: str) -> float:
    """Share of the shorter text's content words that stand in the other, 0 to 1."""
    left, right = stems(one), stems(other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def most_related(texts: Sequence[str], to: str) -> list[int]:
    """Indexes of ``texts``, those that share most with ``to`` first; ties keep their order."""
    wanted = stems(to)
    return sorted(range(len(texts)), key=lambda index: -len(stems(texts[index]) & wanted))

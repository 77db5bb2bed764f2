"""Takes up what the mentee typed in a plan: as part of a sentence where grammar allows, else quoted.

A plan is read by both, so "you" is the counterpart and "I" is the mentee. What cannot be joined
safely is quoted as it was typed: quoted words are true, and never break a sentence.
"""

import re
from dataclasses import dataclass, replace

from coach.writing.coordination import with_and
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import DETERMINERS, NUMBERS
from coach.writing.how_far import how_far
from coach.writing.matter import Matter, matter_from
from coach.writing.text import (
    bare,
    calm,
    condense,
    is_blank,
    sentences,
    tidy,
    uncapitalise,
    word_count,
)
from coach.writing.voice import Voice, with_others

LONGEST = 22
"""Words of the mentee's in one line of a plan; more is paste, not a point."""
DEED_VERBS = frozenset(
    "chase clean collect dig email e-mail enter fill finalise finalize fix google hand invoice iron learn mend message "
    "order organise pack pay phone pin post print proofread rearrange rebuild redo redraft rehearse re-read request "
    "research restart revise reword rework ring scan scrub send sign sketch solve sort submit tidy total type update "
    "upload wash weigh".split()
)
"""Verbs that open a note of something to do, beyond those of the lexicon."""
_TWO_DEEDS = re.compile(r", (?=\w{3,}ed\b(?! by\b))")
_PROMISE = re.compile(
    r"^(?:i(?:'ll| will| would| said (?:i|that i) would| said i'd| promised (?:to|i would)| have to| need to| must| want to| plan to|"
    r" am going to|'m going to| agreed to| should)|will|to|need to|have to|must|promised to|agreed to|said i would)\s+",
    re.I,
)
_WISH = re.compile(
    r"^(?:my (?:main |big |long-term )?(?:goal|aim) is (?:to )?|goal: |i(?:'d| would)? (?:like|want|hope|need|aim|plan|love) to (?:be able to )?|"
    r"i want |to be able to |being able to |to )",
    re.I,
)


@dataclass(frozen=True)
class Deed:
    """Something to be done, and how far it is.

    ``verb`` follows "I said I would"; ``phrase`` is a thing; ``theirs`` is what the counterpart
    does and ``waiting`` what somebody else does, each a clause. ``status`` is a set word ("done") and
    ``remark`` what else the mentee noted on it.
    """

    verb: str = ""
    phrase: str = ""
    theirs: str = ""
    waiting: str = ""
    status: str = ""
    remark: str = ""

    @property
    def text(self) -> str:
        """Whichever form there is."""
        return self.verb or self.phrase or self.theirs or self.waiting


@dataclass(frozen=True)
class OwnWords:
    """Reads the fields of one plan with one voice."""

    voice: Voice

    def given(self, texts: list[str]) -> list[str]:
        """The texts that say something."""
        return [text for text in texts if not is_blank(text)]

    def quoted(self, text: str, limit: int = LONGEST) -> str:
        """The mentee's words in quotation marks, tidied, short, and without a mark at the end."""
        plain = condense(bare(self._first(text)), limit).replace("?", "")
        plain = re.sub(r"^that (?=\S+ \S+)", "", plain)
        if word_count(plain) > limit + 8:
            plain = " ".join(plain.split()[:limit]) + " …"
        plain = calm(plain, self.voice.lexicon.words["acronyms"], self.voice.names)
        return f"“{plain.replace('“', '‘').replace('”', '’').replace(chr(34), '’')}”"

    def _first(self, text: str) -> str:
        found = sentences(tidy(text))
        return found[0] if found else tidy(text)

    def phrase(self, text: str, limit: int = LONGEST) -> Fragment:
        """The first useful sentence, addressed to the counterpart where it speaks of them."""
        plain = tidy(text)
        return with_others(self.voice, plain, plain).fragment(plain, limit=limit)

    def line(self, text: str, limit: int = LONGEST) -> str:
        """All of a short text, or the beginning of a long one, on one line without a final stop."""
        plain = tidy(text)
        found = with_others(self.voice, plain, plain).fragments(plain, limit=limit)
        return condense("; ".join(f.text.rstrip("?") for f in found[:2]), limit) or bare(plain)

    def shortened(self, text: str, limit: int) -> str:
        """A phrase in at most about ``limit`` words; "" when it cannot be cut well."""
        short = condense(text, limit)
        return short if word_count(short) <= limit + 6 else ""

    def matter(self, text: str, limit: int = LONGEST) -> Matter:
        """A text as what follows "about", or as a statement."""
        plain = bare(self._first(_listed(text)))
        found = matter_from(condense(plain, limit), self.voice, limit)
        about = re.sub(r"^if (?=\w+ )", "whether ", found.about)
        return Matter(about, found.statement, found.asked)

    def beginning(self, text: str, limit: int = 24) -> str:
        """A long text up to its first comma, so that a list does not break off in the middle."""
        first = self._first(text)
        head, comma, _ = first.partition(", ")
        return head if comma and word_count(first) > limit and word_count(head) > 3 else first

    def deed(self, text: str) -> Deed:
        """An open action, with the promise around it and the word on how far it is taken off."""
        found = how_far(tidy(text))
        return replace(self._deed(found.what), status=found.status, remark=found.remark)

    def _deed(self, plain: str) -> Deed:
        own = _PROMISE.sub("", plain)
        fragment = self.phrase(own, 24)
        if fragment.form is Form.BLANK:
            return Deed(phrase=bare(plain))
        said = fragment.text.rstrip("?")
        promised = own != plain
        unchanged = fragment.form is Form.PAST and fragment.first in self.voice.lexicon.base
        if fragment.form is Form.BASE or unchanged or (promised and fragment.form is Form.NOUN):
            return Deed(verb=said)
        if fragment.form is Form.INFINITIVE:
            return Deed(verb=said.removeprefix("to "))
        if fragment.form is Form.SECOND or said.startswith("you to "):
            return Deed(theirs=re.sub(r"^you to ", "you would ", said))
        if fragment.form is Form.CLAUSE:
            return Deed(waiting=said)
        if self._commands(fragment):
            return Deed(verb=said)
        return Deed(phrase=said)

    def _commands(self, fragment: Fragment) -> bool:
        """Whether a text opens with a bare verb the form does not show: "email Joan", "book it"."""
        words = fragment.words
        lexicon = self.voice.lexicon
        if fragment.form is not Form.NOUN or len(words) < 2 or words[1] == "of":
            return False
        if lexicon.has("instructions", words[0]):
            return words[0] not in lexicon.words["works"] or words[1] in DETERMINERS
        bare_verb = words[0] in lexicon.base or words[0] in DEED_VERBS
        return bare_verb and not lexicon.is_role(words[1])

    def aim(self, text: str) -> str:
        """A goal as a verb phrase, "become a charge nurse"; "" when it is not one."""
        plain = _WISH.sub("", self._first(text))
        fragment = self.phrase(plain, LONGEST)
        if fragment.form in (Form.BASE, Form.INFINITIVE) or self._commands(fragment):
            return fragment.text.removeprefix("to ").rstrip("?")
        return ""

    def wish(self, text: str) -> str:
        """A short goal that opens with a plain verb, as "to become a charge nurse"; "" for any other."""
        plain = bare(tidy(text))
        verb = self.phrase(plain, LONGEST).form is Form.BASE and len(sentences(plain)) == 1
        said = self.line(plain, 16)
        return f"to {uncapitalise(said, self.voice.names)}" if verb and ";" not in said else ""

    def clause(self, text: str, limit: int = 14) -> str:
        """A note with the subject it lacks: "shadowed Tom" -> "I shadowed Tom"."""
        fragment = self.phrase(text, limit)
        said = uncapitalise(fragment.text.rstrip("?"), self.voice.names)
        following = fragment.words[1] if len(fragment.words) > 1 else ""
        counted = following.isdigit() or following in NUMBERS | DETERMINERS
        did = fragment.first in self.voice.lexicon.past and counted
        if fragment.form is Form.PAST or did:
            said = said[:1].lower() + said[1:]
            joined = _TWO_DEEDS.sub(" and ", said) if said.count(",") == 1 else said
            return f"I {with_and(joined, self.voice.lexicon)}"
        return f"I am {said}" if fragment.form in (Form.ADJECTIVE, Form.GERUND) else said


def _listed(text: str) -> str:
    """Things set apart by semicolons or slashes as a list: "moving; pay" -> "moving and pay"."""
    parts = [bare(part) for part in re.split(r"\s*;\s*|\s+/\s+", tidy(text)) if part.strip()]
    if len(parts) < 2 or any(word_count(part) > 6 for part in parts):
        return text
    if re.match(r"(?:whether|how|what|why|when|where|which|who|if)\b", parts[-1], re.I):
        return f"{parts[0]}: {parts[-1]}" if len(parts) == 2 else text
    return f"{', '.join(parts[:-1])} and {parts[-1]}"

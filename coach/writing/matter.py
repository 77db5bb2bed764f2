"""Turns the topic and the questions into what follows "about" and what can be asked as it stands."""

import re
from dataclasses import dataclass

from coach.domain.brief import Brief
from coach.domain.vocabulary import Purpose
from coach.writing.article import with_article
from coach.writing.coordination import deeds_in_gerunds, in_gerunds
from coach.writing.fragment import Form, Fragment
from coach.writing.inversion import as_question, indirect, whether_it_is
from coach.writing.text import bare, condense, is_blank, sentences, tidy, word_count
from coach.writing.voice import Voice

ASKING = re.compile(
    r"^(?:(?:please |some |any |more |your |i(?:'d| would) (?:like|love|appreciate) (?:to (?:get |have |ask |hear )?)?|"
    r"(?:i )?(?:want|need|hope|wanted|needing|am hoping)(?: to (?:get|have|ask|hear))? |i(?:'m| am) looking for |looking for |"
    r"to (?:get |ask |hear )|get |getting )*)"
    r"(?:(?:advice|help|guidance|tips?|thoughts?|views?|opinions?|perspectives?|insights?|input|questions?|support)"
    r"(?: me| you)? (?:on|about|with|around|regarding|from you (?:on|about))|"
    r"(?:talk(?:ing)?|ask(?:ing)?|learn(?:ing)?(?: more)?|know(?:ing)?(?: more)?|hear(?:ing)?(?: more)?|"
    r"chat(?:ting)?|find(?:ing)? out(?: more)?)(?: to you| you)? (?:about|around|regarding))\s+",
    re.I,
)
THANKING = re.compile(
    r"^(?:(?:just |to |say |saying |a |big |huge |many |my )*)(?:thanks|thank|thank you|thx|cheers|gratitude)"
    r"(?: (?:you|her|him|them|so much|very much|again|a lot|loads))* for (?=\w)",
    re.I,
)
"""What leads up to what one is thankful for: "thanks for letting me …"."""
_ABOUT = re.compile(
    r"^(?:about|on|regarding|re:?|topic:?|the topic of|it(?:'s| is) (?:all )?about)\s+", re.I
)
_WISH = re.compile(
    r"^i(?:'d| would| am|'m)?\s*(?:really |just |also |currently |now |still )?"
    r"(?:want|like|love|need|hope|plan|hoping|planning|trying|try|looking|wish|have|going|wanting)\s+to\s+",
    re.I,
)
_WANT = re.compile(r"^(?:want|hope|plan|wish|need|try|like) to (?=[a-z])")
_EITHER = re.compile(r"^(?P<one>\w+)\b.* or (?:to )?(?P<two>\w+)\b", re.I)
_DOING = re.compile(
    r"^(?:i am|i'm)\s+(?:currently |now |still |just )?(?P<gerund>\w+ing\b.*)$", re.I
)
_THINKING = re.compile(
    r"^(?:i am |i'm )?(?:currently |just |still )?(?:thinking (?:about|of)|considering|wondering about|weighing up)\s+",
    re.I,
)
UNSURE = re.compile(
    r"^(?:i (?:do not|don't|cannot|can't) (?:really |quite )?(?:know|decide|see|tell|work out|figure out)|"
    r"i(?:'m| am) (?:not sure|unsure|wondering|torn)|not sure|unsure|wondering|i wonder|i want to know|"
    r"i(?:'d| would)? (?:like|want|love|hope) to (?:know|ask|hear|learn|find out|understand)(?: from)?(?: you)?|"
    r"ask(?:ing)?(?: you)?|(?:want |wish )?to (?:know|understand|find out|learn))(?: about)?\s+",
    re.I,
)
_LOOKED_AT = re.compile(
    r"^you (?:will |can |are going to )?(?:look|review|read|check|go|comment|give feedback)(?:ing)? (?:(?:at|over|through|on) )?"
    r"(?P<what>my \w+(?: \w+){0,4})$"
)
_WAS = re.compile(r"\b(?:ago|yesterday|last|once|already|was|were|had|in (?:19|20)\d\d)\b", re.I)
"""What says that it is over."""
_YES_OR_NO = re.compile(r"^(?P<what>(?:[\w-]+ ){1,5}?[\w-]+),? (?:yes or no|or not)$", re.I)
_OWNED = frozenset(
    "career careers job future life work role cv portfolio promotion pay salary confidence".split()
)
"""Bare nouns that want "my" when they are all somebody typed."""
_ASKS = frozenset("is are was were".split())
"""What opens a topic that is a question without its mark: "is a PhD worth it"."""
_TOLD = frozenset({Form.PRESENT, Form.CLAUSE})
_ASKED = re.compile(r"asked (?:if|whether|for|about|you)\b", re.I)
"""What the mentee asked; "asked to lead" is what was asked of them."""
_UNFIT = re.compile(
    r"\b(?:(?:be|become|being) my (?:mentor|sponsor|coach)|mentor me|sponsor me|hire me|"
    r"(?:pass|forward|send) (?:on )?my (?:cv|resume|résumé)|get me a job|pick your brain|job at your)\b",
)
_OPENING = re.compile(
    r"\b(?:refer me|referrals?|(?:any|a|an|the) (?:job |open )?(?:openings?|vacanc(?:y|ies)|positions?|jobs?)"
    r"(?: \w+)? (?:at|in|on|with|for) (?:your|the|[A-Z]))\b",
)
"""A post that is open: what a sponsor is asked to speak for, and what nobody else is asked for."""


@dataclass(frozen=True)
class Matter:
    """What the message is about.

    ``about`` follows the word "about" ("choosing between …"); ``statement`` is a full sentence of
    the mentee's that cannot stand there; ``asked`` is a direct question. One of them is set.
    """

    about: str = ""
    statement: str = ""
    asked: str = ""

    @property
    def given(self) -> bool:
        """Whether there is a topic at all."""
        return bool(self.about or self.statement or self.asked)


def matter_of(brief: Brief, voice: Voice, *, limit: int = 24) -> Matter:
    """The topic of the brief in a form that can be joined."""
    if is_blank(brief.topic):
        return Matter()
    text = re.sub(r"\s*;\s+|\s+[-–—]\s+", ". ", tidy(brief.topic))
    parts = [bare(part) for part in sentences(_explained(text, voice))]
    usable = [
        matter_from(part, voice, limit)
        for part in parts[:6]
        if not (unfit(part, brief.purpose) or is_blank(part))
    ]
    first = next((m for m in usable if m.about), next((m for m in usable if m.given), Matter()))
    told = next((m.statement for m in usable if m.statement.startswith("I ")), "")
    if first.about and told and word_count(first.about) <= 2:
        return Matter(about=f"{first.about}: {told.rstrip('.')}")  # "interviews: I freeze …"
    if first.statement:
        return Matter(statement=_together([m.statement for m in usable if m.statement], limit + 16))
    return first


def _explained(text: str, voice: Voice) -> str:
    """A noun and a clause run together by a comma: "getting back, everything has changed"."""
    head, comma, rest = text.partition(", ")
    if not comma or not rest or voice.forms.of(head).form not in (Form.GERUND, Form.NOUN):
        return text
    opens = rest.split()[0].lower() in {
        "everything",
        "nobody",
        "someone",
        "somebody",
        "everybody",
        "it",
        "it's",
        "things",
        "they",
    }
    return f"{head}: {rest}" if opens else text


def _together(statements: list[str], limit: int) -> str:
    """As many sentences of the mentee's as fit, in order."""
    kept = statements[:1]
    for statement in statements[1:]:
        if word_count(" ".join([*kept, statement])) > limit:
            break
        kept.append(statement)
    return " ".join(kept)


def matter_from(text: str, voice: Voice, limit: int = 24) -> Matter:
    """One sentence of a topic in a form that can be joined."""
    text = voice.prepare(text).text
    text = THANKING.sub("", ASKING.sub("", _ABOUT.sub("", text)))
    text = _THINKING.sub("", text)
    fragment = voice.forms.of(condense(text, limit))
    text = fragment.text
    if fragment.form is Form.FIRST:
        return _first_person(text, voice, limit)
    if looked := _LOOKED_AT.match(text):
        return Matter(about=looked["what"])
    if match := UNSURE.match(text):
        rest = text[match.end() :].rstrip("?")
        if voice.forms.of(rest).form in (Form.INDIRECT, Form.NOUN, Form.GERUND):
            return Matter(about=rest)
    unmarked = fragment.form is Form.PRESENT and fragment.first in _ASKS
    if fragment.form is Form.POLAR or unmarked:
        whether = whether_it_is(text) if unmarked else indirect(text)
        return Matter(about=whether) if whether else Matter(asked=as_question(text))
    if fragment.form is Form.QUESTION:
        turned = indirect(text, voice.lexicon) or _subject_question(text, voice)
        return Matter(about=turned) if turned else Matter(asked=as_question(text))
    if fragment.form is Form.INFINITIVE:
        return Matter(about=_to_gerund(text.removeprefix("to "), voice))
    if fragment.form in (Form.BASE, Form.NOUN) and _either(text, voice):
        return Matter(about=f"whether to {text}")
    if fragment.form is Form.BASE or _to_be_done(fragment, voice):
        return Matter(about=_to_gerund(_WANT.sub("", text), voice))
    passive = voice.lexicon.has("passives", fragment.first) and not _ASKED.match(text)
    if fragment.form is Form.PAST and passive:
        return Matter(about=f"being {text}")
    if fragment.form in (Form.CLAUSE, Form.SECOND, Form.PAST, Form.PRESENT, Form.PERFECT):
        subject = "" if fragment.form in (Form.CLAUSE, Form.SECOND) else "I "
        return Matter(statement=voice.sentence(f"{subject}{text}"))
    noun = fragment.form is Form.NOUN
    if noun or fragment.form is Form.GERUND:
        text = in_gerunds(text, voice.lexicon)
    if fragment.form is Form.GERUND:
        text = deeds_in_gerunds(text, voice.lexicon)
    if noun and (choice := _YES_OR_NO.match(text)):
        return Matter(about=f"whether {_definite(choice['what'])} is right for me")
    plain = _noted(text.rstrip("?"), voice) if noun else text.rstrip("?")
    if plain.lower() in _OWNED:
        return Matter(about=f"my {plain}")
    return Matter(about=with_article(plain, voice.lexicon) if noun else plain)


def _noted(text: str, voice: Voice) -> str:
    """Clauses noted after a noun stand in brackets: "the post, closes Friday" -> "the post (closes Friday)"."""
    head, *rest = text.split(", ")
    at = next((n for n, part in enumerate(rest) if voice.forms.of(part).form in _TOLD), None)
    if at is None:
        return text
    return f"{', '.join([head, *rest[:at]])} ({'; '.join(rest[at:])})"


def _to_be_done(fragment: Fragment, voice: Voice) -> bool:
    """Whether a verb whose past looks the same is still to be done: "read a balance sheet", "set up a shop"."""
    same = voice.lexicon.past.get(fragment.first) == fragment.first
    return fragment.form is Form.PAST and same and not _WAS.search(fragment.text)


def _definite(text: str) -> str:
    return text if re.match(r"(?:the|an?|my|this|that)\b", text, re.I) else f"the {text}"


def _subject_question(text: str, voice: Voice) -> str:
    """A question whose question word is the subject is a clause already: "what makes a good lead"."""
    words = Fragment(text, Form.QUESTION).words
    clausal = words[0] in {"what", "who"} and words[1:2] and words[1] in voice.lexicon.third
    return text.rstrip("?") if clausal else ""


def _either(text: str, voice: Voice) -> bool:
    """Whether a text weighs two verbs: "leave or stay"."""
    match = _EITHER.match(text)
    return match is not None and {match["one"].lower(), match["two"].lower()} <= voice.lexicon.base


def _first_person(text: str, voice: Voice, limit: int) -> Matter:
    """As in "I want to move into management" -> "moving into management"."""
    if match := UNSURE.match(text):
        rest = voice.forms.of(text[match.end() :].rstrip("?"))
        if rest.form in (Form.INDIRECT, Form.NOUN, Form.GERUND):
            return Matter(about=rest.text)
        if rest.text.startswith("between "):
            return Matter(about=f"choosing {rest.text}")
    if match := _WISH.match(text):
        return Matter(about=_to_gerund(text[match.end() :], voice))
    if (match := _DOING.match(text)) and voice.forms.of(match["gerund"]).form is Form.GERUND:
        return Matter(about=in_gerunds(match["gerund"], voice.lexicon))
    return Matter(statement=voice.sentence(condense(text, limit)))


def _to_gerund(text: str, voice: Voice) -> str:
    """A verb phrase as a gerund: "move and work abroad" -> "moving and working abroad"."""
    first, _, rest = text.partition(" ")
    gerund = voice.lexicon.gerund_of(first.lower())
    rest = re.sub(
        r"^and (\w+)\b",
        lambda m: f"and {voice.lexicon.gerund_of(m[1])}" if m[1] in voice.lexicon.base else m[0],
        rest,
    )
    return in_gerunds(f"{gerund} {rest}".strip(), voice.lexicon)


def topic_words(matter: Matter, voice: Voice, limit: int) -> str:
    """The topic in at most ``limit`` words, for subjects and notes; "" when it is no phrase."""
    if not matter.about:
        return ""
    short = condense(matter.about, limit)
    return short if word_count(short) <= limit else ""


def unfit(text: str, purpose: Purpose | None = None) -> bool:
    """Whether a text asks for a job, a referral or a mentorship, which a first message should not.

    A sponsor is asked to speak for a post; there an open one is the very topic.
    """
    opening = purpose is not Purpose.SPONSOR_ASK and _OPENING.search(text) is not None
    return opening or bool(_UNFIT.search(text))

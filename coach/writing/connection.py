"""Says how the mentee knows of the counterpart, from whatever form they typed it in."""

import re

from coach.domain.brief import Brief
from coach.domain.vocabulary import Purpose
from coach.writing.agreement import passed_on
from coach.writing.article import indefinite
from coach.writing.bare_roles import with_subject_article
from coach.writing.bond import KIN, bond_of, told_of
from coach.writing.coordination import with_and
from coach.writing.fragment import Form, Fragment
from coach.writing.greeting import call_name
from coach.writing.in_common import Frame, same
from coach.writing.onward import Bystander
from coach.writing.piece import Piece
from coach.writing.text import capitalise, title_name, word_count
from coach.writing.voice import Voice
from coach.writing.wording import Wording

TOGETHER = frozenset(
    "at in on through during briefly last together when once after for both".split()
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MINE = re.compile(r",\s+(?:(?:that was|that's|it was|all|totally) )?my fault\b\.?$", re.I)
_CLAUSES = re.compile(
    r",\s+(?=(?:we|i|she|he|they|it|you) (?:\w+ )?(?:\w+ed|was|were|had|have|met|spoke|lost|left|kept|got|went|gave|told|said|saw|never|then|walk|use|read|follow|love|know)\b)",
    re.I,
)
_SUBORDINATE = re.compile(r"^(?:when|after|before|while|if|because|since|as|although|once)\b", re.I)
_SAYS = re.compile(
    r"(?<=[a-z]), (?=(?:says|said|thinks|thought|reckons|recommended|mentioned) (?:that )?(?:you|she|he|they|i)\b)",
    re.I,
)
_SPOTTED = frozenset("heard saw watched found noticed spotted followed follow".split())
_OWN_DEEDS = frozenset(
    "sat went came stood was asked stayed listened took wrote got spoke loved".split()
)
"""Past forms that, after a comma, say what the mentee did there: "her lecture, sat in row 2"."""
MOST_SENTENCES = 3
"""Sentences up to which a text is told from its beginning."""
_BONDS = frozenset(
    "friend neighbour classmate colleague cousin sibling housemate flatmate teammate".split()
)
_SHARED_PLACES = frozenset(
    "house flat office desk room studio bench kitchen car workshop lab".split()
)
ME_WORDS = frozenset("me my us our".split())
_MUTUAL = re.compile(
    r"^(?:we have |we share )?(?:a |an |our |the )?(?:mutual|common|shared) "
    r"(?P<noun>friend|contact|acquaintance|colleague|connection)s?\s*(?:[:,–-]|is|named|called|in)?\s*"
    r"(?P<name>.*)$",
    re.I,
)
_HEDGED = re.compile(
    r"^(?:(?:there is |there's )?no (?:real |direct )?(?:connection|link)(?: really)?|none really|not really|"
    r"not much|does it count|is it (?:ok|okay|enough))\s*[,;:.–-]*\s*(?:but |just |that |if )*",
    re.I,
)
_CAME_TO_US = re.compile(r"(?:came (?:in )?(?:to|into|round|by)|visited) (?:my|our)\b", re.I)
"""Who comes to what is ours is the other: "came to our training day"."""
_SENT_ON = re.compile(r"^(I was (?:introduced|referred|recommended|pointed|directed))(?! to)")
_PASSIVES = {
    "referred": "I was referred to you {rest}.",
    "directed": "I was directed to you {rest}.",
    "pointed": "I was pointed to you {rest}.",
    "recommended": "You were recommended to me {rest}.",
    "suggested": "You were suggested to me {rest}.",
    "introduced": "We were introduced {rest}.",
}


def connection_piece(
    brief: Brief, voice: Voice, wording: Wording, *, limit: int = 36
) -> Piece | None:
    """The sentence that says how they came across the counterpart; nothing when it is not given."""
    said = _MINE.sub(", which was my fault", _HEDGED.sub("", brief.connection.strip()).rstrip("? "))
    if isinstance(voice.address, Bystander):
        said = voice.address.with_reader(said, brief.via, call_name_of(brief, voice))
    said = passed_on(_SAYS.sub(" and ", said), voice.lexicon)
    said = re.sub(r", ((?:19|20)\d\d)$", r" in \1", said)
    found = voice.fragments(_unspliced(said), limit=limit)
    if isinstance(voice.address, Bystander):
        found = [one for one in found if _tellable(one, brief)]
    if not found:
        return None
    fragment = _best(found)
    if unplain(fragment, brief, voice):
        return None
    text = _sentence(fragment, brief, voice, wording)
    second = _follow_on(found, fragment, voice, limit)
    return Piece(f"{text} {second}".strip(), "connection", ("connection",))


def unplain(fragment: Fragment, brief: Brief, voice: Voice) -> bool:
    """Whether it may mean the reader or somebody else, and so cannot be told: "my old manager"."""
    bond = None if isinstance(voice.address, Bystander) else bond_of(fragment.text)
    return bond is not None and told_of(bond, brief) == ""


def _unspliced(text: str) -> str:
    """Clauses run together with commas as sentences: "we met, I moved, we lost touch"."""
    parts = clauses_in(text)
    return ". ".join(capitalise(part) for part in parts) if len(parts) > 1 else text


def clauses_in(text: str) -> list[str]:
    """The main clauses that commas alone set apart; the text alone where one depends on another."""
    parts = _CLAUSES.split(text)
    return [text] if any(_SUBORDINATE.match(part) for part in parts) else parts


def _tellable(fragment: Fragment, brief: Brief) -> bool:
    """Whether it says more to the go-between than that the person has something: "Hannah's shop"."""
    names = "|".join(re.escape(word) for word in brief.recipient.name.split())
    owned = re.match(rf"(?:{names})['’]s\b", fragment.text, re.I) is not None
    return not (owned and fragment.form is Form.NOUN and word_count(fragment.text) < 4)


def _best(found: list[Fragment]) -> Fragment:
    """In a long paste, the first sentence that mentions the counterpart; otherwise the first."""
    told = found[0].form in (Form.FIRST, Form.PAST, Form.SECOND) or found[0].first == "same"
    if len(found) <= MOST_SENTENCES and (told or _MUTUAL.match(found[0].text)):
        return found[0]
    about = [f for f in found if {"you", "your"} & set(f.words)]
    return about[0] if about else found[0]


def _follow_on(found: list[Fragment], chosen: Fragment, voice: Voice, limit: int) -> str:
    """A second sentence, when the mentee wrote a short text of two full sentences."""
    index = found.index(chosen)
    if len(found) > 4:
        return ""
    told: list[str] = []
    words = word_count(chosen.text)
    for following in found[index + 1 : index + 3]:
        words += word_count(following.text)
        if following.form not in (Form.FIRST, Form.SECOND) or words > limit:
            break
        told.append(voice.sentence(following.text))
    return " ".join(told)


def _sentence(fragment: Fragment, brief: Brief, voice: Voice, wording: Wording) -> str:
    text, form = fragment.text.rstrip("?"), fragment.form
    if isinstance(voice.address, Bystander):
        return _to_go_between(fragment, voice, call_name_of(brief, voice))

    bond = bond_of(text)
    if bond and (told := told_of(bond, brief)):
        return told

    def frame(key: str, slot: str) -> str:
        return voice.sentence(wording.choose(f"connection.{key}", brief, x=slot))

    if fragment.first == "same":
        head, comma, rest = text.partition(", ")
        past = brief.purpose is Purpose.RECONNECT or _YEAR.search(text) is not None
        more = voice.fragment(rest)
        told = f"I {more.text}" if more.form is Form.BASE else more.text
        return f"{same(head, frame, past=past)} {voice.sentence(told) if comma else ''}".strip()
    if match := _MUTUAL.match(text):
        name = match["name"].strip(" ()")
        noun = match["noun"].lower()
        return frame("mutual-named", name) if name else frame("mutual", noun)
    if form in (Form.FIRST, Form.SECOND):
        return voice.sentence(text)
    if form is Form.CLAUSE:
        return voice.sentence(with_subject_article(text, voice.lexicon))
    joint = form is Form.ADJECTIVE and "together" in fragment.words[:6]
    if joint or form in (Form.PAST, Form.BASE, Form.PERFECT, Form.PRESENT):
        return voice.sentence(_with_subject(fragment, voice))
    if form is Form.PASSIVE:
        return _passive(fragment, voice, frame)
    if form is Form.GERUND:
        return frame("after", text)
    if form is Form.PREPOSITION:
        return _prepositional(fragment, frame)
    if form is Form.ADJECTIVE:
        return voice.sentence(f"I am {text}")
    if form in (Form.INDIRECT, Form.QUESTION, Form.POLAR, Form.INFINITIVE):
        return frame("because", text) if form is Form.INDIRECT else frame("plain", text)
    return _noun(fragment, voice, frame)


def _to_go_between(fragment: Fragment, voice: Voice, name: str) -> str:
    """Told to somebody else, a clause stays; anything else is said of the person or is the link."""
    text, form = fragment.text.rstrip("?"), fragment.form
    text = re.sub(r",?\s+(?:I think|I guess|maybe|probably)$", "", text, flags=re.I)
    if form in (Form.FIRST, Form.SECOND):
        return voice.sentence(text)
    if form is Form.CLAUSE:
        return voice.sentence(with_subject_article(text, voice.lexicon))
    if form in (Form.PAST, Form.BASE, Form.PERFECT, Form.PRESENT):
        return voice.sentence(_with_subject(fragment, voice))
    if form is Form.NOUN and KIN.match(text):
        return voice.sentence(f"{name} is {text}")
    if form is Form.NOUN and set(fragment.words[:6]) & voice.lexicon.words["works"]:
        return f"I know of {name} from {text}."
    if fragment.words[-1].rstrip("s") in voice.lexicon.words["roles"] | _BONDS:
        plural = fragment.words[-1].endswith("s")
        return f"You and {name} are {text}." if plural else f"The link: {text}."
    if form in (Form.NOUN, Form.GERUND):
        return f"The link is {text if form is Form.GERUND else _the(text, frozenset())}."
    if form is Form.PREPOSITION and fragment.first in {"from", "through", "via"}:
        return f"The link is {text.partition(' ')[2]}."
    return f"The link: {text}."


def call_name_of(brief: Brief, voice: Voice) -> str:
    """The recipient as spoken of to somebody else."""
    return call_name(title_name(brief.recipient.name), brief.tone, voice.lexicon)


def _with_subject(fragment: Fragment, voice: Voice) -> str:
    """Supply the subject a verb phrase lacks: I, we or you."""
    text, words = fragment.text, fragment.words
    verb, following = words[0], words[1] if len(words) > 1 else ""
    if verb == "both":
        bare_place = following in {"in", "at", "on", "from", "with"}
        return f"we are {text}" if bare_place else f"we {text}"
    meets = (
        verb in {"met", "shared", "connected", "talked", "chatted", "spoke"}
        and following in TOGETHER
    )
    shared = verb == "shared" and following in {"a", "an", "the"} and len(words) > 2
    if meets or (shared and words[2] in _SHARED_PLACES) or "together" in words[:6]:
        return f"we {text}"
    if fragment.form is Form.PERFECT and verb not in {"have", "has", "had"}:
        return f"I have {text}"
    if verb in {"was", "am", "were", "been"} and following not in {"my", "our"}:
        clause = f"I {'was' if verb == 'were' else verb} {text.partition(' ')[2]}"
        return _SENT_ON.sub(r"\1 to you", clause)
    spotted = verb in _SPOTTED and following in {"on", "at", "in", "through", "via", "during"}
    if spotted and not isinstance(voice.address, Bystander) and not {"you", "your"} & set(words):
        return f"I {verb} you {text.partition(' ')[2]}"
    if _CAME_TO_US.match(text) and not {"you", "your"} & set(words):
        return with_and(voice.address.as_subject(text), voice.lexicon)
    to_me = bool(ME_WORDS & set(words[1:5]))
    if fragment.form is Form.PRESENT or verb in {"has", "is", "was"}:
        return voice.address.as_subject(text)
    if voice.lexicon.has("counterpart_verbs", verb) and to_me and "your" not in words:
        return voice.address.as_subject(text)
    return f"I {text}"


def _passive(fragment: Fragment, voice: Voice, frame: Frame) -> str:
    first, _, rest = fragment.text.partition(" ")
    rest = re.sub(r"^to you\s+", "", rest)
    template = _PASSIVES.get(first.lower())
    return template.format(rest=rest) if template else voice.sentence(f"I was {fragment.text}")


def _prepositional(fragment: Fragment, frame: Frame) -> str:
    if "same" in fragment.words[:3] and fragment.first in {"in", "at", "on"}:
        return f"We are {fragment.text}."
    if fragment.first in {"from", "through", "via", "by"}:
        return frame("name-from", fragment.text)
    if fragment.first == "both":
        return f"We are {fragment.text}."
    if fragment.first in {"after", "since"}:
        return frame("writing", fragment.text)
    return frame("came-across", fragment.text)


def _noun(fragment: Fragment, voice: Voice, frame: Frame) -> str:
    text, words, lexicon = fragment.text, fragment.words, voice.lexicon
    head = set(words[:6])
    noun, _, deed = text.partition(", ")
    verb = deed.split()[0].lower() if deed else ""
    if verb in _OWN_DEEDS:
        said = _noun(voice.forms.of(noun), voice, frame)
        return f"{said} {voice.sentence(f'I {deed}')}"
    if words[0] in {"fellow", "alumna", "alumnus", "former"} or words[0] == "colleague":
        return voice.sentence(f"I am {indefinite(text)}")
    if words[0] == "shared":
        return frame("in-common", f"the {text}" if words[0] == "same" else text)
    if words[0] in {"your", "the"} and any(word in lexicon.words["works"] for word in head):
        return frame("works", text)
    if any(word in lexicon.words["works"] for word in head) and words[0] not in {"my", "our"}:
        return frame("works", text)
    if any(word in lexicon.words["directories"] for word in words[:4]):
        return frame("name-from", f"from {_the(text, lexicon.words['directories'])}")
    if any(word in lexicon.words["occasions"] for word in words):
        return frame("known-from", _the(text, lexicon.words["occasions"]))
    if words[0] in {"my", "our"} or text[:1].isupper():
        return frame("through-person", text)
    if words[0] in {"the", "your"}:
        return frame("works", text)
    return frame("plain", text)


def _the(text: str, nouns: frozenset[str]) -> str:
    """As in "alumni network" -> "the alumni network"; a name such as LinkedIn stays bare."""
    first = text.split()[0].lower()
    if first in {"the", "a", "an", "my", "our", "your", "this", "last"} or text.split()[0].endswith(
        "'s"
    ):
        return text
    return text if len(text.split()) == 1 and capitalise(text) == text else f"the {text}"

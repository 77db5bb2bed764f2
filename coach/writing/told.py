"""Puts what happened into sentences: what was done with advice, and what came of it."""

import re

from coach.writing.coordination import with_and
from coach.writing.facts import VERB_OPENERS, fact_phrase
from coach.writing.fragment import Form, Fragment
from coach.writing.grammar import DETERMINERS, SUBJECT_PRONOUNS
from coach.writing.measures import set_apart, trend, went
from coach.writing.not_yet import (
    DONE_TO,
    NOT_YET,
    NOTHING_CAME,
    UNDONE_WITH_REASON,
    not_done,
    not_yet,
)
from coach.writing.text import bare, is_blank, tidy, word_count
from coach.writing.voice import Voice, with_others

_EARLY = re.compile(
    r"^(?:(?:it is|it's|its) )?(?P<said>too (?:early|soon) to (?:say|tell).*)$", re.I
)
_IT_VERBS = frozenset(
    "worked helped went felt saved turned led paid came landed resulted meant changed seemed looked "
    "sounded ended".split()
)
_OWN_DEED = re.compile(
    r"turned (?:down|away|over|up|it|them)\b|looked (?:at|for|into)\b|went (?:ahead|for)\b|worked out (?:an?|the|how|what)\b|"
    r"(?:landed|led|paid|changed) (?:the|an?|my|our|two|three|four|five|six|\d+|[$£€]\d\S*) (?!mind\b|life\b)\w|"
    r"changed (?:jobs|teams|careers|schools|courses)\b"
)
"""What only a person does, though the verb may also tell of the work: "turned down an offer"."""
_HOW_IT_WENT = re.compile(
    r"(?:meant|resulted|seemed|sounded|led to)\b|(?:\w+)(?:$| (?:well|badly|fine|ok|okay|great|off|out(?! (?:an?|the|my|our|how|what)\b)|wrong|better|worse|smoothly|"
    r"wonders|nowhere|like|so|really|very|quite|rather|perfectly|surprisingly|a (?:lot|little|bit)|at once|everything|us|me|"
    r"good|easier|hard|strange|long|good|to nothing)\b)"
)
"""In what somebody did, a text that still tells how the work went: "worked well"."""
_CLAUSAL = re.compile(
    r"^(?:the|my|our|his|her|their)\s(?:[\w'-]+\s){1,3}?(?!based|used|called|named|made)[a-z]{2,}ed\s"
    r"(?:that|they|it|the|an?|my|me|us|to|in|on|at|from|we|i|her|him|them)\b"
)
_CLAUSE_SUBJECTS = SUBJECT_PRONOUNS | {
    "they",
    "they've",
    "they're",
    "everyone",
    "everybody",
    "nobody",
}
_DONE = re.compile(
    r"^(?:yes,? )?(?:(?:all )?done(?: (?:it|that|this))?|yes|yep|yes i did)\W*$", re.I
)
_YES = re.compile(r"^(?:yes|yep|ok|okay|done)[,:;!.]\s+", re.I)
_SPLICED = re.compile(
    r",\s+(?=(?:he|she|they|it|i|we) (?:\w+ed|said|was|is|has|had|did|got|gave|now|found|made|told|took)\b)",
    re.I,
)
_RELATIVE = re.compile(r", (?=(?:starts|begins|ends|runs|finishes)\b)")
_ITS_STATE = re.compile(
    r", (?=(?:next )?(?:date|deadline|meeting|appointment|interview|slot|start|result|answer|decision) (?:is|was) )",
    re.I,
)
_GIVEN_ON = re.compile(
    r"(?<=\band )(sent|forwarded|mailed|emailed|showed|gave|passed|handed) to "
    r"(?=(?:my|our|the|an?|two|three|four|some|both|everyone|everybody|him|her|them)\b)",
    re.I,
)
"""Something passed on that is not named again: "wrote a draft and sent to two colleagues"."""
_NEGATED = re.compile(r"^(?:did|do|have|has|could|was|would|can)(?:n['’]?t|not)\b|^cannot\b", re.I)
_WITH_ME = re.compile(r"^(?:my|our|the) [\w -]{2,40}? and I\b")
_TIMED = re.compile(
    r"^(?P<the>the )?(?:(?:first|second|third|last|next|this|that) (?:day|week|month|time|night|year|shift|session)|"
    r"(?:on|in) \w+|now|then|today|yesterday|after that),? (?:i|we|it|they)['’\s]",
    re.I,
)
_SOMEBODY = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|[Yy]our|[Tt]he|(?:show|send|tell|ask|give|talk|speak|write|report|take|bring|present|pitch|invite|ring|call)"
    r"(?: \w+){0,3}?(?: to| with)?) (?:\w+ )?(?:boss|manager|inspector|director|supervisor|head|lead|partner|colleague|"
    r"sister|brother|tutor|client|customer|team)\b|(?<=[a-z] )(?!I\b)[A-Z][a-z]{2,}\b(?! (?:report|book|review|act)\b)"
)
_GAINED = re.compile(
    r"^(?:an?|one|two|three|four|five|six|\d+) (?:[\w-]+ ){0,2}[\w-]+s? (?P<when>(?:this|next|last) (?:week|month|year|\w+day))$",
    re.I,
)
"""What somebody got, with its time: "two interviews this week"."""
_COUNTED = re.compile(
    r"^(?:one|two|three|four|five|six|some|many|several|most|\d+)(?: of \w+)? [\w-]*s? ?(?:[\w-]+s )?[a-z]{3,}ed\b",
    re.I,
)
_BARE_DEED = re.compile(
    r"^(?!\w+(?:s|ed|ing|ly)\b)(?!(?:on|in|at|with|for|to|of|by|from|about|not|the|a|an|my|all|both|after|before)\b)\w+ "
    r"(?:everything|everyone|it|them|him|her)\b(?!.*\b(?:is|was|are|were)\b)",
    re.I,
)
"""A verb and its object without a subject: "label everything now"."""
_HOW_OFTEN = re.compile(
    r"^(?:every|each|daily|weekly|monthly|twice|once|(?:two|three|four|five|six|\d+) times|most|all (?:week|month)|"
    r"for (?:a|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?))\b(?!.*\b(?:i|we|it|they)\b)",
    re.I,
)
_IN_MIND = re.compile(
    r"^(?:(?:not|still|a bit|quite|very|much|more|less|so|too|really|all|pretty) )*(?:sure|unsure|certain|happy|unhappy|relieved|"
    r"glad|proud|nervous|torn|stuck|pleased|surprised|confident|curious|hopeful|worried|undecided|sceptical|convinced)\b"
    r"(?!.*\b(?:is|was|are|were)\b)",
    re.I,
)
"""How the mentee takes it, without the "I am"."""
_WHETHER = re.compile(
    r"\b(if|whether) (?=(?:any )?(?:better|worse|enough|right|wrong|worth it|good|useful|true|different)$)"
)
_IT_IS = r"\1 it is "
_MOVED = frozenset("went fell rose dropped grew came is are was were has have matter".split())
_IT_BASE = frozenset("work help change matter happen go last pay".split())
_WHOLE = frozenset("both all most some many nothing everything nobody".split())
_BARELY = frozenset("only just even finally nearly almost also never".split())
_NO_SUBJECT = frozenset("what which there then and not nothing everything something".split())


def action_of(text: str, voice: Voice, *, before: str = "", limit: int = 34) -> str:
    """What the mentee did, or an honest "not yet"; "" when nothing is said.

    ``before`` is what was told before it: a "she" may be somebody named there.
    """
    plain = tidy(text)
    voice = with_others(voice, plain, f"{before} {plain}") if names_somebody(before) else voice
    if plain.lower().startswith("not yet ") and (undone := not_done(bare(plain), voice)):
        return undone
    if reasoned := UNDONE_WITH_REASON.match(plain):
        undone = not_done(reasoned["head"], voice).rstrip(".")
        if undone:
            return not_yet(undone, reasoned["rest"], voice)
    if match := NOT_YET.match(plain):
        return not_yet("I have not done it yet", match["rest"], voice)
    if _DONE.match(plain):
        return "I have done it."
    return _deeds(_YES.sub("", plain), voice, limit, noun="What I did: {}.")


def result_of(text: str, voice: Voice, *, action: str = "", limit: int = 34) -> str:
    """What came of it; "" when nothing is said."""
    plain = tidy(text)
    if match := _EARLY.match(plain):
        said = bare(match["said"])
        said += " what will come of it" if word_count(said) == 4 else ""
        return voice.sentence(f"it is {said}")
    if match := NOTHING_CAME.match(plain):
        return not_yet("Nothing has come of it yet", match["rest"], voice)
    return _deeds(plain, voice, limit, noun="The result: {}.", before=action)


def names_somebody(text: str) -> bool:
    """Whether a text speaks of somebody else by name or as one's own: "Priya", "my inspector"."""
    return _SOMEBODY.search(text) is not None


def _deeds(text: str, voice: Voice, limit: int, *, noun: str, before: str = "") -> str:
    """One or two sentences of what was done, within ``limit`` words."""
    if is_blank(text):
        return ""
    voice = with_others(voice, text, f"{before} {text}")
    kept: list[str] = []
    text = re.sub(r"^((?:i )?did)\s+[-–—]\s+", r"\1: ", text, flags=re.I)
    text = re.sub(r"^(still \w+ing), (?=\w+ed\b)", r"\1. ", text, flags=re.I)
    text = _GIVEN_ON.sub(r"\1 it to ", _ITS_STATE.sub(". ", text))
    text = _RELATIVE.sub(", which ", _SPLICED.sub(". ", text))
    text = set_apart(text, voice.lexicon)
    for fragment in voice.fragments(text, limit=limit)[:3]:
        sentence = _deed(fragment, voice, noun)
        if kept and word_count(" ".join([*kept, sentence])) > limit:
            break
        bare_again = kept and sentence.startswith(noun.partition(":")[0])
        if sentence and not bare_again:
            kept.append(sentence)
    return " ".join(kept)


def _deed(fragment: Fragment, voice: Voice, noun: str) -> str:
    text, form, words = fragment.text, fragment.form, fragment.words
    if form is Form.PERFECT and words[0] == "had" and words[1:2] and words[1] in DETERMINERS:
        return voice.sentence(f"I {text}")  # "had a baby" is not "have a baby"
    if form is Form.POLAR and not text.endswith("?") and words[0] in {"did", "had"}:
        return voice.sentence(f"I {text}")  # "did that in three talks"
    if form in (Form.QUESTION, Form.POLAR, Form.BLANK) or text.endswith("?"):
        return ""
    if form is not Form.FIRST and _NEGATED.match(text):
        subject = "it" if words[1:2] and words[1] in _IT_BASE else "I"
        return voice.sentence(f"{subject} {text}")
    if form is not Form.PAST and (moved := trend(text, voice.lexicon) or went(text, voice.lexicon)):
        return voice.sentence(moved)
    if _IN_MIND.match(text):
        return voice.sentence(f"I am {_WHETHER.sub(_IT_IS, text)}")
    if undone := not_done(text, voice, is_result=noun.startswith("The result")):
        return undone
    if _COUNTED.match(text):
        head, comma, rest = text.partition(", ")
        tail = trend(rest, voice.lexicon) if comma else ""
        return voice.sentence(f"{head}, and {tail}" if tail else text)
    if noun.startswith("The result") and (became := _became(fragment)):
        return became
    if _mine_with_an_adverb(fragment, voice):
        return voice.sentence(f"I {text}")
    if words[0] in _WHOLE and (form is not Form.NOUN or any(map(voice.lexicon.is_finite, words))):
        return voice.sentence(text)
    if form is Form.PAST and words[0] == "asked" and words[1:2] not in (["to"], ["by"], ["if"]):
        return voice.sentence(f"I {text}")
    if _WITH_ME.match(text):
        return voice.sentence(text)
    if match := _TIMED.match(text):
        bare_ordinal = re.match(r"(?:first|second|third|last day|last week of)\b", text, re.I)
        return voice.sentence(f"the {text}" if bare_ordinal and not match["the"] else text)
    if _HOW_OFTEN.match(text) and noun.startswith("What I did"):
        return voice.sentence(f"I do it {text}" if "now" in words else f"I did it {text}")
    if _subject_and_verb(words, voice):
        unmarked = voice.lexicon.has("mass_nouns", words[0]) or words[0].endswith("s")
        determined = words[0] in DETERMINERS or unmarked or text[:1].isupper()
        return voice.sentence(text if determined else f"the {text}")
    if _CLAUSAL.match(text) or form is Form.CLAUSE or words[0] in _CLAUSE_SUBJECTS:
        return voice.sentence(text)
    if form in (Form.NOUN, Form.CLAUSE) and _BARE_DEED.match(text):
        return voice.sentence(f"I {text}")
    if form is Form.NOUN and words[0] not in VERB_OPENERS:
        fact = fact_phrase(fragment, voice)
        told = fact is not None and not fact[0] and re.match(r"I (?!have |am )", fact[1])
        return voice.sentence(fact[1]) if fact and told else noun.format(text)
    if words[0] in _IT_VERBS and _of_the_work(text, words, noun):
        return voice.sentence(f"it {text}")
    if form in (Form.INDIRECT, Form.INFINITIVE) or (
        form is Form.ADJECTIVE and noun.startswith("The result")
    ):
        return noun.format(text)
    fact = fact_phrase(fragment, voice)
    if fact is None:
        return ""
    if form is Form.PAST:
        fact = (fact[0], _ever_since(fragment, voice) or with_and(fact[1], voice.lexicon))
    return voice.sentence(("I have " + fact[1].removeprefix("with ")) if fact[0] else fact[1])


def _ever_since(fragment: Fragment, voice: Voice) -> str:
    """As in "wrote it down every night since" -> "I have written it down every night since"; else ""."""
    verb = fragment.words[0]
    regular = verb if verb.endswith("ed") else ""
    done = voice.lexicon.participle_of(voice.lexicon.past.get(verb, "")) or regular
    ever = done and fragment.text.endswith(" since")
    return f"I have {done} {fragment.text.partition(' ')[2]}" if ever else ""


def _mine_with_an_adverb(fragment: Fragment, voice: Voice) -> bool:
    """Whether it is the mentee's own deed after an adverb: "never asked", "still do it", "nearly gave up"."""
    first, second = fragment.words[0], (*fragment.words, "")[1]
    if first in {"never", "always", "often", "rarely"}:
        return fragment.form is not Form.CLAUSE
    if first == "still":
        return second in voice.lexicon.base
    return first in _BARELY and second in voice.lexicon.past


def _of_the_work(text: str, words: list[str], noun: str) -> bool:
    """Whether a verb without a subject tells of the work ("it worked well"), not of the mentee."""
    moved = words[0] not in {"led", "seemed"} and words[1:2] in (
        ["to"],
        ["through"],
        ["back"],
    )
    if moved or _OWN_DEED.match(text):
        return False
    return noun.startswith("The result") or bool(_HOW_IT_WENT.match(text))


def _became(fragment: Fragment) -> str:
    """What somebody got, what there was, or what became of the work; "" when it is none of these."""
    text, words = fragment.text, fragment.words
    following = words[1] if len(words) > 1 else ""
    if match := _GAINED.match(text):
        return f"I {'had' if match['when'].startswith('last') else 'have'} {text}."
    if words[0] == "no" and fragment.form is Form.NOUN:
        since = re.search(r"\b(?:since|in|for|so far)\b", text) is not None
        many = any(word.endswith("s") for word in words[1:3])
        verb = ("have been" if many else "has been") if since else "were" if many else "was"
        return f"There {verb} {text}."
    if words[0] in DONE_TO and following not in DETERMINERS | {"me", "my", "to"}:
        return f"It was {text}."
    return ""


def _subject_and_verb(words: list[str], voice: Voice) -> bool:
    """As in "close went from 9 days to 5": a bare noun with its verb."""
    if (
        len(words) < 2
        or words[0] in SUBJECT_PRONOUNS | VERB_OPENERS
        or words[0] in voice.lexicon.past
    ):
        return False
    now = words[1] in {"now", "finally", "already", "always", "still"} and len(words) > 2
    verb = words[2] if now else words[1]
    moved = verb in _MOVED or (now and (verb in voice.lexicon.third or verb in voice.lexicon.base))
    return moved and words[0] not in _NO_SUBJECT

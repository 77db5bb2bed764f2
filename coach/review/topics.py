"""Tells a question somebody could start answering at once from "any advice?"."""

import re

from coach.domain.vocabulary import Purpose
from coach.review.outreach_reason import is_particular, persons
from coach.review.praises import PRAISES
from coach.review.reading import Reading, Verdict, fails, passes
from coach.review.requests import Request, find_requests, questions
from coach.review.text import Span

LOOKS_BACK = 3
"""Sentences back in which what a question is about was told."""
_OPENS_WITH_WH = re.compile(r"\W*(?:and |so )?(?:how|which|what|why|when|where)\b", re.IGNORECASE)
_ABOUT_THEM = re.compile(
    r"\b(?:ask|asked|know|learn|understand|hear|wonder\w*|curious|work out|see|tell me|show me)(?: (?:you|in (?:a|one|two) \w+))? (?:how|why|what|which|whether)"
    r"(?: \w+){0,3} you (?!think|would|are|do|recommend|suggest|have|know|can|could|made it|got (?:here|there|where)|became|succeeded)",
    re.IGNORECASE,
)
_TELLING = frozenset(
    {Purpose.THANK_YOU, Purpose.PROGRESS_UPDATE, Purpose.CLOSING, Purpose.REPLY_TO_NO}
)
_TOLD_ABOUT = re.compile(r"\b(?:you|your)\b[^.?!]{0,40}\babout\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:(?<!so )that|this|these|those|it|them|such)\b[^.]{0,40}\?", re.IGNORECASE
)
_QUESTION_INSIDE = re.compile(
    r"(?:[:;]\s*(?:did|do|does|is|was|were|are|should|have|has)\b[^?]{8,}\?"
    r"|:\s*(?:how|when|whether|where|which|why)\b[^.?!]{8,}"
    r"|\b(?:ask|know|learn|wonder)[^.?!:]{0,24} is (?:how|why|whether|which|who)\b"
    r"|\b(?:question|thing)[^.?!:]{0,24} (?:is|was)(?: only| just| simply)? (?:how|why|whether|which|who|if|what|when|where)\b"
    r"|\b(?:ask|know|learn|wonder\w*|tell me) if (?!you(?:'d| would|'ll| could| can| have| are| might| mind|'re)\b|we\b|i\b"
    r"|(?:that|this|it)(?:'s| is| would|'d| works)\b)\w+[^.?!]{6,}"
    r"|\b(?:line|lines|word|words|sentence|note|minutes?|mins?|thoughts)(?: \w+){0,2} (?:on|about) (?:how|why|which|whether)"
    r" (?!you (?:got|became|become|made it|succeeded|started|do it)\b)\w+ \w+[^.?!]{4,}"
    r"|(?<!you to )\b(?:ask|know|learn|understand|hear|tell)(?: (?:him|her|them|you|me))? (?:how|why|which|who|whether|when|where) (?!you are\b|i am\b|much\b|things\b|it is\b)\w+[^.?!]{4,})",
    re.IGNORECASE,
)
_IN_DETAIL = re.compile(
    r"\b(?:how|what|why|when) (?:did|have) you (?!get\b|become\b|make it\b|start\b|begin\b|succeed\b|reach\b)\w+ [^?]{4,}"
    r" (?:what|that|who|which|whether|without|before|after|while|if|so that|because) [^?]{8,}\?",
    re.IGNORECASE,
)
"""One thing they did, with its circumstances: "how did you tell them what you could still do?"."""
_WH_ASKED = re.compile(
    r"(?:^\W*|[:,;]\s*|\b(?:and|so|ask(?: you)?|is|know|hear|wonder)\s+)"
    r"(?:what|which|how|why|who|where|when)\b[^?]{12,}\?",
    re.IGNORECASE,
)


def specific_topics(reading: Reading) -> list[Span]:
    """Return the sentences that hold a question or topic one could start answering at once."""
    found = []
    requests = {r.sentence.start: r for r in find_requests(reading)}
    wanted = _wanted(reading)
    written_about = _written_about(reading)
    for number, sentence in enumerate(reading.unforced):
        if _asks_about_their_way(reading, number):
            found.append(sentence)
        request = requests.get(sentence.start)
        if request is not None and "job" in request.kinds:
            continue
        stems = set(_matter(reading, sentence, request)) - reading.self_and_reader - written_about
        enough = 1 if _is_wh_question(reading, sentence) else 2
        if (sentence.asks and request is None) or _QUESTION_INSIDE.search(sentence.text):
            enough = 1
        if reading.has("generic-question", sentence):
            stems -= persons(reading, sentence.text)
        if len(stems) >= enough or _takes_up(reading, wanted, sentence, stems):
            found.append(sentence)
    return found


def _written_about(reading: Reading) -> set[str]:
    """Stems of the name of the person an introduction is wanted to."""
    if reading.purpose is not Purpose.INTRODUCTION_REQUEST:
        return set()
    return {stem for name in reading.about.split("|") for stem in reading.stems(name)}


def _is_wh_question(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence asks with a question word, and not just for advice."""
    found = _WH_ASKED.search(sentence.text)
    return found is not None and not reading.has("advice-wanted", sentence)


def _takes_up(
    reading: Reading, wanted: list[frozenset[str]], sentence: Span, stems: set[str]
) -> bool:
    """Tell whether a sentence takes up the brief's topic or one of its questions."""
    asked = reading.concepts(stems)
    whole = reading.concepts(reading.content(sentence.text))
    return any(
        matter <= asked
        or len(matter & asked) >= 2
        or len(matter & whole) * 3 >= 2 * max(len(matter), 3)
        for matter in wanted
    )


def _asks_about_their_way(reading: Reading, number: int) -> bool:
    """Soon after a sentence on what this person did, even "How did you start?" is concrete."""
    sentence = reading.unforced[number]
    if _IN_DETAIL.search(sentence.text) and not reading.has("generic-question", sentence):
        return True
    direct = sentence.asks and _OPENS_WITH_WH.match(sentence.text)
    if not direct and _ABOUT_THEM.search(sentence.text) is None:
        return False
    if reading.has("advice-wanted", sentence) or reading.has("question-to-anybody", sentence):
        return False
    before = reading.unforced[max(0, number - LOOKS_BACK) : number]
    return any(is_particular(reading, earlier) for earlier in before)


def _wanted(reading: Reading) -> list[frozenset[str]]:
    """Return the meanings of the brief's topic and of each question."""
    brief = reading.brief
    if brief is None:
        return []
    matters = (
        reading.concepts(reading.content(text, "generic-topic"))
        for text in (brief.topic, *brief.questions)
    )
    return [matter for matter in matters if matter]


def _matter(reading: Reading, sentence: Span, request: Request | None) -> list[str]:
    """Return what a sentence asks about, as stems without the words any such message has."""
    text = sentence.text
    if request is not None or not sentence.asks:
        cues = "topic-cue" if request is not None else "topic-statement"
        cue = next(reading.phrases.matches(cues, text), None)
        told = _TOLD_ABOUT.search(text)
        starts = [cue.end()] if cue is not None and told is None else []
        if request is not None and not _only_introduces(reading, request):
            starts.append(request.cue - sentence.start)
        text = text[min(starts) :] if starts else ""
    if text and _POINTS_BACK.search(text):
        text = f"{_before(reading, sentence)} {text}"
    text = re.sub(r"\d+", " ", text)
    return [s for s in reading.content(text, "generic-topic") if len(s) > 2]


def _only_introduces(reading: Reading, request: Request) -> bool:
    """Whom one wants to meet, or what one applies for, is not yet what one wants to ask."""
    introduces = reading.has("favour-introduction", request.sentence)
    applies = reading.purpose is Purpose.PROGRAMME_APPLICATION and not request.sentence.asks
    return applies or (introduces and reading.purpose is Purpose.INTRODUCTION_REQUEST)


def _before(reading: Reading, sentence: Span) -> str:
    """Return the sentence before, which a question about "that" is about."""
    earlier = [s.text for s in reading.unforced if s.end <= sentence.start]
    return earlier[-1] if earlier else ""


def question_specific(reading: Reading) -> Verdict:
    """There is a concrete question or topic this person could start answering at once."""
    asked = questions(reading)
    vague_question = reading.phrases.pattern("vague-question")
    if reading.purpose in _TELLING and all(vague_question.match(q.text) for q in asked):
        return leaves_it_to_reader(asked[0] if asked else None)
    if specific_topics(reading):
        return passes(PRAISES["question-specific"])
    return leaves_it_to_reader(next((r.sentence for r in find_requests(reading)), None))


def leaves_it_to_reader(at: Span | None) -> Verdict:
    """Return the verdict on a message without a question one could start answering."""
    return fails(
        "There is no question your reader could start answering; “any advice?” leaves the work to them.",
        "What one thing could only somebody with their experience tell you? Ask that.",
        at,
    )

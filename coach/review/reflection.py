"""Reviews the questions for thinking back over a meeting."""

import re
from collections.abc import Callable

from coach.domain.brief import ReflectionBrief
from coach.domain.kinds import LookBack, load_kind_words, look_back
from coach.domain.results import Finding, ReflectionDraft
from coach.domain.vocabulary import Severity
from coach.review.message import Cards, as_finding
from coach.review.phrases import Phrases, default_knowledge, load_phrases
from coach.review.privacy import quoted_verdict, shown_notes
from coach.review.private_notes import Alike
from coach.review.reading import Verdict, fails, passes
from coach.review.stems import stems
from coach.review.style import is_double, is_leading, is_open, suggests
from coach.review.text import sentences

_STAGES = ("what", "so-what", "now-what")
_QUOTED = re.compile(r"“([^”]+)”")


class _Reflection:
    """A reflection, its brief, and the phrase lists to read them with."""

    def __init__(
        self,
        draft: ReflectionDraft,
        brief: ReflectionBrief,
        phrases: Phrases,
        alike: Alike | None,
    ) -> None:
        self.draft, self.brief, self.phrases, self.alike = draft, brief, phrases, alike
        self.prompts = [p for section in draft.sections for p in section.prompts]
        self.kind = look_back(brief, load_kind_words(default_knowledge()))

    def meanings(self, text: str) -> frozenset[str]:
        """The telling stems of ``text``, with synonyms made one."""
        ignored = self.phrases.word_set("stop") | self.phrases.word_set("generic-reflection")
        found = stems(text, self.phrases.irregular)
        return frozenset(self.phrases.concept(s) for s in found if s not in ignored and len(s) > 2)


def review_reflection(
    draft: ReflectionDraft,
    brief: ReflectionBrief,
    *,
    cards: Cards | None = None,
    phrases: Phrases | None = None,
    alike: Alike | None = None,
) -> tuple[Finding, ...]:
    """Run every reflection check that applies; ``cards`` maps topics to card ids.

    ``alike`` notices private notes in other words; without it only words are compared.
    """
    reflection = _Reflection(draft, brief, phrases or load_phrases(default_knowledge()), alike)
    return tuple(
        as_finding(check, Severity.MUST, run(reflection), "", topics.split(), cards)
        for check, run, topics in REFLECTION
        if _applies(check, reflection)
    )


def _applies(check: str, reflection: _Reflection) -> bool:
    if check == "grounded-in-notes":
        return bool(_material(reflection.brief)) or reflection.kind in _KINDS
    return check != "no-private-note" or bool(reflection.brief.private_notes)


def _material(brief: ReflectionBrief) -> list[str]:
    return [*brief.notes, *brief.advice_received, *brief.commitments, *brief.feelings]


def open_questions(reflection: _Reflection) -> Verdict:
    """Every prompt is an open question."""
    if not reflection.prompts:
        return fails("There is nothing to answer.", "Ask at least one open question per stage.")
    for prompt in reflection.prompts:
        last = _question(prompt)
        if "?" not in prompt or not is_open(last, reflection.phrases):
            return fails(
                f"“{prompt[:100]}” can be answered in a word, and then nothing is thought over.",
                "Begin it with what or how.",
            )
    return passes("The questions are open.")


def _question(prompt: str) -> str:
    """Return the sentence of ``prompt`` that holds its last question mark."""
    head = prompt[: prompt.rfind("?") + 1] or prompt
    found = sentences(head, 0, len(head))
    return found[-1].text if found else head


def one_thing_each(reflection: _Reflection) -> Verdict:
    """Every prompt asks one thing."""
    for prompt in reflection.prompts:
        if prompt.count("?") > 1 or is_double(_question(prompt)):
            return fails(
                f"“{prompt[:100]}” asks two things, and people answer the easier one.",
                "Make it two prompts, or keep the one that matters.",
            )
    return passes("Each prompt asks one thing.")


def non_leading(reflection: _Reflection) -> Verdict:
    """No prompt suggests its answer."""
    for prompt in reflection.prompts:
        advice = suggests(_question(prompt), reflection.phrases)
        blamed = reflection.phrases.pattern("reflection-blame").search(prompt)
        if advice or blamed or is_leading(prompt, reflection.phrases):
            return fails(
                f"“{prompt[:100]}” suggests its answer, so the thinking is not the person's own.",
                "Ask what they saw, thought or want, without naming an answer.",
            )
    return passes("No prompt suggests its answer.")


def three_stages(reflection: _Reflection) -> Verdict:
    """What happened, so what, now what: all three, in this order, each with a prompt."""
    stages = [s.stage for s in reflection.draft.sections if s.prompts]
    if tuple(dict.fromkeys(stages)) == _STAGES:
        return passes("All three stages are there, in order.")
    return fails(
        "Looking back works in three steps, and one is missing, empty or out of order.",
        "Ask what happened, then what it means, then what to do now.",
    )


def grounded_in_notes(reflection: _Reflection) -> Verdict:
    """At least one prompt takes up the notes' own words, and the prompts fit what happened."""
    if (verdict := _wrong_kind(reflection)) is not None:
        return verdict
    notes = [words for text in _material(reflection.brief) if (words := reflection.meanings(text))]
    if not notes:  # none, or a bare "we talked", of which there is nothing to take up
        return passes("The prompts fit what happened.")
    for prompt in reflection.prompts:
        words = reflection.meanings(prompt)
        quoted = [said for one in _QUOTED.findall(prompt) if (said := reflection.meanings(one))]
        for note in notes:
            if len(words & note) >= min(2, len(note)) or any(said <= note for said in quoted):
                return passes("The prompts take up your own notes.")
    return fails(
        "No prompt takes up what you wrote down, so these questions could follow any meeting.",
        "Quote a few of the person's own words in at least one prompt.",
    )


def no_private_note(reflection: _Reflection) -> Verdict:
    """No private note shows in what is asked or advised; reflections are shared with coaches."""
    told = [
        text
        for section in reflection.draft.sections
        for text in (*section.prompts, *section.advice)
    ]
    return quoted_verdict(
        shown_notes(reflection.brief, "\n\n".join(told), reflection.phrases, alike=reflection.alike)
    )


def _wrong_kind(reflection: _Reflection) -> Verdict | None:
    """Prompts that could not follow what the brief tells of."""
    kind, text = reflection.kind, "\n".join(reflection.prompts)
    name = reflection.brief.recipient.name
    if kind is LookBack.UNANSWERED:
        met = reflection.phrases.pattern("reflection-met", re.escape(name)).search(text)
        if met is not None:
            return fails(
                f"Nobody answered, and “{met.group()}” asks about a talk that did not take place.",
                "Ask what is known for certain, how else the silence can be read, and what is in "
                "the person's own hands.",
            )
    if kind in _KINDS and reflection.phrases.pattern(_KINDS[kind]).search(text) is None:
        return fails(
            f"{_TOLD[kind]}, and no prompt takes that up, so these questions could follow any meeting.",
            "Ask about that, in the person's own words.",
        )
    return None


_KINDS = {
    LookBack.UNANSWERED: "reflection-silence",
    LookBack.HARD: "reflection-hard",
    LookBack.MILESTONE: "reflection-achieved",
}
"""The words of which a look back of this kind needs at least one."""
_TOLD = {
    LookBack.UNANSWERED: "Nobody answered",
    LookBack.HARD: "Something was hard",
    LookBack.MILESTONE: "Something was reached or came to its end",
}
REFLECTION: tuple[tuple[str, Callable[[_Reflection], Verdict], str], ...] = (
    ("open-questions", open_questions, "open-questions after-meeting"),
    ("one-thing-each", one_thing_each, "open-questions"),
    ("non-leading", non_leading, "open-questions reflective-listening"),
    ("three-stages", three_stages, "after-meeting learning-log"),
    ("grounded-in-notes", grounded_in_notes, "reflective-listening notes"),
    ("no-private-note", no_private_note, "boundaries confidentiality"),
)
"""Check id, function, topics; in the order shown."""

"""Chooses reflection questions in three stages, by kind, built on the mentee's own notes.

What happened, so what, now what: the three-stage frame of Rolfe, Freshwater and Jasper (2001),
after Borton (1970). Prompts quote the notes word for word, so nothing is put into anybody's mouth.
"""

from pathlib import Path

from coach.domain.brief import ReflectionBrief
from coach.domain.kinds import LookBack, load_kind_words, look_back
from coach.domain.results import ReflectionDraft, ReflectionSection, ReflectionStage
from coach.domain.vocabulary import Style
from coach.writing.fragment import Form
from coach.writing.looking_back import LookingBack
from coach.writing.voice import Voice
from coach.writing.wording import Wording

MOST_PROMPTS = 3


def write_reflection(
    brief: ReflectionBrief, voice: Voice, wording: Wording, knowledge: Path
) -> ReflectionDraft:
    """Two or three prompts a stage and, in mentor style, a piece of advice with its reason.

    Args:
        brief: what the mentee told us.
        voice: their voice.
        wording: the phrases of reflections.
        knowledge: the folder with the words by which the kind is told.
    """
    words = load_kind_words(knowledge)
    look = LookingBack(brief, voice, wording, words, look_back(brief, words))
    stages: tuple[tuple[ReflectionStage, list[str]], ...] = (
        ("what", what(look)),
        ("so-what", so_what(look)),
        ("now-what", now_what(look)),
    )
    return ReflectionDraft(
        style=brief.style,
        sections=tuple(
            ReflectionSection(
                stage=stage,
                prompts=tuple(dict.fromkeys(prompts))[:MOST_PROMPTS],
                advice=advice(look, stage) if brief.style is Style.MENTOR else (),
            )
            for stage, prompts in stages
        ),
    )


def what(look: LookingBack) -> list[str]:
    """What happened: one or two notes that matter, then what belongs to the kind."""
    prompts = []
    for index, note in enumerate(look.telling[:2]):
        prompts.append(look.say(f"what.note.{_sort(look, index)}", index, x=note.quoted))
    asked_for_it = look.kind is LookBack.UNANSWERED and any(
        note.sort == "sent" for note in look.telling[:2]
    )
    if not prompts and look.kind is LookBack.MILESTONE:
        prompts.append(look.say("what.milestone-steps"))
    elif not prompts and look.kind not in (LookBack.UNANSWERED, LookBack.HARD):
        about = look.about
        prompts.append(look.say("what.topic", x=about) if about else look.say("what.plain"))
    faulted = "-criticised" if look.kind is LookBack.HARD and look.criticised else ""
    return prompts if asked_for_it else [*prompts, look.say(f"what.{look.kind}{faulted}")]


def _sort(look: LookingBack, index: int) -> str:
    """By which phrase a note is asked about: by what it tells of, and what is looked back over."""
    sort = look.telling[index].sort
    if sort != "plain" and (sort != "sent" or look.kind is LookBack.UNANSWERED):
        return sort
    if look.kind is LookBack.UNANSWERED:
        return "silence"
    if look.kind is LookBack.MILESTONE:
        text = look.telling[index].text
        theirs = text.split()[0].lower() in {"she", "he", "they", *look.full_name.lower().split()}
        clause = look.voice.forms.of(text).form is Form.CLAUSE
        return "step-with" if theirs or clause else "step"
    if look.kind is LookBack.HARD and not index:
        return "hurt"
    return "more" if index and look.telling[0].sort == sort else "plain"


def so_what(look: LookingBack) -> list[str]:
    """What it means: advice, feelings and what does not fit together, then what belongs to the kind."""
    prompts = look.mixed[:1]
    feelings = [] if prompts else look.feelings[:1]
    advised = look.advised[: 1 if look.kind is not LookBack.REGULAR or feelings or prompts else 2]
    if look.kind is LookBack.HARD:
        prompts += [*feelings, *([] if feelings or prompts else [look.say("so-what.hard-stake")])]
        story = look.say("so-what.hard")
        seen = [look.say("so-what.hard-criticised"), story] if look.criticised else [story]
        return [*prompts, *(seen[:1] if advised else seen), *advised]
    if look.kind is LookBack.UNANSWERED:
        keys = ("so-what.unanswered", "so-what.unanswered-control")
        return [*prompts, *feelings, *(look.say(key) for key in keys)]
    prompts += [*look.wondered, *advised, *feelings]
    if not prompts and len(look.telling) > 1:
        rest = look.telling[2] if len(look.telling) > 2 else look.telling[-1]
        prompts.append(look.say("so-what.note", x=rest.quoted))
    prompts.append(look.say(f"so-what.{look.kind}"))
    if look.kind is LookBack.MILESTONE:
        prompts.append(look.say("so-what.milestone-help"))
    return prompts


def now_what(look: LookingBack) -> list[str]:
    """What to do: the mentee's own next steps first."""
    prompts = look.promised[:2]
    if look.kind is LookBack.UNANSWERED:
        about = look.about
        key = "now-what.unanswered-others" if about else "now-what.unanswered-anyone"
        return [*prompts[:1], look.say("now-what.unanswered"), look.say(key, x=about)]
    if look.kind is LookBack.HARD:
        return [*prompts[:1], look.say("now-what.hard"), look.say("now-what.hard-next")]
    if look.kind is LookBack.MILESTONE:
        return [*prompts[:1], look.say("now-what.milestone"), look.say("now-what.milestone-tell")]
    own = [] if prompts and look.kind is LookBack.REGULAR else [look.say(f"now-what.{look.kind}")]
    return [*prompts, *own, look.say("now-what.tell")]


def _cause(look: LookingBack) -> str:
    """What made it hard, as far as the notes tell."""
    if look.own_fault:
        return "-own-fault"
    if look.disagreed:
        return "-disagreed"
    return "" if look.criticised else "-other"


def advice(look: LookingBack, stage: ReflectionStage) -> tuple[str, ...]:
    """The advice that goes with a stage."""
    kind = look.kind
    if stage == "what":
        return (look.say(f"advice.what.{kind}"),)
    if stage == "so-what" and kind is LookBack.HARD:
        return (look.say(f"advice.so-what.hard{_cause(look)}"),)
    if stage == "so-what":
        if kind is not LookBack.REGULAR or look.advised:
            return (look.say(f"advice.so-what.{kind}"),)
        return (look.say(f"advice.so-what.{'feeling' if look.feelings else 'no-advice'}"),)
    first = look.first_promise
    planned: tuple[str, ...] = ()
    if first and len(first.split()) <= 12:
        dated = "-dated" if look.dated else ""
        planned = (look.say(f"advice.now-what.commitment{dated}", x=first),)
    elif look.promised:
        planned = (look.say("advice.now-what.commitments"),)
    if kind is LookBack.HARD:
        fault = look.own_fault
        return (
            look.say("advice.now-what.own-fault" if fault else "advice.now-what.hard"),
            *planned,
        )
    if kind is LookBack.REGULAR:
        return planned or (look.say("advice.now-what.regular"),)
    return (look.say(f"advice.now-what.{kind}"), *planned)

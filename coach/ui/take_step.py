"""Does what a button around the message asked for. Nothing that was on screen is lost by it."""

from collections.abc import Sequence
from dataclasses import replace

from streamlit.delta_generator import DeltaGenerator

from coach.review.accept import accept, whole
from coach.ui.questions import answers
from coach.ui.reach_out_form import FORM
from coach.ui.steps import GoTo, PutAnswersIn, Step, UseText, UseWording, WriteAgain
from coach.ui.versions import Version, versions
from coach.ui.work import write_another

_ABOUT_SUBJECT = ("has-subject", "subject-specific")
_ENDING_WORDS = 6
"""A last paragraph up to this long, without a full stop, is a greeting and a name."""


def take_step(step: Step, problems: DeltaGenerator, waiting: DeltaGenerator) -> None:
    """Change what is on screen; ``problems`` and ``waiting`` are for writing anew."""
    every = versions()
    shown = every.shown
    if isinstance(step, GoTo) and 0 <= step.place < len(every.all):
        every.go_to(step.place)
    elif isinstance(step, WriteAgain) and shown:
        write_another(FORM, problems, waiting, shown)
    elif isinstance(step, UseText) and shown:
        every.add(replace(shown, subject=step.subject, body=step.body))
    elif isinstance(step, UseWording) and shown:
        every.add(_with_wording(shown, step))
    elif isinstance(step, PutAnswersIn) and shown:
        every.add(_with_answers(shown))


def _with_wording(shown: Version, step: UseWording) -> Version:
    """The version with one proposed change made, where the words still stand."""
    change = step.change
    if step.given in (whole(shown.subject, shown.body), shown.body):
        made = accept(step.given, [change])
        subject = made.subject if step.given != shown.body else shown.subject
        return replace(shown, subject=subject, body=made.body)
    if change.check in _ABOUT_SUBJECT:
        return replace(shown, subject=change.after.strip())
    if change.before.strip():
        return replace(shown, body=shown.body.replace(change.before, change.after, 1))
    return replace(shown, body=woven(shown.body, [change.after.strip()]))


def _with_answers(shown: Version) -> Version:
    given = [one for one in answers(shown.draft.questions, "reach") if one not in shown.body]
    ask = next((one.text for one in shown.draft.sentences if one.move == "ask"), "")
    return replace(shown, body=woven(shown.body, given, ask)) if given else shown


def woven(body: str, given: Sequence[str], ask: str = "") -> str:
    """Put the answers, each a paragraph, before the one with the ask, else before the ending."""
    parts = [part for part in body.split("\n\n") if part.strip()]
    ending = len(parts)
    while ending > 1 and _is_ending(parts[ending - 1]):
        ending -= 1
    at = next((place for place, part in enumerate(parts) if ask and ask in part), ending)
    return "\n\n".join([*parts[:at], *given, *parts[at:]])


def _is_ending(paragraph: str) -> bool:
    return len(paragraph.split()) <= _ENDING_WORDS and paragraph.rstrip()[-1:] not in ".?!"
